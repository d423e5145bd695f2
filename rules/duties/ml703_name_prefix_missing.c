#include "lint/check/rule.h"

void ml703_name_prefix_missing(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->duties_nr; i++) {
		const struct ml_duty *duty = &facts->duties[i];
		if (duty->kind != ML_DUTY_PREFIX)
			continue;
		struct ml_finding *finding = ml_found_duty(sink, facts, duty, "the name '%s' does not begin with \"%s\", as the %s asks of models made with %s", duty->seen,
							   duty->wanted, ml_license_noun(duty->license), duty->base ? "its material" : "outputs of its models");
		ml_found_help(finding, "begin the name with \"%s\"", duty->wanted);
	}
}
