/* The words at a place of the repository, for fingerprints and code frames. */
#pragma once

#include "lint/base/arena.h"
#include "lint/source/tree.h"

/* The bytes of the place's first line without its end; absent for a whole file, and where the file has no text. */
struct ml_span ml_place_line(struct ml_arena *arena, const struct ml_where *where);
/* The bytes from start to end of the place; whole lines where it has no columns. Absent likewise. */
struct ml_span ml_place_text(struct ml_arena *arena, const struct ml_where *where);
