#include "lint/check/rule.h"

static bool denies(const struct ml_policy *policy, const struct ml_policy_case *one)
{
	return ml_policy_denied_terms(policy, one) != 0;
}

/* "noncommercial, share-alike" */
static const char *names_of(struct ml_arena *arena, uint32_t terms)
{
	const char *text = "";

	for (int id = 0; id < ML_TERM_NR; id++)
		if (terms & 1u << id)
			text = ml_arena_printf(arena, "%s%s%s", text, *text ? ", " : "", ml_term_name((enum ml_term_id)id));
	return text;
}

static void tell(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_policy *policy, const struct ml_policy_case *one)
{
	uint32_t terms = ml_policy_denied_terms(policy, one);
	struct ml_finding *finding = ml_found(sink, one->where, one->fact ? ml_license_certainty(one->fact) : ML_CERTAINTY_INFERRED,
					      "governs %s: %s has terms that the policy denies: %s", one->what, ml_policy_title(facts, one),
					      names_of(facts->arena, terms));

	ml_found_denied(finding, facts, one, terms);
	ml_found_help(finding, "take what is under other terms, or change 'policy' in the configuration");
	if (!one->fact)
		ml_found_soften(finding, ML_SEVERITY_WARNING, "the license is known by the name of what was used, it was not read here");
}

void ml012_policy_term_denied(const struct ml_facts *facts, struct ml_sink *sink)
{
	ml_policy_apply(facts, sink, denies, tell);
}
