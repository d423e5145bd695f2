/*
 * Which literal words a pattern cannot do without: where a text holds none of
 * them, the pattern need not be compiled, let alone searched for. Read from the
 * pattern's source; what is not understood asks for nothing.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "lint/base/span.h"

#define ML_LITERALS_SETS 4

/* Sets of words, of each of which a text must hold one. */
struct ml_literals {
	char *words; /* as the pattern writes them, each with a NUL behind it, set by set; owned */
	size_t nr[ML_LITERALS_SETS]; /* words of each set; 0 behind the last: without any, any text may match */
};

/* source: a pattern as in lint/text/pattern.h, caseless or not. */
void ml_literals_init(struct ml_literals *out, const char *source);
void ml_literals_release(struct ml_literals *literals);
/* Whether text may match: holds a word of each set, ASCII case aside. pairs: those of text, or NULL. */
bool ml_literals_in(const struct ml_literals *literals, struct ml_span text, const struct ml_pairs *pairs);
