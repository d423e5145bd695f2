#include <criterion/criterion.h>

#include "lint/base/yaml.h"
#include "lint/knowledge/layout.h"

static struct ml_arena *arena;

static void setup(void)
{
	arena = ml_arena_new();
}
static void teardown(void)
{
	ml_arena_free(arena);
}
TestSuite(layout, .init = setup, .fini = teardown);

static int load(struct ml_layout *into, const char *text, struct ml_error *err)
{
	struct ml_parsed parsed;

	ml_yaml_parse(arena, ml_span_of(text), 1, &parsed);
	return ml_layout_load(into, arena, "l.yml", parsed.root, err);
}

static const struct {
	const char *text, *says;
} faults[] = {
	{ "[]", "l.yml:1: no list 'rows'" },
	{ "rows: x\n", "l.yml:1: no list 'rows'" },
	{ "rows:\n- {kind: wing, names: [a], source: s}\n", "l.yml:2: unknown value of 'kind'" },
	{ "rows:\n- {kind: part, names: [a], source: s, color: red}\n", "l.yml:2: unknown key 'color'" },
	{ "rows:\n- {kind: part, names: [a]}\n", "l.yml:2: a row without" },
	{ "rows:\n- {kind: part, source: s}\n", "l.yml:2: a row without" },
	{ "rows:\n- {names: [a], source: s}\n", "l.yml:2: a row without" },
	{ "rows:\n- {kind: part, names: [UNet], source: s}\n", "l.yml:2: a name that is not lower case" },
};

Test(layout, says_what_is_wrong_with_file_and_line)
{
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		struct ml_layout layout = { 0 };
		struct ml_error err = { 0 };
		cr_expect_eq(load(&layout, faults[i].text, &err), -1, "case %zu is read", i);
		cr_expect_neq(ml_span_find(ml_span_of(err.text), faults[i].says), SIZE_MAX, "case %zu says: %s", i, err.text);
	}
}

static const char *const rows = "rows:\n"
				 "- {kind: part, names: [unet, 'checkpoint-*', '*_pooling'], source: s}\n"
				 "- {kind: text-model, names: [heron21b], source: s}\n";

Test(layout, compares_whole_names)
{
	static const struct {
		const char *name;
		bool part;
	} names[] = {
		{ "unet", true }, { "UNet", true }, { "1_Pooling", true }, { "checkpoint-500", true }, { "heron-7b", false }, { "unet-heron", false }, { "", false },
	};
	struct ml_layout layout = { 0 };
	struct ml_error err = { 0 };

	cr_assert_eq(load(&layout, rows, &err), 0, "%s", err.text);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		cr_expect_eq(ml_layout_names(&layout, ML_LAYOUT_PART, ml_span_of(names[i].name)), names[i].part, "'%s'", names[i].name);
	cr_expect_not(ml_layout_names(&layout, ML_LAYOUT_CONFIG, ml_span_of("unet")));
	cr_expect_not(ml_layout_names(NULL, ML_LAYOUT_PART, ml_span_of("unet")));
}

Test(layout, finds_names_in_names_by_letters_and_digits)
{
	struct ml_layout layout = { 0 };
	struct ml_error err = { 0 };

	cr_assert_eq(load(&layout, rows, &err), 0, "%s", err.text);
	cr_expect(ml_layout_holds(&layout, ML_LAYOUT_TEXT_MODEL, ml_span_of("marsh/Heron-2-1B-chat")));
	cr_expect_not(ml_layout_holds(&layout, ML_LAYOUT_TEXT_MODEL, ml_span_of("marsh/Heron-2-11B-chat")));
	cr_expect_not(ml_layout_holds(&layout, ML_LAYOUT_MULTIMODAL_MODEL, ml_span_of("marsh/Heron-2-1B-chat")));
	cr_expect_not(ml_layout_holds(NULL, ML_LAYOUT_TEXT_MODEL, ml_span_of("heron21b")));
}
