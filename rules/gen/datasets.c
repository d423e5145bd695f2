#include "rules/gen/gen.h"

#include "lint/knowledge/datasets.h"

static void put_dataset(struct ml_buf *out, struct gen_pack *pack, const struct ml_dataset *dataset)
{
	ml_buf_adds(out, "\t{");
	gen_packed_field(out, pack, "id", dataset->id);
	gen_packed_list(out, pack, "names", dataset->names, dataset->names_nr);
	gen_packed_field(out, pack, "license", dataset->license);
	gen_packed_field(out, pack, "generated_by", dataset->generated_by);
	gen_packed_field(out, pack, "source", dataset->source);
	ml_buf_addf(out, " .generated_part = %d, .competing_barred = %d, .service = %d,", dataset->generated_part, dataset->competing_barred, dataset->service);
	ml_buf_addf(out, " .commercial = (enum ml_commercial)%d, .published = (enum ml_public)%d,", (int)dataset->commercial, (int)dataset->published);
	ml_buf_addf(out, " .known = (enum ml_known_by)%d, .confidence = (enum ml_confidence)%d },\n", (int)dataset->known, (int)dataset->confidence);
}

static void put_datasets(struct ml_buf *out, struct gen_pack *pack, const void *table)
{
	const struct ml_datasets *datasets = table;

	ml_buf_adds(out, "/* Made by mlint_gen from rules/knowledge/datasets: do not edit. */\n");
	ml_buf_adds(out, "static const struct ml_dataset gen_dataset_rows[] = {\n");
	for (size_t i = 0; i < datasets->nr; i++)
		put_dataset(out, pack, &datasets->at[i]);
	ml_buf_adds(out, "};\nstatic const struct ml_dataset_key gen_dataset_keys[] = {\n");
	for (size_t i = 0; i < datasets->keys_nr; i++)
		ml_buf_addf(out, "\t{ UINT64_C(0x%llx), %u },\n", (unsigned long long)datasets->keys[i].hash, datasets->keys[i].index);
	ml_buf_adds(out, "};\n");
	gen_pack_write(out, pack, "dataset", datasets->nr);
	gen_release_names(out, "dataset", datasets->names, datasets->names_nr);
	gen_release_heads(out, "dataset", datasets->heads);
	ml_buf_addf(out, "static const struct ml_datasets gen_datasets = { gen_dataset_rows, %zu, gen_dataset_keys, %zu, gen_dataset_names, %zu, "
			 "&gen_dataset_heads, &gen_dataset_packed };\n", datasets->nr, datasets->keys_nr, datasets->names_nr);
}

int gen_datasets(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err)
{
	struct ml_datasets_loaded rows = { 0 };
	struct ml_datasets made;

	for (size_t i = 1; i < args_nr; i++) {
		const struct ml_node *root;
		if (gen_read_yaml(&root, arena, args[i], err) || ml_datasets_load(&rows, arena, args[i], root, err))
			return -1;
	}
	if (ml_datasets_make(&made, arena, rows.at, rows.nr, err))
		return -1;
	return gen_packed_write(args[0], arena, put_datasets, &made, err);
}
