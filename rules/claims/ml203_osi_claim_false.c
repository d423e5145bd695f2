#include "lint/check/rule.h"

#include <stdint.h>

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

static bool is_claim(const struct ml_claim_fact *claim)
{
	return claim->kind == ML_CLAIM_OSI_APPROVED && ml_claim_is_own(claim);
}

/* A classifier of a Python package, which is a string of its own. */
static bool is_classifier(const struct ml_facts *facts, const struct ml_claim_fact *claim)
{
	return ml_span_find(ml_place_text(facts->arena, &claim->where), "License ::") != SIZE_MAX;
}

/* Whether the package names a license that is not on the list in another way: then nothing is lost with the classifier. */
static bool is_named_beside(const struct ml_facts *facts, const struct ml_claim_fact *claim)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *license = &facts->licenses[i];
		bool same = license->where.line == claim->where.line && license->where.column == claim->where.column;
		if (license->evidence == ML_EVIDENCE_PACKAGE && license->where.file == claim->where.file && !same && license->license &&
		    is_refuted(facts, license))
			return true;
	}
	return false;
}

/* All classifiers that say the same of the same go together. */
static void drop_classifiers(const struct ml_facts *facts, struct ml_finding *finding, const struct ml_claim_fact *first)
{
	for (const struct ml_claim_fact *claim = first; claim < facts->claims + facts->claims_nr; claim++) {
		if (!is_claim(claim) || claim->subject != first->subject || !is_classifier(facts, claim))
			continue;
		if (!is_named_beside(facts, claim))
			ml_fix_offer(finding);
		ml_fix_drop_entry(finding, claim->where);
	}
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
	if (is_classifier(facts, claim))
		drop_classifiers(facts, finding, claim);
	if (osd != ML_OSD_FAILS)
		ml_found_soften(finding, ML_SEVERITY_WARNING, "the license is not on the list, but is not known to fail the Open Source Definition");
}

void ml203_osi_claim_false(const struct ml_facts *facts, struct ml_sink *sink)
{
	bool seen[2][ML_SUBJECT_NR] = { { false } }; /* prose and classifiers: they are mended in two places */

	for (size_t i = 0; i < facts->claims_nr; i++) {
		const struct ml_claim_fact *claim = &facts->claims[i];
		if (!is_claim(claim) || seen[is_classifier(facts, claim)][claim->subject])
			continue;
		const struct ml_license_fact *license = refuted(facts, ml_claim_govern(facts, claim));
		if (!license)
			continue;
		seen[is_classifier(facts, claim)][claim->subject] = true;
		report(facts, sink, claim, license);
	}
}
