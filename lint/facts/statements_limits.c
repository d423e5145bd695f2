/* What a sentence says may not be done, and the list that statements are kept in. */
#include "lint/facts/statements.h"

#include <stdint.h>
#include <string.h>

#include "lint/knowledge/lists.h"

#define LEAD_BYTES 200u /* of a paragraph that leads in to a list */
#define LED_ITEMS 64u   /* of that list, for which it is looked for */

struct ml_where ml_state_place(const struct ml_stating *to, const struct ml_block *block, struct ml_span stretch)
{
	size_t at = (size_t)(stretch.at - block->text.at);
	size_t from = ml_block_source(block, at);
	size_t end = stretch.len ? ml_block_source(block, at + stretch.len - 1) + 1 : from;

	return ml_where_of(to->arena, to->card->file, from, end > from ? end : from);
}

void ml_state(struct ml_stating *to, const struct ml_statement *statement)
{
	ML_PUSH(to->arena, to->out, to->nr, to->cap, *statement);
}

/* "Recommendations": "The model is for research only" is advice there. */
static bool advises(const struct ml_stating *to, const struct ml_block *block, struct ml_span sentence)
{
	const struct ml_knowledge *knowledge = to->facts->knowledge;

	return block->heading && ml_list_in(knowledge, ML_LIST_ADVICE_HEADINGS, block->heading->text) &&
	       !ml_list_fit(knowledge, ML_LIST_ADVICE_BAR, to->facts->patterns, sentence, NULL);
}

/* "For research use only. Not for clinical use.": how medical software says that it is no medical device. */
static bool disclaims(const struct ml_stating *to, const struct ml_block *block, struct ml_span sentence)
{
	const struct ml_knowledge *knowledge = to->facts->knowledge;

	return ml_list_fit(knowledge, ML_LIST_CLINICAL_DISCLAIMERS, to->facts->patterns, ml_words_around(block, sentence), NULL) &&
	       !ml_list_fit(knowledge, ML_LIST_ADVICE_BAR, to->facts->patterns, sentence, NULL);
}

struct ml_span ml_banning_lead(const struct ml_stating *to, const struct ml_block *item)
{
	const struct ml_document *document = to->card->document;
	const struct ml_block *lead = item;
	struct ml_span words = { 0 };

	if (item->kind != ML_BLOCK_ITEM || item < document->blocks || item >= document->blocks + document->blocks_nr)
		return words;
	for (unsigned items = 0; items < LED_ITEMS && lead > document->blocks && lead->kind == ML_BLOCK_ITEM; items++)
		lead--;
	if (lead->kind != ML_BLOCK_PARAGRAPH || lead->heading != item->heading || lead->text.len > LEAD_BYTES ||
	    !ml_list_fit(to->facts->knowledge, ML_LIST_BANNING_LEADS, to->facts->patterns, lead->text, NULL))
		return words;
	words = ml_span_trim(lead->text);
	while (words.len && !ml_is_alnum(words.at[words.len - 1]) && (unsigned char)words.at[words.len - 1] < 0x80)
		words.len--;
	if (ml_span_ends(words, "："))
		words.len -= strlen("：");
	return words;
}

struct ml_span ml_with_lead(const struct ml_stating *to, struct ml_span lead, struct ml_span sentence)
{
	return lead.len ? ml_span_of(ml_arena_printf(to->arena, "%.*s %.*s", ML_SPAN_ARG(lead), ML_SPAN_ARG(sentence))) : sentence;
}

static size_t terms_of(const struct ml_stating *to, unsigned where, struct ml_span sentence, struct ml_term_fact **out)
{
	return ml_terms_of_sentence(out, ml_clause_reader_of(to->facts->knowledge, to->facts->patterns, where), to->arena, sentence);
}

size_t ml_state_limits(struct ml_stating *to, const struct ml_block *block, struct ml_span sentence, bool as_text, const struct ml_term_fact **out)
{
	const struct ml_knowledge *knowledge = to->facts->knowledge;
	struct ml_term_fact *terms = NULL;
	size_t nr = 0;

	struct ml_span read = ml_with_lead(to, ml_banning_lead(to, block), sentence);
	size_t all = terms_of(to, ML_CLAUSE_PROSE, read, &terms);
	as_text &= !all;
	if (as_text)
		all = terms_of(to, ML_CLAUSE_BELOW, read, &terms);
	if (!all || advises(to, block, sentence))
		return 0;
	for (size_t i = 0; i < all; i++) {
		const struct ml_term_info *info = &knowledge->terms[terms[i].id];
		if (!info->contradicts)
			continue;
		if (terms[i].id == ML_TERM_RESEARCH_ONLY && disclaims(to, block, sentence))
			continue;
		terms[nr] = terms[i];
		terms[nr++].where = ml_state_place(to, block, sentence);
	}
	*out = terms;
	return nr;
}

/* "research purposes" are of everything at once, and name no part. */
static bool names_part(const struct ml_stating *to, struct ml_span sentence)
{
	unsigned scope = ml_scope_of_words(to->facts, sentence, sentence.len);

	return scope && scope != ML_SCOPE_ALL;
}

/* Below "Benchmarks" a limit that names neither the work nor a part of it is that of what was tested on. */
static bool is_below_tests(const struct ml_stating *to, const struct ml_block *block, struct ml_span sentence)
{
	return block->heading && ml_list_fit(to->facts->knowledge, ML_LIST_EVALUATION_SECTIONS, to->facts->patterns, block->heading->text, NULL) &&
	       ml_owner_of(to->facts, sentence) != ML_OWNER_OWN && !names_part(to, sentence);
}

/* "The demo is free. Commercial use is not permitted.": one that names nothing goes on with what the one before is about. */
static bool goes_on_beside(const struct ml_stating *to, const struct ml_block *block, struct ml_span sentence)
{
	struct ml_span before = ml_sentence_before(block, sentence);

	return before.len && ml_owner_of(to->facts, sentence) == ML_OWNER_NONE && !names_part(to, sentence) &&
	       ml_limits_beside(to->facts, before);
}

bool ml_limits_absent(const struct ml_stating *to, const struct ml_block *block, struct ml_span sentence)
{
	return ml_tells_of_unused(to->facts, sentence) || is_below_tests(to, block, sentence) || goes_on_beside(to, block, sentence);
}
