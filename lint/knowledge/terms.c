#include "lint/knowledge/terms.h"

#include <string.h>

#include "lint/base/buf.h"
#include "lint/text/pattern.h"

#define OSD_POINTS 10
#define NEAR_DEFAULT 200 /* bytes */
#define EXPAND_BYTES 16384 /* of one pattern with its fragments put in */

static const char *const names[ML_TERM_NR] = {
#define ML_TERM(id, name) [ML_TERM_##id] = name,
#include "lint/knowledge/terms.def"
#undef ML_TERM
};

const char *ml_term_name(enum ml_term_id id)
{
	return (unsigned)id < ML_TERM_NR ? names[id] : "unknown";
}

enum ml_term_id ml_term_of(struct ml_span name)
{
	for (size_t id = 0; id < ML_TERM_NR; id++) {
		size_t i = 0, len = strlen(names[id]);
		while (i < len && i < name.len && (name.at[i] == names[id][i] || (name.at[i] == '_' && names[id][i] == '-')))
			i++;
		if (i == len && len == name.len)
			return (enum ml_term_id)id;
	}
	return ML_TERM_NR;
}

/* One file being loaded. */
struct loader {
	struct ml_arena *arena;
	const char *path;
	const struct ml_node *fragments; /* map of name to pattern, or NULL */
	const struct ml_node *words;     /* map of name to list of literals, or NULL */
	struct ml_terms_loaded *out;
	size_t clauses_cap;
	struct ml_error *err;
};

static int fail(struct loader *l, const struct ml_node *node, const char *what, struct ml_span subject)
{
	unsigned line = node->key_line ? node->key_line : node->line;

	return ml_error_set(l->err, ML_ERROR_USAGE, "%s:%u: %s '%.*s'", l->path, line, what, ML_SPAN_ARG(subject));
}

static int check_keys(struct loader *l, const struct ml_node *map, const char *const *keys, size_t keys_nr)
{
	ml_node_each(child, map) {
		size_t i = 0;
		while (i < keys_nr && !ml_span_is(child->key, keys[i]))
			i++;
		if (i == keys_nr)
			return fail(l, child, "unknown key", child->key);
	}
	return 0;
}

/* A text that must be there. */
static int load_text(struct loader *l, const struct ml_node *map, const char *key, const char **out)
{
	struct ml_span text = ml_span_trim(ml_node_get_text(map, key));

	if (!text.len)
		return fail(l, map, "missing key", ml_span_of(key));
	*out = ml_arena_dup(l->arena, text);
	return 0;
}

static int load_bool(struct loader *l, const struct ml_node *map, const char *key, bool needed, bool *out)
{
	struct ml_span text = ml_node_get_text(map, key);

	if (!ml_node_get(map, key) && !needed)
		return 0;
	if (!ml_span_is(text, "true") && !ml_span_is(text, "false"))
		return fail(l, map, "not true or false:", ml_span_of(key));
	*out = ml_span_is(text, "true");
	return 0;
}

static int load_points(struct loader *l, const struct ml_node *list, uint16_t *out)
{
	*out = 0;
	ml_node_each(child, list) {
		unsigned point = 0;
		for (size_t i = 0; i < child->text.len && i < 3; i++)
			point = ml_is_digit(child->text.at[i]) ? point * 10 + (unsigned)(child->text.at[i] - '0') : OSD_POINTS + 1;
		if (point < 1 || point > OSD_POINTS)
			return fail(l, child, "no point of the OSD:", child->text);
		*out |= (uint16_t)(1u << point);
	}
	return 0;
}

static int load_freedoms(struct loader *l, const struct ml_node *list, uint8_t *out)
{
	static const char *const freedoms[] = { "use", "study", "modify", "share" }; /* in order of enum ml_freedom's bits */

	ml_node_each(child, list) {
		size_t i = 0;
		while (i < sizeof freedoms / sizeof *freedoms && !ml_span_is(child->text, freedoms[i]))
			i++;
		if (i == sizeof freedoms / sizeof *freedoms)
			return fail(l, child, "none of the four freedoms:", child->text);
		*out |= (uint8_t)(1u << i);
	}
	return 0;
}

struct word_list {
	const char **at;
	size_t nr, cap;
};

/* A literal: lower case, at least two bytes besides the sign for the end of a word. */
static int load_word(struct loader *l, const struct ml_node *node, struct word_list *out)
{
	struct ml_span text = node->text;
	bool lower = text.len >= 2 + (size_t)ml_span_ends(text, "|");
	bool begins = text.len && (ml_is_alnum(text.at[0]) || (unsigned char)text.at[0] >= 0x80);

	for (size_t i = 0; i < text.len; i++)
		lower &= ml_lower(text.at[i]) == text.at[i];
	if (!lower || !begins)
		return fail(l, node, "a word has two bytes or more, begins with a letter, and has no capitals:", text);
	ML_PUSH(l->arena, out->at, out->nr, out->cap, ml_arena_dup(l->arena, text));
	return 0;
}

/* A list of literals, in which {{name}} stands for a list of the file's words. */
static int load_words(struct loader *l, const struct ml_node *map, const char *key, const char *const **at, size_t *nr)
{
	struct word_list words = { 0 };

	ml_node_each(child, ml_node_get(map, key)) {
		bool named = ml_span_starts(child->text, "{{") && ml_span_ends(child->text, "}}") && child->text.len > 4;
		struct ml_span name = named ? ml_span_sub(child->text, 2, child->text.len - 2) : (struct ml_span){ 0 };
		const struct ml_node *list = NULL;
		ml_node_each(entry, l->words)
			if (named && ml_span_eq(entry->key, name))
				list = entry;
		if (named && !list)
			return fail(l, child, "unknown list of words", name);
		if (!named && load_word(l, child, &words))
			return -1;
		ml_node_each(word, list)
			if (load_word(l, word, &words))
				return -1;
	}
	*at = words.at;
	*nr = words.nr;
	return 0;
}

/* Bytes between words that belong together. */
static int load_near(struct loader *l, const struct ml_node *map, unsigned *out)
{
	struct ml_span text = ml_node_get_text(map, "near");

	*out = NEAR_DEFAULT;
	if (!text.at)
		return 0;
	*out = 0;
	for (size_t i = 0; i < text.len && i < 4; i++)
		*out = ml_is_digit(text.at[i]) ? *out * 10 + (unsigned)(text.at[i] - '0') : 0;
	return *out ? 0 : fail(l, map, "near is a number of bytes, not", text);
}

/* Puts fragments in the place of their names in double braces; a fragment may use those that stand before it. */
static int expand(struct loader *l, const struct ml_node *node, struct ml_span text, const struct ml_node *stop, struct ml_buf *buf, int depth)
{
	size_t from = 0;

	for (size_t i = 0; i + 1 < text.len; i++) {
		if (text.at[i] != '{' || text.at[i + 1] != '{')
			continue;
		struct ml_span rest = ml_span_sub(text, i + 2, text.len);
		size_t len = ml_span_find(rest, "}}");
		if (len == SIZE_MAX || depth > 8)
			return fail(l, node, "fragments without an end in", text);
		struct ml_span name = ml_span_sub(rest, 0, len);
		const struct ml_node *fragment = NULL;
		ml_node_each(child, l->fragments) {
			if (child == stop)
				break;
			if (ml_span_eq(child->key, name))
				fragment = child;
		}
		if (!fragment)
			return fail(l, node, "unknown fragment", name);
		ml_buf_add_span(buf, ml_span_sub(text, from, i));
		if (expand(l, node, fragment->text, fragment, buf, depth + 1))
			return -1;
		i += len + 3;
		from = i + 1;
	}
	ml_buf_add_span(buf, ml_span_sub(text, from, text.len));
	return buf->full ? fail(l, node, "pattern too long:", text) : 0;
}

static int load_pattern(struct loader *l, const struct ml_node *node, const char **out)
{
	struct ml_buf buf;
	int status = -1;

	ml_buf_init(&buf, EXPAND_BYTES);
	if (expand(l, node, node->text, NULL, &buf, 0))
		goto done;
	if (!buf.len) {
		fail(l, node, "empty pattern of", node->key);
		goto done;
	}
	*out = ml_arena_dup(l->arena, ml_buf_span(&buf));
	status = ml_pattern_check(*out, l->err);
	if (status)
		ml_error_prefix(l->err, "%s:%u", l->path, node->line);
done:
	ml_buf_release(&buf);
	return status;
}

static int load_patterns(struct loader *l, const struct ml_node *list, const char *const **out, size_t *nr)
{
	const char **patterns = ml_arena_array(l->arena, const char *, list ? list->nr : 0);

	*nr = 0;
	ml_node_each(child, list)
		if (load_pattern(l, child, &patterns[(*nr)++]))
			return -1;
	*out = patterns;
	return 0;
}

static int load_where(struct loader *l, const struct ml_node *map, unsigned *out)
{
	static const struct {
		const char *name;
		unsigned where;
	} rows[] = { { "license", ML_CLAUSE_LICENSE }, { "prose", ML_CLAUSE_PROSE }, { "both", ML_CLAUSE_LICENSE | ML_CLAUSE_PROSE } };
	struct ml_span text = ml_node_get_text(map, "where");

	*out = text.at ? 0 : ML_CLAUSE_LICENSE;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (ml_span_is(text, rows[i].name))
			*out = rows[i].where;
	return *out ? 0 : fail(l, map, "where is license, prose or both, not", text);
}

static int load_value(struct loader *l, const struct ml_node *map, const char **out)
{
	static const char *const kinds[] = { "threshold", "regions", "phrase", "prefix" };
	struct ml_span text = ml_node_get_text(map, "value");

	if (!text.len)
		return 0;
	bool known = ml_span_starts(text, "text:") && text.len > strlen("text:");
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		known |= ml_span_is(text, kinds[i]);
	*out = ml_arena_dup(l->arena, text);
	return known ? 0 : fail(l, map, "unknown kind of value", text);
}

static int load_clause(struct loader *l, const struct ml_node *map, enum ml_term_id term)
{
	static const char *const keys[] = { "language", "where", "triggers", "before", "after", "also", "near", "pattern", "unless", "value", "grants", "yields" };
	struct ml_clause clause = { .term = term };
	const struct ml_node *pattern = ml_node_get(map, "pattern");

	if (map->kind != ML_NODE_MAP)
		return fail(l, map, "a clause is a map, not", map->text);
	if (check_keys(l, map, keys, sizeof keys / sizeof *keys) || load_text(l, map, "language", &clause.language) ||
	    load_where(l, map, &clause.where) || load_words(l, map, "triggers", &clause.triggers, &clause.triggers_nr) ||
	    load_words(l, map, "before", &clause.before, &clause.before_nr) || load_words(l, map, "after", &clause.after, &clause.after_nr) ||
	    load_words(l, map, "also", &clause.also, &clause.also_nr) || load_near(l, map, &clause.near) ||
	    load_patterns(l, ml_node_get(map, "unless"), &clause.unless, &clause.unless_nr) || load_value(l, map, &clause.value) ||
	    load_bool(l, map, "grants", false, &clause.grants) || load_bool(l, map, "yields", false, &clause.yields))
		return -1;
	if (!clause.triggers_nr)
		return fail(l, map, "missing key", ml_span_of("triggers"));
	if (pattern && load_pattern(l, pattern, &clause.pattern))
		return -1;
	ML_PUSH(l->arena, l->out->clauses, l->out->clauses_nr, l->clauses_cap, clause);
	return 0;
}

static int load_term(struct loader *l, const struct ml_node *map)
{
	static const char *const keys[] = { "id", "title", "summary", "why", "osd", "contradicts", "below_license", "freedoms", "ai_act", "source", "clauses" };
	struct ml_span name = ml_node_get_text(map, "id");
	enum ml_term_id id = ml_term_of(name);

	if (id == ML_TERM_NR)
		return fail(l, map, "unknown term", name);
	struct ml_term_info *info = &l->out->terms[id];
	if (info->title)
		return fail(l, map, "repeated term", name);
	info->id = id;
	if (check_keys(l, map, keys, sizeof keys / sizeof *keys) || load_text(l, map, "title", &info->title) ||
	    load_text(l, map, "summary", &info->summary) || load_text(l, map, "why", &info->why) ||
	    load_text(l, map, "source", &info->source) || load_points(l, ml_node_get(map, "osd"), &info->osd_failed) ||
	    load_freedoms(l, ml_node_get(map, "freedoms"), &info->freedoms) ||
	    (ml_node_get(map, "ai_act") && load_text(l, map, "ai_act", &info->ai_act)) ||
	    load_bool(l, map, "contradicts", true, &info->contradicts) || load_bool(l, map, "below_license", false, &info->below_license))
		return -1;
	ml_node_each(child, ml_node_get(map, "clauses"))
		if (load_clause(l, child, id))
			return -1;
	return 0;
}

int ml_terms_load(struct ml_terms_loaded *out, struct ml_arena *arena, const char *path, const struct ml_node *root, struct ml_error *err)
{
	static const char *const keys[] = { "words", "fragments", "terms" };
	struct loader l = { .arena = arena, .path = path, .out = out, .err = err, .fragments = ml_node_get(root, "fragments"),
			    .words = ml_node_get(root, "words") };

	memset(out, 0, sizeof *out);
	out->terms = ml_arena_array(arena, struct ml_term_info, ML_TERM_NR);
	if (!root || root->kind != ML_NODE_MAP)
		return ml_error_set(err, ML_ERROR_USAGE, "%s: no map of terms", path);
	if (check_keys(&l, root, keys, sizeof keys / sizeof *keys))
		return -1;
	ml_node_each(child, ml_node_get(root, "terms"))
		if (load_term(&l, child))
			return -1;
	for (size_t id = 0; id < ML_TERM_NR; id++)
		if (!out->terms[id].title)
			return ml_error_set(err, ML_ERROR_USAGE, "%s: missing term '%s'", path, names[id]);
	return 0;
}
