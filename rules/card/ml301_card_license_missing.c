#include "lint/check/rule.h"

/* A text at the root that another channel than the card gives, and not for the code alone; an exact one first, since it can be named with certainty. */
static const struct ml_license_fact *other_channel(const struct ml_facts *facts)
{
	const struct ml_license_fact *found = NULL;

	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->evidence != ML_EVIDENCE_TEXT || !fact->where.file || fact->where.file->outside ||
		    (facts->offer != ML_OFFER_NONE && !(fact->scope & ML_SCOPE_WEIGHTS)))
			continue;
		if (!found || (found->match != ML_MATCHED_EXACT && fact->match == ML_MATCHED_EXACT))
			found = fact;
	}
	return found;
}

/* Only the text that governs what the card stands for may be named as its license. */
static bool is_sure(const struct ml_facts *facts, const struct ml_license_fact *text)
{
	const struct ml_govern *govern = facts->offer == ML_OFFER_NONE ? &facts->code : &facts->weights;

	return text->match == ML_MATCHED_EXACT && !text->altered && text->license && !text->license->family && govern->of_nr == 1 &&
	       govern->of[0].fact->license == text->license;
}

static void fix(const struct ml_facts *facts, struct ml_finding *finding, const struct ml_license_fact *text)
{
	const struct ml_card *card = facts->card;
	const char *link = ml_fix_link(card, text->where.file);

	if (!is_sure(facts, text))
		return;
	if (text->license->hub) {
		ml_fix_key(finding, card, "license", text->license->hub, NULL);
	} else if (link) {
		ml_fix_key(finding, card, "license", "other", NULL);
		ml_fix_key(finding, card, "license_name", text->license->id, NULL);
		ml_fix_key(finding, card, "license_link", link, NULL);
	}
}

void ml301_card_license_missing(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_card *card = facts->card;

	/* A README without front matter is no card of the Hub, unless weights lie beside it. */
	if (!card || card->front.fault || (!card->front_matter && facts->offer != ML_OFFER_SHIPPED))
		return;
	if (ml_node_get(card->front.root, "license") || ml_node_get(card->front.root, "license_name"))
		return;
	const struct ml_license_fact *text = other_channel(facts);
	if (!text)
		return;
	struct ml_where where = card->front_matter ? ml_where_line(card->file, card->front_line, card->front_line) :
						     (struct ml_where){ .file = card->file };
	struct ml_finding *finding = ml_found(sink, where, text->match == ML_MATCHED_EXACT ? ML_CERTAINTY_EXACT : ML_CERTAINTY_NEAR,
					      "the card has no 'license:', so the Hub and its filters show none");
	ml_found_proof(finding, text->where, "the %s is here", ml_license_title(facts, text));
	ml_found_cause(finding, "card-license-key");
	if (text->license && text->license->hub && !text->altered)
		ml_found_help(finding, "add 'license: %s' to the front matter", text->license->hub);
	else
		ml_found_help(finding, "add 'license: other' with 'license_name:' and 'license_link: %s' to the front matter",
			      text->where.file->path);
	if (card->front_matter)
		fix(facts, finding, text);
	else
		ml_found_soften(finding, ML_SEVERITY_NOTE, "a README without front matter may never be meant for the Hub");
}
