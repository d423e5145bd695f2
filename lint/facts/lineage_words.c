#include "lint/facts/lineage.h"

#include <stdint.h>
#include <string.h>

#include "lint/base/limits.h"
#include "lint/facts/offer.h"
#include "lint/facts/shared.h"
#include "lint/facts/statements.h"
#include "lint/knowledge/licenses.h"
#include "lint/knowledge/lists.h"
#include "lint/knowledge/models.h"

#define NR(array) (sizeof(array) / sizeof *(array))
#define SENTENCE_BYTES 1200u
#define WINDOW 90u   /* bytes between a cue and the name that it is about */
#define TITLE_BYTES 200u
#define LABELED_BYTES 160u /* a label and the name behind it */
#define NAMES_MAX 4u /* of one list: "from Llama 3.1 and Qwen2.5" */

/* Where names of bases stand, by the list whose pattern fits. */
static const enum ml_list_id sides[] = { ML_LIST_BASE_BEHIND, ML_LIST_BASE_BETWEEN, ML_LIST_BASE_BEFORE, ML_LIST_BASE_HINTS, ML_LIST_BASE_INSIDE };

/* One card's walk. */
struct reading {
	struct ml_facts *facts;
	const struct ml_card *card;
	const struct ml_scan *scan;
	bool declared; /* the front matter says what the model was made from */
	size_t taken;
};

static bool finds(const struct reading *r, enum ml_list_id id, struct ml_span text)
{
	return ml_list_fit(r->facts->knowledge, id, r->facts->patterns, text, NULL);
}

/* The link around an offset of the block's text, if it leads to a model's page. */
static bool linked_model(struct ml_hub_model *out, const struct reading *r, const struct ml_block *block, size_t at)
{
	for (size_t i = 0; i < block->links_nr; i++) {
		const struct ml_link *link = &block->links[i];
		if (!link->image && at >= link->at && at < link->at + link->len && ml_hub_model_of(out, r->facts->knowledge, link->target) && out->name.len)
			return true;
	}
	return false;
}

/* A model named at that place. */
struct named {
	struct ml_span id;             /* as it is written, or as the link around it says */
	const struct ml_model *model;  /* or NULL: an id that is not known */
	size_t from, to;               /* in the sentence */
};

/* The length of what is no part of a name any more: "-based". */
static size_t tail_of(const struct ml_knowledge *knowledge, struct ml_span word)
{
	const struct ml_list *tails = ml_list_of(knowledge, ML_LIST_NAME_TAILS);

	for (size_t i = 0; i < tails->nr; i++)
		if (ml_span_ends_nocase(word, tails->at[i]))
			return strlen(tails->at[i]);
	return 0;
}

/* An id "owner/name", or a name that is known; a link's address says more than its words. */
static bool name_at(struct named *out, const struct reading *r, const struct ml_block *block, struct ml_span sentence, size_t at)
{
	struct ml_hub_model hub;
	size_t end = at, to = 0;

	while (end < sentence.len && ml_is_id_byte(sentence.at[end]))
		end++;
	while (end > at && !ml_is_alnum(sentence.at[end - 1]))
		end--;
	size_t tail = tail_of(r->facts->knowledge, ml_span_sub(sentence, at, end));
	end -= tail;
	struct ml_span word = ml_span_sub(sentence, at, end), rest = tail ? word : ml_span_sub(sentence, at, sentence.len);
	*out = (struct named){ .id = word, .from = at, .to = end };
	if (ml_is_hub_id(r->facts->knowledge, word) && (out->model = ml_model_by_id(r->facts->knowledge, word)))
		return true;
	out->model = ml_model_at(r->facts->knowledge, rest, &to);
	if (out->model && at + to > end)
		out->to = at + to;
	out->id = ml_span_sub(sentence, at, out->to);
	if (linked_model(&hub, r, block, (size_t)(sentence.at - block->text.at) + at)) {
		struct ml_span id = ml_span_of(ml_arena_printf(r->facts->arena, "%.*s/%.*s", ML_SPAN_ARG(hub.owner), ML_SPAN_ARG(hub.name)));
		const struct ml_model *model = ml_model_by_id(r->facts->knowledge, id);
		if (model || out->model) {
			out->id = id;
			out->model = model ? model : NULL;
			return true;
		}
	}
	return out->model != NULL;
}

/* The next name in [at, end) of the sentence. */
static bool next_name(struct named *out, const struct reading *r, const struct ml_block *block, struct ml_span sentence, size_t at, size_t end)
{
	for (; at < end && at < sentence.len; at++)
		if (ml_id_begins(sentence, at) && name_at(out, r, block, sentence, at))
			return true;
	return false;
}

/* The offset of the first sign that ends a clause. */
static size_t clause_end(const struct reading *r, struct ml_span sentence, size_t from, size_t to)
{
	const struct ml_list *ends = ml_list_of(r->facts->knowledge, ML_LIST_CLAUSE_ENDS);
	struct ml_span window = ml_span_sub(sentence, from, to);
	size_t best = window.len;

	for (size_t i = 0; i < ends->nr; i++) {
		size_t at = ml_span_find(window, ends->at[i]);
		if (at < best)
			best = at;
	}
	return from + best;
}

static struct ml_where place(const struct reading *r, const struct ml_block *block, struct ml_span sentence, const struct named *named)
{
	size_t base = (size_t)(sentence.at - block->text.at);
	size_t from = ml_block_source(block, base + named->from), to = ml_block_source(block, base + named->to - 1) + 1;

	return ml_where_of(r->facts->arena, r->card->file, from, to > from ? to : from);
}

static void take(struct reading *r, const struct ml_block *block, struct ml_span sentence, const struct named *named, const char *how, const char *hint)
{
	struct ml_base_model base = { .from = ML_BASE_SENTENCE, .hint = hint, .model = named->model, .how = ml_list_in(r->facts->knowledge, ML_LIST_ADAPTER_WORDS, sentence) ? "adapter" : how };

	if (r->taken >= ML_LIMIT_LINEAGE || ml_is_own_id(r->facts, named->id) || ml_is_own_name(r->facts, named->id))
		return;
	base.id = ml_arena_dup(r->facts->arena, named->id);
	for (size_t i = 0; i < r->facts->bases_nr; i++)
		if (r->facts->bases[i].from == ML_BASE_SENTENCE && !strcmp(r->facts->bases[i].id, base.id))
			return;
	base.where = place(r, block, sentence, named);
	ml_facts_add_base(r->facts, &base);
	r->taken++;
}

/* "a fine-tuned model based on the LLaMA-30b architecture": what was tuned were weights, and the size says which. */
static bool is_tuned(const struct reading *r, const struct named *named, struct ml_span rest, const char *how)
{
	struct ml_span id = named->id;

	return how && !strcmp(how, "finetune") && id.len > 1 && ml_lower(id.at[id.len - 1]) == 'b' && ml_is_digit(id.at[id.len - 2]) &&
	       ml_list_start(r->facts->knowledge, ML_LIST_ARCHITECTURES, rest);
}

/* The names behind a cue, as a list, each of which is the model itself and not something of it. */
static size_t names_behind(struct named out[NAMES_MAX], const struct reading *r, const struct ml_block *block, struct ml_span sentence,
			   size_t from, enum ml_list_id side, const char *how)
{
	size_t end = clause_end(r, sentence, from, from + WINDOW), at = from, nr = 0;

	while (nr < NAMES_MAX && next_name(&out[nr], r, block, sentence, at, end)) {
		struct ml_span gap = ml_span_sub(sentence, at, out[nr].from), rest = ml_span_sub(sentence, out[nr].to, sentence.len);
		if (nr ? !ml_list_has(r->facts->knowledge, ML_LIST_BASE_JOINTS, ml_span_trim(gap)) : finds(r, ML_LIST_BASE_BAR, gap))
			break;
		if (finds(r, ML_LIST_BASE_COMPARED, rest) || (finds(r, ML_LIST_BASE_NOT_BEHIND, rest) && !is_tuned(r, &out[nr], rest, how)) ||
		    (side == ML_LIST_BASE_BETWEEN && !finds(r, ML_LIST_BASE_THEN, rest)))
			break;
		at = out[nr++].to;
		end = clause_end(r, sentence, at, at + WINDOW);
	}
	return nr;
}

/* The last name before a cue, where nothing but its own words stand between. */
static size_t names_before(struct named out[NAMES_MAX], const struct reading *r, const struct ml_block *block, struct ml_span sentence, size_t to)
{
	struct named named = { 0 }, last = { 0 };
	size_t at = to > WINDOW ? to - WINDOW : 0;

	while (next_name(&named, r, block, sentence, at, to) && named.to <= to) {
		last = named;
		at = named.to;
	}
	if (!last.to || to - last.to > 24 || finds(r, ML_LIST_BASE_BAR, ml_span_sub(sentence, last.to, to)))
		return 0;
	out[0] = last;
	return 1;
}

/* Nothing stands in front that says whose: a heading's or item's own words, or "the model". */
static bool is_elliptic(const struct ml_knowledge *knowledge, struct ml_span lead)
{
	lead = ml_span_trim(lead);
	while (lead.len && !ml_is_alnum(lead.at[0]) && (unsigned char)lead.at[0] < 0x80)
		lead = ml_span_sub(lead, 1, lead.len);
	return !lead.len || ml_list_has(knowledge, ML_LIST_BASE_SUBJECTS, lead);
}

/* A link to another repository of the same maker in front of the cue: "[Heron2](…/org/Heron2), which is based on …" tells of that one. */
static bool tells_of_sibling(const struct ml_facts *facts, const struct ml_block *block, struct ml_span lead)
{
	size_t from = (size_t)(lead.at - block->text.at);

	for (size_t i = 0; i < block->links_nr; i++) {
		const struct ml_link *link = &block->links[i];
		size_t scheme = link->image || link->at < from || link->at >= from + lead.len ? SIZE_MAX : ml_span_find(link->target, "://");
		struct ml_span id = ml_span_sub(link->target, scheme == SIZE_MAX ? link->target.len : scheme + 3, link->target.len);
		const char *host = ml_list_start(facts->knowledge, ML_LIST_PROJECT_HOSTS, id);
		if (!host)
			continue;
		id = ml_span_sub(id, strlen(host), id.len);
		size_t slash = ml_span_find(id, "/");
		bool page = slash != SIZE_MAX && ml_span_find(ml_span_sub(id, slash + 1, id.len), "/") == SIZE_MAX;
		if (page && ml_is_own_maker(facts, id) && !ml_is_own_id(facts, id))
			return true;
	}
	return false;
}

bool ml_lineage_own(const struct ml_facts *facts, const struct ml_block *block, struct ml_span sentence, const struct ml_match *cue)
{
	struct ml_span lead = ml_span_sub(sentence, 0, cue->from), words = ml_span_sub(sentence, cue->from, cue->to);
	enum ml_owner owner = ml_owner_of(facts, lead);
	/* "We fine-tune X": the cue holds its subject. */
	bool we = ml_list_start(facts->knowledge, ML_LIST_MAKERS_LEAD, words);

	if (owner == ML_OWNER_FOREIGN || (owner == ML_OWNER_NONE && !we && !is_elliptic(facts->knowledge, lead)))
		return false;
	if (ml_list_fit(facts->knowledge, ML_LIST_BASE_NOT_BEFORE, facts->patterns, lead, NULL) || tells_of_sibling(facts, block, lead))
		return false;
	/* The guards cost more than the rest together, and speak only where such a word stands. */
	if (!ml_list_fit(facts->knowledge, ML_LIST_GUARDED, facts->patterns, sentence, NULL))
		return true;
	const char *step = NULL;
	enum ml_stance stance = ml_stance_of(facts, block, sentence, cue->from, &step);
	return stance != ML_STANCE_NEGATED && stance != ML_STANCE_FUTURE && !(step && !strcmp(step, ml_claim_step_name(ML_STEP_QUOTED)));
}

static void take_output(struct reading *r, const struct ml_block *block, struct ml_span sentence, const struct named *named)
{
	struct ml_output_use output = { .id = ml_arena_dup(r->facts->arena, named->id) };

	if (!named->model || ml_is_own_name(r->facts, named->id) || ml_is_own_maker(r->facts, ml_span_of(named->model->id)))
		return;
	output.license = ml_license_by_id(r->facts->knowledge, ml_span_of(named->model->license));
	if (!output.license || !ml_model_sure(named->model))
		return;
	output.where = place(r, block, sentence, named);
	ml_facts_add_output(r->facts, &output);
}

/* "Trained on 10k answers of X", "The training data was generated with X": whose it is, what stands before the word of learning says. */
static bool learns_own(const struct reading *r, const struct ml_block *block, struct ml_span sentence, const struct ml_match *learning, const struct ml_match *outputs)
{
	struct ml_span between = ml_span_sub(sentence, learning->from, outputs->from);

	return learning->from <= outputs->from && !finds(r, ML_LIST_LEFT_OUT, between) && !finds(r, ML_LIST_EVALUATION, between) &&
	       ml_lineage_own(r->facts, block, sentence, learning);
}

/* "trained on answers of X", "distilled from X": not a base, but outputs that were learned from. */
static void read_outputs(struct reading *r, const struct ml_block *block, struct ml_span sentence)
{
	struct named named;
	struct ml_match match, learning;

	if (!ml_list_in(r->facts->knowledge, ML_LIST_LEARNING_TRIGGERS, sentence) ||
	    !ml_list_fit(r->facts->knowledge, ML_LIST_LEARNING, r->facts->patterns, sentence, &learning) ||
	    !ml_list_fit(r->facts->knowledge, ML_LIST_OUTPUTS_BEHIND, r->facts->patterns, sentence, &match))
		return;
	if (!next_name(&named, r, block, sentence, match.to, clause_end(r, sentence, match.to, match.to + 40)) ||
	    !(ml_lineage_own(r->facts, block, sentence, &match) || learns_own(r, block, sentence, &learning, &match)))
		return;
	take_output(r, block, sentence, &named);
}

/* Whether a line is of pictures, tags, rules or nothing. */
static bool is_bare_line(struct ml_span line)
{
	line = ml_span_trim(line);
	return !line.len || (!ml_is_alnum(line.at[0]) && (unsigned char)line.at[0] < 0x80 && !strchr("*_>\"'(`", line.at[0]));
}

/* Whether no prose stands between a heading and the block; the document may hold but chunks. */
static bool is_right_below(const struct reading *r, const struct ml_block *heading, const struct ml_block *block)
{
	struct ml_span text = r->card->file->text;
	size_t at = heading->source_at;

	for (bool first = true; at < block->source_at; first = false) {
		size_t end = ml_span_find(ml_span_sub(text, at, block->source_at), "\n");
		struct ml_span line = ml_span_sub(text, at, end == SIZE_MAX ? block->source_at : at + end);
		if (!first && !is_bare_line(line))
			return false;
		at = end == SIZE_MAX ? block->source_at : at + end + 1;
	}
	return true;
}

/* What the first paragraph below the title says without a subject is said of the repository: "The Chinese version of …". */
static bool is_tagline(const struct reading *r, const struct ml_block *block, struct ml_span lead)
{
	return block->kind == ML_BLOCK_PARAGRAPH && block->heading && block->heading->level == 1 && block - 1 == block->heading &&
	       is_right_below(r, block->heading, block) && ml_owner_of(r->facts, lead) == ML_OWNER_NONE && !finds(r, ML_LIST_BASE_NOT_BEFORE, lead);
}

/* "Heron: A Llama-3-based Model": what a title calls by the own name is the own model. */
static bool is_own_title(const struct reading *r, const struct ml_block *block)
{
	size_t colon = ml_span_find(block->text, ":");

	return block->kind == ML_BLOCK_HEADING && block->level == 1 && colon != SIZE_MAX && ml_is_own_name(r->facts, ml_span_sub(block->text, 0, colon)) &&
	       !finds(r, ML_LIST_BASE_NOT_BEFORE, block->text);
}

static bool is_said_of_own(const struct reading *r, const struct ml_block *block, struct ml_span sentence, const struct ml_match *cue)
{
	return ml_lineage_own(r->facts, block, sentence, cue) || is_own_title(r, block) || is_tagline(r, block, ml_span_sub(sentence, 0, cue->from));
}

/* Below "Baselines" or "Results". */
static bool is_among_others(const struct reading *r, const struct ml_block *block)
{
	return block->heading && block->heading->level > 1 && finds(r, ML_LIST_BASE_OTHER_SECTIONS, block->heading->text);
}

/* "A pruned version of Llama 2 can be found elsewhere": nobody's in front, and behind the name it goes on about that, or the section does. */
static bool is_reported(const struct reading *r, const struct ml_block *block, struct ml_span lead, struct ml_span rest)
{
	return ml_owner_of(r->facts, lead) == ML_OWNER_NONE && (is_among_others(r, block) || finds(r, ML_LIST_BASE_REPORTED, rest));
}

/* The same of a name in front of the cue: whose it is, the words before the name say, or the end of a sentence that has none. */
static bool is_said_behind(const struct reading *r, const struct ml_block *block, struct ml_span sentence, const struct ml_match *cue,
			   const struct named *name, bool hint)
{
	struct ml_span lead = ml_span_sub(sentence, 0, name->from), rest = ml_span_sub(sentence, cue->to, sentence.len);
	struct ml_match own = { .from = name->from, .to = cue->to };

	if (finds(r, ML_LIST_BASE_NOT_AFTER, rest) || finds(r, ML_LIST_BASE_COMPARED, rest) || is_reported(r, block, lead, rest))
		return false;
	if (is_said_of_own(r, block, sentence, cue) || is_tagline(r, block, lead))
		return true;
	if (hint || !ml_lineage_own(r->facts, block, sentence, &own))
		return false;
	return ml_owner_of(r->facts, lead) == ML_OWNER_OWN || (block->kind != ML_BLOCK_ITEM && finds(r, ML_LIST_SAYS_ITSELF, sentence));
}

static const char *hint_of(enum ml_list_id side)
{
	if (side == ML_LIST_BASE_HINTS)
		return "\"…-based\" may be said of its architecture alone";
	return side == ML_LIST_BASE_INSIDE ? "it is named as a part of the model" : NULL;
}

/* Takes the bases that one way of saying so names in the sentence. */
static void read_cue(struct reading *r, const struct ml_block *block, struct ml_span sentence, enum ml_list_id side, size_t cue)
{
	const struct ml_list *cues = ml_list_of(r->facts->knowledge, side);
	const char *how = cues->as ? cues->as[cue] : NULL;
	struct named names[NAMES_MAX];
	struct ml_match match;
	size_t at = ml_list_with(cues, cue, sentence) ? 0 : sentence.len;

	while (at < sentence.len && ml_pattern_find(r->facts->patterns, cues->at[cue], sentence, at, &match) == ML_MATCH_FOUND) {
		at = match.to > at ? match.to : at + 1;
		bool before = side == ML_LIST_BASE_BEFORE || side == ML_LIST_BASE_HINTS;
		size_t nr = before ? names_before(names, r, block, sentence, match.from) :
				     names_behind(names, r, block, sentence, match.to, side, how);
		struct ml_span rest = nr ? ml_span_sub(sentence, names[nr - 1].to, sentence.len) : sentence;
		if (!nr || (before ? !is_said_behind(r, block, sentence, &match, &names[0], side == ML_LIST_BASE_HINTS) :
				     !is_said_of_own(r, block, sentence, &match) || is_reported(r, block, ml_span_sub(sentence, 0, match.from), rest)))
			continue;
		for (size_t i = 0; i < nr; i++)
			take(r, block, sentence, &names[i], how, hint_of(side));
	}
}

static void read_sentence(struct reading *r, const struct ml_block *block, struct ml_span sentence)
{
	struct named named;

	if (sentence.len > SENTENCE_BYTES || !ml_scan_any(r->scan, sentence) || !next_name(&named, r, block, sentence, 0, sentence.len))
		return;
	read_outputs(r, block, sentence);
	for (size_t i = 0; i < NR(sides); i++)
		for (size_t cue = 0; cue < ml_list_of(r->facts->knowledge, sides[i])->nr; cue++)
			read_cue(r, block, sentence, sides[i], cue);
}

static bool links_own(const struct reading *r, const struct ml_block *block)
{
	struct ml_hub_model hub;

	for (size_t i = 0; i < block->links_nr; i++) {
		if (!ml_hub_model_of(&hub, r->facts->knowledge, block->links[i].target) || !hub.name.len)
			continue;
		struct ml_span id = { hub.owner.at, (size_t)(hub.name.at - hub.owner.at) + hub.name.len };
		if (ml_is_own_maker(r->facts, id) || ml_is_own_id(r->facts, id))
			return true;
	}
	return false;
}

/* Whether a row is of the own model, by its first cell, or by a link to a page of the own maker's. */
static bool is_own_row(const struct reading *r, const struct ml_document *document, const struct ml_block *block)
{
	const struct ml_block *first = block, *end = document->blocks + document->blocks_nr;

	if (ml_is_own_name(r->facts, block->label->text))
		return true;
	while (first > document->blocks && first[-1].table == block->table && first[-1].row == block->row)
		first--;
	for (; first < end && first->table == block->table && first->row == block->row; first++)
		if (links_own(r, first))
			return true;
	return false;
}

static bool is_base_column(const struct ml_knowledge *knowledge, struct ml_span head)
{
	return ml_list_in(knowledge, ML_LIST_BASE_COLUMNS, head) || ml_list_has(knowledge, ML_LIST_BASE_COLUMN_NAMES, ml_span_trim(head));
}

/* "Base model", and nothing else. */
static bool is_bare_base(const struct ml_knowledge *knowledge, struct ml_span words)
{
	return ml_list_has(knowledge, ML_LIST_BASE_LABELS, ml_span_trim(words));
}

/* "Base", "LLM": not so plain, but the label of a row. */
static bool names_part(const struct ml_knowledge *knowledge, const struct ml_block *block)
{
	return ml_list_has(knowledge, ML_LIST_BASE_COLUMN_NAMES, ml_span_trim(block->label->text));
}

/* The head of a column of values; one with a number in it is a model's name. */
static bool names_other(const struct ml_facts *facts, struct ml_span head)
{
	for (size_t i = 0; i < head.len; i++)
		if (head.at[i] >= '0' && head.at[i] <= '9')
			return !ml_is_own_name(facts, head);
	return false;
}

/* "| Base model | Llama-2-7B |" where the table says of one thing what it is: two columns, and no other's name above. */
static bool is_base_row(const struct reading *r, const struct ml_document *document, const struct ml_block *block)
{
	const struct ml_block *next = block + 1;

	if (block->cell != 1 || !(is_bare_base(r->facts->knowledge, block->label->text) || names_part(r->facts->knowledge, block)) || (block->column && names_other(r->facts, block->column->text)))
		return false;
	return next == document->blocks + document->blocks_nr || next->table != block->table || next->row != block->row;
}

/* "| Heron-7B | Llama-2-7B |" under "Base model": the row's own model was made from it. */
static void read_cell(struct reading *r, const struct ml_document *document, const struct ml_block *block)
{
	struct named named;

	if (!block->row || !block->label)
		return;
	bool row = is_base_row(r, document, block) && !is_among_others(r, block);
	if (!row && !(block->column && is_base_column(r->facts->knowledge, block->column->text) && is_own_row(r, document, block)))
		return;
	if (next_name(&named, r, block, block->text, 0, block->text.len < 8 ? block->text.len : 8) &&
	    !finds(r, ML_LIST_BASE_NOT_BEHIND, ml_span_sub(block->text, named.to, block->text.len)))
		take(r, block, block->text, &named, NULL, row && names_part(r->facts->knowledge, block) ? hint_of(ML_LIST_BASE_INSIDE) : NULL);
}

/* "The following models were included in the merge:" and the list behind it. */
static void read_list(struct reading *r, const struct ml_document *document, const struct ml_block *lead)
{
	const struct ml_block *end = document->blocks + document->blocks_nr;
	struct named named;

	if (lead->kind != ML_BLOCK_PARAGRAPH || !finds(r, ML_LIST_MERGED_LISTS, lead->text))
		return;
	for (const struct ml_block *item = lead + 1; item < end && item->kind == ML_BLOCK_ITEM; item++)
		if (next_name(&named, r, item, item->text, 0, 1))
			take(r, item, item->text, &named, "merge", NULL);
}

/* "Heron: Chat for Birds with Vicuna-13B": the title calls the own model, and behind such a word the one in it. */
static void read_title(struct reading *r)
{
	const struct ml_document *document = r->card->document;
	const struct ml_list *cues = ml_list_of(r->facts->knowledge, ML_LIST_BASE_IN_TITLE);
	const struct ml_block *title = NULL;
	struct named named;
	struct ml_match match;

	for (size_t i = 0; document && !title && i < document->blocks_nr; i++)
		if (document->blocks[i].kind == ML_BLOCK_HEADING)
			title = &document->blocks[i];
	if (!title || title->text.len > TITLE_BYTES || !ml_is_own_name(r->facts, ml_span_sub(title->text, 0, ml_span_find(title->text, ":"))))
		return;
	/* Chunks of origins need not hold it. */
	read_sentence(r, title, title->text);
	for (size_t cue = 0; cue < cues->nr; cue++) {
		for (size_t at = 0; at < title->text.len && ml_pattern_find(r->facts->patterns, cues->at[cue], title->text, at, &match) == ML_MATCH_FOUND;) {
			at = match.to > at ? match.to : at + 1;
			struct ml_span lead = ml_span_sub(title->text, 0, match.from);
			if (!next_name(&named, r, title, title->text, match.to, match.to + 1) || finds(r, ML_LIST_BASE_NOT_BEFORE, lead) ||
			    finds(r, ML_LIST_BASE_NOT_BEHIND, ml_span_sub(title->text, named.to, title->text.len)))
				continue;
			take(r, title, title->text, &named, NULL, "only the title names the base");
		}
	}
}

/* "### 2. Base model:" without what stands around its words; signs of four bytes are pictures. */
static struct ml_span heading_words(struct ml_span text)
{
	while (text.len && !ml_is_alpha(*text.at) && ((unsigned char)*text.at < 0x80 || (unsigned char)*text.at >= 0xF0)) {
		size_t sign = (unsigned char)*text.at < 0x80 ? 1 : 4;
		text = ml_span_sub(text, sign < text.len ? sign : text.len, text.len);
	}
	text = ml_span_trim(text);
	return ml_span_ends(text, ":") ? ml_span_trim(ml_span_sub(text, 0, text.len - 1)) : text;
}

/* The first words below "Base model", where they begin with a name and no second item names another: such a list is of what may be chosen. */
static void read_below(struct reading *r, const struct ml_document *document, const struct ml_block *block)
{
	const struct ml_block *end = document->blocks + document->blocks_nr, *next = block + 1;
	struct named named, other;

	if (block == document->blocks || block[-1].kind != ML_BLOCK_HEADING || block->heading != block - 1 ||
	    (block->kind != ML_BLOCK_PARAGRAPH && block->kind != ML_BLOCK_ITEM))
		return;
	struct ml_span words = heading_words(block[-1].text);
	if (!is_bare_base(r->facts->knowledge, words) || ml_span_ends(words, "s"))
		return;
	if (!next_name(&named, r, block, block->text, 0, block->text.len < 8 ? block->text.len : 8) ||
	    finds(r, ML_LIST_BASE_NOT_BEHIND, ml_span_sub(block->text, named.to, block->text.len)))
		return;
	if (block->kind == ML_BLOCK_ITEM && next < end && next->kind == ML_BLOCK_ITEM && next_name(&other, r, next, next->text, 0, 8))
		return;
	take(r, block, block->text, &named, NULL, NULL);
}

/* "**Base model**", and in the next line of the same paragraph its name and nothing else. */
static void read_label(struct reading *r, const struct ml_block *block)
{
	const struct ml_list *labels = ml_list_of(r->facts->knowledge, ML_LIST_BASE_LABELS);
	struct ml_span text = ml_span_trim(block->text);
	struct named named;

	if (block->kind != ML_BLOCK_PARAGRAPH || text.len > LABELED_BYTES)
		return;
	for (size_t i = 0; i < labels->nr; i++) {
		size_t len = strlen(labels->at[i]), from = (size_t)(text.at - block->text.at) + len;
		if (!ml_span_starts_nocase(text, labels->at[i]) || text.len <= len || text.at[len] != ' ' ||
		    !next_name(&named, r, block, block->text, from, from + 2))
			continue;
		if (!ml_span_trim(ml_span_sub(block->text, named.to, block->text.len)).len)
			take(r, block, block->text, &named, NULL, NULL);
		return;
	}
}

/* Entries of news tell of versions before this one; where nothing is declared, they may be all that there is. */
static bool is_news(const struct reading *r, const struct ml_block *block)
{
	return r->declared && finds(r, ML_LIST_DATED_NEWS, block->text);
}

static void read_card(struct reading *r)
{
	const struct ml_document *document = ml_lineage_document(r->facts, r->card);
	struct ml_span sentence;

	for (size_t i = 0; document && i < document->blocks_nr; i++) {
		const struct ml_block *block = &document->blocks[i];
		size_t at = 0;
		if (block->kind == ML_BLOCK_CELL)
			read_cell(r, document, block);
		if (!block->quote_depth) {
			read_below(r, document, block);
			read_label(r, block);
		}
		if (block->kind == ML_BLOCK_CODE || block->quote_depth || !ml_scan_any(r->scan, block->text) || ml_heading_kind_of(r->facts->knowledge, block) == ML_HEADING_OTHERS)
			continue;
		if (is_news(r, block))
			continue;
		read_list(r, document, block);
		while (ml_sentence_next(block->text, &at, &sentence))
			read_sentence(r, block, sentence);
	}
}

void ml_lineage_words(struct ml_facts *facts)
{
	const struct ml_list *triggers = ml_list_of(facts->knowledge, ML_LIST_LINEAGE_TRIGGERS);
	struct reading r = { .facts = facts };

	if (facts->offer == ML_OFFER_NONE || !facts->knowledge->models)
		return;
	r.scan = ml_shared_scan(facts, triggers->scan, triggers->at, triggers->nr);
	for (size_t i = 0; i < facts->cards_nr; i++) {
		r.card = &facts->cards[i];
		if (strchr(r.card->file->path, '/'))
			continue;
		r.declared = ml_node_get(r.card->front.root, "base_model") != NULL;
		if (r.card->primary)
			read_title(&r);
		read_card(&r);
	}
}
