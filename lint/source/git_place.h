/*
 * Where a repository keeps what: its work tree, its folder, its index and its objects. Found from a path upward or, where git
 * started us and says so, in the environment. Nothing is obeyed on the way (no include, no core.worktree), and no owner is checked
 * (git's safe.directory): who owns a repository matters where its configuration runs programs. For lint/source alone.
 */
#pragma once

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/base/error.h"
#include "lint/base/span.h"

struct ml_git_place {
	const char *top;     /* absolute path of the work tree; NULL for a bare repository */
	const char *prefix;  /* the scanned folder below top, with "/" at its end, or "" */
	const char *git;     /* of this work tree's git folder */
	const char *common;  /* of the repository (the same but for linked work trees) */
	const char *index;   /* the index file; need not exist */
	const char *objects; /* the folder of objects */
	const char *more;    /* further folders of objects, ":" between them, or NULL: alternates of the environment and the quarantine of a push */
};

/*
 * Where path (absolute) lies: 1, or 0 for in no repository. environment: heed GIT_DIR, GIT_WORK_TREE, GIT_COMMON_DIR,
 * GIT_INDEX_FILE, GIT_OBJECT_DIRECTORY, GIT_ALTERNATE_OBJECT_DIRECTORIES and GIT_QUARANTINE_PATH as git sets them in a hook.
 */
int ml_git_find(struct ml_git_place *out, struct ml_arena *arena, const char *path, bool environment);
/* A variable of the environment; NULL where it is not set, or empty. */
const char *ml_git_variable(const char *name);
/* The first line of a small file of git's, or the absent span. */
struct ml_span ml_git_line(struct ml_arena *arena, const char *folder, const char *name);
