#include "lint/check/rule.h"

#include <string.h>

/* What counts as told, wherever it stands: links count as much as files. */
static bool says(const struct ml_facts *facts, enum ml_list_id id)
{
	for (size_t i = 0; i < facts->cards_nr; i++) {
		struct ml_span text = facts->cards[i].file->text;
		if (text.at && ml_list_fit(facts->knowledge, id, facts->patterns, text, NULL))
			return true;
	}
	return false;
}

static bool has_training_file(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->tree->files_nr; i++)
		if (ml_span_find_nocase(ml_span_of(facts->tree->files[i].path), "train") != SIZE_MAX)
			return true;
	return false;
}

/* "Fully open", of the model and as a whole: not "fully open for commercial use". */
static bool says_complete(const struct ml_facts *facts, const struct ml_claim_fact *claim)
{
	return claim->kind == ML_CLAIM_FULLY_OPEN && claim->stance == ML_STANCE_OWN && claim->subject != ML_SUBJECT_CODE &&
	       claim->subject != ML_SUBJECT_DATA &&
	       !(claim->sentence && ml_list_fit(facts->knowledge, ML_LIST_OPEN_TO_SOMEBODY, facts->patterns, ml_span_of(claim->sentence), NULL));
}

/* An adapter or a converted copy has the parts of its base; what fails the definition by its terms is ML201's. */
static bool is_held_to_it(const struct ml_facts *facts)
{
	return facts->offer != ML_OFFER_NONE && !facts->bases_nr && facts->class != ML_CLASSED_OPEN_MODEL && facts->weights.of_nr &&
	       ml_govern_osd(facts, &facts->weights) == ML_OSD_CONFORMS;
}

void ml206_fully_open_claim_incomplete(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_claim_fact *claim = NULL;

	for (size_t i = 0; i < facts->claims_nr && !claim; i++)
		if (says_complete(facts, &facts->claims[i]))
			claim = &facts->claims[i];
	if (!claim || !is_held_to_it(facts))
		return;
	bool code = has_training_file(facts) || says(facts, ML_LIST_CODE_TOLD), data = ml_names_training_data(facts) || says(facts, ML_LIST_DATA_TOLD);
	if (code && data)
		return;
	const char *lacking = code ? "no word about its training data" : data ? "no training code" : "neither training code nor a word about its training data";
	struct ml_finding *finding = ml_found(sink, claim->where, ML_CERTAINTY_INFERRED, "says \"%s\", but %s was found or linked here", claim->text, lacking);
	struct ml_where nowhere = { 0 };
	ml_found_proof(finding, nowhere, "the Open Source AI Definition 1.0 asks for weights, training code and information about all training data; weights alone are no preferred form for modification - OSD 2");
	ml_found_help(finding, "link what there is of code and data, or say \"open weights\"");
	if (says(facts, ML_LIST_REPOSITORIES_TOLD))
		ml_found_soften(finding, ML_SEVERITY_NOTE, "the text links other repositories, which may hold what is missing here");
}
