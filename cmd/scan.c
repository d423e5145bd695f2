/* mlint scan: repositories in, one report out. */
#include "cmd/cli.h"

#include <stdio.h>
#include <time.h>

#include "cmd/suggest.h"
#include "lint/base/limits.h"
#include "lint/check/unjudged.h"
#include "lint/report/report.h"
#include "rules/registry.h"

struct scan_options {
	struct common common;
	int format;
	const char *output;
	struct opt_list select, ignore;
	int fail_on;
	bool exit_zero, no_config, quiet, verbose;
	int color;
};

#define AT(member) offsetof(struct scan_options, member)
static const struct opt options[] = {
	{ "format", 0, OPT_CHOICE, "human|plain|json", "how to report", AT(format) },
	{ "output", 'o', OPT_VALUE, "FILE", "write the report to FILE, whole or not at all", AT(output) },
	{ "select", 0, OPT_LIST, "CODES", "report only these rules: codes, names, or beginnings of codes (ML2)",
	  AT(select) },
	{ "ignore", 0, OPT_LIST, "CODES", "do not report these rules", AT(ignore) },
	{ "fail-on", 0, OPT_CHOICE, "error|warning|note", "the least severity that gives exit status 1", AT(fail_on) },
	{ "exit-zero", 0, OPT_FLAG, NULL, "exit with 0 in spite of findings", AT(exit_zero) },
	{ "no-config", 0, OPT_FLAG, NULL, "heed no configuration and no word of the scanned files about mlint",
	  AT(no_config) },
	{ "color", 0, OPT_CHOICE, CLI_COLORS, "color the human report", AT(color) },
	{ "quiet", 'q', OPT_FLAG, NULL, "findings only, no summary", AT(quiet) },
	{ "verbose", 'v', OPT_FLAG, NULL, "say why, and how long each step took", AT(verbose) },
	OPT_HELP,
};

/* In the order of the words of --fail-on. */
static const enum ml_severity fail_on[] = { ML_SEVERITY_ERROR, ML_SEVERITY_WARNING, ML_SEVERITY_NOTE };

struct scan {
	const struct scan_options *options;
	struct ml_arena *arena, *scratch;
	struct ml_patterns *patterns;
	struct ml_check_options check;
	struct ml_result *results;
	struct ml_tree **trees;
	size_t results_nr;
	int status;
};

static void worsen(int *status, int other)
{
	*status = other > *status ? other : *status;
}

static double now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Says what could not be judged; such a scan never ends with 0. */
static void report_unjudged(struct scan *scan, const struct ml_facts *facts, const struct ml_verdict *verdict)
{
	struct ml_unjudged *list;
	size_t nr = ml_unjudged_list(&list, facts, verdict);

	for (size_t i = 0; i < nr; i++)
		cli_complain("%s: %s", list[i].path ? list[i].path : facts->tree->given, list[i].why);
	if (nr)
		worsen(&scan->status, EXIT_UNJUDGED);
}

static void judge_severity(struct scan *scan, const struct ml_verdict *verdict)
{
	enum ml_severity least = fail_on[scan->options->fail_on];

	for (size_t i = 0; i < verdict->findings_nr; i++)
		if (verdict->findings[i].severity >= least && !scan->options->exit_zero)
			worsen(&scan->status, EXIT_FINDINGS);
}

/* "mlint scna" is read as a path: where there is none of that name, it may have been meant as a command. */
static int fail_path(const char *path, const struct ml_error *err)
{
	struct suggestion near = { .typed = path };

	if (err->kind != ML_ERROR_USAGE)
		return cli_fail(err);
	for (size_t i = 0; i < commands_nr; i++)
		suggest(&near, commands[i]->name);
	cli_complain("%s%s", err->text, suggest_hint(&near, "mlint "));
	return EXIT_USAGE;
}

static int scan_path(struct scan *scan, const char *path, struct ml_error *err)
{
	struct ml_tree **tree = &scan->trees[scan->results_nr];
	struct ml_verdict *verdict = ml_arena_alloc(scan->arena, sizeof *verdict);
	struct ml_facts *facts;
	double start = now_ms(), opened, collected;

	if (ml_tree_open(tree, scan->arena, path, &(struct ml_tree_options){ 0 }, err))
		return -1;
	opened = now_ms();
	if (ml_facts_collect(&facts, scan->arena, scan->scratch, *tree, &ml_builtin_knowledge, scan->patterns, err) ||
	    ml_check_run(verdict, facts, ml_rules, ml_rules_nr, &scan->check, err)) {
		ml_tree_close(*tree);
		return ml_error_prefix(err, "in '%s'", path);
	}
	collected = now_ms();
	scan->results[scan->results_nr++] = (struct ml_result){ facts, verdict };
	report_unjudged(scan, facts, verdict);
	judge_severity(scan, verdict);
	if (scan->options->verbose)
		fprintf(stderr, "mlint: %zu files: listed in %.1f ms, read and judged in %.1f ms\n", (*tree)->files_nr,
			opened - start, collected - opened);
	return 0;
}

static void scan_paths(struct scan *scan, const struct opt_list *paths)
{
	for (size_t i = 0; i < paths->nr; i++) {
		struct ml_error err = { 0 };
		if (scan_path(scan, paths->at[i], &err))
			worsen(&scan->status, fail_path(paths->at[i], &err));
	}
}

static int write_report(const struct scan *scan, size_t paths_nr)
{
	const struct scan_options *o = scan->options;
	struct ml_report_options report = {
		.color = cli_color(o->color, o->output != NULL),
		.quiet = o->quiet,
		.verbose = o->verbose,
		.several = paths_nr > 1,
		.version = MLINT_VERSION,
		.columns = cli_columns(),
	};
	struct ml_buf out;

	ml_buf_init(&out, ML_LIMIT_REPORT_BYTES);
	ml_reporter_find(opt_choice("human|plain|json", o->format))
		->write(&out, scan->results, scan->results_nr, &report);
	return cli_write(&out, o->output);
}

/* A code that no rule has is told with the nearest that one has. */
static int check_codes(const struct opt_list *codes, struct ml_error *err)
{
	for (size_t i = 0; i < codes->nr; i++) {
		struct suggestion near = { .typed = codes->at[i] };
		size_t r = 0;
		for (; r < ml_rules_nr && !ml_rule_named(ml_rules[r], codes->at[i]); r++) {
			suggest(&near, ml_rules[r]->code);
			suggest(&near, ml_rules[r]->name);
		}
		if (r == ml_rules_nr)
			return ml_error_set(err, ML_ERROR_USAGE, "no rule has the code or name '%s'%s", codes->at[i],
					    suggest_hint(&near, ""));
	}
	return 0;
}

static int scan_all(const struct scan_options *o, const struct opt_list *paths, struct ml_arena *arena)
{
	struct scan scan = {
		.options = o,
		.arena = arena,
		.scratch = ml_arena_new(),
		.patterns = ml_patterns_new(),
		.check = { o->select.at, o->select.nr, o->ignore.at, o->ignore.nr },
		.results = ml_arena_array(arena, struct ml_result, paths->nr),
		.trees = ml_arena_array(arena, struct ml_tree *, paths->nr),
	};

	scan_paths(&scan, paths);
	if (scan.results_nr || paths->nr > 1)
		worsen(&scan.status, write_report(&scan, paths->nr));
	for (size_t i = 0; i < scan.results_nr; i++)
		ml_tree_close(scan.trees[i]);
	ml_patterns_free(scan.patterns);
	ml_arena_free(scan.scratch);
	return scan.status;
}

static int run(const struct command *self, char **args, size_t args_nr)
{
	struct ml_arena *arena = ml_arena_new();
	struct scan_options o = { 0 };
	struct opt_list paths = { 0 };
	struct ml_error err = { 0 };
	const char *here[] = { "." };
	int status;

	if (cli_parse(self, &o.common, &paths, arena, args, args_nr, &status))
		goto done;
	if (!paths.nr)
		paths = (struct opt_list){ here, 1, 1 };
	if (check_codes(&o.select, &err) || check_codes(&o.ignore, &err))
		status = cli_fail(&err);
	else
		status = scan_all(&o, &paths, arena);
done:
	ml_arena_free(arena);
	return status;
}

const struct command scan_command = {
	.name = "scan",
	.arguments = "[PATH...]",
	.summary = "hold what a repository claims against its licenses (the default command)",
	.about = "Reads work trees, plain folders and snapshots of a Hugging Face cache (default: the current folder), "
		 "and tells where "
		 "they call open source what their licenses limit.\n\n"
		 "Exit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage, 3 something could not be "
		 "judged. The highest "
		 "wins.",
	.options = options,
	.options_nr = sizeof options / sizeof *options,
	.run = run,
};
