/* The steps that look at where a phrase stands in its document: below which heading, in which list, quoted or planned. */
#include "lint/facts/claims_steps_p.h"

#include <string.h>

#include "lint/source/role.h"

#define LEAD_MAX 100u /* bytes of a line over a list that can be a name */
#define PLAN_LEAD_MAX 300u
#define SPEECH_LEAD_MAX 1000u /* bytes of a paragraph that leads to a quotation */

bool claim_speaks_of_itself(const struct claim_candidate *c)
{
	for (size_t i = 0; i < c->view_nr; i++)
		if (claim_word_is(c->view[i], ML_CLASS_ID_SELF) || claim_word_is(c->view[i], ML_CLASS_ID_FIRST) ||
		    claim_word_is(c->view[i], ML_CLASS_ID_OUR))
			return true;
	return false;
}

bool claim_names_itself(const struct claim_sentence *sentence)
{
	for (size_t i = 0; i < sentence->nr; i++) {
		const struct claim_word *word = &sentence->words[i];
		if (claim_word_is(word, ML_CLASS_ID_SELF) || claim_word_is(word, ML_CLASS_ID_FIRST) || claim_word_is(word, ML_CLASS_ID_OUR) ||
		    claim_word_is(word, ML_CLASS_ID_THIS))
			return true;
	}
	return false;
}

/* "this repository", "this is", but not "these models", of which a list tells. */
static bool says_this_list(const struct claim_candidate *c, size_t i)
{
	for (size_t k = i + 1; k < i + 3; k++)
		if (claim_is_at(c, k, ML_CLASS_ID_MODEL) || claim_is_at(c, k, ML_CLASS_ID_WEIGHTS) || claim_is_at(c, k, ML_CLASS_ID_DATA))
			return false;
	return claim_is_at(c, i, ML_CLASS_ID_THIS);
}

/* What a list, a survey or a course describes is not its own, unless it says "this list" or "our"; in its items and abstracts not even then. */
bool claim_step_listing(const struct claim_candidate *c, struct claim_verdict *out)
{
	const struct claim_nature *nature = claim_nature_of(c->engine);
	const struct ml_block *block = c->sentence->block;
	bool item = nature->papers || (block && (block->list_depth || block->kind == ML_BLOCK_CELL));

	if (!nature->listing && !nature->papers)
		return false;
	for (size_t i = 0; i < c->view_nr; i++)
		if ((claim_is_at(c, i, ML_CLASS_ID_SELF) && !c->engine->loose) ||
		    (!item && (claim_is_at(c, i, ML_CLASS_ID_FIRST) || claim_is_at(c, i, ML_CLASS_ID_OUR) || says_this_list(c, i))))
			return false;
	return claim_decided(out, true, ML_STANCE_OTHER);
}

static bool is_title(const struct claim_candidate *c, const struct ml_block *heading)
{
	return c->engine->card && ml_span_eq(heading->text, c->engine->card->title);
}

static bool has_class(const struct claim_candidate *c, const struct ml_block *block, unsigned class_id)
{
	const struct claim_sentence *sentence = claim_sentence_again(c->engine, CLAIM_ASKER_HEADING, block, block->text);

	for (size_t i = 0; i < sentence->nr; i++)
		if (claim_word_is(&sentence->words[i], class_id))
			return true;
	return false;
}

/* "> "We open-source our nest."" and what "He said:" leads to: somebody's words, whoever "we" are. */
static bool is_speech(const struct claim_candidate *c, const struct ml_block *block)
{
	if (ml_span_starts(block->text, "\"") || ml_span_starts(block->text, "\xe2\x80\x9c"))
		return true;
	while (c->blocks && block > c->blocks && block->quote_depth)
		block--;
	return !block->quote_depth && block->text.len < SPEECH_LEAD_MAX && ml_span_ends(ml_span_trim(block->text), ":") && has_class(c, block, ML_CLASS_ID_SAY);
}

/* "> [!NOTE]" and what follows, and "> Note: …": the author's own words in a box. And a quotation right below the title that describes in his words what stands below. */
static bool is_boxed(const struct claim_candidate *c, const struct ml_block *block)
{
	while (c->blocks && block > c->blocks && (block - 1)->quote_depth)
		block--;
	if (ml_span_starts(block->text, "[!"))
		return true;
	if (c->sentence->nr > 1 && claim_word_is(&c->sentence->words[0], ML_CLASS_ID_LEAD) && claim_word_is(&c->sentence->words[1], ML_CLASS_ID_COLON))
		return true;
	return c->blocks && block > c->blocks && (block - 1)->kind == ML_BLOCK_HEADING && is_title(c, block - 1) && claim_introduces(c);
}

static bool is_part(const struct claim_word *word)
{
	return claim_word_is(word, ML_CLASS_ID_PROJECT) || claim_word_is(word, ML_CLASS_ID_MODEL) || claim_word_is(word, ML_CLASS_ID_CODE) ||
	       claim_word_is(word, ML_CLASS_ID_DATA) || claim_word_is(word, ML_CLASS_ID_WEIGHTS);
}

/* "> This project is open source", unlike "> This is …", which another may say of what he points at. */
static bool opens_with_this_part(const struct claim_sentence *sentence)
{
	const struct claim_word *word = sentence->words, *end = word + sentence->nr;

	while (word < end && (claim_word_is(word, ML_CLASS_ID_LEAD) || claim_word_is(word, ML_CLASS_ID_COMMA)))
		word++;
	return word < end && claim_word_is(word, ML_CLASS_ID_THIS) && (is_part(word) || (word + 1 < end && is_part(word + 1)));
}

/* Quotes right around the phrase and a few words more; a block quote that does not speak of the repository. */
bool claim_step_quoted(const struct claim_candidate *c, struct claim_verdict *out)
{
	size_t from = c->phrase, to = c->phrase;

	while (from && c->phrase - from < 3 && !claim_is_at(c, from, ML_CLASS_ID_QUOTE))
		from--;
	while (to < c->view_nr && to - c->phrase < 4 && !claim_is_at(c, to, ML_CLASS_ID_QUOTE))
		to++;
	if (claim_is_at(c, from, ML_CLASS_ID_QUOTE) && claim_is_at(c, to, ML_CLASS_ID_QUOTE))
		return claim_decided(out, true, ML_STANCE_OTHER);
	const struct ml_block *block = c->sentence->block;
	if (!block || !block->quote_depth || ((claim_speaks_of_itself(c) || opens_with_this_part(c->sentence)) && !is_speech(c, block)))
		return false;
	return (is_speech(c, block) || !is_boxed(c, block)) && claim_decided(out, true, ML_STANCE_OTHER);
}

/* "2025-08 (plan): open the data": a word for plans alone in parentheses in front of the phrase. */
static bool is_marked_plan(const struct claim_candidate *c)
{
	const struct claim_word *word = c->sentence->words, *phrase = c->view[c->phrase];

	for (; word + 2 < phrase; word++)
		if (claim_word_is(word, ML_CLASS_ID_OPEN) && claim_word_is(word + 1, ML_CLASS_ID_SECTION_FUTURE) && claim_word_is(word + 2, ML_CLASS_ID_CLOSE))
			return true;
	return false;
}

/* A box without tick is a plan. */
bool claim_step_task(const struct claim_candidate *c, struct claim_verdict *out)
{
	bool open = c->sentence->box_open || (c->sentence->block && c->sentence->block->task == ML_TASK_OPEN) || is_marked_plan(c);

	return open && claim_decided(out, true, ML_STANCE_FUTURE);
}

bool claim_heading_has(const struct claim_candidate *c, unsigned class_id)
{
	const struct ml_block *heading = c->sentence->block ? c->sentence->block->heading : NULL;

	return heading && has_class(c, heading, class_id);
}

/* "[✅] Open-source the demo": a box that is drawn, not one of Markdown. */
static bool is_ticked(const struct claim_sentence *sentence)
{
	const struct claim_word *words = sentence->words;

	return sentence->nr > 3 && claim_word_is(&words[0], ML_CLASS_ID_OPEN) && claim_word_is(&words[1], ML_CLASS_ID_YES) && !words[1].letters &&
	       !words[1].han && claim_word_is(&words[2], ML_CLASS_ID_CLOSE);
}

/* A ticked box that begins with the phrase is done: "[x] Open-source the 7B model". */
bool claim_step_done(const struct claim_candidate *c, struct claim_verdict *out)
{
	const struct ml_block *block = c->sentence->block;

	if (!block || (block->task != ML_TASK_DONE && !is_ticked(c->sentence)) || c->phrase > c->start + 2)
		return false;
	return claim_decided(out, true, ML_STANCE_OWN);
}

/* "[2025.12.11] …": whoever tells the day tells what was done; a plan has a month or a quarter. */
static bool is_dated(const struct claim_sentence *sentence)
{
	unsigned runs = 0, year = 0, len = 0;

	if (sentence->start == 0)
		return false;
	for (const char *at = sentence->text.at, *end = sentence->block->text.at + sentence->words[sentence->start].at; at <= end; at++) {
		bool digit = at < end && ml_is_digit(*at);
		runs += !digit && len;
		year |= !digit && len == 4;
		len = digit ? len + 1 : 0;
	}
	return year && runs >= 3;
}

/* Items below "News" that begin with the verb tell what was done: "Open-source the trainer". */
bool claim_step_news(const struct claim_candidate *c, struct claim_verdict *out)
{
	const struct ml_block *block = c->sentence->block;
	bool verb = c->form != ML_FORM_ADJECTIVE && c->form != ML_FORM_NOUN && c->form != ML_FORM_AVAILABLE;

	if (!block || !block->list_depth || !verb || c->phrase != c->start || c->phrase + 1 == c->view_nr)
		return false;
	return claim_heading_has(c, ML_CLASS_ID_SECTION_NEWS) && claim_decided(out, true, ML_STANCE_OWN);
}

bool claim_is_news(const struct claim_candidate *c)
{
	const struct ml_block *block = c->sentence->block;

	if (!block || block->kind == ML_BLOCK_HEADING || block->kind == ML_BLOCK_CELL)
		return false;
	return is_dated(c->sentence) || (block->list_depth && claim_heading_has(c, ML_CLASS_ID_SECTION_NEWS));
}

/* "무료 오픈소스 앱", "無料オープンソースのアプリ": a tagline in a language that has no articles. */
bool claim_is_bare_tagline(const struct claim_candidate *c)
{
	const struct ml_claim_language *language = c->sentence->language;
	const struct ml_block *block = c->sentence->block;
	bool code = !block || block->list_depth || block->kind == ML_BLOCK_CELL || c->phrase > c->start + 2;

	if (!language->borrows || strcmp(language->script, "han") == 0)
		return false;
	for (size_t i = c->start; i < c->view_nr && !code; i++)
		code = claim_is_at(c, i, ML_CLASS_ID_CODE_WORD) || claim_is_at(c, i, ML_CLASS_ID_FIRST);
	return !code;
}

/* The abstract of a paper in a folder below the root is the paper's: tasks, benchmarks, modules of others. */
bool claim_step_paper(const struct claim_candidate *c, struct claim_verdict *out)
{
	const struct ml_card *card = c->engine->card;

	if (!card || card->primary || !card->file || !strchr(card->file->path, '/') || !claim_heading_has(c, ML_CLASS_ID_SECTION_PAPER))
		return false;
	for (size_t i = 0; i < c->view_nr; i++)
		if (claim_word_is(c->view[i], ML_CLASS_ID_SELF))
			return false;
	return claim_decided(out, true, ML_STANCE_OTHER);
}

/* "- [Heron](https://heron.example) - a toolkit": an item that is a linked name and what it is. */
static bool is_linked_item(const struct claim_candidate *c)
{
	const struct ml_block *block = c->sentence->block;

	return block && block->list_depth && claim_is_at(c, c->start, ML_CLASS_ID_LINKED) &&
	       (claim_is_at(c, c->start + 1, ML_CLASS_ID_DASH) || claim_is_at(c, c->start + 1, ML_CLASS_ID_COLON));
}

/* What an item stands below: the item around it, or the paragraph that leads to its list; NULL for what is no item, or below more than max bytes. */
static const struct ml_block *lead_within(const struct claim_candidate *c, const struct ml_block *block, size_t max)
{
	const struct ml_block *lead = block;

	if (!c->blocks || !block->list_depth)
		return NULL;
	while (lead > c->blocks && lead->list_depth >= block->list_depth)
		lead--;
	return lead->list_depth < block->list_depth && lead->kind != ML_BLOCK_HEADING && lead->text.len < max ? lead : NULL;
}

static const struct ml_block *lead_of(const struct claim_candidate *c, const struct ml_block *block)
{
	return lead_within(c, block, LEAD_MAX);
}

/* "The plan is as follows:" over the list, which says of nothing that it is open. */
static bool below_a_plan(const struct claim_candidate *c, const struct ml_block *block)
{
	const struct ml_block *lead = lead_within(c, block, PLAN_LEAD_MAX);

	if (!lead || !(ml_span_ends(lead->text, ":") || ml_span_ends(lead->text, "：")))
		return false;
	struct claim_cell cell = claim_cell_of(c->engine, lead);

	return !cell.claim && ml_classes_has(&cell.classes, ML_CLASS_ID_SECTION_FUTURE);
}

/* Items below "Roadmap" or "To do" are plans unless they are ticked. */
bool claim_step_plan(const struct claim_candidate *c, struct claim_verdict *out)
{
	const struct ml_block *block = c->sentence->block;

	if (!block || !block->list_depth || block->task == ML_TASK_DONE || is_dated(c->sentence))
		return false;
	return (claim_heading_has(c, ML_CLASS_ID_SECTION_FUTURE) || below_a_plan(c, block)) && claim_decided(out, true, ML_STANCE_FUTURE);
}

/* Below "Acknowledgments", "Related projects" or "Supported models:" the text speaks of others, unless it names itself. */
bool claim_step_section(const struct claim_candidate *c, struct claim_verdict *out)
{
	const struct ml_block *block = c->sentence->block, *lead;

	if (!block || block->kind == ML_BLOCK_HEADING || (claim_speaks_of_itself(c) && !is_linked_item(c)))
		return false;
	lead = lead_of(c, block);
	return (claim_heading_has(c, ML_CLASS_ID_SECTION_OTHER) || (lead && has_class(c, lead, ML_CLASS_ID_SECTION_OTHER))) &&
	       claim_decided(out, true, ML_STANCE_OTHER);
}

/* A word that adds nothing to a name in a heading: "Introduction to", 简介. */
static bool is_filler(const struct claim_word *word)
{
	return word->han && claim_word_is(word, ML_CLASS_ID_GENERIC) && !claim_word_is(word, ML_CLASS_ID_BASIS);
}

/* "### 2. FinchNet (2014)": a heading that is another's name, with numbers beside it and nothing else. Capitals alone make no name of a heading. */
static bool names_another(const struct claim_candidate *c, const struct ml_block *heading)
{
	const struct claim_sentence *sentence = claim_sentence_again(c->engine, CLAIM_ASKER_HEADING, heading, heading->text);
	bool name = false, known = false, filled = false;

	for (size_t i = 0; i < sentence->nr; i++) {
		const struct claim_word *word = &sentence->words[i];
		if (word->depth && !claim_word_is(word, ML_CLASS_ID_SELF)) /* "(2014)", "(from Reed Lab)" */
			continue;
		bool filler = is_filler(word);
		filled |= filler;
		if (claim_word_is(word, ML_CLASS_ID_SELF) || ((word->letters || word->han) && !claim_is_foreign(word) && !filler))
			return false;
		name |= claim_is_foreign(word) && (word->mixed || word->digits || !claim_word_is(word, ML_CLASS_ID_NAMED));
		known |= claim_is_foreign(word) && !claim_word_is(word, ML_CLASS_ID_NAMED);
	}
	return filled ? known : name;
}

/* "Wren has several advantages:": a line over a list that opens with another's name and says nothing of the repository. */
static bool tells_of_another(const struct claim_candidate *c, const struct ml_block *lead)
{
	const struct claim_sentence *sentence = claim_sentence_again(c->engine, CLAIM_ASKER_HEADING, lead, lead->text);

	return sentence->start < sentence->nr && !claim_names_itself(sentence) && claim_word_is(&sentence->words[sentence->start], ML_CLASS_ID_ALIEN) &&
	       claim_word_is(&sentence->words[sentence->nr - 1], ML_CLASS_ID_COLON);
}

/* Whether a block names somebody, and nothing of the repository. */
static bool names_stranger(const struct claim_candidate *c, const struct ml_block *block)
{
	const struct claim_sentence *sentence = claim_sentence_again(c->engine, CLAIM_ASKER_HEADING, block, block->text);
	bool name = false;

	for (size_t i = 0; i < sentence->nr; i++)
		name |= claim_is_foreign(&sentence->words[i]);
	return name && !claim_names_itself(sentence);
}

/* Below such a heading, or such a line over a list, what is described without a name is that. */
bool claim_step_heading(const struct claim_candidate *c, struct claim_verdict *out)
{
	const struct ml_block *block = c->sentence->block, *lead;

	if (!block || block->kind == ML_BLOCK_HEADING || c->engine->loose || claim_speaks_of_itself(c))
		return false;
	lead = lead_of(c, block);
	if (lead && (names_another(c, lead) || tells_of_another(c, lead)))
		return claim_decided(out, true, ML_STANCE_OTHER);
	/* The title names the document itself. */
	if (!block->heading || is_title(c, block->heading))
		return false;
	/* "### What is Finch?" */
	bool asks = ml_span_ends(ml_span_trim(block->heading->text), "?") && names_stranger(c, block->heading);
	return (asks || names_another(c, block->heading)) && claim_decided(out, true, ML_STANCE_OTHER);
}

bool claim_is_below_title(const struct claim_candidate *c)
{
	const struct ml_block *block = c->sentence->block;

	if (!block || block->list_depth || !claim_introduces(c))
		return false;
	/* A heading right below the title that begins with the phrase says in a line what the title names. */
	if (block->kind == ML_BLOCK_HEADING)
		return c->phrase == c->start + claim_is_at(c, c->start, ML_CLASS_ID_DET) && c->blocks && block > c->blocks && block[-1].kind == ML_BLOCK_HEADING && is_title(c, block - 1);
	return block->kind == ML_BLOCK_PARAGRAPH && block->heading && is_title(c, block->heading);
}

/* "## 2. Finch Painter", "**Finch:**", a row of Finch: what an item or a cell describes there without a verb is that. */
bool claim_below_a_name(const struct claim_candidate *c)
{
	const struct ml_block *block = c->sentence->block, *lead;

	if (!block)
		return false;
	/* Where no name is one's own, a row is not of one's own either. */
	if (block->kind == ML_BLOCK_CELL)
		return block->label && block->label != block && (c->engine->loose || names_stranger(c, block->label));
	lead = lead_of(c, block);
	if (lead && names_stranger(c, lead))
		return true;
	return block->list_depth && block->heading && !is_title(c, block->heading) && names_stranger(c, block->heading);
}

/* "docs/README_JA.md" translates the README of the root, unless there is a "docs/README.md" for it. */
static bool is_translated_front(const struct ml_facts *facts, const struct ml_card *card)
{
	const char *slash = strchr(card->file->path, '/');
	size_t folder = slash ? (size_t)(slash - card->file->path) : 0;

	if (!slash || strchr(slash + 1, '/') || !*card->language || !ml_role_holds_languages(ml_span_sub(ml_span_of(card->file->path), 0, folder)) ||
	    !ml_span_starts_nocase(ml_span_of(slash + 1), "readme"))
		return false;
	for (size_t i = 0; i < facts->cards_nr; i++) {
		const struct ml_card *other = &facts->cards[i];
		const char *path = other->file ? other->file->path : "";
		if (!*other->language && !strncmp(path, card->file->path, folder + 1) && !strchr(path + folder + 1, '/'))
			return false;
	}
	return true;
}

/* The card, or a translation beside it: "README_zh.md". */
static bool is_front_page(const struct ml_facts *facts, const struct ml_card *card)
{
	if (!card)
		return false;
	if (card->primary || !card->file)
		return card->primary;
	return (ml_span_starts_nocase(ml_span_of(card->file->path), "readme") && !strchr(card->file->path, '/')) || is_translated_front(facts, card);
}

/* Whether the document introduces itself here: headings, and what stands before the second heading of a card. */
bool claim_introduces(const struct claim_candidate *c)
{
	const struct ml_block *block = c->sentence->block;
	unsigned headings = 0;

	if (c->engine->loose)
		return true;
	if (!block || !c->blocks || !is_front_page(c->engine->facts, c->engine->card))
		return false;
	if (claim_heading_has(c, ML_CLASS_ID_SECTION_SELF))
		return true;
	for (const struct ml_block *b = c->blocks; b < c->blocks_end && b < block; b++)
		headings += b->kind == ML_BLOCK_HEADING;
	return headings <= 2 && block - c->blocks < 40;
}
