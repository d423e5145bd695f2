#include "lint/source/git_known.h"

#include <string.h>

#include "lint/base/limits.h"

#define FOLDERS_DEEP 2048 /* a path of 4,096 bytes has no more; of a deeper index nothing is known */

/* Reads the nodes in their order; the pile holds those whose folders below are still to come. */
void ml_known_read(struct ml_known *out, struct ml_arena *arena, const struct ml_index *index)
{
	struct {
		size_t node, left;
	} pile[FOLDERS_DEEP];
	size_t at = 0, depth = 0, cap = 0;
	*out = (struct ml_known){ .index = index };
	do {
		struct ml_known_folder node = { .next = 0 };
		if (depth == FOLDERS_DEEP || out->nodes_nr == ML_LIMIT_FILES ||
		    !ml_index_folder_next(index->trees, &at, ML_ID_BYTES, &node.folder)) {
			out->nodes_nr = 0;
			return;
		}
		ML_PUSH(arena, out->nodes, out->nodes_nr, cap, node);
		pile[depth].node = out->nodes_nr - 1;
		pile[depth++].left = node.folder.below_nr;
		while (depth && !pile[depth - 1].left)
			out->nodes[pile[--depth].node].next = out->nodes_nr;
		if (depth)
			pile[depth - 1].left--;
	} while (depth);
}

size_t ml_known_below(const struct ml_known *known, size_t node, struct ml_span name)
{
	if (node >= known->nodes_nr)
		return ML_KNOWN_NONE;
	size_t at = node + 1;
	for (size_t i = 0; i < known->nodes[node].folder.below_nr && at < known->nodes[node].next; i++) {
		if (ml_span_eq(known->nodes[at].folder.name, name))
			return at;
		at = known->nodes[at].next;
	}
	return ML_KNOWN_NONE;
}

bool ml_known_same(const struct ml_known *known, size_t node, const struct ml_id *tree)
{
	const unsigned char *id = node < known->nodes_nr ? known->nodes[node].folder.id : NULL;
	return id && !memcmp(id, tree->at, ML_ID_BYTES);
}
