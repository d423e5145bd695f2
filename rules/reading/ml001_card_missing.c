#include "lint/check/rule.h"

/* A card that is there but could not be read is unread, not missing. */
static bool has_card_file(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->tree->files_nr; i++)
		if (facts->tree->files[i].role == ML_ROLE_CARD && !facts->tree->files[i].outside)
			return true;
	return false;
}

void ml001_card_missing(const struct ml_facts *facts, struct ml_sink *sink)
{
	if (facts->offer != ML_OFFER_SHIPPED || has_card_file(facts))
		return;
	struct ml_finding *finding = ml_found(sink, facts->offered, ML_CERTAINTY_EXACT, "weights without a card");
	ml_found_proof(finding, facts->offered, "these weights have no README.md beside them or above them");
	ml_found_help(finding, "add a README.md that says what the model is, and its license");
}
