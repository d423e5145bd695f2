/* Which configuration a tree is judged by, with the files of knowledge that it names. */
#pragma once

#include "lint/check/config_tree.h"

struct settings {
	struct ml_config config;
	const struct ml_knowledge *knowledge;
	struct ml_span text;                   /* what it was made from, to know it again */
	const struct ml_knowledge_file *files;
};

/* Of a file that the user names: its files of knowledge stand beside it, or wherever it says. Fails (usage) as --knowledge does. */
int settings_of_file(const struct settings **out, struct ml_arena *arena, const char *path, const struct ml_knowledge *base, struct ml_error *err);
/*
 * The tree's own: *out is NULL where it has none, and last where that was made from the same bytes. Nothing outside of the repository is read.
 */
int settings_of_tree(const struct settings **out, struct ml_config_found *found, struct ml_arena *arena, struct ml_tree *tree,
		     const struct ml_knowledge *base, const struct settings *last, struct ml_error *err);
