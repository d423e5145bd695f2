#include "lint/check/rule.h"

#include <string.h>

static bool is_open_claim(const struct ml_claim_fact *claim)
{
	return claim->kind == ML_CLAIM_OPEN_SOURCE || claim->kind == ML_CLAIM_FULLY_OPEN || claim->kind == ML_CLAIM_OSI_APPROVED;
}

/* The name with the terms that go with it; one finding for each license. */
void ml210_upstream_called_open_source(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->claims_nr; i++) {
		const struct ml_claim_fact *claim = &facts->claims[i];
		const char *name = NULL;
		if (claim->stance != ML_STANCE_UPSTREAM || !is_open_claim(claim))
			continue;
		const struct ml_license *license = ml_upstream_license(facts, claim, &name);
		if (!license)
			continue;
		struct ml_license_fact fact = {
			.license = license, .evidence = ML_EVIDENCE_INFERRED, .match = ML_MATCHED_EXACT, .where = claim->where
		};
		struct ml_finding *finding = ml_found(sink, claim->where, ML_CERTAINTY_INFERRED, "calls %s open source, but its license %s", name,
						      ml_license_limit(facts, &fact));
		ml_found_proof(finding, (struct ml_where){ 0 }, "as far as mlint knows, it comes under the %s", ml_license_noun(license));
		for (size_t t = 0; t < license->terms_nr; t++)
			if (facts->knowledge->terms[license->terms[t].id].contradicts)
				ml_found_term(finding, license->terms[t].id);
		ml_found_help(finding, "say \"%s (%s)\" without \"%s\"", name, license->name, claim->text);
		ml_found_cause(finding, license->id);
	}
}
