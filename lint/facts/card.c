#include "lint/facts/parts.h"

#include <string.h>

#include "lint/base/yaml.h"
#include "lint/facts/card_words.h"

#define INTRO_BYTES 6144u /* in which a document says what it is about */
#define INTRO_HEADINGS 3u /* that are kept for their number, whatever stands below them */

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

/* A text on the way to what is parsed of it. */
struct choosing {
	const struct ml_card_words *words;
	struct ml_span text;
	size_t intro;               /* offset where the introduction ends */
	struct ml_arena *scratch;
	struct ml_stretch *parts;
	size_t nr, cap;
	struct ml_chunk heading;    /* not taken yet: goes with the first chunk below it */
	bool pending;
	unsigned headings;
	bool terms;                 /* the heading above is one of terms: all below it is read */
	bool root;                  /* only cards at the root introduce the repository and tell what it was made from */
	unsigned says;              /* of all chunks together */
};

static void take(struct choosing *c, const struct ml_chunk *chunk)
{
	if (c->nr && c->parts[c->nr - 1].to == chunk->from) {
		c->parts[c->nr - 1].to = chunk->to;
		return;
	}
	struct ml_stretch part = { chunk->from, chunk->to };
	ML_PUSH(c->scratch, c->parts, c->nr, c->cap, part);
}

static unsigned says_of(struct choosing *c, const struct ml_chunk *chunk)
{
	unsigned says = ml_card_says(c->words, c->text, chunk->from, chunk->to);

	if (!c->root)
		says &= ~(unsigned)ML_CARD_SAYS_ORIGIN;
	c->says |= says;
	return says;
}

static void choose_heading(struct choosing *c, const struct ml_chunk *chunk)
{
	unsigned says = says_of(c, chunk);

	c->terms = says & ML_CARD_SAYS_HEADING;
	c->headings++;
	c->heading = *chunk;
	c->pending = !says && c->headings > INTRO_HEADINGS && chunk->from >= c->intro;
	if (!c->pending)
		take(c, chunk);
}

static bool is_wanted(struct choosing *c, const struct ml_chunk *chunk)
{
	bool intro = chunk->from < c->intro || !c->headings;

	if (chunk->kind == ML_CHUNK_CODE)
		return intro;
	unsigned says = says_of(c, chunk);
	bool wanted = intro || says & ~(unsigned)ML_CARD_SAYS_HEADING || chunk->bearing || c->terms;
	if (chunk->bearing)
		c->terms |= says & ML_CARD_SAYS_HEADING;
	return wanted;
}

static void choose(struct choosing *c, const struct ml_chunk *chunk)
{
	if (chunk->kind == ML_CHUNK_HEADING) {
		choose_heading(c, chunk);
		return;
	}
	if (!is_wanted(c, chunk))
		return;
	if (c->pending)
		take(c, &c->heading);
	c->pending = false;
	take(c, chunk);
}

/* What introduces the document, and the chunks that hold a word of interest, each with the heading above it. */
static void parse_chosen(struct ml_card *card, struct ml_document *out, struct ml_arena *arena, struct ml_arena *scratch,
			 const struct ml_card_words *words)
{
	struct choosing c = { .words = words, .text = card->file->text, .scratch = scratch, .root = !strchr(card->file->path, '/') };
	struct ml_chunk chunk;
	size_t at = card->body;

	c.intro = c.root ? card->body + INTRO_BYTES : 0;
	while (ml_chunk_next(c.text, &at, &chunk))
		choose(&c, &chunk);
	ml_markdown_parse_parts(out, arena, c.text, c.parts, c.nr);
	card->lacks = ~c.says;
}

void ml_card_open(struct ml_card *out, struct ml_arena *arena, struct ml_file *file)
{
	*out = (struct ml_card){ .file = file, .language = ml_role_language(ml_span_of(file->path)) };
	if (file->text.at)
		read_front(out, arena, file->text);
}

void ml_card_parse(struct ml_card *card, struct ml_arena *arena, struct ml_arena *scratch, const struct ml_card_words *words)
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
