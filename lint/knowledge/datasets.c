#include "lint/knowledge/datasets.h"

#include <stdlib.h>
#include <string.h>

#include "lint/knowledge/models.h"
#include "lint/knowledge/release_load.h"
#include "lint/knowledge/release_words.h"

static const char *const commercial_names[] = { "unclear", "yes", "no", NULL };
static const char *const public_names[] = { "yes", "no", "withdrawn", NULL };

const char *ml_commercial_name(enum ml_commercial commercial)
{
	return commercial_names[commercial];
}

const char *ml_public_name(enum ml_public published)
{
	return public_names[published];
}

static const struct release_key keys[] = {
	{ "id", RELEASE_TEXT, offsetof(struct ml_dataset, id), NULL },
	{ "names", RELEASE_NAMES, offsetof(struct ml_dataset, names), NULL },
	{ "license", RELEASE_TEXT, offsetof(struct ml_dataset, license), NULL },
	{ "commercial", RELEASE_CHOICE, offsetof(struct ml_dataset, commercial), commercial_names },
	{ "generated_by", RELEASE_TEXT, offsetof(struct ml_dataset, generated_by), NULL },
	{ "generated_part", RELEASE_FLAG, offsetof(struct ml_dataset, generated_part), NULL },
	{ "competing_barred", RELEASE_FLAG, offsetof(struct ml_dataset, competing_barred), NULL },
	{ "service", RELEASE_FLAG, offsetof(struct ml_dataset, service), NULL },
	{ "public", RELEASE_CHOICE, offsetof(struct ml_dataset, published), public_names },
	{ "certainty", RELEASE_CHOICE, offsetof(struct ml_dataset, known), release_known_names },
	{ "confidence", RELEASE_CHOICE, offsetof(struct ml_dataset, confidence), release_confidence_names },
	{ "source", RELEASE_TEXT, offsetof(struct ml_dataset, source), NULL },
};

int ml_datasets_load(struct ml_datasets_loaded *more, struct ml_arena *arena, const char *path, const struct ml_node *root, struct ml_error *err)
{
	const struct ml_node *list = ml_node_get(root, "datasets");
	struct release_load load = { .arena = arena, .path = path, .err = err, .keys = keys, .keys_nr = sizeof keys / sizeof *keys };

	if (!list || list->kind != ML_NODE_LIST)
		return ml_error_set(err, ML_ERROR_USAGE, "%s:1: no list 'datasets'", path);
	ml_node_each(child, list) {
		struct ml_dataset dataset = { 0 };
		if (release_load_entry(&load, child, &dataset))
			return -1;
		if (!dataset.id || !dataset.license || !dataset.source)
			return ml_error_set(err, ML_ERROR_USAGE, "%s:%u: a data set without id, license or source", path, child->line);
		ML_PUSH(arena, more->at, more->nr, more->cap, dataset);
	}
	return 0;
}

static int by_id(const void *a, const void *b)
{
	return release_cmp(((const struct ml_dataset *)a)->id, ((const struct ml_dataset *)b)->id);
}

static uint64_t hash_id(struct ml_span id)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);

	for (size_t i = 0; i < id.len; i++)
		hash = (hash ^ (unsigned char)ml_lower(id.at[i])) * UINT64_C(0x100000001b3);
	return hash ^ hash >> 31;
}

struct making {
	struct ml_arena *arena;
	struct ml_dataset_key *keys;
	size_t keys_nr, keys_cap;
	struct release_names names;
};

static void add_key(struct making *m, const char *name, size_t i)
{
	struct ml_dataset_key key = { hash_id(ml_span_of(name)), (uint16_t)i };

	ML_PUSH(m->arena, m->keys, m->keys_nr, m->keys_cap, key);
}

/* Names for prose: several words, or one that its owner writes with a capital or a digit inside ("OpenOrca", "gsm8k"). */
static void add_name(struct making *m, const char *name, size_t i)
{
	struct ml_span s = ml_span_of(name);
	size_t marks = 0;

	for (size_t k = 0; k < s.len; k++)
		marks += ml_is_digit(s.at[k]) || (s.at[k] >= 'A' && s.at[k] <= 'Z');
	if (marks >= 2 || (marks && ml_span_find(s, "-") != SIZE_MAX) || ml_span_starts(s, "The "))
		release_name_add(&m->names, m->arena, s, (uint16_t)i);
}

static int by_hash(const void *a, const void *b)
{
	const struct ml_dataset_key *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return (int)x->index - (int)y->index;
}

int ml_datasets_make(struct ml_datasets *out, struct ml_arena *arena, struct ml_dataset *datasets, size_t nr, struct ml_error *err)
{
	struct making m = { .arena = arena };
	int *ranks = ml_arena_array(arena, int, nr);
	size_t kept = 0;

	if (nr)
		qsort(datasets, nr, sizeof *datasets, by_id);
	for (size_t i = 0; i < nr; i++) {
		if (i && !by_id(&datasets[i - 1], &datasets[i]))
			return ml_error_set(err, ML_ERROR_USAGE, "data set '%s' is there twice", datasets[i].id);
		ranks[i] = (int)datasets[i].known * 4 + (int)datasets[i].confidence;
		add_key(&m, datasets[i].id, i);
		const char *slash = strchr(datasets[i].id, '/');
		add_name(&m, slash ? slash + 1 : datasets[i].id, i);
		for (size_t k = 0; k < datasets[i].names_nr; k++) {
			add_key(&m, datasets[i].names[k], i);
			add_name(&m, datasets[i].names[k], i);
		}
	}
	if (m.keys_nr)
		qsort(m.keys, m.keys_nr, sizeof *m.keys, by_hash);
	for (size_t i = 0; i < m.keys_nr; i++)
		if (!kept || m.keys[kept - 1].hash != m.keys[i].hash)
			m.keys[kept++] = m.keys[i];
	release_names_sort(&m.names, ranks);
	*out = (struct ml_datasets){ datasets, nr, m.keys, kept, m.names.at, m.names.nr, release_heads_keep(&m.names, arena), NULL };
	return 0;
}

const struct ml_dataset *ml_dataset_row(const struct ml_datasets *datasets, size_t i)
{
	const struct ml_packed *pack = datasets->pack;

	if (!pack || pack->opened[i])
		return pack ? pack->opened[i] : &datasets->at[i];
	struct ml_dataset *dataset = ml_packed_open(pack, i, &datasets->at[i], sizeof *dataset);
	dataset->id = ml_packed_text(pack, dataset->id);
	dataset->names = ml_packed_list(pack, dataset->names, dataset->names_nr);
	dataset->license = ml_packed_text(pack, dataset->license);
	dataset->generated_by = ml_packed_text(pack, dataset->generated_by);
	dataset->source = ml_packed_text(pack, dataset->source);
	return dataset;
}

static const char *id_at(const struct ml_datasets *datasets, size_t i)
{
	return ml_packed_text(datasets->pack, datasets->at[i].id);
}

static const struct ml_dataset *by_key(const struct ml_datasets *datasets, struct ml_span id)
{
	uint64_t hash = hash_id(id);
	size_t low = 0, high = datasets->keys_nr;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (datasets->keys[middle].hash == hash)
			return ml_dataset_row(datasets, datasets->keys[middle].index);
		if (datasets->keys[middle].hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* "mozilla-foundation/common_voice_*": the few patterns stand among the ids of their owner. */
static const struct ml_dataset *by_pattern(const struct ml_datasets *datasets, struct ml_span id)
{
	size_t owner = ml_span_find(id, "/"), low = 0, high = datasets->nr;

	if (owner == SIZE_MAX || !datasets->at)
		return NULL;
	struct ml_span prefix = ml_span_sub(id, 0, owner + 1);
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (release_cmp_prefix(id_at(datasets, middle), prefix) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < datasets->nr && !release_cmp_prefix(id_at(datasets, low), prefix); low++)
		if (ml_pattern_fits(id_at(datasets, low), id))
			return ml_dataset_row(datasets, low);
	return NULL;
}

const struct ml_dataset *ml_dataset_by_id(const struct ml_knowledge *knowledge, struct ml_span id)
{
	const struct ml_datasets *datasets = knowledge->datasets;

	id = ml_span_trim(id);
	if (!datasets || !id.len)
		return NULL;
	const struct ml_dataset *found = by_key(datasets, id);
	return found ? found : by_pattern(datasets, id);
}

const struct ml_dataset *ml_dataset_at(const struct ml_knowledge *knowledge, struct ml_span text, size_t *to)
{
	const struct ml_datasets *datasets = knowledge->datasets;
	const struct ml_release_name *name = datasets ? release_name_find(datasets->names, datasets->names_nr, datasets->heads, text, false, to) : NULL;

	return name ? ml_dataset_row(datasets, name->index) : NULL;
}

struct ml_span ml_dataset_provider(const struct ml_dataset *dataset)
{
	struct ml_span by = ml_span_of(dataset->generated_by);
	size_t end = 0;

	while (end < by.len && by.at[end] != ';' && by.at[end] != ' ' && by.at[end] != '(')
		end++;
	return ml_span_sub(by, 0, end);
}

struct ml_span ml_dataset_generator(const struct ml_dataset *dataset)
{
	struct ml_span by = ml_span_of(dataset->generated_by);
	size_t open = ml_span_find(by, "("), close = ml_span_find(by, ")"), semicolon = ml_span_find(by, ";");

	if (open == SIZE_MAX || close == SIZE_MAX || close < open || semicolon < open)
		return (struct ml_span){ 0 };
	return ml_span_sub(by, open + 1, close);
}
