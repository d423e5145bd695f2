#include "tests/support/all_texts.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/json.h"
#include "tests/support/texts.h"

struct listing {
	struct ml_arena *arena;
	struct known_text *at;
	size_t nr, cap;
};

static struct ml_span read_text(struct ml_arena *arena, const char *path, bool json)
{
	struct ml_span text = texts_read(arena, path);
	struct ml_parsed parsed;

	if (!json)
		return text;
	ml_json_parse(arena, text, &parsed);
	return ml_node_get_text(parsed.root, "licenseText");
}

static int by_id(const void *a, const void *b)
{
	return strcmp(((const struct known_text *)a)->id, ((const struct known_text *)b)->id);
}

/* Files whose names end in suffix, in order of id: a folder has no order of its own. */
static void add_folder(struct listing *l, const char *folder, const char *suffix, bool spdx)
{
	DIR *dir = opendir(folder);
	size_t len = strlen(suffix), first = l->nr;

	if (!dir)
		return;
	for (struct dirent *entry; (entry = readdir(dir));) {
		size_t name = strlen(entry->d_name);
		if (name <= len || strcmp(entry->d_name + name - len, suffix) != 0)
			continue;
		struct known_text text = { .spdx = spdx };
		text.id = ml_arena_dup(l->arena, (struct ml_span){ entry->d_name, name - len });
		text.text = read_text(l->arena, ml_arena_printf(l->arena, "%s/%s", folder, entry->d_name), !strcmp(suffix, ".json"));
		if (text.text.len)
			ML_PUSH(l->arena, l->at, l->nr, l->cap, text);
	}
	closedir(dir);
	if (l->nr > first)
		qsort(l->at + first, l->nr - first, sizeof *l->at, by_id);
}

void all_texts(struct known_text **out, size_t *nr, struct ml_arena *arena)
{
	struct listing l = { .arena = arena };
	const char *package = getenv("MLINT_SPDX"), *corpus = getenv("MLINT_CORPUS");

	if (package && *package)
		add_folder(&l, ml_arena_printf(arena, "%s/licenses", package), ".json", true);
	if (corpus && *corpus) {
		add_folder(&l, ml_arena_printf(arena, "%s/licenses/spdx", corpus), ".txt", true);
		add_folder(&l, ml_arena_printf(arena, "%s/licenses/ai", corpus), ".txt", false);
	}
	*out = l.at;
	*nr = l.nr;
}
