/* How Chinese READMEs tell of what their makers gave away, and of what they took from others. Sentences are made up. */
#include "tests/unit/facts/said.h"

Test(claims_chinese_releases, should_hear_who_made_and_opened_it)
{
	static const struct said table[] = {
		{ "Heron 是一个快速、可拓展、易于使用且支持自动求导的鸟鸣识别框架，由湿地研究院自主研发并开源。", ML_SUBJECT_CODE },
		{ "沼泽研究院开源了7B参数的鸟鸣大模型及训练代码。", ML_SUBJECT_MODEL },
		{ "沼泽实验室开源[Wren](https://github.com/reed/wren)通用问答模型。", -1 },
		{ "Wren研究院开源了鸟鸣模型。", -1 },
		{ "模型权重已上传至 HuggingFace 并开源。", ML_SUBJECT_WEIGHTS },
		{ "- **WingCorpus**：约60GB中文鸟类资讯数据集，现已开源。", ML_SUBJECT_DATA },
		{ "- **WingCorpus**：基于Finch的数据集，Finch现已开源。", -1 },
		{ "开源内容如下：", ML_SUBJECT_PROJECT },
		{ "- **开源可复现**：提供公平的评测方案", ML_SUBJECT_PROJECT },
		{ "Heron语言大模型是首个具备中英双语知识、支持国内数据合规需求的开源语言大模型。", ML_SUBJECT_MODEL },
		{ "Heron 模型权重对学术研究完全开放。", ML_SUBJECT_WEIGHTS },
		{ "平台对用户完全开放。", -1 },
		{ "我们的代码与模型仅供研究使用，我们已将数据清洗脚本一并开源。", ML_SUBJECT_CODE },
		{ "Heron 是由湿地大学开源的一万小时鸟鸣识别数据集。", ML_SUBJECT_DATA },
		{ "Heron 是世界上开源模型中准确度最高的模型；", ML_SUBJECT_MODEL },
		{ "- **小张** – 负责开源代码的日常看护", ML_SUBJECT_CODE },
		{ "- 开源多个[Heron系列指令微调模型权重]，具体参见我们的组织页面。", ML_SUBJECT_PROJECT },
		{ "我们将在这里开源如下资料：", ML_SUBJECT_PROJECT },
		{ "开源视觉预训练模型", ML_SUBJECT_MODEL },
		{ "鸟鸣团队FinchLab开源中文鸟鸣框架Heron", ML_SUBJECT_PROJECT },
		{ "深入了解，发掘我们的开源宝库。", ML_SUBJECT_PROJECT },
		{ "我们适配和开源了 Heron-7B 的小尺寸版本。", ML_SUBJECT_MODEL },
		{ "开源模型可以免费商用。", ML_SUBJECT_MODEL },
		{ "数据、模型、代码三开源", ML_SUBJECT_PROJECT },
		{ "模型参数开源、部分数据公开。", ML_SUBJECT_WEIGHTS },
		{ "本次开源的模型适配了多种芯片。", ML_SUBJECT_MODEL },
		{ "若您使用了 Heron 的开源成果，请引用：", ML_SUBJECT_PROJECT },
		{ "其[代码](https://github.com/reed/wren)、[论文](https://arxiv.org/abs/1)均已开源。", ML_SUBJECT_CODE },
		{ "本项目的所有开源代码和鸟类模型都按GPL-3.0许可。", ML_SUBJECT_MODEL },
		{ "目前开源的Heron模型可能存在部分局限。", ML_SUBJECT_MODEL },
		{ "这是官方的Wren项目：一个从头预训练的开源双语模型。", ML_SUBJECT_MODEL },
		{ "| 内容 | 状态 |\n|---|---|\n| 推理代码 | 已开源 |", ML_SUBJECT_CODE },
		{ "| 内容 | 状态 | 说明 |\n|---|---|---|\n| 7B 模型权重 | 已开源 | 无 |", ML_SUBJECT_WEIGHTS },
		{ "Heron-7B 权重放出，推理代码同日开源", ML_SUBJECT_CODE },
		{ "评测代码见附录，同样以 Apache-2.0 开源。", ML_SUBJECT_CODE },
		{ "原始视频不予公开，仅开源提取后的数据。", ML_SUBJECT_DATA },
		{ "如您的研究使用了我们开源的资源，请引用：", ML_SUBJECT_PROJECT },
		{ "开源一个月，收获许多关注。", ML_SUBJECT_PROJECT },
		{ "- 2025-08（第一批）：全部数据开源", ML_SUBJECT_DATA },
		{ "永久开源免费。", ML_SUBJECT_PROJECT },
		{ "如果你喜欢这个开源项目，请给一个 Star", ML_SUBJECT_PROJECT },
		{ "Heron 入选年度优秀开源项目。", ML_SUBJECT_PROJECT },
		{ "如需将开源代码用于商业产品，请联系我们。", ML_SUBJECT_CODE },
		{ "Heron 全家桶开源啦！", ML_SUBJECT_PROJECT },
		{ "## 开源声明", ML_SUBJECT_PROJECT },
		{ "PyTorch开源版本包含部分权重。", ML_SUBJECT_MODEL },
		{ "BirdEval：鸟类评测框架，开源，支持多语言", ML_SUBJECT_CODE },
		{ "合成数据：由我们的流水线生成，其中50万条已随本仓库一起开源。", ML_SUBJECT_DATA },
		{ "湿地研究院面向学术单位开源开放鸟鸣数据集与代码。", ML_SUBJECT_PROJECT },
		{ "通过高效微调，在FinchTrain框架上开源全参数训练代码。", ML_SUBJECT_CODE },
		{ "开源并持续扩充中文鸟鸣数据集。", ML_SUBJECT_DATA },
		{ "Heron 已在湿地大学和沼泽公司联合推动下开源。", ML_SUBJECT_PROJECT },
	};
	SAID_CHECK(table);
}

Test(claims_chinese_releases, should_leave_to_others_what_is_theirs)
{
	static const struct said table[] = {
		{ "Heron-7B 是开源对话模型 [Wren](https://github.com/reed/wren) 的第二代版本。", -1 },
		{ "- **易用且兼容开源**：支持常用的数据和模型。", -1 },
		{ "在没有 AGPL-3.0 开源要求的情况下，为产品提供灵活性。", -1 },
		{ "我们搜集了十余个开源的中文数据集。", -1 },
		{ "“Heron”将全方面的开源一系列预训练模型。", -1 },
		{ "我们已创建Heron开源讨论群，欢迎加入。", -1 },
		{ "开源模型可以保证数据不出域。", -1 },
		{ "Heron 旨在降低开源大模型的微调门槛，支持 100+ 开源模型。", -1 },
		{ "支持微调最新开源的 Llama 3", -1 },
		{ "使用 Heron 的开源项目", -1 },
		{ "我们对比了 5 个开源鸟鸣大模型。", -1 },
		{ "本项目受到开源项目[Wren](https://github.com/reed/wren/)的启发。", -1 },
		{ "| 内容 | 状态 |\n|---|---|\n| 训练代码 | 待开源 |", -1 },
		{ "| 数据 | 来源 |\n|---|---|\n| 英文百科数据 | 开源 |", -1 },
		{ "| 模型 | 状态 |\n|---|---|\n| Wren-7B | 已开源 |", -1 },
		{ "您的开源项目可以使用 Heron。", -1 },
		{ "- 2025-08（计划）：全部数据开源", -1 },
		{ "原作者开源了训练代码，见附录。", -1 },
		{ "论文作者开源的代码见附录。", -1 },
		{ "预训练语料由 GitHub 开源代码、问答网站构成。", -1 },
		{ "训练数据来源：开源数据集 WingPile。", -1 },
		{ "汇总目前开源的中文指令数据，并进行清洗。", -1 },
		{ "所用数据均为开源数据，下载链接见下。", -1 },
		{ "修复了开源数据链接失效的问题", -1 },
		{ "这个仓库是对开源语音模型 Wren 的简单封装。", -1 },
		{ "得益于开源中文数据，Heron 表现优异。", -1 },
		{ "作为完全开源的双语模型，ChatGLM3-6B 有很大优势。", -1 },
		{ "本项目是一个围绕开源大模型、针对初学者的教程。", -1 },
		{ "目前中文开源数据集规模仍远小于英文。", -1 },
		{ "高质量的开源数据集往往十分稀缺。", -1 },
		{ "另有几个子模块遵循其他开源许可证。", -1 },
		{ "欢迎提交问题，共同建设开源透明的Heron评测社区。", -1 },
	};
	SAID_CHECK_FIRST(table);
}

Test(claims_chinese_releases, should_hear_a_row_of_virtues)
{
	static const struct said table[] = {
		{ "开源 / 全面 / 轻量 / 易用", ML_SUBJECT_PROJECT },
		{ "轻量 / 开源 / 易用", ML_SUBJECT_PROJECT },
	};
	SAID_CHECK_FIRST(table);
}

Test(claims_chinese_releases, should_take_a_heading_of_another_with_words_that_add_nothing_for_his)
{
	static const struct said table[] = {
		{ "## 为什么选择ChatGLM3-6B\n\n- **完全开源**：模型权重、训练代码完全开源", -1 },
		{ "## ChatGLM3-6B 简介\n\n- **完全开源**：权重完全开源", -1 },
		{ "## 简介\n\n- **完全开源**：权重完全开源", ML_SUBJECT_PROJECT },
		{ "## 基于ChatGLM3-6B\n\n- **完全开源**：权重完全开源", ML_SUBJECT_PROJECT },
	};
	SAID_CHECK(table);
}

Test(claims_chinese_releases, should_hear_opened_parameters)
{
	claims_expect_own((struct claims_around){ "Heron-7B", .weights = true }, "项目已完成，开放模型参数供下载。", true);
}

/* Below "News" or behind a date what has no subject is the teller's, unless somebody else is named or linked. */
Test(claims_chinese_releases, should_take_news_without_a_subject_for_the_own)
{
	static const struct said table[] = {
		{ "## 更新\n\n- 2024-05-01 鸟鸣语料整理完毕，同步开源清洗脚本", ML_SUBJECT_CODE },
		{ "## 更新\n\n- 2024.05.02 放出第二批录音，同步开源", ML_SUBJECT_PROJECT },
		{ "## 更新\n\n- 2024.05.03 《Painting Birds for the Marsh and the Fen》已发布并开源！", ML_SUBJECT_PROJECT },
		{ "[2024.05.04] 《[Heron: Hearing Birds via a Small Model](https://arxiv.org/abs/1)》已开源", ML_SUBJECT_MODEL },
		{ "## 更新\n\n- 2024-05-05 支持最新开源的 Wren-3 模型", -1 },
		{ "## 更新\n\n- 2024-05-06 沼泽实验室开源[苇莺](https://github.com/reed/warbler)通用问答模型，欢迎关注", -1 },
		{ "## 更新\n\n- 2024-05-07 Meta 开源 Llama 3，已适配", -1 },
		{ "## 更新\n\n- 2024-05-08 与开源模型进行了对比", -1 },
		{ "## 更新\n\n- 2024-05-09 使用开源数据重新训练", -1 },
	};
	SAID_CHECK(table);
}

Test(claims_chinese_releases, should_read_a_title_in_another_language_with_the_verb_behind_it)
{
	static const struct said table[] = {
		{ "本文《On the Hearing of Birds in the Reeds》的代码已开源。", ML_SUBJECT_CODE },
		{ "The word 开源 is how one says it in Chinese.", -1 },
		{ "See the list of [开源模型列表](https://bird.example/list) for more of them.", -1 },
		{ "Thanks to the 开源社区 for all of the help.", -1 },
	};
	SAID_CHECK(table);
}

/* A framework is the whole where the repository is that; its scripts, and what is a part of a model, are code. */
Test(claims_chinese_releases, should_take_a_tool_of_the_own_name_for_the_whole)
{
	static const struct said table[] = {
		{ "我们开源了 Heron 评测框架，并发布第一版榜单。", ML_SUBJECT_PROJECT },
		{ "灰鹭正式开源鸟鸣安全框架——Heron，欢迎使用。", ML_SUBJECT_PROJECT },
		{ "本项目开源了一个从录音到标注的工具包。", ML_SUBJECT_PROJECT },
		{ "Heron 已开源两个系列的引擎。", ML_SUBJECT_PROJECT },
		{ "我们开源了训练框架。", ML_SUBJECT_CODE },
		{ "我们开源了 Heron 的训练框架。", ML_SUBJECT_CODE },
		{ "我们开源了 Heron 训练代码。", ML_SUBJECT_CODE },
		{ "本项目开源了训练脚本。", ML_SUBJECT_CODE },
		{ "2024/6/21 开源鸟鸣指令数据集 WingData 的 v0.2 版本", ML_SUBJECT_DATA },
	};
	SAID_CHECK(table);
}

Test(claims_chinese_releases, should_hear_places_firsts_and_aims)
{
	static const struct said table[] = {
		{ "所有内容（录音、标注、代码）均已在 GitHub 与 ModelScope 开源。", ML_SUBJECT_PROJECT },
		{ "本项目旨在构建一个万小时以上的用于学术研究的中文开源鸟鸣数据集。", ML_SUBJECT_DATA },
		{ "本项目旨在提供开源模型的部署方案。", -1 },
		{ "本项目旨在评测 Wren 等机构的开源模型。", -1 },
		{ "作为首批开源的百亿级鸟鸣模型之一，它在多个榜单上取得领先。", ML_SUBJECT_MODEL },
		{ "我们推出了 **Heron-7B**，这是上一代开源鸟鸣模型。", ML_SUBJECT_MODEL },
		{ "我们使用 Wren，这是一个开源模型。", -1 },
		{ "- 业界领先的开源鸟鸣识别模型，支持 50 种鸟类", ML_SUBJECT_MODEL },
		{ "- 业界领先的开源模型，如 Wren 与 Finch", -1 },
		{ "- 支持业界领先的开源模型", -1 },
		{ "在 Huggingface 平台开源部分鸟鸣模型。", ML_SUBJECT_MODEL },
		{ "Wren 在 Huggingface 平台开源了鸟鸣模型。", -1 },
		{ "我们对使用开源模型导致的任何问题不承担责任。", ML_SUBJECT_MODEL },
		{ "Heron 大模型由湿地大学鸟鸣实验室开源，参数从 1B 到 34B。", ML_SUBJECT_MODEL },
		{ "非官方 Wren 的开源实现。", -1 },
	};
	SAID_CHECK(table);
}

/* What a page says of its own without naming it, and the same words of others. */
Test(claims_chinese_releases, should_hear_bare_claims_of_a_page_and_not_those_of_others)
{
	static const struct said table[] = {
		{ "为方便大家研究，开源 5 万条多轮问答。", ML_SUBJECT_PROJECT },
		{ "本项目仅开源模型权重，不包含训练数据。", ML_SUBJECT_WEIGHTS },
		{ "本项目仅使用开源模型，不依赖商业接口。", -1 },
		{ "相较此前开源的 v1 版本，v2 的上下文更长。", ML_SUBJECT_MODEL },
		{ "此前开源的 Wren 模型仅限研究使用。", -1 },
		{ "- **真开源**：从数据到权重，毫无保留", ML_SUBJECT_PROJECT },
		{ "- **开源开放**：提供从 1B 到 34B 的全系列模型", ML_SUBJECT_PROJECT },
		{ "- 开源：Qwen、Llama、Yi", -1 },
		{ "- 轻量、高效、开源", ML_SUBJECT_PROJECT },
		{ "- 低成本、易部署，兼容开源", -1 },
		{ "所有开源模型均可在以下地址下载：", ML_SUBJECT_MODEL },
		{ "所有开源模型均可使用本框架进行微调。", -1 },
		{ "Heron-7B 在同尺寸中排名第一，是目前最强的开源鸟鸣模型。", ML_SUBJECT_MODEL },
		{ "目前最强的开源模型是 Qwen2-72B。", -1 },
		{ "开源许可证见 LICENSE 文件。", ML_SUBJECT_PROJECT },
		{ "本项目由灰鹭算法团队开源并维护。", ML_SUBJECT_PROJECT },
		{ "感谢各位对 Heron 开源项目的热情关注。", ML_SUBJECT_PROJECT },
		{ "亲爱的 Heron 开源社区成员：", -1 },
		{ "效果媲美主流大模型，开源可商用中文鸟鸣模型", ML_SUBJECT_MODEL },
		{ "项目刚开源，更新较频繁。", ML_SUBJECT_PROJECT },
		{ "- 迁移到开源推理引擎 vLLM", -1 },
		{ "- 更新了开源模型的下载方式，如 Qwen、Yi", -1 },
	};
	SAID_CHECK(table);
}

/* The first claim of a document of tencent's repository Heron. */
static const struct ml_claim_fact *of_tencent(struct memory *m, const char *body)
{
	struct ml_claim_fact *claims;
	size_t nr;
	char text[512];

	snprintf(text, sizeof text, "# Heron\n\n## 其他\n\n%s\n", body);
	memory_open(m);
	m->tree.owner = "tencent";
	m->tree.name = "Heron";
	struct ml_card *card = memory_card(m, text);
	memory_file(m, "model.safetensors", "");
	ml_identity_collect(m->facts);
	ml_claims_of_card(&claims, &nr, m->arena, m->facts, card);
	cr_assert_geq(nr, 1, "%s", body);
	return claims;
}

Test(claims_chinese_releases, should_know_the_maker_and_not_take_him_for_the_repository)
{
	struct memory m;
	const struct ml_claim_fact *claim = of_tencent(&m, "Heron 是腾讯开源的鸟鸣大模型。");

	cr_expect_eq(claim->stance, ML_STANCE_OWN, "%s", claim->step);
	cr_expect_null(claim->named);
	memory_close(&m);
	claim = of_tencent(&m, "[Egret](https://github.com/tencent/egret) 是腾讯开源的鸟鸣工具包。");
	cr_expect_str_eq(claim->named ? claim->named : "", "Egret", "%s", claim->step);
	memory_close(&m);
}
