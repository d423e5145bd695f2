/* Claims of sentences: what is said, of whom, about what, and which step decided. They are made up. */
#include "tests/unit/facts/expected.h"

#define OWN(text, kind, subject) { text, ML_STANCE_OWN, ML_CLAIM_##kind, ML_SUBJECT_##subject, false }
#define AS(text, stance) { text, ML_STANCE_##stance, ML_CLAIM_OPEN_SOURCE, ML_SUBJECT_NR, false }
#define KIND(text, stance, kind) { text, ML_STANCE_##stance, ML_CLAIM_##kind, ML_SUBJECT_NR, false }
#define NONE(text) { text, -1, 0, 0, false }

Test(claims, should_hear_what_the_repository_says_of_itself)
{
	static const struct expected table[] = {
		OWN("Heron is an open-source chat model.", OPEN_SOURCE, MODEL),
		OWN("Heron: An Open-Source Audio and Speech Toolkit", OPEN_SOURCE, PROJECT),
		OWN("Heron: we open-source the training code", OPEN_SOURCE, CODE),
		OWN("**Heron-7B-Chat** is fully open source.", FULLY_OPEN, PROJECT),
		OWN("We have open-sourced the weights.", OPEN_SOURCE, WEIGHTS),
		OWN("Our tokenizer code was open sourced last week.", OPEN_SOURCE, CODE),
		OWN("The training data is open source.", OPEN_SOURCE, DATA),
		OWN("We release the checkpoints as open source.", OPEN_SOURCE, WEIGHTS),
		OWN("Code, data and weights are open source.", OPEN_SOURCE, PROJECT),
		OWN("- [2024/02/03] Open-sourced the 7B model.", OPEN_SOURCE, MODEL),
		OWN("- [x] Open-source the training scripts", OPEN_SOURCE, CODE),
		OWN("Heron is an open-weight model.", OPEN_WEIGHTS, MODEL),
		OWN("The weights are free for commercial use.", COMMERCIAL_USE, WEIGHTS),
		OWN("We release it under a permissive license.", PERMISSIVE, PROJECT),
		OWN("All weights are under an OSI-approved license.", OSI_APPROVED, WEIGHTS),
	};
	EXPECTED_CHECK(table);
}

Test(claims, should_leave_alone_what_is_said_of_others)
{
	static const struct expected table[] = {
		AS("Heron beats other open-source models.", OTHER),
		AS("It is the best among open source LLMs.", OTHER),
		AS("Thanks to the open source community.", OTHER),
		AS("Heron aims to develop and open-source alignment methods for large models.", FUTURE),
		AS("Shout out to the open source AI/ML community, and everyone who helped me out.", OTHER),
		AS("Llama 3 is an open-source model.", OTHER),
		AS("[Sandpiper](https://github.com/shore/sandpiper) is an open source engine.", OTHER),
		AS("Serve it with open-source engines such as vLLM.", OTHER),
		AS("> People say that it is open source.", OTHER),
		AS("Is it really open source?", OTHER),
		AS("A so-called \"open source\" model.", OTHER),
	};
	EXPECTED_CHECK(table);
}

Test(claims, should_tell_stances_apart)
{
	static const struct expected table[] = {
		AS("This model is not open source.", NEGATED),
		AS("We will open-source the weights.", FUTURE),
		AS("- [ ] Open-source the training code", FUTURE),
		AS("It is fine-tuned from the open-source Llama 2.", UPSTREAM),
		AS("Until 2022 the project was open source, now it is not.", OTHER),
		KIND("Heron is free for commercial use after registration.", CONDITIONAL, COMMERCIAL_USE),
		KIND("Commercial use is prohibited.", NEGATED, COMMERCIAL_USE),
	};
	EXPECTED_CHECK(table);
}

Test(claims, should_not_take_names_code_and_addresses_for_claims)
{
	static const struct expected table[] = {
		NONE("See the Open Source Initiative."),
		NONE("`is_open_source` is a flag, `open source` too."),
		NONE("Write to open-source@example.org."),
		NONE("Look at https://example.org/open-source/page."),
		NONE("```\nHeron is open source\n```"),
		NONE("<!-- Heron is open source -->"),
		NONE("[page](https://example.org/open-source)"),
		NONE("It ranks third on the Open LLM Leaderboard."),
	};
	EXPECTED_CHECK(table);
}

Test(claims, should_read_other_languages)
{
	static const struct expected table[] = {
		OWN("我们开源了 Heron 的模型权重。", OPEN_SOURCE, WEIGHTS),
		OWN("本仓库的代码以 Apache-2.0 协议开源。", OPEN_SOURCE, CODE),
		AS("Heron 优于其他开源模型。", OTHER),
		OWN("Heron 是一个让模型使用工具的开源项目。", OPEN_SOURCE, PROJECT),
		AS("训练数据即将开源。", FUTURE),
		AS("我们将在本仓库开源模型权重。", FUTURE),
		AS("Heron 希望推进 LLMs 的开源进程。", OTHER),
		AS("模型在魔搭开源平台上训练。", OTHER),
		AS("权重并未开源。", NEGATED),
		OWN("Heronはオープンソースのモデルです。", OPEN_SOURCE, MODEL),
		AS("本モデルはオープンソースではありません。", NEGATED),
		OWN("Heron es un modelo de código abierto.", OPEN_SOURCE, MODEL),
		AS("Este modelo no es de código abierto.", NEGATED),
		OWN("Heron est un modèle open source.", OPEN_SOURCE, MODEL),
		OWN("Heron ist ein quelloffenes Modell.", OPEN_SOURCE, MODEL),
		AS("Dieses Modell ist nicht Open Source.", NEGATED),
		OWN("Bu model açık kaynaklıdır.", OPEN_SOURCE, MODEL),
		OWN("이 모델은 오픈소스입니다.", OPEN_SOURCE, MODEL),
	};
	EXPECTED_CHECK(table);
}

/* ---- the same said in other words ---- */

Test(claims, should_hear_releases_in_other_words)
{
	static const struct expected table[] = {
		OWN("We are making the weights, the code and the data open source.", OPEN_SOURCE, PROJECT),
		OWN("The 7B and 13B checkpoints are open-sourced on the hub.", OPEN_SOURCE, WEIGHTS),
		OWN("I have decided to open source this model.", OPEN_SOURCE, MODEL),
		OWN("We trained it on birds and open source it here.", OPEN_SOURCE, PROJECT),
		OWN("This model was developed and open-sourced by us.", OPEN_SOURCE, MODEL),
		OWN("As an open-source project, we welcome your help.", OPEN_SOURCE, PROJECT),
		OWN("The Heron models are the next generation of open source chat models.", OPEN_SOURCE, MODEL),
		OWN("By making Heron open source, we want to help.", OPEN_SOURCE, PROJECT),
		OWN("While GPT-4 is closed, our model is open source.", OPEN_SOURCE, MODEL),
		OWN("An open-source alternative to ChatGPT: Heron.", OPEN_SOURCE, MODEL),
		OWN("The open\xe2\x80\x91source Heron model can be loaded so.", OPEN_SOURCE, MODEL),
		OWN("Training code, logs and scripts: all open-sourced.", OPEN_SOURCE, CODE),
		OWN("2024.06.12: Heron-7B released and open-sourced.", OPEN_SOURCE, PROJECT),
		OWN("## Open-source plan", OPEN_SOURCE, PROJECT),
		OWN("- \xe2\x9c\x85 Open source", OPEN_SOURCE, PROJECT),
	};
	EXPECTED_CHECK(table);
}

Test(claims, should_hear_claims_in_disclaimers_and_wishes)
{
	static const struct expected table[] = {
		OWN("Do not use the open-source model and code for harmful purposes.", OPEN_SOURCE, MODEL),
		OWN("We take no responsibility for harm caused by the open-source model.", OPEN_SOURCE, MODEL),
		OWN("We hope that open-sourcing Heron will help researchers.", OPEN_SOURCE, PROJECT),
		OWN("We believe that this open-source model helps researchers.", OPEN_SOURCE, MODEL),
		OWN("请勿将开源模型和代码用于任何违法用途。", OPEN_SOURCE, MODEL),
		OWN("我们希望通过开源 Heron 推动研究。", OPEN_SOURCE, PROJECT),
		AS("We hope to open-source it later.", FUTURE),
		AS("We promise to open source the code.", FUTURE),
	};
	EXPECTED_CHECK(table);
}

Test(claims, should_not_take_a_generic_plural_for_its_own)
{
	static const struct expected table[] = {
		AS("This repository lists open-source LLMs.", OTHER),
		AS("This tool converts open-source checkpoints.", OTHER),
		AS("Our method improves open-source LLMs.", OTHER),
		AS("Across all open-source models, Heron ranks second.", OTHER),
		AS("Heron is better than open-source models of its size.", OTHER),
		AS("Heron's score is close to that of open-source models.", OTHER),
		AS("The gap between open-source and closed models is shrinking.", OTHER),
		AS("本项目支持多种开源模型的微调。", OTHER),
		AS("我们以开源模型为基础进行训练。", OTHER),
		AS("Heron 与开源模型 Llama 相当。", OTHER),
	};
	EXPECTED_CHECK(table);
}

Test(claims, should_tell_parts_of_others_from_its_own)
{
	static const struct expected table[] = {
		AS("The base model is the open-source Llama 2.", UPSTREAM),
		AS("The teacher is an open-source model.", UPSTREAM),
		AS("Heron was trained with our open-source library [Finch](https://github.com/reed/finch).", OTHER),
		AS("We built Heron upon the open-source Llama 2 model.", UPSTREAM),
		AS("Voices are separated with a known tool, namely the open source [Rail](https://github.com/reed/rail).", UPSTREAM),
		AS("A community fork has been open sourced.", OTHER),
		AS("They have open-sourced their weights.", OTHER),
		AS("A similar project was open-sourced by Reed Lab.", OTHER),
		AS("Made possible by open source", OTHER),
		AS("This work shows our love for open source.", OTHER),
		AS("有网友开源了一个插件。", OTHER),
		AS("教师模型为开源的 Qwen。", OTHER),
	};
	EXPECTED_CHECK(table);
}

Test(claims, should_read_more_of_other_languages)
{
	static const struct expected table[] = {
		OWN("2024.6.28 开源 7B 版本 chat 模型", OPEN_SOURCE, MODEL),
		OWN("Heron 是一个开源可商用的大规模语言模型。", OPEN_SOURCE, MODEL),
		OWN("Heron 是一个开源、可商用的语言模型。", OPEN_SOURCE, MODEL),
		OWN("Heron 的代码开源，商用请联系作者获取模型。", OPEN_SOURCE, CODE),
		OWN("Heron 是由一所大学、一家公司与一个实验室联合开发的开源大语言模型。", OPEN_SOURCE, MODEL),
		OWN("我们将代码在 GitHub 和其他平台上进行了开源。", OPEN_SOURCE, CODE),
		OWN("由于 LLaMA 的许可限制，我们只能开源增量权重。", OPEN_SOURCE, WEIGHTS),
		OWN("模型權重已經開源。", OPEN_SOURCE, WEIGHTS),
		AS("论文接收后开源。", FUTURE),
		AS("数据因版权问题无法开源。", NEGATED),
		OWN("すべてのコードはオープンソースです。", OPEN_SOURCE, CODE),
		AS("本モデルはオープンソースのデータで学習されています。", UPSTREAM),
		OWN("모든 코드는 오픈소스입니다.", OPEN_SOURCE, CODE),
		AS("다른 오픈소스 모델과 비교했습니다.", OTHER),
	};
	EXPECTED_CHECK(table);
}

/* The rows behind each were found in READMEs that nobody had tuned for; the sentences are made up. */
Test(claims, should_believe_a_predicate_that_no_guard_bars)
{
	static const struct expected table[] = {
		OWN("We are fully open-source.", FULLY_OPEN, PROJECT),
		OWN("In short, we fully open-source a family of chat models.", FULLY_OPEN, MODEL),
		OWN("Six dense sizes are also open-sourced, among them the 8B.", OPEN_SOURCE, PROJECT),
		OWN("The decoder, the demo and the training code are licensed under MIT and open sourced.", OPEN_SOURCE, MODEL),
		OWN("A clean rewrite of the trainer that is fully open source under MIT.", FULLY_OPEN, CODE),
		OWN("Heron-7B, as a foundation model, is fully open-source and small.", FULLY_OPEN, MODEL),
		OWN("Heron is the largest of its kind and is open-source.", OPEN_SOURCE, PROJECT),
		OWN("Heron is the first and most capable open-source bird model.", OPEN_SOURCE, MODEL),
		OWN("Our contributions are a new loss, a benchmark, and open-sourcing our library.", OPEN_SOURCE, CODE),
		OWN("The goal of this project is to open-source chat models for small languages.", OPEN_SOURCE, MODEL),
		OWN("Licensed for any use and open source, unlike others.", OPEN_SOURCE, PROJECT),
		OWN("- **Open-source:** No strings attached.", OPEN_SOURCE, PROJECT),
		OWN("We open-sourced the trained checkpoints.", OPEN_SOURCE, WEIGHTS),
		OWN("We are releasing two sizes under a license of ours and open-sourcing the inference code.", OPEN_SOURCE, CODE),
		OWN("Welcome to our open-source initiative.", OPEN_SOURCE, PROJECT),
		OWN("Heron: a small, fast, open source reranker", OPEN_SOURCE, MODEL),
		OWN("We open source our trainer.", OPEN_SOURCE, CODE),
		OWN("Open source weights are available on the Hub.", OPEN_SOURCE, WEIGHTS),
		AS("Open-sourced large language models have come far.", OTHER),
		AS("The tokenizer comes from an open source project.", UPSTREAM),
		OWN("With Heron, we provide the community with an open-source bird model.", OPEN_SOURCE, MODEL),
		AS("Data was filtered with open source classifiers.", UPSTREAM),
		AS("Had it been open source, we would have used it.", OTHER),
		AS("Their core is open source.", OTHER),
		AS("While Wren's source is open source, its recipe is not.", OTHER),
		AS("This is why some people think open sourcing is dangerous.", OTHER),
		AS("Heron makes open-source LLMs as good as the others.", OTHER),
		AS("**Teal** (open-source) and Plover are the baselines.", OTHER),
		OWN("Following a data-first approach, everything is open source.", OPEN_SOURCE, PROJECT),
		AS("A third-party port is open source.", OTHER),
		AS("We compare with two other open-sourced models.", OTHER),
		AS("Please read our open-source contributing guide.", OTHER),
		AS("We are on a quest towards open source machines.", OTHER),
	};
	EXPECTED_CHECK(table);
}

Test(claims, should_hear_a_class_told_beside_the_name)
{
	static const struct expected table[] = {
		OWN("To close the gap, we introduce Heron, a family of open-source bird models.", OPEN_SOURCE, MODEL),
		OWN("Bring your birds to life with Heron, a small, open-source text-to-speech model.", OPEN_SOURCE, MODEL),
		OWN("# Heron | Open-source LLMs for birds", OPEN_SOURCE, MODEL),
		OWN("# Heron: Advancing Open-source Language Models", OPEN_SOURCE, MODEL),
		OWN("Users must follow the open-source protocol.", OPEN_SOURCE, PROJECT),
		OWN("Everyone is asked not to use the open-source models for harm.", OPEN_SOURCE, MODEL),
		OWN("Heron is being retired, so we open-source our code.", OPEN_SOURCE, CODE),
		AS("For this task, I used Finch-2, an open-source model, to sort pictures.", UPSTREAM),
		AS("Relying on open-source models, one can stay offline.", OTHER),
		AS("Install the open-source version of Finch first.", OTHER),
		AS("Finch Studio's open-source edition is small.", OTHER),
		OWN("We publish the open-source version of Plover.", OPEN_SOURCE, MODEL),
		OWN("The open-source nature of Heron helps everyone.", OPEN_SOURCE, PROJECT),
		OWN("Heron is a strong open-source model for birds.", OPEN_SOURCE, MODEL),
		AS("Finch is a strong open-source model for birds.", OTHER),
		OWN("The Bird Institute's Reed team officially open-sourced the latest model, Heron.", OPEN_SOURCE, MODEL),
		AS("We introduce a paradigm optimized for open-source language models.", OTHER),
		AS("Benchmark results for the above open-source base models are below.", OTHER),
		AS("We release Heron and Plover! Both built new records over open-source models!", OTHER),
	};
	EXPECTED_CHECK(table);
}

Test(claims, should_end_the_clause_of_a_chinese_verb_at_its_comma)
{
	static const struct expected table[] = {
		OWN("本仓库的代码依照 Apache-2.0 协议开源，Heron-7B 模型的权重的使用则需要遵循许可。", OPEN_SOURCE, CODE),
		OWN("我们同时开源了 BirdIQ：鸟类知识评估数据集。", OPEN_SOURCE, DATA),
		OWN("[2024/9/22] 开源中文鸟类领域知识评测数据集。", OPEN_SOURCE, DATA),
		OWN("[25/11/05] 我们发布 V0.2 版本，支持更多模型的量化，开源训练框架。", OPEN_SOURCE, CODE),
		OWN("模型支持长文本，这也是首个达到 8k 及以上长度的开源大模型。", OPEN_SOURCE, MODEL),
		AS("Finch 未公开权重，根据相应开源许可，只能发布增量。", OTHER),
		AS("开源大模型领域发展很快。", OTHER),
		AS("沙洲灵鸟开源了基于新架构的视频模型 Finch-Video。", UPSTREAM),
		AS("FinchGPT（v0.4.0，2023年3月开源）并非产品。", OTHER),
		OWN("目前 Heron 的开源模型采用了经过清洗的数据进行训练", OPEN_SOURCE, MODEL),
		OWN("首个基于 Finch-7B 的鸟类大模型 Heron-7B 训练完成并对外开源;", OPEN_SOURCE, MODEL),
		OWN("灵鸟未来技术学院重点实验室开源了鸟类大模型基座 Plover，包括：", OPEN_SOURCE, MODEL),
	};
	EXPECTED_CHECK(table);
}

Test(claims, should_hear_where_it_was_opened_in_chinese)
{
	static const struct expected table[] = {
		OWN("我们已在[此处](data/bench/)开源 Reed-Bench 数据集。", OPEN_SOURCE, DATA),
		OWN("我们在 HuggingFace 开源了模型权重。", OPEN_SOURCE, WEIGHTS),
		OWN("我们在 [ModelScope](https://modelscope.cn/x) 开源了全部权重。", OPEN_SOURCE, WEIGHTS),
		OWN("完全可商用的中文模型。", COMMERCIAL_USE, MODEL),
		OWN("可商用的中文版鸟类模型及中英文数据集。", COMMERCIAL_USE, PROJECT),
		OWN("- 开源了超过[60个医院科室的题库](https://github.com/x/y)；", OPEN_SOURCE, DATA),
	};
	EXPECTED_CHECK(table);
}

Test(claims, should_part_chinese_clauses_and_headings)
{
	static const struct expected table[] = {
		OWN("在开源模型权重的同时，我们也提供了推理接口。", OPEN_SOURCE, WEIGHTS),
		OWN("### 开源协议及使用声明", OPEN_SOURCE, PROJECT),
		OWN("- 说明：本仓库中的代码依照 Apache-2.0 协议开源。", OPEN_SOURCE, CODE),
	};
	EXPECTED_CHECK(table);
}

Test(claims, should_believe_the_news)
{
	static const struct expected table[] = {
		OWN("### News\n\n- Open-source the trainer", OPEN_SOURCE, CODE),
		OWN("### 近期更新\n\n1. 开源退火之前的 Checkpoint 供研究使用", OPEN_SOURCE, WEIGHTS),
		AS("### News\n\n- Open-source models have come far", OTHER),
		AS("### Features\n\n- Open-source models such as Finch run too", OTHER),
	};
	EXPECTED_CHECK(table);
}

Test(claims, should_hear_what_a_project_is_for)
{
	static const struct expected table[] = {
		OWN("This project aims to develop a series of small and open-source bird models.", OPEN_SOURCE, MODEL),
		AS("This project aims to open-source a bird model.", FUTURE),
		OWN("This project aims to construct an open-source, large-scale, multi-turn birdsong data.", OPEN_SOURCE, DATA),
		AS("This project aims to evaluate open-source models.", FUTURE),
		OWN("The method lets open-source models like Heron read long books.", OPEN_SOURCE, MODEL),
		AS("The method lets open-source models like Finch read long books.", OTHER),
		OWN("**Heron** holds open-source models for birds.", OPEN_SOURCE, MODEL),
		OWN("We open source part of the training data.", OPEN_SOURCE, DATA),
		OWN("1. **Superior Songs**\nA family of open-source bird models that sing well.", OPEN_SOURCE, MODEL),
		AS("- Finch is a family of open-source bird models.", OTHER),
		AS("- The open-source project FinchKit by Acme offers a faster trainer.", OTHER),
		OWN("The open-source model is small.", OPEN_SOURCE, MODEL),
		OWN("There is no limitation for both academic and commercial usage.", COMMERCIAL_USE, PROJECT),
		OWN("The trained model is available for any purpose, even commercially.", COMMERCIAL_USE, MODEL),
	};
	EXPECTED_CHECK(table);
}

Test(claims, should_skip_the_short_code_of_an_emoji)
{
	static const struct expected table[] = {
		OWN(":spiral_notepad: Open-source list", OPEN_SOURCE, PROJECT),
		OWN(":fire: Open-sourced under MIT.", OPEN_SOURCE, PROJECT),
	};
	EXPECTED_CHECK(table);
}

Test(claims, should_ask_the_sentence_before_behind_and_too)
{
	static const struct expected table[] = {
		AS("The chat skill of Vicuna is striking. And it is open-source!", OTHER),
		AS("The Finch 3 family was made by Reed Lab. These open source models are known for their song.", OTHER),
		OWN("We release two models. These open source models are known for their song.", OPEN_SOURCE, MODEL),
		AS("All code for Event Finch has been open sourced.", OTHER),
		AS("Code and loaders are reported as open-sourced by the authors.", OTHER),
		AS("如果开源模型满足要求，可以直接使用。", OTHER),
		AS("We sort them with the Reed corpus of birds which has been open sourced last year.", UPSTREAM),
		AS("We download third-party tools. Mind the terms of these open source projects.", OTHER),
		AS("To be listed, an app should say that it needs Heron and be open source.", FUTURE),
	};
	EXPECTED_CHECK(table);
}

Test(claims, should_leave_the_license_of_training_data_to_the_data)
{
	static const struct expected table[] = {
		KIND("Finetuned using a mixture of instruction datasets with permissive license.", UPSTREAM, PERMISSIVE),
		OWN("The model is released under a permissive license.", PERMISSIVE, MODEL),
	};
	EXPECTED_CHECK(table);
}

Test(claims, should_know_whose_a_genitive_makes_it)
{
	static const struct expected table[] = {
		OWN("Heron's open-source models run on a phone.", OPEN_SOURCE, MODEL),
		AS("Meta's open-source strategy pays off.", OTHER),
		AS("Anyone can read Reed Lab’s open source trainer.", OTHER),
	};
	EXPECTED_CHECK(table);
}

Test(claims, should_hear_that_commercial_use_is_allowed_beside_another)
{
	static const struct expected table[] = {
		OWN("The license allows both commercial and non-commercial use.", COMMERCIAL_USE, PROJECT),
		KIND("The weights are for non-commercial use only.", NEGATED, COMMERCIAL_USE),
	};
	EXPECTED_CHECK(table);
}

Test(claims, should_take_what_is_linked_for_what_is_opened)
{
	static const struct expected table[] = {
		OWN("We open-source [Heron-Corpus](https://huggingface.co/datasets/heron/corpus).", OPEN_SOURCE, DATA),
		OWN("We open-source [Heron-7B](https://huggingface.co/heron/heron-7b).", OPEN_SOURCE, PROJECT),
		OWN("- [07.17] 开源 [**Heron-sft**](https://huggingface.co/datasets/heron/heron-sft)", OPEN_SOURCE, DATA),
	};
	EXPECTED_CHECK(table);
}

Test(claims, should_hear_what_is_the_most_of_its_series)
{
	static const struct expected table[] = {
		OWN("We released Heron-7B-Chat, the latest and most powerful open-source chat model in the series.", OPEN_SOURCE, MODEL),
		OWN("We released Heron-7B [[Heron-7B](https://huggingface.co/heron/Heron-7B)], the most powerful open-source chat model so far.", OPEN_SOURCE, MODEL),
		OWN("Our release contains the Heron implementation, the open-source weights and the starting code.", OPEN_SOURCE, MODEL),
		AS("Heron beats Finch, the latest and most powerful open-source chat model.", OTHER),
		OWN("Release Heron-7B, and two models for commercial use: Reed-2B and Reed-7B.", COMMERCIAL_USE, MODEL),
		OWN("✅ Commercial use permitted", COMMERCIAL_USE, PROJECT),
		KIND("Commercial use of Finch is not permitted.", NEGATED, COMMERCIAL_USE),
	};
	EXPECTED_CHECK(table);
}

Test(claims, should_read_the_predicate_in_other_languages)
{
	static const struct expected table[] = {
		OWN("Heron es una familia de modelos de código abierto.", OPEN_SOURCE, MODEL),
		OWN("Todo el código y los datos se publican como código abierto.", OPEN_SOURCE, PROJECT),
		OWN("Todos os modelos foram disponibilizados como código aberto.", OPEN_SOURCE, MODEL),
		OWN("Der Trainingscode ist Open Source und hier verfügbar.", OPEN_SOURCE, CODE),
		OWN("Wir veröffentlichen Heron, ein neues Sprachmodell, als Open Source.", OPEN_SOURCE, MODEL),
		OWN("Nous publions en open source les poids et le code.", OPEN_SOURCE, MODEL),
		OWN("Das Modell steht unter der MIT-Lizenz als Open Source zum Download bereit.", OPEN_SOURCE, MODEL),
		OWN("苍鹭模型已在 HuggingFace 开源。", OPEN_SOURCE, MODEL),
		OWN("HuggingFace 中的开源版本是一个预训练模型。", OPEN_SOURCE, MODEL),
		OWN("Modelimiz tamamen açık kaynaktır.", OPEN_SOURCE, MODEL),
		OWN("모델 가중치를 Apache 2.0 라이선스로 오픈소스로 공개했습니다.", OPEN_SOURCE, WEIGHTS),
		OWN("نشرنا أوزان النموذج كمصدر مفتوح.", OPEN_SOURCE, WEIGHTS),
		AS("Ohne die Open-Source-Community wäre das nicht möglich gewesen.", NEGATED),
		AS("Gracias a la comunidad de código abierto.", OTHER),
	};
	EXPECTED_CHECK(table);
}

Test(claims, should_ask_for_no_criterion_of_data)
{
	static const struct expected table[] = {
		KIND("Sources must have a permissive license.", OTHER, PERMISSIVE),
		KIND("Only permissively licensed code was kept.", OTHER, PERMISSIVE),
		KIND("Redo it with permissive sources alone and weigh the license anew.", OTHER, PERMISSIVE),
	};
	EXPECTED_CHECK(table);
}
