#include "lint/knowledge/models.h"

#include <stdlib.h>
#include <string.h>

#include "lint/knowledge/release_load.h"
#include "lint/knowledge/release_words.h"

static const struct release_key keys[] = {
	{ "id", RELEASE_TEXT, offsetof(struct ml_model, id), NULL },
	{ "license", RELEASE_TEXT, offsetof(struct ml_model, license), NULL },
	{ "base", RELEASE_TEXT, offsetof(struct ml_model, base), NULL },
	{ "names", RELEASE_NAMES, offsetof(struct ml_model, names), NULL },
	{ "certainty", RELEASE_CHOICE, offsetof(struct ml_model, known), release_known_names },
	{ "confidence", RELEASE_CHOICE, offsetof(struct ml_model, confidence), release_confidence_names },
	{ "source", RELEASE_TEXT, offsetof(struct ml_model, source), NULL },
};

int ml_models_load(struct ml_models_loaded *more, struct ml_arena *arena, const char *path, const struct ml_node *root, struct ml_error *err)
{
	const struct ml_node *list = ml_node_get(root, "models");
	struct release_load load = { .arena = arena, .path = path, .err = err, .keys = keys, .keys_nr = sizeof keys / sizeof *keys };
	bool copies = ml_span_is(ml_node_get_text(root, "unnamed"), "true");

	if (!list || list->kind != ML_NODE_LIST)
		return ml_error_set(err, ML_ERROR_USAGE, "%s:1: no list 'models'", path);
	ml_node_each(child, list) {
		struct ml_model model = { .copy = copies };
		if (release_load_entry(&load, child, &model))
			return -1;
		if (!model.id || !model.license || !model.source)
			return ml_error_set(err, ML_ERROR_USAGE, "%s:%u: a model without id, license or source", path, child->line);
		ML_PUSH(arena, more->at, more->nr, more->cap, model);
	}
	return 0;
}

static int by_id(const void *a, const void *b)
{
	return release_cmp(((const struct ml_model *)a)->id, ((const struct ml_model *)b)->id);
}

/* The last part of an id as a name; one of small letters alone is a word of the language too, and has to be listed. */
static struct ml_span name_of(const char *id)
{
	const char *slash = strchr(id, '/');
	struct ml_span name = ml_span_of(slash ? slash + 1 : id);

	for (size_t i = 0; i < name.len; i++)
		if (ml_is_digit(name.at[i]) || (name.at[i] >= 'A' && name.at[i] <= 'Z'))
			return name;
	return (struct ml_span){ 0 };
}

/* Of a name that several have, the one that was made from nothing else is meant, then the better known. */
static int rank_of(const struct ml_model *model)
{
	return (model->base ? 16 : 0) + (int)model->known * 4 + (int)model->confidence;
}

int ml_models_make(struct ml_models *out, struct ml_arena *arena, struct ml_model *models, size_t nr, struct ml_error *err)
{
	struct release_names names = { 0 };
	int *ranks = ml_arena_array(arena, int, nr);

	if (nr)
		qsort(models, nr, sizeof *models, by_id);
	for (size_t i = 0; i < nr; i++) {
		if (i && !by_id(&models[i - 1], &models[i]))
			return ml_error_set(err, ML_ERROR_USAGE, "model '%s' is there twice", models[i].id);
		ranks[i] = rank_of(&models[i]);
		if (!models[i].copy && name_of(models[i].id).len)
			release_name_add(&names, arena, name_of(models[i].id), (uint16_t)i);
		for (size_t k = 0; k < models[i].names_nr; k++)
			release_name_add(&names, arena, ml_span_of(models[i].names[k]), (uint16_t)i);
	}
	release_names_sort(&names, ranks);
	*out = (struct ml_models){ .at = models, .nr = nr, .names = names.at, .names_nr = names.nr, .heads = release_heads_keep(&names, arena) };
	return 0;
}

/* The rest of the pattern against the rest of the text; a star is tried again from its last place alone, so the work is bounded. */
bool ml_pattern_fits(const char *pattern, struct ml_span text)
{
	const char *star = NULL;
	size_t at = 0, tried = 0;

	while (at < text.len) {
		if (*pattern == '*') {
			star = ++pattern;
			tried = at;
		} else if (*pattern && ml_lower(*pattern) == ml_lower(text.at[at])) {
			pattern++;
			at++;
		} else if (star) {
			pattern = star;
			at = ++tried;
		} else {
			return false;
		}
	}
	while (*pattern == '*')
		pattern++;
	return !*pattern;
}

/* The letters of a pattern without its stars: the more, the more special. A whole id is most special. */
static size_t letters_of(const char *pattern)
{
	size_t nr = 0, stars = 0;

	for (const char *at = pattern; *at; at++)
		*at == '*' ? stars++ : nr++;
	return stars ? nr * 2 : nr * 2 + 1;
}

const struct ml_model *ml_model_row(const struct ml_models *models, size_t i)
{
	const struct ml_packed *pack = models->pack;

	if (!pack || pack->opened[i])
		return pack ? pack->opened[i] : &models->at[i];
	struct ml_model *model = ml_packed_open(pack, i, &models->at[i], sizeof *model);
	model->id = ml_packed_text(pack, model->id);
	model->license = ml_packed_text(pack, model->license);
	model->base = ml_packed_text(pack, model->base);
	model->names = ml_packed_list(pack, model->names, model->names_nr);
	model->source = ml_packed_text(pack, model->source);
	return model;
}

static const char *id_at(const struct ml_models *models, size_t i)
{
	return ml_packed_text(models->pack, models->at[i].id);
}

const struct ml_model *ml_model_by_id(const struct ml_knowledge *knowledge, struct ml_span id)
{
	const struct ml_models *models = knowledge->models;
	size_t low = 0, high = models ? models->nr : 0, owner = ml_span_find(id, "/"), best = 0, found = 0;

	if (!models || owner == SIZE_MAX)
		return NULL;
	struct ml_span prefix = ml_span_sub(id, 0, owner + 1);
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (release_cmp_prefix(id_at(models, middle), prefix) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < models->nr && !release_cmp_prefix(id_at(models, low), prefix); low++) {
		size_t letters = letters_of(id_at(models, low));
		if (letters > best && ml_pattern_fits(id_at(models, low), id)) {
			found = low;
			best = letters;
		}
	}
	return best ? ml_model_row(models, found) : NULL;
}

static const struct ml_model *find_name(const struct ml_knowledge *knowledge, struct ml_span text, bool whole, size_t *to)
{
	const struct ml_models *models = knowledge->models;
	const struct ml_release_name *name = models ? release_name_find(models->names, models->names_nr, models->heads, text, whole, to) : NULL;

	return name ? ml_model_row(models, name->index) : NULL;
}

const struct ml_model *ml_model_by_name(const struct ml_knowledge *knowledge, struct ml_span name)
{
	size_t to;

	return find_name(knowledge, ml_span_trim(name), true, &to);
}

const struct ml_model *ml_model_at(const struct ml_knowledge *knowledge, struct ml_span text, size_t *to)
{
	return find_name(knowledge, text, false, to);
}
