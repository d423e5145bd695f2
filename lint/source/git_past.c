#include "lint/source/git_past.h"

#include <string.h>

#include "lint/base/limits.h"
#include "lint/source/git_p.h"
#include "lint/source/role.h"

struct version {
	const char *path;
	struct ml_id id;
};
struct versions {
	struct version *at; /* in order of name */
	size_t nr, cap;
};
struct past {
	struct ml_arena *arena;
	struct ml_store *store;
	struct ml_past *changes;
	size_t nr, cap;
	bool full; /* there are more changes than are kept */
};

/* The license files of a tree's own folder. */
static int list(struct versions *out, struct past *p, const struct ml_id *tree)
{
	struct ml_tree_entry entry;
	struct ml_span rest;

	*out = (struct versions){ 0 };
	if (ml_store_read(p->store, &rest, p->arena, tree, ML_OBJECT_TREE, NULL))
		return -1;
	while (ml_tree_entry_next(&rest, &entry) == 1) {
		unsigned kind = entry.mode & ML_MODE_KIND;
		if (kind == ML_MODE_FOLDER || kind == ML_MODE_LINK || kind == ML_MODE_SUBMODULE || ml_role_of(entry.name) != ML_ROLE_LICENSE)
			continue;
		struct version version = { ml_arena_dup(p->arena, entry.name), entry.id };
		ML_PUSH(p->arena, out->at, out->nr, out->cap, version);
	}
	return 0;
}

static void add_change(struct past *p, const struct version *before, const struct version *after, const struct ml_id *commit)
{
	struct ml_past change = { .path = after->path };
	char hex[ML_ID_HEX + 1];
	enum ml_object kind;
	uint64_t size;

	for (int i = 0; i < 2; i++)
		if (ml_store_look(p->store, i ? &after->id : &before->id, &kind, &size, NULL) || kind != ML_OBJECT_BLOB || size > ML_LIMIT_FILE_BYTES)
			return;
	p->full = p->nr == ML_LIMIT_PAST_CHANGES;
	if (p->full || ml_store_read(p->store, &change.before, p->arena, &before->id, ML_OBJECT_BLOB, NULL) ||
	    ml_store_read(p->store, &change.after, p->arena, &after->id, ML_OBJECT_BLOB, NULL))
		return;
	ml_id_hex(hex, commit);
	change.commit = ml_arena_dup(p->arena, ml_span_of(hex));
	ML_PUSH(p->arena, p->changes, p->nr, p->cap, change);
}

static void compare(struct past *p, const struct versions *before, const struct versions *after, const struct ml_id *commit)
{
	for (size_t i = 0; i < after->nr; i++)
		for (size_t k = 0; k < before->nr; k++)
			if (!strcmp(before->at[k].path, after->at[i].path) && !ml_id_same(&before->at[k].id, &after->at[i].id))
				add_change(p, &before->at[k], &after->at[i], commit);
}

int ml_git_past(struct ml_past **out, size_t *nr, bool *cut, struct ml_arena *arena, struct ml_git *git, const char *revision,
		struct ml_error *err)
{
	struct past p = { .arena = arena, .store = ml_git_objects(git, err) };
	struct versions now, then;
	struct ml_id commit, parent, tree, old;
	struct ml_span bytes;
	unsigned walked = 0;

	*cut = false;
	if (!p.store || ml_git_find_commit(&commit, git, revision, err) || ml_git_root_of(&tree, git, &commit, err))
		return -1;
	if (list(&now, &p, &tree))
		return ml_error_set(err, ML_ERROR_UNJUDGED, "the tree of commit '%s' cannot be read", revision);
	while (!p.full && !ml_store_read(p.store, &bytes, arena, &commit, ML_OBJECT_COMMIT, NULL) && ml_object_field(bytes, "parent", 0, &parent)) {
		/* A commit that is not here is where a shallow clone ends. */
		if (walked++ == ML_LIMIT_PAST_COMMITS || ml_git_root_of(&old, git, &parent, NULL)) {
			*cut = true;
			break;
		}
		if (!ml_id_same(&old, &tree) && !list(&then, &p, &old)) {
			compare(&p, &then, &now, &commit);
			now = then;
			tree = old;
		}
		commit = parent;
	}
	*cut |= p.full;
	*out = p.changes;
	*nr = p.nr;
	return 0;
}
