#include "lint/check/rule.h"

#include <string.h>

#define COMPARED 256u /* bases: a card may list thousands */

/* Sources that say what the model was made from; a sentence may speak of one variant, a copied configuration of anything. */
static bool speaks_plainly(const struct ml_base_model *base)
{
	return base->from != ML_BASE_SENTENCE && base->from != ML_BASE_CONFIG;
}

static bool agrees_with_one(const struct ml_facts *facts, const struct ml_base_model *base, enum ml_base_from from)
{
	for (size_t i = 0; i < facts->bases_nr && i < COMPARED; i++)
		if (facts->bases[i].from == from && ml_bases_agree(facts, base, &facts->bases[i]))
			return true;
	return false;
}

static const struct ml_base_model *first_of(const struct ml_facts *facts, enum ml_base_from from)
{
	for (size_t i = 0; i < facts->bases_nr; i++)
		if (facts->bases[i].from == from)
			return &facts->bases[i];
	return NULL;
}

/* A relation that the files show to be another one. */
static void check_relation(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_base_model *card)
{
	const struct ml_base_model *adapter = first_of(facts, ML_BASE_ADAPTER), *merge = first_of(facts, ML_BASE_MERGE);
	const struct ml_base_model *shows = adapter ? adapter : merge;
	const char *how = adapter ? "adapter" : "merge";

	if (!shows || !card->relation || !strcmp(card->relation, how) || !card->how || strcmp(card->how, card->relation) != 0)
		return;
	struct ml_finding *finding = ml_found(sink, card->where, ML_CERTAINTY_DECLARED, "the card calls the relation to its base '%s', but %s shows %s %s",
					      card->relation, ml_base_source(shows), adapter ? "an" : "a", how);
	ml_found_proof(finding, shows->where, "%s names %s", ml_base_source(shows), shows->id);
	ml_found_help(finding, "write 'base_model_relation: %s'", how);
	/* A merged adapter may leave its configuration behind. */
	ml_found_soften(finding, ML_SEVERITY_WARNING, "the configuration may be a remnant");
}

void ml402_base_conflict(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_base_model *card = first_of(facts, ML_BASE_CARD);

	if (!card)
		return;
	check_relation(facts, sink, card);
	for (size_t i = 0; i < facts->bases_nr && i < COMPARED; i++) {
		const struct ml_base_model *base = &facts->bases[i];
		if (base->from == ML_BASE_CARD || !speaks_plainly(base) || agrees_with_one(facts, base, ML_BASE_CARD))
			continue;
		struct ml_finding *finding = ml_found(sink, card->where, ML_CERTAINTY_DECLARED, "the card names %s as base, but %s names %s", card->id,
						      ml_base_source(base), base->id);
		ml_found_proof(finding, base->where, "%s: %s", ml_base_source(base), base->id);
		ml_found_help(finding, "name the model that the weights were made from in both places");
		ml_found_cause(finding, ml_cause_here(facts, "base-conflict"));
		if (base->from == ML_BASE_HEADER || base->from == ML_BASE_MODELFILE)
			ml_found_soften(finding, ML_SEVERITY_WARNING, "converters copy what the card of an earlier model said");
	}
}
