/* An arena and a buffer for a suite (dump_open, dump_close), and blocks as short lines, for comparing: kind, depth, place in a table, text with its links. */
#pragma once

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/buf.h"
#include "lint/text/markdown.h"

static struct ml_arena *arena;
static struct ml_buf buf;

static inline void dump_open(void)
{
	arena = ml_arena_new();
	ml_buf_init(&buf, 64u << 20);
}

static inline void dump_close(void)
{
	ml_buf_release(&buf);
	ml_arena_free(arena);
}

/* "H1 Title", "P text", "I1 item", "C2:0 cell" (row:cell), "K code"; "q1" and "html" where so; links behind as {image? target: text}. */
static inline void dump_block(struct ml_buf *out, const struct ml_block *block)
{
	static const char *const kinds[] = { "P", "H", "I", "C", "K" };

	ml_buf_adds(out, kinds[block->kind]);
	if (block->kind == ML_BLOCK_HEADING)
		ml_buf_addf(out, "%u", block->level);
	if (block->kind == ML_BLOCK_CELL)
		ml_buf_addf(out, "%u:%u", block->row, block->cell);
	else if (block->list_depth)
		ml_buf_addf(out, "l%u", block->list_depth);
	if (block->quote_depth)
		ml_buf_addf(out, "q%u", block->quote_depth);
	if (block->task)
		ml_buf_adds(out, block->task == ML_TASK_DONE ? "[x]" : "[ ]");
	ml_buf_addf(out, " %s", block->text.at);
	for (size_t i = 0; i < block->links_nr; i++) {
		const struct ml_link *link = &block->links[i];
		ml_buf_addf(out, " {%s%.*s: %.*s}", link->image ? "!" : "", ML_SPAN_ARG(link->target), (int)link->len,
			    block->text.at + link->at);
	}
	ml_buf_addc(out, '\n');
}

/* What must hold for every document, whatever it was made from. */
static inline void check_document(const struct ml_document *d, size_t from, size_t to)
{
	for (size_t i = 0; i < d->blocks_nr; i++) {
		const struct ml_block *block = &d->blocks[i];
		size_t at = 0;
		cr_assert_eq(block->text.at[block->text.len], '\0');
		cr_assert(block->text.len || block->links_nr);
		for (size_t k = 0; k < block->pieces_nr; k++) {
			cr_assert_eq(block->pieces[k].at, at, "block %zu: a gap before piece %zu", i, k);
			cr_assert(block->pieces[k].source >= from && block->pieces[k].source <= to);
			at += block->pieces[k].len;
		}
		cr_assert_eq(at, block->text.len);
		cr_assert(block->source_at >= from && block->source_at <= block->source_end && block->source_end <= to);
		for (size_t k = 0; k < block->links_nr; k++) {
			cr_assert_leq((size_t)block->links[k].at + block->links[k].len, block->text.len);
			cr_assert(block->links[k].source >= from && block->links[k].source <= to);
			cr_assert_not_null(block->links[k].target.at);
		}
		cr_assert(!block->heading || (block->heading < block && block->heading->kind == ML_BLOCK_HEADING));
		cr_assert(!block->column || (block->column < block && block->column->cell == block->cell));
		cr_assert(!block->label || (block->label < block && block->label->row == block->row));
		for (size_t offset = 0; offset <= block->text.len; offset++) {
			cr_assert_leq(ml_block_source(block, offset), to + 1);
			cr_assert_lt(ml_block_style(block, offset), 32);
		}
	}
}

static inline struct ml_document parse(const char *text)
{
	struct ml_document d;

	ml_markdown_parse(&d, arena, ml_span_of(text), 0);
	check_document(&d, 0, strlen(text));
	return d;
}
