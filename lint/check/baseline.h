/*
 * A baseline: findings that are known and not to be told again, by their fingerprints. A file of JSON, one finding a line, in order, so that it can be
 * kept in a repository and its changes be read.
 */
#pragma once

#include "lint/base/buf.h"
#include "lint/check/sink.h"

struct ml_baseline_entry {
	const char *fingerprint; /* 16 hex digits */
	const char *code;        /* of its rule */
	bool met;                /* some tree has it still */
};

struct ml_baseline {
	const char *path;
	struct ml_baseline_entry *entries; /* in order of fingerprint */
	size_t entries_nr;
	struct ml_suppression as;          /* what findings in it are hidden by */
};

/* Fails (usage) with file and line on what is no baseline, or one of a later format. text lives as long as the baseline. */
int ml_baseline_read(struct ml_baseline *out, struct ml_arena *arena, const char *path, struct ml_span text, struct ml_error *err);
/* The verdict with the findings of the baseline among its suppressed ones. */
struct ml_verdict *ml_baseline_apply(struct ml_baseline *baseline, struct ml_arena *arena, const struct ml_verdict *verdict);
/* How many entries of rules that are selected no tree has any more. */
size_t ml_baseline_gone(const struct ml_baseline *baseline, struct ml_rules rules, const struct ml_check_options *options);
/* Adds a baseline of the findings of the verdict, with those that baseline (may be NULL) hides. */
void ml_baseline_write(struct ml_buf *out, struct ml_arena *arena, const struct ml_verdict *verdict, const struct ml_baseline *baseline);
