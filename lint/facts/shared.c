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

const struct ml_scan *ml_shared_scan_of(const struct ml_facts *facts, enum ml_shared_scan kind, struct ml_arena *arena,
					const char *const *words, size_t words_nr)
{
	struct ml_shared *shared = facts->shared;

	if (!shared)
		return ml_scan_new(arena, words, words_nr);
	if (!shared->scans[kind])
		shared->scans[kind] = ml_scan_new(shared->arena, words, words_nr);
	return shared->scans[kind];
}
