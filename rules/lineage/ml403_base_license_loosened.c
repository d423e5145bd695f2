#include "lint/check/rule.h"

static void report_loosened(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_inherited *found)
{
	const struct ml_base_model *base = found->base;
	struct ml_finding *finding;

	if (base->license->own_terms)
		finding = ml_found_inherited(sink, facts, found, "is under %s, while its base %s lets derivatives have other terms only where those of the %s are met, of which no copy is here",
					     ml_own_terms(found), base->id, ml_license_noun(base->license));
	else
		finding = ml_found_inherited(sink, facts, found, "is under %s, without the limits that the %s puts on its base %s", ml_own_terms(found),
					     ml_license_noun(base->license), base->id);
	if (base->license->family)
		ml_found_help(finding, "license it as the base is, by the very license of that family, or say which part is under your own terms and that the base's go on for the rest");
	else
		ml_found_help(finding, "license it as the base is ('%s'), or say which part is under your own terms and that the base's go on for the rest",
			      base->license->id);
}

static void report_generation(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_inherited *found)
{
	struct ml_finding *finding = ml_found_inherited(sink, facts, found, "names %s, but its base %s is under another generation of these terms, the %s",
							ml_own_terms(found), found->base->id, ml_license_noun(found->base->license));

	ml_found_help(finding, "write '%s'", found->base->license->id);
}

static void report_claimed(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_inherited *found)
{
	struct ml_finding *finding = ml_found_inherited(sink, facts, found, "calls %s open source, but it was made from %s, and the terms of that stay with it: the %s",
							ml_subject_title(found->claim->subject), found->base->id, ml_license_noun(found->base->license));

	ml_found_help(finding, "say what is open: the own code or data, and name the base's terms for the weights");
}

void ml403_base_license_loosened(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->inherited_nr; i++) {
		const struct ml_inherited *found = &facts->inherited[i];
		if (found->kind == ML_INHERIT_LOOSENED)
			report_loosened(facts, sink, found);
		else if (found->kind == ML_INHERIT_GENERATION)
			report_generation(facts, sink, found);
		else if (found->kind == ML_INHERIT_CLAIMED)
			report_claimed(facts, sink, found);
	}
}
