#include "lint/facts/card_words.h"

#include <criterion/criterion.h>
#include <string.h>

#include "lint/base/sixteen.h"
#include "lint/knowledge/claims.h"
#include "lint/knowledge/lists.h"
#include "rules/registry.h"

static struct ml_arena *arena;
static const struct ml_phrases *words;

static void set_up(void)
{
	static const char *const triggers[] = { "open sourc", "open-sourc", "open weight", "no restrictions", "free to use", "osi", "\xe5\xbc\x80\xe6\xba\x90" };
	static const struct ml_claims_knowledge claims = { .triggers = triggers, .triggers_nr = 7 };
	const struct ml_knowledge knowledge = { .claims = &claims, .lists = ml_builtin_knowledge.lists, .lists_pack = ml_builtin_knowledge.lists_pack };

	arena = ml_arena_new();
	words = ml_card_words_new(NULL, arena, &knowledge);
}

static void tear_down(void)
{
	ml_arena_free(arena);
}

TestSuite(card_words, .init = set_up, .fini = tear_down);

static const struct {
	const char *text;
	unsigned says;
} cases[] = {
	{ "how to install it", 0 },
	{ "an open source model", ML_CARD_SAYS_CLAIM },
	{ "an OPEN\nsource model", ML_CARD_SAYS_CLAIM },
	{ "an **open** *source* model", ML_CARD_SAYS_CLAIM },
	{ "open the file and weight it", 0 },
	{ "open", 0 },
	{ "There are no\n> restrictions.", ML_CARD_SAYS_CLAIM },
	{ "restrictions", 0 },
	{ "techno restrictions", 0 },
	{ "- Free to *use*", ML_CARD_SAYS_CLAIM },
	{ "free to share", 0 },
	{ "open ", 0 },
	{ "open        sourc", ML_CARD_SAYS_CLAIM },
	{ "open         sourc", 0 },
	{ "open and source", 0 },
	{ "reopen sources", 0 },
	{ "composition", 0 },
	{ "an (OSI) license", ML_CARD_SAYS_CLAIM | ML_CARD_SAYS_STATEMENT | ML_CARD_SAYS_HEADING },
	{ "\xe5\xb7\xb2\xe5\xbc\x80\xe6\xba\x90", ML_CARD_SAYS_CLAIM },
	{ "sublicensed", ML_CARD_SAYS_STATEMENT | ML_CARD_SAYS_HEADING },
	{ "disclaimer", ML_CARD_SAYS_HEADING },
	{ "the weights", 0 },
	{ "[the weights](https://example.org)", ML_CARD_SAYS_PLACE },
	{ "[here](https://huggingface.co/acme)", ML_CARD_SAYS_PLACE },
	{ "![x](https://img.shields.io/badge/a-b-c)", ML_CARD_SAYS_BADGE },
	{ "see github.com/acme/heron", 0 },
	{ "see https://github.com/acme/heron/releases", ML_CARD_SAYS_HOST },
	{ "**<https://github.com/acme/heron>**", ML_CARD_SAYS_HOST },
	{ "see [Heron 7B](https://github.com/acme/heron-7b)", ML_CARD_SAYS_HOST },
	{ "see [it](https://github.com/acme/heron-7b)", 0 },
	{ "see [Heron](https://github.com/acme)", 0 },
	{ "<a href=\"https://github.com/acme/heron\">Heron</a>", ML_CARD_SAYS_HOST },
	{ "<a href=\"https://github.com/acme/heron", 0 },
	{ "(https://github.com/acme/heron)", 0 },
	{ "github.com/", 0 },
};

Test(card_words, says_what_the_words_may_be_part_of)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct ml_span text = ml_span_of(cases[i].text);
		cr_assert_eq(ml_card_says(words, text, 0, text.len), cases[i].says, "case %zu: %x", i,
			     ml_card_says(words, text, 0, text.len));
	}
}

Test(card_words, looks_at_the_chunk_alone)
{
	struct ml_span text = ml_span_of("license, then nothing, then research");

	cr_assert_eq(ml_card_says(words, text, 8, 22), 0);
	cr_assert_eq(ml_card_says(words, text, 8, 33), 0, "a word that goes on behind the chunk");
	cr_assert_eq(ml_card_says(words, text, 8, text.len), ML_CARD_SAYS_STATEMENT);
}

/* Each cut-off text, in memory of its own size: nothing behind it is looked at. */
Test(card_words, cut_off_anywhere)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		for (size_t to = 0; to <= strlen(cases[i].text); to++) {
			char *copy = malloc(to + 1);
			memcpy(copy, cases[i].text, to);
			ml_card_says(words, (struct ml_span){ copy, to }, 0, to);
			free(copy);
		}
}

Test(card_words, takes_other_words)
{
	static const char *const list[] = { "weights", "model zoo" };
	const struct ml_phrases *others = ml_card_words_of(NULL, arena, list, 2);
	struct ml_span text = ml_span_of("a model\nzoo under an open source license");

	cr_assert_eq(ml_card_says(others, text, 0, text.len), ML_CARD_SAYS_STATEMENT);
	cr_assert_eq(ml_card_says(others, text, 12, text.len), 0);
}

static void expect_same(const struct ml_scan *built, const struct ml_scan *made)
{
	cr_assert_eq(built->words_nr, made->words_nr);
	cr_assert_eq(built->marks_nr, made->marks_nr);
	cr_assert_eq(built->letters_nr, made->letters_nr);
	cr_assert_eq(built->chains_mask, made->chains_mask);
	cr_assert_eq(memcmp(built->letters, made->letters, made->letters_nr), 0);
	cr_assert_eq(memcmp(built->known, made->known, 1u << ML_GRAM_BITS), 0);
	cr_assert_eq(memcmp(built->open, made->open, sizeof made->open), 0);
	cr_assert_eq(memcmp(built->chains, made->chains, (made->chains_mask + 1) * sizeof *made->chains), 0);
	for (size_t i = 0; i < made->marks_nr; i++) {
		cr_assert_eq(built->marks[i].bytes, made->marks[i].bytes);
		cr_assert_eq(built->marks[i].text, made->marks[i].text);
		cr_assert_eq(built->marks[i].ahead, made->marks[i].ahead);
	}
}

Test(card_words, the_build_makes_the_table_that_a_run_would_make)
{
	const struct ml_phrases *built = ml_builtin_knowledge.card_phrases, *made = ml_phrases_for_cards(arena, &ml_builtin_knowledge);

	expect_same(built->scan, made->scan);
	cr_assert_eq(built->nr, made->nr);
	cr_assert_eq(built->shared_nr, made->shared_nr);
	cr_assert_eq(built->letters_nr, made->letters_nr);
	cr_assert_eq(memcmp(built->letters, made->letters, made->letters_nr), 0);
	for (size_t i = 0; i < made->nr; i++)
		cr_assert_eq(built->at[i].next, made->at[i].next);
}

Test(card_words, the_build_makes_the_scans_that_a_run_would_make)
{
	const struct ml_claims_knowledge *claims = ml_builtin_knowledge.claims;
	size_t nr = 0;

	expect_same(claims->scan, ml_scan_new(arena, claims->triggers, claims->triggers_nr));
	for (size_t i = 0; i < ML_LIST_NR; i++) {
		const struct ml_list *list = ml_list_of(&ml_builtin_knowledge, (enum ml_list_id)i);
		if (!list->scan)
			continue;
		expect_same(list->scan, ml_scan_new(arena, list->at, list->nr));
		nr++;
	}
	cr_assert_gt(nr, 0);
}
