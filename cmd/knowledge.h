/* What the program knows, with the files that --knowledge names. */
#pragma once

#include "cmd/options.h"
#include "lint/knowledge/knowledge.h"

/* The row of a table of options; member: a struct opt_list. */
#define OPT_KNOWLEDGE(options, member)                                                                              \
	{                                                                                                           \
		"knowledge", 0, OPT_EACH, "FILE", "also know the licenses, models and data sets of this YAML file (again for more)",      \
			offsetof(options, member)                                                                   \
	}

/*
 * *out is the built-in knowledge where files is empty, else that and what the files say, in arena. Fails (usage) where a file is not there or
 * is no knowledge, (unjudged) where it cannot be read.
 */
int cli_knowledge(const struct ml_knowledge **out, struct ml_arena *arena, const struct opt_list *files, struct ml_error *err);
