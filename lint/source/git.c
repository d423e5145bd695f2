#include "lint/source/git.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "lint/source/git_p.h"
#include "lint/source/git_refs.h"
#include "lint/source/git_rev.h"

int ml_git_open(struct ml_git **out, struct ml_arena *arena, const char *path, bool environment, struct ml_error *err)
{
	struct ml_git *git = ml_arena_alloc(arena, sizeof *git);
	char *real = realpath(path, NULL);
	if (!real && errno == ENOMEM)
		ml_oom();
	int found = real && ml_git_find(&git->place, arena, ml_arena_dup(arena, ml_span_of(real)), environment);
	free(real);
	if (!found)
		return ml_error_set(err, ML_ERROR_USAGE, "'%s' is in no git repository", path);
	git->arena = arena;
	ml_git_config_of(&git->config, arena, git->place.common);
	*out = git;
	return 0;
}

void ml_git_close(struct ml_git *git)
{
	if (!git)
		return;
	ml_store_close(git->store);
	git->store = NULL;
}

const char *ml_git_top(const struct ml_git *git)
{
	return git->place.top;
}

const char *ml_git_folder(const struct ml_git *git)
{
	return git->place.git;
}

const char *ml_git_common(const struct ml_git *git)
{
	return git->place.common;
}

struct ml_store *ml_git_objects(struct ml_git *git, struct ml_error *err)
{
	if (git->store)
		return git->store;
	if (git->config.sha256) {
		ml_error_set(err, ML_ERROR_UNJUDGED, "the repository names its objects by SHA-256, which mlint cannot read");
		return NULL;
	}
	return ml_store_open(&git->store, git->arena, &git->place, err) < 0 ? NULL : git->store;
}

int ml_git_find_commit(struct ml_id *out, struct ml_git *git, const char *revision, struct ml_error *err)
{
	struct ml_store *store = ml_git_objects(git, err);
	if (!store)
		return -1;
	if (git->config.reftable && !ml_id_read(out, ml_span_of(revision)))
		return ml_error_set(err, ML_ERROR_UNJUDGED, "the repository keeps its refs in a reftable, which mlint cannot read");
	return ml_git_resolve(out, git->arena, &git->place, store, revision, err);
}

int ml_git_root_of(struct ml_id *out, struct ml_git *git, const struct ml_id *commit, struct ml_error *err)
{
	struct ml_span bytes;
	if (ml_store_read(git->store, &bytes, git->arena, commit, ML_OBJECT_COMMIT, err) < 0)
		return -1;
	if (!ml_object_field(bytes, "tree", 0, out))
		return ml_error_set(err, ML_ERROR_UNJUDGED, "a commit names no tree");
	return 0;
}

const struct ml_index *ml_git_index(struct ml_git *git, struct ml_error *err)
{
	if (git->index)
		return git->index;
	struct ml_index *index = ml_arena_alloc(git->arena, sizeof *index);
	if (ml_index_read(index, git->arena, git->place.git, git->place.index, git->config.sha256 ? 32 : ML_ID_BYTES, err) < 0)
		return NULL;
	return git->index = index;
}

const struct ml_known *ml_git_known(struct ml_git *git)
{
	if (!git->known) {
		git->known = ml_arena_alloc(git->arena, sizeof *git->known);
		ml_known_read(git->known, git->arena, git->index);
	}
	return git->known;
}

static const char *text_of(struct ml_git *git, const struct ml_id *id)
{
	char hex[ML_ID_HEX + 1];
	ml_id_hex(hex, id);
	return ml_arena_dup(git->arena, ml_span_of(hex));
}

const char *ml_git_commit(struct ml_git *git, const char *revision, struct ml_error *err)
{
	struct ml_id id;
	return ml_git_find_commit(&id, git, revision, err) < 0 ? NULL : text_of(git, &id);
}

bool ml_git_born(struct ml_git *git)
{
	return git->config.reftable || ml_git_ref(git->arena, &git->place, ml_span_of("HEAD")) != NULL;
}

const char *ml_git_parted(struct ml_git *git, const char *one, const char *other)
{
	struct ml_id a, b, base;
	struct ml_store *store = ml_git_objects(git, NULL);
	if (!store || !ml_id_read(&a, ml_span_of(one)) || !ml_id_read(&b, ml_span_of(other)))
		return NULL;
	return ml_git_base(&base, git->arena, store, &a, &b, 1) ? text_of(git, &base) : NULL;
}

const char *ml_git_parted_from(struct ml_git *git, const char *one, const char *const *names, size_t nr, const char *folder)
{
	struct ml_id commit, base;
	struct ml_store *store = ml_git_objects(git, NULL);
	size_t tips_nr, all = 0;
	if (!store || git->config.reftable || !ml_id_read(&commit, ml_span_of(one)))
		return NULL;
	const struct ml_id *tips = ml_git_tips(&tips_nr, git->arena, &git->place, folder);
	struct ml_id *others = ml_arena_array(git->arena, struct ml_id, nr + tips_nr);
	for (size_t i = 0; i < nr; i++) {
		const char *id = ml_git_ref(git->arena, &git->place, ml_span_of(names[i]));
		all += id && ml_id_read(&others[all], ml_span_of(id));
	}
	if (tips_nr)
		memcpy(others + all, tips, tips_nr * sizeof *others);
	return ml_git_base(&base, git->arena, store, &commit, others, all + tips_nr) ? text_of(git, &base) : NULL;
}
