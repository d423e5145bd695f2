#include "lint/check/rule.h"

static bool bans_training(const struct ml_license *license)
{
	for (size_t i = 0; i < license->terms_nr; i++)
		if (license->terms[i].id == ML_TERM_OUTPUT_TRAINING_BAN)
			return true;
	return false;
}

/* A derivative of that very model may learn from it: the bans speak of other models. */
static bool is_of_family(const struct ml_facts *facts, const struct ml_license *license)
{
	for (size_t i = 0; i < facts->bases_nr; i++)
		if (ml_license_same(facts->bases[i].license, license))
			return true;
	for (size_t i = 0; i < facts->weights.of_nr; i++)
		if (ml_license_same(facts->weights.of[i].fact->license, license))
			return true;
	return false;
}

void ml408_output_training_ban(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->outputs_nr; i++) {
		const struct ml_output_use *use = &facts->outputs[i];
		if (!bans_training(use->license) || is_of_family(facts, use->license))
			continue;
		struct ml_finding *finding = ml_found(sink, use->where, use->dataset ? ML_CERTAINTY_DECLARED : ML_CERTAINTY_INFERRED,
						      "trains on outputs of %s, whose terms let them improve no other models", use->id);
		ml_found_proof(finding, use->where, "the %s binds whoever accepted it; what that means for others who use the outputs is unsettled",
			       ml_license_noun(use->license));
		ml_found_term(finding, ML_TERM_OUTPUT_TRAINING_BAN);
		ml_found_cause(finding, ml_arena_printf(facts->arena, "outputs %s", use->license->id));
		ml_found_help(finding, "tell readers of it, or use outputs of a model whose terms allow it");
	}
}
