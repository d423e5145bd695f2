#include "rules/gen/gen.h"

#include <string.h>

#include "lint/knowledge/lists.h"

#define NR(array) (sizeof(array) / sizeof *(array))

/* Lists that whole texts are scanned for. A further one is scanned for without standing here, only each run makes its scan anew. */
static const enum ml_list_id scanned[] = { ML_LIST_STATEMENT_TRIGGERS, ML_LIST_LINEAGE_TRIGGERS, ML_LIST_DATA_TRIGGERS, ML_LIST_OFFER_WORDS,
					 ML_LIST_TOOL_NOUNS };

/* A list of lists, NULL for none: numbers in the texts. */
static void put_with(struct ml_buf *out, struct gen_pack *pack, const struct ml_list *words)
{
	uint32_t *begins = ml_arena_array(pack->arena, uint32_t, words->nr);

	for (size_t i = 0; i < words->nr; i++)
		if (words->with[i]) {
			size_t nr = 0;
			while (words->with[i][nr])
				nr++;
			begins[i] = gen_packed_texts(pack, words->with[i], nr + 1);
		}
	ml_buf_addf(out, ", .with = ML_PACKED(const char *const *const *, %zu)", pack->texts_nr + 1);
	for (size_t i = 0; i < words->nr; i++)
		ML_PUSH(pack->arena, pack->texts, pack->texts_nr, pack->texts_cap, begins[i]);
}

static void put_scan(struct ml_buf *out, struct ml_arena *arena, enum ml_list_id id, const struct ml_list *words)
{
	const char *name = ml_arena_printf(arena, "lists_scan_%d", (int)id);

	gen_scan(out, name, ml_scan_new(arena, words->at, words->nr));
}

/* The number of a list's scan, counted from 1; 0: none. */
static size_t scan_of(size_t id)
{
	for (size_t i = 0; i < NR(scanned); i++)
		if (scanned[i] == id)
			return i + 1;
	return 0;
}

static void put_list(struct ml_buf *out, struct gen_pack *pack, size_t i, const struct ml_list *words)
{
	ml_buf_addf(out, "\t{ .at = ML_PACKED(const char *const *, %u), .nr = %zu, .patterns = %d", gen_packed_texts(pack, words->at, words->nr), words->nr,
		    words->patterns);
	if (words->with)
		put_with(out, pack, words);
	if (words->as)
		ml_buf_addf(out, ", .as = ML_PACKED(const char *const *, %u)", gen_packed_texts(pack, words->as, words->nr));
	if (scan_of(i))
		ml_buf_addf(out, ", .scan = ML_PACKED(const struct ml_scan *, %zu)", scan_of(i));
	ml_buf_addf(out, " }, /* %s */\n", ml_list_name((enum ml_list_id)i));
}

static void put_tables(struct ml_buf *out, struct gen_pack *pack, const void *table)
{
	const struct ml_list *lists = table;

	ml_buf_adds(out, "/* Made by mlint_gen from rules/knowledge/lists: do not edit. */\n");
	for (size_t i = 0; i < NR(scanned); i++)
		put_scan(out, pack->arena, scanned[i], &lists[scanned[i]]);
	ml_buf_adds(out, "static const struct ml_list gen_lists[] = {\n");
	for (size_t i = 0; i < ML_LIST_NR; i++)
		put_list(out, pack, i, &lists[i]);
	ml_buf_adds(out, "};\nstatic const struct ml_scan *const gen_lists_scans[] = {");
	for (size_t i = 0; i < NR(scanned); i++)
		ml_buf_addf(out, " &gen_lists_scan_%d,", (int)scanned[i]);
	ml_buf_adds(out, " };\n");
	gen_pack_write(out, pack, "list", ML_LIST_NR);
	ml_buf_adds(out, "static const struct ml_list_pack gen_list_pack = { &gen_list_packed, gen_lists_scans };\n");
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

	if (gen_load_lists(lists, arena, args + 1, args_nr - 1, err))
		return -1;
	return gen_packed_write(args[0], arena, put_tables, lists, err);
}
