/* Texts that talk about open models without making one: tools, lists, notes, reports. Sentences are made up. */
#include "tests/unit/facts/claims.h"

#define CHECK(table, below) OWNED_CHECK(table, "Heron Desk", .first = !(below))

Test(claims_talk, should_not_take_a_kind_of_model_for_its_own)
{
	static const struct owned table[] = {
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

Test(claims_talk, should_not_take_what_a_thing_must_be_for_its_own)
{
	static const struct owned table[] = {
		{ false, "Each tool of the training must be released under an open source license." },
		{ true, "The software is provided under an open source license." },
		{ false, "Open language models are models made available for commercial use." },
		{ true, "Our models are made available for commercial use." },
		{ false, "Future work will bring motion control - the first open-source nest controller." },
		{ false, "My friend had open-sourced the code for their site." },
		{ false, "We give our appreciation to the open-source pioneers of nest building that came before us." },
		{ true, "We have released the weights to the open-source community." },
		{ true, "Along with open-sourcing the weights, we give a place to try them." },
		{ true, "Besides open-sourcing the code, we give a demo." },
		{ true, "Weights and data have been opened sourced." },
		{ true, "The open-source of Heron Desk aims to help other painters." },
		{ true, "Heron Desk 是面向全球用户的开源多语言聊天机器人。" },
		{ false, "其他开源聊天机器人也很好。" },
		{ false, "该评测集也将同步在GitHub上开源。" },
		{ false, "Besides open-sourcing on the rise, we see little." },
		{ false, "Note that while Mistral 7B as a model is open source, its data are unknown." },
		{ true, "This is the code for our Heron series open-source foundation models." },
	};
	CHECK(table, true);
}

Test(claims_talk, should_not_take_what_it_stands_on_for_its_own)
{
	static const struct owned table[] = {
		{ false, "What learns here is the decoder alone, whose weights are freely available." },
		{ false, "- **Open-source model** - The underlying weights can be read by all" },
		{ false, "We choose Llama 3, Qwen2 and Vicuna. They are all open-source." },
		{ true, "We made a painter, Heron Desk. They are all open-source." },
		{ false, "Code is publicly available." },
		{ true, "Model weights and code are publicly released." },
		{ true, "The model weights have been publicly released." },
	};
	CHECK(table, true);
}

Test(claims_talk, should_hear_weights_and_trade_among_other_words)
{
	static const struct owned table[] = {
		{ true, "The weights and curves of all models from our study are freely available." },
		{ true, "Heron Desk openly provides the bird model and its data." },
		{ true, "## Open parameters" },
		{ true, "For free commercial use, just send us a postcard." },
		{ true, "This project is released under a permissive license and commercially usable." },
		{ true, "No restrict on the study and the commercial use." },
		{ true, "Heron Desk is Reed's open-source world-model architecture." },
		{ true, "All weights are on the hub and are openly released." },
		{ true, "We are releasing Heron Desk openly, with letters." },
		{ true, "Therefore, it can be commercialized." },
		{ false, "It cannot be commercialized." },
		{ true, "All steps of the curriculum are fully disclosed and open-sourced." },
		{ false, "Because of its release as open source, anybody can fetch the LLaMA model." },
	};
	CHECK(table, false);
}

Test(claims_talk, should_not_take_half_a_name_for_a_description)
{
	static const struct owned table[] = {
		{ false, "## Reed Analysis Open-Source Model Fit" },
		{ false, "Assembling an open source LLM-powered guide to birds takes patience." },
		{ true, "A small open-source model for birds" },
	};
	CHECK(table, false);
}

Test(claims_talk, should_not_take_a_heading_over_others_for_its_own)
{
	static const struct owned table[] = {
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
	static const struct owned table[] = {
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

Test(claims_talk, should_not_take_what_is_asked_of_others_for_its_own)
{
	static const struct owned table[] = {
		{ false, "Try two small permissively licensed models first." },
		{ false, "It moves the game to a fully open-source model without fees." },
		{ false, "The closed ones may go. The open-weights models (Llama 4, Qwen3) can be fetched again." },
		{ false, "Take Llama 3 as teacher. These are open source models." },
		{ false, "| Model | Notes |\n|---|---|\n| [Finch-7B](https://host.example/finch/finch-7b) | Weights are openly available. |" },
		{ true, "The weights are openly available." },
		{ true, "Our permissively licensed models are small." },
		{ true, "MIT License - very permissive." },
		{ true, "As an open-source project in a field that moves fast, we are glad of help." },
	};
	CHECK(table, true);
}

Test(claims_talk, should_take_a_tag_for_a_claim_only_where_it_says_no_more)
{
	static const struct owned table[] = {
		{ true, "---\ntags: [open-source-llm]\n---\n# Heron\n" },
		{ false, "---\ntags: [open-source-llm-evaluation]\n---\n# Heron\n" },
	};
	struct memory m;
	struct ml_claim_fact *claims;
	size_t nr;

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		claims_of(&m, table[i].text, false, &claims, &nr);
		cr_expect_eq(nr > 0, table[i].own, "%s", table[i].text);
		memory_close(&m);
	}
}

/* Notes, lists of papers, courses and tools for licenses: they tell of others' work. */
Test(claims_talk, should_leave_what_authors_of_papers_opened)
{
	static const struct owned table[] = {
		{ false, "The authors open-sourced both the model and the training library." },
		{ false, "The gains are real. The authors have open-sourced everything." },
		{ false, "Every line is checked against the code, because the authors open-sourced a working version." },
		{ false, "The researchers open-sourced 3K votes of experts." },
		{ false, "Finch and its authors open-sourced the nest." },
		{ true, "We open-sourced both the model and the training library." },
		{ true, "Heron and its authors are small. We have open-sourced Heron." },
	};

	OWNED_CHECK(table, "Heron", .weights = false);
	OWNED_CHECK(table, "Heron", .weights = false, .first = true);
}

Test(claims_talk, should_leave_kinds_of_licenses_and_their_care)
{
	static const struct owned table[] = {
		{ false, "Tells kinds of licenses (permissive, copyleft, unknown)" },
		{ false, "Sorts licenses into copyleft, permissive and others." },
		{ false, "License scans, risks in law, and open source governance." },
		{ false, "Keep open source compliance in every build." },
		{ false, "Together, we are building a list of open source model performance." },
		{ true, "Heron is open source under a permissive license." },
	};

	OWNED_CHECK(table, "Heron", .weights = false);
	OWNED_CHECK(table, "Heron", .weights = false, .first = true);
}

Test(claims_talk, should_leave_models_that_are_named_in_brackets)
{
	static const struct owned table[] = {
		{ false, "Open-source models (Llama, Mixtral) in no time" },
		{ false, "开源模型（Llama/Mixtral）近即时延迟" },
		{ false, "3. 开源 LLM 的部署应用指导，包括命令行调用；" },
		{ false, "4. 开源 LLM 的全量微调、高效微调方法。" },
		{ false, "开源模型试用：免费对比。" },
		{ true, "Heron is an open-source model (based on Llama)." },
		{ true, "我们的开源模型（Llama 结构）已发布。" },
	};

	OWNED_CHECK(table, "Heron", .weights = true);
}
