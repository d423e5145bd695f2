#include "lint/check/rule.h"

/* An own claim that commercial use is free of limits. */
static bool claims_commercial_use(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->claims_nr; i++)
		if (facts->claims[i].kind == ML_CLAIM_COMMERCIAL_USE && ml_claim_is_own(&facts->claims[i]))
			return true;
	return false;
}

/* Weights are offered, under terms that hold no such limit themselves. */
static bool is_offered_freely(const struct ml_facts *facts)
{
	return facts->offer != ML_OFFER_NONE && ml_govern_osd(facts, &facts->weights) == ML_OSD_CONFORMS && !ml_weights_are_limited(facts);
}

/* A sentence that says of the training data itself what may not be done with it; what is known of a data set named there was told already. */
static enum ml_term_id limit_told(const struct ml_facts *facts, const struct ml_statement *statement)
{
	if (!statement->learned)
		return ML_TERM_NR;
	for (size_t i = 0; i < facts->datasets_nr; i++)
		if (facts->datasets[i].where.file == statement->where.file && facts->datasets[i].where.line == statement->where.line &&
		    facts->datasets[i].use == ML_DATA_TRAINING && ml_dataset_limit(&facts->datasets[i]) != ML_TERM_NR)
			return ML_TERM_NR;
	return ml_statement_limit(statement);
}

/* The author's own words need no table of data sets. */
static void report_told(const struct ml_facts *facts, struct ml_sink *sink)
{
	struct ml_finding *finding = NULL;

	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *statement = &facts->statements[i];
		enum ml_term_id limit = limit_told(facts, statement);
		if (limit == ML_TERM_NR)
			continue;
		const char *what = statement->license ? statement->license->name : facts->knowledge->terms[limit].title;
		if (finding) {
			ml_found_proof(finding, statement->where, "of training data as well: %s", what);
		} else {
			finding = ml_found(sink, statement->where, ML_CERTAINTY_DECLARED, "open weights, restricted data sources: the text says of training data: %s", what);
			ml_found_proof(finding, statement->where, "whether training needs the license of the data is unsettled");
			ml_found_help(finding, "tell readers of the data's terms, or train on data without such limits");
			ml_found_cause(finding, "training-data");
			ml_found_term(finding, ML_TERM_DATASET_TERMS);
		}
		ml_found_term(finding, limit);
	}
}

void ml501_contaminated_weights(const struct ml_facts *facts, struct ml_sink *sink)
{
	if (!is_offered_freely(facts))
		return;
	report_told(facts, sink);
	for (size_t i = 0; i < facts->datasets_nr; i++) {
		const struct ml_dataset_ref *ref = &facts->datasets[i];
		enum ml_term_id limit = ml_dataset_limit(ref);
		if (ref->use != ML_DATA_TRAINING || !ref->dataset || (limit == ML_TERM_NR && ref->dataset->commercial != ML_COMMERCIAL_NO))
			continue;
		struct ml_finding *finding =
			ml_found(sink, ref->where, limit == ML_TERM_NR ? ML_CERTAINTY_INFERRED : ML_CERTAINTY_DECLARED,
				 "open weights, restricted data sources: %s is %s%s", ref->id, ref->license ? "under the " : "not for commercial use",
				 ref->license ? ml_license_noun(ref->license) : "");
		ml_found_proof(finding, ref->where, "whether training needs the license of the data is unsettled; source: %s", ref->dataset->source);
		if (limit != ML_TERM_NR)
			ml_found_term(finding, limit);
		ml_found_term(finding, ML_TERM_DATASET_TERMS);
		ml_found_help(finding, "tell readers of the data's terms, or train on data without such limits");
		ml_found_cause(finding, "training-data");
		if (limit == ML_TERM_NR && !claims_commercial_use(facts))
			ml_found_soften(finding, ML_SEVERITY_NOTE, "the data's terms were not read by us");
	}
}
