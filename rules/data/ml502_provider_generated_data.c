#include "lint/check/rule.h"

#include <stdint.h>

/* The card already tells of the provider's terms. */
static bool tells_of_terms(const struct ml_facts *facts, struct ml_span provider)
{
	struct ml_span text = facts->card ? facts->card->file->text : (struct ml_span){ 0 };
	const char *name = ml_arena_dup(facts->arena, provider);

	if (!text.at || ml_span_find_nocase(text, name) == SIZE_MAX)
		return false;
	return ml_list_in(facts->knowledge, ML_LIST_PROVIDER_TERMS, text);
}

/* Data for research or without commercial use trains no competing product. */
static bool is_limited(const struct ml_govern *data)
{
	for (size_t i = 0; i < data->of_nr; i++)
		for (size_t k = 0; k < data->of[i].fact->terms_nr; k++)
			if (data->of[i].fact->terms[k].id == ML_TERM_NONCOMMERCIAL || data->of[i].fact->terms[k].id == ML_TERM_RESEARCH_ONLY)
				return true;
	return false;
}

static struct ml_finding *found(struct ml_sink *sink, const struct ml_dataset_ref *ref, struct ml_span provider)
{
	if (ref->dataset->service)
		return ml_found(sink, ref->where, ML_CERTAINTY_INFERRED, "says that data was made with %s, a service of %.*s, whose terms bar its users from making competing models", ref->id,
				ML_SPAN_ARG(provider));
	return ml_found(sink, ref->where, ML_CERTAINTY_INFERRED, "%s was made%s with models of %.*s, whose terms bar its users from making competing models", ref->id,
			ref->dataset->generated_part ? " in part" : "", ML_SPAN_ARG(provider));
}

void ml502_provider_generated_data(const struct ml_facts *facts, struct ml_sink *sink)
{
	bool data = facts->offer == ML_OFFER_NONE && ml_is_data_repository(facts);

	if ((facts->offer == ML_OFFER_NONE && !data) || ml_weights_are_limited(facts) || (data && is_limited(&facts->data)))
		return;
	for (size_t i = 0; i < facts->datasets_nr; i++) {
		const struct ml_dataset_ref *ref = &facts->datasets[i];
		if (ref->use != (data ? ML_DATA_SOURCE : ML_DATA_TRAINING) || !ref->dataset || (data && !ref->dataset->service) || !ref->dataset->competing_barred)
			continue;
		struct ml_span provider = ml_dataset_provider(ref->dataset);
		if (tells_of_terms(facts, provider))
			continue;
		struct ml_finding *finding = found(sink, ref, provider);
		ml_found_proof(finding, ref->where, "such terms bind whoever used the service, not others; source: %s", ref->dataset->source);
		ml_found_help(finding, "tell readers that the data comes from models of %.*s", ML_SPAN_ARG(provider));
		ml_found_cause(finding, ml_arena_printf(facts->arena, "provider %.*s", ML_SPAN_ARG(provider)));
		if (ref->dataset->generated_part || ref->dataset->known != ML_KNOWN_READ)
			ml_found_soften(finding, ML_SEVERITY_NOTE, ref->dataset->generated_part ? "only a part of it was" : "that was not read by us");
	}
}
