/* Keys that stand more than once in one map: what the parsers of YAML and JSON both have to tell. */
#pragma once

#include "lint/base/arena.h"
#include "lint/base/node.h"

/* Grows while a text is parsed; at the end at and nr go to ml_parsed. */
struct ml_repeated {
	struct ml_repeated_key *at; /* in the arena */
	size_t nr, cap;
};

/* Adds the repeated keys of one finished map: one entry for every further occurrence, with the line of the first. */
void ml_repeated_add(struct ml_repeated *list, struct ml_arena *arena, const struct ml_node *map);
/* Hands the list over, in order of line. */
void ml_repeated_finish(struct ml_repeated *list, struct ml_parsed *out);
