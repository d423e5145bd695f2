/*
 * A user's own licenses, models and data sets beside those that mlint knows: the same YAML, the same
 * loader, the same checks as rules/knowledge/licenses, models and datasets. Nothing of it runs where
 * no such file is given.
 */
#pragma once

#include "lint/base/arena.h"
#include "lint/base/error.h"
#include "lint/knowledge/knowledge.h"

struct ml_knowledge_file {
	const char *path;    /* for messages */
	struct ml_span text; /* UTF-8 */
};

/*
 * *out is base with the licenses of the files: names looked up, texts recognized, ids in order. Everything lives in arena; base must live as
 * long. Fails (usage) with file and line on what the loader refuses, on an id, a name or an address that another license has, and
 * on a text that is known already; of models and data sets on one that is known, and on a license that is not.
 */
int ml_knowledge_add(struct ml_knowledge *out, struct ml_arena *arena, const struct ml_knowledge *base,
		     const struct ml_knowledge_file *files, size_t files_nr, struct ml_error *err);
