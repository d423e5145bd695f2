#include "lint/base/repeated.h"

#include <stdlib.h>

/* Up to here comparing every pair costs less than sorting. */
#define FEW_KEYS 16

static void add(struct ml_repeated *list, struct ml_arena *arena, const struct ml_node *entry, const struct ml_node *first)
{
	struct ml_repeated_key key = { .key = entry->key, .line = entry->key_line, .first_line = first->key_line };

	ML_PUSH(arena, list->at, list->nr, list->cap, key);
}

static void add_few(struct ml_repeated *list, struct ml_arena *arena, const struct ml_node *map)
{
	for (const struct ml_node *entry = map->first; entry; entry = entry->next) {
		const struct ml_node *other = map->first;
		while (other != entry && !ml_span_eq(other->key, entry->key))
			other = other->next;
		if (other != entry)
			add(list, arena, entry, other);
	}
}

/* An entry and its place in the map, so that equal keys keep their order. */
struct placed {
	const struct ml_node *entry;
	size_t place;
};

static int by_key(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;
	int order = ml_span_cmp(x->entry->key, y->entry->key);

	return order ? order : (x->place > y->place) - (x->place < y->place);
}

static void add_many(struct ml_repeated *list, struct ml_arena *arena, const struct ml_node *map)
{
	struct placed *sorted = malloc(map->nr * sizeof *sorted);
	size_t nr = 0, first = 0;

	if (!sorted)
		ml_oom();
	ml_node_each(entry, map) {
		sorted[nr] = (struct placed){ entry, nr };
		nr++;
	}
	qsort(sorted, nr, sizeof *sorted, by_key);
	for (size_t i = 1; i < nr; i++) {
		if (ml_span_eq(sorted[i].entry->key, sorted[first].entry->key))
			add(list, arena, sorted[i].entry, sorted[first].entry);
		else
			first = i;
	}
	free(sorted);
}

void ml_repeated_add(struct ml_repeated *list, struct ml_arena *arena, const struct ml_node *map)
{
	if (map->nr <= FEW_KEYS)
		add_few(list, arena, map);
	else
		add_many(list, arena, map);
}

static int by_line(const void *a, const void *b)
{
	const struct ml_repeated_key *x = a, *y = b;

	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return ml_span_cmp(x->key, y->key);
}

void ml_repeated_finish(struct ml_repeated *list, struct ml_parsed *out)
{
	if (list->nr > 1)
		qsort(list->at, list->nr, sizeof *list->at, by_line);
	out->repeated = list->at;
	out->repeated_nr = list->nr;
}
