/*
 * Suppressions: words of a scanned file or of the configuration that hide findings. In a file they reach their own line, where something else
 * stands on it, else the next line that is not blank; with "ignore-file" the whole file.
 */
#pragma once

#include "lint/check/sink_p.h"

/* Where a suppression counts. */
struct ml_reach {
	const struct ml_file *file;   /* one written in a file: that file */
	uint32_t from, to;            /* its lines; 0: the whole file */
	const struct ml_globs *paths; /* of the configuration; NULL: everywhere */
};

struct ml_suppressed {
	struct ml_suppression *at;
	struct ml_reach *reach; /* one for each */
	size_t nr, cap, reach_nr, reach_cap;
	size_t tests;           /* of globs, against ML_LIMIT_SETTINGS_TESTS */
	bool full;              /* ML_LIMIT_SUPPRESSIONS was reached */
};

/* suppress_read.c: those that stand in the files of the tree that were read. */
void ml_suppressions_read(struct ml_suppressed *out, struct ml_arena *arena, const struct ml_tree *tree, struct ml_rules rules);
/* Those of the configuration. */
void ml_suppressions_configured(struct ml_suppressed *out, struct ml_arena *arena, const struct ml_tree *tree, const struct ml_check_options *options);
/* Takes the findings that are suppressed out of found, and adds them to hidden. Fails (unjudged) where too many globs had to be tried. */
int ml_suppress(struct ml_suppressed *list, struct ml_findings *found, struct ml_findings *hidden, const struct ml_check_options *options,
		struct ml_error *err);
