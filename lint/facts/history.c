#include "lint/facts/history.h"

#include <string.h>

#include "lint/base/limits.h"
#include "lint/facts/parts.h"
#include "lint/source/git_past.h"
#include "lint/text/utf8.h"

/* The license that covers most of a text; a text that is none gives NULL. */
static const struct ml_license_fact *license_of(struct ml_facts *facts, const char *path, struct ml_span bytes)
{
	struct ml_file *file = ml_arena_alloc(facts->arena, sizeof *file);
	struct ml_license_fact *found;
	size_t nr = 0;

	*file = (struct ml_file){ .path = path, .size = bytes.len, .role = ML_ROLE_LICENSE, .state = ML_FILE_READ, .bytes = bytes };
	file->text = ml_utf8_text(facts->arena, bytes, &file->converted);
	ml_licenses_of_text(&found, &nr, facts->arena, facts->knowledge, facts->patterns, file, NULL);
	return nr ? found : NULL;
}

/* Change logs tell what cards do not. */
static bool is_log(const struct ml_file *file)
{
	static const char *const names[] = { "CHANGELOG", "CHANGES", "HISTORY", "NEWS", "RELEASE" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strchr(file->path, '/') && ml_span_starts_nocase(ml_span_of(file->path), names[i]))
			return true;
	return false;
}

static bool mentions(struct ml_span text, const struct ml_license *license)
{
	const char *const names[] = { license->name, license->hub, license->spdx, "relicens" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (names[i] && ml_span_find_nocase(text, names[i]) != SIZE_MAX)
			return true;
	return false;
}

static bool is_told(struct ml_facts *facts, const struct ml_license *was, size_t *left)
{
	for (size_t i = 0; i < facts->cards_nr; i++)
		if (mentions(facts->cards[i].file->text, was))
			return true;
	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		struct ml_file *file = &facts->tree->files[i];
		if (is_log(file) && ml_facts_read(facts, file, left) && mentions(file->text, was))
			return true;
	}
	return false;
}

int ml_history_collect(struct ml_facts *facts, struct ml_git *git, struct ml_error *err)
{
	struct ml_relicensed *list = NULL;
	struct ml_past *changes;
	size_t changes_nr, nr = 0, cap = 0, left = ML_LIMIT_FILE_BYTES;
	bool cut;

	if (ml_git_past(&changes, &changes_nr, &cut, facts->arena, git, facts->tree->revision, err))
		return -1;
	for (size_t i = 0; i < changes_nr; i++) {
		const struct ml_license_fact *was = license_of(facts, changes[i].path, changes[i].before);
		const struct ml_license_fact *is = license_of(facts, changes[i].path, changes[i].after);
		if (!was || !is || !was->license || was->license == is->license)
			continue;
		struct ml_relicensed changed = { changes[i].path, changes[i].commit, was, is, is_told(facts, was->license, &left), cut };
		ML_PUSH(facts->arena, list, nr, cap, changed);
	}
	facts->relicensed = list;
	facts->relicensed_nr = nr;
	return 0;
}
