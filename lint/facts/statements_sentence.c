/* What one sentence states: licenses under which something is, or what may not be done. */
#include "lint/facts/statements.h"

#include <stdint.h>
#include <string.h>

#include "lint/knowledge/licenses.h"
#include "lint/knowledge/lists.h"

#define LABELED_BYTES 80u      /* a label and its value */
#define SUBJECT_BYTES 80u      /* a subject behind the license's name */
#define LEAD_BYTES 3u          /* signs around a name */
#define LICENSE_TAIL_BYTES 20u /* between that name and the comma: " License" */

/* "Qwen-72B", "CogVideoX 5b", "heron-350m": a name with a size is a checkpoint; "less than 1M users" is none. */
static bool names_size(struct ml_span text)
{
	bool joined = false; /* a hyphen stands in front of the digits at hand */

	for (size_t i = 1; i + 1 < text.len; i++) {
		char next = ml_lower(text.at[i + 1]);
		bool ends = i + 2 >= text.len || !ml_is_alnum(text.at[i + 2]);
		if (!ml_is_digit(text.at[i - 1]))
			joined = text.at[i - 1] == '-' || text.at[i - 1] == '_';
		if (ml_is_digit(text.at[i]) && (next == 'b' || (next == 'm' && joined)) && ends)
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
static enum ml_owner owner_meant(const struct ml_stating *to, struct ml_span lead)
{
	enum ml_owner owner = ml_owner_of(to->facts, lead);

	if (owner == ML_OWNER_BASE && ml_list_fit(to->facts->knowledge, ML_LIST_GOES_ON, to->facts->patterns, lead, NULL))
		return ML_OWNER_OWN;
	return owner;
}

/* Whose words in front say it is decides before the guards of the whole sentence do. */
static enum ml_stance stance_of(const struct ml_stating *to, const struct ml_block *block, struct ml_span sentence, size_t at, struct ml_span lead)
{
	enum ml_owner owner = owner_meant(to, lead);

	if (owner == ML_OWNER_FOREIGN)
		return ML_STANCE_OTHER;
	if (owner == ML_OWNER_BASE)
		return ML_STANCE_UPSTREAM;
	enum ml_stance stance = ml_stance_of(to->facts, block, sentence, at, NULL);
	/* "our model, based on Llama 2, is under …" is still about ours. */
	if (owner == ML_OWNER_OWN && (stance == ML_STANCE_UPSTREAM || stance == ML_STANCE_OTHER))
		return ML_STANCE_OWN;
	return stance;
}

/*
 * Under a heading such as "Heron Weights": "Heron is based on Bittern and should be
 * used under the Bittern license": the maker of Heron says which terms are Heron's.
 */
static bool takes_over(const struct ml_stating *to, const struct ml_block *block, const struct ml_anchor *anchor, struct ml_span sentence,
		       struct ml_span lead)
{
	return anchor->license && ml_derives(to->facts->knowledge, lead) && block->heading &&
	       (ml_heading_scope(to->facts->knowledge, block->heading->text) & ML_SCOPE_WEIGHTS) && ml_directs(to->facts, sentence);
}

/* One sentence that names licenses. */
struct stated {
	const struct ml_block *block;
	struct ml_span sentence;
	bool section;
	bool of_code; /* it takes the weights out of the license */
	bool told;    /* what follows is set: at the first statement, for many a sentence that names a license makes none */
	struct ml_where where;
	const struct ml_term_fact *terms;
	size_t terms_nr;
	bool of_other_model; /* on a hub's card, which describes one */
	bool of_others;      /* "based on A, under MIT, and B, under …": who speaks of others does so to the end, until "our" */
};

/*
 * Under "License", on a card whose front matter names none, the line that copies carry: "Llama 2 is licensed under the LLAMA 2 Community
 * License": whoever carries it says that these terms are the model's.
 */
static bool is_notice(const struct ml_stating *to, const struct stated *stated, const struct ml_anchor *anchor)
{
	const struct ml_duties *duties = anchor->license ? anchor->license->duties : NULL;

	return stated->section && duties && duties->notice && !ml_node_get(to->card->front.root, "license") &&
	       ml_span_starts_nocase(ml_span_of(duties->notice), ml_arena_dup(to->arena, ml_span_trim(ml_span_sub(stated->sentence, 0, anchor->to))));
}

static bool is_believed(const struct ml_stating *to, const struct ml_anchor *anchor, struct ml_span lead, unsigned scope, bool section)
{
	if (section || scope)
		return anchor->license || anchor->target || anchor->linked || scope;
	return (anchor->license || anchor->target) && owner_meant(to, lead) == ML_OWNER_OWN;
}

/* Where the words end that a name belongs to: "for research only. (CC BY-NC 4.0)" closes its clause before the bracket. */
static size_t clause_end(struct ml_span sentence, size_t name)
{
	size_t at = name;

	while (at && (sentence.at[at - 1] == ' ' || sentence.at[at - 1] == '('))
		at--;
	return at < name && at && sentence.at[at - 1] == '.' ? at - 1 : name;
}

static unsigned scope_of(const struct ml_stating *to, const struct stated *stated, const struct ml_anchor *anchor, struct ml_span lead)
{
	const struct ml_block *heading = stated->block->heading;
	unsigned scope = ml_scope_of_words(to->facts, stated->sentence, clause_end(stated->sentence, anchor->from));
	unsigned above = stated->section && heading ? ml_heading_scope(to->facts->knowledge, heading->text) : 0;

	if (above && (!scope || ml_list_start(to->facts->knowledge, ML_LIST_ELLIPTIC, lead)) /* "Licensed under …": of what the heading names */)
		return above;
	if (!scope && names_size(lead) && ml_is_own_name(to->facts, lead))
		return ML_SCOPE_WEIGHTS;
	/* "You may use the code in any project, following the MIT License": of what its subject names, not of all. */
	unsigned subject = scope == ML_SCOPE_ALL ? ml_scope_of_words(to->facts, stated->sentence, 0) : 0;
	return subject == ML_SCOPE_CODE || subject == ML_SCOPE_WEIGHTS || subject == ML_SCOPE_DATA ? subject : scope;
}

static void tell(struct ml_stating *to, struct stated *stated)
{
	if (stated->told)
		return;
	stated->told = true;
	stated->where = ml_state_place(to, stated->block, stated->sentence);
	stated->terms_nr = ml_state_limits(to, stated->block, stated->sentence, false, &stated->terms);
	if (stated->terms_nr && ml_limits_beside(to->facts, stated->sentence))
		stated->terms_nr = 0;
	stated->of_other_model = ml_tells_of_other_model(to->facts, to->card, stated->block, stated->sentence);
}

/* Of "(data and weights": what stands in front of the last word, and that word itself. */
static unsigned parts_told(const struct ml_stating *to, struct ml_span words)
{
	size_t at = words.len;

	while (at && words.at[at - 1] != ' ' && words.at[at - 1] != '(')
		at--;
	return ml_scope_of_words(to->facts, words, words.len) | ml_scope_of_words(to->facts, ml_span_sub(words, at, words.len), 0);
}

/* "please sign [this agreement](…) to get authorized": what the words say counts, and those of the link are no name. */
static bool only_points(const struct ml_stating *to, const struct stated *stated, const struct ml_anchor *anchor)
{
	size_t end = 0;

	while (end < anchor->name.len && ml_is_alpha(anchor->name.at[end]))
		end++;
	return stated->terms_nr && !anchor->license && end && ml_list_has(to->facts->knowledge, ML_LIST_OWN, ml_span_sub(anchor->name, 0, end));
}

/* "使用模型权重需遵循《苍鹭模型许可协议》": a title says whose the license is, not whose the weights are; what stands in front of it does. */
static struct ml_span without_title(const struct stated *stated, const struct ml_anchor *anchor)
{
	struct ml_span front = ml_span_sub(stated->sentence, 0, anchor->from);
	bool title = !anchor->license && (ml_span_ends(front, "《") || ml_span_ends(front, "「"));

	return title ? front : stated->sentence;
}

/* Returns whether a statement was made of the anchor. lead: the words in front, from the last anchor that has words of its own. */
static bool state_anchor(struct ml_stating *to, struct stated *stated, const struct ml_anchor *anchor, struct ml_span lead, struct ml_span behind)
{
	unsigned told = behind.len && !ml_scope_of_words(to->facts, lead, lead.len) ? parts_told(to, behind) : 0;
	lead = ml_subject_meant(to->facts, stated->block, lead);
	unsigned scope = told ? told : scope_of(to, stated, anchor, lead);
	bool taken = takes_over(to, stated->block, anchor, stated->sentence, lead) || is_notice(to, stated, anchor);

	enum ml_learned learned = ml_learned_under(to, stated->block, stated->sentence, anchor->from, anchor->to);
	if (learned != ML_LEARNED_NOT)
		scope = ML_SCOPE_DATA;
	else if (stated->of_code)
		scope = (scope & ~(unsigned)ML_SCOPE_WEIGHTS) ? (scope & ~(unsigned)ML_SCOPE_WEIGHTS) : ML_SCOPE_CODE;
	if (!taken && !is_believed(to, anchor, lead, scope, stated->section))
		return false;
	tell(to, stated);
	struct ml_statement statement = {
		.where = stated->where,
		.sentence = ml_arena_dup(to->arena, stated->sentence),
		.scope = taken ? ML_SCOPE_WEIGHTS : scope,
		.stance = taken ? ML_STANCE_OWN : stance_of(to, stated->block, without_title(stated, anchor), anchor->from, lead),
		.license = anchor->license,
		.declared = anchor->name.at && !only_points(to, stated, anchor) ? ml_arena_dup(to->arena, anchor->name) : NULL,
		.terms = stated->terms,
		.terms_nr = stated->terms_nr,
		.target = anchor->target ? anchor->target->path : NULL,
		.section = stated->section,
		.learned = learned == ML_LEARNED_OWN,
	};
	if (learned != ML_LEARNED_NOT || ml_tells_of_unused(to->facts, lead) || stated->of_other_model || ml_is_of_others(to->facts, lead) ||
	    (stated->of_others && ml_owner_of(to->facts, lead) != ML_OWNER_OWN))
		statement.stance = ML_STANCE_OTHER;
	stated->of_others |= statement.stance == ML_STANCE_OTHER && learned == ML_LEARNED_NOT;
	ml_state(to, &statement);
	return true;
}

/* "under MIT or Apache-2.0": the last two statements are branches of one choice. */
static void join_choice(struct ml_stating *to)
{
	struct ml_statement *last = &to->out[to->nr - 1];

	if (to->nr < 2)
		return;
	if (!last[-1].alternative)
		last[-1].alternative = ++to->alternatives;
	last->alternative = last[-1].alternative;
}

/* "Released under MIT, Heron is fast": the subject stands behind the comma. */
static struct ml_span subject_behind(const struct ml_stating *to, struct ml_span sentence, struct ml_span lead, size_t end)
{
	struct ml_span behind = ml_span_sub(sentence, end, end + SUBJECT_BYTES);
	size_t comma = ml_span_find(behind, ", ");

	if (comma > LICENSE_TAIL_BYTES || !ml_list_start(to->facts->knowledge, ML_LIST_ELLIPTIC, lead))
		return lead;
	return ml_span_sub(behind, comma + 2, behind.len);
}

static void state_anchors(struct ml_stating *to, const struct ml_block *block, struct ml_span sentence, const struct ml_anchor *anchors, size_t nr,
			  bool section)
{
	struct stated stated = { .block = block, .sentence = sentence, .section = section };
	struct ml_span behind = { 0 };
	size_t lead_from = 0;
	bool before = false;

	stated.of_code = ml_leaves_weights_out(to->facts, sentence);
	for (size_t i = 0; i < nr; i++) {
		size_t end = behind.len ? (size_t)(behind.at + behind.len - sentence.at) : i ? anchors[i - 1].to : 0;
		struct ml_span gap = ml_span_sub(sentence, end, anchors[i].from);
		bool choice = false;
		bool joint = i && is_joint(to->facts->knowledge, gap, &choice);
		if (!joint || behind.len)
			lead_from = end;
		struct ml_span lead = ml_span_sub(sentence, lead_from, anchors[i].from);
		behind = ml_part_behind(to->facts->knowledge, ml_span_sub(sentence, 0, i + 1 < nr ? anchors[i + 1].from : sentence.len), anchors[i].to);
		bool made = state_anchor(to, &stated, &anchors[i], i ? lead : subject_behind(to, sentence, lead, anchors[i].to), behind);
		if (made && before && joint && choice)
			join_choice(to);
		before = made;
	}
}

/* "Weights: for research only - see the model card": what says where more stands is no part of what is said. */
static struct ml_span without_pointer(const struct ml_knowledge *knowledge, struct ml_span sentence)
{
	const struct ml_list *pointers = ml_list_of(knowledge, ML_LIST_POINTERS);

	for (size_t i = 0; i < pointers->nr; i++)
		for (size_t at = 0, found; (found = ml_span_find_nocase(ml_span_sub(sentence, at, sentence.len), pointers->at[i])) != SIZE_MAX;
		     at++) {
			struct ml_span front = ml_span_trim(ml_span_sub(sentence, 0, at += found));
			if (front.len && (strchr(",;(-", front.at[front.len - 1]) || ml_span_ends(front, "–") || ml_span_ends(front, "—")))
				return front;
		}
	return sentence;
}

/* Of what a sentence says so: by the words at its end; where those are of everything ("for research"), of the data that is its subject. */
static unsigned scope_of_limit(const struct ml_facts *facts, struct ml_span sentence)
{
	unsigned scope = ml_scope_of_words(facts, sentence, sentence.len);
	unsigned subject = !scope || scope == ML_SCOPE_ALL ? ml_scope_of_words(facts, sentence, 0) : 0;

	return !scope || subject == ML_SCOPE_DATA ? subject : scope;
}

/* Below "License" the words that elsewhere report or plan bind: "Users may not …", "After approval you will be granted …". */
static bool binds_below(const struct ml_stating *to, const struct ml_block *block, struct ml_span sentence, struct ml_span meant)
{
	return !block->quote_depth && block->task != ML_TASK_OPEN && ml_owner_of(to->facts, meant) == ML_OWNER_NONE &&
	       ml_list_fit(to->facts->knowledge, ML_LIST_BINDING, to->facts->patterns, sentence, NULL);
}

/* The length of the comma or semicolon of any script at i, or 0: in Latin script a space follows, or it joins scripts. */
static size_t clause_sign(struct ml_span text, size_t i)
{
	struct ml_span rest = ml_span_sub(text, i, text.len);

	if (ml_span_starts(rest, "，") || ml_span_starts(rest, "；"))
		return strlen("，");
	if (rest.at[0] != ',' && rest.at[0] != ';')
		return 0;
	bool wide = (i && (unsigned char)text.at[i - 1] >= 0x80) || (rest.len > 1 && (unsigned char)rest.at[1] >= 0x80);
	bool space = rest.len > 1 && ml_is_space(rest.at[1]);
	return space ? 2 : wide;
}

/* The next clause from *at; false at the end. Moves *at behind its sign. */
static bool next_clause(struct ml_span *out, struct ml_span sentence, size_t *at)
{
	struct ml_span rest = ml_span_sub(sentence, *at, sentence.len);
	size_t end = 0, sign = 0;

	while (end < rest.len && !(sign = clause_sign(rest, end)))
		end++;
	*out = ml_span_sub(rest, 0, end);
	*at += end + sign;
	return rest.len > 0;
}

#define NAME_WORDS 4u /* looked at from the end of a clause */

/* Whose name stands last in a clause: "Heron beats Wren" ends with Wren's. */
static enum ml_owner last_named(const struct ml_facts *facts, struct ml_span clause)
{
	enum ml_owner owner = ML_OWNER_NONE;

	for (size_t end = clause.len, words = 0; end && words < NAME_WORDS && owner == ML_OWNER_NONE; words++) {
		while (end && ml_is_space(clause.at[end - 1]))
			end--;
		size_t from = end;
		while (from && !ml_is_space(clause.at[from - 1]))
			from--;
		struct ml_span word = ml_span_sub(clause, from, end);
		owner = ml_is_own_name(facts, word) ? ML_OWNER_OWN : ml_names_foreign(facts, word) ? ML_OWNER_FOREIGN : ML_OWNER_NONE;
		end = from;
	}
	return owner;
}

/*
 * Whose clause it is, by its own words; "…, which is …" goes on with the name in front of it, what follows that, "… is for research", with the
 * subject of the sentence, and "For Heron-70B, …" belongs to what follows it.
 */
static enum ml_owner owner_of_clause(const struct ml_stating *to, struct ml_span sentence, struct ml_span before, struct ml_span clause)
{
	const struct ml_knowledge *knowledge = to->facts->knowledge;
	struct ml_span first;
	size_t at = 0;

	if (before.len && ml_list_start(knowledge, ML_LIST_RELATIVES, clause))
		return last_named(to->facts, before);
	if (before.len && ml_list_start(knowledge, ML_LIST_RELATIVES, before) && ml_list_start(knowledge, ML_LIST_CLAUSE_VERBS, clause) &&
	    next_clause(&first, sentence, &at))
		return ml_owner_of(to->facts, first);
	if (before.len && ml_list_start(knowledge, ML_LIST_CLAUSE_LEADS, before))
		clause = (struct ml_span){ before.at, (size_t)(clause.at + clause.len - before.at) };
	return ml_is_of_others(to->facts, clause) ? ML_OWNER_FOREIGN : ml_owner_of(to->facts, clause);
}

/* "Llama may not be used commercially, but ours may": foreign where no clause that limits speaks of anything but others, own where one is. */
static enum ml_owner owner_of_limits(struct ml_stating *to, const struct ml_block *block, struct ml_span sentence, bool section)
{
	const struct ml_term_fact *terms;
	struct ml_span clause, before = { 0 };
	enum ml_owner all = ML_OWNER_NONE;
	size_t at = 0, limits = 0;

	for (; next_clause(&clause, sentence, &at); before = clause) {
		if (!ml_state_limits(to, block, clause, section, &terms))
			continue;
		enum ml_owner owner = owner_of_clause(to, sentence, before, clause);
		if (owner == ML_OWNER_OWN)
			return owner;
		all = limits++ && owner != all ? ML_OWNER_NONE : owner;
	}
	return all;
}

static enum ml_stance stance_of_limit(struct ml_stating *to, const struct ml_block *block, struct ml_span said, struct ml_span meant,
				      bool section)
{
	enum ml_stance stance = stance_of(to, block, said, said.len, meant);
	bool guarded = stance == ML_STANCE_OTHER || stance == ML_STANCE_FUTURE;

	enum ml_owner owner = owner_of_limits(to, block, said, section);
	if (owner == ML_OWNER_FOREIGN)
		return ML_STANCE_OTHER;
	/* "Heron, which is based on Wren, is for research only" is still about Heron. */
	if (owner == ML_OWNER_OWN && stance == ML_STANCE_UPSTREAM)
		return ML_STANCE_OWN;
	/* "not for commercial use": the words of the limit themselves */
	if (stance == ML_STANCE_NEGATED || (section && guarded && binds_below(to, block, said, meant)))
		return ML_STANCE_OWN;
	return stance;
}

/* "As the data is from GPT-4, Heron is for research only": the clause behind a comma that limits the work or a part of it; else all of the sentence. */
static struct ml_span limiting_clause(struct ml_stating *to, const struct ml_block *block, struct ml_span sentence, bool section)
{
	const struct ml_term_fact *terms;
	struct ml_span clause;
	size_t at = 0;

	if (!next_clause(&clause, sentence, &at))
		return sentence;
	while (next_clause(&clause, sentence, &at)) {
		unsigned scope = ml_scope_of_words(to->facts, clause, 0);
		bool own = ml_owner_of(to->facts, clause) == ML_OWNER_OWN || scope == ML_SCOPE_WEIGHTS || scope == ML_SCOPE_CODE;
		if (own && ml_state_limits(to, block, clause, section, &terms))
			return clause;
	}
	return sentence;
}

/* Below "Training data" a sentence that names nothing speaks of the data. */
static bool is_below_data(const struct ml_stating *to, const struct ml_block *block)
{
	return block->heading && ml_heading_scope(to->facts->knowledge, block->heading->text) == ML_SCOPE_DATA;
}

/* Below the title, where nothing else is spoken of yet, or below "Notice": "Non-commercial use only." */
static bool is_plain_limit(const struct ml_stating *to, const struct ml_block *block, struct ml_span sentence)
{
	const struct ml_knowledge *knowledge = to->facts->knowledge;
	const struct ml_block *heading = block->heading;

	if (block->kind != ML_BLOCK_PARAGRAPH && block->kind != ML_BLOCK_ITEM)
		return false;
	if (heading && !(heading->level == 1 && heading->text.at == to->card->title.at) &&
	    !ml_list_fit(knowledge, ML_LIST_NOTICE_HEADINGS, to->facts->patterns, heading->text, NULL))
		return false;
	return ml_list_fit(knowledge, ML_LIST_PLAIN_LIMITS, to->facts->patterns, sentence, NULL);
}

/* A limit that leaves its subject out: whether it stands where only the work can be meant. */
static bool leaves_out_work(const struct ml_stating *to, const struct ml_block *block, struct ml_span sentence)
{
	const struct ml_block *heading = block->heading;

	if (heading && ml_list_fit(to->facts->knowledge, ML_LIST_TERMS_HEADINGS, to->facts->patterns, heading->text, NULL))
		return true;
	return is_plain_limit(to, block, sentence);
}

/* A sentence that names no license, but says what may not be done, or where to look. */
static void state_bare(struct ml_stating *to, const struct ml_block *block, struct ml_span sentence, bool section)
{
	struct ml_statement statement = { .section = section };

	statement.terms_nr = ml_state_limits(to, block, sentence, section, &statement.terms);
	statement.elsewhere =
		!statement.terms_nr && (ml_points_elsewhere(to->facts, sentence) ||
					(section && ml_list_fit(to->facts->knowledge, ML_LIST_PART_ELSEWHERE, to->facts->patterns, sentence, NULL)));
	if (!statement.terms_nr && !statement.elsewhere)
		return;
	statement.scope = scope_of_limit(to->facts, sentence);
	if (statement.scope == ML_SCOPE_DATA)
		statement.scope = scope_of_limit(to->facts, limiting_clause(to, block, sentence, section));
	if ((!statement.scope || statement.scope == ML_SCOPE_ALL) && is_below_data(to, block) && ml_owner_of(to->facts, sentence) == ML_OWNER_NONE)
		statement.scope = ML_SCOPE_DATA;
	struct ml_span said = without_pointer(to->facts->knowledge, sentence), meant = ml_subject_meant(to->facts, block, said);
	bool absent = statement.terms_nr && ml_limits_absent(to, block, sentence);
	enum ml_learned learned = statement.terms_nr && !absent ? ml_learned_under(to, block, said, said.len, said.len) : ML_LEARNED_NOT;
	bool nameless = ml_owner_of(to->facts, meant) == ML_OWNER_NONE && !section;
	bool alone = nameless && statement.terms_nr && leaves_out_work(to, block, sentence);
	if (nameless && !statement.scope && !alone && learned != ML_LEARNED_OWN)
		return;
	statement.learned = learned == ML_LEARNED_OWN;
	statement.stance = stance_of_limit(to, block, said, meant, section || alone);
	if (absent || learned != ML_LEARNED_NOT || (statement.terms_nr && ml_limits_beside(to->facts, sentence)))
		statement.stance = ML_STANCE_OTHER;
	if (learned != ML_LEARNED_NOT)
		statement.scope = ML_SCOPE_DATA;
	statement.where = ml_state_place(to, block, sentence);
	struct ml_span lead = ml_banning_lead(to, block);
	statement.sentence = ml_arena_dup(to->arena, ml_with_lead(to, lead, sentence));
	statement.lead = lead.len ? ml_arena_dup(to->arena, lead) : NULL;
	ml_state(to, &statement);
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

/* Below the title: "A chat model for birds. MIT License.", a sentence of nothing but the name. */
static bool is_said_alone(const struct ml_stating *to, const struct ml_block *block, struct ml_span sentence)
{
	struct ml_anchor name;

	return block->kind == ML_BLOCK_PARAGRAPH && !block->quote_depth && (!block->heading || block->heading->level == 1) &&
	       ml_list_in(to->facts->knowledge, ML_LIST_LICENSE_LABEL, sentence) && ml_bare_name(&name, to, sentence, 0);
}

/* Whether one of the statements from first on is of the weights and not of the code. */
static bool told_of_weights(const struct ml_stating *to, size_t first)
{
	for (size_t i = first; i < to->nr; i++)
		if ((to->out[i].scope & (ML_SCOPE_WEIGHTS | ML_SCOPE_CODE)) == ML_SCOPE_WEIGHTS)
			return true;
	return false;
}

/* "The code is under MIT, while the weights are for research only": what follows the last license says of another part what may not be done. */
static void state_tail(struct ml_stating *to, const struct ml_block *block, struct ml_span sentence, size_t at, bool section)
{
	struct ml_span tail = ml_span_sub(sentence, at, sentence.len);
	unsigned scope = tail.len ? ml_scope_of_words(to->facts, tail, tail.len) : 0;

	if (tail.len && !scope)
		scope = ml_scope_of_words(to->facts, tail, 0);
	if ((scope & ML_SCOPE_WEIGHTS) && !(scope & ML_SCOPE_CODE))
		state_bare(to, block, tail, section);
}

/* Whether the license grants what words that stand beside it may take away: it is known, and lets everybody use the work for any purpose. */
static bool grants_any_use(const struct ml_license *license)
{
	return license && license->osd == ML_OSD_CONFORMS && !ml_license_has(license, ML_TERM_NONCOMMERCIAL) &&
	       !ml_license_has(license, ML_TERM_RESEARCH_ONLY);
}

/* "Apache-2.0 for non-commercial use, and a paid license for all else": the open license is offered to some alone. */
static size_t narrows_grant(struct ml_stating *to, const struct ml_block *block, struct ml_span words, const struct ml_term_fact **out)
{
	if (!ml_list_fit(to->facts->knowledge, ML_LIST_NARROWED_GRANTS, to->facts->patterns, words, NULL))
		return 0;
	struct ml_term_fact *term = ml_arena_alloc(to->arena, sizeof *term);
	*term = (struct ml_term_fact){ .id = ML_TERM_NONCOMMERCIAL, .where = ml_state_place(to, block, words) };
	*out = term;
	return 1;
}

/* Words beside the name of a license, of which `licensed` was stated, that take away what it grants: a limit of the same part, or of the one that they name. */
static bool state_taken(struct ml_stating *to, const struct ml_block *block, struct ml_span sentence, struct ml_span words,
			const struct ml_statement *licensed)
{
	struct ml_statement statement = *licensed;
	size_t signs = 0;

	while (signs < words.len && strchr(",; ", words.at[signs]))
		signs++;
	statement.terms_nr = ml_state_limits(to, block, ml_span_sub(words, signs, words.len), licensed->section, &statement.terms);
	if (!statement.terms_nr)
		statement.narrows = (statement.terms_nr = narrows_grant(to, block, words, &statement.terms)) > 0;
	if (!statement.terms_nr || names_size(words) || ml_limits_beside(to->facts, words) || ml_limits_beside(to->facts, sentence) ||
	    ml_list_fit(to->facts->knowledge, ML_LIST_TAKEN_ELSEWHERE, to->facts->patterns, words, NULL))
		return false;
	statement.stance = stance_of_limit(to, block, words, words, licensed->section);
	unsigned scope = scope_of_limit(to->facts, words);
	if (scope && scope != ML_SCOPE_ALL)
		statement.scope = scope;
	statement.sentence = ml_arena_dup(to->arena, sentence);
	statement.license = NULL;
	statement.declared = NULL;
	statement.target = NULL;
	statement.alternative = 0;
	ml_state(to, &statement);
	return true;
}

/* In front of a license only a clause counts that says whose it is: "This model is for research only and released under MIT". */
static bool taken_in_front(struct ml_stating *to, const struct ml_block *block, struct ml_span sentence, struct ml_span lead,
			   const struct ml_statement *licensed)
{
	struct ml_span clause;
	size_t at = 0;

	while (next_clause(&clause, lead, &at))
		if ((ml_owner_of(to->facts, clause) == ML_OWNER_OWN || ml_list_start(to->facts->knowledge, ML_LIST_ELLIPTIC_LIMITS, ml_span_trim(clause))) &&
		    state_taken(to, block, sentence, clause, licensed))
			return true;
	return false;
}

/* The own statement from first on that an anchor made, or NULL. */
static const struct ml_statement *made_of(const struct ml_stating *to, size_t first, const struct ml_anchor *anchor)
{
	for (size_t i = first; i < to->nr; i++)
		if (to->out[i].license == anchor->license && ml_stance_is_own(to->out[i].stance))
			return &to->out[i];
	return NULL;
}

bool ml_state_taken(struct ml_stating *to, const struct ml_block *block, struct ml_span sentence, const struct ml_anchor *anchors, size_t nr, size_t first)
{
	const struct ml_statement *licensed;
	size_t made = to->nr;

	for (size_t i = 0; i < nr; i++)
		if (!grants_any_use(anchors[i].license))
			return false;
	for (size_t i = 0; i < nr; i++) {
		size_t end = i + 1 < nr ? anchors[i + 1].from : sentence.len;
		struct ml_statement copy;
		if (!(licensed = made_of(to, first, &anchors[i])))
			continue;
		copy = *licensed; /* the list of statements moves as it grows */
		bool taken = !i && taken_in_front(to, block, sentence, ml_span_sub(sentence, 0, anchors[0].from), &copy);
		if (!taken)
			state_taken(to, block, sentence, ml_span_sub(sentence, anchors[i].to, end), &copy);
	}
	return to->nr > made;
}

/* "The weights are under CC BY-NC 4.0. You may obtain a copy of the license at https://…": whoever names it again means the same part. */
static void go_on(struct ml_stating *to, size_t first)
{
	for (size_t i = first; i < to->nr; i++)
		for (size_t k = first; !to->out[i].scope && to->out[i].license && k > to->block_from; k--) {
			if (to->out[k - 1].license != to->out[i].license)
				continue;
			to->out[i].scope = to->out[k - 1].scope;
			to->out[i].stance = to->out[k - 1].stance;
			break;
		}
}

/* "- [org/heron-7b](…) (CC BY-NC 4.0 License)" */
static bool state_listed(struct ml_stating *to, const struct ml_block *block, struct ml_span sentence, const struct ml_anchor *anchor)
{
	if (!anchor->license || !ml_lists_own_model(to->facts, block, sentence, anchor->from))
		return false;
	struct ml_statement statement = {
		.where = ml_state_place(to, block, sentence),
		.sentence = ml_arena_dup(to->arena, sentence),
		.scope = ML_SCOPE_WEIGHTS,
		.stance = ML_STANCE_OWN,
		.license = anchor->license,
		.declared = anchor->name.at ? ml_arena_dup(to->arena, anchor->name) : NULL,
		.of_one = true,
	};
	ml_state(to, &statement);
	return true;
}

void ml_state_sentence(struct ml_stating *to, const struct ml_block *block, struct ml_span sentence, bool section)
{
	struct ml_anchor anchors[ML_ANCHORS_MAX];
	size_t key = 0, first = to->nr;

	size_t nr = ml_anchors_of(anchors, to->facts, to->card->file, block, sentence, section);
	if (ml_has_license_key(to->facts, sentence, &key) || is_label(sentence, &key))
		section = true;
	if (!nr && section)
		nr = ml_bare_name(anchors, to, sentence, key);
	believe_value(anchors, nr, sentence, key);
	section |= nr == 1 && sentence.len <= ML_LICENSE_NAME_BYTES && is_said_alone(to, block, sentence);
	if (nr && (section || ml_grants(to->facts, sentence) || ml_names_learned(to, block, sentence, anchors, nr))) {
		state_anchors(to, block, sentence, anchors, nr, section);
		go_on(to, first);
		if (to->nr > first && !ml_state_taken(to, block, sentence, anchors, nr, first) && !told_of_weights(to, first))
			state_tail(to, block, sentence, anchors[nr - 1].to, section);
	} else if (nr != 1 || !state_listed(to, block, sentence, &anchors[0])) {
		state_bare(to, block, sentence, section);
	}
}
