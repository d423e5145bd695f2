/*
 * A git work tree: the entries of the index, read from disk, and untracked files where a name with a role can
 * stand. Nothing of the repository is obeyed: no filter, hook, fsmonitor, include, core.worktree.
 */
#include "lint/source/tree_p.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lint/base/limits.h"
#include "lint/source/git_config.h"
#include "lint/source/git_index.h"
#include "lint/source/git_object.h"
#include "lint/source/git_rev.h"
#include "lint/source/ignore.h"

#define SMALL_BYTES (ML_LIMIT_GIT_BYTES / 16)

static const char *below(struct ml_arena *arena, const char *folder, const char *name)
{
	return ml_arena_printf(arena, "%s/%s", folder, name);
}

struct lister {
	struct ml_listing *list;
	struct ml_root *root;
	const struct ml_git_place *work;
	struct ml_index index;
	size_t first, end;   /* entries below the prefix */
	bool unsafe;
};

static void add_tracked(struct lister *l, const struct ml_index_entry *entry)
{
	if ((entry->mode & ML_MODE_KIND) == ML_MODE_SUBMODULE || (entry->mode & ML_MODE_KIND) == ML_MODE_FOLDER)
		return;
	const char *path = entry->path + strlen(l->work->prefix);
	if (!ml_path_safe(ml_span_of(entry->path)) || !*path) {
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
		if ((entry->mode & ML_MODE_KIND) == ML_MODE_LINK)
			l->list->files_nr--;
	}
	if (file->state == ML_FILE_MISSING)
		file->problem = entry->sparse ? "is tracked, but not checked out (sparse)" : "is tracked, but not in the work tree";
}

static void list_tracked(struct lister *l)
{
	const char *prefix = l->work->prefix;
	size_t len = strlen(prefix);
	l->first = ml_index_bound(&l->index, prefix);
	ml_listing_reserve(l->list, l->index.entries_nr - l->first);
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
	size_t at = ml_index_bound(&l->index, whole);
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

int ml_list_worktree(struct ml_listing *list, struct ml_root *root, const struct ml_git_place *work, struct ml_tree *tree,
		     size_t *tracked_nr, struct ml_error *err)
{
	struct lister l = { .list = list, .root = root, .work = work };
	struct ml_git_config config;
	ml_git_config_of(&config, list->arena, work->common);
	if (ml_index_read(&l.index, list->arena, work->git, work->index, config.sha256 ? 32 : ML_ID_BYTES, err) < 0)
		return ml_error_prefix(err, "in the repository '%s'", work->top);
	list_tracked(&l);
	*tracked_nr = l.end - l.first;
	if (*tracked_nr || !*work->prefix) {
		list_untracked(&l);
		ml_above_find(list, root, work);
	}
	tree->remote = config.remote;
	tree->revision = ml_git_ref(list->arena, work, ml_span_of("HEAD"));
	return 0;
}
