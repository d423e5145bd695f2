/*
 * Which chunks of a card are worth reading. Most of a README tells how to install
 * and run; one scan for the words of all who read cards finds the rest.
 */
#pragma once

#include <stddef.h>

#include "lint/base/kept.h"
#include "lint/knowledge/knowledge.h"

/* What the words of a chunk may be part of. */
enum ml_card_says {
	ML_CARD_SAYS_CLAIM = 1,
	ML_CARD_SAYS_STATEMENT = 2, /* of terms */
	ML_CARD_SAYS_BADGE = 4,
	ML_CARD_SAYS_HOST = 8,      /* a link to a project that goes by its name */
	ML_CARD_SAYS_PLACE = 16,    /* a link to models or licenses */
	ML_CARD_SAYS_HEADING = 32,  /* in a heading: the section is one of terms */
	ML_CARD_SAYS_ORIGIN = 64,   /* what a model was made from, or trained on */
	ML_CARD_SAYS_STANDARD = 128, /* that it meets a yardstick of openness: nobody reads the chunk for that */
};

struct ml_card_words;
/* Made once for a knowledge and kept; kept NULL: made anew, in arena. */
const struct ml_card_words *ml_card_words_new(struct ml_kept *kept, struct ml_arena *arena, const struct ml_knowledge *knowledge);
/* Other words than those: a chunk that holds one of the list is wanted. The list outlives kept. */
const struct ml_card_words *ml_card_words_of(struct ml_kept *kept, struct ml_arena *arena, const char *const *list, size_t nr);
/* What the chunk [from, to) of a text says (a set). */
unsigned ml_card_says(const struct ml_card_words *words, struct ml_span text, size_t from, size_t to);
