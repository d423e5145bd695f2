/* Definitions in languages whose verb ends the sentence: who stands in front, and what is said of him last. Sentences are made up. */
#include "tests/unit/facts/said.h"

Test(claims_copula, should_hear_what_ends_a_japanese_sentence)
{
	static const struct said table[] = {
		{ "Heronは、オープンソースの水鳥観察アプリで、Vue 3で書かれています。", ML_SUBJECT_PROJECT },
		{ "HeronはLlamaを基にしたオープンソースの鳴き声生成器で、手元の計算機でも動きます。", ML_SUBJECT_PROJECT },
		{ "Heronは、音声・映像を扱うエージェントを構築・配備するためのオープンソースエコシステムです。", ML_SUBJECT_PROJECT },
		{ "Heronは、大規模言語モデルをベースとしたオープンソースの知識フレームワークで、企業の文書検索向けに設計されています。", ML_SUBJECT_PROJECT },
		{ "Heronのコードはオープンソースです。", ML_SUBJECT_CODE },
		{ "Heronは、日本語に強いオープンソースの言語モデルです。", ML_SUBJECT_MODEL },
		{ "Heronは、オープンソースモデルに対応した拡張機能です。", -1 },
		{ "Heronは、オープンソースの部品を組み合わせた装置で、誰でも作れます。", -1 },
		{ "Heronは、オープンソースのFinchを基にした生成器です。", -1 },
		{ "Heronは、オープンソースモデルより速い商品です。", -1 },
		{ "Finchは、オープンソースの水鳥観察アプリで、Vue 3で書かれています。", -1 },
	};
	SAID_CHECK(table);
}

Test(claims_copula, should_hear_what_ends_a_korean_sentence)
{
	static const struct said table[] = {
		{ "Heron은 대화형 에이전트를 만들고 배포하기 위한 오픈소스 생태계입니다.", ML_SUBJECT_PROJECT },
		{ "Heron 은 AI 에이전트를 만들고, 고치고, 배포하기 위한 오픈소스 플랫폼입니다.", ML_SUBJECT_PROJECT },
		{ "Heron은 누구나 쓸 수 있는 오픈소스 도구입니다.", ML_SUBJECT_PROJECT },
		{ "Heron은 습지의 소리를 배운 오픈소스 음성 모델이며, 한국어를 잘 압니다.", ML_SUBJECT_MODEL },
		{ "Heron은 오픈소스 모델을 지원하는 도구입니다.", -1 },
		{ "Heron은 여러 오픈소스 모델을 비교하는 도구입니다.", -1 },
		{ "Heron은 오픈소스 커뮤니티의 성과를 모은 상품입니다.", -1 },
		{ "Heron은 오픈소스 도구가 아닙니다.", -1 },
		{ "Finch는 페이스북의 오픈소스 프로젝트입니다.", -1 },
	};
	SAID_CHECK(table);
}

Test(claims_copula, should_hear_taglines_below_a_title)
{
	static const struct said table[] = {
		{ "一个开源、易上手的鸟鸣训练跟踪与可视化工具", ML_SUBJECT_PROJECT },
		{ "一个面向初学者、开源的鸟鸣标注平台", ML_SUBJECT_PROJECT },
		{ "一个开源模型的评测与可视化管理工具", -1 },
		{ "一个由开源社区维护的鸟鸣训练跟踪与可视化工具", -1 },
		{ "オープンソースで軽快な鳴き声の追跡・可視化ツール", ML_SUBJECT_PROJECT },
	};
	SAID_CHECK_FIRST(table);
}

Test(claims_copula, should_tell_an_app_from_its_code)
{
	static const struct said table[] = {
		{ "無料オープンソースの鳥アプリ", ML_SUBJECT_PROJECT },
		{ "무료 오픈소스 새소리 앱", ML_SUBJECT_PROJECT },
		{ "オープンソースの学習コードです。", ML_SUBJECT_CODE },
		{ "このオープンソースプロジェクトの開発者は責任を負います。", ML_SUBJECT_PROJECT },
		{ "私たちの結果を二つのオープンソースモデル、Finch と Wren と比較しました。", -1 },
		{ "私たちのモデルは、オープンソースモデルのFinchを上回ります。", -1 },
	};
	SAID_CHECK_FIRST(table);
}

Test(claims_copula, should_tell_what_was_done_from_what_is_planned)
{
	static const struct said table[] = {
		{ "## 更新计划\n\n- **[2025.03.11]** Heron 项目正式开源！\n- **[即将到来]** 声码器\n", ML_SUBJECT_PROJECT },
		{ "## 更新计划\n\n- [2025.03] Heron 项目正式开源\n", -1 },
		{ "## 更新计划\n\n- Heron 项目正式开源\n", -1 },
		{ "为了弥补上面提到的种种不足，我们提出 Heron 项目，它的核心计划如下：\n\n1. **收集**：鸟鸣。\n2. **开源鸟鸣模型并做测试**：训练。\n", -1 },
		{ "按照计划，我们开源了：\n\n- 开源推理代码 3 份\n", ML_SUBJECT_PROJECT },
		{ "我们将努力统一它们的格式并开源训练好的模型。", -1 },
		{ "我们统一了它们的格式并开源训练好的模型。", ML_SUBJECT_MODEL },
		{ "可以在开源的鸟鸣网站上选择需要的工具。", -1 },
		{ "以下是采用了 Heron 的开源项目精选案例。", -1 },
		{ "基于 Heron 的开源项目列在下面。", -1 },
		{ "我们发布的检测模型，精度达湿地榜开源最优", -1 },
	};
	SAID_CHECK(table);
}
