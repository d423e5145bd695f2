#include "cmd/cli.h"

#include "lint/base/limits.h"

int cli_fail(const struct ml_error *err)
{
	cli_complain("%s", err->text);
	return err->kind == ML_ERROR_USAGE ? EXIT_USAGE : EXIT_UNJUDGED;
}

void cli_help(struct ml_buf *out, const struct command *command)
{
	ml_buf_addf(out, "Usage: mlint %s [OPTIONS]%s%s\n\n", command->name, *command->arguments ? " " : "", command->arguments);
	opt_usage_text(out, command->about);
	ml_buf_adds(out, "\nOptions:\n");
	opt_usage(out, command->options, command->options_nr);
}

static void refuse_argument(const struct command *self, const char *argument)
{
	if (self->explained)
		cli_complain("%s takes no arguments; 'mlint explain %s' tells what is known of one", self->name, argument);
	else
		cli_complain("%s takes no arguments, such as '%s' (mlint %s --help tells what it reads)", self->name, argument, self->name);
}

int cli_parse(const struct command *self, struct common *into, struct opt_list *operands, struct ml_arena *arena,
	      char **args, size_t args_nr, int *status)
{
	struct ml_error err = { 0 };
	struct ml_buf help;

	if (opt_parse(self->options, self->options_nr, into, operands, arena, args, args_nr, &err)) {
		cli_complain("%s (mlint %s --help lists the options)", err.text, self->name);
		*status = EXIT_USAGE;
		return -1;
	}
	if (!into->help && operands->nr && !*self->arguments) {
		refuse_argument(self, operands->at[0]);
		*status = EXIT_USAGE;
		return -1;
	}
	if (!into->help)
		return 0;
	ml_buf_init(&help, ML_LIMIT_REPORT_BYTES);
	cli_help(&help, self);
	*status = cli_write(&help, NULL);
	return -1;
}
