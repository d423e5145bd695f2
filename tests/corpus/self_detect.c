/*
 * Each known text is found as itself, or as one that is word for word the same; and with its own entry taken away no
 * other text is exactly the file: likeness is never a verdict. Texts: the npm package spdx-license-list (MLINT_SPDX:
 * its folder) and the licenses of the corpus (MLINT_CORPUS). Status 77 where this machine has neither.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/json.h"
#include "lint/facts/parts.h"
#include "rules/registry.h"
#include "tests/corpus/same_text.h"
#include "tests/support/texts.h"

struct tally {
	struct ml_arena *arena; /* reset after each text */
	struct ml_patterns *patterns;
	size_t texts, lost, exact, unseen_exact;
};

static struct ml_license_fact *identify(struct tally *t, const char *id, struct ml_span text, const char *without, size_t *nr)
{
	struct ml_file *file = ml_arena_alloc(t->arena, sizeof *file);
	struct ml_license_fact *facts;

	*file = (struct ml_file){ .path = id, .role = ML_ROLE_LICENSE, .text = text, .bytes = text };
	ml_licenses_of_text(&facts, nr, t->arena, &ml_builtin_knowledge, t->patterns, file, without);
	return facts;
}

/* A fact that says: this file is that text. One that stands beside others only says that the file holds it. */
static bool says_exactly(const struct ml_license_fact *facts, size_t nr)
{
	return nr == 1 && facts[0].match == ML_MATCHED_EXACT && !facts[0].reference;
}

static void try(struct tally *t, const char *id, struct ml_span text)
{
	size_t nr;
	const struct ml_license_fact *facts = identify(t, id, text, NULL, &nr);

	t->texts++;
	if (!nr || !is_same_text(id, facts[0].license)) {
		t->lost++;
		printf("%s: found as %s\n", id, nr && facts[0].license ? facts[0].license->id : "nothing");
	}
	t->exact += nr && facts[0].match == ML_MATCHED_EXACT;
	facts = identify(t, id, text, id, &nr);
	if (says_exactly(facts, nr)) {
		t->unseen_exact++;
		printf("%s: without its entry exactly %s\n", id, facts[0].license ? facts[0].license->id : "unknown");
	}
	ml_arena_reset(t->arena);
}

/* All files of a folder whose names end in suffix. */
static void try_folder(struct tally *t, const char *folder, const char *suffix)
{
	DIR *dir = opendir(folder);
	size_t len = strlen(suffix);

	if (!dir)
		return;
	for (struct dirent *entry; (entry = readdir(dir));) {
		size_t name = strlen(entry->d_name);
		if (name <= len || strcmp(entry->d_name + name - len, suffix) != 0)
			continue;
		char path[4096], id[256];
		snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
		snprintf(id, sizeof id, "%.*s", (int)(name - len), entry->d_name);
		struct ml_span text = texts_read(t->arena, path);
		struct ml_parsed parsed;
		if (strcmp(suffix, ".json") == 0) {
			ml_json_parse(t->arena, text, &parsed);
			text = ml_node_get_text(parsed.root, "licenseText");
		}
		try(t, id, text);
	}
	closedir(dir);
}

int main(void)
{
	struct tally t = { .arena = ml_arena_new(), .patterns = ml_patterns_new() };
	const char *spdx = getenv("MLINT_SPDX"), *corpus = getenv("MLINT_CORPUS");
	char folder[4096];

	if (spdx && *spdx) {
		snprintf(folder, sizeof folder, "%s/licenses", spdx);
		try_folder(&t, folder, ".json");
	}
	for (int i = 0; corpus && *corpus && i < 2; i++) {
		snprintf(folder, sizeof folder, "%s/licenses/%s", corpus, i ? "spdx" : "ai");
		try_folder(&t, folder, ".txt");
	}
	if (t.texts)
		printf("%zu texts: %zu found as another, %zu exact; without its entry %zu exactly another\n", t.texts, t.lost, t.exact,
		       t.unseen_exact);
	else
		puts("SKIPPED: no license texts on this machine (set MLINT_SPDX or MLINT_CORPUS)");
	ml_patterns_free(t.patterns);
	ml_arena_free(t.arena);
	return !t.texts ? 77 : t.lost || t.unseen_exact ? 1 : 0;
}
