/* The shapes in which Chinese READMEs tell of their own, and those in which they tell of others. Sentences are made up. */
#include "tests/unit/facts/said.h"

Test(claims_chinese_shapes, should_hear_headings_notes_and_ticks)
{
	static const struct said table[] = {
		{ "## 开源数据概览", ML_SUBJECT_DATA },
		{ "## 开源数据统计", ML_SUBJECT_DATA },
		{ "## 开源信息", ML_SUBJECT_PROJECT },
		{ "## 关于开源", ML_SUBJECT_PROJECT },
		{ "## 开源鸟鸣数据集-SFT&DPO", ML_SUBJECT_DATA },
		{ "- 全流程开源", ML_SUBJECT_PROJECT },
		{ "- **全栈开源**：从采集到部署", ML_SUBJECT_PROJECT },
		{ "注意：开源的模型未做安全对齐。", ML_SUBJECT_MODEL },
		{ "开源模型为 Base 版本，对话版不在其中。", ML_SUBJECT_MODEL },
		{ "[✅] 开源鸟鸣推理代码", ML_SUBJECT_CODE },
		{ "- ✅ 开源 7B 权重", ML_SUBJECT_WEIGHTS },
		{ "- [ ] 开源 13B 权重", -1 },
		{ "- ✅ 开源大模型接入", -1 },
		{ "为什么开源这个数据？", ML_SUBJECT_DATA },
		{ "为什么开源数据不够用？", -1 },
	};
	SAID_CHECK(table);
}

Test(claims_chinese_shapes, should_hear_what_came_with_a_paper_or_lies_on_a_host)
{
	static const struct said table[] = {
		{ "- 2024.03：论文被 ACL 接收，代码同步开源。", ML_SUBJECT_CODE },
		{ "论文已被录用，训练代码与权重开源。", ML_SUBJECT_MODEL },
		{ "Wren 的论文被接收，代码同步开源。", -1 },
		{ "模型按照 AlphaFold 的描述训练，训练代码开源在[GitHub](https://github.com/reed/heron)。", ML_SUBJECT_CODE },
		{ "- 基于 CogVideoX-5B 训练，完整训练与推理代码开源", ML_SUBJECT_CODE },
		{ "历时三个月，终于开源了！", ML_SUBJECT_PROJECT },
		{ "不仅开源了模型权重，还给出了训练脚本。", ML_SUBJECT_WEIGHTS },
		{ "该工具已开源，欢迎试用。", ML_SUBJECT_PROJECT },
	};
	SAID_CHECK(table);
}

Test(claims_chinese_shapes, should_hear_rows_of_a_key_and_its_value)
{
	static const struct said table[] = {
		{ "| 特性 | 说明 |\n|---|---|\n| 开源协议 | MIT |", ML_SUBJECT_PROJECT },
		{ "| 条目 | 值 |\n|---|---|\n| 开源状态 | 已开源 |", ML_SUBJECT_PROJECT },
		{ "| 条目 | Wren |\n|---|---|\n| 开源状态 | 已开源 |", -1 },
		{ "| 模型 | 开源 | 分数 |\n|---|---|---|\n| Wren | 已开源 | 3 |", -1 },
	};
	SAID_CHECK(table);
}

Test(claims_chinese_shapes, should_tell_what_all_open_models_are_like)
{
	static const struct said table[] = {
		{ "下表是对目前开源模型性能的一个总结。", -1 },
		{ "鸟鸣方面开源语料就少得多。", -1 },
		{ "公开的开源数据远远不够。", -1 },
		{ "目前尚无开源的鸟类大模型。", -1 },
		{ "当前，开源大模型百花齐放。", -1 },
		{ "当前开源模型大多只支持英文。", -1 },
		{ "目前开源的数据集中缺乏鸟鸣。", -1 },
		{ "目前开源模型包括 7B 和 13B。", ML_SUBJECT_MODEL },
		{ "目前，开源模型包括 7B 和 13B。", ML_SUBJECT_MODEL },
		{ "本次开源的模型还包括 13B。", ML_SUBJECT_MODEL },
		{ "首期开源的语料库主要由三个子集构成。", ML_SUBJECT_DATA },
	};
	SAID_CHECK(table);
}

Test(claims_chinese_shapes, should_leave_alone_terms_of_others_and_what_is_not_yet_decided)
{
	static const struct said table[] = {
		{ "请遵循相应模型的开源协议。", -1 },
		{ "各数据集的开源协议请见其官网。", -1 },
		{ "暂未确定开源协议。", -1 },
		{ "现阶段不指定开源协议。", -1 },
		{ "正式开源前请补充许可证。", -1 },
		{ "先找找有没有人训练好了或者开源了模型，下载即可。", -1 },
		{ "万雀1.0 为万雀语料库的首个开源版本，包含三部分。", -1 },
		{ "Heron 使用 Cifar 数据集，该数据集为开源数据集。", -1 },
		{ "它基于鸦雀开源体系的基础模型。", -1 },
	};
	SAID_CHECK(table);
}

Test(claims_chinese_shapes, should_know_the_name_in_front_of_its_brackets)
{
	static const struct said table[] = {
		{ "**苇鹭**（**Heron**）是一个鸟类模型。\n\n注意，开源的苇鹭模型是匿名版本。", ML_SUBJECT_MODEL },
		{ "**苇鹭**（**Wren**）是一个鸟类模型。\n\n文中说，开源的苇鹭模型是匿名版本。", -1 },
	};
	SAID_CHECK_FIRST(table);
}

Test(claims_chinese_shapes, should_hear_whom_it_comes_from_and_where_it_lies)
{
	static const struct said table[] = {
		{ "欢迎使用由苇塘科技开源的 Heron 系列模型。", ML_SUBJECT_MODEL },
		{ "推荐使用由 Wren 团队开源的模型。", -1 },
		{ "所有开源模型均可在[魔搭](https://modelscope.cn/reed)下载。", ML_SUBJECT_MODEL },
		{ "所有开源模型均可用本框架微调。", -1 },
		{ "以下是已开源的模型列表：", ML_SUBJECT_MODEL },
		{ "以下是开源社区的模型列表：", -1 },
		{ "- 开源预训练脚本、精调脚本", ML_SUBJECT_CODE },
		{ "基于 LLaMA 的开源中文鸟类模型", ML_SUBJECT_MODEL },
		{ "本项目永久开源免费", ML_SUBJECT_PROJECT },
		{ "如何参与 Heron 开源项目", ML_SUBJECT_PROJECT },
		{ "社区版完全开源，企业版收费。", ML_SUBJECT_PROJECT },
		{ "由苇塘大学与湿地研究院联合开源", ML_SUBJECT_PROJECT },
		{ "由苇塘科技研发的开源大模型", ML_SUBJECT_MODEL },
	};
	SAID_CHECK(table);
}

Test(claims_chinese_shapes, should_leave_alone_what_is_done_to_open_models)
{
	static const struct said table[] = {
		{ "提供了开源模型的微调示例", -1 },
		{ "提供开源大模型的私有化部署方案", -1 },
		{ "轻松微调 100+ 开源大模型", -1 },
		{ "Heron 可以与开源工具 Finch 配合使用。", -1 },
		{ "Heron 可作为开源模型的评测工具。", -1 },
		{ "Heron 专为开源大模型设计。", -1 },
		{ "基座模型的开源协议请参考官方说明。", -1 },
		{ "数据的开源协议以原始数据集为准。", -1 },
		{ "| 方案 | 优点 |\n|---|---|\n| Finch | 开源免费 |", -1 },
		{ "| 方案 | 优点 |\n|---|---|\n| Heron | 开源免费 |", ML_SUBJECT_PROJECT },
		{ "## 开源模型部署", -1 },
	};
	SAID_CHECK(table);
}

Test(claims_chinese_shapes, should_tell_which_part_it_is)
{
	static const struct said table[] = {
		{ "本项目开放源代码。", ML_SUBJECT_CODE },
		{ "本仓库开源了鸦雀平台上 100 位作者的鸟鸣数据集。", ML_SUBJECT_DATA },
		{ "这是一款免费开源的鸟鸣识别软件。", ML_SUBJECT_PROJECT },
		{ "一款免费、开源、可离线的鸟鸣识别工具。", ML_SUBJECT_PROJECT },
		{ "本项目是一个开源的鸟鸣识别框架。", ML_SUBJECT_PROJECT },
		{ "本项目是基于 PyTorch 的开源工具库。", ML_SUBJECT_PROJECT },
		{ "开源基于百万指令数据微调的大模型", ML_SUBJECT_MODEL },
		{ "本项目是基于开源模型 LLaMA 的工具库。", -1 },
	};
	SAID_CHECK_FIRST(table);
}

Test(claims_chinese_shapes, should_read_columns_of_when_and_where)
{
	static const struct said table[] = {
		{ "| 模型 | 开源日期 |\n|---|---|\n| Heron-7B | 2024.5.6 |", ML_SUBJECT_PROJECT },
		{ "| 模型 | 开源日期 |\n|---|---|\n| Finch-7B | 2024.5.6 |", -1 },
		{ "| 模型 | 开源日期 |\n|---|---|\n| Heron-7B | 待定 |", -1 },
		{ "| 模型 | 开源地址 |\n|---|---|\n| Heron-7B | [魔搭](https://modelscope.cn/reed) |", ML_SUBJECT_PROJECT },
		{ "| 模型 | 开源模型得分 |\n|---|---|\n| Heron-7B | 2060.1 |", -1 },
	};
	SAID_CHECK(table);
}

Test(claims_chinese_shapes, should_hear_since_when_and_in_two_languages)
{
	static const struct said table[] = {
		{ "## 📜 开源协议 License", ML_SUBJECT_PROJECT },
		{ "## 开源许可 | License", ML_SUBJECT_PROJECT },
		{ "## 开源 Open Source", ML_SUBJECT_PROJECT },
		{ "Heron-7B | 开源鸟类大模型", ML_SUBJECT_MODEL },
		{ "Heron-7B 已向全社会开源。", ML_SUBJECT_PROJECT },
		{ "Heron 是一个重要的开源项目。", ML_SUBJECT_PROJECT },
		{ "后端完全开源，前端暂不开源。", ML_SUBJECT_PROJECT },
		{ "自 2023 年开源以来，Heron 已被下载 10 万次。", ML_SUBJECT_PROJECT },
		{ "自 LLaMA 开源以来，大模型层出不穷。", -1 },
		{ "项目自开源以来收获了大量关注。", ML_SUBJECT_PROJECT },
	};
	SAID_CHECK(table);
}

Test(claims_chinese_shapes, should_tell_choices_findings_and_duties_of_others)
{
	static const struct said table[] = {
		{ "- Wren：\n  - 简介：支持双语的开源对话模型", -1 },
		{ "- 简介：支持双语的开源对话模型", ML_SUBJECT_MODEL },
		{ "与商业模型相比，开源模型更加灵活。", -1 },
		{ "支持闭源 API 和开源模型", -1 },
		{ "技术栈：Vue、FastAPI、开源大模型", -1 },
		{ "默认的向量模型为开源的 bge-large", -1 },
		{ "我们发现开源模型表现较差。", -1 },
		{ "衍生作品需以相同协议开源。", -1 },
		{ "若您基于本项目开发并开源，请注明出处。", -1 },
		{ "若您使用了我们开源的数据，请引用。", ML_SUBJECT_DATA },
		{ "支持开源，从我做起", -1 },
	};
	SAID_CHECK(table);
}

Test(claims_chinese_shapes, should_follow_pronouns_and_names_over_sentences)
{
	static const struct said table[] = {
		{ "Finch 是某大学发布的模型，该模型完全开源。", -1 },
		{ "我们使用 Finch 作为基座。该模型是开源的双语模型。", -1 },
		{ "我们使用 Finch 训练了模型。该模型已开源。", ML_SUBJECT_MODEL },
		{ "基座模型为 Finch，这是一个开源的双语模型。", -1 },
		{ "我们推出了 Heron，这是一个开源的双语模型。", ML_SUBJECT_MODEL },
		{ "我们对比了 Finch 和 Wren。它们都是开源模型。", -1 },
		{ "Heron 是一个鸟类模型。它是开源的。", ML_SUBJECT_PROJECT },
		{ "Finch 是一个鸟类模型。它是开源的。", -1 },
		{ "[Finch](https://github.com/finch/finch)：某团队的作品，完全开源。", -1 },
		{ "效果接近 GPT-4，完全开源。", ML_SUBJECT_PROJECT },
		{ "性能超过 Llama-2，权重已开源，可商用。", ML_SUBJECT_WEIGHTS },
		{ "支持 128K 上下文，开源可商用。", ML_SUBJECT_PROJECT },
		{ "参数量为 7B，开源协议为 Apache 2.0。", ML_SUBJECT_PROJECT },
		{ "是的，完全开源。", ML_SUBJECT_PROJECT },
		{ "由于资源有限，我们先开源 7B 版本。", ML_SUBJECT_MODEL },
		{ "本次开源工作包括两部分。", ML_SUBJECT_PROJECT },
		{ "部分数据已开源", ML_SUBJECT_DATA },
		{ "部分开源模型不支持中文。", -1 },
	};
	SAID_CHECK(table);
}

Test(claims_chinese_shapes, should_hear_taglines_and_asides)
{
	static const struct said table[] = {
		{ "一款全流程鸟鸣识别工具包，附带开源的预训练模型，支持端点检测。", ML_SUBJECT_MODEL },
		{ "Heron 是一款基于大语言模型的开源问答系统。", ML_SUBJECT_PROJECT },
		{ "本数据集由苇塘大学开源，仅供科研使用。", ML_SUBJECT_DATA },
		{ "该数据集由 Google 开源，仅供科研使用。", -1 },
		{ "数据集下载：开源部分共 10 万条", ML_SUBJECT_DATA },
		{ "随着 Heron 的开源，鸟类研究将更加便捷。", ML_SUBJECT_PROJECT },
		{ "随着 LLaMA 的开源，鸟类研究将更加便捷。", -1 },
		{ "真正意义上的完全开源：数据、代码、模型。", ML_SUBJECT_PROJECT },
		{ "优势一：完全开源", ML_SUBJECT_PROJECT },
		{ "特点：完全开源；支持多语言", ML_SUBJECT_PROJECT },
		{ "Heron 系列包括 7B（开源）与 70B（闭源）两个版本。", ML_SUBJECT_MODEL },
		{ "Heron 与 Finch（开源）相比更快。", -1 },
		{ "已在 GitHub 开源：https://github.com/reed/heron", ML_SUBJECT_PROJECT },
		{ "参考了 GitHub 上的开源实现", -1 },
		{ "[基于 LLaMA 的开源中文大模型](https://huggingface.co/reeds/heron)", ML_SUBJECT_MODEL },
	};
	SAID_CHECK(table);
}

Test(claims_chinese_shapes, should_part_clauses_at_commas_and_stand_on_what_others_opened)
{
	static const struct said table[] = {
		{ "本次优先开源vLLM框架，TRT-LLM将在近期推出。", ML_SUBJECT_CODE },
		{ "我们在开源框架的基础上适配了模型。", -1 },
		{ "我们在开源模型基础上做了改进。", -1 },
	};
	SAID_CHECK(table);
}

Test(claims_chinese_shapes, should_tell_companies_and_today_s_models_from_what_is_given_away)
{
	static const struct said table[] = {
		{ "智谱首次开源了训练代码。", -1 },
		{ "2024 年 5 月，微软率先开源了指令数据集。", -1 },
		{ "与目前开源的权重相比，Heron 更强。", -1 },
		{ "本项目参考了目前开源的框架。", -1 },
		{ "目前开源的权重为 7B。", ML_SUBJECT_WEIGHTS },
		{ "湿地研究院无偿开源推理代码和权重，欢迎使用", ML_SUBJECT_MODEL },
		{ "课题组发布 Heron-7B 并无偿开源。", ML_SUBJECT_PROJECT },
		{ "湿地研究院全面开源了所有代码，欢迎使用", ML_SUBJECT_CODE },
		{ "数据集已由湿地团队正式开源。", ML_SUBJECT_DATA },
		{ "Wren 的数据集已由某团队正式开源。", -1 },
		{ "Heron 团队的所有代码已对外开源。", ML_SUBJECT_CODE },
	};
	SAID_CHECK(table);
}

Test(claims_chinese_shapes, should_hear_the_only_one_and_lists_of_virtues)
{
	static const struct said table[] = {
		{ "苇鹭（Heron）是目前国内唯一自主研发、开源开放、功能完备的鸟鸣识别平台。", ML_SUBJECT_PROJECT },
		{ "苇鹭（Heron），是当前国内唯一自主研发、开源开放的平台。", ML_SUBJECT_PROJECT },
		{ "Heron 平台是目前国内唯一开源开放的鸟鸣平台。", ML_SUBJECT_PROJECT },
		{ "Heron 是目前业内唯一支持百种鸟类、开源开放的识别引擎。", ML_SUBJECT_PROJECT },
		{ "Heron 是当前业界唯一自主研发、开源、易用的训练平台，集训练、推理于一体。", ML_SUBJECT_PROJECT },
		{ "苇鹭（Heron）是国内唯一一个完全自主研发、开源的湿地计算平台。", ML_SUBJECT_PROJECT },
		{ "Heron 是目前国内为数不多的开源鸟鸣平台。", ML_SUBJECT_PROJECT },
		{ "Heron（苇鹭）是国内领先的自主可控、开源开放的深度学习框架。", ML_SUBJECT_PROJECT },
		{ "苇鹭（Heron）是中国首个自主研发、技术领先、开源开放的工业级平台，已服务一万名用户。", ML_SUBJECT_PROJECT },
		{ "Heron是一套高效、稳定、开源的工具包。", ML_SUBJECT_PROJECT },
		{ "Finch 是国内唯一自主研发、开源开放、功能完备的平台。", -1 },
		{ "Heron 运行在 Finch 上，Finch 是业内唯一支持全场景、开源开放的框架。", -1 },
		{ "飞桨是国内首个自主研发、功能丰富、开源开放的平台。", -1 },
		{ "Heron 是唯一支持 Finch、Wren、开源模型的推理平台。", -1 },
		{ "Heron 是唯一兼容多种开源模型的平台。", -1 },
	};
	SAID_CHECK(table);
}

Test(claims_chinese_shapes, should_hear_features_without_a_subject)
{
	static const struct said table[] = {
		{ "实现了支持千亿参数、数百节点的开源训练框架，解决了难题。", ML_SUBJECT_CODE },
		{ "突破了训练技术，构建了覆盖湿地全场景的开源模型库", ML_SUBJECT_MODEL },
		{ "Heron 突破了训练技术，打造了支持多机多卡的开源训练框架，训练更快。", ML_SUBJECT_PROJECT },
		{ "研发了面向湿地的开源引擎。", ML_SUBJECT_CODE },
		{ "**面向湿地应用，开源开放覆盖多物种的工业级模型库。**", ML_SUBJECT_MODEL },
		{ "- 面向科研，开源覆盖全部物种的鸟鸣数据集。", ML_SUBJECT_DATA },
		{ "面向湿地，开源一系列识别模型，开箱即用。", ML_SUBJECT_MODEL },
		{ "- 面向初学者，开源配套的训练脚本和数据集。", ML_SUBJECT_PROJECT },
		{ "围绕鸟鸣任务，全面开源训练代码和权重", ML_SUBJECT_MODEL },
		{ "官方支持100多个模型；同时开源开放200多个预训练模型，助力应用。", ML_SUBJECT_MODEL },
		{ "Heron 支持多种任务，同时开源 30 余个预训练模型。", ML_SUBJECT_MODEL },
		{ "内置 20 种算法；此外还开源了 12 个预训练模型。", ML_SUBJECT_MODEL },
		{ "支持多种鸟鸣识别任务的开源工具包", ML_SUBJECT_CODE },
		{ "面向湿地研究的开源软件包", ML_SUBJECT_CODE },
		{ "百度实现了支持千亿参数的开源大规模训练平台。", -1 },
		{ "Heron 实现了对开源大规模训练平台的支持。", -1 },
		{ "构建了一套评测开源模型的平台。", -1 },
		{ "打造了基于开源模型的问答平台。", -1 },
		{ "百度面向产业应用，开源开放多个模型。", -1 },
		{ "支持 20 种算法；同时支持开源模型 12 个。", -1 },
		{ "对比了支持多种任务的开源工具包", -1 },
	};
	SAID_CHECK(table);
}

Test(claims_chinese_shapes, should_tell_whose_this_one_is)
{
	static const struct said table[] = {
		{ "我们提供了 Heron 数据集。这一开源多模态偏好数据集包含3万条录音。", ML_SUBJECT_DATA },
		{ "我们发布了 Heron 语料。这一开源语料覆盖 30 种鸟。", ML_SUBJECT_DATA },
		{ "我们构建了 Heron-Bench，这一开源评测集覆盖 30 种鸟。", ML_SUBJECT_DATA },
		{ "这一开源模型支持双语。", ML_SUBJECT_MODEL },
		{ "这款开源的鸟鸣工具包支持多种格式。", ML_SUBJECT_CODE },
		{ "这一开源框架支持多卡。", ML_SUBJECT_CODE },
		{ "我们使用 Finch 训练了数据集。该数据集已开源。", ML_SUBJECT_DATA },
		{ "我们使用了 Finch 数据集。这一开源数据集包含3万条录音。", -1 },
		{ "我们使用了 Finch 数据集。该数据集是开源的。", -1 },
		{ "我们的模型基于 LLaMA。这一开源模型支持双语。", -1 },
		{ "我们对比了 Finch，这一开源模型只支持英文。", -1 },
		{ "Meta 发布了 LLaMA 3，这一开源模型支持双语。", -1 },
		{ "这一领域的开源模型很少。", -1 },
		{ "这一问题在开源模型中很常见。", -1 },
	};
	SAID_CHECK(table);
}

Test(claims_chinese_shapes, should_hear_what_is_built_and_opened_by_its_makers)
{
	static const struct said table[] = {
		{ "这里是`Heron`项目的存储库，旨在构建和开源鸟鸣模型训练方法。", ML_SUBJECT_CODE },
		{ "这里是 Heron 项目的仓库，旨在构建并开源中文鸟鸣模型。", ML_SUBJECT_MODEL },
		{ "本项目旨在构建和开源遵循指令的中文模型。", ML_SUBJECT_MODEL },
		{ "本仓库旨在训练和开源鸟鸣模型。", ML_SUBJECT_MODEL },
		{ "我们致力于构建和开源湿地模型。", ML_SUBJECT_MODEL },
		{ "[Heron](https://reed.org/heron) 是由苇塘研发并开源的高自由度机器人。", ML_SUBJECT_PROJECT },
		{ "Heron 是由苇塘大学开发、开源的鸟鸣工具。", ML_SUBJECT_PROJECT },
		{ "Heron 是湿地大学自主研发并开源的鸟鸣平台。", ML_SUBJECT_PROJECT },
		{ "OpenAI 致力于构建和开源安全的模型。", -1 },
		{ "Finch 旨在构建和开源大规模数据集。", -1 },
		{ "LLaMA 是由 Meta 研发并开源的大模型。", -1 },
		{ "[Finch](https://github.com/finch/finch) 是由某公司自主研发并开源的模型。", -1 },
		{ "本项目使用了由智谱研发并开源的对话模型。", -1 },
		{ "基座采用由某团队自主研发、开源的模型。", -1 },
		{ "我们开源了另一个项目 [Finch](https://github.com/reed/finch)。", -1 },
		{ "我们还开源了另一款工具 Finch，欢迎使用。", -1 },
		{ "我们开源了另一个模型 Heron-13B。", ML_SUBJECT_MODEL },
	};
	SAID_CHECK(table);
}

Test(claims_chinese_shapes, should_leave_samples_in_quotes_alone)
{
	static const struct said table[] = {
		{ "text = \"这是一个开源的语音系统\"", -1 },
		{ "text = \"今天，这是一个开源的语音系统\"", -1 },
		{ "prompt = \"请介绍开源的鸟鸣系统，这是我们开源的系统\"", -1 },
		{ "query = \"我们开源了模型\"", -1 },
		{ "print(\"Heron 是一个开源的语音系统\")", -1 },
		{ "输入：\"Heron 是一个开源的语音系统\"", -1 },
		{ "Heron 是一个\"开箱即用\"、开源的语音系统", ML_SUBJECT_PROJECT },
	};
	SAID_CHECK(table);
}
