/*
 * SPDX-License-Identifier lines (SPDX 2.3, annex E; REUSE 3.3): in the first lines of source files, in FILE.license beside a file, and in
 * REUSE.toml. A sample of the source files is looked at: what holds for a project holds for most of its files.
 */
#include "lint/facts/parts.h"

#include <stdint.h>
#include <string.h>

#include "lint/base/limits.h"
#include "lint/base/toml.h"
#include "lint/knowledge/licenses.h"
#include "lint/text/expression.h"

#define TAG "SPDX-License-Identifier:"

struct spdx {
	struct ml_facts *facts;
	struct ml_spdx_mark *marks;
	size_t nr, cap;
};

static void add_ids(struct spdx *s, struct ml_spdx_mark *mark, const struct ml_expression *expression)
{
	const struct ml_expression *open[ML_LIMIT_EXPRESSION_DEPTH + 2] = { expression };
	size_t open_nr = 1, cap = 0;

	while (open_nr) {
		const struct ml_expression *e = open[--open_nr];
		if (e->kind != ML_EXPRESSION_ID) {
			if (open_nr + 2 > sizeof open / sizeof *open)
				return;
			open[open_nr++] = e->right;
			open[open_nr++] = e->left;
			continue;
		}
		struct ml_spdx_id id = { .text = ml_arena_dup(s->facts->arena, e->id), .license = ml_license_by_name(s->facts->knowledge, e->id, NULL) };
		ML_PUSH(s->facts->arena, mark->ids, mark->ids_nr, cap, id);
	}
}

static void add_mark(struct spdx *s, struct ml_where where, struct ml_span text)
{
	struct ml_spdx_mark mark = { .where = where, .text = ml_arena_dup(s->facts->arena, text) };
	const struct ml_expression *expression;

	mark.valid = text.len <= ML_LIMIT_EXPRESSION_BYTES && !ml_expression_parse(&expression, s->facts->arena, text, NULL);
	if (mark.valid)
		add_ids(s, &mark, expression);
	ML_PUSH(s->facts->arena, s->marks, s->nr, s->cap, mark);
}

/* Whether nothing but signs of a comment stands in front: in a string of a program the tag marks nothing. */
static bool is_comment(struct ml_span before)
{
	static const char signs[] = " \t#/*;%-<!\\.(";

	for (size_t i = 0; i < before.len; i++)
		if (!strchr(signs, before.at[i]))
			return false;
	return true;
}

/* The expression behind the tag, without what closes the comment. */
static struct ml_span expression_of(struct ml_span rest)
{
	static const char *const ends[] = { "*/", "-->", "*)", "#}", "%>" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		rest = ml_span_sub(rest, 0, ml_span_find(rest, ends[i]));
	return ml_span_trim(rest);
}

static void read_lines(struct spdx *s, const struct ml_file *file, struct ml_span text, bool whole)
{
	uint32_t line = 1;

	for (size_t at = 0; at < text.len && line <= ML_LIMIT_SPDX_LINES; line++) {
		const char *end = memchr(text.at + at, '\n', text.len - at);
		if (!end && !whole)
			return; /* a line that the window cuts */
		struct ml_span row = ml_span_sub(text, at, end ? (size_t)(end - text.at) : text.len);
		size_t tag = ml_span_find(row, TAG), behind = tag + sizeof TAG - 1;
		at += row.len + 1;
		if (tag == SIZE_MAX || !is_comment(ml_span_sub(row, 0, tag)))
			continue;
		struct ml_span value = expression_of(ml_span_sub(row, behind, row.len));
		uint32_t column = (uint32_t)(value.at - row.at) + 1;
		if (value.len)
			add_mark(s, (struct ml_where){ file, line, column, line, column + (uint32_t)value.len }, value);
	}
}

static void read_head(struct spdx *s, struct ml_file *file)
{
	struct ml_span head;

	if (!ml_tree_size(s->facts->tree, file) || file->size >= ML_LIMIT_SPDX_SIZE)
		return;
	if (ml_tree_peek(&head, s->facts->arena, s->facts->tree, file, 0, ML_LIMIT_SPDX_BYTES))
		read_lines(s, file, head, head.len == file->size);
}

/* What REUSE.toml says of files that hold no line of their own. */
static void read_reuse(struct spdx *s, struct ml_file *file)
{
	struct ml_parsed parsed;
	struct ml_span text;

	if (!ml_tree_size(s->facts->tree, file) || !ml_tree_peek(&text, s->facts->arena, s->facts->tree, file, 0, ML_LIMIT_PACKAGE_BYTES))
		return;
	ml_toml_parse(s->facts->arena, text, &parsed);
	ml_node_each(entry, ml_node_get(parsed.root, "annotations")) {
		const struct ml_node *id = ml_node_get(entry, "SPDX-License-Identifier");
		if (id && id->kind == ML_NODE_SCALAR && s->nr < ML_LIMIT_SPDX_MARKS)
			add_mark(s, ml_where_node(file, id), id->text);
	}
}

static bool is_source(const struct ml_file *file)
{
	return file->role == ML_ROLE_CODE && !file->outside && file->state <= ML_FILE_READ;
}

/* Files that stand for the others: evenly spread over the tree, so that no single folder speaks for it. */
static void read_sample(struct spdx *s)
{
	struct ml_tree *tree = s->facts->tree;
	size_t most = ML_LIMIT_SPDX_FILES, all = 0, nr = 0, looked = 0;

	for (size_t i = 0; i < tree->files_nr; i++)
		all += is_source(&tree->files[i]);
	for (size_t i = 0; i < tree->files_nr && looked < most && s->nr < ML_LIMIT_SPDX_MARKS; i++) {
		if (!is_source(&tree->files[i]))
			continue;
		if (all <= most || nr * most / all != (nr + 1) * most / all) {
			read_head(s, &tree->files[i]);
			looked++;
		}
		nr++;
	}
}

void ml_spdx_collect(struct ml_facts *facts)
{
	struct spdx s = { .facts = facts };
	struct ml_file *reuse = ml_tree_find(facts->tree, "REUSE.toml");
	size_t sidecars = 0;

	read_sample(&s);
	if (reuse && reuse->state <= ML_FILE_READ)
		read_reuse(&s, reuse);
	for (size_t i = 0; i < facts->tree->files_nr && sidecars < ML_LIMIT_SPDX_FILES; i++) {
		struct ml_file *file = &facts->tree->files[i];
		struct ml_span path = ml_span_of(file->path);
		if (!ml_span_ends(path, ".license") || ml_role_outside(path) || file->state > ML_FILE_READ || s.nr >= ML_LIMIT_SPDX_MARKS)
			continue;
		read_head(&s, file);
		sidecars++;
	}
	facts->spdx = s.marks;
	facts->spdx_nr = s.nr;
}
