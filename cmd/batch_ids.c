#include "cmd/batch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/json.h"

/* Open addressing; slots_nr is a power of two and never more than half full. */
struct batch_ids {
	struct ml_arena *arena;
	const char **slots;
	size_t slots_nr, nr;
};

static size_t slot_of(const struct batch_ids *ids, struct ml_span id)
{
	uint64_t hash = 14695981039346656037u; /* FNV-1a, 64 bits */

	for (size_t i = 0; i < id.len; i++)
		hash = (hash ^ (unsigned char)id.at[i]) * 1099511628211u;
	size_t at = (size_t)hash & (ids->slots_nr - 1);
	while (ids->slots[at] && !ml_span_is(id, ids->slots[at]))
		at = (at + 1) & (ids->slots_nr - 1);
	return at;
}

bool batch_ids_has(const struct batch_ids *ids, struct ml_span id)
{
	return ids && ids->slots[slot_of(ids, id)];
}

static void grow(struct batch_ids *ids)
{
	const char **old = ids->slots;
	size_t old_nr = ids->slots_nr;

	ids->slots_nr = old_nr ? 2 * old_nr : 1024;
	ids->slots = ml_arena_array(ids->arena, const char *, ids->slots_nr);
	for (size_t i = 0; i < old_nr; i++)
		if (old[i])
			ids->slots[slot_of(ids, ml_span_of(old[i]))] = old[i];
}

static void add(struct batch_ids *ids, struct ml_span id)
{
	if (2 * ids->nr >= ids->slots_nr)
		grow(ids);
	size_t at = slot_of(ids, id);
	if (ids->slots[at])
		return;
	ids->slots[at] = ml_arena_dup(ids->arena, id);
	ids->nr++;
}

/* A record is known by its id, a repository by its path. */
static int add_line(struct batch_ids *ids, struct ml_arena *scratch, struct ml_span line)
{
	struct ml_parsed parsed;

	ml_json_parse(scratch, line, &parsed);
	const struct ml_node *source = parsed.fault ? NULL : ml_node_get(parsed.root, "source");
	if (!source)
		return -1;
	struct ml_span id = ml_node_get_text(source, "id"), path = ml_node_get_text(source, "path");
	if (path.len || id.len)
		add(ids, path.len ? path : id);
	return 0;
}

int batch_ids_read(struct batch_ids **out, struct ml_arena *arena, const char *path, struct ml_error *err)
{
	struct batch_ids *ids = ml_arena_alloc(arena, sizeof *ids);
	struct ml_arena *scratch = ml_arena_new();
	FILE *file = fopen(path, "re");
	char *line = NULL;
	size_t cap = 0, nr = 0;
	ssize_t len;
	int bad = -1;

	ids->arena = arena;
	grow(ids);
	if (!file) {
		ml_error_set(err, errno == ENOENT ? ML_ERROR_USAGE : ML_ERROR_UNJUDGED, "cannot open '%s': %s", path, strerror(errno));
		goto done;
	}
	while ((len = getline(&line, &cap, file)) > 0 && line[len - 1] == '\n') {
		nr++;
		ml_arena_reset(scratch);
		if (add_line(ids, scratch, (struct ml_span){ line, (size_t)len - 1 }) < 0) {
			ml_error_set(err, ML_ERROR_USAGE, "%s:%zu: is no answer of mlint batch", path, nr);
			goto done;
		}
	}
	bad = ferror(file) ? ml_error_set(err, ML_ERROR_UNJUDGED, "cannot read '%s': %s", path, strerror(errno)) : 0;
	*out = ids;
done:
	if (file)
		fclose(file);
	free(line);
	ml_arena_free(scratch);
	return bad;
}
