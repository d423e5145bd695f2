#include "lint/check/rule.h"

void ml905_eu_exemption_unlikely(const struct ml_facts *facts, struct ml_sink *sink)
{
	struct ml_where where = { .file = facts->card ? facts->card->file : NULL };
	struct ml_yardstick yardstick;
	struct ml_parts parts;

	if (!ml_yardstick_ask(&yardstick, &parts, facts, ML_STANDARD_AI_ACT) || yardstick.holds == ML_HOLDS)
		return;
	struct ml_finding *finding = ml_found(sink, where, ML_CERTAINTY_INFERRED, "the %s is %s", yardstick.info->title,
					      yardstick.holds == ML_HOLDS_NOT	   ? "unlikely to hold" :
					      yardstick.holds == ML_HOLDS_UNSEEN ? "not shown by what is here" :
										     "not settled");
	for (size_t i = 0; i < yardstick.answers_nr; i++) {
		const struct ml_answer *answer = &yardstick.answers[i];
		if (answer->holds != ML_HOLDS)
			ml_found_proof(finding, answer->where, "%s: %s: %s (%s)", answer->asked->title, ml_holds_title(answer->holds), answer->why,
				       answer->asked->source);
	}
	ml_found_help(finding, "this is a reading of public texts by a program, and no legal advice");
}
