#include "lint/check/rule.h"

#include <stdarg.h>

/* "the card names meta-llama/Llama-3.1-8B, which is under the Llama 3.1 Community License (section 1.b)" */
static void prove(struct ml_finding *finding, const struct ml_duty *duty)
{
	const char *section = duty->license->duties ? duty->license->duties->section : NULL;
	const char *open = section ? " (section " : "", *close = section ? ")" : "";

	if (duty->base)
		ml_found_proof(finding, duty->base->where, "%s names %s, which is under the %s%s%s%s", ml_base_source(duty->base), duty->base->id,
			       ml_license_noun(duty->license), open, section ? section : "", close);
	else
		ml_found_proof(finding, duty->output->where, "outputs of %s are under the %s%s%s%s", duty->output->id, ml_license_noun(duty->license), open,
			       section ? section : "", close);
	if (duty->base && duty->base->upstream)
		ml_found_proof(finding, duty->base->where, "its license was read in %s", duty->base->upstream);
	if (duty->found.file)
		ml_found_proof(finding, duty->found, duty->near ? "it stands here in other words" : "it stands here");
}

struct ml_finding *ml_found_duty(struct ml_sink *sink, const struct ml_facts *facts, const struct ml_duty *duty, const char *format, ...)
{
	bool sure = duty->base && duty->base->sure;
	va_list args;

	va_start(args, format);
	const char *message = ml_arena_vprintf(facts->arena, format, args);
	va_end(args);
	struct ml_finding *finding = ml_found(sink, duty->base ? duty->base->where : duty->output->where,
					      duty->near ? ML_CERTAINTY_NEAR : sure ? ML_CERTAINTY_DECLARED : ML_CERTAINTY_INFERRED, "%s", message);
	prove(finding, duty);
	if (duty->slight)
		ml_found_soften(finding, ML_SEVERITY_NOTE, duty->slight);
	else if (duty->doubt)
		ml_found_soften(finding, ML_SEVERITY_WARNING, duty->doubt);
	ml_found_cause(finding, ml_cause_here(facts, ml_arena_printf(facts->arena, "duty %d %s", (int)duty->kind, duty->license->id)));
	return finding;
}
