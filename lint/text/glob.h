/* Patterns of paths as gitignore(5) has them. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "lint/base/span.h"

struct ml_glob {
	struct ml_span pattern; /* without "!", leading and trailing slash; borrowed */
	bool again;             /* "!": takes in again */
	bool folders;           /* only folders */
	bool whole;             /* against the path from the folder of the patterns, else against the name alone */
};

/* Reads one line; false where it holds no pattern: it is empty or a comment. */
bool ml_glob_read(struct ml_glob *out, struct ml_span line);
/* The wildcards: * ? [a-z] and, with whole, **. Past ML_LIMIT_GLOB_STEPS nothing matches. */
bool ml_glob_match(struct ml_span pattern, struct ml_span text, bool whole);
/* Whether the patterns, of which the last that matches decides, match a file's path or a folder that it lies in. */
bool ml_globs_match(const struct ml_glob *globs, size_t nr, struct ml_span path);
