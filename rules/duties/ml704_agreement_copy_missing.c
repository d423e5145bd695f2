#include "lint/check/rule.h"

void ml704_agreement_copy_missing(const struct ml_facts *facts, struct ml_sink *sink)
{
	bool told = false;

	for (size_t i = 0; i < facts->duties_nr; i++) {
		const struct ml_duty *duty = &facts->duties[i];
		if (duty->kind != ML_DUTY_COPY)
			continue;
		struct ml_finding *finding = ml_found_duty(sink, facts, duty, "passes on what was made from %s without a copy of its license, the %s", duty->base->id,
							   ml_license_noun(duty->license));
		ml_found_help(finding, "add the text that came with the base as a file: a link or an identifier is no copy");
		/* That the own license has no text here either is the same gap (ML102). Files of one folder may be under several. */
		if (!told && !duty->slight && !facts->first_file)
			ml_found_cause(finding, ml_cause_here(facts, "license-text"));
		told = true;
	}
}
