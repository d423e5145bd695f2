/*
 * The fast no of a hook: which names with a role differ between the index and HEAD's tree. Folders whose tree the index knows
 * (its extension TREE) and HEAD has too are the same and are not looked into; no blob is read.
 */
#include "lint/source/git_p.h"

#include <limits.h>
#include <string.h>

#include "lint/base/limits.h"
#include "lint/source/git_known.h"
#include "lint/source/role.h"

struct comparison {
	struct ml_git *git;
	const struct ml_index *index;
	const struct ml_known *known;
	size_t trees_nr;
	bool other, role;
};

static void differs(struct comparison *c, struct ml_span path)
{
	enum ml_role role = ml_role_of(path);
	c->other = true;
	c->role |= role != ML_ROLE_NONE && role != ML_ROLE_CODE && !ml_role_outside(path);
}

/* All entries of [from, to) are only on one side. */
static void all_differ(struct comparison *c, size_t from, size_t to)
{
	for (size_t i = from; i < to && !c->role; i++)
		if (!c->index->entries[i].later)
			differs(c, ml_span_of(c->index->entries[i].path));
}

/* A folder of HEAD that is still to be compared with the entries [from, to) of the index. */
struct pair {
	struct ml_span path; /* with "/" at its end, or empty */
	struct ml_id id;
	size_t from, to, node;
	bool gone; /* the index has nothing of it: everything in it differs */
};

struct pairs {
	struct pair *at;
	size_t nr, cap;
};

/* The end of the entries that begin with path. */
static size_t end_of(const struct ml_index *index, size_t from, struct ml_span path)
{
	size_t low = from, high = index->entries_nr;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (strncmp(index->entries[middle].path, path.at, path.len) <= 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static struct ml_span join(struct comparison *c, struct ml_span folder, struct ml_span name, bool slash)
{
	char *path = ml_arena_alloc(c->git->arena, folder.len + name.len + 2);
	memcpy(path, folder.at, folder.len);
	memcpy(path + folder.len, name.at, name.len);
	path[folder.len + name.len] = slash ? '/' : '\0';
	return (struct ml_span){ path, folder.len + name.len + slash };
}

static bool same_entry(const struct ml_index_entry *entry, const struct ml_tree_entry *head)
{
	return !entry->conflict && !entry->later && entry->mode == head->mode && !memcmp(entry->id, head->id.at, ML_ID_BYTES);
}

/* One entry of HEAD's folder; *at is the entry of the index to compare with. */
static void compare_entry(struct comparison *c, struct pairs *pairs, const struct pair *folder, const struct ml_tree_entry *head, size_t *at)
{
	bool below = (head->mode & ML_MODE_KIND) == ML_MODE_FOLDER;
	struct ml_span path = join(c, folder->path, head->name, below);
	/* What stands before it in the index is new. */
	size_t found = folder->gone ? folder->to : ml_index_bound(c->index, path.at);
	if (found > folder->to)
		found = folder->to;
	if (found > *at) {
		all_differ(c, *at, found);
		*at = found;
	}
	if (!below) {
		bool here = *at < folder->to && !strcmp(c->index->entries[*at].path, path.at);
		if (!here || !same_entry(&c->index->entries[*at], head))
			differs(c, path);
		*at += here;
		return;
	}
	struct pair pair = { .path = path, .id = head->id, .from = *at, .node = ml_known_below(c->known, folder->node, head->name) };
	/* A sparse index holds a folder as one entry, "name/". */
	if (*at < folder->to && !strcmp(c->index->entries[*at].path, path.at)) {
		if (same_entry(&c->index->entries[*at], head)) {
			++*at;
			return;
		}
		c->other = c->role = true;
		return;
	}
	pair.to = folder->gone ? *at : end_of(c->index, *at, path);
	pair.gone = pair.to == pair.from;
	*at = pair.to;
	if (!ml_known_same(c->known, pair.node, &head->id))
		ML_PUSH(c->git->arena, pairs->at, pairs->nr, pairs->cap, pair);
}

static int compare_folder(struct comparison *c, struct pairs *pairs, const struct pair *folder, struct ml_error *err)
{
	struct ml_span bytes;
	struct ml_tree_entry head;
	size_t at = folder->from;
	int more;
	if (++c->trees_nr > ML_LIMIT_TREES)
		return ml_error_set(err, ML_ERROR_UNJUDGED, "HEAD has more folders than are compared");
	if (ml_store_read(c->git->store, &bytes, c->git->arena, &folder->id, ML_OBJECT_TREE, err) < 0)
		return -1;
	while (!c->role && (more = ml_tree_entry_next(&bytes, &head)) != 0) {
		if (more < 0 || folder->path.len + head.name.len >= PATH_MAX)
			return ml_error_set(err, ML_ERROR_UNJUDGED, "a tree of git's is broken");
		compare_entry(c, pairs, folder, &head, &at);
	}
	all_differ(c, at, folder->to);
	return 0;
}

/* A link with a role may lead to any file: then nothing but the same tree is a no. */
static bool has_link(const struct ml_index *index)
{
	for (size_t i = 0; i < index->entries_nr; i++)
		if ((index->entries[i].mode & ML_MODE_KIND) == ML_MODE_LINK && ml_role_of(ml_span_of(index->entries[i].path)))
			return true;
	return false;
}

int ml_git_staged(struct ml_git *git, enum ml_staged *out, struct ml_error *err)
{
	struct comparison c = { .git = git };
	struct pairs pairs = { 0 };
	struct ml_id commit;
	struct pair root = { .path = { "", 0 } };
	if (ml_git_find_commit(&commit, git, "HEAD", err) < 0 || ml_git_root_of(&root.id, git, &commit, err) < 0 ||
	    !(c.index = ml_git_index(git, err)))
		return -1;
	c.known = ml_git_known(git);
	root.to = c.index->entries_nr;
	if (!ml_known_same(c.known, 0, &root.id))
		ML_PUSH(git->arena, pairs.at, pairs.nr, pairs.cap, root);
	while (pairs.nr && !c.role) {
		struct pair next = pairs.at[--pairs.nr];
		if (compare_folder(&c, &pairs, &next, err) < 0)
			return -1;
	}
	if (c.other && !c.role)
		c.role = has_link(c.index);
	*out = c.role ? ML_STAGED_ROLE : c.other ? ML_STAGED_OTHER : ML_STAGED_NOTHING;
	return 0;
}
