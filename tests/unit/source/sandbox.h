/* A fresh folder for one test, and git in it, cut off from the user's settings. The folder goes when the test ends. */
#pragma once

#include <criterion/criterion.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lint/source/tree.h"

static char sandbox[PATH_MAX];
static struct ml_arena *arena;
static struct ml_tree *tree;
static struct ml_error err;

static int drop_one(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
	(void)st;
	(void)kind;
	(void)ftw;
	return remove(path);
}

static void sandbox_open(void)
{
	const char *tmp = getenv("TMPDIR");
	snprintf(sandbox, sizeof sandbox, "%s/mlint-source-XXXXXX", tmp ? tmp : "/tmp");
	cr_assert(mkdtemp(sandbox), "cannot make a folder for the test");
	cr_assert_eq(chdir(sandbox), 0);
	arena = ml_arena_new();
}

static void sandbox_close(void)
{
	ml_tree_close(tree);
	ml_arena_free(arena);
	cr_expect_eq(chdir("/"), 0);
	nftw(sandbox, drop_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* Makes the folders above path, then the file. */
static void put_bytes(const char *path, const void *bytes, size_t len)
{
	char folder[PATH_MAX];
	snprintf(folder, sizeof folder, "%s", path);
	for (char *slash = strchr(folder + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(folder, 0777);
		*slash = '/';
	}
	FILE *file = fopen(path, "wb");
	cr_assert(file, "cannot make %s", path);
	cr_assert_eq(fwrite(bytes, 1, len, file), len);
	fclose(file);
}

static inline void put(const char *path, const char *text)
{
	put_bytes(path, text, strlen(text));
}

/* Runs git with these arguments (NULL at the end) in the sandbox; its output is dropped. */
static inline void git(const char *first, ...)
{
	const char *args[16] = { "git", first };
	int nr = 2;
	va_list more;
	va_start(more, first);
	while (nr < 15 && (args[nr] = va_arg(more, const char *)))
		nr++;
	va_end(more);
	pid_t pid = fork();
	if (pid == 0) {
		setenv("HOME", sandbox, 1);
		setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
		setenv("GIT_AUTHOR_NAME", "a", 1);
		setenv("GIT_AUTHOR_EMAIL", "a@example.org", 1);
		setenv("GIT_COMMITTER_NAME", "a", 1);
		setenv("GIT_COMMITTER_EMAIL", "a@example.org", 1);
		int null = open("/dev/null", O_WRONLY);
		dup2(null, 1);
		dup2(null, 2);
		execvp("git", (char **)(uintptr_t)args);
		_exit(127);
	}
	int status = 0;
	cr_assert(pid > 0 && waitpid(pid, &status, 0) == pid);
	cr_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0, "git %s failed: is git installed?", first);
}

/* sandbox_open(), and a repository r in it, where the test then stands. */
static inline void sandbox_open_git(void)
{
	sandbox_open();
	cr_assert_eq(mkdir("r", 0777), 0);
	cr_assert_eq(chdir("r"), 0);
	git("init", "-q", "-b", "main", ".", NULL);
}

/* Everything that is there, in a commit. */
static inline void commit(void)
{
	git("add", "-A", ".", NULL);
	git("commit", "-q", "-m", "x", NULL);
}

static inline void open_tree(const char *path)
{
	err = (struct ml_error){ 0 };
	cr_assert_eq(ml_tree_open(&tree, arena, path, NULL, &err), 0, "%s", err.text);
}

static inline struct ml_file *file_of(const char *path)
{
	struct ml_file *file = ml_tree_find(tree, path);
	cr_assert(file, "%s is not in the tree", path);
	return file;
}

static inline struct ml_file *read_of(const char *path)
{
	struct ml_file *file = file_of(path);
	ml_tree_read(tree, file, 0);
	return file;
}

/* All paths of the tree, each with a newline behind it. */
static inline const char *paths(void)
{
	static char text[65536];
	size_t at = 0;
	text[0] = '\0';
	for (size_t i = 0; i < tree->files_nr && at < sizeof text - PATH_MAX; i++)
		at += (size_t)snprintf(text + at, sizeof text - at, "%s\n", tree->files[i].path);
	return text;
}
