#include "lint/check/rule.h"

/* A text, or an own sentence, that names a member of a family and so decides. */
static bool decided(const struct ml_facts *facts)
{
	const struct ml_license_fact *text = ml_license_text(facts, false);
	const struct ml_statement *said = ml_terms_said(facts, true);

	return text || ml_license_file(facts) || (said && !said->license->family);
}

void ml107_license_family_only(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->evidence != ML_EVIDENCE_DECLARED || !fact->license || !fact->license->family || !fact->where.line || decided(facts))
			continue;
		struct ml_finding *finding = ml_found(sink, fact->where, ML_CERTAINTY_DECLARED,
						      "'%s' names a family of licenses, and no text says which of them is meant",
						      fact->declared ? fact->declared : fact->license->id);
		ml_found_help(finding, "name the license with its version, such as 'cc-by-4.0' or 'bsd-3-clause', or add its text");
		return;
	}
}
