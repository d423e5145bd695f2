/* From the edits of findings to new bytes of files. Writes nothing. */
#pragma once

#include "lint/check/sink.h"

/* A file as fixes leave it. */
struct ml_patch {
	const char *path;            /* from the scanned root */
	bool added;                  /* a new file; before is empty */
	struct ml_span before, after; /* bytes */
};

/* What was done so far, over several rounds; everything lives in arena. */
struct ml_fixed {
	struct ml_arena *arena;
	struct ml_patch *patches; /* one a file, in order of path */
	size_t patches_nr, patches_cap;
	const char **done;        /* fingerprints of the findings whose fixes were made */
	size_t done_nr, done_cap;
};

/*
 * Makes the fixes of a verdict's findings in their order; offered: also those that are a matter of taste. Of two that touch the same bytes,
 * or the same place, the first is made: the other comes in the next round, on facts of the new bytes. No finding is fixed twice. Returns how
 * many were made; facts are those of a tree that holds the patches so far (ml_tree_put).
 */
size_t ml_fix_round(struct ml_fixed *fixed, const struct ml_verdict *verdict, bool offered);
