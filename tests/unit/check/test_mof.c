#include <criterion/criterion.h>

#include "lint/check/mof.h"
#include "rules/registry.h"

static struct ml_arena *arena;

static void setup(void)
{
	arena = ml_arena_new();
}
static void teardown(void)
{
	ml_arena_free(arena);
}
TestSuite(mof, .init = setup, .fini = teardown);

static int read_list(struct ml_mof_list *list, const char *text, struct ml_error *err)
{
	return ml_mof_read(list, arena, ml_builtin_knowledge.openness, "list.yml", ml_span_of(text), err);
}

static struct ml_mof judge(const char *text)
{
	struct ml_error err = { 0 };
	struct ml_mof_list list;
	struct ml_mof mof;

	cr_assert_eq(read_list(&list, text, &err), 0, "%s", err.text);
	ml_mof_judge(&mof, arena, ml_builtin_knowledge.openness, list.items, list.items_nr);
	return mof;
}

#define HEAD "release:\n  license:\n    distribution: {name: Apache-2.0}\n  components:\n"
#define PART(name) "  - name: " name "\n"
#define FIVE PART("Model architecture") PART("Model parameters (Final)") PART("Evaluation results") PART("Model card") PART("Data card")
#define TOOLS PART("Training code") PART("Inference code") PART("Evaluation code") PART("Evaluation data")
#define SCIENCE PART("Datasets") PART("Data preprocessing code") PART("Model parameters (Intermediate)")

static void expect(struct ml_mof mof, int class, double first, double second, double third)
{
	cr_expect_eq(mof.class, class);
	cr_expect_float_eq(mof.progress[1], first, 0.005);
	cr_expect_float_eq(mof.progress[2], second, 0.005);
	cr_expect_float_eq(mof.progress[3], third, 0.005);
}

Test(mof, takes_a_paper_for_a_report)
{
	expect(judge(HEAD FIVE PART("Research paper")), 3, 0, 60, 100);
	expect(judge(HEAD FIVE TOOLS PART("Research paper")), 2, 76.92, 100, 100);
	expect(judge(HEAD FIVE TOOLS SCIENCE PART("Research paper")), 1, 100, 100, 100);
}

Test(mof, asks_for_a_paper_beside_a_report)
{
	expect(judge(HEAD FIVE TOOLS SCIENCE PART("Technical report")), 2, 92.86, 100, 100);
	expect(judge(HEAD FIVE TOOLS SCIENCE PART("Technical report") PART("Research paper")), 1, 100, 100, 100);
}

Test(mof, takes_an_open_paper_for_a_closed_report)
{
	expect(judge(HEAD FIVE PART("Research paper") "  - {name: Technical report, license: CC-BY-NC-4.0}\n"), 3, 0, 60, 100);
	expect(judge(HEAD FIVE PART("Technical report") "  - {name: Research paper, license: CC-BY-NC-4.0}\n"), 3, 0, 60, 100);
}

Test(mof, counts_no_class_above_one_that_is_not_whole)
{
	expect(judge(HEAD TOOLS SCIENCE PART("Research paper") PART("Model card")), 0, 0, 0, 33.33);
}

Test(mof, prefers_a_license_of_its_own_then_of_its_content_then_of_all)
{
	static const char text[] = "release:\n  license:\n    distribution: {name: CC-BY-NC-4.0}\n    code: {name: MIT}\n    data:\n    document: {name: ''}\n"
				   "  components:\n"
				   "  - name: Model architecture\n"
				   "  - {name: Training code, license: BUSL-1.1}\n"
				   "  - name: Datasets\n"
				   "  - {name: Evaluation data, license: null}\n"
				   "  - {name: Model card, license: unlicensed}\n"
				   "  - {name: Data card, license: ''}\n";
	struct ml_mof_list list;

	cr_assert_eq(read_list(&list, text, NULL), 0);
	cr_expect_str_eq(list.items[0].license, "MIT");
	cr_expect_str_eq(list.items[1].license, "BUSL-1.1");
	cr_expect_str_eq(list.items[2].license, "CC-BY-NC-4.0");
	cr_expect_str_eq(list.items[3].license, "CC-BY-NC-4.0");
	cr_expect_null(list.items[5].license);
	struct ml_mof mof = judge(text);
	for (size_t i = 0; i < mof.parts_nr; i++) {
		if (ml_span_is(ml_span_of(mof.parts[i].component->id), "model-card"))
			cr_expect_eq(mof.parts[i].state, ML_MOF_UNLICENSED);
		if (ml_span_is(ml_span_of(mof.parts[i].component->id), "training-code"))
			cr_expect_eq(mof.parts[i].state, ML_MOF_CLOSED);
	}
}

Test(mof, knows_what_the_framework_counts_as_open)
{
	const struct ml_openness *openness = ml_builtin_knowledge.openness;

	cr_expect_not_null(ml_open_license(openness, ml_span_of("OpenMDW-1.0")));
	cr_expect_not_null(ml_open_license(openness, ml_span_of("ODC-PDDL-1.0")));
	/* Its list has another id for the same text. */
	cr_expect_null(ml_open_license(openness, ml_span_of("PDDL-1.0")));
	cr_expect_null(ml_open_license(openness, ml_span_of("mit")));
	cr_expect(ml_license_suits(openness, ml_span_of("MIT"), ML_CONTENT_CODE));
	cr_expect_not(ml_license_suits(openness, ml_span_of("MIT"), ML_CONTENT_DATA));
}

Test(mof, tells_of_a_component_that_stands_twice)
{
	struct ml_mof_list list;

	cr_assert_eq(read_list(&list, "release:\n  components:\n  - name: Datasets\n  - {name: DATASETS, license: CC0-1.0}\n", NULL), 0);
	cr_expect_eq(list.repeated_line, 4);
	struct ml_mof mof = judge("release:\n  components:\n  - name: Datasets\n  - {name: DATASETS, license: CC0-1.0}\n");
	cr_expect_eq(mof.open[1], 1);
}

static const struct {
	const char *text, *says;
} faults[] = {
	{ "", "list.yml:1: no component list" },
	{ "release: [1]\n", "list.yml:1: no component list" },
	{ "release:\n  components: none\n", "list.yml:2: 'components' is no list" },
	{ "release:\n  name: x\n", "list.yml:1: the release has no list 'components'" },
	{ "release:\n  license: [MIT]\n  components: []\n", "list.yml:2: 'license' is no map" },
	{ "release:\n  components:\n  - license: MIT\n", "list.yml:3: a component without a name" },
	{ "release:\n  components:\n  - Datasets\n", "list.yml:3: a component without a name" },
	{ "release:\n  components:\n  - name: Dataset\n", "list.yml:3: no component 'Dataset'; did you mean 'Datasets'?" },
	{ "release:\n  components:\n  - name: Unicorns in a field of gold\n", "list.yml:3: no component 'Unicorns" },
	{ "release:\n  components:\n  - name: Datasets\n    license: [MIT]\n", "list.yml:4: a license is a name" },
	{ "release:\n  components: [\n", "list.yml:3" },
	{ "release:\n  name: a\n  name: b\n  components: []\n", "list.yml:3: repeated key 'name'" },
	{ "release:\n  components:\n  - name: \"\\0\"\n", "list.yml:3: no component" },
};

Test(mof, says_what_is_wrong_with_file_and_line)
{
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		struct ml_error err = { 0 };
		struct ml_mof_list list;
		cr_expect_eq(read_list(&list, faults[i].text, &err), -1, "case %zu is read", i);
		cr_expect_eq(err.kind, ML_ERROR_USAGE);
		cr_expect_neq(ml_span_find(ml_span_of(err.text), faults[i].says), SIZE_MAX, "case %zu says: %s", i, err.text);
	}
}

/* Every beginning of a list is read, or refused. */
Test(mof, survives_a_list_that_is_cut_off)
{
	static const char text[] = HEAD FIVE "  - {name: Technical report, license: {name: MIT}}\n";

	for (size_t len = 0; len < sizeof text; len++) {
		struct ml_mof_list list;
		struct ml_error err = { 0 };
		struct ml_span cut = { ml_arena_dup(arena, (struct ml_span){ text, len }), len };
		if (ml_mof_read(&list, arena, ml_builtin_knowledge.openness, "list.yml", cut, &err))
			cr_expect_eq(err.kind, ML_ERROR_USAGE);
	}
}
