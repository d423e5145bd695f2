#include "lint/check/rule.h"

#include <string.h>

/* The Hub has one identifier for all forms of the GNU licenses: whoever writes the form out is not wrong. */
static bool is_form_of_listed(const struct ml_facts *facts, const struct ml_license *license)
{
	for (size_t i = 0; i < facts->knowledge->licenses_nr; i++) {
		if (!facts->knowledge->licenses[i].hub)
			continue;
		const struct ml_license *listed = ml_license_at(facts->knowledge, i);
		if (listed != license && ml_license_same(listed, license))
			return true;
	}
	return false;
}

static void check_value(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_license_fact *fact)
{
	const struct ml_license *license = fact->license;
	struct ml_finding *finding;

	if (license && license->hub && !strcmp(license->hub, fact->declared))
		return;
	if (license && !license->hub && is_form_of_listed(facts, license))
		return;
	if (!license) {
		finding = ml_found(sink, fact->where, ML_CERTAINTY_DECLARED, "'%s' is not a license identifier of the Hub", fact->declared);
		ml_found_help(finding, "use an identifier of the Hub's list, or 'license: other' with 'license_name: %s' and 'license_link:'",
			      fact->declared);
	} else if (license->hub) {
		finding = ml_found(sink, fact->where, ML_CERTAINTY_EXACT, "'%s' is not how the Hub writes this license", fact->declared);
		ml_found_help(finding, "write 'license: %s'", license->hub);
		if (!license->family && !license->placeholder) /* in the Hub's spelling those were no better */
			ml_fix_scalar(finding, facts->card, fact->where, fact->declared, license->hub);
	} else {
		finding = ml_found(sink, fact->where, ML_CERTAINTY_EXACT, "the %s is not in the Hub's list of licenses", ml_license_noun(license));
		ml_found_help(finding, "write 'license: other', 'license_name: %s' and 'license_link:' with the place of its text", license->id);
	}
	ml_found_cause(finding, "card-license-key");
}

void ml302_card_license_invalid(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_card *card = facts->card;
	const struct ml_node *key = card ? ml_node_get(card->front.root, "license") : NULL;

	if (!key)
		return;
	if (key->kind == ML_NODE_LIST && key->nr > 1 && !ml_is_dataset_card(facts->knowledge, card)) {
		struct ml_finding *finding = ml_found(sink, ml_where_node(card->file, key), ML_CERTAINTY_EXACT,
						      "the license of a model card is a list, which leaves open whether all or one of them applies");
		ml_found_help(finding, "name one license, or write 'license: other' and say in a file which part is under which");
		ml_found_cause(finding, "card-license-key");
		return;
	}
	if (key->kind == ML_NODE_MAP) {
		ml_found(sink, ml_where_node(card->file, key), ML_CERTAINTY_EXACT, "the license of the card is a mapping, not an identifier");
		return;
	}
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		/* The name beside "other" is free: only what stands at the key itself is held to the list. */
		if (fact->evidence == ML_EVIDENCE_DECLARED && fact->where.file == card->file && fact->declared && !fact->alternative &&
		    fact->where.line >= key->line && fact->where.line <= card->front_end_line &&
		    !ml_node_get(card->front.root, "license_name"))
			check_value(facts, sink, fact);
	}
}
