/* Objects of git as bytes: ids, the entries of trees, the head of commits and tags. For lint/source alone. */
#pragma once

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/base/span.h"

#define ML_ID_BYTES 20
#define ML_ID_HEX 40

/* As in pack files. */
enum ml_object { ML_OBJECT_COMMIT = 1, ML_OBJECT_TREE, ML_OBJECT_BLOB, ML_OBJECT_TAG };

struct ml_id {
	unsigned char at[ML_ID_BYTES];
};

bool ml_id_read(struct ml_id *out, struct ml_span hex); /* 40 hex digits */
void ml_id_hex(char out[ML_ID_HEX + 1], const struct ml_id *id);
bool ml_id_same(const struct ml_id *a, const struct ml_id *b);

/* Kinds of entries, in their modes and in those of the index. */
enum { ML_MODE_KIND = 0170000, ML_MODE_LINK = 0120000, ML_MODE_SUBMODULE = 0160000, ML_MODE_FOLDER = 0040000 };

struct ml_tree_entry {
	unsigned mode;
	struct ml_span name;
	struct ml_id id;
};
/* The next entry of a tree object: 1, 0 at its end, -1 where it makes no sense. */
int ml_tree_entry_next(struct ml_span *rest, struct ml_tree_entry *out);

/* The id behind the first line of that key in a commit or tag ("tree", "parent", "object"): the nth of them, from 0. */
bool ml_object_field(struct ml_span object, const char *key, size_t nth, struct ml_id *out);
/* The word behind a key ("type" of a tag), or the absent span. */
struct ml_span ml_object_word(struct ml_span object, const char *key, size_t nth);
