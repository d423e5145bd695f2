#include "lint/check/rule.h"

/* "We open source the translations", in a document of a folder: what is not said to be the project is something beside it. */
static bool speaks_of_whole(const struct ml_facts *facts, const struct ml_claim_fact *claim)
{
	return claim->subject == ML_SUBJECT_PROJECT && claim->where.file && ml_at_root(facts, claim->where.file);
}

static const struct ml_claim_fact *first_claim(const struct ml_facts *facts, const struct ml_license_fact *weights)
{
	const struct ml_claim_fact *entry = NULL;

	for (size_t i = 0; i < facts->claims_nr; i++) {
		const struct ml_claim_fact *claim = &facts->claims[i];
		if (!speaks_of_whole(facts, claim) || !ml_claim_is_open(claim) || claim->kind == ML_CLAIM_OSI_APPROVED ||
		    ml_claim_is_of_open_part(facts, claim) || ml_claim_is_told_below(facts, claim) || !ml_claim_is_of_time(facts, claim, weights))
			continue;
		if (!ml_claim_is_of_contents(claim))
			return claim;
		entry = entry ? entry : claim;
	}
	return entry;
}

/*
 * A sentence that calls the model itself open source says it plainer than a heading "Open-source list" or its entry in a table of
 * contents: ML201 holds it against the weights.
 */
static bool is_said_plainer(const struct ml_facts *facts, const struct ml_claim_fact *heading, const struct ml_license_fact *weights)
{
	struct ml_span line = ml_place_line(facts->arena, &heading->where);

	if (!ml_claim_is_of_contents(heading) && (!line.len || line.at[0] != '#'))
		return false;
	for (size_t i = 0; i < facts->claims_nr; i++) {
		const struct ml_claim_fact *claim = &facts->claims[i];
		if ((claim->subject == ML_SUBJECT_MODEL || claim->subject == ML_SUBJECT_WEIGHTS) && claim->where.file == heading->where.file &&
		    claim->kind == heading->kind && ml_claim_is_open(claim) && !ml_claim_is_of_contents(claim) &&
		    !ml_claim_is_of_open_part(facts, claim) && ml_claim_is_of_time(facts, claim, weights))
			return true;
	}
	return false;
}

void ml207_open_source_claim_code_only(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_license_fact *weights = ml_govern_breaking(facts, &facts->weights);

	if (!weights || facts->offer == ML_OFFER_NONE || ml_govern_osd(facts, &facts->code) != ML_OSD_CONFORMS)
		return;
	const struct ml_claim_fact *claim = first_claim(facts, weights);
	if (!claim || is_said_plainer(facts, claim, weights))
		return;
	bool disputed = ml_license_osd(weights, facts->knowledge) == ML_OSD_DISPUTED;
	struct ml_finding *finding =
		ml_found(sink, claim->where, ml_license_certainty(weights),
			 "says open source without saying of what; the code is, but %s %s",
			 ml_license_is_sentence(weights) ? "another sentence, about the weights," : "the license of the weights",
			 disputed ? "is not OSI-approved" : ml_license_limit(facts, weights));
	const struct ml_license_fact *code = facts->code.of[0].fact;
	ml_found_proof(finding, code->where, "the code is under %s", ml_license_under(facts, code));
	ml_found_governing(finding, &facts->weights, ML_SCOPE_WEIGHTS, weights);
	ml_found_cause(finding, ml_arena_printf(facts->arena, "restricted by %s", ml_license_place(facts, weights)));
	ml_found_help(finding, "say which part is open: \"the code is open source; the weights are under %s\"",
		      ml_license_under(facts, weights));
	if (disputed)
		ml_found_soften(finding, ML_SEVERITY_WARNING, "a display duty is no limit of use in the words of the definition");
}
