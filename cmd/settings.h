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

/* What is known beside files that are asked about one by one. Zeroed at first; the base that they share is set by the caller. */
struct settings_beside {
	const struct ml_knowledge *base;
	const struct ml_knowledge *knowledge; /* of the file asked about last */
	const char *folder;                   /* whose configuration was read last, or NULL */
	const struct ml_knowledge *read;      /* what that gave */
};
/*
 * near->knowledge is what a scan of the file's folder would know: base, and the files of knowledge that the nearest configuration names, from
 * the folder up to the top of its repository; of standard input ("-") base. One configuration is read once. Fails as settings_of_tree does.
 */
int settings_beside(struct settings_beside *near, struct ml_arena *arena, const char *path, struct ml_error *err);
