/* mlint hook: git's hooks, put in, taken out, and run. */
#include "cmd/hook.h"

#include <string.h>

#include "cmd/suggest.h"

extern const char hook_pre_commit[], hook_pre_push[], hook_pre_receive[], hook_update[];

const struct hook hooks[HOOK_KINDS] = {
	[HOOK_PRE_COMMIT] = { "pre-commit", hook_pre_commit, false },
	[HOOK_PRE_PUSH] = { "pre-push", hook_pre_push, false },
	[HOOK_PRE_RECEIVE] = { "pre-receive", hook_pre_receive, true },
	[HOOK_UPDATE] = { "update", hook_update, true },
};

struct hook_options {
	struct common common;
	bool kinds[HOOK_KINDS];
};

#define KIND(kind) offsetof(struct hook_options, kinds) + (kind) * sizeof(bool)
static const struct opt options[] = {
	{ "pre-commit", 0, OPT_FLAG, NULL, "before a commit: the index against HEAD", KIND(HOOK_PRE_COMMIT) },
	{ "pre-push", 0, OPT_FLAG, NULL, "before a push: what is pushed against what the other side has", KIND(HOOK_PRE_PUSH) },
	{ "pre-receive", 0, OPT_FLAG, NULL, "on a server: a push as a whole", KIND(HOOK_PRE_RECEIVE) },
	{ "update", 0, OPT_FLAG, NULL, "on a server: each ref of a push by itself", KIND(HOOK_UPDATE) },
	OPT_HELP,
};

static size_t count(const bool *kinds)
{
	size_t nr = 0;

	for (size_t i = 0; i < HOOK_KINDS; i++)
		nr += kinds[i];
	return nr;
}

/* Without a word which: those of a work tree, or that of a server. */
static void choose(bool *kinds, const struct ml_git *git, bool all)
{
	if (count(kinds))
		return;
	kinds[HOOK_PRE_COMMIT] = kinds[HOOK_PRE_PUSH] = all || ml_git_top(git);
	kinds[HOOK_PRE_RECEIVE] = all || !ml_git_top(git);
	kinds[HOOK_UPDATE] = all;
}

static int run_kind(const bool *kinds, const struct opt_list *args)
{
	enum hook_kind kind = HOOK_PRE_COMMIT;

	if (count(kinds) != 1) {
		cli_complain("hook run asks for one of --pre-commit, --pre-push, --pre-receive and --update");
		return EXIT_USAGE;
	}
	while (!kinds[kind])
		kind++;
	return hook_run(kind, args);
}

static int unknown_action(const char *word)
{
	struct suggestion near = { .typed = word };
	static const char *const actions[] = { "install", "uninstall", "status", "run" };

	if (!*word) {
		cli_complain("hook asks for one of install, uninstall, status and run");
		return EXIT_USAGE;
	}
	for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
		suggest(&near, actions[i]);
	cli_complain("hook takes install, uninstall, status or run, not '%s'%s", word, suggest_hint(&near, ""));
	return EXIT_USAGE;
}

static int act(const char *action, bool *kinds, const struct opt_list *args, struct ml_arena *arena)
{
	bool install = !strcmp(action, "install"), uninstall = !strcmp(action, "uninstall");
	struct ml_error err = { 0 };
	struct ml_git *git;
	int status;

	if (!strcmp(action, "run"))
		return run_kind(kinds, args);
	if (!install && !uninstall && strcmp(action, "status") != 0)
		return unknown_action(action);
	if (args->nr) {
		cli_complain("hook %s takes no '%s': run it in the repository", action, args->at[0]);
		return EXIT_USAGE;
	}
	if (ml_git_open(&git, arena, ".", true, &err))
		return cli_fail(&err);
	choose(kinds, git, !install);
	status = install ? hook_install(git, kinds) : uninstall ? hook_uninstall(git, kinds) : hook_status(git, kinds);
	ml_git_close(git);
	return status;
}

static int run(const struct command *self, char **args, size_t args_nr)
{
	struct ml_arena *arena = ml_arena_new();
	struct hook_options o = { 0 };
	struct opt_list operands = { 0 };
	int status;

	if (!cli_parse(self, &o.common, &operands, arena, args, args_nr, &status)) {
		if (operands.nr)
			status = act(operands.at[0], o.kinds, &(struct opt_list){ operands.at + 1, operands.nr - 1, 0 }, arena);
		else
			status = unknown_action("");
	}
	ml_arena_free(arena);
	return status;
}

const struct command hook_command = {
	.name = "hook",
	.arguments = "install|uninstall|status|run",
	.summary = "stop commits and pushes that would break the promise",
	.about = "install puts mlint into the hooks of the repository that it is run in (by default pre-commit and pre-push; in a bare one "
		 "pre-receive). It heeds core.hooksPath, and a hook that is there already is kept and called first. uninstall takes it out "
		 "and puts the former hook back, byte for byte. status tells what is there.\n\n"
		 "run is what the hooks call. Only what a commit or push adds stops it; what was there before is counted. Where something "
		 "cannot be judged, pre-commit and pre-push say so and let pass, unless 'git config mlint.strict true'; the hooks of a server "
		 "refuse.",
	.options = options,
	.options_nr = sizeof options / sizeof *options,
	.run = run,
};
