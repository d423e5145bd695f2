/* Guards alone, for sentences that state terms: "will be released under MIT" is no license yet. */
#include "lint/facts/claims_p.h"

#include <string.h>

#include "lint/facts/shared.h"

enum ml_stance ml_stance_of(const struct ml_facts *facts, const struct ml_block *block, struct ml_span sentence, size_t at,
			    const char **step)
{
	struct claim_engine engine;
	struct claim_candidate candidate = { 0 };
	struct ml_arena *scratch = ml_shared_scratch(facts);
	enum ml_stance stance = ML_STANCE_OWN;

	if (step)
		*step = NULL;
	claim_engine_init(&engine, scratch, facts, facts->card);
	struct claim_sentence *words = claim_sentence_again(&engine, CLAIM_ASKER_GUARD, block, sentence);
	size_t base = block ? (size_t)(sentence.at - block->text.at) : 0, word = 0;
	while (word + 1 < words->nr && words->words[word].end <= base + at)
		word++;
	if (words->nr) {
		struct claim_word *asked = &words->words[word], was = *asked;
		asked->kind = ML_CLAIM_OPEN_SOURCE;
		asked->form = ML_FORM_ADJECTIVE;
		claim_candidate_view(&candidate, &engine, words, word, false);
		struct claim_verdict verdict = claim_decide(&candidate, true);
		stance = verdict.stance;
		if (step && verdict.step)
			*step = ml_arena_dup(facts->arena, ml_span_of(verdict.step));
		*asked = was; /* the sentence is kept */
	}
	ml_shared_scratch_done(facts, scratch);
	return stance;
}
