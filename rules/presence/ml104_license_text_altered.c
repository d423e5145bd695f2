#include "lint/check/rule.h"

#define SHOWN 5 /* stretches of added words; more would hide the first */

static const struct ml_term_fact *first_added(const struct ml_license_fact *fact)
{
	for (size_t i = 0; i < fact->terms_nr; i++)
		if (fact->terms[i].added)
			return &fact->terms[i];
	return NULL;
}

static void prove(const struct ml_facts *facts, struct ml_finding *finding, const struct ml_license_fact *fact)
{
	for (size_t i = 0; i < fact->terms_nr; i++) {
		if (!fact->terms[i].added)
			continue;
		ml_found_proof(finding, fact->terms[i].where, "added: %s", facts->knowledge->terms[fact->terms[i].id].title);
		ml_found_term(finding, fact->terms[i].id);
	}
	for (size_t i = 0; i < fact->added_nr && i < SHOWN && !first_added(fact); i++)
		ml_found_proof(finding, fact->added[i].where, "%u word%s that the known text does not have", fact->added[i].words,
			       fact->added[i].words == 1 ? "" : "s");
	if (fact->missing_words)
		ml_found_proof(finding, fact->where, "%u word%s of the known text %s missing", fact->missing_words,
			       fact->missing_words == 1 ? "" : "s", fact->missing_words == 1 ? "is" : "are");
}

/* A card that gives the terms a name of their own ("other" with license_name) does not pass them off as the known text. */
static bool is_named(const struct ml_card *card)
{
	const struct ml_node *root = card ? card->front.root : NULL;

	return ml_span_is_nocase(ml_node_get_text(root, "license"), "other") && ml_node_get_text(root, "license_name").len;
}

void ml104_license_text_altered(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->evidence != ML_EVIDENCE_TEXT || !fact->altered || !fact->license || !fact->where.file || fact->where.file->outside ||
		    is_named(facts->card))
			continue;
		const struct ml_term_fact *added = first_added(fact);
		struct ml_finding *finding = ml_found(sink, added && added->where.line ? added->where : fact->where, ML_CERTAINTY_NEAR,
						      "this is the %s with %s, so its name no longer says what the terms are",
						      ml_license_noun(fact->license), added ? "conditions added" : "words changed");
		prove(facts, finding, fact);
		ml_found_help(finding, "give the changed text a name of its own, or use the known text as it is");
		ml_found_cause(finding, ml_arena_printf(facts->arena, "altered %s", fact->where.file->path));
		if (!added)
			ml_found_soften(finding, ML_SEVERITY_NOTE, "no condition was found among the changed words");
	}
}
