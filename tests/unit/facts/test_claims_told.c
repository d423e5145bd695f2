/* Whether sentences of the kinds that release notes, features and license sections hold are the repository's own. Sentences are made up. */
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
