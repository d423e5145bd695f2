#include "lint/source/git_refs.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lint/base/limits.h"
#include "lint/source/tree_p.h"

struct ref {
	const char *name;
	struct ml_id id;
	bool packed;
};

struct refs {
	struct ml_arena *arena;
	const struct ml_git_place *place;
	struct ref *at;
	size_t nr, cap;
	const char **folders; /* that are still to be looked into */
	size_t folders_nr, folders_cap;
	size_t seen;          /* files and folders that were looked at */
};

static void add(struct refs *refs, struct ml_span name, struct ml_span hex, bool packed)
{
	struct ref ref = { .packed = packed };

	if (refs->nr == ML_LIMIT_HOOK_REFS || !ml_id_read(&ref.id, hex))
		return;
	ref.name = ml_arena_dup(refs->arena, name);
	ML_PUSH(refs->arena, refs->at, refs->nr, refs->cap, ref);
}

/* A file of one ref, or a folder of more. */
static void look(struct refs *refs, const char *folder, const struct dirent *found)
{
	const char *name = ml_arena_printf(refs->arena, "%s/%s", folder, found->d_name);

	if (found->d_name[0] == '.' || !ml_path_safe(ml_span_of(name)))
		return;
	if (found->d_type != DT_DIR)
		add(refs, ml_span_of(name), ml_git_line(refs->arena, refs->place->common, name), false);
	if (found->d_type != DT_REG)
		ML_PUSH(refs->arena, refs->folders, refs->folders_nr, refs->folders_cap, name);
}

static void read_folder(struct refs *refs, const char *folder)
{
	const char *path = ml_arena_printf(refs->arena, "%s/%s", refs->place->common, folder);
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	struct dirent *found;

	if (!dir) {
		if (fd >= 0)
			close(fd);
		return;
	}
	while (refs->seen < ML_LIMIT_REF_FILES && (found = readdir(dir)) && ++refs->seen)
		look(refs, folder, found);
	closedir(dir);
}

/* git-pack-refs(1): "ID NAME" in order of names, "^ID" behind a tag, comments. */
static void read_packed(struct refs *refs, const char *folder)
{
	struct ml_span text;
	const char *path = ml_arena_printf(refs->arena, "%s/packed-refs", refs->place->common);

	if (ml_slurp_at(&text, refs->arena, AT_FDCWD, path, ML_LIMIT_GIT_BYTES) != ML_SLURP_OK)
		return;
	while (text.len) {
		size_t end = ml_span_find(text, "\n");
		struct ml_span line = ml_span_sub(text, 0, end), name = ml_span_sub(line, ML_ID_HEX + 1, line.len);
		text = ml_span_sub(text, end == SIZE_MAX ? text.len : end + 1, text.len);
		if (ml_span_starts(name, folder))
			add(refs, name, ml_span_sub(line, 0, ML_ID_HEX), true);
	}
}

/* A ref in a file of its own hides the packed one, which is older. */
static int by_name(const void *a, const void *b)
{
	const struct ref *one = a, *other = b;
	int order = strcmp(one->name, other->name);

	return order ? order : one->packed - other->packed;
}

const struct ml_id *ml_git_tips(size_t *nr, struct ml_arena *arena, const struct ml_git_place *place, const char *folder)
{
	struct refs refs = { .arena = arena, .place = place };
	struct ml_id *tips = ml_arena_array(arena, struct ml_id, ML_LIMIT_TIPS);
	size_t len = strlen(folder);

	*nr = 0;
	if (!len || !ml_path_safe((struct ml_span){ folder, len - 1 }))
		return tips;
	read_folder(&refs, ml_arena_dup(arena, (struct ml_span){ folder, len - 1 }));
	while (refs.folders_nr && refs.seen < ML_LIMIT_REF_FILES)
		read_folder(&refs, refs.folders[--refs.folders_nr]);
	read_packed(&refs, folder);
	if (refs.nr)
		qsort(refs.at, refs.nr, sizeof *refs.at, by_name);
	for (size_t i = 0; i < refs.nr && *nr < ML_LIMIT_TIPS; i++)
		if (!i || strcmp(refs.at[i - 1].name, refs.at[i].name) != 0)
			tips[(*nr)++] = refs.at[i].id;
	return tips;
}
