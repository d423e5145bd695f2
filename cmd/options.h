/*
 * One table of options a command: the parser, the usage text and the typo helper all read it.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/base/error.h"

enum opt_kind {
	OPT_FLAG,   /* at: bool */
	OPT_VALUE,  /* at: const char * */
	OPT_CHOICE, /* at: int, the index of the word in value ("human|plain|json"); the first is the default */
	OPT_LIST,   /* at: struct opt_list; words between commas, and again */
	OPT_EACH,   /* at: struct opt_list; one value each time, commas and all */
};

struct opt_list {
	const char **at; /* NULL while empty */
	size_t nr, cap;
};

struct opt {
	const char *name; /* without dashes */
	char letter;	  /* of the short form, or 0 */
	enum opt_kind kind;
	const char *value; /* what the usage text calls the value; of a choice its words; NULL for a flag */
	const char *help;  /* lower case, no full stop */
	size_t at;	   /* offset in the command's struct of options */
};

/*
 * Reads args into the struct at into (which holds the defaults) and what is no option into operands. "--" ends the options, "-" is no
 * option. Strings are borrowed from args, lists live in arena. Returns -1 (usage) on an unknown option, with the nearest known one.
 */
int opt_parse(const struct opt *options, size_t nr, void *into, struct opt_list *operands, struct ml_arena *arena,
	      char **args, size_t args_nr, struct ml_error *err);
/* Adds the table as lines of at most 80 columns. */
void opt_usage(struct ml_buf *out, const struct opt *options, size_t nr);
/* Adds text wrapped at 80 columns; its own line ends stay. */
void opt_usage_text(struct ml_buf *out, const char *text);
/* Adds "  head   text" with text wrapped beside column; every line at most 80 columns. */
void opt_usage_line(struct ml_buf *out, const char *head, size_t column, const char *text);
/* The word of a choice. */
struct ml_span opt_choice(const char *words, int index);
