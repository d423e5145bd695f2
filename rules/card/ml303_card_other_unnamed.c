#include "lint/check/rule.h"

static bool has_license_file(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->licenses_nr; i++)
		if (facts->licenses[i].evidence == ML_EVIDENCE_TEXT && facts->licenses[i].where.file && !facts->licenses[i].where.file->outside)
			return true;
	return false;
}

/* The one known text of the repository, or NULL. */
static const struct ml_license_fact *only_text(const struct ml_facts *facts)
{
	const struct ml_license_fact *found = NULL;

	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->evidence != ML_EVIDENCE_TEXT || !fact->where.file || fact->where.file->outside)
			continue;
		if (found || !fact->license || fact->altered || fact->match != ML_MATCHED_EXACT || fact->license->family)
			return NULL;
		found = fact;
	}
	return found;
}

/* A text that is known has a name, and its file is where the link leads. */
static void fix_other(const struct ml_facts *facts, struct ml_finding *finding, const struct ml_card *card, bool named)
{
	const struct ml_license_fact *text = only_text(facts);
	const char *link = text ? ml_fix_link(card, text->where.file) : NULL;

	if (!link || named || text->license->hub || !ml_words_allow(facts, text))
		return;
	ml_fix_key(finding, card, "license_name", text->license->id, "license");
	if (!ml_node_get_text(card->front.root, "license_link").len)
		ml_fix_key(finding, card, "license_link", link, "license");
}

/* The one license with an identifier of the Hub's that the card's own words give the model, or NULL. */
static const struct ml_statement *told_in_words(const struct ml_facts *facts, const struct ml_card *card)
{
	const struct ml_statement *found = NULL;

	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *statement = &facts->statements[i];
		bool part = statement->scope && !(statement->scope & ML_SCOPE_WEIGHTS);
		if (statement->where.file != card->file || statement->stance != ML_STANCE_OWN || part || !statement->license)
			continue;
		if (!statement->license->hub || (found && found->license != statement->license))
			return NULL;
		found = statement;
	}
	return found;
}

static void check_other(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_card *card, const struct ml_node *key)
{
	bool named = ml_node_get_text(card->front.root, "license_name").len;
	bool linked = ml_node_get_text(card->front.root, "license_link").len || has_license_file(facts);

	if (named && linked)
		return;
	struct ml_finding *finding = ml_found(sink, ml_where_node(card->file, key), ML_CERTAINTY_EXACT,
					      "'other' says that there are terms, but %s", !named && !linked ?
					      "the key neither names them nor says where they stand" : !named ? "does not name them" :
					      "neither links them nor brings a license file");
	const struct ml_statement *told = named || linked ? NULL : told_in_words(facts, card);
	if (told)
		ml_found_proof(finding, told->where, "the text names the %s", told->license->name);
	if (told)
		ml_found_help(finding, "write 'license: %s', which is the Hub's identifier for what the text names", told->license->hub);
	else
		ml_found_help(finding, "add %s%s%s", named ? "" : "'license_name:' with a short name", named || linked ? "" : " and ",
			      linked ? "" : "'license_link: LICENSE' with the file");
	ml_found_cause(finding, "card-license-key");
	fix_other(facts, finding, card, named);
}

static void check_unknown(struct ml_sink *sink, const struct ml_card *card, const struct ml_node *key)
{
	struct ml_finding *finding =
		ml_found(sink, ml_where_node(card->file, key), ML_CERTAINTY_EXACT, "the card says that the license is not known");
	ml_found_soften(finding, ML_SEVERITY_NOTE, "'unknown' is honest");
	ml_found_cause(finding, "card-license-key");
}

/* Whether the name is but another name of the license that the key gives: then it may go. */
static bool is_other_name(const struct ml_facts *facts, const struct ml_card *card, const struct ml_node *key, const struct ml_node *name)
{
	const struct ml_license *license = NULL, *named = NULL;

	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->evidence != ML_EVIDENCE_DECLARED || fact->where.file != card->file || !fact->license)
			continue;
		if (fact->where.line == key->line)
			license = fact->license;
		if (fact->where.line == name->line)
			named = fact->license;
	}
	return license && named == license;
}

/* A name beside a listed identifier: the reader cannot tell which of the two counts. */
static void check_listed(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_card *card, const struct ml_node *key)
{
	const struct ml_node *name = ml_node_get(card->front.root, "license_name");

	if (!name || name->kind != ML_NODE_SCALAR || !name->text.len || ml_span_is_nocase(name->text, key->text.at))
		return;
	struct ml_finding *finding = ml_found(sink, ml_where_node(card->file, name), ML_CERTAINTY_EXACT,
					      "'license_name' belongs to 'license: other', but the license here is '%s'", key->text.at);
	ml_found_proof(finding, ml_where_node(card->file, key), "license: %s", key->text.at);
	if (is_other_name(facts, card, key, name))
		ml_fix_drop_key(finding, card, "license_name");
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
		check_listed(facts, sink, card, key);
}
