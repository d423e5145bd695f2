#include "lint/facts/parts.h"

#include <string.h>

#include "lint/base/yaml.h"
#include "lint/facts/card_words.h"

#define INTRO_BYTES 6144u /* of a long introduction that are read */
#define INTRO_HEADINGS 3u /* that are kept for their number, whatever stands below them */
#define BLANK_LINES 8u /* that may stand before front matter */
#define ORIGIN_HEADING_BYTES 40u /* "### 2. Base model" */

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
	struct ml_span next = next_line(text, &at);

	/* The Hub reads it also behind empty lines. */
	for (; at < text.len && line <= BLANK_LINES && !ml_span_trim(next).len; line++)
		next = next_line(text, &at);
	if (!is_fence(next, false))
		return;
	size_t from = at;
	uint32_t first = line;
	while (at < text.len) {
		size_t to = at;
		next = next_line(text, &at);
		line++;
		if (!is_fence(next, true))
			continue;
		struct ml_parsed front;
		ml_yaml_parse(arena, ml_span_sub(text, from, to), first + 1, &front);
		/* There, two rules with words between them are more likely than keys that cannot be read. */
		if (first > 1 && (!front.root || front.root->kind != ML_NODE_MAP))
			return;
		card->front = front;
		card->front_matter = true;
		card->front_line = first;
		card->front_end_line = line;
		card->body = at;
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

/* A text on the way to what is parsed of it. */
struct choosing {
	const struct ml_phrases *words;
	struct ml_span text;
	size_t body;             /* offset where the Markdown begins */
	struct ml_arena *arena, *scratch;
	struct ml_stretch *parts; /* what is parsed; in scratch */
	size_t parts_nr, parts_cap;
	struct ml_card_part *origins; /* what may be parsed for words of origin */
	size_t origins_nr, origins_cap;
	struct ml_stretch heading; /* the last one */
	bool headed;             /* it is among the parts */
	unsigned headings;
	bool terms;              /* the heading above is one of terms: all below it is read */
	bool origin;             /* right above stands a heading such as "Base model", or a sentence "A merge of these models:": what it is about need not say so again */
	bool root;               /* only cards at the root introduce the repository and tell what it was made from */
	unsigned says;           /* of all chunks together */
};

/* Parts that touch are joined. */
static void take(struct choosing *c, struct ml_stretch part)
{
	if (c->parts_nr && c->parts[c->parts_nr - 1].to == part.from)
		c->parts[c->parts_nr - 1].to = part.to;
	else
		ML_PUSH(c->scratch, c->parts, c->parts_nr, c->parts_cap, part);
}

/* A chunk brings the heading above it along. */
static void take_text(struct choosing *c, struct ml_stretch text)
{
	if (!c->headed)
		take(c, c->heading);
	c->headed = true;
	take(c, text);
}

static void take_origin(struct choosing *c, struct ml_stretch text, bool bearing, bool parsed)
{
	struct ml_card_part part = { c->heading, text, bearing, parsed };
	ML_PUSH(c->arena, c->origins, c->origins_nr, c->origins_cap, part);
}

/* What stands before the third heading, within bounds: there a document says what it is about. */
static bool is_intro(const struct choosing *c, size_t at)
{
	return !c->headings || (c->root && c->headings < INTRO_HEADINGS && at < c->body + INTRO_BYTES);
}

static unsigned says_of(struct choosing *c, const struct ml_chunk *chunk)
{
	unsigned says = ml_card_says(c->words, c->text, chunk->from, chunk->to);

	c->says |= says;
	return says;
}

static void choose_heading(struct choosing *c, const struct ml_chunk *chunk)
{
	unsigned says = says_of(c, chunk);

	c->terms = says & ML_CARD_SAYS_HEADING;
	c->origin = says & ML_CARD_SAYS_ORIGIN && chunk->to - chunk->from <= ORIGIN_HEADING_BYTES;
	c->headings++;
	c->heading = (struct ml_stretch){ chunk->from, chunk->to };
	c->headed = says & ~(unsigned)(ML_CARD_SAYS_ORIGIN | ML_CARD_SAYS_STANDARD) || c->headings <= INTRO_HEADINGS;
	if (c->headed)
		take(c, c->heading);
}

static void choose_text(struct choosing *c, const struct ml_chunk *chunk)
{
	const unsigned other = ML_CARD_SAYS_HEADING | ML_CARD_SAYS_ORIGIN | ML_CARD_SAYS_STANDARD;
	struct ml_stretch text = { chunk->from, chunk->to };
	bool intro = is_intro(c, chunk->from);
	unsigned says = chunk->kind == ML_CHUNK_TEXT ? says_of(c, chunk) : 0;

	bool read = intro || says & ~other || chunk->bearing || (c->terms && chunk->kind == ML_CHUNK_TEXT);
	if (read)
		take_text(c, text);
	if (c->root && (says & ML_CARD_SAYS_ORIGIN || chunk->bearing || (c->origin && chunk->kind == ML_CHUNK_TEXT)))
		take_origin(c, text, chunk->bearing, read);
	c->origin = says & ML_CARD_SAYS_ORIGIN && ml_span_ends(ml_span_trim(ml_span_sub(c->text, chunk->from, chunk->to)), ":");
	if (chunk->bearing)
		c->terms |= says & ML_CARD_SAYS_HEADING;
}

/* Keys and tags claim as well, and may spell it in escapes ("\u5f00\u6e90"). */
static unsigned says_in_front(const struct ml_card *card, const struct ml_phrases *words)
{
	struct ml_span front = ml_span_sub(card->file->text, 0, card->body);

	if (!card->front.root)
		return 0;
	if (front.len && memchr(front.at, '\\', front.len))
		return ML_CARD_SAYS_CLAIM;
	return ml_card_says(words, front, 0, front.len) & ML_CARD_SAYS_CLAIM;
}

/* What introduces the document, and the chunks that hold a word of interest, each with the heading above it. */
static void parse_chosen(struct ml_card *card, struct ml_document *out, struct ml_arena *arena, struct ml_arena *scratch,
			 const struct ml_phrases *words)
{
	struct choosing c = { .words = words, .text = card->file->text, .arena = arena, .scratch = scratch, .headed = true };
	struct ml_chunk chunk;
	size_t at = card->body;

	c.root = !strchr(card->file->path, '/');
	c.body = card->body;
	while (ml_chunk_next(c.text, &at, &chunk)) {
		if (chunk.kind == ML_CHUNK_HEADING)
			choose_heading(&c, &chunk);
		else
			choose_text(&c, &chunk);
	}
	ml_markdown_parse_parts(out, arena, c.text, c.parts, c.parts_nr);
	card->chosen = true;
	card->lacks = ~(c.says | says_in_front(card, words));
	card->origins = c.origins;
	card->origins_nr = c.origins_nr;
}

void ml_card_open(struct ml_card *out, struct ml_arena *arena, struct ml_file *file)
{
	*out = (struct ml_card){ .file = file, .language = ml_role_language(ml_span_of(file->path)) };
	if (file->text.at)
		read_front(out, arena, file->text);
}

void ml_card_parse(struct ml_card *card, struct ml_arena *arena, struct ml_arena *scratch, const struct ml_phrases *words)
{
	struct ml_span text = card->file->text;

	if (!text.at)
		return;
	struct ml_document *document = ml_arena_alloc(arena, sizeof(*document));
	if (words)
		parse_chosen(card, document, arena, scratch, words);
	else
		ml_markdown_parse(document, arena, text, card->body);
	card->document = document;
	card->title = first_heading(document);
}

void ml_card_read(struct ml_card *out, struct ml_arena *arena, struct ml_arena *scratch, struct ml_file *file)
{
	ml_card_open(out, arena, file);
	ml_card_parse(out, arena, scratch, NULL);
}
