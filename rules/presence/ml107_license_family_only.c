#include "lint/check/rule.h"

static bool is_decided_elsewhere(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license *license = facts->licenses[i].license;
		if (facts->licenses[i].evidence == ML_EVIDENCE_TEXT && (facts->licenses[i].unread || (license && !license->family)))
			return true;
	}
	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *said = &facts->statements[i];
		if (said->stance == ML_STANCE_OWN && said->license && !said->license->family && !said->license->placeholder)
			return true;
	}
	return false;
}

void ml107_license_family_only(const struct ml_facts *facts, struct ml_sink *sink)
{
	if (!facts->card || is_decided_elsewhere(facts))
		return;
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->evidence != ML_EVIDENCE_DECLARED || fact->where.file != facts->card->file || !fact->license || !fact->license->family)
			continue;
		struct ml_finding *finding = ml_found(sink, fact->where, ML_CERTAINTY_DECLARED,
						      "'%s' names a family of licenses with different terms, not one of them", fact->declared);
		ml_found_help(finding, "name the version and the variant, or add the text of the license");
		ml_found_cause(finding, "card-license-key");
	}
}
