/* What license files held before: history, walked back from a commit. */
#pragma once

#include "lint/source/git.h"
#include "lint/base/span.h"

/* A commit that changed a license file of the top folder; texts live in the arena. */
struct ml_past {
	const char *path;
	const char *commit;          /* full id */
	struct ml_span before, after; /* bytes */
};

/*
 * The changes along first parents, the latest first: at most ML_LIMIT_PAST_COMMITS commits and ML_LIMIT_PAST_CHANGES changes. *cut: history goes on
 * behind what was walked (a limit, a shallow clone). revision: full id or name. Fails (usage, unjudged) as ml_git_commit does.
 */
int ml_git_past(struct ml_past **out, size_t *nr, bool *cut, struct ml_arena *arena, struct ml_git *git, const char *revision,
		struct ml_error *err);
