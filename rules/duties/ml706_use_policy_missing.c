#include "lint/check/rule.h"

void ml706_use_policy_missing(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->duties_nr; i++) {
		const struct ml_duty *duty = &facts->duties[i];
		if (duty->kind != ML_DUTY_POLICY)
			continue;
		struct ml_finding *finding = ml_found_duty(sink, facts, duty, "neither the use policy that is part of the %s is here, nor a link to it", ml_license_noun(duty->license));
		ml_found_help(finding, "link %s, or add the policy as USE_POLICY.md", duty->wanted);
	}
}
