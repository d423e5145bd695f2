#include "lint/source/tree_p.h"

#include <string.h>

#include "lint/source/name.h"

/*
 * The cache of the Hugging Face hub library: models--org--name/ holds blobs/ (contents by hash), refs/ and
 * snapshots/REVISION/, whose files are links into ../../blobs. datasets-- and spaces-- are laid out alike.
 */
static bool kind_prefix(struct ml_span name, struct ml_span *rest)
{
	static const char *const kinds[] = { "models--", "datasets--", "spaces--" };
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		if (!ml_span_starts(name, kinds[i]))
			continue;
		*rest = ml_span_sub(name, strlen(kinds[i]), name.len);
		return rest->len > 0;
	}
	return false;
}

/* "org--name": the first "--" parts them; a name alone is one of the hub's oldest models. */
static void take_names(struct ml_cache *cache, struct ml_arena *arena, struct ml_span id)
{
	size_t at = ml_span_find(id, "--");
	if (at == SIZE_MAX || at == 0 || at + 2 >= id.len) {
		cache->owner = NULL;
		cache->name = ml_arena_dup(arena, id);
		return;
	}
	struct ml_span name = ml_span_sub(id, at + 2, id.len);
	cache->owner = ml_arena_dup(arena, ml_span_sub(id, 0, at));
	cache->name = ml_arena_printf(arena, "%s/%.*s", cache->owner, ML_SPAN_ARG(name));
}

bool ml_cache_find(struct ml_cache *out, struct ml_arena *arena, const char *path)
{
	struct ml_span whole = ml_span_of(path), rest = whole, part, id, snapshots, revision;
	while (ml_name_next(&rest, &part)) {
		struct ml_span inside = rest;
		if (!kind_prefix(part, &id) || !ml_name_next(&rest, &snapshots) || !ml_span_is(snapshots, "snapshots") ||
		    !ml_name_next(&rest, &revision) || !revision.len)
			continue;
		out->model = ml_span_sub(whole, 0, (size_t)(part.at + part.len - whole.at));
		out->inside = inside;
		out->revision = ml_arena_dup(arena, revision);
		take_names(out, arena, id);
		return true;
	}
	return false;
}
