#include "lint/source/git_place.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#include "lint/source/tree_p.h"

static bool is_folder(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool exists(const char *path)
{
	struct stat st;
	return lstat(path, &st) == 0;
}

static const char *below(struct ml_arena *arena, const char *folder, const char *name)
{
	return ml_arena_printf(arena, "%s/%s", folder, name);
}

struct ml_span ml_git_line(struct ml_arena *arena, const char *folder, const char *name)
{
	struct ml_span text;
	if (ml_slurp_at(&text, arena, AT_FDCWD, below(arena, folder, name), 4 * PATH_MAX) != ML_SLURP_OK)
		return (struct ml_span){ NULL, 0 };
	return ml_span_trim(ml_span_sub(text, 0, ml_span_find(text, "\n")));
}

/* A path that stands in a file of git's, from that file's folder. */
static const char *path_in(struct ml_arena *arena, const char *folder, struct ml_span path)
{
	if (path.at[0] == '/')
		return ml_arena_dup(arena, path);
	return ml_arena_printf(arena, "%s/%.*s", folder, ML_SPAN_ARG(path));
}

/* What ".git" in folder means: a git folder, or the address of one (linked work trees, submodules); NULL for neither. */
static const char *git_folder(struct ml_arena *arena, const char *folder)
{
	const char *dot = below(arena, folder, ".git");
	struct stat st;
	if (stat(dot, &st) < 0)
		return NULL;
	const char *git = dot;
	if (S_ISREG(st.st_mode)) {
		struct ml_span line = ml_git_line(arena, folder, ".git");
		if (!ml_span_starts(line, "gitdir:"))
			return NULL;
		line = ml_span_trim(ml_span_sub(line, 7, line.len));
		git = line.len ? path_in(arena, folder, line) : dot;
	}
	return exists(below(arena, git, "HEAD")) ? git : NULL;
}

static bool bare(struct ml_arena *arena, const char *path)
{
	return exists(below(arena, path, "HEAD")) && is_folder(below(arena, path, "objects")) && is_folder(below(arena, path, "refs"));
}

static void take_common(struct ml_git_place *place, struct ml_arena *arena)
{
	struct ml_span line = ml_git_line(arena, place->git, "commondir");
	place->common = line.len ? path_in(arena, place->git, line) : place->git;
}

static const char *absolute(struct ml_arena *arena, const char *path)
{
	char *real = realpath(path, NULL);
	if (!real)
		return path;
	const char *copy = ml_arena_dup(arena, ml_span_of(real));
	free(real);
	return copy;
}

const char *ml_git_variable(const char *name)
{
	const char *value = getenv(name);
	return value && *value ? value : NULL;
}

/* What lies of path below top: "models/heron/"; "" for top itself and for a path elsewhere. */
static const char *prefix_of(struct ml_arena *arena, const char *top, const char *path)
{
	size_t len = strlen(top);
	if (strncmp(path, top, len) != 0 || path[len] != '/' || !path[len + 1])
		return "";
	return ml_arena_printf(arena, "%s/", path + len + 1);
}

/* git sets GIT_DIR in every hook; without GIT_WORK_TREE the hook runs at the top of the work tree, or in the bare repository. */
static bool take_folder(struct ml_git_place *place, struct ml_arena *arena, const char *path)
{
	const char *git = ml_git_variable("GIT_DIR"), *work = ml_git_variable("GIT_WORK_TREE");
	if (!git || !exists(below(arena, git, "HEAD")))
		return false;
	place->git = absolute(arena, git);
	const char *common = ml_git_variable("GIT_COMMON_DIR");
	if (common)
		place->common = absolute(arena, common);
	else
		take_common(place, arena);
	const char *top = absolute(arena, work ? work : ".");
	if (work || (strcmp(top, place->git) != 0 && git_folder(arena, top)))
		place->top = top;
	place->prefix = place->top ? prefix_of(arena, place->top, path) : "";
	return true;
}

static void take_objects(struct ml_git_place *place, struct ml_arena *arena)
{
	const char *index = ml_git_variable("GIT_INDEX_FILE"), *objects = ml_git_variable("GIT_OBJECT_DIRECTORY");
	const char *more = ml_git_variable("GIT_ALTERNATE_OBJECT_DIRECTORIES"), *quarantine = ml_git_variable("GIT_QUARANTINE_PATH");
	if (index)
		place->index = index;
	if (objects)
		place->objects = objects;
	place->more = more && quarantine ? ml_arena_printf(arena, "%s:%s", more, quarantine) : more ? more : quarantine;
}

static bool look_upward(struct ml_git_place *out, struct ml_arena *arena, const char *path)
{
	size_t len = strlen(path), at = len;
	while (at > 0) {
		const char *top = ml_arena_dup(arena, (struct ml_span){ path, at });
		const char *git = git_folder(arena, top);
		if (git) {
			out->top = top;
			out->prefix = at == len ? "" : ml_arena_printf(arena, "%s/", path + at + 1);
			out->git = git;
			take_common(out, arena);
			return true;
		}
		if (at == len && bare(arena, path)) {
			out->git = out->common = path;
			return true;
		}
		while (at > 0 && path[at - 1] != '/')
			at--;
		at -= at > 0;
	}
	return false;
}

int ml_git_find(struct ml_git_place *out, struct ml_arena *arena, const char *path, bool environment)
{
	*out = (struct ml_git_place){ .prefix = "" };
	bool given = environment && take_folder(out, arena, path);
	if (!given && !look_upward(out, arena, path))
		return 0;
	out->index = below(arena, out->git, "index");
	out->objects = below(arena, out->common, "objects");
	if (environment)
		take_objects(out, arena);
	return 1;
}
