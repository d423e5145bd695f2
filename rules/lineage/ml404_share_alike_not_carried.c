#include "lint/check/rule.h"

void ml404_share_alike_not_carried(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->inherited_nr; i++) {
		const struct ml_inherited *found = &facts->inherited[i];
		if (found->kind != ML_INHERIT_SHARE_ALIKE)
			continue;
		struct ml_finding *finding = ml_found_inherited(sink, facts, found,
								"is under %s, but its base %s is under the %s, which asks that what is made from it be shared alike",
								ml_own_terms(found), found->base->id, ml_license_noun(found->base->license));
		ml_found_help(finding, "license it as '%s', or under a license that it accepts", found->base->license->id);
	}
}
