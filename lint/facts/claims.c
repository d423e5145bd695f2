#include "lint/facts/claims_p.h"

#include <stdlib.h>
#include <string.h>

#include "lint/base/limits.h"
#include "lint/knowledge/phrases.h"

#define LABEL_WORDS 6u /* at most, of an item's topic in front of its colon */

struct walk {
	struct claim_engine engine;
	struct ml_arena *arena;   /* of the facts */
	const struct ml_document *document;
	struct claim_list list;
	unsigned asked; /* names that were looked for in the document */
};

static const char *folded_sentence(struct ml_arena *arena, struct ml_span text)
{
	char *out = ml_arena_alloc(arena, text.len + 1);
	size_t to = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (!ml_is_space(text.at[i]))
			out[to++] = text.at[i];
		else if (to && out[to - 1] != ' ')
			out[to++] = ' ';
	}
	return out;
}

static struct ml_where place(const struct walk *walk, const struct ml_block *block, uint32_t at, uint32_t end)
{
	size_t from = ml_block_source(block, at), to = ml_block_source(block, end > at ? end - 1 : at) + 1;

	return ml_where_of(walk->arena, walk->engine.card->file, from, to > from ? to : from + 1);
}

/* The sibling of whom alone the sentence speaks, or NULL. */
static const struct claim_word *only_sibling(const struct claim_candidate *c)
{
	const struct claim_word *found = NULL;

	for (size_t i = 0; i < c->view_nr; i++) {
		if (!claim_word_is(c->view[i], ML_CLASS_ID_SELF) || c->view[i]->maker)
			continue;
		if (!c->view[i]->sibling)
			return NULL;
		found = c->view[i];
	}
	return found;
}

static void keep(struct walk *walk, const struct claim_candidate *c, const struct claim_verdict *verdict)
{
	const struct claim_sentence *sentence = c->sentence;
	const struct claim_word *phrase = c->view[c->phrase];
	struct ml_claim_fact fact = { .kind = c->kind, .stance = verdict->stance };
	const char *text = sentence->block->text.at;

	if (!verdict->claim || walk->list.nr > ML_LIMIT_CLAIMS) /* one more, so that the limit is seen to be reached */
		return;
	fact.subject = claim_subject(c);
	fact.where = place(walk, sentence->block, phrase->at, phrase->end);
	fact.text = ml_arena_dup(walk->arena, (struct ml_span){ text + phrase->at, phrase->end - phrase->at });
	fact.sentence = folded_sentence(walk->arena, sentence->text);
	fact.step = ml_arena_dup(walk->arena, ml_span_of(verdict->step));
	const struct claim_word *sibling = verdict->named ? NULL : only_sibling(c);
	if (sibling)
		fact.named = ml_arena_dup(walk->arena, (struct ml_span){ text + sibling->at, sibling->end - sibling->at });
	if (verdict->named)
		fact.named = ml_arena_dup(walk->arena, (struct ml_span){ text + verdict->named->at, verdict->named->end - verdict->named->at });
	ML_PUSH(walk->arena, walk->list.at, walk->list.nr, walk->list.cap, fact);
}

static bool is_own_word(const struct claim_word *word)
{
	return claim_word_is(word, ML_CLASS_ID_SELF) || claim_word_is(word, ML_CLASS_ID_FIRST) || claim_word_is(word, ML_CLASS_ID_OUR);
}

/* "Teal (open source)": what stands in parentheses right behind another's name is said of that. */
static bool is_remark_on_another(const struct claim_sentence *sentence, size_t word)
{
	size_t i = word;

	while (i && sentence->words[i - 1].depth >= sentence->words[word].depth)
		if (is_own_word(&sentence->words[--i]))
			return false;
	if (i < 2 || claim_word_is(&sentence->words[i - 2], ML_CLASS_ID_SELF))
		return false;
	return claim_word_is(&sentence->words[i - 2], ML_CLASS_ID_NAMED) || claim_word_is(&sentence->words[i - 2], ML_CLASS_ID_ALIEN) ||
	       claim_word_is(&sentence->words[i - 2], ML_CLASS_ID_BASE);
}

/* "オープンソース (open source)": the phrase again, in another language. */
static bool is_gloss(const struct claim_sentence *sentence, size_t word)
{
	return word > 1 && claim_word_is(&sentence->words[word - 1], ML_CLASS_ID_OPEN) && sentence->words[word - 2].kind == sentence->words[word].kind;
}

/* "Open-source models (Llama, Qwen) are …": whom the phrase means stands in brackets behind its noun, and they are others. */
static bool names_others_behind(const struct claim_sentence *sentence, size_t word)
{
	size_t i = word + 1;

	for (size_t k = 0; k < sentence->nr; k++)
		if (is_own_word(&sentence->words[k]))
			return false;
	while (i < sentence->nr && i <= word + 2 && claim_word_is(&sentence->words[i], ML_CLASS_ID_MODEL))
		i++;
	return i > word + 1 && i + 1 < sentence->nr && claim_word_is(&sentence->words[i], ML_CLASS_ID_OPEN) &&
	       claim_word_is(&sentence->words[i + 1], ML_CLASS_ID_ALIEN);
}

/* Whether the words of a label name somebody else: a name, and no part that it could be called after. */
static bool labels_another(const struct claim_candidate *c, size_t end)
{
	bool part = false, name = false;

	for (size_t i = c->start; i < end; i++) {
		const struct claim_word *word = c->view[i];
		if (claim_word_is(word, ML_CLASS_ID_ALIEN) || claim_word_is(word, ML_CLASS_ID_BASE) || word->foreign)
			return true;
		name |= claim_is_foreign(word);
		part |= claim_word_is(word, ML_CLASS_ID_CODE) || claim_word_is(word, ML_CLASS_ID_DATA) || claim_word_is(word, ML_CLASS_ID_MODEL);
	}
	return name && !part;
}

/* "- **Full openness**: open-sourced the …": where the sentence goes on behind what its item calls the topic, or 0. */
static size_t behind_label(const struct claim_candidate *c)
{
	size_t end = c->start;

	if (!c->sentence->block->list_depth)
		return 0;
	while (end < c->phrase && end < c->start + LABEL_WORDS && !claim_word_is(c->view[end], ML_CLASS_ID_COLON))
		end++;
	return end < c->phrase && claim_word_is(c->view[end], ML_CLASS_ID_COLON) && !labels_another(c, end) ? end + 1 : 0;
}

/* "openly licensed and open source": nothing but the words of a list between two phrases, and nothing that the second describes. */
static bool joins(const struct claim_sentence *sentence, size_t before, size_t word)
{
	static const uint8_t between[] = { ML_CLASS_ID_AND, ML_CLASS_ID_COMMA, ML_CLASS_ID_SLASH, ML_CLASS_ID_AVAILABLE, ML_CLASS_ID_LICENSE };
	const struct claim_word *next = word + 1 < sentence->nr ? &sentence->words[word + 1] : NULL;
	bool sign = false, list = word > before + 1;

	for (size_t i = before + 1; i < word && list; i++) {
		list = false;
		for (size_t k = 0; k < sizeof between && !list; k++)
			list = claim_word_is(&sentence->words[i], between[k]);
		sign |= claim_word_is(&sentence->words[i], ML_CLASS_ID_AND) || claim_word_is(&sentence->words[i], ML_CLASS_ID_COMMA);
	}
	return list && sign && (!next || claim_word_is(next, ML_CLASS_ID_STOP) || claim_word_is(next, ML_CLASS_ID_COMMA) ||
				claim_word_is(next, ML_CLASS_ID_AND) || claim_word_is(next, ML_CLASS_ID_NOUN_END));
}

static bool is_undecided(const struct claim_verdict *verdict)
{
	return verdict->claim && verdict->stance == ML_STANCE_OTHER && strcmp(verdict->step, "no marker") == 0;
}

/* Whether it was decided by a name of which the label is made: "**Largest Birdsong Data**". */
static bool is_decided_by_label(const struct claim_candidate *c, const struct claim_verdict *verdict, size_t behind)
{
	for (size_t i = c->start; i < behind; i++)
		if (c->view[i] == verdict->named)
			return verdict->claim && verdict->stance == ML_STANCE_OTHER;
	return false;
}

/* A phrase that no step knows, once more behind the label of its item. */
static void judge_behind_label(struct claim_candidate *c, struct claim_verdict *verdict)
{
	size_t start = c->start, behind = behind_label(c);
	bool verb = c->form == ML_FORM_PARTICIPLE || c->form == ML_FORM_GERUND || c->form == ML_FORM_THIRD;

	bool begins = claim_is_at(c, behind, ML_CLASS_ID_THIS) || claim_is_at(c, behind, ML_CLASS_ID_SELF) || claim_is_at(c, behind, ML_CLASS_ID_FIRST) ||
		      claim_is_at(c, behind, ML_CLASS_ID_OUR);
	if (!behind || (!verb && !begins && behind != c->phrase) || !(is_undecided(verdict) || is_decided_by_label(c, verdict, behind)))
		return;
	for (size_t i = behind; i < c->view_nr; i++)
		if (claim_is_at(c, i, ML_CLASS_ID_ALIEN) || claim_is_at(c, i, ML_CLASS_ID_BASE))
			return;
	c->start = behind;
	struct claim_verdict again = claim_decide(c, false);
	if (again.claim && again.stance == ML_STANCE_OWN)
		*verdict = again;
	else
		c->start = start;
}

/* What was decided of the phrase before in the same sentence. */
struct judged {
	size_t word; /* SIZE_MAX: none */
	struct claim_verdict verdict;
};

/* A phrase in parentheses is judged in the whole sentence first, then by what stands beside it inside. */
static void judge(struct walk *walk, struct claim_sentence *sentence, size_t word, struct judged *last)
{
	struct claim_candidate candidate = { .blocks = walk->document->blocks,
					     .blocks_end = walk->document->blocks + walk->document->blocks_nr };

	bool remark = sentence->words[word].depth && is_remark_on_another(sentence, word);
	claim_candidate_view(&candidate, &walk->engine, sentence, word, false);
	struct claim_verdict verdict = claim_decide(&candidate, false);
	if (verdict.claim && verdict.stance == ML_STANCE_OTHER && claim_names_introduced(&walk->engine, walk->document, sentence, &walk->asked)) {
		claim_candidate_view(&candidate, &walk->engine, sentence, word, false);
		verdict = claim_decide(&candidate, false);
	}
	if (verdict.claim && verdict.stance == ML_STANCE_OWN && remark)
		verdict = (struct claim_verdict){ true, ML_STANCE_OTHER, "remark on another", NULL };
	if (verdict.claim && verdict.stance == ML_STANCE_OWN && names_others_behind(sentence, word))
		verdict = (struct claim_verdict){ true, ML_STANCE_OTHER, "names of others in brackets", NULL };
	bool inside = sentence->words[word].depth && !remark && !is_gloss(sentence, word);
	if (is_undecided(&verdict) && inside) {
		claim_candidate_view(&candidate, &walk->engine, sentence, word, true);
		verdict = claim_decide(&candidate, false);
	}
	if (verdict.claim && verdict.stance == ML_STANCE_OTHER && !remark)
		judge_behind_label(&candidate, &verdict);
	if (is_undecided(&verdict) && last->word != SIZE_MAX && joins(sentence, last->word, word))
		verdict = last->verdict;
	*last = (struct judged){ word, verdict };
	keep(walk, &candidate, &verdict);
}

static bool in_image(const struct ml_block *block, uint32_t at)
{
	return ml_block_style(block, at) & (ML_STYLE_IMAGE | ML_STYLE_STRUCK);
}

static void read_sentence(struct walk *walk, const struct ml_block *block, struct ml_span text, struct ml_span before)
{
	struct claim_sentence sentence, previous;

	if (!claim_triggered(&walk->engine, text))
		return;
	claim_sentence_read(&sentence, &walk->engine, block, text);
	if (before.len && (claim_of_pronoun(&sentence) || claim_lacks_subject(&sentence) || claim_is_definite(&sentence) ||
			   claim_begins_with_this(&sentence) >= 0)) {
		claim_sentence_read(&previous, &walk->engine, block, before);
		sentence.before = &previous;
	}
	struct judged last = { SIZE_MAX, { 0 } };
	for (size_t i = 0; i < sentence.nr; i++)
		if (sentence.words[i].kind >= 0 && !in_image(block, sentence.words[i].at))
			judge(walk, &sentence, i, &last);
}

static void read_block(struct walk *walk, const struct ml_block *block)
{
	struct ml_span text, before = { NULL, 0 };
	size_t at = 0;

	if (block->kind == ML_BLOCK_CODE || !claim_triggered(&walk->engine, block->text))
		return;
	/* A document can be one block: its sentences are given up one by one, and behind the last claim that is kept none is read. */
	while (walk->list.nr <= ML_LIMIT_CLAIMS && ml_sentence_next(block->text, &at, &text)) {
		read_sentence(walk, block, text, before);
		before = text;
		ml_arena_reset(walk->engine.arena);
	}
}

static void read_document(struct walk *walk)
{
	for (size_t i = 0; i < walk->document->blocks_nr; i++)
		read_block(walk, &walk->document->blocks[i]);
}

static int by_place(const void *a, const void *b)
{
	const struct ml_where *x = &((const struct ml_claim_fact *)a)->where, *y = &((const struct ml_claim_fact *)b)->where;

	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return (x->column > y->column) - (x->column < y->column);
}

void ml_claims_of_card(struct ml_claim_fact **out, size_t *nr, struct ml_arena *arena, const struct ml_facts *facts,
		       const struct ml_card *card)
{
	const unsigned claiming = ML_CARD_SAYS_CLAIM | ML_CARD_SAYS_BADGE;
	struct walk walk = { .arena = arena, .document = card->document };
	struct ml_document parsed;

	*out = NULL;
	*nr = 0;
	if ((card->lacks & claiming) == claiming)
		return;
	struct ml_arena *scratch = ml_arena_new(), *sentences = ml_arena_new();
	if (!walk.document && card->file && card->file->text.len) {
		ml_markdown_parse(&parsed, scratch, card->file->text, card->body);
		walk.document = &parsed;
	}
	if (walk.document && facts->knowledge->claims->triggers_nr) {
		claim_engine_init(&walk.engine, scratch, facts, card);
		walk.engine.arena = sentences;
		read_document(&walk);
		claim_channels(&walk.list, &walk.engine, walk.document, arena);
		if (walk.list.nr)
			qsort(walk.list.at, walk.list.nr, sizeof *walk.list.at, by_place);
		*out = walk.list.at;
		*nr = walk.list.nr;
	}
	ml_arena_free(sentences);
	ml_arena_free(scratch);
}
