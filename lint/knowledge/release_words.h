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
#include "lint/knowledge/releases.h"

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
/* The heads of all names added, to be kept. */
const struct ml_release_heads *release_heads_keep(const struct release_names *names, struct ml_arena *arena);
/* Puts the table in order; of several entries of the same words the one that comes first by rank stays. */
void release_names_sort(struct release_names *names, const int *ranks);
/* The entry of the longest name at the start of text; *to is where it ends. NULL where none begins there. whole: nothing may follow. */
const struct ml_release_name *release_name_find(const struct ml_release_name *at, size_t nr, const struct ml_release_heads *heads,
						struct ml_span text, bool whole, size_t *to);
