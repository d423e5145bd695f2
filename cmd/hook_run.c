/*
 * What the hooks call. A commit or push is stopped by the findings that it adds; those that were there before are counted. The
 * rule about what cannot be judged: a developer is told and let through (but with mlint.strict), a server refuses.
 */
#include "cmd/hook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cmd/judge.h"
#include "lint/base/limits.h"
#include "lint/report/report.h"

/* After so many trees the memory of a run is given back: a push may have a thousand refs. */
#define TREES_KEPT 64

/* What was told of a ref; another may have the same. */
struct told {
	const char *ref;
	const struct ml_verdict *verdict;
};

struct run {
	enum hook_kind kind;
	struct ml_arena *arena;
	struct ml_git *git;
	struct judge judge;
	struct told *told;
	size_t told_nr, told_cap;
	bool strict;
	bool stopped; /* new findings at or above error */
	bool unheeded; /* what was pushed says how to judge it, and a server does not heed that */
	int status;   /* of what could not be judged, and of usage */
	time_t deadline;
};

static void worsen(struct run *run, int status)
{
	run->status = status > run->status ? status : run->status;
}

/*
 * What is pushed to a server says nothing about how it is judged, neither in a configuration nor in its files, unless the server allows it
 * (mlint.repositoryConfig); its own configuration is mlint.config.
 */
static int configure(struct run *run, const struct ml_git_settings *settings, struct ml_error *err)
{
	const char *top = ml_git_top(run->git) ? ml_git_top(run->git) : ml_git_folder(run->git), *path = settings->config;
	bool trusted = settings->own || !hooks[run->kind].server;

	if (path && *path != '/')
		path = ml_arena_printf(run->arena, "%s/%s", top, path);
	if (judge_configure(&run->judge, path, err))
		return ml_error_prefix(err, "in the configuration that mlint.config names");
	run->judge.own &= trusted;
	run->judge.check.heed = trusted;
	return 0;
}

static int open_repository(struct run *run)
{
	struct ml_error err = { 0 };
	struct ml_git_settings settings;

	run->arena = ml_arena_new();
	run->told = NULL;
	run->told_nr = run->told_cap = 0;
	judge_init(&run->judge, run->arena);
	run->judge.again = true;
	if (ml_git_open(&run->git, run->arena, ".", true, &err))
		return cli_fail(&err);
	ml_git_settings_read(&settings, run->git);
	run->strict = settings.strict || hooks[run->kind].server;
	if (configure(run, &settings, &err))
		return cli_fail(&err);
	return EXIT_CLEAN;
}

static void close_repository(struct run *run)
{
	worsen(run, run->judge.status > EXIT_FINDINGS ? run->judge.status : EXIT_CLEAN);
	judge_release(&run->judge);
	ml_git_close(run->git);
	run->git = NULL;
	ml_arena_free(run->arena);
}

static bool in_time(struct run *run)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	if (!run->deadline)
		run->deadline = now.tv_sec + ML_LIMIT_HOOK_SECONDS;
	if (now.tv_sec < run->deadline)
		return true;
	cli_complain("the push is not judged whole: that takes longer than %u seconds", ML_LIMIT_HOOK_SECONDS);
	worsen(run, EXIT_UNJUDGED);
	return false;
}

static bool has_same_findings(const struct ml_verdict *a, const struct ml_verdict *b)
{
	bool same = a->findings_nr == b->findings_nr;

	for (size_t i = 0; same && i < a->findings_nr; i++)
		same = !strcmp(a->findings[i].fingerprint, b->findings[i].fingerprint);
	return same;
}

/* The ref of which the same was told, or NULL. */
static const char *told_before(struct run *run, const struct ml_verdict *verdict, const char *ref)
{
	struct told now = { ref, verdict };

	for (size_t i = 0; i < run->told_nr; i++)
		if (has_same_findings(run->told[i].verdict, verdict))
			return run->told[i].ref;
	now.ref = ml_arena_dup(run->arena, ml_span_of(ref));
	ML_PUSH(run->arena, run->told, run->told_nr, run->told_cap, now);
	return NULL;
}

static void report(struct run *run, const struct ml_result *result, const char *ref)
{
	struct ml_report_options options = {
		.color = !hooks[run->kind].server && cli_color(0, false),
		.quiet = true,
		.version = MLINT_VERSION,
		.columns = cli_columns(),
		.wrap = cli_wrap(false),
	};
	const char *same = NULL;
	struct ml_buf out;

	if (!result->verdict->findings_nr)
		return;
	ml_buf_init(&out, ML_LIMIT_REPORT_BYTES);
	if (ref) {
		same = told_before(run, result->verdict, ref);
		ml_add_escaped(&out, ml_span_of(ref), false);
		ml_buf_adds(&out, same ? ": the same as " : ":\n");
	}
	if (same) {
		ml_add_escaped(&out, ml_span_of(same), false);
		ml_buf_addc(&out, '\n');
	} else {
		ml_reporter_find(ml_span_of("human"))->write(&out, result, 1, &options);
	}
	worsen(run, cli_write(&out, NULL));
}

static void tell_old(const struct run *run, size_t old, const char *ref)
{
	const char *how = run->kind == HOOK_PRE_COMMIT && !getenv("PRE_COMMIT") ? " ('mlint --staged' shows all)" : "";

	if (old == 1)
		cli_complain("%s%s1 finding was there before%s", ref ? ref : "", ref ? ": " : "", how);
	else if (old)
		cli_complain("%s%s%zu findings were there before%s", ref ? ref : "", ref ? ": " : "", old, how);
}

/* ref: whose commit it is, or NULL. */
static void judge_one(struct run *run, struct judged *what, const char *ref)
{
	struct ml_error err = { 0 };
	struct ml_result result;
	size_t old = 0;

	what->git = run->git;
	what->path = ml_git_top(run->git) ? ml_git_top(run->git) : ml_git_folder(run->git);
	if (judge_run(&run->judge, what, &result, &old, &err)) {
		worsen(run, cli_fail(&err));
		return;
	}
	report(run, &result, ref);
	tell_old(run, old, ref);
	judge_findings(&run->judge, result.verdict);
	run->unheeded |= !run->judge.check.heed && ml_tree_find(result.facts->tree, ML_CONFIG_NAME);
	run->stopped |= run->judge.failing;
	run->strict |= run->judge.strict;
}

/* The framework's other stages (post-checkout, post-merge, post-rewrite, pre-rebase) add nothing to a repository; only what it sets tells them. */
static bool is_other_stage(void)
{
	static const char *const signs[] = { "PRE_COMMIT_CHECKOUT_TYPE", "PRE_COMMIT_IS_SQUASH_MERGE", "PRE_COMMIT_REWRITE_COMMAND",
					     "PRE_COMMIT_PRE_REBASE_UPSTREAM" };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (getenv(signs[i]))
			return true;
	return false;
}

/* The pre-commit framework runs a hook over two commits, or over all files, and says so in its environment. */
static bool run_for_framework(struct run *run)
{
	const char *from = getenv("PRE_COMMIT_FROM_REF"), *to = getenv("PRE_COMMIT_TO_REF");
	struct judged what = { .revision = to, .old = { from } };

	if (!from || !to || !*from || !*to)
		return false;
	judge_one(run, &what, NULL);
	return true;
}

/* The other side of a merge that was left to be finished: what it has is nothing new either. NULL where there is none. */
static const char *merged(struct run *run)
{
	const char *path = ml_arena_printf(run->arena, "%s/MERGE_HEAD", ml_git_folder(run->git));

	return access(path, F_OK) ? NULL : ml_git_commit(run->git, "MERGE_HEAD", NULL);
}

static void run_pre_commit(struct run *run)
{
	struct judged what = { .staged = true };
	enum ml_staged staged = ML_STAGED_ROLE;
	bool born = ml_git_born(run->git);

	if (is_other_stage() || run_for_framework(run))
		return;
	/* What fails here fails again where the index is judged, and is told there. */
	if (born && ml_git_staged(run->git, &staged, NULL))
		staged = ML_STAGED_ROLE;
	if (staged == ML_STAGED_OTHER)
		return;
	/* Nothing is staged: a commit of nothing, or the framework's --all-files, which asks for everything. */
	if (staged == ML_STAGED_NOTHING && !getenv("PRE_COMMIT"))
		return;
	if (born && staged == ML_STAGED_ROLE) {
		what.old[0] = "HEAD";
		what.old[1] = merged(run);
	}
	judge_one(run, &what, NULL);
}

static bool is_zeros(const char *id)
{
	return !id[strspn(id, "0")];
}

/* What the other side of a push has already of a new branch: where it left the others. */
static const char *parted_from(struct run *run, const char *commit, const char *remote)
{
	const char *head = "HEAD", *names[3];

	if (hooks[run->kind].server)
		return ml_git_parted_from(run->git, commit, &head, 1, "refs/");
	if (!remote)
		return NULL;
	/* These first, for there may be more than are looked at. */
	names[0] = ml_arena_printf(run->arena, "refs/remotes/%s/HEAD", remote);
	names[1] = ml_arena_printf(run->arena, "refs/remotes/%s/main", remote);
	names[2] = ml_arena_printf(run->arena, "refs/remotes/%s/master", remote);
	return ml_git_parted_from(run->git, commit, names, 3, ml_arena_printf(run->arena, "refs/remotes/%s/", remote));
}

/* A ref that moves from one commit to another; either may be zeros. */
static void run_ref(struct run *run, const char *old, const char *new, const char *ref, const char *remote)
{
	struct ml_error err = { 0 };
	struct judged what = { 0 };

	if (is_zeros(new) || !in_time(run))
		return;
	what.revision = ml_git_commit(run->git, new, &err);
	if (!what.revision) {
		if (err.kind == ML_ERROR_UNJUDGED)
			worsen(run, cli_fail(&err));
		return; /* a tag of something that is no commit holds no model */
	}
	if (!is_zeros(old))
		what.old[0] = ml_git_commit(run->git, old, NULL); /* not here: somebody else pushed it */
	if (!what.old[0])
		what.old[0] = parted_from(run, what.revision, remote);
	if (what.old[0] && !strcmp(what.old[0], what.revision))
		return;
	judge_one(run, &what, ref);
}

/* The words of a line, at most max. */
static size_t split(char *line, char **words, size_t max)
{
	size_t nr = 0;

	while (nr < max && *(line += strspn(line, " "))) {
		words[nr++] = line;
		line += strcspn(line, " ");
		if (*line)
			*line++ = '\0';
	}
	return nr;
}

/* "local-ref local-id remote-ref remote-id" of a push, "old-id new-id ref" on a server. */
static void run_line(struct run *run, char *line, const char *remote)
{
	char *words[4];
	bool server = hooks[run->kind].server;
	size_t nr = split(line, words, server ? 3 : 4);

	if (server && nr == 3) {
		run_ref(run, words[0], words[1], words[2], NULL);
	} else if (!server && nr == 4) {
		run_ref(run, words[3], words[1], words[2], remote);
	} else if (nr) {
		cli_complain("standard input is not what git gives to this hook");
		worsen(run, EXIT_USAGE);
	}
}

/* Gives back the memory of the trees so far. */
static int refresh(struct run *run)
{
	judge_watch(true);
	if (run->judge.trees_nr < TREES_KEPT)
		return EXIT_CLEAN;
	close_repository(run);
	return open_repository(run);
}

static void run_refs(struct run *run, const char *remote)
{
	char *line = NULL;
	size_t room = 0, refs_nr = 0, bytes = 0;
	ssize_t len;

	while ((len = getline(&line, &room, stdin)) > 0) {
		bytes += (size_t)len;
		if (++refs_nr > ML_LIMIT_HOOK_REFS || bytes > ML_LIMIT_HOOK_BYTES) {
			cli_complain("the push is not judged whole: it has more refs than %u", ML_LIMIT_HOOK_REFS);
			worsen(run, EXIT_UNJUDGED);
			break;
		}
		if (line[len - 1] == '\n')
			line[len - 1] = '\0';
		run_line(run, line, remote);
		if (refresh(run))
			break;
	}
	free(line);
}

static void run_update(struct run *run, const struct opt_list *args)
{
	if (args->nr == 3) {
		run_ref(run, args->at[1], args->at[2], args->at[0], NULL);
		return;
	}
	cli_complain("git gives an update hook three words: the ref, its old and its new id");
	worsen(run, EXIT_USAGE);
}

static int conclude(const struct run *run)
{
	static const char *const what[] = { [HOOK_PRE_COMMIT] = "commit", [HOOK_PRE_PUSH] = "push", [HOOK_PRE_RECEIVE] = "push", [HOOK_UPDATE] = "ref" };
	const char *word = what[run->kind];
	bool told = run->stopped && getenv("PRE_COMMIT"); /* the framework says that a hook failed, and knows of what */

	if (run->status == EXIT_UNJUDGED && !run->strict && !run->stopped)
		cli_complain("not all could be judged, and the %s is let through (git config mlint.strict true stops it)", word);
	else if (hooks[run->kind].server && (run->status >= EXIT_USAGE || run->stopped))
		cli_complain("the %s is refused%s", word, !run->stopped ? ": it could not be judged"
						 : run->unheeded ? " (this server does not heed the " ML_CONFIG_NAME " in it)" : "");
	else if ((run->status >= EXIT_USAGE || run->stopped) && !told)
		cli_complain("the %s is stopped%s ('git %s --no-verify' goes past the hook)", word, run->stopped ? "" : ": it could not be judged", word);
	if (run->status == EXIT_UNJUDGED && !run->strict)
		return run->stopped ? EXIT_FINDINGS : EXIT_CLEAN;
	return run->status >= EXIT_USAGE ? run->status : run->stopped ? EXIT_FINDINGS : EXIT_CLEAN;
}

int hook_run(enum hook_kind kind, const struct opt_list *args)
{
	struct run run = { .kind = kind };

	judge_watch(true);
	worsen(&run, open_repository(&run));
	if (run.status) {
		/* told */
	} else if (kind == HOOK_PRE_COMMIT) {
		run_pre_commit(&run);
	} else if (kind == HOOK_UPDATE) {
		run_update(&run, args);
	} else {
		run_refs(&run, args->nr ? args->at[0] : NULL);
	}
	close_repository(&run);
	return conclude(&run);
}
