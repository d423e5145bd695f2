#include "lint/check/rule.h"

#include <stdint.h>

#define TITLE_BYTES 300u
#define MATERIAL_WORDS 20u /* of the known text, below which a loss is an oversight */
#define PLACES 3u

/* A text that calls itself changed hides nothing. */
static bool says_so(const struct ml_license_fact *fact)
{
	struct ml_span head = ml_span_sub(fact->where.file->text, 0, TITLE_BYTES);

	return ml_span_find_nocase(head, "modified") != SIZE_MAX || ml_span_find_nocase(head, "based on") != SIZE_MAX;
}

static const struct ml_term_fact *added_term(const struct ml_license_fact *fact)
{
	for (size_t i = 0; i < fact->terms_nr; i++)
		if (fact->terms[i].added)
			return &fact->terms[i];
	return NULL;
}

static void show_changes(struct ml_finding *finding, const struct ml_license_fact *fact)
{
	for (size_t i = 0; i < fact->terms_nr; i++)
		if (fact->terms[i].added) {
			ml_found_proof(finding, fact->terms[i].where, "added: %s", ml_term_name(fact->terms[i].id));
			ml_found_term(finding, fact->terms[i].id);
		}
	for (size_t i = 0; i < fact->added_nr && i < PLACES; i++)
		ml_found_proof(finding, fact->added[i].where, "%u words that the known text does not have", fact->added[i].words);
	if (fact->missing_words)
		ml_found_proof(finding, fact->where, "about %u words of the known text are missing", fact->missing_words);
}

static struct ml_where first_change(const struct ml_license_fact *fact, const struct ml_term_fact *term)
{
	return term && term->where.line ? term->where : fact->added_nr ? fact->added[0].where : fact->where;
}

void ml104_license_text_altered(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->evidence != ML_EVIDENCE_TEXT || !fact->altered || !fact->license || !fact->where.file ||
		    fact->where.file->role != ML_ROLE_LICENSE || fact->where.file->outside || ml_card_names_own_terms(facts))
			continue;
		const struct ml_term_fact *term = added_term(fact);
		struct ml_finding *finding = ml_found(sink, first_change(fact, term), ML_CERTAINTY_NEAR,
						      term ? "the text is the %s with a condition added" : "the text is the %s with changes",
						      fact->license->name);
		show_changes(finding, fact);
		if (!term && fact->missing_words < MATERIAL_WORDS)
			ml_found_soften(finding, ML_SEVERITY_NOTE, "no condition was added");
		else if (!term)
			ml_found_soften(finding, ML_SEVERITY_WARNING, "words are missing, no condition was added");
		else if (says_so(fact))
			ml_found_soften(finding, ML_SEVERITY_WARNING, "the text itself says that it is changed");
		ml_found_help(finding, "use the text unchanged, or give the terms a name of their own ('license: other' and license_name in the card)");
	}
}
