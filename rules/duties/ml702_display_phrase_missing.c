#include "lint/check/rule.h"

#include <string.h>

/* The first of the phrases, as a paragraph at the end of the card: where it belongs is for its author to say. */
static void offer(const struct ml_facts *facts, struct ml_finding *finding, const char *wanted)
{
	const char *from = strchr(wanted, '"'), *to = from ? strchr(from + 1, '"') : NULL;

	if (!to)
		return;
	ml_fix_offer(finding);
	ml_fix_append(finding, facts->card->file, "");
	ml_fix_append(finding, facts->card->file, ml_arena_dup(facts->arena, (struct ml_span){ from + 1, (size_t)(to - from - 1) }));
}

void ml702_display_phrase_missing(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->duties_nr; i++) {
		const struct ml_duty *duty = &facts->duties[i];
		if (duty->kind != ML_DUTY_PHRASE)
			continue;
		struct ml_finding *finding = ml_found_duty(sink, facts, duty, "does not show %s, as the %s asks of whoever passes on what was made with its material",
							   duty->wanted, ml_license_noun(duty->license));
		ml_found_help(finding, "write %s in the card", duty->wanted);
		if (facts->card && !duty->found.file)
			offer(facts, finding, duty->wanted);
	}
}
