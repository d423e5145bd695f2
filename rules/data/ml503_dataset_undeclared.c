#include "lint/check/rule.h"

#include <stdint.h>
#include <string.h>

static bool is_declared(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->datasets_nr; i++)
		if (!facts->datasets[i].stated && facts->datasets[i].use != ML_DATA_EVALUATION)
			return true;
	return false;
}

static bool is_stated(const struct ml_dataset_ref *ref)
{
	return ref->stated && ref->use == ML_DATA_TRAINING && !(ref->dataset && ref->dataset->service);
}

/* Whether the card links the page of the data set on the Hub, whose address tells its id. */
static bool is_linked(const struct ml_facts *facts, const struct ml_card *card, const char *id)
{
	const char *page = ml_arena_printf(facts->arena, "huggingface.co/datasets/%s", id);

	for (size_t i = 0; card->document && strchr(id, '/') && i < card->document->blocks_nr; i++)
		for (size_t k = 0; k < card->document->blocks[i].links_nr; k++) {
			struct ml_span target = card->document->blocks[i].links[k].target;
			size_t at = ml_span_find(target, page);
			if (at != SIZE_MAX && (at + strlen(page) == target.len || strchr("/#?", target.at[at + strlen(page)])))
				return true;
		}
	return false;
}

/* A list that lacks one of them would say that it was not used: all have to be known by their id. */
static void fix(const struct ml_facts *facts, struct ml_finding *finding, const struct ml_card *card)
{
	const char **ids = ml_arena_array(facts->arena, const char *, facts->datasets_nr);
	size_t nr = 0;

	for (size_t i = 0; i < facts->datasets_nr; i++) {
		const struct ml_dataset_ref *ref = &facts->datasets[i];
		bool seen = false;
		if (!is_stated(ref))
			continue;
		if (ref->where.file != card->file || !is_linked(facts, card, ref->id))
			return;
		for (size_t k = 0; k < nr; k++)
			seen |= ml_span_is(ml_span_of(ids[k]), ref->id);
		if (!seen)
			ids[nr++] = ref->id;
	}
	if (nr)
		ml_fix_key_list(finding, card, "datasets", ids, nr);
}

void ml503_dataset_undeclared(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_card *card = facts->card;
	const struct ml_dataset_ref *first = NULL;

	/* Only cards of the Hub have the key. */
	if (!card || !card->front_matter || card->front.fault || facts->offer == ML_OFFER_NONE || is_declared(facts) || ml_node_get(card->front.root, "datasets"))
		return;
	for (size_t i = 0; i < facts->datasets_nr && !first; i++)
		if (is_stated(&facts->datasets[i]) && facts->datasets[i].where.file == card->file)
			first = &facts->datasets[i];
	if (!first)
		return;
	struct ml_finding *finding = ml_found(sink, first->where, ML_CERTAINTY_INFERRED, "tells of %s as training data, and the card has no 'datasets:'", first->id);
	for (size_t i = 0; i < facts->datasets_nr; i++)
		if (&facts->datasets[i] != first && is_stated(&facts->datasets[i]))
			ml_found_proof(finding, facts->datasets[i].where, "also %s", facts->datasets[i].id);
	fix(facts, finding, card);
	ml_found_help(finding, "list the training data under 'datasets:' in the front matter");
}
