/* The words that clauses are looked for by: one scan of a text finds all of them. */
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

/* Of one clause: which words may stand before, behind and beside its triggers; NULL where any may. Bit sets over words. */
struct ml_clause_words {
	const uint64_t *before, *after, *also;
};

/* A branch of the tree of words: shared beginnings stand once. Numbers of branches and words count from 1; 0: none. */
struct ml_word_branch {
	const char *label;
	uint32_t len;
	uint32_t child, sibling;
	uint32_t word;   /* that ends behind the label */
	uint32_t closed; /* the one of the same letters that asks for the end of a word */
};

struct ml_word_index {
	size_t words_nr;
	const struct ml_clause_words *clauses; /* as many as the knowledge has */
	/* The clauses that a word triggers: triggered[first[word]] up to triggered[first[word + 1]]. */
	const uint32_t *first, *triggered;
	struct ml_word_branch *branches; /* the first is unused */
	size_t branches_nr, branches_cap;
	uint32_t roots[256];             /* by the first byte */
};

/* Indexes the clauses whose where meets the given one. Lives in arena; scratch is for the making alone. */
struct ml_word_index *ml_word_index_new(struct ml_arena *arena, struct ml_arena *scratch, const struct ml_knowledge *knowledge,
					unsigned where);
/* All words that stand in the text, in order. A word of letters counts at the start of a word only. Returns how many. */
size_t ml_word_index_find(const struct ml_word_hit **out, struct ml_arena *arena, const struct ml_word_index *index, struct ml_span text);

static inline bool ml_word_in(const uint64_t *set, uint32_t word)
{
	return set[word / 64] >> (word % 64) & 1;
}
