#include "lint/text/markdown_p.h"

#include <md4c.h>
#include <string.h>

#include "lint/base/limits.h"
#include "lint/text/entity.h"

#define FLAGS (MD_DIALECT_GITHUB)

/* Offsets are asked for in growing order but for links' addresses. */
static size_t source_of(struct md_builder *b, size_t at)
{
	while (b->part && b->parts[b->part].at > at)
		b->part--;
	while (b->part + 1 < b->parts_nr && b->parts[b->part + 1].at <= at)
		b->part++;
	return b->parts[b->part].source + (at - b->parts[b->part].at);
}

/* md4c hands pieces of the source where it can, and else bytes of its own: those stand where the last ones ended. */
static bool in_source(struct md_builder *b, const char *text, size_t *offset)
{
	uintptr_t at = (uintptr_t)text, from = (uintptr_t)b->read.at;

	if (at < from || at >= from + b->read.len)
		return false;
	*offset = source_of(b, b->widened ? md_narrow(b->widened, at - from) : at - from);
	return true;
}

/* An attribute in one piece, entities resolved. It is borrowed from the source where that has it just so. */
static struct ml_span attribute(struct md_builder *b, const MD_ATTRIBUTE *a)
{
	struct ml_span text = { a->text, a->size };
	size_t offset;

	if (!a->text || !a->size)
		return (struct ml_span)ML_SPAN("");
	if (!in_source(b, a->text, &offset))
		text.at = ml_arena_dup(b->arena, text);
	return ml_entity_resolve(b->arena, text);
}

static void open_link(struct md_builder *b, bool image, const MD_ATTRIBUTE *target, const MD_ATTRIBUTE *title)
{
	size_t source = b->last, offset;

	b->link_bytes += target->size + title->size;
	if (b->link_bytes > ML_LIMIT_MARKDOWN_LINK_BYTES) {
		b->cut = true;
		return;
	}
	/* Without words of its own the address shows where it stands; that of a reference stands elsewhere. */
	if (target->text && in_source(b, target->text, &offset) && offset >= b->last)
		source = offset;
	md_open_link(b, MD_OPENED_BY_MARKDOWN, image, attribute(b, target),
		     title->text ? attribute(b, title) : (struct ml_span){ NULL, 0 }, source);
}

/* Leaves that hold words: each begins afresh, whatever tags were left open before. */
static void enter_leaf(struct md_builder *b, enum ml_block_kind kind, unsigned level)
{
	md_close(b);
	memset(b->html_styles, 0, sizeof b->html_styles);
	b->leaf = kind;
	b->level = level;
	if (kind == ML_BLOCK_HEADING)
		b->html_lists = b->html_quotes = 0;
}

static void enter_item(struct md_builder *b, const MD_BLOCK_LI_DETAIL *item)
{
	md_close(b);
	b->item_pending = true;
	b->task = !item->is_task ? ML_TASK_NONE : item->task_mark == ' ' ? ML_TASK_OPEN : ML_TASK_DONE;
}

/* Tags come in pieces: they are read when something else comes. */
static void flush_html(struct md_builder *b, bool block)
{
	if (b->html_nr)
		md_html_read(b, block);
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *data)
{
	struct md_builder *b = data;

	flush_html(b, false);
	switch (type) {
	case MD_BLOCK_QUOTE:
		md_close(b);
		b->quotes++;
		break;
	case MD_BLOCK_UL:
	case MD_BLOCK_OL:
		md_close(b);
		b->lists++;
		break;
	case MD_BLOCK_LI:
		enter_item(b, detail);
		break;
	case MD_BLOCK_H:
		enter_leaf(b, ML_BLOCK_HEADING, ((const MD_BLOCK_H_DETAIL *)detail)->level);
		break;
	case MD_BLOCK_CODE:
		enter_leaf(b, ML_BLOCK_CODE, 0);
		break;
	case MD_BLOCK_P:
		enter_leaf(b, ML_BLOCK_PARAGRAPH, 0);
		break;
	case MD_BLOCK_TABLE:
		md_table_begin(b, &b->table);
		break;
	case MD_BLOCK_TR:
		md_row_begin(b, &b->table);
		break;
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		enter_leaf(b, ML_BLOCK_PARAGRAPH, 0);
		md_cell_begin(b, &b->table, type == MD_BLOCK_TH);
		break;
	default:
		md_close(b);
		break;
	}
	return b->cut;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *data)
{
	struct md_builder *b = data;

	(void)detail;
	flush_html(b, type == MD_BLOCK_HTML);
	md_close(b);
	b->leaf = ML_BLOCK_PARAGRAPH;
	switch (type) {
	case MD_BLOCK_QUOTE:
		b->quotes--;
		break;
	case MD_BLOCK_UL:
	case MD_BLOCK_OL:
		b->lists--;
		break;
	case MD_BLOCK_LI:
		b->item_pending = false;
		break;
	case MD_BLOCK_TABLE:
		md_table_end(b, &b->table);
		break;
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		md_cell_end(b, &b->table);
		break;
	default:
		break;
	}
	return b->cut;
}

/* Style of each kind of span; -1 where it has none of its own. */
static int span_style(MD_SPANTYPE type)
{
	switch (type) {
	case MD_SPAN_EM:
	case MD_SPAN_STRONG:
		return MD_STYLE_STRONG;
	case MD_SPAN_CODE:
		return MD_STYLE_CODE;
	case MD_SPAN_DEL:
		return MD_STYLE_STRUCK;
	default:
		return -1;
	}
}

static int enter_span(MD_SPANTYPE type, void *detail, void *data)
{
	struct md_builder *b = data;
	int style = span_style(type);

	flush_html(b, false);
	if (style >= 0)
		b->styles[style]++;
	if (type == MD_SPAN_A) {
		const MD_SPAN_A_DETAIL *a = detail;
		open_link(b, false, &a->href, &a->title);
	} else if (type == MD_SPAN_IMG) {
		const MD_SPAN_IMG_DETAIL *image = detail;
		open_link(b, true, &image->src, &image->title);
	}
	return b->cut;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *data)
{
	struct md_builder *b = data;
	int style = span_style(type);

	(void)detail;
	flush_html(b, false);
	if (style >= 0)
		b->styles[style]--;
	if (type == MD_SPAN_A || type == MD_SPAN_IMG)
		md_close_link(b, MD_OPENED_BY_MARKDOWN);
	return b->cut;
}

static void add_entity(struct md_builder *b, struct ml_span text, size_t source)
{
	char bytes[4];
	size_t len;

	if (ml_entity_get(text, bytes, &len))
		md_add(b, bytes, len, source, text.len);
	else
		md_add(b, text.at, text.len, source, text.len);
}

/* Spaces that do not break (C2 A0) become plain ones, as their entity does. */
static void add_words(struct md_builder *b, const char *text, size_t len, size_t source)
{
	const char *end = text + len, *from = text, *at = text;

	while ((at = memchr(at, 0xC2, (size_t)(end - at))) && at + 1 < end) {
		if ((unsigned char)at[1] != 0xA0) {
			at++;
			continue;
		}
		md_add(b, from, (size_t)(at - from), source + (size_t)(from - text), (size_t)(at - from));
		md_add(b, " ", 1, source + (size_t)(at - text), 2);
		from = at += 2;
	}
	md_add(b, from, (size_t)(end - from), source + (size_t)(from - text), (size_t)(end - from));
}

static bool may_be_delimiter(const struct md_builder *b, char first)
{
	return (first == '|' || first == '-' || first == ':') && b->leaf == ML_BLOCK_PARAGRAPH && !b->table.in_cell;
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
	struct md_builder *b = data;
	size_t source = b->last;
	bool own = in_source(b, text, &source);

	if (type == MD_TEXT_HTML) {
		md_html_gather(b, text, size, own ? source : SIZE_MAX);
		return b->cut;
	}
	flush_html(b, false);
	switch (type) {
	case MD_TEXT_BR:
	case MD_TEXT_SOFTBR:
		md_add_space(b, source);
		break;
	case MD_TEXT_NULLCHAR:
		md_add(b, "\xEF\xBF\xBD", 3, source, 1);
		break;
	case MD_TEXT_ENTITY:
		add_entity(b, (struct ml_span){ text, size }, source);
		break;
	case MD_TEXT_NORMAL:
		if (own && !b->widened && may_be_delimiter(b, *text) && md_is_delimiter((struct ml_span){ text, size }))
			ML_PUSH(b->arena, b->delimiters, b->delimiters_nr, b->delimiters_cap, (size_t)(text - b->read.at));
		/* fall through */
	default:
		if (own)
			add_words(b, text, size, source);
		else
			md_add(b, text, size, source, 1);
		break;
	}
	return b->cut;
}

static void parse(struct md_builder *b)
{
	static const MD_PARSER parser = {
		.flags = FLAGS,
		.enter_block = enter_block,
		.leave_block = leave_block,
		.enter_span = enter_span,
		.leave_span = leave_span,
		.text = on_text,
	};

	/* Room for what a README usually holds, so that the pools need not move. */
	b->text = md_reserve(b->text, 0, &b->text_cap, b->read.len, 1);
	b->pieces = md_reserve(b->pieces, 0, &b->pieces_cap, b->read.len / 32, sizeof *b->pieces);
	b->blocks = md_reserve(b->blocks, 0, &b->blocks_cap, b->read.len / 64, sizeof *b->blocks);
	b->refs = md_reserve(b->refs, 0, &b->refs_cap, b->read.len / 64, sizeof *b->refs);
	b->last = b->parts[0].source;
	if (b->read.len && md_parse(b->read.at, (MD_SIZE)b->read.len, &parser, b) != 0 && !b->cut)
		ml_oom(); /* md4c fails in no other way */
}

/* Rows that md4c cannot read are rare, so a text is read again only once it has stumbled over one. */
static void parse_widened(struct md_builder *b)
{
	struct md_builder again = { .arena = b->arena, .source = b->source, .parts = b->parts, .parts_nr = b->parts_nr };
	struct md_widened widened;

	md_widen(&widened, b);
	if (!widened.shifts_nr)
		return;
	again.read = (struct ml_span){ widened.text, widened.text_nr };
	again.widened = &widened;
	parse(&again);
	md_release(b);
	*b = again;
}

static void parse_parts(struct ml_document *out, struct md_builder *b)
{
	parse(b);
	if (b->delimiters_nr)
		parse_widened(b);
	md_finish(b, out);
	md_release(b);
}

void ml_markdown_parse_range(struct ml_document *out, struct ml_arena *arena, struct ml_span source, size_t from, size_t to)
{
	struct md_part part = { .source = from };
	struct md_builder b = { .arena = arena, .source = source, .read = ml_span_sub(source, from, to), .parts = &part, .parts_nr = 1 };

	parse_parts(out, &b);
}

void ml_markdown_parse_parts(struct ml_document *out, struct ml_arena *arena, struct ml_span source, const struct ml_stretch *stretches,
			     size_t nr)
{
	static const char apart[] = "\n\n";
	struct md_part *parts = ml_arena_array(arena, struct md_part, nr + 1);
	struct md_builder b = { .arena = arena, .source = source, .parts = parts, .parts_nr = nr ? nr : 1 };
	size_t len = 0;

	for (size_t i = 0; i < nr; i++)
		len += stretches[i].to - stretches[i].from + strlen(apart);
	/* md4c looks for line ends with strcspn: always there before the end, but a NUL behind costs nothing. */
	char *text = ml_arena_raw(arena, len + 1);
	len = 0;
	for (size_t i = 0; i < nr; i++) {
		size_t part = stretches[i].to - stretches[i].from;
		parts[i] = (struct md_part){ .at = len, .source = stretches[i].from };
		memcpy(text + len, source.at + stretches[i].from, part);
		memcpy(text + len + part, apart, strlen(apart));
		len += part + strlen(apart);
	}
	text[len] = '\0';
	b.read = (struct ml_span){ text, len };
	parse_parts(out, &b);
}

void ml_markdown_parse(struct ml_document *out, struct ml_arena *arena, struct ml_span source, size_t from)
{
	ml_markdown_parse_range(out, arena, source, from, source.len);
}

/* The piece that holds an offset of the text: the last one that starts at or before it. */
static const struct ml_piece *piece_at(const struct ml_block *block, size_t at)
{
	size_t low = 0, high = block->pieces_nr;

	if (!high)
		return NULL;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (block->pieces[middle].at <= at)
			low = middle;
		else
			high = middle;
	}
	return &block->pieces[low];
}

size_t ml_block_source(const struct ml_block *block, size_t at)
{
	const struct ml_piece *piece = piece_at(block, at);

	if (!piece)
		return block->source_at;
	size_t into = at > piece->at ? at - piece->at : 0;
	size_t source = piece->source + (into < piece->len ? into : piece->len);
	return source < block->source_end ? source : block->source_end;
}

unsigned ml_block_style(const struct ml_block *block, size_t at)
{
	const struct ml_piece *piece = piece_at(block, at);

	return piece && at < block->text.len ? piece->style : 0;
}
