#include "lint/check/rule.h"

/* "other" asks for a name, and for the terms: a link or a license file. */
static void check_other(const struct ml_facts *facts, const struct ml_node *node, struct ml_sink *sink)
{
	const struct ml_card *card = facts->card;
	bool name = ml_node_get_text(card->front.root, "license_name").len > 0;
	bool terms = ml_node_get_text(card->front.root, "license_link").len > 0 || ml_license_file(facts);

	if (name && terms)
		return;
	struct ml_finding *finding = ml_found(sink, ml_where_node(card->file, node), ML_CERTAINTY_EXACT, "'license: other' %s",
					      !name && !terms ? "without license_name, and without license_link or a license file"
					      : !name	      ? "without license_name"
							      : "without license_link or a license file");
	if (!name && ml_license_file(facts))
		ml_found_proof(finding, ml_where_line(ml_license_file(facts), 0, 0), "the terms may stand here");
	ml_found_help(finding, "name the terms (license_name) and say where they stand (license_link: LICENSE)");
}

/* "unknown" claims nothing: it tells readers that nobody looked yet. */
static void check_unknown(const struct ml_facts *facts, const struct ml_node *node, struct ml_sink *sink)
{
	struct ml_finding *finding = ml_found(sink, ml_where_node(facts->card->file, node), ML_CERTAINTY_EXACT, "the card says that its license is unknown");

	ml_found_soften(finding, ML_SEVERITY_NOTE, "'unknown' is honest");
	ml_found_help(finding, "once the terms are known, name them");
}

static void check_listed(const struct ml_facts *facts, const struct ml_node *node, struct ml_sink *sink)
{
	const struct ml_license_fact *fact = ml_card_declared(facts, facts->card, node);
	const struct ml_node *name = ml_node_get(facts->card->front.root, "license_name");

	if (!ml_node_text(name).len || !fact || !fact->license || !fact->license->hub || fact->license->family)
		return;
	struct ml_finding *finding = ml_found(sink, ml_where_node(facts->card->file, name), ML_CERTAINTY_EXACT,
					      "license_name stands beside '%.*s', which already says which license it is", ML_SPAN_ARG(node->text));
	ml_found_proof(finding, ml_where_node(facts->card->file, node), "license_name goes with 'other' only");
	ml_found_soften(finding, ML_SEVERITY_WARNING, "the identifier alone is clear");
	ml_found_help(finding, "remove license_name, or write 'license: other' if the terms are others");
}

void ml303_card_other_unnamed(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_node *node = ml_card_license_node(facts->card);

	if (!node || node->kind != ML_NODE_SCALAR)
		return;
	struct ml_span value = ml_span_trim(node->text);
	if (ml_span_is_nocase(value, "other"))
		check_other(facts, node, sink);
	else if (ml_span_is_nocase(value, "unknown"))
		check_unknown(facts, node, sink);
	else
		check_listed(facts, node, sink);
}
