#include <criterion/criterion.h>

#include "lint/base/yaml.h"
#include "lint/knowledge/lists.h"

static struct ml_arena *arena;
static struct ml_list lists[ML_LIST_NR];

static void setup(void)
{
	arena = ml_arena_new();
}
static void teardown(void)
{
	ml_arena_free(arena);
}
TestSuite(lists, .init = setup, .fini = teardown);

static int load(const char *text, struct ml_error *err)
{
	struct ml_parsed parsed;

	memset(lists, 0, sizeof lists);
	ml_yaml_parse(arena, ml_span_of(text), 1, &parsed);
	return ml_lists_load(lists, arena, "l.yml", parsed.root, err);
}

#define LIST "source: s\nlists:\n- id: near-behind\n  what: w\n"
static const struct {
	const char *text, *says;
} faults[] = {
	{ "[]", "l.yml: no 'lists'" },
	{ "lists: x\n", "l.yml: no 'lists'" },
	{ "words: []\nlists: []\n", "l.yml:1: unknown key 'words'" },
	{ "lists:\n- near-behind\n", "l.yml:2: no map in 'near-behind'" },
	{ "lists:\n- id: nobody-knows\n", "l.yml:2: list 'nobody-knows' is not in lists.def" },
	{ LIST "  words: [a]\n- id: near-behind\n  what: w\n  words: [b]\n", "l.yml:6: list 'near-behind' is there twice" },
	{ "lists:\n- id: near-behind\n  what: w\n  words: [a]\n", "l.yml:2: list 'near-behind' needs what, source" },
	{ "source: s\nlists:\n- id: near-behind\n  words: [a]\n", "l.yml:3: list 'near-behind' needs what, source" },
	{ LIST, "l.yml:3: list 'near-behind' needs what, source, and words or patterns" },
	{ LIST "  words: [a]\n  patterns: [b]\n", "l.yml:3: list 'near-behind' needs what, source, and words or patterns" },
	{ LIST "  colour: red\n", "l.yml:5: unknown key 'colour'" },
	{ LIST "  words: a\n", "l.yml:5: no list in 'words'" },
	{ LIST "  words: []\n", "l.yml:5: no list in 'words'" },
	{ LIST "  words: [a, '']\n", "l.yml:5: not a word in" },
	{ LIST "  words: [a, [b]]\n", "l.yml:5: not a word in" },
	{ LIST "  words: [a, b, a]\n", "l.yml:5: is there twice: 'a'" },
	{ LIST "  patterns: [a, '(']\n", "l.yml:5:" },
	{ LIST "  patterns:\n  - {is: a, when: b}\n", "l.yml:6: unknown key 'when'" },
	{ LIST "  patterns:\n  - {is: a, with: b}\n", "l.yml:6: no list in 'with'" },
	{ LIST "  patterns:\n  - {is: a, with: []}\n", "l.yml:6: no list in 'with'" },
	{ LIST "  patterns:\n  - {is: a, with: [[b]]}\n", "l.yml:6: not a word in 'with'" },
	{ LIST "  words:\n  - {is: [], as: b}\n", "l.yml:6: no list in 'is'" },
	{ LIST "  words:\n  - {as: b}\n", "l.yml:6: not a word in" },
	{ LIST "  words:\n  - {is: [a, {b: c}], as: b}\n", "l.yml:6: not a word in" },
	{ LIST "  words:\n  - b\n  - {is: [a, b], as: c}\n", "l.yml:7: is there twice: 'b'" },
};

Test(lists, says_what_is_wrong_with_file_and_line)
{
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		struct ml_error err = { 0 };
		cr_expect_eq(load(faults[i].text, &err), -1, "case %zu is read", i);
		cr_expect_neq(ml_span_find(ml_span_of(err.text), faults[i].says), SIZE_MAX, "case %zu says: %s", i, err.text);
	}
}

Test(lists, asks_for_each_of_them)
{
	struct ml_error err = { 0 };

	cr_assert_eq(load(LIST "  words: [a]\n", &err), 0, "%s", err.text);
	cr_expect_eq(ml_lists_check(lists, &err), -1);
	cr_expect_neq(ml_span_find(ml_span_of(err.text), "has no list '"), SIZE_MAX, "%s", err.text);
	for (size_t i = 0; i < ML_LIST_NR; i++)
		lists[i].nr = 1;
	cr_expect_eq(ml_lists_check(lists, &err), 0, "%s", err.text);
}

Test(lists, finds_words_without_case)
{
	struct ml_knowledge knowledge = { .lists = lists };
	struct ml_error err = { 0 };

	cr_assert_eq(load(LIST "  words: [-style, -like]\n", &err), 0, "%s", err.text);
	cr_expect(ml_list_in(&knowledge, ML_LIST_NEAR_BEHIND, ml_span_of("a BSD-Style text")));
	cr_expect_not(ml_list_in(&knowledge, ML_LIST_NEAR_BEHIND, ml_span_of("stylish")));
	cr_expect(ml_list_has(&knowledge, ML_LIST_NEAR_BEHIND, ml_span_of("-LIKE")));
	cr_expect_not(ml_list_has(&knowledge, ML_LIST_NEAR_BEHIND, ml_span_of("-likely")));
	cr_expect_str_eq(ml_list_start(&knowledge, ML_LIST_NEAR_BEHIND, ml_span_of("-Like this")), "-like");
	cr_expect_null(ml_list_start(&knowledge, ML_LIST_NEAR_BEHIND, ml_span_of("a-like")));
	cr_expect_str_eq(ml_list_end(&knowledge, ML_LIST_NEAR_BEHIND, ml_span_of("MIT-STYLE")), "-style");
	cr_expect_null(ml_list_end(&knowledge, ML_LIST_NEAR_BEHIND, ml_span_of("")));
}

Test(lists, tries_patterns_where_their_words_stand)
{
	struct ml_knowledge knowledge = { .lists = lists };
	struct ml_patterns *patterns = ml_patterns_new();
	struct ml_error err = { 0 };
	struct ml_match match;

	cr_assert_eq(load(LIST "  patterns:\n  - {is: 'made (?:of|from)', with: [tuned, merged], as: merge}\n  - on top of\n", &err), 0, "%s", err.text);
	const struct ml_list *list = ml_list_of(&knowledge, ML_LIST_NEAR_BEHIND);
	cr_expect(list->patterns && list->nr == 2);
	cr_expect_str_eq(list->as[0], "merge");
	cr_expect_null(list->as[1]);
	cr_expect_not(ml_list_fit(&knowledge, ML_LIST_NEAR_BEHIND, patterns, ml_span_of("made of Heron"), NULL));
	cr_assert(ml_list_fit(&knowledge, ML_LIST_NEAR_BEHIND, patterns, ml_span_of("Merged, made of Heron"), &match));
	cr_expect_eq(match.from, 8);
	cr_assert(ml_list_fit(&knowledge, ML_LIST_NEAR_BEHIND, patterns, ml_span_of("on top of Heron"), &match));
	cr_expect_eq(match.to, 9);
	ml_patterns_free(patterns);
}

Test(lists, let_several_words_stand_for_one)
{
	struct ml_knowledge knowledge = { .lists = lists };
	struct ml_error err = { 0 };

	cr_assert_eq(load(LIST "  words:\n  - us\n  - {is: [eu, european union], as: EU}\n  - {is: uk, as: UK}\n", &err), 0, "%s", err.text);
	const struct ml_list *list = ml_list_of(&knowledge, ML_LIST_NEAR_BEHIND);
	cr_assert_eq(list->nr, 4);
	cr_expect_str_eq(list->at[2], "european union");
	cr_expect_str_eq(ml_list_as(list, 0), "us");
	cr_expect_str_eq(ml_list_as(list, 1), "EU");
	cr_expect_str_eq(ml_list_as(list, 2), "EU");
	cr_expect_str_eq(ml_list_as(list, 3), "UK");
}

Test(lists, are_empty_where_nothing_is_known)
{
	struct ml_knowledge knowledge = { 0 };

	cr_expect_eq(ml_list_of(&knowledge, ML_LIST_NEAR_BEHIND)->nr, 0);
	cr_expect_not(ml_list_in(&knowledge, ML_LIST_NEAR_BEHIND, ml_span_of("a-style")));
}
