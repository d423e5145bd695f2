/* Texts that talk about open models without making one: tools, lists, notes, reports. Sentences are made up. */
#include "tests/unit/facts/memory.h"

struct talk {
	bool own; /* whether the repository says something of itself */
	const char *text;
};

static bool claims_own(struct memory *m, const char **step)
{
	struct ml_claim_fact *claims;
	size_t nr;

	ml_claims_of_card(&claims, &nr, m->arena, m->facts, &m->facts->cards[0]);
	*step = nr ? claims[0].step : "no claim";
	for (size_t i = 0; i < nr; i++)
		if (ml_stance_is_own(claims[i].stance)) {
			*step = claims[i].step;
			return true;
		}
	return false;
}

/* below: under headings of its own; else right below the title, where a document introduces itself. */
static void check(const struct talk *talk, bool below)
{
	struct memory m;
	const char *step;
	char text[1024];

	snprintf(text, sizeof text, "# Heron Desk\n\n%s%s\n", below ? "A bird.\n\n## Use\n\nWords.\n\n### More\n\n" : "", talk->text);
	memory_open(&m);
	ml_declared_of_card(m.facts, memory_card(&m, text));
	ml_identity_collect(m.facts);
	bool own = claims_own(&m, &step);
	cr_expect_eq(own, talk->own, "'%s' is %s (%s)", talk->text, own ? "own" : "none", step);
	memory_close(&m);
}

#define CHECK(table, below) \
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) \
		check(&table[i], below)

Test(claims_talk, should_not_take_a_kind_of_model_for_its_own)
{
	static const struct talk table[] = {
		{ false, "An open-weight model is one whose parameters anybody can fetch." },
		{ false, "Any server that answers for an open-weight model will do." },
		{ false, "It carries a row for an open-weight model on hardware of your own." },
		{ false, "This is as far as reasoning goes in an open-weight model today." },
		{ false, "These are the open-source models that the method is applied to." },
		{ false, "Open source language models (OSLMs) are strong, open-source models for text." },
		{ true, "Heron Desk is an open-weight model." },
		{ true, "We release an open-weight model." },
	};
	CHECK(table, true);
}

Test(claims_talk, should_not_take_a_heading_over_others_for_its_own)
{
	static const struct talk table[] = {
		{ false, "## Open-weight versus hosted models" },
		{ false, "## Best Open Source Models of the year" },
		{ false, "This is a first list of open-source models that are free and allowed for commercial use." },
		{ false, "An overview of the open-source models that one can use commercially." },
	};
	CHECK(table, true);
	CHECK(table, false);
}

Test(claims_talk, should_leave_to_others_what_they_permit)
{
	static const struct talk table[] = {
		{ false, "- Must be open source or free for commercial use" },
		{ false, "This page helps in choosing one for commercial use." },
		{ false, "The page lists models available for commercial use." },
		{ false, "It is a directory of language models licensed for commercial use." },
		{ true, "The weights are licensed for commercial use." },
		{ true, "- **License:** MIT, free for commercial use" },
		{ true, "Our models are available for commercial use." },
	};
	CHECK(table, true);
}
