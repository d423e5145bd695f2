#include "lint/check/rule.h"

#include <stdint.h>

/* The license that name, link or file give, if the Hub lists it. */
static const struct ml_license_fact *listed(const struct ml_facts *facts, const struct ml_card *card)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		bool declared = fact->evidence == ML_EVIDENCE_DECLARED && fact->where.file == card->file;
		bool text = fact->evidence == ML_EVIDENCE_TEXT && fact->match == ML_MATCHED_EXACT && !fact->altered && fact->where.file &&
			    fact->where.file->role == ML_ROLE_LICENSE && !fact->where.file->outside &&
			    ml_span_find(ml_span_of(fact->where.file->path), "/") == SIZE_MAX;
		if ((declared || text) && fact->license && fact->license->hub && !fact->license->placeholder && !fact->license->family)
			return fact;
	}
	return NULL;
}

/* Several texts: one identifier could not say it, and "other" is right. */
static bool is_one_text(const struct ml_facts *facts)
{
	const struct ml_license *seen = NULL;

	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->evidence != ML_EVIDENCE_TEXT || !fact->where.file || fact->where.file->outside)
			continue;
		if (seen && fact->license != seen)
			return false;
		seen = fact->license;
	}
	return true;
}

/* Whether the card names another license beside "other": then somebody has to decide. */
static bool is_named_otherwise(const struct ml_facts *facts, const struct ml_card *card, const struct ml_license *license)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->evidence == ML_EVIDENCE_DECLARED && fact->where.file == card->file && fact->license && !fact->license->placeholder &&
		    !ml_license_same(fact->license, license))
			return true;
	}
	return false;
}

/* A name belongs to "other"; a link to the text stays true. */
static void fix(struct ml_finding *finding, const struct ml_card *card, const struct ml_license *license)
{
	ml_fix_key(finding, card, "license", license->hub, NULL);
	if (ml_node_get(card->front.root, "license_name"))
		ml_fix_drop_key(finding, card, "license_name");
}

void ml304_card_other_but_listed(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_card *card = facts->card;
	const struct ml_node *key = card ? ml_node_get(card->front.root, "license") : NULL;

	if (!key || key->kind != ML_NODE_SCALAR || !ml_span_is_nocase(key->text, "other") || !is_one_text(facts))
		return;
	const struct ml_license_fact *fact = listed(facts, card);
	if (!fact)
		return;
	struct ml_finding *finding = ml_found(sink, ml_where_node(card->file, key),
					      fact->evidence == ML_EVIDENCE_TEXT ? ML_CERTAINTY_EXACT : ML_CERTAINTY_DECLARED,
					      "'other' hides a license that the Hub lists as '%s'", fact->license->hub);
	ml_found_proof(finding, fact->where, "this is the %s", ml_license_noun(fact->license));
	ml_found_help(finding, "write 'license: %s'", fact->license->hub);
	ml_found_cause(finding, "card-license-key");
	if (fact->evidence == ML_EVIDENCE_TEXT && !is_named_otherwise(facts, card, fact->license))
		fix(finding, card, fact->license);
}
