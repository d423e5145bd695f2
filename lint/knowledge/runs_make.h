/* Makes a run index of texts: of all of them at build time, of a user's besides those that are known already at run time. */
#pragma once

#include "lint/base/buf.h"
#include "lint/base/error.h"
#include "lint/knowledge/known_text.h"

#define ML_RUNS_BYTES_MAX (16u << 20)

/*
 * Adds to out the index (lint/knowledge/runs.h) that holds what base holds, and texts behind it in the order given. base: NULL for none.
 * Fails where there are more texts, or sets of texts, than the format can number. arena: scratch.
 */
int ml_runs_make(struct ml_buf *out, struct ml_arena *arena, const struct ml_run_index *base, struct ml_known_text *const *texts,
		 size_t texts_nr, struct ml_error *err);
