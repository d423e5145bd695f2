/* Hooks into a repository and out of it: the only files that mlint writes there, and only when it is asked to. */
#include "cmd/hook.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lint/base/limits.h"
#include "lint/report/report.h"

#define PROGRAM_LINE "\nmlint="
#define BEFORE ".before-mlint"
#define SCRIPT_BYTES 65536u
#define HUSKY "/.husky/_"

struct place {
	struct ml_arena *arena;
	struct ml_buf said;
	const char *folder; /* of the hooks */
	bool server;        /* of a bare repository */
	bool husky;         /* the folder is husky's own, which it writes anew */
};

static const char *said_by(enum ml_git_said by)
{
	return by == ML_GIT_REPOSITORY ? "this repository's configuration"
	     : by == ML_GIT_ENVIRONMENT ? "GIT_CONFIG_* in the environment: without it git looks elsewhere"
	     : by == ML_GIT_USER       ? "your own git configuration: all your repositories share them"
				       : "the system's git configuration: all its repositories share them";
}

/* git-config(1), core.hooksPath: relative to where the hook runs, the top of the work tree or the bare repository. */
static const char *hooks_path(struct ml_arena *arena, struct ml_git *git, const char *written)
{
	const char *home = getenv("HOME"), *top = ml_git_top(git) ? ml_git_top(git) : ml_git_folder(git);

	if (written[0] == '/')
		return written;
	if (!strncmp(written, "~/", 2) && home)
		return ml_arena_printf(arena, "%s/%s", home, written + 2);
	return ml_arena_printf(arena, "%s/%s", top, written);
}

static void find_place(struct place *place, struct ml_arena *arena, struct ml_git *git)
{
	struct ml_git_settings settings;

	ml_git_settings_read(&settings, git);
	*place = (struct place){ .arena = arena, .server = !ml_git_top(git) };
	ml_buf_init(&place->said, ML_LIMIT_REPORT_BYTES);
	if (settings.hooks && *settings.hooks) {
		place->folder = hooks_path(arena, git, settings.hooks);
		ml_buf_addf(&place->said, "hooks are in '%s' (core.hooksPath of %s)\n", place->folder, said_by(settings.hooks_by));
	} else {
		place->folder = ml_arena_printf(arena, "%s/hooks", ml_git_common(git));
	}
	size_t len = strlen(place->folder);
	place->husky = len >= strlen(HUSKY) && !strcmp(place->folder + len - strlen(HUSKY), HUSKY);
	if (place->husky)
		ml_buf_adds(&place->said, "that folder is husky's own; what it runs stands in .husky\n");
	if (settings.includes)
		ml_buf_adds(&place->said, "git's configuration includes files that mlint does not read: 'git rev-parse --git-path hooks' tells whether "
					  "they keep hooks elsewhere\n");
}

static int fail(const char *what, const char *path)
{
	cli_complain("cannot %s '%s': %s", what, path, strerror(errno));
	return EXIT_UNJUDGED;
}

/* What a hook holds, NUL-terminated; NULL where there is none, or none that could be ours. */
static char *read_hook(struct ml_arena *arena, const char *path)
{
	struct stat st;
	char *text = NULL;

	if (lstat(path, &st) || !S_ISREG(st.st_mode) || (uint64_t)st.st_size > SCRIPT_BYTES)
		return NULL;
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return NULL;
	size_t size = (size_t)st.st_size;
	text = ml_arena_alloc(arena, size + 1);
	if (read(fd, text, size) != (ssize_t)size)
		text = NULL;
	close(fd);
	return text;
}

/* The line that names the program: where it begins and ends in a script. */
static bool find_program(const char *script, size_t *from, size_t *to)
{
	const char *line = strstr(script, PROGRAM_LINE);

	if (!line)
		return false;
	*from = (size_t)(line - script) + strlen(PROGRAM_LINE);
	*to = *from + strcspn(script + *from, "\n");
	return true;
}

/* Ours is what is a script of ours but for the program that it names. */
static bool is_ours(const char *text, const struct hook *hook)
{
	size_t from, to, own_from, own_to;

	if (!text || !find_program(text, &from, &to) || !find_program(hook->script, &own_from, &own_to))
		return false;
	return from == own_from && !strncmp(text, hook->script, from) && !strcmp(text + to, hook->script + own_to);
}

/* Somebody changed ours by hand, or it is of another version. */
static bool was_ours(const char *text)
{
	return text && strstr(text, "# mlint's ") && strstr(text, "mlint hook uninstall");
}

/* In single quotes, as sh reads them. */
static void add_quoted(struct ml_buf *out, const char *text)
{
	ml_buf_addc(out, '\'');
	for (; *text; text++) {
		if (*text == '\'')
			ml_buf_adds(out, "'\\''");
		else
			ml_buf_addc(out, *text);
	}
	ml_buf_addc(out, '\'');
}

/* The script with the program that runs now; where the system does not tell, the one on the PATH. */
static void make_script(struct ml_buf *out, const struct hook *hook)
{
	char program[PATH_MAX];
	ssize_t len = readlink("/proc/self/exe", program, sizeof program - 1);
	size_t from = 0, to = 0;

	find_program(hook->script, &from, &to);
	ml_buf_add(out, hook->script, from);
	if (len > 0) {
		program[len] = '\0';
		add_quoted(out, program);
	} else {
		ml_buf_adds(out, "mlint");
	}
	ml_buf_adds(out, hook->script + to);
}

static int write_new(const char *path, const struct ml_buf *text)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0777);

	if (fd < 0)
		return -1;
	bool whole = write(fd, text->at, text->len) == (ssize_t)text->len;
	if (close(fd) || !whole) {
		unlink(path);
		return -1;
	}
	return 0;
}

static bool is_there(const char *path)
{
	struct stat st;

	return !lstat(path, &st);
}

/* The folder, and those above it. */
static int make_folder(struct ml_arena *arena, const char *path)
{
	struct stat st;

	if (!stat(path, &st)) {
		errno = ENOTDIR;
		return S_ISDIR(st.st_mode) ? 0 : -1;
	}
	const char *slash = strrchr(path, '/');
	if (slash && slash != path && make_folder(arena, ml_arena_dup(arena, (struct ml_span){ path, (size_t)(slash - path) })))
		return -1;
	return mkdir(path, 0777);
}

/* The new script stands beside the hook before anything is moved; a step that fails takes the former back. */
static int swap_in(struct place *place, const struct hook *hook, const char *path, const char *before, bool keep)
{
	const char *new = ml_arena_printf(place->arena, "%s.mlint-%ld", path, (long)getpid());
	struct ml_buf script;
	int status = EXIT_CLEAN;

	ml_buf_init(&script, SCRIPT_BYTES);
	make_script(&script, hook);
	if (write_new(new, &script)) {
		status = fail("write", new);
	} else if (keep && rename(path, before)) {
		status = fail("move", path);
		unlink(new);
	} else if (rename(new, path)) {
		status = fail("write", path);
		unlink(new);
		if (keep)
			rename(before, path);
	}
	ml_buf_release(&script);
	return status;
}

/* Husky's scripts find the user's by their own names, which a kept hook has no more: they would be passed by in silence. */
static int refuse_husky(const struct hook *hook)
{
	bool push = !strcmp(hook->name, "pre-push");

	cli_complain("%s: not installed, for husky writes its hooks anew: put 'mlint hook run --%s%s' into .husky/%s instead", hook->name, hook->name,
		     push ? " \"$@\"" : "", hook->name);
	return EXIT_USAGE;
}

static int install_one(struct place *place, const struct hook *hook)
{
	if (place->husky)
		return refuse_husky(hook);
	const char *path = ml_arena_printf(place->arena, "%s/%s", place->folder, hook->name);
	const char *before = ml_arena_printf(place->arena, "%s" BEFORE, path);
	bool there = is_there(path), ours = is_ours(read_hook(place->arena, path), hook);

	if (there && !ours && is_there(before)) {
		cli_complain("'%s' is not mlint's, and '%s' is there too: take one of them away", path, before);
		return EXIT_USAGE;
	}
	const char *kept = there && !ours ? read_hook(place->arena, path) : NULL;
	int status = swap_in(place, hook, path, before, there && !ours);
	if (!status && ours)
		ml_buf_addf(&place->said, "%s: was installed, and is now of this program\n", hook->name);
	else if (!status && there)
		ml_buf_addf(&place->said, "%s: installed; the hook that was there is %s ('%s')\n", hook->name,
			    access(before, X_OK) ? "kept, and not called: it is not executable" : "called first", before);
	if (!status && kept && strstr(kept, "basename"))
		ml_buf_addf(&place->said, "  it seems to ask what it is called, which is '%s%s' now: see that it still works\n", hook->name, BEFORE);
	if (!status && !there)
		ml_buf_addf(&place->said, "%s: installed\n", hook->name);
	return status;
}

static int uninstall_one(struct place *place, const struct hook *hook)
{
	const char *path = ml_arena_printf(place->arena, "%s/%s", place->folder, hook->name);
	const char *before = ml_arena_printf(place->arena, "%s" BEFORE, path);
	const char *text = read_hook(place->arena, path);

	if (!is_ours(text, hook)) {
		if (was_ours(text)) {
			cli_complain("'%s' was changed since mlint wrote it, or another version did: it is left alone", path);
			return EXIT_USAGE;
		}
		return EXIT_CLEAN;
	}
	if (is_there(before)) {
		if (rename(before, path))
			return fail("put back", before);
		ml_buf_addf(&place->said, "%s: removed; the hook that was there before is back\n", hook->name);
		return EXIT_CLEAN;
	}
	if (unlink(path))
		return fail("remove", path);
	ml_buf_addf(&place->said, "%s: removed\n", hook->name);
	return EXIT_CLEAN;
}

/* The program that a script of ours names, without its quotes. */
static const char *program_of(struct ml_arena *arena, const char *text)
{
	size_t from = 0, to = 0, len = 0;

	find_program(text, &from, &to);
	char *program = ml_arena_alloc(arena, to - from + 1);
	for (; from < to; from++)
		if (text[from] != '\'' && text[from] != '\\')
			program[len++] = text[from];
		else if (text[from] == '\\' && text[from + 1] == '\'')
			program[len++] = text[++from];
	return program;
}

static void add_installed(struct place *place, const char *path, const char *text)
{
	const char *before = ml_arena_printf(place->arena, "%s" BEFORE, path), *program = program_of(place->arena, text);
	bool gone = program[0] == '/' && access(program, X_OK);

	ml_buf_addf(&place->said, "installed, runs '%s'%s%s\n", program, gone ? ", which is gone" : "",
		    access(path, X_OK) ? "; but the hook is not executable" : "");
	if (is_there(before))
		ml_buf_addf(&place->said, "  %s: '%s'\n", access(before, X_OK) ? "keeps, not executable" : "calls first", before);
}

/* Who commits misses nothing in a hook of servers that is not there, nor the other way round. */
static int status_one(struct place *place, const struct hook *hook)
{
	const char *path = ml_arena_printf(place->arena, "%s/%s", place->folder, hook->name);
	const char *text = read_hook(place->arena, path);
	bool ours = is_ours(text, hook);

	if (!ours && !was_ours(text) && hook->server != place->server)
		return EXIT_CLEAN;
	ml_buf_addf(&place->said, "%s: ", hook->name);
	if (ours)
		add_installed(place, path, text);
	else
		ml_buf_adds(&place->said, was_ours(text)  ? "mlint's, but changed or of another version\n"
					: is_there(path) ? "not installed; another hook is there\n"
							 : "not installed\n");
	return EXIT_CLEAN;
}

static int for_each(struct ml_git *git, const bool *kinds, bool make, int (*act)(struct place *, const struct hook *), const char *otherwise)
{
	struct ml_arena *arena = ml_arena_new();
	struct place place;
	int status = EXIT_CLEAN;

	find_place(&place, arena, git);
	size_t told = place.said.len;
	if (make && !place.husky && make_folder(arena, place.folder)) {
		status = fail("use the hooks folder", place.folder);
	} else {
		for (size_t i = 0; i < HOOK_KINDS; i++) {
			int one = kinds[i] ? act(&place, &hooks[i]) : EXIT_CLEAN;
			status = one > status ? one : status;
		}
		if (!status && place.said.len == told)
			ml_buf_adds(&place.said, otherwise);
	}
	struct ml_buf safe;
	ml_buf_init(&safe, ML_LIMIT_REPORT_BYTES);
	ml_add_escaped(&safe, ml_buf_span(&place.said), true);
	ml_buf_release(&place.said);
	int wrote = cli_write(&safe, NULL);
	ml_arena_free(arena);
	return wrote > status ? wrote : status;
}

int hook_install(struct ml_git *git, const bool *kinds)
{
	return for_each(git, kinds, true, install_one, "");
}

int hook_uninstall(struct ml_git *git, const bool *kinds)
{
	return for_each(git, kinds, false, uninstall_one, "no hook of mlint's is installed\n");
}

int hook_status(struct ml_git *git, const bool *kinds)
{
	return for_each(git, kinds, false, status_one, "not installed\n");
}
