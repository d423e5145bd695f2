#include "lint/check/rule.h"

/* A known license is on the list or not; of other texts only terms that no approved license has speak. */
static bool is_refuted(const struct ml_facts *facts, const struct ml_license_fact *license)
{
	enum ml_osd osd = ml_license_osd(license, facts->knowledge);

	if (license->license && !license->altered && !license->license->family && !license->license->placeholder)
		return !license->license->osi_approved;
	return osd == ML_OSD_FAILS || osd == ML_OSD_DISPUTED;
}

/* The license that the list does not hold, or NULL: of a choice each branch has to be refuted. */
static const struct ml_license_fact *refuted(const struct ml_facts *facts, const struct ml_govern *govern)
{
	const struct ml_license_fact *found = NULL;

	for (size_t i = 0; i < govern->of_nr; i++) {
		const struct ml_license_fact *license = govern->of[i].fact;
		bool wrong = is_refuted(facts, license);
		if (govern->any && !wrong)
			return NULL;
		bool graver = found && ml_license_osd(found, facts->knowledge) != ML_OSD_FAILS &&
			      ml_license_osd(license, facts->knowledge) == ML_OSD_FAILS;
		if (wrong && (!found || graver))
			found = license;
	}
	return found;
}

static void report(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_claim_fact *claim,
		   const struct ml_license_fact *license)
{
	enum ml_osd osd = ml_license_osd(license, facts->knowledge);
	struct ml_finding *finding =
		ml_license_is_sentence(license) ?
			ml_found(sink, claim->where, ml_license_certainty(license), "says \"%s\", but a sentence of the text %s", claim->text,
				 ml_license_limit(facts, license)) :
			ml_found(sink, claim->where, ml_license_certainty(license),
				 "says \"%s\", but the license in %s is not one that the Open Source Initiative approved", claim->text,
				 ml_license_place(facts, license));

	if (osd == ML_OSD_FAILS || osd == ML_OSD_DISPUTED)
		ml_found_terms(finding, license);
	else
		ml_found_proof(finding, license->where, "%s is not on the list of the Open Source Initiative; no point of its definition was found failing",
			       ml_license_title(facts, license));
	ml_found_help(finding, "leave \"%s\" out and name the license itself", claim->text);
	if (osd != ML_OSD_FAILS)
		ml_found_soften(finding, ML_SEVERITY_WARNING, "the license is not on the list, but is not known to fail the Open Source Definition");
}

void ml203_osi_claim_false(const struct ml_facts *facts, struct ml_sink *sink)
{
	bool seen[ML_SUBJECT_NR] = { false };

	for (size_t i = 0; i < facts->claims_nr; i++) {
		const struct ml_claim_fact *claim = &facts->claims[i];
		if (claim->kind != ML_CLAIM_OSI_APPROVED || !ml_claim_is_own(claim) || seen[claim->subject])
			continue;
		const struct ml_license_fact *license = refuted(facts, ml_claim_govern(facts, claim));
		if (!license)
			continue;
		seen[claim->subject] = true;
		report(facts, sink, claim, license);
	}
}
