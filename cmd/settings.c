#include "cmd/settings.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd/single.h"
#include "lint/check/policy.h"
#include "rules/registry.h"

/* What the configuration asks for beside itself. */
static int complete(struct settings *settings, struct ml_arena *arena, const struct ml_knowledge *base, struct ml_error *err)
{
	struct ml_knowledge *joined;

	settings->knowledge = base;
	if (settings->config.knowledge_nr) {
		joined = ml_arena_alloc(arena, sizeof *joined);
		if (ml_knowledge_add(joined, arena, base, settings->files, settings->config.knowledge_nr, err))
			return -1;
		settings->knowledge = joined;
	}
	return ml_policy_check(&settings->config, arena, settings->knowledge, err);
}

/* A path in a file counts from the file's folder. */
static const char *beside(struct ml_arena *arena, const char *file, const char *path)
{
	const char *slash = strrchr(file, '/');

	if (*path == '/' || !slash)
		return path;
	return ml_arena_printf(arena, "%.*s/%s", (int)(slash - file), file, path);
}

static int read_beside(struct settings *settings, struct ml_arena *arena, const char *file, struct ml_error *err)
{
	struct ml_knowledge_file *files = ml_arena_array(arena, struct ml_knowledge_file, settings->config.knowledge_nr);

	for (size_t i = 0; i < settings->config.knowledge_nr; i++) {
		const struct ml_config_file *named = &settings->config.knowledge[i];
		const char *path = beside(arena, file, named->path);
		struct ml_tree *tree;
		if (single_read(&tree, arena, path, ML_ROLE_NONE, err))
			return ml_error_prefix(err, "%s:%u", file, named->line);
		files[i] = (struct ml_knowledge_file){ path, tree->files->text };
	}
	settings->files = files;
	return 0;
}

int settings_of_file(const struct settings **out, struct ml_arena *arena, const char *path, const struct ml_knowledge *base, struct ml_error *err)
{
	struct settings *settings = ml_arena_alloc(arena, sizeof *settings);
	struct ml_tree *tree;

	if (single_read(&tree, arena, path, ML_ROLE_SETTINGS, err))
		return -1;
	settings->text = tree->files->text;
	if (ml_config_parse(&settings->config, arena, path, settings->text, ml_rules, err) ||
	    read_beside(settings, arena, path, err) || complete(settings, arena, base, err))
		return -1;
	*out = settings;
	return 0;
}

static bool is_same(const struct settings *a, const struct settings *b)
{
	if (strcmp(a->config.path, b->config.path) != 0 || !ml_span_eq(a->text, b->text))
		return false;
	for (size_t i = 0; i < a->config.knowledge_nr; i++)
		if (strcmp(a->files[i].path, b->files[i].path) != 0 || !ml_span_eq(a->files[i].text, b->files[i].text))
			return false;
	return true;
}

int settings_of_tree(const struct settings **out, struct ml_config_found *found, struct ml_arena *arena, struct ml_tree *tree,
		     const struct ml_knowledge *base, const struct settings *last, struct ml_error *err)
{
	struct settings *settings;
	struct ml_knowledge_file *files;

	*out = NULL;
	if (ml_config_find(found, tree, arena, err))
		return -1;
	if (!found->file)
		return 0;
	settings = ml_arena_alloc(arena, sizeof *settings);
	settings->text = found->file->text;
	/* As the files of findings are told: from the scanned root where it stands there. */
	const char *path = found->here ? found->here->path : found->file->path;
	if (ml_config_parse(&settings->config, arena, path, settings->text, ml_rules, err) ||
	    ml_config_knowledge(&files, &settings->config, found, tree, arena, err))
		return -1;
	settings->files = files;
	if (last && is_same(last, settings)) {
		*out = last;
		return 0;
	}
	if (complete(settings, arena, base, err))
		return -1;
	*out = settings;
	return 0;
}

static bool has(struct ml_arena *arena, struct ml_span folder, const char *name)
{
	return access(ml_arena_printf(arena, "%.*s/%s", ML_SPAN_ARG(folder), name), F_OK) == 0;
}

/* The folder whose configuration a file is under, or NULL: its own, or in a repository the nearest above. Only looks for names: a tree reads. */
static const char *configured_folder(struct ml_arena *arena, const char *path)
{
	struct ml_span folder, found = { 0 };
	const char *answer = NULL, *slash = strrchr(path, '/');
	char *full = realpath(slash ? ml_arena_dup(arena, (struct ml_span){ path, (size_t)(slash - path) + 1 }) : ".", NULL);

	if (!full)
		return NULL;
	folder = ml_span_of(full);
	bool own = has(arena, folder, ML_CONFIG_NAME), git = false;
	for (found = own ? folder : found; folder.len; folder.len--) {
		if (folder.at[folder.len] != '/' && folder.at[folder.len])
			continue;
		if (!found.at && has(arena, folder, ML_CONFIG_NAME))
			found = folder;
		if ((git = has(arena, folder, ".git")))
			break;
	}
	if (found.at && (git || own))
		answer = ml_arena_dup(arena, found);
	free(full);
	return answer;
}

static int read_folder(struct settings_beside *near, struct ml_arena *arena, const char *folder, struct ml_error *err)
{
	const struct settings *settings = NULL;
	struct ml_config_found found;
	struct ml_tree *tree = NULL;
	int status = -1;

	if (ml_tree_open(&tree, arena, folder, &(struct ml_tree_options){ 0 }, err) ||
	    settings_of_tree(&settings, &found, arena, tree, near->base, NULL, err))
		goto done;
	near->folder = folder;
	near->knowledge = near->read = settings ? settings->knowledge : near->base;
	status = 0;
done:
	ml_tree_close(tree);
	return status ? ml_error_prefix(err, "%s", folder) : 0;
}

int settings_beside(struct settings_beside *near, struct ml_arena *arena, const char *path, struct ml_error *err)
{
	const char *folder = strcmp(path, "-") ? configured_folder(arena, path) : NULL;

	near->knowledge = near->base;
	if (!folder)
		return 0;
	if (!near->folder || strcmp(folder, near->folder) != 0)
		return read_folder(near, arena, folder, err);
	near->knowledge = near->read;
	return 0;
}
