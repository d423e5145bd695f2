/* What the refs of one kind name. For lint/source alone. */
#pragma once

#include "lint/source/git_object.h"
#include "lint/source/git_place.h"

/*
 * The ids in the refs below folder ("refs/remotes/origin/"), in files of their own and in packed-refs, by order of their names; at most
 * ML_LIMIT_TIPS. Symbolic refs are left out: what they name has a ref itself. In arena.
 */
const struct ml_id *ml_git_tips(size_t *nr, struct ml_arena *arena, const struct ml_git_place *place, const char *folder);
