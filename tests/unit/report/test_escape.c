#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include "lint/report/cell.h"
#include "lint/report/report.h"

struct row {
	char text[32], shown[64];
	unsigned len;
};

static struct row rows[] = {
	{ "plain text", "plain text", 10 },
	{ "a\033]0;x\007.md", "a\\x1b]0;x\\x07.md", 10 },
	{ "two\nlines\r\t", "two\\x0alines\\x0d\\x09", 11 },
	{ "nul\0!", "nul\\x00!", 5 },
	{ "\x7f", "\\x7f", 1 },
	{ "\xc2\x9b", "\\u009b", 2 },
	{ "a\xe2\x80\xae z", "a\\u202e z", 6 },
	{ "\xe2\x81\xa6\xe2\x81\xa9", "\\u2066\\u2069", 6 },
	{ "\xe2\x80\x8b\xef\xbb\xbf", "\\u200b\\ufeff", 6 },
	{ "\xf3\xa0\x81\x81", "\\U000e0041", 4 },
	{ "\xff\xc3(", "\\xff\\xc3(", 3 },
	{ "\xe4\xb8", "\\xe4\\xb8", 2 },
	{ "\xed\xa0\x80", "\\xed\\xa0\\x80", 3 },
	{ "中文 é", "中文 é", 9 },
	{ "##[error]", "##\\x5berror]", 9 },
};

ParameterizedTestParameters(escape, leaves_nothing_raw_that_acts)
{
	return cr_make_param_array(struct row, rows, sizeof rows / sizeof *rows);
}

ParameterizedTest(struct row *row, escape, leaves_nothing_raw_that_acts)
{
	struct ml_buf out;

	ml_buf_init(&out, 1024);
	ml_add_escaped(&out, (struct ml_span){ row->text, row->len }, false);
	cr_expect_str_eq(out.at, row->shown);
	ml_buf_release(&out);
}

Test(escape, lines_keep_their_ends_and_tabs_where_asked)
{
	struct ml_buf out;

	ml_buf_init(&out, 1024);
	ml_add_escaped(&out, ml_span_of("a\tb\n\r"), true);
	cr_expect_str_eq(out.at, "a\tb\n\\x0d");
	ml_buf_release(&out);
}

Test(escape, every_single_byte_comes_out_printable)
{
	struct ml_buf out;

	ml_buf_init(&out, 1024);
	for (int c = 0; c < 256; c++) {
		char byte = (char)c;
		ml_buf_clear(&out);
		ml_add_escaped(&out, (struct ml_span){ &byte, 1 }, false);
		for (size_t i = 0; i < out.len; i++)
			cr_expect(out.at[i] >= 0x20 && out.at[i] < 0x7f, "byte %d", c);
	}
	ml_buf_release(&out);
}

Test(escape, a_path_is_no_command_of_a_log_reader)
{
	struct ml_buf out;

	ml_buf_init(&out, 1024);
	ml_add_path(&out, "::error::x");
	cr_expect_str_eq(out.at, "./::error::x");
	ml_buf_release(&out);
}

Test(escape, cells_of_wide_and_combining_characters)
{
	cr_expect_eq(ml_char_cells('a'), 1);
	cr_expect_eq(ml_char_cells(0x4e2d), 2);
	cr_expect_eq(ml_char_cells(0xff21), 2);
	cr_expect_eq(ml_char_cells(0x1f600), 2);
	cr_expect_eq(ml_char_cells(0x0301), 0);
	cr_expect_eq(ml_char_cells(0x00e9), 1);
	cr_expect_eq(ml_char_cells(0x10ffff), 1);
}
