/* What of a card is read for words of origin: chunks that name somebody else's model or data set besides. */
#include "lint/facts/lineage.h"

#include <stdint.h>
#include <string.h>

#include "lint/facts/offer.h"
#include "lint/facts/parts.h"
#include "lint/facts/shared.h"
#include "lint/knowledge/datasets.h"
#include "lint/knowledge/models.h"

#define OWN_NAMES 32 /* remembered */

/* A chunk that is looked through. */
struct chunk {
	const struct ml_facts *facts;
	struct ml_span text;
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

static bool names_dataset(const struct chunk *c, struct ml_span rest)
{
	const struct ml_knowledge *knowledge = c->facts->knowledge;
	size_t to;

	return knowledge->datasets && ml_release_begins(knowledge->datasets->heads, rest) && ml_dataset_at(knowledge, rest, &to);
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
		if (ml_span_find_nocase(ml_span_sub(url, 0, 40), "huggingface.co/datasets/") != SIZE_MAX)
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
		if (first == LETTER && (names_model(c, word, rest, slash) || names_dataset(c, rest)))
			return true;
	}
	return links_other(c);
}

/* Origins in order, each below its heading; parts that touch are joined. */
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

static struct ml_document *parse_origins(const struct ml_facts *facts, struct ml_arena *arena, const struct ml_card *card)
{
	struct ml_document *document = ml_arena_alloc(arena, sizeof *document);
	struct ml_stretch *parts = ml_arena_array(arena, struct ml_stretch, 2 * card->origins_nr);
	struct chunk chunk = { .facts = facts };
	size_t nr = 0;

	for (size_t i = 0; i < card->origins_nr; i++) {
		const struct ml_card_part *part = &card->origins[i];
		chunk.text = ml_span_sub(card->file->text, part->text.from, part->text.to);
		if (!part->bearing && !tells_of_others(&chunk))
			continue;
		take(parts, &nr, part->heading);
		take(parts, &nr, part->text);
	}
	ml_markdown_parse_parts(document, arena, card->file->text, parts, nr);
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
		shared->origins[i] = parse_origins(facts, shared->arena, card);
	return shared->origins[i];
}
