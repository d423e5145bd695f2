#include "lint/knowledge/claims_p.h"

#include <stdlib.h>
#include <string.h>

#include "lint/text/tokens.h"

/* A lexeme on its way into the table. */
struct entry {
	const char *text;
	struct ml_lexeme lexeme;
	struct ml_classes classes;
};

struct lexicon {
	struct entry *at;
	size_t nr, cap;
	struct ml_lexeme_ending *endings;
	size_t endings_nr, endings_cap;
};

/* "*입니다" */
static int ending_add(struct ml_claims_load *load, struct lexicon *lexicon, const struct ml_node *node, struct ml_span written,
		      const struct ml_classes *classes)
{
	struct ml_span folded = ml_tokens_fold(load->arena, ml_span_sub(written, 1, written.len));

	if (folded.len < 2 || folded.len > 200)
		return ml_claims_fault(load, node, "an ending without letters or too long:", written);
	struct ml_lexeme_ending ending = { ml_claims_letters(load, folded), (uint16_t)folded.len, *classes };
	ML_PUSH(load->arena, lexicon->endings, lexicon->endings_nr, lexicon->endings_cap, ending);
	return 0;
}

static int lexeme_of(struct ml_claims_load *load, struct lexicon *lexicon, const struct ml_node *node, struct ml_span written,
		     struct entry entry)
{
	if (written.len > 1 && ml_span_ends(written, "*")) {
		entry.lexeme.stem = true;
		written.len--;
	}
	struct ml_span folded = ml_tokens_fold(load->arena, written);
	if (folded.len == 0 || folded.len > 200)
		return ml_claims_fault(load, node, "a word without letters or too long:", written);
	if (entry.lexeme.kind >= 0 && folded.len < 2)
		return ml_claims_fault(load, node, "a claim phrase of one byte:", written);
	entry.lexeme.len = (uint16_t)folded.len;
	entry.text = ml_arena_dup(load->arena, folded);
	ML_PUSH(load->arena, lexicon->at, lexicon->nr, lexicon->cap, entry);
	return 0;
}

static int lexeme_add(struct ml_claims_load *load, struct lexicon *lexicon, const struct ml_node *node, struct entry entry)
{
	if (entry.lexeme.kind < 0 && ml_span_starts(ml_node_text(node), "*"))
		return ending_add(load, lexicon, node, ml_node_text(node), &entry.classes);
	return lexeme_of(load, lexicon, node, ml_node_text(node), entry);
}

#define ROW_WORD_MIN 6u /* bytes: two characters of Han or Kana; a single one would cut names apart */

/* Whether a byte of a pattern belongs to a word of a script beyond ASCII. */
static bool is_wide(char c)
{
	return (unsigned char)c >= 0x80;
}

/* The words of one pattern: in a script without spaces, what a row asks for must be known to be cut out. */
static int pattern_words(struct ml_claims_load *load, struct lexicon *lexicon, const struct ml_node *node, struct entry entry)
{
	struct ml_span text = ml_node_text(node);

	for (size_t i = 0; i < text.len; i++) {
		size_t from = i;
		while (i < text.len && is_wide(text.at[i]))
			i++;
		if (i - from >= ROW_WORD_MIN && lexeme_of(load, lexicon, node, ml_span_sub(text, from, i), entry))
			return -1;
	}
	return 0;
}

static int row_words_load(struct ml_claims_load *load, struct lexicon *lexicon, const struct ml_node *root)
{
	struct entry entry = { .lexeme.kind = -1 };
	const struct ml_node *rows = ml_node_get(root, "rows");
	unsigned id = ml_claims_class_add(load, ml_span_of("row-word"));

	if (id == ML_CLASSES_MAX)
		return ml_claims_fault(load, rows, "more classes than there is room for at", ml_span_of("row-word"));
	ml_classes_add(&entry.classes, id);
	ml_node_each(set, ml_node_get(root, "sets"))
		if (pattern_words(load, lexicon, set, entry))
			return -1;
	ml_node_each(row, rows)
		ml_node_each(pattern, ml_node_get(row, "match"))
			if (pattern_words(load, lexicon, pattern, entry))
				return -1;
	return 0;
}

static bool without_spaces(struct ml_span script)
{
	return ml_span_is(script, "han") || ml_span_is(script, "kana");
}

static int words_load(struct ml_claims_load *load, struct lexicon *lexicon, const struct ml_node *words)
{
	ml_node_each(list, words) {
		struct entry entry = { .lexeme.kind = -1 };
		unsigned id = ml_claims_class_add(load, list->key);
		if (id == ML_CLASSES_MAX)
			return ml_claims_fault(load, list, "more classes than there is room for at", list->key);
		if (list->kind != ML_NODE_LIST)
			return ml_claims_fault(load, list, "no list of words:", list->key);
		ml_classes_add(&entry.classes, id);
		ml_node_each(word, list)
			if (lexeme_add(load, lexicon, word, entry))
				return -1;
	}
	return 0;
}

static int phrases_load(struct ml_claims_load *load, struct lexicon *lexicon, const struct ml_node *phrases)
{
	ml_node_each(phrase, phrases) {
		struct entry entry = { 0 };
		struct ml_span claim = ml_node_get_text(phrase, "claim"), form = ml_node_get_text(phrase, "form");
		unsigned kind = ml_claim_kind_of(claim);
		unsigned which = form.at ? ml_claim_form_of(form) : ML_FORM_BASE;
		if (kind == ML_CLAIM_NR)
			return ml_claims_fault(load, phrase, "unknown claim", claim);
		if (which == ML_FORM_NR)
			return ml_claims_fault(load, phrase, "unknown form", form);
		entry.lexeme.kind = (int8_t)kind;
		entry.lexeme.form = (uint8_t)which;
		ml_classes_add(&entry.classes, ML_CLASS_ID_PHRASE);
		ml_node_each(word, ml_node_get(phrase, "words"))
			if (lexeme_add(load, lexicon, word, entry))
				return -1;
	}
	return 0;
}

static int entry_order(const void *a, const void *b)
{
	return strcmp(((const struct entry *)a)->text, ((const struct entry *)b)->text);
}

static void entry_join(struct entry *to, const struct entry *other)
{
	ml_classes_join(&to->classes, &other->classes);
	to->lexeme.stem |= other->lexeme.stem;
	if (other->lexeme.kind < 0)
		return;
	to->lexeme.kind = other->lexeme.kind;
	to->lexeme.form = other->lexeme.form;
}

/* How many places before lexeme nr the longest stands with which it begins. Both are in order, so it is the one before or what that begins with. */
static uint16_t up_of(const struct ml_claims_load *load, const struct ml_lexeme *lexemes, size_t nr)
{
	const char *text = load->letters.at + lexemes[nr].text;

	for (size_t i = nr; i--;) {
		const struct ml_lexeme *other = &lexemes[i];
		if (other->len >= 2 && !strncmp(load->letters.at + other->text, text, other->len))
			return (uint16_t)(nr - i);
		if (!other->up)
			break;
		i -= other->up - 1u;
	}
	return 0;
}

/* One lexeme a text: classes of repeated entries come together, a phrase stays one. */
static void lexicon_merge(struct ml_claims_load *load, struct ml_claim_language *language, struct lexicon *lexicon)
{
	struct ml_lexeme *out = ml_arena_array(load->arena, struct ml_lexeme, lexicon->nr);
	size_t nr = 0;

	if (lexicon->nr)
		qsort(lexicon->at, lexicon->nr, sizeof *lexicon->at, entry_order);
	for (size_t i = 0; i < lexicon->nr; nr++) {
		struct entry entry = lexicon->at[i];
		while (++i < lexicon->nr && strcmp(lexicon->at[i].text, entry.text) == 0)
			entry_join(&entry, &lexicon->at[i]);
		out[nr] = entry.lexeme;
		out[nr].text = ml_claims_letters(load, ml_span_of(entry.text));
		out[nr].class_set = ml_claims_class_set(load, &entry.classes);
		out[nr].up = up_of(load, out, nr);
	}
	language->lexemes = out;
	language->lexemes_nr = nr;
}

/* The first two bytes of each lexeme, hashed, with the stretch of the table that begins with them. */
static void pairs_make(struct ml_claims_load *load, struct ml_claim_language *language)
{
	size_t slots = 2;

	while (slots < 2 * language->lexemes_nr)
		slots *= 2;
	struct ml_lexeme_pair *pairs = ml_arena_array(load->arena, struct ml_lexeme_pair, slots), *last = NULL;
	for (size_t i = 0; i < language->lexemes_nr; i++) {
		const char *text = load->letters.at + language->lexemes[i].text;
		uint8_t first = (uint8_t)text[0], second = (uint8_t)text[1];
		if (!last || last->first != first || last->second != second) {
			size_t slot = ml_lexeme_pair_slot(first, second, slots - 1);
			while (pairs[slot].to)
				slot = (slot + 1) & (slots - 1);
			last = &pairs[slot];
			*last = (struct ml_lexeme_pair){ first, second, (uint16_t)i, 0 };
		}
		last->to = (uint16_t)(i + 1);
		if (language->lexemes[i].kind >= 0) {
			size_t bit = ml_lexeme_pair_slot(first, second, ML_PHRASE_STARTS - 1);
			language->phrase_starts[bit / 64] |= (uint64_t)1 << bit % 64;
		}
	}
	language->pairs = pairs;
	language->pairs_mask = slots - 1;
}

int ml_claims_lexemes(struct ml_claims_load *load, struct ml_claim_language *language, const struct ml_node *root)
{
	struct lexicon lexicon = { 0 };

	if (words_load(load, &lexicon, ml_node_get(root, "words")) || phrases_load(load, &lexicon, ml_node_get(root, "phrases")))
		return -1;
	if (without_spaces(ml_node_get_text(root, "script")) && row_words_load(load, &lexicon, root))
		return -1;
	lexicon_merge(load, language, &lexicon);
	language->endings = lexicon.endings;
	language->endings_nr = lexicon.endings_nr;
	if (language->lexemes_nr >= UINT16_MAX)
		return ml_claims_fault(load, root, "too many words in", ml_span_of(load->path));
	pairs_make(load, language);
	return 0;
}
