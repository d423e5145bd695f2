/* One file by itself, or standard input, as the tree of one file that identify and claims ask about. */
#pragma once

#include "lint/source/tree.h"

/*
 * Reads path ("-": standard input) with the role given, whatever its name. Everything lives in arena. Fails (usage) where there is no such
 * file, (unjudged) where it cannot be read, is a folder or a device, or is longer than ML_LIMIT_FILE_BYTES.
 */
int single_read(struct ml_tree **out, struct ml_arena *arena, const char *path, enum ml_role role,
		struct ml_error *err);
