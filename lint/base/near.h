/* "did you mean": the known word that is nearest to one that is not known. */
#pragma once

#include <stddef.h>

#include "lint/base/span.h"

#define ML_NEAR_WORD_MAX 64 /* bytes; longer words are near to none */

struct ml_near {
	struct ml_span typed;
	const char *best; /* NULL while nothing is near */
	size_t distance;
};

/* Offers one known word; ASCII case does not count. Of equally near ones the first stays. */
void ml_near_offer(struct ml_near *near, const char *known);
