/*
 * Which chunks of a card are worth reading. Most of a README tells how to install
 * and run; one scan for the words of all who read cards finds the rest.
 */
#pragma once

#include <stddef.h>

#include "lint/base/kept.h"
#include "lint/knowledge/phrases.h"

/* Those of the knowledge; where it has none, made once and kept; kept NULL: made anew, in arena. */
const struct ml_phrases *ml_card_words_new(struct ml_kept *kept, struct ml_arena *arena, const struct ml_knowledge *knowledge);
/* Other words than those: a chunk that holds one of the list is wanted. The list outlives kept. */
const struct ml_phrases *ml_card_words_of(struct ml_kept *kept, struct ml_arena *arena, const char *const *list, size_t nr);
/* What the chunk [from, to) of a text says (a set). */
unsigned ml_card_says(const struct ml_phrases *words, struct ml_span text, size_t from, size_t to);
