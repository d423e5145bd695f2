/*
 * Tables without pointers. A pointer in a constant table is relocated whenever the program starts, and its page copied, whether anybody looks
 * at the row or not; of thousands of rows a run needs a handful. So the build writes rows whose pointers are numbers (rules/gen/packed.c):
 * such a row is read by these functions, or opened, that is, copied with its pointers as they are to be.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "lint/base/arena.h"

struct ml_packed {
	const char *letters;   /* all texts, each with its NUL; of a text the field holds the offset, which is never 0 */
	const uint32_t *texts; /* of all lists: offsets of their texts, 0 for NULL; of a list the field holds 1 + where it begins */
	const void **opened;   /* by row: the open one, or NULL */
};

/* How the build writes a pointer. */
#define ML_PACKED(type, number) ((type)(uintptr_t)(number))

/* The text of a field, and so of a table that is not packed (NULL). */
static inline const char *ml_packed_text(const struct ml_packed *packed, const char *field)
{
	return packed && field ? packed->letters + (uintptr_t)field : field;
}

/* Open rows live here, until the program ends. */
ML_NEVER_NULL struct ml_arena *ml_packed_arena(void);
/* A copy of the row, kept as the open one of its number, to be given its pointers now. */
ML_NEVER_NULL void *ml_packed_open(const struct ml_packed *packed, size_t i, const void *row, size_t size);
/* nr texts of a list. NULL for none. */
const char *const *ml_packed_list(const struct ml_packed *packed, const char *const *field, size_t nr);
