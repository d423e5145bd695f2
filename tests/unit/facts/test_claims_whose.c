/* Whose claim it is where names, makers and goals stand beside the phrase, and what it covers. Sentences are made up. */
#include "tests/unit/facts/expected.h"

#define OWN(text, subject) { text, ML_STANCE_OWN, ML_CLAIM_OPEN_SOURCE, ML_SUBJECT_##subject, false }
#define TAGLINE(text, subject) { text, ML_STANCE_OWN, ML_CLAIM_OPEN_SOURCE, ML_SUBJECT_##subject, true }
#define AS(text, stance) { text, ML_STANCE_##stance, ML_CLAIM_OPEN_SOURCE, ML_SUBJECT_NR, false }
#define KIND(text, stance, kind) { text, ML_STANCE_##stance, ML_CLAIM_##kind, ML_SUBJECT_NR, false }

Test(claims_whose, should_take_an_apposition_for_that_of_the_name_in_front)
{
	static const struct expected table[] = {
		AS("Heron-7B is based on [Wren-7B](https://hub.example/reed/wren-7b), a small open-source base model.", UPSTREAM),
		AS("Based on [Wren-7B](https://hub.example/reed/wren-7b), an open-source base model, it sings.", UPSTREAM),
		AS("Heron-7B-Chat was finetuned from Heron-7B, a small open-source model.", UPSTREAM),
		AS("We propose Heron-7B, fine-tuned from [Wren-7B](https://hub.example/reed/wren-7b), an open-sourced version of Wren.", OTHER),
		OWN("We introduce Heron-7B, a small open-source base model.", MODEL),
		OWN("Heron-7B, based on Wren, is an open-source model.", MODEL),
	};
	EXPECTED_CHECK(table);
}

Test(claims_whose, should_leave_the_original_to_its_makers)
{
	static const struct expected table[] = {
		AS("Heron features all parts of the original open source inference code.", OTHER),
		OWN("Our original open-source model stays where it is.", MODEL),
	};
	EXPECTED_CHECK(table);
}

Test(claims_whose, should_read_over_the_middle_of_a_compound)
{
	static const struct expected table[] = {
		OWN("Heron-7B is an open-source state-of-the-art bird model.", MODEL),
		OWN("Heron-7B is an open-source end-to-end song model.", MODEL),
		TAGLINE("A family of open-sourced Mixture-of-Experts (MoE) Large Language Models", MODEL),
		AS("Heron-7B stands beside the open-source state of the art.", OTHER),
		AS("An open-source-based model is what many want.", OTHER),
	};
	EXPECTED_CHECK(table);
}

Test(claims_whose, should_hear_what_is_named_behind)
{
	static const struct expected table[] = {
		OWN("Our primary contribution is a small and clear open-source 0.5 billion (0.5B) parameter SLM.", MODEL),
		OWN("The result is a small open-source model, named Heron-7B.", MODEL),
		OWN("Our main objective is to deliver an array of open-source language models.", MODEL),
		OWN("The basic ML model is open source under MIT.", MODEL),
		TAGLINE("Open-source Language Models specialized in judging other songs", MODEL),
	};
	EXPECTED_CHECK(table);
}

Test(claims_whose, should_leave_what_others_opened_to_them)
{
	static const struct expected table[] = {
		AS("**Heron-7B**, open-sourced by Anthropic in November, is often compared to a bird.", OTHER),
		AS("For our bot I decided to use Mistral mainly because this model is open source.", OTHER),
		AS("Summary: DeepSeek is an open-source model released by a company.", OTHER),
		OWN("Summary: an open-source bird model.", MODEL),
	};
	EXPECTED_CHECK(table);
}

Test(claims_whose, should_not_take_models_under_test_for_its_own)
{
	static const struct expected table[] = {
		AS("Our open-source models include DeepSeek-R1, Llama-3 and others.", OTHER),
		AS("These differ since our open-source model pool is smaller.", OTHER),
		AS("# 950,000 Hours of Song for Open-Source Song Model Training", OTHER),
		KIND("We open two models under the MIT license with commercial-use permission.", OWN, COMMERCIAL_USE),
		OWN("Our open-source models include a small and a large one.", MODEL),
		AS("- Finch: open-source alternative to Heron", OTHER),
		OWN("Heron's code and pretrained models are open-sourced, promoting further research and applications.", MODEL),
		AS("They explain their decision to switch from GPLv3, a free license, to Apache 2.0, a commercially oriented open source license.", OTHER),
		OWN("Released under Apache 2.0, a well-known open source license.", PROJECT),
		AS("LM Studio: Run open-source models on a desk.", OTHER),
		AS("يمكن لـ Heron-7B خدمة النماذج مفتوحة المصدر عبر HTTP.", OTHER),
		AS("Both of these models are open-sourced by the respective authors.", OTHER),
		AS("- [Sep 2026] Run and deploy [**Finch**](./finch), the first open-source bird model.", OTHER),
		AS("We like the first open-source bird model from Mistral AI.", OTHER),
		AS("With it your stack is open source.", OTHER),
		AS("The base weights are open-source.", OTHER),
		AS("The long-term vision: an open-source bird model that sings.", FUTURE),
		AS("> \"A twist? It is our open-source model, Finch, in another hat.\"", OTHER),
	};
	EXPECTED_CHECK(table);
}

Test(claims_whose, should_take_no_topic_for_a_claim)
{
	static const struct expected table[] = {
		{ "## Open source AI and law", ML_STANCE_OTHER, ML_CLAIM_OPEN_SOURCE, ML_SUBJECT_NR, true },
		{ "## Open source LLM guide", ML_STANCE_OTHER, ML_CLAIM_OPEN_SOURCE, ML_SUBJECT_NR, true },
		TAGLINE("The first open-source, AI-native bird terminal.", NR),
		AS("There will always be an open source model that sings well.", OTHER),
		AS("Simply releasing a model under an open source license is not enough.", OTHER),
		AS("The Act defines open source models as those that anybody can use.", OTHER),
		AS("This agent uses **Wren R1** - a powerful open source model.", OTHER),
		OWN("We have open-sourced the 7B model pruned from the LLaMA2-13B model.", MODEL),
	};
	EXPECTED_CHECK(table);
}

Test(claims_whose, should_take_a_part_for_that_of_the_one_spoken_of)
{
	static const struct expected table[] = {
		AS("Llama 3 was made by Meta. The model is open source and small.", OTHER),
		AS("Nemotron 3 is a small model with long context. Model weights and code are open source.", OTHER),
		OWN("We fine-tuned Llama 3. The model is open source.", MODEL),
		OWN("Based on Llama 3, birds were counted. The model is open source.", MODEL),
		AS("Note that the Falcon model is open-source and was released last year.", OTHER),
		KIND("Note that the Falcon model was released under a permissive license.", OTHER, PERMISSIVE),
		KIND("`heron-7b-v0` and `heron-falcon-v0` are Apache-2.0 licensed models (commercially usable).", OWN, COMMERCIAL_USE),
		KIND("There are plans for a web page, so it can be used commercially.", OTHER, COMMERCIAL_USE),
		KIND("Permissively licensed things can be used by anyone.", OTHER, PERMISSIVE),
		KIND("Heron is a permissively licensed model.", OWN, PERMISSIVE),
		AS("The intended release model is open source.", FUTURE),
		AS("Finch and its open-source implementation of birdsong.", OTHER),
		AS("Originally made in 1984, WWIV has been open-sourced and sings on.", OTHER),
		KIND("**Background**: open-weight models are those whose parameters can be fetched.", OTHER, OPEN_WEIGHTS),
	};
	EXPECTED_CHECK(table);
}

Test(claims_whose, should_take_no_goal_for_a_deed)
{
	static const struct expected table[] = {
		KIND("The goal is to build a 100% permissive MIT model for birds.", FUTURE, PERMISSIVE),
		KIND("We release it under a permissive MIT license.", OWN, PERMISSIVE),
		KIND("**Open Source & Commercial-Ready**: Heron sings.", OWN, COMMERCIAL_USE),
	};
	EXPECTED_CHECK(table);
}

Test(claims_whose, should_take_code_that_a_document_introduces_for_the_whole)
{
	static const struct expected table[] = {
		TAGLINE("An open-source toolkit for birdsong.", PROJECT),
		TAGLINE("Free and Open Source Birdsong API, entirely self-hosted.", PROJECT),
		TAGLINE("Open Source Birdsong Recognition Server", PROJECT),
		TAGLINE("Open-source offline birdsong library written in Python", PROJECT),
		TAGLINE("Welcome to an open source implementation of Wren.", PROJECT),
		OWN("This repository is an open-source framework for birds.", PROJECT),
		OWN("This repository contains an open source implementation of Wren.", CODE),
		OWN("We introduce an open-source toolkit.", CODE),
		OWN("We first open source 12 evaluation datasets.", DATA),
		OWN("Heron is run as a collaborative open-source project.", PROJECT),
		OWN("Heron grew out of the Finch model and is also the first open source birdsong model.", MODEL),
		OWN("As a community-based and open source project, Heron needs the help of its users.", PROJECT),
		OWN("Open-sourced FP8 Birdsong Training Solution", PROJECT),
		OWN("Meanwhile, open-source the data that we wrote.", DATA),
	};
	EXPECTED_CHECK(table);
}

/* What a repository is as a whole, a toolkit too, is the project; what it holds beside others is code. */
Test(claims_whose, should_tell_a_toolkit_that_is_all_from_one_that_is_a_part)
{
	static const struct expected table[] = {
		OWN("We introduce Heron, an open-source framework for birds.", PROJECT),
		OWN("On top of Wren, Heron is an open-source toolkit.", PROJECT),
		OWN("We release Heron as an open-source tool for birds.", PROJECT),
		TAGLINE("Welcome to Heron, a free, open-source training library.", PROJECT),
		OWN("This open-source toolkit is written in Python.", PROJECT),
		OWN("The Heron toolkit is an open-source project.", PROJECT),
		OWN("We open-source the Heron framework.", PROJECT),
		OWN("This library is open source and free to use.", PROJECT),
		OWN("I decided to open source this tool.", PROJECT),
		OWN("This code is open source.", CODE),
		OWN("We open-source our training framework.", CODE),
		OWN("We also provide an open-source inference engine.", CODE),
		OWN("The open-source code in this repository sings.", CODE),
		OWN("The code in this open-source repository follows MIT.", CODE),
		OWN("Our evaluation toolkit is open source.", CODE),
		OWN("Heron comes with an open-source toolkit for training.", CODE),
		OWN("We open-source the Heron & Finch cookbook.", CODE),
		OWN("We watch it with the open-source Heron UI.", CODE),
		OWN("Heron is Apache-2.0 licensed open-source software.", PROJECT),
		OWN("For now we open-sourced a small portion of data.", DATA),
		OWN("We open-source distilled 1B, 2B, 3B, 7B, 13B, 34B, and 70B checkpoints.", WEIGHTS),
	};
	EXPECTED_CHECK(table);
}

Test(claims_whose, should_read_on_behind_the_topic_of_an_item)
{
	static const struct expected table[] = {
		OWN("- **Transparency**: Open-sourced training logs and checkpoints.", WEIGHTS),
		OWN("- **Largest Birdsong Dataset**: Open-sourced the largest set of songs.", DATA),
		OWN("- **The Largest Birdsong Model:** This is the largest open-source birdsong model to date.", MODEL),
		AS("- **Finch**: open-sourced the first bird model.", OTHER),
		AS("- **Backbone**: open-sourced by Meta.", OTHER),
		AS("- **Inference**: open-sourced vLLM is used.", OTHER),
		AS("- **Baselines**: open-sourced models and closed ones", OTHER),
	};
	EXPECTED_CHECK(table);
}

Test(claims_whose, should_hear_verbs_and_slogans_of_several_parts)
{
	static const struct expected table[] = {
		OWN("Our models are openly licensed and open source.", MODEL),
		OWN("Heron is on par with Wren but open source.", PROJECT),
		OWN("We develop, evaluate, and open-source a birdsong model.", MODEL),
		OWN("The open-sourcing of Heron helps everyone.", PROJECT),
		OWN("v1.0: open-source release", PROJECT),
		KIND("Heron is a truly open birdsong model.", OWN, FULLY_OPEN),
		TAGLINE("Sing with Heron, your open-source solution for birds.", PROJECT),
		TAGLINE("The open source standard for song logging", PROJECT),
		AS("Wren-7B is openly licensed and open source.", OTHER),
		AS("We compare openly licensed and open source models.", OTHER),
	};
	EXPECTED_CHECK(table);
}

Test(claims_whose, should_take_the_best_of_its_kind_for_one_of_them)
{
	static const struct expected table[] = {
		OWN("Tested in many rounds, Heron-7B ranks as the strongest open-source bird model, beside closed systems.", MODEL),
		OWN("Heron's songs were judged often, where it did well, above all as the leading open-source model.", MODEL),
		OWN("On the Arena, Heron-7B came 8th and took the top place as the #1 Open-Source Model, before all.", MODEL),
		OWN("Heron stands out as one of the most capable open-source models for birds.", MODEL),
		OWN("Official open-source code and weights of Heron.", MODEL),
		OWN("Heron is the leading open-source framework for birds.", PROJECT),
		OWN("Heron is one of the most popular open-source models.", MODEL),
		AS("We compare the leading open-source models.", OTHER),
		AS("Heron is trained with one of the most popular open-source frameworks.", UPSTREAM),
		AS("Heron beats Wren, known as the leading open-source model.", OTHER),
		AS("Heron ranks first among open-source models.", OTHER),
		AS("In 2023, Llama ranked as the strongest open-source model.", OTHER),
		AS("Heron serves as a judge for open-source models.", OTHER),
		AS("Heron uses Wren as its open-source backbone model.", OTHER),
	};
	EXPECTED_CHECK(table);
}

static size_t claims_nr(const char *text)
{
	struct memory m;
	struct ml_claim_fact *claims;
	size_t nr;

	claims_of_sentence(&m, (struct claims_around){ "Heron-7B", .weights = true }, text, &claims, &nr);
	memory_close(&m);
	return nr;
}

/* A foundation's rules of conduct, and the people of a firm: names in which nothing is claimed. */
Test(claims_whose, should_hear_no_claim_in_conduct_and_teams)
{
	cr_expect_eq(claims_nr("This project has adopted the [Reed Open Source Code of Conduct](https://reed.example/conduct)."), 0);
	cr_expect_eq(claims_nr("You are welcome to contact our open-source team."), 0);
	cr_expect_eq(claims_nr("Heron's open source office answers by mail."), 0);
	cr_expect_eq(claims_nr("Our open-source models answer by mail."), 1);
}

Test(claims_whose, should_take_what_something_is_besides_for_its_nature)
{
	static const struct expected table[] = {
		OWN("Aside from being good open-source models, they are small.", MODEL),
		AS("Starting from a good open-source model, we train for a day.", UPSTREAM),
		OWN("Complete training data and the whole curriculum are open-sourced.", DATA),
		OWN("The full training code and all logs are disclosed and open-sourced.", CODE),
		AS("Complete training data of the open-sourced Wren is not known.", OTHER),
	};
	EXPECTED_CHECK(table);
}

Test(claims_whose, should_take_this_model_for_the_one_that_is_used)
{
	static const struct owned table[] = {
		{ false, "The LLM used is Llama 3.2. This model is open source, free and small." },
		{ false, "We use the model Finch 7B. This model is open source." },
		{ true, "Heron uses sparse attention. This model is open source." },
		{ true, "The birds are small. This model is open source." },
		{ false, "We used the Finch dataset. This dataset is open source." },
		{ false, "We use the Finch dataset. This open-source dataset holds songs." },
		{ true, "We used Finch to make a dataset. This dataset is open source." },
		{ true, "The code uses Finch. This code is open source." },
		{ false, "A crate of ours, Finch is released under the MIT open-source license." },
		{ true, "Heron is released under the MIT open-source license." },
	};

	OWNED_CHECK(table, "Heron", .weights = true);
}

Test(claims_whose, should_believe_a_note_in_a_quotation_box)
{
	static const struct owned table[] = {
		{ true, "> Note: This is an independent open-source project, not affiliated with Finch." },
		{ true, "> **Nota:** este es un proyecto de código abierto independiente." },
		{ false, "> This is an independent open-source project." },
		{ true, "> This project is open source." },
		{ true, "> 本数据集已开源。" },
		{ false, "> 某读者：本数据集已开源。" },
		{ false, "> 这些开源模型都很慢。" },
	};

	OWNED_CHECK(table, "Heron", .weights = true);
}

Test(claims_whose, should_hear_the_edition_that_one_learns_to_use)
{
	static const struct owned table[] = {
		{ true, "本节说明如何基于 Heron 开源版搭建巢箱服务。" },
		{ false, "本节说明如何部署 Finch 开源版。" },
		{ false, "是否有 Heron 开源版？" },
		{ false, "有人问如何将 Heron 开源给大家。" },
	};

	OWNED_CHECK(table, "Heron", .weights = true);
}

Test(claims_whose, should_not_take_a_phrase_in_brackets_for_another_mention)
{
	static const struct owned table[] = {
		{ false, "Perkembangan pesat model bahasa sumber terbuka (*open-source*) mengejutkan semua orang." },
		{ false, "Doanh nghiệp có thể tải mô hình mã nguồn mở (Open-source) về máy chủ." },
	};

	OWNED_CHECK(table, "Heron", .first = true);
}

/* "Modelos" is a word of the title's language, and no name. */
Test(claims_whose, should_not_take_a_word_of_the_titles_language_for_a_name)
{
	static const struct owned spanish[] = {
		{ false, "En esta parte se verán modelos de código abierto como Llama." },
		{ false, "Los modelos de código abierto cambian el panorama." },
	};
	static const struct owned german[] = { { false, "Modelle wie Llama sind quelloffen." } };

	OWNED_CHECK(spanish, "Modelos para el curso", .weights = false);
	OWNED_CHECK(german, "Modelle für den Unterricht", .weights = false);
}

Test(claims_whose, should_leave_what_is_said_to_be_of_another_maker)
{
	static const struct owned table[] = {
		{ false, "Pintail es un modelo open source de Reed que genera video." },
		{ false, "Pintail é um modelo open source da Reed." },
		{ false, "Pintail è un modello open source di Reed." },
		{ false, "React Native는 페이스북의 오픈소스 프로젝트입니다." },
		{ true, "Heron es un modelo open source que genera video." },
		{ true, "법원과 무관한 독립 오픈소스 프로젝트입니다." },
		{ true, "モデル自体は無料で、透明性のある完全なオープンソースです。" },
	};

	OWNED_CHECK(table, "Heron", .weights = true);
}

Test(claims_whose, should_leave_what_many_opened_and_what_one_grants)
{
	static const struct expected table[] = {
		AS("While much work has been open-sourced on songs of this size, none sings alone.", OTHER),
		AS("Several projects have been open sourced lately.", OTHER),
		AS("虽然训练好的模型和推理代码被开源了，但训练框架依然缺乏透明度。", OTHER),
		AS("开源LLMs作为核心组件：支持在 Heron 上训练。", OTHER),
		AS("For a model to be open source, its makers would share all data.", OTHER),
		OWN("The weights have been open-sourced.", WEIGHTS),
		OWN("This is currently the first open-source repository that supports training Heron.", PROJECT),
		OWN("The aim of the project is to build an open source forecast of birds.", PROJECT),
		TAGLINE("Suite of open-sourced projects and models for songs.", MODEL),
	};
	EXPECTED_CHECK(table);
}

Test(claims_whose, should_leave_the_model_that_a_framework_uses_in_japanese)
{
	static const struct owned table[] = {
		{ false, "Heron は、オープンソースの言語モデル Wren の機能を利用するためのフレームワークです。" },
		{ true, "Heron は、鳥のためのオープンソースの言語モデルです。" },
	};

	OWNED_CHECK(table, "Heron", .weights = true);
}

Test(claims_whose, should_take_the_row_of_ones_own_name_for_a_description)
{
	static const struct owned table[] = {
		{ true, "| | |\n|---|---|\n| **Heron** | an open-source toolkit |\n| **heron.nest** | nests |" },
		{ false, "| | |\n|---|---|\n| **Wren** | an open-source toolkit |\n| **Heron** | nests |" },
	};

	OWNED_CHECK(table, "Heron", .weights = false);
}

Test(claims_whose, should_leave_a_company_to_itself)
{
	static const struct expected table[] = {
		AS("Marsh is an open-source company.", OTHER),
		AS("Marsh is an open source startup from Oslo.", OTHER),
		AS("Marsh is an open-source AI lab.", OTHER),
		AS("Marsh 是一家开源公司。", OTHER),
		AS("Marsh はオープンソース企業です。", OTHER),
		AS("Marsh는 오픈소스 기업입니다.", OTHER),
		AS("Marsh ist ein Open-Source-Unternehmen.", OTHER),
		AS("Marsh est une entreprise open source.", OTHER),
		AS("Heron is an open-source lab assistant.", OWN),
	};
	EXPECTED_CHECK(table);
}

Test(claims_whose, should_leave_another_release_of_the_same_people_to_itself)
{
	static const struct expected table[] = {
		AS("Our older model Wren is open source.", OTHER),
		AS("Our smaller model, Wren, is open source.", OTHER),
		AS("See also our open-source models: [Wren](https://hub.example/marsh/wren).", OTHER),
		AS("Also check out our open-source models Wren and Teal.", OTHER),
		AS("If you need a model for commercial use, try our open-source Wren (Apache-2.0).", OTHER),
		AS("我们之前的模型 Wren 是开源的。", OTHER),
		AS("Unser älteres Modell Wren ist Open Source.", OTHER),
		AS("Wren, our previous model, is open source.", OTHER),
		AS("我们的另一款模型 Wren 已开源。", OTHER),
		AS("上一代模型 Wren 已开源。", OTHER),
		AS("Nuestro modelo anterior, Wren, es de código abierto.", OTHER),
		AS("O nosso modelo anterior, Wren, é open source.", OTHER),
		AS("Наша предыдущая модель Wren - с открытым исходным кодом.", OTHER),
		AS("Notre ancien modèle Wren est open source.", OTHER),
		AS("Nuestro modelo anterior Wren es de código abierto.", OTHER),
		OWN("Our smaller Heron-1B is open source.", PROJECT),
		OWN("Our model Wren is open source.", MODEL),
		OWN("If you like birds, try our open-source model.", MODEL),
	};
	EXPECTED_CHECK(table);
}

Test(claims_whose, should_not_take_what_is_still_to_be_done_for_done)
{
	static const struct expected table[] = {
		AS("The mission is to make all of Heron open source.", FUTURE),
		AS("We are in talks to make the weights open source.", FUTURE),
		AS("We are working with our university to make Heron open source.", FUTURE),
		AS("We are negotiating with the publisher to open-source the weights.", FUTURE),
		AS("Once the patent is granted, Heron becomes open source.", FUTURE),
		AS("After the paper is accepted, Heron becomes open source.", FUTURE),
		AS("专利授权后，Heron 即开源。", FUTURE),
		AS("우리의 목표는 Heron을 오픈소스로 만드는 것입니다.", FUTURE),
		AS("Unsere Mission ist es, Heron Open Source zu machen.", FUTURE),
		AS("Notre objectif est de rendre Heron open source.", FUTURE),
		AS("Nuestro objetivo es hacer que Heron sea de código abierto.", FUTURE),
		OWN("After two years of work, Heron is open source.", PROJECT),
		OWN("Today Heron becomes open source.", PROJECT),
		OWN("We worked hard to make Heron open source.", PROJECT),
		AS("训练完成后，我们开源了全部权重。", OWN),
	};
	EXPECTED_CHECK(table);
}

Test(claims_whose, should_leave_what_a_model_makes_to_who_makes_it)
{
	static const struct expected table[] = {
		KIND("Generated images may be used commercially.", OTHER, COMMERCIAL_USE),
		KIND("You own the outputs and may use them commercially.", OTHER, COMMERCIAL_USE),
		KIND("The images that you create can be used commercially.", OTHER, COMMERCIAL_USE),
		KIND("You may use generated texts commercially.", OTHER, COMMERCIAL_USE),
		KIND("生成的图片可用于商业用途。", OTHER, COMMERCIAL_USE),
		KIND("生成内容可商用。", OTHER, COMMERCIAL_USE),
		KIND("生成された画像は商用利用可能です。", OTHER, COMMERCIAL_USE),
		KIND("생성된 이미지는 상업적으로 이용할 수 있습니다.", OTHER, COMMERCIAL_USE),
		KIND("Die erzeugten Bilder dürfen kommerziell genutzt werden.", OTHER, COMMERCIAL_USE),
		KIND("The model and its outputs may be used commercially.", OWN, COMMERCIAL_USE),
		KIND("Heron generates images and can be used commercially.", OWN, COMMERCIAL_USE),
		KIND("Heron was trained on generated images and may be used commercially.", OWN, COMMERCIAL_USE),
		KIND("本模型生成速度快，可商用。", OWN, COMMERCIAL_USE),
		KIND("モデルは商用利用可能です。", OWN, COMMERCIAL_USE),
	};
	EXPECTED_CHECK(table);
}
