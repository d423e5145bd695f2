#include "cmd/suggest.h"

#include <stdio.h>

#include "lint/base/near.h"

void suggest(struct suggestion *suggestion, const char *known)
{
	struct ml_near near = { ml_span_of(suggestion->typed), suggestion->best, suggestion->distance };

	ml_near_offer(&near, known);
	suggestion->best = near.best;
	suggestion->distance = near.distance;
}

const char *suggest_hint(struct suggestion *suggestion, const char *before)
{
	suggestion->hint[0] = '\0';
	if (suggestion->best)
		snprintf(suggestion->hint, sizeof suggestion->hint, "; did you mean '%s%s'?", before, suggestion->best);
	return suggestion->hint;
}
