#include "lint/check/config_tree.h"

#include <string.h>

#include "lint/base/limits.h"

/* The text of a file around the tree, or NULL where it is not there. problem: why it is no text. */
static const struct ml_file *read_text(struct ml_tree *tree, struct ml_arena *arena, const char *path, size_t limit, const char **problem)
{
	const struct ml_file *file = ml_tree_around(tree, arena, path, limit + 1);

	*problem = NULL;
	if (!file)
		return NULL;
	if (file->state != ML_FILE_READ)
		*problem = file->problem ? file->problem : "cannot be read";
	else if (file->bytes.len > limit)
		*problem = ml_arena_printf(arena, "is larger than %zu bytes", limit);
	else if (!file->text.at)
		*problem = "is no text";
	return file;
}

int ml_config_find(struct ml_config_found *out, struct ml_tree *tree, struct ml_arena *arena, struct ml_error *err)
{
	const char *within = tree->within ? tree->within : "", *problem;
	size_t len = strlen(within);

	*out = (struct ml_config_found){ 0 };
	while (!tree->cached) {
		const char *path = ml_arena_printf(arena, "%.*s%s", (int)len, within, ML_CONFIG_NAME);
		out->file = read_text(tree, arena, path, ML_LIMIT_SETTINGS_BYTES, &problem);
		if (problem)
			return ml_error_set(err, out->file->state == ML_FILE_FAILED ? ML_ERROR_UNJUDGED : ML_ERROR_USAGE, "the configuration '%s' %s", path, problem);
		if (out->file || !len)
			break;
		for (len--; len && within[len - 1] != '/';)
			len--;
	}
	if (!out->file)
		return 0;
	out->folder = ml_arena_dup(arena, (struct ml_span){ within, len ? len - 1 : 0 });
	out->below = within[len] ? within + len : NULL;
	out->here = out->below ? NULL : ml_tree_find(tree, ML_CONFIG_NAME);
	return 0;
}

int ml_config_knowledge(struct ml_knowledge_file **out, const struct ml_config *config, const struct ml_config_found *found,
			struct ml_tree *tree, struct ml_arena *arena, struct ml_error *err)
{
	*out = ml_arena_array(arena, struct ml_knowledge_file, config->knowledge_nr);
	for (size_t i = 0; i < config->knowledge_nr; i++) {
		const struct ml_config_file *named = &config->knowledge[i];
		const char *path = ml_tree_place(arena, found->folder, named->path), *problem = "leads out of the repository";
		const struct ml_file *file = path ? read_text(tree, arena, path, ML_LIMIT_FILE_BYTES - 1, &problem) : NULL;
		if (path && !file)
			problem = "is not there";
		if (problem)
			return ml_error_set(err, ML_ERROR_USAGE, "%s:%u: the file of knowledge '%.200s' %s", config->path, named->line, named->path,
					    problem);
		(*out)[i] = (struct ml_knowledge_file){ path, file->text };
	}
	return 0;
}

int ml_config_mark(const struct ml_config *config, const char *below, struct ml_tree *tree, struct ml_arena *arena, struct ml_error *err)
{
	size_t tests = 0;

	if (!config->paths.nr && !config->exclude.nr)
		return 0;
	for (size_t i = 0; i < tree->files_nr; i++) {
		struct ml_file *file = &tree->files[i];
		if (file->role == ML_ROLE_NONE || file->role == ML_ROLE_SETTINGS || file->outside)
			continue;
		struct ml_span path = ml_span_of(below ? ml_arena_printf(arena, "%s%s", below, file->path) : file->path);
		tests += config->paths.nr + config->exclude.nr;
		if (tests > ML_LIMIT_SETTINGS_TESTS)
			return ml_error_set(err, ML_ERROR_UNJUDGED, "%s: too many patterns for so many files", config->path);
		file->outside = (config->paths.nr && !ml_globs_match(config->paths.at, config->paths.nr, path)) ||
				ml_globs_match(config->exclude.at, config->exclude.nr, path);
	}
	return 0;
}
