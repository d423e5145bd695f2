#include "lint/check/rule.h"

#include <string.h>

/* Whether another part of the same file, or for a translation another license file, is known. */
static bool known_beside(const struct ml_facts *facts, const struct ml_license_fact *unknown)
{
	bool translated = *ml_role_language(ml_span_of(unknown->where.file->path)) != '\0';

	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->evidence == ML_EVIDENCE_TEXT && fact->license && (fact->where.file == unknown->where.file || translated))
			return true;
	}
	return false;
}

/* A card that calls the terms by a name of their own and hands over their text has said all it can. */
static bool named_by_card(const struct ml_facts *facts, const struct ml_file *file)
{
	if (!ml_card_names_own_terms(facts))
		return false;
	const struct ml_node *node = ml_card_license_node(facts->card);
	const struct ml_license_fact *declared = ml_card_declared(facts, facts->card, node);
	return !declared || !declared->target || declared->target == file;
}

static bool counts(const struct ml_license_fact *fact)
{
	return fact->evidence == ML_EVIDENCE_TEXT && !fact->license && !fact->unread && !fact->reference && fact->where.file &&
	       fact->where.file->role == ML_ROLE_LICENSE && !fact->where.file->outside;
}

void ml103_license_text_unknown(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_file *last = NULL;

	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (!counts(fact) || fact->where.file == last || known_beside(facts, fact) || named_by_card(facts, fact->where.file))
			continue;
		last = fact->where.file;
		struct ml_finding *finding = ml_found(sink, ml_where_line(last, 0, 0), ML_CERTAINTY_NEAR, "the text is no license that is known here");
		if (fact->nearest && fact->nearest_score >= 0.3)
			ml_found_proof(finding, fact->where, "nearest is the %s, of which it holds %.0f %%", fact->nearest->name,
				       fact->nearest_score * 100.0);
		for (size_t k = 0; k < fact->terms_nr && k < 5; k++)
			ml_found_proof(finding, fact->terms[k].where, "states a term: %s", ml_term_name(fact->terms[k].id));
		ml_found_help(finding, "use a known text unchanged, or name the terms in the card: 'license: other', license_name and license_link");
	}
}
