#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdlib.h>
#include <string.h>

#include "lint/text/words.h"

static uint64_t hash_of(struct ml_arena *arena, struct ml_span text, size_t *nr)
{
	struct ml_words words;

	ml_words_split(&words, arena, text);
	*nr = words.nr;
	for (size_t i = 0; i < words.nr; i++)
		cr_assert(words.at[i].at < words.at[i].end && words.at[i].end <= text.len);
	return ml_words_hash(&words, 0, words.nr);
}

static bool same(const char *a, const char *b)
{
	struct ml_arena *arena = ml_arena_new();
	size_t m, n;
	bool equal = hash_of(arena, ml_span_of(a), &m) == hash_of(arena, ml_span_of(b), &n) && m == n;

	ml_arena_free(arena);
	return equal;
}

static size_t count(const char *text)
{
	struct ml_arena *arena = ml_arena_new();
	size_t nr;

	hash_of(arena, ml_span_of(text), &nr);
	ml_arena_free(arena);
	return nr;
}

struct pair {
	char a[160], b[160];
};

static struct pair alike[] = {
	{ "You may copy it.", "YOU MAY\r\nCOPY   IT" },
	{ "You may copy it.", "> **You** _may_ `copy` it!" },
	{ "You may copy it.", "<p>You may <b>copy</b> it.</p>" },
	{ "You may copy it.", "# You may\n * copy it" },
	{ "You may copy it.", "<!--\nYou may copy it.\n-->\n" }, /* a text that is a comment from end to end */
	{ "You may copy it.", "<!-- of a template -->\nYou may copy it." },
	{ "the \"Tool\" & you", "the &ldquo;Tool&rdquo; &amp; you" },
	{ "copies must be free", "copies m\xe2\x80\x8bust be f\xc2\xadree" },
	{ "copies must be free", "\xd1\x81\xd0\xbepies must b\xd0\xb5 free" }, /* Cyrillic c, o, e */
	{ "office file", "o\xef\xac\x83"
			 "ce \xef\xac\x81le" }, /* ligatures ffi, fi */
	{ "free", "\xef\xbc\xa6\xef\xbd\x92\xef\xbd\x85\xef\xbd\x85" }, /* full width */
	{ "resume", "r\xc3\xa9sum\xc3\xa9" },
	{ "1. Copies keep this. 2. Changes are marked.", "* Copies keep this\n* Changes are marked" },
	{ "(a) copies (iv) changes", "copies changes" },
	{ "1\\. Copies", "**1.** Copies" },
	{ "the licence of the owner", "The License of the holders" },
	{ "non-commercial use", "noncommercial use" },
	{ "non commercial use", "NON-\nCOMMERCIAL use" },
	{ "sub-license", "sublicense" },
	{ "whilst utilised", "while utilised" },
	{ "see http://a.example/x for more", "see <https://b.example/y?z=1> for more" },
	{ "Copyright (c) 2024 Heron Lab\n\nYou may copy it", "You may copy it" },
	{ "Tool License\nCopyright \xc2\xa9 1999-2004, Marsh. All rights reserved.\nYou may copy it", "Tool License. You may copy it" },
	{ "/* (C) Copyright Heron\n * You may copy it */", "You may copy it" },
	{ "Copyright [yyyy] [name]\n\nYou may copy it", "You may copy it" },
	{ "\xe4\xbd\xa0\xe5\x8f\xaf\xe4\xbb\xa5", "\xe4\xbd\xa0 \xe5\x8f\xaf\xef\xbc\x8c\xe4\xbb\xa5" }, /* Han, with a comma */
};

ParameterizedTestParameters(words, should_be_the_same)
{
	return cr_make_param_array(struct pair, alike, sizeof alike / sizeof *alike);
}

ParameterizedTest(struct pair *pair, words, should_be_the_same)
{
	cr_expect(same(pair->a, pair->b), "'%s' and '%s'", pair->a, pair->b);
}

static struct pair unlike[] = {
	{ "You may copy it", "You may not copy it" },
	{ "more than 700 users", "more than 100 users" },
	{ "version 2.0", "version 3.0" },
	{ "keep the above\ncopyright notice and", "keep the above and" },
	{ "this list has a long line before it, so that what comes next was wrapped\ncopyright (c) 2024 stands in the words", "this list has a long line before it, so that what comes next was wrapped in the words" },
	{ "i.e. copies", "copies" },
	{ "a x b", "b x a" },
};

ParameterizedTestParameters(words, should_differ)
{
	return cr_make_param_array(struct pair, unlike, sizeof unlike / sizeof *unlike);
}

ParameterizedTest(struct pair *pair, words, should_differ)
{
	cr_expect_not(same(pair->a, pair->b), "'%s' and '%s'", pair->a, pair->b);
}

Test(words, should_count_han_characters_one_by_one)
{
	cr_expect_eq(count("\xe8\xae\xb8\xe5\x8f\xaf MIT \xe5\x8d\x8f\xe8\xae\xae"), 5);
	cr_expect_eq(count("\xed\x95\x9c\xea\xb5\xad \xec\x96\xb4"), 2); /* Hangul words stand between spaces */
}

Test(words, should_keep_the_text_of_a_long_line_behind_a_notice)
{
	char line[600] = "Copyright (c) 2024 Heron Lab ";

	for (size_t i = 0; i < 60; i++)
		memcpy(line + strlen(line), "words ", 7);
	cr_expect_geq(count(line), 60);
}

Test(words, should_hash_a_run_by_its_words)
{
	struct ml_arena *arena = ml_arena_new();
	struct ml_words words;

	ml_words_split(&words, arena, ml_span_of("one two three four five ONE two three four five six"));
	cr_assert_eq(words.nr, 11);
	cr_expect_eq(ml_words_run(&words, 0), ml_words_run(&words, 5));
	cr_expect_neq(ml_words_run(&words, 0), ml_words_run(&words, 6));
	cr_expect_eq(words.at[0].hash, ml_word_hash("one"));
	ml_arena_free(arena);
}

Test(words, should_take_every_cut_of_a_nasty_text)
{
	static const char nasty[] = "Copyright (c) <yyyy\n&copy &#8220; <!-- a -- b <b <i>non-\r\nnon \xe2\x80\x90" "a\xef\xac\x83\xf0\x9d\x90\x80"
				    "1.\\ (iv https:// [x] all rights reserved\xc2\n\xe4\xbd portions copyright\r";
	struct ml_arena *arena = ml_arena_new();

	for (size_t from = 0; from < sizeof nasty; from++)
		for (size_t to = from; to < sizeof nasty; to++) {
			/* A copy of the exact size, so that the sanitizer sees a read past it. */
			size_t nr;
			char *copy = malloc(to - from + 1);
			memcpy(copy, nasty + from, to - from);
			char *exact = realloc(copy, to - from ? to - from : 1);
			hash_of(arena, (struct ml_span){ exact, to - from }, &nr);
			free(exact);
			ml_arena_reset(arena);
		}
	ml_arena_free(arena);
}

Test(words, should_hash_all_runs_as_each_by_itself)
{
	static const char text[] = "A heron waits, and waits, and waits for what may come along the shore";
	struct ml_arena *memory = ml_arena_new();
	struct ml_words all;
	uint32_t low[32];
	uint64_t whole[32];

	ml_words_split(&all, memory, ml_span_of(text));
	cr_assert_gt(all.nr, 2 * ML_RUN_WORDS);
	for (size_t nr = 0; nr <= all.nr; nr++) {
		const struct ml_words some = { all.at, nr };
		ml_words_runs(&some, low, whole);
		for (size_t i = 0; i + ML_RUN_WORDS <= nr; i++) {
			cr_assert_eq(whole[i], ml_words_run(&some, i));
			cr_assert_eq(low[i], (uint32_t)whole[i]);
		}
	}
	ml_arena_free(memory);
}
