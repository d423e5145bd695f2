/*
 * Names of licenses as normalized words: lower case, without "license",
 * "agreement", "version", "the", split between letters and digits, "2.0" is "2",
 * "GPLv3" is "gpl 3", "non-commercial" is "noncommercial". Private to lint/knowledge.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/span.h"

struct name_word {
	uint64_t hash;
	size_t from, to;
	bool dropped; /* "the", "version", … */
	bool license; /* dropped, and says that a license is spoken of */
};

/* The next word at or after *at, which moves behind it; false at the end. */
bool name_word_next(struct ml_span text, size_t *at, struct name_word *word);

static inline uint64_t name_hash_start(unsigned kind)
{
	return kind * UINT64_C(0x9e3779b97f4a7c15);
}
static inline uint64_t name_hash_add(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * UINT64_C(0xd6e8feb86659fd93);
	return hash ^ hash >> 29;
}
