#include "lint/check/rule.h"

/* That weights fail the Open Source Definition is read in their terms; all else that is lacking may stand elsewhere. */
static bool is_sure(const struct ml_facts *facts, const struct ml_yardstick *yardstick)
{
	return yardstick->holds == ML_HOLDS_NOT || ml_govern_osd(facts, &facts->weights) == ML_OSD_FAILS;
}

static void prove(struct ml_finding *finding, const struct ml_facts *facts, const struct ml_yardstick *yardstick)
{
	const struct ml_license_fact *license = ml_govern_breaking(facts, &facts->weights);

	for (size_t i = 0; i < yardstick->answers_nr; i++)
		if (yardstick->answers[i].holds != ML_HOLDS)
			ml_found_proof(finding, yardstick->answers[i].where, "%s: %s: %s", yardstick->answers[i].asked->title,
				       ml_holds_title(yardstick->answers[i].holds), yardstick->answers[i].why);
	for (size_t i = 0; i < yardstick->mof.parts_nr; i++) {
		const struct ml_mof_part *part = &yardstick->mof.parts[i];
		if (part->component->required && (part->state == ML_MOF_MISSING || part->state == ML_MOF_CLOSED || part->state == ML_MOF_UNLICENSED))
			ml_found_proof(finding, (struct ml_where){ 0 }, "%s (%s): %s%s%s", part->component->name, ml_mof_class_title(part->component->class),
				       part->state == ML_MOF_MISSING ? "not found here" : ml_mof_state_title(part->state), part->license ? ": " : "",
				       part->license ? part->license : "");
	}
	if (license)
		ml_found_terms(finding, license);
}

static void judge(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_stated *stated, struct ml_where where)
{
	struct ml_yardstick yardstick;
	struct ml_parts parts;
	struct ml_finding *finding;

	ml_parts_collect(&parts, facts);
	ml_yardstick_judge(&yardstick, facts, &parts, stated->standard);
	if (stated->class ? yardstick.mof.class && yardstick.mof.class <= stated->class : yardstick.holds <= ML_HOLDS_UNCLEAR)
		return;
	bool sure = is_sure(facts, &yardstick);
	if (stated->class)
		finding = ml_found(sink, where, ML_CERTAINTY_INFERRED, "says %s of the %s, and the files show %s", ml_mof_class_title(stated->class),
				   yardstick.info->title, ml_mof_class_title(yardstick.mof.class));
	else
		finding = ml_found(sink, where, ML_CERTAINTY_INFERRED, "says that it meets the %s, %s", yardstick.info->title,
				   sure ? "and its terms do not" : "and the files do not show it");
	prove(finding, facts, &yardstick);
	ml_found_help(finding, "name the class that is reached, or add what is missing");
	if (!sure)
		ml_found_soften(finding, ML_SEVERITY_WARNING, "what was not found here may stand elsewhere");
}

void ml904_claimed_class_not_met(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_stated *stated;
	struct ml_where where;

	/* What is said of others is for their repositories to prove. */
	if (facts->offer == ML_OFFER_NONE || !facts->card || facts->card->file->outside)
		return;
	stated = ml_stated_first(facts, facts->card, &where);
	if (stated)
		judge(facts, sink, stated, where);
}
