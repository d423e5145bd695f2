/* Files of the repository around the scanned folder: how it wants to be judged stands above what is judged. */
#include "lint/source/tree_p.h"

#include <string.h>

#include "lint/source/git_object.h"
#include "lint/source/git_p.h"
#include "lint/source/name.h"

/* Reads through a tree of that file alone. NULL: it is not there. */
static const struct ml_file *read_at(struct ml_root *root, struct ml_file *file, size_t limit)
{
	struct ml_tree one = { .handle = root };

	if (file->state == ML_FILE_UNREAD)
		ml_tree_read(&one, file, limit);
	return file->state == ML_FILE_MISSING ? NULL : file;
}

static const struct ml_file *read_from_disk(struct ml_root *root, struct ml_file *file, size_t limit)
{
	if (ml_file_look(root, file))
		return read_at(root, file, limit);
	file->state = ML_FILE_SPECIAL;
	file->problem = "is a folder, not a file";
	return file;
}

/* Below the top of the repository, which is opened for this. */
static const struct ml_file *read_above(const struct ml_tree *tree, struct ml_file *file, struct ml_arena *arena, size_t limit)
{
	struct ml_root top;
	size_t below = strlen(tree->within), len = strlen(tree->root);
	const struct ml_file *found = NULL;

	/* root is top and within; a slash ends within, and none root. */
	if (len + 1 < below || ml_root_open(&top, arena, ml_arena_dup(arena, (struct ml_span){ tree->root, len + 1 - below })))
		return NULL;
	found = read_from_disk(&top, file, limit);
	ml_root_release(&top);
	return found;
}

static bool in_index(struct ml_file *file, struct ml_git *git, unsigned *mode)
{
	const struct ml_index *index = ml_git_index(git, NULL);
	size_t at = index ? ml_index_bound(index, file->path) : 0;

	if (!index || at == index->entries_nr || strcmp(index->entries[at].path, file->path) != 0 || index->entries[at].later)
		return false;
	*mode = index->entries[at].mode;
	file->blob = index->entries[at].id;
	if (index->entries[at].conflict) {
		file->state = ML_FILE_FAILED;
		file->problem = "is in conflict: the merge has not decided what it holds";
	}
	return true;
}

/* The entry of that name in a tree object. */
static bool find_entry(struct ml_tree_entry *out, struct ml_git *git, struct ml_arena *arena, const struct ml_id *tree, struct ml_span name)
{
	struct ml_span bytes;

	if (ml_store_read(git->store, &bytes, arena, tree, ML_OBJECT_TREE, NULL) < 0)
		return false;
	while (ml_tree_entry_next(&bytes, out) > 0)
		if (ml_span_eq(out->name, name))
			return true;
	return false;
}

static bool in_commit(struct ml_file *file, struct ml_git *git, struct ml_arena *arena, const char *revision, unsigned *mode)
{
	struct ml_span rest = ml_span_of(file->path), name;
	struct ml_tree_entry entry = { .mode = ML_MODE_FOLDER };
	struct ml_id commit;

	if (!revision || !ml_id_read(&commit, ml_span_of(revision)) || ml_git_root_of(&entry.id, git, &commit, NULL))
		return false;
	while (ml_name_next(&rest, &name))
		if ((entry.mode & ML_MODE_KIND) != ML_MODE_FOLDER || !find_entry(&entry, git, arena, &entry.id, name))
			return false;
	struct ml_id *id = ml_arena_alloc(arena, sizeof *id);
	*id = entry.id;
	file->blob = id->at;
	*mode = entry.mode;
	return true;
}

/* A link outside of what is scanned is not followed: nobody has listed where it leads. */
static const struct ml_file *read_object(const struct ml_tree *tree, struct ml_root *root, struct ml_file *file, struct ml_arena *arena, size_t limit)
{
	unsigned mode = 0;

	if (!(tree->kind == ML_SOURCE_INDEX ? in_index(file, root->git, &mode) : in_commit(file, root->git, arena, tree->revision, &mode)))
		return NULL;
	if (file->state == ML_FILE_FAILED)
		return file;
	if ((mode & ML_MODE_KIND) == ML_MODE_LINK || (mode & ML_MODE_KIND) == ML_MODE_FOLDER || (mode & ML_MODE_KIND) == ML_MODE_SUBMODULE) {
		file->state = ML_FILE_LINK;
		file->problem = (mode & ML_MODE_KIND) == ML_MODE_LINK ? "is a link" : "is a folder, not a file";
		return file;
	}
	return read_at(root, file, limit);
}

const char *ml_tree_place(struct ml_arena *arena, const char *folder, const char *path)
{
	char at[PATH_MAX] = "";

	if (*path == '/' || (*folder && !ml_link_apply(at, sizeof at, ml_span_of(folder))) || !ml_link_apply(at, sizeof at, ml_span_of(path)))
		return NULL;
	return ml_arena_dup(arena, ml_span_of(at));
}

const struct ml_file *ml_tree_around(struct ml_tree *tree, struct ml_arena *arena, const char *path, size_t limit)
{
	struct ml_root *root = tree->handle;
	bool below = tree->within && *tree->within;
	struct ml_file *listed = below ? NULL : ml_tree_find(tree, path);

	/* What the tree lists, its links followed, is what is read; of an index or commit there is nothing else at its root. */
	if (listed && listed->role) {
		ml_tree_read(tree, listed, limit);
		return listed->state == ML_FILE_MISSING ? NULL : listed;
	}
	if (!root || !ml_path_safe(ml_span_of(path)))
		return NULL;
	struct ml_file *file = ml_arena_alloc(arena, sizeof *file);
	*file = (struct ml_file){ .path = ml_arena_dup(arena, ml_span_of(path)) };
	if (root->git)
		return below || listed || tree->alone ? read_object(tree, root, file, arena, limit) : NULL;
	return below ? read_above(tree, file, arena, limit) : read_from_disk(root, file, limit);
}
