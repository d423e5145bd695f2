#include "lint/check/config_read.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "lint/base/limits.h"

int ml_config_fault(struct ml_config_reader *r, uint32_t line, const char *format, ...)
{
	char text[768];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	return ml_error_set(r->err, ML_ERROR_USAGE, "%s:%u: %s", r->path, line, text);
}

const char *ml_config_hint(struct ml_config_reader *r, const struct ml_near *near)
{
	return near->best ? ml_arena_printf(r->arena, "; did you mean '%s'?", near->best) : "";
}

/* Keys and words are quoted in errors: no more of them than is needed to find them. */
static int shown(struct ml_span text)
{
	return text.len > 80 ? 80 : (int)text.len;
}

/* Letters that two words begin with alike. */
static size_t alike(struct ml_span typed, const char *known)
{
	size_t nr = 0;

	while (nr < typed.len && known[nr] && ml_lower(typed.at[nr]) == known[nr])
		nr++;
	return nr;
}

/* All of them, where none is near. */
static const char *known_keys(struct ml_config_reader *r, const struct ml_config_key *keys, size_t nr)
{
	const char *list = "";

	for (size_t i = 0; i < nr; i++)
		list = ml_arena_printf(r->arena, "%s%s%s", list, !i ? "" : i + 1 < nr ? ", " : " and ", keys[i].name);
	return ml_arena_printf(r->arena, "; known here: %s", list);
}

static int unknown_key(struct ml_config_reader *r, const struct ml_node *entry, const struct ml_config_key *keys, size_t nr)
{
	struct ml_near near = { .typed = entry->key };

	for (size_t i = 0; i < nr; i++)
		ml_near_offer(&near, keys[i].name);
	/* "severity" for "severities": one word in another form. */
	for (size_t i = 0; i < nr && !near.best; i++)
		if (alike(entry->key, keys[i].name) >= 4 && 2 * alike(entry->key, keys[i].name) > entry->key.len)
			near.best = keys[i].name;
	return ml_config_fault(r, ml_node_line(entry), "unknown key '%.*s'%s", shown(entry->key), entry->key.at,
			       near.best ? ml_config_hint(r, &near) : known_keys(r, keys, nr));
}

/* What stands where something else should, in a word. */
static const char *kind_of(const struct ml_node *node)
{
	static const char *const kinds[] = {
		[ML_NODE_NULL] = "nothing", [ML_NODE_SCALAR] = "a word", [ML_NODE_LIST] = "a list", [ML_NODE_MAP] = "a map",
	};
	return kinds[node->kind];
}

static int wrong_type(struct ml_config_reader *r, const struct ml_node *node, const char *takes)
{
	if (node->key.at)
		return ml_config_fault(r, ml_node_line(node), "'%.*s' takes %s, not %s", shown(node->key), node->key.at, takes, kind_of(node));
	return ml_config_fault(r, node->line, "here stands %s, not %s", kind_of(node), takes);
}

static int read_entry(struct ml_config_reader *r, const struct ml_node *entry, const struct ml_config_key *keys, size_t nr, void *into)
{
	for (size_t i = 0; i < nr; i++)
		if (ml_span_is(entry->key, keys[i].name))
			return keys[i].read(r, entry, into);
	return unknown_key(r, entry, keys, nr);
}

int ml_config_map(struct ml_config_reader *r, const struct ml_node *node, const struct ml_config_key *keys, size_t nr, void *into)
{
	if (node->kind != ML_NODE_MAP)
		return wrong_type(r, node, "a map");
	ml_node_each (entry, node)
		if (read_entry(r, entry, keys, nr, into))
			return -1;
	return 0;
}

int ml_config_word(struct ml_config_reader *r, const struct ml_node *node, const char *takes, const char **out)
{
	if (node->kind != ML_NODE_SCALAR)
		return wrong_type(r, node, takes);
	if (!node->text.len || memchr(node->text.at, '\0', node->text.len))
		return ml_config_fault(r, node->line, "%s is empty, or holds a zero byte", takes);
	if (node->text.len > 4 * ML_LIMIT_SETTINGS_WORD)
		return ml_config_fault(r, node->line, "longer than %u bytes", 4 * ML_LIMIT_SETTINGS_WORD);
	*out = ml_arena_dup(r->arena, node->text);
	return 0;
}

static int add_word(struct ml_config_reader *r, const struct ml_node *node, const char *takes, const char **out)
{
	if (++r->rows_nr > ML_LIMIT_SETTINGS_ROWS)
		return ml_config_fault(r, node->line, "more than %u entries in all lists together", ML_LIMIT_SETTINGS_ROWS);
	if (ml_config_word(r, node, takes, out))
		return -1;
	return strlen(*out) > ML_LIMIT_SETTINGS_WORD ? ml_config_fault(r, node->line, "longer than %u bytes", ML_LIMIT_SETTINGS_WORD) : 0;
}

int ml_config_list(struct ml_config_reader *r, const struct ml_node *node, const char *takes, struct ml_config_words *out)
{
	const char **words = ml_arena_array(r->arena, const char *, node->kind == ML_NODE_LIST ? node->nr : 1);
	size_t nr = 0;

	if (node->kind == ML_NODE_MAP || node->kind == ML_NODE_NULL)
		return wrong_type(r, node, takes);
	if (node->kind == ML_NODE_SCALAR) {
		if (add_word(r, node, takes, &words[nr++]))
			return -1;
	} else {
		ml_node_each (entry, node)
			if (add_word(r, entry, "a word", &words[nr++]))
				return -1;
	}
	*out = (struct ml_config_words){ words, nr };
	return 0;
}

/* The next word of "a|b|c", as a string of the arena; NULL behind the last. */
static const char *next_choice(struct ml_arena *arena, const char **rest)
{
	const char *at = *rest;
	size_t len = strcspn(at, "|");

	if (!*at)
		return NULL;
	*rest = at[len] ? at + len + 1 : at + len;
	return ml_arena_dup(arena, (struct ml_span){ at, len });
}

int ml_config_choice(struct ml_config_reader *r, const struct ml_node *node, const char *choices, int *out)
{
	const char *word = "", *rest = choices, *choice;
	struct ml_near near = { .typed = node->text };
	int i = 0;

	if (ml_config_word(r, node, ml_arena_printf(r->arena, "one of %s", choices), &word))
		return -1;
	for (; (choice = next_choice(r->arena, &rest)); i++) {
		ml_near_offer(&near, choice);
		if (strcmp(choice, word))
			continue;
		*out = i;
		return 0;
	}
	return ml_config_fault(r, node->line, "'%.*s' takes one of %s, not '%.*s'%s", shown(node->key), node->key.at, choices, shown(node->text),
			       node->text.at, ml_config_hint(r, &near));
}
