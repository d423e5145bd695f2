#include "rules/gen/gen.h"

#include "lint/knowledge/models.h"

void gen_release_names(struct ml_buf *out, const char *what, const struct ml_release_name *names, size_t nr)
{
	ml_buf_addf(out, "static const struct ml_release_name gen_%s_names[] = {\n", what);
	for (size_t i = 0; i < nr; i++)
		ml_buf_addf(out, "\t{ UINT64_C(0x%llx), 0x%x, %u, %u, %d, %d },\n", (unsigned long long)names[i].hash, names[i].exact,
			    names[i].index, names[i].words, names[i].open, names[i].cased);
	ml_buf_adds(out, "};\n");
}

void gen_release_heads(struct ml_buf *out, const char *what, const struct ml_release_heads *heads)
{
	ml_buf_addf(out, "static const struct ml_release_heads gen_%s_heads = { {", what);
	for (size_t i = 0; i < ML_RELEASE_HEADS / 64; i++)
		ml_buf_addf(out, " UINT64_C(0x%llx),", (unsigned long long)heads->bits[i]);
	ml_buf_adds(out, " }, {");
	for (size_t i = 0; i < ML_RELEASE_LONGER / 64; i++)
		ml_buf_addf(out, " UINT64_C(0x%llx),", (unsigned long long)heads->longer[i]);
	ml_buf_adds(out, " }, {");
	for (size_t i = 0; i < sizeof heads->starts / sizeof *heads->starts; i++)
		ml_buf_addf(out, " 0x%x,", heads->starts[i]);
	ml_buf_adds(out, " } };\n");
}

static void put_model(struct ml_buf *out, struct gen_pack *pack, const struct ml_model *model)
{
	ml_buf_adds(out, "\t{");
	gen_packed_field(out, pack, "id", model->id);
	gen_packed_field(out, pack, "license", model->license);
	gen_packed_field(out, pack, "base", model->base);
	gen_packed_list(out, pack, "names", model->names, model->names_nr);
	gen_packed_field(out, pack, "source", model->source);
	ml_buf_addf(out, " .known = (enum ml_known_by)%d, .confidence = (enum ml_confidence)%d, .copy = %d },\n", (int)model->known,
		    (int)model->confidence, model->copy);
}

static void put_models(struct ml_buf *out, struct gen_pack *pack, const void *table)
{
	const struct ml_models *models = table;

	ml_buf_adds(out, "/* Made by mlint_gen from rules/knowledge/models: do not edit. */\n");
	ml_buf_adds(out, "static const struct ml_model gen_model_rows[] = {\n");
	for (size_t i = 0; i < models->nr; i++)
		put_model(out, pack, &models->at[i]);
	ml_buf_adds(out, "};\n");
	gen_pack_write(out, pack, "model", models->nr);
	gen_release_names(out, "model", models->names, models->names_nr);
	gen_release_heads(out, "model", models->heads);
	ml_buf_addf(out, "static const struct ml_models gen_models = { gen_model_rows, %zu, gen_model_names, %zu, &gen_model_heads, &gen_model_packed };\n",
		    models->nr, models->names_nr);
}

int gen_models(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err)
{
	struct ml_models_loaded rows = { 0 };
	struct ml_models made;

	for (size_t i = 1; i < args_nr; i++) {
		const struct ml_node *root;
		if (gen_read_yaml(&root, arena, args[i], err) || ml_models_load(&rows, arena, args[i], root, err))
			return -1;
	}
	if (ml_models_make(&made, arena, rows.at, rows.nr, err))
		return -1;
	return gen_packed_write(args[0], arena, put_models, &made, err);
}
