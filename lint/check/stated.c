/* The words by which a card says that it meets a yardstick, or has a class of one. */
#include "lint/check/rule.h"

#include "lint/knowledge/phrases.h"

/* Most cards hold none of the words. What a fence holds, nobody says. */
static bool may_state(const struct ml_openness *openness, const struct ml_card *card)
{
	/* Whoever chose chunks to be read has looked for them in all of the Markdown. */
	struct ml_span text = ml_span_sub(card->file->text, 0, card->lacks & ML_CARD_SAYS_STANDARD ? card->body : SIZE_MAX);

	for (size_t i = 0; i < openness->stated_nr; i++)
		for (size_t k = 0; k < openness->stated[i].words_nr; k++)
			if (ml_span_find_nocase(text, openness->stated[i].words[k]) != SIZE_MAX)
				return true;
	return false;
}

const struct ml_stated *ml_stated_first(const struct ml_facts *facts, const struct ml_card *card, struct ml_where *where)
{
	const struct ml_openness *openness = facts->knowledge->openness;
	const struct ml_file *file = card->file;
	struct ml_match match, taken;

	if (!openness || !file->text.len || !may_state(openness, card))
		return NULL;
	for (size_t i = 0; i < openness->stated_nr; i++) {
		if (ml_pattern_find(facts->patterns, openness->stated[i].pattern, file->text, 0, &match) != ML_MATCH_FOUND ||
		    ml_pattern_find(facts->patterns, openness->not_stated, ml_span_line(file->text, match.from, match.to), 0, &taken) == ML_MATCH_FOUND)
			continue;
		*where = ml_where_of(facts->arena, file, match.from, match.to);
		return &openness->stated[i];
	}
	return NULL;
}
