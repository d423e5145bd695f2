#include <criterion/criterion.h>

#include "tests/unit/check/toy.h"

/* Reports each line of the card that holds "open". */
static void find_open(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_file *card = &facts->tree->files[0];

	for (uint32_t line = 1; line <= card->lines->nr; line++) {
		struct ml_span text = ml_lines_text(card->lines, card->text, line);
		size_t at = ml_span_find(text, "open");
		if (at == SIZE_MAX)
			continue;
		struct ml_where where = { card, line, (uint32_t)at + 1, line, (uint32_t)text.len + 1 };
		ml_found(sink, where, ML_CERTAINTY_EXACT, "line %u", line);
	}
}

static const struct ml_rule rule = {
	.code = "ML201", .name = "toy", .severity = ML_SEVERITY_ERROR, .check = find_open
};
static const struct ml_rule other_rule = {
	.code = "ML202", .name = "toy-two", .severity = ML_SEVERITY_ERROR, .check = find_open
};

static struct toy toy;

static void setup(void)
{
	toy_init(&toy);
}
static void teardown(void)
{
	toy_release(&toy);
}
TestSuite(fingerprint, .init = setup, .fini = teardown);

static struct ml_verdict judge(const char *path, const char *text, const struct ml_rule *of)
{
	struct ml_check_options options = { 0 };
	struct ml_verdict verdict;

	toy_set_text(&toy, 0, path, text);
	cr_assert_eq(ml_check_run(&verdict, &toy.facts, (struct ml_rules){ &of, 1 }, &options, NULL), 0);
	return verdict;
}

static const char *print_of(const char *path, const char *text)
{
	struct ml_verdict verdict = judge(path, text, &rule);

	cr_assert_eq(verdict.findings_nr, 1);
	return verdict.findings[0].fingerprint;
}

Test(fingerprint, stays_when_lines_move_and_words_are_wrapped_in_signs)
{
	const char *print = print_of("README.md", "Heron is open source.\n");

	cr_expect_eq(strlen(print), 16);
	cr_expect_str_eq(print, print_of("README.md", "# Heron\n\n\nHeron is an **open-  SOURCE**!\n"));
}

Test(fingerprint, differs_by_words_path_and_rule)
{
	const char *print = print_of("README.md", "Heron is open source.\n");

	cr_expect_str_neq(print, print_of("README.md", "Heron is open weights.\n"));
	cr_expect_str_neq(print, print_of("docs/README.md", "Heron is open source.\n"));
	cr_expect_str_neq(print, judge("README.md", "Heron is open source.\n", &other_rule).findings[0].fingerprint);
}

Test(fingerprint, repeated_words_are_numbered_in_their_order)
{
	struct ml_verdict once = judge("README.md", "open source\n", &rule),
			  twice = judge("README.md", "open source\n\nopen source\n", &rule);

	cr_assert_eq(twice.findings_nr, 2);
	cr_expect_str_eq(twice.findings[0].fingerprint, once.findings[0].fingerprint);
	cr_expect_str_neq(twice.findings[1].fingerprint, once.findings[0].fingerprint);
}

static void find_whole_file(const struct ml_facts *facts, struct ml_sink *sink)
{
	ml_found(sink, ml_where_line(&facts->tree->files[0], 0, 0), ML_CERTAINTY_EXACT, "no license");
	ml_found(sink, (struct ml_where){ 0 }, ML_CERTAINTY_EXACT, "no license");
	ml_found(sink, ml_where_line(&facts->tree->files[0], 4000, 4000), ML_CERTAINTY_EXACT, "behind the end");
}

Test(fingerprint, places_without_words_take_those_of_the_message)
{
	const struct ml_rule whole = {
		.code = "ML101", .name = "toy", .severity = ML_SEVERITY_NOTE, .check = find_whole_file
	};
	struct ml_verdict verdict = judge("README.md", "text\n", &whole);

	cr_assert_eq(verdict.findings_nr, 3);
	cr_expect_str_neq(verdict.findings[0].fingerprint, verdict.findings[1].fingerprint);
	cr_expect_str_neq(verdict.findings[1].fingerprint, verdict.findings[2].fingerprint);
}
