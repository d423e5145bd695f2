#include <criterion/criterion.h>

#include "lint/base/limits.h"
#include "lint/fix/diff.h"

static struct ml_arena *arena;
static struct ml_buf out;

static void setup(void)
{
	arena = ml_arena_new();
	ml_buf_init(&out, 1u << 20);
}
static void teardown(void)
{
	ml_buf_release(&out);
	ml_arena_free(arena);
}
TestSuite(diff, .init = setup, .fini = teardown);

static const char *diff(const char *before, const char *after)
{
	struct ml_patch patch = { .path = "README.md", .before = ml_span_of(before), .after = ml_span_of(after) };

	ml_buf_clear(&out);
	ml_fix_diff(&out, arena, &patch, "");
	return ml_arena_dup(arena, ml_buf_span(&out));
}

static size_t count(const char *text, const char *start)
{
	size_t nr = !strncmp(text, start, strlen(start));

	for (; (text = strchr(text, '\n')); text++)
		nr += !strncmp(text + 1, start, strlen(start));
	return nr;
}

Test(diff, shows_what_goes_and_what_comes)
{
	cr_expect_str_eq(strstr(diff("a\nb\nc\n", "a\nx\nc\n"), "@@"), "@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n");
	cr_expect_str_eq(strstr(diff("a\n", "a\nb"), "@@"), "@@ -1 +1,2 @@\n a\n+b\n\\ No newline at end of file\n");
	cr_expect_str_eq(strstr(diff("a\r\nb\r\n", "a\r\nc\r\n"), "@@"), "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n");
	cr_expect_str_eq(diff("a\n", "a\n"), "");
	cr_expect_str_eq(diff("", ""), "");
}

/* Lines that are all other than before, with one in the middle that stays. */
static const char *lines(const char *letter, size_t nr)
{
	struct ml_buf text;

	ml_buf_init(&text, 1u << 20);
	for (size_t i = 0; i < nr; i++)
		ml_buf_addf(&text, "%s%zu\n", i == nr / 2 ? "same" : letter, i);
	const char *copy = ml_arena_dup(arena, ml_buf_span(&text));
	ml_buf_release(&text);
	return copy;
}

Test(diff, is_the_shortest_up_to_a_number_of_steps)
{
	const size_t few = ML_LIMIT_DIFF_STEPS / 2, many = few + 2;

	const char *text = diff(lines("a", few), lines("b", few));
	cr_expect_eq(count(text, " same"), 1);
	text = diff(lines("a", many), lines("b", many));
	cr_expect_eq(count(text, " same"), 0);
	cr_expect_eq(count(text, "-same"), 1);
	cr_expect_eq(count(text, "+same"), 1);
	cr_expect_eq(count(text, "-"), many + 1, "and the line of the old name");
}
