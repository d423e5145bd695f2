#include "lint/facts/shared.h"

struct ml_shared *ml_shared_new(struct ml_arena *arena)
{
	struct ml_shared *shared = ml_arena_alloc(arena, sizeof *shared);

	shared->arena = arena;
	shared->scratch = ml_arena_new();
	return shared;
}

void ml_shared_release(struct ml_shared *shared)
{
	ml_arena_free(shared->scratch);
	shared->scratch = NULL;
	for (size_t i = 0; i < ML_SHARED_SENTENCES; i++) {
		ml_arena_free(shared->sentence_arenas[i]);
		shared->sentence_arenas[i] = NULL;
		shared->sentences[i] = NULL;
	}
}

struct ml_arena *ml_shared_scratch(const struct ml_facts *facts)
{
	return facts->shared ? facts->shared->scratch : ml_arena_new();
}

void ml_shared_scratch_done(const struct ml_facts *facts, struct ml_arena *scratch)
{
	if (facts->shared)
		ml_arena_reset(scratch);
	else
		ml_arena_free(scratch);
}

const struct ml_scan *ml_shared_scan(const struct ml_facts *facts, const struct ml_scan *made, const char *const *words, size_t words_nr)
{
	return made ? made : ml_scan_kept(ml_patterns_kept(facts->patterns), facts->arena, words, words_nr);
}
