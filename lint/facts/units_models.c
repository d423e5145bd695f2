/* Models that share a folder, told apart by what the headers of their files say. Files that say nothing stay the folder's. */
#include "lint/facts/units.h"

#include <string.h>

#include "lint/base/limits.h"
#include "lint/facts/parts.h"

#define NAME_BYTES 128u

/* One model of a folder, by the first of its files. */
struct model {
	const struct ml_artifact *first;
	char name[NAME_BYTES]; /* letters and digits, in lower case */
};

static void squeeze(char out[NAME_BYTES], const char *name)
{
	size_t nr = 0;

	for (; *name && nr + 1 < NAME_BYTES; name++)
		if (ml_is_alnum(*name))
			out[nr++] = ml_lower(*name);
	out[nr] = '\0';
}

static bool is_beside(const struct ml_file *a, const struct ml_file *b)
{
	size_t folder = ml_path_folder(ml_span_of(a->path));

	return folder == ml_path_folder(ml_span_of(b->path)) && !memcmp(a->path, b->path, folder);
}

static bool share_base(const struct ml_artifact *a, const struct ml_artifact *b)
{
	for (size_t i = 0; i < a->bases_nr; i++)
		for (size_t k = 0; k < b->bases_nr; k++)
			if (ml_span_is_nocase(ml_span_of(a->bases[i]), b->bases[k]))
				return true;
	return !a->bases_nr || !b->bases_nr;
}

/* A name that goes on where the other ends is a variant, or says the quantization: only another base makes it another model. */
static bool is_same_model(const struct model *a, const struct model *b)
{
	size_t x = strlen(a->name), y = strlen(b->name);

	return !strncmp(a->name, b->name, x < y ? x : y) && share_base(a->first, b->first);
}

/* The model that a file belongs to, which may be a new one; NULL for those that tell too little, and where there is no room. */
static struct model *model_of(struct ml_facts *facts, struct model *models, size_t *nr, const struct ml_artifact *artifact)
{
	struct model found = { .first = artifact };

	if (!artifact->name || artifact->unread || artifact->piece)
		return NULL;
	squeeze(found.name, artifact->name);
	if (!*found.name)
		return NULL;
	for (size_t i = *nr; i-- > 0;)
		if (is_beside(models[i].first->file, artifact->file) && is_same_model(&models[i], &found))
			return &models[i];
	if (!ml_facts_has_room(facts, *nr, ML_LIMIT_MODELS))
		return NULL;
	models[*nr] = found;
	return &models[(*nr)++];
}

static bool has_neighbor(const struct model *models, size_t nr, size_t i)
{
	for (size_t k = 0; k < nr; k++)
		if (k != i && is_beside(models[k].first->file, models[i].first->file))
			return true;
	return false;
}

size_t ml_units_models(struct ml_facts *facts, const struct ml_artifact ***first, uint32_t **of)
{
	size_t nr = 0, kept = 0, cap = facts->artifacts_nr < ML_LIMIT_MODELS ? facts->artifacts_nr : ML_LIMIT_MODELS;
	struct model *models = facts->offer == ML_OFFER_SHIPPED && cap > 1 ? ml_arena_array(facts->arena, struct model, cap) : NULL;

	*first = NULL;
	*of = NULL;
	if (!models)
		return 0;
	*of = ml_arena_array(facts->arena, uint32_t, facts->artifacts_nr);
	for (size_t i = 0; i < facts->artifacts_nr; i++) {
		const struct model *model = model_of(facts, models, &nr, &facts->artifacts[i]);
		(*of)[i] = model ? (uint32_t)(model - models) + 1 : facts->artifacts[i].goes_on && i ? (*of)[i - 1] : 0;
	}
	uint32_t *unit = ml_arena_array(facts->arena, uint32_t, nr + 1);
	*first = ml_arena_array(facts->arena, const struct ml_artifact *, nr);
	for (size_t i = 0; i < nr; i++) {
		if (!has_neighbor(models, nr, i))
			continue;
		(*first)[kept++] = models[i].first;
		unit[i + 1] = (uint32_t)kept;
	}
	for (size_t i = 0; i < facts->artifacts_nr; i++)
		(*of)[i] = unit[(*of)[i]];
	if (!kept)
		*of = NULL;
	return kept;
}
