/* Commands that list all of one kind: mlint models, mlint datasets. */
#pragma once

#include "cmd/cli.h"
#include "lint/base/buf.h"
#include "lint/base/json.h"

struct listing_options {
	struct common common;
	int format;
};
#define LISTING_OPTIONS                                                                                                    \
	{                                                                                                                  \
		"format", 0, OPT_CHOICE, "human|json|markdown", "how to list", offsetof(struct listing_options, format)    \
	}

struct listing {
	const char *key;     /* of the JSON array; also the title of the Markdown */
	const char *columns; /* of the Markdown table: "id|license|…" */
	size_t nr;
	void (*human)(struct ml_buf *out, size_t i);       /* one line */
	void (*json)(struct ml_json_writer *w, size_t i);  /* the members of an object */
	void (*cell)(struct ml_buf *out, size_t i, size_t column);
};

/* The whole of such a command. */
int listing_run(const struct listing *listing, const struct command *self, char **args, size_t args_nr);
/* Writes a member. NULL writes null. */
void listing_string(struct ml_json_writer *w, const char *key, const char *value);
void listing_strings(struct ml_json_writer *w, const char *key, const char *const *values, size_t nr);
