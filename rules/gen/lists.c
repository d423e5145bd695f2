#include "rules/gen/gen.h"

#include <string.h>

#include "lint/knowledge/lists.h"

#define TABLE_MAX (2u << 20)
#define NR(array) (sizeof(array) / sizeof *(array))

/* Lists that whole texts are scanned for. A further one is scanned for without standing here, only each run makes its scan anew. */
static const enum ml_list_id scanned[] = { ML_LIST_STATEMENT_TRIGGERS, ML_LIST_LINEAGE_TRIGGERS, ML_LIST_DATA_TRIGGERS, ML_LIST_OFFER_WORDS };

/* Tables stand before the rows that point to them: gen_lists_WHAT_LIST. nr: of the rows that at[] has. */
static void put_texts(struct ml_buf *out, const char *what, size_t list, const char *const *at, size_t nr)
{
	ml_buf_addf(out, "static const char *const gen_lists_%s_%zu[] = { ", what, list);
	for (size_t i = 0; i < nr; i++) {
		if (at[i])
			gen_literal_c(out, at[i]);
		else
			ml_buf_adds(out, "NULL");
		ml_buf_adds(out, i + 1 < nr ? ", " : " };\n");
	}
}

static void put_with(struct ml_buf *out, size_t list, const struct ml_list *words)
{
	for (size_t i = 0; i < words->nr; i++) {
		if (!words->with[i])
			continue;
		ml_buf_addf(out, "static const char *const gen_lists_with_%zu_%zu[] = { ", list, i);
		for (const char *const *with = words->with[i]; *with; with++) {
			gen_literal_c(out, *with);
			ml_buf_adds(out, ", ");
		}
		ml_buf_adds(out, "NULL };\n");
	}
	ml_buf_addf(out, "static const char *const *const gen_lists_with_%zu[] = { ", list);
	for (size_t i = 0; i < words->nr; i++) {
		if (words->with[i])
			ml_buf_addf(out, "gen_lists_with_%zu_%zu", list, i);
		else
			ml_buf_adds(out, "NULL");
		ml_buf_adds(out, i + 1 < words->nr ? ", " : " };\n");
	}
}

static void put_scan(struct ml_buf *out, struct ml_arena *arena, enum ml_list_id id, const struct ml_list *words)
{
	const char *name = ml_arena_printf(arena, "lists_scan_%d", (int)id);

	gen_scan(out, name, ml_scan_new(arena, words->at, words->nr));
}

static bool is_scanned(size_t id)
{
	for (size_t i = 0; i < NR(scanned); i++)
		if (scanned[i] == id)
			return true;
	return false;
}

static void put_list(struct ml_buf *out, size_t i, const struct ml_list *words)
{
	ml_buf_addf(out, "\t{ .at = gen_lists_at_%zu, .nr = %zu, .patterns = %d", i, words->nr, words->patterns);
	if (words->with)
		ml_buf_addf(out, ", .with = gen_lists_with_%zu", i);
	if (words->as)
		ml_buf_addf(out, ", .as = gen_lists_as_%zu", i);
	if (is_scanned(i))
		ml_buf_addf(out, ", .scan = &gen_lists_scan_%zu", i);
	ml_buf_addf(out, " }, /* %s */\n", ml_list_name((enum ml_list_id)i));
}

static void put_tables(struct ml_buf *out, struct ml_arena *arena, const struct ml_list *lists)
{
	ml_buf_adds(out, "/* Made by mlint_gen from rules/knowledge/lists: do not edit. */\n");
	for (size_t i = 0; i < ML_LIST_NR; i++) {
		put_texts(out, "at", i, lists[i].at, lists[i].nr);
		if (lists[i].with)
			put_with(out, i, &lists[i]);
		if (lists[i].as)
			put_texts(out, "as", i, lists[i].as, lists[i].nr);
	}
	for (size_t i = 0; i < NR(scanned); i++)
		put_scan(out, arena, scanned[i], &lists[scanned[i]]);
	ml_buf_adds(out, "static const struct ml_list gen_lists[] = {\n");
	for (size_t i = 0; i < ML_LIST_NR; i++)
		put_list(out, i, &lists[i]);
	ml_buf_adds(out, "};\n");
}

int gen_load_lists(struct ml_list *lists, struct ml_arena *arena, char **paths, size_t paths_nr, struct ml_error *err)
{
	for (size_t i = 0; i < paths_nr; i++) {
		const struct ml_node *root;
		if (gen_read_yaml(&root, arena, paths[i], err) || ml_lists_load(lists, arena, paths[i], root, err))
			return -1;
	}
	return ml_lists_check(lists, err);
}

int gen_lists(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err)
{
	struct ml_list lists[ML_LIST_NR] = { { 0 } };
	struct ml_buf out;
	int status;

	if (gen_load_lists(lists, arena, args + 1, args_nr - 1, err))
		return -1;
	ml_buf_init(&out, TABLE_MAX);
	put_tables(&out, arena, lists);
	status = gen_write(args[0], &out, err);
	ml_buf_release(&out);
	return status;
}
