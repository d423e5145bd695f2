#include "lint/check/rule.h"

static bool is_declared(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->datasets_nr; i++)
		if (!facts->datasets[i].stated)
			return true;
	return false;
}

void ml503_dataset_undeclared(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_card *card = facts->card;
	const struct ml_dataset_ref *first = NULL;

	/* Only cards of the Hub have the key. */
	if (!card || !card->front_matter || card->front.fault || facts->offer == ML_OFFER_NONE || is_declared(facts) || ml_node_get(card->front.root, "datasets"))
		return;
	for (size_t i = 0; i < facts->datasets_nr && !first; i++)
		if (facts->datasets[i].stated && facts->datasets[i].where.file == card->file)
			first = &facts->datasets[i];
	if (!first)
		return;
	struct ml_finding *finding = ml_found(sink, first->where, ML_CERTAINTY_INFERRED, "tells of %s as training data, and the card has no 'datasets:'", first->id);
	for (size_t i = 0; i < facts->datasets_nr; i++)
		if (&facts->datasets[i] != first && facts->datasets[i].stated)
			ml_found_proof(finding, facts->datasets[i].where, "also %s", facts->datasets[i].id);
	ml_found_help(finding, "list the training data under 'datasets:' in the front matter");
}
