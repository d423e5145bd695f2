/* Reading typed values out of nodes, with errors that say where. For the readers of configurations in lint/check. */
#pragma once

#include "lint/base/near.h"
#include "lint/check/config.h"

struct ml_config_reader {
	struct ml_arena *arena;
	const char *path;
	struct ml_rules rules;
	size_t rows_nr; /* entries of lists so far, against ML_LIMIT_SETTINGS_ROWS */
	struct ml_error *err;
};

/* A key of a map, and what reads its value into the struct at into. */
struct ml_config_key {
	const char *name;
	int (*read)(struct ml_config_reader *r, const struct ml_node *node, void *into);
};

/* "path:line: …", usage. Returns -1. */
int ml_config_fault(struct ml_config_reader *r, uint32_t line, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* "; did you mean 'x'?" or "". Lives in the reader's arena. */
const char *ml_config_hint(struct ml_config_reader *r, const struct ml_near *near);
/* Each entry of a map by its key's row. */
int ml_config_map(struct ml_config_reader *r, const struct ml_node *node, const struct ml_config_key *keys, size_t nr, void *into);
/* One word; takes: what the key takes, for the error. */
int ml_config_word(struct ml_config_reader *r, const struct ml_node *node, const char *takes, const char **out);
/* A list of words, or one word for a list of one. */
int ml_config_list(struct ml_config_reader *r, const struct ml_node *node, const char *takes, struct ml_config_words *out);
/* The index of the word among choices ("a|b|c"). */
int ml_config_choice(struct ml_config_reader *r, const struct ml_node *node, const char *choices, int *out);

/* policy.c: the value of "policy". */
int ml_policy_read(struct ml_config_reader *r, const struct ml_node *node, const struct ml_policy **out);
