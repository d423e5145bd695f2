#include "lint/text/markdown_p.h"

#include <stdlib.h>
#include <string.h>

#include "lint/base/limits.h"

void *md_reserve(void *array, size_t nr, size_t *cap, size_t more, size_t size)
{
	size_t wanted = *cap ? *cap : 16, bytes;

	if (nr + more <= *cap)
		return array;
	while (wanted < nr + more)
		wanted *= 2;
	void *grown = __builtin_mul_overflow(wanted, size, &bytes) ? NULL : realloc(array, bytes);
	if (!grown)
		ml_oom();
	*cap = wanted;
	return grown;
}

static uint8_t styles_now(const struct md_builder *b)
{
	unsigned set = 0;

	for (unsigned i = 0; i < MD_STYLE_NR; i++)
		set |= b->styles[i] || b->html_styles[i] ? 1u << i : 0;
	return (uint8_t)set;
}

/* The table whose cell we are in, or NULL. A cell of HTML ends with its HTML block: who leaves the end tag out must not make all that follows a cell. */
static const struct md_table *cell_now(const struct md_builder *b)
{
	if (b->in_html && b->html_table.in_cell)
		return &b->html_table;
	return b->table.in_cell ? &b->table : NULL;
}

static void set_cell(struct md_builder *b, const struct md_table *table)
{
	b->block.kind = ML_BLOCK_CELL;
	b->block.table = table->number;
	b->block.row = table->row;
	b->block.cell = table->cell;
	if (table->row > 0 && table->cell < table->header_nr)
		b->at.column = table->header[table->cell];
	if (table->cell > 0)
		b->at.label = table->label;
}

static uint8_t depth(unsigned nr)
{
	return nr < UINT8_MAX ? (uint8_t)nr : UINT8_MAX;
}

static void open_block(struct md_builder *b)
{
	const struct md_table *table = cell_now(b);

	b->open = true;
	b->block = (struct ml_block){
		.kind = b->leaf,
		.quote_depth = depth(b->quotes + b->html_quotes),
		.list_depth = depth(b->lists + b->html_lists),
		.html = b->in_html,
		.source_at = UINT32_MAX,
	};
	b->at = (struct md_refs){
		.text_at = b->text_nr, .pieces_at = b->pieces_nr, .links_at = b->links_nr, .heading = b->heading,
	};
	if (b->leaf == ML_BLOCK_HEADING)
		b->block.level = (uint8_t)b->level;
	if (b->leaf != ML_BLOCK_PARAGRAPH)
		return;
	if (table)
		set_cell(b, table);
	/* A list inside a cell: items that know their row and column. */
	if (b->item_pending) {
		b->block.kind = ML_BLOCK_ITEM;
		b->block.task = b->task;
		b->item_pending = false;
	}
}

static void cover(struct md_builder *b, size_t from, size_t to)
{
	if (from < b->block.source_at)
		b->block.source_at = (uint32_t)from;
	if (to > b->source.len)
		to = b->source.len; /* md4c ends the last line even where the source does not */
	if (to > b->block.source_end)
		b->block.source_end = (uint32_t)to;
}

static void place_open_links(struct md_builder *b, size_t source)
{
	for (size_t i = b->open_nr; i-- > 0 && !b->open_links[i].placed;) {
		b->open_links[i].placed = true;
		b->open_links[i].link.source = (uint32_t)source;
	}
}

static void add_piece(struct md_builder *b, size_t len, size_t source, size_t source_len)
{
	uint8_t style = styles_now(b);
	size_t at = b->text_nr - b->at.text_at;
	struct ml_piece *last = b->pieces_nr > b->at.pieces_at ? &b->pieces[b->pieces_nr - 1] : NULL;

	if (last && last->style == style && last->source + last->len == source && len == source_len && last->at + last->len == at) {
		last->len += (uint32_t)len;
		return;
	}
	b->pieces = md_reserve(b->pieces, b->pieces_nr, &b->pieces_cap, 1, sizeof *b->pieces);
	b->pieces[b->pieces_nr++] = (struct ml_piece){
		.at = (uint32_t)at, .source = (uint32_t)source, .len = (uint32_t)len, .style = style,
	};
}

static bool ends_white(const struct md_builder *b)
{
	return b->text_nr == b->at.text_at || ml_is_space(b->text[b->text_nr - 1]);
}

static bool is_word(char c)
{
	return ml_is_alnum(c) || (unsigned char)c >= 0x80;
}

/* The text alone, without a look at what surrounds it. */
static void put(struct md_builder *b, const char *text, size_t len, size_t source, size_t source_len)
{
	if (!b->open)
		open_block(b);
	b->text = md_reserve(b->text, b->text_nr, &b->text_cap, len + 1, 1);
	add_piece(b, len, source, source_len);
	memcpy(b->text + b->text_nr, text, len);
	b->text_nr += len;
	b->last = source + source_len;
	cover(b, source, b->last);
}

/* Pictures stand apart: the words of two badges do not run together. The space belongs to no link that begins here. */
static void keep_apart(struct md_builder *b, char first)
{
	size_t end = b->text_nr - b->at.text_at;

	b->apart = false;
	if (!b->open || ends_white(b) || !is_word(first) || !is_word(b->text[b->text_nr - 1]))
		return;
	put(b, " ", 1, b->last, 0);
	for (size_t i = b->open_nr; i-- > 0 && b->open_links[i].link.at == end;)
		b->open_links[i].link.at++;
}

void md_add(struct md_builder *b, const char *text, size_t len, size_t source, size_t source_len)
{
	if (b->leaf != ML_BLOCK_CODE) {
		/* Where a tag stood, the white space of both its sides meets; at the front of a block none is wanted. */
		while (len && ml_is_space(*text) && (!b->open || ends_white(b))) {
			text++;
			len--;
			source += source_len > 1;
			source_len -= source_len > 1;
		}
	}
	if (len == 0)
		return;
	if (b->apart)
		keep_apart(b, *text);
	put(b, text, len, source, source_len);
	if (b->open_nr)
		place_open_links(b, source);
}

void md_add_space(struct md_builder *b, size_t source)
{
	if (b->open && !ends_white(b))
		md_add(b, b->leaf == ML_BLOCK_CODE ? "\n" : " ", 1, source, 1);
}

static void trim_end(struct md_builder *b)
{
	while (b->text_nr > b->at.text_at && ml_is_space(b->text[b->text_nr - 1])) {
		b->text_nr--;
		if (--b->pieces[b->pieces_nr - 1].len == 0)
			b->pieces_nr--;
	}
}

static void link_style(struct md_builder *b, const struct md_open_link *open, int step)
{
	b->styles[open->link.image ? MD_STYLE_IMAGE : MD_STYLE_LINK] += (unsigned)step;
}

/* An <a> without href is only a place to link to. */
static void finish_link(struct md_builder *b)
{
	struct md_open_link *open = &b->open_links[--b->open_nr];
	size_t end = b->text_nr - b->at.text_at;

	if (!open->link.target.at)
		return;
	link_style(b, open, -1);
	while (end > open->link.at && ml_is_space(b->text[b->at.text_at + end - 1]))
		end--;
	open->link.len = end > open->link.at ? (uint32_t)(end - open->link.at) : 0;
	b->links = md_reserve(b->links, b->links_nr, &b->links_cap, 1, sizeof *b->links);
	b->links[b->links_nr++] = open->link;
	cover(b, open->link.source, open->link.source);
	b->apart |= open->link.image;
}

/* White space at the end is no link's text. */
static void clamp_links(struct md_builder *b)
{
	size_t end = b->text_nr - b->at.text_at;

	for (size_t i = b->at.links_at; i < b->links_nr; i++) {
		struct ml_link *link = &b->links[i];
		if (link->at > end)
			link->at = (uint32_t)end;
		if (link->len > end - link->at)
			link->len = (uint32_t)(end - link->at);
	}
}

static void note_block(struct md_builder *b)
{
	uint32_t number = (uint32_t)b->blocks_nr;
	struct md_table *table = b->block.table && b->block.html ? &b->html_table : &b->table;

	if (b->block.kind == ML_BLOCK_HEADING)
		b->heading = number;
	if (!b->block.table)
		return;
	if (!table->first_block)
		table->first_block = number;
	if (table->cell == 0 && !table->label)
		table->label = number;
	if (table->row > 0 || !table->has_header)
		return;
	size_t nr = table->header_nr;
	table->header = md_reserve(table->header, nr, &table->header_cap, table->cell + 1 > nr ? table->cell + 1 - nr : 0,
				   sizeof *table->header);
	while (table->header_nr <= table->cell)
		table->header[table->header_nr++] = 0;
	if (!table->header[table->cell])
		table->header[table->cell] = number;
}

void md_close(struct md_builder *b)
{
	if (!b->open)
		return;
	while (b->open_nr)
		finish_link(b);
	b->open = false;
	trim_end(b);
	clamp_links(b);
	if (b->text_nr == b->at.text_at && b->links_nr == b->at.links_at)
		return;
	if (b->blocks_nr == ML_LIMIT_MARKDOWN_BLOCKS) {
		b->cut = true;
		return;
	}
	b->block.text.len = b->text_nr - b->at.text_at;
	b->block.pieces_nr = b->pieces_nr - b->at.pieces_at;
	b->block.links_nr = b->links_nr - b->at.links_at;
	b->text = md_reserve(b->text, b->text_nr, &b->text_cap, 1, 1);
	b->text[b->text_nr++] = '\0';
	b->blocks = md_reserve(b->blocks, b->blocks_nr, &b->blocks_cap, 1, sizeof *b->blocks);
	b->refs = md_reserve(b->refs, b->blocks_nr, &b->refs_cap, 1, sizeof *b->refs);
	b->blocks[b->blocks_nr] = b->block;
	b->refs[b->blocks_nr++] = b->at;
	note_block(b);
}

void md_open_link(struct md_builder *b, enum md_opener opener, bool image, struct ml_span target, struct ml_span title, size_t source)
{
	b->apart |= image;
	if (!b->open)
		open_block(b);
	b->open_links = md_reserve(b->open_links, b->open_nr, &b->open_cap, 1, sizeof *b->open_links);
	b->open_links[b->open_nr++] = (struct md_open_link){
		.link = {
			.target = target,
			.title = title,
			.image = image,
			.at = (uint32_t)(b->text_nr - b->at.text_at),
			.source = (uint32_t)source,
		},
		.opener = opener,
	};
	if (target.at)
		link_style(b, &b->open_links[b->open_nr - 1], 1);
}

/* A Markdown link ends where md4c says, whatever HTML was left open in it. */
void md_close_link(struct md_builder *b, enum md_opener opener)
{
	size_t i = b->open_nr;

	while (opener == MD_OPENED_BY_MARKDOWN && i && b->open_links[i - 1].opener != opener)
		i--;
	if (!i || b->open_links[i - 1].opener != opener)
		return;
	while (b->open_nr >= i)
		finish_link(b);
}

bool md_in_markdown_link(const struct md_builder *b)
{
	for (size_t i = 0; i < b->open_nr; i++)
		if (b->open_links[i].opener == MD_OPENED_BY_MARKDOWN)
			return true;
	return false;
}

static void *keep(struct ml_arena *arena, const void *pool, size_t nr, size_t size)
{
	void *kept = ml_arena_raw_array_of(arena, nr, size);

	if (nr)
		memcpy(kept, pool, nr * size);
	return kept;
}

static const struct ml_block *numbered(const struct ml_block *blocks, uint32_t number)
{
	return number ? &blocks[number - 1] : NULL;
}

void md_finish(struct md_builder *b, struct ml_document *out)
{
	md_close(b);
	struct ml_block *blocks = keep(b->arena, b->blocks, b->blocks_nr, sizeof *blocks);
	const struct ml_piece *pieces = keep(b->arena, b->pieces, b->pieces_nr, sizeof *pieces);
	const struct ml_link *links = keep(b->arena, b->links, b->links_nr, sizeof *links);
	const char *text = keep(b->arena, b->text, b->text_nr, 1);
	for (size_t i = 0; i < b->blocks_nr; i++) {
		const struct md_refs *refs = &b->refs[i];
		blocks[i].text.at = text + refs->text_at;
		blocks[i].pieces = pieces + refs->pieces_at;
		blocks[i].links = links + refs->links_at;
		blocks[i].heading = numbered(blocks, refs->heading);
		blocks[i].column = numbered(blocks, refs->column);
		blocks[i].label = numbered(blocks, refs->label);
	}
	*out = (struct ml_document){ .source = b->source, .blocks = blocks, .blocks_nr = b->blocks_nr, .cut = b->cut };
}

void md_release(struct md_builder *b)
{
	free(b->text);
	free(b->pieces);
	free(b->links);
	free(b->blocks);
	free(b->refs);
	free(b->open_links);
	free(b->html);
	free(b->html_pieces);
	free(b->table.header);
	free(b->html_table.header);
}
