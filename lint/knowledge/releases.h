/*
 * What models and data sets have in common: how sure an entry is, and the table of names by which prose calls them
 * (made by lint/knowledge/release_words.c).
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/span.h"

enum ml_known_by { ML_KNOWN_READ, ML_KNOWN_UNREAD, ML_KNOWN_INFERRED };
enum ml_confidence { ML_CONFIDENCE_HIGH, ML_CONFIDENCE_MEDIUM, ML_CONFIDENCE_LOW };
const char *ml_known_by_name(enum ml_known_by known);
const char *ml_confidence_name(enum ml_confidence confidence);

/* A name as words, by hash. */
enum ml_release_open { ML_RELEASE_CLOSED, ML_RELEASE_PARTS, ML_RELEASE_ANY };
struct ml_release_name {
	uint64_t hash;
	uint32_t exact;  /* of cased: hash of the bytes as written */
	uint16_t index;  /* into models or data sets */
	uint8_t words;
	uint8_t open;    /* what may follow: nothing, a part of its own ("Llama-2-*"), anything ("Qwen-7B*") */
	bool cased;      /* counts in prose as its owner writes it */
};

/* Bits of the hashes of all first words: nine of ten words of prose begin no name, and are told here. */
#define ML_RELEASE_HEADS 4096u
#define ML_RELEASE_LONGER 32768u
struct ml_release_heads {
	uint64_t bits[ML_RELEASE_HEADS / 64];
	uint64_t longer[ML_RELEASE_LONGER / 64]; /* the same of all first two words, first three and so on: where a name may go on */
	uint32_t starts[32 * 32]; /* bit c of [32 * a + b]: a name may begin with letters whose lowest five bits are a, b, c */
};
/* Whether a name may begin at the start of text: a look at three letters. */
static inline bool ml_release_may_begin(const struct ml_release_heads *heads, struct ml_span text)
{
	return text.len > 1 && heads->starts[(text.at[0] & 31) * 32 + (text.at[1] & 31)] >> (text.len > 2 ? text.at[2] & 31 : 0) & 1;
}
/* The same by the whole of its first word: nearly sure. */
bool ml_release_begins_word(const struct ml_release_heads *heads, struct ml_span text);
static inline bool ml_release_begins(const struct ml_release_heads *heads, struct ml_span text)
{
	return ml_release_may_begin(heads, text) && ml_release_begins_word(heads, text);
}
