#include "lint/check/rule.h"

#include <string.h>

/* Unscoped claims over open code and restricted weights have a rule of their own: ML207. */
static bool is_code_only(const struct ml_facts *facts, const struct ml_claim_fact *claim)
{
	return claim->subject == ML_SUBJECT_PROJECT && facts->offer != ML_OFFER_NONE &&
	       ml_govern_osd(facts, &facts->code) == ML_OSD_CONFORMS;
}

/* What may be said instead, by what the claim speaks of. */
static const char *truth(const struct ml_facts *facts, const struct ml_claim_fact *claim)
{
	if (claim->subject == ML_SUBJECT_DATA)
		return "data available";
	return claim->subject == ML_SUBJECT_CODE || facts->offer == ML_OFFER_NONE ? "source available" : "open weights";
}

static unsigned part_of(const struct ml_facts *facts, const struct ml_claim_fact *claim)
{
	if (claim->subject == ML_SUBJECT_DATA)
		return ML_SCOPE_DATA;
	return claim->subject == ML_SUBJECT_CODE || facts->offer == ML_OFFER_NONE ? ML_SCOPE_CODE : ML_SCOPE_WEIGHTS;
}

/* Whether the sentence that limits use is the one that makes the claim. */
static bool is_around(const struct ml_license_fact *license, const struct ml_claim_fact *claim)
{
	const struct ml_where *a = &license->where, *b = &claim->where;
	bool after = a->line < b->line || (a->line == b->line && a->column <= b->column);

	return a->file == b->file && after && (a->end_line > b->end_line || (a->end_line == b->end_line && a->end_column >= b->end_column));
}

/* The key and the text of a data set speak of its data: a script beside it stands under them only where something says so of the code. */
static bool is_beside_data(const struct ml_facts *facts, const struct ml_claim_fact *claim, const struct ml_license_fact *license)
{
	return claim->subject == ML_SUBJECT_CODE && ml_is_data_repository(facts) && !(license->scope_stated && (license->scope & ML_SCOPE_CODE));
}

/* Whether a claim is held against a license here at all. */
static bool is_held(const struct ml_facts *facts, const struct ml_claim_fact *claim, int subject)
{
	return (int)claim->subject == subject && ml_claim_is_open(claim) && claim->kind != ML_CLAIM_OSI_APPROVED && !is_code_only(facts, claim) &&
	       ml_claim_is_of_files(facts, claim) && !ml_claim_is_of_open_part(facts, claim) && !ml_claim_is_of_component(facts, claim);
}

/* The place of "source" in a claim "open-source" or "Open Source" that stands before a noun for a model; the absent span for any other claim. */
static struct ml_span word_of(const struct ml_facts *facts, const struct ml_claim_fact *claim)
{
	struct ml_span said = ml_place_text(facts->arena, &claim->where), none = { 0 };

	if (said.len != strlen("open source") || !ml_span_starts_nocase(said, "open") || !ml_span_ends_nocase(said, "source"))
		return none;
	struct ml_span text = claim->where.file->text;
	size_t end = (size_t)(said.at - text.at) + said.len;
	struct ml_span rest = ml_span_sub(text, end, text.len);
	bool noun = ml_list_fit(facts->knowledge, ML_LIST_WEIGHTS_NOUN, facts->patterns, ml_span_sub(rest, 0, ml_span_find(rest, "\n")), NULL);
	return noun ? ml_span_sub(said, strlen("open "), said.len) : none;
}

/* "open-weights chat model": offered where every claim can be worded so, and weights are what is offered. */
static void offer(const struct ml_facts *facts, struct ml_finding *finding, int subject)
{
	if (facts->offer == ML_OFFER_NONE || subject == ML_SUBJECT_DATA || subject == ML_SUBJECT_CODE)
		return;
	for (size_t i = 0; i < facts->claims_nr; i++)
		if (is_held(facts, &facts->claims[i], subject) && !word_of(facts, &facts->claims[i]).at)
			return;
	ml_fix_offer(finding);
	for (size_t i = 0; i < facts->claims_nr; i++) {
		const struct ml_claim_fact *claim = &facts->claims[i];
		if (!is_held(facts, claim, subject))
			continue;
		struct ml_span word = word_of(facts, claim);
		size_t at = (size_t)(word.at - claim->where.file->text.at);
		ml_fix_replace(finding, claim->where.file, at, at + word.len, "%s", word.at[0] == 'S' ? "Weights" : "weights");
	}
}

/* The claim in its own words: who says "fully open" did not say "open source". */
static const char *word(const struct ml_claim_fact *claim)
{
	bool full = claim->kind == ML_CLAIM_FULLY_OPEN && claim->text && ml_span_find_nocase(ml_span_of(claim->text), "source") == SIZE_MAX &&
		    (unsigned char)*claim->text < 0x80;

	return full ? "fully open" : "open source";
}

/* One finding a subject, at the first claim: the same words twenty times are one contradiction. */
static void report(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_claim_fact *claim,
		   const struct ml_license_fact *license, const struct ml_claim_fact *again, size_t more)
{
	bool disputed = ml_license_osd(license, facts->knowledge) == ML_OSD_DISPUTED;
	enum ml_certainty certainty = ml_license_certainty(license);
	struct ml_finding *finding =
		disputed ? ml_found(sink, claim->where, certainty,
				    "calls %s %s under a license that is not OSI-approved, and whether it meets the Open Source Definition is disputed",
				    ml_subject_title(claim->subject), word(claim)) :
			   ml_found(sink, claim->where, certainty, "calls %s %s, but %s %s", ml_subject_title(claim->subject), word(claim),
				    !ml_license_is_sentence(license) ? "its license" :
				    is_around(license, claim) ? "the same sentence" : "another sentence",
				    ml_license_limit(facts, license));

	ml_found_governing(finding, ml_claim_govern(facts, claim), part_of(facts, claim), license);
	ml_found_origin(finding, facts, license, claim->subject);
	if (again && more)
		ml_found_proof(finding, again->where, "said again here, and in %zu more place%s", more, more == 1 ? "" : "s");
	else if (again)
		ml_found_proof(finding, again->where, "said again here");
	if (!disputed && ml_claim_is_of_several(facts, claim))
		ml_found_help(finding, "say which models are open source, and \"%s under %s\" of the others", truth(facts, claim), ml_license_under(facts, license));
	else
		ml_found_help(finding, "say \"%s under %s\" instead; naming the limit beside \"open source\" does not mend it", truth(facts, claim),
			      ml_license_under(facts, license));
	/* Model, weights and project under one license are one contradiction, and so is ML207 beside it. */
	ml_found_cause(finding, ml_arena_printf(facts->arena, "restricted by %s", ml_license_place(facts, license)));
	offer(facts, finding, (int)claim->subject);
	if (!disputed && ml_claim_is_of_several(facts, claim))
		ml_found_soften(finding, ML_SEVERITY_WARNING, "it may be meant of those models here whose terms are open");
	if (disputed)
		ml_found_soften(finding, ML_SEVERITY_WARNING, "a display duty is no limit of use in the words of the definition");
}

/* A tag stands first in the file, and a sentence that says the same says it plainer: where there is one, that is what is quoted. */
static bool is_said_plainer(const struct ml_facts *facts, const struct ml_claim_fact *tag)
{
	for (size_t i = 0; ml_in_front_matter(facts, &tag->where) && i < facts->claims_nr; i++) {
		const struct ml_claim_fact *claim = &facts->claims[i];
		bool whole = claim->subject == ML_SUBJECT_PROJECT || claim->subject == ML_SUBJECT_MODEL || claim->subject == ML_SUBJECT_WEIGHTS;
		const struct ml_license_fact *breaking =
			whole && claim->where.file == tag->where.file && !ml_in_front_matter(facts, &claim->where) && is_held(facts, claim, (int)claim->subject) ?
				ml_govern_breaking(facts, ml_claim_govern(facts, claim)) :
				NULL;
		if (breaking && ml_claim_is_of_time(facts, claim, breaking))
			return true;
	}
	return false;
}

void ml201_open_source_claim_restricted(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (int subject = 0; subject < ML_SUBJECT_NR; subject++) {
		const struct ml_claim_fact *first = NULL, *again = NULL;
		const struct ml_license_fact *license = NULL;
		size_t more = 0;

		for (size_t i = 0; i < facts->claims_nr; i++) {
			const struct ml_claim_fact *claim = &facts->claims[i];
			const struct ml_license_fact *breaking = is_held(facts, claim, subject) ? ml_govern_breaking(facts, ml_claim_govern(facts, claim)) : NULL;
			if (!breaking || is_beside_data(facts, claim, breaking) || is_said_plainer(facts, claim))
				continue;
			if (first) {
				more += again != NULL;
				again = again ? again : claim;
				continue;
			}
			license = breaking;
			if (ml_claim_is_of_time(facts, claim, license))
				first = claim;
		}
		if (first)
			report(facts, sink, first, license, again, more);
	}
}
