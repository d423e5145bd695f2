#include "lint/check/rule.h"

void ml208_open_weights_claim_restricted(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->claims_nr; i++) {
		const struct ml_claim_fact *claim = &facts->claims[i];
		if (claim->kind != ML_CLAIM_OPEN_WEIGHTS || !ml_claim_is_own(claim) || claim->subject == ML_SUBJECT_CODE ||
		    claim->subject == ML_SUBJECT_DATA)
			continue;
		const struct ml_license_fact *license = ml_govern_breaking(facts, &facts->weights);
		if (!license || ml_license_osd(license, facts->knowledge) != ML_OSD_FAILS)
			return;
		struct ml_finding *finding =
			ml_found(sink, claim->where, ml_license_certainty(license),
				 "says \"%s\", but the license %s, which the Open Weights Definition does not allow", claim->text,
				 ml_license_limit(facts, license));
		ml_found_terms(finding, license);
		ml_found_help(finding, "say \"weights available under %s\"", ml_license_under(facts, license));
		return;
	}
}
