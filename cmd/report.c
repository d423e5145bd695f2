/* mlint report: a page for people, or the Model Openness Framework's verdict on a component list. */
#include "cmd/cli.h"

#include "cmd/single.h"
#include "lint/base/limits.h"
#include "lint/check/mof.h"
#include "lint/report/report.h"
#include "rules/registry.h"

struct report_options {
	struct common common;
	const char *mof, *output;
	int format;
};

#define AT(member) offsetof(struct report_options, member)
static const struct opt options[] = {
	{ "mof", 0, OPT_VALUE, "FILE", "judge a component list (YAML) by the Model Openness Framework instead", AT(mof) },
	{ "format", 0, OPT_CHOICE, "text|json", "how to tell the verdict on a component list", AT(format) },
	{ "output", 'o', OPT_VALUE, "FILE", "write to FILE, whole or not at all", AT(output) },
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

static int run(const struct command *self, char **args, size_t args_nr)
{
	struct ml_arena *arena = ml_arena_new();
	struct report_options o = { 0 };
	struct opt_list paths = { 0 };
	int status;

	if (cli_parse(self, &o.common, &paths, arena, args, args_nr, &status))
		goto done;
	if (!o.mof || paths.nr) {
		cli_complain("report takes --mof FILE");
		status = EXIT_USAGE;
	} else {
		status = report_mof(&o, arena);
	}
done:
	ml_arena_free(arena);
	return status;
}

const struct command report_command = {
	.name = "report",
	.arguments = "--mof FILE",
	.summary = "judge a component list by the Model Openness Framework",
	.about = "Tells the class of the Model Openness Framework that a component list reaches, and how far each class is reached. The list is "
		 "YAML in the form of the framework's own tool: release, license, components.",
	.options = options,
	.options_nr = sizeof options / sizeof *options,
	.run = run,
};
