/* What of a card is read for words of origin: chunks that name somebody else's model or data set besides. */
#include "lint/facts/lineage.h"

#include <stdint.h>
#include <string.h>

#include "lint/facts/offer.h"
#include "lint/facts/parts.h"
#include "lint/facts/shared.h"
#include "lint/knowledge/datasets.h"
#include "lint/knowledge/models.h"

/* A chunk that is looked through. */
struct chunk {
	const struct ml_facts *facts;
	struct ml_span text;
	struct ml_span own; /* the own name that was met last: it stands in every other sentence */
};

static bool is_name_byte(char c)
{
	return ml_is_alnum(c) || c == '-' || c == '_' || c == '.' || c == '/';
}

static bool is_own(struct chunk *c, struct ml_span name)
{
	if (ml_span_eq(name, c->own))
		return true;
	if (!ml_is_own_name(c->facts, name) && !ml_is_own_id(c->facts, name))
		return false;
	c->own = name;
	return true;
}

/* A known id, or a name as prose writes it, of a model or a data set, that begins at an offset. */
static bool names_other(struct chunk *c, size_t at)
{
	const struct ml_knowledge *knowledge = c->facts->knowledge;
	struct ml_span rest = ml_span_sub(c->text, at, c->text.len);
	size_t end = 0, to = 0;

	if (ml_model_at(knowledge, rest, &to) && !is_own(c, ml_span_sub(rest, 0, to)))
		return true;
	if (ml_dataset_at(knowledge, rest, &to))
		return true;
	while (end < rest.len && is_name_byte(rest.at[end]))
		end++;
	while (end && !ml_is_alnum(rest.at[end - 1]))
		end--;
	struct ml_span word = ml_span_sub(rest, 0, end);
	return memchr(word.at, '/', word.len) && ml_is_hub_id(word) && ml_model_by_id(knowledge, word) && !is_own(c, word);
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
		if (ml_hub_model_of(&hub, url) && hub.name.len) {
			struct ml_span id = { hub.owner.at, (size_t)(hub.name.at - hub.owner.at) + hub.name.len };
			if (ml_model_by_id(c->facts->knowledge, id) && !is_own(c, id))
				return true;
		}
		rest = ml_span_sub(rest, end, rest.len);
	}
	return false;
}

static bool tells_of_others(struct chunk *c, struct ml_stretch stretch)
{
	c->text = ml_span_sub(c->text, 0, stretch.to);
	for (size_t at = stretch.from; at < stretch.to; at++)
		if (ml_is_alnum(c->text.at[at]) && (at == stretch.from || !is_name_byte(c->text.at[at - 1])) && names_other(c, at))
			return true;
	c->text = ml_span_sub(c->text, stretch.from, stretch.to);
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
		chunk.text = card->file->text;
		if (!part->bearing && !tells_of_others(&chunk, part->text))
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
