#include "lint/facts/statements.h"

#include <stdint.h>
#include <string.h>

#include "lint/base/limits.h"
#include "lint/facts/lineage.h"
#include "lint/facts/shared.h"
#include "lint/knowledge/lists.h"
#include "lint/knowledge/phrases.h"
#include "lint/text/scan.h"

#define SENTENCE_BYTES 2000u /* longer ones are lists without full stops: they state nothing that can be told apart */
#define NOTE_MARK_BYTES 14u  /* "[!IMPORTANT]" */
#define LABELS_KEPT 16u

/* One card's walk. */
struct reading {
	struct ml_stating to;
	const struct ml_scan *scan;
	const struct ml_block *heading; /* of the block before, and its kind */
	enum ml_heading_kind kind;
	struct {
		const struct ml_block *block;
		bool license;
	} labels[LABELS_KEPT]; /* of cells before, by their place: each stands above or beside many */
	const struct ml_block *quote_end; /* of the last quote that is_own_note was asked of; NULL: none */
	bool own_note;
	uint32_t table; /* the last one that has_own_row was asked of; 0: none */
	bool table_own;
};

/* The length of "[!NOTE]", with which a quote begins that is a note of the author's own; 0: it is none. */
static size_t note_mark(const struct ml_block *block, struct ml_span text)
{
	size_t end = block->quote_depth && ml_span_starts(text, "[!") ? ml_span_find(ml_span_sub(text, 0, NOTE_MARK_BYTES), "]") : SIZE_MAX;

	return end == SIZE_MAX ? 0 : end + 1;
}

/* "> **Note**", "> ⚠️ The weights …": a quote whose label says that it is a note of the author's own, and that is nobody else's: no quotation marks in front, no dash
 * and name behind ("> It is … — Wren Lab"). Judged once a quote, for it may have thousands of blocks. */
static bool is_own_note(struct reading *r, const struct ml_block *block)
{
	const struct ml_document *document = r->to.card->document;
	const struct ml_facts *facts = r->to.facts;
	const struct ml_block *first = block;
	bool attributed = false;

	if (!block->quote_depth || block < r->quote_end)
		return block->quote_depth && r->own_note;
	while (first > document->blocks && first[-1].quote_depth)
		first--;
	for (r->quote_end = first; r->quote_end < document->blocks + document->blocks_nr && r->quote_end->quote_depth; r->quote_end++)
		attributed = attributed || ml_list_fit(facts->knowledge, ML_LIST_ATTRIBUTIONS, facts->patterns, r->quote_end->text, NULL);
	r->own_note = !attributed && ml_list_fit(facts->knowledge, ML_LIST_NOTE_LABELS, facts->patterns, first->text, NULL);
	return r->own_note;
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

/* Whether a label of cells (NULL: there is none) says that they hold licenses. */
static bool names_license(struct reading *r, const struct ml_block *label)
{
	size_t i = label ? (size_t)(label - r->to.card->document->blocks) % LABELS_KEPT : 0;

	if (label && r->labels[i].block != label) {
		r->labels[i].block = label;
		r->labels[i].license = ml_list_in(r->to.facts->knowledge, ML_LIST_LICENSE_LABEL, label->text);
	}
	return label && r->labels[i].license;
}

/* No name, but what may not be done: in words, or as names of licenses say it ("Non-commercial"). */
static bool state_limits(struct reading *r, struct ml_statement *statement, const struct ml_block *cell)
{
	struct ml_license_fact named;

	statement->terms_nr = ml_state_limits(&r->to, cell, cell->text, false, &statement->terms);
	if (statement->terms_nr || cell->text.len > ML_LICENSE_NAME_BYTES)
		return statement->terms_nr > 0;
	ml_declared_fact(&named, r->to.facts->knowledge, r->to.arena, NULL, cell->text, statement->where, ML_EVIDENCE_DECLARED);
	statement->terms = named.terms;
	statement->terms_nr = named.terms_nr;
	return named.terms_nr > 0;
}

static enum ml_heading_kind heading_of(struct reading *r, const struct ml_block *block)
{
	if (block->heading != r->heading) {
		r->heading = block->heading;
		r->kind = ml_heading_kind_of(r->to.facts->knowledge, block);
	}
	return r->kind;
}

/* "Weights", "Source code": nothing but words that are nobody's name, as "CLIP weights" has one. */
static bool is_plain_part(const struct reading *r, struct ml_span label)
{
	for (size_t at = 0, end; at < label.len; at = end + 1) {
		for (end = at; end < label.len && label.at[end] != ' '; end++)
			;
		if (!ml_list_has(r->to.facts->knowledge, ML_LIST_PLAIN, ml_span_sub(label, at, end)))
			return false;
	}
	return label.len > 0;
}

/* "Trained weights of this project": under "License", and as no name that others have; elsewhere "Weights" alone. */
static unsigned part_of_row(struct reading *r, const struct ml_block *cell)
{
	struct ml_span label = ml_span_trim(cell->label->text);
	enum ml_heading_kind section = heading_of(r, cell);

	if (section == ML_HEADING_OTHERS || (section == ML_HEADING_PLAIN && !is_plain_part(r, label)) || ml_owner_of(r->to.facts, label) == ML_OWNER_FOREIGN ||
	    ml_list_fit(r->to.facts->knowledge, ML_LIST_NOTICE_OTHERS, r->to.facts->patterns, label, NULL))
		return 0;
	return ml_scope_of_words(r->to.facts, label, label.len);
}

/* "| Heron-7B | MIT |": a row of the cell's table is labeled with the repository's whole name. Asked once a table. */
static bool has_own_row(struct reading *r, const struct ml_block *cell)
{
	const struct ml_document *document = r->to.card->document;
	struct ml_span name = ml_path_name(ml_span_of(r->to.facts->tree->name));
	const struct ml_block *at = cell;

	if (r->table == cell->table)
		return r->table_own;
	r->table = cell->table;
	r->table_own = false;
	while (at > document->blocks && at[-1].table == cell->table)
		at--;
	for (; !r->table_own && at < document->blocks + document->blocks_nr && at->table == cell->table; at++)
		r->table_own = at->label && ml_span_eq_nocase(ml_span_trim(at->label->text), name);
	return r->table_own;
}

/* Whether a row of models tells of the own one: of a table that has a row for it, that row alone. */
static bool is_own_row(struct reading *r, const struct ml_block *cell)
{
	const struct ml_facts *facts = r->to.facts;
	struct ml_span label = ml_span_trim(cell->label->text);

	if (!ml_is_own_name(facts, label) || ml_names_other_size(facts, label))
		return false;
	return !facts->tree || !facts->tree->name || ml_span_eq_nocase(label, ml_path_name(ml_span_of(facts->tree->name))) || !has_own_row(r, cell);
}

/* A cell under "License" speaks of the model or the part that its row names; one right of "License" of the whole. */
static void read_cell(struct reading *r, const struct ml_block *block)
{
	struct ml_anchor anchors[ML_ANCHORS_MAX];
	bool column = block->row && names_license(r, block->column);
	bool row = block->row && names_license(r, block->label);

	if (!block->row || !(column || row) || (column && !block->label))
		return;
	size_t nr = ml_anchors_of(anchors, r->to.facts, r->to.card->file, block, block->text, true);
	if (!nr)
		nr = ml_bare_name(anchors, &r->to, block->text, 0);
	const struct ml_block *says = column ? block->column : block->label;
	unsigned scope = ml_scope_of_words(r->to.facts, says->text, says->text.len);
	unsigned part = column ? part_of_row(r, block) : 0;
	struct ml_statement statement = {
		.where = ml_state_place(&r->to, block, block->text),
		.sentence = ml_arena_dup(r->to.arena, block->text),
		.scope = part ? part : scope ? scope : column ? ML_SCOPE_WEIGHTS : 0,
		.stance = row || part || is_own_row(r, block) ? ML_STANCE_OWN : ML_STANCE_OTHER,
		.section = true,
		.of_one = column && !part,
	};
	size_t first = r->to.nr;
	statement.learned = column && statement.stance == ML_STANCE_OTHER && ml_is_training_section(r->to.facts, block);
	for (size_t i = 0; i < nr; i++) {
		statement.license = anchors[i].license;
		statement.declared = anchors[i].name.at ? ml_arena_dup(r->to.arena, anchors[i].name) : NULL;
		statement.target = anchors[i].target ? anchors[i].target->path : NULL;
		ml_state(&r->to, &statement);
	}
	if (nr)
		ml_state_taken(&r->to, block, block->text, anchors, nr, first);
	else if (state_limits(r, &statement, block))
		ml_state(&r->to, &statement);
}

/* "For research use only. (CC BY-NC 4.0)": brackets with a name alone belong to the sentence in front. Moves *at behind them. */
static struct ml_span with_brackets(const struct ml_knowledge *knowledge, struct ml_span text, size_t *at, struct ml_span sentence)
{
	struct ml_span next;
	size_t from = *at, behind = *at;

	while (from < text.len && ml_is_space(text.at[from]))
		from++;
	if (from >= text.len || text.at[from] != '(' || !sentence.len || !ml_sentence_next(text, &behind, &next))
		return sentence;
	struct ml_span name = ml_span_trim(next);
	if (ml_span_ends(name, "."))
		name.len--;
	if (!ml_span_ends(name, ")") || !ml_license_named(knowledge, ml_span_sub(name, 1, name.len - 1)))
		return sentence;
	*at = behind;
	return ml_span_sub(text, (size_t)(sentence.at - text.at), (size_t)(name.at - text.at) + name.len);
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
	if (!triggered && (r->to.card->lacks & ML_CARD_SAYS_HEADING))
		return;
	enum ml_heading_kind section = heading_of(r, block);
	if (section == ML_HEADING_OTHERS || !(section == ML_HEADING_LICENSE || triggered))
		return;
	struct ml_block note = *block;
	if ((at = note_mark(block, block->text)) || is_own_note(r, block)) {
		note.quote_depth = 0;
		block = &note;
	}
	r->to.block_from = r->to.nr;
	/* One more than is kept, so that the limit is seen to be reached. */
	while (r->to.nr <= ML_LIMIT_CLAIMS && ml_sentence_next(block->text, &at, &sentence)) {
		sentence = with_brackets(r->to.facts->knowledge, block->text, &at, behind_images(block, sentence));
		if (sentence.len && sentence.len <= SENTENCE_BYTES && (section == ML_HEADING_LICENSE || ml_scan_any(r->scan, sentence)))
			ml_state_sentence(&r->to, block, sentence, section == ML_HEADING_LICENSE);
	}
}

/* "The following are MIT licensed:" speaks of the items of the list behind it. blocks: those behind the sentence's. */
static void list_items(struct reading *r, size_t from, const struct ml_block *blocks, size_t nr)
{
	const char *items[ML_LIMIT_LISTED];
	size_t items_nr = 0;

	for (size_t i = 0; i < nr && blocks[i].kind == ML_BLOCK_ITEM && items_nr < ML_LIMIT_LISTED; i++)
		items[items_nr++] = ml_arena_dup(r->to.arena, blocks[i].text);
	if (!items_nr)
		return;
	const char **kept = ml_arena_array(r->to.arena, const char *, items_nr);
	memcpy(kept, items, items_nr * sizeof *items);
	for (size_t i = from; i < r->to.nr; i++) {
		r->to.out[i].items = kept;
		r->to.out[i].items_nr = items_nr;
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
	struct reading r = { .to = { .facts = facts, .card = card, .arena = arena } };

	*out = NULL;
	*nr = 0;
	if ((card->lacks & stating) == stating)
		return;
	if (card->document)
		r.scan = ml_shared_scan(facts, triggers->scan, triggers->at, triggers->nr);
	for (size_t i = 0; card->document && i < card->document->blocks_nr; i++) {
		const struct ml_block *block = &card->document->blocks[i];
		size_t before = r.to.nr;
		read_block(&r, block);
		if (r.to.nr > before && leads_in(block))
			list_items(&r, before, block + 1, card->document->blocks_nr - i - 1);
	}
	*out = r.to.out;
	*nr = r.to.nr;
}
