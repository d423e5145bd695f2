#include "lint/check/rule.h"

/* What a yardstick says, at the place that decided it. */
static void prove(struct ml_finding *finding, const struct ml_yardstick *yardstick)
{
	struct ml_where where = { 0 };

	if (yardstick->deciding && yardstick->holds != ML_HOLDS)
		where = yardstick->deciding->where;
	ml_found_proof(finding, where, "%s: %s", yardstick->info->title, yardstick->summary);
}

static void prove_governing(struct ml_finding *finding, const char *scope, const struct ml_govern *govern)
{
	for (size_t i = 0; i < govern->of_nr; i++)
		ml_found_proof(finding, govern->of[i].fact->where, "%s: %s, as %s", scope, govern->of[i].id, govern->of[i].reason);
}

void ml901_openness_class(const struct ml_facts *facts, struct ml_sink *sink)
{
	struct ml_where where = { .file = facts->card ? facts->card->file : NULL };
	struct ml_finding *finding = ml_found(sink, where, ML_CERTAINTY_INFERRED, "%s: %s", ml_class_title(facts), facts->class_reason);
	struct ml_parts parts;

	ml_parts_collect(&parts, facts);
	for (int i = 0; i < ML_STANDARD_NR; i++) {
		struct ml_yardstick yardstick;
		if (!ml_yardstick_applies(facts, (enum ml_standard)i))
			continue;
		ml_yardstick_judge(&yardstick, facts, &parts, (enum ml_standard)i);
		prove(finding, &yardstick);
	}
	prove_governing(finding, "weights", &facts->weights);
	prove_governing(finding, "code", &facts->code);
	prove_governing(finding, "data", &facts->data);
}
