/* A repository's configuration read as data: nothing in it is obeyed, no file that it includes is opened. For lint/source alone. */
#pragma once

#include "lint/base/arena.h"
#include "lint/base/span.h"

struct ml_git_config {
	const char *remote; /* URL of remote "origin", or of the only one, without user, password and query; or NULL */
	bool sha256;        /* extensions.objectFormat */
	bool reftable;      /* extensions.refStorage: refs are not files */
	bool strict;        /* mlint.strict */
	bool strict_set;    /* it says one or the other */
	const char *hooks;  /* core.hooksPath, as it is written; or NULL */
	const char *config; /* mlint.config, as it is written; or NULL */
	bool own;           /* mlint.repositoryConfig */
	bool own_set;
	bool includes;      /* other files, which are not read */
};
/* What a text of that form sets, all else of *out cleared; its texts live in arena. Lines that cannot be read say nothing. */
void ml_git_config_read(struct ml_git_config *out, struct ml_arena *arena, struct ml_span text);
/* The file "config" of a git folder; one that cannot be read says nothing. */
void ml_git_config_of(struct ml_git_config *out, struct ml_arena *arena, const char *folder);
void ml_git_config_file(struct ml_git_config *out, struct ml_arena *arena, const char *path);
/* A URL without what may be secret: "https://user:token@host/path?key=1#x" is "https://host/path". */
const char *ml_git_public_url(struct ml_arena *arena, struct ml_span url);
