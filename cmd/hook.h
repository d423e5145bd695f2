/* The hooks of git that mlint knows. */
#pragma once

#include "cmd/cli.h"
#include "lint/source/git.h"

enum hook_kind { HOOK_PRE_COMMIT, HOOK_PRE_PUSH, HOOK_PRE_RECEIVE, HOOK_UPDATE, HOOK_KINDS };

struct hook {
	const char *name;
	const char *script; /* of hooks/ */
	bool server;	    /* what cannot be judged is refused */
};
extern const struct hook hooks[HOOK_KINDS];

/* Each returns an exit status. kinds: which are asked for. */
int hook_install(struct ml_git *git, const bool *kinds);
int hook_uninstall(struct ml_git *git, const bool *kinds);
int hook_status(struct ml_git *git, const bool *kinds);
/* args: what git gave to the hook; of a pre-commit the names of files, where a framework gives them. */
int hook_run(enum hook_kind kind, const struct opt_list *args);
