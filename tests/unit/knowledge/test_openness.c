#include <criterion/criterion.h>

#include "lint/base/yaml.h"
#include "lint/knowledge/openness.h"

static struct ml_arena *arena;

static void setup(void)
{
	arena = ml_arena_new();
}
static void teardown(void)
{
	ml_arena_free(arena);
}
TestSuite(openness, .init = setup, .fini = teardown);

static int load(struct ml_openness *into, const char *text, struct ml_error *err)
{
	struct ml_parsed parsed;

	ml_yaml_parse(arena, ml_span_of(text), 1, &parsed);
	return ml_openness_load(into, arena, "o.yml", parsed.root, err);
}

static const struct {
	const char *text, *says;
} faults[] = {
	{ "[]", "o.yml:1: no keys" },
	{ "component: []\n", "o.yml:1: unknown key 'component'" },
	{ "components: x\n", "o.yml:1: no list in 'components'" },
	{ "components:\n- id: a\n  colour: red\n", "o.yml:3: unknown key 'colour'" },
	{ "components:\n- id: a\n", "o.yml:2: an entry without a source" },
	{ "components:\n- id: a\n  class: \"4\"\n", "o.yml:3: unknown value of 'class'" },
	{ "components:\n- a\n", "o.yml:2: not an entry" },
	{ "standards:\n- {id: osi, title: t, source: s}\n", "o.yml:2: unknown value of 'id'" },
	{ "standards:\n- {id: osd, title: t, source: s}\n- {id: osd, title: t, source: s}\n", "o.yml:3: a yardstick" },
	{ "not_there: [a]\n", "o.yml:1: unknown key 'not_there'" },
};

Test(openness, says_what_is_wrong_with_file_and_line)
{
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		struct ml_openness openness = { 0 };
		struct ml_error err = { 0 };
		cr_expect_eq(load(&openness, faults[i].text, &err), -1, "case %zu is read", i);
		cr_expect_neq(ml_span_find(ml_span_of(err.text), faults[i].says), SIZE_MAX, "case %zu says: %s", i, err.text);
	}
}

Test(openness, takes_a_list_once)
{
	struct ml_openness openness = { 0 };
	struct ml_error err = { 0 };
	const char *text = "open_licenses:\n- {why: w, ids: [MIT], source: s}\n";

	cr_assert_eq(load(&openness, text, &err), 0, "%s", err.text);
	cr_expect_str_eq(ml_open_license(&openness, ml_span_of("MIT")), "w");
	cr_expect_null(ml_open_license(&openness, ml_span_of("MIT-0")));
	cr_expect_eq(load(&openness, text, &err), -1);
}

#define WHOLE                                                                                                                     \
	"standards: [{id: osd, title: t, source: s}, {id: osaid, title: t, source: s}, {id: mof, title: t, source: s}, "          \
	"{id: owd, title: t, source: s}, {id: ai-act, title: t, source: s}]\nnot_there: a\nnot_stated: b\n"                         \
	"open_licenses: [{ids: [MIT], source: s}]\nsuited_licenses: [{content: code, ids: [MIT], source: s}]\n"
#define PART "components: [{id: code, name: Code, class: \"1\", source: s}]\n"
#define ASKS(more) "requirements: [{standard: osd, title: t, asks: a, source: s" more "}]\n"

static const struct {
	const char *text, *says;
} unchecked[] = {
	{ PART, "a list of rules/knowledge/openness is lacking" },
	{ WHOLE PART ASKS(", components: [data]"), "asks for 'data', which is not there" },
	{ WHOLE PART ASKS(", fails: [no-such-term]"), "no term 'no-such-term'" },
	{ WHOLE "components: [{id: code, name: Code, words: '(', source: s}]\n" ASKS(""), "pattern of 'code'" },
	{ WHOLE "components: [{id: code, name: Code, replaces: data, source: s}]\n" ASKS(""), "replaces 'data', which is not there" },
	{ WHOLE PART ASKS("") "statements: [{standard: mof, pattern: x, source: s}]\n", "a statement without a pattern or its words" },
};

Test(openness, checks_what_entries_say_of_each_other)
{
	struct ml_openness whole = { 0 };
	struct ml_error none = { 0 };

	cr_assert_eq(load(&whole, WHOLE PART ASKS(", components: [code], fails: [noncommercial]"), &none), 0, "%s", none.text);
	cr_expect_eq(ml_openness_check(&whole, &none), 0, "%s", none.text);
	for (size_t i = 0; i < sizeof unchecked / sizeof *unchecked; i++) {
		struct ml_openness openness = { 0 };
		struct ml_error err = { 0 };
		cr_assert_eq(load(&openness, unchecked[i].text, &err), 0, "case %zu: %s", i, err.text);
		cr_expect_eq(ml_openness_check(&openness, &err), -1, "case %zu is taken", i);
		cr_expect_neq(ml_span_find(ml_span_of(err.text), unchecked[i].says), SIZE_MAX, "case %zu says: %s", i, err.text);
	}
}
