#include "lint/source/tree.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lint/base/limits.h"
#include "lint/source/git_p.h"
#include "lint/source/name.h"
#include "lint/source/tree_p.h"
#include "lint/text/utf8.h"

struct ml_file *ml_listing_put(struct ml_listing *list, const char *path, enum ml_role role, bool outside)
{
	struct ml_file file = { .path = path, .role = role, .outside = outside };
	if (list->files_nr == ML_LIMIT_FILES) {
		if (!list->full)
			ml_listing_problem(list, NULL, "holds more files than are listed");
		list->full = true;
		return NULL;
	}
	ML_PUSH(list->arena, list->files, list->files_nr, list->files_cap, file);
	return &list->files[list->files_nr - 1];
}

struct ml_file *ml_listing_add(struct ml_listing *list, const char *path)
{
	bool outside;
	enum ml_role role = ml_role_in(&list->memo, ml_span_of(path), &outside);
	return ml_listing_put(list, path, role, outside);
}

void ml_listing_reserve(struct ml_listing *list, size_t nr)
{
	if (nr > ML_LIMIT_FILES)
		nr = ML_LIMIT_FILES;
	if (list->files_cap - list->files_nr >= nr)
		return;
	struct ml_file *files = ml_arena_raw_array(list->arena, struct ml_file, list->files_nr + nr);
	if (list->files_nr)
		memcpy(files, list->files, list->files_nr * sizeof *files);
	list->files = files;
	list->files_cap = list->files_nr + nr;
}

void ml_listing_problem(struct ml_listing *list, const char *path, const char *text)
{
	if (list->problems_nr == ML_LIMIT_PROBLEMS)
		return;
	struct ml_problem problem = { path && *path ? path : NULL, text };
	if (list->problems_nr == ML_LIMIT_PROBLEMS - 1)
		problem = (struct ml_problem){ NULL, "holds more that cannot be listed than is told" };
	ML_PUSH(list->arena, list->problems, list->problems_nr, list->problems_cap, problem);
}

static int by_path(const void *a, const void *b)
{
	return strcmp(((const struct ml_file *)a)->path, ((const struct ml_file *)b)->path);
}

void ml_listing_sort(struct ml_listing *list)
{
	bool sorted = true;
	for (size_t i = 1; i < list->files_nr && sorted; i++)
		sorted = strcmp(list->files[i - 1].path, list->files[i].path) < 0;
	if (sorted)
		return;
	qsort(list->files, list->files_nr, sizeof *list->files, by_path);
	size_t kept = 0;
	for (size_t i = 0; i < list->files_nr; i++)
		if (!kept || strcmp(list->files[kept - 1].path, list->files[i].path) != 0)
			list->files[kept++] = list->files[i];
	list->files_nr = kept;
}

static bool safe_name(struct ml_span name)
{
	return name.len && (name.at[0] != '.' || !(name.len == 1 || ml_span_is(name, "..") || ml_span_is_nocase(name, ".git")));
}

bool ml_path_safe(struct ml_span path)
{
	const char *from = path.at, *end = path.at + path.len, *slash;
	if (!path.len || end[-1] == '/' || path.len >= PATH_MAX)
		return false;
	for (; (slash = memchr(from, '/', (size_t)(end - from))); from = slash + 1)
		if (!safe_name((struct ml_span){ from, (size_t)(slash - from) }))
			return false;
	return safe_name((struct ml_span){ from, (size_t)(end - from) });
}

struct ml_file *ml_tree_find(const struct ml_tree *tree, const char *path)
{
	struct ml_file key = { .path = path };
	return tree->files_nr ? bsearch(&key, tree->files, tree->files_nr, sizeof *tree->files, by_path) : NULL;
}

void ml_tree_close(struct ml_tree *tree)
{
	if (!tree)
		return;
	ml_root_release(tree->handle);
	tree->handle = NULL;
}

/* heron.git, heron/.git: what a bare repository and a git folder are called for. */
static struct ml_span without_git(struct ml_span root)
{
	if (ml_span_ends(root, "/.git"))
		return ml_span_sub(root, 0, root.len - 5);
	return ml_span_ends(root, ".git") ? ml_span_sub(root, 0, root.len - 4) : root;
}

static void name_after(struct ml_tree *tree, struct ml_arena *arena, const char *folder)
{
	struct ml_span root = without_git(ml_span_of(folder)), owner = ml_name_folder(root);
	const char *path = ml_arena_dup(arena, root), *slash = strrchr(path, '/');
	tree->name = slash && slash[1] ? slash + 1 : path;
	tree->folder = owner.len && owner.at[0] != '.' ? ml_arena_dup(arena, owner) : NULL;
}

/* What PATH means: the folder to scan and, where PATH is a file, its name there. */
struct target {
	const char *folder; /* absolute */
	const char *only;   /* or NULL */
};

static const char *absolute(struct ml_arena *arena, const char *path)
{
	char *real = realpath(path, NULL);
	if (!real)
		return NULL;
	const char *copy = ml_arena_dup(arena, ml_span_of(real));
	free(real);
	return copy;
}

/* A file's folder is found by its name as given: what the file links to is judged later, like any link. */
static const char *folder_of(struct ml_arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	if (!slash)
		return absolute(arena, ".");
	return absolute(arena, slash == path ? "/" : ml_arena_dup(arena, (struct ml_span){ path, (size_t)(slash - path) }));
}

static int find_target(struct target *out, struct ml_arena *arena, const char *path, struct ml_error *err)
{
	struct stat st;
	*out = (struct target){ 0 };
	if (stat(path, &st) < 0) {
		bool none = errno == ENOENT || errno == ENOTDIR || errno == ELOOP || errno == ENAMETOOLONG;
		return ml_error_set(err, none ? ML_ERROR_USAGE : ML_ERROR_UNJUDGED, "cannot open '%s': %s", path, strerror(errno));
	}
	if (!S_ISDIR(st.st_mode) && !S_ISREG(st.st_mode))
		return ml_error_set(err, ML_ERROR_USAGE, "cannot open '%s': neither a folder nor a file", path);
	if (S_ISREG(st.st_mode)) {
		const char *slash = strrchr(path, '/');
		out->only = ml_arena_dup(arena, ml_span_of(slash ? slash + 1 : path));
	}
	out->folder = out->only ? folder_of(arena, path) : absolute(arena, path);
	if (!out->folder)
		return ml_error_set(err, ML_ERROR_UNJUDGED, "cannot open '%s': %s", path, strerror(errno));
	return 0;
}

/* The blobs of the snapshot's own model are the only place outside the root that links may lead to. */
static void enter_cache(struct ml_tree *tree, struct ml_root *root, const struct ml_cache *cache)
{
	const char *blobs = ml_arena_printf(root->arena, "%.*s/blobs", ML_SPAN_ARG(cache->model));
	root->blobs_fd = open(blobs, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	root->inside = cache->inside;
	tree->cached = true;
	tree->name = cache->name;
	tree->owner = cache->owner;
	tree->folder = NULL;
	tree->revision = cache->revision;
}

/* Whether a file of that name says little without those beside it. */
bool ml_bears_on(const char *name)
{
	enum ml_role role = ml_role_of(ml_span_of(name));
	return role != ML_ROLE_NONE && role != ML_ROLE_DOC && role != ML_ROLE_CODE;
}

static void list_single(struct ml_listing *list, struct ml_root *root, struct ml_tree *tree, const char *name)
{
	struct ml_git_place work;
	struct ml_file *file = ml_listing_add(list, name);
	if (file && !ml_file_look(root, file))
		list->files_nr = 0;
	if (!tree->cached && ml_git_find(&work, root->arena, tree->root, false) && work.top)
		tree->within = work.prefix;
}

/* What the repository around a file is called: by its remote, and by its top folder. */
static void list_beside(struct ml_listing *list, struct ml_root *root, struct ml_tree *tree)
{
	struct ml_git_place work;
	struct ml_git_config config;

	ml_list_beside(list, root);
	if (!list->files_nr) /* notes in some folder */
		tree->folder = NULL;
	if (tree->cached || !ml_git_find(&work, root->arena, tree->root, false) || !work.top)
		return;
	ml_git_config_of(&config, root->arena, work.common);
	tree->remote = config.remote;
	tree->within = work.prefix;
	name_after(tree, root->arena, work.top);
}

/* The work tree that the folder is part of; 1 where there is none, or where git tracks nothing below the folder. */
static int list_git(struct ml_listing *list, struct ml_root *root, struct ml_tree *tree, struct ml_error *err)
{
	struct ml_git_place work;
	size_t tracked_nr = 0;
	if (!ml_git_find(&work, root->arena, tree->root, false))
		return 1;
	if (!work.top)
		return ml_error_set(err, ML_ERROR_USAGE, "'%s' is a bare repository and has no work tree; --rev HEAD scans a commit of it",
				    tree->root);
	if (ml_list_worktree(list, root, &work, tree, &tracked_nr, err) < 0)
		return -1;
	tree->within = work.prefix;
	if (!tracked_nr && *work.prefix) {
		*list = (struct ml_listing){ .arena = root->arena };
		tree->remote = tree->revision = NULL;
		return 1;
	}
	tree->kind = ML_SOURCE_WORKTREE;
	return 0;
}

static int list_files(struct ml_listing *list, struct ml_root *root, struct ml_tree *tree, const struct ml_tree_options *options,
		      struct ml_error *err)
{
	struct ml_cache cache;
	bool no_git = options && options->no_git;
	if (ml_cache_find(&cache, root->arena, tree->root)) {
		enter_cache(tree, root, &cache);
		no_git = true;
	}
	if (options && options->beside) {
		list_beside(list, root, tree);
		return 0;
	}
	if (tree->alone) {
		list_single(list, root, tree, tree->only);
		return 0;
	}
	int plain = no_git ? 1 : list_git(list, root, tree, err);
	if (plain > 0)
		ml_list_folder(list, root);
	return plain < 0 ? -1 : 0;
}

/* The tree of a commit or of the index, from the repository that the caller opened. */
static int open_revision(struct ml_tree *tree, struct ml_root *root, struct ml_listing *list,
			 const struct ml_tree_options *options, struct ml_error *err)
{
	*root = (struct ml_root){ .fd = -1, .folder_fd = -1, .blobs_fd = -1, .arena = list->arena, .git = options->git };
	tree->remote = options->git->config.remote;
	tree->within = options->git->place.prefix;
	if (options->staged ? ml_list_index(list, options->git, tree, err) : ml_list_commit(list, options->git, options->revision, options->known, tree, err))
		return -1;
	if (tree->alone) {
		struct ml_file *file = ml_tree_find(tree, tree->only);
		list->files = file;
		list->files_nr = file != NULL;
	}
	return 0;
}

int ml_tree_open(struct ml_tree **out, struct ml_arena *arena, const char *path, const struct ml_tree_options *options,
		 struct ml_error *err)
{
	struct target target;
	if (find_target(&target, arena, path, err) < 0)
		return -1;
	struct ml_tree *tree = ml_arena_alloc(arena, sizeof *tree);
	struct ml_root *root = ml_arena_alloc(arena, sizeof *root);
	struct ml_listing list = { .arena = arena };
	int bad = -1;
	*tree = (struct ml_tree){ .kind = ML_SOURCE_FOLDER, .given = ml_arena_dup(arena, ml_span_of(path)), .root = target.folder, .handle = root,
				   .only = target.only, .alone = target.only && !ml_bears_on(target.only) };
	name_after(tree, arena, tree->root);
	if (options && options->git) {
		bad = open_revision(tree, root, &list, options, err);
		goto listed;
	}
	if (ml_root_open(root, arena, target.folder) < 0) {
		ml_error_set(err, ML_ERROR_UNJUDGED, "cannot open '%s': %s", path, strerror(errno));
		goto done;
	}
	bad = list_files(&list, root, tree, options, err);
	ml_listing_sort(&list);
listed:
	if (bad)
		goto done;
	tree->files = list.files;
	tree->files_nr = list.files_nr;
	tree->problems = list.problems;
	tree->problems_nr = list.problems_nr;
	*out = tree;
done:
	if (bad)
		ml_root_release(root);
	return bad;
}

static void make_lines(struct ml_arena *arena, const struct ml_file *file)
{
	struct ml_lines *lines = ml_arena_alloc(arena, sizeof *lines);
	ml_lines_init(lines, arena, file->text);
	/* The file is the tree's; its lines are a cache that no reader can tell from having been there. */
	((struct ml_file *)(uintptr_t)file)->lines = lines;
}

struct ml_where ml_where_of(struct ml_arena *arena, const struct ml_file *file, size_t from, size_t to)
{
	struct ml_where where = { .file = file };
	if (!file || !file->text.at)
		return where;
	if (!file->lines)
		make_lines(arena, file);
	if (to > file->text.len)
		to = file->text.len;
	if (from > to)
		from = to;
	/* A stretch that ends behind a line end ends on that line, not at the start of the next. */
	while (to > from + 1 && (file->text.at[to - 1] == '\n' || file->text.at[to - 1] == '\r'))
		to--;
	ml_lines_place(file->lines, from, &where.line, &where.column);
	ml_lines_place(file->lines, to, &where.end_line, &where.end_column);
	return where;
}

struct ml_where ml_where_line(const struct ml_file *file, uint32_t line, uint32_t end_line)
{
	return (struct ml_where){ .file = file, .line = line, .end_line = end_line };
}
