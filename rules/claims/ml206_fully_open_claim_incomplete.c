#include "lint/check/rule.h"

#include <string.h>

/* What counts as told, wherever it stands: links count as much as files. */
static const char *const code_words = "\\b(?:pre-?)?train(?:ing)?(?:\\w*\\.(?:py|sh|ipynb|ya?ml)|[- ](?:code|scripts?|recipes?|framework|configs?|pipeline|stack))\\b|训练(?:代码|脚本|框架)|訓練(?:代碼|腳本)|学習コード|학습 코드";
static const char *const data_words = "\\b(?:data ?sets?|corpus|corpora|training data|pre-?training data|data (?:mix|recipe))\\b|数据|語料|语料|資料集|データ|데이터|датасет|datos de entrenamiento|donn[ée]es";
static const char *const elsewhere_words = "\\b(?:github|gitlab|gitee)\\.com/[\\w.-]+/[\\w.-]+";

static bool says(const struct ml_facts *facts, const char *pattern)
{
	struct ml_match match;

	for (size_t i = 0; i < facts->cards_nr; i++) {
		struct ml_span text = facts->cards[i].file->text;
		if (text.at && ml_pattern_find(facts->patterns, pattern, text, 0, &match) == ML_MATCH_FOUND)
			return true;
	}
	return false;
}

static bool has_training_file(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->tree->files_nr; i++)
		if (ml_span_find_nocase(ml_span_of(facts->tree->files[i].path), "train") != SIZE_MAX)
			return true;
	return false;
}

static bool is_about_model(const struct ml_claim_fact *claim)
{
	return claim->subject != ML_SUBJECT_CODE && claim->subject != ML_SUBJECT_DATA;
}

/* An adapter or a converted copy has the parts of its base; what fails the definition by its terms is ML201's. */
static bool is_held_to_it(const struct ml_facts *facts)
{
	return facts->offer != ML_OFFER_NONE && !facts->bases_nr && facts->class != ML_CLASSED_OPEN_MODEL && facts->weights.of_nr &&
	       ml_govern_osd(facts, &facts->weights) == ML_OSD_CONFORMS;
}

void ml206_fully_open_claim_incomplete(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_claim_fact *claim = NULL;

	for (size_t i = 0; i < facts->claims_nr && !claim; i++)
		if (facts->claims[i].kind == ML_CLAIM_FULLY_OPEN && facts->claims[i].stance == ML_STANCE_OWN && is_about_model(&facts->claims[i]))
			claim = &facts->claims[i];
	if (!claim || !is_held_to_it(facts))
		return;
	bool code = has_training_file(facts) || says(facts, code_words), data = ml_names_training_data(facts) || says(facts, data_words);
	if (code && data)
		return;
	const char *lacking = code ? "no word about its training data" : data ? "no training code" : "neither training code nor a word about its training data";
	struct ml_finding *finding = ml_found(sink, claim->where, ML_CERTAINTY_INFERRED, "says \"%s\", but %s was found or linked here", claim->text, lacking);
	struct ml_where nowhere = { 0 };
	ml_found_proof(finding, nowhere, "the Open Source AI Definition 1.0 asks for weights, training code and information about all training data; weights alone are no preferred form for modification - OSD 2");
	ml_found_help(finding, "link what there is of code and data, or say \"open weights\"");
	if (says(facts, elsewhere_words))
		ml_found_soften(finding, ML_SEVERITY_NOTE, "the text links other repositories, which may hold what is missing here");
}
