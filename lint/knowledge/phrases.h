/*
 * Phrases of several words, all looked for in one scan: each by its longest word, the others are compared then. The table for cards is made
 * with the built-in knowledge (rules/gen), so that a run begins without it; that of other words where it is needed.
 */
#pragma once

#include "lint/knowledge/knowledge.h"
#include "lint/text/scan.h"

/* What the words of a chunk of a card may be part of. */
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

struct ml_phrase {
	uint32_t text;     /* where it stands in the letters, with a NUL */
	uint32_t word, rest; /* offsets in it: of its longest word, "no |use of"; of what is behind that, "no use| of" */
	uint32_t next;     /* among those that share the longest word, counted from 1; 0: none */
	unsigned says;     /* set of enum ml_card_says */
	bool whole;        /* does not begin inside a word of ASCII letters */
};

struct ml_phrases {
	const struct ml_scan *scan;     /* for the longest words */
	const char *letters;
	size_t letters_nr;
	const struct ml_phrase *at;     /* of each of its words the first */
	size_t nr;
	const struct ml_phrase *shared; /* further ones with the same longest word */
	size_t shared_nr;
};

/* Those by which chunks of cards are chosen, out of the claims, lists and yardsticks of the knowledge. */
const struct ml_phrases *ml_phrases_for_cards(struct ml_arena *arena, const struct ml_knowledge *knowledge);
/* Those of a list, each said to be a statement. */
const struct ml_phrases *ml_phrases_of_list(struct ml_arena *arena, const char *const *list, size_t nr);
