/*
 * A sentence as tokens, for rules that speak of words and their order: words,
 * runs of Han and Kana, numbers, signs and addresses, each with its folded form.
 * Folded: lower case (ASCII, Latin, Greek, Cyrillic, full-width), curly
 * apostrophes straight, signs of any script as their ASCII like. A hyphen between
 * two words only parts them ("open-source" gives what "open source" gives).
 * Emoji and zero-width characters are left out.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/span.h"

enum ml_token_kind {
	ML_TOKEN_WORD,    /* letters, digits, inner . ' _ */
	ML_TOKEN_HAN,     /* a run of Han, Hiragana and Katakana: words are not parted yet */
	ML_TOKEN_SIGN,    /* one sign: , . : ; ? ! ( ) " < > - / | & [ ] % and ticks and crosses as they are */
	ML_TOKEN_ADDRESS, /* URL or e-mail address; folded to "url" */
};

struct ml_token {
	uint32_t at, end;         /* in the text */
	uint32_t fold, fold_end;  /* in the folded text */
	uint8_t kind;
	bool joined;  /* by a hyphen to the token before */
	bool spaced;  /* white space stands before it */
	bool capital; /* begins with an upper-case letter */
	bool mixed;   /* an upper-case letter that is not the first */
	bool digits;  /* holds a digit */
	bool letters; /* holds a letter */
};

struct ml_tokens {
	struct ml_span folded; /* tokens apart by one space */
	struct ml_token *at;
	size_t nr;
};

/* text: valid UTF-8, at most 4 GiB. Everything lives in arena. */
void ml_tokens_split(struct ml_tokens *out, struct ml_arena *arena, struct ml_span text);
/* The folded form of a phrase or word, tokens apart by one space; for tables that are compared with tokens. */
struct ml_span ml_tokens_fold(struct ml_arena *arena, struct ml_span text);
/* Whether a code point is Han, Hiragana or Katakana. */
bool ml_is_han(uint32_t c);
