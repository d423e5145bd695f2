#include "rules/gen/gen.h"

#include "lint/knowledge/layout.h"

#define TABLE_MAX (1u << 20)

static void put_names(struct ml_buf *out, size_t i, const struct ml_layout_row *row)
{
	ml_buf_addf(out, "static const char *const gen_layout_%zu[] = { ", i);
	for (size_t k = 0; k < row->names_nr; k++) {
		gen_literal_c(out, row->names[k]);
		ml_buf_adds(out, k + 1 < row->names_nr ? ", " : " };\n");
	}
}

int gen_layout(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err)
{
	const struct ml_node *root;
	struct ml_layout layout;
	struct ml_buf out;
	int status;

	if (args_nr != 2)
		return ml_error_set(err, ML_ERROR_USAGE, "layout wants one file of YAML");
	if (gen_read_yaml(&root, arena, args[1], err) || ml_layout_load(&layout, arena, args[1], root, err))
		return -1;
	ml_buf_init(&out, TABLE_MAX);
	ml_buf_adds(&out, "/* Made by mlint_gen from rules/knowledge/layout.yml: do not edit. */\n");
	for (size_t i = 0; i < layout.nr; i++)
		put_names(&out, i, &layout.at[i]);
	ml_buf_adds(&out, "static const struct ml_layout_row gen_layout_rows[] = {\n");
	for (size_t i = 0; i < layout.nr; i++) {
		ml_buf_addf(&out, "\t{ (enum ml_layout_kind)%d, gen_layout_%zu, %zu, ", (int)layout.at[i].kind, i, layout.at[i].names_nr);
		gen_literal_c(&out, layout.at[i].source);
		ml_buf_adds(&out, " },\n");
	}
	ml_buf_addf(&out, "};\nstatic const struct ml_layout gen_layout = { gen_layout_rows, %zu };\n", layout.nr);
	status = gen_write(args[0], &out, err);
	ml_buf_release(&out);
	return status;
}
