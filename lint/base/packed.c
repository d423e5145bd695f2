#include "lint/base/packed.h"

#include <string.h>

struct ml_arena *ml_packed_arena(void)
{
	static struct ml_arena *arena;

	if (!arena)
		arena = ml_arena_new();
	return arena;
}

void *ml_packed_open(const struct ml_packed *packed, size_t i, const void *row, size_t size)
{
	void *open = ml_arena_raw(ml_packed_arena(), size);

	memcpy(open, row, size);
	packed->opened[i] = open;
	return open;
}

const char *const *ml_packed_list(const struct ml_packed *packed, const char *const *field, size_t nr)
{
	if (!field)
		return NULL;
	const uint32_t *texts = packed->texts + (uintptr_t)field - 1;
	const char **list = ml_arena_raw_array(ml_packed_arena(), const char *, nr);
	for (size_t i = 0; i < nr; i++)
		list[i] = texts[i] ? packed->letters + texts[i] : NULL;
	return list;
}
