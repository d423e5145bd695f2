/* Character references of HTML: the named ones that texts hold in practice, and numeric ones. */
#pragma once

#include <stddef.h>

#include "lint/base/arena.h"
#include "lint/base/span.h"

/*
 * Reads the reference at the front of text ("&" first) into out as UTF-8 of *out_len bytes, 1..4.
 * Returns the bytes it takes in text, or 0 where there is none that is known. Spaces that do not
 * break (nbsp and its like) become plain ones: to a reader, and to a pattern, they are words' borders.
 */
size_t ml_entity_get(struct ml_span text, char out[4], size_t *out_len);
/* text with its references resolved, in the arena; text itself where it holds none. */
struct ml_span ml_entity_resolve(struct ml_arena *arena, struct ml_span text);
