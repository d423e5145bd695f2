/* Shared by words.c and what it asks: words_notice.c and words_spelling.c. */
#pragma once

#include "lint/text/words.h"

#define WORD_LETTERS_MAX 20 /* longer words have no other spelling */
#define WORD_MARKS_MAX 24   /* bytes of comment signs, quotes and bullets that a line may begin with */

/* Whether a text goes on at that offset with those lower-case words, in any case. */
static inline bool word_starts(struct ml_span text, size_t at, const char *lower)
{
	return ml_span_starts_nocase(ml_span_sub(text, at, text.len), lower);
}

/* Whether the line at that offset starts, behind the marks of comments, quotes and lists, with a copyright notice: *from gets the offset
 * behind signs and years, whether it does or not. */
bool word_notice(struct ml_span text, size_t at, size_t *from);

/* The spelling that counts of a word of letters and digits, or NULL: its own. The first is an ASCII letter; case is ignored. */
const char *word_spelling(const char *letters, size_t len);
/* Of each first letter, a bit for each length (below 32) of words with another spelling. lengths: all 0. */
void word_spelling_lengths(uint32_t lengths[26]);
