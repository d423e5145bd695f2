/* Terms of what a model learned from, or a data set was taken from: they are the data's, not the model's. */
#include "lint/facts/statements.h"

#include <string.h>

#include "lint/facts/lineage.h"
#include "lint/knowledge/lists.h"

#define SIGN "\u00a7" /* stands for the terms in the patterns, in place of a license's name */

static bool finds(const struct ml_facts *facts, enum ml_list_id id, struct ml_span text, struct ml_match *match)
{
	return ml_list_fit(facts->knowledge, id, facts->patterns, text, match);
}

/* "We did not use Wren Songs, because they are under …": terms of what was left out bind nobody here. */
bool ml_tells_of_unused(const struct ml_facts *facts, struct ml_span words)
{
	return finds(facts, ML_LIST_NOT_USED, words, NULL);
}

/* Words in front of the license of data that say that it is not there. */
static bool left_out(const struct ml_facts *facts, struct ml_span lead)
{
	return finds(facts, ML_LIST_LEFT_OUT, lead, NULL);
}

/* Below "Training data" a sentence tells of data, unless it comes back to the model. */
static bool is_listed(const struct ml_stating *to, const struct ml_block *block, struct ml_span lead)
{
	const unsigned own = ML_SCOPE_WEIGHTS | ML_SCOPE_CODE;

	if (!ml_is_training_section(to->facts, block) || (ml_scope_of_words(to->facts, lead, lead.len) & own) || finds(to->facts, ML_LIST_EVALUATION, lead, NULL))
		return false;
	return ml_owner_of(to->facts, lead) != ML_OWNER_OWN;
}

/* "Both datasets are …", behind a sentence that says that the own model was trained. */
static bool follows_training(const struct ml_stating *to, const struct ml_block *block, struct ml_span sentence)
{
	struct ml_match match;

	if (!finds(to->facts, ML_LIST_DATA_AGAIN, sentence, NULL))
		return false;
	struct ml_span last = ml_sentence_before(block, sentence);
	if (!last.len)
		return ml_is_training_section(to->facts, block);
	return finds(to->facts, ML_LIST_TRAINING_SAID, last, &match) && ml_lineage_own(to->facts, block, last, &match);
}

enum ml_learned ml_learned_under(const struct ml_stating *to, const struct ml_block *block, struct ml_span sentence, size_t from, size_t end)
{
	const struct ml_facts *facts = to->facts;
	struct ml_span lead = ml_span_sub(sentence, 0, from), words = ml_span_trim(sentence);
	struct ml_match match;
	bool named = from < end;

	while (!named && words.len && (ml_span_ends(words, ".") || ml_span_ends(words, "。")))
		words.len -= ml_span_ends(words, ".") ? 1 : strlen("。");
	const char *marked = named ? ml_arena_printf(to->arena, "%.*s" SIGN "%.*s", ML_SPAN_ARG(lead), (int)(sentence.len - end), sentence.at + end) :
				     ml_arena_printf(to->arena, "%.*s" SIGN, ML_SPAN_ARG(words));
	struct ml_span text = ml_span_of(marked);
	/* A data set's own card calls the data set so. */
	bool data = facts->offer == ML_OFFER_NONE && facts->card && ml_is_dataset_card(facts->knowledge, facts->card);
	if (data && !named)
		return ML_LEARNED_NOT;
	if (data)
		return finds(facts, ML_LIST_TAKEN_FROM, text, NULL) ? left_out(facts, lead) ? ML_LEARNED_OTHERS : ML_LEARNED_OWN : ML_LEARNED_NOT;
	bool told = finds(facts, ML_LIST_TRAINING_DATA, text, &match) && !finds(facts, ML_LIST_DATA_JOINED, ml_span_sub(text, 0, match.from), NULL);
	if (told || (named && finds(facts, ML_LIST_TRAINED_ON, text, &match))) {
		match.to = match.to < sentence.len ? match.to : sentence.len;
		return !(named && left_out(facts, lead)) && ml_lineage_own(facts, block, sentence, &match) ? ML_LEARNED_OWN : ML_LEARNED_OTHERS;
	}
	if (follows_training(to, block, sentence) || (named && is_listed(to, block, lead)))
		return named && left_out(facts, lead) ? ML_LEARNED_OTHERS : ML_LEARNED_OWN;
	if (!named || !finds(facts, ML_LIST_TAKEN_FROM, text, &match))
		return ML_LEARNED_NOT;
	bool own = facts->offer == ML_OFFER_NONE || finds(facts, ML_LIST_TRAINING_SAID, ml_words_around(block, sentence), NULL) || ml_is_training_section(facts, block);
	return own && !left_out(facts, lead) ? ML_LEARNED_OWN : ML_LEARNED_OTHERS;
}

/* "Data: Wren Songs (CC BY-NC 4.0)": no word grants anything, but one of the licenses is said to be that of data. */
bool ml_names_learned(const struct ml_stating *to, const struct ml_block *block, struct ml_span sentence, const struct ml_anchor *anchors, size_t nr)
{
	for (size_t i = 0; i < nr; i++)
		if (ml_learned_under(to, block, sentence, anchors[i].from, anchors[i].to) == ML_LEARNED_OWN)
			return true;
	return false;
}
