#include <criterion/criterion.h>

#include "lint/base/limits.h"
#include "lint/fix/patch.h"

static struct ml_arena *arena;
static struct ml_file file;
static struct ml_finding findings[3];
static struct ml_edit edits[3][2];

static void setup(void)
{
	arena = ml_arena_new();
	file = (struct ml_file){ .path = "README.md", .bytes = ml_span_of("0123456789") };
	memset(findings, 0, sizeof findings);
	memset(edits, 0, sizeof edits);
	for (size_t i = 0; i < 3; i++) {
		findings[i].fix = edits[i];
		snprintf(findings[i].fingerprint, sizeof findings[i].fingerprint, "%zu", i);
	}
}
static void teardown(void)
{
	ml_arena_free(arena);
}
TestSuite(patch, .init = setup, .fini = teardown);

static void edit(size_t finding, size_t from, size_t to, const char *text)
{
	edits[finding][findings[finding].fix_nr++] = (struct ml_edit){ file.path, &file, from, to, ml_span_of(text) };
}

static size_t fix(struct ml_fixed *fixed, bool offered)
{
	const struct ml_verdict verdict = { .findings = findings, .findings_nr = 3 };

	fixed->arena = arena;
	return ml_fix_round(fixed, &verdict, offered);
}

static void expect_text(const struct ml_fixed *fixed, size_t i, const char *text)
{
	cr_assert_lt(i, fixed->patches_nr);
	cr_expect(ml_span_is(fixed->patches[i].after, text), "patch %zu is '%.*s'", i, ML_SPAN_ARG(fixed->patches[i].after));
}

Test(patch, makes_edits_in_the_order_of_the_file)
{
	struct ml_fixed fixed = { 0 };

	edit(0, 8, 9, "H");
	edit(0, 2, 2, "<>");
	edit(1, 4, 6, "");
	cr_expect_eq(fix(&fixed, false), 2);
	cr_expect_eq(fixed.patches_nr, 1);
	expect_text(&fixed, 0, "01<>2367H9");
	cr_expect(ml_span_is(fixed.patches[0].before, "0123456789"));
}

Test(patch, leaves_what_meets_another_fix_to_the_next_round)
{
	struct ml_fixed fixed = { 0 };

	edit(0, 2, 5, "x");
	edit(1, 4, 6, "y"); /* the same bytes, */
	edit(1, 9, 9, "z"); /* so that this is not made either */
	edit(2, 2, 2, "v"); /* the same place */
	cr_expect_eq(fix(&fixed, false), 1);
	expect_text(&fixed, 0, "01x56789");
	cr_expect_eq(fixed.done_nr, 1);
}

Test(patch, fixes_nothing_twice)
{
	struct ml_fixed fixed = { 0 };

	edit(0, 0, 1, "x");
	cr_expect_eq(fix(&fixed, false), 1);
	cr_expect_eq(fix(&fixed, false), 0);
}

Test(patch, makes_what_is_offered_where_it_is_asked_for)
{
	struct ml_fixed fixed = { 0 };

	edit(0, 0, 1, "x");
	findings[0].offered = true;
	cr_expect_eq(fix(&fixed, false), 0);
	cr_expect_eq(fix(&fixed, true), 1);
}

Test(patch, adds_a_file_once)
{
	struct ml_fixed fixed = { 0 };

	for (size_t i = 0; i < 2; i++)
		edits[i][findings[i].fix_nr++] = (struct ml_edit){ .path = "NOTICE", .text = ml_span_of(i ? "second\n" : "first\n") };
	edit(2, 10, 10, "\n");
	cr_expect_eq(fix(&fixed, false), 2);
	cr_expect_eq(fixed.patches_nr, 2);
	cr_expect_str_eq(fixed.patches[0].path, "NOTICE");
	cr_expect(fixed.patches[0].added);
	expect_text(&fixed, 0, "first\n");
	expect_text(&fixed, 1, "0123456789\n");
}

Test(patch, makes_so_many_edits_a_round_and_the_others_later)
{
	const size_t nr = ML_LIMIT_EDITS_ROUND + 3;
	struct ml_fixed fixed = { .arena = arena };
	struct ml_finding *many = ml_arena_array(arena, struct ml_finding, nr);
	struct ml_edit *each = ml_arena_array(arena, struct ml_edit, nr);
	const struct ml_verdict verdict = { .findings = many, .findings_nr = nr };

	for (size_t i = 0; i < nr; i++) {
		each[i] = (struct ml_edit){ .path = ml_arena_printf(arena, "new/%05zu", i), .text = ml_span_of("x") };
		many[i].fix = &each[i];
		many[i].fix_nr = 1;
		snprintf(many[i].fingerprint, sizeof many[i].fingerprint, "%zu", i);
	}
	cr_expect_eq(ml_fix_round(&fixed, &verdict, false), ML_LIMIT_EDITS_ROUND);
	cr_expect_eq(ml_fix_round(&fixed, &verdict, false), 3);
	cr_expect_eq(fixed.patches_nr, nr);
}
