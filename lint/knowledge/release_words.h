/*
 * Names of models and data sets as words: lower case, split at spaces, "-", "_",
 * "/" and between letters and digits ("FLUX.1" too); "3.1" is one word. "Qwen2.5-7B", "qwen 2.5 7b"
 * and "Qwen-2.5_7B" are the same five words. Private to lint/knowledge.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/span.h"
#include "lint/knowledge/models.h"

#define RELEASE_WORDS 12 /* of a name that is looked up */

struct release_word {
	size_t from, to;
};

/* The next word of a name that goes on at *at, which moves behind it; false where the name is over. */
bool release_word_next(struct ml_span text, size_t *at, struct release_word *word);
/* A hash of the words [0, nr). Names of the same words have the same. */
uint64_t release_hash(struct ml_span text, const struct release_word *words, size_t nr);
/*
 * Adds a name to a table in the making: "Llama-2-*" stands for all that begin so. A name of one word, or without a digit, counts in prose
 * only as its owner writes it. A name without capital and digit is added only where it is wanted by itself.
 */
struct release_names {
	struct ml_release_name *at;
	size_t nr, cap;
	struct ml_release_heads heads;
};
void release_name_add(struct release_names *names, struct ml_arena *arena, struct ml_span name, uint16_t index);
/* Puts the table in order; of several entries of the same words the one that comes first by rank stays. */
void release_names_sort(struct release_names *names, const int *ranks);
/* The entry of the longest name at the start of text; *to is where it ends. NULL where none begins there. whole: nothing may follow. */
const struct ml_release_name *release_name_find(const struct ml_release_name *at, size_t nr, const struct ml_release_heads *heads,
						struct ml_span text, bool whole, size_t *to);
