#include "lint/facts/statements.h"

#include <stdint.h>
#include <string.h>

#include "lint/base/codepoint.h"
#include "lint/facts/lineage.h"
#include "lint/facts/offer.h"
#include "lint/knowledge/lists.h"
#include "lint/text/utf8.h"

#define JOINT_BYTES 6u /* between a model and its license in a list */
#define BEFORE_BYTES 2000u /* of a block, in front of a sentence, that are looked at beside it: a paragraph may hold a million */
#define LEAD_BYTES 3u /* in front of a link with which a text begins */

/* Headings of thanks win over those of licenses but for lists of both. */
enum ml_heading_kind ml_heading_kind_of(const struct ml_knowledge *knowledge, const struct ml_block *block)
{
	const struct ml_block *heading = block->heading;

	if (!heading)
		return ML_HEADING_PLAIN;
	if (ml_list_in(knowledge, ML_LIST_LICENSE_HEADINGS, heading->text))
		return ML_HEADING_LICENSE;
	return ml_list_in(knowledge, ML_LIST_OTHERS_HEADINGS, heading->text) ? ML_HEADING_OTHERS : ML_HEADING_PLAIN;
}

unsigned ml_heading_scope(const struct ml_knowledge *knowledge, struct ml_span heading)
{
	return (ml_list_in(knowledge, ML_LIST_HEADING_CODE, heading) ? ML_SCOPE_CODE : 0) |
	       (ml_list_in(knowledge, ML_LIST_HEADING_WEIGHTS, heading) ? ML_SCOPE_WEIGHTS : 0) |
	       (ml_list_in(knowledge, ML_LIST_HEADING_DATA, heading) ? ML_SCOPE_DATA : 0);
}

bool ml_grants(const struct ml_facts *facts, struct ml_span sentence)
{
	return ml_list_fit(facts->knowledge, ML_LIST_GRANTS, facts->patterns, sentence, NULL);
}

bool ml_directs(const struct ml_facts *facts, struct ml_span sentence)
{
	return ml_list_fit(facts->knowledge, ML_LIST_DIRECTS, facts->patterns, sentence, NULL);
}

bool ml_has_license_key(const struct ml_facts *facts, struct ml_span sentence, size_t *value)
{
	struct ml_match match;

	if (ml_span_find(sentence, ":") == SIZE_MAX && ml_span_find(sentence, "：") == SIZE_MAX)
		return false;
	if (!ml_list_fit(facts->knowledge, ML_LIST_LICENSE_KEYS, facts->patterns, sentence, &match))
		return false;
	*value = match.to;
	return true;
}

bool ml_points_elsewhere(const struct ml_facts *facts, struct ml_span sentence)
{
	return ml_list_fit(facts->knowledge, ML_LIST_TERMS_ELSEWHERE, facts->patterns, sentence, NULL);
}

bool ml_is_of_others(const struct ml_facts *facts, struct ml_span lead)
{
	return ml_list_fit(facts->knowledge, ML_LIST_GIVEN_BY_OTHERS, facts->patterns, lead, NULL) ||
	       ml_list_fit(facts->knowledge, ML_LIST_SUBJECTS_OF_OTHERS, facts->patterns, lead, NULL) || ml_names_other_size(facts, lead);
}

bool ml_limits_beside(const struct ml_facts *facts, struct ml_span sentence)
{
	return ml_list_fit(facts->knowledge, ML_LIST_LIMITS_BESIDE, facts->patterns, sentence, NULL) ||
	       ml_list_fit(facts->knowledge, ML_LIST_LIMITS_OF_OTHERS, facts->patterns, sentence, NULL) || ml_is_of_others(facts, sentence);
}

/* The next size of a model from *at, "7B" in "Heron-7B-Chat" and in "the 7B model", not in "15B tokens"; false at the end. Moves *at behind it. */
static bool next_size(struct ml_span *out, struct ml_span text, size_t *at, const struct ml_knowledge *knowledge)
{
	for (size_t i = *at; i < text.len; i++) {
		size_t end = i;
		while (end < text.len && (ml_is_digit(text.at[end]) || (text.at[end] == '.' && end > i)))
			end++;
		bool begins = end > i && (!i || !ml_is_alnum(text.at[i - 1]));
		bool size = begins && end < text.len && ml_lower(text.at[end]) == 'b' && (end + 1 == text.len || !ml_is_alnum(text.at[end + 1]));
		struct ml_span behind = ml_span_sub(text, end + 1, text.len);
		bool joined = (i && (text.at[i - 1] == '-' || text.at[i - 1] == '_')) || (behind.len && (behind.at[0] == '-' || behind.at[0] == '_'));
		if (size && (joined || ml_list_start(knowledge, ML_LIST_SIZED, behind))) {
			*out = ml_span_sub(text, i, end + 1);
			*at = end + 1;
			return true;
		}
		i = end > i ? end - 1 : i;
	}
	return false;
}

bool ml_names_other_size(const struct ml_facts *facts, struct ml_span text)
{
	struct ml_span own, size;
	size_t at = 0, from = 0;
	bool other = false;

	if (!facts->tree || !facts->tree->name || !next_size(&own, ml_path_name(ml_span_of(facts->tree->name)), &from, facts->knowledge))
		return false;
	while (next_size(&size, text, &at, facts->knowledge)) {
		if (ml_span_eq_nocase(size, own))
			return false;
		other = true;
	}
	return other;
}

bool ml_leaves_weights_out(const struct ml_facts *facts, struct ml_span text)
{
	return ml_list_fit(facts->knowledge, ML_LIST_WEIGHTS_LEFT_OUT, facts->patterns, text, NULL);
}

static bool is_word_byte(char c)
{
	return ml_is_alnum(c) || c == '_' || (unsigned char)c >= 0x80;
}

static bool has_word(struct ml_span text, const char *word)
{
	size_t len = strlen(word);

	for (size_t from = 0; from + len <= text.len; from++) {
		size_t at = ml_span_find_nocase(ml_span_sub(text, from, text.len), word);
		if (at == SIZE_MAX)
			return false;
		from += at;
		if ((!from || !is_word_byte(text.at[from - 1])) && (from + len == text.len || !is_word_byte(text.at[from + len])))
			return true;
	}
	return false;
}

/* LLM, API, VAE: letters that stand for a kind of thing, not for a maker's product. */
static bool is_acronym(struct ml_span word)
{
	size_t upper = 0;

	for (size_t i = 0; i < word.len; i++)
		upper += word.at[i] >= 'A' && word.at[i] <= 'Z';
	return upper && word.len <= 5 && (upper == word.len || (upper + 1 == word.len && word.at[word.len - 1] == 's'));
}

#define MIXED_NAME_MIN 4u

/* "aiXcoder": no plain word has a capital within; that of "heron-7B" is a unit. */
static bool is_mixed(struct ml_span word)
{
	bool upper = false;

	for (size_t i = 1; i < word.len; i++)
		upper |= word.at[i] >= 'A' && word.at[i] <= 'Z' && word.at[i - 1] >= 'a' && word.at[i - 1] <= 'z';
	return upper && word.len >= MIXED_NAME_MIN && word.at[0] >= 'a' && word.at[0] <= 'z';
}

static bool is_name_like(const struct ml_knowledge *knowledge, struct ml_span word)
{
	bool capital = word.len > 1 && word.at[0] >= 'A' && word.at[0] <= 'Z';

	return (capital || is_mixed(word)) && !ml_list_has(knowledge, ML_LIST_PLAIN, word) && !is_acronym(word);
}

/* The end of the letters with accents that stand at from, and of what follows in the same word: from where there are none. */
static size_t accented_end(struct ml_span text, size_t from)
{
	size_t at = from;

	while (at < text.len) {
		struct ml_span rest = ml_span_sub(text, at, text.len);
		uint32_t c = ml_utf8_next(&rest);
		bool accented = (c >= 0xc0 && c <= 0x24f) || (c >= 0x1e00 && c <= 0x1eff);
		if (!accented && !(at > from && c < 0x80 && ml_is_alnum((char)c)))
			break;
		at = text.len - rest.len;
	}
	return at;
}

/* Whether a Latin word that looks like a name stands there; a first word of a sentence may be capital for its place alone. */
bool ml_names_foreign(const struct ml_facts *facts, struct ml_span lead)
{
	size_t at = 0;

	while (at < lead.len) {
		size_t from = at;
		while (at < lead.len && ml_is_id_byte(lead.at[at]))
			at++;
		struct ml_span word = ml_span_sub(lead, from, at);
		size_t accented = accented_end(lead, at);
		if (accented > at) { /* "Trọng số": products are written without */
			at = accented;
			continue;
		}
		while (word.len && !ml_is_alnum(word.at[word.len - 1])) /* "for research use ONLY." */
			word.len--;
		if (is_name_like(facts->knowledge, word) && !ml_is_own_name(facts, word))
			return true;
		if (at == from)
			at++;
	}
	return false;
}

static bool has_own_word(const struct ml_knowledge *knowledge, struct ml_span lead)
{
	const struct ml_list *own = ml_list_of(knowledge, ML_LIST_OWN);

	for (size_t i = 0; i < own->nr; i++)
		if (has_word(lead, own->at[i]))
			return true;
	return ml_list_in(knowledge, ML_LIST_OWN_PARTS, lead);
}

bool ml_derives(const struct ml_knowledge *knowledge, struct ml_span lead)
{
	return ml_list_in(knowledge, ML_LIST_DERIVES, lead);
}

#define LABEL_BYTES 48u /* "Usage and License Notices: " */

/* What stands behind a label that says only that terms follow: its capital letters are nobody's name. */
static struct ml_span after_label(const struct ml_knowledge *knowledge, struct ml_span lead)
{
	size_t colon = ml_span_find(ml_span_sub(lead, 0, lead.len < LABEL_BYTES ? lead.len : LABEL_BYTES), ": ");

	if (colon == SIZE_MAX || !ml_list_in(knowledge, ML_LIST_TERMS_LABELS, ml_span_sub(lead, 0, colon)))
		return lead;
	return ml_span_sub(lead, colon + 1, lead.len);
}

enum ml_owner ml_owner_of(const struct ml_facts *facts, struct ml_span sentence)
{
	struct ml_span lead = after_label(facts->knowledge, sentence);
	bool own = has_own_word(facts->knowledge, lead) || ml_is_own_name(facts, lead);

	if (ml_list_in(facts->knowledge, ML_LIST_FOREIGN, lead))
		return ML_OWNER_FOREIGN;
	if (ml_derives(facts->knowledge, lead) && ml_names_foreign(facts, lead))
		return own ? ML_OWNER_BASE : ML_OWNER_FOREIGN;
	if (own)
		return ML_OWNER_OWN;
	return ml_names_foreign(facts, lead) ? ML_OWNER_FOREIGN : ML_OWNER_NONE;
}

/* "Heron-7B is a chat model": the words in front of the verb; nothing where there is none. */
static struct ml_span subject_of(const struct ml_knowledge *knowledge, struct ml_span sentence)
{
	const struct ml_list *verbs = ml_list_of(knowledge, ML_LIST_SUBJECT_VERBS);
	size_t end = SIZE_MAX;

	for (size_t i = 0; i < verbs->nr; i++) {
		size_t at = ml_span_find(sentence, verbs->at[i]);
		end = at < end ? at : end;
	}
	return end == SIZE_MAX ? (struct ml_span){ 0 } : ml_span_sub(sentence, 0, end);
}

struct ml_span ml_words_around(const struct ml_block *block, struct ml_span sentence)
{
	size_t at = (size_t)(sentence.at - block->text.at), end = at + sentence.len, len = block->text.len;
	size_t from = at > BEFORE_BYTES ? ml_codepoint_end(block->text.at, at - BEFORE_BYTES, at) : 0;

	return ml_span_sub(block->text, from, len - end > BEFORE_BYTES ? ml_codepoint_start(block->text.at, end + BEFORE_BYTES) : len);
}

struct ml_span ml_sentence_before(const struct ml_block *block, struct ml_span sentence)
{
	struct ml_span next, before = { 0 };
	size_t end = (size_t)(sentence.at - block->text.at), at = end > BEFORE_BYTES ? ml_codepoint_end(block->text.at, end - BEFORE_BYTES, end) : 0;

	while (ml_sentence_next(block->text, &at, &next) && next.at < sentence.at)
		before = next;
	return before;
}

struct ml_span ml_subject_meant(const struct ml_facts *facts, const struct ml_block *block, struct ml_span lead)
{
	if (!ml_list_start(facts->knowledge, ML_LIST_PRONOUNS, lead))
		return lead;
	struct ml_span subject = subject_of(facts->knowledge, ml_sentence_before(block, lead));
	return subject.len ? subject : lead;
}

/* The link to the page of a model on a hub with which a text begins, and the id there; NULL where it begins with none. */
static const struct ml_link *model_at_start(struct ml_span *id, const struct ml_facts *facts, const struct ml_block *block, struct ml_span text)
{
	size_t from = (size_t)(text.at - block->text.at);
	struct ml_hub_model hub;

	for (size_t i = 0; i < block->links_nr; i++) {
		const struct ml_link *link = &block->links[i];
		if (link->image || link->at < from || link->at > from + LEAD_BYTES || !ml_hub_model_of(&hub, facts->knowledge, link->target) || !hub.name.len)
			continue;
		*id = (struct ml_span){ hub.owner.at, (size_t)(hub.name.at - hub.owner.at) + hub.name.len };
		return link;
	}
	return NULL;
}

/* "[org/Wren-7B](…): apache-2.0" tells of that one. */
static bool begins_with_other(const struct ml_facts *facts, const struct ml_block *block, struct ml_span text)
{
	struct ml_span id;

	return model_at_start(&id, facts, block, text) && !ml_is_own_id(facts, id);
}

/* Nothing but a bracket, a colon or a dash. */
static bool is_bare_joint(struct ml_span gap)
{
	for (size_t i = 0; i < gap.len; i++)
		if (ml_is_alnum(gap.at[i]))
			return false;
	return gap.len > 0 && gap.len <= JOINT_BYTES;
}

bool ml_lists_own_model(const struct ml_facts *facts, const struct ml_block *block, struct ml_span sentence, size_t at)
{
	struct ml_span id;
	const struct ml_link *link = block->kind == ML_BLOCK_ITEM ? model_at_start(&id, facts, block, sentence) : NULL;
	size_t end = link ? link->at + link->len - (size_t)(sentence.at - block->text.at) : 0;

	return link && end < at && is_bare_joint(ml_span_sub(sentence, end, at)) && ml_is_own_name(facts, ml_id_name(id));
}

/* The item that holds the item, or NULL. */
static const struct ml_block *item_above(const struct ml_document *document, const struct ml_block *block)
{
	const struct ml_block *first = document->blocks;

	for (const struct ml_block *item = block; item > first && item->kind == ML_BLOCK_ITEM && item[-1].kind == ML_BLOCK_ITEM; item--)
		if (item[-1].list_depth < block->list_depth)
			return &item[-1];
	return NULL;
}

bool ml_tells_of_other_model(const struct ml_facts *facts, const struct ml_card *card, const struct ml_block *block, struct ml_span sentence)
{
	if (!card->front_matter)
		return false;
	const struct ml_block *above = item_above(card->document, block);
	return begins_with_other(facts, block, sentence) || (above && begins_with_other(facts, above, above->text));
}
