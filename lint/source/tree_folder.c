#include "lint/source/tree_p.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lint/base/limits.h"

/* One name in a folder. */
struct entry {
	const char *name;
	unsigned char type; /* DT_* */
};

struct entries {
	struct entry *at;
	size_t nr, cap;
};

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct entry *)a)->name, ((const struct entry *)b)->name);
}

/* The names of an open folder, in order of bytes, whatever order the disk has. Takes fd. false with errno. */
static bool read_entries(struct entries *out, struct ml_listing *list, const char *folder, int fd)
{
	DIR *dir = fdopendir(fd);
	if (!dir) {
		close(fd);
		return false;
	}
	struct dirent *found;
	errno = 0;
	while ((found = readdir(dir))) {
		if (strcmp(found->d_name, ".") == 0 || strcmp(found->d_name, "..") == 0)
			continue;
		if (out->nr == ML_LIMIT_FOLDER_ENTRIES) {
			ml_listing_problem(list, folder, "has more entries than are listed");
			break;
		}
		struct entry entry = { ml_arena_dup(list->arena, ml_span_of(found->d_name)), found->d_type };
		ML_PUSH(list->arena, out->at, out->nr, out->cap, entry);
		errno = 0;
	}
	bool ok = errno == 0;
	closedir(dir);
	if (out->nr)
		qsort(out->at, out->nr, sizeof *out->at, by_name);
	return ok;
}

static const char *join(struct ml_arena *arena, const char *folder, const char *name)
{
	return *folder ? ml_arena_printf(arena, "%s/%s", folder, name) : name;
}

/* Hidden folders hold caches, environments and git's own; hidden files count only where their name has a role (.zenodo.json). */
static bool hidden(const struct entry *entry, const char *path)
{
	return entry->name[0] == '.' && (entry->type == DT_DIR || !ml_role_of(ml_span_of(path)));
}

/* Vendored folders are somebody else's, and large: their names end the walk. */
static bool vendored(struct ml_listing *list, const char *path)
{
	return ml_role_outside(ml_span_of(ml_arena_printf(list->arena, "%s/x", path)));
}

static void add_file(struct ml_listing *list, struct ml_root *root, const char *path)
{
	struct ml_file *file = ml_listing_add(list, path);
	if (!file)
		return;
	/* Only names with a role are looked at; the others are listed so that links to them are found. */
	if (file->role && !ml_file_look(root, file))
		list->files_nr--;
}

static unsigned char type_of(struct ml_root *root, const struct entry *entry, const char *path)
{
	struct stat st;
	if (entry->type != DT_UNKNOWN)
		return entry->type;
	if (ml_root_stat(root, path, &st) < 0)
		return DT_UNKNOWN;
	return S_ISDIR(st.st_mode) ? DT_DIR : S_ISLNK(st.st_mode) ? DT_LNK : S_ISREG(st.st_mode) ? DT_REG : DT_FIFO;
}

static size_t depth_of(const char *path)
{
	size_t depth = *path ? 1 : 0;
	for (; *path; path++)
		depth += *path == '/';
	return depth;
}

static int open_folder(struct ml_root *root, const char *path)
{
	int at = ml_root_folder(root, ml_span_of(path));
	return at < 0 ? -1 : openat(at, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/* Lists one folder; folders below it go onto the pile. */
static void list_one(struct ml_listing *list, struct ml_root *root, const char *folder, struct entries *pile)
{
	struct entries found = { 0 };
	int fd = open_folder(root, folder);
	if (fd < 0 || !read_entries(&found, list, folder, fd))
		ml_listing_problem(list, *folder ? folder : NULL, ml_arena_printf(list->arena, "cannot be listed: %s", strerror(errno)));
	for (size_t i = 0; i < found.nr && !list->full; i++) {
		struct entry *entry = &found.at[i];
		const char *path = join(list->arena, folder, entry->name);
		entry->type = type_of(root, entry, path);
		if (hidden(entry, path))
			continue;
		if (entry->type != DT_DIR) {
			add_file(list, root, path);
		} else if (!vendored(list, path)) {
			struct entry below = { path, DT_DIR };
			ML_PUSH(list->arena, pile->at, pile->nr, pile->cap, below);
		}
	}
}

void ml_list_folder(struct ml_listing *list, struct ml_root *root)
{
	struct entries pile = { 0 };
	bool deep = false;
	struct entry top = { "", DT_DIR };
	ML_PUSH(list->arena, pile.at, pile.nr, pile.cap, top);
	while (pile.nr && !list->full) {
		const char *folder = pile.at[--pile.nr].name;
		if (depth_of(folder) <= ML_LIMIT_DEPTH) {
			list_one(list, root, folder, &pile);
		} else if (!deep) {
			deep = true;
			ml_listing_problem(list, NULL, "folders lie deeper than are listed");
		}
	}
}

void ml_list_beside(struct ml_listing *list, struct ml_root *root)
{
	struct entries found = { 0 };
	int fd = open_folder(root, "");

	if (fd < 0 || !read_entries(&found, list, "", fd))
		return;
	for (size_t i = 0; i < found.nr && !list->full; i++)
		if (ml_bears_on(found.at[i].name) && type_of(root, &found.at[i], found.at[i].name) == DT_REG)
			add_file(list, root, found.at[i].name);
}
