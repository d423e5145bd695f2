#include "lint/base/span.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

Test(span, absent_is_not_empty)
{
	cr_assert_null(ml_span_of(NULL).at);
	cr_assert_not_null(ml_span_of("").at);
	cr_assert_null(ml_span_sub(ml_span_of(NULL), 1, 2).at);
	cr_assert_eq(ml_span_sub(ml_span_of(NULL), 1, 2).len, 0);
}

Test(span, sub_clamps_both_ends)
{
	struct ml_span s = ml_span_of("abcdef");

	cr_assert(ml_span_is(ml_span_sub(s, 2, 4), "cd"));
	cr_assert(ml_span_is(ml_span_sub(s, 4, 99), "ef"));
	cr_assert(ml_span_is(ml_span_sub(s, 99, SIZE_MAX), ""));
	cr_assert(ml_span_is(ml_span_sub(s, 4, 2), ""));
}

Test(span, trim_takes_white_space_at_both_ends)
{
	cr_assert(ml_span_is(ml_span_trim(ml_span_of(" \t\r\n\v\fa b \n")), "a b"));
	cr_assert(ml_span_is(ml_span_trim(ml_span_of(" \n ")), ""));
	cr_assert(ml_span_is(ml_span_trim(ml_span_of("")), ""));
}

Test(span, compares_bytes_or_ascii_letters)
{
	struct ml_span s = ml_span_of("Apache-2.0");

	cr_assert(ml_span_is(s, "Apache-2.0") && !ml_span_is(s, "apache-2.0") && !ml_span_is(s, "Apache-2.") && !ml_span_is(s, "Apache-2.00"));
	cr_assert(ml_span_is_nocase(s, "aPACHE-2.0") && !ml_span_is_nocase(s, "apache-2"));
	cr_assert(ml_span_starts(s, "Apache") && ml_span_starts(s, "") && !ml_span_starts(s, "Apache-2.0+"));
	cr_assert(ml_span_starts_nocase(s, "APA") && !ml_span_starts_nocase(s, "PA"));
	cr_assert(ml_span_ends(s, "2.0") && ml_span_ends(s, "") && !ml_span_ends(s, "xApache-2.0"));
	cr_assert(ml_span_ends_nocase(s, "E-2.0") && !ml_span_ends_nocase(s, "2.1"));
	cr_assert(ml_span_eq(ml_span_of(""), ml_span_of(NULL)));
	/* 0xC4 and 0xE4 are one letter in Latin-1, not here. */
	cr_assert(!ml_span_is_nocase(ml_span_of("\xC4"), "\xE4"));
}

Test(span, bytes_behind_a_nul_count)
{
	struct ml_span a = ML_SPAN("a\0b"), b = ML_SPAN("a\0c");

	cr_assert(!ml_span_eq(a, b));
	cr_assert_lt(ml_span_cmp(a, b), 0);
	cr_assert_eq(ml_span_find(a, "b"), 2);
}

Test(span, finds_the_first)
{
	struct ml_span s = ml_span_of("one One ONE");

	cr_assert_eq(ml_span_find(s, "One"), 4);
	cr_assert_eq(ml_span_find(s, "oNE"), SIZE_MAX);
	cr_assert_eq(ml_span_find_nocase(s, "ONE"), 0);
	cr_assert_eq(ml_span_find_nocase(ml_span_sub(s, 1, s.len), "ONE"), 3);
	cr_assert_eq(ml_span_find_nocase(s, "one one one one"), SIZE_MAX);
	cr_assert_eq(ml_span_find(ml_span_of(NULL), "x"), SIZE_MAX);
}

Test(span, parts_a_path_at_its_last_slash)
{
	static const struct {
		const char *path;
		size_t folder;
		const char *name;
	} paths[] = { { "LICENSE", 0, "LICENSE" }, { "a/b/c.txt", 4, "c.txt" }, { "a/", 2, "" }, { "", 0, "" } };

	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		struct ml_span path = ml_span_of(paths[i].path);
		cr_assert_eq(ml_path_folder(path), paths[i].folder, "%s", paths[i].path);
		cr_assert(ml_span_is(ml_path_name(path), paths[i].name), "%s", paths[i].path);
	}
	cr_assert_null(ml_path_name((struct ml_span){ NULL, 0 }).at);
}

Test(span, gives_the_line_around)
{
	struct ml_span text = ml_span_of("one\ntwo\nthree");

	cr_assert(ml_span_is(ml_span_line(text, 0, 0), "one"));
	cr_assert(ml_span_is(ml_span_line(text, 5, 6), "two"));
	cr_assert(ml_span_is(ml_span_line(text, 3, 3), "one"), "its own end counts to a line");
	cr_assert(ml_span_is(ml_span_line(text, 6, 9), "two\nthree"));
	cr_assert(ml_span_is(ml_span_line(text, text.len, text.len), "three"));
}

Test(span, tells_what_hexadecimal_digits_count)
{
	static const char digits[] = "0123456789abcdef";

	for (int i = 0; i < 16; i++)
		cr_assert_eq(ml_hex_digit(digits[i]), i);
	cr_assert_eq(ml_hex_digit('F'), 15);
	cr_assert_eq(ml_hex_digit('g'), -1);
	cr_assert_eq(ml_hex_digit('\0'), -1);
	cr_assert(ml_span_has_digit(ml_span_of("v2")));
	cr_assert(!ml_span_has_digit(ml_span_of("two")));
}

Test(span, orders_prefixes_first)
{
	cr_assert_lt(ml_span_cmp(ml_span_of("a"), ml_span_of("ab")), 0);
	cr_assert_gt(ml_span_cmp(ml_span_of("b"), ml_span_of("ab")), 0);
	cr_assert_eq(ml_span_cmp(ml_span_of("ab"), ml_span_of("ab")), 0);
	cr_assert_gt(ml_span_cmp(ml_span_of("\xC3"), ml_span_of("a")), 0);
}

Test(span, letters_do_not_follow_the_locale)
{
	setlocale(LC_ALL, "tr_TR.UTF-8");
	for (int c = -128; c < 128; c++) {
		bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9';
		cr_assert_eq(ml_lower((char)c), upper ? (char)(c + 32) : (char)c);
		cr_assert_eq(ml_is_alpha((char)c), upper || lower);
		cr_assert_eq(ml_is_digit((char)c), digit);
		cr_assert_eq(ml_is_alnum((char)c), upper || lower || digit);
		cr_assert_eq(ml_is_space((char)c), c == ' ' || (c >= 9 && c <= 13));
	}
}

static size_t find_plainly(struct ml_span s, const char *needle)
{
	for (size_t i = 0; i <= s.len; i++)
		if (ml_span_starts_nocase(ml_span_sub(s, i, s.len), needle))
			return i;
	return SIZE_MAX;
}

/* Texts of each length, in memory of their own size, of letters that are alike in one way or another. */
Test(span, finds_wherever_it_stands)
{
	static const char *const needles[] = { "a", "ab", "B[", "ba@", "aab{", "\xc4\xe4", "" };

	srand(20240601);
	for (size_t round = 0; round < 20000; round++) {
		size_t len = round % 40;
		char *text = malloc(len + !len);
		for (size_t i = 0; i < len; i++)
			text[i] = "aAbB[{@`\xc4\xe4"[rand() % 10];
		struct ml_span s = { text, len };
		for (size_t i = 0; i < sizeof needles / sizeof *needles; i++)
			cr_assert_eq(ml_span_find_nocase(s, needles[i]), find_plainly(s, needles[i]), "'%s' in '%.*s'", needles[i], ML_SPAN_ARG(s));
		free(text);
	}
}

/* Pieces of words and texts that share runs of bytes with each other. */
static void random_text(char *out, size_t len)
{
	static const char letters[] = "abcABC -.\xE6\xA8\xA1";

	for (size_t i = 0; i < len; i++)
		out[i] = letters[(size_t)rand() % (sizeof letters - 1)];
	out[len] = '\0';
}

static bool has_plainly(struct ml_span text, const char *word)
{
	size_t len = strlen(word);

	for (size_t i = 0; i + len <= text.len; i++) {
		size_t k = 0;
		while (k < len && ml_lower(text.at[i + k]) == ml_lower(word[k]))
			k++;
		if (k == len)
			return true;
	}
	return false;
}

#define WORDS 12

Test(span, finds_any_word_wherever_it_stands)
{
	char text[1700], words[WORDS][8];
	const char *list[WORDS];
	int found = 0;

	srand(20240505);
	for (int round = 0; round < 20000; round++) {
		size_t len = (size_t)rand() % (round % 50 ? 40 : sizeof text), nr = round % 2 ? 2 : WORDS;
		bool expected = false;
		random_text(text, len);
		for (size_t i = 0; i < nr; i++) {
			random_text(words[i], (nr == 2 && i == 0 ? 1 : 4) + (size_t)rand() % 3);
			list[i] = words[i];
			expected |= has_plainly((struct ml_span){ text, len }, words[i]);
		}
		bool has = ml_span_has_any_nocase((struct ml_span){ text, len }, list, nr);
		cr_assert_eq(has, expected, "round %d: one of %zu words, '%s' the first, in '%s'", round, nr, words[0], text);
		found += has;
	}
	cr_assert(found > 1000 && found < 19000, "%d found", found);
	cr_assert(!ml_span_has_any_nocase((struct ml_span){ NULL, 0 }, list, WORDS));
}

/* A word that stands there is never ruled out, whatever the text's length; most that do not are. */
Test(span, should_know_the_triples_of_words_that_stand_there)
{
	char text[1700], word[8];
	struct ml_triples triples;
	int ruled_out = 0;

	srand(20240506);
	for (int round = 0; round < 5000; round++) {
		size_t len = (size_t)rand() % (round % 10 ? 60 : sizeof text);
		random_text(text, len);
		ml_triples_of(&triples, (struct ml_span){ text, len });
		random_text(word, 1 + (size_t)rand() % 7);
		bool may = ml_triples_may_hold(&triples, word);
		cr_assert(may || !has_plainly((struct ml_span){ text, len }, word), "round %d: '%s' in '%s'", round, word, text);
		ruled_out += !may;
	}
	cr_assert(ruled_out > 1500, "%d ruled out", ruled_out);
}
