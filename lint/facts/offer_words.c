#include "lint/facts/offer.h"

#include <stdint.h>
#include <string.h>

#include "lint/facts/card_words.h"
#include "lint/facts/lineage.h"
#include "lint/facts/parts.h"
#include "lint/facts/shared.h"
#include "lint/knowledge/lists.h"
#include "lint/knowledge/models.h"

#define INTRO_BYTES 1500u
#define TOOL_WORDS 6   /* between "is a" and "engine" */
#define NAME_BYTES 60u /* in which a name may begin, in front of "weights" */

/* Whether between a name and the weights stands nothing but "'s", "model", "pre-trained" and the like. */
static bool leads_to_weights(const struct ml_knowledge *knowledge, struct ml_span between)
{
	while (between.len) {
		size_t len = 0;
		while (len < between.len && !ml_is_space(between.at[len]))
			len++;
		if (len && !ml_list_has(knowledge, ML_LIST_NAME_TO_WEIGHTS, ml_span_sub(between, 0, len)))
			return false;
		between = ml_span_sub(between, len < between.len ? len + 1 : len, between.len);
	}
	return true;
}

/* "the Llama 2 model weights are …": whether the weights of a match are a known model's that others made. */
static bool of_others(const struct ml_facts *facts, struct ml_span text, const struct ml_match *match)
{
	const struct ml_list *weights = ml_list_of(facts->knowledge, ML_LIST_WEIGHTS_SAID);
	struct ml_span told = ml_span_sub(text, match->from, match->to);
	size_t at = SIZE_MAX, to = 0;

	for (size_t i = 0; i < weights->nr && at == SIZE_MAX; i++)
		at = ml_span_find_nocase(told, weights->at[i]);
	if (at == SIZE_MAX)
		return false;
	at += match->from;
	for (size_t name = at > NAME_BYTES ? at - NAME_BYTES : 0; name < at; name++) {
		struct ml_span rest = ml_span_sub(text, name, at);
		const struct ml_model *model = ml_id_begins(text, name) ? ml_model_at(facts->knowledge, rest, &to) : NULL;
		if (model && leads_to_weights(facts->knowledge, ml_span_sub(rest, to, rest.len)))
			return !ml_is_own_name(facts, ml_span_sub(rest, 0, to)) && !ml_is_own_maker(facts, ml_span_of(model->id));
	}
	return false;
}

/* A block that is asked for many patterns. */
struct asked {
	struct ml_span text;
	bool *seen; /* which of ML_LIST_OFFER_WORDS stand there */
	struct ml_triples triples;
};

/* Whether a pattern fits where it speaks of own weights. */
static bool fits_one(const struct ml_facts *facts, const char *pattern, const struct asked *asked, struct ml_match *match)
{
	enum ml_match_result found = ml_pattern_find_among(facts->patterns, pattern, asked->text, &asked->triples, match);

	while (found == ML_MATCH_FOUND && of_others(facts, asked->text, match))
		found = ml_pattern_find(facts->patterns, pattern, asked->text, match->to + 1, match);
	return found == ML_MATCH_FOUND;
}

/* Whether a pattern of the list fits, of those whose word stands in the block. */
static bool fits(const struct ml_facts *facts, enum ml_list_id id, const struct asked *asked, struct ml_match *match)
{
	const struct ml_list *list = ml_list_of(facts->knowledge, id), *words = ml_list_of(facts->knowledge, ML_LIST_OFFER_WORDS);

	for (size_t i = 0; i < list->nr; i++) {
		bool near = !list->with || !list->with[i];
		for (size_t k = 0; k < words->nr && !near; k++)
			near = asked->seen[k] && !strcmp(words->at[k], *list->with[i]);
		if (near && fits_one(facts, list->at[i], asked, match))
			return true;
	}
	return false;
}

/* tool: the repository calls itself one, so that only what speaks of own weights counts. */
static bool tells_in(const struct ml_facts *facts, const struct asked *asked, bool heading, bool tool, struct ml_match *match)
{
	if (fits(facts, ML_LIST_OFFERS_STRONG, asked, match))
		return true;
	if (tool)
		return false;
	return (heading && fits(facts, ML_LIST_OFFERS_HEADING, asked, match)) || fits(facts, ML_LIST_OFFERS, asked, match);
}

static bool tells_of_model(struct ml_where *out, const struct ml_facts *facts, const struct ml_card *card, bool tool, struct ml_arena *scratch)
{
	const struct ml_list *words = ml_list_of(facts->knowledge, ML_LIST_OFFER_WORDS);
	const struct ml_scan *scan = ml_shared_scan(facts, words->scan, words->at, words->nr);
	struct asked asked = { .seen = ml_arena_array(scratch, bool, words->nr) };
	for (size_t i = 0; card->document && i < card->document->blocks_nr; i++) {
		const struct ml_block *block = &card->document->blocks[i];
		struct ml_match match;
		if (block->kind == ML_BLOCK_CODE || block->quote_depth || !ml_scan_all(scan, block->text, asked.seen))
			continue;
		asked.text = block->text;
		ml_triples_of(&asked.triples, block->text);
		if (!tells_in(facts, &asked, block->kind == ML_BLOCK_HEADING, tool, &match))
			continue;
		size_t from = ml_block_source(block, match.from), to = ml_block_source(block, match.to);
		*out = ml_where_of(facts->arena, card->file, from, to);
		return true;
	}
	return false;
}

/* The card's document holds what its other readers want; "model" stands in other places too. */
bool ml_tells_of_model(struct ml_where *out, const struct ml_facts *facts, const struct ml_card *card, bool tool)
{
	struct ml_card whole = *card;
	struct ml_arena *scratch = ml_arena_new();
	const struct ml_list *words = ml_list_of(facts->knowledge, ML_LIST_OFFER_WORDS);
	ml_card_parse(&whole, scratch, scratch, ml_card_words_of(ml_patterns_kept(facts->patterns), scratch, words->at, words->nr));
	bool told = tells_of_model(out, facts, &whole, tool, scratch);
	ml_arena_free(scratch);
	return told;
}

static bool is_word(char c)
{
	return ml_is_alnum(c) || c == '_';
}

/* Whether text ends with a word, as a word of its own. */
static bool ends_with(struct ml_span text, const char *word)
{
	size_t len = strlen(word);
	return ml_span_ends_nocase(text, word) && (text.len == len || !is_word(text.at[text.len - len - 1]));
}

/* "is not a", "on our": such a head calls nothing. */
static bool is_barred(const struct ml_knowledge *knowledge, struct ml_span before)
{
	const struct ml_list *bars = ml_list_of(knowledge, ML_LIST_TOOL_HEADS_BARRED);

	if (!before.len || !ml_is_space(before.at[before.len - 1]))
		return false;
	for (size_t i = 0; i < bars->nr; i++)
		if (ends_with(ml_span_sub(before, 0, before.len - 1), bars->at[i]))
			return true;
	return false;
}

/* Whether what stands in front ends with "is", "a" and the like. */
static bool ends_with_head(const struct ml_knowledge *knowledge, struct ml_span front)
{
	const struct ml_list *heads = ml_list_of(knowledge, ML_LIST_TOOL_HEADS);
	for (size_t i = 0; i < heads->nr; i++) {
		if (!ends_with(front, heads->at[i]))
			continue;
		struct ml_span before = ml_span_sub(front, 0, front.len - strlen(heads->at[i]));
		if (!is_barred(knowledge, before))
			return true;
	}
	return false;
}

/* Cuts the last word of front off, with the white space before it; false where it is none that may stand between: "fast," "(C++)". */
static bool cut_word(const struct ml_knowledge *knowledge, struct ml_span *front)
{
	size_t end = front->len, at = end;
	if (at && front->at[at - 1] == ',')
		at--;
	end = at;
	while (at && (is_word(front->at[at - 1]) || strchr("/()+'-", front->at[at - 1])))
		at--;
	struct ml_span word = ml_span_sub(*front, at, end);
	if (!word.len || !at || !ml_is_space(front->at[at - 1]))
		return false;
	const char *bar = ml_list_start(knowledge, ML_LIST_TOOL_BAR, word);
	if (bar && (word.len == strlen(bar) || !is_word(word.at[strlen(bar)])))
		return false;
	front->len = at - 1;
	return true;
}

/* Whether "is a", "our" and the like stand in front of an offset, and only some words between. */
static bool is_called(const struct ml_knowledge *knowledge, struct ml_span text, size_t at)
{
	struct ml_span front = ml_span_sub(text, 0, at - 1);
	for (size_t between = 0; between <= TOOL_WORDS; between++) {
		if (ends_with_head(knowledge, front))
			return true;
		if (!cut_word(knowledge, &front))
			return false;
	}
	return false;
}

/* Regular expressions for this try each place of a text with each number of words: a third of a millisecond for a README. */
static bool has_tool_noun(const struct ml_facts *facts, struct ml_span text)
{
	const struct ml_list *nouns = ml_list_of(facts->knowledge, ML_LIST_TOOL_NOUNS);
	const struct ml_scan *scan = ml_shared_scan(facts, nouns->scan, nouns->at, nouns->nr);
	struct ml_scan_place place = { 0 };
	struct ml_scan_hit hit;
	while (ml_scan_next(scan, text, &place, &hit)) {
		size_t end = hit.at + strlen(nouns->at[hit.word]);
		bool whole = hit.at && ml_is_space(text.at[hit.at - 1]) && (end == text.len || !is_word(text.at[end]));
		if (whole && is_called(facts->knowledge, text, hit.at))
			return true;
	}
	return false;
}

static bool tells_of_tool(const struct ml_facts *facts, struct ml_span text)
{
	return has_tool_noun(facts, text) || ml_list_fit(facts->knowledge, ML_LIST_TOOL_PATTERNS, facts->patterns, text, NULL);
}

bool ml_calls_itself_tool(const struct ml_facts *facts, const struct ml_card *card)
{
	size_t seen = 0, headings = 0, paragraphs = 0;
	for (size_t i = 0; card && card->document && i < card->document->blocks_nr && seen < INTRO_BYTES; i++) {
		const struct ml_block *block = &card->document->blocks[i];
		if (block->kind == ML_BLOCK_HEADING && block->level > 1 && ++headings > 1 && paragraphs)
			break;
		if (block->kind != ML_BLOCK_PARAGRAPH && block->kind != ML_BLOCK_HEADING)
			continue;
		seen += block->text.len;
		paragraphs += block->kind == ML_BLOCK_PARAGRAPH && block->text.len > 60;
		if (tells_of_tool(facts, block->text))
			return true;
	}
	return false;
}
