/* mlint help: what the program does, on a terminal or as its manual page. */
#include "cmd/help.h"

#include <string.h>

#include "cmd/manual.h"
#include "cmd/suggest.h"
#include "lint/base/limits.h"

struct help_options {
	struct common common;
	int format;
};

static const struct opt options[] = {
	{ "format", 0, OPT_CHOICE, "human|man", "text for a terminal, or the whole manual page (mlint.1)", offsetof(struct help_options, format) },
	OPT_HELP,
};

const struct command *find_command(const char *name)
{
	for (size_t i = 0; i < commands_nr; i++)
		if (!strcmp(commands[i]->name, name))
			return commands[i];
	return NULL;
}

int help_print(void)
{
	struct ml_buf out;

	ml_buf_init(&out, ML_LIMIT_REPORT_BYTES);
	ml_buf_adds(&out, "Usage: mlint [scan] [OPTIONS] [PATH...]\n"
			  "       mlint COMMAND [OPTIONS] ...\n\n"
			  "Does this model repository keep its open-source promise?\n\nCommands:\n");
	for (size_t i = 0; i < commands_nr; i++)
		opt_usage_line(&out, commands[i]->name, 14, commands[i]->summary);
	ml_buf_adds(&out, "\nOptions of scan:\n");
	opt_usage(&out, scan_command.options, scan_command.options_nr);
	return cli_write(&out, NULL);
}

static int print_command(const char *name)
{
	const struct command *command = find_command(name);
	struct suggestion near = { .typed = name };
	struct ml_buf out;

	if (command) {
		ml_buf_init(&out, ML_LIMIT_REPORT_BYTES);
		cli_help(&out, command);
		return cli_write(&out, NULL);
	}
	for (size_t i = 0; i < commands_nr; i++)
		suggest(&near, commands[i]->name);
	cli_complain("no command '%s'%s", name, near.best ? suggest_hint(&near, "") : "; 'mlint help' lists them");
	return EXIT_USAGE;
}

static int print_manual(void)
{
	struct ml_buf out;

	ml_buf_init(&out, ML_LIMIT_REPORT_BYTES);
	add_manual(&out);
	return cli_write(&out, NULL);
}

static int run(const struct command *self, char **args, size_t args_nr)
{
	struct ml_arena *arena = ml_arena_new();
	struct help_options o = { 0 };
	struct opt_list operands = { 0 };
	int status;

	if (!cli_parse(self, &o.common, &operands, arena, args, args_nr, &status)) {
		if (o.format)
			status = print_manual();
		else
			status = operands.nr ? print_command(operands.at[0]) : help_print();
	}
	ml_arena_free(arena);
	return status;
}

const struct command help_command = {
	.name = "help",
	.arguments = "[COMMAND]",
	.summary = "show this, or the help of a command",
	.about = "Shows what the program does, or what a command does and takes.",
	.options = options,
	.options_nr = sizeof options / sizeof *options,
	.run = run,
};
