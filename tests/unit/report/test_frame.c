#include <criterion/criterion.h>

#include "lint/report/frame.h"

static struct ml_frame frame;

static void make(const char *line, uint32_t column, uint32_t end_column, size_t cells)
{
	struct ml_where where = { NULL, 1, column, 1, end_column };

	ml_frame_make(&frame, ml_span_of(line), &where, cells);
}

static void teardown(void)
{
	ml_buf_release(&frame.text);
}
TestSuite(frame, .fini = teardown);

Test(frame, marks_the_words)
{
	make("Heron is open source.", 10, 21, 80);
	cr_expect_str_eq(frame.text.at, "Heron is open source.");
	cr_expect_eq(frame.caret, 9);
	cr_expect_eq(frame.carets, 11);
}

Test(frame, wide_characters_take_two_cells)
{
	make("苍鹭是开源模型", 10, 16, 80);
	cr_expect_eq(frame.caret, 6);
	cr_expect_eq(frame.carets, 4);
}

Test(frame, a_tab_is_four_cells_and_an_escape_as_long_as_it_looks)
{
	make("\t\033[1mopen", 6, 10, 80);
	cr_expect_str_eq(frame.text.at, "    \\x1b[1mopen");
	cr_expect_eq(frame.caret, 11);
	cr_expect_eq(frame.carets, 4);
}

Test(frame, a_long_line_is_cut_around_the_words)
{
	char line[4001];

	memset(line, 'x', 4000);
	line[4000] = '\0';
	memcpy(line + 2000, " open source ", 13);
	make(line, 2002, 2013, 60);
	const char *words = strstr(frame.text.at, "open source");
	cr_assert_not_null(words);
	cr_expect(ml_span_starts(ml_buf_span(&frame.text), "…"));
	cr_expect_eq((size_t)(words - frame.text.at) - 2, frame.caret); /* the sign has three bytes and one cell */
	cr_expect_eq(frame.carets, 11);
	cr_expect_leq(frame.text.len - 4, 60);
}

Test(frame, words_at_the_end_of_a_long_line_stay_in_sight)
{
	char line[1001];

	memset(line, ' ', 1000);
	line[1000] = '\0';
	memcpy(line + 996, "open", 4);
	make(line, 997, 1001, 40);
	cr_expect_not_null(strstr(frame.text.at, "open"));
	cr_expect_eq(frame.carets, 4);
}

Test(frame, marked_words_longer_than_the_room_are_cut)
{
	char line[501];

	memset(line, 'y', 500);
	line[500] = '\0';
	make(line, 1, 501, 40);
	cr_expect_eq(frame.caret, 0);
	cr_expect_eq(frame.carets, 39);
}

Test(frame, a_place_behind_the_end_gets_one_caret_there)
{
	make("short", 400, 500, 80);
	cr_expect_eq(frame.caret, 5);
	cr_expect_eq(frame.carets, 1);
}

Test(frame, a_place_without_columns_gets_none)
{
	make("license: mit", 0, 0, 80);
	cr_expect_eq(frame.carets, 0);
}

Test(frame, a_cut_character_is_shown_byte_by_byte)
{
	make("ab\xe4\xb8", 3, 5, 80);
	cr_expect_str_eq(frame.text.at, "ab\\xe4\\xb8");
	cr_expect_eq(frame.carets, 8);
}
