#include "lint/source/tree_p.h"

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "lint/base/limits.h"

static bool is_license(enum ml_role role)
{
	return role == ML_ROLE_LICENSE || role == ML_ROLE_LICENSE_PDF;
}

/* How many folders of prefix stand behind its first len bytes. */
static size_t folders_behind(struct ml_span prefix, size_t len)
{
	size_t nr = 0;
	for (size_t i = len; i < prefix.len; i++)
		nr += prefix.at[i] == '/';
	return nr;
}

struct ml_file *ml_above_add(struct ml_listing *list, struct ml_span prefix, const char *whole)
{
	const char *slash = strrchr(whole, '/'), *name = slash ? slash + 1 : whole;
	size_t folder = (size_t)(name - whole);
	if (folder >= prefix.len || memcmp(whole, prefix.at, folder) != 0 || !is_license(ml_role_of(ml_span_of(name))))
		return NULL;
	size_t up = 3 * folders_behind(prefix, folder), len = strlen(name);
	char *path = ml_arena_alloc(list->arena, up + len + 1);
	for (size_t i = 0; i < up; i += 3)
		memcpy(path + i, "../", 3);
	memcpy(path + up, name, len);
	path[up + len] = '\0';
	struct ml_file *file = ml_listing_add(list, path);
	if (!file)
		return NULL;
	/* The folders between are those of the repository's own; their names are not in the path. */
	file->role = ml_role_of(ml_span_of(name));
	file->outside = false;
	file->above = whole;
	return file;
}

static size_t ups_of(const struct ml_file *file)
{
	size_t nr = 0;
	for (const char *path = file->path; ml_span_starts(ml_span_of(path), "../"); path += 3)
		nr++;
	return nr;
}

void ml_above_settle(struct ml_listing *list)
{
	size_t nearest = SIZE_MAX, kept = 0;
	bool any = false;
	for (size_t i = 0; i < list->files_nr; i++)
		any |= list->files[i].above != NULL;
	if (!any)
		return;
	for (size_t i = 0; i < list->files_nr; i++) {
		const struct ml_file *file = &list->files[i];
		if (!file->above && is_license(file->role) && !strchr(file->path, '/'))
			nearest = 0;
		else if (file->above && ups_of(file) < nearest)
			nearest = ups_of(file);
	}
	for (size_t i = 0; i < list->files_nr; i++)
		if (!list->files[i].above || ups_of(&list->files[i]) == nearest)
			list->files[kept++] = list->files[i];
	list->files_nr = kept;
}

static bool has_license(const struct ml_listing *list)
{
	for (size_t i = 0; i < list->files_nr; i++)
		if (is_license(list->files[i].role) && !strchr(list->files[i].path, '/'))
			return true;
	return false;
}

/* License files of one folder of the repository; false: there are none. */
static bool look_above(struct ml_listing *list, struct ml_root *top, struct ml_span prefix, struct ml_span folder)
{
	size_t before = list->files_nr, seen = 0;
	int at = ml_root_folder(top, folder);
	int fd = at < 0 ? -1 : openat(at, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	if (!dir) {
		if (fd >= 0)
			close(fd);
		return false;
	}
	struct dirent *found;
	while ((found = readdir(dir)) && ++seen <= ML_LIMIT_FOLDER_ENTRIES) {
		if (found->d_type == DT_DIR || !is_license(ml_role_of(ml_span_of(found->d_name))))
			continue;
		const char *whole = folder.len ? ml_arena_printf(list->arena, "%.*s/%s", ML_SPAN_ARG(folder), found->d_name)
					       : ml_arena_dup(list->arena, ml_span_of(found->d_name));
		struct ml_file *file = ml_above_add(list, prefix, whole);
		if (file && !ml_file_look(top, file))
			list->files_nr--;
	}
	closedir(dir);
	return list->files_nr > before;
}

void ml_above_find(struct ml_listing *list, struct ml_root *root, const struct ml_git_place *place)
{
	struct ml_span prefix = ml_span_of(place->prefix), folder = prefix;
	if (!prefix.len || has_license(list))
		return;
	struct ml_root *top = ml_arena_alloc(list->arena, sizeof *top);
	if (ml_root_open(top, list->arena, place->top) < 0)
		return; /* git's index was read below it: it is gone by now */
	root->top = top;
	while (folder.len) {
		for (folder.len--; folder.len && folder.at[folder.len - 1] != '/';)
			folder.len--;
		struct ml_span above = folder.len ? ml_span_sub(folder, 0, folder.len - 1) : folder;
		if (look_above(list, top, prefix, above))
			return;
	}
}
