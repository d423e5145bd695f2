/* mlint scan: repositories in, one report out. */
#include "cmd/cli.h"

#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cmd/fix.h"
#include "cmd/judge.h"
#include "cmd/knowledge.h"
#include "cmd/rule_names.h"
#include "cmd/single.h"
#include "cmd/suggest.h"
#include "lint/base/limits.h"
#include "lint/report/report.h"
#include "rules/registry.h"

struct scan_options {
	struct common common;
	bool staged;
	const char *rev, *range, *new_from;
	int format;
	const char *output;
	bool fix, unsafe_fixes, diff;
	struct opt_list select, ignore, standards, upstream, knowledge;
	int fail_on;
	bool exit_zero, no_config, quiet, verbose;
	const char *config, *baseline, *write_baseline;
	int color;
};

#define AT(member) offsetof(struct scan_options, member)
static const struct opt options[] = {
	{ "staged", 0, OPT_FLAG, NULL, "judge what the next commit would hold: the index", AT(staged) },
	{ "rev", 0, OPT_VALUE, "REV", "judge the tree of a commit, without a check-out; works in bare repositories", AT(rev) },
	{ "range", 0, OPT_VALUE, "A..B", "show the findings that commit B has and A has not (A...B: and where they parted has not)",
	  AT(range) },
	{ "new-from", 0, OPT_VALUE, "REV", "show only the findings that commit REV does not have", AT(new_from) },
	{ "format", 0, OPT_CHOICE, ML_REPORT_FORMATS, "how to report", AT(format) },
	{ "output", 'o', OPT_VALUE, "FILE", "write the report to FILE, whole or not at all", AT(output) },
	{ "fix", 0, OPT_FLAG, NULL, "make the fixes that are safe, and report what is left", AT(fix) },
	{ "unsafe-fixes", 0, OPT_FLAG, NULL, "make those too that need a decision, such as other words; read the result", AT(unsafe_fixes) },
	{ "diff", 0, OPT_FLAG, NULL, "show the fixes as a diff for git apply instead of the report, and write nothing", AT(diff) },
	{ "select", 0, OPT_LIST, "CODES", "report only these rules: codes, names, or beginnings of codes (ML2)",
	  AT(select) },
	{ "ignore", 0, OPT_LIST, "CODES", "do not report these rules", AT(ignore) },
	{ "standard", 0, OPT_LIST, ML_STANDARDS, "also tell what this yardstick of openness says (several with commas)", AT(standards) },
	{ "upstream", 0, OPT_EACH, "DIR", "read base models that lie in this folder instead of looking them up (again for more)",
	  AT(upstream) },
	OPT_KNOWLEDGE(struct scan_options, knowledge),
	{ "fail-on", 0, OPT_CHOICE, "error|warning|note", "the least severity that gives exit status 1", AT(fail_on) },
	{ "exit-zero", 0, OPT_FLAG, NULL, "exit with 0 in spite of findings", AT(exit_zero) },
	{ "config", 0, OPT_VALUE, "FILE", "heed this configuration, not the repository's .mlint.yml", AT(config) },
	{ "no-config", 0, OPT_FLAG, NULL, "heed no configuration and no word of the scanned files about mlint",
	  AT(no_config) },
	{ "baseline", 0, OPT_VALUE, "FILE", "take the findings of this file for known: they are counted, not told", AT(baseline) },
	{ "write-baseline", 0, OPT_VALUE, "FILE", "write such a file of the findings; they do not fail this run", AT(write_baseline) },
	{ "color", 0, OPT_CHOICE, CLI_COLORS, "color the human report", AT(color) },
	{ "quiet", 'q', OPT_FLAG, NULL, "findings only, no summary", AT(quiet) },
	{ "verbose", 'v', OPT_FLAG, NULL, "say why, and how long each step took", AT(verbose) },
	OPT_HELP,
};

/* In the order of the words of --fail-on. */
static const enum ml_severity fail_on[] = { ML_SEVERITY_ERROR, ML_SEVERITY_WARNING, ML_SEVERITY_NOTE };

struct scan {
	const struct scan_options *options;
	struct judge judge;
	struct ml_result *results;
	struct ml_git **gits;
	size_t results_nr, gits_nr;
	struct ml_unjudged *failures; /* PATHs without a result */
	size_t failures_nr, failures_cap;
	bool here;
	struct ml_buf diff; /* of --diff */
};

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

/* The two sides of A..B (findings that B has and A has not) or A...B (and where their histories parted has not). */
static int read_range(struct judged *what, struct ml_arena *arena, const char *range, struct ml_error *err)
{
	struct ml_span text = ml_span_of(range);
	size_t dots = ml_span_find(text, "..");
	const char *old, *new;

	if (dots == SIZE_MAX)
		return ml_error_set(err, ML_ERROR_USAGE, "--range takes A..B, not '%s'", range);
	bool parted = ml_span_starts(ml_span_sub(text, dots, text.len), "...");
	old = dots ? ml_arena_dup(arena, ml_span_sub(text, 0, dots)) : "HEAD";
	new = range + dots + (parted ? 3 : 2);
	what->revision = *new ? new : "HEAD";
	what->old[0] = old;
	if (!parted)
		return 0;
	const char *one = ml_git_commit(what->git, old, err), *other = one ? ml_git_commit(what->git, what->revision, err) : NULL;
	if (!other)
		return -1;
	what->old[0] = ml_git_parted(what->git, one, other);
	return what->old[0] ? 0 : ml_error_set(err, ML_ERROR_USAGE, "'%s' and '%s' have no history in common", old, what->revision);
}

/* Nothing is old before the first commit, nor in a commit of zeros, as git calls one that is not there. */
static const char *born(struct ml_git *git, const char *revision)
{
	if (!revision || !revision[strspn(revision, "0")])
		return NULL;
	bool head = !strcmp(revision, "HEAD") || !strcmp(revision, "@");
	return head && !ml_git_born(git) ? NULL : revision;
}

static bool is_fixing(const struct scan_options *o)
{
	return o->fix || o->unsafe_fixes || o->diff;
}

static int scan_path(struct scan *scan, const char *path, struct ml_error *err)
{
	const struct scan_options *o = scan->options;
	struct judged what = { .path = path, .staged = o->staged, .revision = o->rev };
	struct ml_result *result = &scan->results[scan->results_nr];
	struct ml_arena *arena = scan->judge.arena;
	size_t old = 0;

	if (o->staged || o->rev || o->range || o->new_from) {
		struct ml_git **git = &scan->gits[scan->gits_nr];
		judge_watch(true);
		if (ml_git_open(git, arena, path, scan->here, err))
			return -1;
		scan->gits_nr++;
		what.git = *git;
		if (o->range && read_range(&what, arena, o->range, err))
			return -1;
		what.old[0] = born(*git, what.old[0]);
		what.old[1] = born(*git, o->new_from);
	}
	if (judge_run(&scan->judge, &what, result, &old, err))
		return -1;
	if (what.git)
		judge_watch(false);
	if (old && !o->quiet)
		cli_complain(old == 1 ? "%zu old finding is not shown" : "%zu old findings are not shown", old);
	struct fixing fixing = { !o->diff, o->unsafe_fixes, o->quiet, &scan->diff };
	if (is_fixing(o) && fix_run(&scan->judge, &what, &fixing, result, err))
		return -1;
	judge_findings(&scan->judge, result->verdict);
	scan->results_nr++;
	return 0;
}

static void scan_paths(struct scan *scan, const struct opt_list *paths)
{
	for (size_t i = 0; i < paths->nr; i++) {
		struct ml_error err = { 0 };
		if (!scan_path(scan, paths->at[i], &err))
			continue;
		judge_worsen(&scan->judge, fail_path(paths->at[i], &err));
		struct ml_unjudged failure = { NULL, ml_arena_dup(scan->judge.arena, ml_span_of(err.text)) };
		ML_PUSH(scan->judge.arena, scan->failures, scan->failures_nr, scan->failures_cap, failure);
	}
}

/* The rules that ran: those that command line and configuration leave. */
static struct ml_rules rules_run(const struct scan *scan)
{
	struct ml_check_options check = scan->judge.check;
	const struct ml_rule **ran = ml_arena_array(scan->judge.arena, const struct ml_rule *, ml_rules.nr);
	size_t nr = 0;

	check.config = scan->judge.last ? &scan->judge.last->config : NULL;
	for (size_t i = 0; i < ml_rules.nr; i++)
		if (ml_rule_selected(ml_rules.at[i], &check))
			ran[nr++] = ml_rules.at[i];
	return (struct ml_rules){ ran, nr };
}

static int write_report(const struct scan *scan, size_t paths_nr)
{
	const struct scan_options *o = scan->options;
	char here[PATH_MAX];
	struct ml_report_options report = {
		.color = cli_color(o->color, o->output != NULL),
		.quiet = o->quiet,
		.verbose = o->verbose,
		.several = paths_nr > 1,
		.version = MLINT_VERSION,
		.home = *MLINT_HOME ? MLINT_HOME : "man:mlint(1)", /* the manual page comes with the program */
		.folder = getcwd(here, sizeof here),
		.columns = cli_columns(),
		.wrap = cli_wrap(o->output != NULL),
		.fail_on = scan->judge.failed_on,
		.rules = rules_run(scan),
		.failures = scan->failures,
		.failures_nr = scan->failures_nr,
	};
	struct ml_buf out;

	ml_buf_init(&out, ML_LIMIT_REPORT_BYTES);
	ml_reporter_find(opt_choice(ML_REPORT_FORMATS, o->format))
		->write(&out, scan->results, scan->results_nr, &report);
	return cli_write(&out, o->output);
}

/* The rules that the yardsticks add. */
static int read_standards(struct opt_list *codes, const struct scan_options *o, struct ml_arena *arena, struct ml_error *err)
{
	for (size_t i = 0; i < o->standards.nr; i++) {
		struct suggestion near = { .typed = o->standards.at[i] };
		const struct ml_standard_info *info = NULL;
		for (int s = 0; s < ML_STANDARD_NR; s++) {
			suggest(&near, ml_standard_id((enum ml_standard)s));
			if (!strcmp(o->standards.at[i], ml_standard_id((enum ml_standard)s)))
				info = &ml_builtin_knowledge.openness->standards[s];
		}
		if (!info)
			return ml_error_set(err, ML_ERROR_USAGE, "--standard takes %s, not '%s'%s", ML_STANDARDS, o->standards.at[i], suggest_hint(&near, ""));
		for (size_t r = 0; r < info->rules_nr; r++)
			ML_PUSH(arena, codes->at, codes->nr, codes->cap, info->rules[r]);
	}
	return 0;
}

/* One tree is judged; --new-from goes with each. Fingerprints count from one PATH: of two they may be the same. */
static int check_source(const struct scan_options *o, const struct opt_list *paths, struct ml_error *err)
{
	if (o->config && o->no_config)
		return ml_error_set(err, ML_ERROR_USAGE, "--config and --no-config ask for different things: take one of them");
	if ((o->baseline || o->write_baseline) && paths->nr > 1)
		return ml_error_set(err, ML_ERROR_USAGE, "a baseline is of one PATH, and here are %zu", paths->nr);
	if (o->staged + (o->rev != NULL) + (o->range != NULL) > 1)
		return ml_error_set(err, ML_ERROR_USAGE, "--staged, --rev and --range ask for different trees: take one of them");
	return 0;
}

/* Fixes go to files: what a commit holds is done. */
static int check_fixes(const struct scan_options *o, struct ml_error *err)
{
	if (is_fixing(o) && (o->rev || o->range))
		return ml_error_set(err, ML_ERROR_USAGE, "--%s works on files, not on the commits of --%s",
				    o->diff ? "diff" : o->fix ? "fix" : "unsafe-fixes", o->rev ? "rev" : "range");
	if (o->diff && o->format)
		return ml_error_set(err, ML_ERROR_USAGE, "--diff is a format of its own: leave --format out");
	return 0;
}

static int read_baseline(struct judge *judge, const char *path, struct ml_error *err)
{
	struct ml_tree *tree;

	judge->baseline = ml_arena_alloc(judge->arena, sizeof *judge->baseline);
	if (single_read(&tree, judge->arena, path, ML_ROLE_NONE, err))
		return -1;
	return ml_baseline_read(judge->baseline, judge->arena, path, tree->files->text, err);
}

static int set_up(struct scan *scan, const struct opt_list *also, struct ml_error *err)
{
	const struct scan_options *o = scan->options;
	struct judge *judge = &scan->judge;

	judge->check.select = o->select.at;
	judge->check.select_nr = o->select.nr;
	judge->check.ignore = o->ignore.at;
	judge->check.ignore_nr = o->ignore.nr;
	judge->check.also = also->at;
	judge->check.also_nr = also->nr;
	judge->check.heed = !o->no_config;
	judge->fail_on = o->fail_on < 0 ? -1 : (int)fail_on[o->fail_on];
	judge->exit_zero = o->exit_zero || o->write_baseline;
	judge->verbose = o->verbose;
	if (judge_configure(judge, o->config, err))
		return -1;
	judge->own &= !o->no_config;
	return o->baseline ? read_baseline(judge, o->baseline, err) : 0;
}

/* What is told of the old baseline, and the new one. */
static int finish_baseline(struct scan *scan)
{
	const struct scan_options *o = scan->options;
	struct ml_baseline *old = scan->judge.baseline;
	size_t gone = old ? ml_baseline_gone(old, ml_rules, &scan->judge.check) : 0;
	struct ml_buf out;

	if (gone && !o->quiet && !o->write_baseline)
		cli_complain("%zu of %zu findings in the baseline '%s' %s gone; --write-baseline writes one without", gone, old->entries_nr, o->baseline,
			     gone == 1 ? "is" : "are");
	if (!o->write_baseline)
		return EXIT_CLEAN;
	ml_buf_init(&out, ML_LIMIT_REPORT_BYTES);
	ml_baseline_write(&out, scan->judge.arena, scan->results[0].verdict, old);
	return cli_write(&out, o->write_baseline);
}

/* here: no PATH was given. Then git's variables are heeded, as git sets them in hooks: with a PATH they may mean another repository. */
static int scan_all(const struct scan_options *o, const struct opt_list *paths, bool here, const struct ml_knowledge *knowledge,
		    struct ml_arena *arena)
{
	struct scan scan = {
		.options = o,
		.here = here,
		.results = ml_arena_array(arena, struct ml_result, paths->nr),
		.gits = ml_arena_array(arena, struct ml_git *, paths->nr),
	};

	struct ml_error err = { 0 };
	struct opt_list also = { 0 };

	if (read_standards(&also, o, arena, &err))
		return cli_fail(&err);
	judge_init(&scan.judge, arena);
	ml_buf_init(&scan.diff, ML_LIMIT_REPORT_BYTES);
	scan.judge.knowledge = knowledge;
	if (set_up(&scan, &also, &err))
		judge_worsen(&scan.judge, cli_fail(&err));
	else
		scan_paths(&scan, paths);
	if (o->diff && !err.kind)
		judge_worsen(&scan.judge, cli_write(&scan.diff, o->output));
	else if (scan.results_nr || (paths->nr > 1 && !err.kind))
		judge_worsen(&scan.judge, write_report(&scan, paths->nr));
	if (scan.results_nr)
		judge_worsen(&scan.judge, finish_baseline(&scan));
	judge_release(&scan.judge);
	for (size_t i = 0; i < scan.gits_nr; i++)
		ml_git_close(scan.gits[i]);
	return scan.judge.status;
}

/* Folders in which base models may lie; where one is missing, that is no option. */
static int add_upstreams(const struct ml_knowledge **knowledge, struct ml_arena *arena, const struct opt_list *folders, struct ml_error *err)
{
	struct ml_knowledge *with = ml_arena_alloc(arena, sizeof *with);

	for (size_t i = 0; i < folders->nr; i++) {
		struct stat st;
		if (stat(folders->at[i], &st) || !S_ISDIR(st.st_mode))
			return ml_error_set(err, ML_ERROR_USAGE, "--upstream: no folder '%s'", folders->at[i]);
	}
	*with = **knowledge;
	with->upstreams = folders->at;
	with->upstreams_nr = folders->nr;
	*knowledge = with;
	return 0;
}

static int run(const struct command *self, char **args, size_t args_nr)
{
	struct ml_arena *arena = ml_arena_new();
	struct scan_options o = { .fail_on = -1 };
	struct opt_list paths = { 0 };
	struct ml_error err = { 0 };
	const struct ml_knowledge *knowledge;
	const char *here[] = { "." };
	int status;

	if (cli_parse(self, &o.common, &paths, arena, args, args_nr, &status))
		goto done;
	bool none = !paths.nr;
	if (none)
		paths = (struct opt_list){ here, 1, 1 };
	if (cli_check_rules(&o.select, &err) || cli_check_rules(&o.ignore, &err) || check_source(&o, &paths, &err) || check_fixes(&o, &err) ||
	    cli_knowledge(&knowledge, arena, &o.knowledge, &err) || add_upstreams(&knowledge, arena, &o.upstream, &err))
		status = cli_fail(&err);
	else
		status = scan_all(&o, &paths, none, knowledge, arena);
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
		 "they call open source what their licenses limit. With --staged, --rev or --range they are read from git's "
		 "objects.\n\n"
		 "The nearest .mlint.yml, up to the top of the repository, sets severities, ignores, paths, a policy and more, "
		 "and a comment 'mlint: ignore ML201 reason' hides a finding on its line or the next; README.md shows both. "
		 "Options weigh more, and --no-config heeds neither.\n\n"
		 "Exit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage, 3 something could not be "
		 "judged. The highest "
		 "wins.",
	.options = options,
	.options_nr = sizeof options / sizeof *options,
	.run = run,
};
