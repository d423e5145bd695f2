#include "lint/facts/lineage.h"

#include <stdint.h>
#include <string.h>

#include "lint/base/limits.h"
#include "lint/facts/offer.h"
#include "lint/facts/shared.h"
#include "lint/facts/statements.h"
#include "lint/knowledge/licenses.h"
#include "lint/knowledge/models.h"

#define NR(array) (sizeof(array) / sizeof *(array))
#define SENTENCE_BYTES 1200u
#define WINDOW 90u   /* bytes between a cue and the name that it is about */
#define NAMES_MAX 4u /* of one list: "from Llama 3.1 and Qwen2.5" */

/* Where the name stands: behind the cue; before it; or behind it, with more words that have to follow the name. */
enum side { BEHIND, BEFORE, BETWEEN };

/* Words of which every sentence that is looked at holds one. */
const char *const ml_lineage_triggers[] = {
	"tuned", "tuning", "fine-tun", "finetun", "based on", "based upon", "built on", "built upon", "on top of", "trained from", "training from", "trained based", "initialized",
	"initialised", "derived from", "start from", "started from", "starting from", "adapted from", "lora", "adapter", "delta", "quantized", "quantised", "quantization",
	"gguf", "merge of", "merge from", "merged from", "model of", "base model", "backbone", "foundation model", "underlying model", "base llm", "continual", "continued pre",
	"continue", "continuing", "continuous", "cpt", "sft", "dpo", "基于", "基础上", "基座", "底座", "为基础", "微调", "精调", "训练", "ベース", "もとに", "を追加", "を継続",
	"기반", "파인튜닝", "미세조정", "추가 학습", "文版", "语版", " version of",
};
const size_t ml_lineage_triggers_nr = NR(ml_lineage_triggers);

/* Words that say what a model was made from. */
static const struct {
	enum side side;
	const char *any[5]; /* literals of which the pattern needs one: looked for first, for they cost little */
	const char *pattern;
	const char *how; /* or NULL */
} cues[] = {
	{ BEHIND, { "tuned", "tuning", "tune " }, "\\b(?:fine-?|instruction-?|preference-?|prompt-?)tun(?:ed|e|ing) (?:(?:chat |instruct(?:ion)? |language )?(?:versions?|variants?|models?|checkpoints?|derivatives?) )?(?:of|from|on top of|based on|with|on|using)\\b", "finetune" },
	{ BEHIND, { "fine" }, "\\bfine-?tunes? (?:of|from)\\b", "finetune" },
	{ BEHIND, { "we ", "our team" }, "\\b(?:we|our team)(?: \\w+)?(?: \\w+ly)? (?:fine-?|instruction-?)tun(?:ed?|e)\\b", "finetune" },
	{ BEHIND, { "train", "CPT", "SFT", "DPO" }, "\\b(?:pre-?)?train(?:ed|ing) (?:from|on top of|based on|starting from)\\b|\\bcontinu(?:al|ed|ous|ing|ally|ously|e)[- ](?:to )?(?:pre-?)?train(?:ed|ing)?(?: of| from| on| on top of| based on)?\\b|\\b(?:CPT|SFT|DPO)\\W{0,4} of\\b", "finetune" },
	{ BEHIND, { "based ", "buil", "initiali", "derived", "from" }, "\\bbased (?:up)?on\\b|\\bbuil(?:t|ds?) (?:up)?on(?: top of)?\\b|\\binitiali[sz]ed (?:from|with|using)\\b|\\bderived from\\b|\\b(?:starts?|started|starting|adapted) from\\b", NULL },
	{ BEHIND, { "lora", "adapter", "delta" }, "\\b(?:q?lora|adapter|delta)s?(?: weights?| model)?s? (?:for|of|on|trained on)\\b", "adapter" },
	{ BEHIND, { "quanti", "gguf" }, "\\bquanti[sz](?:ed|ation)s?(?: (?:versions?|variants?|weights|copy|model))? (?:of|from)\\b|\\bGGUFs? (?:versions? |quants? )?of\\b", "quantized" },
	{ BEHIND, { "merge" }, "\\bmerge(?:d)?(?: model)? (?:of|from)\\b", "merge" },
	{ BEHIND, { "base", "backbone", "foundation", "underlying" }, "\\b(?:the|our|its|as) (?:base|backbone|foundation|underlying) (?:model|LLM|language model)s?(?: is| are|:|,)?", NULL },
	{ BEHIND, { "基座", "底座", "基础", "基底" }, "(?:基座|底座|基础|基底)模型(?:为|是|采用|使用|选用|：|:)", NULL },
	{ BEHIND, { "文版", "语版", "version of" }, "[中英日韩法德俄][文语](?:增强|优化|微调)?版本?的?|\\b(?:Chinese|English|Japanese|Korean|Arabic|Vietnamese|Thai|Hindi|Indonesian|Turkish|Russian|German|French|Spanish|Portuguese|Italian|Polish|Persian|multilingual|uncensored)(?: \\w+)? versions? of\\b", "finetune" },
	{ BETWEEN, { "基于", "基础", "训", "调", "开发" }, "基于|在|以|对|使用|采用|从", NULL },
	{ BEFORE, { "ベース", "もとに", "を", "기반", "를 " }, "(?:を|の)?ベース(?:に|と|モデル)|をもとに|を(?:追加|継続|事前|ファイン)|(?:을|를)? ?기반(?:으로| 모델|의)?|(?:을|를) ?(?:파인튜닝|미세조정|추가 학습)", NULL },
};

/* What has to follow a name for BETWEEN: "基于X微调", "在X的基础上", "以X为基座". */
static const char *const then_pattern =
	"^[^。；;！？]{0,24}?(?:微调|精调|调优|训练|预训练|开发|优化|构建|打造|改进|蒸馏|对齐|基础上|为基座|为底座|为基础|为基底|作为基座|作为底座|作为基础|二次开发|增量|扩充|扩展|的(?:中文|多模态|开源|预训练)?[^。，,]{0,8}模型)";

/* What may not stand between cue and name: it is something of the model that is used, not the model. */
static const char *const bar_pattern =
	"\\b(?:outputs?|data|datasets?|generated|responses|answers|architectures?|tokenizers?|code|codebase|framework|paper|recipe|benchmarks?|results|by|instead|unlike|rather|not|ideas?|inspired)\\b|架构|结构|分词|代码|框架|论文|数据|生成|输出|工具|库";
/* The same behind a name. */
static const char *const behind_pattern =
	"^(?:['’]s)?[ -]?(?:models? )?(?:architectures?|tokenizers?|vocab\\w*|codebase|code|framework|implementation|repo(?:sitory)?|paper|recipe|data(?:sets?)?|outputs?|responses|answers|generat\\w+|style|like|format|prompts?|template|blog|scripts?|inference|example|server|license|pipeline|structure|series|family)\\b|^ ?(?:一样|相同|同样|一致|类似|相似)|^ ?(?:模型)?的?(?:设计|系列|家族|架构|结构|分词|词表|代码|框架|论文|数据|生成|输出|接口|脚本|推理|格式|协议|许可)";
/* Sentences that speak of what could be done, of others, of code; by what stands in front of the cue. */
static const char *const lead_pattern =
	"\\b(?:compar\\w+|outperform\\w*|unlike|than|others?|supports?|such as|e\\.g|any|evaluat\\w+|baselines?|inspired|similar|benchmarks?|you|your|users?|can|could|may|might|would|scripts?|code|codes|codebase|implementation|repo|repository|library|tutorial|guide|how to|example|examples|recipe|pipeline|demo|app|server|dataset|data|benchmark|paper|licen\\w+|not|tool|toolkit|framework|thanks?|judge|scored|tokenizer|architecture|prompts?|if|where|when)\\b|对比|相比|支持|其他|优于|超过|可以|用户|您|你|如果|参考|借鉴|感谢|代码|脚本|数据集|评测|框架|工具|协议";

/* What a negation, a plan or a question needs. */
static const char *const guarded_pattern =
	"n['’]t\\b|\\b(?:not|no|never|neither|nor|without|will|shall|plans?|planned|planning|going to|soon|upcoming|future|todo|yet|until)\\b|[\"“”?？]|不|未|没|無|无|非|将|將|计划|計劃|即将|予定|ない|않|예정";

/* One card's walk. */
struct reading {
	struct ml_facts *facts;
	const struct ml_card *card;
	const struct ml_scan *scan;
	size_t taken;
};

static bool finds(const struct reading *r, const char *pattern, struct ml_span text)
{
	struct ml_match match;

	return ml_pattern_find(r->facts->patterns, pattern, text, 0, &match) == ML_MATCH_FOUND;
}

static bool has_any(struct ml_span text, const char *const *words, size_t nr)
{
	for (size_t i = 0; i < nr && words[i]; i++)
		if (ml_span_find_nocase(text, words[i]) != SIZE_MAX)
			return true;
	return false;
}

static bool is_name_byte(char c)
{
	return ml_is_alnum(c) || c == '-' || c == '_' || c == '.' || c == '/';
}

/* The link around an offset of the block's text, if it leads to a model's page. */
static bool linked_model(struct ml_hub_model *out, const struct ml_block *block, size_t at)
{
	for (size_t i = 0; i < block->links_nr; i++) {
		const struct ml_link *link = &block->links[i];
		if (!link->image && at >= link->at && at < link->at + link->len && ml_hub_model_of(out, link->target) && out->name.len)
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

/* An id "owner/name", or a name that is known; a link's address says more than its words. */
static bool name_at(struct named *out, const struct reading *r, const struct ml_block *block, struct ml_span sentence, size_t at)
{
	struct ml_hub_model hub;
	size_t end = at, to = 0;

	while (end < sentence.len && is_name_byte(sentence.at[end]))
		end++;
	while (end > at && !ml_is_alnum(sentence.at[end - 1]))
		end--;
	struct ml_span word = ml_span_sub(sentence, at, end), rest = ml_span_sub(sentence, at, sentence.len);
	*out = (struct named){ .id = word, .from = at, .to = end };
	if (ml_is_hub_id(word) && (out->model = ml_model_by_id(r->facts->knowledge, word)))
		return true;
	out->model = ml_model_at(r->facts->knowledge, rest, &to);
	if (out->model && at + to > end)
		out->to = at + to;
	out->id = ml_span_sub(sentence, at, out->to);
	if (linked_model(&hub, block, (size_t)(sentence.at - block->text.at) + at)) {
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
		if (ml_is_alnum(sentence.at[at]) && (!at || !is_name_byte(sentence.at[at - 1])) && name_at(out, r, block, sentence, at))
			return true;
	return false;
}

/* The offset of the first sign that ends a clause. */
static size_t clause_end(struct ml_span sentence, size_t from, size_t to)
{
	static const char *const ends[] = { "。", "；", ";", ", which", ", and we", "，", "(", "（" };
	struct ml_span window = ml_span_sub(sentence, from, to);
	size_t best = window.len;

	for (size_t i = 0; i < NR(ends); i++) {
		size_t at = ml_span_find(window, ends[i]);
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

static bool is_adapter(struct ml_span sentence)
{
	static const char *const words[] = { "lora", "adapter", "delta", "补丁", "xor" };

	return has_any(sentence, words, NR(words));
}

static void take(struct reading *r, const struct ml_block *block, struct ml_span sentence, const struct named *named, const char *how)
{
	struct ml_base_model base = { .from = ML_BASE_SENTENCE, .model = named->model, .how = is_adapter(sentence) ? "adapter" : how };

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

/* Only what joins the members of a list stands between two names. */
static bool is_joint(struct ml_span gap)
{
	static const char *const joints[] = { "and", ",", "or", "&", "/", "、", "和", "与", "及", ", and", "as well as", "and the", "以及" };

	gap = ml_span_trim(gap);
	for (size_t i = 0; i < NR(joints); i++)
		if (ml_span_is_nocase(gap, joints[i]))
			return true;
	return false;
}

/* The names behind a cue, as a list, each of which is the model itself and not something of it. */
static size_t names_behind(struct named out[NAMES_MAX], const struct reading *r, const struct ml_block *block, struct ml_span sentence,
			   size_t from, enum side side)
{
	size_t end = clause_end(sentence, from, from + WINDOW), at = from, nr = 0;

	while (nr < NAMES_MAX && next_name(&out[nr], r, block, sentence, at, end)) {
		struct ml_span gap = ml_span_sub(sentence, at, out[nr].from), rest = ml_span_sub(sentence, out[nr].to, sentence.len);
		if (nr ? !is_joint(gap) : finds(r, bar_pattern, gap))
			break;
		if (finds(r, behind_pattern, rest) || (side == BETWEEN && !finds(r, then_pattern, rest)))
			break;
		at = out[nr++].to;
		end = clause_end(sentence, at, at + WINDOW);
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
	if (!last.to || to - last.to > 24 || finds(r, bar_pattern, ml_span_sub(sentence, last.to, to)))
		return 0;
	out[0] = last;
	return 1;
}

/* Nothing stands in front that says whose: a heading's or item's own words, or "the model". */
static bool is_elliptic(struct ml_span lead)
{
	static const char *const subjects[] = { "the model", "the models", "model", "a", "an", "the", "it is", "it was", "the model is", "the model was", "该模型", "模型",
						"it is a", "the model is a", "is a", "is", "was", "the weights", "the weights are", "weights" };

	lead = ml_span_trim(lead);
	while (lead.len && !ml_is_alnum(lead.at[0]) && (unsigned char)lead.at[0] < 0x80)
		lead = ml_span_sub(lead, 1, lead.len);
	if (!lead.len)
		return true;
	for (size_t i = 0; i < NR(subjects); i++)
		if (ml_span_is_nocase(lead, subjects[i]))
			return true;
	return false;
}

/* A link to another repository of the same maker in front of the cue: "[Heron2](…/org/Heron2), which is based on …" tells of that one. */
static bool tells_of_sibling(const struct ml_facts *facts, const struct ml_block *block, struct ml_span lead)
{
	size_t from = (size_t)(lead.at - block->text.at);

	for (size_t i = 0; i < block->links_nr; i++) {
		const struct ml_link *link = &block->links[i];
		size_t host = link->image || link->at < from || link->at >= from + lead.len ? SIZE_MAX : ml_span_find_nocase(link->target, "://github.com/");
		if (host == SIZE_MAX)
			continue;
		struct ml_span id = ml_span_sub(link->target, host + strlen("://github.com/"), link->target.len);
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
	struct ml_match match;
	enum ml_owner owner = ml_owner_of(facts, lead);
	/* "We fine-tune X": the cue holds its subject. */
	bool we = ml_span_starts_nocase(words, "we ") || ml_span_starts_nocase(words, "our ");

	if (owner == ML_OWNER_FOREIGN || (owner == ML_OWNER_NONE && !we && !is_elliptic(lead)))
		return false;
	if (ml_pattern_find(facts->patterns, lead_pattern, lead, 0, &match) == ML_MATCH_FOUND || tells_of_sibling(facts, block, lead))
		return false;
	/* The guards cost more than the rest together, and speak only where such a word stands. */
	if (ml_pattern_find(facts->patterns, guarded_pattern, sentence, 0, &match) != ML_MATCH_FOUND)
		return true;
	const char *step = NULL;
	enum ml_stance stance = ml_stance_of(facts, block, sentence, cue->from, &step);
	return stance != ML_STANCE_NEGATED && stance != ML_STANCE_FUTURE && !(step && !strcmp(step, ml_claim_step_name(ML_STEP_QUOTED)));
}

/* "trained on answers of X", "distilled from X": not a base, but outputs that were learned from. */
static const char *const output_pattern =
	"\\b(?:outputs?|responses|answers|completions|data|datasets?|samples|traces|dialog(?:ue)?s|conversations|instructions)\\b(?:,)? (?:\\w+ly )?(?:(?:generated|produced|created|synthesi[sz]ed|distilled|written) )?(?:by|from|of|with|using)\\b|\\bdistill(?:ed|ing|ation) (?:of|from)\\b";
static const char *const learning_pattern = "\\b(?:train|tun|distill|align)(?:ed|ing|s)?\\b|\\bfine-?tun|\\bdistill";

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

static void read_outputs(struct reading *r, const struct ml_block *block, struct ml_span sentence)
{
	struct named named;
	struct ml_match match;

	static const char *const verbs[] = { "train", "tun", "distill", "align" };

	if (!has_any(sentence, verbs, NR(verbs)) || !finds(r, learning_pattern, sentence) ||
	    ml_pattern_find(r->facts->patterns, output_pattern, sentence, 0, &match) != ML_MATCH_FOUND)
		return;
	if (!next_name(&named, r, block, sentence, match.to, clause_end(sentence, match.to, match.to + 40)) ||
	    !ml_lineage_own(r->facts, block, sentence, &match))
		return;
	take_output(r, block, sentence, &named);
}

static bool may_say(const struct reading *r, struct ml_span text)
{
	struct ml_scan_hit hit;
	size_t at = 0;

	return ml_scan_next(r->scan, text, &at, &hit);
}

/* What the first paragraph below the title says without a subject is said of the repository: "The Chinese version of …". */
static bool is_tagline(const struct reading *r, const struct ml_block *block, struct ml_span lead)
{
	return block->kind == ML_BLOCK_PARAGRAPH && block->heading && block->heading->level == 1 && block - 1 == block->heading &&
	       ml_owner_of(r->facts, lead) == ML_OWNER_NONE && !finds(r, lead_pattern, lead);
}

static bool is_said_of_own(const struct reading *r, const struct ml_block *block, struct ml_span sentence, const struct ml_match *cue)
{
	return ml_lineage_own(r->facts, block, sentence, cue) || is_tagline(r, block, ml_span_sub(sentence, 0, cue->from));
}

static void read_sentence(struct reading *r, const struct ml_block *block, struct ml_span sentence)
{
	struct named named;
	struct ml_match match;

	if (sentence.len > SENTENCE_BYTES || !may_say(r, sentence) || !next_name(&named, r, block, sentence, 0, sentence.len))
		return;
	read_outputs(r, block, sentence);
	for (size_t i = 0; i < NR(cues); i++) {
		size_t at = has_any(sentence, cues[i].any, NR(cues[i].any)) ? 0 : sentence.len;
		while (at < sentence.len && ml_pattern_find(r->facts->patterns, cues[i].pattern, sentence, at, &match) == ML_MATCH_FOUND) {
			struct named names[NAMES_MAX];
			at = match.to > at ? match.to : at + 1;
			size_t nr = cues[i].side == BEFORE ? names_before(names, r, block, sentence, match.from) :
							     names_behind(names, r, block, sentence, match.to, cues[i].side);
			if (!nr || !is_said_of_own(r, block, sentence, &match))
				continue;
			for (size_t k = 0; k < nr; k++)
				take(r, block, sentence, &names[k], cues[i].how);
		}
	}
}

/* "| Heron-7B | Llama-2-7B |" under "Base model": the row's own model was made from it. */
static void read_cell(struct reading *r, const struct ml_block *block)
{
	static const char *const heads[] = { "base model", "basemodel", "backbone", "base llm", "foundation model", "based on", "基座", "底座", "基础模型", "基模型", "ベースモデル" };
	struct named named;
	bool head = false;

	for (size_t i = 0; block->row && block->column && block->label && i < NR(heads); i++)
		head |= ml_span_find_nocase(block->column->text, heads[i]) != SIZE_MAX;
	if (!head || !ml_is_own_name(r->facts, block->label->text))
		return;
	if (next_name(&named, r, block, block->text, 0, block->text.len < 8 ? block->text.len : 8) &&
	    !finds(r, behind_pattern, ml_span_sub(block->text, named.to, block->text.len)))
		take(r, block, block->text, &named, NULL);
}

static void read_card(struct reading *r)
{
	const struct ml_document *document = ml_lineage_document(r->facts, r->card);
	struct ml_span sentence;

	for (size_t i = 0; document && i < document->blocks_nr; i++) {
		const struct ml_block *block = &document->blocks[i];
		size_t at = 0;
		if (block->kind == ML_BLOCK_CELL)
			read_cell(r, block);
		if (block->kind == ML_BLOCK_CODE || block->quote_depth || !may_say(r, block->text) || ml_heading_kind_of(block) == ML_HEADING_OTHERS)
			continue;
		while (ml_sentence_next(block->text, &at, &sentence))
			read_sentence(r, block, sentence);
	}
}

void ml_lineage_words(struct ml_facts *facts)
{
	struct reading r = { .facts = facts };

	if (facts->offer == ML_OFFER_NONE || !facts->knowledge->models)
		return;
	r.scan = ml_shared_scan(facts, ml_lineage_triggers, ml_lineage_triggers_nr);
	for (size_t i = 0; i < facts->cards_nr; i++) {
		r.card = &facts->cards[i];
		if (!strchr(r.card->file->path, '/'))
			read_card(&r);
	}
}
