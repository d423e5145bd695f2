#include "lint/check/rule.h"

void ml702_display_phrase_missing(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->duties_nr; i++) {
		const struct ml_duty *duty = &facts->duties[i];
		if (duty->kind != ML_DUTY_PHRASE)
			continue;
		struct ml_finding *finding = ml_found_duty(sink, facts, duty, "does not show %s, as the %s asks of whoever passes on what was made with its material",
							   duty->wanted, duty->license->name);
		ml_found_help(finding, "write %s in the card", duty->wanted);
	}
}
