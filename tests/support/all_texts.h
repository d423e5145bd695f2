/* All license texts that this machine has: the npm package spdx-license-list (MLINT_SPDX) and the corpus (MLINT_CORPUS). */
#pragma once

#include "lint/base/arena.h"
#include "lint/base/span.h"

struct known_text {
	const char *id;
	struct ml_span text;
	bool spdx; /* of the package, or of the corpus' folder of the same texts */
};

/* Everything lives in arena. *nr is 0 where there are none. */
void all_texts(struct known_text **out, size_t *nr, struct ml_arena *arena);
