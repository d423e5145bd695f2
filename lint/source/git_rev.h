/* Names of commits: refs, ids, and the ways from one commit to another (~ and ^). For lint/source alone. */
#pragma once

#include "lint/source/git_store.h"

/* The id of a ref by its full name ("HEAD", "refs/heads/main"), symbolic ones followed; NULL where it has none. May be a SHA-256 one. */
const char *ml_git_ref(struct ml_arena *arena, const struct ml_git_place *place, struct ml_span name);
/*
 * The commit that a revision names: HEAD, @, an id or its beginning, a branch, tag or remote branch, each with ~N, ^N, ^{} and
 * ^{commit} behind it. Fails (usage) where there is none of that name, (unjudged) where objects are missing.
 */
int ml_git_resolve(struct ml_id *out, struct ml_arena *arena, const struct ml_git_place *place, struct ml_store *store,
		   const char *revision, struct ml_error *err);
/*
 * Where the history of a commit parted from those of others, by dates as git walks them: 1 and *out, 0 for nowhere (or further back than is
 * walked).
 */
int ml_git_base(struct ml_id *out, struct ml_arena *arena, struct ml_store *store, const struct ml_id *one,
		const struct ml_id *others, size_t others_nr);
