/*
 * A text as normalized words, and runs of five of them as hashes: how license
 * texts are compared (after the matching guidelines of SPDX 2.3, annex B). What
 * does not change what a text says does not change its words:
 *   - case, accents, full-width forms and ligatures are folded; Cyrillic and Greek letters that look
 *     like Latin ones are those; zero-width characters are not there;
 *   - HTML tags and entities, Markdown signs, quotes, dashes, addresses (http://...) are no words;
 *   - "1." "(a)" "iv)" and the like are no words;
 *   - a line that is a copyright notice, and "all rights reserved", are no words;
 *   - spellings are one: licence/license, whilst/while, non-commercial/noncommercial, owner/holder;
 *   - a Han or Kana character is a word of its own.
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

/* text: valid UTF-8 (other bytes are taken as separators), at most 4 GiB. */
void ml_words_split(struct ml_words *out, struct ml_arena *arena, struct ml_span text);
/* The same for the first words alone; false where there are more. */
bool ml_words_split_most(struct ml_words *out, struct ml_arena *arena, struct ml_span text, size_t most);
/* The hash of the run that starts at word i (i + ML_RUN_WORDS <= nr). */
uint64_t ml_words_run(const struct ml_words *words, size_t i);
/* The lower halves of the hashes of all runs, nr - ML_RUN_WORDS + 1 of them; whole (NULL is fine): the hashes. */
void ml_words_runs(const struct ml_words *words, uint32_t *low, uint64_t *whole);
/* The hash of the whole sequence of words [from, to). */
uint64_t ml_words_hash(const struct ml_words *words, size_t from, size_t to);

/* What a code point from U+0080 on is in a word; see words_fold.c. */
enum ml_fold_kind {
	ML_FOLD_SEPARATOR, /* ends a word */
	ML_FOLD_NOTHING,   /* zero-width, combining: as if it were not there */
	ML_FOLD_LETTER,    /* letters[0..n), lower case where the script has cases */
	ML_FOLD_IDEOGRAPH, /* a word of its own: letters[0] */
};
struct ml_fold {
	enum ml_fold_kind kind;
	unsigned n;
	uint32_t letters[3];
};
struct ml_fold ml_fold(uint32_t code);

/* The hash of a word of lower-case ASCII letters and digits as it stands in ml_word. */
uint64_t ml_word_hash(const char *word);
