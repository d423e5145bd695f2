#include "lint/text/pattern.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static struct ml_patterns *set;

static void set_up(void)
{
	set = ml_patterns_new();
}

static void tear_down(void)
{
	ml_patterns_free(set);
}

TestSuite(pattern, .init = set_up, .fini = tear_down);

static const struct {
	const char *pattern, *subject;
	size_t from, to; /* to 0: no match */
} cases[] = {
	{ "open[- ]source", "An Open-Source model", 3, 14 },
	{ "\\bopen\\b", "reopen opener", 0, 0 },
	{ "\xC3\x89TAIT", "\xC3\xA9tait", 0, 6 },
	{ "\xD0\xBE\xD1\x82", "\xD0\x9E\xD0\xA2", 0, 4 },
	/* A word border between a Han and a Latin letter. */
	{ "\\bopen\\b", "\xE5\xBC\x80open\xE6\xBA\x90", 3, 7 },
	{ "(*UCP)\\b\xD0\xBE\xD1\x82\\b", "\xD0\xBE\xD1\x82 \xD0\xB0", 0, 4 },
	{ "^b", "a\nb", 2, 3 },
	{ "a$", "a\nb", 0, 1 },
	{ "a.b", "a\nb", 0, 0 },
	{ "\xE5\xBC\x80.\xE6\xBA\x90", "\xE5\xBC\x80\xE6\x94\xBE\xE6\xBA\x90", 0, 9 },
};

Test(pattern, options_are_those_of_the_header)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct ml_match match;
		enum ml_match_result result = ml_pattern_find(set, cases[i].pattern, ml_span_of(cases[i].subject), 0, &match);
		cr_assert_eq(result, cases[i].to ? ML_MATCH_FOUND : ML_MATCH_NONE, "case %zu: %d", i, result);
		if (cases[i].to)
			cr_assert(match.from == cases[i].from && match.to == cases[i].to, "case %zu: %zu-%zu", i, match.from, match.to);
	}
}

Test(pattern, groups_are_told_apart)
{
	struct ml_match match;

	cr_assert_eq(ml_pattern_find(set, "(a)|(b)(c)?", ml_span_of("xb"), 0, &match), ML_MATCH_FOUND);
	cr_assert(match.group[0].from == 1 && match.group[0].to == 2);
	cr_assert_gt(match.group[1].from, match.group[1].to);
	cr_assert(match.group[2].from == 1 && match.group[2].to == 2);
	cr_assert_gt(match.group[3].from, match.group[3].to);
	cr_assert_gt(match.group[9].from, match.group[9].to);
}

Test(pattern, more_groups_than_are_kept_do_no_harm)
{
	struct ml_match match;

	cr_assert_eq(ml_pattern_find(set, "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)(l)", ml_span_of("abcdefghijkl"), 0, &match), ML_MATCH_FOUND);
	cr_assert_eq(match.to, 12);
	cr_assert(match.group[9].from == 8 && match.group[9].to == 9);
}

Test(pattern, starts_between_characters_only)
{
	struct ml_match match;
	struct ml_span text = ml_span_of("\xE5\xBC\x80\xE6\xBA\x90");

	cr_assert_eq(ml_pattern_find(set, ".", text, 1, &match), ML_MATCH_FOUND);
	cr_assert_eq(match.from, 3);
	cr_assert_eq(ml_pattern_find(set, ".", text, 6, &match), ML_MATCH_NONE);
	cr_assert_eq(ml_pattern_find(set, ".", text, 7, &match), ML_MATCH_NONE);
	cr_assert_eq(ml_pattern_find(set, "x*", (struct ml_span){ NULL, 0 }, 0, &match), ML_MATCH_FOUND);
}

/* Long enough a text for machine code: the answer must not change with it. */
Test(pattern, machine_code_finds_the_same)
{
	size_t len = 100000;
	char *text = malloc(len);
	struct ml_match match;

	memset(text, 'a', len);
	memcpy(text + len - 11, "open source", 11);
	for (int i = 0; i < 5; i++) {
		cr_assert_eq(ml_pattern_find(set, "open\\s+(source)", (struct ml_span){ text, len }, 0, &match), ML_MATCH_FOUND);
		cr_assert(match.from == len - 11 && match.to == len && match.group[1].from == len - 6);
	}
	free(text);
}

Test(pattern, a_limit_is_no_answer)
{
	struct ml_match match;
	char text[64];

	/* Both ways: interpreted at first, by machine code after some thousand bytes. */
	memset(text, 'a', sizeof text);
	for (int i = 0; i < 300; i++)
		cr_assert_eq(ml_pattern_find(set, "(a|aa)+[bc]", (struct ml_span){ text, sizeof text }, 0, &match), ML_MATCH_UNDECIDED);
}

Test(pattern, effort_on_a_long_text_is_bounded)
{
	size_t len = 1u << 20;
	char *text = malloc(len);
	struct ml_match match;
	struct timespec before, after;

	memset(text, 'a', len);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before);
	cr_assert_eq(ml_pattern_find(set, "(?:a|aa)+[bc]", (struct ml_span){ text, len }, 0, &match), ML_MATCH_UNDECIDED);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after);
	cr_assert_lt(after.tv_sec - before.tv_sec, 2);
	free(text);
}

Test(pattern, many_patterns_keep_their_own_code)
{
	static char sources[1000][16];
	struct ml_match match;

	for (int round = 0; round < 2; round++)
		for (int i = 0; i < 1000; i++) {
			char text[32];
			snprintf(sources[i], sizeof sources[i], "x%dy", i);
			snprintf(text, sizeof text, "x%dy x%dy", i + 1, i);
			cr_assert_eq(ml_pattern_find(set, sources[i], ml_span_of(text), 0, &match), ML_MATCH_FOUND);
		}
}

Test(pattern, what_does_not_compile_is_told)
{
	struct ml_error err = { 0 };
	struct ml_match match;

	cr_assert_eq(ml_pattern_check("fine|(?:too)", &err), 0);
	cr_assert_eq(ml_pattern_check("bad(", &err), -1);
	cr_assert_eq(err.kind, ML_ERROR_USAGE);
	cr_assert_not_null(strstr(err.text, "'bad('"));
	cr_assert_eq(ml_pattern_check("\xFF", &err), -1);
	cr_assert_eq(ml_pattern_check("a\\C", &err), -1);
	cr_assert_eq(ml_pattern_find(set, "bad(", ml_span_of("bad("), 0, &match), ML_MATCH_UNDECIDED);
}

/* Two patterns as the build makes them; the code of the second is broken. */
static void make(struct ml_patterns_made *out, struct ml_pattern_made *rows, struct ml_buf *bytes, const char *const *sources, const char *library)
{
	static const uint64_t sets[] = { 1, 0, 1, 0 };
	static const uint16_t words[] = { 0, 0 };
	size_t len[2], first, code;

	ml_buf_init(bytes, 1 << 16);
	len[0] = ml_pattern_write(bytes, sources[0]);
	first = bytes->len;
	len[1] = ml_pattern_write(bytes, sources[1]);
	code = bytes->len - len[1];
	cr_assert(len[0] && len[1]);
	for (size_t i = code; i < bytes->len; i++)
		bytes->at[i] = (char)~bytes->at[i];
	rows[0] = (struct ml_pattern_made){ ml_pattern_hash(sources[0]), (uint32_t)(first - len[0]), (uint32_t)len[0], 0, 0, 1, 0, 2 };
	rows[1] = (struct ml_pattern_made){ ml_pattern_hash(sources[1]), (uint32_t)code, (uint32_t)len[1], 5, 1, 1, 2, 2 };
	cr_assert_lt(rows[0].hash, rows[1].hash, "the test wants them in order");
	*out = (struct ml_patterns_made){ .library = library, .head = (const unsigned char *)bytes->at, .head_len = (uint32_t)(first - len[0]),
					  .codes = (const unsigned char *)bytes->at, .letters = "open\0gated", .words = words, .sets = sets, .at = rows, .nr = 2 };
}

static const char *const written[] = { "open (?:source|weights)", "gated (request)" };

static void find_written(const char *library, bool second)
{
	struct ml_patterns_made made;
	struct ml_pattern_made rows[2];
	struct ml_buf bytes;
	struct ml_match match;

	make(&made, rows, &bytes, written, library);
	ml_patterns_use(set, &made);
	for (int i = 0; i < 100; i++)
		cr_assert_eq(ml_pattern_find(set, written[0], ml_span_of("it is Open Weights"), 0, &match), ML_MATCH_FOUND);
	cr_assert_eq(match.from, 6);
	cr_assert_eq(ml_pattern_find(set, written[0], ml_span_of("the source"), 0, &match), ML_MATCH_NONE);
	cr_assert_eq(ml_pattern_find(set, "(c)losed", ml_span_of("closed"), 0, &match), ML_MATCH_FOUND, "one that the build did not know");
	if (second)
		cr_assert_eq(ml_pattern_find(set, written[1], ml_span_of("gated request"), 0, &match), ML_MATCH_FOUND);
	ml_buf_release(&bytes);
}

Test(pattern, that_the_build_wrote_is_read)
{
	char library[128];

	ml_pattern_library(library, sizeof library);
	find_written(library, false);
}

Test(pattern, of_another_library_is_compiled)
{
	find_written("10.0 1970-01-01", true);
}
