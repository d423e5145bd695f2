#include "lint/facts/statements.h"

#include <stdint.h>
#include <string.h>

#include "lint/base/limits.h"
#include "lint/facts/clauses.h"
#include "lint/facts/shared.h"
#include "lint/knowledge/lists.h"
#include "lint/knowledge/phrases.h"
#include "lint/text/scan.h"

#define NAME_BYTES 120u      /* a license's name that stands alone */
#define SENTENCE_BYTES 2000u /* longer ones are lists without full stops: they state nothing that can be told apart */
#define LABELED_BYTES 80u   /* a label and its value */
#define SUBJECT_BYTES 80u   /* a subject behind the license's name */
#define PART_BYTES 32u         /* "(model weights)" behind a license */
#define LEAD_BYTES 3u          /* signs around a name */
#define NOTE_MARK_BYTES 14u    /* "[!IMPORTANT]" */
#define LABELS_KEPT 16u
#define LICENSE_TAIL_BYTES 20u /* between that name and the comma: " License" */

/* One card's walk. */
struct reading {
	const struct ml_facts *facts;
	const struct ml_card *card;
	struct ml_arena *arena;
	const struct ml_scan *scan;
	struct ml_clause_reader *reader; /* made at the first sentence that needs it */
	struct ml_statement *out;
	size_t nr, cap;
	uint32_t alternatives;
	const struct ml_block *heading; /* of the block before, and its kind */
	enum ml_heading_kind kind;
	struct {
		const struct ml_block *block;
		bool license;
	} labels[LABELS_KEPT]; /* of cells before, by their place: each stands above or beside many */
};

static struct ml_where place(const struct reading *r, const struct ml_block *block, struct ml_span stretch)
{
	size_t at = (size_t)(stretch.at - block->text.at);
	size_t from = ml_block_source(block, at);
	size_t to = stretch.len ? ml_block_source(block, at + stretch.len - 1) + 1 : from;

	return ml_where_of(r->arena, r->card->file, from, to > from ? to : from);
}

static void push(struct reading *r, const struct ml_statement *statement)
{
	ML_PUSH(r->arena, r->out, r->nr, r->cap, *statement);
}

/* "Recommendations": "The model is for research only" is advice there. */
static bool advises(const struct reading *r, const struct ml_block *block, struct ml_span sentence)
{
	const struct ml_knowledge *knowledge = r->facts->knowledge;

	return block->heading && ml_list_in(knowledge, ML_LIST_ADVICE_HEADINGS, block->heading->text) &&
	       !ml_list_fit(knowledge, ML_LIST_ADVICE_BAR, r->facts->patterns, sentence, NULL);
}

/* "For research use only. Not for clinical use.": how medical software says that it is no medical device. */
static bool disclaims(const struct reading *r, const struct ml_block *block, struct ml_span sentence)
{
	const struct ml_knowledge *knowledge = r->facts->knowledge;

	return ml_list_fit(knowledge, ML_LIST_CLINICAL_DISCLAIMERS, r->facts->patterns, block->text, NULL) &&
	       !ml_list_fit(knowledge, ML_LIST_ADVICE_BAR, r->facts->patterns, sentence, NULL);
}

/* The restrictions among the terms that the words of a block state; duties such as attribution say nothing about what is allowed. */
static size_t limits_of(struct reading *r, const struct ml_block *block, struct ml_span sentence, const struct ml_term_fact **out)
{
	const struct ml_knowledge *knowledge = r->facts->knowledge;
	struct ml_term_fact *terms = NULL;
	size_t nr = 0;

	if (advises(r, block, sentence))
		return 0;
	if (!r->reader)
		r->reader = ml_clause_reader_new(knowledge, r->facts->patterns, ML_CLAUSE_PROSE);
	size_t all = ml_terms_of_sentence(&terms, r->reader, r->arena, sentence);
	for (size_t i = 0; i < all; i++) {
		if (!knowledge->terms[terms[i].id].contradicts)
			continue;
		if (terms[i].id == ML_TERM_RESEARCH_ONLY && disclaims(r, block, sentence))
			continue;
		terms[nr] = terms[i];
		terms[nr++].where = place(r, block, sentence);
	}
	*out = terms;
	return nr;
}

/* "Qwen-72B", "CogVideoX 5b": a name with a size is a checkpoint. */
static bool names_size(struct ml_span text)
{
	for (size_t i = 1; i + 1 < text.len; i++) {
		char next = ml_lower(text.at[i + 1]);
		bool ends = i + 2 >= text.len || !ml_is_alnum(text.at[i + 2]);
		if (ml_is_digit(text.at[i]) && (next == 'b' || next == 'm') && ends)
			return true;
	}
	return false;
}

/* Only what joins names in a list: "and", "or the", commas, brackets. *choice: an "or" is among it. */
static bool is_joint(const struct ml_knowledge *knowledge, struct ml_span gap, bool *choice)
{
	size_t at = 0;

	while (at < gap.len) {
		size_t from = at;
		while (at < gap.len && (ml_is_alpha(gap.at[at]) || (unsigned char)gap.at[at] >= 0x80))
			at++;
		struct ml_span word = ml_span_sub(gap, from, at);
		bool either = word.len && ml_list_has(knowledge, ML_LIST_LICENSE_CHOICE, word);
		if (word.len && !either && !ml_list_has(knowledge, ML_LIST_LICENSE_JOINTS, word))
			return false;
		*choice |= either;
		if (at == from)
			at++;
	}
	return true;
}

/* "Heron is based on Bittern, and is governed by …" comes back to Heron. */
static enum ml_owner owner_meant(const struct reading *r, struct ml_span lead)
{
	enum ml_owner owner = ml_owner_of(r->facts, lead);

	if (owner == ML_OWNER_BASE && ml_list_fit(r->facts->knowledge, ML_LIST_GOES_ON, r->facts->patterns, lead, NULL))
		return ML_OWNER_OWN;
	return owner;
}

/* Whose words in front say it is decides before the guards of the whole sentence do. */
static enum ml_stance stance_of(const struct reading *r, const struct ml_block *block, struct ml_span sentence, size_t at,
				struct ml_span lead)
{
	enum ml_owner owner = owner_meant(r, lead);

	if (owner == ML_OWNER_FOREIGN)
		return ML_STANCE_OTHER;
	if (owner == ML_OWNER_BASE)
		return ML_STANCE_UPSTREAM;
	enum ml_stance stance = ml_stance_of(r->facts, block, sentence, at, NULL);
	/* "our model, based on Llama 2, is under …" is still about ours. */
	if (owner == ML_OWNER_OWN && (stance == ML_STANCE_UPSTREAM || stance == ML_STANCE_OTHER))
		return ML_STANCE_OWN;
	return stance;
}

/*
 * Under a heading such as "Heron Weights": "Heron is based on Bittern and should be
 * used under the Bittern license": the maker of Heron says which terms are Heron's.
 */
static bool takes_over(const struct reading *r, const struct ml_block *block, const struct ml_anchor *anchor, struct ml_span sentence,
		       struct ml_span lead)
{
	return anchor->license && ml_derives(r->facts->knowledge, lead) && block->heading && (ml_heading_scope(r->facts->knowledge, block->heading->text) & ML_SCOPE_WEIGHTS) &&
	       ml_directs(r->facts, sentence);
}

/* One sentence that names licenses. */
struct stated {
	const struct ml_block *block;
	struct ml_span sentence;
	bool section;
	bool of_code;        /* it takes the weights out of the license */
	bool told;           /* what follows is set: at the first statement, for many a sentence that names a license makes none */
	struct ml_where where;
	const struct ml_term_fact *terms;
	size_t terms_nr;
	bool of_other_model; /* on a hub's card, which describes one */
	bool of_others; /* "based on A, under MIT, and B, under …": who speaks of others does so to the end, until "our" */
};

/*
 * Under "License", on a card whose front matter names none, the line that copies carry: "Llama 2 is licensed under the LLAMA 2 Community
 * License": whoever carries it says that these terms are the model's.
 */
static bool is_notice(const struct reading *r, const struct stated *stated, const struct ml_anchor *anchor)
{
	const struct ml_duties *duties = anchor->license ? anchor->license->duties : NULL;

	return stated->section && duties && duties->notice && !ml_node_get(r->card->front.root, "license") &&
	       ml_span_starts_nocase(ml_span_of(duties->notice), ml_arena_dup(r->arena, ml_span_trim(ml_span_sub(stated->sentence, 0, anchor->to))));
}

static bool is_believed(const struct reading *r, const struct ml_anchor *anchor, struct ml_span lead, unsigned scope, bool section)
{
	if (section || scope)
		return anchor->license || anchor->target || anchor->linked || scope;
	return (anchor->license || anchor->target) && owner_meant(r, lead) == ML_OWNER_OWN;
}

static unsigned scope_of(const struct reading *r, const struct stated *stated, const struct ml_anchor *anchor, struct ml_span lead)
{
	const struct ml_block *heading = stated->block->heading;
	unsigned scope = ml_scope_of_words(r->facts, stated->sentence, anchor->from);
	unsigned above = stated->section && heading ? ml_heading_scope(r->facts->knowledge, heading->text) : 0;

	if (above && (!scope || ml_list_start(r->facts->knowledge, ML_LIST_ELLIPTIC, lead)) /* "Licensed under …": of what the heading names */)
		return above;
	if (!scope && names_size(lead) && ml_is_own_name(r->facts, lead))
		return ML_SCOPE_WEIGHTS;
	return scope;
}

static void tell(struct reading *r, struct stated *stated)
{
	if (stated->told)
		return;
	stated->told = true;
	stated->where = place(r, stated->block, stated->sentence);
	stated->terms_nr = limits_of(r, stated->block, stated->sentence, &stated->terms);
	stated->of_other_model = ml_tells_of_other_model(r->facts, r->card, stated->block, stated->sentence);
}

/* Of "(data and weights": what stands in front of the last word, and that word itself. */
static unsigned parts_told(const struct reading *r, struct ml_span words)
{
	size_t at = words.len;

	while (at && words.at[at - 1] != ' ' && words.at[at - 1] != '(')
		at--;
	return ml_scope_of_words(r->facts, words, words.len) | ml_scope_of_words(r->facts, ml_span_sub(words, at, words.len), 0);
}

/* Returns whether a statement was made of the anchor. lead: the words in front, from the last anchor that has words of its own. */
static bool state_anchor(struct reading *r, struct stated *stated, const struct ml_anchor *anchor, struct ml_span lead, struct ml_span behind)
{
	unsigned told = behind.len && !ml_scope_of_words(r->facts, lead, lead.len) ? parts_told(r, behind) : 0;
	lead = ml_subject_meant(r->facts, stated->block, lead);
	unsigned scope = told ? told : scope_of(r, stated, anchor, lead);
	bool taken = takes_over(r, stated->block, anchor, stated->sentence, lead) || is_notice(r, stated, anchor);

	if (stated->of_code)
		scope = (scope & ~(unsigned)ML_SCOPE_WEIGHTS) ? (scope & ~(unsigned)ML_SCOPE_WEIGHTS) : ML_SCOPE_CODE;
	if (!taken && !is_believed(r, anchor, lead, scope, stated->section))
		return false;
	tell(r, stated);
	struct ml_statement statement = {
		.where = stated->where,
		.sentence = ml_arena_dup(r->arena, stated->sentence),
		.scope = taken ? ML_SCOPE_WEIGHTS : scope,
		.stance = taken ? ML_STANCE_OWN : stance_of(r, stated->block, stated->sentence, anchor->from, lead),
		.license = anchor->license,
		.declared = anchor->name.at ? ml_arena_dup(r->arena, anchor->name) : NULL,
		.terms = stated->terms,
		.terms_nr = stated->terms_nr,
		.target = anchor->target ? anchor->target->path : NULL,
		.section = stated->section,
	};
	if (stated->of_other_model || (stated->of_others && ml_owner_of(r->facts, lead) != ML_OWNER_OWN))
		statement.stance = ML_STANCE_OTHER;
	stated->of_others |= statement.stance == ML_STANCE_OTHER;
	push(r, &statement);
	return true;
}

/* "under MIT or Apache-2.0": the last two statements are branches of one choice. */
static void join_choice(struct reading *r)
{
	struct ml_statement *last = &r->out[r->nr - 1];

	if (r->nr < 2)
		return;
	if (!last[-1].alternative)
		last[-1].alternative = ++r->alternatives;
	last->alternative = last[-1].alternative;
}

/* "Released under MIT, Heron is fast": the subject stands behind the comma. */
static struct ml_span subject_behind(const struct reading *r, struct ml_span sentence, struct ml_span lead, size_t end)
{
	struct ml_span behind = ml_span_sub(sentence, end, end + SUBJECT_BYTES);
	size_t comma = ml_span_find(behind, ", ");

	if (comma > LICENSE_TAIL_BYTES || !ml_list_start(r->facts->knowledge, ML_LIST_ELLIPTIC, lead))
		return lead;
	return ml_span_sub(behind, comma + 2, behind.len);
}

/* "MIT (code)", "MIT for the code": the words right behind a license that may say of what it is; empty where none do. */
static struct ml_span part_behind(const struct ml_knowledge *knowledge, struct ml_span sentence, size_t at)
{
	const struct ml_list *ends = ml_list_of(knowledge, ML_LIST_PART_ENDS);
	struct ml_span rest = ml_span_sub(sentence, at, at + PART_BYTES);
	bool bracket = ml_span_starts(rest, " (") || ml_span_starts(rest, "(");
	size_t end = bracket ? ml_span_find(rest, ")") : rest.len;

	if (end == SIZE_MAX || !(bracket || ml_list_start(knowledge, ML_LIST_PART_LEADS, rest)))
		return (struct ml_span){ 0 };
	for (size_t i = 0; !bracket && i < ends->nr; i++) {
		size_t found = ml_span_find(rest, ends->at[i]);
		end = found < end ? found : end;
	}
	return ml_span_sub(rest, 0, end);
}

static void state_anchors(struct reading *r, const struct ml_block *block, struct ml_span sentence, const struct ml_anchor *anchors,
			  size_t nr, bool section)
{
	struct stated stated = { .block = block, .sentence = sentence, .section = section };
	struct ml_span behind = { 0 };
	size_t lead_from = 0;
	bool before = false;

	stated.of_code = ml_leaves_weights_out(r->facts, sentence);
	for (size_t i = 0; i < nr; i++) {
		size_t end = i ? anchors[i - 1].to + behind.len : 0;
		struct ml_span gap = ml_span_sub(sentence, end, anchors[i].from);
		bool choice = false;
		bool joint = i && is_joint(r->facts->knowledge, gap, &choice);
		if (!joint || behind.len)
			lead_from = end;
		struct ml_span lead = ml_span_sub(sentence, lead_from, anchors[i].from);
		behind = part_behind(r->facts->knowledge, ml_span_sub(sentence, 0, i + 1 < nr ? anchors[i + 1].from : sentence.len), anchors[i].to);
		bool made = state_anchor(r, &stated, &anchors[i], i ? lead : subject_behind(r, sentence, lead, anchors[i].to), behind);
		if (made && before && joint && choice)
			join_choice(r);
		before = made;
	}
}

/* "Weights: for research only - see the model card": what says where more stands is no part of what is said. */
static struct ml_span without_pointer(const struct ml_knowledge *knowledge, struct ml_span sentence)
{
	const struct ml_list *pointers = ml_list_of(knowledge, ML_LIST_POINTERS);

	for (size_t i = 0; i < pointers->nr; i++)
		for (size_t at = 0, found; (found = ml_span_find_nocase(ml_span_sub(sentence, at, sentence.len), pointers->at[i])) != SIZE_MAX; at++) {
			struct ml_span front = ml_span_trim(ml_span_sub(sentence, 0, at += found));
			if (front.len && (strchr(",;(-", front.at[front.len - 1]) || ml_span_ends(front, "–") || ml_span_ends(front, "—")))
				return front;
		}
	return sentence;
}

/* A sentence that names no license, but says what may not be done, or where to look. */
static void state_bare(struct reading *r, const struct ml_block *block, struct ml_span sentence, bool section)
{
	struct ml_statement statement = { .section = section };

	statement.terms_nr = limits_of(r, block, sentence, &statement.terms);
	statement.elsewhere = !statement.terms_nr && (ml_points_elsewhere(r->facts, sentence) ||
						      (section && ml_list_fit(r->facts->knowledge, ML_LIST_PART_ELSEWHERE, r->facts->patterns, sentence, NULL)));
	if (!statement.terms_nr && !statement.elsewhere)
		return;
	statement.scope = ml_scope_of_words(r->facts, sentence, sentence.len);
	if (!statement.scope)
		statement.scope = ml_scope_of_words(r->facts, sentence, 0);
	struct ml_span said = without_pointer(r->facts->knowledge, sentence), meant = ml_subject_meant(r->facts, block, said);
	if (ml_owner_of(r->facts, meant) == ML_OWNER_NONE && !section && !statement.scope)
		return;
	statement.stance = stance_of(r, block, said, said.len, meant);
	if (statement.stance == ML_STANCE_NEGATED)
		statement.stance = ML_STANCE_OWN; /* "not for commercial use": the words of the limit themselves */
	if (statement.terms_nr && ml_limits_beside(r->facts, sentence))
		statement.stance = ML_STANCE_OTHER;
	statement.where = place(r, block, sentence);
	statement.sentence = ml_arena_dup(r->arena, sentence);
	push(r, &statement);
}

/* A whole sentence, or what follows "License:", that is a name and nothing else: "MIT". */
static size_t bare_name(struct ml_anchor *out, const struct reading *r, struct ml_span sentence, size_t from)
{
	struct ml_span name = ml_span_trim(ml_span_sub(sentence, from, sentence.len));

	if (ml_span_ends(name, "."))
		name.len--;
	const struct ml_license *license = name.len && name.len <= NAME_BYTES ? ml_license_named(r->facts->knowledge, name) : NULL;
	if (!license || license->placeholder)
		return 0;
	*out = (struct ml_anchor){ .from = (size_t)(name.at - sentence.at), .license = license, .name = name };
	out->to = out->from + name.len;
	return 1;
}

/* "License: Wren Research License": what a key is for is believed to be a license, known or not. */
static void believe_value(struct ml_anchor *anchors, size_t nr, struct ml_span sentence, size_t value)
{
	struct ml_span behind = nr == 1 ? ml_span_trim(ml_span_sub(sentence, anchors[0].to, sentence.len)) : (struct ml_span){ 0 };

	if (nr == 1 && value && anchors[0].name.at && anchors[0].from <= value + LEAD_BYTES && behind.len <= LEAD_BYTES)
		anchors[0].linked = true;
}

/* "**License** Apache 2.0": a label without a colon. */
static bool is_label(struct ml_span sentence, size_t *value)
{
	static const char label[] = "license ";

	if (sentence.len > LABELED_BYTES || !ml_span_starts_nocase(sentence, label))
		return false;
	*value = sizeof label - 1;
	return true;
}

/* The length of "[!NOTE]", with which a quote begins that is a note of the author's own; 0: it is none. */
static size_t note_mark(const struct ml_block *block, struct ml_span text)
{
	size_t end = block->quote_depth && ml_span_starts(text, "[!") ? ml_span_find(ml_span_sub(text, 0, NOTE_MARK_BYTES), "]") : SIZE_MAX;

	return end == SIZE_MAX ? 0 : end + 1;
}

/* Badges in front of a sentence are no words of it: "[![Code License](…)](…) The model is …". */
static struct ml_span behind_images(const struct ml_block *block, struct ml_span sentence)
{
	for (size_t i = 0; i < block->links_nr; i++) {
		const struct ml_link *link = &block->links[i];
		sentence = ml_span_trim(sentence);
		size_t at = (size_t)(sentence.at - block->text.at);
		if (link->image && link->at == at && link->len <= sentence.len)
			sentence = ml_span_sub(sentence, link->len, sentence.len);
	}
	return sentence;
}

/* Below the title: "A chat model for birds. MIT License.", a sentence of nothing but the name. */
static bool is_said_alone(const struct reading *r, const struct ml_block *block, struct ml_span sentence)
{
	struct ml_anchor name;

	return block->kind == ML_BLOCK_PARAGRAPH && !block->quote_depth && (!block->heading || block->heading->level == 1) &&
	       ml_list_in(r->facts->knowledge, ML_LIST_LICENSE_LABEL, sentence) && bare_name(&name, r, sentence, 0);
}

/* Whether one of the statements from first on is of the weights and not of the code. */
static bool told_of_weights(const struct reading *r, size_t first)
{
	for (size_t i = first; i < r->nr; i++)
		if ((r->out[i].scope & (ML_SCOPE_WEIGHTS | ML_SCOPE_CODE)) == ML_SCOPE_WEIGHTS)
			return true;
	return false;
}

/* "The code is under MIT, while the weights are for research only": what follows the last license says of another part what may not be done. */
static void state_tail(struct reading *r, const struct ml_block *block, struct ml_span sentence, size_t at, bool section)
{
	struct ml_span tail = ml_span_sub(sentence, at, sentence.len);
	unsigned scope = tail.len ? ml_scope_of_words(r->facts, tail, tail.len) : 0;

	if (tail.len && !scope)
		scope = ml_scope_of_words(r->facts, tail, 0);
	if ((scope & ML_SCOPE_WEIGHTS) && !(scope & ML_SCOPE_CODE))
		state_bare(r, block, tail, section);
}

static void read_sentence(struct reading *r, const struct ml_block *block, struct ml_span sentence, bool section)
{
	struct ml_anchor anchors[ML_ANCHORS_MAX];
	size_t key = 0, first = r->nr;

	if (!sentence.len || sentence.len > SENTENCE_BYTES || !(section || ml_scan_any(r->scan, sentence)))
		return;
	size_t nr = ml_anchors_of(anchors, r->facts, r->card->file, block, sentence, section);
	if (ml_has_license_key(r->facts, sentence, &key) || is_label(sentence, &key))
		section = true;
	if (!nr && section)
		nr = bare_name(anchors, r, sentence, key);
	believe_value(anchors, nr, sentence, key);
	section |= nr == 1 && sentence.len <= NAME_BYTES && is_said_alone(r, block, sentence);
	if (nr && (section || ml_grants(r->facts, sentence))) {
		state_anchors(r, block, sentence, anchors, nr, section);
		if (r->nr > first && !told_of_weights(r, first))
			state_tail(r, block, sentence, anchors[nr - 1].to, section);
	} else {
		state_bare(r, block, sentence, section);
	}
}

/* Whether a label of cells (NULL: there is none) says that they hold licenses. */
static bool names_license(struct reading *r, const struct ml_block *label)
{
	size_t i = label ? (size_t)(label - r->card->document->blocks) % LABELS_KEPT : 0;

	if (label && r->labels[i].block != label) {
		r->labels[i].block = label;
		r->labels[i].license = ml_list_in(r->facts->knowledge, ML_LIST_LICENSE_LABEL, label->text);
	}
	return label && r->labels[i].license;
}

/* No name, but what may not be done: in words, or as names of licenses say it ("Non-commercial"). */
static bool state_limits(struct reading *r, struct ml_statement *statement, const struct ml_block *cell)
{
	struct ml_license_fact named;

	statement->terms_nr = limits_of(r, cell, cell->text, &statement->terms);
	if (statement->terms_nr || cell->text.len > NAME_BYTES)
		return statement->terms_nr > 0;
	ml_declared_fact(&named, r->facts->knowledge, r->arena, NULL, cell->text, statement->where, ML_EVIDENCE_DECLARED);
	statement->terms = named.terms;
	statement->terms_nr = named.terms_nr;
	return named.terms_nr > 0;
}

static enum ml_heading_kind heading_of(struct reading *r, const struct ml_block *block)
{
	if (block->heading != r->heading) {
		r->heading = block->heading;
		r->kind = ml_heading_kind_of(r->facts->knowledge, block);
	}
	return r->kind;
}

/* "Trained weights of this project": under "License", and as no name that others have. */
static unsigned part_of_row(struct reading *r, const struct ml_block *cell)
{
	const struct ml_block *label = cell->label;

	if (heading_of(r, cell) != ML_HEADING_LICENSE || ml_owner_of(r->facts, label->text) == ML_OWNER_FOREIGN ||
	    ml_list_fit(r->facts->knowledge, ML_LIST_NOTICE_OTHERS, r->facts->patterns, label->text, NULL))
		return 0;
	return ml_scope_of_words(r->facts, label->text, label->text.len);
}

/* A cell under "License" speaks of the model or the part that its row names; one right of "License" of the whole. */
static void read_cell(struct reading *r, const struct ml_block *block)
{
	struct ml_anchor anchors[ML_ANCHORS_MAX];
	bool column = block->row && names_license(r, block->column);
	bool row = block->row && names_license(r, block->label);

	if (!block->row || !(column || row) || (column && !block->label))
		return;
	size_t nr = ml_anchors_of(anchors, r->facts, r->card->file, block, block->text, true);
	if (!nr)
		nr = bare_name(anchors, r, block->text, 0);
	const struct ml_block *says = column ? block->column : block->label;
	unsigned scope = ml_scope_of_words(r->facts, says->text, says->text.len);
	unsigned part = column ? part_of_row(r, block) : 0;
	struct ml_statement statement = {
		.where = place(r, block, block->text),
		.sentence = ml_arena_dup(r->arena, block->text),
		.scope = part ? part : scope ? scope : column ? ML_SCOPE_WEIGHTS : 0,
		.stance = row || part || ml_is_own_name(r->facts, block->label->text) ? ML_STANCE_OWN : ML_STANCE_OTHER,
		.section = true,
		.of_one = column && !part,
	};
	for (size_t i = 0; i < nr; i++) {
		statement.license = anchors[i].license;
		statement.declared = anchors[i].name.at ? ml_arena_dup(r->arena, anchors[i].name) : NULL;
		statement.target = anchors[i].target ? anchors[i].target->path : NULL;
		push(r, &statement);
	}
	if (!nr && state_limits(r, &statement, block))
		push(r, &statement);
}

static void read_block(struct reading *r, const struct ml_block *block)
{
	struct ml_span sentence;
	size_t at = 0;

	if (block->kind == ML_BLOCK_CODE || block->kind == ML_BLOCK_HEADING)
		return;
	if (block->kind == ML_BLOCK_CELL) {
		read_cell(r, block);
		return;
	}
	bool triggered = ml_scan_any(r->scan, block->text);
	if (!triggered && (r->card->lacks & ML_CARD_SAYS_HEADING))
		return;
	enum ml_heading_kind section = heading_of(r, block);
	if (section == ML_HEADING_OTHERS || !(section == ML_HEADING_LICENSE || triggered))
		return;
	struct ml_block note = *block;
	if ((at = note_mark(block, block->text))) {
		note.quote_depth = 0;
		block = &note;
	}
	/* One more than is kept, so that the limit is seen to be reached. */
	while (r->nr <= ML_LIMIT_CLAIMS && ml_sentence_next(block->text, &at, &sentence))
		read_sentence(r, block, behind_images(block, sentence), section == ML_HEADING_LICENSE);
}

/* "The following are MIT licensed:" speaks of the items of the list behind it. blocks: those behind the sentence's. */
static void list_items(struct reading *r, size_t from, const struct ml_block *blocks, size_t nr)
{
	const char *items[ML_LIMIT_LISTED];
	size_t items_nr = 0;

	for (size_t i = 0; i < nr && blocks[i].kind == ML_BLOCK_ITEM && items_nr < ML_LIMIT_LISTED; i++)
		items[items_nr++] = ml_arena_dup(r->arena, blocks[i].text);
	if (!items_nr)
		return;
	const char **kept = ml_arena_array(r->arena, const char *, items_nr);
	memcpy(kept, items, items_nr * sizeof *items);
	for (size_t i = from; i < r->nr; i++) {
		r->out[i].items = kept;
		r->out[i].items_nr = items_nr;
	}
}

static bool leads_in(const struct ml_block *block)
{
	struct ml_span text = ml_span_trim(block->text);

	return block->kind == ML_BLOCK_PARAGRAPH && (ml_span_ends(text, ":") || ml_span_ends(text, "："));
}

void ml_statements_of_card(struct ml_statement **out, size_t *nr, struct ml_arena *arena, const struct ml_facts *facts,
			   const struct ml_card *card)
{
	const unsigned stating = ML_CARD_SAYS_STATEMENT | ML_CARD_SAYS_HEADING;
	const struct ml_list *triggers = ml_list_of(facts->knowledge, ML_LIST_STATEMENT_TRIGGERS);
	struct reading r = { .facts = facts, .card = card, .arena = arena };

	*out = NULL;
	*nr = 0;
	if ((card->lacks & stating) == stating)
		return;
	if (card->document)
		r.scan = ml_shared_scan(facts, triggers->scan, triggers->at, triggers->nr);
	for (size_t i = 0; card->document && i < card->document->blocks_nr; i++) {
		const struct ml_block *block = &card->document->blocks[i];
		size_t before = r.nr;
		read_block(&r, block);
		if (r.nr > before && leads_in(block))
			list_items(&r, before, block + 1, card->document->blocks_nr - i - 1);
	}
	ml_clause_reader_free(r.reader);
	*out = r.out;
	*nr = r.nr;
}
