#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "lint/knowledge/runs.h"

/* An index of two texts: 'a' and 'b', with three runs, of which one is in both. */
struct tiny {
	struct ml_run_header header;
	struct ml_run_text texts[2];
	struct ml_run_piece pieces[1];
	struct ml_run_clause clauses[1];
	uint32_t pad;
	uint32_t hashes[2];
	uint32_t sets[2];
	uint16_t members[4];
	uint32_t bases[ML_RUNS_BASES];
	uint16_t offsets[ML_RUNS_BUCKETS];
	struct ml_run_entry entries[4];
	char names[16];
};

#define HASH(bucket, rest) ((uint64_t)(bucket) << 48 | (uint64_t)(rest) << 32 | 7)

static void place(struct tiny *t, enum ml_run_table table, const void *at, size_t nr)
{
	t->header.table[table].at = (uint32_t)((const char *)at - (const char *)t);
	t->header.table[table].nr = (uint32_t)nr;
}

static struct tiny *make(void)
{
	struct tiny *t = calloc(1, sizeof *t);

	memcpy(t->header.magic, ML_RUNS_MAGIC, 8);
	t->header.order = ML_RUNS_ORDER;
	t->header.size = sizeof *t;
	memcpy(t->names, "a\0a-only\0\0b\0\0x\0\0", 16);
	t->texts[0] = (struct ml_run_text){ .name = 0, .runs = 2, .pieces_nr = 1, .clauses_nr = 1 };
	t->texts[1] = (struct ml_run_text){ .name = 10, .runs = 2 };
	t->clauses[0] = (struct ml_run_clause){ .term = 13, .hashes_nr = 2 };
	t->sets[1] = 2;
	t->members[1] = 1;
	/* Bucket 5: run 1 of text 0, run 2 of both; the last bucket: run 3 of text 1. */
	t->entries[0] = (struct ml_run_entry){ 1, 0 };
	t->entries[1] = (struct ml_run_entry){ 2, 2 };
	t->entries[2] = (struct ml_run_entry){ 3, 1 };
	for (size_t b = 6; b < 64; b++)
		t->offsets[b] = 2;
	for (size_t b = 1; b < ML_RUNS_BASES; b++)
		t->bases[b] = 2;
	place(t, ML_RUNS_TEXTS, t->texts, 2);
	place(t, ML_RUNS_PIECES, t->pieces, 1);
	place(t, ML_RUNS_CLAUSES, t->clauses, 1);
	place(t, ML_RUNS_HASHES, t->hashes, 2);
	place(t, ML_RUNS_SETS, t->sets, 2);
	place(t, ML_RUNS_MEMBERS, t->members, 2);
	place(t, ML_RUNS_BASE, t->bases, ML_RUNS_BASES);
	place(t, ML_RUNS_OFFSETS, t->offsets, ML_RUNS_BUCKETS);
	place(t, ML_RUNS_ENTRIES, t->entries, 3);
	place(t, ML_RUNS_NAMES, t->names, 16);
	return t;
}

static struct ml_run_index index_of(const struct tiny *t)
{
	return (struct ml_run_index){ { (const char *)t, sizeof *t } };
}

static int check(const struct tiny *t, struct ml_error *err)
{
	struct ml_run_index index = index_of(t);

	return ml_run_index_check(&index, err);
}

Test(runs, should_find_what_is_there)
{
	struct tiny *t = make();
	struct ml_run_index index = index_of(t);
	struct ml_error err = { 0 };
	struct ml_runs runs;

	cr_assert_eq(ml_run_index_check(&index, &err), 0, "%s", err.text);
	cr_assert(ml_runs_open(&runs, &index));
	cr_expect_eq(ml_runs_set(&runs, HASH(5, 1)), 0);
	cr_expect_eq(ml_runs_set(&runs, HASH(5, 2)), 2);
	cr_expect_eq(ml_runs_set(&runs, HASH(65535, 3)), 1);
	cr_expect_eq(ml_runs_set(&runs, HASH(5, 3)), ML_RUNS_NONE);
	cr_expect_eq(ml_runs_set(&runs, HASH(6, 1)), ML_RUNS_NONE);
	cr_expect(ml_runs_holds(&runs, 2, 0) && ml_runs_holds(&runs, 2, 1) && ml_runs_holds(&runs, 1, 1));
	cr_expect_not(ml_runs_holds(&runs, 1, 0));
	cr_expect_not(ml_runs_holds(&runs, ML_RUNS_NONE, 0));
	cr_expect(ml_runs_named(&runs, 0, ml_span_of("A-ONLY")));
	cr_expect_not(ml_runs_named(&runs, 1, ml_span_of("a")));
	free(t);
}

Test(runs, should_refuse_another_format_and_byte_order)
{
	struct tiny *t = make();
	struct ml_error err = { 0 };

	t->header.magic[6] = '2';
	cr_expect_eq(check(t, &err), -1);
	cr_expect(strstr(err.text, "format") != NULL);
	t->header.magic[6] = '1';
	t->header.order = 0x04030201;
	cr_expect_eq(check(t, &err), -1);
	cr_expect(strstr(err.text, "byte order") != NULL);
	free(t);
}

Test(runs, should_refuse_every_cut)
{
	struct tiny *t = make();

	for (size_t len = 0; len < sizeof *t; len += len < 400 ? 1 : 997) {
		char *cut = aligned_alloc(8, (len + 8) / 8 * 8);
		memcpy(cut, t, len);
		struct ml_run_index index = { { cut, len } };
		cr_expect_eq(ml_run_index_check(&index, NULL), -1, "%zu bytes", len);
		free(cut);
	}
	free(t);
}

Test(runs, should_refuse_numbers_that_point_outside)
{
	struct tiny *t = make();
	uint32_t *numbers[] = { &t->texts[0].name, &t->texts[1].piece, &t->texts[0].clause, &t->clauses[0].term, &t->clauses[0].hash,
				&t->sets[1], &t->bases[700] };

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		uint32_t was = *numbers[i];
		*numbers[i] = 0x7fffffff;
		cr_expect_eq(check(t, NULL), -1, "number %zu", i);
		*numbers[i] = was;
	}
	t->members[0] = 2;
	cr_expect_eq(check(t, NULL), -1);
	t->members[0] = 0;
	t->entries[1].set = 3;
	cr_expect_eq(check(t, NULL), -1);
	t->entries[1].set = 2;
	t->names[15] = 'x';
	cr_expect_eq(check(t, NULL), -1);
	t->names[15] = 0;
	cr_expect_eq(check(t, NULL), 0);
	free(t);
}

/* Whatever a byte of the header and the small tables becomes: refused, or read without harm. */
Test(runs, should_survive_any_changed_byte)
{
	struct tiny *t = make();
	size_t end = (size_t)((char *)t->bases - (char *)t);

	for (size_t i = 0; i < end; i++)
		for (unsigned bit = 0; bit < 8; bit++) {
			((unsigned char *)t)[i] ^= (unsigned char)(1u << bit);
			struct ml_run_index index = index_of(t);
			struct ml_runs runs;
			if (!ml_run_index_check(&index, NULL) && ml_runs_open(&runs, &index))
				for (uint64_t rest = 0; rest < 4; rest++) {
					uint16_t set = ml_runs_set(&runs, HASH(5, rest));
					ml_runs_holds(&runs, set, 0);
				}
			((unsigned char *)t)[i] ^= (unsigned char)(1u << bit);
		}
	free(t);
}

Test(runs, should_not_open_what_is_no_index)
{
	struct ml_run_index index = { { "short", 5 } };
	struct ml_runs runs;

	cr_expect_not(ml_runs_open(&runs, NULL));
	cr_expect_not(ml_runs_open(&runs, &index));
	cr_expect_eq(runs.texts_nr, 0);
}
