#include "lint/check/rule.h"

#include <string.h>

/* Words that promise the absence of conditions; "free to use", "open license" promise less, and copyleft keeps that. */
static bool is_strict(const struct ml_facts *facts, const struct ml_claim_fact *claim)
{
	return ml_list_in(facts->knowledge, ML_LIST_STRICT, ml_span_of(claim->text));
}

/* The word is said of a license, and not of a part or a setting. */
static bool is_of_license(const struct ml_facts *facts, const struct ml_claim_fact *claim)
{
	struct ml_span sentence = ml_span_of(claim->sentence ? claim->sentence : "");

	return ml_list_fit(facts->knowledge, ML_LIST_PERMISSIVE_OF, facts->patterns, sentence, NULL) &&
	       !ml_list_fit(facts->knowledge, ML_LIST_PERMISSIVE_PART, facts->patterns, sentence, NULL);
}

/* What a license asks or bars that a permissive one does not, or NULL; *weak: what few would hold against the word. */
static const char *refutation(const struct ml_facts *facts, const struct ml_license_fact *license, bool strict, bool *weak)
{
	*weak = !strict;
	if (ml_license_osd(license, facts->knowledge) == ML_OSD_FAILS)
		return ml_license_limit(facts, license);
	if (!strict || !license->license || license->altered)
		return NULL;
	switch (license->license->class) {
	case ML_CLASS_STRONG_COPYLEFT:
	case ML_CLASS_NETWORK_COPYLEFT:
	case ML_CLASS_SHARE_ALIKE:
		return "asks that changed versions keep the same terms";
	case ML_CLASS_WEAK_COPYLEFT:
		*weak = true;
		return "asks that changed files keep the same terms";
	default:
		return NULL;
	}
}

/* The license of which the words speak: the one that their sentence names, else the one that governs. */
static const struct ml_license_fact *meant(const struct ml_facts *facts, const struct ml_claim_fact *claim)
{
	const struct ml_license *said = ml_license_said(facts, claim->sentence);
	const struct ml_govern *govern = ml_claim_govern(facts, claim);

	for (size_t i = 0; said && i < govern->of_nr; i++)
		if (ml_license_same(govern->of[i].fact->license, said))
			return govern->of[i].fact;
	/* Of another license than those that govern: of some part, or of something else. */
	if (said || govern->of_nr != 1)
		return NULL;
	const struct ml_license_fact *only = govern->of[0].fact;
	bool others = claim->subject == ML_SUBJECT_DATA && !only->scope_stated;
	return others ? NULL : only;
}

static void report(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_claim_fact *claim,
		   const struct ml_license_fact *license, const char *why, bool weak)
{
	bool fails = ml_license_osd(license, facts->knowledge) == ML_OSD_FAILS;
	struct ml_finding *finding =
		ml_found(sink, claim->where, ml_license_certainty(license), "says \"%s\", but the license %s", claim->text, why);

	if (fails)
		ml_found_terms(finding, license);
	else
		ml_found_proof(finding, license->where, "%s %s", ml_license_title(facts, license), why);
	ml_found_help(finding, "name the license and leave the adjective out: \"released under %s\"", ml_license_under(facts, license));
	ml_found_cause(finding, "permissive");
	if (weak)
		ml_found_soften(finding, ML_SEVERITY_NOTE, "the words can be read in a weaker sense that the license keeps");
}

void ml204_permissive_claim_false(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->claims_nr; i++) {
		const struct ml_claim_fact *claim = &facts->claims[i];
		bool strict = is_strict(facts, claim), weak;
		if (claim->kind != ML_CLAIM_PERMISSIVE || claim->stance != ML_STANCE_OWN || !is_of_license(facts, claim))
			continue;
		const struct ml_license_fact *license = meant(facts, claim);
		const char *why = license ? refutation(facts, license, strict, &weak) : NULL;
		if (!why || ml_told_beside(facts, claim, ml_license_terms(license), !strict))
			continue;
		report(facts, sink, claim, license, why, weak);
	}
}
