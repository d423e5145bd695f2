/*
 * Markdown through md4c as a flat list of blocks that can hold words, each with
 * its place in the source. The only file that includes <md4c.h> is markdown.c.
 *
 * HTML blocks and inline HTML are read too, READMEs are full of them: tags are
 * dropped, h1..h6 are headings, p/li/td/th/div/br end a block, comments, script and style
 * hold no words, img gives a link with image set, a gives a link.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/span.h"

enum ml_block_kind {
	ML_BLOCK_PARAGRAPH,
	ML_BLOCK_HEADING,
	ML_BLOCK_ITEM, /* the text of a list item (its first paragraph; further ones are paragraphs with list_depth) */
	ML_BLOCK_CELL, /* one cell of a table */
	ML_BLOCK_CODE, /* fenced or indented: kept for license notices, never prose */
};

enum ml_style {
	ML_STYLE_CODE = 1,   /* `code span` */
	ML_STYLE_STRONG = 2, /* also emphasis */
	ML_STYLE_LINK = 4,   /* text of a link */
	ML_STYLE_IMAGE = 8,  /* alt text */
	ML_STYLE_STRUCK = 16,
};

/* A stretch of a block's text that comes from consecutive bytes of the source. */
struct ml_piece {
	uint32_t at;     /* offset in the block's text */
	uint32_t source; /* offset in the document's source */
	uint32_t len;    /* bytes of text; the source may be longer (an entity) */
	uint8_t style;   /* set of enum ml_style */
};

struct ml_link {
	struct ml_span target; /* address as written, entities resolved */
	struct ml_span title;
	bool image;            /* target is the picture; a badge inside a link gives both, the image first */
	uint32_t at, len;      /* its text (alt text) inside the block's text */
	uint32_t source;       /* offset of its text (or, without one, of its surroundings) in the source */
};

enum ml_task { ML_TASK_NONE, ML_TASK_OPEN, ML_TASK_DONE };

struct ml_block {
	enum ml_block_kind kind;
	uint8_t level;       /* of a heading, 1..6 */
	uint8_t quote_depth; /* inside block quotes */
	uint8_t list_depth;
	bool html;           /* came from an HTML block */
	enum ml_task task;
	uint32_t row, cell;  /* of a table cell: row 0 is the header; both from 0 */
	uint32_t table;      /* number of the table in the document, from 1; 0 for none */
	struct ml_span text; /* entities resolved, line ends are one space (but in code), NUL-terminated; empty where there are links only */
	const struct ml_piece *pieces;
	size_t pieces_nr;
	const struct ml_link *links;
	size_t links_nr;
	const struct ml_block *heading; /* nearest heading above, or NULL */
	const struct ml_block *column;  /* of a cell below row 0: the header cell of its column, or NULL */
	const struct ml_block *label;   /* of a cell right of cell 0: the first cell of its row, or NULL */
	uint32_t source_at, source_end; /* its stretch of the source */
};

struct ml_document {
	struct ml_span source;
	const struct ml_block *blocks;
	size_t blocks_nr;
	bool cut; /* ML_LIMIT_MARKDOWN_BLOCKS or _LINK_BYTES was reached: what stands behind was not read */
};

/* source: valid UTF-8, without front matter (or with: see from). Offsets count from source.at; parsing starts at from. */
void ml_markdown_parse(struct ml_document *out, struct ml_arena *arena, struct ml_span source, size_t from);
/*
 * The same for a stretch [from, to) of the source, read as if it stood alone;
 * offsets count from source.at all the same. Where "[text][ref]" is defined outside
 * the stretch, it is no link: its words stay, with their brackets.
 */
void ml_markdown_parse_range(struct ml_document *out, struct ml_arena *arena, struct ml_span source, size_t from, size_t to);

/*
 * The same for several stretches in order, read as if nothing stood between them
 * but an empty line: for chunks (below) out of a long text.
 */
struct ml_stretch {
	size_t from, to; /* offsets in the source */
};
void ml_markdown_parse_parts(struct ml_document *out, struct ml_arena *arena, struct ml_span source, const struct ml_stretch *stretches,
			     size_t nr);

enum ml_chunk_kind {
	ML_CHUNK_TEXT,
	ML_CHUNK_HEADING, /* one line "# ..." at the margin */
	ML_CHUNK_CODE,    /* a fence and nothing else */
};

/*
 * A stretch of the source that reads the same with or without what stands around
 * it: paragraphs, whole lists and tables, at the margin and apart from others by an empty line, a
 * heading or a fence. What it takes from elsewhere is the heading above it and
 * the definitions of links; what may be one of these is bearing.
 */
struct ml_chunk {
	size_t from, to;
	enum ml_chunk_kind kind;
	bool bearing; /* TEXT that may hold a heading (underlined, HTML, in a list) or a link's definition */
};
/*
 * The next chunk from *at on, or false at the end. A scan of lines without md4c,
 * so that what holds no word of interest need not be parsed; where it cannot tell
 * line by line, the chunk goes on to the end. Chunks cover the source from the first *at without a gap.
 */
bool ml_chunk_next(struct ml_span source, size_t *at, struct ml_chunk *chunk);

/* The offset in the source of an offset in the block's text. */
size_t ml_block_source(const struct ml_block *block, size_t at);
/* The style at an offset of the block's text. */
unsigned ml_block_style(const struct ml_block *block, size_t at);
/*
 * Splits a block's text into sentences: at . ! ? and their full-width forms and at ";" never;
 * not inside abbreviations (e.g., i.e., vs., U.S., No.), versions (Apache 2.0, Llama 3.1), file names and addresses. Gives the
 * next sentence from *at (trimmed) or false. Signs of a list ("•") end a sentence and stand in none; so do
 * empty lines. One of more than ML_LIMIT_SENTENCE_BYTES is cut at a space.
 */
bool ml_sentence_next(struct ml_span text, size_t *at, struct ml_span *sentence);
