/* mlint badge: what a repository is, as a small drawing. */
#include "cmd/cli.h"

#include "cmd/judge.h"
#include "cmd/knowledge.h"
#include "lint/base/limits.h"
#include "lint/report/report.h"

struct badge_options {
	struct common common;
	const char *output;
	struct opt_list knowledge;
};

static const struct opt options[] = {
	{ "output", 'o', OPT_VALUE, "FILE", "write to FILE, whole or not at all", offsetof(struct badge_options, output) },
	OPT_KNOWLEDGE(struct badge_options, knowledge),
	OPT_HELP,
};

static int badge(const struct badge_options *o, const char *path, const struct ml_knowledge *knowledge, struct ml_arena *arena)
{
	struct ml_error err = { 0 };
	struct ml_result result;
	struct judge judge;
	struct ml_buf out;
	size_t old;

	judge_init(&judge, arena);
	judge.knowledge = knowledge;
	judge.exit_zero = true;
	if (judge_run(&judge, &(struct judged){ .path = path }, &result, &old, &err)) {
		judge_worsen(&judge, cli_fail(&err));
	} else {
		ml_buf_init(&out, ML_LIMIT_REPORT_BYTES);
		ml_report_badge(&out, &result);
		judge_worsen(&judge, cli_write(&out, o->output));
	}
	judge_release(&judge);
	return judge.status;
}

static int run(const struct command *self, char **args, size_t args_nr)
{
	struct ml_arena *arena = ml_arena_new();
	struct badge_options o = { 0 };
	struct opt_list paths = { 0 };
	struct ml_error err = { 0 };
	const struct ml_knowledge *knowledge;
	int status;

	if (cli_parse(self, &o.common, &paths, arena, args, args_nr, &status))
		goto done;
	if (paths.nr > 1) {
		cli_complain("a badge is of one repository, not of '%s' too", paths.at[1]);
		status = EXIT_USAGE;
	} else if (cli_knowledge(&knowledge, arena, &o.knowledge, &err)) {
		status = cli_fail(&err);
	} else {
		status = badge(&o, paths.nr ? paths.at[0] : ".", knowledge, arena);
	}
done:
	ml_arena_free(arena);
	return status;
}

const struct command badge_command = {
	.name = "badge",
	.arguments = "[PATH]",
	.summary = "draw a badge that says what a repository is",
	.about = "Writes an SVG of two fields, such as \"open weights\" and \"apache-2.0\", or \"restricted weights\" and \"llama2\": the class of the repository "
		 "(default: the current folder), and the license of its weights; where it offers no model, that of its code.\n\n"
		 "Exit status: 0 also where there are findings, 2 wrong usage, 3 something could not be judged.",
	.options = options,
	.options_nr = sizeof options / sizeof *options,
	.run = run,
};
