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
	const struct ml_file *shown = facts->offered.file;
	/* A model's configuration alone is a model on its way: its weights may lie elsewhere. */
	bool config = facts->offer == ML_OFFER_DESCRIBED && shown && shown->role == ML_ROLE_CONFIG;

	if ((facts->offer != ML_OFFER_SHIPPED && !config) || has_card_file(facts))
		return;
	const char *what = config ? "model configuration" : "weights";
	struct ml_finding *finding = ml_found(sink, facts->offered, ML_CERTAINTY_EXACT, "%s without a card", what);
	ml_found_proof(finding, facts->offered, config ? "this configuration has no README.md beside it or above it"
						       : "these weights have no README.md beside them or above them");
	ml_found_help(finding, "add a README.md that says what the model is, and its license");
}
