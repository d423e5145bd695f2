#include "lint/check/rule.h"

/* What is handed on: weights in the tree, or code or data. A card alone hands on nothing. */
static bool hands_on(const struct ml_facts *facts)
{
	if (facts->offer == ML_OFFER_SHIPPED)
		return true;
	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		const struct ml_file *file = &facts->tree->files[i];
		if (!file->outside && (file->role == ML_ROLE_CODE || file->role == ML_ROLE_DATA))
			return true;
	}
	return false;
}

/* Of several declared licenses all must ask for their text; one branch of a choice that does not is enough. */
static const struct ml_license_fact *asking(const struct ml_facts *facts)
{
	const struct ml_license_fact *found = NULL;

	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->evidence != ML_EVIDENCE_DECLARED || !fact->license || !facts->card || fact->where.file != facts->card->file ||
		    fact->where.line > facts->card->front_end_line)
			continue;
		if (fact->license->text_duty == ML_TEXT_DUTY_TEXT && !fact->license->family && !fact->license->placeholder)
			found = found ? found : fact;
		else if (fact->alternative)
			return NULL;
	}
	return found;
}

void ml102_license_text_missing(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_license_fact *declared = asking(facts);

	if (!declared || ml_license_file(facts) || ml_license_text(facts, false) || !hands_on(facts))
		return;
	struct ml_finding *finding = ml_found(sink, declared->where, ML_CERTAINTY_DECLARED,
					      "declares the %s, whose text is to travel with copies, and holds no copy of the text",
					      ml_license_title(facts, declared));
	for (size_t i = 0; i < facts->bases_nr && i < 3; i++)
		ml_found_proof(finding, facts->bases[i].where, "made from %s: whoever passes it on needs its text", facts->bases[i].id);
	if (!facts->bases_nr)
		ml_found_soften(finding, ML_SEVERITY_NOTE, "the duty binds who passes copies on, not the maker of an original work");
	ml_found_help(finding, "add the text as LICENSE, with your own copyright line where it has one");
}
