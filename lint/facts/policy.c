#include "lint/facts/parts.h"

#include <stdint.h>
#include <string.h>

/* How agreements call the policy that they make part of their terms. */
static const char *const references[] = { "use policy", "usage policy", "use policies", "acceptable use", "prohibited use", "使用政策", "使用规范" };

static bool refers_to_policy(struct ml_span text)
{
	for (size_t i = 0; i < sizeof references / sizeof *references; i++)
		if (ml_span_find_nocase(text, references[i]) != SIZE_MAX)
			return true;
	return false;
}

static size_t folder_len(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? (size_t)(slash - path) + 1 : 0;
}

/* A policy belongs to the licenses beside it, one in a subfolder of its own to those above. */
static bool is_within(const struct ml_file *license, const struct ml_file *policy)
{
	size_t len = folder_len(license->path);

	return len <= folder_len(policy->path) && !memcmp(license->path, policy->path, len);
}

static bool has_term(const struct ml_license_fact *fact, enum ml_term_id id)
{
	for (size_t i = 0; i < fact->terms_nr; i++)
		if (fact->terms[i].id == id)
			return true;
	return false;
}

/* The terms that the license itself lacks, put in at their weight. */
static void join(struct ml_arena *arena, struct ml_license_fact *fact, const struct ml_term_fact *terms, size_t nr)
{
	struct ml_term_fact *all = ml_arena_array(arena, struct ml_term_fact, fact->terms_nr + nr);
	size_t all_nr = 0, k = 0;
	struct ml_license_fact old = *fact;

	for (int id = 0; id < ML_TERM_NR; id++) {
		for (; k < old.terms_nr && (int)old.terms[k].id <= id; k++)
			all[all_nr++] = old.terms[k];
		for (size_t i = 0; i < nr; i++)
			if ((int)terms[i].id == id && !has_term(&old, terms[i].id))
				all[all_nr++] = terms[i];
	}
	fact->terms = all;
	fact->terms_nr = all_nr;
}

static void join_policy(struct ml_facts *facts, const struct ml_file *policy)
{
	struct ml_license_fact *licenses = (struct ml_license_fact *)(uintptr_t)facts->licenses;
	struct ml_term_fact *terms = NULL;
	size_t nr = 0, deepest = 0;

	ml_clauses_of_text(&terms, &nr, facts->arena, facts->knowledge, facts->patterns, policy, 0, policy->text.len);
	if (!nr)
		return;
	for (size_t i = 0; i < facts->licenses_nr; i++)
		if (is_within(licenses[i].where.file, policy) && folder_len(licenses[i].where.file->path) > deepest)
			deepest = folder_len(licenses[i].where.file->path);
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_file *file = licenses[i].where.file;
		if (is_within(file, policy) && folder_len(file->path) == deepest && file->role == ML_ROLE_LICENSE &&
		    refers_to_policy(file->text))
			join(facts->arena, &licenses[i], terms, nr);
	}
}

void ml_policies_join(struct ml_facts *facts, size_t *left)
{
	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		struct ml_file *file = &facts->tree->files[i];
		if (file->role == ML_ROLE_POLICY && !file->outside && ml_facts_read(facts, file, left))
			join_policy(facts, file);
	}
}
