#include "lint/check/rule.h"

#include <string.h>

/* The first restriction of the source that the own license lacks, or ML_TERM_NR. */
static enum ml_term_id lost(const struct ml_license *source, const struct ml_license *own)
{
	static const enum ml_term_id follow[] = { ML_TERM_NONCOMMERCIAL, ML_TERM_RESEARCH_ONLY, ML_TERM_NO_DERIVATIVES, ML_TERM_SHARE_ALIKE };

	for (size_t i = 0; i < sizeof follow / sizeof *follow; i++) {
		bool covered = follow[i] == ML_TERM_RESEARCH_ONLY && ml_license_has(own, ML_TERM_NONCOMMERCIAL);
		if (ml_license_has(source, follow[i]) && !ml_license_has(own, follow[i]) && !covered)
			return follow[i];
	}
	return ML_TERM_NR;
}

static bool accepts(const struct ml_license *source, const struct ml_license *own)
{
	for (size_t i = 0; i < source->accepts_nr; i++)
		if (!strcmp(source->accepts[i], own->id))
			return true;
	return ml_license_same(source, own);
}

/* The one license of the card's key; several are alternatives or parts. */
static const struct ml_license_fact *own_license(const struct ml_facts *facts)
{
	const struct ml_license_fact *found = NULL;

	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->evidence != ML_EVIDENCE_DECLARED || fact->where.file != facts->card->file)
			continue;
		if (found)
			return NULL;
		found = fact;
	}
	return found && found->license && !found->license->placeholder && !found->license->family ? found : NULL;
}

/* A source whose license the card tells itself; annotations alone may be licensed apart, and a part may be kept out of the whole. */
static void report_told(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_license_fact *own)
{
	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *said = &facts->statements[i];
		enum ml_term_id term = said->learned && said->license && !accepts(said->license, own->license) ? lost(said->license, own->license) : ML_TERM_NR;
		if (term == ML_TERM_NR)
			continue;
		struct ml_finding *finding = ml_found(sink, own->where, ML_CERTAINTY_INFERRED, "the data set is under %s, but the text says that it was taken from what is under the %s",
						      own->license->id, ml_license_noun(said->license));
		ml_found_proof(finding, said->where, "%s: asked for by the source, and not by the data set's own license", facts->knowledge->terms[term].title);
		ml_found_term(finding, term);
		ml_found_help(finding, "take the strictest of the sources' terms, or tell the terms of each part");
		ml_found_cause(finding, "looser-data");
		ml_found_soften(finding, ML_SEVERITY_WARNING, "the sentence may speak of a part");
	}
}

void ml505_dataset_looser_than_sources(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_license_fact *own = facts->card && ml_is_data_repository(facts) ? own_license(facts) : NULL;

	if (own)
		report_told(facts, sink, own);
	for (size_t i = 0; own && i < facts->datasets_nr; i++) {
		const struct ml_dataset_ref *ref = &facts->datasets[i];
		if (ref->use != ML_DATA_SOURCE || !ref->license || accepts(ref->license, own->license))
			continue;
		enum ml_term_id term = lost(ref->license, own->license);
		if (term == ML_TERM_NR)
			continue;
		struct ml_finding *finding = ml_found(sink, own->where, ML_CERTAINTY_DECLARED, "the data set is under %s, but its source %s is under the %s",
						      own->license->id, ref->id, ml_license_noun(ref->license));
		ml_found_proof(finding, ref->where, "%s: asked for by the source, and not by the data set's own license; read in %s",
			       facts->knowledge->terms[term].title, ref->dataset->source);
		ml_found_term(finding, term);
		ml_found_help(finding, "take the strictest of the sources' terms, or tell the terms of each part");
		ml_found_cause(finding, "looser-data");
		if (ml_list_has(facts->knowledge, ML_LIST_COLLECTION_LICENSES, ml_span_of(own->license->id)))
			ml_found_soften(finding, ML_SEVERITY_WARNING, "the license is one of the collection: its contents have terms of their own");
		else if (ref->dataset->known != ML_KNOWN_READ || ref->dataset->confidence == ML_CONFIDENCE_LOW)
			ml_found_soften(finding, ML_SEVERITY_WARNING, "the source's terms were not read by us");
		else if (term == ML_TERM_SHARE_ALIKE)
			ml_found_soften(finding, ML_SEVERITY_WARNING, "annotations alone may be licensed apart from what they annotate");
	}
}
