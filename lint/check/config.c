#include "lint/check/config.h"

#include <string.h>

#include "lint/base/limits.h"
#include "lint/base/yaml.h"
#include "lint/check/config_read.h"
#include "lint/check/sink.h"

#define ROWS(table) (sizeof(table) / sizeof *(table))

/* In the order of the choice "note|warning|error", which is that of the enum. */
#define SEVERITIES "note|warning|error"
#define CODES "a list of rules"

bool ml_is_day(struct ml_span text)
{
	static const unsigned char days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	unsigned part[3] = { 0 };

	if (text.len != 10 || text.at[4] != '-' || text.at[7] != '-')
		return false;
	for (size_t i = 0, n = 0; i < text.len; i++) {
		if (i == 4 || i == 7)
			n++;
		else if (ml_is_digit(text.at[i]))
			part[n] = part[n] * 10 + (unsigned)(text.at[i] - '0');
		else
			return false;
	}
	bool leap = part[0] % 4 == 0 && (part[0] % 100 != 0 || part[0] % 400 == 0);
	if (part[1] < 1 || part[1] > 12 || part[2] < 1 || part[2] > days[part[1] - 1])
		return false;
	return part[1] != 2 || part[2] < 29 || leap;
}

static int unknown_rule(struct ml_config_reader *r, uint32_t line, const char *word)
{
	struct ml_near near = { .typed = ml_span_of(word) };

	for (size_t i = 0; i < r->rules.nr; i++) {
		ml_near_offer(&near, r->rules.at[i]->code);
		ml_near_offer(&near, r->rules.at[i]->name);
	}
	return ml_config_fault(r, line, "no rule has the code or name '%.80s'%s", word, ml_config_hint(r, &near));
}

/* Rules as --select names them: codes, names, beginnings of codes. */
static int read_codes(struct ml_config_reader *r, const struct ml_node *node, struct ml_config_words *out)
{
	if (ml_config_list(r, node, CODES, out))
		return -1;
	for (size_t i = 0; i < out->nr; i++) {
		size_t k = 0;
		while (k < r->rules.nr && !ml_rule_named(r->rules.at[k], out->at[i]))
			k++;
		if (k == r->rules.nr)
			return unknown_rule(r, node->line, out->at[i]);
	}
	return 0;
}

static int read_globs(struct ml_config_reader *r, const struct ml_node *node, struct ml_globs *out)
{
	struct ml_config_words words;
	struct ml_glob *globs;

	if (ml_config_list(r, node, "a list of patterns", &words))
		return -1;
	globs = ml_arena_array(r->arena, struct ml_glob, words.nr);
	*out = (struct ml_globs){ globs, 0 };
	for (size_t i = 0; i < words.nr; i++)
		if (ml_glob_read(&globs[out->nr], ml_span_of(words.at[i])))
			out->nr++;
	return out->nr ? 0 : ml_config_fault(r, node->line, "'%.*s' holds no pattern", ML_SPAN_ARG(node->key));
}

static int read_severities(struct ml_config_reader *r, const struct ml_node *node, void *into)
{
	struct ml_config *config = into;
	struct ml_config_severity *rows;

	if (node->kind != ML_NODE_MAP)
		return ml_config_fault(r, node->key_line, "'severities' takes a map of rules (ML102: error)");
	if (node->nr > ML_LIMIT_SETTINGS_ROWS)
		return ml_config_fault(r, node->line, "more than %u entries", ML_LIMIT_SETTINGS_ROWS);
	rows = ml_arena_array(r->arena, struct ml_config_severity, node->nr);
	ml_node_each (entry, node) {
		int severity;
		const struct ml_rule *rule = ml_rule_find(r->rules, entry->key);
		if (!rule)
			return unknown_rule(r, entry->key_line, ml_arena_dup(r->arena, entry->key));
		if (ml_config_choice(r, entry, SEVERITIES, &severity))
			return -1;
		rows[config->severities_nr++] = (struct ml_config_severity){ rule, (enum ml_severity)severity };
	}
	config->severities = rows;
	return 0;
}

static int read_select(struct ml_config_reader *r, const struct ml_node *node, void *into)
{
	struct ml_config *config = into;

	if (read_codes(r, node, &config->select))
		return -1;
	return config->select.nr ? 0 : ml_config_fault(r, node->line, "'select' names no rule: then none would run");
}

static int read_ignore_rules(struct ml_config_reader *r, const struct ml_node *node, void *into)
{
	return read_codes(r, node, &((struct ml_config_ignore *)into)->rules);
}

static int read_ignore_reason(struct ml_config_reader *r, const struct ml_node *node, void *into)
{
	return ml_config_word(r, node, "a reason in words", &((struct ml_config_ignore *)into)->reason);
}

static int read_ignore_until(struct ml_config_reader *r, const struct ml_node *node, void *into)
{
	struct ml_config_ignore *ignore = into;

	if (ml_config_word(r, node, "a day (2026-12-31)", &ignore->until))
		return -1;
	return ml_is_day(node->text) ? 0 : ml_config_fault(r, node->line, "'until' takes a day (2026-12-31), not '%.40s'", ignore->until);
}

static int read_ignore_paths(struct ml_config_reader *r, const struct ml_node *node, void *into)
{
	return read_globs(r, node, &((struct ml_config_ignore *)into)->paths);
}

static const struct ml_config_key ignore_keys[] = {
	{ "rules", read_ignore_rules }, { "reason", read_ignore_reason }, { "until", read_ignore_until }, { "paths", read_ignore_paths },
};

/* A rule alone, or a map that says why, until when, and where. */
static int read_ignore_entry(struct ml_config_reader *r, const struct ml_node *node, struct ml_config_ignore *out)
{
	*out = (struct ml_config_ignore){ .line = node->line };
	if (node->kind == ML_NODE_SCALAR)
		return read_codes(r, node, &out->rules);
	if (ml_config_map(r, node, ignore_keys, ROWS(ignore_keys), out))
		return -1;
	return out->rules.nr ? 0 : ml_config_fault(r, node->line, "an entry of 'ignore' names its 'rules'");
}

static int read_ignore(struct ml_config_reader *r, const struct ml_node *node, void *into)
{
	struct ml_config *config = into;
	struct ml_config_ignore *rows;
	size_t nr = 0;

	if (node->kind != ML_NODE_LIST)
		return ml_config_fault(r, node->key_line, "'ignore' takes a list: of rules, or of maps with rules, reason, until and paths");
	if (node->nr > ML_LIMIT_SETTINGS_ROWS)
		return ml_config_fault(r, node->line, "more than %u entries", ML_LIMIT_SETTINGS_ROWS);
	rows = ml_arena_array(r->arena, struct ml_config_ignore, node->nr);
	ml_node_each (entry, node)
		if (read_ignore_entry(r, entry, &rows[nr++]))
			return -1;
	config->ignores = rows;
	config->ignores_nr = nr;
	return 0;
}

static int read_paths(struct ml_config_reader *r, const struct ml_node *node, void *into)
{
	return read_globs(r, node, &((struct ml_config *)into)->paths);
}

static int read_exclude(struct ml_config_reader *r, const struct ml_node *node, void *into)
{
	return read_globs(r, node, &((struct ml_config *)into)->exclude);
}

static int read_standard(struct ml_config_reader *r, const struct ml_node *node, void *into)
{
	return ml_config_choice(r, node, ML_STANDARDS, &((struct ml_config *)into)->standard);
}

static int read_fail_on(struct ml_config_reader *r, const struct ml_node *node, void *into)
{
	return ml_config_choice(r, node, SEVERITIES, &((struct ml_config *)into)->fail_on);
}

static int read_knowledge(struct ml_config_reader *r, const struct ml_node *node, void *into)
{
	struct ml_config *config = into;
	struct ml_config_file *files;
	struct ml_config_words words;

	if (ml_config_list(r, node, "a list of files", &words))
		return -1;
	if (words.nr > ML_LIMIT_KNOWLEDGE_FILES)
		return ml_config_fault(r, node->line, "more than %u files", ML_LIMIT_KNOWLEDGE_FILES);
	files = ml_arena_array(r->arena, struct ml_config_file, words.nr);
	const struct ml_node *entry = node->kind == ML_NODE_LIST ? node->first : node;
	for (size_t i = 0; i < words.nr; i++, entry = entry->next)
		files[i] = (struct ml_config_file){ words.at[i], entry->line };
	config->knowledge = files;
	config->knowledge_nr = words.nr;
	return 0;
}

static int read_policy(struct ml_config_reader *r, const struct ml_node *node, void *into)
{
	return ml_policy_read(r, node, &((struct ml_config *)into)->policy);
}

static int read_strict(struct ml_config_reader *r, const struct ml_node *node, void *into)
{
	int which;

	if (node->quoted || ml_config_choice(r, node, "false|true", &which))
		return node->quoted ? ml_config_fault(r, node->line, "'strict' takes true or false, without quotes") : -1;
	((struct ml_config *)into)->strict = which == 1;
	return 0;
}

static int read_hook(struct ml_config_reader *r, const struct ml_node *node, void *into)
{
	static const struct ml_config_key keys[] = { { "strict", read_strict } };

	return ml_config_map(r, node, keys, ROWS(keys), into);
}

static const struct ml_config_key keys[] = {
	{ "severities", read_severities }, { "select", read_select },	 { "ignore", read_ignore },	  { "paths", read_paths },
	{ "exclude", read_exclude },	   { "standard", read_standard }, { "fail-on", read_fail_on },	  { "knowledge", read_knowledge },
	{ "policy", read_policy },	   { "hook", read_hook },
};

int ml_config_parse(struct ml_config *out, struct ml_arena *arena, const char *path, struct ml_span text, struct ml_rules rules,
		    struct ml_error *err)
{
	struct ml_config_reader r = { .arena = arena, .path = path, .rules = rules, .err = err };
	struct ml_parsed parsed;

	*out = (struct ml_config){ .path = path, .standard = -1, .fail_on = -1 };
	ml_yaml_parse(arena, text, 1, &parsed);
	if (parsed.fault)
		return ml_error_set(err, ML_ERROR_USAGE, "%s:%u:%u: %s", path, parsed.line, parsed.column, parsed.message);
	if (parsed.repeated_nr)
		return ml_config_fault(&r, parsed.repeated[0].line, "repeated key '%.*s'; it stands on line %u too", ML_SPAN_ARG(parsed.repeated[0].key),
				       parsed.repeated[0].first_line);
	/* Nothing but comments: nothing is asked. */
	if (parsed.root->kind == ML_NODE_NULL)
		return 0;
	if (parsed.root->kind != ML_NODE_MAP)
		return ml_config_fault(&r, parsed.root->line, "no map of keys (fail-on: warning)");
	return ml_config_map(&r, parsed.root, keys, ROWS(keys), out);
}
