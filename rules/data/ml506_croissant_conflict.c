#include "lint/check/rule.h"

/* What else says under which license the data is: the card of a data set, a text that states that scope, the root's text where there is no model. */
static bool is_counterpart(const struct ml_facts *facts, const struct ml_license_fact *fact)
{
	bool data = ml_is_data_repository(facts);

	if (!fact->where.file || fact->where.file->outside || fact->unread)
		return false;
	if (fact->evidence == ML_EVIDENCE_DECLARED)
		return data && facts->card && fact->where.file == facts->card->file && fact->where.line <= facts->card->front_end_line;
	if (fact->evidence != ML_EVIDENCE_TEXT || fact->where.file->role != ML_ROLE_LICENSE)
		return false;
	return (fact->scope & ML_SCOPE_DATA) && (fact->scope_stated ? fact->scope == ML_SCOPE_DATA : data);
}

/* Lists are alternatives or parts: one that agrees is enough. Returns how many there are; *other is the first that differs. */
static size_t compare(const struct ml_facts *facts, const struct ml_croissant *croissant, const struct ml_license_fact **other, bool *agrees)
{
	size_t nr = 0;

	*other = NULL;
	*agrees = false;
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (!is_counterpart(facts, fact))
			continue;
		nr++;
		/* What nobody knows may be the same under another name. */
		*agrees |= !ml_license_is_certain(fact->license);
		for (size_t k = croissant->from; k < croissant->to; k++)
			*agrees |= !ml_license_is_certain(facts->licenses[k].license) || ml_license_same(facts->licenses[k].license, fact->license);
		if (!*other)
			*other = fact;
	}
	return nr;
}

static void report_conflict(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_croissant *croissant)
{
	const struct ml_license_fact *own = &facts->licenses[croissant->from], *other;
	bool agrees;
	size_t nr = compare(facts, croissant, &other, &agrees);

	if (croissant->from == croissant->to || agrees || !other)
		return;
	struct ml_finding *finding = ml_found(sink, croissant->license, ML_CERTAINTY_DECLARED, "the Croissant description says %s, but %s says %s", own->license->id,
					      other->where.file->path, other->license->id);
	ml_found_proof(finding, other->where, "the data is under the %s", ml_license_title(facts, other));
	if (croissant->metadata.file)
		ml_found_proof(finding, croissant->metadata, "'sdLicense' is of the description alone");
	ml_found_help(finding, "make both say the same: 'license' in %s is that of the data", croissant->file->path);
	if (nr > 1 || croissant->to - croissant->from > 1)
		ml_found_soften(finding, ML_SEVERITY_WARNING, "one of the two is a list, of alternatives or parts");
}

static bool is_limited(const struct ml_license *license)
{
	for (size_t i = 0; i < license->terms_nr; i++)
		if (license->terms[i].id == ML_TERM_NONCOMMERCIAL || license->terms[i].id == ML_TERM_RESEARCH_ONLY)
			return true;
	return false;
}

/* Conditions of use that the license of the same description does not have. */
static void report_usage(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_croissant *croissant)
{
	for (size_t i = croissant->from; i < croissant->to && croissant->limit != ML_TERM_NR; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (!ml_license_is_certain(fact->license) || is_limited(fact->license))
			return;
	}
	if (croissant->limit == ML_TERM_NR || croissant->from == croissant->to)
		return;
	struct ml_finding *finding = ml_found(sink, croissant->usage, ML_CERTAINTY_DECLARED, "'usageInfo' limits the use of the data, and 'license' beside it (%s) does not",
					      facts->licenses[croissant->from].license->id);
	ml_found_proof(finding, croissant->license, "the license");
	ml_found_term(finding, croissant->limit);
	ml_found_soften(finding, ML_SEVERITY_WARNING, "conditions of use may be wishes");
	ml_found_help(finding, "take a license that says so, or leave the condition out");
}

/* The license of the description, taken for one of the data. */
static void report_metadata(struct ml_sink *sink, const struct ml_croissant *croissant)
{
	if (!croissant->metadata.file || croissant->license.file)
		return;
	struct ml_finding *finding = ml_found(sink, croissant->metadata, ML_CERTAINTY_DECLARED, "'sdLicense' (%s) is of this description alone; 'license', which is of the data, is missing",
					      croissant->metadata_license);
	ml_found_help(finding, "add 'license' with the address of the data's license");
	ml_found_soften(finding, ML_SEVERITY_NOTE, "nothing contradicts it");
}

void ml506_croissant_conflict(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->croissants_nr; i++) {
		report_conflict(facts, sink, &facts->croissants[i]);
		report_usage(facts, sink, &facts->croissants[i]);
		report_metadata(sink, &facts->croissants[i]);
	}
}
