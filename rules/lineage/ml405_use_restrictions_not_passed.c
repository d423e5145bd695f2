#include "lint/check/rule.h"

void ml405_use_restrictions_not_passed(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->inherited_nr; i++) {
		const struct ml_inherited *found = &facts->inherited[i];
		if (found->kind != ML_INHERIT_PASS_THROUGH)
			continue;
		struct ml_finding *finding = ml_found_inherited(sink, facts, found,
								"is under %s, without the use restrictions that have to be passed on from its base %s under the %s",
								ml_own_terms(found), found->base->id, ml_license_noun(found->base->license));
		ml_found_proof(finding, (struct ml_where){ 0 }, "looked for the base's license and for use restrictions in the license files, the card and its text");
		ml_found_help(finding, "add the restrictions to the own terms, or the base's license as a file; the terms around them may be your own");
	}
}
