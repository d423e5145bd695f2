/* What the loaders of models and data sets share: entries of YAML by a table of keys. Private to lint/knowledge. */
#pragma once

#include <stddef.h>

#include "lint/base/arena.h"
#include "lint/base/error.h"
#include "lint/base/node.h"

enum release_kind {
	RELEASE_TEXT,   /* const char * */
	RELEASE_NAMES,  /* const char *const *, and behind it its size_t count */
	RELEASE_CHOICE, /* an enum, by its names in order */
	RELEASE_FLAG,   /* bool */
};
struct release_key {
	const char *key;
	enum release_kind kind;
	size_t at;                 /* offset in the entry */
	const char *const *choice; /* NULL-terminated */
};
struct release_load {
	struct ml_arena *arena;
	const char *path;
	struct ml_error *err;
	const struct release_key *keys;
	size_t keys_nr;
};
int release_load_entry(const struct release_load *load, const struct ml_node *node, void *entry);

extern const char *const release_known_names[], *const release_confidence_names[];

/* Order of ids, ASCII case folded; against a prefix: 0 where the id begins with it. */
int release_cmp(const char *a, const char *b);
int release_cmp_prefix(const char *id, struct ml_span prefix);
