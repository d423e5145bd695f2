#include "lint/base/kept.h"

struct entry {
	const void *kind, *of;
	void *thing;
};

/* A dozen or so: looked through from the front. */
struct ml_kept {
	struct ml_arena *arena, *scratch;
	struct entry *entries;
	size_t nr, cap;
};

struct ml_kept *ml_kept_new(void)
{
	struct ml_arena *arena = ml_arena_new();
	struct ml_kept *kept = ml_arena_alloc(arena, sizeof *kept);

	kept->arena = arena;
	kept->scratch = ml_arena_new();
	return kept;
}

void ml_kept_free(struct ml_kept *kept)
{
	if (!kept)
		return;
	ml_arena_free(kept->scratch);
	ml_arena_free(kept->arena);
}

struct ml_arena *ml_kept_arena(struct ml_kept *kept)
{
	return kept->arena;
}

struct ml_arena *ml_kept_scratch(struct ml_kept *kept)
{
	return kept->scratch;
}

void **ml_kept_slot(struct ml_kept *kept, const void *kind, const void *of)
{
	for (size_t i = 0; i < kept->nr; i++)
		if (kept->entries[i].kind == kind && kept->entries[i].of == of)
			return &kept->entries[i].thing;
	struct entry entry = { .kind = kind, .of = of };
	ML_PUSH(kept->arena, kept->entries, kept->nr, kept->cap, entry);
	return &kept->entries[kept->nr - 1].thing;
}
