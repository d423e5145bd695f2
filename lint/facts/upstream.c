/*
 * Bases that lie in folders which the user named (--upstream): read like any
 * repository, so that what they say themselves counts and not what is known.
 * Only the license and where it stood are kept; nothing else of them is told.
 */
#include "lint/facts/upstream.h"

#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

#include "lint/base/limits.h"
#include "lint/facts/lineage.h"
#include "lint/source/tree.h"

static bool is_folder(const char *path)
{
	struct stat st;

	return !stat(path, &st) && S_ISDIR(st.st_mode);
}

/* "owner/name" in that folder: as it is, by its name alone, as a cache of the Hub keeps it; or the folder is itself that model. */
static const char *place_of(struct ml_arena *arena, const char *folder, struct ml_span owner, struct ml_span name)
{
	struct ml_span last = ml_span_of(folder);
	const char *const places[] = {
		owner.len ? ml_arena_printf(arena, "%s/%.*s/%.*s", folder, ML_SPAN_ARG(owner), ML_SPAN_ARG(name)) : NULL,
		owner.len ? ml_arena_printf(arena, "%s/models--%.*s--%.*s", folder, ML_SPAN_ARG(owner), ML_SPAN_ARG(name)) : NULL,
		ml_arena_printf(arena, "%s/%.*s", folder, ML_SPAN_ARG(name)),
	};

	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		if (places[i] && is_folder(places[i]))
			return places[i];
	while (last.len && last.at[last.len - 1] == '/')
		last.len--;
	for (size_t at = last.len; at > 0; at--)
		if (last.at[at - 1] == '/')
			return ml_span_eq(name, ml_span_sub(last, at, last.len)) ? folder : NULL;
	return ml_span_eq(name, last) ? folder : NULL;
}

/* The one license of its weights. Where there are several nobody can say which is meant; where there is none, what is known of it counts. */
static bool take(struct ml_upstream *out, struct ml_arena *arena, const struct ml_facts *theirs, const char *place)
{
	const struct ml_govern *weights = theirs->weights.of_nr ? &theirs->weights : &theirs->code;
	const struct ml_license_fact *fact = weights->of_nr == 1 ? weights->of[0].fact : NULL;

	if (!weights->of_nr)
		return false;
	out->license = fact && !fact->altered && !fact->unread ? fact->license : NULL;
	if (out->license && (out->license->family || out->license->placeholder))
		out->license = NULL;
	out->place = fact && fact->where.file ? ml_arena_printf(arena, "%s/%s", place, fact->where.file->path) : place;
	return true;
}

static bool read_place(struct ml_upstream *out, struct ml_facts *facts, const char *place)
{
	struct ml_knowledge knowledge = *facts->knowledge;
	struct ml_arena *arena = ml_arena_new(), *scratch = ml_arena_new();
	struct ml_facts *theirs;
	struct ml_tree *tree = NULL;
	struct ml_error ignored = { 0 };
	bool found = false;

	/* Theirs are not looked for in turn. */
	knowledge.upstreams_nr = 0;
	if (!ml_tree_open(&tree, arena, place, &(struct ml_tree_options){ 0 }, &ignored) &&
	    !ml_facts_collect(&theirs, arena, scratch, tree, &knowledge, facts->patterns, &ignored))
		found = take(out, facts->arena, theirs, place);
	ml_tree_close(tree);
	ml_arena_free(scratch);
	ml_arena_free(arena);
	return found;
}

bool ml_upstream_find(struct ml_upstream *out, struct ml_facts *facts, struct ml_span id, size_t *read)
{
	size_t slash = ml_span_find(id, "/");
	struct ml_span owner = ml_span_sub(id, 0, slash == SIZE_MAX ? 0 : slash), name = ml_span_sub(id, slash == SIZE_MAX ? 0 : slash + 1, id.len);

	/* An id of the scanned repository becomes part of a path: no other form of it is taken. */
	if (!ml_is_hub_id(facts->knowledge, id))
		return false;
	for (size_t i = 0; i < facts->knowledge->upstreams_nr; i++) {
		const char *place = place_of(facts->arena, facts->knowledge->upstreams[i], owner, name);
		if (!place)
			continue;
		if (++*read > ML_LIMIT_UPSTREAMS) {
			facts->unread_nr += !facts->cut;
			facts->cut = true;
			return false;
		}
		if (read_place(out, facts, place))
			return true;
	}
	return false;
}
