/*
 * The index of license texts: hashes of five-word runs, never words. Made by
 * rules/gen, committed as rules/knowledge/license-runs.idx, part of the binary.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/error.h"
#include "lint/base/span.h"

/* The bytes of the index, in place: its header is checked by ml_run_index_check, its tables are read where they lie. */
struct ml_run_index {
	struct ml_span bytes; /* aligned to 8 */
};

/* Whether the bytes are an index that this version reads: magic, version, sizes, every offset. For the build and for users' own. */
int ml_run_index_check(const struct ml_run_index *index, struct ml_error *err);
