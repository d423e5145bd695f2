#include "lint/facts/offer.h"

#include <stdint.h>
#include <string.h>

#include "lint/facts/card_words.h"
#include "lint/facts/parts.h"
#include "lint/facts/shared.h"

#define INTRO_BYTES 1500u

/* Words one of which must occur in a block before a pattern is tried; the rows below name them by place. */
enum word { WEIGHTS, PARAMETERS, MODEL, CHECKPOINT, MOXING, TRAINED, KAIYUAN, WORDS };
static const char *const words[WORDS] = {
	[WEIGHTS] = "weights",
	[PARAMETERS] = "parameters",
	[MODEL] = "model",
	[CHECKPOINT] = "checkpoint",
	[MOXING] = "\xe6\xa8\xa1\xe5\x9e\x8b", /* 模型 */
	[TRAINED] = "trained",
	[KAIYUAN] = "\xe5\xbc\x80\xe6\xba\x90", /* 开源 */
};

/* How a repository says that it has a model of its own. */
static const struct {
	enum word word;
	bool heading; /* of headings alone */
	bool strong;  /* speaks of own weights even where the repository calls itself a tool */
	const char *pattern;
} tells[] = {
	{ WEIGHTS, false, true,
	  "\\bweights\\b.{0,40}\\b(?:is|are)\\s.{0,24}\\b(?:licensed|released|available|distributed|governed|"
	  "provided)\\b.{0,24}\\b(?:under|by)\\b|\\bweights\\b.{0,40}\\b(?:is|are)\\slicensed\\b" },
	{ PARAMETERS, false, true,
	  "\\b(?:model|its|our)\\s(?:[\\w-]+\\s){0,2}parameters\\b.{0,40}\\b(?:is|are)\\s.{0,24}\\b(?:licensed|"
	  "released|available|distributed|provided)\\b" },
	{ MODEL, false, true,
	  "\\b(?:is|are)\\s(?:an?|the|our)\\s(?:[\\w-]+\\s){0,2}(?:family|series|"
	  "suite)\\sof\\s.{0,60}\\b(?:models?|LLMs?)\\b" },
	{ MODEL, true, false,
	  "\\b(?:pre-?trained|available|released|download(?:ing|able)?)\\b.{0,24}\\bmodels?\\b|\\bmodels?\\s(?:zoo|"
	  "weights|checkpoints?|downloads?|release|parameters|card|family|list)\\b" },
	{ WEIGHTS, true, false,
	  "\\bweights\\b" },
	{ CHECKPOINT, true, false,
	  "\\bcheckpoints?\\b" },
	{ MOXING, true, false,
	  "\xe6\xa8\xa1\xe5\x9e\x8b(?:\xe4\xb8\x8b\xe8\xbd\xbd|\xe6\x9d\x83\xe9\x87\x8d|\xe5\x88\x97\xe8\xa1\xa8|"
	  "\xe5\x8f\x91\xe5\xb8\x83|\xe5\x8f\x82\xe6\x95\xb0)" },
	{ WEIGHTS, false, false,
	  "\\b(?:model|our|the|these|all|pre-?trained)\\b.{0,24}\\bweights\\b.{0,60}\\b(?:released?|available|"
	  "provided?|hosted|uploaded|published|licensed|open-?sourced?|download(?:ed)?|distributed)\\b" },
	{ CHECKPOINT, false, false,
	  "\\bcheckpoints?\\b.{0,60}\\b(?:released|available|provided|hosted|uploaded|published|licensed|"
	  "open-?sourced|downloaded|distributed)\\b" },
	{ CHECKPOINT, false, false,
	  "\\bdownload\\s(?:the|our|all(?:\\sthe|\\sour)?)\\s(?:(?:pre-?trained|released|model)\\s)*checkpoints?\\s(?:from|at|here|via|on)\\b" },
	{ MODEL, false, false,
	  "\\b(?:the|our)\\sreleased\\smodels?\\s(?:is|are|include|includes|have|has|can)\\b" },
	{ MODEL, false, false,
	  "\\b(?:our|these|all(?:\\sof)?\\sthe)\\s(?:[\\w-]+\\s){0,3}models?\\b.{0,60}\\b(?:released|available|"
	  "provided|hosted|uploaded|published|licensed|open-?sourced|distributed)\\b" },
	{ MODEL, false, false,
	  "\\bwe\\s(?:also\\s|now\\s|further\\s)?(?:release|open-?source|publish|present|introduce|propose|share|"
	  "trained|train)\\b.{0,100}\\b(?:models?|weights|checkpoints?|LLMs?)\\b" },
	{ TRAINED, false, false,
	  "\\bour\\spre-?trained\\b" },
	{ MODEL, false, false,
	  "\\b(?:is|are)\\s(?:an?|the|our)\\s(?:(?!project|tool|library|framework|way|list|collection|repository|"
	  "benchmark|dataset|implementation|platform)[\\w/()+-]+,?\\s){0,8}?(?:language |foundation |diffusion |"
	  "generative |multimodal |speech |vision |text-to-\\w+ )models?\\b" },
	{ KAIYUAN, false, false,
	  "\xe5\xbc\x80\xe6\xba\x90.{0,40}(?:\xe6\xa8\xa1\xe5\x9e\x8b|\xe6\x9d\x83\xe9\x87\x8d)" },
};

static bool tells_in(const struct ml_facts *facts, const struct ml_block *block, const bool *seen, bool tool, struct ml_match *match)
{
	bool heading = block->kind == ML_BLOCK_HEADING;
	for (size_t i = 0; i < sizeof tells / sizeof *tells; i++) {
		if (!seen[tells[i].word] || (tells[i].heading && !heading) || (tool && !tells[i].strong))
			continue;
		if (ml_pattern_find(facts->patterns, tells[i].pattern, block->text, 0, match) == ML_MATCH_FOUND)
			return true;
	}
	return false;
}

static bool tells_of_model(struct ml_where *out, const struct ml_facts *facts, const struct ml_card *card, bool tool)
{
	const struct ml_scan *scan = ml_shared_scan(facts, words, WORDS);
	for (size_t i = 0; card->document && i < card->document->blocks_nr; i++) {
		const struct ml_block *block = &card->document->blocks[i];
		bool seen[WORDS] = { false };
		struct ml_match match;
		if (block->kind == ML_BLOCK_CODE || block->quote_depth || !ml_scan_all(scan, block->text, seen) ||
		    !tells_in(facts, block, seen, tool, &match))
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
	ml_card_parse(&whole, scratch, scratch, ml_card_words_of(ml_patterns_kept(facts->patterns), scratch, words, WORDS));
	bool told = tells_of_model(out, facts, &whole, tool);
	ml_arena_free(scratch);
	return told;
}

/* What libraries and apps call themselves: "Heron is a fast inference engine". */
static const char *const tool_nouns[] = {
	"library", "libraries", "framework", "toolkit", "toolbox", "engine", "harness", "webui", "web ui", "gui", "app", "apps",
	"application", "server", "plugin", "leaderboard", "sdk",
};
static const char *const tool_heads[] = { "is", "are", "provides", "a", "an", "our", "this" };
#define TOOL_WORDS 6 /* between the two */

/* And lists. */
static const char *const tool_patterns[] = {
	"\\b(?:awesome|curated)\\b.{0,40}\\b(?:list|papers?|resources|collection)\\b",
	"^awesome\\b",
	"\\blist of\\b.{0,60}\\bmodels?\\b",
	"(?:^|[.!] )(?:[\\w-]+\\s)?runs?\\b.{0,30}\\bmodels?\\b",
	"\\bharness\\b",
	"\\bspeedrun\\b",
};

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

/* Whether what stands in front ends with "is", "a" and the like; "is not a" says the contrary. */
static bool ends_with_head(struct ml_span front)
{
	for (size_t i = 0; i < sizeof tool_heads / sizeof *tool_heads; i++) {
		if (!ends_with(front, tool_heads[i]))
			continue;
		struct ml_span before = ml_span_sub(front, 0, front.len - strlen(tool_heads[i]));
		if (!before.len || !ml_is_space(before.at[before.len - 1]) || !ml_span_ends_nocase(ml_span_sub(before, 0, before.len - 1), "not"))
			return true;
	}
	return false;
}

/* Cuts the last word of front off, with the white space before it; false where it is none that may stand between: "fast," "(C++)". */
static bool cut_word(struct ml_span *front)
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
	if (ml_span_starts_nocase(word, "not") && (word.len == 3 || !is_word(word.at[3])))
		return false;
	front->len = at - 1;
	return true;
}

/* Regular expressions for this try each place of a text with each number of words: a third of a millisecond for a README. */
static bool has_tool_noun(struct ml_span text)
{
	if (!ml_span_has_any_nocase(text, tool_nouns, sizeof tool_nouns / sizeof *tool_nouns))
		return false;
	for (size_t i = 0; i < sizeof tool_nouns / sizeof *tool_nouns; i++) {
		size_t len = strlen(tool_nouns[i]), from = 0, found;
		for (; (found = ml_span_find_nocase(ml_span_sub(text, from, text.len), tool_nouns[i])) != SIZE_MAX; from += found + 1) {
			size_t at = from + found;
			if (!at || !ml_is_space(text.at[at - 1]) || (at + len < text.len && is_word(text.at[at + len])))
				continue;
			struct ml_span front = ml_span_sub(text, 0, at - 1);
			for (size_t between = 0; between <= TOOL_WORDS; between++) {
				if (ends_with_head(front))
					return true;
				if (!cut_word(&front))
					break;
			}
		}
	}
	return false;
}

static bool tells_of_tool(const struct ml_facts *facts, struct ml_span text)
{
	struct ml_match match;
	if (has_tool_noun(text))
		return true;
	for (size_t i = 0; i < sizeof tool_patterns / sizeof *tool_patterns; i++)
		if (ml_pattern_find(facts->patterns, tool_patterns[i], text, 0, &match) == ML_MATCH_FOUND)
			return true;
	return false;
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
