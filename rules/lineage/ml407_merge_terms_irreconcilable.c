#include "lint/check/rule.h"

void ml407_merge_terms_irreconcilable(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->inherited_nr; i++) {
		const struct ml_inherited *found = &facts->inherited[i];
		if (found->kind != ML_INHERIT_IRRECONCILABLE)
			continue;
		struct ml_finding *finding = ml_found_inherited(sink, facts, found, "merges %s, under the %s, with %s, under the %s, and no terms meet both",
								found->base->id, ml_license_noun(found->base->license), found->other->id,
								ml_license_noun(found->other->license));
		ml_found_proof(finding, found->other->where, "%s names %s", ml_base_source(found->other), found->other->id);
		ml_found_help(finding, "merge models whose terms go together, or ask one of their makers for other terms");
		ml_found_cause(finding, "merge");
	}
}
