/*
 * The objects of a repository, read through libgit2, which is handed nothing but the folders that hold them: no configuration,
 * no include.path, no refs. Each path is looked at before libgit2 opens it, for a FIFO in its place would make it wait for ever.
 * For lint/source alone.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "lint/source/git_object.h"
#include "lint/source/git_place.h"

struct ml_store;

/* Nothing is read yet. Fails (unjudged) where there are no objects, or something that is no file stands where one is opened. */
int ml_store_open(struct ml_store **out, struct ml_arena *arena, const struct ml_git_place *place, struct ml_error *err);
void ml_store_close(struct ml_store *store); /* NULL is fine */

/* Kind and size, without the bytes. Fails (unjudged) where the object is missing or broken. */
int ml_store_look(struct ml_store *store, const struct ml_id *id, enum ml_object *kind, uint64_t *size, struct ml_error *err);
/* The bytes, in arena; at most ML_LIMIT_OBJECT_BYTES. kind: what it must be. */
int ml_store_read(struct ml_store *store, struct ml_span *out, struct ml_arena *arena, const struct ml_id *id,
		  enum ml_object kind, struct ml_error *err);
/* The one object whose id begins with these hex digits (4 to 39). Fails (usage) where there is none, or several. */
int ml_store_expand(struct ml_store *store, struct ml_id *out, struct ml_span hex, struct ml_error *err);
