/* Whether sentences of the kinds that release notes, features, tables and license sections hold are the repository's own. Sentences are made up. */
#include "tests/unit/facts/claims.h"

struct told {
	const char *text;
	enum ml_claim_kind kind;
	enum ml_subject subject; /* ML_SUBJECT_NR: any */
	bool own;
	bool first; /* the sentence stands right below the title */
};

#define OWN(kind, subject, text)                                         \
	{                                                                \
		text, ML_CLAIM_##kind, ML_SUBJECT_##subject, true, false \
	}
#define OWN_FIRST(kind, subject, text)                                  \
	{                                                               \
		text, ML_CLAIM_##kind, ML_SUBJECT_##subject, true, true \
	}
#define NOT(kind, text)                                            \
	{                                                          \
		text, ML_CLAIM_##kind, ML_SUBJECT_NR, false, false \
	}
#define NOT_FIRST(kind, text)                                     \
	{                                                         \
		text, ML_CLAIM_##kind, ML_SUBJECT_NR, false, true \
	}

/* "Fully open source" says "open source" too. */
static bool is_of_kind(const struct ml_claim_fact *claim, enum ml_claim_kind kind)
{
	return claim->kind == kind || (claim->kind == ML_CLAIM_FULLY_OPEN && kind == ML_CLAIM_OPEN_SOURCE) ||
	       (claim->kind == ML_CLAIM_OPEN_SOURCE && kind == ML_CLAIM_FULLY_OPEN);
}

/* One that speaks of the part that is asked for, or as near as a model is to its weights. */
static bool is_of_part(enum ml_subject subject, enum ml_subject asked)
{
	bool whole = subject != ML_SUBJECT_CODE && subject != ML_SUBJECT_DATA, asks_whole = asked != ML_SUBJECT_CODE && asked != ML_SUBJECT_DATA;

	return asked == ML_SUBJECT_NR || subject == asked || (whole && asks_whole);
}

static void check(const struct told *told)
{
	struct memory m;
	struct ml_claim_fact *claims;
	size_t nr;
	bool own = false, part = false;

	claims_of_sentence(&m, (struct claims_around){ "Heron-7B", .weights = true, .first = told->first }, told->text, &claims, &nr);
	for (size_t i = 0; i < nr; i++) {
		bool mine = is_of_kind(&claims[i], told->kind) && ml_stance_is_own(claims[i].stance);
		own |= mine;
		part |= mine && is_of_part(claims[i].subject, told->subject);
	}
	cr_expect_eq(own, told->own, "'%s' is %s (%s)", told->text, own ? "own" : "not its own", nr ? claims[0].step : "no claim");
	cr_expect(!own || !told->own || part, "'%s' speaks of the %s", told->text, ml_subject_name(claims[0].subject));
	memory_close(&m);
}

#define CHECK(table)                                              \
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) \
	check(&table[i])

Test(claims_told, should_tell_what_is_released_from_what_is_asked)
{
	static const struct told table[] = {
		OWN_FIRST(OPEN_SOURCE, NR, "An Open Source Approach to Training Small Birds at Scale"),
		OWN_FIRST(OPEN_SOURCE, NR, "An open-source recipe for training bird models"),
		OWN_FIRST(OPEN_SOURCE, NR, "The Open Source Way to Paint Birds"),
		NOT_FIRST(OPEN_SOURCE, "A Comparison of Open Source Approaches to Painting"),
		NOT(OPEN_SOURCE, "An open-source approach such as Finch is slower."),
		OWN(OPEN_SOURCE, NR, "The open-sourced configurations are as follows:"),
		OWN(OPEN_SOURCE, NR, "The open-sourced checkpoints are shown below:"),
		NOT(OPEN_SOURCE, "The open-source models we compared against are listed in the table below."),
		NOT(OPEN_SOURCE, "Other open-source models are as follows:"),
		OWN(OPEN_SOURCE, MODEL, "开源模型及其下载地址见下表："),
		OWN(OPEN_SOURCE, DATA, "开源数据集及下载地址如下表所示："),
		OWN(OPEN_SOURCE, MODEL, "开源模型清单如下："),
		NOT(OPEN_SOURCE, "对比的开源模型如下："),
		NOT(OPEN_SOURCE, "我们评测的开源模型见下表："),
		NOT(OPEN_SOURCE, "相关开源模型见下表："),
		OWN(OPEN_SOURCE, CODE, "All use of the code in this folder must follow the [MIT](LICENSE) open-source license."),
		OWN(OPEN_SOURCE, CODE, "Use of our code must comply with the MIT open source license."),
		OWN(OPEN_SOURCE, CODE, "The code in this repository is subject to the Apache 2.0 open-source license."),
		NOT(OPEN_SOURCE, "Any library you add must comply with an open source license."),
		NOT(OPEN_SOURCE, "Contributions must be under an open source license."),
		NOT(OPEN_SOURCE, "Your code must follow the open-source licenses of its dependencies."),
		OWN(OPEN_SOURCE, CODE, "このフォルダーにあるソースコードの使用は、[MIT](LICENSE) オープンソースライセンスに従うものとします。"),
		OWN(OPEN_SOURCE, CODE, "本リポジトリのコードは MIT オープンソースライセンスに基づいて公開されています。"),
		OWN(OPEN_SOURCE, NR, "Heron-7B は Apache 2.0 オープンソースライセンスの下で提供されます。"),
		NOT(OPEN_SOURCE, "依存ライブラリはそれぞれのオープンソースライセンスに従います。"),
		NOT(OPEN_SOURCE, "使用するデータのオープンソースライセンスに従ってください。"),
		OWN(FULLY_OPEN, WEIGHTS, "Heron-7B 的权重完全开放下载。"),
		OWN(FULLY_OPEN, NR, "本项目的代码、数据和权重完全开放。"),
		NOT(FULLY_OPEN, "我们的 API 平台对所有用户完全开放。"),
		NOT(FULLY_OPEN, "完全开放的问答任务仍然很难。"),
		NOT(FULLY_OPEN, "希望社区能够更加完全开放。"),
		OWN(FULLY_OPEN, WEIGHTS, "The weights of Heron-7B are fully open for academic research."),
		OWN(FULLY_OPEN, MODEL, "Heron-7Bのモデルは完全にオープンです。"),
		NOT(FULLY_OPEN, "完全にオープンなモデルはまだ少ないです。"),
		OWN(FULLY_OPEN, NR, "- **サービス向けのデプロイソリューションが完全にオープンソース化され、ユーザーは自由に変更できます。**"),
		OWN(FULLY_OPEN, CODE, "- 学習コードが完全にオープンソース化されました。"),
		OWN(FULLY_OPEN, NR, "- 本プロジェクトは完全オープンソース化されています。"),
		NOT(FULLY_OPEN, "- Finch 社のエンジンが完全にオープンソース化されました。"),
		OWN(FULLY_OPEN, NR, "- **서비스 배포 솔루션이 완전히 오픈소스화되어 누구나 고칠 수 있습니다.**"),
		OWN(FULLY_OPEN, CODE, "- 학습 코드가 완전히 오픈소스화되었습니다."),
		NOT(FULLY_OPEN, "- Llama의 엔진이 완전히 오픈소스화되었습니다."),
		OWN(FULLY_OPEN, NR, "- **Решение для развёртывания теперь полностью открыто, его может изменить каждый.**"),
		OWN(FULLY_OPEN, NR, "Код и веса модели полностью открыты."),
		NOT(FULLY_OPEN, "Доступ к чату полностью открыт для всех."),
		OWN(FULLY_OPEN, CODE, "- **The deployment solution is now fully open-sourced, so users can change images and SDKs.**"),
		OWN(FULLY_OPEN, CODE, "- **La solution de déploiement est désormais entièrement open-source, chacun peut la modifier.**"),
		NOT(OPEN_SOURCE, "我们的两个模型在开源和观鸟领域相关的评测数据上得分最高。"),
		NOT(OPEN_SOURCE, "我们的模型在开源评测集上表现最好。"),
		NOT(OPEN_SOURCE, "我们的团队在开源领域有多年经验。"),
		OWN(OPEN_SOURCE, NR, "我们的模型、代码和数据均已开源。"),
		OWN(COMMERCIAL_USE, NR, "本项目采用 MIT 协议，即您可以拿项目里的代码进行商用。"),
		OWN(COMMERCIAL_USE, NR, "本项目采用 MIT 协议，您可以将模型用于任何商业目的。"),
		NOT(COMMERCIAL_USE, "你不可以利用项目中的模型进行商用。"),
		NOT(COMMERCIAL_USE, "如果你想利用本项目的代码进行商用，请联系我们。"),
		OWN(COMMERCIAL_USE, MODEL, "You can change and share the model for any purpose - including commercial use."),
		OWN(COMMERCIAL_USE, NR, "Use Heron for anything you like, including commercial purposes."),
		OWN(COMMERCIAL_USE, NR, "Heron can be used for research as well as commercial applications."),
		NOT(COMMERCIAL_USE, "Any use that needs our permission, including commercial use, must be requested."),
		NOT(COMMERCIAL_USE, "Restrictions on use, including commercial use, apply."),
		OWN(OPEN_SOURCE, CODE, "- 开源了问答数据构建方式，支持多轮训练。"),
		OWN(OPEN_SOURCE, NR, "- 开源数据清洗和数据处理流程。"),
		OWN(OPEN_SOURCE, CODE, "- 开源全部去重、数据筛选、数据集合并等流程；"),
		OWN(OPEN_SOURCE, DATA, "以我们开源的[观鸟知识图谱](https://github.com/reed/BirdKG)为底，用新的方法得到数据。"),
		OWN(OPEN_SOURCE, DATA, "我们开源了涉禽、猛禽等数据集。"),
	};
	CHECK(table);
}

Test(claims_told, should_read_ways_of_releasing_in_english)
{
	static const struct told table[] = {
		OWN(OPEN_SOURCE, MODEL, "Heron-7B has been open-sourced under the MIT license."),
		OWN(OPEN_SOURCE, NR, "We decided to make Heron-7B open source from day one."),
		OWN(OPEN_SOURCE, WEIGHTS, "With this release, we are making the weights of Heron-7B open source."),
		OWN(OPEN_SOURCE, CODE, "All training and evaluation code is available as open source in this repository."),
		OWN(OPEN_SOURCE, DATA, "The instruction data used for training has been open-sourced as well."),
		OWN(OPEN_SOURCE, MODEL, "[2025/03/14] 🔥 Heron-7B and Heron-7B-Chat are now open source!"),
		OWN(OPEN_SOURCE, NR, "**2025-02-01**: Heron goes open source."),
		OWN(OPEN_SOURCE, NR, "- 🚀 Open source: code, weights and data under Apache 2.0"),
		OWN(OPEN_SOURCE, NR, "## Open-Source Release"),
		OWN(OPEN_SOURCE, CODE, "The inference engine behind Heron is open source, too."),
		OWN(OPEN_SOURCE, NR, "Heron is, and always will be, free and open source."),
		OWN(OPEN_SOURCE, NR, "As an open-source project, we welcome contributions of any kind."),
		OWN(OPEN_SOURCE, NR, "Heron is licensed under the Apache License 2.0, an OSI-approved open source license."),
		OWN_FIRST(OPEN_SOURCE, MODEL, "Heron-7B is the first fully open 7B model for bird songs."),
		OWN(FULLY_OPEN, NR, "Heron is a fully open model: we release not only the weights but also the data and the code."),
		OWN(OPEN_SOURCE, NR, "To support research, we open-source all of our checkpoints."),
		OWN(OPEN_SOURCE, CODE, "We've also open sourced the data pipeline that built the corpus."),
		OWN(OPEN_SOURCE, NR, "| | Heron-7B |\n|---|---|\n| License | Open source (MIT) |"),
		OWN(OPEN_SOURCE, NR, "Proudly open source, made by the Reed team."),
		OWN(OPEN_SOURCE, NR, "Because Heron is open source, you can inspect and change every part of it."),
		OWN(OPEN_WEIGHTS, MODEL, "This repository contains the code for Heron, a suite of open language models for birds."),
		OWN(OPEN_WEIGHTS, NR, "Heron-7B is an open-weight model that runs on a single GPU."),
		OWN(OPEN_WEIGHTS, NR, "We release Heron-7B as an open-weights model under a custom license."),
		OWN(OPEN_WEIGHTS, WEIGHTS, "The model weights are openly available on the Hub."),
		OWN(OPEN_WEIGHTS, WEIGHTS, "Weights are publicly available for download."),
		OWN(OPEN_WEIGHTS, NR, "Heron-7B is our first open-weight release."),
		OWN(OPEN_WEIGHTS, WEIGHTS, "We make all model weights publicly available to support further research."),
		OWN(OPEN_WEIGHTS, NR, "Open weights: download and run Heron on your own hardware."),
		OWN(COMMERCIAL_USE, NR, "Heron-7B is free for commercial use."),
		OWN(COMMERCIAL_USE, NR, "✅ Commercial use allowed"),
		OWN(COMMERCIAL_USE, NR, "- Commercially usable: released under Apache 2.0"),
		OWN(COMMERCIAL_USE, NR, "The model may be used commercially without any fee."),
		OWN(COMMERCIAL_USE, NR, "You are free to use Heron for both research and commercial purposes."),
		OWN(COMMERCIAL_USE, NR, "This license permits commercial use."),
		OWN(COMMERCIAL_USE, NR, "Commercial use is permitted under the terms of the license."),
		OWN(COMMERCIAL_USE, NR, "Heron is available for commercial use free of charge."),
		OWN(COMMERCIAL_USE, NR, "Licensed for commercial use."),
		OWN(PERMISSIVE, NR, "Heron is released under the permissive MIT license."),
		OWN(PERMISSIVE, NR, "Heron-7B comes with a permissive license that allows you to use it as you like."),
		NOT(OPEN_SOURCE, "Heron outperforms all open-source models of its size."),
		NOT(OPEN_SOURCE, "We compare Heron with five open-source baselines."),
		NOT(OPEN_SOURCE, "Heron will be open-sourced once the paper is accepted."),
		NOT(OPEN_SOURCE, "We are working on open-sourcing the training data."),
		NOT(OPEN_SOURCE, "Heron is not open source yet."),
		NOT(OPEN_SOURCE, "The data cannot be open-sourced for legal reasons."),
		NOT(OPEN_SOURCE, "Heron is built on top of several open-source libraries."),
		NOT(OPEN_SOURCE, "This project would not have been possible without the open source community."),
		NOT(OPEN_SOURCE, "Finch-2 has been open-sourced by the Finch team in May."),
		NOT(OPEN_SOURCE, "Unlike Finch, which is open source, Heron is served through an API only."),
		NOT(OPEN_SOURCE, "Please support open source by giving this repository a star."),
		NOT(OPEN_SOURCE, "Open-source models still lag behind closed ones in this task."),
		NOT(OPEN_SOURCE, "We use an open-source tokenizer from the Finch project."),
		NOT(OPEN_SOURCE, "Make sure that the license of the dataset is an open-source one."),
		NOT(OPEN_WEIGHTS, "The training data is publicly available at the address above."),
		NOT(OPEN_WEIGHTS, "Open-weight models such as Finch can be run at home."),
		NOT(COMMERCIAL_USE, "Commercial use is not permitted."),
		NOT(COMMERCIAL_USE, "For commercial use, please contact sales@heron.example."),
		NOT(COMMERCIAL_USE, "The dataset must not be used for commercial purposes."),
		NOT(COMMERCIAL_USE, "Commercial models such as Finch Pro were tested through their API."),
		NOT(PERMISSIVE, "Finch is released under a permissive license."),
		NOT(OPEN_SOURCE, "Should Heron be open source? We think about it."),
	};
	CHECK(table);
}

Test(claims_told, should_read_news_features_and_questions_in_english)
{
	static const struct told table[] = {
		OWN(OPEN_SOURCE, NR, "We are thrilled to announce that Heron-7B is now open source under the Apache 2.0 license."),
		OWN(OPEN_SOURCE, NR, "Our goal was a strong bird model that anyone can run, so we open-sourced it."),
		OWN(OPEN_SOURCE, CODE, "The training recipe, configs and scripts are all open-sourced."),
		OWN(OPEN_SOURCE, NR, "Heron: open source, multilingual, and small enough for a laptop."),
		OWN(OPEN_SOURCE, MODEL, "This is the open-source release of Heron-7B."),
		OWN(OPEN_SOURCE, MODEL, "We have also open-sourced two smaller variants, Heron-1B and Heron-3B."),
		OWN(OPEN_SOURCE, NR, "The BirdSong dataset is open-sourced together with the model."),
		OWN(OPEN_SOURCE, NR, "May 2025 — Heron-7B open-sourced on the Hub and GitHub."),
		OWN(OPEN_SOURCE, NR, "* [x] Open source Heron-7B"),
		OWN(OPEN_SOURCE, NR, "Heron is distributed as open source software."),
		OWN(OPEN_SOURCE, CODE, "Code: open source under MIT. Weights: research only."),
		OWN(OPEN_SOURCE, NR, "Key features: fully open source, runs offline, supports ten languages."),
		OWN(FULLY_OPEN, NR, "Heron is 100% open source."),
		OWN(OPEN_WEIGHTS, NR, "The Heron family consists of three open-weight models."),
		OWN(OPEN_WEIGHTS, NR, "Heron-7B: open weights, Apache 2.0."),
		OWN(OPEN_WEIGHTS, WEIGHTS, "Heron's weights are freely available on Hugging Face."),
		OWN(OPEN_WEIGHTS, NR, "Today we release the weights of Heron-7B openly."),
		OWN(COMMERCIAL_USE, NR, "Both the code and the weights can be used commercially."),
		OWN(COMMERCIAL_USE, NR, "Free for academic and commercial use."),
		OWN(COMMERCIAL_USE, NR, "Heron is fully open for academic research and free commercial use."),
		OWN(COMMERCIAL_USE, NR, "The weights are licensed for research and commercial use."),
		OWN(COMMERCIAL_USE, NR, "Commercial use: allowed with attribution."),
		OWN(COMMERCIAL_USE, NR, "We grant everyone the right to use Heron commercially."),
		OWN(COMMERCIAL_USE, NR, "Commercial use is free after registration."),
		NOT(OPEN_SOURCE, "[ ] Open source the reward model"),
		NOT(OPEN_SOURCE, "Heron can be compared with both open-source and closed models."),
		NOT(OPEN_SOURCE, "Thanks to everyone in the open-source ecosystem who made this possible."),
		NOT(OPEN_SOURCE, "We plan to make the data pipeline open source in the second half of the year."),
		NOT(OPEN_SOURCE, "Heron supports most open-source LLMs as its backend."),
		NOT(OPEN_SOURCE, "Our evaluation covers 12 open source and 3 commercial systems."),
		NOT(OPEN_SOURCE, "The teacher is an open-source model by Finch AI."),
		NOT(OPEN_SOURCE, "You can replace the encoder with any open source one."),
		NOT(OPEN_SOURCE, "Heron integrates with popular open-source tools."),
		NOT(OPEN_SOURCE, "See the open-source license of each dependency in NOTICE."),
		NOT(COMMERCIAL_USE, "Non-commercial use only."),
		NOT(COMMERCIAL_USE, "For a commercial license, write to us."),
		NOT(COMMERCIAL_USE, "The authors of Finch allow commercial use."),
		NOT(OPEN_WEIGHTS, "Heron was distilled from an open-weight teacher."),
		NOT(OPEN_WEIGHTS, "All datasets used are publicly available."),
		OWN(OPEN_SOURCE, MODEL,
		    "- [2025.02.18] The full version based on Qwen1.5-0.5B has been [open-sourced](https://hub.example/reed/heron-0.5b)."),
		OWN(OPEN_SOURCE, MODEL, "The chat model built on Llama-3-8B is now open-sourced."),
		NOT(OPEN_SOURCE, "The tools we tried are based on Qwen, which is open-sourced."),
		NOT(OPEN_SOURCE, "Based on Qwen, which has been open-sourced, it sings."),
		NOT(OPEN_SOURCE, "The base model Qwen-7B has been open-sourced."),
	};
	CHECK(table);
}

Test(claims_told, should_read_ways_of_releasing_in_chinese)
{
	static const struct told table[] = {
		OWN(OPEN_SOURCE, MODEL, "Heron-7B 大模型正式开源。"),
		OWN(OPEN_SOURCE, NR, "今天，我们很高兴地宣布 Heron-7B 正式开源！"),
		OWN(OPEN_SOURCE, NR, "[2025/03/14] 🔥 开源 Heron-7B-Chat，支持 32K 上下文。"),
		OWN(OPEN_SOURCE, NR, "- 2025-03-14 Heron-7B 上线 ModelScope，权重与代码同步开源。"),
		OWN(OPEN_SOURCE, MODEL, "Heron-7B 是一款面向观鸟领域的开源大语言模型。"),
		OWN(OPEN_SOURCE, CODE, "训练代码和推理代码均已在本仓库开源。"),
		OWN(OPEN_SOURCE, DATA, "我们把 10 万条指令数据也一并开源出来。"),
		OWN(OPEN_SOURCE, NR, "本项目开源了完整的训练流程。"),
		OWN(OPEN_SOURCE, NR, "本项目基于 Apache 2.0 协议开源。"),
		OWN(OPEN_SOURCE, NR, "本项目遵循 MIT 开源协议。"),
		OWN(OPEN_SOURCE, NR, "项目代码采用 MIT 开源许可证。"),
		OWN(OPEN_SOURCE, MODEL, "为了回馈社区，我们选择将 Heron-7B 开源。"),
		OWN(OPEN_SOURCE, NR, "## 开源协议"),
		OWN(OPEN_SOURCE, NR, "- 🎉 **全面开源**：模型、数据、代码全部公开"),
		OWN(FULLY_OPEN, NR, "Heron 从数据到代码完全开源。"),
		OWN(OPEN_SOURCE, WEIGHTS, "模型权重、训练脚本以及评测代码都已经对外开源。"),
		OWN(OPEN_SOURCE, NR, "Heron-7B 由 Reed 团队研发并开源。"),
		OWN(OPEN_SOURCE, MODEL, "本次开源 7B 和 13B 两个尺寸的模型。"),
		OWN(OPEN_SOURCE, NR, "| 项目 | 内容 |\n|---|---|\n| 开源协议 | Apache-2.0 |"),
		OWN(OPEN_SOURCE, DATA, "同时开源了用于训练的观鸟语料。"),
		OWN(OPEN_SOURCE, NR, "作为一个开源项目，我们欢迎任何形式的贡献。"),
		OWN(OPEN_SOURCE, NR, "Heron 开源免费，任何人都可以使用。"),
		OWN(OPEN_SOURCE, NR, "该模型以 MIT 许可证开放源代码。"),
		OWN(OPEN_SOURCE, WEIGHTS, "我们将模型的全部参数向社区开源。"),
		OWN(OPEN_WEIGHTS, WEIGHTS, "模型权重已开放下载。"),
		OWN(OPEN_WEIGHTS, NR, "我们发布 Heron-7B 的开放权重。"),
		OWN(OPEN_WEIGHTS, NR, "Heron-7B 是一个开放权重模型。"),
		OWN(COMMERCIAL_USE, NR, "Heron-7B 可免费商用。"),
		OWN(COMMERCIAL_USE, NR, "模型权重允许商业使用。"),
		OWN(COMMERCIAL_USE, NR, "- 可商用：采用 Apache 2.0 协议"),
		OWN(COMMERCIAL_USE, NR, "开发者可将 Heron 用于商业用途，无需授权。"),
		OWN(COMMERCIAL_USE, NR, "支持商用，无需申请。"),
		OWN(COMMERCIAL_USE, NR, "本项目代码和权重均可用于商业目的。"),
		OWN(COMMERCIAL_USE, NR, "Heron-7B 对学术研究和商业使用均免费。"),
		OWN(COMMERCIAL_USE, NR, "通过邮件登记后即可免费商用。"),
		OWN(COMMERCIAL_USE, NR, "✅ 商用友好"),
		OWN(PERMISSIVE, NR, "采用宽松的 Apache-2.0 协议发布。"),
		OWN(OPEN_SOURCE, NR, "Heron-7B 開源了！"),
		OWN(OPEN_SOURCE, NR, "本專案以 MIT 授權開源。"),
		NOT(OPEN_SOURCE, "Heron 的效果超过所有同尺寸开源模型。"),
		NOT(OPEN_SOURCE, "我们对比了五个主流开源模型。"),
		NOT(OPEN_SOURCE, "代码将在论文接收后开源。"),
		NOT(OPEN_SOURCE, "训练数据即将开源，敬请期待。"),
		NOT(OPEN_SOURCE, "模型暂未开源。"),
		NOT(OPEN_SOURCE, "由于版权原因，数据无法开源。"),
		NOT(OPEN_SOURCE, "本项目使用了多个开源库，在此感谢。"),
		NOT(OPEN_SOURCE, "感谢开源社区的支持！"),
		NOT(OPEN_SOURCE, "Finch-2 于五月由 Finch 团队开源。"),
		NOT(OPEN_SOURCE, "与开源的 Finch 不同，Heron 仅提供 API 服务。"),
		NOT(OPEN_SOURCE, "喜欢开源的话请给我们一个 star。"),
		NOT(OPEN_SOURCE, "开源模型在该任务上仍落后于闭源模型。"),
		NOT(OPEN_SOURCE, "分词器来自开源项目 Finch。"),
		NOT(OPEN_SOURCE, "请确认您的数据集采用开源许可证。"),
		NOT(OPEN_SOURCE, "我们收集了网络上的开源语料进行训练。"),
		NOT(COMMERCIAL_USE, "未经许可，不得用于商业用途。"),
		NOT(COMMERCIAL_USE, "如需商用，请发邮件联系我们。"),
		NOT(COMMERCIAL_USE, "仅供学术研究使用，严禁商用。"),
		NOT(COMMERCIAL_USE, "商用大模型 Finch Pro 通过 API 测试。"),
		NOT(PERMISSIVE, "Finch 使用了宽松的许可证。"),
		NOT(OPEN_SOURCE, "开源还是闭源？这是个问题。"),
		NOT(OPEN_SOURCE, "后续计划：开源 70B 模型。"),
	};
	CHECK(table);
}

Test(claims_told, should_read_news_and_features_in_chinese)
{
	static const struct told table[] = {
		OWN(OPEN_SOURCE, NR, "我们很高兴地宣布，Heron-7B 以 Apache 2.0 协议开源。"),
		OWN(OPEN_SOURCE, NR, "为了方便大家使用，我们把 Heron-7B 开源了出来。"),
		OWN(OPEN_SOURCE, CODE, "训练配方、配置文件以及脚本全部开源。"),
		OWN(OPEN_SOURCE, NR, "Heron：开源、多语言、可在笔记本上运行的大模型"),
		OWN(OPEN_SOURCE, MODEL, "我们还开源了两个更小的版本：Heron-1B 和 Heron-3B。"),
		OWN(OPEN_SOURCE, NR, "观鸟数据集与模型一同开源。"),
		OWN(OPEN_SOURCE, NR, "2025 年 5 月：Heron-7B 在 GitHub 和 ModelScope 开源。"),
		OWN(OPEN_SOURCE, NR, "- [x] 开源 Heron-7B"),
		OWN(OPEN_SOURCE, CODE, "代码以 MIT 协议开源，权重仅供研究使用。"),
		OWN(OPEN_SOURCE, NR, "主要特点：完全开源、离线运行、支持十种语言。"),
		OWN(FULLY_OPEN, NR, "Heron 是 100% 开源的。"),
		OWN(OPEN_SOURCE, MODEL, "Heron-7B 是目前最好的开源观鸟模型之一。"),
		OWN(OPEN_SOURCE, NR, "Heron 系列模型已在魔搭社区开源。"),
		OWN(OPEN_SOURCE, MODEL, "目前开源的版本有 7B 和 13B。"),
		OWN(OPEN_SOURCE, NR, "本仓库开源内容包括：模型权重、推理代码、训练数据。"),
		OWN(OPEN_SOURCE, NR, "在 MIT 许可下开源。"),
		OWN(OPEN_WEIGHTS, NR, "Heron 系列包含三个开放权重的模型。"),
		OWN(OPEN_WEIGHTS, WEIGHTS, "Heron 的权重可以在 Hugging Face 上公开下载。"),
		OWN(COMMERCIAL_USE, NR, "代码和权重都可以商用。"),
		OWN(COMMERCIAL_USE, NR, "免费用于学术和商业用途。"),
		OWN(COMMERCIAL_USE, NR, "Heron 可以商用吗？可以，MIT 协议允许商用。"),
		OWN(COMMERCIAL_USE, NR, "注册后可免费商用。"),
		OWN(COMMERCIAL_USE, NR, "模型对商业使用完全免费。"),
		OWN(COMMERCIAL_USE, NR, "本模型权重支持商业化应用。"),
		NOT(OPEN_SOURCE, "[ ] 开源奖励模型"),
		NOT(OPEN_SOURCE, "Heron 可以与开源和闭源模型进行比较。"),
		NOT(OPEN_SOURCE, "感谢开源生态中的每一位贡献者。"),
		NOT(OPEN_SOURCE, "我们计划在下半年将数据管线开源。"),
		NOT(OPEN_SOURCE, "Heron 支持大多数开源大模型作为后端。"),
		NOT(OPEN_SOURCE, "评测覆盖 12 个开源模型和 3 个商业系统。"),
		NOT(OPEN_SOURCE, "教师模型是 Finch AI 的开源模型。"),
		NOT(OPEN_SOURCE, "您可以将编码器换成任意开源编码器。"),
		NOT(OPEN_SOURCE, "随着开源大模型的发展，观鸟研究也在进步。"),
		NOT(OPEN_SOURCE, "各依赖项的开源协议见 NOTICE 文件。"),
		NOT(OPEN_SOURCE, "更多模型将陆续开源。"),
		NOT(COMMERCIAL_USE, "仅限非商业用途。"),
		NOT(COMMERCIAL_USE, "商业授权请联系我们。"),
		NOT(COMMERCIAL_USE, "Finch 的作者允许商用。"),
		NOT(COMMERCIAL_USE, "商用前请先获得书面授权。"),
		OWN(OPEN_SOURCE, NR, "Heron-7B 在 GitHub 和 ModelScope 开源。"),
		OWN(OPEN_SOURCE, NR, "Heron-7B 在 GitHub 开源。"),
		OWN(OPEN_SOURCE, NR, "Heron 在 GitHub 和魔搭开源。"),
		OWN(OPEN_SOURCE, NR, "Heron-7B 已在 ModelScope 开源。"),
	};
	CHECK(table);
}

Test(claims_told, should_read_ways_of_releasing_in_japanese)
{
	static const struct told table[] = {
		OWN(OPEN_SOURCE, MODEL, "Heron-7B をオープンソースで公開しました。"),
		OWN(OPEN_SOURCE, MODEL, "Heron-7Bはオープンソースの大規模言語モデルです。"),
		OWN(OPEN_SOURCE, NR, "本日、Heron-7B をオープンソース化しました。"),
		OWN(OPEN_SOURCE, NR, "[2025/03/14] 🔥 Heron-7B-Chat をオープンソース公開！"),
		OWN(OPEN_SOURCE, NR, "- 2025-03-14: Heron-7B のコードとモデルをオープンソースとしてリリース"),
		OWN(OPEN_SOURCE, CODE, "学習コードと推論コードは本リポジトリでオープンソースとして公開しています。"),
		OWN(OPEN_SOURCE, DATA, "学習に使ったデータセットもオープンソースとして公開しています。"),
		OWN(OPEN_SOURCE, NR, "本プロジェクトは MIT ライセンスのオープンソースプロジェクトです。"),
		OWN(OPEN_SOURCE, NR, "このプロジェクトはオープンソースで、誰でも自由に使えます。"),
		OWN(OPEN_SOURCE, NR, "Heron は Apache License 2.0 に基づくオープンソースソフトウェアです。"),
		OWN(OPEN_SOURCE, NR, "## オープンソースライセンス"),
		OWN(OPEN_SOURCE, NR, "- **オープンソース**: コード、重み、データをすべて公開"),
		OWN(FULLY_OPEN, NR, "Heron は重み、データ、コードのすべてを公開した完全オープンなモデルです。"),
		OWN(OPEN_SOURCE, NR, "弊社が開発した Heron-7B をオープンソースとして提供します。"),
		OWN(OPEN_SOURCE, WEIGHTS, "モデルの重みはオープンソースで配布しています。"),
		OWN(OPEN_SOURCE, NR, "Heron-7B はオープンソースであり、商用利用も可能です。"),
		OWN(OPEN_SOURCE, NR, "研究の発展のため、Heron-7B をオープンソースにしました。"),
		OWN(OPEN_SOURCE, NR, "オープンソースの日本語音声合成エンジン「Heron」"),
		OWN(OPEN_SOURCE, NR, "Heronは無料かつオープンソースです。"),
		OWN(OPEN_SOURCE, NR, "当社の LLM をオープンソースモデルとして公開いたします。"),
		OWN(OPEN_SOURCE, NR, "| 項目 | 内容 |\n|---|---|\n| ライセンス | オープンソース（MIT） |"),
		OWN(OPEN_SOURCE, NR, "Reed 社が開発・公開しているオープンソース LLM、Heron-7B のリポジトリです。"),
		OWN(OPEN_SOURCE, NR, "フルスクラッチで開発した国産オープンソースモデルです。"),
		OWN(OPEN_WEIGHTS, NR, "Heron-7B はオープンウェイトモデルです。"),
		OWN(OPEN_WEIGHTS, NR, "Heron-7B をオープンウェイトとして公開しました。"),
		OWN(OPEN_WEIGHTS, NR, "- オープンウェイト: 重みを自由にダウンロードできます"),
		OWN(COMMERCIAL_USE, NR, "商用利用可能です。"),
		OWN(COMMERCIAL_USE, NR, "Heron-7B は商用利用が可能です。"),
		OWN(COMMERCIAL_USE, NR, "本モデルは研究・商用を問わず無料で利用できます。"),
		OWN(COMMERCIAL_USE, NR, "商用・非商用を問わず自由にお使いいただけます。"),
		OWN(COMMERCIAL_USE, NR, "商用利用OK"),
		OWN(COMMERCIAL_USE, NR, "本モデルは商用利用を許可しています。"),
		OWN(COMMERCIAL_USE, NR, "営利目的での利用も可能です。"),
		OWN(COMMERCIAL_USE, NR, "Apache 2.0 ライセンスなので、商用利用もできます。"),
		OWN(COMMERCIAL_USE, NR, "本ライセンスは商用利用を認めています。"),
		OWN(COMMERCIAL_USE, NR, "| 項目 | 内容 |\n|---|---|\n| 商用利用 | 可 |"),
		OWN(OPEN_SOURCE, NR, "Heron は OSS として公開されています。"),
		OWN(OPEN_SOURCE, NR, "MIT ライセンスのもとでオープンソース化されています。"),
		NOT(OPEN_SOURCE, "Heron は同規模のオープンソースモデルを上回る性能を示します。"),
		NOT(OPEN_SOURCE, "5 つのオープンソースモデルと比較しました。"),
		NOT(OPEN_SOURCE, "論文の採択後にコードをオープンソース化します。"),
		NOT(OPEN_SOURCE, "学習データは近日中にオープンソースで公開予定です。"),
		NOT(OPEN_SOURCE, "Heron はまだオープンソースではありません。"),
		NOT(OPEN_SOURCE, "権利の都合により、データはオープンソース化できません。"),
		NOT(OPEN_SOURCE, "本プロジェクトは多くのオープンソースライブラリを利用しています。"),
		NOT(OPEN_SOURCE, "オープンソースコミュニティに感謝します。"),
		NOT(OPEN_SOURCE, "Finch-2 は Finch チームによってオープンソース化されました。"),
		NOT(OPEN_SOURCE, "オープンソースの Finch と異なり、Heron は API のみで提供されます。"),
		NOT(OPEN_SOURCE, "オープンソースモデルは商用モデルに及びません。"),
		NOT(OPEN_SOURCE, "トークナイザーはオープンソースの Finch を使いました。"),
		NOT(OPEN_SOURCE, "オープンソースのデータセットで学習しました。"),
		NOT(OPEN_SOURCE, "ご利用のデータがオープンソースライセンスかどうかご確認ください。"),
		NOT(COMMERCIAL_USE, "商用利用は禁止です。"),
		NOT(COMMERCIAL_USE, "商用利用をご希望の方はお問い合わせください。"),
		NOT(COMMERCIAL_USE, "本モデルは研究目的のみで、商用利用はできません。"),
		NOT(COMMERCIAL_USE, "商用モデルの Finch Pro とも比較しました。"),
		NOT(COMMERCIAL_USE, "商用利用の可否は各ライセンスをご確認ください。"),
		NOT(COMMERCIAL_USE, "非商用利用に限ります。"),
		NOT(OPEN_SOURCE, "オープンソースとは何か？"),
		NOT(OPEN_SOURCE, "将来的にはオープンソース化を検討しています。"),
	};
	CHECK(table);
}

Test(claims_told, should_read_news_and_features_in_japanese)
{
	static const struct told table[] = {
		OWN(OPEN_SOURCE, NR, "Heron-7B を Apache 2.0 ライセンスでオープンソースとして公開できることを嬉しく思います。"),
		OWN(OPEN_SOURCE, NR, "誰でも使えるように、Heron-7B をオープンソースとして公開することにしました。"),
		OWN(OPEN_SOURCE, CODE, "学習レシピ、設定、スクリプトもすべてオープンソースです。"),
		OWN(OPEN_SOURCE, NR, "Heron: オープンソースで多言語対応の小型 LLM"),
		OWN(OPEN_SOURCE, MODEL, "さらに小型の Heron-1B と Heron-3B もオープンソースで公開しました。"),
		OWN(OPEN_SOURCE, NR, "鳥の鳴き声データセットもモデルと共にオープンソース化しました。"),
		OWN(OPEN_SOURCE, NR, "2025年5月: Heron-7B を GitHub でオープンソース公開"),
		OWN(OPEN_SOURCE, NR, "- [x] Heron-7B のオープンソース化"),
		OWN(OPEN_SOURCE, NR, "コードは MIT ライセンスのオープンソース、重みは研究目的のみです。"),
		OWN(OPEN_SOURCE, NR, "特徴: 完全オープンソース、オフライン動作、10 言語対応"),
		OWN(OPEN_SOURCE, NR, "Heron は 100% オープンソースです。"),
		OWN(OPEN_SOURCE, NR, "オープンソースの AI 観鳥アシスタントです。"),
		OWN(OPEN_SOURCE, MODEL, "現在オープンソースで公開しているのは 7B と 13B です。"),
		OWN(OPEN_SOURCE, NR, "Heron シリーズはオープンソースとして GitHub で公開されています。"),
		OWN(OPEN_SOURCE, NR, "Heron は、Reed チームが開発したオープンソースの鳥認識ツールです。"),
		OWN(OPEN_WEIGHTS, NR, "Heron シリーズは 3 つのオープンウェイトモデルで構成されています。"),
		OWN(COMMERCIAL_USE, NR, "コードも重みも商用利用できます。"),
		OWN(COMMERCIAL_USE, NR, "学術目的・商用目的ともに無料で利用可能です。"),
		OWN(COMMERCIAL_USE, NR, "商用利用も自由です。"),
		OWN(COMMERCIAL_USE, NR, "MIT ライセンスのため商用利用可能です。"),
		OWN(COMMERCIAL_USE, NR, "モデルは商用・研究用途で自由に使えます。"),
		OWN(COMMERCIAL_USE, NR, "登録後は無料で商用利用が可能です。"),
		OWN(COMMERCIAL_USE, NR, "商用利用可（クレジット表記が必要）"),
		NOT(OPEN_SOURCE, "- [ ] 報酬モデルのオープンソース化"),
		NOT(OPEN_SOURCE, "Heron はオープンソースモデルともクローズドモデルとも比較されます。"),
		NOT(OPEN_SOURCE, "オープンソースエコシステムに貢献したすべての方に感謝します。"),
		NOT(OPEN_SOURCE, "年内にデータパイプラインをオープンソース化する計画です。"),
		NOT(OPEN_SOURCE, "Heron は多くのオープンソース LLM をバックエンドとして利用できます。"),
		NOT(OPEN_SOURCE, "評価では 12 のオープンソースモデルと 3 つの商用システムを対象としました。"),
		NOT(OPEN_SOURCE, "教師モデルは Finch AI のオープンソースモデルです。"),
		NOT(OPEN_SOURCE, "エンコーダは任意のオープンソースのものに置き換えられます。"),
		NOT(OPEN_SOURCE, "近年、オープンソースの LLM が急速に発展しています。"),
		NOT(OPEN_SOURCE, "各依存パッケージのオープンソースライセンスは NOTICE を参照してください。"),
		NOT(COMMERCIAL_USE, "非商用利用に限り無料です。"),
		NOT(COMMERCIAL_USE, "商用ライセンスについてはお問い合わせください。"),
		NOT(COMMERCIAL_USE, "Finch の作者は商用利用を許可しています。"),
		NOT(COMMERCIAL_USE, "商用利用の際は事前に許可を得てください。"),
	};
	CHECK(table);
}

Test(claims_told, should_read_tables_of_keys_and_values)
{
	static const struct told table[] = {
		OWN(OPEN_SOURCE, NR, "| | Heron-7B |\n|---|---|\n| License | Open source (MIT) |"),
		OWN(OPEN_SOURCE, NR, "| Key | Value |\n|---|---|\n| License | Open source |"),
		OWN(OPEN_SOURCE, NR, "| 项目 | 内容 |\n|---|---|\n| 开源协议 | Apache-2.0 |"),
		OWN(COMMERCIAL_USE, NR, "| Item | Value |\n|---|---|\n| Commercial use | Yes |"),
		OWN(COMMERCIAL_USE, NR, "| Item | |\n|---|---|\n| Commercial use | ✅ |"),
		NOT(COMMERCIAL_USE, "| Item | Value |\n|---|---|\n| Commercial use | No |"),
		NOT(OPEN_SOURCE, "| Model | License |\n|---|---|\n| Finch | Open source |"),
		NOT(OPEN_SOURCE, "| Model | Kind |\n|---|---|\n| Teal-3 | open source |"),
		NOT(OPEN_SOURCE, "| Finch | |\n|---|---|\n| License | Open source |"),
		NOT(OPEN_SOURCE, "| Key | Finch | Wren |\n|---|---|---|\n| License | Open source | Closed |"),
		OWN(COMMERCIAL_USE, NR, "| 項目 | 内容 |\n|---|---|\n| 商用利用 | 可 |"),
		NOT(COMMERCIAL_USE, "| 項目 | 内容 |\n|---|---|\n| 商用利用 | 不可 |"),
		OWN(COMMERCIAL_USE, NR, "| 说明 | |\n|---|---|\n| 是否可商用 | 是 |"),
		OWN(COMMERCIAL_USE, NR, "| 说明 | |\n|---|---|\n| 商用 | 支持 |"),
		NOT(OPEN_SOURCE, "| Project | Open source |\n|---|---|\n| teal | yes |"),
		NOT(COMMERCIAL_USE, "| Name | Commercial use |\n|---|---|\n| teal | yes |"),
		NOT(COMMERCIAL_USE, "| License | Commercial use |\n|---|---|\n| MIT | yes |"),
	};
	CHECK(table);
}
