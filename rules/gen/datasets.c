#include "rules/gen/gen.h"

#include "lint/knowledge/datasets.h"

#define TABLE_MAX (4u << 20)

static void put_dataset(struct ml_buf *out, size_t i, const struct ml_dataset *dataset)
{
	ml_buf_adds(out, "\t{ ");
	gen_literal_c(out, dataset->id);
	if (dataset->names_nr)
		ml_buf_addf(out, ", gen_dataset_%zu", i);
	else
		ml_buf_adds(out, ", NULL");
	ml_buf_addf(out, ", %zu, ", dataset->names_nr);
	gen_literal_c(out, dataset->license);
	ml_buf_addf(out, ", (enum ml_commercial)%d, ", (int)dataset->commercial);
	gen_literal_c(out, dataset->generated_by);
	ml_buf_addf(out, ", %s, %s, %s, (enum ml_public)%d, (enum ml_known_by)%d, (enum ml_confidence)%d, ", dataset->generated_part ? "true" : "false",
		    dataset->competing_barred ? "true" : "false", dataset->service ? "true" : "false", (int)dataset->published, (int)dataset->known, (int)dataset->confidence);
	gen_literal_c(out, dataset->source);
	ml_buf_adds(out, " },\n");
}

static int load(struct ml_datasets *out, struct ml_arena *arena, char **paths, size_t paths_nr, struct ml_error *err)
{
	struct ml_dataset *all = NULL;
	size_t nr = 0, cap = 0;

	for (size_t i = 0; i < paths_nr; i++) {
		const struct ml_node *root;
		struct ml_dataset *datasets;
		size_t datasets_nr;
		if (gen_read_yaml(&root, arena, paths[i], err) || ml_datasets_load(&datasets, &datasets_nr, arena, paths[i], root, err))
			return -1;
		for (size_t k = 0; k < datasets_nr; k++)
			ML_PUSH(arena, all, nr, cap, datasets[k]);
	}
	return ml_datasets_make(out, arena, all, nr, err);
}

int gen_datasets(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err)
{
	struct ml_datasets datasets;
	struct ml_buf out;
	int status;

	if (load(&datasets, arena, args + 1, args_nr - 1, err))
		return -1;
	ml_buf_init(&out, TABLE_MAX);
	ml_buf_adds(&out, "/* Made by mlint_gen from rules/knowledge/datasets: do not edit. */\n");
	for (size_t i = 0; i < datasets.nr; i++)
		gen_release_listed(&out, "dataset", i, datasets.at[i].names, datasets.at[i].names_nr);
	ml_buf_adds(&out, "static const struct ml_dataset gen_dataset_rows[] = {\n");
	for (size_t i = 0; i < datasets.nr; i++)
		put_dataset(&out, i, &datasets.at[i]);
	ml_buf_adds(&out, "};\nstatic const struct ml_dataset_key gen_dataset_keys[] = {\n");
	for (size_t i = 0; i < datasets.keys_nr; i++)
		ml_buf_addf(&out, "\t{ UINT64_C(0x%llx), %u },\n", (unsigned long long)datasets.keys[i].hash, datasets.keys[i].index);
	ml_buf_adds(&out, "};\n");
	gen_release_names(&out, "dataset", datasets.names, datasets.names_nr);
	ml_buf_addf(&out, "static const struct ml_datasets gen_datasets = { gen_dataset_rows, %zu, gen_dataset_keys, %zu, gen_dataset_names, %zu, ",
		    datasets.nr, datasets.keys_nr, datasets.names_nr);
	gen_release_heads(&out, &datasets.heads);
	ml_buf_adds(&out, " };\n");
	status = gen_write(args[0], &out, err);
	ml_buf_release(&out);
	return status;
}
