#include "lint/check/rule.h"

#include <stdarg.h>
#include <string.h>

#include "lint/base/limits.h"
#include "lint/check/phrase.h"
#include "lint/knowledge/lists.h"
#include "lint/knowledge/models.h"

const char *ml_base_source(const struct ml_base_model *base)
{
	static const char *const sources[] = {
		[ML_BASE_CARD] = "the card",
		[ML_BASE_ADAPTER] = "adapter_config.json",
		[ML_BASE_CONFIG] = "the model's configuration",
		[ML_BASE_MERGE] = "the configuration of the merge",
		[ML_BASE_MODELFILE] = "the Modelfile",
		[ML_BASE_QUANTIZER] = "quantize_config.json",
		[ML_BASE_HEADER] = "the header of the weights",
		[ML_BASE_SENTENCE] = "the card's text",
	};
	return sources[base->from];
}

/* "user threshold: … (Llama 2 Community License, section 2) - OSD 5", for each term that matters here. */
static void prove_terms(struct ml_finding *finding, const struct ml_facts *facts, const struct ml_inherited *inherited)
{
	const struct ml_license *license = inherited->base->license;
	bool first = true;

	for (size_t i = 0; i < inherited->terms_nr; i++) {
		const struct ml_license_term *term = NULL;
		struct ml_buf line;
		for (size_t k = 0; k < license->terms_nr && !term; k++)
			if (license->terms[k].id == inherited->terms[i])
				term = &license->terms[k];
		ml_found_term(finding, inherited->terms[i]);
		if (!term)
			continue;
		ml_buf_init(&line, 8 * ML_LIMIT_MESSAGE_BYTES);
		ml_term_phrase(&line, facts->knowledge, term->id, term->value, license->osd);
		if (first || term->section)
			ml_buf_addf(&line, " (%s%s%s%s)", first ? license->name : "", first && term->section ? ", " : "",
				    term->section ? "section " : "", term->section ? term->section : "");
		ml_osd_phrase(&line, facts->knowledge->terms[term->id].osd_failed, license->osd);
		ml_found_proof(finding, inherited->base->where, "%.*s", ML_SPAN_ARG(ml_buf_span(&line)));
		ml_buf_release(&line);
		first = false;
	}
}

static bool is_unnamed(const struct ml_governing *terms)
{
	return !strcmp(terms->id, "custom");
}

const char *ml_own_terms(const struct ml_inherited *inherited)
{
	return is_unnamed(inherited->own) ? "terms of its own" : inherited->own->id;
}

/* "its own terms: mit" */
static void prove_own(struct ml_finding *finding, const struct ml_governing *own)
{
	if (!own || !own->fact->where.file)
		return;
	if (is_unnamed(own))
		ml_found_proof(finding, own->fact->where, "its own terms stand here");
	else
		ml_found_proof(finding, own->fact->where, "its own terms: %s", own->id);
}

struct ml_finding *ml_found_inherited(struct ml_sink *sink, const struct ml_facts *facts, const struct ml_inherited *inherited, const char *format, ...)
{
	const struct ml_base_model *base = inherited->base;
	bool claimed = inherited->kind == ML_INHERIT_CLAIMED && inherited->claim;
	va_list args;

	va_start(args, format);
	const char *message = ml_arena_vprintf(facts->arena, format, args);
	va_end(args);
	struct ml_finding *finding = ml_found(sink, claimed ? inherited->claim->where : base->where,
					      inherited->sure ? ML_CERTAINTY_DECLARED : ML_CERTAINTY_INFERRED, "%s", message);
	if (claimed)
		ml_found_proof(finding, base->where, "%s names %s as what it was made from", ml_base_source(base), base->id);
	if (base->upstream)
		ml_found_proof(finding, base->where, "its license was read in %s", base->upstream);
	prove_terms(finding, facts, inherited);
	prove_own(finding, inherited->own);
	if (inherited->doubt)
		ml_found_soften(finding, ML_SEVERITY_WARNING, inherited->doubt);
	/* Several bases against one claim are one contradiction. */
	ml_found_cause(finding, ml_cause_here(facts, claimed ? "inherits, and claims" : ml_arena_printf(facts->arena, "inherits %s", base->license->id)));
	return finding;
}

/* The card itself says that the data is limited: "the training data (and models trained with it) are for research only". */
static bool says_limited_data(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *statement = &facts->statements[i];
		bool data = statement->scope != ML_SCOPE_ALL && (statement->scope & ML_SCOPE_DATA);
		if (!data || statement->stance != ML_STANCE_OWN || !facts->card || statement->where.file != facts->card->file)
			continue;
		for (size_t k = 0; k < statement->terms_nr; k++)
			if (statement->terms[k].id == ML_TERM_NONCOMMERCIAL || statement->terms[k].id == ML_TERM_RESEARCH_ONLY)
				return true;
	}
	return false;
}

void ml_found_origin(struct ml_finding *finding, const struct ml_facts *facts, const struct ml_license_fact *license, enum ml_subject subject)
{
	bool data = ml_license_is_sentence(license) && says_limited_data(facts);

	for (size_t i = 0; i < facts->bases_nr; i++) {
		if (!facts->bases[i].own && ml_license_same(facts->bases[i].license, license->license)) {
			ml_found_term(finding, ML_TERM_INHERITED);
			break;
		}
	}
	if (data || subject == ML_SUBJECT_DATA)
		ml_found_term(finding, ML_TERM_DATASET_TERMS);
}

bool ml_is_data_repository(const struct ml_facts *facts)
{
	return facts->offer != ML_OFFER_SHIPPED && ml_is_dataset_card(facts->knowledge, facts->card);
}

bool ml_in_front_matter(const struct ml_facts *facts, const struct ml_where *where)
{
	return facts->card && where->file == facts->card->file && where->line <= facts->card->front_end_line;
}

bool ml_license_is_key(const struct ml_facts *facts, const struct ml_license_fact *license)
{
	return license && license->evidence == ML_EVIDENCE_DECLARED && ml_in_front_matter(facts, &license->where);
}

unsigned ml_scope_of_key(const struct ml_facts *facts)
{
	return ml_is_data_repository(facts) ? ML_SCOPE_DATA : facts->offer == ML_OFFER_NONE ? ML_SCOPE_CODE : ML_SCOPE_WEIGHTS;
}

/* The name without owner, case and the endings that copies add. */
static struct ml_span stem(const struct ml_knowledge *knowledge, const char *id)
{
	const struct ml_list *endings = ml_list_of(knowledge, ML_LIST_COPY_ENDINGS), *beginnings = ml_list_of(knowledge, ML_LIST_COPY_BEGINNINGS);
	struct ml_span name = ml_path_name(ml_span_of(id));

	for (size_t i = 0; i < endings->nr; i++)
		if (ml_span_ends_nocase(name, endings->at[i]))
			name.len -= strlen(endings->at[i]);
	for (size_t i = 0; i < beginnings->nr; i++)
		if (ml_span_starts_nocase(name, beginnings->at[i]))
			return ml_span_sub(name, strlen(beginnings->at[i]) - strlen(ml_list_as(beginnings, i)), name.len);
	return name;
}

static bool is_same_stem(const struct ml_knowledge *knowledge, const char *a, const char *b)
{
	struct ml_span x = stem(knowledge, a), y = stem(knowledge, b);

	if (x.len > y.len) {
		struct ml_span z = x;
		x = y;
		y = z;
	}
	/* "Llama-3.1-8B" and "Llama-3.1-8B-Instruct": one of them may be the other's base. */
	for (size_t i = 0; i < x.len; i++)
		if (ml_lower(x.at[i]) != ml_lower(y.at[i]))
			return false;
	return x.len > 0;
}

/* Whether b is among what a was made from, as far as is known. */
static bool is_ancestor(const struct ml_facts *facts, const struct ml_model *a, const struct ml_base_model *b)
{
	for (int depth = 0; a && a->base && depth < 4; depth++) {
		if ((b->model && ml_pattern_fits(a->base, ml_span_of(b->id))) || is_same_stem(facts->knowledge, a->base, b->id))
			return true;
		if (b->model && !strcmp(a->base, b->model->id))
			return true;
		a = ml_model_by_id(facts->knowledge, ml_span_of(a->base));
	}
	return false;
}

bool ml_bases_agree(const struct ml_facts *facts, const struct ml_base_model *a, const struct ml_base_model *b)
{
	if (is_same_stem(facts->knowledge, a->id, b->id) || (a->model && a->model == b->model))
		return true;
	/* What is not known may be a copy, or a step between. */
	if (!a->model || !b->model)
		return true;
	if (a->license && b->license && ml_license_same(a->license, b->license) && (a->model->copy || b->model->copy))
		return true;
	return is_ancestor(facts, a->model, b) || is_ancestor(facts, b->model, a);
}

bool ml_weights_are_limited(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->weights.of_nr; i++) {
		const struct ml_license_fact *own = facts->weights.of[i].fact;
		for (size_t k = 0; k < own->terms_nr; k++)
			if (own->terms[k].id == ML_TERM_NONCOMMERCIAL || own->terms[k].id == ML_TERM_RESEARCH_ONLY)
				return true;
	}
	return false;
}
