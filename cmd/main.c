/*
 * mlint: does this model repository keep its open-source promise?
 */
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "cmd/cli.h"
#include "cmd/suggest.h"
#include "lint/base/limits.h"

const struct command *const commands[] = {
	&scan_command, &identify_command, &claims_command, &explain_command, &rules_command, &licenses_command,
};
const size_t commands_nr = sizeof commands / sizeof *commands;

static const struct command *find_command(const char *name)
{
	for (size_t i = 0; i < commands_nr; i++)
		if (!strcmp(commands[i]->name, name))
			return commands[i];
	return NULL;
}

static int print_version(void)
{
	static const char text[] = "mlint " MLINT_VERSION "\n";

	return write(STDOUT_FILENO, text, sizeof text - 1) == sizeof text - 1 ? EXIT_CLEAN : EXIT_UNJUDGED;
}

static int print_help(void)
{
	struct ml_buf out;

	ml_buf_init(&out, ML_LIMIT_REPORT_BYTES);
	ml_buf_adds(&out, "Usage: mlint [scan] [OPTIONS] [PATH...]\n"
			  "       mlint COMMAND [OPTIONS] ...\n\n"
			  "Does this model repository keep its open-source promise?\n\nCommands:\n");
	for (size_t i = 0; i < commands_nr; i++)
		opt_usage_line(&out, commands[i]->name, 14, commands[i]->summary);
	opt_usage_line(&out, "help", 14, "show this, or the help of a command");
	opt_usage_line(&out, "version", 14, "show the version");
	ml_buf_adds(&out, "\nOptions of scan:\n");
	opt_usage(&out, scan_command.options, scan_command.options_nr);
	return cli_write(&out, NULL);
}

static int help(char **args, size_t args_nr)
{
	struct suggestion near;
	struct ml_buf out;

	if (!args_nr)
		return print_help();
	const struct command *command = find_command(args[0]);
	if (command) {
		ml_buf_init(&out, ML_LIMIT_REPORT_BYTES);
		cli_help(&out, command);
		return cli_write(&out, NULL);
	}
	near = (struct suggestion){ .typed = args[0] };
	for (size_t i = 0; i < commands_nr; i++)
		suggest(&near, commands[i]->name);
	cli_complain("no command '%s'%s", args[0], suggest_hint(&near, ""));
	return EXIT_USAGE;
}

static bool is_any(const char *word, const char *a, const char *b, const char *c)
{
	return !strcmp(word, a) || !strcmp(word, b) || (c && !strcmp(word, c));
}

/* Not through stdio: there may be no memory for it. */
static void out_of_memory(void)
{
	static const char text[] = "mlint: out of memory\n";

	if (write(STDERR_FILENO, text, sizeof text - 1) < 0)
		_exit(EXIT_UNJUDGED);
	_exit(EXIT_UNJUDGED);
}

int main(int argc, char **argv)
{
	size_t nr = argc > 1 ? (size_t)argc - 1 : 0;
	char **args = argv + 1;

	/* First of all, for hooks and scripts ask it often: nothing is set up for it. */
	if (nr && is_any(args[0], "--version", "-V", "version"))
		return print_version();
	ml_oom = out_of_memory;
	/* A reader that goes away is a write that fails, and gives a status of ours. */
	signal(SIGPIPE, SIG_IGN);
	if (nr && is_any(args[0], "--help", "-h", NULL))
		return print_help();
	if (nr && !strcmp(args[0], "help"))
		return help(args + 1, nr - 1);
	const struct command *command = nr ? find_command(args[0]) : NULL;
	if (command)
		return command->run(command, args + 1, nr - 1);
	return scan_command.run(&scan_command, args, nr);
}
