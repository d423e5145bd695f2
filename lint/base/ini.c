#include "lint/base/ini.h"

#include <stdint.h>

#include "lint/base/limits.h"
#include "lint/base/repeated.h"

struct reader {
	struct ml_arena *arena;
	struct ml_parsed *out;
	struct ml_span text;
	size_t at;
	uint32_t line; /* of the line that was read last */
	size_t nodes;
	struct ml_growing root, section, value; /* value: the list of the last key's lines; node NULL before the first key */
	struct ml_repeated repeated;
};

/* The next line without its end; false behind the last one or where there are too many values. */
static bool next_line(struct reader *r, struct ml_span *line)
{
	if (r->at >= r->text.len || r->out->fault)
		return false;
	size_t end = r->at;
	while (end < r->text.len && r->text.at[end] != '\n')
		end++;
	*line = ml_span_sub(r->text, r->at, end);
	r->at = end + 1;
	r->line++;
	return true;
}

/* what: a part of line. */
static struct ml_node *new_node(struct reader *r, enum ml_node_kind kind, struct ml_span line, struct ml_span what)
{
	struct ml_node *node = ml_arena_alloc(r->arena, sizeof *node);

	if (++r->nodes > ML_LIMIT_TOML_NODES)
		ml_parsed_fault(r->out, ML_PARSE_LIMIT, r->line, 1, "too many values");
	node->kind = kind;
	node->line = node->end_line = r->line;
	node->column = (uint32_t)(what.at - line.at) + 1;
	node->end_column = node->column + (uint32_t)what.len;
	if (kind == ML_NODE_SCALAR)
		node->text = (struct ml_span){ ml_arena_dup(r->arena, what), what.len };
	return node;
}

static struct ml_span lower_key(struct ml_arena *arena, struct ml_span key)
{
	char *copy = ml_arena_dup(arena, key);

	for (size_t i = 0; i < key.len; i++)
		copy[i] = ml_lower(copy[i]);
	return (struct ml_span){ copy, key.len };
}

static void add_entry(struct ml_growing *map, struct ml_node *node, struct ml_span key, uint32_t line)
{
	node->key = key;
	node->key_line = line;
	ml_node_append(map, node);
}

/* A value has one line until a second comes; an empty first one does not count. */
static void finish_value(struct reader *r)
{
	struct ml_node *list = r->value.node;

	if (!list)
		return;
	if (list->nr == 1) {
		struct ml_node only = *list->first;
		only.key = list->key;
		only.key_line = list->key_line;
		only.next = list->next;
		*list = only;
	} else if (list->nr == 0) {
		list->kind = ML_NODE_NULL;
	}
	r->value = (struct ml_growing){ 0 };
}

static void on_section(struct reader *r, struct ml_span line, struct ml_span words)
{
	size_t end = ml_span_find(words, "]");

	finish_value(r);
	struct ml_span name = ml_span_trim(ml_span_sub(words, 1, end));
	r->section = (struct ml_growing){ new_node(r, ML_NODE_MAP, line, name), NULL };
	add_entry(&r->root, r->section.node, (struct ml_span){ ml_arena_dup(r->arena, name), name.len }, r->line);
}

static void on_value(struct reader *r, struct ml_span line, struct ml_span words)
{
	if (r->value.node && words.len)
		ml_node_append(&r->value, new_node(r, ML_NODE_SCALAR, line, words));
}

static void on_key(struct reader *r, struct ml_span line, struct ml_span words)
{
	size_t sign = 0;

	while (sign < words.len && words.at[sign] != '=' && words.at[sign] != ':')
		sign++;
	finish_value(r);
	struct ml_span key = ml_span_trim(ml_span_sub(words, 0, sign));
	if (sign == words.len || !key.len)
		return;
	struct ml_span rest = ml_span_trim(ml_span_sub(words, sign + 1, words.len));
	r->value = (struct ml_growing){ new_node(r, ML_NODE_LIST, line, rest), NULL };
	add_entry(&r->section, r->value.node, lower_key(r->arena, key), r->line);
	on_value(r, line, rest);
}

static void on_line(struct reader *r, struct ml_span line)
{
	struct ml_span words = ml_span_trim(line);

	if (!words.len || words.at[0] == '#' || words.at[0] == ';')
		return;
	if (words.at != line.at && r->value.node)
		on_value(r, line, words);
	else if (words.at[0] == '[')
		on_section(r, line, words);
	else
		on_key(r, line, words);
}

void ml_ini_parse(struct ml_arena *arena, struct ml_span text, struct ml_parsed *out)
{
	struct ml_span line;

	*out = (struct ml_parsed){ 0 };
	if (ml_span_starts(text, "\xEF\xBB\xBF"))
		text = ml_span_sub(text, 3, text.len);
	struct reader r = { .arena = arena, .out = out, .text = text };
	r.root.node = ml_arena_alloc(arena, sizeof *r.root.node);
	*r.root.node = (struct ml_node){ .kind = ML_NODE_MAP, .line = 1, .column = 1, .end_line = 1, .end_column = 1 };
	r.section = r.root;
	while (next_line(&r, &line)) {
		on_line(&r, line);
		if (r.section.node == r.root.node)
			r.root = r.section; /* keys before the first section: both are the same map */
	}
	finish_value(&r);
	if (out->fault)
		return;
	out->root = r.root.node;
	ml_repeated_add(&r.repeated, arena, out->root);
	ml_node_each(section, out->root)
		if (section->kind == ML_NODE_MAP)
			ml_repeated_add(&r.repeated, arena, section);
	ml_repeated_finish(&r.repeated, out);
}
