/* mlint report: a page for people, or the Model Openness Framework's verdict on a component list. */
#include "cmd/cli.h"

#include <limits.h>
#include <unistd.h>

#include "cmd/judge.h"
#include "cmd/knowledge.h"
#include "cmd/single.h"
#include "lint/base/limits.h"
#include "lint/check/mof.h"
#include "lint/report/report.h"
#include "rules/registry.h"

struct report_options {
	struct common common;
	const char *mof, *output;
	int format;
	struct opt_list knowledge;
};

#define AT(member) offsetof(struct report_options, member)
static const struct opt options[] = {
	{ "output", 'o', OPT_VALUE, "FILE", "write to FILE, whole or not at all", AT(output) },
	{ "mof", 0, OPT_VALUE, "FILE", "judge a component list (YAML) by the Model Openness Framework instead", AT(mof) },
	{ "format", 0, OPT_CHOICE, "text|json", "how to tell the verdict on a component list", AT(format) },
	OPT_KNOWLEDGE(struct report_options, knowledge),
	OPT_HELP,
};

static int report_mof(const struct report_options *o, struct ml_arena *arena)
{
	const struct ml_openness *openness = ml_builtin_knowledge.openness;
	struct ml_error err = { 0 };
	struct ml_mof_list list;
	struct ml_tree *tree;
	struct ml_mof mof;
	struct ml_buf out;

	if (single_read(&tree, arena, o->mof, ML_ROLE_NONE, &err) || ml_mof_read(&list, arena, openness, o->mof, tree->files->text, &err))
		return cli_fail(&err);
	if (list.repeated)
		cli_complain("%s:%u: component '%s' stands there again; the last one counts", o->mof, list.repeated_line, list.repeated);
	ml_mof_judge(&mof, arena, openness, list.items, list.items_nr);
	ml_buf_init(&out, ML_LIMIT_REPORT_BYTES);
	(o->format ? ml_report_mof_json : ml_report_mof)(&out, &list, &mof, openness);
	return cli_write(&out, o->output);
}

static int write_page(const struct report_options *o, struct judge *judge, const struct ml_result *results, size_t nr,
		      const struct ml_unjudged *failures, size_t failures_nr)
{
	char here[PATH_MAX];
	struct ml_report_options report = {
		.several = nr > 1, .version = MLINT_VERSION, .folder = getcwd(here, sizeof here), .fail_on = judge->fail_on,
		.failures = failures, .failures_nr = failures_nr,
	};
	struct ml_buf out;

	ml_buf_init(&out, ML_LIMIT_REPORT_BYTES);
	ml_reporter_find(ml_span_of("html"))->write(&out, results, nr, &report);
	return cli_write(&out, o->output);
}

/* The page tells of findings; the exit status only whether it could be made. */
static int report_page(const struct report_options *o, const struct opt_list *paths, const struct ml_knowledge *knowledge, struct ml_arena *arena)
{
	struct ml_result *results = ml_arena_array(arena, struct ml_result, paths->nr);
	struct ml_unjudged *failures = NULL;
	size_t nr = 0, failures_nr = 0, failures_cap = 0, old;
	struct judge judge;

	judge_init(&judge, arena);
	judge.knowledge = knowledge;
	judge.exit_zero = true;
	for (size_t i = 0; i < paths->nr; i++) {
		struct ml_error err = { 0 };
		if (!judge_run(&judge, &(struct judged){ .path = paths->at[i] }, &results[nr], &old, &err)) {
			nr++;
			continue;
		}
		judge_worsen(&judge, cli_fail(&err));
		struct ml_unjudged failure = { NULL, ml_arena_dup(arena, ml_span_of(err.text)) };
		ML_PUSH(arena, failures, failures_nr, failures_cap, failure);
	}
	if (nr)
		judge_worsen(&judge, write_page(o, &judge, results, nr, failures, failures_nr));
	judge_release(&judge);
	return judge.status;
}

static int run(const struct command *self, char **args, size_t args_nr)
{
	struct ml_arena *arena = ml_arena_new();
	struct report_options o = { 0 };
	struct opt_list paths = { 0 };
	struct ml_error err = { 0 };
	const struct ml_knowledge *knowledge;
	const char *here[] = { "." };
	int status;

	if (cli_parse(self, &o.common, &paths, arena, args, args_nr, &status))
		goto done;
	if (o.mof && paths.nr) {
		cli_complain("--mof FILE goes without a PATH, not with '%s'", paths.at[0]);
		status = EXIT_USAGE;
		goto done;
	}
	if (!paths.nr)
		paths = (struct opt_list){ here, 1, 1 };
	if (o.mof)
		status = report_mof(&o, arena);
	else if (cli_knowledge(&knowledge, arena, &o.knowledge, &err))
		status = cli_fail(&err);
	else
		status = report_page(&o, &paths, knowledge, arena);
done:
	ml_arena_free(arena);
	return status;
}

const struct command report_command = {
	.name = "report",
	.arguments = "[PATH...]",
	.summary = "write a page for people about repositories",
	.about = "Writes one self-contained file of HTML about one repository or several (default: the current folder): class and verdict, licenses and "
		 "terms, claims beside clauses, what the yardsticks of openness ask and what was seen where, lineage, findings. It needs no network and "
		 "runs no scripts.\n\n"
		 "With --mof it reads a component list instead, in the form of the Model Openness Framework's own tool, and tells which class it reaches and "
		 "how far each class is reached.\n\n"
		 "Exit status: 0 also where there are findings, 2 wrong usage, 3 something could not be judged.",
	.options = options,
	.options_nr = sizeof options / sizeof *options,
	.run = run,
};
