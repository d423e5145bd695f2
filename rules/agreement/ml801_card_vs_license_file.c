#include "lint/check/rule.h"

/* A text at the root, or in the folder of the model, that speaks of the same thing as the card's key. */
static bool is_counterpart(const struct ml_facts *facts, const struct ml_license_fact *text)
{
	if (text->evidence != ML_EVIDENCE_TEXT || !text->where.file || text->where.file->outside || text->unread)
		return false;
	if (text->where.file->role != ML_ROLE_LICENSE || !ml_at_root(facts, text->where.file))
		return false;
	/* The card speaks for what the repository offers: weights where there are any, else the code. */
	return text->scope & (facts->offer == ML_OFFER_NONE ? ML_SCOPE_CODE : ML_SCOPE_WEIGHTS);
}

/* The text that says else, or NULL where one agrees or there is none. A file's first entry covers most of it. */
static const struct ml_license_fact *dissenter(const struct ml_facts *facts, const struct ml_license *declared)
{
	const struct ml_license_fact *found = NULL;

	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *text = &facts->licenses[i];
		if (!is_counterpart(facts, text))
			continue;
		if (ml_license_same(text->license, declared))
			return NULL;
		if (!found && ml_license_is_certain(text->license))
			found = text;
	}
	return found;
}

/* Whether a branch of the same choice (A OR B), or another entry of the same key, agrees with the text. */
static bool is_matched_elsewhere(const struct ml_facts *facts, const struct ml_license_fact *declared,
				 const struct ml_license_fact *text)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *other = &facts->licenses[i];
		if (other->evidence == ML_EVIDENCE_DECLARED && other->where.file == declared->where.file &&
		    ml_license_same(other->license, text->license))
			return true;
	}
	return false;
}

/* Whether a text here agrees with the key, so that it is the link that is stale, or the card names the linked license too. */
static bool is_explained(const struct ml_facts *facts, const struct ml_license *declared, const struct ml_license *linked)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if ((is_counterpart(facts, fact) && ml_license_same(fact->license, declared)) ||
		    (fact->evidence == ML_EVIDENCE_DECLARED && fact->where.file == facts->card->file && ml_license_same(fact->license, linked)))
			return true;
	}
	return false;
}

/* "license: mit" over "license_link:" with the address of another maker's terms. Versions of one license are linked by mistake, and told nowhere. */
static void check_link(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_license_fact *declared)
{
	const struct ml_node *key = ml_node_get(facts->card->front.root, "license_link");
	const struct ml_license *linked = ml_node_text(key).len ? ml_license_by_url(facts->knowledge, ml_node_text(key)) : NULL;

	if (!ml_license_is_certain(linked) || ml_license_same(linked, declared->license) || linked->osd != ML_OSD_FAILS ||
	    declared->license->osd != ML_OSD_CONFORMS || is_explained(facts, declared->license, linked))
		return;
	struct ml_finding *finding = ml_found(sink, ml_where_node(facts->card->file, key), ML_CERTAINTY_DECLARED,
					      "the card says %s, but its 'license_link' leads to the %s", declared->license->id, ml_license_noun(linked));
	ml_found_proof(finding, declared->where, "the key 'license' is %s", declared->license->id);
	ml_found_cause(finding, ml_cause_here(facts, "card-license"));
	ml_found_help(finding, "make both say the same: either 'license: %s', or the address of the text of %s", linked->hub ? linked->hub : "other",
		      declared->license->name);
	ml_found_soften(finding, ML_SEVERITY_WARNING, "no license text is here, so two declarations differ");
}

void ml801_card_vs_license_file(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *declared = &facts->licenses[i];
		if (declared->evidence != ML_EVIDENCE_DECLARED || !ml_license_is_certain(declared->license) || !facts->card ||
		    declared->where.file != facts->card->file || declared->where.line > facts->card->front_end_line)
			continue;
		const struct ml_license_fact *text = dissenter(facts, declared->license);
		if (!text)
			check_link(facts, sink, declared);
		if (!text || is_matched_elsewhere(facts, declared, text))
			continue;
		struct ml_finding *finding =
			ml_found(sink, declared->where, text->match == ML_MATCHED_EXACT ? ML_CERTAINTY_EXACT : ML_CERTAINTY_NEAR,
				 "the card says %s, but %s holds the %s", declared->license->id, text->where.file->path,
				 ml_license_title(facts, text));
		ml_found_proof(finding, text->where, "the text is the %s", ml_license_title(facts, text));
		ml_found_cause(finding, ml_cause_here(facts, "card-license"));
		ml_found_help(finding, "make both say the same: either 'license: %s' in the card, or the text of %s as the file",
			      text->license->id, declared->license->name);
		if (text->license->hub && text->match == ML_MATCHED_EXACT && !text->altered && ml_words_allow(facts, text)) {
			ml_fix_offer(finding);
			ml_fix_scalar(finding, facts->card, declared->where, declared->declared, text->license->hub);
		}
		return;
	}
}
