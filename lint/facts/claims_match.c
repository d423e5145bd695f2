#include "lint/facts/claims_p.h"

#include <string.h>

#define MATCH_BUDGET 4000 /* tries for one row: a pattern of gaps on a long sentence ends undecided, which is no match */

struct matcher {
	const struct claim_candidate *candidate;
	int budget;
};

static void side_add(struct claim_side *side, const struct claim_word *word)
{
	ml_classes_join(&side->classes, &word->classes);
	side->words |= word->bit;
}

void claim_candidate_view(struct claim_candidate *out, const struct claim_engine *engine, const struct claim_sentence *sentence,
			  size_t word, bool inside)
{
	const struct claim_word *phrase = &sentence->words[word];
	size_t from = 0, to = sentence->nr, nr = 0;

	out->engine = engine;
	out->sentence = sentence;
	out->inside = inside;
	out->kind = phrase->kind >= 0 ? (enum ml_claim_kind)phrase->kind : ML_CLAIM_OPEN_SOURCE;
	out->form = (enum ml_claim_form)phrase->form;
	if (inside) {
		for (from = word; from && sentence->words[from - 1].depth >= phrase->depth; from--)
			;
		for (to = word; to < sentence->nr && sentence->words[to].depth >= phrase->depth; to++)
			;
	}
	out->view = ml_arena_array(engine->arena, const struct claim_word *, to - from);
	out->start = SIZE_MAX;
	for (size_t i = from; i < to; i++) {
		struct claim_word *w = &sentence->words[i];
		w->bit = ml_claim_word_bit(w->fold.at, w->fold.len);
		/* "(Aquila2)": a name alone in parentheses says of whom the words in front speak. */
		bool alone = i && i + 1 < to && claim_word_is(w, ML_CLASS_ID_SELF) && claim_word_is(w - 1, ML_CLASS_ID_OPEN) &&
			     claim_word_is(w + 1, ML_CLASS_ID_CLOSE);
		if (alone && i >= sentence->start) {
			out->view[nr++] = w;
			continue;
		}
		bool bracket = claim_word_is(w, ML_CLASS_ID_OPEN) || claim_word_is(w, ML_CLASS_ID_CLOSE);
		/* Deeper parentheses go, with their signs, but not those that the sentence begins with: a date, a box. */
		if (i >= sentence->start && (w->depth > phrase->depth || (bracket && w->depth == phrase->depth && i != word)))
			continue;
		if (i == word)
			out->phrase = nr;
		if (i >= sentence->start && out->start == SIZE_MAX)
			out->start = nr;
		out->view[nr++] = w;
	}
	out->view_nr = nr;
	out->front = out->back = (struct claim_side){ 0 };
	for (size_t i = 0; i < nr; i++)
		if (i != out->phrase)
			side_add(i < out->phrase ? &out->front : &out->back, out->view[i]);
	if (out->start == SIZE_MAX || out->start > out->phrase)
		out->start = 0;
}

static inline bool slot_takes(const struct ml_claims_knowledge *knowledge, const struct ml_slot *slot, const struct claim_word *word)
{
	bool is = ml_classes_meet(&knowledge->class_sets[slot->class_set], &word->classes);

	for (size_t i = 0; !is && (word->bit & slot->bits) && i < slot->words_nr; i++) {
		const char *asked = knowledge->letters + knowledge->words[slot->words + i];
		is = word->fold.len && word->fold.at[0] == asked[0] && ml_span_is(word->fold, asked);
	}
	return is != slot->not;
}

/* Gaps stay in their clause; narrow ones also stop at commas. */
static bool gap_takes(const struct ml_slot *slot, const struct claim_word *word)
{
	return !(slot->kind == ML_SLOT_NARROW && claim_word_is(word, ML_CLASS_ID_COMMA)) &&
	       !claim_word_is(word, ML_CLASS_ID_SEMICOLON) && !claim_word_is(word, ML_CLASS_ID_BREAK) &&
	       !claim_word_is(word, ML_CLASS_ID_STOP) && !claim_word_is(word, ML_CLASS_ID_BAR) &&
	       !claim_word_is(word, ML_CLASS_ID_QUESTION);
}

/* pos: the word to look at next; step: +1 behind the phrase, -1 in front of it. */
static bool match(struct matcher *m, const struct ml_slot *slots, size_t nr, long pos, int step)
{
	const struct claim_candidate *c = m->candidate;

	if (nr == 0)
		return true;
	if (m->budget-- <= 0)
		return false;
	const struct ml_slot *slot = slots;
	if (slot->kind == ML_SLOT_START || slot->kind == ML_SLOT_END) {
		bool there = slot->kind == ML_SLOT_END ? pos >= (long)c->view_nr
			     : step > 0		       ? pos == (long)c->start
						       : pos < (long)c->start;
		/* A full stop ends the sentence too. */
		if (!there && slot->kind == ML_SLOT_END && pos + 1 == (long)c->view_nr)
			there = claim_word_is(c->view[pos], ML_CLASS_ID_STOP);
		return there && match(m, slots + 1, nr - 1, pos, step);
	}
	for (unsigned took = 0;; took++) {
		if (took >= slot->min && match(m, slots + 1, nr - 1, pos, step))
			return true;
		if (took == slot->max || pos < 0 || pos >= (long)c->view_nr || m->budget <= 0)
			return false;
		const struct claim_word *word = c->view[pos];
		if (slot->kind == ML_SLOT_WORDS ? !slot_takes(c->engine->knowledge, slot, word) : !gap_takes(slot, word))
			return false;
		pos += step;
	}
}

/* Whether the side has a word for each slot that asks for one. */
static bool may_match(const struct ml_claims_knowledge *knowledge, const struct claim_side *side, const struct ml_slot *slots, size_t nr)
{
	for (size_t i = 0; i < nr; i++) {
		const struct ml_slot *slot = &slots[i];
		bool asks = slot->kind == ML_SLOT_WORDS && !slot->not && slot->min;
		if (asks && !(side->words & slot->bits) && !ml_classes_meet(&knowledge->class_sets[slot->class_set], &side->classes))
			return false;
	}
	return true;
}

/* Whether the word beside the phrase may be taken by the slot nearest to it: most rows end here. */
static inline bool may_begin(const struct claim_candidate *c, const struct ml_slot *slots, size_t nr, size_t pos)
{
	if (nr == 0 || slots->kind != ML_SLOT_WORDS || slots->min == 0)
		return true;
	return pos < c->view_nr && slot_takes(c->engine->knowledge, slots, c->view[pos]);
}

static bool row_matches(const struct claim_candidate *candidate, const struct ml_claim_row *row)
{
	const struct ml_claims_knowledge *knowledge = candidate->engine->knowledge;
	const struct ml_slot *before = knowledge->slots + row->before, *after = knowledge->slots + row->after;
	struct matcher m = { candidate, MATCH_BUDGET };

	if (!row->anywhere)
		return may_match(knowledge, &candidate->front, before, row->before_nr) &&
		       may_match(knowledge, &candidate->back, after, row->after_nr) &&
		       match(&m, before, row->before_nr, (long)candidate->phrase - 1, -1) &&
		       match(&m, after, row->after_nr, (long)candidate->phrase + 1, 1);
	for (size_t i = 0; i < candidate->view_nr; i++)
		if (match(&m, after, row->after_nr, (long)i, 1))
			return true;
	return false;
}

static const struct ml_claim_row *find_in(const struct claim_candidate *candidate, const struct ml_claim_language *language,
					  enum ml_claim_step step)
{
	const struct ml_slot *slots = candidate->engine->knowledge->slots;
	unsigned kind = 1u << candidate->kind, form = 1u << candidate->form;

	for (size_t i = language->steps[step]; i < language->steps[step + 1]; i++) {
		const struct ml_claim_row *row = &language->rows[i];
		if (!(row->kinds & kind) || !(row->forms & form))
			continue;
		bool begins = row->anywhere || (may_begin(candidate, slots + row->before, row->before_nr, candidate->phrase - 1) &&
						may_begin(candidate, slots + row->after, row->after_nr, candidate->phrase + 1));
		if (begins && row_matches(candidate, row))
			return row;
	}
	return NULL;
}

const struct ml_claim_row *claim_row_find(const struct claim_candidate *candidate, enum ml_claim_step step)
{
	const struct claim_sentence *sentence = candidate->sentence;
	const struct ml_claim_row *row = find_in(candidate, sentence->language, step);

	return row || !sentence->inherits || sentence->language->borrows ? row : find_in(candidate, sentence->inherits, step);
}
