#include "lint/check/rule.h"

/* Why it hides nothing, in words; NULL where it does, or where nobody can tell. */
static const char *fault_of(struct ml_arena *arena, const struct ml_suppression *one)
{
	if (one->unknown && one->near)
		return ml_arena_printf(arena, "mlint knows no '%s'; did you mean '%s'?", one->unknown, one->near);
	if (one->unknown)
		return ml_arena_printf(arena, "mlint knows no '%s'", one->unknown);
	if (!one->rules_nr)
		return "it names no rule";
	if (one->used || one->open || one->expired)
		return NULL;
	return ml_arena_printf(arena, "there is no finding of %s for it", one->rules[0]);
}

void ml022_suppression_unused(const struct ml_facts *facts, struct ml_sink *sink)
{
	size_t nr;
	const struct ml_suppression *list = ml_suppressions(sink, &nr);

	for (size_t i = 0; i < nr; i++) {
		const char *fault = fault_of(facts->arena, &list[i]);
		if (!fault)
			continue;
		struct ml_finding *finding = ml_found(sink, list[i].where, ML_CERTAINTY_EXACT, "hides nothing: %s", fault);
		ml_found_help(finding, "take it away, or mend the code; one in a file reaches its own line, or the next where it stands alone");
	}
}
