#include "cmd/listing.h"

#include "lint/base/json_keys.h"
#include "lint/base/limits.h"

static void add_human(struct ml_buf *out, const struct listing *listing)
{
	for (size_t i = 0; i < listing->nr; i++)
		listing->human(out, i);
}

void listing_add_json(struct ml_buf *out, const char *key, size_t nr, void (*json)(struct ml_json_writer *w, const void *of, size_t i), const void *of)
{
	struct ml_json_writer w;

	ml_json_begin(&w, out, false);
	ml_json_object(&w);
	key_number(&w, "format", 1);
	key_array(&w, key);
	for (size_t i = 0; i < nr; i++) {
		ml_json_object(&w);
		json(&w, of, i);
		ml_json_end_object(&w);
	}
	ml_json_end_array(&w);
	ml_json_end_object(&w);
	ml_buf_addc(out, '\n');
}

static void add_json(struct ml_buf *out, const struct listing *listing)
{
	listing_add_json(out, listing->key, listing->nr, listing->json, NULL);
}

/* A cell's text with the one character that would end it escaped. */
static void add_cell(struct ml_buf *out, const struct listing *listing, size_t i, size_t column)
{
	struct ml_buf cell;

	ml_buf_init(&cell, 4096);
	listing->cell(&cell, i, column);
	for (size_t k = 0; k < cell.len; k++) {
		if (cell.at[k] == '|' || cell.at[k] == '*')
			ml_buf_addc(out, '\\');
		ml_buf_addc(out, cell.at[k]);
	}
	ml_buf_release(&cell);
}

static void add_markdown(struct ml_buf *out, const struct listing *listing)
{
	size_t columns = 1;

	ml_buf_addf(out, "# mlint %s\n\n|%s|\n|", listing->key, listing->columns);
	for (const char *at = listing->columns; *at; at++)
		columns += *at == '|';
	for (size_t c = 0; c < columns; c++)
		ml_buf_adds(out, "---|");
	ml_buf_addc(out, '\n');
	for (size_t i = 0; i < listing->nr; i++) {
		for (size_t c = 0; c < columns; c++) {
			ml_buf_addc(out, '|');
			add_cell(out, listing, i, c);
		}
		ml_buf_adds(out, "|\n");
	}
}

int listing_run(const struct listing *listing, const struct command *self, char **args, size_t args_nr)
{
	static void (*const formats[])(struct ml_buf *, const struct listing *) = { add_human, add_json, add_markdown };
	struct ml_arena *arena = ml_arena_new();
	struct listing_options o = { 0 };
	struct opt_list operands = { 0 };
	struct ml_buf out;
	int status;

	if (cli_parse(self, &o.common, &operands, arena, args, args_nr, &status))
		goto done;
	ml_buf_init(&out, ML_LIMIT_REPORT_BYTES);
	formats[o.format](&out, listing);
	status = cli_write(&out, NULL);
done:
	ml_arena_free(arena);
	return status;
}
