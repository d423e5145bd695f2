#include "rules/gen/index.h"

#include <stdlib.h>
#include <string.h>

#include "lint/knowledge/runs_make.h"

static int by_first_id(const void *a, const void *b)
{
	const struct ml_known_text *x = *(struct ml_known_text *const *)a, *y = *(struct ml_known_text *const *)b;
	int order = strcmp(x->ids[0], y->ids[0]);

	return order ? order : x->hash < y->hash ? -1 : x->hash > y->hash;
}

static int write_index(const struct index_texts *texts, const char *path, struct ml_error *err)
{
	struct ml_buf out;
	int status;

	ml_buf_init(&out, ML_RUNS_BYTES_MAX);
	status = ml_runs_make(&out, texts->arena, NULL, texts->at, texts->nr, err);
	if (!status)
		status = gen_write(path, &out, err);
	ml_buf_release(&out);
	return status;
}

int gen_index(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err)
{
	struct index_texts texts = { .arena = arena };

	if (args_nr < 3 || args_nr % 2 == 0)
		return ml_error_set(err, ML_ERROR_USAGE, "usage: mlint_gen index OUT.idx --spdx DIR [--corpus DIR]");
	for (size_t i = 1; i + 1 < args_nr; i += 2) {
		int (*read)(struct index_texts *, const char *, struct ml_error *) =
			strcmp(args[i], "--spdx") == 0 ? index_read_spdx : strcmp(args[i], "--corpus") == 0 ? index_read_corpus : NULL;
		if (!read)
			return ml_error_set(err, ML_ERROR_USAGE, "unknown option '%s'", args[i]);
		if (read(&texts, args[i + 1], err))
			return -1;
	}
	index_add_heads(&texts);
	index_lend_clauses(&texts);
	qsort(texts.at, texts.nr, sizeof *texts.at, by_first_id);
	return write_index(&texts, args[0], err);
}
