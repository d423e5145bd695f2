#include "lint/check/rule.h"

/* Parts that the framework does not know belong to other yardsticks. */
static void prove_parts(struct ml_finding *finding, const struct ml_parts *parts, const struct ml_mof *mof)
{
	for (size_t i = 0; i < mof->parts_nr; i++) {
		const struct ml_mof_part *judged = &mof->parts[i];
		for (size_t k = 0; k < parts->nr; k++) {
			const struct ml_part *part = &parts->at[k];
			if (part->component != judged->component || part->seen == ML_SEEN_NONE)
				continue;
			ml_found_proof(finding, part->where, "%s (%s): %s%s%s%s", part->component->name, ml_mof_class_title(part->component->class),
				       ml_mof_state_title(judged->state), judged->license ? ", " : "", judged->license ? judged->license : "",
				       part->seen == ML_SEEN_TOLD ? "; declared" : "");
		}
	}
}

static void prove_missing(struct ml_finding *finding, const struct ml_facts *facts, const struct ml_mof *mof)
{
	struct ml_where nowhere = { 0 };
	const char *missing = NULL;

	for (size_t i = 0; i < mof->parts_nr; i++)
		if (mof->parts[i].state == ML_MOF_MISSING && mof->parts[i].component->required)
			missing = missing ? ml_arena_printf(facts->arena, "%s, %s", missing, mof->parts[i].component->name) : mof->parts[i].component->name;
	if (missing)
		ml_found_proof(finding, nowhere, "not found here: %s", missing);
}

void ml902_mof_class(const struct ml_facts *facts, struct ml_sink *sink)
{
	struct ml_where where = { .file = facts->card ? facts->card->file : NULL };
	struct ml_yardstick yardstick;
	struct ml_parts parts;

	if (!ml_yardstick_ask(&yardstick, &parts, facts, ML_STANDARD_MOF))
		return;
	struct ml_finding *finding = ml_found(sink, where, ML_CERTAINTY_INFERRED, "by the %s, as far as the files show: %s", yardstick.info->title, yardstick.summary);
	prove_missing(finding, facts, &yardstick.mof);
	prove_parts(finding, &parts, &yardstick.mof);
	ml_found_help(finding, "keep a component list, and judge it with mlint report --mof FILE");
}
