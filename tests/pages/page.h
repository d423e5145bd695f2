/* A rule's page as its examples: what stands in fences below "## Bad" and "## Good". */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "lint/base/arena.h"
#include "lint/base/error.h"
#include "lint/base/span.h"

struct page_file {
	struct ml_span path; /* the fence's info string */
	struct ml_span text; /* its lines, as they stand */
	size_t line;         /* of the fence, 1-based */
};

struct page_example {
	bool bad;            /* must raise the rule; else must not */
	struct ml_span name; /* of the "###" heading above it, or absent */
	struct page_file *files;
	size_t files_nr, files_cap;
};

struct page {
	struct ml_span code; /* of the front matter */
	bool off;            /* "default: off" */
	struct page_example *examples;
	size_t examples_nr, examples_cap;
	bool bad_said, good_said; /* the section has an example, or words that say why it has none */
};

/* Fails where a fence is not closed, or its path leads out of the example's folder. */
int page_read(struct page *out, struct ml_arena *arena, struct ml_span text, struct ml_error *err);
