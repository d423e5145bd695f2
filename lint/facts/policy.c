#include "lint/facts/parts.h"

#include <stdint.h>
#include <string.h>

#include "lint/knowledge/lists.h"
#include "lint/text/utf8.h"

#define HEAD_BYTES 400 /* of a text, in which it says what it is */

/* Whether an agreement calls on a policy that it makes part of its terms. */
static bool refers_to_policy(const struct ml_knowledge *knowledge, struct ml_span text)
{
	return ml_list_in(knowledge, ML_LIST_POLICY_REFERENCES, text);
}

/* A policy belongs to the licenses beside it, one in a subfolder of its own to those above. */
static bool is_within(const struct ml_file *license, const struct ml_file *policy)
{
	size_t len = ml_path_folder(ml_span_of(license->path));

	return len <= ml_path_folder(ml_span_of(policy->path)) && !memcmp(license->path, policy->path, len);
}

static const struct ml_term_fact *term_of(const struct ml_term_fact *terms, size_t nr, enum ml_term_id id)
{
	for (size_t i = 0; i < nr; i++)
		if (terms[i].id == id && terms[i].where.line)
			return &terms[i];
	return NULL;
}

/* What is known of a text word for word already counts its policy: that only shows where its terms stand. */
static bool counts_policy(const struct ml_license_fact *fact)
{
	return fact->license && fact->match == ML_MATCHED_EXACT;
}

/* The policy's terms that the license itself lacks, put in at their weight; its places for those that the license has elsewhere. */
static void join(struct ml_arena *arena, struct ml_license_fact *fact, const struct ml_term_fact *terms, size_t nr)
{
	struct ml_term_fact *all = ml_arena_array(arena, struct ml_term_fact, fact->terms_nr + nr);
	size_t all_nr = 0, k = 0;
	struct ml_license_fact old = *fact;

	for (int id = 0; id < ML_TERM_NR; id++) {
		for (; k < old.terms_nr && (int)old.terms[k].id <= id; k++) {
			const struct ml_term_fact *placed = old.terms[k].where.line ? NULL : term_of(terms, nr, old.terms[k].id);
			all[all_nr] = old.terms[k];
			if (placed)
				all[all_nr].where = placed->where;
			all_nr++;
		}
		for (size_t i = 0; i < nr && !counts_policy(fact); i++)
			if ((int)terms[i].id == id && !ml_fact_has(&old, terms[i].id))
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

	ml_clauses_of_text(&terms, &nr, facts->arena, facts->knowledge, facts->patterns, policy);
	if (!nr)
		return;
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		size_t folder = ml_path_folder(ml_span_of(licenses[i].where.file->path));
		if (is_within(licenses[i].where.file, policy) && folder > deepest)
			deepest = folder;
	}
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_file *file = licenses[i].where.file;
		if (is_within(file, policy) && ml_path_folder(ml_span_of(file->path)) == deepest && file->role == ML_ROLE_LICENSE &&
		    refers_to_policy(facts->knowledge, file->text))
			join(facts->arena, &licenses[i], terms, nr);
	}
}

/* The lines of the file that a fact covers. */
static struct ml_span lines_of(const struct ml_license_fact *fact)
{
	const struct ml_file *file = fact->where.file;
	const struct ml_lines *lines = file ? file->lines : NULL;

	if (!lines || !fact->where.line || fact->where.end_line > lines->nr)
		return (struct ml_span){ 0 };
	struct ml_span first = ml_lines_text(lines, file->text, fact->where.line);
	struct ml_span last = ml_lines_text(lines, file->text, fact->where.end_line);
	size_t from = (size_t)(first.at - file->text.at), to = (size_t)(last.at - file->text.at) + last.len;
	return ml_span_sub(file->text, from, to);
}

/* A known policy, or an unknown text that calls itself one in its first words. */
static bool is_policy(const struct ml_knowledge *knowledge, const struct ml_license_fact *fact)
{
	if (fact->license)
		return fact->license->policy;
	struct ml_span head = ml_span_sub(lines_of(fact), 0, HEAD_BYTES);
	return !fact->declared && refers_to_policy(knowledge, head);
}

/* Whether a policy at the end of a file belongs to a license before it. */
static bool join_appended(struct ml_facts *facts, struct ml_license_fact *licenses, const struct ml_license_fact *policy)
{
	bool joined = false;

	for (size_t i = 0; i < facts->licenses_nr; i++) {
		struct ml_license_fact *license = &licenses[i];
		if (license == policy || license->where.file != policy->where.file || license->where.line > policy->where.line ||
		    is_policy(facts->knowledge, license) || !refers_to_policy(facts->knowledge, lines_of(license)))
			continue;
		join(facts->arena, license, policy->terms, policy->terms_nr);
		joined = true;
	}
	return joined;
}

/* Policies that stand in the file of the license that refers to them are no licenses beside it. */
static void join_all_appended(struct ml_facts *facts)
{
	struct ml_license_fact *licenses = (struct ml_license_fact *)(uintptr_t)facts->licenses;
	bool *gone = ml_arena_array(facts->arena, bool, facts->licenses_nr);
	size_t kept = 0;

	for (size_t i = 0; i < facts->licenses_nr; i++)
		gone[i] = is_policy(facts->knowledge, &licenses[i]) && join_appended(facts, licenses, &licenses[i]);
	for (size_t i = 0; i < facts->licenses_nr; i++)
		if (!gone[i])
			licenses[kept++] = licenses[i];
	facts->licenses_nr = kept;
}

void ml_policies_join(struct ml_facts *facts, size_t *left)
{
	join_all_appended(facts);
	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		struct ml_file *file = &facts->tree->files[i];
		if (file->role == ML_ROLE_POLICY && !file->outside && ml_facts_read(facts, file, left))
			join_policy(facts, file);
	}
}
