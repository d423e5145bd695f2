#include "lint/check/rule.h"

/* Terms that stand in each record need no single identifier. */
static bool licenses_each_record(const struct ml_facts *facts)
{
	return facts->card->file->text.at && ml_list_in(facts->knowledge, ML_LIST_RECORD_TERMS, facts->card->file->text);
}

/* The value that says that nobody knows, or NULL. */
static const struct ml_license_fact *unknown_value(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->evidence == ML_EVIDENCE_DECLARED && fact->declared && ml_span_is_nocase(ml_span_of(fact->declared), "unknown"))
			return fact;
	}
	return NULL;
}

static bool has_terms(const struct ml_facts *facts, const struct ml_license_fact *unknown)
{
	if (facts->data.unread || facts->code.unread)
		return true;
	for (size_t i = 0; i < facts->licenses_nr; i++)
		if (&facts->licenses[i] != unknown && facts->licenses[i].where.file && !facts->licenses[i].where.file->outside)
			return true;
	for (size_t i = 0; i < facts->statements_nr; i++)
		if (facts->statements[i].license || facts->statements[i].terms_nr || facts->statements[i].elsewhere)
			return true;
	return false;
}

void ml504_dataset_license_missing(const struct ml_facts *facts, struct ml_sink *sink)
{
	if (!facts->card || facts->card->front.fault || !ml_is_data_repository(facts))
		return;
	const struct ml_license_fact *unknown = unknown_value(facts);
	if (has_terms(facts, unknown))
		return;
	struct ml_where where = unknown ? unknown->where : ml_where_line(facts->card->file, facts->card->front_line, facts->card->front_line);
	struct ml_finding *finding = ml_found(sink, where, unknown ? ML_CERTAINTY_DECLARED : ML_CERTAINTY_INFERRED,
					      unknown ? "the terms of the data set are unknown" : "the data set names no terms");
	ml_found_proof(finding, (struct ml_where){ 0 }, "looked for a license file, the card's license key, a badge and a sentence that names one");
	ml_found_term(finding, ML_TERM_NO_LICENSE);
	ml_found_cause(finding, "unlicensed");
	ml_found_help(finding, "add 'license:' to the card, or say of each part where its terms stand");
	if (unknown)
		ml_found_soften(finding, ML_SEVERITY_NOTE, "'unknown' is honest");
	else if (licenses_each_record(facts))
		ml_found_soften(finding, ML_SEVERITY_NOTE, "each record seems to have terms of its own");
}
