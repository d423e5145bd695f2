#include "cmd/fix.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "cmd/fix_write.h"
#include "lint/base/limits.h"
#include "lint/fix/diff.h"
#include "lint/report/spot.h"

/* Round after round, until nothing is left that a fix could do. *left: what the fixes leave. */
static int plan(struct ml_fixed *fixed, struct judge *judge, const struct judged *what, const struct fixing *fixing,
		struct ml_result *left, struct ml_error *err)
{
	struct judged then = *what;
	size_t old;

	then.fixed = fixed;
	for (unsigned round = 0; round < ML_LIMIT_FIX_ROUNDS; round++) {
		if (!ml_fix_round(fixed, left->verdict, fixing->offered))
			break;
		if (judge_run(judge, &then, left, &old, err))
			return -1;
	}
	return 0;
}

/* Where a killed run may have written: beside every file of the kinds that fixes are made in. */
static void sweep(struct ml_arena *arena, const struct ml_tree *tree)
{
	const char *last = NULL;

	fix_sweep(tree->root, "");
	for (size_t i = 0; i < tree->files_nr; i++) {
		const struct ml_file *file = &tree->files[i];
		const char *slash = strrchr(file->path, '/');
		bool fixable = file->role == ML_ROLE_CARD || file->role == ML_ROLE_TRANSLATION || file->role == ML_ROLE_LICENSE ||
			       file->role == ML_ROLE_NOTICE || file->role == ML_ROLE_PACKAGE;
		if (!slash || !fixable || file->outside)
			continue;
		char *folder = ml_arena_dup(arena, (struct ml_span){ file->path, (size_t)(slash - file->path) });
		if (!last || strcmp(last, folder) != 0)
			fix_sweep(tree->root, folder);
		last = folder;
	}
}

static size_t write_all(struct judge *judge, const struct ml_fixed *fixed, const struct ml_tree *tree)
{
	size_t failed = 0;

	sweep(judge->arena, tree);
	for (size_t i = 0; i < fixed->patches_nr; i++) {
		struct ml_error err = { 0 };
		if (!fix_write(tree->root, &fixed->patches[i], &err))
			continue;
		judge_worsen(judge, cli_fail(&err));
		failed++;
	}
	return failed;
}

/* Only what could be written is shown. git counts the paths of a diff from the top of the work tree; elsewhere they count from the current folder. */
static size_t show_all(struct judge *judge, const struct ml_fixed *fixed, const struct ml_result *result, struct ml_buf *out)
{
	const struct ml_tree *tree = result->facts->tree;
	char here[PATH_MAX];
	struct ml_report_options options = { .folder = getcwd(here, sizeof here) };
	const char *prefix = ml_spot_path(result, &options, "");
	size_t failed = 0;

	for (size_t i = 0; i < fixed->patches_nr; i++) {
		struct ml_error err = { 0 };
		if (!fix_check(tree->root, &fixed->patches[i], &err)) {
			ml_fix_diff(out, judge->scratch, &fixed->patches[i], prefix);
			ml_arena_reset(judge->scratch);
			continue;
		}
		judge_worsen(judge, cli_fail(&err));
		failed++;
	}
	return failed;
}

static size_t count_gone(const struct ml_fixed *fixed, const struct ml_verdict *left)
{
	size_t gone = 0;

	for (size_t i = 0; i < fixed->done_nr; i++) {
		size_t k = 0;
		while (k < left->findings_nr && strcmp(left->findings[k].fingerprint, fixed->done[i]) != 0)
			k++;
		gone += k == left->findings_nr;
	}
	return gone;
}

/* "fixed 2 findings in 1 file; 3 findings are left" */
static void tell(const struct judged *what, const struct fixing *fixing, size_t gone, size_t files, size_t left)
{
	const char *found = gone == 1 ? "" : "s", *in = files == 1 ? "" : "s";

	if (!fixing->write)
		cli_complain("%zu finding%s could be fixed in %zu file%s; nothing was written", gone, found, files, in);
	else if (what->staged)
		cli_complain("fixed %zu finding%s in %zu file%s of the work tree; the index is as it was: 'git add' what you want to commit", gone,
			     found, files, in);
	else
		cli_complain("fixed %zu finding%s in %zu file%s; %zu %s left", gone, found, files, in, left, left == 1 ? "is" : "are");
}

int fix_run(struct judge *judge, const struct judged *what, const struct fixing *fixing, struct ml_result *result, struct ml_error *err)
{
	struct ml_fixed fixed = { .arena = judge->arena };
	struct ml_result left = *result;
	const struct ml_tree *tree = result->facts->tree;
	size_t failed, old;

	if (plan(&fixed, judge, what, fixing, &left, err))
		return -1;
	failed = fixing->write ? write_all(judge, &fixed, tree) : show_all(judge, &fixed, result, fixing->diff);
	if (failed && fixing->write) {
		struct ml_fixed none = { 0 };
		struct judged now = *what;
		now.fixed = &none;
		if (judge_run(judge, &now, &left, &old, err))
			return -1;
	}
	if (!fixing->quiet)
		tell(what, fixing, count_gone(&fixed, left.verdict), fixed.patches_nr - failed, left.verdict->findings_nr);
	if (fixing->write && !what->staged)
		*result = left;
	return 0;
}
