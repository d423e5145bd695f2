/*
 * What the index knows of trees: its extension TREE names the tree object of every folder that has not changed since it was read
 * or written (gitformat-index(5), "Cache tree"). For lint/source alone.
 */
#pragma once

#include "lint/source/git_index.h"
#include "lint/source/git_object.h"

struct ml_known_folder {
	struct ml_index_folder folder;
	size_t next; /* the node behind this one and all below it */
};

struct ml_known {
	const struct ml_index *index;
	struct ml_known_folder *nodes; /* each folder before those below it; the first is the root */
	size_t nodes_nr;               /* 0: nothing is known */
};

/* No folder; known of nothing. */
#define ML_KNOWN_NONE SIZE_MAX

/* Reads the extension; one that is broken, or none, leaves nothing known. index outlives out. */
void ml_known_read(struct ml_known *out, struct ml_arena *arena, const struct ml_index *index);
/* The folder of that name below another. */
size_t ml_known_below(const struct ml_known *known, size_t node, struct ml_span name);
/* Whether the index has exactly that tree there. */
bool ml_known_same(const struct ml_known *known, size_t node, const struct ml_id *tree);
