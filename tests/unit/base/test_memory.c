/* Arena and buffer. */
#include "lint/base/arena.h"
#include "lint/base/buf.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

static struct ml_arena *arena;

static void set_up(void)
{
	arena = ml_arena_new();
}

static void tear_down(void)
{
	ml_arena_free(arena);
}

TestSuite(arena, .init = set_up, .fini = tear_down);

Test(arena, objects_are_zeroed_aligned_and_apart)
{
	static const size_t sizes[] = { 0, 1, 7, 16, 1000, 70000, 3u << 20 };
	unsigned char *objects[200];

	for (int round = 0; round < 2; round++) {
		for (size_t i = 0; i < 200; i++) {
			size_t size = sizes[i % 7];
			objects[i] = ml_arena_alloc(arena, size);
			cr_assert_not_null(objects[i]);
			cr_assert_eq((uintptr_t)objects[i] % 16, 0);
			for (size_t k = 0; k < size; k++)
				cr_assert_eq(objects[i][k], 0);
			memset(objects[i], (int)i + 1, size);
		}
		for (size_t i = 0; i < 200; i++)
			for (size_t k = 0; k < sizes[i % 7]; k++)
				cr_assert_eq(objects[i][k], (i + 1) & 0xFF);
		/* What comes after a reset is zeros again. */
		ml_arena_reset(arena);
	}
}

Test(arena, copies_end_with_a_nul)
{
	cr_assert_str_eq(ml_arena_dup(arena, ml_span_of("abc")), "abc");
	cr_assert_str_eq(ml_arena_dup(arena, ml_span_of(NULL)), "");
	cr_assert_str_eq(ml_arena_printf(arena, "%s %d %c", "x", 7, 'y'), "x 7 y");
	cr_assert_str_eq(ml_arena_printf(arena, "%s", ""), "");
}

Test(arena, pushed_values_stay_while_the_array_grows)
{
	uint32_t *array = NULL;
	size_t nr = 0, cap = 0;

	for (uint32_t i = 0; i < 10000; i++)
		ML_PUSH(arena, array, nr, cap, i * 3);
	cr_assert_eq(nr, 10000);
	for (uint32_t i = 0; i < 10000; i++)
		cr_assert_eq(array[i], i * 3);
}

Test(arena, freeing_none_is_fine)
{
	ml_arena_free(NULL);
	ml_arena_reset(arena);
}

__attribute__((noreturn)) static void end_here(void)
{
	_exit(7);
}

Test(arena, a_product_too_large_ends_the_run, .exit_code = 7)
{
	ml_oom = end_here;
	ml_arena_alloc_array(arena, SIZE_MAX / 4, 16);
	cr_assert_fail("ml_oom was not called");
}

Test(buf, grows_and_stays_terminated)
{
	struct ml_buf buf;

	ml_buf_init(&buf, 100000);
	cr_assert_eq(ml_buf_span(&buf).len, 0);
	cr_assert_not_null(ml_buf_span(&buf).at);
	for (int i = 0; i < 1000; i++) {
		ml_buf_adds(&buf, "ab");
		ml_buf_addc(&buf, 'c');
		ml_buf_addf(&buf, "%d", i % 10);
		cr_assert_eq(buf.at[buf.len], '\0');
	}
	cr_assert_eq(buf.len, 4000);
	cr_assert_eq(memcmp(buf.at + 3996, "abc9", 4), 0);
	ml_buf_clear(&buf);
	cr_assert_str_eq(buf.at, "");
	ml_buf_release(&buf);
	cr_assert_null(buf.at);
}

Test(buf, an_addition_past_the_maximum_adds_nothing)
{
	struct ml_buf buf;

	ml_buf_init(&buf, 5);
	ml_buf_adds(&buf, "abc");
	ml_buf_adds(&buf, "def");
	cr_assert(buf.full);
	cr_assert_str_eq(buf.at, "abc");
	ml_buf_addc(&buf, 'd');
	cr_assert_str_eq(buf.at, "abc");
	ml_buf_clear(&buf);
	cr_assert(!buf.full);
	ml_buf_adds(&buf, "12345");
	cr_assert(!buf.full);
	cr_assert_str_eq(buf.at, "12345");
	ml_buf_addf(&buf, "%s", "6");
	cr_assert(buf.full);
	ml_buf_release(&buf);
}
