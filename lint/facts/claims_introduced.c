/* Names that no file name and no title tells, but a sentence of the document: "We release Egret, a painter of reeds." */
#include "lint/facts/claims_p.h"

#include <string.h>

#define ASKED_MAX 12u  /* names of one document that are looked for */
#define PLACES_MAX 6u  /* of a name that are read */
#define LETTERS_MIN 3u

/* Whether the word that begins at that offset of the block's text is introduced there, by a row of the knowledge. */
static bool is_introduced_at(const struct claim_engine *engine, const struct ml_block *block, struct ml_span text, uint32_t at)
{
	struct claim_sentence sentence;
	struct claim_candidate candidate = { 0 };

	claim_sentence_read(&sentence, engine, block, text);
	for (size_t i = 0; i < sentence.nr; i++) {
		const struct claim_word *word = &sentence.words[i];
		if (word->at != at)
			continue;
		if (!claim_word_is(word, ML_CLASS_ID_NAMED) || word->foreign)
			return false;
		claim_candidate_view(&candidate, engine, &sentence, i, false);
		return claim_row_find(&candidate, ML_STEP_INTRODUCED) != NULL;
	}
	return false;
}

/* Likewise of any place of the name in the block; *places counts those that are read. */
static bool is_introduced_in(const struct claim_engine *engine, const struct ml_block *block, struct ml_span name, unsigned *places)
{
	struct ml_span text;
	size_t at = 0;

	if (!memmem(block->text.at, block->text.len, name.at, name.len))
		return false;
	while (*places < PLACES_MAX && ml_sentence_next(block->text, &at, &text)) {
		const char *found = memmem(text.at, text.len, name.at, name.len);
		if (!found)
			continue;
		++*places;
		if (is_introduced_at(engine, block, text, (uint32_t)(found - block->text.at)))
			return true;
	}
	return false;
}

static bool is_introduced(const struct claim_engine *engine, const struct ml_document *document, struct ml_span name)
{
	unsigned places = 0;

	for (size_t i = 0; i < document->blocks_nr && places < PLACES_MAX; i++) {
		const struct ml_block *block = &document->blocks[i];
		bool prose = block->kind != ML_BLOCK_CODE && block->kind != ML_BLOCK_CELL && block->kind != ML_BLOCK_HEADING;
		if (prose && is_introduced_in(engine, block, name, &places))
			return true;
	}
	return false;
}

static bool may_be_introduced(const struct claim_word *word)
{
	return claim_word_is(word, ML_CLASS_ID_NAMED) && !claim_word_is(word, ML_CLASS_ID_SELF) && !word->foreign && !word->han &&
	       !word->genitive && word->end - word->at >= LETTERS_MIN;
}

/* Of the whole repository: further down "we" may be the makers of what a README introduces; in lists and essays those of what is told of. */
static bool is_of_repository(const struct claim_engine *engine)
{
	const struct ml_card *card = engine->card;

	return card && (card->primary || !card->file || !strchr(card->file->path, '/')) && !claim_nature_of(engine)->listing;
}

bool claim_names_introduced(const struct claim_engine *engine, const struct ml_document *document, struct claim_sentence *sentence, unsigned *asked)
{
	bool found = false;

	if (engine->loose || !sentence->block || !is_of_repository(engine))
		return false;
	for (size_t i = 0; i < sentence->nr && *asked < ASKED_MAX; i++) {
		struct claim_word *word = &sentence->words[i];
		if (!may_be_introduced(word))
			continue;
		++*asked;
		if (!is_introduced(engine, document, ml_span_sub(sentence->block->text, word->at, word->end)))
			continue;
		ml_classes_drop(&word->classes, ML_CLASS_ID_NAMED);
		ml_classes_add(&word->classes, ML_CLASS_ID_SELF);
		found = true;
	}
	return found;
}
