/* What of a card is read for words of origin: chunks that name somebody else's model or data set besides. */
#include "lint/facts/lineage.h"

#include <stdint.h>
#include <string.h>

#include "lint/facts/offer.h"
#include "lint/facts/parts.h"
#include "lint/facts/shared.h"
#include "lint/knowledge/datasets.h"
#include "lint/knowledge/lists.h"
#include "lint/knowledge/models.h"

#define OWN_NAMES 32 /* remembered */
#define HOST_BYTES 40 /* of an address, in which its host stands */

/* A chunk that is looked through. */
struct chunk {
	const struct ml_facts *facts;
	struct ml_span text;
	bool begins[256]; /* of each pair_of: a word may begin so behind which a name may be that of a data set */
	struct ml_span own[OWN_NAMES]; /* own names that were met, by their length: they stand in every other sentence */
};

/* What names and ids are made of, and where tags begin; every byte of a chunk is asked for it. */
enum { OTHER, SIGN, SLASH, LETTER, TAG };
static const uint8_t kind_of[256] = {
	['-'] = SIGN, ['.'] = SIGN, ['_'] = SIGN, ['/'] = SLASH, ['0' ... '9'] = LETTER, ['A' ... 'Z'] = LETTER, ['a' ... 'z'] = LETTER, ['<'] = TAG,
};

static bool was_own(const struct chunk *c, struct ml_span name)
{
	return ml_span_eq(name, c->own[name.len % OWN_NAMES]);
}

static bool is_own(struct chunk *c, struct ml_span name)
{
	if (was_own(c, name))
		return true;
	if (!ml_is_own_name(c->facts, name) && !ml_is_own_id(c->facts, name))
		return false;
	c->own[name.len % OWN_NAMES] = name;
	return true;
}

/* Whether a word and what follows it names a model besides the own: what begins with an own name is own. slash: it may be an id. */
static bool names_model(struct chunk *c, struct ml_span word, struct ml_span rest, bool slash)
{
	const struct ml_knowledge *knowledge = c->facts->knowledge;
	size_t to = 0;

	if (!knowledge->models)
		return false;
	if (ml_release_begins(knowledge->models->heads, word) && !is_own(c, word) && ml_model_at(knowledge, rest, &to) &&
	    !is_own(c, ml_span_sub(rest, 0, to)))
		return true;
	while (word.len && !ml_is_alnum(word.at[word.len - 1]))
		word.len--;
	return slash && memchr(word.at, '/', word.len) && !was_own(c, word) && ml_model_by_id(knowledge, word) && ml_is_hub_id(knowledge, word) &&
	       !is_own(c, word);
}

static unsigned pair_of(const char *word)
{
	return ((unsigned)ml_lower(word[0]) * 31 + (unsigned)ml_lower(word[1])) & 0xff;
}

static void begin_nouns(struct chunk *c)
{
	const struct ml_list *nouns = ml_list_of(c->facts->knowledge, ML_LIST_DATA_NOUNS);

	for (size_t i = 0; i < nouns->nr; i++)
		c->begins[pair_of(nouns->at[i])] = true;
}

/* Whether a word of data follows, behind spaces. */
static bool leads_to_noun(const struct chunk *c, struct ml_span rest)
{
	while (rest.len && ml_is_space(*rest.at))
		rest = ml_span_sub(rest, 1, rest.len);
	return rest.len > 1 && c->begins[pair_of(rest.at)] && ml_list_start(c->facts->knowledge, ML_LIST_DATA_NOUNS, rest);
}

/* word: at the beginning of rest; slash: it may be an id. */
static bool names_dataset(const struct chunk *c, struct ml_span word, struct ml_span rest, bool slash)
{
	const struct ml_knowledge *knowledge = c->facts->knowledge;
	size_t to;

	if (!knowledge->datasets)
		return false;
	if (ml_release_begins(knowledge->datasets->heads, rest) && ml_dataset_at(knowledge, rest, &to))
		return true;
	while (word.len && !ml_is_alnum(word.at[word.len - 1]))
		word.len--;
	return (slash || leads_to_noun(c, ml_span_sub(rest, word.len, rest.len))) && ml_dataset_by_id(knowledge, word);
}

/* A link to the page of a data set, or of a model that is known. */
static bool links_other(struct chunk *c)
{
	struct ml_span rest = c->text;
	size_t scheme;

	while ((scheme = ml_span_find(rest, "://")) != SIZE_MAX) {
		struct ml_hub_model hub;
		size_t end;
		rest = ml_span_sub(rest, scheme + 3, rest.len);
		for (end = 0; end < rest.len && !ml_is_space(rest.at[end]) && !strchr("()<>\"'", rest.at[end]); end++)
			;
		struct ml_span url = ml_span_sub(rest, 0, end);
		if (ml_list_in(c->facts->knowledge, ML_LIST_DATASET_HOSTS, ml_span_sub(url, 0, HOST_BYTES)))
			return true;
		if (ml_hub_model_of(&hub, c->facts->knowledge, url) && hub.name.len) {
			struct ml_span id = { hub.owner.at, (size_t)(hub.name.at - hub.owner.at) + hub.name.len };
			if (ml_model_by_id(c->facts->knowledge, id) && !is_own(c, id))
				return true;
		}
		rest = ml_span_sub(rest, end, rest.len);
	}
	return false;
}

/* Behind a tag of a table, which names nothing and is most of one; or behind the "<". */
static const char *skip_tag(const char *at, const char *end)
{
	const char *close = end - at > 2 && (at[1] == 't' || at[1] == '/') ? memchr(at, '>', (size_t)(end - at)) : NULL;

	return close ? close + 1 : at + 1;
}

static bool tells_of_others(struct chunk *c)
{
	const char *end = c->text.at + c->text.len, *next;

	for (const char *at = c->text.at; at < end; at = next) {
		unsigned first = kind_of[(unsigned char)*at], kind;
		bool slash = false;
		next = first == TAG ? skip_tag(at, end) : at + 1;
		if (first == OTHER || first == TAG)
			continue;
		for (; next < end && (kind = kind_of[(unsigned char)*next]) && kind != TAG; next++)
			slash |= kind == SLASH;
		struct ml_span word = { at, (size_t)(next - at) }, rest = { at, (size_t)(end - at) };
		if (first == LETTER && (names_model(c, word, rest, slash) || names_dataset(c, word, rest, slash)))
			return true;
	}
	return links_other(c);
}

/* Stretches in order; those that touch are joined. */
static void take(struct ml_stretch *parts, size_t *nr, struct ml_stretch part)
{
	struct ml_stretch *last = *nr ? &parts[*nr - 1] : NULL;

	if (part.from == part.to || (last && part.to <= last->to))
		return;
	if (last && last->to == part.from)
		last->to = part.to;
	else
		parts[(*nr)++] = part;
}

/* Chunks of a card that are read for words of origin. */
struct origins {
	const struct ml_card *card;
	struct ml_arena *arena;
	const struct ml_card_part **at;
	size_t nr;
	bool bearing; /* one of them is */
};

/* lacking: only those that the card's document lacks. */
static void parse(struct ml_document *out, const struct origins *o, bool lacking)
{
	struct ml_stretch *parts = ml_arena_array(o->arena, struct ml_stretch, 2 * o->nr);
	size_t nr = 0;

	for (size_t i = 0; i < o->nr; i++) {
		if (lacking && o->at[i]->parsed)
			continue;
		take(parts, &nr, o->at[i]->heading);
		take(parts, &nr, o->at[i]->text);
	}
	if (nr)
		ml_markdown_parse_parts(out, o->arena, o->card->file->text, parts, nr);
}

/* A document whose blocks are copied, in order. */
struct copying {
	const struct ml_document *from;
	size_t at;        /* blocks before it are passed */
	uint32_t *copies; /* of each block, counted from 1; 0: none */
};

struct gathering {
	struct ml_block *blocks;
	size_t nr;
	struct ml_stretch part;         /* the heading above the last chunk */
	const struct ml_block *heading; /* the last one, as blocks have it that are parsed in order */
};

static const struct ml_block *copy_of(const struct gathering *g, const struct copying *c, const struct ml_block *block)
{
	uint32_t copy = block ? c->copies[block - c->from->blocks] : 0;

	return copy ? &g->blocks[copy - 1] : NULL;
}

static void copy_block(struct gathering *g, struct copying *c)
{
	const struct ml_block *block = &c->from->blocks[c->at];
	struct ml_block *copy = &g->blocks[g->nr++];

	*copy = *block;
	copy->heading = g->heading;
	copy->column = copy_of(g, c, block->column);
	copy->label = copy_of(g, c, block->label);
	c->copies[c->at] = (uint32_t)g->nr;
	if (copy->kind == ML_BLOCK_HEADING)
		g->heading = copy;
}

static bool find_block(struct copying *c, struct ml_stretch part)
{
	while (c->at < c->from->blocks_nr && c->from->blocks[c->at].source_at < part.from)
		c->at++;
	return c->at < c->from->blocks_nr && c->from->blocks[c->at].source_at < part.to;
}

static void copy_part(struct gathering *g, struct copying *c, struct ml_stretch part)
{
	for (; find_block(c, part); c->at++)
		copy_block(g, c);
}

/* With the heading, where the chunk before has another. */
static void copy_chunk(struct gathering *g, struct copying *c, const struct ml_card_part *chunk)
{
	if (!g->part.to || g->part.from != chunk->heading.from)
		copy_part(g, c, chunk->heading);
	copy_part(g, c, chunk->text);
	g->part = chunk->heading;
}

/* A block of nothing but a picture may have its place where the address is defined. */
static bool begin(struct copying *c, struct ml_arena *arena)
{
	const struct ml_document *from = c->from;

	for (size_t i = 1; i < from->blocks_nr; i++)
		if (from->blocks[i - 1].source_at > from->blocks[i].source_at)
			return false;
	c->copies = ml_arena_array(arena, uint32_t, from->blocks_nr);
	return !from->cut;
}

/*
 * Chunks read the same whatever stands around them, so what the card's document has of them need not be parsed again. Of what it
 * lacks, links may be defined in chunks that it has.
 */
static bool gather(struct ml_document *out, const struct origins *o)
{
	struct ml_document rest = { 0 };
	struct copying own = { .from = o->card->document }, other = { .from = &rest };
	struct gathering g = { 0 };

	parse(&rest, o, true);
	if ((rest.blocks_nr && o->bearing) || !begin(&own, o->arena) || !begin(&other, o->arena))
		return false;
	g.blocks = ml_arena_raw_array(o->arena, struct ml_block, own.from->blocks_nr + rest.blocks_nr);
	for (size_t i = 0; i < o->nr; i++)
		copy_chunk(&g, o->at[i]->parsed ? &own : &other, o->at[i]);
	*out = (struct ml_document){ .source = o->card->file->text, .blocks = g.blocks, .blocks_nr = g.nr };
	return true;
}

/* "A merge of these models:", and right behind it a list that names them. Leaves the list in c->text. */
static bool leads_to_others(struct chunk *c, const struct ml_card *card, size_t i)
{
	const struct ml_card_part *part = &card->origins[i], *next = part + 1;

	if (i + 1 == card->origins_nr || next->text.from != part->text.to || !ml_span_ends(ml_span_trim(c->text), ":"))
		return false;
	c->text = ml_span_sub(card->file->text, next->text.from, next->text.to);
	return tells_of_others(c);
}

static struct ml_document *read_origins(const struct ml_facts *facts, struct ml_arena *arena, const struct ml_card *card)
{
	struct ml_document *document = ml_arena_alloc(arena, sizeof *document);
	struct origins o = { .card = card, .arena = arena, .at = ml_arena_array(arena, const struct ml_card_part *, card->origins_nr) };
	struct chunk chunk = { .facts = facts };

	begin_nouns(&chunk);
	for (size_t i = 0; i < card->origins_nr; i++) {
		const struct ml_card_part *part = &card->origins[i];
		chunk.text = ml_span_sub(card->file->text, part->text.from, part->text.to);
		if (!part->bearing && !tells_of_others(&chunk) && !leads_to_others(&chunk, card, i))
			continue;
		o.at[o.nr++] = part;
		o.bearing |= part->bearing;
	}
	if (o.nr && !gather(document, &o))
		parse(document, &o, false);
	return document;
}

const struct ml_document *ml_lineage_document(const struct ml_facts *facts, const struct ml_card *card)
{
	struct ml_shared *shared = facts->shared;
	size_t i = (size_t)(card - facts->cards);

	if (!card->chosen || !shared)
		return card->document;
	if (!shared->origins)
		shared->origins = ml_arena_array(shared->arena, const struct ml_document *, facts->cards_nr);
	if (!shared->origins[i])
		shared->origins[i] = read_origins(facts, shared->arena, card);
	return shared->origins[i];
}
