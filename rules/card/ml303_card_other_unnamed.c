#include "lint/check/rule.h"

static bool has_license_file(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->licenses_nr; i++)
		if (facts->licenses[i].evidence == ML_EVIDENCE_TEXT && facts->licenses[i].where.file && !facts->licenses[i].where.file->outside)
			return true;
	return false;
}

static void check_other(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_card *card, const struct ml_node *key)
{
	bool named = ml_node_get_text(card->front.root, "license_name").len;
	bool linked = ml_node_get_text(card->front.root, "license_link").len || has_license_file(facts);

	if (named && linked)
		return;
	struct ml_finding *finding = ml_found(sink, ml_where_node(card->file, key), ML_CERTAINTY_EXACT,
					      "'other' says that there are terms, but %s", !named && !linked ?
					      "neither names them nor says where they stand" : !named ? "does not name them" :
					      "neither links them nor brings a license file");
	ml_found_help(finding, "add %s%s%s", named ? "" : "'license_name:' with a short name", named || linked ? "" : " and ",
		      linked ? "" : "'license_link: LICENSE' with the file");
	ml_found_cause(finding, "card-license-key");
}

static void check_unknown(struct ml_sink *sink, const struct ml_card *card, const struct ml_node *key)
{
	struct ml_finding *finding =
		ml_found(sink, ml_where_node(card->file, key), ML_CERTAINTY_EXACT, "the card says that the license is not known");
	ml_found_soften(finding, ML_SEVERITY_NOTE, "'unknown' is honest");
	ml_found_cause(finding, "card-license-key");
}

/* A name beside a listed identifier: the reader cannot tell which of the two counts. */
static void check_listed(struct ml_sink *sink, const struct ml_card *card, const struct ml_node *key)
{
	const struct ml_node *name = ml_node_get(card->front.root, "license_name");

	if (!name || name->kind != ML_NODE_SCALAR || !name->text.len || ml_span_is_nocase(name->text, key->text.at))
		return;
	struct ml_finding *finding = ml_found(sink, ml_where_node(card->file, name), ML_CERTAINTY_EXACT,
					      "'license_name' belongs to 'license: other', but the license here is '%s'", key->text.at);
	ml_found_proof(finding, ml_where_node(card->file, key), "license: %s", key->text.at);
	ml_found_help(finding, "drop 'license_name', or write 'license: other' if the name is what counts");
	ml_found_cause(finding, "card-license-key");
}

void ml303_card_other_unnamed(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_card *card = facts->card;
	const struct ml_node *key = card ? ml_node_get(card->front.root, "license") : NULL;

	if (!key || key->kind != ML_NODE_SCALAR || !key->text.len)
		return;
	if (ml_span_is_nocase(key->text, "other"))
		check_other(facts, sink, card, key);
	else if (ml_span_is_nocase(key->text, "unknown"))
		check_unknown(sink, card, key);
	else
		check_listed(sink, card, key);
}
