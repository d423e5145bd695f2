/*
 * Runs the examples of a rule's page through the real program: each Bad one must
 * raise the rule, no Good one may.
 *
 *     pages_run ROOT MLINT PAGE
 *
 * ROOT is the root of mlint's source, MLINT the program. Exit status: 0 all as the page says,
 * 1 not so, 2 wrong usage, 77 every example needs a text that this machine has not.
 */
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lint/base/json.h"
#include "tests/pages/page.h"
#include "tests/support/texts.h"

struct run {
	struct ml_arena *arena;
	const char *root, *mlint, *folder; /* folder: a fresh one, ours to remove */
	struct ml_span code;
	bool off; /* the rule must be selected to run */
};

enum outcome { OUTCOME_FINE, OUTCOME_WRONG, OUTCOME_SKIPPED };

/* Lines of only "{{license ID}}" become that text. Returns the id that is nowhere, or NULL. */
static const char *expand(struct ml_buf *out, const struct run *run, struct ml_span text)
{
	static const char mark[] = "{{license ";
	for (size_t at = 0; at < text.len;) {
		const char *end = memchr(text.at + at, '\n', text.len - at);
		size_t to = end ? (size_t)(end - text.at) + 1 : text.len;
		struct ml_span line = ml_span_sub(text, at, to);
		struct ml_span bare = ml_span_trim(line);
		at = to;
		if (!ml_span_starts(bare, mark) || !ml_span_ends(bare, "}}")) {
			ml_buf_add_span(out, line);
			continue;
		}
		struct ml_span id = ml_span_trim(ml_span_sub(bare, sizeof mark - 1, bare.len - 2));
		const char *name = ml_arena_dup(run->arena, id);
		struct ml_span license = texts_license(run->arena, run->root, name);
		if (!license.at)
			return name;
		ml_buf_add_span(out, license);
	}
	return NULL;
}

static int write_file(const struct run *run, struct ml_span name, struct ml_span text)
{
	char *path = ml_arena_printf(run->arena, "%s/%.*s", run->folder, ML_SPAN_ARG(name));
	for (char *slash = path + strlen(run->folder) + 1; (slash = strchr(slash, '/')); slash++) {
		*slash = '\0';
		if (mkdir(path, 0700) && errno != EEXIST)
			return -1;
		*slash = '/';
	}
	FILE *file = fopen(path, "wb");
	if (!file)
		return -1;
	bool short_write = text.len && fwrite(text.at, 1, text.len, file) != text.len;
	return fclose(file) || short_write ? -1 : 0;
}

/* The exit status of the program, or -1; its output is in the file. */
static int scan(const struct run *run, const char *output)
{
	char *argv[8] = { (char *)run->mlint, "scan", "--format", "json", (char *)run->folder };
	posix_spawn_file_actions_t actions;
	pid_t child;
	int status;
	if (run->off) {
		argv[5] = "--select";
		argv[6] = ml_arena_dup(run->arena, run->code);
	}
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	int failed = posix_spawn(&child, run->mlint, &actions, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	if (failed || waitpid(child, &status, 0) != child)
		return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* Whether the rule is among the findings; all their codes go into found. */
static bool raised(const struct run *run, const char *output, struct ml_buf *found)
{
	struct ml_parsed parsed = { 0 };
	bool mine = false;
	ml_json_parse(run->arena, texts_read(run->arena, output), &parsed);
	ml_node_each(finding, ml_node_get(parsed.root, "findings")) {
		struct ml_span code = ml_node_get_text(finding, "code");
		mine = mine || ml_span_eq(code, run->code);
		ml_buf_addf(found, " %.*s", ML_SPAN_ARG(code));
	}
	return mine;
}

static enum outcome judge(const struct run *run, const struct page_example *example)
{
	const char *output = ml_arena_printf(run->arena, "%s.json", run->folder);
	struct ml_buf found;
	int status = scan(run, output);
	ml_buf_init(&found, 4096);
	ml_buf_adds(&found, "");
	bool mine = raised(run, output, &found);
	unlink(output);
	enum outcome outcome = OUTCOME_FINE;
	if (status != 0 && status != 1) {
		printf("  mlint ended with status %d\n", status);
		outcome = OUTCOME_WRONG;
	} else if (mine != example->bad) {
		printf("  %s %.*s; found:%s\n", example->bad ? "does not raise" : "raises", ML_SPAN_ARG(run->code),
		       found.len ? found.at : " nothing");
		outcome = OUTCOME_WRONG;
	}
	ml_buf_release(&found);
	return outcome;
}

static enum outcome run_example(const struct run *run, const struct page_example *example)
{
	enum outcome outcome = OUTCOME_FINE;
	for (size_t i = 0; i < example->files_nr && outcome == OUTCOME_FINE; i++) {
		struct ml_buf text;
		ml_buf_init(&text, 64u << 20);
		ml_buf_adds(&text, "");
		const char *lacking = expand(&text, run, example->files[i].text);
		if (lacking) {
			printf("  SKIPPED: no text of the license '%s' on this machine\n", lacking);
			outcome = OUTCOME_SKIPPED;
		} else if (write_file(run, example->files[i].path, ml_buf_span(&text))) {
			printf("  cannot write '%.*s': %s\n", ML_SPAN_ARG(example->files[i].path), strerror(errno));
			outcome = OUTCOME_WRONG;
		}
		ml_buf_release(&text);
	}
	return outcome == OUTCOME_FINE ? judge(run, example) : outcome;
}

static int remove_entry(const char *path, const struct stat *stat, int kind, struct FTW *place)
{
	(void)stat, (void)kind, (void)place;
	return remove(path);
}

/* Each example in a folder of its own, below a name that a repository could have. */
static enum outcome run_fresh(struct run *run, const struct page_example *example)
{
	const char *temp = getenv("TMPDIR");
	char *home = ml_arena_printf(run->arena, "%s/mlint-pages-XXXXXX", temp && *temp ? temp : "/tmp");
	if (!mkdtemp(home)) {
		printf("  no temporary folder: %s\n", strerror(errno));
		return OUTCOME_WRONG;
	}
	run->folder = ml_arena_printf(run->arena, "%s/example", home);
	enum outcome outcome = mkdir(run->folder, 0700) ? OUTCOME_WRONG : run_example(run, example);
	nftw(home, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
	return outcome;
}

static int run_page(struct run *run, const struct page *page)
{
	size_t counts[3] = { 0 }, numbers[2] = { 0 };
	for (size_t i = 0; i < page->examples_nr; i++) {
		const struct page_example *example = &page->examples[i];
		printf("%.*s %s %zu %.*s\n", ML_SPAN_ARG(run->code), example->bad ? "bad" : "good", ++numbers[example->bad],
		       ML_SPAN_ARG(example->name));
		counts[run_fresh(run, example)]++;
	}
	int status = counts[OUTCOME_WRONG] ? 1 : 0;
	if (!page->bad_said || !page->good_said) {
		printf("a page has both ## Bad and ## Good, with an example or a sentence that says why there is none\n");
		status = 1;
	}
	printf("%zu as the page says, %zu not, %zu skipped\n", counts[OUTCOME_FINE], counts[OUTCOME_WRONG],
	       counts[OUTCOME_SKIPPED]);
	return !status && counts[OUTCOME_SKIPPED] && !counts[OUTCOME_FINE] ? 77 : status;
}

int main(int argc, char **argv)
{
	if (argc != 4) {
		fputs("usage: pages_run ROOT MLINT PAGE\n", stderr);
		return 2;
	}
	struct ml_arena *arena = ml_arena_new();
	struct run run = { .arena = arena, .root = argv[1], .mlint = argv[2] };
	struct ml_error err = { 0 };
	struct page page;
	int status = 1;
	setvbuf(stdout, NULL, _IOLBF, 0);
	struct ml_span text = texts_read(arena, argv[3]);
	if (!text.at) {
		printf("cannot read '%s'\n", argv[3]);
	} else if (page_read(&page, arena, text, &err)) {
		printf("%s: %s\n", argv[3], err.text);
	} else if (!page.code.at) {
		printf("%s: its front matter names no code\n", argv[3]);
	} else {
		run.code = page.code;
		run.off = page.off;
		status = run_page(&run, &page);
	}
	ml_arena_free(arena);
	return status;
}
