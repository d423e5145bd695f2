/* The configuration of a tree: from the scanned folder upward to the top of its repository, read from where the tree comes from. */
#pragma once

#include "lint/check/config.h"
#include "lint/knowledge/user.h"

/* What was found of a tree's own configuration, as bytes. */
struct ml_config_found {
	const struct ml_file *file; /* NULL: there is none */
	const struct ml_file *here; /* the same as a file of the scanned tree; NULL where it stands above that */
	const char *folder;         /* that holds it, from the top of the repository: "" or "models" */
	const char *below;          /* the scanned root from there: "heron/", or NULL */
};

/*
 * The nearest ML_CONFIG_NAME. A snapshot of a cache has none of its own: it is somebody else's. Fails (usage) where one is there that cannot be read as
 * text: a link out of the repository, a FIFO, one that is too large.
 */
int ml_config_find(struct ml_config_found *out, struct ml_tree *tree, struct ml_arena *arena, struct ml_error *err);
/*
 * Reads the files of knowledge that it names, which count from its folder and never lie outside of the repository. *out has
 * config->knowledge_nr entries. Fails (usage) with the line that names one.
 */
int ml_config_knowledge(struct ml_knowledge_file **out, const struct ml_config *config, const struct ml_config_found *found,
			struct ml_tree *tree, struct ml_arena *arena, struct ml_error *err);
/*
 * Takes the files that "paths" and "exclude" leave out for not the repository's own. Fails (unjudged) where too many patterns meet too many files.
 */
int ml_config_mark(const struct ml_config *config, const char *below, struct ml_tree *tree, struct ml_arena *arena, struct ml_error *err);
