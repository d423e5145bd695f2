/*
 * A text as normalized words, and runs of five of them as hashes: how license
 * texts are compared. Normalizing: lower case (ASCII, Latin-1, Greek, Cyrillic and
 * full-width forms), HTML tags, entities and Markdown signs dropped, quotes, dashes and bullets
 * dropped, digits kept, zero-width characters dropped, a Han or Kana character
 * is a word of its own, copyright lines' holders and years are not words of the text.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/span.h"

#define ML_RUN_WORDS 5

struct ml_word {
	uint64_t hash;
	uint32_t at, end; /* offsets in the text */
};

struct ml_words {
	const struct ml_word *at;
	size_t nr;
};

/* text: valid UTF-8. */
void ml_words_split(struct ml_words *out, struct ml_arena *arena, struct ml_span text);
/* The hash of the run that starts at word i (i + ML_RUN_WORDS <= nr). */
uint64_t ml_words_run(const struct ml_words *words, size_t i);
/* The hash of the whole sequence of words [from, to). */
uint64_t ml_words_hash(const struct ml_words *words, size_t from, size_t to);
