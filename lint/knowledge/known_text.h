/*
 * A license text as the run index knows it: pieces between its fill-ins, runs,
 * and where it says each term. Made of a text here, by rules/gen for all known
 * ones and by "mlint identify --as-knowledge" for a user's; lint/knowledge/runs_make.h makes an index of them.
 */
#pragma once

#include "lint/base/arena.h"
#include "lint/knowledge/runs.h"
#include "lint/text/words.h"

/* Where a text says a term: a few of the runs of its words. */
struct ml_known_clause {
	const char *term;
	uint32_t *hashes; /* lower halves of run hashes */
	size_t hashes_nr, words;
};

struct ml_known_text {
	const char **ids; /* the plainest first */
	size_t ids_nr, ids_cap;
	struct ml_span source; /* the text, where it is kept; else absent */
	uint64_t hash;         /* of all words but fill-ins */
	size_t words_nr;       /* without fill-ins */
	uint64_t *runs;        /* distinct, ascending; of a text that was loaded only the upper halves */
	size_t runs_nr;
	size_t core;           /* of them in no optional piece */
	struct ml_run_piece *pieces;
	size_t pieces_nr, pieces_cap;
	struct ml_known_clause *clauses;
	size_t clauses_nr, clauses_cap;
};

/* The words of a text that is to be known; fill-ins are blanks that a user of the text writes into. */
struct ml_known_words {
	struct ml_words words;  /* without fill-ins */
	bool *breaks;           /* words.nr + 1: a fill-in, or a copyright notice, stands before word i */
	size_t title, appendix; /* words before the text proper; first word behind it (words.nr without one) */
};
void ml_known_split(struct ml_known_words *out, struct ml_arena *arena, struct ml_span text);
/* Pieces and runs of the words; no ids, no clauses, no source. runs_nr is 0 where the text is shorter than a run. */
void ml_known_text_make(struct ml_known_text *out, struct ml_arena *arena, const struct ml_known_words *words);
/* Order of numbers, for qsort over runs (uint64_t). */
int ml_known_run_cmp(const void *a, const void *b);
/* Says that words [from, to) state the term (borrowed); nothing where they are fewer than a run. */
void ml_known_clause_add(struct ml_known_text *text, struct ml_arena *arena, const struct ml_known_words *words, const char *term,
			 size_t from, size_t to);
