#include "lint/facts/lineage.h"

#include <stdint.h>
#include <string.h>

#include "lint/base/limits.h"
#include "lint/facts/parts.h"
#include "lint/facts/statements.h"
#include "lint/knowledge/datasets.h"
#include "lint/text/scan.h"

#define NR(array) (sizeof(array) / sizeof *(array))
#define SENTENCE_BYTES 1600u
#define WINDOW 200u  /* bytes behind a cue in which data sets are named */
#define NAMES_MAX 16u

const char *const ml_lineage_data_triggers[] = { "trained", "training", "tuned", "tuning", "huggingface.co/datasets/", "训练", "微调", "学習", "학습" };
const size_t ml_lineage_data_triggers_nr = NR(ml_lineage_data_triggers);

/* Words that say what a model was trained on. */
static const char *const cues[] = {
	"\\b(?:pre-?|fine-?|instruction-?|further )?(?:train|tun)(?:ed|ing)(?: (?:jointly|further|only|end-to-end|from scratch))? (?:on|with|using)\\b",
	"\\b(?:train|tun)(?:ed|ing)\\b[^.;]{0,60}? (?:on|using) (?:the |a |our )?(?=[A-Z0-9])",
	"\\b(?:pre-?)?(?:training|tuning) (?:data|datasets?|corpus|corpora|mixture|sets?)(?: (?:is|are|was|were|includes?|consists? of|comprises?|contains?|comes? from))?\\b ?:?",
	"(?:使用|利用|采用|在)(?=[^。；]{1,60}(?:训练|微调|精调))",
};
static const char *const evaluation_pattern =
	"\\b(?:evaluat\\w+|test(?:ed|ing)?|benchmark\\w*|leaderboard|accuracy|scores?|results?|performance|validation|zero-shot|few-shot|compared?|held-out)\\b|评测|评估|测试|榜单";

struct reading {
	struct ml_facts *facts;
	const struct ml_card *card;
	const struct ml_scan *scan;
	enum ml_data_use use;
	size_t taken;
};

static bool finds(const struct reading *r, const char *pattern, struct ml_span text)
{
	struct ml_match match;

	return ml_pattern_find(r->facts->patterns, pattern, text, 0, &match) == ML_MATCH_FOUND;
}

static bool may_say(const struct reading *r, struct ml_span text)
{
	struct ml_scan_hit hit;
	size_t at = 0;

	return ml_scan_next(r->scan, text, &at, &hit);
}

static void take(struct reading *r, const struct ml_block *block, const struct ml_dataset *dataset, struct ml_span id, size_t from, size_t to)
{
	struct ml_dataset_ref ref = { .stated = true, .dataset = dataset, .use = r->use };
	size_t at = ml_block_source(block, from), end = to > from ? ml_block_source(block, to - 1) + 1 : at;

	if (r->taken >= ML_LIMIT_LINEAGE)
		return;
	if (!ref.dataset)
		ref.dataset = ml_dataset_by_id(r->facts->knowledge, id);
	ref.id = ml_arena_dup(r->facts->arena, id);
	for (size_t i = 0; i < r->facts->datasets_nr; i++) {
		const struct ml_dataset_ref *other = &r->facts->datasets[i];
		bool same = !strcmp(other->id, ref.id) || (ref.dataset && other->stated && other->dataset == ref.dataset);
		/* What was tested on may have been trained on, too. */
		if (same && (other->use == ref.use || other->use == ML_DATA_TRAINING))
			return;
	}
	ref.where = ml_where_of(r->facts->arena, r->card->file, at, end > at ? end : at);
	ml_facts_add_dataset(r->facts, &ref);
	r->taken++;
}

struct ml_span ml_hub_dataset_of(struct ml_span url)
{
	static const char host[] = "huggingface.co/datasets/";
	size_t at = ml_span_find_nocase(url, host), end, slashes = 0;

	if (at == SIZE_MAX || at > 12)
		return (struct ml_span){ 0 };
	at += sizeof host - 1;
	for (end = at; end < url.len; end++) {
		char c = url.at[end];
		if (c == '/' && slashes++)
			break;
		if (!ml_is_alnum(c) && c != '-' && c != '_' && c != '.' && c != '/')
			break;
	}
	while (end > at && !ml_is_alnum(url.at[end - 1]))
		end--;
	return ml_span_sub(url, at, end);
}

static void take_links(struct reading *r, const struct ml_block *block, size_t from, size_t to)
{
	for (size_t i = 0; i < block->links_nr; i++) {
		const struct ml_link *link = &block->links[i];
		struct ml_span id = link->image ? (struct ml_span){ 0 } : ml_hub_dataset_of(link->target);
		if (id.len && link->at >= from && link->at < to)
			take(r, block, NULL, id, link->at, link->at + link->len);
	}
}

static void take_names(struct reading *r, const struct ml_block *block, size_t from, size_t to)
{
	struct ml_span text = block->text;
	size_t nr = 0;

	for (size_t at = from; at < to && at < text.len && nr < NAMES_MAX; at++) {
		size_t len = 0;
		if (!ml_is_alnum(text.at[at]) || (at && (ml_is_alnum(text.at[at - 1]) || strchr("-_./", text.at[at - 1]))))
			continue;
		const struct ml_dataset *dataset = ml_dataset_at(r->facts->knowledge, ml_span_sub(text, at, text.len), &len);
		if (!dataset)
			continue;
		take(r, block, dataset, ml_span_sub(text, at, at + len), at, at + len);
		at += len;
		nr++;
	}
}

/* Whether a known data set is named, or one is linked, in [from, to) of the block's text. */
static bool names_data(const struct reading *r, const struct ml_block *block, size_t from, size_t to)
{
	struct ml_span text = block->text;

	for (size_t i = 0; i < block->links_nr; i++)
		if (block->links[i].at >= from && block->links[i].at < to && !block->links[i].image && ml_hub_dataset_of(block->links[i].target).len)
			return true;
	for (size_t at = from; at < to && at < text.len; at++) {
		size_t len;
		bool begins = ml_is_alnum(text.at[at]) && !(at && (ml_is_alnum(text.at[at - 1]) || strchr("-_./", text.at[at - 1])));
		if (begins && ml_dataset_at(r->facts->knowledge, ml_span_sub(text, at, text.len), &len))
			return true;
	}
	return false;
}

static void read_sentence(struct reading *r, const struct ml_block *block, struct ml_span sentence)
{
	size_t base = (size_t)(sentence.at - block->text.at);
	struct ml_match match;

	if (sentence.len > SENTENCE_BYTES || !may_say(r, sentence))
		return;
	for (size_t i = 0; i < NR(cues); i++) {
		if (ml_pattern_find(r->facts->patterns, cues[i], sentence, 0, &match) != ML_MATCH_FOUND)
			continue;
		size_t end = match.to + WINDOW < sentence.len ? match.to + WINDOW : sentence.len;
		struct ml_span window = ml_span_sub(sentence, match.to, end);
		struct ml_match stop;
		if (!names_data(r, block, base + match.to, base + end) || !ml_lineage_own(r->facts, block, sentence, &match))
			continue;
		if (ml_pattern_find(r->facts->patterns, evaluation_pattern, window, 0, &stop) == ML_MATCH_FOUND)
			end = match.to + stop.from;
		take_links(r, block, base + match.to, base + end);
		take_names(r, block, base + match.to, base + end);
		return;
	}
}

/* Under "Training data" links to data sets are training data, whatever the words around them. */
static bool is_training_section(const struct reading *r, const struct ml_block *block)
{
	static const char *const pattern = "\\b(?:pre-?)?(?:train|fine-?tun)\\w*\\b.{0,20}\\b(?:data|datasets?|corpus|corpora)\\b|训练(?:数据|语料|集)|学習データ";

	return block->heading && ml_heading_kind_of(block) == ML_HEADING_PLAIN && finds(r, pattern, block->heading->text) &&
	       !finds(r, evaluation_pattern, block->heading->text);
}

/* Under "Evaluation" or "Benchmarks" what is named was tested on. */
static bool is_evaluation_section(const struct reading *r, const struct ml_block *block)
{
	static const char *const pattern = "\\b(?:evaluations?|benchmarks?|testing data|test sets?)\\b|评测|评估|基准|評価|벤치마크";

	return block->heading && ml_heading_kind_of(block) == ML_HEADING_PLAIN && finds(r, pattern, block->heading->text) &&
	       ml_span_find_nocase(block->heading->text, "train") == SIZE_MAX;
}

static void read_card(struct reading *r)
{
	const struct ml_document *document = ml_lineage_document(r->facts, r->card);
	const struct ml_block *heading = NULL;
	struct ml_span sentence;
	bool training = false, evaluation = false;

	for (size_t i = 0; document && i < document->blocks_nr; i++) {
		const struct ml_block *block = &document->blocks[i];
		size_t at = 0;
		if (block->heading != heading) {
			heading = block->heading;
			training = is_training_section(r, block);
			evaluation = !training && is_evaluation_section(r, block);
		}
		if (block->kind == ML_BLOCK_CODE || block->kind == ML_BLOCK_HEADING || block->quote_depth)
			continue;
		/* Only links: a sentence that says "trained on" says so under any heading. */
		r->use = evaluation ? ML_DATA_EVALUATION : ML_DATA_TRAINING;
		if (training || evaluation)
			take_links(r, block, 0, block->text.len);
		r->use = ML_DATA_TRAINING;
		if (!may_say(r, block->text) || ml_heading_kind_of(block) == ML_HEADING_OTHERS)
			continue;
		while (ml_sentence_next(block->text, &at, &sentence))
			read_sentence(r, block, sentence);
	}
}

void ml_lineage_data(struct ml_facts *facts)
{
	struct reading r = { .facts = facts };

	if (facts->offer == ML_OFFER_NONE || !facts->knowledge->datasets)
		return;
	r.scan = ml_scan_new(facts->arena, ml_lineage_data_triggers, ml_lineage_data_triggers_nr);
	for (size_t i = 0; i < facts->cards_nr; i++) {
		r.card = &facts->cards[i];
		if (!strchr(r.card->file->path, '/'))
			read_card(&r);
	}
}
