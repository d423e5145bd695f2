/* Claims of documents: titles, sections, lists, badges and tables around a sentence, and what a hostile README may hold. */
#include "tests/unit/facts/claims.h"

#include <stdlib.h>

#include "lint/base/codepoint.h"
#include "lint/base/limits.h"

static void check_document(const char *text, int stance)
{
	struct memory m;
	struct ml_claim_fact *claims;
	size_t nr;

	claims_of(&m, text, true, &claims, &nr);
	cr_assert_geq(nr, 1u, "'%s' holds a phrase", text);
	cr_expect_eq((int)claims[nr - 1].stance, stance, "'%s' is %s (%s)", text, ml_stance_name(claims[nr - 1].stance), claims[nr - 1].step);
	memory_close(&m);
}

Test(claims_documents, should_take_what_a_list_describes_for_that_of_others)
{
	check_document("# Awesome Bird Models\n\n- Finch: open-source chat model\n", ML_STANCE_OTHER);
	check_document("# A Survey of Bird Models\n\n- We open-source models and data. *Li et al.*\n", ML_STANCE_OTHER);
	check_document("# まとめ: 鳥\n\nオープンソースのモデル\n", ML_STANCE_OTHER);
	check_document("# Awesome Bird Models\n\nThis list is open source.\n", ML_STANCE_OWN);
	check_document("# Heron-7B\n\nOpen-source chat model\n", ML_STANCE_OWN);
}

Test(claims_documents, should_take_a_title_over_others_for_that_of_a_list)
{
	check_document("# Open Source Tools\n\nThese models are open source.\n", ML_STANCE_OTHER);
	check_document("# Two new open-source bird models released under MIT\n\nThey paint. The models are open-source.\n", ML_STANCE_OTHER);
	check_document("# Open-source vs closed models\n\n- **Open source**: all code is there.\n", ML_STANCE_OTHER);
	check_document("# Wren: A repository of open language models\n", ML_STANCE_OTHER);
	check_document("# Building open-source models for birds\n\nThe models are open-source.\n", ML_STANCE_OWN);
	check_document("# Open-source bird models\n\nWe open-source them all.\n", ML_STANCE_OWN);
}

Test(claims_documents, should_take_a_line_that_opens_with_another_for_what_its_list_tells_of)
{
	check_document("# Nest robots\n\nWhisper has several advantages:\n\n- **Open Source**: all code is public\n", ML_STANCE_OTHER);
	check_document("# Nest robots\n\nSupported models:\n\n- **Open Source**: all code is public\n", ML_STANCE_OTHER);
	check_document("# Nest robots\n\nIt has several advantages:\n\n- **Open Source**: all code is public\n", ML_STANCE_OWN);
}

Test(claims_documents, should_take_abstracts_for_those_of_papers)
{
	check_document("# Reed Letters\n\n## One\n\n**Abstract**: We open-source a tool.\n\n## Two\n\n**Abstract**: An open-source nest.\n\n## "
		       "Three\n\n**Abstract**: We "
		       "open-source our code.\n",
		       ML_STANCE_OTHER);
	check_document("# Heron-7B\n\n**Abstract**: We open-source our code.\n", ML_STANCE_OWN);
	check_document("# Birds Weekly\n\n- Finch-7B: Finch-7B is an open-source model.\n", ML_STANCE_OTHER);
}

Test(claims_documents, should_not_take_its_own_title_for_the_name_of_another)
{
	check_document("# RLHF-V\n\nWords.\n\nAll the code, data and weights are open-sourced.\n", ML_STANCE_OWN);
	check_document("# RLHF-V\n\n## More\n\n### Less\n\nRLHF-V is an open-source model.\n", ML_STANCE_OWN);
}

Test(claims_documents, should_take_what_somebody_is_said_to_say_for_his)
{
	check_document("# Heron-7B\n\nI asked Reed about the nests. He said yes:\n\n> I love birds, so we are open-sourcing our tools.\n",
		       ML_STANCE_OTHER);
	check_document("# Heron-7B\n\nNews of this week:\n\n> We are open-sourcing our tools.\n", ML_STANCE_OWN);
}

Test(claims_documents, should_take_a_box_and_a_motto_for_its_own_words)
{
	check_document("# Heron-7B\n\n> An open-source model for birds\n", ML_STANCE_OWN);
	check_document("# Heron-7B\n\n> \"An open-source model for birds\"\n", ML_STANCE_OTHER);
	check_document("# Heron-7B\n\nWords.\n\n> An open-source model for birds\n", ML_STANCE_OTHER);
	check_document("# Heron-7B\n\nWords.\n\n> [!NOTE]\n> New this year:\n> - Open-source, made for small nests.\n", ML_STANCE_OWN);
	check_document("# Heron-7B\n\n**Small | Open-source | For all birds**\n", ML_STANCE_OWN);
}

Test(claims_documents, should_take_what_stands_right_below_the_title_for_a_motto)
{
	static const char *const own[] = {
		"An open-source honeypot that lures birds",
		"Open-source contract testing for nests",
		"An easy to use open source nest counter",
		"The World's First Open-Source Nest for Birds",
		"An open-source, small, bird-based architecture for nests",
		"Open-source AI coding agent for the terminal",
		"Professional open source nest planner",
		"Small, local, open-source nest counter",
		"Counts nests. Free, open source.",
		"Get your birds home - open source.",
		"The open-source layer between birds and their nests",
		"Memory for birds - local-first, open-source.",
	};
	static const char *const others[] = {
		"Serve open-source LLM chats at home",
		"Apply open-source LLM on a machine of one's own",
		"Open-source policy in government",
		"One line: which open-source LLM works best",
		"Count nests with open source",
		"Nest memory for open-source LLMs",
		"React · Vite. All open-source and free.",
	};

	for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
		char text[256];
		snprintf(text, sizeof text, "# Heron-7B\n\n%s\n", own[i]);
		check_document(text, ML_STANCE_OWN);
		snprintf(text, sizeof text, "# Heron-7B\n\nA bird.\n\n## More\n\nWords.\n\n### Nests\n\n- %s\n", own[i]);
		check_document(text, ML_STANCE_OTHER);
	}
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		char text[256];
		snprintf(text, sizeof text, "# Heron-7B\n\n%s\n", others[i]);
		struct memory m;
		struct ml_claim_fact *claims;
		size_t nr;
		claims_of(&m, text, true, &claims, &nr);
		for (size_t k = 0; k < nr; k++)
			cr_expect(!ml_stance_is_own(claims[k].stance), "'%s' is own (%s)", others[i], claims[k].step);
		memory_close(&m);
	}
}

Test(claims_documents, should_hear_mottos_in_their_own_language_alone)
{
	check_document("# Heron-7B\n\nЗимняя открытая языковая модель через лес. Она поёт.\n", ML_STANCE_OTHER);
}

Test(claims_documents, should_take_names_that_begin_with_a_common_word)
{
	check_document("# Llmonitor\n\nWords.\n\n## More\n\nWords.\n\nLlmonitor is an open-source platform.\n", ML_STANCE_OWN);
	check_document("# Airbird\n\nWords.\n\n## More\n\nWords.\n\nAirbird is an open-source platform.\n", ML_STANCE_OWN);
}

Test(claims_documents, should_take_the_line_over_a_list_for_its_subject)
{
	check_document("# Heron-7B\n\n## Models\n\n**DeepSeek R1 (January 2026)**\n- Open-source reasoning model\n", ML_STANCE_OTHER);
	check_document("# Heron-7B\n\n## Models\n\n1. **LLaVA (a large assistant)**\n\n   - Open-source bird model\n", ML_STANCE_OTHER);
	check_document("# Heron-7B\n\n## Models\n\n**Heron-7B-Chat**\n- Open-source\n", ML_STANCE_OWN);
}

Test(claims_documents, should_not_take_two_words_in_the_middle_of_a_page_for_its_own)
{
	check_document("# Heron-7B\n\nA bird.\n\n## A\n\nWords.\n\n### B\n\nA tool that designs nests for many birds at once. Published in 2024. "
		       "Open-source.\n",
		       ML_STANCE_OTHER);
	check_document("# Heron-7B\n\nA bird.\n\n## A\n\nWords.\n\n### B\n\nHeron-7B is small. Open-source.\n", ML_STANCE_OWN);
}

Test(claims_documents, should_take_a_linked_item_of_thanks_for_another)
{
	check_document("# Finch server\n\n## Acknowledgments\n\n- [Finch](https://finch.example) - Open-source bird toolkit\n", ML_STANCE_OTHER);
}

Test(claims_documents, should_not_take_a_companion_for_what_it_is_made_for)
{
	check_document("# Finch Java Client\n\n## What is Finch?\n\nFinch is an open-source platform.\n", ML_STANCE_OTHER);
	check_document("# Finch Setup Guide\n\nThis helps you set up Finch, an open-source bird model, on a server.\n", ML_STANCE_OTHER);
	check_document("# Finch Studio\n\n## What is Finch Studio?\n\nFinch Studio is an open-source platform.\n", ML_STANCE_OWN);
	check_document("# Finch Java Client\n\n## More\n\nFinch Java Client is an open-source library.\n", ML_STANCE_OWN);
}

Test(claims_documents, should_not_take_items_below_a_name_for_its_own_description)
{
	check_document("# Heron-7B\n\n## 2. Reed Painter (Open Source)\n\n- **What it is:** An open-source stand-in for brushes\n",
		       ML_STANCE_OTHER);
	check_document("# Heron-7B\n\n**Reedy:**\n- First open-source implementation of a nest\n", ML_STANCE_OTHER);
	check_document("# Terms\n\n| Term | Meaning |\n|---|---|\n| Reed | An open-source framework for nests. |\n", ML_STANCE_OTHER);
	check_document("# Heron-7B\n\n## Features\n\n- An open-source model for nests\n", ML_STANCE_OWN);
	check_document("# Heron-7B\n\n## Why Heron-7B?\n\n- An open-source model for nests\n", ML_STANCE_OWN);
}

Test(claims_documents, should_take_digits_with_letters_for_a_name)
{
	check_document("# 360Heron\n\n## More\n\n### Less\n\n360Heron models support commercial use.\n", ML_STANCE_OWN);
}

Test(claims_documents, should_take_no_trait_of_a_title_for_its_name)
{
	check_document("# Multi-modal Heron\n\nBased on the open-source multi-modal model Wren, we make data.\n", ML_STANCE_UPSTREAM);
	check_document("# Zero-shot Heron\n\nBased on the open-source zero-shot model Wren, we make data.\n", ML_STANCE_UPSTREAM);
}

Test(claims_documents, should_not_take_a_sentence_with_a_verb_for_a_tagline)
{
	check_document("# Heron-7B\n\nThis shows that open-source, small models can fly.\n", ML_STANCE_OTHER);
	check_document("# Heron-7B\n\nlibfinch is also an open source project that counts birds.\n", ML_STANCE_OTHER);
	check_document("# Heron-7B\n\nA small and fast open-source model.\n", ML_STANCE_OWN);
}

Test(claims_documents, should_take_the_name_over_a_section_for_its_subject)
{
	check_document("# Heron-7B\n\n## 2. FinchNet (2014)\n\n**What it is**: the first open-source finch model.\n", ML_STANCE_OTHER);
	check_document("# Heron-7B\n\n## Main Points\n\n**What it is**: the first open-source heron model.\n", ML_STANCE_OWN);
	check_document("# Heron-7B\n\n## FinchNet\n\nWe open-source our models.\n", ML_STANCE_OWN);
}

Test(claims_documents, should_take_a_foreign_link_for_the_subject_of_its_item)
{
	check_document("# Heron-7B\n\n## Apps\n\n- [Finch](https://github.com/reed/finch) - an open source, Heron-compatible app\n", ML_STANCE_OTHER);
	check_document("# Heron-7B\n\n## Apps\n\n- [Finch](https://github.com/reed/finch): we open-source our fork\n", ML_STANCE_OWN);
}

Test(claims_documents, should_not_believe_what_stands_below_a_plan)
{
	check_document("# Heron-7B\n\n### Plan\n\nOpen source chat model for birds\n", ML_STANCE_FUTURE);
	check_document("# Heron-7B\n\n### 后续计划\n\n1. 继续训练，并将模型进行开源；\n", ML_STANCE_FUTURE);
}

Test(claims_documents, should_not_take_the_front_matter_of_a_post_for_a_card)
{
	struct memory m;
	struct ml_claim_fact *claims;
	size_t nr;

	claims_of(&m, "---\nlayout: post\ntags: [open-source]\ndescription: open source models\n---\n# Heron\n", true, &claims, &nr);
	cr_expect_eq(nr, 0u);
	memory_close(&m);
	check_document("---\nlicense: mit\nauthor: Reed\ntags: [open-source]\n---\n# Heron\n", ML_STANCE_OWN);
}

Test(claims_documents, should_read_chinese_among_latin_names)
{
	check_document("# Heron\n\n## A\n\n### B\n\n- 目前已开源的模型：Heron Chat (1.3B, 7B, 13B)、Heron Base (1.3B, 7B, 13B)\n", ML_STANCE_OWN);
}

static size_t own_of(const char *text, struct ml_claim_fact *first)
{
	struct memory m;
	struct ml_claim_fact *claims;
	size_t nr, own = 0;

	claims_of(&m, text, true, &claims, &nr);
	for (size_t i = 0; i < nr; i++)
		if (claims[i].stance == ML_STANCE_OWN && own++ == 0)
			*first = claims[i];
	if (own)
		first->where.file = NULL;
	memory_close(&m);
	return own;
}

Test(claims_documents, should_read_tags_of_the_card_with_their_place)
{
	struct ml_claim_fact claim;

	cr_assert_eq(own_of("---\nlicense: mit\ntags:\n  - birds\n  - open-source\n---\n# Heron\n", &claim), 1);
	cr_expect_eq(claim.where.line, 5);
	cr_expect_eq(claim.where.column, 5);
}

Test(claims_documents, should_read_badges_but_not_their_logos)
{
	static const struct {
		const char *badge;
		size_t claims;
	} rows[] = {
		{ "![Open Source](https://img.shields.io/badge/a-b-green)", 1 },
		{ "![x](https://img.shields.io/badge/Open%20Source-Yes-green)", 1 },
		{ "![x](https://img.shields.io/badge/license-MIT-green?logo=open-source)", 0 },
		{ "![x](https://img.shields.io/badge/open-source-green)", 1 },
		{ "![x](https://img.shields.io/static/v1?label=open&message=source&color=blue)", 1 },
		{ "![x](https://img.shields.io/badge/closed-source-red)", 0 },
		{ "![x](https://img.shields.io/badge/Made_with-Open_Source-green)", 0 },
		{ "![x](https://img.shields.io/badge/Powered%20by-open%20source-green)", 0 },
		{ "![x](https://img.shields.io/badge/Love-Open_Source-green)", 0 },
		{ "![x](https://img.shields.io/badge/Status-open_source-green)", 1 },
		{ "![Open Source Helpers](https://example.org/heron/badges/users.svg)", 0 },
		{ "![a chart of open source models and others we tried](chart.png)", 0 },
	};
	struct ml_claim_fact claim;
	char text[256];

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		snprintf(text, sizeof text, "# Heron\n\n%s\n", rows[i].badge);
		cr_expect_eq(own_of(text, &claim), rows[i].claims, "%s", rows[i].badge);
	}
}

Test(claims_documents, should_read_a_table_by_its_row_and_column)
{
	struct ml_claim_fact claim;

	cr_assert_eq(own_of("# Heron\n\n| Model | Open Source |\n|---|---|\n| Heron-7B | Yes |\n| Llama 3 | Yes |\n", &claim), 1);
	cr_expect_eq(claim.where.line, 5);
}

Test(claims_documents, should_give_the_place_of_the_phrase)
{
	struct ml_claim_fact claim;

	cr_assert_eq(own_of("# Heron\n\nHeron is an\nopen-source\nmodel.\n", &claim), 1);
	cr_expect_eq(claim.where.line, 4);
	cr_expect_eq(claim.where.column, 1);
	cr_expect_eq(claim.where.end_line, 4);
	cr_expect_eq(claim.where.end_column, 12);
}

Test(claims_documents, should_ask_the_sentence_before_for_a_pronoun)
{
	struct ml_claim_fact claim;

	cr_expect_eq(own_of("# Heron\n\n## A\n\n### B\n\nHeron is small. It is open source.\n", &claim), 1);
	cr_expect_eq(own_of("# Heron\n\n## A\n\n### B\n\nLlama 3 is large. It is open source.\n", &claim), 0);
}

Test(claims_documents, should_name_a_sibling_project)
{
	struct memory m;
	struct ml_claim_fact *claims;
	size_t nr;

	memory_open(&m);
	m.facts->tree->owner = "marshlab";
	struct ml_card *card = memory_card(&m, "# Heron-7B\n\n## A\n\n### B\n\nWe open-sourced [Egret](https://github.com/marshlab/egret).\n\n"
					       "We open-sourced [Heron-7B](https://huggingface.co/marshlab/heron-7b).\n\n"
					       "We open-sourced [Heron-13B](https://github.com/marshlab/Heron-13B).\n");
	memory_file(&m, "model.safetensors", "");
	ml_identity_collect(m.facts);
	ml_claims_of_card(&claims, &nr, m.arena, m.facts, card);
	cr_assert_eq(nr, 3);
	cr_expect_str_eq(claims[0].named, "Egret");
	cr_expect_null(claims[1].named);
	cr_expect_str_eq(claims[2].named, "Heron-13B");
	memory_close(&m);
}

Test(claims_documents, should_take_no_name_for_a_sibling_by_a_link_without_letters)
{
	struct memory m;
	struct ml_claim_fact *claims;
	size_t nr;

	memory_open(&m);
	m.facts->tree->owner = "marshlab";
	struct ml_card *card = memory_card(&m, "# Heron\n\n[____](https://github.com/marshlab/____)\n\nWe open-sourced Heron. We open-sourced Marsh.\n");
	ml_identity_collect(m.facts);
	ml_claims_of_card(&claims, &nr, m.arena, m.facts, card);
	cr_assert_eq(nr, 2);
	cr_expect_null(claims[0].named);
	cr_expect_null(claims[1].named);
	memory_close(&m);
}

Test(claims_documents, should_believe_the_exact_title_before_the_family)
{
	struct ml_claim_fact claim;

	cr_expect_eq(
		own_of("---\nbase_model: meta-llama/Llama-2-7b-hf\n---\n# Llama-2-Heron\n\n## A\n\n### B\n\nLlama-2-Heron is an open-source model.\n",
		       &claim),
		1);
	cr_expect_eq(own_of("---\nbase_model: meta-llama/Llama-2-7b-hf\n---\n# Llama-2-Heron\n\n## A\n\n### B\n\nLlama-2 is an open-source model.\n",
			    &claim),
		     0);
}

/* ---- what a hostile README may hold ---- */

static void survives(const char *text)
{
	struct memory m;
	struct ml_claim_fact *claims;
	size_t nr;

	claims_of(&m, text, true, &claims, &nr);
	cr_expect_leq(nr, ML_LIMIT_CLAIMS + 1); /* one more tells that there are more */
	memory_close(&m);
}

Test(claims_documents, should_survive_each_cut)
{
	static const char whole[] = "# 鹭 Heron（白鹭）\n\n[x](https://github.com/marsh/x) 我们（开源了）Heron 的 open-source 模型，\"open source\"? "
				    "\n| Open Source | ✅ |\n";
	char text[sizeof whole];

	for (size_t len = 0; len < sizeof whole; len++) {
		/* A cut inside a character would be converted before it gets here. */
		if (ml_codepoint_goes_on(whole[len]))
			continue;
		memcpy(text, whole, len);
		text[len] = '\0';
		survives(text);
	}
}

Test(claims_documents, should_keep_no_more_claims_than_the_limit)
{
	static const char line[] = "We open-sourced the weights.\n\n";
	size_t nr = ML_LIMIT_CLAIMS + 50, len = sizeof line - 1;
	char *text = malloc(nr * len + 1);

	cr_assert(text);
	for (size_t i = 0; i < nr; i++)
		memcpy(text + i * len, line, len);
	text[nr * len] = '\0';
	survives(text);
	free(text);
}

Test(claims_documents, should_survive_endless_words_and_parentheses)
{
	enum { SIZE = 200000 };
	static const char *const parts[] = { "(", "open source ", "Heron ", "开源", "a-", "not ", "\"" };
	char *text = malloc(SIZE + 64);

	cr_assert(text);
	for (size_t p = 0; p < sizeof parts / sizeof *parts; p++) {
		size_t len = strlen(parts[p]), to = 0;
		while (to + len < SIZE) {
			memcpy(text + to, parts[p], len);
			to += len;
		}
		memcpy(text + to, " is open source", sizeof " is open source");
		survives(text);
	}
	free(text);
}
