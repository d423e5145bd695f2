#include "lint/check/unjudged.h"

#include "lint/base/limits.h"

/* Roles whose text is always read. */
static bool is_always_read(enum ml_role role)
{
	return role == ML_ROLE_LICENSE || role == ML_ROLE_NOTICE || role == ML_ROLE_CARD || role == ML_ROLE_TRANSLATION;
}

/* Why a file of the repository's own could not be judged, or NULL. */
static const char *why_not(const struct ml_file *file)
{
	if (file->state == ML_FILE_FAILED)
		return file->problem ? file->problem : "cannot be read";
	if (file->outside || file->role == ML_ROLE_NONE)
		return NULL;
	if (is_always_read(file->role) && file->state == ML_FILE_UNREAD)
		return "not read: the limit of bytes read in one run was reached";
	if (file->state == ML_FILE_SPECIAL && is_always_read(file->role))
		return file->problem ? file->problem : "not read: not a regular file";
	if (file->state == ML_FILE_TOO_LARGE && file->role != ML_ROLE_WEIGHTS && file->role != ML_ROLE_DATA)
		return file->problem ? file->problem : "not read whole: too large";
	return NULL;
}

struct list {
	struct ml_arena *arena;
	struct ml_unjudged *at;
	size_t nr, cap;
};

static void add(struct list *list, const char *path, const char *why)
{
	struct ml_unjudged entry = { path, why };

	ML_PUSH(list->arena, list->at, list->nr, list->cap, entry);
}

size_t ml_unjudged_list(struct ml_unjudged **out, const struct ml_facts *facts, const struct ml_verdict *verdict)
{
	const struct ml_tree *tree = facts->tree;
	struct list list = { .arena = facts->arena };

	for (size_t i = 0; i < tree->problems_nr; i++)
		add(&list, tree->problems[i].path, tree->problems[i].text);
	for (size_t i = 0; i < tree->files_nr; i++) {
		const char *why = why_not(&tree->files[i]);
		if (why)
			add(&list, tree->files[i].path, why);
	}
	if (facts->cut)
		add(&list, NULL, "names more licenses, models, data sets or claims than are kept");
	if (verdict->cut)
		add(&list, NULL, ml_arena_printf(facts->arena, "more than %u findings", ML_LIMIT_FINDINGS));
	if (verdict->suppressions_cut)
		add(&list, NULL, ml_arena_printf(facts->arena, "more than %u suppressions: the others are not heeded", ML_LIMIT_SUPPRESSIONS));
	*out = list.at;
	return list.nr;
}
