/* Names that a sentence of the document introduces, and of which part a sentence speaks. Sentences are made up. */
#include "tests/unit/facts/said.h"

#include <string.h>

/* How many open-source claims of a document are the repository's own. */
static size_t own_of(const char *path, const char *body)
{
	struct memory m;
	struct ml_claim_fact *claims;
	size_t nr, own = 0;
	char text[1024];

	snprintf(text, sizeof text, "# Heron\n\nWords.\n\n## Use\n\nMore words.\n\n%s\n", body);
	memory_open(&m);
	struct ml_card *card = memory_card(&m, text);
	if (strchr(path, '/'))
		card->primary = false, ((struct ml_file *)card->file)->path = ml_arena_dup(m.arena, ml_span_of(path));
	ml_identity_collect(m.facts);
	ml_claims_of_card(&claims, &nr, m.arena, m.facts, card);
	for (size_t i = 0; i < nr; i++)
		own += ml_stance_is_own(claims[i].stance);
	memory_close(&m);
	return own;
}

static const struct {
	size_t own;
	const char *body;
} introduced[] = {
	{ 1, "We release **Egretsong**, a painter of reeds.\n\nEgretsong is an open-source model." },
	{ 1, "The demo and the data of Egretsong have been open-sourced.\n\n- We are happy to introduce Egretsong." },
	{ 1, "Introducing Egretsong: songs for all.\n\nThe weights of Egretsong are open source." },
	{ 1, "Egretsong is our model.\n\nEgretsong is open source." },
	{ 1, "Try our data set Reedcalls.\n\nReedcalls is open source." },
	{ 1, "This is the official code of Egretsong.\n\nEgretsong is an open-source model." },
	{ 1, "Official implementation of \"Egretsong: Painting Reeds\".\n\nEgretsong is an open-source model." },
	{ 0, "This is a small implementation of Egretsong.\n\nEgretsong is an open-source model." },
	{ 0, "We compare Heron with Egretsong.\n\nEgretsong is an open-source model." },
	{ 0, "We release results on Reedcalls.\n\nReedcalls is an open-source data set." },
	{ 0, "We built Heron with Bitternet.\n\nBitternet is open source." },
	{ 0, "We developed support for Crakeware.\n\nCrakeware is open source." },
	{ 0, "We introduce Loonware support.\n\nLoonware is open-source software." },
	{ 0, "Introducing Egretsong: songs for all.\n\nBitternet is open source." },
	{ 0, "We release [Egretsong](https://github.com/pond/egretsong).\n\nEgretsong is an open-source model." },
	{ 0, "We introduce Qwen2.\n\nQwen2 is an open-source model." },
};

Test(claims_introduced, should_know_a_name_by_the_sentence_that_introduces_it)
{
	for (size_t i = 0; i < sizeof introduced / sizeof *introduced; i++)
		cr_expect_eq(own_of("README.md", introduced[i].body), introduced[i].own, "%s", introduced[i].body);
}

Test(claims_introduced, should_not_believe_abstracts_further_down)
{
	cr_expect_eq(own_of("tasks/reeds/README.md", introduced[0].body), 0);
}

Test(claims_introduced, should_look_for_few_names)
{
	char body[1000] = "We release Egretsong.\n\n";

	for (char c = 'a'; c < 'a' + 20; c++)
		snprintf(body + strlen(body), sizeof body - strlen(body), "Wren%cly is open source.\n\n", c);
	cr_expect_eq(own_of("README.md", body), 0);
	snprintf(body + strlen(body), sizeof body - strlen(body), "Egretsong is open source.\n");
	cr_expect_eq(own_of("README.md", body), 0, "it is not asked for any more");
}

Test(claims_introduced, should_tell_of_which_part_a_sentence_speaks)
{
	static const struct said table[] = {
		{ "We open-source the [reed kernel](https://host/x), and release the [small](https://host/y) and [large](https://host/z) checkpoints.", ML_SUBJECT_CODE },
		{ "We open-source the code and the checkpoints.", ML_SUBJECT_MODEL },
		{ "We open-source and release the checkpoints.", ML_SUBJECT_WEIGHTS },
		{ "We open-source the largest available bird song data set, made of two parts.", ML_SUBJECT_DATA },
		{ "We open-source the models available here.", ML_SUBJECT_MODEL },
		{ "- [x] Release open-sourced training datasets.", ML_SUBJECT_DATA },
		{ "The open-source code in this repository paints reeds.", ML_SUBJECT_CODE },
		{ "Welcome to Heron-7B, a free, open-source painting library.", ML_SUBJECT_PROJECT },
		{ "Heron-7B is an open-source toolkit for reeds.", ML_SUBJECT_PROJECT },
	};

	SAID_CHECK(table);
}

Test(claims_introduced, should_take_a_tool_right_below_the_title_for_the_whole)
{
	static const struct said table[] = {
		{ "Open-source painting toolkit for reeds.", ML_SUBJECT_PROJECT },
		{ "Open-source scripts for painting reeds.", ML_SUBJECT_CODE },
	};

	SAID_CHECK_FIRST(table);
}

Test(claims_introduced, should_leave_what_is_mixed_of_others_and_what_one_refers_to)
{
	static const struct said table[] = {
		{ "We present Heron-7B, a mixture of fine open-source datasets of birds.", -1 },
		{ "We present Heron-7B, a collection of fine open-source datasets of birds.", ML_SUBJECT_DATA },
		{ "You can also refer to Wrenpaint, which follows the same process and has open-sourced the training code.", -1 },
		{ "We wrote Heron-7B, which paints reeds, and have open-sourced the training code.", ML_SUBJECT_CODE },
	};

	SAID_CHECK(table);
}

Test(claims_introduced, should_hear_predicates_behind_available)
{
	static const struct said table[] = {
		{ "All of Heron-7B's code and weights are available open source.", ML_SUBJECT_MODEL },
		{ "The code is available open-source on our page.", ML_SUBJECT_CODE },
		{ "We release the data, the scripts and all weights as open source.", ML_SUBJECT_PROJECT },
		{ "Heron-7B is released under the permissive, open-source Apache 2.0 license.", ML_SUBJECT_PROJECT },
		{ "With the open-sourcing of Heron-7B, anyone can paint reeds.", ML_SUBJECT_PROJECT },
		{ "Many tools for this are available open source.", -1 },
		{ "Other models are available open source.", -1 },
		{ "We compare with models that are available open source.", -1 },
		{ "Wrenpaint is released under the permissive, open-source Apache 2.0 license.", -1 },
		{ "Each of these models is released under its own, open-source license.", -1 },
		{ "After the open-sourcing of the LLaMA model, many have tried.", -1 },
		{ "Please respect the open-source license of Wrenpaint.", -1 },
		{ "Heron-7B's training data consists of open-source corpora.", -1 },
	};

	SAID_CHECK(table);
}

Test(claims_introduced, should_follow_it_behind_a_comparison)
{
	static const struct said table[] = {
		{ "Heron-7B is best among open-source models, and it is itself fully open source.", ML_SUBJECT_PROJECT },
		{ "Llama is best among open-source models, and it is itself fully open source.", -1 },
	};

	SAID_CHECK(table);
}

Test(claims_introduced, should_hear_several_models_right_below_the_title)
{
	static const struct said table[] = {
		{ "State-of-the-art bilingual open-sourced reed painting models.", ML_SUBJECT_MODEL },
		{ "State-of-the-art open-source models are hard to train.", -1 },
	};

	SAID_CHECK_FIRST(table);
}

Test(claims_introduced, should_follow_its_behind_another_word)
{
	static const struct said table[] = {
		{ "Heron-7B paints reeds with the best of Partial Labels. Moreover, its code has been open-sourced.", ML_SUBJECT_CODE },
		{ "It holds the best of Partial Labels. Moreover, its code has been open-sourced.", ML_SUBJECT_CODE },
		{ "Llama holds the best of them. Moreover, its code has been open-sourced.", -1 },
		{ "We use Wrenpaint. Furthermore, it is open source.", -1 },
	};

	SAID_CHECK(table);
}
