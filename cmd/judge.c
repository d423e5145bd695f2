#include "cmd/judge.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "lint/base/limits.h"
#include "lint/check/unjudged.h"
#include "lint/facts/history.h"
#include "rules/registry.h"

#define DAY_BYTES 11 /* "2026-11-22" */

/* The day in UTC, "2026-11-22", of SOURCE_DATE_EPOCH or of the clock. Asked for a configuration alone: gmtime reads a file of time zones. */
static const char *today(struct ml_arena *arena)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end = NULL, *out = ml_arena_alloc(arena, DAY_BYTES);
	struct tm day;
	time_t now = epoch && *epoch ? (time_t)strtoll(epoch, &end, 10) : 0;

	if (!end || *end)
		now = time(NULL);
	return gmtime_r(&now, &day) && strftime(out, DAY_BYTES, "%Y-%m-%d", &day) ? out : "1970-01-01";
}

void judge_init(struct judge *judge, struct ml_arena *arena)
{
	*judge = (struct judge){
		.arena = arena, .scratch = ml_arena_new(), .patterns = ml_patterns_new(), .fail_on = -1, .failed_on = ML_SEVERITY_ERROR,
		.knowledge = &ml_builtin_knowledge, .own = true
	};
	ml_patterns_use(judge->patterns, judge->knowledge->patterns);
	judge->check.heed = true;
}

int judge_configure(struct judge *judge, const char *path, struct ml_error *err)
{
	if (path && settings_of_file(&judge->given, judge->arena, path, judge->knowledge, err))
		return -1;
	judge->own = !path;
	return 0;
}

void judge_release(struct judge *judge)
{
	for (size_t i = 0; i < judge->trees_nr; i++)
		ml_tree_close(judge->trees[i]);
	ml_patterns_free(judge->patterns);
	ml_arena_free(judge->scratch);
}

void judge_worsen(struct judge *judge, int status)
{
	judge->status = status > judge->status ? status : judge->status;
}

static void too_long(int number)
{
	static const char text[] = "mlint: the repository takes too long to read\n";

	(void)number;
	if (write(STDERR_FILENO, text, sizeof text - 1) < 0)
		_exit(EXIT_UNJUDGED);
	_exit(EXIT_UNJUDGED);
}

void judge_watch(bool on)
{
	struct sigaction act = { .sa_handler = too_long };
	struct itimerval limit = { .it_value = { .tv_sec = on ? ML_LIMIT_GIT_SECONDS : 0 } };

	/* Computing time: a busy machine is no reason. */
	sigaction(SIGPROF, &act, NULL);
	setitimer(ITIMER_PROF, &limit, NULL);
}

static double now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Says what could not be judged; such a run never ends with 0. */
static void report_unjudged(struct judge *judge, const struct ml_result *result)
{
	struct ml_unjudged *list;
	size_t nr = ml_unjudged_list(&list, result->facts, result->verdict);

	for (size_t i = 0; i < nr; i++)
		cli_complain("%s: %s", list[i].path ? list[i].path : result->facts->tree->given, list[i].why);
	if (nr)
		judge_worsen(judge, EXIT_UNJUDGED);
}

/* What the command line says weighs more than the configuration. */
static enum ml_severity severity_of(const struct judge *judge)
{
	if (judge->fail_on >= 0)
		return (enum ml_severity)judge->fail_on;
	return judge->last && judge->last->config.fail_on >= 0 ? (enum ml_severity)judge->last->config.fail_on : ML_SEVERITY_ERROR;
}

void judge_findings(struct judge *judge, const struct ml_verdict *verdict)
{
	enum ml_severity from = severity_of(judge);

	judge->failing = false;
	judge->failed_on = from < judge->failed_on ? from : judge->failed_on;
	for (size_t i = 0; i < verdict->findings_nr; i++)
		judge->failing |= verdict->findings[i].severity >= from;
	if (judge->failing && !judge->exit_zero)
		judge_worsen(judge, EXIT_FINDINGS);
}

static int open_tree(struct judge *judge, struct ml_tree **out, const char *path, const struct ml_tree_options *options,
		     struct ml_error *err)
{
	if (ml_tree_open(out, judge->arena, path, options, err))
		return -1;
	ML_PUSH(judge->arena, judge->trees, judge->trees_nr, judge->trees_cap, *out);
	return 0;
}

/* The tree that is asked for, or the folder in its place. */
static int open_judged(struct judge *judge, struct ml_tree **out, const struct judged *what, struct ml_error *err)
{
	struct ml_tree_options options = { .git = what->git, .staged = what->staged, .revision = what->revision };
	struct ml_error why = { 0 };

	if (!what->staged && !what->revision)
		return open_tree(judge, out, what->path, &(struct ml_tree_options){ 0 }, err);
	if (!open_tree(judge, out, what->path, &options, err))
		return 0;
	if (err->kind != ML_ERROR_UNJUDGED || !ml_git_top(what->git) ||
	    open_tree(judge, out, what->path, &(struct ml_tree_options){ 0 }, &why))
		return -1;
	cli_complain("%s; the work tree is judged instead", err->text);
	judge_worsen(judge, EXIT_UNJUDGED);
	return 0;
}

/* What a configuration says of a tree: in check, in which files are its own, in *settings. */
static int heed_settings(struct judge *judge, struct ml_tree *tree, struct ml_check_options *check, const struct settings **settings,
			 struct ml_error *err)
{
	struct ml_config_found found = { .below = tree->within };

	*settings = judge->given;
	check->heed &= !tree->cached;
	check->config_foreign = judge->given != NULL;
	if (judge->own && settings_of_tree(settings, &found, judge->arena, tree, judge->knowledge, judge->last, err))
		return -1;
	if (!*settings)
		return 0;
	check->config = &(*settings)->config;
	check->today = today(judge->arena);
	check->config_file = found.here;
	check->below = found.below;
	if (check->config->standard >= 0 && !check->also) {
		const struct ml_standard_info *standard = &judge->knowledge->openness->standards[check->config->standard];
		check->also = standard->rules;
		check->also_nr = standard->rules_nr;
	}
	return ml_config_mark(check->config, found.below, tree, judge->arena, err);
}

/* Whether a rule that is off was asked for by name. */
static bool is_selected(const struct ml_check_options *check, const char *code)
{
	const struct ml_rule *rule = check->select_nr ? ml_rule_find(ml_rules, ml_span_of(code)) : NULL;

	for (size_t i = 0; rule && i < check->select_nr; i++)
		if (ml_rule_named(rule, check->select[i]))
			return true;
	return false;
}

/* History costs more than all else: only its own rule makes it worth it. A plain folder has none. */
static int read_history(struct judge *judge, struct ml_facts *facts, const struct ml_check_options *check, struct ml_error *err)
{
	struct ml_git *git;

	if (!is_selected(check, "ML807") || !facts->tree->revision || facts->tree->kind == ML_SOURCE_FOLDER)
		return 0;
	judge_watch(true);
	if (ml_git_open(&git, judge->arena, facts->tree->given, false, err))
		return -1;
	int status = ml_history_collect(facts, git, err);
	ml_git_close(git);
	if (facts->tree->kind == ML_SOURCE_WORKTREE) /* else the watch is that of who reads the tree */
		judge_watch(false);
	return status;
}

/* What came of a tree that holds the same and was judged before, where its name does not matter; false where there is none. */
static bool judged_before(struct ml_result *out, const struct judge *judge, const struct ml_tree *tree, const struct settings *settings)
{
	for (size_t i = 0; i < judge->known_nr; i++)
		if (judge->known[i].settings == settings && ml_tree_same(judge->known[i].result.facts->tree, tree)) {
			*out = judge->known[i].result;
			return true;
		}
	return false;
}

static int judge_by(struct judge *judge, struct ml_tree *tree, const struct ml_check_options *check, const struct settings *settings,
		    struct ml_result *out, struct ml_error *err)
{
	const struct ml_knowledge *knowledge = settings ? settings->knowledge : judge->knowledge;
	struct ml_verdict *verdict = ml_arena_alloc(judge->arena, sizeof *verdict);
	struct ml_facts *facts;

	if (ml_facts_collect(&facts, judge->arena, judge->scratch, tree, knowledge, judge->patterns, err) ||
	    read_history(judge, facts, check, err) || ml_check_run(verdict, facts, ml_rules, check, err))
		return ml_error_prefix(err, "in '%s'", tree->given ? tree->given : tree->id);
	*out = (struct ml_result){ facts, verdict };
	struct known_tree known = { *out, settings };
	ML_PUSH(judge->arena, judge->known, judge->known_nr, judge->known_cap, known);
	return 0;
}

int judge_tree(struct judge *judge, struct ml_tree *tree, struct ml_result *out, struct ml_error *err)
{
	struct ml_check_options check = judge->check;
	const struct settings *settings;

	if (heed_settings(judge, tree, &check, &settings, err))
		return -1;
	if (settings && judge->verbose)
		cli_complain("configuration: %s", settings->config.path);
	judge->last = settings;
	judge->strict = settings && settings->config.strict;
	return judge->again && judged_before(out, judge, tree, settings) ? 0 : judge_by(judge, tree, &check, settings, out, err);
}

/* An old tree's configuration may be what a commit mends: one that is broken says nothing. */
static int judge_old(struct judge *judge, struct ml_tree *tree, struct ml_result *out, struct ml_error *err)
{
	struct ml_check_options check = judge->check;
	const struct settings *settings;
	struct ml_error why = { 0 };

	if (heed_settings(judge, tree, &check, &settings, &why)) {
		cli_complain("%s; of the older revision it is not heeded", why.text);
		check = judge->check;
		settings = NULL;
	}
	return judged_before(out, judge, tree, settings) ? 0 : judge_by(judge, tree, &check, settings, out, err);
}

static bool has_finding(const struct ml_verdict *verdict, const char *fingerprint)
{
	for (size_t i = 0; i < verdict->findings_nr; i++)
		if (!strcmp(verdict->findings[i].fingerprint, fingerprint))
			return true;
	return false;
}

/* A copy of the verdict without the findings that the old one has. What the repository is, the class and the contradiction, stays. */
static struct ml_verdict *leave_out(struct ml_arena *arena, const struct ml_verdict *verdict, const struct ml_verdict *old)
{
	struct ml_finding *findings = ml_arena_array(arena, struct ml_finding, verdict->findings_nr);
	struct ml_verdict *out = ml_arena_alloc(arena, sizeof *out);
	*out = *verdict;
	out->findings = findings;
	out->findings_nr = 0;
	for (size_t i = 0; i < verdict->findings_nr; i++) {
		if (!has_finding(old, verdict->findings[i].fingerprint))
			findings[out->findings_nr++] = verdict->findings[i];
	}
	ml_verdict_count(out);
	return out;
}

/* An old revision that cannot be read leaves nothing out, and the status is 3; where nothing could be left out, it is not read. */
static int compare(struct judge *judge, const struct judged *what, const char *revision, struct ml_result *result,
		   struct ml_error *err)
{
	struct ml_tree_options options = { .git = what->git, .revision = revision, .known = judge->again };
	struct ml_tree *tree;
	struct ml_result old;
	bool found = result->verdict->findings_nr > 0;

	if (found ? open_tree(judge, &tree, what->path, &options, err) : !ml_git_commit(what->git, revision, err)) {
		if (err->kind != ML_ERROR_UNJUDGED)
			return -1;
		cli_complain("%s; nothing is taken for old", err->text);
		judge_worsen(judge, EXIT_UNJUDGED);
		return 0;
	}
	if (!found)
		return 0;
	if (judge_old(judge, tree, &old, err))
		return -1;
	result->verdict = leave_out(judge->arena, result->verdict, old.verdict);
	return 0;
}

int judge_run(struct judge *judge, const struct judged *what, struct ml_result *out, size_t *left_out, struct ml_error *err)
{
	double start = now_ms(), opened;
	struct ml_tree *tree;

	if (open_judged(judge, &tree, what, err))
		return -1;
	opened = now_ms();
	for (size_t i = 0; what->fixed && i < what->fixed->patches_nr; i++)
		ml_tree_put(tree, what->fixed->patches[i].path, what->fixed->patches[i].after);
	if (judge_tree(judge, tree, out, err))
		return -1;
	if (!what->fixed)
		report_unjudged(judge, out);
	if (judge->baseline)
		out->verdict = ml_baseline_apply(judge->baseline, judge->arena, out->verdict);
	size_t all = out->verdict->findings_nr;
	for (size_t i = 0; i < sizeof what->old / sizeof *what->old; i++)
		if (what->old[i] && compare(judge, what, what->old[i], out, err))
			return -1;
	*left_out = all - out->verdict->findings_nr;
	if (judge->verbose)
		fprintf(stderr, "mlint: %zu files: listed in %.1f ms, read and judged in %.1f ms\n", tree->files_nr, opened - start,
			now_ms() - opened);
	return 0;
}
