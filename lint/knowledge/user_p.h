/* A user's own models and data sets, for user.c alone. */
#pragma once

#include "lint/knowledge/datasets.h"
#include "lint/knowledge/models.h"
#include "lint/knowledge/user.h"

/* Those of all files so far, each with the path of its file for messages. */
struct user_releases {
	struct ml_arena *arena;
	struct ml_error *err;
	struct ml_models_loaded models;
	struct ml_datasets_loaded datasets;
	const char **model_paths, **dataset_paths;
	size_t model_paths_nr, model_paths_cap, dataset_paths_nr, dataset_paths_cap;
};
/* The lists "models" and "datasets" of a file, where it has them. */
int user_models_add(struct user_releases *u, const char *path, const struct ml_node *root);
int user_datasets_add(struct user_releases *u, const char *path, const struct ml_node *root);
/* Beside those of out, whose licenses are joined already: fails on a license that is not known, and on what is known already. */
int user_releases_join(struct ml_knowledge *out, struct user_releases *u);
