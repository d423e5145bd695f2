/*
 * What is dear to make and depends on knowledge alone, kept for as long as a
 * run lasts: over all cards of a tree, over all trees of a range of commits,
 * over all records of a batch. Made at first use by whoever needs it.
 */
#pragma once

#include "lint/base/arena.h"

struct ml_kept;

/* Owned by the caller; without memory: ml_oom. */
struct ml_kept *ml_kept_new(void);
void ml_kept_free(struct ml_kept *kept); /* with all that it keeps; NULL is fine */
/* What is kept lives here, and refers to nothing that ends sooner. */
struct ml_arena *ml_kept_arena(struct ml_kept *kept);
/* For one piece of work at a time; whoever begins one resets it. */
struct ml_arena *ml_kept_scratch(struct ml_kept *kept);
/*
 * The place of one thing, NULL before it was put there; good until the next call.
 * kind: the address of something of whoever keeps it, so that two never meet;
 * of: the address of what it was made from, which must outlive kept.
 */
void **ml_kept_slot(struct ml_kept *kept, const void *kind, const void *of);
