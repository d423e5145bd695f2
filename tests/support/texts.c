#include "tests/support/texts.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "lint/base/json.h"

struct ml_span texts_read(struct ml_arena *arena, const char *path)
{
	struct ml_span none = { NULL, 0 };
	FILE *file = fopen(path, "rb");
	if (!file)
		return none;
	struct ml_buf buf;
	char bytes[65536];
	size_t nr;
	ml_buf_init(&buf, 256u << 20);
	ml_buf_add(&buf, "", 0);
	while ((nr = fread(bytes, 1, sizeof bytes, file)) > 0)
		ml_buf_add(&buf, bytes, nr);
	bool failed = ferror(file) != 0 || buf.full;
	fclose(file);
	struct ml_span text = { ml_arena_dup(arena, ml_buf_span(&buf)), buf.len };
	ml_buf_release(&buf);
	return failed ? none : text;
}

/* folder/NAMEsuffix, whatever the case of NAME's letters. */
static struct ml_span look(struct ml_arena *arena, const char *folder, const char *name, const char *suffix)
{
	struct ml_span found = { NULL, 0 };
	DIR *dir = opendir(folder);
	if (!dir)
		return found;
	const char *wanted = ml_arena_printf(arena, "%s%s", name, suffix);
	for (struct dirent *entry; !found.at && (entry = readdir(dir));)
		if (ml_span_is_nocase(ml_span_of(entry->d_name), wanted))
			found = texts_read(arena, ml_arena_printf(arena, "%s/%s", folder, entry->d_name));
	closedir(dir);
	return found;
}

/* As Debian names them, where that is not the SPDX id. */
static const char *const common[][2] = {
	{ "gpl-1.0", "GPL-1" },	  { "gpl-2.0", "GPL-2" },   { "gpl-3.0", "GPL-3" },	{ "lgpl-2.0", "LGPL-2" },
	{ "lgpl-2.1", "LGPL-2.1" }, { "lgpl-3.0", "LGPL-3" }, { "artistic-1.0", "Artistic" },
};

static const char *common_name(const char *id)
{
	for (size_t i = 0; i < sizeof common / sizeof *common; i++)
		if (ml_span_is_nocase(ml_span_of(id), common[i][0]))
			return common[i][1];
	return id;
}

static struct ml_span from_corpus(struct ml_arena *arena, const char *id)
{
	static const char *const folders[] = { "ai", "spdx" };
	struct ml_span found = { NULL, 0 };
	const char *corpus = getenv("MLINT_CORPUS");
	for (size_t i = 0; corpus && *corpus && !found.at && i < 2; i++)
		found = look(arena, ml_arena_printf(arena, "%s/licenses/%s", corpus, folders[i]), id, ".txt");
	return found;
}

/* The package keeps a JSON file a license, its words under licenseText. */
static struct ml_span from_package(struct ml_arena *arena, const char *id)
{
	struct ml_span none = { NULL, 0 };
	const char *package = getenv("MLINT_SPDX");
	if (!package || !*package)
		return none;
	struct ml_span json = look(arena, ml_arena_printf(arena, "%s/licenses", package), id, ".json");
	if (!json.at)
		return none;
	struct ml_parsed parsed = { 0 };
	ml_json_parse(arena, json, &parsed);
	return ml_node_get_text(parsed.root, "licenseText");
}

struct ml_span texts_license(struct ml_arena *arena, const char *source, const char *id)
{
	struct ml_span found = from_corpus(arena, id);
	if (!found.at)
		found = look(arena, "/usr/share/common-licenses", common_name(id), "");
	if (!found.at)
		found = from_package(arena, id);
	if (!found.at && ml_span_is_nocase(ml_span_of(id), "apache-2.0"))
		found = texts_read(arena, ml_arena_printf(arena, "%s/LICENSE", source));
	return found;
}
