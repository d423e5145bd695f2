#include "lint/check/rule.h"

static bool listed(const struct ml_license *license)
{
	return license && license->hub && !license->family && !license->placeholder;
}

/* One text covers everything: a second license, or a part of its own, is a good reason for "other". */
static const struct ml_license_fact *only_text(const struct ml_facts *facts)
{
	const struct ml_license_fact *found = NULL;

	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->evidence != ML_EVIDENCE_TEXT || !fact->where.file || fact->where.file->outside ||
		    (fact->where.file->role != ML_ROLE_LICENSE && fact->where.file->role != ML_ROLE_LICENSE_PDF))
			continue;
		if (found && fact->license != found->license)
			return NULL;
		found = found ? found : fact;
	}
	return found && found->match == ML_MATCHED_EXACT && !found->altered && !(found->scope_stated && !(found->scope & ML_SCOPE_WEIGHTS)) ? found : NULL;
}

void ml304_card_other_but_listed(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_node *node = ml_card_license_node(facts->card);

	if (!node || node->kind != ML_NODE_SCALAR || !ml_span_is_nocase(ml_span_trim(node->text), "other"))
		return;
	const struct ml_license_fact *text = only_text(facts), *declared = ml_card_declared(facts, facts->card, node);
	const struct ml_license *license = text ? text->license : declared ? declared->license : NULL;
	/* A text that is there and is something else speaks louder than the name. */
	if (!listed(license) || (!text && ml_license_file(facts)))
		return;
	struct ml_finding *finding = ml_found(sink, ml_where_node(facts->card->file, node), text ? ML_CERTAINTY_EXACT : ML_CERTAINTY_DECLARED,
					      "the card says 'other', and the terms are the %s, which the Hub lists", license->name);
	if (text)
		ml_found_proof(finding, text->where, "the text is the %s", license->name);
	ml_found_help(finding, "write 'license: %s'", license->hub);
}
