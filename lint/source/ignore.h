/*
 * Which untracked files git would ignore: .gitignore of the folders on the way and info/exclude, gitignore(5).
 * The user's own core.excludesFile is not asked, so that a verdict does not depend on who runs mlint. For lint/source alone.
 */
#pragma once

#include "lint/source/tree_p.h"
#include "lint/text/glob.h"

struct ml_ignore_file {
	struct ml_span folder; /* from the top, "" for the top and for info/exclude */
	const struct ml_glob *rules;
	size_t rules_nr;
};

struct ml_ignore {
	struct ml_arena *arena;
	struct ml_root *top;          /* the work tree */
	struct ml_ignore_file *files; /* as they were needed; the first is info/exclude */
	size_t files_nr, files_cap;
	size_t rules_nr;              /* of all, against ML_LIMIT_IGNORE_LINES */
};

/* top: the work tree, borrowed. exclude: the text of info/exclude, or absent. */
void ml_ignore_init(struct ml_ignore *ignore, struct ml_root *top, struct ml_span exclude);
/* Whether the file of that path (from the top) is ignored. */
bool ml_ignored(struct ml_ignore *ignore, const char *path);
