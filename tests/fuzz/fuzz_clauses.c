#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/memory.h"

#include <stdlib.h>

#include "lint/facts/clauses.h"

static void hold(const struct ml_clause_hits *hits, struct ml_span text)
{
	for (size_t i = 0; i < hits->nr; i++)
		if (hits->at[i].from > hits->at[i].to || hits->at[i].to > text.len)
			abort();
}

/* The terms that a text states: as a license, and as prose. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static struct ml_clause_reader *license, *prose;
	struct ml_clause_hits hits = { 0 };
	struct ml_term_fact *terms;
	struct fuzz_memory m;
	if (!license) {
		license = ml_clause_reader_of(&ml_builtin_knowledge, fuzz_patterns(), ML_CLAUSE_LICENSE);
		prose = ml_clause_reader_of(&ml_builtin_knowledge, fuzz_patterns(), ML_CLAUSE_PROSE);
	}
	fuzz_open(&m);
	struct ml_span text = fuzz_file(&m, "LICENSE", (struct ml_span){ (const char *)bytes, len })->text;
	if (text.at) {
		ml_clauses_find(&hits, license, m.arena, text);
		hold(&hits, text);
		ml_clauses_find(&hits, prose, m.arena, text);
		hold(&hits, text);
		ml_terms_of_sentence(&terms, prose, m.arena, text);
	}
	fuzz_close(&m);
	return 0;
}
