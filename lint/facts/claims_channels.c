/* Claims that need no grammar: keys and tags of the card, badges, yes-or-no cells of a table. */
#include "lint/facts/claims_p.h"

#include <string.h>

#include "lint/base/limits.h"
#include "lint/facts/shared.h"
#include "lint/knowledge/lists.h"

#define TAG_OTHERS_MAX 1u  /* words of a tag beside the phrase */
#define BADGE_WORDS_MAX 6u /* a longer alternative text is a caption */

struct channel {
	struct claim_list *list;
	const struct claim_engine *engine;
	struct ml_arena *arena;
	const struct ml_document *document;
};

static void push(const struct channel *channel, struct ml_claim_fact fact)
{
	if (channel->list->nr < ML_LIMIT_CLAIMS)
		ML_PUSH(channel->arena, channel->list->at, channel->list->nr, channel->list->cap, fact);
}

static size_t phrase_in(const struct claim_sentence *sentence)
{
	for (size_t i = 0; i < sentence->nr; i++)
		if (sentence->words[i].kind >= 0)
			return i;
	return SIZE_MAX;
}

/* A field says what it says of the repository, unless a guard knows better. */
static void field(const struct channel *channel, struct ml_span text, struct ml_where where, const char *step)
{
	struct claim_sentence sentence;
	struct claim_candidate candidate = { 0 };

	if (!claim_triggered(channel->engine, text))
		return;
	claim_sentence_read(&sentence, channel->engine, NULL, text);
	size_t word = phrase_in(&sentence);
	if (word == SIZE_MAX)
		return;
	claim_candidate_view(&candidate, channel->engine, &sentence, word, false);
	struct claim_verdict verdict = claim_decide_field(&candidate, step);
	if (!verdict.claim)
		return;
	push(channel,
	     (struct ml_claim_fact){ .where = where,
				     .kind = candidate.kind,
				     .subject = claim_subject(&candidate),
				     .stance = verdict.stance,
				     .text = ml_arena_dup(channel->arena, ml_span_sub(text, sentence.words[word].at, sentence.words[word].end)),
				     .sentence = ml_arena_dup(channel->arena, text),
				     .step = ml_arena_dup(channel->arena, ml_span_of(verdict.step)) });
}

/* ---- front matter ---- */

static struct ml_where of_node(const struct channel *channel, const struct ml_node *node)
{
	return (struct ml_where){ channel->engine->card->file, node->line, node->column, node->end_line, node->end_column };
}

/* Pages of a blog or site have front matter too: their tags and descriptions name a topic. */
static bool is_post(const struct ml_knowledge *knowledge, const struct ml_node *root)
{
	return !ml_list_key(knowledge, ML_LIST_CARD_KEYS, root) && ml_list_key(knowledge, ML_LIST_POST_KEYS, root);
}

/* "open-source", "open-source-llm", but not "open-source-llm-evaluation", which is a topic. */
static bool is_tag(const struct channel *channel, struct ml_span text)
{
	struct claim_sentence sentence;
	size_t others = 0;

	if (!claim_triggered(channel->engine, text))
		return false;
	claim_sentence_read(&sentence, channel->engine, NULL, text);
	for (size_t i = 0; i < sentence.nr; i++)
		others += sentence.words[i].kind < 0 && (sentence.words[i].letters || sentence.words[i].han);
	return others <= TAG_OTHERS_MAX;
}

static void front_matter(const struct channel *channel)
{
	const struct ml_knowledge *knowledge = channel->engine->facts->knowledge;
	const struct ml_list *keys = ml_list_of(knowledge, ML_LIST_WORDS_KEYS);
	const struct ml_node *root = channel->engine->card->front.root;

	if (is_post(knowledge, root))
		return;
	ml_node_each(tag, ml_node_get(root, "tags"))
		if (is_tag(channel, ml_node_text(tag)))
			field(channel, ml_node_text(tag), of_node(channel, tag), "tag");
	for (size_t i = 0; i < keys->nr; i++) {
		const struct ml_node *node = ml_node_get(root, keys->at[i]);
		if (ml_node_text(node).len)
			field(channel, ml_node_text(node), of_node(channel, node), "field");
	}
}

/* ---- badges ---- */

/* The readable part of a badge's address: percent signs decoded, "_" and "+" a space, "--" a hyphen, "-" between label and message the joint. */
static struct ml_span decoded(struct ml_arena *arena, struct ml_span path, const char *joint)
{
	size_t to = 0, len = strlen(joint);
	char *out = ml_arena_alloc(arena, path.len * (len + 1) + 1);

	for (size_t i = 0; i < path.len; i++) {
		char c = path.at[i];
		if (c == '%' && i + 2 < path.len && ml_hex_digit(path.at[i + 1]) >= 0 && ml_hex_digit(path.at[i + 2]) >= 0) {
			int byte = ml_hex_digit(path.at[i + 1]) * 16 + ml_hex_digit(path.at[i + 2]);
			out[to++] = byte >= 0x20 && byte < 0x7f ? (char)byte : ' ';
			i += 2;
		} else if (c == '-' && i + 1 < path.len && path.at[i + 1] == '-') {
			out[to++] = '-';
			i++;
		} else if (c == '-') {
			memcpy(out + to, joint, len);
			to += len;
		} else {
			out[to++] = c == '_' || c == '+' ? ' ' : c;
		}
	}
	return (struct ml_span){ out, to };
}

static struct ml_span query_value(struct ml_span query, const char *key)
{
	size_t at = ml_span_find(query, key);

	if (at == SIZE_MAX)
		return (struct ml_span){ NULL, 0 };
	struct ml_span value = ml_span_sub(query, at + strlen(key), query.len);
	return ml_span_sub(value, 0, ml_span_find(value, "&"));
}

/* What the address says that the picture shows: ".../badge/LABEL-MESSAGE-COLOR" or "...?label=LABEL&message=MESSAGE". */
static struct ml_span shown_by(const struct channel *channel, struct ml_span target, const char *joint)
{
	struct ml_arena *arena = channel->engine->arena;
	size_t query = ml_span_find(target, "?"), label = ml_span_find(target, "badge/");

	if (label != SIZE_MAX && label < query)
		return decoded(arena, ml_span_sub(target, label + strlen("badge/"), query == SIZE_MAX ? target.len : query), joint);
	struct ml_span values = ml_span_sub(target, query == SIZE_MAX ? target.len : query, target.len);
	struct ml_span name = decoded(arena, query_value(values, "label="), "-"), message = decoded(arena, query_value(values, "message="), "-");
	return message.len ? ml_span_of(ml_arena_printf(arena, "%.*s%s%.*s", ML_SPAN_ARG(name), joint, ML_SPAN_ARG(message))) : message;
}

/* What a badge shows: its alternative text, else the label and message in its address. Logos are named in the query and do not count. */
static void badge(const struct channel *channel, const struct ml_block *block, const struct ml_link *link)
{
	struct ml_span shown = ml_span_sub(block->text, link->at, link->at + link->len);
	struct claim_sentence sentence;

	if (!claim_triggered(channel->engine, shown))
		shown = shown_by(channel, link->target, " | ");
	if (!claim_triggered(channel->engine, shown))
		shown = shown_by(channel, link->target, " "); /* "open | source" */
	if (!claim_triggered(channel->engine, shown))
		return;
	claim_sentence_read(&sentence, channel->engine, NULL, shown);
	if (sentence.nr <= BADGE_WORDS_MAX)
		field(channel, shown,
		      ml_where_of(channel->arena, channel->engine->card->file, link->source, link->source + (link->len ? link->len : 1)), "badge");
}

static void badges(const struct channel *channel)
{
	for (size_t i = 0; i < channel->document->blocks_nr; i++) {
		const struct ml_block *block = &channel->document->blocks[i];
		for (size_t k = 0; k < block->links_nr; k++)
			if (block->links[k].image && ml_list_in(channel->engine->facts->knowledge, ML_LIST_BADGES, block->links[k].target))
				badge(channel, block, &block->links[k]);
	}
}

/* ---- tables ---- */

static bool holds(const struct channel *channel, const struct ml_block *block, unsigned class_id)
{
	struct claim_sentence sentence;

	if (!block)
		return false;
	claim_sentence_read(&sentence, channel->engine, block, ml_span_sub(block->text, 0, 200));
	for (size_t i = 0; i < sentence.nr; i++)
		if (claim_word_is(&sentence.words[i], class_id))
			return true;
	return false;
}

/* "开源日期", "Open-source link": a phrase and what is no part of a release behind it. */
static bool asks_when_or_where(const struct claim_sentence *sentence)
{
	static const uint8_t parts[] = { ML_CLASS_ID_CODE, ML_CLASS_ID_WEIGHTS, ML_CLASS_ID_DATA, ML_CLASS_ID_MODEL, ML_CLASS_ID_LICENSE };

	if (sentence->nr < 2 || sentence->nr > 3 || sentence->words[0].kind < 0)
		return false;
	for (size_t i = 1; i < sentence->nr; i++)
		for (size_t k = 0; k < sizeof parts; k++)
			if (claim_word_is(&sentence->words[i], parts[k]))
				return false;
	return true;
}

/* The date or the link below such a title, in the row of the repository. */
static bool answers(const struct channel *channel, const struct ml_block *block, const struct ml_block *question, const struct ml_block *whose)
{
	struct claim_sentence sentence;

	if (!whose || whose == question || !(block->links_nr || (block->text.len >= 6 && ml_span_starts(block->text, "20"))))
		return false;
	claim_sentence_read(&sentence, channel->engine, question, ml_span_sub(question->text, 0, 200));
	return asks_when_or_where(&sentence) && holds(channel, whose, ML_CLASS_ID_SELF);
}

/* "Open source" over or beside a cell that says yes, in the row or column of the repository itself (or of nobody, in a table of two). */
static void cell(const struct channel *channel, const struct ml_block *block, const struct ml_block *question, const struct ml_block *whose)
{
	struct claim_sentence sentence;
	bool yes = holds(channel, block, ML_CLASS_ID_YES), no = holds(channel, block, ML_CLASS_ID_NO);

	if (question && !yes && !no && answers(channel, block, question, whose))
		yes = true;
	if (!question || yes == no || (whose && whose != question && whose->text.len && !holds(channel, whose, ML_CLASS_ID_SELF)))
		return;
	claim_sentence_read(&sentence, channel->engine, question, ml_span_sub(question->text, 0, 200));
	size_t word = phrase_in(&sentence);
	if (word == SIZE_MAX || sentence.nr > BADGE_WORDS_MAX)
		return;
	size_t from = ml_block_source(block, 0);
	push(channel,
	     (struct ml_claim_fact){ .where = ml_where_of(channel->arena, channel->engine->card->file, from, from + 1),
				     .kind = (enum ml_claim_kind)sentence.words[word].kind,
				     .subject = ML_SUBJECT_PROJECT,
				     .stance = yes ? ML_STANCE_OWN : ML_STANCE_NEGATED,
				     .text = ml_arena_dup(channel->arena, question->text),
				     .sentence = ml_arena_printf(channel->arena, "%.*s: %.*s", ML_SPAN_ARG(question->text), ML_SPAN_ARG(block->text)),
				     .step = "table" });
}

/* Whether the cell asks, remembered for the column or row that asks again and again. */
static bool asks(const struct channel *channel, const struct ml_block *block, const struct ml_block **last, bool *answer)
{
	if (block != *last) {
		*last = block;
		*answer = block && claim_triggered(channel->engine, block->text);
	}
	return *answer;
}

static bool names_another(const struct channel *channel, const struct ml_block *block)
{
	return holds(channel, block, ML_CLASS_ID_ALIEN) || holds(channel, block, ML_CLASS_ID_NAMED) || holds(channel, block, ML_CLASS_ID_BASE);
}

/* The value of a row of two cells, under titles that name nobody ("Item", "Value"): said of the repository. */
static bool is_value(const struct channel *channel, const struct ml_block *block)
{
	const struct ml_block *next = block + 1, *end = channel->document->blocks + channel->document->blocks_nr;

	if (block->row == 0 || block->cell != 1 || (next < end && next->table == block->table && next->row == block->row))
		return false;
	return !names_another(channel, block->column) && !names_another(channel, block->label->column);
}

static void tables(const struct channel *channel)
{
	const struct ml_block *label = NULL;
	bool label_asks = false;

	for (size_t i = 0; i < channel->document->blocks_nr; i++) {
		const struct ml_block *block = &channel->document->blocks[i];
		if (block->kind != ML_BLOCK_CELL || block->text.len > 40)
			continue;
		if (block->cell > 0 && block->label && asks(channel, block->label, &label, &label_asks))
			cell(channel, block, block->label, block->row && !is_value(channel, block) ? block->column : NULL);
		if (block->row > 0 && block->column && claim_triggered(channel->engine, block->column->text))
			cell(channel, block, block->column, block->cell ? block->label : NULL);
	}
}

void claim_channels(struct claim_list *out, const struct claim_engine *engine, const struct ml_document *document, struct ml_arena *arena)
{
	struct channel channel = { out, engine, arena, document };

	front_matter(&channel);
	badges(&channel);
	tables(&channel);
}

/* ---- fields of other files ---- */

void ml_claims_add_fields(struct ml_facts *facts, const struct ml_claim_field *fields, size_t nr)
{
	struct claim_engine engine = { .knowledge = facts->knowledge->claims };
	struct claim_list list = { 0 };
	struct channel channel = { &list, &engine, facts->arena, NULL };
	struct ml_arena *scratch;
	size_t i = 0;

	if (!nr || !engine.knowledge || !engine.knowledge->triggers_nr)
		return;
	scratch = ml_arena_new();
	engine.scan = ml_shared_scan(facts, engine.knowledge->scan, engine.knowledge->triggers, engine.knowledge->triggers_nr);
	while (i < nr && !claim_triggered(&engine, fields[i].text))
		i++;
	if (i < nr)
		claim_engine_init(&engine, scratch, facts, facts->card);
	for (; i < nr; i++) {
		size_t before = list.nr;
		field(&channel, fields[i].text, fields[i].where, fields[i].step);
		/* Open weights are never those of a package. */
		if (list.nr > before && list.at[before].subject == ML_SUBJECT_PROJECT && list.at[before].kind != ML_CLAIM_OPEN_WEIGHTS)
			list.at[before].subject = fields[i].whole;
	}
	for (i = 0; i < list.nr; i++)
		ml_facts_add_claim(facts, &list.at[i]);
	ml_arena_free(scratch);
}
