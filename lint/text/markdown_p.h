/*
 * Private to markdown*.c: the builder that makes blocks of what md4c
 * (markdown.c) and the reader of HTML (markdown_html.c) find.
 *
 * A block opens when its first text or link arrives and closes at the next
 * border, so borders may come twice and empty blocks never arise. What kind it
 * is then follows from where the builder stands: leaf, item, cell.
 */
#pragma once

#include "lint/text/markdown.h"

/* Nested styles are counted, so that the inner end of two does not end both. */
enum md_style { MD_STYLE_CODE, MD_STYLE_STRONG, MD_STYLE_LINK, MD_STYLE_IMAGE, MD_STYLE_STRUCK, MD_STYLE_NR };

/* Which reader opened a link, and so may close it. */
enum md_opener { MD_OPENED_BY_MARKDOWN, MD_OPENED_BY_HTML };

/* A link whose text is not over. */
struct md_open_link {
	struct ml_link link;
	enum md_opener opener;
	bool placed; /* link.source is that of its text */
};

/* What a block refers to while blocks, pieces and links still move. Blocks count from 1, 0 is none. */
struct md_refs {
	size_t text_at, pieces_at, links_at;
	uint32_t heading, column, label;
};

/* Where a table stands. */
struct md_table {
	uint32_t number; /* 0: in none */
	uint32_t row, cell;
	bool in_row, in_cell, has_header;
	uint32_t first_block; /* of the row, counted from 1: where a late td makes a header row a plain one */
	uint32_t label;       /* block of the row's first cell */
	uint32_t *header;     /* block of each column's header cell */
	size_t header_nr, header_cap;
};

/* From an offset on, a widened text has grown by so many bytes. */
struct md_shift {
	size_t at, grown;
};

/* A text whose tables were made plain to md4c (markdown_delimiter.c); in the arena. */
struct md_widened {
	char *text;
	size_t text_nr;
	struct md_shift *shifts;
	size_t shifts_nr, shifts_cap;
};

/* From an offset of what md4c reads on, it stands for the source from another offset on. */
struct md_part {
	size_t at, source;
};

struct md_builder {
	struct ml_arena *arena;
	struct ml_span source;
	bool cut;

	/* What md4c reads: stretches of the source, one behind the other, or their widened copy. */
	struct ml_span read;
	const struct md_part *parts; /* in order of at; the first is at 0 */
	size_t parts_nr, part;       /* part: where the last look-up ended */
	const struct md_widened *widened; /* or NULL */
	size_t *delimiters; /* offsets in read of rows below a table's header that md4c took for words of a paragraph; in the arena */
	size_t delimiters_nr, delimiters_cap;

	/* Pools, owned; finish copies them into the arena. */
	char *text;
	size_t text_nr, text_cap;
	struct ml_piece *pieces;
	size_t pieces_nr, pieces_cap;
	struct ml_link *links;
	size_t links_nr, links_cap;
	struct ml_block *blocks;
	struct md_refs *refs;
	size_t blocks_nr, blocks_cap, refs_cap;
	struct md_open_link *open_links;
	size_t open_nr, open_cap;

	/* The block at hand. */
	bool open;
	struct ml_block block;
	struct md_refs at;

	/* Where we stand. */
	size_t last;       /* offset in the source behind what came last */
	unsigned styles[MD_STYLE_NR];
	unsigned html_styles[MD_STYLE_NR]; /* by tags; forgotten at the next border of Markdown */
	unsigned leaf;     /* enum ml_block_kind of the leaf that was entered; PARAGRAPH where none */
	unsigned level;    /* of a heading leaf */
	bool apart;        /* a picture began or ended behind the last text */
	bool item_pending; /* the next block is the text of a list item */
	enum ml_task task; /* of that item */
	unsigned quotes, lists, html_quotes, html_lists;
	uint32_t heading;  /* last one */
	uint32_t tables_nr, cells_nr;
	size_t link_bytes; /* of addresses and titles so far */
	struct md_table table, html_table;
	bool in_html;      /* an HTML block is being read */

	/* Bytes of HTML that belong together, and where each stretch of them stands in the source. */
	char *html;
	size_t html_nr, html_cap;
	struct ml_piece *html_pieces;
	size_t html_pieces_nr, html_pieces_cap;
};

/* Whether a line is the row below a table's header. */
bool md_is_delimiter(struct ml_span line);
/* What b has read, its tables with such rows made plain; nothing else changes. In b's arena. */
void md_widen(struct md_widened *out, const struct md_builder *b);
/* The offset in the text of an offset in its widened form. */
size_t md_narrow(const struct md_widened *w, size_t offset);

/* Makes room for more elements behind nr; the array may move. */
void *md_reserve(void *array, size_t nr, size_t *cap, size_t more, size_t size);

/* Adds text that stands at a source offset for source_len bytes. White space at the front of a block is dropped. */
void md_add(struct md_builder *b, const char *text, size_t len, size_t source, size_t source_len);
/* Adds one space where words would run together, standing for the byte at source. */
void md_add_space(struct md_builder *b, size_t source);
/* Ends the block at hand, if any. */
void md_close(struct md_builder *b);

/* target and title live as long as the arena. source: where it stands, as far as known. */
void md_open_link(struct md_builder *b, enum md_opener opener, bool image, struct ml_span target, struct ml_span title, size_t source);
/* Closes the innermost open link of this reader; HTML's only where no Markdown link is open in it. */
void md_close_link(struct md_builder *b, enum md_opener opener);
bool md_in_markdown_link(const struct md_builder *b);

/* Tables; the same calls serve both readers, each with its own table. */
void md_table_begin(struct md_builder *b, struct md_table *table);
void md_table_end(struct md_builder *b, struct md_table *table);
void md_row_begin(struct md_builder *b, struct md_table *table);
void md_cell_begin(struct md_builder *b, struct md_table *table, bool header);
void md_cell_end(struct md_builder *b, struct md_table *table);

/* Gathers HTML: text of len bytes that stands at source, or (SIZE_MAX) behind what was gathered last. */
void md_html_gather(struct md_builder *b, const char *text, size_t len, size_t source);
/* Reads what was gathered (something was) and forgets it. block: it is an HTML block, not tags inside a paragraph. */
void md_html_read(struct md_builder *b, bool block);

/* Ends all and gives the document, in the arena. */
void md_finish(struct md_builder *b, struct ml_document *out);
void md_release(struct md_builder *b);
