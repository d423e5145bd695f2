/* Licenses by id, name, address. */
#pragma once

#include "lint/base/arena.h"
#include "lint/base/error.h"
#include "lint/base/node.h"
#include "lint/knowledge/knowledge.h"

/* The license of that exact id (ours, hub or SPDX id, ASCII case folded), or NULL. */
const struct ml_license *ml_license_by_id(const struct ml_knowledge *knowledge, struct ml_span id);

/*
 * The license of a name as people write it: an id, "Apache 2.0", "Apache License, Version 2.0", "Llama 2 Community License Agreement",
 * "CC BY-NC 4.0", "MIT 协议". Compared as normalized words without "the", "license", "licence", "agreement", "version", "v". NULL: unknown.
 * exact_id says whether the text already was the id, byte for byte.
 */
const struct ml_license *ml_license_by_name(const struct ml_knowledge *knowledge, struct ml_span name, bool *exact_id);
/* The license of an address (opensource.org/licenses/MIT, creativecommons.org/licenses/by/4.0/, ai.google.dev/gemma/terms …), or NULL. */
const struct ml_license *ml_license_by_url(const struct ml_knowledge *knowledge, struct ml_span url);

/*
 * License names that occur in a sentence ("code is MIT, weights under CC BY-NC 4.0"): the longest known name at each place.
 * Needs a word border, and for names that are common words (MIT, BSD, Zed, "other") the letters as their owner writes them
 * and, for the most common ones, "license" or a like word near. Gives the next from *at, or false.
 */
struct ml_license_mention {
	const struct ml_license *license;
	size_t from, to; /* offsets in the text */
};
bool ml_license_mention_next(const struct ml_knowledge *knowledge, struct ml_span text, size_t *at,
			     struct ml_license_mention *mention);

/* Loads the "licenses:" list of one YAML file. Fails with file and line on unknown keys, terms, a missing source or id. */
int ml_licenses_load(struct ml_license **out, size_t *nr, struct ml_arena *arena, const char *path, const struct ml_node *root,
		     struct ml_error *err);
