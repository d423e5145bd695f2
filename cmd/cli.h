/* What the commands share: their table, exit statuses, and the two streams. */
#pragma once

#include <sys/types.h>

#include "cmd/options.h"
#include "lint/base/span.h"

/* Exit statuses of the contract; the highest wins. */
enum {
	EXIT_CLEAN = 0,
	EXIT_FINDINGS = 1,
	EXIT_USAGE = 2,
	EXIT_UNJUDGED = 3,
};

struct command {
	const char *name;
	const char *arguments; /* "[PATH...]"; "": none, which cli_parse sees to */
	const char *summary;   /* one line, for the list of commands */
	const char *about;     /* for its own help; the lines are wrapped when it is shown */
	const struct opt *options;
	size_t options_nr;
	bool explained;        /* takes no arguments, but mlint explain does: whoever gives one is told */
	int (*run)(const struct command *self, char **args, size_t args_nr);
};

/* One table each, in the file of the command's name. */
extern const struct command scan_command, identify_command, claims_command, rules_command, explain_command,
	licenses_command, models_command, datasets_command, hook_command, batch_command, report_command, badge_command,
	completion_command, help_command;
extern const struct command *const commands[];
extern const size_t commands_nr;

/* The options of a command that every command has; the first member of its struct of options. */
struct common {
	bool help;
};
#define OPT_HELP                                                                             \
	{                                                                                    \
		"help", 'h', OPT_FLAG, NULL, "show this help", offsetof(struct common, help) \
	}

/*
 * Reads the options of a command. Returns 0, or -1 where the command is over with *status: its help was printed, or the usage was wrong
 * and the sentence is written.
 */
int cli_parse(const struct command *self, struct common *into, struct opt_list *operands, struct ml_arena *arena,
	      char **args, size_t args_nr, int *status);
/* Adds what "mlint help COMMAND" prints. */
void cli_help(struct ml_buf *out, const struct command *command);

/* Says on standard error, in one line "mlint: …", what is wrong; the text is escaped. */
void cli_complain(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Says the error and returns its exit status. */
int cli_fail(const struct ml_error *err);
/*
 * Writes out what buf holds: to standard output, or where path is not NULL to that file, whole or not at all. Returns 0, or
 * EXIT_UNJUDGED after saying why it could not. Releases buf.
 */
int cli_write(struct ml_buf *buf, const char *path);

/* Writes bytes to standard output. Returns 0, or EXIT_UNJUDGED after saying why it could not; a reader that is gone need not be told. */
int cli_put(struct ml_span bytes);

/* Writes bytes to a descriptor, whole, whatever write() takes at a time. -1 with errno. */
int cli_write_all(int fd, struct ml_span bytes);
/* What the umask leaves of 0666. */
mode_t cli_mode_of_new_files(void);

/* Whether to print in color: mode is 0 auto, 1 always, 2 never; auto asks the environment and whether standard output is a terminal. */
#define CLI_COLORS "auto|always|never"
bool cli_color(int mode, bool to_file);
/* Columns of the terminal; where standard output is none a fixed number, so that the same input gives the same bytes. */
unsigned cli_columns(void);
/* The same, or 0 where the output is no terminal: there lines are for programs. */
unsigned cli_wrap(bool to_file);
