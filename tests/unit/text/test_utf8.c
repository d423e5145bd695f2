#include "lint/text/utf8.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static struct ml_arena *arena;

static void set_up(void)
{
	arena = ml_arena_new();
}

static void tear_down(void)
{
	ml_arena_free(arena);
}

TestSuite(utf8, .init = set_up, .fini = tear_down);

/* RFC 3629: the borders of each length, and what lies just outside. */
static const struct {
	struct ml_span text;
	size_t bad; /* SIZE_MAX: valid */
} checks[] = {
	{ ML_SPAN(""), SIZE_MAX },
	{ ML_SPAN("plain text of more than eight bytes"), SIZE_MAX },
	{ ML_SPAN("\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF"), SIZE_MAX },
	{ ML_SPAN("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"), SIZE_MAX },
	{ ML_SPAN("12345678\x80"), 8 },
	{ ML_SPAN("1234567\xC1\xBF" "90123456"), 7 },
	{ ML_SPAN("\xE0\x9F\xBF"), 0 },
	{ ML_SPAN("ab\xED\xA0\x80"), 2 },
	{ ML_SPAN("\xF0\x8F\xBF\xBF"), 0 },
	{ ML_SPAN("\xF4\x90\x80\x80"), 0 },
	{ ML_SPAN("\xF5\x80\x80\x80"), 0 },
	{ ML_SPAN("x\xC3"), 1 },
	{ ML_SPAN("x\xE4\xBD"), 1 },
	{ ML_SPAN("x\xF0\x9F\x98"), 1 },
	{ ML_SPAN("\xE4\xBD\xA0\xE4\xBD("), 3 },
};

Test(utf8, faults_are_found_where_they_stand)
{
	for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
		size_t bad = SIZE_MAX;
		bool valid = ml_utf8_valid(checks[i].text, &bad);
		cr_assert_eq(valid, checks[i].bad == SIZE_MAX, "text %zu", i);
		cr_assert_eq(bad, checks[i].bad, "text %zu: at %zu", i, bad);
		cr_assert_eq(ml_utf8_valid(checks[i].text, NULL), valid);
	}
}

Test(utf8, every_code_point_is_read_as_written)
{
	for (uint32_t code = 0; code <= 0x10FFFF; code++) {
		char bytes[4];
		size_t len = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
		if (code >= 0xD800 && code < 0xE000)
			continue;
		for (size_t i = len; i-- > 1;)
			bytes[i] = (char)(0x80 | (code >> 6 * (len - 1 - i) & 0x3F));
		bytes[0] = (char)(len == 1 ? code : (0xF00u >> len & 0xFF) | code >> 6 * (len - 1));
		struct ml_span s = { bytes, len };
		cr_assert_eq(ml_utf8_next(&s), code);
		cr_assert_eq(s.len, 0);
	}
}

Test(utf8, a_fault_is_one_byte_of_u_fffd)
{
	struct ml_span s = ML_SPAN("\xE4\xBD" "a");

	cr_assert_eq(ml_utf8_next(&s), 0xFFFD);
	cr_assert_eq(ml_utf8_next(&s), 0xFFFD);
	cr_assert_eq(ml_utf8_next(&s), 'a');
	cr_assert_eq(s.len, 0);
}

static const struct {
	struct ml_span bytes, text;
	bool converted;
} texts[] = {
	{ ML_SPAN("gr\xC3\xBC" "n"), ML_SPAN("gr\xC3\xBC" "n"), false },
	{ ML_SPAN("\xEF\xBB\xBFgr\xC3\xBC" "n"), ML_SPAN("gr\xC3\xBC" "n"), false },
	{ ML_SPAN("gr\xFC" "n \x80 \x93q\x94"), ML_SPAN("gr\xC3\xBC" "n \xE2\x82\xAC \xE2\x80\x9Cq\xE2\x80\x9D"), true },
	{ ML_SPAN("\xFF\xFE" "a\0\xFC\0" "\x3D\xD8\x00\xDE"), ML_SPAN("a\xC3\xBC\xF0\x9F\x98\x80"), true },
	{ ML_SPAN("\xFE\xFF\0a\x4F\x60"), ML_SPAN("a\xE4\xBD\xA0"), true },
	{ ML_SPAN("\xFF\xFE\x3D\xD8" "a\0" "b"), ML_SPAN("\xEF\xBF\xBD" "a\xEF\xBF\xBD"), true },
};

Test(utf8, other_encodings_are_converted)
{
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		bool converted;
		struct ml_span text = ml_utf8_text(arena, texts[i].bytes, &converted);
		cr_assert(ml_span_eq(text, texts[i].text), "text %zu: '%.*s'", i, ML_SPAN_ARG(text));
		cr_assert_eq(converted, texts[i].converted, "text %zu", i);
	}
}

Test(utf8, any_bytes_become_valid)
{
	srand(20240504);
	for (int round = 0; round < 3000; round++) {
		size_t len = (size_t)rand() % 50;
		char *bytes = malloc(len + 1);
		for (size_t i = 0; i < len; i++)
			bytes[i] = (char)rand();
		if (round % 3 && len >= 2)
			memcpy(bytes, round % 3 == 1 ? "\xFF\xFE" : "\xFE\xFF", 2);
		bool converted;
		cr_assert(ml_utf8_valid(ml_utf8_text(arena, (struct ml_span){ bytes, len }, &converted), NULL));
		free(bytes);
	}
}

Test(utf8, lines_end_in_three_ways)
{
	static const char *const wanted[] = { "one", "two", "three", "four", "", "", "last" };
	struct ml_span text = ml_span_of("one\ntwo\r\nthree\rfour\n\r\n\rlast");
	struct ml_lines lines;

	ml_lines_init(&lines, arena, text);
	cr_assert_eq(lines.nr, 7);
	for (uint32_t i = 0; i < 7; i++)
		cr_assert(ml_span_is(ml_lines_text(&lines, text, i + 1), wanted[i]), "line %u", i + 1);
	cr_assert_null(ml_lines_text(&lines, text, 0).at);
	cr_assert_null(ml_lines_text(&lines, text, 8).at);
}

Test(utf8, an_empty_text_has_one_line)
{
	struct ml_lines lines;
	uint32_t line, column;

	ml_lines_init(&lines, arena, (struct ml_span){ NULL, 0 });
	cr_assert_eq(lines.nr, 1);
	ml_lines_place(&lines, 77, &line, &column);
	cr_assert(line == 1 && column == 1);
}

/* The plain way to count, byte by byte. */
static void check_places(struct ml_span text)
{
	struct ml_lines lines;
	uint32_t line = 1, column = 1, got_line, got_column;

	ml_lines_init(&lines, arena, text);
	for (size_t i = 0; i <= text.len; i++) {
		ml_lines_place(&lines, i, &got_line, &got_column);
		cr_assert(got_line == line && got_column == column, "offset %zu is at %u:%u, not %u:%u", i, got_line, got_column, line,
			  column);
		column++;
		if (i < text.len && (text.at[i] == '\n' || (text.at[i] == '\r' && !(i + 1 < text.len && text.at[i + 1] == '\n')))) {
			line++;
			column = 1;
		}
	}
	cr_assert_eq(lines.nr, line);
}

Test(utf8, places_agree_with_counting)
{
	char text[60];

	srand(20240505);
	for (int round = 0; round < 3000; round++) {
		size_t len = (size_t)rand() % sizeof text;
		for (size_t i = 0; i < len; i++)
			text[i] = "ab\n\r"[(size_t)rand() % 4];
		check_places((struct ml_span){ text, len });
	}
}

Test(utf8, lone_returns_cost_no_more_than_others)
{
	size_t len = 4u << 20;
	char *text = malloc(len);
	struct ml_lines lines;

	/* Looking for the next LF at every CR would take minutes here. */
	memset(text, '\r', len);
	ml_lines_init(&lines, arena, (struct ml_span){ text, len });
	cr_assert_eq(lines.nr, len + 1);
	free(text);
}
