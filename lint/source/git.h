/*
 * A git repository, opened for reading what is not in the work tree: commits and the index. Its configuration is read as data
 * and its objects through libgit2; nothing of it is obeyed.
 */
#pragma once

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/base/error.h"

struct ml_git;

/*
 * The repository that path lies in, or is (bare). environment: heed the variables that git sets in hooks (GIT_DIR, GIT_INDEX_FILE,
 * GIT_OBJECT_DIRECTORY …). Fails (usage) where there is none. Lives in arena but for handles, which ml_git_close gives up.
 */
int ml_git_open(struct ml_git **out, struct ml_arena *arena, const char *path, bool environment, struct ml_error *err);
void ml_git_close(struct ml_git *git); /* NULL is fine; trees that were opened from it must be closed before */

const char *ml_git_top(const struct ml_git *git);    /* the work tree, or NULL */
const char *ml_git_folder(const struct ml_git *git); /* of this work tree */
const char *ml_git_common(const struct ml_git *git); /* of the repository: what linked work trees share */

enum ml_git_said { ML_GIT_NOBODY, ML_GIT_SYSTEM, ML_GIT_USER, ML_GIT_REPOSITORY, ML_GIT_ENVIRONMENT };
/* What hooks ask of git's configuration: of the system, the user, the repository and the environment, the last that says something. Files that these include are not read. */
struct ml_git_settings {
	bool strict;               /* mlint.strict */
	const char *config;        /* mlint.config: a configuration in the place of the repository's own, as written; or NULL */
	bool own;                  /* mlint.repositoryConfig: on a server too, what is pushed may say how it wants to be judged */
	const char *hooks;         /* core.hooksPath, as written; or NULL */
	enum ml_git_said hooks_by;
	bool includes;             /* one of them includes other files */
};
/* Texts live in the arena of git. A file that is not there, or cannot be read, says nothing. */
void ml_git_settings_read(struct ml_git_settings *out, struct ml_git *git);

/*
 * The full id of the commit that a revision names (branch, tag, id or its beginning, HEAD, @; ~N and ^N behind them), or NULL: (usage)
 * there is none of that name, (unjudged) the repository cannot be read, by its kind (SHA-256, reftable) or for missing objects.
 */
const char *ml_git_commit(struct ml_git *git, const char *revision, struct ml_error *err);
/* Whether HEAD names a commit; false before the first one. */
bool ml_git_born(struct ml_git *git);
/* The commit where the histories of two commits (full ids) parted, or NULL. */
const char *ml_git_parted(struct ml_git *git, const char *one, const char *other);
/*
 * The same for what refs name: the last commit in the history of one (a full id) that names[0..nr) (full names of refs; those that are not there
 * do not matter) or the refs below folder ("refs/remotes/origin/") have too, or NULL. Of refs below folder ML_LIMIT_TIPS are looked at.
 */
const char *ml_git_parted_from(struct ml_git *git, const char *one, const char *const *names, size_t nr, const char *folder);
/* What a look at names and ids alone tells of the next commit against HEAD. */
enum ml_staged {
	ML_STAGED_NOTHING, /* it is the same tree */
	ML_STAGED_OTHER,   /* no file with a role differs */
	ML_STAGED_ROLE,
};
/* -1 where the index or HEAD's trees cannot be read. */
int ml_git_staged(struct ml_git *git, enum ml_staged *out, struct ml_error *err);
