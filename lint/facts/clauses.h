/*
 * The clause engine: which terms a text states, in words, whatever license it
 * is. Patterns are data (rules/knowledge/terms.yml); a clause is looked at only
 * where one of its trigger words occurs.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/facts/facts.h"
#include "lint/knowledge/knowledge.h"
#include "lint/text/pattern.h"

#define ML_CLAUSE_HITS_PER_TERM 8u /* places kept of one term in one text */

/* A clause found, with its place in the text that was read. */
struct ml_clause_hit {
	enum ml_term_id term;
	const struct ml_clause *clause;
	const char *value;   /* or NULL */
	const char *section; /* number of its section ("3.2") or NULL */
	size_t from, to;     /* bytes of the text */
	bool duty;           /* as in ml_term_fact */
};

struct ml_clause_hits {
	struct ml_clause_hit *at; /* in order of term, then of clause in terms.yml (the plainest first), then of place */
	size_t nr;
	bool cut;                 /* ML_LIMIT_TERMS_PER_FILE or ML_LIMIT_CLAUSE_BYTES was reached */
};

/* Reads any number of texts, one at a time; keeps the prefilter between them. */
struct ml_clause_reader;
/* where: ML_CLAUSE_LICENSE, ML_CLAUSE_PROSE or ML_CLAUSE_BELOW. One of each is kept with the patterns, and ends with them; knowledge must outlive them. */
struct ml_clause_reader *ml_clause_reader_of(const struct ml_knowledge *knowledge, struct ml_patterns *patterns, unsigned where);

/* The clauses of a text (valid UTF-8). Hits live in arena. */
void ml_clauses_find(struct ml_clause_hits *out, struct ml_clause_reader *reader, struct ml_arena *arena, struct ml_span text);

/*
 * The terms that one sentence of prose states ("weights are for research only"), with a reader of ML_CLAUSE_PROSE or ML_CLAUSE_BELOW:
 * must, required, only, not allowed; never an offer, advice or a description. At most one fact a term; where is not set.
 * Returns how many there are.
 */
size_t ml_terms_of_sentence(struct ml_term_fact **out, struct ml_clause_reader *reader, struct ml_arena *arena, struct ml_span sentence);
