#include "lint/facts/parts.h"

#include "lint/base/yaml.h"
#include "lint/text/scan.h"

#define INTRO_BYTES 6144u /* in which a document says what it is about */

/* One line from *at, without its end; moves *at behind the end. */
static struct ml_span next_line(struct ml_span text, size_t *at)
{
	size_t from = *at, to = from;

	while (to < text.len && text.at[to] != '\n' && text.at[to] != '\r')
		to++;
	*at = to;
	if (*at < text.len && text.at[*at] == '\r')
		(*at)++;
	if (*at < text.len && text.at[*at] == '\n')
		(*at)++;
	return ml_span_sub(text, from, to);
}

/* A line of three dashes, or where a block ends also three dots; white space behind it is fine. */
static bool is_fence(struct ml_span line, bool closing)
{
	if (!ml_span_starts(line, "---") && !(closing && ml_span_starts(line, "...")))
		return false;
	return !ml_span_trim(ml_span_sub(line, 3, line.len)).len;
}

/* Front matter opens on the first line and is closed; a rule that is never closed is plain Markdown (ML002). */
static void read_front(struct ml_card *card, struct ml_arena *arena, struct ml_span text)
{
	size_t at = 0;
	uint32_t line = 1;

	if (!is_fence(next_line(text, &at), false))
		return;
	size_t from = at;
	while (at < text.len) {
		size_t to = at;
		struct ml_span next = next_line(text, &at);
		line++;
		if (!is_fence(next, true))
			continue;
		card->front_matter = true;
		card->front_line = 1;
		card->front_end_line = line;
		card->body = at;
		ml_yaml_parse(arena, ml_span_sub(text, from, to), 2, &card->front);
		return;
	}
}

static struct ml_span first_heading(const struct ml_document *document)
{
	for (size_t i = 0; i < document->blocks_nr; i++) {
		if (document->blocks[i].kind == ML_BLOCK_HEADING && document->blocks[i].text.len)
			return document->blocks[i].text;
	}
	return (struct ml_span){ 0 };
}

/* The parts of one document, put together: blocks keep pointing to each other, so they are moved once, at the end. */
struct parts {
	struct ml_document *at;
	size_t nr, cap, blocks_nr;
};

static const struct ml_block *moved(const struct ml_block *block, const struct ml_document *part, const struct ml_block *to)
{
	return block ? to + (block - part->blocks) : NULL;
}

/* A table's number counts through the document; headings above a part are known to the parts before it only. */
static void put_together(struct ml_document *out, struct ml_arena *arena, const struct parts *parts)
{
	struct ml_block *blocks = ml_arena_array(arena, struct ml_block, parts->blocks_nr);
	size_t nr = 0;
	uint32_t tables = 0;

	for (size_t p = 0; p < parts->nr; p++) {
		const struct ml_document *part = &parts->at[p];
		struct ml_block *to = blocks + nr;
		uint32_t last = 0;
		for (size_t i = 0; i < part->blocks_nr; i++, nr++) {
			struct ml_block *block = &blocks[nr];
			*block = part->blocks[i];
			block->heading = moved(block->heading, part, to);
			block->column = moved(block->column, part, to);
			block->label = moved(block->label, part, to);
			if (block->table > last)
				last = block->table;
			if (block->table)
				block->table += tables;
		}
		tables += last;
		out->cut |= part->cut;
	}
	out->blocks = blocks;
	out->blocks_nr = nr;
}

static void add_part(struct parts *parts, struct ml_arena *arena, struct ml_arena *scratch, struct ml_span text, size_t from, size_t to)
{
	struct ml_document part;

	if (from == to)
		return;
	ml_markdown_parse_range(&part, arena, text, from, to);
	parts->blocks_nr += part.blocks_nr;
	ML_PUSH(scratch, parts->at, parts->nr, parts->cap, part);
}

/* Whether a word of the scan stands before the end of the section; hits come in order, so that one walk serves all sections. */
static bool is_hit(const struct ml_scan *scan, struct ml_span text, size_t *at, struct ml_scan_hit *hit, bool *more,
		   const struct ml_section *section)
{
	while (*more && hit->at < section->from)
		*more = ml_scan_next(scan, text, at, hit);
	return *more && hit->at < section->to;
}

/* Sections that hold a word of interest, and those that introduce the document, are parsed; runs of them in one piece. */
static void parse_sections(struct ml_document *out, struct ml_arena *arena, struct ml_arena *scratch, struct ml_span text, size_t from,
			   const struct ml_scan *scan)
{
	struct parts parts = { 0 };
	struct ml_section section;
	struct ml_scan_hit hit = { 0 };
	size_t at = from, scanned = from, begin = from, end = from;
	bool more = true, titled = false;

	while (ml_section_next(text, &at, &section)) {
		bool wanted = is_hit(scan, text, &scanned, &hit, &more, &section) || !titled || section.from < from + INTRO_BYTES;
		titled |= section.level > 0;
		if (wanted && section.from == end) {
			end = section.to;
			continue;
		}
		if (!wanted)
			continue;
		add_part(&parts, arena, scratch, text, begin, end);
		begin = section.from;
		end = section.to;
	}
	add_part(&parts, arena, scratch, text, begin, end);
	out->source = text;
	put_together(out, arena, &parts);
}

void ml_card_open(struct ml_card *out, struct ml_arena *arena, struct ml_file *file)
{
	*out = (struct ml_card){ .file = file, .language = ml_role_language(ml_span_of(file->path)) };
	if (file->text.at)
		read_front(out, arena, file->text);
}

void ml_card_parse(struct ml_card *card, struct ml_arena *arena, struct ml_arena *scratch, const struct ml_scan *scan)
{
	if (!card->file->text.at)
		return;
	struct ml_document *document = ml_arena_alloc(arena, sizeof(*document));
	if (scan)
		parse_sections(document, arena, scratch, card->file->text, card->body, scan);
	else
		ml_markdown_parse(document, arena, card->file->text, card->body);
	card->document = document;
	card->title = first_heading(document);
}

void ml_card_read(struct ml_card *out, struct ml_arena *arena, struct ml_arena *scratch, struct ml_file *file)
{
	ml_card_open(out, arena, file);
	ml_card_parse(out, arena, scratch, NULL);
}
