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
	void (*json)(struct ml_json_writer *w, const void *of, size_t i); /* the members of an object; of is NULL */
	void (*cell)(struct ml_buf *out, size_t i, size_t column);
};

/* Adds {"format": 1, KEY: [{…}, …]}: nr objects, whose members json writes; of is handed to it. */
void listing_add_json(struct ml_buf *out, const char *key, size_t nr, void (*json)(struct ml_json_writer *w, const void *of, size_t i), const void *of);
/* The whole of such a command. */
int listing_run(const struct listing *listing, const struct command *self, char **args, size_t args_nr);
