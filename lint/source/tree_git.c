/*
 * A git work tree: the entries of the index, read from disk, and untracked files where a name with a role can
 * stand. Nothing of the repository is obeyed: no filter, hook, fsmonitor, include, core.worktree. That is why no
 * owner is checked either (git's safe.directory): who owns a repository matters where its configuration runs
 * programs, and here it is text.
 */
#include "lint/source/tree_p.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lint/base/limits.h"
#include "lint/source/git_config.h"
#include "lint/source/git_index.h"
#include "lint/source/ignore.h"
#include "lint/source/name.h"

#define SMALL_BYTES (ML_LIMIT_GIT_BYTES / 16)

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

/* The first line of a small file of git's, or the absent span. */
static struct ml_span first_line(struct ml_arena *arena, const char *path)
{
	struct ml_span text;
	if (ml_slurp_at(&text, arena, AT_FDCWD, path, 4 * PATH_MAX) != ML_SLURP_OK)
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
		struct ml_span line = first_line(arena, dot);
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

static const char *common_of(struct ml_arena *arena, const char *git)
{
	struct ml_span line = first_line(arena, below(arena, git, "commondir"));
	return line.len ? path_in(arena, git, line) : git;
}

int ml_worktree_find(struct ml_worktree *out, struct ml_arena *arena, const char *path, struct ml_error *err)
{
	size_t len = strlen(path), at = len;
	while (at > 0) {
		const char *top = ml_arena_dup(arena, (struct ml_span){ path, at });
		const char *git = git_folder(arena, top);
		if (git) {
			out->top = top;
			out->prefix = at == len ? "" : ml_arena_printf(arena, "%s/", path + at + 1);
			out->git = git;
			out->common = common_of(arena, git);
			return 1;
		}
		if (at == len && bare(arena, path))
			return ml_error_set(err, ML_ERROR_USAGE, "'%s' is a bare repository and has no work tree", path);
		while (at > 0 && path[at - 1] != '/')
			at--;
		at -= at > 0;
	}
	return 0;
}

static bool hex(struct ml_span text)
{
	if (text.len != 40 && text.len != 64)
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (!ml_is_digit(text.at[i]) && (ml_lower(text.at[i]) < 'a' || ml_lower(text.at[i]) > 'f'))
			return false;
	return true;
}

static bool safe_ref(struct ml_span name)
{
	struct ml_span part, rest = name;
	if (!ml_span_starts(name, "refs/") || name.len > 1024)
		return false;
	while (ml_name_next(&rest, &part))
		if (!part.len || part.at[0] == '.')
			return false;
	return true;
}

static const char *packed_ref(struct ml_arena *arena, const char *common, struct ml_span name)
{
	struct ml_span text;
	if (ml_slurp_at(&text, arena, AT_FDCWD, below(arena, common, "packed-refs"), ML_LIMIT_GIT_BYTES) != ML_SLURP_OK)
		return NULL;
	const char *want = ml_arena_printf(arena, " %.*s\n", ML_SPAN_ARG(name));
	size_t at = ml_span_find(text, want);
	if (at >= text.len)
		return NULL;
	size_t from = at;
	while (from > 0 && text.at[from - 1] != '\n')
		from--;
	struct ml_span id = ml_span_sub(text, from, at);
	return hex(id) ? ml_arena_dup(arena, id) : NULL;
}

/* The commit of HEAD; NULL before the first one. */
static const char *head_of(struct ml_arena *arena, const struct ml_worktree *work)
{
	struct ml_span line = first_line(arena, below(arena, work->git, "HEAD"));
	if (hex(line))
		return ml_arena_dup(arena, line);
	if (!ml_span_starts(line, "ref: "))
		return NULL;
	struct ml_span name = ml_span_trim(ml_span_sub(line, 5, line.len));
	if (!safe_ref(name))
		return NULL;
	line = first_line(arena, ml_arena_printf(arena, "%s/%.*s", work->common, ML_SPAN_ARG(name)));
	return hex(line) ? ml_arena_dup(arena, line) : packed_ref(arena, work->common, name);
}

static int read_index(struct ml_index *out, struct ml_arena *arena, const struct ml_worktree *work, bool sha256, struct ml_error *err)
{
	struct ml_span bytes;
	*out = (struct ml_index){ 0 };
	int bad = 0;
	switch (ml_slurp_at(&bytes, arena, AT_FDCWD, below(arena, work->git, "index"), ML_LIMIT_INDEX_BYTES)) {
	case ML_SLURP_MISSING:
		return 0; /* nothing was ever added */
	case ML_SLURP_OK:
		bad = ml_index_parse(out, arena, bytes, sha256 ? 32 : 20, err);
		break;
	case ML_SLURP_NOT_A_FILE:
		bad = ml_error_set(err, ML_ERROR_UNJUDGED, "the index is no file");
		break;
	case ML_SLURP_TOO_LARGE:
		bad = ml_error_set(err, ML_ERROR_UNJUDGED, "the index is larger than mlint reads");
		break;
	case ML_SLURP_FAILED:
		bad = ml_error_set(err, ML_ERROR_UNJUDGED, "the index cannot be read: %s", strerror(errno));
		break;
	}
	return bad ? ml_error_prefix(err, "in the repository '%s'", work->top) : 0;
}

/* An index may name anything; what git itself would never check out is not read. */
static bool safe_path(struct ml_span path)
{
	struct ml_span part;
	if (!path.len || path.at[path.len - 1] == '/' || path.len >= PATH_MAX)
		return false;
	while (ml_name_next(&path, &part))
		if (!part.len || ml_span_is(part, ".") || ml_span_is(part, "..") || ml_span_is_nocase(part, ".git"))
			return false;
	return true;
}

struct lister {
	struct ml_listing *list;
	struct ml_root *root;
	const struct ml_worktree *work;
	struct ml_index index;
	size_t first, end;   /* entries below the prefix */
	bool unsafe;
};

static void add_tracked(struct lister *l, const struct ml_index_entry *entry)
{
	enum { KIND = 0170000, LINK = 0120000, SUBMODULE = 0160000, FOLDER = 0040000 };
	if ((entry->mode & KIND) == SUBMODULE || (entry->mode & KIND) == FOLDER)
		return;
	const char *path = entry->path + strlen(l->work->prefix);
	if (!safe_path(ml_span_of(entry->path)) || !*path) {
		if (!l->unsafe)
			ml_listing_problem(l->list, NULL, "the index names paths that no work tree can hold; they are not read");
		l->unsafe = true;
		return;
	}
	struct ml_file *file = ml_listing_add(l->list, path);
	if (!file)
		return;
	file->tracked = true;
	file->size = entry->size;
	if (!file->role)
		return;
	if (!ml_file_look(l->root, file)) {
		file->state = ML_FILE_MISSING; /* a folder has taken its place, or a link to one */
		if ((entry->mode & KIND) == LINK)
			l->list->files_nr--;
	}
	if (file->state == ML_FILE_MISSING)
		file->problem = entry->sparse ? "is tracked, but not checked out (sparse)" : "is tracked, but not in the work tree";
}

/* The first entry at or behind path. */
static size_t lower_bound(const struct ml_index *index, const char *path)
{
	size_t low = 0, high = index->entries_nr;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (strcmp(index->entries[middle].path, path) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void list_tracked(struct lister *l)
{
	const char *prefix = l->work->prefix;
	size_t len = strlen(prefix);
	l->first = lower_bound(&l->index, prefix);
	for (l->end = l->first; l->end < l->index.entries_nr && !l->list->full; l->end++) {
		if (strncmp(l->index.entries[l->end].path, prefix, len) != 0)
			break;
		add_tracked(l, &l->index.entries[l->end]);
	}
}

/* Roles that make an untracked file worth telling: what states terms, describes the model, or is the model. */
static bool told(enum ml_role role)
{
	return role != ML_ROLE_NONE && role != ML_ROLE_DOC && role != ML_ROLE_CODE && role != ML_ROLE_DATA;
}

/* Roles whose folder may hold untracked files of such roles. */
static bool opens_folder(const struct ml_file *file)
{
	return !file->outside && (file->role == ML_ROLE_LICENSE || file->role == ML_ROLE_LICENSE_PDF || file->role == ML_ROLE_CARD ||
				  file->role == ML_ROLE_TRANSLATION || file->role == ML_ROLE_WEIGHTS);
}

static int by_span(const void *a, const void *b)
{
	return ml_span_cmp(*(const struct ml_span *)a, *(const struct ml_span *)b);
}

/* The folders to look into, each once; the root among them. */
static struct ml_span *folders_of(const struct ml_listing *list, size_t *nr)
{
	struct ml_span *folders = ml_arena_array(list->arena, struct ml_span, list->files_nr + 1), last = { "", 0 };
	size_t all = 0;
	folders[all++] = last;
	for (size_t i = 0; i < list->files_nr; i++) {
		if (!opens_folder(&list->files[i]))
			continue;
		const char *path = list->files[i].path, *slash = strrchr(path, '/');
		struct ml_span folder = { path, slash ? (size_t)(slash - path) : 0 };
		if (!ml_span_eq(folder, last))
			folders[all++] = folder;
		last = folder;
	}
	qsort(folders, all, sizeof *folders, by_span);
	size_t kept = 1;
	for (size_t i = 1; i < all; i++)
		if (!ml_span_eq(folders[kept - 1], folders[i]))
			folders[kept++] = folders[i];
	*nr = kept;
	return folders;
}

static bool tracked(const struct lister *l, const char *path)
{
	const char *whole = *l->work->prefix ? ml_arena_printf(l->list->arena, "%s%s", l->work->prefix, path) : path;
	size_t at = lower_bound(&l->index, whole);
	return at < l->index.entries_nr && strcmp(l->index.entries[at].path, whole) == 0;
}

/* Untracked files of one folder that have a role worth telling, as paths from the scanned folder. */
static void find_untracked(struct lister *l, struct ml_span folder, const char ***out, size_t *nr, size_t *cap)
{
	struct ml_arena *arena = l->list->arena;
	int at = ml_root_folder(l->root, folder);
	int fd = at < 0 ? -1 : openat(at, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	if (!dir) {
		if (fd >= 0)
			close(fd);
		return; /* its tracked files tell that they are missing */
	}
	struct dirent *found;
	size_t seen = 0;
	while ((found = readdir(dir))) {
		if (++seen > ML_LIMIT_FOLDER_ENTRIES) {
			ml_listing_problem(l->list, ml_arena_dup(arena, folder), "has more entries than are looked at");
			break;
		}
		if (found->d_type == DT_DIR || !told(ml_role_of(ml_span_of(found->d_name))))
			continue;
		const char *path = folder.len ? ml_arena_printf(arena, "%.*s/%s", ML_SPAN_ARG(folder), found->d_name)
					      : ml_arena_dup(arena, ml_span_of(found->d_name));
		if (!tracked(l, path))
			ML_PUSH(arena, *out, *nr, *cap, path);
	}
	closedir(dir);
}

static void add_untracked(struct lister *l, struct ml_ignore *ignore, const char *path)
{
	if (ml_ignored(ignore, *l->work->prefix ? ml_arena_printf(l->list->arena, "%s%s", l->work->prefix, path) : path))
		return;
	struct ml_file *file = ml_listing_add(l->list, path);
	if (file && !ml_file_look(l->root, file))
		l->list->files_nr--;
}

/* info/exclude and the .gitignore files are opened only where there is a candidate. */
static void add_unignored(struct lister *l, const char **paths, size_t nr)
{
	struct ml_arena *arena = l->list->arena;
	struct ml_root *top = l->root, other;
	struct ml_span exclude;
	if (*l->work->prefix) {
		if (ml_root_open(&other, arena, l->work->top) < 0)
			return;
		top = &other;
	}
	ml_slurp_at(&exclude, arena, AT_FDCWD, below(arena, l->work->common, "info/exclude"), SMALL_BYTES);
	struct ml_ignore ignore;
	ml_ignore_init(&ignore, top, exclude);
	for (size_t i = 0; i < nr && !l->list->full; i++)
		add_untracked(l, &ignore, paths[i]);
	if (top == &other)
		ml_root_release(&other);
}

static void list_untracked(struct lister *l)
{
	size_t folders_nr, nr = 0, cap = 0;
	const struct ml_span *folders = folders_of(l->list, &folders_nr);
	const char **paths = NULL;
	for (size_t i = 0; i < folders_nr; i++)
		find_untracked(l, folders[i], &paths, &nr, &cap);
	if (nr)
		add_unignored(l, paths, nr);
}

int ml_list_worktree(struct ml_listing *list, struct ml_root *root, const struct ml_worktree *work, struct ml_tree *tree,
		     size_t *tracked_nr, struct ml_error *err)
{
	struct lister l = { .list = list, .root = root, .work = work };
	struct ml_git_config config;
	struct ml_span text;
	ml_slurp_at(&text, list->arena, AT_FDCWD, below(list->arena, work->common, "config"), SMALL_BYTES);
	ml_git_config_read(&config, list->arena, text);
	if (read_index(&l.index, list->arena, work, config.sha256, err) < 0)
		return -1;
	list_tracked(&l);
	*tracked_nr = l.end - l.first;
	if (*tracked_nr || !*work->prefix)
		list_untracked(&l);
	tree->remote = config.remote;
	tree->revision = head_of(list->arena, work);
	return 0;
}
