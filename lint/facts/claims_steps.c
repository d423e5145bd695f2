/* The decision procedure: a table of steps, asked in order; the first that knows decides. */
#include "lint/facts/claims_steps_p.h"

#include <string.h>

#define DESCRIBED_WITHIN 5u /* words behind the name of a field by which it is told that the name is described */
#define ANSWER_MAX 80u    /* bytes of what follows a question, by which it is told that it is answered with "yes" */
#define SUBJECT_WORDS 4u /* of a sentence, in which its subject begins */

/* Code spans hold identifiers and commands. */
static bool step_code(const struct claim_candidate *c, struct claim_verdict *out)
{
	return claim_word_is(claim_phrase_of(c), ML_CLASS_ID_CODED) && claim_decided(out, false, ML_STANCE_OTHER);
}

/* What follows the question: the rest of its block, or the next one. */
static struct ml_span answer_of(const struct claim_candidate *c)
{
	const struct ml_block *block = c->sentence->block;
	struct ml_span none = { NULL, 0 };

	if (!block)
		return none;
	size_t end = (size_t)(c->sentence->text.at - block->text.at) + c->sentence->text.len;
	struct ml_span rest = ml_span_trim(ml_span_sub(block->text, end, block->text.len));
	if (rest.len || !c->blocks || block + 1 == c->blocks_end || block[1].kind == ML_BLOCK_HEADING || block[1].kind == ML_BLOCK_CODE)
		return rest;
	return block[1].text;
}

static bool names_foreign(const struct claim_sentence *sentence)
{
	for (size_t i = 0; i < sentence->nr; i++)
		if (claim_is_foreign(&sentence->words[i]))
			return true;
	return false;
}

/* "Is Heron open source?", or where a block begins with it "is it", "are the weights". The sentence has a block. */
static bool asks_of_itself(const struct claim_candidate *c)
{
	static const uint8_t subjects[] = { ML_CLASS_ID_PRONOUN, ML_CLASS_ID_THIS, ML_CLASS_ID_MODEL,  ML_CLASS_ID_WEIGHTS,
					    ML_CLASS_ID_CODE,    ML_CLASS_ID_DATA, ML_CLASS_ID_PROJECT };

	if (claim_speaks_of_itself(c))
		return true;
	/* Behind another sentence "it" may be whom that one names. */
	if (names_foreign(c->sentence) || c->sentence->text.at != c->sentence->block->text.at)
		return false;
	for (size_t i = c->start + 1; i < c->phrase; i++)
		for (size_t k = 0; k < sizeof subjects / sizeof *subjects; k++)
			if (claim_is_at(c, i, subjects[k]))
				return true;
	return false;
}

/* "A: Yes": what stands in front of the answer itself. */
static size_t answer_start(const struct claim_sentence *answer)
{
	bool led = answer->start + 1 < answer->nr && claim_word_is(&answer->words[answer->start + 1], ML_CLASS_ID_COLON);

	return led ? answer->start + 2 : answer->start;
}

/* "Is Heron open source? Yes, under MIT.": asked of the repository, and answered. */
static bool is_affirmed(const struct claim_candidate *c)
{
	struct claim_sentence words;
	struct ml_span answer = ml_span_sub(answer_of(c), 0, ANSWER_MAX);

	if (!answer.len || !asks_of_itself(c))
		return false;
	claim_sentence_read(&words, c->engine, NULL, answer);
	size_t i = answer_start(&words);
	return i < words.nr && words.words[i].letters && claim_word_is(&words.words[i], ML_CLASS_ID_YES);
}

static bool step_question(const struct claim_candidate *c, struct claim_verdict *out)
{
	for (size_t i = c->phrase; i < c->view_nr; i++)
		if (claim_is_at(c, i, ML_CLASS_ID_QUESTION))
			return claim_decided(out, true, is_affirmed(c) ? ML_STANCE_OWN : ML_STANCE_OTHER);
	return false;
}

static bool decide_foreign(struct claim_verdict *out, const struct claim_word *word)
{
	out->named = word;
	return claim_decided(out, true, claim_word_is(word, ML_CLASS_ID_BASE) ? ML_STANCE_UPSTREAM : ML_STANCE_OTHER);
}

/* Whether another clause with a subject of the repository's own begins between the name and the phrase: "as Llama is closed, our model is …". */
static bool turns_to_itself(const struct claim_candidate *c, size_t name)
{
	bool other = false;

	for (size_t i = name + 1; i < c->phrase; i++) {
		other |= claim_is_at(c, i, ML_CLASS_ID_COMMA);
		if (other && (claim_is_at(c, i, ML_CLASS_ID_SELF) || claim_is_at(c, i, ML_CLASS_ID_FIRST) || claim_is_at(c, i, ML_CLASS_ID_OUR) ||
			      claim_is_at(c, i, ML_CLASS_ID_THIS)))
			return true;
	}
	return false;
}

/* Words behind which a name is no subject: "we", "based on", "for", "since". */
static bool bars_subject(const struct claim_word *word)
{
	static const uint8_t bars[] = { ML_CLASS_ID_FIRST, ML_CLASS_ID_OUR,   ML_CLASS_ID_PRONOUN,
					ML_CLASS_ID_BASIS, ML_CLASS_ID_BREAK, ML_CLASS_ID_NOUN_END };

	for (size_t i = 0; i < sizeof bars; i++)
		if (claim_word_is(word, bars[i]))
			return true;
	return false;
}

/* "Moreover, its": where the subject of a sentence begins. */
static size_t behind_lead(const struct claim_candidate *c)
{
	size_t i = c->start;

	while (claim_is_at(c, i, ML_CLASS_ID_LEAD) || (i > c->start && claim_is_at(c, i, ML_CLASS_ID_COMMA)))
		i++;
	return i;
}

/* The name with which the sentence begins, behind articles and the like, or NULL. */
static const struct claim_word *opening_name(const struct claim_candidate *c)
{
	size_t start = behind_lead(c);

	/* "《Finch: Painting Birds》已开源": the title of a paper names nobody. */
	if (start < c->phrase && ml_span_is(c->view[start]->fold, "<"))
		return NULL;
	for (size_t i = start; i < c->phrase && i < start + 3; i++) {
		const struct claim_word *word = c->view[i];
		if (claim_word_is(word, ML_CLASS_ID_SELF) || claim_is_foreign(word))
			return turns_to_itself(c, i) ? NULL : word;
		if (bars_subject(word))
			return NULL;
	}
	return NULL;
}

/* Whether "is" stands in front of the phrase: then the name is described, else it may be that of the makers. */
static bool is_said_to_be(const struct claim_candidate *c)
{
	for (size_t i = c->start; i < c->phrase; i++)
		if (claim_is_at(c, i, ML_CLASS_ID_BE) || claim_is_at(c, i, ML_CLASS_ID_DASH) || claim_is_at(c, i, ML_CLASS_ID_COLON))
			return true;
	return false;
}

static bool says_we(const struct claim_candidate *c)
{
	for (size_t i = 0; i < c->view_nr; i++)
		if (claim_is_at(c, i, ML_CLASS_ID_FIRST) || claim_is_at(c, i, ML_CLASS_ID_OUR))
			return true;
	return false;
}

/* "### Logs & open-source tools": a capital is no name in a heading of several things. */
static bool is_item_of_heading(const struct claim_candidate *c, const struct claim_word *name)
{
	const struct ml_block *block = c->sentence->block;
	bool capital = claim_word_is(name, ML_CLASS_ID_NAMED) && !name->mixed && !name->digits && !name->foreign;

	return capital && block && block->kind == ML_BLOCK_HEADING && name == c->view[c->start] && claim_is_at(c, c->start + 1, ML_CLASS_ID_AND);
}

/* "[this open-source viewer](https://host/other/viewer)": a thing with a repository of its own, and nobody here says that it is his. */
static bool step_link(const struct claim_candidate *c, struct claim_verdict *out)
{
	const struct claim_word *phrase = claim_phrase_of(c);
	bool noun = claim_is_at(c, c->phrase + 1, ML_CLASS_ID_LINKED) && (c->form == ML_FORM_BASE || c->form == ML_FORM_ADJECTIVE);

	return noun && (phrase->foreign || phrase->sibling) && !says_we(c) && claim_decided(out, true, ML_STANCE_OTHER);
}

/* The sentence opens with somebody else's name, or stands in a table row of that name. */
static bool step_subject(const struct claim_candidate *c, struct claim_verdict *out)
{
	const struct claim_word *name = opening_name(c);
	const struct ml_block *label = c->sentence->block ? c->sentence->block->label : NULL;
	struct claim_sentence row;

	/* "[Finch](https://host/other/finch): an open-source app for our model" */
	if (name && is_item_of_heading(c, name))
		return false;
	if (name && claim_is_foreign(name) && name->foreign && !says_we(c))
		return decide_foreign(out, name);
	/* A name that nobody knows may be a part of this release, when the sentence speaks of itself too. */
	if (name && claim_is_foreign(name) && claim_word_is(name, ML_CLASS_ID_NAMED) && (claim_speaks_of_itself(c) || (claim_introduces(c) && !is_said_to_be(c))))
		return false;
	if (name)
		return claim_is_foreign(name) && decide_foreign(out, name);
	if (!label)
		return false;
	claim_sentence_read(&row, c->engine, label, label->text);
	for (size_t i = 0; i < row.nr; i++)
		if (claim_word_is(&row.words[i], ML_CLASS_ID_SELF))
			return false;
	for (size_t i = 0; i < row.nr; i++)
		if (claim_is_foreign(&row.words[i]))
			return decide_foreign(out, &row.words[i]);
	return false;
}

static bool is_in_row(const struct claim_candidate *c, const struct ml_block *block, const struct ml_block *of)
{
	return block < c->blocks_end && block->table == of->table && block->row == of->row;
}

/* Also "MIT" alone, which no language tells from the word of another one. */
static bool is_license(const struct claim_candidate *c, const struct ml_block *block)
{
	struct claim_cell says = claim_cell_of(c->engine, block);

	/* A value of yes or no is read with its key by the channel of tables. */
	if (ml_classes_has(&says.classes, ML_CLASS_ID_YES) || ml_classes_has(&says.classes, ML_CLASS_ID_NO))
		return false;
	return ml_classes_has(&says.classes, ML_CLASS_ID_LICENSE) || ml_license_named(c->engine->facts->knowledge, ml_span_trim(block->text));
}

/* "| License | open source |", "| Open source | MIT |": a row of a key and its value and nothing else is said of the whole. */
static bool pair_decides(const struct claim_candidate *c, const struct claim_cell *label, struct claim_verdict *out)
{
	const struct ml_block *block = c->sentence->block, *value = block->cell ? block : block + 1;

	if (!c->blocks || block->row == 0 || block->cell > 1 || !is_in_row(c, value, block) || is_in_row(c, value + 1, block))
		return false;
	if (claim_cell_of(c->engine, block->column).foreign || (block->label && claim_cell_of(c->engine, block->label->column).foreign))
		return false;
	if (block->cell)
		return (ml_classes_has(&label->classes, ML_CLASS_ID_LICENSE) || (label->claim && c->view_nr == 1)) &&
		       claim_decided(out, true, ML_STANCE_OWN);
	return is_license(c, value) && claim_decided(out, true, ML_STANCE_OWN);
}

/* "| Training code | open-sourced |", "| ✅ open source |": a row of a part, and what was done with it, is said of that of the repository. */
static bool tells_of_part(const struct claim_candidate *c, const struct claim_cell *label)
{
	static const uint8_t parts[] = { ML_CLASS_ID_CODE, ML_CLASS_ID_WEIGHTS, ML_CLASS_ID_DATA, ML_CLASS_ID_MODEL };
	const struct ml_block *block = c->sentence->block;
	bool part = false;

	bool ticked = c->phrase == c->start + 1 && claim_is_at(c, c->start, ML_CLASS_ID_YES);
	bool alone = (ticked || (c->phrase == c->start && c->form == ML_FORM_PARTICIPLE)) && c->phrase + 1 == c->view_nr;
	if (!alone || block->row == 0 || block->cell == 0)
		return false;
	for (size_t i = 0; i < sizeof parts; i++)
		part |= ml_classes_has(&label->classes, parts[i]);
	return part && !label->foreign && !claim_cell_of(c->engine, block->column).foreign;
}

/* Whose row it is: that of rules/knowledge/claims/ID.yml. */
static const char *language_of(const struct ml_claims_knowledge *knowledge, const struct ml_claim_row *row)
{
	const struct ml_claim_language *language = knowledge->languages;

	while (row < language->rows || row >= language->rows + language->rows_nr)
		language++;
	return language->id;
}

static bool rows_decide(const struct claim_candidate *c, enum ml_claim_step step, struct claim_verdict *out)
{
	const struct ml_claim_row *row = claim_row_find(c, step);

	if (!row)
		return false;
	out->step = ml_arena_printf(c->engine->arena, "%s: %s.yml:%u", ml_claim_step_name(step), language_of(c->engine->knowledge, row), row->line);
	return claim_decided(out, step != ML_STEP_NAME, (enum ml_stance)row->stance);
}

/* Cells compare; only those that name the repository, or stand in its row, speak of it, and rows of a key and its value. */
static bool step_cell(const struct claim_candidate *c, struct claim_verdict *out)
{
	const struct ml_block *block = c->sentence->block;

	if (!block || block->kind != ML_BLOCK_CELL || c->engine->loose || claim_speaks_of_itself(c))
		return false;
	struct claim_cell label = claim_cell_of(c->engine, block->label);
	if (ml_classes_has(&label.classes, ML_CLASS_ID_SELF)) { /* "open source", or "an open-source toolkit", in its row is said of it */
		if (block->label == block || label.foreign)
			return false;
		return (c->view_nr == 1 && claim_decided(out, true, ML_STANCE_OWN)) || rows_decide(c, ML_STEP_TAGLINE, out);
	}
	if (tells_of_part(c, &label))
		return claim_decided(out, true, ML_STANCE_OWN);
	return pair_decides(c, &label, out) || claim_decided(out, true, ML_STANCE_OTHER);
}

/* "| Finch | free and open |": a row of another is of him, whatever the cell says that would be one's own elsewhere. */
static bool step_row(const struct claim_candidate *c, struct claim_verdict *out)
{
	const struct ml_block *block = c->sentence->block;
	const struct claim_word *name = opening_name(c);

	if (name && claim_is_foreign(name) && name->foreign && !says_we(c))
		return decide_foreign(out, name);
	if (!block || block->kind != ML_BLOCK_CELL || !block->label || block->label == block || c->engine->loose || claim_speaks_of_itself(c))
		return false;
	struct claim_cell label = claim_cell_of(c->engine, block->label);
	return label.foreign && !ml_classes_has(&label.classes, ML_CLASS_ID_SELF) && claim_decided(out, true, ML_STANCE_OTHER);
}

/* "We take Wren, Finch and Teal.": several names, none of them one's own, of which "they" is said. */
static bool names_several(const struct claim_sentence *before)
{
	unsigned names = 0;

	for (size_t i = 0; i < before->nr; i++) {
		if (claim_word_is(&before->words[i], ML_CLASS_ID_SELF))
			return false;
		names += claim_is_foreign(&before->words[i]);
	}
	return names > 1;
}

/* "We use Finch.", "we have tested Finch": behind what words the object stands of which one speaks then; 0 in other sentences. */
static size_t object_of_use(const struct claim_sentence *before)
{
	size_t i = before->start, end = i + SUBJECT_WORDS;

	if (i >= before->nr || !claim_word_is(&before->words[i], ML_CLASS_ID_FIRST))
		return 0;
	for (i++; i < before->nr && i < end; i++)
		if (claim_word_is(&before->words[i], ML_CLASS_ID_USE))
			return i + 1;
	return 0;
}

/* Whether the first end words of the sentence before name another, and nobody of the repository in front of him. */
static bool before_decides(const struct claim_sentence *before, size_t end, bool many, struct claim_verdict *out)
{
	bool several = many && names_several(before);

	for (size_t i = object_of_use(before); i < end; i++) {
		if (claim_word_is(&before->words[i], ML_CLASS_ID_SELF) || (!several && claim_word_is(&before->words[i], ML_CLASS_ID_FIRST)))
			return false;
		if (claim_is_foreign(&before->words[i]))
			return decide_foreign(out, &before->words[i]);
	}
	return false;
}

/* "It is open source": of whom the sentence before spoke. */
static bool step_pronoun(const struct claim_candidate *c, struct claim_verdict *out)
{
	const struct claim_sentence *before = c->sentence->before;

	if (!before || !claim_of_pronoun(c->sentence) || claim_speaks_of_itself(c) || c->start >= c->phrase || claim_is_at(c, c->start, ML_CLASS_ID_THIS))
		return false;
	/* "Our model has Wren blocks. Its weights are …": of the subject of that sentence, and of no name behind it. */
	bool its = claim_is_at(c, behind_lead(c), ML_CLASS_ID_ITS) && before->start < before->nr;
	const struct claim_word *first = its ? &before->words[before->start] : NULL;
	if (its && (claim_word_is(first, ML_CLASS_ID_OUR) || claim_word_is(first, ML_CLASS_ID_THIS)))
		return false;
	size_t end = its && before->start + SUBJECT_WORDS < before->nr ? before->start + SUBJECT_WORDS : before->nr;
	return before_decides(before, end, claim_is_at(c, c->start, ML_CLASS_ID_MANY), out);
}

/* "Llama 3 is small. The weights are open source.": of what a sentence before opens with, where it is known to be another's. */
static bool step_definite(const struct claim_candidate *c, struct claim_verdict *out)
{
	const struct claim_sentence *before = c->sentence->before;

	if (!before || !claim_is_definite(c->sentence) || claim_speaks_of_itself(c) || claim_names_itself(before))
		return false;
	for (size_t i = before->start; i < before->nr && i < before->start + SUBJECT_WORDS; i++) {
		const struct claim_word *word = &before->words[i];
		if (bars_subject(word) && !claim_word_is(word, ML_CLASS_ID_LEAD))
			return false;
		if (claim_word_is(word, ML_CLASS_ID_ALIEN) || claim_word_is(word, ML_CLASS_ID_BASE) || word->foreign)
			return decide_foreign(out, word);
	}
	return false;
}

/* "Finch paints birds. Open source.": of the name that opened the sentence before. */
static bool step_ellipsis(const struct claim_candidate *c, struct claim_verdict *out)
{
	const struct claim_sentence *before = c->sentence->before;

	if (!before || c->engine->loose || claim_of_pronoun(c->sentence) || claim_speaks_of_itself(c) || before->start >= before->nr)
		return false;
	/* "… Published in 2024. Open-source.": in the middle of a page two words say nothing of whom they are. */
	if (c->view_nr <= 2 && !c->sentence->block->list_depth && !claim_introduces(c) && !claim_names_itself(before))
		return claim_decided(out, true, ML_STANCE_OTHER);
	return claim_is_foreign(&before->words[before->start]) && decide_foreign(out, &before->words[before->start]);
}

/* "These open-source models are …": of what the sentence before had for its subject. */
static bool step_these(const struct claim_candidate *c, struct claim_verdict *out)
{
	const struct claim_sentence *before = c->sentence->before;

	if (!before || claim_speaks_of_itself(c) || !claim_is_at(c, c->start, ML_CLASS_ID_THIS))
		return false;
	/* "These are open-source models.": of all that it named. */
	if (claim_is_at(c, c->start, ML_CLASS_ID_PRONOUN) && claim_is_at(c, c->start + 1, ML_CLASS_ID_BE))
		return before_decides(before, before->nr, true, out);
	if (c->start + 1 != c->phrase)
		return false;
	return before_decides(before, before->start + SUBJECT_WORDS < before->nr ? before->start + SUBJECT_WORDS : before->nr, false, out);
}

/* Skips the signs at the end of a sentence. */
static const struct claim_word *last_word(const struct claim_sentence *sentence)
{
	for (size_t i = sentence->nr; i > 0; i--)
		if (sentence->words[i - 1].letters || sentence->words[i - 1].han || sentence->words[i - 1].digits)
			return &sentence->words[i - 1];
	return NULL;
}

/* "We also release [Egret](…/egret). This is open source": it, if Egret is another's, or has a repository of its own. */
static bool step_this_is(const struct claim_candidate *c, struct claim_verdict *out)
{
	const struct claim_sentence *before = c->sentence->before;
	const struct claim_word *last = before ? last_word(before) : NULL;

	bool pronoun = claim_is_at(c, c->start, ML_CLASS_ID_THIS) || claim_is_at(c, c->start, ML_CLASS_ID_PRONOUN);
	if (!last || !pronoun || !claim_is_at(c, c->start + 1, ML_CLASS_ID_BE) || claim_speaks_of_itself(c))
		return false;
	if (last->foreign && claim_is_foreign(last))
		return decide_foreign(out, last);
	if (!last->sibling)
		return false;
	out->named = last;
	return claim_decided(out, true, ML_STANCE_OWN);
}

/* "The LLM used is Wren. This model is open source": the name with which the sentence before ended, if that speaks of what is used. */
static bool step_this_model(const struct claim_candidate *c, struct claim_verdict *out)
{
	const struct claim_sentence *before = c->sentence->before;
	const struct claim_word *name = NULL;
	bool used = false;
	int part = before ? claim_begins_with_this(c->sentence) : -1;

	if (part < 0 || claim_speaks_of_itself(c))
		return false;
	/* "We use the Wren data. This dataset is open": but "made using Wren. This dataset is open" is of what was made. */
	const struct claim_word *last = last_word(before);
	if (part != ML_CLASS_ID_MODEL && (!last || !claim_word_is(last, (enum ml_class_id)part)))
		return false;
	for (size_t i = 0; i < before->nr; i++) {
		const struct claim_word *word = &before->words[i];
		if (claim_word_is(word, ML_CLASS_ID_SELF))
			return false;
		used |= claim_word_is(word, ML_CLASS_ID_USED);
		if (claim_is_foreign(word))
			name = word;
		else if ((word->letters || word->han) && !claim_word_is(word, ML_CLASS_ID_BE) && !claim_word_is(word, ML_CLASS_ID_VARIANT) &&
			 !claim_word_is(word, ML_CLASS_ID_MODEL) && !claim_word_is(word, ML_CLASS_ID_DATA) && !claim_word_is(word, ML_CLASS_ID_CODE))
			name = NULL;
	}
	return used && name && decide_foreign(out, name);
}

/* "简介：…" is of what the document is, or of what the item around it names. */
static bool step_field(const struct claim_candidate *c, struct claim_verdict *out)
{
	if (!rows_decide(c, ML_STEP_FIELD, out))
		return false;
	bool item = c->sentence->block && c->sentence->block->list_depth;
	if (out->stance == ML_STANCE_OWN && item && !claim_names_itself(c->sentence) && claim_below_a_name(c))
		out->stance = ML_STANCE_OTHER;
	return true;
}

static bool links_to_another(const struct claim_candidate *c)
{
	for (size_t i = 0; i < c->view_nr; i++)
		if (c->view[i]->foreign)
			return true;
	return false;
}

/* "2024-05-01 训练数据整理完毕，同步开源": news without a subject are of whoever tells them. */
static bool step_news(const struct claim_candidate *c, struct claim_verdict *out)
{
	return claim_is_news(c) && !links_to_another(c) && rows_decide(c, ML_STEP_NEWS, out);
}

static bool step_tagline(const struct claim_candidate *c, struct claim_verdict *out)
{
	if (!claim_introduces(c) || !rows_decide(c, ML_STEP_TAGLINE, out) || claim_below_a_name(c))
		return false;
	/* Below "Plan" what describes itself without a verb is still to be made. */
	if (claim_heading_has(c, ML_CLASS_ID_SECTION_FUTURE))
		out->stance = ML_STANCE_FUTURE;
	return true;
}

/* "An open-source honeypot for bees": whatever it is, right below the title it is that. Languages that inherit these rows may do without "is". */
static bool step_motto(const struct claim_candidate *c, struct claim_verdict *out)
{
	return (!c->sentence->inherits || c->sentence->language->borrows) && claim_is_below_title(c) && rows_decide(c, ML_STEP_MOTTO, out);
}

/* "### Open-source evaluation set": of what stands below it. */
static bool step_heading(const struct claim_candidate *c, struct claim_verdict *out)
{
	const struct ml_block *block = c->sentence->block;

	return block && block->kind == ML_BLOCK_HEADING && !c->sentence->inherits && rows_decide(c, ML_STEP_HEADING, out);
}

#define ROWS(step) #step, NULL, ML_STEP_##step
static const struct {
	const char *name;
	claim_step_fn *decide;     /* or NULL: the rows of */
	enum ml_claim_step rows;
	bool guard;                /* holds for statements of terms too */
} steps[] = {
	{ "code", step_code, 0, false },
	{ "list of others", claim_step_listing, 0, false },
	{ "field", step_field, 0, false },
	{ ROWS(NAME), false },
	{ "quoted", claim_step_quoted, 0, true },
	{ ROWS(QUOTED), true },
	{ ROWS(NEGATED), true },
	{ "question", step_question, 0, true },
	{ "link to another", step_link, 0, false },
	{ ROWS(REPORTED), true },
	{ "task box", claim_step_task, 0, true },
	{ "plan", claim_step_plan, 0, true },
	{ ROWS(FUTURE), true },
	{ ROWS(PAST), true },
	{ "these", step_these, 0, false },
	{ "this is", step_this_is, 0, false },
	{ "this model", step_this_model, 0, false },
	{ ROWS(UPSTREAM), true },
	{ "row of another", step_row, 0, false },
	{ ROWS(OTHERS), true },
	{ "section of others", claim_step_section, 0, false },
	{ "section of a paper", claim_step_paper, 0, false },
	{ "section of another", claim_step_heading, 0, false },
	{ "other subject", step_subject, 0, true },
	{ "pronoun", step_pronoun, 0, true },
	{ "the part of another", step_definite, 0, false },
	{ "left out", step_ellipsis, 0, false },
	{ "table", step_cell, 0, false },
	{ "ticked box", claim_step_done, 0, false },
	{ "news", claim_step_news, 0, false },
	{ ROWS(OWN), false },
	{ "news", step_news, 0, false },
	{ "tagline", step_tagline, 0, false },
	{ "motto", step_motto, 0, false },
	{ "heading", step_heading, 0, false },
};

struct claim_verdict claim_decide(const struct claim_candidate *candidate, bool guards_only)
{
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		struct claim_verdict out = { .step = steps[i].name };
		if (guards_only && !steps[i].guard)
			continue;
		if (steps[i].decide ? steps[i].decide(candidate, &out) : rows_decide(candidate, steps[i].rows, &out))
			return out;
	}
	return (struct claim_verdict){ true, guards_only ? ML_STANCE_OWN : ML_STANCE_OTHER, guards_only ? NULL : "no marker", NULL };
}

/* "Heron: an open-source model": behind a name a sign or "is" says that it is described, and nothing such as "for" parts that from the phrase.
 * "Plataforma open source": right behind a word that no lexicon has, too. */
static bool is_described(const struct claim_candidate *c)
{
	bool said = c->phrase <= c->start + 2 && !claim_row_find(c, ML_STEP_CHANNEL);

	for (size_t i = c->start + 1; i < c->phrase; i++) {
		bool says = claim_is_at(c, i, ML_CLASS_ID_COLON) || claim_is_at(c, i, ML_CLASS_ID_DASH) || claim_is_at(c, i, ML_CLASS_ID_COMMA) ||
			    claim_is_at(c, i, ML_CLASS_ID_BAR) || claim_is_at(c, i, ML_CLASS_ID_BE);
		said |= says && i < c->start + DESCRIBED_WITHIN;
		if (!says && claim_is_at(c, i, ML_CLASS_ID_NOUN_END))
			return false;
	}
	return said;
}

/* A name that nobody knows, first in a field, is that of what the field describes. */
static bool names_what_it_describes(const struct claim_candidate *c, const struct claim_verdict *verdict)
{
	const struct claim_word *name = verdict->named;

	return name && c->start < c->view_nr && name == c->view[c->start] && claim_word_is(name, ML_CLASS_ID_NAMED) && !name->foreign && is_described(c);
}

struct claim_verdict claim_decide_field(const struct claim_candidate *candidate, const char *step)
{
	struct claim_verdict out = claim_decide(candidate, false);

	if (!out.claim || out.stance != ML_STANCE_OTHER)
		return out;
	if (names_what_it_describes(candidate, &out))
		return (struct claim_verdict){ true, ML_STANCE_OWN, step, NULL };
	if (strcmp(out.step, "no marker") != 0 || rows_decide(candidate, ML_STEP_CHANNEL, &out))
		return out;
	return (struct claim_verdict){ true, ML_STANCE_OWN, step, NULL };
}
