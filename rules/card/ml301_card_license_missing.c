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

static const struct ml_govern *govern_of_key(const struct ml_facts *facts)
{
	unsigned scope = ml_scope_of_key(facts);

	return scope == ML_SCOPE_DATA ? &facts->data : scope == ML_SCOPE_CODE ? &facts->code : &facts->weights;
}

/* An own sentence of the card that gives another license to something that may be the weights: "the voices are CC BY-NC 4.0". */
static const struct ml_statement *another_said(const struct ml_facts *facts, const struct ml_license_fact *text)
{
	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *said = &facts->statements[i];
		bool of_key = !said->scope || (said->scope & (ML_SCOPE_WEIGHTS | ML_SCOPE_DATA));
		if (said->where.file == facts->card->file && said->stance == ML_STANCE_OWN && said->license && of_key && !ml_license_same(said->license, text->license))
			return said;
	}
	return NULL;
}

/* A text in a folder that limits what lies there, where the text at hand gives all: "voices/LICENSE". */
static const struct ml_license_fact *another_text(const struct ml_facts *facts, const struct ml_license_fact *text)
{
	for (size_t i = 0; facts->offer != ML_OFFER_NONE && i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->evidence == ML_EVIDENCE_TEXT && fact->where.file && !fact->where.file->outside && fact->license &&
		    !ml_license_same(fact->license, text->license) && (fact->scope & ML_SCOPE_WEIGHTS) &&
		    ml_license_osd(fact, facts->knowledge) == ML_OSD_FAILS)
			return fact;
	}
	return NULL;
}

/* What the key is to name: a license that limits the weights goes before a text that was found, which may be that of the code. */
static const struct ml_license_fact *meant(const struct ml_facts *facts, const struct ml_license_fact *text)
{
	const struct ml_license_fact *limiting = ml_govern_breaking(facts, govern_of_key(facts));

	return limiting && !(limiting->license && ml_license_same(limiting->license, text->license)) ? limiting : text;
}

/* Only the text that governs what the card stands for may be named as its license. */
static bool is_sure(const struct ml_facts *facts, const struct ml_license_fact *text)
{
	const struct ml_govern *govern = govern_of_key(facts);

	return text->match == ML_MATCHED_EXACT && !text->altered && text->license && !text->license->family && govern->of_nr == 1 &&
	       govern->of[0].fact->license == text->license && !another_said(facts, text) && !another_text(facts, text);
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

static void tell_what_to_name(const struct ml_facts *facts, struct ml_finding *finding, const struct ml_license_fact *text)
{
	const struct ml_license_fact *named = meant(facts, text), *beside = named == text ? another_text(facts, text) : NULL;
	const struct ml_statement *said = named == text ? another_said(facts, text) : NULL;

	if (ml_license_is_sentence(named))
		ml_found_proof(finding, named->where, "this sentence limits what the key speaks of");
	else
		ml_found_proof(finding, named->where, "the %s is here", ml_license_title(facts, named));
	if (said)
		ml_found_proof(finding, said->where, "here it is the %s", said->license->name);
	else if (beside)
		ml_found_proof(finding, beside->where, "here it is the %s", ml_license_title(facts, beside));
	ml_found_cause(finding, "card-license-key");
	if (said || beside)
		ml_found_help(finding, "add 'license:' with what the weights are under: readers of the key take it for theirs");
	else if (named->license && named->license->hub && !named->altered)
		ml_found_help(finding, "add 'license: %s' to the front matter", named->license->hub);
	else if (named->where.file == facts->card->file)
		ml_found_help(finding, "add 'license: other' with 'license_name:' and 'license_link:' to the front matter, for these terms");
	else
		ml_found_help(finding, "add 'license: other' with 'license_name:' and 'license_link: %s' to the front matter", named->where.file->path);
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
	tell_what_to_name(facts, finding, text);
	if (card->front_matter)
		fix(facts, finding, text);
	else
		ml_found_soften(finding, ML_SEVERITY_NOTE, "a README without front matter may never be meant for the Hub");
}
