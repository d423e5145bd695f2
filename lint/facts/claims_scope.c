/* Of which part a phrase or a license speaks: code, weights, data, or the whole. */
#include "lint/facts/claims_steps_p.h"

#include "lint/facts/shared.h"
#include "lint/knowledge/lists.h"

#define NOUN_PHRASE_MAX 20u /* words looked at behind a phrase */

enum part { PART_CODE = 1, PART_WEIGHTS = 2, PART_DATA = 4, PART_MODEL = 8, PART_PROJECT = 16 };

static const struct {
	uint8_t class_id;
	uint8_t parts;
} nouns[] = {
	{ ML_CLASS_ID_CODE, PART_CODE },       { ML_CLASS_ID_WEIGHTS, PART_WEIGHTS },
	{ ML_CLASS_ID_DATA, PART_DATA },       { ML_CLASS_ID_MODEL, PART_MODEL },
	{ ML_CLASS_ID_PROJECT, PART_PROJECT }, { ML_CLASS_ID_ALL, PART_PROJECT },
};

static unsigned parts_named(const struct ml_classes *classes)
{
	unsigned parts = 0;

	for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
		if (ml_classes_has(classes, nouns[i].class_id))
			parts |= nouns[i].parts;
	return parts;
}

static unsigned parts_of(const struct claim_word *word)
{
	return parts_named(&word->classes);
}

static bool is_list_sign(const struct claim_word *word)
{
	return claim_word_is(word, ML_CLASS_ID_COMMA) || claim_word_is(word, ML_CLASS_ID_AND) || claim_word_is(word, ML_CLASS_ID_SLASH);
}

static bool ends_clause(const struct claim_word *word)
{
	return claim_word_is(word, ML_CLASS_ID_BREAK) || claim_word_is(word, ML_CLASS_ID_SEMICOLON) ||
	       claim_word_is(word, ML_CLASS_ID_STOP) || claim_word_is(word, ML_CLASS_ID_BAR);
}

static bool ends_noun(const struct claim_word *word)
{
	return ends_clause(word) || (claim_word_is(word, ML_CLASS_ID_NOUN_END) && !word->joined) || claim_word_is(word, ML_CLASS_ID_EXCEPT) ||
	       claim_word_is(word, ML_CLASS_ID_COLON) || claim_word_is(word, ML_CLASS_ID_DASH) || claim_word_is(word, ML_CLASS_ID_BE);
}

/* The second half of "data-first", "model-free": what stands in front of its hyphen is no noun of its own. */
static bool is_compound(const struct claim_word *word)
{
	return word->joined && word->kind < 0 && word->letters && !word->digits && !parts_of(word) && !is_list_sign(word) &&
	       !claim_word_is(word, ML_CLASS_ID_VARIANT);
}

/* "数据清洗、数据加载等流程": in Han the noun behind "and the like" says what all members are. */
static bool sums_up(const struct claim_word *const *words, size_t nr, size_t i)
{
	bool noun = false;

	if (!words[i]->han || !claim_word_is(words[i], ML_CLASS_ID_ETC))
		return false;
	for (size_t k = i + 1; k < nr && !noun; k++)
		noun = parts_of(words[k]);
	return noun;
}

/* The head of each member of a list is its last noun: "the code model and data" is a model and data. */
static unsigned heads(const struct claim_word *const *words, size_t nr)
{
	unsigned all = 0, last = 0;

	for (size_t i = 0; i < nr; i++) {
		if (is_list_sign(words[i])) {
			all |= last;
			last = 0;
			continue;
		}
		if (sums_up(words, nr, i)) {
			all = last = 0;
			continue;
		}
		unsigned parts = i + 1 < nr && is_compound(words[i + 1]) ? 0 : parts_of(words[i]);
		/* "模型资源": in Han the second noun says of the first only what all are. */
		if (parts == PART_PROJECT && last && words[i]->han && i && parts_of(words[i - 1]))
			continue;
		/* "数据集的 v0.2 版本": a version of what was named. */
		if (last && words[i]->han && claim_word_is(words[i], ML_CLASS_ID_VARIANT))
			continue;
		/* "the scripts, all of them": says how many of what was named. */
		if (parts && !(last && claim_word_is(words[i], ML_CLASS_ID_ALL)))
			last = parts;
	}
	return all | last;
}

/* Whether the word is one that says of which noun phrase it is the begin. */
static bool is_determiner(const struct claim_word *word)
{
	return claim_word_is(word, ML_CLASS_ID_DET) || claim_word_is(word, ML_CLASS_ID_OUR) || claim_word_is(word, ML_CLASS_ID_THIS);
}

/* "the trained checkpoints", "the largest available corpus": behind an article, and a word more, the participle belongs to the noun. */
static bool is_attribute(const struct claim_candidate *c, size_t i)
{
	if (ends_clause(c->view[i]) || claim_word_is(c->view[i], ML_CLASS_ID_BE) || i <= c->phrase + 1)
		return false;
	const struct claim_word *before = c->view[i - 1];
	if (is_determiner(before))
		return true;
	return claim_word_is(c->view[i], ML_CLASS_ID_AVAILABLE) && i > c->phrase + 2 && is_determiner(c->view[i - 2]) && !parts_of(before) &&
	       before->letters && !is_list_sign(before) && i + 1 < c->view_nr && c->view[i + 1]->letters && !ends_noun(c->view[i + 1]);
}

/* "We open-source the kernel, and release the checkpoints": behind the sign another verb has an object of its own. */
static bool is_second_verb(const struct claim_candidate *c, size_t from, size_t i)
{
	if (i == from || !is_list_sign(c->view[i]) || !heads(c->view + from, i - from))
		return false;
	while (i < c->view_nr && is_list_sign(c->view[i]))
		i++;
	if (claim_is_at(c, i, ML_CLASS_ID_FIRST))
		i++;
	return claim_is_at(c, i, ML_CLASS_ID_RELEASE) && i + 1 < c->view_nr && (is_determiner(c->view[i + 1]) || claim_is_at(c, i + 1, ML_CLASS_ID_LINKED));
}

/* "we open-source Heron: a corpus of …": behind a name alone the colon tells what it is. */
static bool tells_what_it_is(const struct claim_candidate *c, size_t from, size_t i)
{
	return i == from + 1 && claim_word_is(c->view[i], ML_CLASS_ID_COLON) &&
	       (claim_word_is(c->view[from], ML_CLASS_ID_NAMED) || claim_word_is(c->view[from], ML_CLASS_ID_SELF));
}

/* "the open-source model uses data": in Han nothing but its verb parts the noun from the next one. */
static bool is_han_verb(const struct claim_candidate *c, size_t from, size_t i)
{
	return i > from && c->view[i]->han && claim_word_is(c->view[i], ML_CLASS_ID_BASIS) && parts_of(c->view[i - 1]);
}

/* "开源、可商用的模型": in Han a second phrase right behind the first describes the same noun. */
static size_t behind_phrases(const struct claim_candidate *c)
{
	size_t from = c->phrase + 1, i = from;

	if (i < c->view_nr && (claim_word_is(c->view[i], ML_CLASS_ID_AND) || ml_span_is(c->view[i]->fold, "、")))
		i++;
	if (i + 1 < c->view_nr && claim_word_is(c->view[i], ML_CLASS_ID_NOUN_END) && c->view[i + 1]->han && c->view[i + 1]->kind >= 0)
		return i + 2;
	return from;
}

static bool ends_attribute(const struct claim_candidate *c, size_t i)
{
	return ml_list_end(c->engine->facts->knowledge, ML_LIST_ATTRIBUTE_ENDINGS, c->view[i]->fold);
}

/* "开源以用户为中心的框架": in Han a clause can stand in front of its noun, with 的 between them; the parts of that noun. */
static unsigned behind_clause(const struct claim_candidate *c, size_t from)
{
	size_t of = from, to;

	while (of < c->view_nr && !ends_attribute(c, of) && !claim_word_is(c->view[of], ML_CLASS_ID_COMMA) && !ends_clause(c->view[of]))
		of++;
	if (of >= c->view_nr || !ends_attribute(c, of))
		return 0;
	for (to = of + 1; to < c->view_nr && !ends_noun(c->view[to]) && !claim_word_is(c->view[to], ML_CLASS_ID_COMMA);)
		to++;
	return heads(c->view + of, to - of);
}

/* "the code is open-sourced, promoting research": said of what stands in front, and the comma ends it. */
static bool is_predicate(const struct claim_candidate *c)
{
	for (size_t i = c->phrase; i > c->start && c->phrase - i < 3; i--)
		if (claim_is_at(c, i - 1, ML_CLASS_ID_BE))
			return claim_is_at(c, c->phrase + 1, ML_CLASS_ID_COMMA);
	return false;
}

/* Whether the phrase is said of what stands in front: "is", an adverb or two at most, and no article, behind which it would describe a noun. */
static bool is_said(const struct claim_candidate *c)
{
	for (size_t i = c->phrase; i > c->start && c->phrase - i < 3 && !claim_is_at(c, i - 1, ML_CLASS_ID_DET); i--)
		if (claim_is_at(c, i - 1, ML_CLASS_ID_BE))
			return true;
	return false;
}

/* "the code is open source, the weights are not", "we open-source the code, the weights remain …": behind the comma another subject begins. */
static bool ends_predicate(const struct claim_candidate *c, size_t from, size_t comma)
{
	bool part = false;

	if (is_said(c) && !c->view[c->phrase]->han)
		return true;
	for (size_t i = comma + 1; i < c->view_nr && !claim_is_at(c, i, ML_CLASS_ID_COMMA) && !ends_clause(c->view[i]); i++) {
		part |= parts_of(c->view[i]) != 0;
		if (claim_is_at(c, i, ML_CLASS_ID_BE))
			return part && heads(c->view + from, comma - from);
	}
	return false;
}

/* "权重开源、数据公开": in Han the list goes on with another clause. */
static bool is_han_predicate(const struct claim_candidate *c)
{
	size_t next = c->phrase + 1;

	return c->phrase > c->start && parts_of(c->view[c->phrase - 1]) && next + 1 < c->view_nr && c->view[next + 1]->han && claim_is_at(c, next, ML_CLASS_ID_AND) &&
	       c->view[next + 1]->kind < 0;
}

/* "a small portion of the data": where the noun says only how much, what it is of. */
static unsigned of_what(const struct claim_candidate *c, size_t from)
{
	size_t to = from;

	while (to < c->view_nr && !ends_noun(c->view[to]))
		to++;
	return heads(c->view + from, to - from);
}

/* The noun phrase behind the phrase: what it describes, or the object of "we open-source". */
static unsigned behind(const struct claim_candidate *c)
{
	size_t from = behind_phrases(c), to = from;

	if ((is_predicate(c) && c->form == ML_FORM_PARTICIPLE) || is_han_predicate(c))
		return 0;

	/* "本次开源的是权重" */
	if (c->form == ML_FORM_ADJECTIVE && from + 1 < c->view_nr && c->view[from]->han && claim_word_is(c->view[from], ML_CLASS_ID_BE))
		to = ++from;

	while (to < c->view_nr && to - from < NOUN_PHRASE_MAX && !is_han_verb(c, from, to) && !is_second_verb(c, from, to) &&
	       (!ends_noun(c->view[to]) || is_attribute(c, to) || tells_what_it_is(c, from, to))) {
		/* "open-source, large-scale model" goes on; in Han a comma parts clauses, and lists have a sign of their own. */
		bool comma = claim_word_is(c->view[to], ML_CLASS_ID_COMMA);
		/* "open-source code, closed weights" */
		if (comma && (ends_predicate(c, from, to) || claim_is_at(c, to + 1, ML_CLASS_ID_NO)))
			break;
		bool han = (c->view[c->phrase]->han && (to == from || c->view[to - 1]->han)) || (to + 1 < c->view_nr && c->view[to + 1]->han);
		/* "1B, 2B, 7B, and 13B checkpoints": sizes stand in front of their noun. */
		if (comma && (han || (to > from + 8 && !c->view[to - 1]->digits)))
			if (heads(c->view + from, to - from) == 0 || c->view[to - 1]->han)
				break;
		to++;
	}
	unsigned parts = heads(c->view + from, to - from);
	if (!parts && to < c->view_nr && ml_span_is(c->view[to]->fold, "of"))
		return of_what(c, to + 1);
	/* "平台上的数据集": what it is of says less than what it is. */
	if ((parts && parts != PART_PROJECT) || to == c->view_nr || !c->view[to]->han)
		return parts;
	unsigned noun = behind_clause(c, to);
	return noun ? noun : parts;
}

/* Where the clause of the phrase begins. */
static size_t clause_start(const struct claim_candidate *c)
{
	size_t from = c->phrase;

	while (from > c->start && !ends_clause(c->view[from - 1]))
		from--;
	/* "the architecture is original, the code is open source": a comma with a verb on both sides parts clauses. */
	for (size_t i = c->phrase; i > from; i--) {
		if (!claim_word_is(c->view[i - 1], ML_CLASS_ID_COMMA))
			continue;
		bool verb_before = false, verb_after = false;
		for (size_t k = from; k < i; k++)
			verb_before |= claim_word_is(c->view[k], ML_CLASS_ID_BE);
		for (size_t k = i; k < c->phrase; k++)
			verb_after |= claim_word_is(c->view[k], ML_CLASS_ID_BE);
		if (verb_before && verb_after)
			return i;
	}
	return from;
}

/* In Han a comma parts clauses whatever stands around it: where the last one of the clause begins, if it names a part. */
static size_t han_clause(const struct claim_candidate *c, size_t from)
{
	size_t i = c->phrase;
	bool part = false;

	while (i > from && !claim_word_is(c->view[i - 1], ML_CLASS_ID_COMMA))
		part |= (parts_of(c->view[--i]) & ~(unsigned)PART_PROJECT) != 0;
	return c->view[c->phrase]->han && part ? i : from;
}

/* "此仓库中的代码": in Han the place stands in front of what is there. */
static bool is_han_place(const struct claim_candidate *c, size_t to)
{
	size_t next = to + 1 < c->phrase && c->view[to + 1]->han && !parts_of(c->view[to + 1]) ? to + 2 : to + 1;

	return to < c->phrase && c->view[to]->han && next < c->phrase && c->view[next]->han && parts_of(c->view[next]);
}

/* "With this release, we …": what stands in front of the comma says when and where. */
static bool is_occasion(const struct claim_candidate *c, size_t from, size_t to)
{
	for (size_t i = from; i + 1 < to; i++)
		if (claim_word_is(c->view[i], ML_CLASS_ID_COMMA))
			return claim_word_is(c->view[i + 1], ML_CLASS_ID_FIRST);
	return false;
}

/* The subject: the first noun phrase of the clause that names a part. */
static unsigned in_front(const struct claim_candidate *c)
{
	size_t from = han_clause(c, clause_start(c)), near = c->phrase;

	/* "with the adaptation code open-sourced": the noun that stands right in front. */
	if (c->phrase > from && parts_of(c->view[c->phrase - 1])) {
		while (near > from && !ends_noun(c->view[near - 1]))
			near--;
		unsigned parts = heads(c->view + near, c->phrase - near);
		/* "代码在本仓库开源": where it is, not what. */
		if (parts != PART_PROJECT || near == from || !c->view[near - 1]->han)
			return parts;
	}
	unsigned occasion = 0;
	while (from < c->phrase) {
		size_t to = from;
		while (to < c->phrase && !ends_noun(c->view[to]))
			to++;
		unsigned parts = heads(c->view + from, to - from);
		if (parts == PART_PROJECT && is_occasion(c, from, to))
			occasion = parts;
		else if (parts && !(parts == PART_PROJECT && is_han_place(c, to)))
			return parts;
		from = to + 1;
	}
	return occasion;
}

/* Two parts of a release are the whole. */
static enum ml_subject subject_of(unsigned parts)
{
	unsigned kinds = ((parts & PART_CODE) != 0) + ((parts & (PART_WEIGHTS | PART_MODEL)) != 0) + ((parts & PART_DATA) != 0);

	if (kinds > 1)
		return parts & PART_DATA ? ML_SUBJECT_PROJECT : ML_SUBJECT_MODEL; /* a model with its code is still the model */
	if (parts == 0)
		return ML_SUBJECT_PROJECT;
	if (parts & PART_CODE)
		return ML_SUBJECT_CODE;
	if (parts & PART_DATA)
		return ML_SUBJECT_DATA;
	if (parts & PART_WEIGHTS)
		return ML_SUBJECT_WEIGHTS;
	return parts & PART_MODEL ? ML_SUBJECT_MODEL : ML_SUBJECT_PROJECT;
}

/* "code", "scripts": a part, whatever is said of it; a toolkit or a framework can be all that there is. */
static bool is_part_alone(const struct claim_word *word)
{
	return claim_word_is(word, ML_CLASS_ID_CODE_WORD) || (parts_of(word) & ~(unsigned)(PART_CODE | PART_PROJECT));
}

static bool is_own_name(const struct claim_word *word)
{
	return claim_word_is(word, ML_CLASS_ID_SELF) && !word->sibling;
}

/* "the Heron toolkit is …": behind the name such a noun belongs to it. */
static bool ends_own_name(const struct claim_candidate *c, size_t i)
{
	return i > c->start && is_own_name(c->view[i - 1]) && !is_part_alone(c->view[i]);
}

/* The repository's name, then "is" or a colon, then the phrase; where the verb is last, the particle of a subject. */
static bool is_said_of_itself(const struct claim_candidate *c)
{
	bool self = false, said = false;

	for (size_t i = c->start; i < c->phrase; i++) {
		if (is_own_name(c->view[i]) && i < c->start + 3)
			self = true;
		/* "Heron is being retired, so we open-source the code" */
		else if (claim_word_is(c->view[i], ML_CLASS_ID_FIRST) || (!said && parts_of(c->view[i]) && !ends_own_name(c, i)))
			return false;
		said |= self && (claim_word_is(c->view[i], ML_CLASS_ID_TOPIC) || claim_word_is(c->view[i], ML_CLASS_ID_BE) || claim_word_is(c->view[i], ML_CLASS_ID_COLON) ||
				 claim_word_is(c->view[i], ML_CLASS_ID_DASH));
	}
	return said;
}

/* Whether the language marks its subjects: then no noun between the subject and the phrase is one. */
static bool has_topic(const struct claim_candidate *c)
{
	for (size_t i = c->start; i < c->phrase && i < c->start + 3; i++)
		if (claim_word_is(c->view[i], ML_CLASS_ID_TOPIC))
			return true;
	return false;
}

/* "An open-source toolkit", "Welcome to an open-source library", "This is an open-source framework": outside of lists so a document speaks of itself. */
static bool is_described(const struct claim_candidate *c)
{
	const struct ml_block *block = c->sentence->block;
	size_t i = c->start;

	if (block && (block->list_depth || block->kind == ML_BLOCK_CELL))
		return false;
	if (claim_is_at(c, i, ML_CLASS_ID_ANNOUNCE)) {
		i += claim_is_at(c, i + 1, ML_CLASS_ID_NOUN_END) ? 2 : 1;
	} else if (claim_is_at(c, i, ML_CLASS_ID_THIS)) {
		bool whole = claim_is_at(c, i, ML_CLASS_ID_BE); /* "这是" */
		i += claim_is_at(c, i + 1, ML_CLASS_ID_PROJECT) ? 2 : 1;
		if (!whole && !claim_is_at(c, i++, ML_CLASS_ID_BE))
			return false;
	}
	/* Han does without an article. */
	if (!claim_is_at(c, i, ML_CLASS_ID_DET) && (i == c->start || !c->view[i - 1]->han))
		return false;
	while (i < c->phrase && !ends_noun(c->view[i]) && !parts_of(c->view[i]) && !claim_is_at(c, i, ML_CLASS_ID_FIRST))
		i++;
	return i == c->phrase;
}

/* Whether the noun that the phrase describes, or its object, is no more than a part. */
static bool describes_part(const struct claim_candidate *c)
{
	for (size_t i = c->phrase + 1; i < c->view_nr && !ends_noun(c->view[i]); i++)
		if (is_part_alone(c->view[i]))
			return true;
	return false;
}

/* "a suite of open-source libraries": of what is one thing. */
static bool joins_several(const struct claim_candidate *c, size_t i)
{
	return ml_span_is(c->view[i]->fold, "of") && i > c->start && parts_of(c->view[i - 1]) & (PART_PROJECT | PART_MODEL);
}

/* A word in front of the phrase behind which it describes something else than what the document is about. */
static bool turns_away(const struct claim_candidate *c, size_t i)
{
	const struct claim_word *word = c->view[i];

	if (claim_word_is(word, ML_CLASS_ID_FIRST) || claim_word_is(word, ML_CLASS_ID_OUR) || claim_word_is(word, ML_CLASS_ID_USE) ||
	    is_part_alone(word) || claim_is_foreign(word))
		return true;
	if (claim_word_is(word, ML_CLASS_ID_AND))
		return claim_is_at(c, i + 1, ML_CLASS_ID_DET);
	return claim_word_is(word, ML_CLASS_ID_NOUN_END) && !word->joined && !claim_word_is(word, ML_CLASS_ID_BE) &&
	       !ml_span_is(word->fold, "as") && !joins_several(c, i);
}

static bool says_what_it_is(const struct claim_word *word)
{
	return claim_word_is(word, ML_CLASS_ID_BE) || claim_word_is(word, ML_CLASS_ID_COMMA) || claim_word_is(word, ML_CLASS_ID_COLON) ||
	       claim_word_is(word, ML_CLASS_ID_DASH) || ml_span_is(word->fold, "as") || ml_span_is(word->fold, "of");
}

/*
 * "SuperHeron, a free, open-source library", "we release Heron as an open-source
 * tool", "open-source song toolkit": a noun that can be all that there is, said
 * of the repository's name or of nothing else.
 */
static bool is_all_there_is(const struct claim_candidate *c)
{
	const struct ml_block *block = c->sentence->block;
	bool item = block && (block->list_depth || block->kind == ML_BLOCK_CELL);
	bool verb = ml_classes_has(&c->front.classes, ML_CLASS_ID_FIRST) && !claim_is_at(c, c->phrase - 1, ML_CLASS_ID_DET);

	if (c->view[c->phrase]->han || describes_part(c))
		return false;
	/* "we open-source the Heron framework", but "the Heron & Finch cookbook", "with the open-source Heron UI" */
	for (size_t i = c->phrase + 1; verb && i < c->view_nr && !ends_noun(c->view[i]); i++)
		if (is_own_name(c->view[i]))
			return !claim_is_at(c, i + 1, ML_CLASS_ID_AND) || claim_is_at(c, i + 1, ML_CLASS_ID_COMMA);
	if (verb && claim_is_at(c, c->phrase + 1, ML_CLASS_ID_THIS))
		return true;
	bool said = false;
	for (size_t i = c->phrase; i > c->start; i--) {
		/* "Heron is", "Heron, the", "Heron as a"; but "this repository contains a …" */
		if (is_own_name(c->view[i - 1]) || claim_is_at(c, i - 1, ML_CLASS_ID_THIS))
			return (said || i == c->phrase) && (i - 1 == c->start || !claim_is_at(c, i - 2, ML_CLASS_ID_NOUN_END) || is_own_name(c->view[i - 1]));
		if (ends_clause(c->view[i - 1]))
			break;
		if (turns_away(c, i - 1))
			return false;
		said |= says_what_it_is(c->view[i - 1]);
	}
	return !item;
}

/* "This library is open source": of the document's own thing. */
static bool is_this_thing(const struct claim_candidate *c)
{
	size_t noun = c->start + 1;

	return claim_is_at(c, c->start, ML_CLASS_ID_THIS) && noun + 1 < c->phrase && parts_of(c->view[noun]) == PART_CODE && !c->view[noun]->han &&
	       !is_part_alone(c->view[noun]) && claim_is_at(c, noun + 1, ML_CLASS_ID_BE);
}

/* "开源并持续扩充数据集": in Han the object stands behind the second verb, where it is that of both. */
static unsigned behind_second_verb(const struct claim_candidate *c)
{
	size_t from = c->phrase + 1, to;

	if (from >= c->view_nr || !c->view[from]->han || !claim_is_at(c, from, ML_CLASS_ID_AND) || !claim_is_at(c, from, ML_CLASS_ID_NOUN_END))
		return 0;
	for (to = ++from; to < c->view_nr && !ends_noun(c->view[to]) && !claim_word_is(c->view[to], ML_CLASS_ID_COMMA);)
		to++;
	return heads(c->view + from, to - from);
}

/* "| Training code | open-sourced |": what the row is of. */
static unsigned of_row(const struct claim_candidate *c)
{
	const struct ml_block *block = c->sentence->block;

	if (!block || block->kind != ML_BLOCK_CELL || !block->label || block->label == block || c->view_nr > 2)
		return 0;
	struct claim_cell label = claim_cell_of(c->engine, block->label);
	return parts_named(&label.classes);
}

/* "开源了 Heron 训练框架", "开源大模型安全框架——Heron": whether the last noun behind the phrase is a tool; *own: the own name stands beside it. */
static bool is_tool(const struct claim_candidate *c, bool *own)
{
	const struct claim_word *head = NULL;

	*own = false;
	for (size_t i = c->phrase + 1; i < c->view_nr && i - c->phrase <= NOUN_PHRASE_MAX && !ends_clause(c->view[i]); i++) {
		const struct claim_word *word = c->view[i];
		if (claim_word_is(word, ML_CLASS_ID_COMMA))
			break;
		if (parts_of(word))
			head = word;
		/* "Heron 的训练框架" is a part of Heron. */
		*own |= claim_word_is(word, ML_CLASS_ID_SELF) && !word->sibling && (i + 1 == c->view_nr || !ends_attribute(c, i + 1));
	}
	return head && claim_word_is(head, ML_CLASS_ID_TOOL);
}

/* What is code for a model is the whole where the repository tells of itself: with its name, as "this project", right below the title. */
static bool is_whole_tool(const struct claim_candidate *c)
{
	bool own;

	if (!is_tool(c, &own))
		return false;
	for (size_t i = c->start; i < c->phrase && !own; i++) {
		if (claim_is_at(c, i, ML_CLASS_ID_COMMA))
			return false;
		own = (claim_is_at(c, i, ML_CLASS_ID_THIS) && parts_of(c->view[i]) & (PART_PROJECT | PART_CODE)) || (claim_is_at(c, i, ML_CLASS_ID_SELF) && !c->view[i]->sibling);
	}
	return own || claim_is_below_title(c);
}

enum ml_subject claim_subject(const struct claim_candidate *candidate)
{
	unsigned parts = behind(candidate), held = parts_of(candidate->view[candidate->phrase]);

	/* "Heron 开放源代码": the phrase holds its object. */
	if (!parts && held == PART_CODE)
		return ML_SUBJECT_CODE;
	/* "the code for Heron, a family of open language models" */
	if (candidate->kind == ML_CLAIM_OPEN_WEIGHTS && candidate->form == ML_FORM_NOUN)
		return ML_SUBJECT_MODEL;
	/* "Heron is an open-source toolkit": what is code here is the whole; "Heron lets models act and is an open-source project". */
	if ((parts == PART_CODE || parts == PART_PROJECT) &&
	    (is_said_of_itself(candidate) || (!describes_part(candidate) && is_described(candidate)) || is_all_there_is(candidate) ||
	     claim_is_bare_tagline(candidate)))
		return ML_SUBJECT_PROJECT;
	if (!parts && has_topic(candidate) && is_said_of_itself(candidate))
		return ML_SUBJECT_PROJECT;
	if (parts == PART_CODE && is_whole_tool(candidate))
		return ML_SUBJECT_PROJECT;
	/* "open-source project" and "open-source license" leave it to the subject. */
	if (parts == 0 || parts == PART_PROJECT) {
		unsigned front = in_front(candidate);
		if (front || !parts)
			parts = front ? front : behind_second_verb(candidate);
	}
	if (parts == PART_CODE && is_this_thing(candidate))
		parts = PART_PROJECT;
	if (!parts)
		parts = of_row(candidate);
	/* "**Birdsong data**: open-sourced the largest set": behind its label, of that. */
	if (!parts)
		parts = heads(candidate->view, candidate->start);
	/* Some phrases hold their noun: "the weights are open" in one. */
	return subject_of(parts ? parts : held);
}

static unsigned scope_set(unsigned parts)
{
	unsigned scope = 0;

	if (parts & PART_CODE)
		scope |= ML_SCOPE_CODE;
	if (parts & (PART_WEIGHTS | PART_MODEL))
		scope |= ML_SCOPE_WEIGHTS;
	if (parts & PART_DATA)
		scope |= ML_SCOPE_DATA;
	if (parts & PART_PROJECT && !scope)
		scope = ML_SCOPE_ALL;
	return scope;
}

/* The word that holds or follows an offset of the text. */
static size_t word_at(const struct claim_sentence *sentence, size_t at)
{
	size_t i = 0;

	while (i + 1 < sentence->nr && sentence->words[i].end <= at)
		i++;
	return i;
}

/* The parts of a list that begins at from: "the code in this repository and the models" is code and models. */
static unsigned list_heads(const struct claim_candidate *c, size_t from)
{
	unsigned parts = 0;

	while (from < c->phrase) {
		while (from < c->phrase && !parts_of(c->view[from]))
			from++;
		size_t end = from;
		while (end < c->phrase && !ends_noun(c->view[end]))
			end++;
		parts |= heads(c->view + from, end - from);
		/* What stands behind "in" or "for" says where and what for, up to the next member. */
		for (from = end; from < c->phrase && !is_list_sign(c->view[from]); from++)
			if (ends_clause(c->view[from]) || claim_word_is(c->view[from], ML_CLASS_ID_BE))
				return parts;
	}
	return parts;
}

/* The clause in front of a license name: back to the comma, "and" or the like before which another verb or license stood. */
static unsigned scope_in_front(const struct claim_candidate *c)
{
	size_t from = c->phrase;
	unsigned parts = 0;

	while (from > c->start && !ends_clause(c->view[from - 1])) {
		from--;
		bool list = is_list_sign(c->view[from]);
		if (list && parts) {
			/* Goes on only where the word before the sign is a noun of the same list. */
			size_t before = from;
			while (before > c->start && is_list_sign(c->view[before - 1]))
				before--;
			if (before == c->start || !parts_of(c->view[before - 1]))
				break;
		}
		parts |= parts_of(c->view[from]);
	}
	return list_heads(c, from);
}

/* "MIT license for the code": the next noun phrase of the clause that names a part. */
static unsigned scope_behind(const struct claim_candidate *c)
{
	size_t from = c->phrase + 1;

	while (from < c->view_nr && !parts_of(c->view[from]) && !ends_clause(c->view[from]))
		from++;
	size_t to = from;
	while (to < c->view_nr && !ends_noun(c->view[to]))
		to++;
	return heads(c->view + from, to - from);
}

unsigned ml_scope_of_words(const struct ml_facts *facts, struct ml_span sentence, size_t at)
{
	struct ml_arena *scratch = ml_shared_scratch(facts);
	struct claim_engine engine;
	struct claim_candidate candidate = { 0 };
	unsigned parts = 0;

	claim_engine_init(&engine, scratch, facts, NULL);
	const struct claim_sentence *words = claim_sentence_again(&engine, CLAIM_ASKER_SCOPE, NULL, sentence);
	if (words->nr) {
		claim_candidate_view(&candidate, &engine, words, word_at(words, at), false);
		parts = scope_in_front(&candidate);
		if (!parts)
			parts = scope_behind(&candidate);
		if (!parts)
			parts = parts_of(candidate.view[candidate.phrase]);
	}
	ml_shared_scratch_done(facts, scratch);
	return scope_set(parts);
}
