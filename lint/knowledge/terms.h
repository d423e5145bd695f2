/* Terms and clause patterns: the loader of terms.yml, used at build time and for users' files. */
#pragma once

#include "lint/base/arena.h"
#include "lint/base/error.h"
#include "lint/base/node.h"
#include "lint/knowledge/knowledge.h"

struct ml_terms_loaded {
	struct ml_term_info *terms; /* ML_TERM_NR of them */
	struct ml_clause *clauses;
	size_t clauses_nr;
};
/* Fails with file and line on unknown keys, a term that terms.def lacks, a term without entry, a missing source, a bad pattern. */
int ml_terms_load(struct ml_terms_loaded *out, struct ml_arena *arena, const char *path, const struct ml_node *root,
		  struct ml_error *err);
