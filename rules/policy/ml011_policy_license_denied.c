#include "lint/check/rule.h"

static bool denies(const struct ml_policy *policy, const struct ml_policy_case *one)
{
	const char *why;

	return ml_policy_denies_license(policy, one, &why);
}

static void tell(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_policy *policy, const struct ml_policy_case *one)
{
	const char *why;

	ml_policy_denies_license(policy, one, &why);
	struct ml_finding *finding = ml_found(sink, one->where, one->fact ? ml_license_certainty(one->fact) : ML_CERTAINTY_INFERRED,
					      "governs %s: %s (%s), and %s", one->what, ml_policy_title(facts, one), one->id, why);
	ml_found_help(finding, "take what is under a license that the policy allows, or change 'policy' in the configuration");
	if (!one->fact)
		ml_found_soften(finding, ML_SEVERITY_WARNING, "the license is known by the name of what was used, it was not read here");
}

void ml011_policy_license_denied(const struct ml_facts *facts, struct ml_sink *sink)
{
	ml_policy_apply(facts, sink, denies, tell);
}
