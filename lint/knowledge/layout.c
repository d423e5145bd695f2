#include "lint/knowledge/layout.h"

#include <string.h>

#include "lint/knowledge/models.h"
#include "lint/knowledge/release_load.h"

#define LETTERS 128

static const char *const kind_names[] = { "part", "container", "config", "piece", "text-task", "multimodal-task", "text-config", "multimodal-config", "text-model", "multimodal-model", NULL };

#define AT(member) offsetof(struct ml_layout_row, member)
static const struct release_key keys[] = {
	{ "kind", RELEASE_CHOICE, AT(kind), kind_names },
	{ "names", RELEASE_NAMES, AT(names), NULL },
	{ "source", RELEASE_TEXT, AT(source), NULL },
};
#undef AT

bool ml_layout_names(const struct ml_layout *layout, enum ml_layout_kind kind, struct ml_span name)
{
	for (size_t i = 0; layout && i < layout->nr; i++)
		for (size_t k = 0; layout->at[i].kind == kind && k < layout->at[i].names_nr; k++)
			if (ml_pattern_fits(layout->at[i].names[k], name))
				return true;
	return false;
}

bool ml_layout_holds(const struct ml_layout *layout, enum ml_layout_kind kind, struct ml_span text)
{
	char letters[LETTERS];
	struct ml_span bare = { letters, 0 };

	for (size_t i = 0; i < text.len && bare.len < LETTERS; i++)
		if (ml_is_alnum(text.at[i]))
			letters[bare.len++] = ml_lower(text.at[i]);
	for (size_t i = 0; layout && i < layout->nr; i++)
		for (size_t k = 0; layout->at[i].kind == kind && k < layout->at[i].names_nr; k++)
			if (ml_span_find(bare, layout->at[i].names[k]) != SIZE_MAX)
				return true;
	return false;
}

/* Names are compared folded: a capital would never be met. */
static bool is_folded(const struct ml_layout_row *row)
{
	for (size_t i = 0; i < row->names_nr; i++)
		for (const char *at = row->names[i]; *at; at++)
			if (*at != ml_lower(*at))
				return false;
	return true;
}

int ml_layout_load(struct ml_layout *out, struct ml_arena *arena, const char *path, const struct ml_node *root, struct ml_error *err)
{
	struct release_load load = { .arena = arena, .path = path, .err = err, .keys = keys, .keys_nr = sizeof keys / sizeof *keys };
	const struct ml_node *list = ml_node_get(root, "rows");
	struct ml_layout_row *rows;
	size_t nr = 0;

	if (!list || list->kind != ML_NODE_LIST)
		return ml_error_set(err, ML_ERROR_USAGE, "%s:1: no list 'rows'", path);
	rows = ml_arena_array(arena, struct ml_layout_row, list->nr);
	ml_node_each(child, list) {
		struct ml_layout_row *row = &rows[nr++];
		if (release_load_entry(&load, child, row))
			return -1;
		if (!row->source || !row->names_nr || !ml_node_get(child, "kind"))
			return ml_error_set(err, ML_ERROR_USAGE, "%s:%u: a row without kind, names or source", path, child->line);
		if (!is_folded(row))
			return ml_error_set(err, ML_ERROR_USAGE, "%s:%u: a name that is not lower case", path, child->line);
	}
	*out = (struct ml_layout){ rows, nr };
	return 0;
}
