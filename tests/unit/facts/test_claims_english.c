/* English READMEs: what features, headings, boxes, questions and links say of the repository, and what they say of others. All made up. */
#include "tests/unit/facts/claims.h"

/* A sentence or a few blocks in the middle of a README of "Heron-7B", below "## Usage" or another heading. */
static void check_below(const char *heading, const char *const *texts, size_t nr, bool expected)
{
	for (size_t i = 0; i < nr; i++) {
		struct memory m;
		struct ml_claim_fact *claims;
		size_t claims_nr, own = 0;
		char text[2048];
		snprintf(text, sizeof text, "# Heron-7B\n\nHeron sorts birds.\n\n## Install\n\nRun it.\n\n## %s\n\n%s\n", heading, texts[i]);
		claims_of(&m, text, true, &claims, &claims_nr);
		for (size_t k = 0; k < claims_nr; k++)
			own += ml_stance_is_own(claims[k].stance) && (claims[k].kind == ML_CLAIM_OPEN_SOURCE || claims[k].kind == ML_CLAIM_FULLY_OPEN);
		cr_expect_eq(own > 0, expected, "'%s' is %s (%s)", texts[i], own ? "own" : "not its own", claims_nr ? claims[0].step : "no claim");
		memory_close(&m);
	}
}
#define OWN(heading, ...) check_below(heading, (const char *const[]){ __VA_ARGS__ }, sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *), true)
#define NOT(heading, ...) check_below(heading, (const char *const[]){ __VA_ARGS__ }, sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *), false)

Test(claims_english, should_hear_features)
{
	OWN("Features", "- Fast, private, open-source", "- No ads, no account, and **fully open source**", "- Completely free and open source",
	    "- Open-source (MIT) and easy to host", "- **Free & Open Source**: use it for anything", "- Free, open-source, and self-hosted",
	    "- **Fully open source** - You own the code", "- Open source (Apache-2.0)");
	OWN("Usage", "✅ Local\n✅ Open source\n✅ No account", "✅ **Fully open source** - free for ever");
	NOT("Features", "- Works with open-source and closed models", "- Open source models out of the box", "- Supports open-source LLMs",
	    "- Switch between open source and commercial APIs", "- Built on open-source tools", "- Any open-source LLM");
}

Test(claims_english, should_hear_headings_over_its_parts)
{
	OWN("Usage", "### Open-Source Evaluation Set", "### Fully Open Source", "### Open-source training pipeline", "### Logs & open source artifacts");
	NOT("Usage", "### Open-source models", "### Results on open-source LLMs", "### Open source community", "### Comparison with open-source benchmarks");
}

Test(claims_english, should_hear_an_answered_question)
{
	OWN("Questions", "**Is Heron open source?** Yes, all of it.", "### Is Heron open source?\n\nYes.");
	NOT("Questions", "**Is Heron open source?** No.", "### Is Heron open source?\n\nThat depends.", "**Is Finch open source?** Yes.", "Is Heron open source?");
}

Test(claims_english, should_leave_what_a_question_asks_for_to_that)
{
	NOT("Questions", "### What is Finch?\n\nIt is an open-source framework.", "### What is Finch?\n\nAn open-source framework for nests.",
	    "### Is Whisper free?\n\nYes - the weights are open source.");
	OWN("Questions", "### What is Heron?\n\nIt is an open-source framework.", "### How?\n\nThe weights are open source.");
}

Test(claims_english, should_leave_a_linked_thing_to_its_repository)
{
	NOT("Usage", "See [this open-source viewer tool](https://github.com/fin/viewer).", "Read [this open source repository](https://github.com/reed/nests).");
	OWN("Usage", "We release [the open-source tool](https://github.com/fin/viewer).");
}

Test(claims_english, should_hear_where_and_as_what_it_is_opened)
{
	OWN("Usage", "Heron-7B (open source) sorts birds.", "Heron-7B is maintained as open source.", "Heron-7B aims to be an open-source alternative to Finch.",
	    "We release Heron-7B at https://reed.example/heron, the resulting open-source dataset of 7,000 nests.",
	    "Datasets: All the datasets for this study have been open-sourced at the address.", "| Part | Status |\n|---|---|\n| Training code | ✅ open source |");
	NOT("Usage", "Finch (open source) sorts birds.", "Datasets: an open-source corpus of nests.", "| Part | Finch |\n|---|---|\n| Training code | ✅ open source |");
}

Test(claims_english, should_leave_what_it_stands_on_to_its_makers)
{
	NOT("Usage", "The base model is open source.", "The original training code is open source.", "All tools used here are open source.",
	    "All dependencies are open source.", "The models that it can call are open source.", "The simulator is open source and maintained by Reed Lab.",
	    "Do not claim code, models, or weights are open source.", "This does not mean that the model is open source.");
	OWN("Usage", "The base model and the chat model are open source.", "The training code is open source.", "The code used in this paper is open source.");
}

Test(claims_english, should_hear_a_line_right_below_the_title)
{
	struct claims_around first = { "Heron-7B", false, true };

	claims_expect_own(first, "## Open-source bird recognition for everyone", true);
	claims_expect_own(first, "## Results of open-source birds", false);
}

Test(claims_english, should_ask_whom_the_sentence_before_uses)
{
	NOT("Usage", "We use Finch for storage. It is open source.", "We have tested Wren. It is an open-source camera.", "We tested Wren and Finch. The latter is open source.",
	    "Heron-7B can call Qwen. It is an open-source model by Reed Lab.", "We love Finch. Today it is open source.");
	OWN("Usage", "We trained a model from scratch. It is open source.", "Heron-7B grew out of a class. Today it is an open-source project.",
	    "We release three checkpoints. They are open source.");
}

Test(claims_english, should_not_take_the_other_side_of_a_contrast_for_itself)
{
	NOT("Usage", "Unlike Heron-7B, Finch is open source.", "While Finch is open source, it is slow.", "Most are built with **Finch** - an open-source framework for nests.",
	    "All the open-source versions that we could find were slow.", "We know of no open-source version.");
	OWN("Usage", "Unlike Finch, Heron-7B is open source.", "While Finch is closed, Heron-7B is fully open source.",
	    "# Other\n\nOpen-source alternative to Claude Agent and ChatGPT Agents: Heron-7B.");
}

Test(claims_english, should_hear_efforts_editions_and_promises_to_stay)
{
	OWN("Usage", "The open source edition is free.", "Heron-7B Community Edition is open source.", "The core of Heron-7B is open source.",
	    "Heron-7B is our effort to build an open-source bird model.", "The aim of this project is to provide an open-source bird model.",
	    "This project is dedicated to open-sourcing bird models.", "Heron-7B is, and always will be, open source.", "Thank you for using our open-source model.");
	NOT("Usage", "Heron-7B will be open source.", "Thanks to the open-source community.", "The core of Finch is open source.");
}

Test(claims_english, should_take_a_common_word_for_the_name_where_it_is_one)
{
	struct memory m;
	struct ml_claim_fact *claims;
	size_t nr;

	memory_open(&m);
	m.tree.name = "jan";
	struct ml_card *card = memory_card(&m, "# Words\n\n## A\n\n### B\n\nJan is an open-source bird.\n\nIn Jan 2024 an open-source bird came.\n");
	ml_claims_of_card(&claims, &nr, m.arena, m.facts, card);
	cr_assert_eq(nr, 2u);
	cr_expect_eq(claims[0].stance, ML_STANCE_OWN, "%s", claims[0].step);
	cr_expect_eq(claims[1].stance, ML_STANCE_OTHER, "%s", claims[1].step);
	m.tree.name = "reed/jan"; /* an id of a hub */
	ml_claims_of_card(&claims, &nr, m.arena, m.facts, card);
	cr_assert_eq(nr, 2u);
	cr_expect_eq(claims[0].stance, ML_STANCE_OWN, "%s", claims[0].step);
	memory_close(&m);
}

Test(claims_english, should_hear_why_and_where_it_was_opened)
{
	OWN("Usage", "## Why did we open-source it?", "## Why we open-sourced Heron-7B", "The main reason for open-sourcing the data is trust.",
	    "The open-source code is available [here](https://reed.example/heron).", "Open-source code: https://reed.example/heron",
	    "Download the open-source checkpoint and put it in a folder.", "Thanks for helping build a great open-source toolkit.",
	    "Sort birds with Heron-7B, your open-source bird camera tool.", "Open-sourced so far: the 7B model and its data.");
	NOT("Usage", "## Why open source?", "The reason for open-sourcing models in general is trust.", "Download an open-source checkpoint such as Wren.",
	    "Choose your open-source model.", "Thanks for helping open source.");
}

Test(claims_english, should_hear_first_releases)
{
	OWN("News", "- Initial open source release.", "- First open-source commit.", "- The arXiv paper is online and the code is open-sourced.",
	    "- Open-source release: the 7B model is out.");
	NOT("News", "- Open-source release of the code is planned for June.", "- Open-source baselines added.");
	OWN("Features", "- Comes with an open-source desktop app", "- Open-source training and inference code");
}

Test(claims_english, should_leave_what_it_wraps_and_rivals_to_others)
{
	NOT("Usage", "Heron-7B's competitors are open source.", "Heron-7B's dependencies are open source.", "Heron-7B's base model, Wren, is open source.",
	    "Heron-7B is a wrapper around the open-source model Wren.", "Heron-7B is a service that hosts open source models.",
	    "Heron-7B gives open-source LLMs a memory.", "With Heron-7B, open-source LLMs can sort birds.");
	OWN("Usage", "Heron-7B's weights are open source.", "Heron-7B gives you an open-source toolkit.", "With Heron-7B, we open-source a bird model.");
}

Test(claims_english, should_know_the_part_that_the_article_names)
{
	OWN("Usage", "Due to limits of the host, the open-source code currently runs slower than our own.", "On phones, the open-source code needs 2 GB.",
	    "- **Largest corpus**: Open-sourced the largest nest corpus in two languages.");
	NOT("Usage", "We took the open-source code of Wren and changed it.", "We start from the open-source checkpoint released by Reed.",
	    "Images come from the open-source dataset Wren-1M.", "- **Reed Lab**: open-sourced the Wren models in 2023.");
}

Test(claims_english, should_end_its_clause_at_a_semicolon)
{
	NOT("Usage", "Heron-7B Pro is closed; it uses open-source parts.", "Heron-7B used to be open source.", "If you find an open-source project, tell us.");
	OWN("Usage", "Heron-7B became open source in 2023.", "We are a small team building open-source bird models.",
	    "If you find a mistake in the open source dataset, please write to us.");
}

Test(claims_english, should_ask_of_whom_its_is_said)
{
	NOT("Usage", "[Finch](https://finch.example) is a platform by Reed. Its code is open source.", "Llama is a family of models. Its weights are open source.");
	OWN("Usage", "Heron-7B is a camera app. Its code is open source.", "Our model has Wren blocks. Its weights are open source.");
}

static void check_title(const char *title, const char *sentence, bool expected)
{
	struct memory m;
	struct ml_claim_fact *claims;
	size_t nr;
	char text[512];

	snprintf(text, sizeof text, "# %s\n\nWords.\n\n## A\n\n### B\n\n%s\n", title, sentence);
	memory_open(&m);
	m.tree.name = "marshbirds";
	struct ml_card *card = memory_card(&m, text);
	ml_identity_collect(m.facts);
	ml_claims_of_card(&claims, &nr, m.arena, m.facts, card);
	cr_assert_eq(nr, 1u, "%s", sentence);
	cr_expect_eq(ml_stance_is_own(claims[0].stance), expected, "'%s' below '%s' is %s (%s)", sentence, title, ml_stance_name(claims[0].stance),
		     claims[0].step);
	memory_close(&m);
}

Test(claims_english, should_know_what_the_name_in_the_title_stands_for)
{
	check_title("RL4Nest (Reinforcement Learning for Nests): Data", "Reinforcement Learning for Nests is an open-source dataset.", true);
	check_title("Reinforcement Learning for Nests (RL4Nest)", "Reinforcement Learning for Nests is an open-source dataset.", true);
	check_title("RL4Nest (based on Llama and Wren)", "Llama and Wren is an open-source dataset.", false);
	check_title("Reed (Birds)", "Reinforcement Learning for Nests is an open-source dataset.", false);
}

/* What real front pages say of tools and toolkits. */
Test(claims_english, should_hear_initiatives_stacks_and_one_of_many)
{
	OWN("Usage", "Welcome to Heron-7B, an open-source initiative for nests.", "Heron-7B is an open source initiative of Reed Lab.",
	    "This is Heron-7B, one of Reed University's open source bird recognizers.", "Heron-7B is one of Reed University's open-source song systems.",
	    "Heron-7B is a framework for judging Llama models and an open-source registry of nests.",
	    "Heron-7B is a tool for training and serving, and an open-source home for nests.", "The pipeline takes a fully open approach.",
	    "The Heron-7B family of open source libraries brings birds to all.", "Open source licensing is under the BSD-3-Clause.",
	    "Heron-7B sings better and better, establishing itself as the best open-source bird model.");
	NOT("Usage", "The Open Source Initiative approved it.", "Finch is one of Reed University's open-source song systems.",
	    "It uses Reed Lab's open source bird model.", "We compare Llama and an open-source registry of Finch.",
	    "The Finch family of open source libraries brings birds to all.", "Heron-7B lets you replace a service with the latest open-source model.",
	    "Open source licensing helps lawyers.");
}

/* A feature has no verb of its own. */
Test(claims_english, should_take_no_sentence_for_a_feature)
{
	NOT("Features", "In talks, open source and open weights will be used for the same thing for years to come.",
	    "In papers, open source and open weights are one.", "In short, open source and its licenses have a long history.");
	OWN("Features", "Fast, open source and easy to host");
}

/* Capitals of a heading make no name of its words where the item says "this". */
Test(claims_english, should_believe_a_key_below_a_heading_of_capitals)
{
	OWN("Open Source Terms and Usage Statement", "- **License**: The code in this repository is open-sourced under the Apache-2.0 license.");
	NOT("Finch Painter", "- **License**: open source");
}

Test(claims_english, should_know_a_common_word_by_capitals_inside)
{
	struct memory m;
	struct ml_claim_fact *claims;
	size_t nr;

	memory_open(&m);
	m.tree.name = "openvino";
	struct ml_card *card = memory_card(&m, "# Words\n\n## A\n\n### B\n\nOpenVINO™ is an open-source bird.\n");
	ml_claims_of_card(&claims, &nr, m.arena, m.facts, card);
	cr_assert_eq(nr, 1u);
	cr_expect_eq(claims[0].stance, ML_STANCE_OWN, "%s", claims[0].step);
	memory_close(&m);
}
