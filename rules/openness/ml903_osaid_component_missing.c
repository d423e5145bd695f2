#include "lint/check/rule.h"

static const struct ml_claim_fact *first_claim(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->claims_nr; i++)
		if (ml_claim_is_open(&facts->claims[i]) && facts->claims[i].subject != ML_SUBJECT_CODE && facts->claims[i].subject != ML_SUBJECT_DATA)
			return &facts->claims[i];
	return NULL;
}

void ml903_osaid_component_missing(const struct ml_facts *facts, struct ml_sink *sink)
{
	struct ml_where where = { .file = facts->card ? facts->card->file : NULL };
	const struct ml_claim_fact *claim = first_claim(facts);
	struct ml_yardstick yardstick;
	struct ml_parts parts;

	if (!ml_yardstick_ask(&yardstick, &parts, facts, ML_STANDARD_OSAID) || yardstick.holds == ML_HOLDS)
		return;
	struct ml_finding *finding = ml_found(sink, claim ? claim->where : where, ML_CERTAINTY_INFERRED, "by the %s %s", yardstick.info->title, yardstick.brief);
	for (size_t i = 0; i < yardstick.answers_nr; i++) {
		const struct ml_answer *answer = &yardstick.answers[i];
		ml_found_proof(finding, answer->where, "%s: %s: %s", answer->asked->title, ml_holds_title(answer->holds), answer->why);
	}
	ml_found_help(finding, "add or link what is missing; \"open weights\" says what is there");
	if (!claim)
		ml_found_soften(finding, ML_SEVERITY_NOTE, "the repository does not call its model open source");
	else if (yardstick.holds == ML_HOLDS_UNCLEAR)
		ml_found_soften(finding, ML_SEVERITY_NOTE, "what is missing here may stand behind the links");
}
