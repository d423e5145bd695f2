#include "lint/check/rule.h"

void ml705_change_notice_missing(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->duties_nr; i++) {
		const struct ml_duty *duty = &facts->duties[i];
		if (duty->kind != ML_DUTY_CHANGES)
			continue;
		struct ml_finding *finding = ml_found_duty(sink, facts, duty, "no word says what was changed in %s, as the %s asks", duty->base->id, ml_license_noun(duty->license));
		ml_found_help(finding, "say in the card what was done: 'base_model_relation: quantized', or a sentence");
	}
}
