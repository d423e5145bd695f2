/*
 * The values of terms, read from the words of a clause: "700000000 MAU", "EU,UK,KR", "Built with Llama". The words for currencies,
 * counts and regions stand in rules/knowledge/lists/values.yml.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/span.h"
#include "lint/knowledge/knowledge.h"
#include "lint/text/pattern.h"

/*
 * kind, as terms.yml writes it:
 *   text:WORDS  those words
 *   threshold   counts and sums with their units: "100000000 MAU or 20000000 USD revenue/month"; "fill-in" for a blank
 *   regions     codes in the order of the text: "EU,UK,KR"; " (multimodal)" behind them where only such models are meant
 *   phrase      the quoted words of the match, " / " between several; group 1 where nothing is quoted
 *   prefix      "model name starts NAME", the quoted word or group 1
 * Threshold reads the whole sentence, not the match alone.
 * sentence: what the pattern was matched against; match: where. NULL where kind is NULL or nothing is there to read.
 */
const char *ml_clause_value(struct ml_arena *arena, const struct ml_knowledge *knowledge, const char *kind, struct ml_span sentence,
			    const struct ml_match *match);

/* Whether words without a value of that kind do not say the term at all: a threshold needs its number. */
bool ml_clause_needs_value(const char *kind);

/* A number in words or digits: "700 million", "1,000,000", "one hundred million", Chinese numerals. */
struct ml_number {
	size_t from, to; /* offsets in the text */
	uint64_t value;
};
/* The next number at or after *at, which moves behind it; false at the end. Numbers too large for 64 bits are passed over. */
bool ml_number_next(struct ml_span text, size_t *at, struct ml_number *number);
