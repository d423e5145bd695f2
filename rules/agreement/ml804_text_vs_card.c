#include "lint/check/rule.h"

/* A policy of use goes with a license and is none: "Prohibited uses are outlined in the Wren Prohibited Use Policy". */
static bool is_decided(const struct ml_license *license)
{
	return ml_license_is_certain(license) && license->osd != ML_OSD_NA && !license->policy;
}

/* Whether one of the card's keys names the license. *key: the first decided one, NULL where no key decides anything. */
static bool is_declared(const struct ml_facts *facts, const struct ml_license *license, const struct ml_license_fact **key)
{
	*key = NULL;
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (!ml_license_is_key(facts, fact))
			continue;
		if (!is_decided(fact->license)) {
			*key = NULL; /* "other", "cc": nothing to hold a sentence against */
			return true;
		}
		if (ml_license_same(fact->license, license))
			return true;
		if (!*key)
			*key = fact;
	}
	return false;
}

/* Sentences of former times, of what is built in, of a mascot, a paper or a tool: they name a license and do not give it to the whole.
 * In a data set's card figures and posters may be the data. */
static bool is_aside(const struct ml_facts *facts, const struct ml_statement *statement)
{
	struct ml_span sentence = ml_span_of(statement->sentence);

	return ml_list_fit(facts->knowledge, ML_LIST_ASIDES, facts->patterns, sentence, NULL) ||
	       ml_list_fit(facts->knowledge, ML_LIST_COMPONENTS, facts->patterns, sentence, NULL) ||
	       (!ml_is_data_repository(facts) && ml_list_fit(facts->knowledge, ML_LIST_SIDE_WORKS, facts->patterns, sentence, NULL));
}

/* A sentence of the card about what its key speaks of: the weights where there are any, the data in a data set's card, else the code. */
static bool is_counterpart(const struct ml_facts *facts, const struct ml_statement *statement)
{
	return ml_stance_is_own(statement->stance) && statement->where.file == facts->card->file &&
	       statement->where.line > facts->card->front_end_line && is_decided(statement->license) && (!statement->scope || (statement->scope & ml_scope_of_key(facts)));
}

/* Whether another sentence of the same kind names what the card names: then each speaks of a part, or of a choice. */
static bool is_agreed_elsewhere(const struct ml_facts *facts)
{
	const struct ml_license_fact *key;

	for (size_t i = 0; i < facts->statements_nr; i++)
		if (facts->statements[i].where.file == facts->card->file && facts->statements[i].license &&
		    is_declared(facts, facts->statements[i].license, &key))
			return true;
	return false;
}

void ml804_text_vs_card(const struct ml_facts *facts, struct ml_sink *sink)
{
	if (!facts->card || !facts->card->front_matter || is_agreed_elsewhere(facts))
		return;
	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *statement = &facts->statements[i];
		const struct ml_license_fact *key;
		if (!is_counterpart(facts, statement) || is_aside(facts, statement) || is_declared(facts, statement->license, &key) || !key)
			continue;
		struct ml_finding *finding = ml_found(sink, statement->where, ML_CERTAINTY_DECLARED, "the text says %s, but the card's key says %s",
						      statement->license->name, key->license->id);
		ml_found_proof(finding, key->where, "the key 'license' is %s", key->license->id);
		ml_found_cause(finding, ml_cause_here(facts, "card-license"));
		ml_found_help(finding, "make both say the same: 'license: %s' in the card, or %s in the text", statement->license->id,
			      key->license->name);
		if (!statement->section)
			ml_found_soften(finding, ML_SEVERITY_WARNING, "the sentence stands outside of a license section and may mean a part");
		return;
	}
}
