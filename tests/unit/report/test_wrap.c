#include <criterion/criterion.h>

#include "lint/report/wrap.h"

static struct ml_buf out;

static const char *wrap(const char *text, size_t margin, size_t columns)
{
	ml_buf_init(&out, 1 << 16);
	ml_buf_adds(&out, "before\n");
	size_t from = out.len;
	ml_buf_adds(&out, text);
	ml_wrap(&out, from, margin, columns);
	return out.at + from;
}

static void teardown(void)
{
	cr_expect_eq(strncmp(out.at, "before\n", 7), 0);
	cr_expect_eq(out.at[out.len], '\0');
	ml_buf_release(&out);
}
TestSuite(wrap, .fini = teardown);

Test(wrap, what_fits_stays)
{
	cr_expect_str_eq(wrap("twenty four cells it has", 4, 24), "twenty four cells it has");
}

Test(wrap, breaks_at_blanks_beside_the_margin)
{
	cr_expect_str_eq(wrap("  twenty five cells it has", 4, 24), "  twenty five cells it\n    has");
}

Test(wrap, without_columns_nothing_is_done)
{
	cr_expect_str_eq(wrap("a line that has more than twenty four cells", 4, 0), "a line that has more than twenty four cells");
}

Test(wrap, a_long_word_stays_whole)
{
	cr_expect_str_eq(wrap("see https://example.org/a/long/address for it", 2, 24), "see\n  https://example.org/a/long/address\n  for it");
}

Test(wrap, colors_take_no_room)
{
	cr_expect_str_eq(wrap("\033[1mtwenty\033[0m \033[1;31mfour\033[0m cells it has", 4, 24), "\033[1mtwenty\033[0m \033[1;31mfour\033[0m cells it has");
	teardown();
	cr_expect_str_eq(wrap("\033[1mtwenty five\033[0m cells it haves\033[", 4, 24), "\033[1mtwenty five\033[0m cells it\n    haves\033[");
}

Test(wrap, wide_characters_take_two_cells)
{
	cr_expect_str_eq(wrap("苍鹭是 开源模型 苍鹭是 开源", 2, 24), "苍鹭是 开源模型 苍鹭是\n  开源");
}

Test(wrap, a_narrow_terminal_has_room_for_some_words)
{
	cr_expect_str_eq(wrap("one two three four five six seven", 60, 1), "one two three four five\n            six seven");
}

Test(wrap, bytes_that_are_no_text_do_no_harm)
{
	wrap("\xff\xfe \xe4\xb8 \xff many more words than fit into one line of it \xe4", 2, 24);
}
