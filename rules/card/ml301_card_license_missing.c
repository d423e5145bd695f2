#include "lint/check/rule.h"

#include <string.h>

/* What another channel says: a license text first, then a badge, then a sentence. */
static bool found_elsewhere(const struct ml_facts *facts, const struct ml_license_fact **fact, const struct ml_statement **said)
{
	*fact = ml_license_text(facts, true);
	for (size_t i = 0; !*fact && i < facts->licenses_nr; i++)
		if (facts->licenses[i].evidence == ML_EVIDENCE_BADGE && facts->licenses[i].license)
			*fact = &facts->licenses[i];
	*said = *fact ? NULL : ml_terms_said(facts, true);
	return *fact || *said;
}

/* Without front matter the key is missed only where a hub would read it. Weights at the root may well be on their way there. */
static bool expects_front_matter(const struct ml_facts *facts, bool *note)
{
	if (facts->card->front_matter || ml_at_hub(facts))
		return true;
	*note = facts->offer == ML_OFFER_SHIPPED && facts->offered.file && !strchr(facts->offered.file->path, '/');
	return *note;
}

static void offer_value(struct ml_finding *finding, const struct ml_license *license)
{
	if (license && license->hub && !license->family && !license->placeholder)
		ml_found_help(finding, "add 'license: %s' to the front matter", license->hub);
	else
		ml_found_help(finding, "add 'license:' to the front matter; for terms that the Hub does not list: 'other' with license_name and license_link");
}

void ml301_card_license_missing(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_license_fact *fact;
	const struct ml_statement *said;
	bool note = false;

	if (!facts->card || facts->card->front.fault != ML_PARSE_OK || ml_card_license_node(facts->card) ||
	    ml_node_get_text(facts->card->front.root, "license_name").len || !expects_front_matter(facts, &note) ||
	    !found_elsewhere(facts, &fact, &said))
		return;
	for (size_t i = 0; i < facts->licenses_nr; i++)
		if (facts->licenses[i].evidence == ML_EVIDENCE_DECLARED && facts->licenses[i].where.file == facts->card->file)
			return; /* a tag names it */
	struct ml_finding *finding = ml_found(sink, ml_where_line(facts->card->file, facts->card->front_matter ? 1 : 0, 0), ML_CERTAINTY_EXACT,
					      "the card has no 'license' key");
	if (fact)
		ml_found_proof(finding, fact->where, "%s: the %s", fact->evidence == ML_EVIDENCE_BADGE ? "a badge names it" : "its text stands here",
			       ml_license_title(facts, fact));
	else
		ml_found_proof(finding, said->where, "a sentence names it: the %s", said->license->name);
	offer_value(finding, fact ? fact->license : said->license);
	if (note)
		ml_found_soften(finding, ML_SEVERITY_NOTE, "the card has no front matter at all: it may not be meant for a model hub");
}
