#include "lint/knowledge/user_p.h"

#include <string.h>

#include "lint/knowledge/datasets.h"
#include "lint/knowledge/licenses.h"
#include "lint/knowledge/models.h"

#define ROWS_MAX 60000u /* names index rows with 16 bits */

static int fail(const struct user_releases *u, const char *path, const char *what, const char *id, const char *why, const char *with)
{
	return ml_error_set(u->err, ML_ERROR_USAGE, "%s: %s '%s' %s%s%s%s", path, what, id, why, with ? " '" : "", with ? with : "", with ? "'" : "");
}

static int check_license(const struct user_releases *u, const struct ml_knowledge *knowledge, const char *path, const char *what, const char *id, const char *license)
{
	return ml_license_by_id(knowledge, ml_span_of(license)) ? 0 : fail(u, path, what, id, "is under a license that is not known:", license);
}

int user_models_add(struct user_releases *u, const char *path, const struct ml_node *root)
{
	if (ml_node_get(root, "models") && ml_models_load(&u->models, u->arena, path, root, u->err))
		return -1;
	while (u->model_paths_nr < u->models.nr)
		ML_PUSH(u->arena, u->model_paths, u->model_paths_nr, u->model_paths_cap, path);
	return 0;
}

int user_datasets_add(struct user_releases *u, const char *path, const struct ml_node *root)
{
	if (ml_node_get(root, "datasets") && ml_datasets_load(&u->datasets, u->arena, path, root, u->err))
		return -1;
	while (u->dataset_paths_nr < u->datasets.nr)
		ML_PUSH(u->arena, u->dataset_paths, u->dataset_paths_nr, u->dataset_paths_cap, path);
	return 0;
}

static int join_models(struct ml_knowledge *out, struct user_releases *u, const struct ml_models *known)
{
	size_t known_nr = known ? known->nr : 0, nr = known_nr + u->models.nr;
	struct ml_model *all = ml_arena_array(u->arena, struct ml_model, nr);
	struct ml_models *made = ml_arena_alloc(u->arena, sizeof *made);

	for (size_t i = 0; i < u->models.nr; i++) {
		const struct ml_model *model = &u->models.at[i];
		if (check_license(u, out, u->model_paths[i], "model", model->id, model->license))
			return -1;
		for (size_t k = 0; k < known_nr; k++)
			if (ml_span_is_nocase(ml_span_of(model->id), ml_packed_text(known->pack, known->at[k].id)))
				return fail(u, u->model_paths[i], "model", model->id, "is known already", NULL);
	}
	for (size_t i = 0; i < known_nr; i++)
		all[i] = *ml_model_row(known, i);
	memcpy(all + known_nr, u->models.at, u->models.nr * sizeof *all);
	if (nr > ROWS_MAX)
		return ml_error_set(u->err, ML_ERROR_USAGE, "more than %u models", ROWS_MAX);
	if (ml_models_make(made, u->arena, all, nr, u->err))
		return -1;
	out->models = made;
	return 0;
}

static int join_datasets(struct ml_knowledge *out, struct user_releases *u, const struct ml_datasets *known)
{
	size_t known_nr = known ? known->nr : 0, nr = known_nr + u->datasets.nr;
	struct ml_dataset *all = ml_arena_array(u->arena, struct ml_dataset, nr);
	struct ml_datasets *made = ml_arena_alloc(u->arena, sizeof *made);

	for (size_t i = 0; i < u->datasets.nr; i++) {
		const struct ml_dataset *dataset = &u->datasets.at[i];
		if (check_license(u, out, u->dataset_paths[i], "data set", dataset->id, dataset->license))
			return -1;
		if (ml_dataset_by_id(out, ml_span_of(dataset->id)))
			return fail(u, u->dataset_paths[i], "data set", dataset->id, "is known already", NULL);
	}
	for (size_t i = 0; i < known_nr; i++)
		all[i] = *ml_dataset_row(known, i);
	memcpy(all + known_nr, u->datasets.at, u->datasets.nr * sizeof *all);
	if (nr > ROWS_MAX)
		return ml_error_set(u->err, ML_ERROR_USAGE, "more than %u data sets", ROWS_MAX);
	if (ml_datasets_make(made, u->arena, all, nr, u->err))
		return -1;
	out->datasets = made;
	return 0;
}

int user_releases_join(struct ml_knowledge *out, struct user_releases *u)
{
	if (u->models.nr && join_models(out, u, out->models))
		return -1;
	return u->datasets.nr ? join_datasets(out, u, out->datasets) : 0;
}
