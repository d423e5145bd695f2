/*
 * Which literal words a pattern cannot do without: where a text holds none of
 * them, the pattern need not be compiled, let alone searched for. Read from the
 * pattern's source; what is not understood asks for nothing.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/arena.h"

#define ML_LITERALS_WORDS 64

/*
 * A pattern is one or more ways to match, "a.*b|c", and each asks for sets of words: a text that may match holds, for one of the ways,
 * a word of every set.
 */
struct ml_literals {
	const char *letters;    /* of the words, each with a NUL behind it */
	const uint16_t *words;  /* where each stands in the letters; as the pattern writes it */
	const uint64_t *sets;   /* way by way: a bit for each word, from the lowest; a 0 ends a way */
	uint32_t words_nr, sets_nr; /* at most ML_LITERALS_WORDS; with the zeros. 0: any text may match */
};

/* source: a pattern as in lint/text/pattern.h, caseless or not. Lives in arena. */
void ml_literals_read(struct ml_literals *out, struct ml_arena *arena, const char *source);
/* Whether text may match, ASCII case aside. triples: those of text, or NULL. */
bool ml_literals_in(const struct ml_literals *literals, struct ml_span text, const struct ml_triples *triples);
