#include "lint/report/wrap.h"

#include <criterion/criterion.h>

static struct ml_buf out;

/* Breaks text behind a line that stays; the caller releases out. */
static const char *wrap(const char *text, size_t margin, size_t columns)
{
	static const char before[] = "before\n";

	ml_buf_init(&out, 1 << 16);
	ml_buf_adds(&out, before);
	ml_buf_adds(&out, text);
	ml_wrap(&out, sizeof before - 1, margin, columns);
	cr_assert_eq(strncmp(out.at, before, sizeof before - 1), 0);
	cr_assert_eq(out.at[out.len], '\0');
	return out.at + sizeof before - 1;
}

Test(wrap, breaks_between_words)
{
	static const struct {
		const char *what, *text;
		size_t margin, columns;
		const char *wrapped; /* NULL: as it was */
	} rows[] = {
		{ "what fits", "twenty four cells it has", 4, 24, NULL },
		{ "beside the margin", "  twenty five cells it has", 4, 24, "  twenty five cells it\n    has" },
		{ "without columns", "a line that has more than twenty four cells", 4, 0, NULL },
		{ "a long word", "see https://example.org/a/long/address for it", 2, 24, "see\n  https://example.org/a/long/address\n  for it" },
		{ "colors take no room", "\033[1mtwenty\033[0m \033[1;31mfour\033[0m cells it has", 4, 24, NULL },
		{ "a color cut off", "\033[1mtwenty five\033[0m cells it haves\033[", 4, 24, "\033[1mtwenty five\033[0m cells it\n    haves\033[" },
		{ "characters of two cells", "苍鹭是 开源模型 苍鹭是 开源", 2, 24, "苍鹭是 开源模型 苍鹭是\n  开源" },
		{ "a narrow terminal", "one two three four five six seven", 60, 1, "one two three four five\n            six seven" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *wrapped = wrap(rows[i].text, rows[i].margin, rows[i].columns);
		cr_expect_str_eq(wrapped, rows[i].wrapped ? rows[i].wrapped : rows[i].text, "%s: '%s'", rows[i].what, wrapped);
		ml_buf_release(&out);
	}
}

Test(wrap, bytes_that_are_no_text_do_no_harm)
{
	wrap("\xff\xfe \xe4\xb8 \xff many more words than fit into one line of it \xe4", 2, 24);
	ml_buf_release(&out);
}
