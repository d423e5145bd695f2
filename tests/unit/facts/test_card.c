#include "tests/unit/facts/memory.h"

static struct memory m;

static void open_memory(void)
{
	memory_open(&m);
}

static void close_memory(void)
{
	memory_close(&m);
}

TestSuite(card, .init = open_memory, .fini = close_memory);

Test(card, reads_front_matter_with_the_lines_of_the_file)
{
	struct ml_card *card = memory_card(&m, "---\nlicense: mit\ntags:\n  - text\n---\n# Heron\n\nA small bird.\n");

	cr_assert(card->front_matter);
	cr_assert_eq(card->front_line, 1);
	cr_assert_eq(card->front_end_line, 5);
	const struct ml_node *license = ml_node_get(card->front.root, "license");
	cr_assert_not_null(license);
	cr_assert_eq(license->key_line, 2);
	cr_assert(ml_span_is(license->text, "mit"));
	cr_assert(ml_span_is(card->title, "Heron"));
	cr_assert_eq(card->body, strlen("---\nlicense: mit\ntags:\n  - text\n---\n"));
}

Test(card, takes_carriage_returns_and_dots_as_end)
{
	struct ml_card *card = memory_card(&m, "---  \r\nlicense: mit\r\n...\r\n# Heron\r\n");

	cr_assert(card->front_matter);
	cr_assert_eq(card->front_end_line, 3);
	cr_assert(ml_span_is(ml_node_get_text(card->front.root, "license"), "mit"));
	cr_assert(ml_span_is(card->title, "Heron"));
}

Test(card, takes_an_open_rule_for_markdown)
{
	struct ml_card *card = memory_card(&m, "---\nlicense: mit\n\n# Heron\n");

	cr_assert_not(card->front_matter);
	cr_assert_null(card->front.root);
	cr_assert_eq(card->body, 0);
}

Test(card, reads_front_matter_behind_empty_lines)
{
	struct ml_card *card = memory_card(&m, "\n \n---\nlicense: mit\n---\n# Heron\n");

	cr_assert(card->front_matter);
	cr_assert_eq(card->front_line, 3);
	cr_assert_eq(card->front_end_line, 5);
	cr_assert_eq(ml_node_get(card->front.root, "license")->line, 4);
	cr_assert(ml_span_is(card->title, "Heron"));
}

Test(card, takes_no_rules_behind_empty_lines_for_front_matter)
{
	static const char *const texts[] = {
		"\n---\nHeron, a bird of the shore\n---\n# Heron\n",
		"\n---\nHeron: [a bird\n---\n# Heron\n",
		"\n\n\n\n\n\n\n\n\n\n---\nlicense: mit\n---\n# Heron\n",
		"Heron\n---\nlicense: mit\n---\n",
		"\n\n",
		"\n---",
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		cr_assert_not(memory_card(&m, texts[i])->front_matter, "%zu", i);
}

Test(card, keeps_the_fault_of_broken_front_matter)
{
	struct ml_card *card = memory_card(&m, "---\nlicense: [mit\n---\n# Heron\n");

	cr_assert(card->front_matter);
	cr_assert_eq(card->front.fault, ML_PARSE_SYNTAX);
	cr_assert(card->front.line >= 2);
	cr_assert(ml_span_is(card->title, "Heron"));
}

Test(card, survives_every_cut)
{
	static const char whole[] = "---\nlicense: mit\nbase_model: [a/b, c/d]\n---\n# Heron\n\n[![License](https://img.shields.io/badge/license-MIT-blue)](LICENSE)\n";
	char cut[sizeof whole];

	for (size_t len = 0; len < sizeof whole; len++) {
		memcpy(cut, whole, len);
		cut[len] = 0;
		m.tree.files_nr = 0;
		struct ml_card *card = memory_card(&m, cut);
		cr_assert(card->body <= len);
		ml_declared_of_card(m.facts, card);
	}
}
