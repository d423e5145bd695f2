#include "lint/knowledge/lists.h"

#include <stdint.h>
#include <string.h>

#define TRIPLES_PAY 2 /* patterns for which finding the triples of a text costs as much as it spares */

static const char *const names[ML_LIST_NR] = {
#define ML_LIST(id, name) name,
#include "lint/knowledge/lists.def"
#undef ML_LIST
};

const char *ml_list_name(enum ml_list_id id)
{
	return names[id];
}

static const char *const *const *open_with(const struct ml_packed *rows, const struct ml_list *list)
{
	if (!list->with)
		return NULL;
	const uint32_t *begins = rows->texts + (uintptr_t)list->with - 1;
	const char *const **with = ml_arena_raw_array(ml_packed_arena(), const char *const *, list->nr);
	for (size_t i = 0; i < list->nr; i++) {
		size_t nr = 0;
		while (begins[i] && rows->texts[begins[i] - 1 + nr])
			nr++;
		with[i] = ml_packed_list(rows, ML_PACKED(const char *const *, begins[i]), nr + 1);
	}
	return with;
}

static const struct ml_list *open_list(const struct ml_list_pack *pack, size_t i, const struct ml_list *row)
{
	struct ml_list *list = ml_packed_open(pack->rows, i, row, sizeof *row);

	list->at = ml_packed_list(pack->rows, row->at, row->nr);
	list->with = open_with(pack->rows, row);
	list->as = ml_packed_list(pack->rows, row->as, row->nr);
	list->scan = row->scan ? pack->scans[(uintptr_t)row->scan - 1] : NULL;
	return list;
}

const struct ml_list *ml_list_of(const struct ml_knowledge *knowledge, enum ml_list_id id)
{
	static const struct ml_list none = { 0 };
	const struct ml_list_pack *pack = knowledge ? knowledge->lists_pack : NULL;

	if (pack && pack->rows->opened[id])
		return pack->rows->opened[id];
	if (!knowledge || !knowledge->lists)
		return &none;
	return pack ? open_list(pack, id, &knowledge->lists[id]) : &knowledge->lists[id];
}

bool ml_list_in(const struct ml_knowledge *knowledge, enum ml_list_id id, struct ml_span text)
{
	const struct ml_list *words = ml_list_of(knowledge, id);

	return ml_span_has_any_nocase(text, words->at, words->nr);
}

bool ml_list_has(const struct ml_knowledge *knowledge, enum ml_list_id id, struct ml_span text)
{
	const struct ml_list *words = ml_list_of(knowledge, id);

	for (size_t i = 0; i < words->nr; i++)
		if (ml_span_is_nocase(text, words->at[i]))
			return true;
	return false;
}

const char *ml_list_start(const struct ml_knowledge *knowledge, enum ml_list_id id, struct ml_span text)
{
	const struct ml_list *words = ml_list_of(knowledge, id);

	for (size_t i = 0; i < words->nr; i++)
		if (ml_span_starts_nocase(text, words->at[i]))
			return words->at[i];
	return NULL;
}

const char *ml_list_end(const struct ml_knowledge *knowledge, enum ml_list_id id, struct ml_span text)
{
	const struct ml_list *words = ml_list_of(knowledge, id);

	for (size_t i = 0; i < words->nr; i++)
		if (ml_span_ends_nocase(text, words->at[i]))
			return words->at[i];
	return NULL;
}

const struct ml_node *ml_list_key(const struct ml_knowledge *knowledge, enum ml_list_id id, const struct ml_node *map)
{
	const struct ml_list *words = ml_list_of(knowledge, id);
	const struct ml_node *node = NULL;

	for (size_t i = 0; map && i < words->nr && !node; i++)
		node = ml_node_get(map, words->at[i]);
	return node;
}

bool ml_list_with(const struct ml_list *words, size_t i, struct ml_span text)
{
	if (!words->with || !words->with[i])
		return true;
	for (const char *const *with = words->with[i]; *with; with++)
		if (ml_span_find_nocase(text, *with) != SIZE_MAX)
			return true;
	return false;
}

bool ml_list_fit(const struct ml_knowledge *knowledge, enum ml_list_id id, struct ml_patterns *patterns, struct ml_span text,
		  struct ml_match *match)
{
	const struct ml_list *words = ml_list_of(knowledge, id);
	struct ml_match found;
	struct ml_triples triples;

	bool many = words->nr > TRIPLES_PAY;
	triples.all = true;
	for (size_t i = 0; i < words->nr; i++) {
		if (!ml_list_with(words, i, text))
			continue;
		if (many)
			ml_triples_of(&triples, text);
		many = false;
		if (ml_pattern_find_among(patterns, words->at[i], text, &triples, match ? match : &found) == ML_MATCH_FOUND)
			return true;
	}
	return false;
}

/* One file on its way in. */
struct loading {
	struct ml_list *lists;
	struct ml_arena *arena;
	const char *path;
	struct ml_error *err;
};

static int fail(const struct loading *l, const struct ml_node *node, const char *what)
{
	struct ml_span of = node->key.at ? node->key : node->text;

	return ml_error_set(l->err, ML_ERROR_USAGE, "%s:%u: %s '%.*s'", l->path, node->key_line ? node->key_line : node->line, what, ML_SPAN_ARG(of));
}

static bool is_key(const struct ml_node *node, const char *const *keys)
{
	while (*keys && !ml_span_is(node->key, *keys))
		keys++;
	return *keys != NULL;
}

/* Whether the node is a map of such keys. keys: ends with NULL. */
static int check_keys(const struct loading *l, const struct ml_node *node, const char *const *keys)
{
	if (node->kind != ML_NODE_MAP)
		return fail(l, node, "no map in");
	ml_node_each(child, node)
		if (!is_key(child, keys))
			return fail(l, child, "unknown key");
	return 0;
}

static int load_with(const struct loading *l, const struct ml_node *node, const char *const **out)
{
	const char **with = ml_arena_array(l->arena, const char *, node->nr + 1);
	size_t nr = 0;

	if (node->kind != ML_NODE_LIST || !node->nr)
		return fail(l, node, "no list in");
	ml_node_each(child, node) {
		if (child->kind != ML_NODE_SCALAR || !child->text.len)
			return fail(l, node, "not a word in");
		with[nr++] = ml_arena_dup(l->arena, child->text);
	}
	with[nr] = NULL;
	*out = with;
	return 0;
}

/* A list in the making: rows of one length. */
struct rows {
	const char **at, **as;
	const char *const **with;
	size_t nr;
	bool patterns, marked, asking;
};

static int check_word(const struct loading *l, const struct rows *rows, const struct ml_node *node, struct ml_span word)
{
	if (!word.len)
		return fail(l, node, "not a word in");
	for (size_t i = 0; i < rows->nr; i++)
		if (ml_span_is(word, rows->at[i]))
			return fail(l, node, "is there twice:");
	if (rows->patterns && ml_pattern_check(ml_arena_dup(l->arena, word), l->err))
		return ml_error_prefix(l->err, "%s:%u", l->path, node->line);
	return 0;
}

static int load_row(const struct loading *l, struct rows *rows, const struct ml_node *node, struct ml_span word, const struct ml_node *map)
{
	struct ml_span as = ml_node_get_text(map, "as");
	const struct ml_node *with = ml_node_get(map, "with");

	if (check_word(l, rows, node, word) || (with && load_with(l, with, &rows->with[rows->nr])))
		return -1;
	rows->asking |= with != NULL;
	rows->marked |= as.len > 0;
	rows->as[rows->nr] = as.len ? ml_arena_dup(l->arena, as) : NULL;
	rows->at[rows->nr++] = ml_arena_dup(l->arena, word);
	return 0;
}

/* A word; or a map of one word or several, and what holds for all of them. */
static int load_entry(const struct loading *l, struct rows *rows, const struct ml_node *node)
{
	static const char *const keys[] = { "is", "with", "as", NULL };
	const struct ml_node *is = ml_node_get(node, "is");

	if (node->kind != ML_NODE_MAP)
		return load_row(l, rows, node, ml_node_text(node), NULL);
	if (check_keys(l, node, keys))
		return -1;
	if (!is || is->kind != ML_NODE_LIST)
		return load_row(l, rows, node, ml_node_text(is), node);
	if (!is->nr)
		return fail(l, is, "no list in");
	ml_node_each(word, is)
		if (load_row(l, rows, word, ml_node_text(word), node))
			return -1;
	return 0;
}

static size_t count_rows(const struct ml_node *list)
{
	size_t nr = 0;

	ml_node_each(child, list) {
		const struct ml_node *is = ml_node_get(child, "is");
		nr += is && is->kind == ML_NODE_LIST ? is->nr : 1;
	}
	return nr;
}

static int load_rows(const struct loading *l, struct ml_list *out, const struct ml_node *list, bool patterns)
{
	struct rows rows = { .patterns = patterns };

	if (list->kind != ML_NODE_LIST || !list->nr)
		return fail(l, list, "no list in");
	size_t nr = count_rows(list);
	rows.at = ml_arena_array(l->arena, const char *, nr);
	rows.as = ml_arena_array(l->arena, const char *, nr);
	rows.with = ml_arena_array(l->arena, const char *const *, nr);
	ml_node_each(child, list)
		if (load_entry(l, &rows, child))
			return -1;
	*out = (struct ml_list){ .at = rows.at, .nr = rows.nr, .patterns = patterns };
	out->with = rows.asking ? rows.with : NULL;
	out->as = rows.marked ? rows.as : NULL;
	return 0;
}

static int load_list(const struct loading *l, const struct ml_node *node, bool sourced)
{
	static const char *const keys[] = { "id", "what", "source", "words", "patterns", NULL };
	struct ml_span id = ml_node_get_text(node, "id");
	const struct ml_node *words = ml_node_get(node, "words"), *patterns = ml_node_get(node, "patterns");
	size_t at = 0;

	if (check_keys(l, node, keys))
		return -1;
	while (at < ML_LIST_NR && !ml_span_is(id, names[at]))
		at++;
	if (at == ML_LIST_NR || l->lists[at].nr)
		return ml_error_set(l->err, ML_ERROR_USAGE, "%s:%u: list '%.*s' is %s", l->path, node->line, ML_SPAN_ARG(id),
				    at == ML_LIST_NR ? "not in lists.def" : "there twice");
	if (!ml_node_get_text(node, "what").len || (!sourced && !ml_node_get_text(node, "source").len) || !words == !patterns)
		return ml_error_set(l->err, ML_ERROR_USAGE, "%s:%u: list '%s' needs what, source, and words or patterns", l->path, node->line, names[at]);
	return load_rows(l, &l->lists[at], words ? words : patterns, !words);
}

int ml_lists_load(struct ml_list lists[], struct ml_arena *arena, const char *path, const struct ml_node *root, struct ml_error *err)
{
	static const char *const keys[] = { "source", "lists", NULL };
	const struct loading l = { .lists = lists, .arena = arena, .path = path, .err = err };
	const struct ml_node *list = ml_node_get(root, "lists");

	if (!list || list->kind != ML_NODE_LIST)
		return ml_error_set(err, ML_ERROR_USAGE, "%s: no 'lists'", path);
	if (check_keys(&l, root, keys))
		return -1;
	ml_node_each(child, list)
		if (load_list(&l, child, ml_node_get_text(root, "source").len > 0))
			return -1;
	return 0;
}

int ml_lists_check(const struct ml_list lists[], struct ml_error *err)
{
	for (size_t i = 0; i < ML_LIST_NR; i++)
		if (!lists[i].nr)
			return ml_error_set(err, ML_ERROR_USAGE, "rules/knowledge/lists has no list '%s'", names[i]);
	return 0;
}
