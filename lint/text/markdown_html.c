#include "lint/text/markdown_p.h"

#include <stdlib.h>
#include <string.h>

#include "lint/text/entity.h"

/*
 * A tolerant reader of tags. It never fails: what is no tag is text, what is
 * not closed ends with its block. Each byte is looked at a bounded number of times.
 */

#define NAME_MAX_BYTES 10
#define FAILED_MAX 2

enum action { BREAK, BR, HEADING, LIST, ITEM, TABLE, ROW, CELL, QUOTE, PRE, STYLE, LINK, IMAGE, SKIP };

struct tag {
	char name[NAME_MAX_BYTES + 1];
	uint8_t action;
	uint8_t value; /* a heading's level, a style, whether a cell is of the header */
};

/* In the order of bytes. Tags that are not here neither end a block nor change a style. */
static const struct tag tags[] = {
	{ "a", LINK, 0 }, { "address", BREAK, 0 }, { "article", BREAK, 0 }, { "aside", BREAK, 0 },
	{ "b", STYLE, MD_STYLE_STRONG }, { "big", STYLE, MD_STYLE_STRONG }, { "blockquote", QUOTE, 0 }, { "br", BR, 0 },
	{ "caption", BREAK, 0 }, { "center", BREAK, 0 }, { "code", STYLE, MD_STYLE_CODE }, { "dd", BREAK, 0 },
	{ "del", STYLE, MD_STYLE_STRUCK }, { "details", BREAK, 0 }, { "div", BREAK, 0 }, { "dl", BREAK, 0 },
	{ "dt", BREAK, 0 }, { "em", STYLE, MD_STYLE_STRONG }, { "fieldset", BREAK, 0 }, { "figcaption", BREAK, 0 },
	{ "figure", BREAK, 0 }, { "footer", BREAK, 0 }, { "form", BREAK, 0 }, { "h1", HEADING, 1 },
	{ "h2", HEADING, 2 }, { "h3", HEADING, 3 }, { "h4", HEADING, 4 }, { "h5", HEADING, 5 },
	{ "h6", HEADING, 6 }, { "header", BREAK, 0 }, { "hr", BREAK, 0 }, { "i", STYLE, MD_STYLE_STRONG },
	{ "img", IMAGE, 0 }, { "kbd", STYLE, MD_STYLE_CODE }, { "li", ITEM, 0 }, { "main", BREAK, 0 },
	{ "nav", BREAK, 0 }, { "ol", LIST, 0 }, { "option", BREAK, 0 }, { "p", BREAK, 0 },
	{ "pre", PRE, 0 }, { "s", STYLE, MD_STYLE_STRUCK }, { "samp", STYLE, MD_STYLE_CODE }, { "script", SKIP, 0 },
	{ "section", BREAK, 0 }, { "strike", STYLE, MD_STYLE_STRUCK }, { "strong", STYLE, MD_STYLE_STRONG },
	{ "style", SKIP, 0 }, { "summary", BREAK, 0 }, { "svg", SKIP, 0 }, { "table", TABLE, 0 }, { "tbody", BREAK, 0 },
	{ "td", CELL, 0 }, { "template", SKIP, 0 }, { "tfoot", BREAK, 0 }, { "th", CELL, 1 }, { "thead", BREAK, 0 },
	{ "tr", ROW, 0 }, { "tt", STYLE, MD_STYLE_CODE }, { "ul", LIST, 0 }, { "var", STYLE, MD_STYLE_CODE },
};

struct html {
	struct md_builder *b;
	struct ml_span text;
	size_t piece;    /* of b->html_pieces, where the last look-up ended */
	unsigned failed; /* tags whose end was not found */
	bool no_end;     /* no ">" is left */
};

/* The values of the attributes that we know, as written; absent where the tag has none. */
struct attributes {
	struct ml_span href, src, alt, title;
};

void md_html_gather(struct md_builder *b, const char *text, size_t len, size_t source)
{
	struct ml_piece *last = b->html_pieces_nr ? &b->html_pieces[b->html_pieces_nr - 1] : NULL;

	if (source == SIZE_MAX)
		source = last ? last->source + last->len : b->last;
	b->html = md_reserve(b->html, b->html_nr, &b->html_cap, len + 1, 1);
	memcpy(b->html + b->html_nr, text, len);
	if (last && last->source + last->len == source) {
		last->len += (uint32_t)len;
	} else {
		b->html_pieces = md_reserve(b->html_pieces, b->html_pieces_nr, &b->html_pieces_cap, 1, sizeof *b->html_pieces);
		b->html_pieces[b->html_pieces_nr++] = (struct ml_piece){
			.at = (uint32_t)b->html_nr, .source = (uint32_t)source, .len = (uint32_t)len,
		};
	}
	b->html_nr += len;
}

/* Offsets are asked for in growing order but for attributes, which lie a tag's length behind. */
static size_t source_of(struct html *h, size_t at)
{
	const struct ml_piece *pieces = h->b->html_pieces;

	while (h->piece > 0 && pieces[h->piece].at > at)
		h->piece--;
	while (h->piece + 1 < h->b->html_pieces_nr && pieces[h->piece + 1].at <= at)
		h->piece++;
	return pieces[h->piece].source + (at - pieces[h->piece].at);
}

/* Bytes of white space at an offset: 0 for none, 2 for a space that does not break. */
static size_t white_at(struct ml_span text, size_t at)
{
	if (at >= text.len)
		return 0;
	if (ml_is_space(text.at[at]))
		return 1;
	return (unsigned char)text.at[at] == 0xC2 && at + 1 < text.len && (unsigned char)text.at[at + 1] == 0xA0 ? 2 : 0;
}

/* Text [from, to): white space folds to one space. */
static void add_text(struct html *h, size_t from, size_t to)
{
	struct ml_span text = ml_span_sub(h->text, 0, to);
	char bytes[4];
	size_t len, taken;

	for (size_t at = from; at < to; from = at) {
		if (white_at(text, at)) {
			md_add_space(h->b, source_of(h, at));
			while ((taken = white_at(text, at)))
				at += taken;
			continue;
		}
		if (text.at[at] == '&' && (taken = ml_entity_get(ml_span_sub(text, at, to), bytes, &len))) {
			md_add(h->b, bytes, len, source_of(h, at), taken);
			at += taken;
			continue;
		}
		do
			at++;
		while (at < to && text.at[at] != '&' && !white_at(text, at));
		md_add(h->b, text.at + from, at - from, source_of(h, from), at - from);
	}
}

/* Text of <pre>: as it stands, but for its entities. */
static void add_verbatim(struct html *h, size_t from, size_t to)
{
	char bytes[4];
	size_t len;

	while (from < to) {
		const char *amp = memchr(h->text.at + from + 1, '&', to - from - 1);
		size_t next = amp ? (size_t)(amp - h->text.at) : to, taken = 0;
		if (h->text.at[from] == '&')
			taken = ml_entity_get(ml_span_sub(h->text, from, to), bytes, &len);
		if (taken)
			md_add(h->b, bytes, len, source_of(h, from), taken);
		from += taken;
		if (from < next)
			md_add(h->b, h->text.at + from, next - from, source_of(h, from), next - from);
		from = next;
	}
}

static bool ends_name(char c)
{
	return ml_is_space(c) || c == '/' || c == '>';
}

/* The offset behind an attribute's value that starts at at ("=" was read). */
static size_t read_value(struct ml_span text, size_t at, struct ml_span *value)
{
	while (at < text.len && ml_is_space(text.at[at]))
		at++;
	if (at < text.len && (text.at[at] == '"' || text.at[at] == '\'')) {
		const char *end = memchr(text.at + at + 1, text.at[at], text.len - at - 1);
		size_t to = end ? (size_t)(end - text.at) : text.len;
		*value = ml_span_sub(text, at + 1, to);
		return end ? to + 1 : to;
	}
	size_t from = at;
	while (at < text.len && !ml_is_space(text.at[at]) && text.at[at] != '>')
		at++;
	*value = ml_span_sub(text, from, at);
	return at;
}

static void keep_attribute(struct attributes *known, struct ml_span name, struct ml_span value)
{
	const struct {
		const char *name;
		struct ml_span *value;
	} rows[] = { { "href", &known->href }, { "src", &known->src }, { "alt", &known->alt }, { "title", &known->title } };

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (!rows[i].value->at && ml_span_is_nocase(name, rows[i].name))
			*rows[i].value = value;
}

/* Reads attributes from at on. Returns the offset behind the ">", or 0 where the text ends before. */
static size_t read_attributes(struct ml_span text, size_t at, struct attributes *known)
{
	*known = (struct attributes){ 0 };
	while (at < text.len && text.at[at] != '>') {
		size_t from = at;
		while (at < text.len && !ends_name(text.at[at]) && text.at[at] != '=')
			at++;
		struct ml_span name = ml_span_sub(text, from, at), value = { text.at + at, 0 };
		while (at < text.len && ml_is_space(text.at[at]))
			at++;
		if (at < text.len && text.at[at] == '=')
			at = read_value(text, at + 1, &value);
		if (name.len)
			keep_attribute(known, name, value);
		at += at < text.len && text.at[at] == '/';
	}
	return at < text.len ? at + 1 : 0;
}

/* Where quotes do not match, the tag ends at the next ">". After some such tags it is no longer tried otherwise. */
static size_t tag_end(struct html *h, size_t at, struct attributes *known)
{
	if (h->failed < FAILED_MAX) {
		size_t end = read_attributes(h->text, at, known);
		if (end)
			return end;
		h->failed++;
	}
	const char *end = h->no_end ? NULL : memchr(h->text.at + at, '>', h->text.len - at);
	if (!end) {
		h->no_end = true;
		return 0;
	}
	read_attributes(ml_span_sub(h->text, 0, (size_t)(end - h->text.at)), at, known);
	return (size_t)(end - h->text.at) + 1;
}

static int by_name(const void *key, const void *row)
{
	return strcmp(key, ((const struct tag *)row)->name);
}

static const struct tag *find_tag(struct ml_span name)
{
	char lower[NAME_MAX_BYTES + 1];

	if (name.len > NAME_MAX_BYTES)
		return NULL;
	for (size_t i = 0; i < name.len; i++)
		lower[i] = ml_lower(name.at[i]);
	lower[name.len] = '\0';
	return bsearch(lower, tags, sizeof tags / sizeof *tags, sizeof *tags, by_name);
}

/* A value that outlives the gathered text, without references and white space around it. */
static struct ml_span keep_value(struct md_builder *b, struct ml_span value)
{
	if (!value.at)
		return value;
	value = ml_span_trim(value);
	return ml_entity_resolve(b->arena, (struct ml_span){ ml_arena_dup(b->arena, value), value.len });
}

static void on_image(struct html *h, const struct attributes *known, size_t source)
{
	struct md_builder *b = h->b;

	if (!known->src.len)
		return;
	md_open_link(b, MD_OPENED_BY_HTML, true, keep_value(b, known->src), keep_value(b, known->title), source);
	if (known->alt.len) {
		size_t from = (size_t)(known->alt.at - h->text.at);
		add_text(h, from, from + known->alt.len);
	}
	md_close_link(b, MD_OPENED_BY_HTML);
}

static void on_link(struct html *h, bool end, const struct attributes *known, size_t source)
{
	struct md_builder *b = h->b;

	md_close_link(b, MD_OPENED_BY_HTML); /* links do not nest */
	if (!end)
		md_open_link(b, MD_OPENED_BY_HTML, false, keep_value(b, known->href), keep_value(b, known->title), source);
}

static void count(unsigned *nr, bool end)
{
	if (!end)
		++*nr;
	else if (*nr)
		--*nr;
}

static void set_leaf(struct md_builder *b, enum ml_block_kind kind, unsigned level, bool end)
{
	md_close(b);
	b->leaf = end ? ML_BLOCK_PARAGRAPH : kind;
	b->level = level;
}

/* A line break separates sentences, but not the words of one heading or cell. */
static void on_br(struct html *h, size_t source)
{
	struct md_builder *b = h->b;

	if (b->leaf != ML_BLOCK_PARAGRAPH || b->table.in_cell || (b->in_html && b->html_table.in_cell) || md_in_markdown_link(b))
		md_add_space(b, source);
	else
		md_close(b);
}

static void on_cell(struct md_builder *b, bool end, bool header)
{
	if (!b->html_table.number)
		md_close(b);
	else if (end)
		md_cell_end(b, &b->html_table);
	else
		md_cell_begin(b, &b->html_table, header);
}

static void on_table(struct md_builder *b, bool end)
{
	if (end)
		md_table_end(b, &b->html_table);
	else
		md_table_begin(b, &b->html_table);
}

static void on_item(struct md_builder *b, bool end)
{
	md_close(b);
	b->item_pending = !end;
	b->task = ML_TASK_NONE;
}

/* Tags that end a block. */
static void on_border(struct html *h, const struct tag *tag, bool end)
{
	struct md_builder *b = h->b;

	md_close(b);
	switch (tag->action) {
	case HEADING:
		set_leaf(b, ML_BLOCK_HEADING, tag->value, end);
		break;
	case PRE:
		set_leaf(b, ML_BLOCK_CODE, 0, end);
		break;
	case LIST:
		count(&b->html_lists, end);
		break;
	case QUOTE:
		count(&b->html_quotes, end);
		break;
	case ITEM:
		on_item(b, end);
		break;
	case TABLE:
		on_table(b, end);
		break;
	case ROW:
		if (b->html_table.number && !end)
			md_row_begin(b, &b->html_table);
		break;
	case CELL:
		on_cell(b, end, tag->value);
		break;
	default:
		break;
	}
}

static void on_tag(struct html *h, const struct tag *tag, bool end, const struct attributes *known, size_t source)
{
	struct md_builder *b = h->b;

	if (tag->action == STYLE)
		count(&b->html_styles[tag->value], end);
	else if (tag->action == LINK)
		on_link(h, end, known, source);
	else if (tag->action == IMAGE)
		on_image(h, known, source);
	else if (tag->action == BR)
		on_br(h, source);
	else if (tag->action != SKIP && md_in_markdown_link(b))
		md_add_space(b, source);
	else if (tag->action != SKIP)
		on_border(h, tag, end);
}

/* The offset behind the end tag of an element whose content is no text. */
static size_t skip_element(const struct html *h, size_t at, const struct tag *tag)
{
	char wanted[NAME_MAX_BYTES + 3] = "</";

	memcpy(wanted + 2, tag->name, strlen(tag->name) + 1);
	size_t found = ml_span_find_nocase(ml_span_sub(h->text, at, h->text.len), wanted);
	return found == SIZE_MAX ? h->text.len : at + found;
}

/* A comment, declaration, CDATA section or processing instruction at at: the offset behind it. */
static size_t skip_declaration(const struct html *h, size_t at)
{
	struct ml_span rest = ml_span_sub(h->text, at, h->text.len);
	const char *end = ml_span_starts(rest, "<!--") ? "-->" : ml_span_starts(rest, "<![CDATA[") ? "]]>" : ">";
	size_t from = *end == '-' ? 4 : 2, found = ml_span_find(ml_span_sub(rest, from, rest.len), end);

	return found == SIZE_MAX ? h->text.len : at + from + found + strlen(end);
}

/* Reads the markup at at ("<") and returns the offset behind it, or 0 where it is text. */
static size_t read_markup(struct html *h, size_t at)
{
	struct ml_span text = h->text;
	struct attributes known;

	if (at + 1 < text.len && (text.at[at + 1] == '!' || text.at[at + 1] == '?'))
		return skip_declaration(h, at);
	bool end = at + 1 < text.len && text.at[at + 1] == '/';
	size_t from = at + 1 + end, to = from;
	while (to < text.len && ml_is_alnum(text.at[to]))
		to++;
	if (to == from || !ml_is_alpha(text.at[from]))
		return 0;
	while (to < text.len && !ends_name(text.at[to]))
		to++;
	const struct tag *tag = find_tag(ml_span_sub(text, from, to));
	size_t behind = tag_end(h, to, &known);
	if (!behind || !tag)
		return behind;
	on_tag(h, tag, end, &known, source_of(h, at));
	return tag->action == SKIP && !end ? skip_element(h, behind, tag) : behind;
}

static void read_text(struct html *h)
{
	for (size_t at = 0; at < h->text.len && !h->b->cut;) {
		size_t behind = h->text.at[at] == '<' ? read_markup(h, at) : 0;
		if (behind) {
			at = behind;
			continue;
		}
		const char *next = memchr(h->text.at + at + 1, '<', h->text.len - at - 1);
		size_t to = next ? (size_t)(next - h->text.at) : h->text.len;
		if (h->b->leaf == ML_BLOCK_CODE)
			add_verbatim(h, at, to);
		else
			add_text(h, at, to);
		at = to;
	}
}

void md_html_read(struct md_builder *b, bool block)
{
	struct html h = { .b = b, .text = { b->html, b->html_nr } };

	b->in_html = block;
	if (block)
		memset(b->html_styles, 0, sizeof b->html_styles);
	read_text(&h);
	if (block)
		md_close(b);
	b->in_html = false;
	b->last = source_of(&h, b->html_nr);
	b->html_nr = b->html_pieces_nr = 0;
}
