/*
 * The words that clauses are looked for by, as one tree: a text is read once and
 * all of them are found. The tables of the built-in knowledge are made at build
 * time (rules/gen), those of other knowledge when they are first needed.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/knowledge/knowledge.h"

/* A word of some clause, where it stands in the text. */
struct ml_word_hit {
	uint32_t at, end;
	uint32_t word;
};

/* Of one clause: which words may stand before, behind and beside its triggers. Offsets + 1 of bit sets; 0: nothing is asked. */
struct ml_clause_words {
	uint32_t before, after, also;
};

/* A branch of the tree: shared beginnings stand once. Numbers of branches and words count from 1; 0: none. */
struct ml_word_branch {
	uint32_t label, len;     /* in the letters */
	uint32_t child, sibling;
	uint32_t word;           /* that ends behind the label */
	uint32_t closed;         /* the one of the same letters that asks for the end of a word */
};

#define ML_WORD_ROOTS 1024

struct ml_word_index {
	uint32_t words_nr, branches_nr, letters_nr, sets_nr, clauses_nr, triggered_nr;
	const char *letters;
	const struct ml_word_branch *branches; /* the first is unused */
	const uint64_t *sets;                  /* each as long as ml_word_set_size says */
	const struct ml_clause_words *clauses;
	/* The clauses that a word triggers: triggered[first[word]] up to triggered[first[word + 1]]. */
	const uint32_t *first, *triggered;
	const uint32_t *roots; /* ML_WORD_ROOTS of them: chains by the first two bytes: ml_word_root */
};

/* Indexes the clauses whose where meets the given one. Lives in arena; scratch is for the making alone. */
const struct ml_word_index *ml_word_index_new(struct ml_arena *arena, struct ml_arena *scratch, const struct ml_clause *clauses,
					      size_t clauses_nr, unsigned where);
/* All words that stand in the text, in order. A word of letters counts at the start of a word only. Returns how many. */
size_t ml_word_index_find(const struct ml_word_hit **out, struct ml_arena *arena, const struct ml_word_index *index, struct ml_span text);

static inline size_t ml_word_root(char first, char second)
{
	return ((size_t)first & 31) << 5 | ((size_t)second & 31);
}

static inline size_t ml_word_set_size(const struct ml_word_index *index)
{
	return (index->words_nr + 63) / 64;
}

static inline bool ml_word_in(const uint64_t *set, uint32_t word)
{
	return set[word / 64] >> (word % 64) & 1;
}
