#include "lint/check/rule.h"

#include <string.h>

static bool holds(const struct ml_facts *facts, enum ml_list_id id, const char *sentence)
{
	return ml_list_fit(facts->knowledge, id, facts->patterns, ml_span_of(sentence), NULL);
}

/* A sentence that limits use, said by the repository of its own work, at the root, without naming a license for it; of one model of several it is that one's term. */
static bool limits_use(const struct ml_facts *facts, const struct ml_statement *statement)
{
	return ml_stance_is_own(statement->stance) && !statement->of_one && !statement->license && !statement->target && statement->terms_nr &&
	       statement->where.file && ml_at_root(facts, statement->where.file);
}

/* The license of that part that grants what the sentence takes, or NULL. */
static const struct ml_license_fact *granting(const struct ml_facts *facts, const struct ml_govern *govern)
{
	for (size_t i = 0; i < govern->of_nr; i++) {
		const struct ml_license_fact *fact = govern->of[i].fact;
		if (fact->license && !fact->altered && ml_license_osd(fact, facts->knowledge) == ML_OSD_CONFORMS)
			return fact;
	}
	return NULL;
}

/*
 * Whether something else that governs the part fails by itself: then the sentence only repeats it. Names that nobody knows, beside a license that the
 * card declares, are what sentences of the text call their terms.
 */
static bool is_limited_anyway(const struct ml_facts *facts, const struct ml_govern *govern)
{
	for (size_t i = 0; i < govern->of_nr; i++) {
		const struct ml_license_fact *fact = govern->of[i].fact;
		enum ml_osd osd = ml_license_osd(fact, facts->knowledge);
		bool named = !fact->license && fact->evidence == ML_EVIDENCE_DECLARED && ml_license_is_key(facts, granting(facts, govern));
		if (!named && !ml_license_is_sentence(fact) && osd != ML_OSD_CONFORMS)
			return true;
	}
	return false;
}

/* Whether a license of its own is named for the weights, whose text nobody here knows: the sentence may stand in it. */
static bool names_unknown(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *statement = &facts->statements[i];
		bool weights = !statement->scope || (statement->scope & ML_SCOPE_WEIGHTS);
		if (weights && statement->declared && !statement->license && ml_stance_is_own(statement->stance))
			return true;
	}
	return false;
}

static bool is_of_commerce(const struct ml_statement *statement)
{
	return statement->terms[0].id == ML_TERM_NONCOMMERCIAL || statement->terms[0].id == ML_TERM_RESEARCH_ONLY;
}

/* Whether a license that is not open grants commerce all the same, as Llama's and the RAIL ones do; a threshold of revenue takes a part of it. */
static bool grants_commerce(const struct ml_license_fact *fact)
{
	if (fact->altered || !ml_license_is_certain(fact->license) || fact->license->osd != ML_OSD_FAILS)
		return false;
	for (size_t i = 0; i < fact->license->terms_nr; i++) {
		const struct ml_license_term *term = &fact->license->terms[i];
		bool users = term->id == ML_TERM_USER_THRESHOLD && term->value && strstr(term->value, "MAU");
		if (term->id == ML_TERM_NONCOMMERCIAL || term->id == ML_TERM_RESEARCH_ONLY || term->id == ML_TERM_REGISTRATION_GATE ||
		    (term->id == ML_TERM_USER_THRESHOLD && !users))
			return false;
	}
	return true;
}

/* The license of the weights where all that governs them grants commerce, whatever else it limits; or NULL. */
static const struct ml_license_fact *granting_commerce(const struct ml_facts *facts)
{
	const struct ml_license_fact *found = NULL;

	for (size_t i = 0; i < facts->weights.of_nr; i++) {
		const struct ml_license_fact *fact = facts->weights.of[i].fact;
		if (ml_license_is_sentence(fact))
			continue;
		if (!grants_commerce(fact))
			return NULL;
		found = found ? found : fact;
	}
	return found;
}

static const struct ml_license_fact *contradicted(const struct ml_facts *facts, unsigned scope, const char **part)
{
	bool weights = facts->offer != ML_OFFER_NONE && (!scope || (scope & ML_SCOPE_WEIGHTS));
	bool data = (scope & ML_SCOPE_DATA) && !(scope & ML_SCOPE_WEIGHTS) && ml_is_dataset_card_alone(facts->knowledge, facts->card);
	bool code = (scope & ML_SCOPE_CODE) || (!scope && facts->offer == ML_OFFER_NONE);
	const struct ml_license_fact *license = NULL;

	if (weights && !is_limited_anyway(facts, &facts->weights)) {
		*part = "";
		license = granting(facts, &facts->weights);
		if (names_unknown(facts) && !ml_license_is_key(facts, license))
			license = NULL;
	}
	/* Of everything at once, with weights that are limited anyway: said of the weights, most likely. */
	if (!license && code && !weights && !is_limited_anyway(facts, &facts->code)) {
		*part = facts->offer == ML_OFFER_NONE ? "" : " of the code";
		license = granting(facts, &facts->code);
	}
	if (!license && data && !is_limited_anyway(facts, &facts->data)) {
		*part = " of the data";
		license = granting(facts, &facts->data);
	}
	return license;
}

static const char *taking(const struct ml_statement *statement)
{
	switch (statement->terms[0].id) {
	case ML_TERM_NONCOMMERCIAL:
		return "takes commercial use away";
	case ML_TERM_RESEARCH_ONLY:
		return "allows research only";
	default:
		return "limits the use";
	}
}

static struct ml_finding *report(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_statement *statement,
				 const struct ml_license_fact *license, const char *part)
{
	bool open = ml_license_osd(license, facts->knowledge) == ML_OSD_CONFORMS;
	const char *lead = statement->lead ? ml_arena_printf(facts->arena, "behind \"%s\" this", statement->lead) : "this sentence";
	struct ml_finding *finding = ml_found(sink, statement->where, ml_license_certainty(license), "%s %s, but the license%s (%s) grants %s", lead,
					      taking(statement), part, license->license->name, open ? "use for any purpose" : "commercial use");

	for (size_t i = 0; i < statement->terms_nr; i++)
		ml_found_term(finding, statement->terms[i].id);
	ml_found_proof(finding, license->where, "the license is here: %s", license->license->name);
	if (ml_license_bars_restrictions(license->license)) {
		struct ml_where nowhere = { 0 };
		ml_found_proof(finding, nowhere, "section 7 of the GPL lets recipients remove further restrictions; courts have disagreed on how far that goes");
	}
	bool apart = (statement->scope & ML_SCOPE_WEIGHTS) && !(statement->scope & ML_SCOPE_CODE) && license->evidence == ML_EVIDENCE_TEXT;
	ml_found_help(finding,
		      apart ? "if the license is meant for the code alone, say so, and name the terms of the weights; if the limit is advice, write \"we recommend\"" :
			      "if the limit is meant, choose a license that says it; if it is advice, write \"we recommend\"");
	ml_found_cause(finding, "text-adds-restriction");
	if (holds(facts, ML_LIST_ASKING, statement->sentence))
		ml_found_soften(finding, ML_SEVERITY_WARNING, "the sentence asks more than it forbids");
	else if (!open)
		ml_found_soften(finding, ML_SEVERITY_WARNING, "such licenses may leave makers of derivatives room for terms of their own");
	return finding;
}

void ml209_text_adds_restriction(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *statement = &facts->statements[i];
		const char *part = "";
		if (!limits_use(facts, statement))
			continue;
		const struct ml_license_fact *license = contradicted(facts, statement->scope, &part);
		bool weights = facts->offer != ML_OFFER_NONE && (!statement->scope || (statement->scope & ML_SCOPE_WEIGHTS));
		if (!license && weights && is_of_commerce(statement) && !names_unknown(facts))
			license = granting_commerce(facts);
		if (license && ml_statement_binds(facts, statement))
			report(facts, sink, statement, license, part);
	}
}
