#include "lint/check/rule.h"

#define TERM(id) (UINT32_C(1) << ML_TERM_##id)
#define BARRED (TERM(NONCOMMERCIAL) | TERM(RESEARCH_ONLY))
/* What leaves most businesses free, or free after a form: a warning, and silent where the text tells it. */
#define CONDITIONED (TERM(USER_THRESHOLD) | TERM(REGISTRATION_GATE))

/* Sentences that take part of the offer back, tie it to something, or speak of others beside: they are no plain promise. */
static bool is_plain(const struct ml_facts *facts, const struct ml_claim_fact *claim)
{
	return !ml_list_fit(facts->knowledge, ML_LIST_HEDGES, facts->patterns, ml_span_of(claim->sentence ? claim->sentence : ""), NULL);
}

/* The limits on commercial use that each license has which governs; one without any lets the claim stand for its part. */
static uint32_t limits(const struct ml_facts *facts, const struct ml_govern *govern, const struct ml_license_fact **license)
{
	uint32_t all = govern->of_nr ? BARRED | CONDITIONED : 0, worst = 0;

	*license = NULL;
	for (size_t i = 0; i < govern->of_nr; i++) {
		const struct ml_license_fact *fact = govern->of[i].fact;
		enum ml_osd osd = ml_license_osd(fact, facts->knowledge);
		uint32_t here = ml_license_terms(fact) & (BARRED | CONDITIONED);
		if (osd != ML_OSD_FAILS || !here)
			return 0;
		if (!*license || (here & BARRED && !(worst & BARRED))) {
			*license = fact;
			worst = here;
		}
		if (!(here & BARRED))
			all &= CONDITIONED;
	}
	return all & worst;
}

static bool is_told(const struct ml_facts *facts, const struct ml_claim_fact *claim, uint32_t terms)
{
	if (ml_told_beside(facts, claim, BARRED | CONDITIONED, !(terms & BARRED)))
		return true;
	return !(terms & BARRED) && ml_told_in_file(facts, claim, CONDITIONED);
}

static const char *limit_of(uint32_t terms)
{
	if (terms & TERM(NONCOMMERCIAL))
		return "does not allow it";
	if (terms & TERM(RESEARCH_ONLY))
		return "allows research only";
	return terms & TERM(REGISTRATION_GATE) ? "asks for registration or permission first" : "asks the largest users for a license of their own";
}

static void report(struct ml_sink *sink, const struct ml_claim_fact *claim,
		   const struct ml_license_fact *license, uint32_t terms)
{
	struct ml_finding *finding = ml_found(sink, claim->where, ml_license_certainty(license), "offers %s for commercial use, but %s %s",
					      ml_subject_title(claim->subject),
					      ml_license_is_sentence(license) ? "its own text" : "its license", limit_of(terms));

	ml_found_terms_among(finding, license, BARRED | CONDITIONED); /* what else it asks is no limit of commercial use */
	ml_found_cause(finding, "commercial");
	if (terms & BARRED) {
		ml_found_help(finding, "take the sentence back, or choose a license that allows commercial use");
		return;
	}
	ml_found_help(finding, "name the condition in the same sentence");
	ml_found_soften(finding, ML_SEVERITY_WARNING, "commercial use is allowed, on a condition that the text does not tell");
}

void ml205_commercial_claim_false(const struct ml_facts *facts, struct ml_sink *sink)
{
	bool seen[ML_SUBJECT_NR] = { false };

	for (size_t i = 0; i < facts->claims_nr; i++) {
		const struct ml_claim_fact *claim = &facts->claims[i];
		const struct ml_license_fact *license;
		if (claim->kind != ML_CLAIM_COMMERCIAL_USE || claim->stance != ML_STANCE_OWN || !ml_claim_is_own(claim) || seen[claim->subject] ||
		    !is_plain(facts, claim))
			continue;
		uint32_t terms = limits(facts, ml_claim_govern(facts, claim), &license);
		if (!terms || is_told(facts, claim, terms))
			continue;
		seen[claim->subject] = true;
		report(sink, claim, license, terms);
	}
}
