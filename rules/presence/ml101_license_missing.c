#include "lint/check/rule.h"

/* Something that a license would be about: an empty template needs none. */
static const struct ml_file *first_of_role(const struct ml_facts *facts, enum ml_role role)
{
	for (size_t i = 0; i < facts->tree->files_nr; i++)
		if (facts->tree->files[i].role == role && !facts->tree->files[i].outside)
			return &facts->tree->files[i];
	return NULL;
}

static bool has_named_license(const struct ml_facts *facts)
{
	if (facts->licenses_nr || facts->code.of_nr || facts->weights.of_nr || facts->data.of_nr)
		return true;
	if (facts->code.unread || facts->weights.unread || facts->data.unread)
		return true;
	for (size_t i = 0; i < facts->statements_nr; i++)
		if (facts->statements[i].stance != ML_STANCE_NEGATED && facts->statements[i].stance != ML_STANCE_OTHER)
			return true;
	return false;
}

static bool has_license_file(const struct ml_facts *facts)
{
	return first_of_role(facts, ML_ROLE_LICENSE) || first_of_role(facts, ML_ROLE_LICENSE_PDF);
}

/* Front matter that nobody can parse may hold a license: ML002 tells of it, and "no license" would be a guess. */
static bool may_declare(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->cards_nr; i++) {
		const struct ml_card *card = &facts->cards[i];
		bool broken = card->front_matter && (card->front.fault || (card->front.root && card->front.root->kind != ML_NODE_MAP));
		if (broken && ml_span_find(ml_span_sub(card->file->text, 0, card->body), "\nlicense:") != SIZE_MAX)
			return true;
	}
	return false;
}

/* A key that people read as the license and the Hub does not: "licence: mit", and the line that training libraries write. */
static const struct ml_node *misspelled_key(const struct ml_facts *facts)
{
	const struct ml_node *root = facts->card ? facts->card->front.root : NULL;

	if (!root || root->kind != ML_NODE_MAP || ml_node_get(root, "license"))
		return NULL;
	ml_node_each(entry, root) {
		if (ml_span_is_nocase(entry->key, "license") || ml_list_has(facts->knowledge, ML_LIST_LICENSE_KEY_SLIPS, entry->key))
			return entry;
	}
	return NULL;
}

static void tell_misspelled(const struct ml_facts *facts, struct ml_finding *finding, const struct ml_node *key)
{
	bool exact_id;
	const struct ml_license *named = ml_license_by_name(facts->knowledge, ml_node_text(key), &exact_id);

	ml_found_proof(finding, ml_where_node(facts->card->file, key), "the key '%.*s' is not one that the Hub reads: it is 'license'",
		       ML_SPAN_ARG(key->key));
	if (named && named->hub)
		ml_found_help(finding, "write 'license: %s', and add the text as LICENSE", named->hub);
	else
		ml_found_help(finding, "write 'license:' with the id of the license, and add its text as LICENSE");
}

void ml101_license_missing(const struct ml_facts *facts, struct ml_sink *sink)
{
	bool something = facts->offer == ML_OFFER_SHIPPED || first_of_role(facts, ML_ROLE_CODE);

	if (!something || has_named_license(facts) || has_license_file(facts) || may_declare(facts))
		return;
	const struct ml_node *key = misspelled_key(facts);
	struct ml_where where = key ? ml_where_node(facts->card->file, key) : (struct ml_where){ .file = facts->card ? facts->card->file : NULL };
	struct ml_finding *finding = ml_found(sink, where, ML_CERTAINTY_INFERRED, "no license was found for what is here");
	ml_found_proof(finding, (struct ml_where){ 0 }, "looked for a license file, the card's license key, a badge and a sentence that names one");
	ml_found_term(finding, ML_TERM_NO_LICENSE);
	ml_found_cause(finding, "unlicensed");
	if (key)
		tell_misspelled(facts, finding, key);
	else
		ml_found_help(finding, "add a LICENSE file%s", facts->offer == ML_OFFER_NONE ? "" : ", and its id as 'license:' to the card");
}
