#include "lint/facts/statements.h"

#include <stdint.h>
#include <string.h>

#define NR(array) (sizeof(array) / sizeof *(array))

/* Headings, by what any of them holds. Those of thanks win over those of licenses but for lists of both. */
static const char *const others_headings[] = {
	"acknowledg", "acknowledge", "thanks", "credit", "related work", "related project", "citation", "citing", "reference", "third-party",
	"third party", "dependenc", "contribut", "faq", "community", "致谢", "鸣谢", "相关项目", "引用", "参考", "友情链接", "第三方",
	"謝辞", "감사", "agradec", "remerci", "danksag", "благодар",
};
const char *const ml_license_headings[] = {
	"licen", "协议", "许可", "声明", "授权", "版权", "terms of use", "usage terms", "copyright", "ライセンス", "라이선스", "라이센스", "лиценз", "lizenz",
	"disclaimer", "limitation", "免责", "使用限制",
};
const size_t ml_license_headings_nr = NR(ml_license_headings);

enum ml_heading_kind ml_heading_kind_of(const struct ml_block *block)
{
	const struct ml_block *heading = block->heading;

	if (!heading)
		return ML_HEADING_PLAIN;
	if (ml_span_has_any_nocase(heading->text, ml_license_headings, NR(ml_license_headings)))
		return ML_HEADING_LICENSE;
	return ml_span_has_any_nocase(heading->text, others_headings, NR(others_headings)) ? ML_HEADING_OTHERS : ML_HEADING_PLAIN;
}

static const struct {
	const char *word;
	unsigned scope;
} heading_parts[] = {
	{ "code", ML_SCOPE_CODE },	{ "software", ML_SCOPE_CODE },	 { "代码", ML_SCOPE_CODE },	    { "コード", ML_SCOPE_CODE },
	{ "weight", ML_SCOPE_WEIGHTS }, { "model", ML_SCOPE_WEIGHTS },	 { "parameter", ML_SCOPE_WEIGHTS }, { "checkpoint", ML_SCOPE_WEIGHTS },
	{ "模型", ML_SCOPE_WEIGHTS },	{ "权重", ML_SCOPE_WEIGHTS },	 { "モデル", ML_SCOPE_WEIGHTS },    { "모델", ML_SCOPE_WEIGHTS },
	{ "data", ML_SCOPE_DATA },	{ "数据", ML_SCOPE_DATA },	 { "データ", ML_SCOPE_DATA },
};

unsigned ml_heading_scope(struct ml_span heading)
{
	unsigned scope = 0;

	for (size_t i = 0; i < NR(heading_parts); i++)
		if (ml_span_find_nocase(heading, heading_parts[i].word) != SIZE_MAX)
			scope |= heading_parts[i].scope;
	return scope;
}

const char *const ml_statement_triggers[] = {
	"licen", "commercial", "research", "academic", "协议", "许可", "授权", "商用", "商业", "研究", "学术", "ライセンス", "商業",
	"라이선스", "라이센스", "лиценз", "lizenz", "comercial", "kommerz",
};
const size_t ml_statement_triggers_nr = NR(ml_statement_triggers);

/* Each in the words of one language; a pattern is tried where the sentence holds an anchor. */
static const char *const grant_patterns[] = {
	"\\b(?:re-?|sub)?licen[sc](?:ed|ing)\\b|\\blicen[sc]e\\s*(?:\\([^)]*\\))?\\s*[:：=|]|^\\W*licen[sc]e\\b|\\blicen[sc]e(?:ment)? is\\b",
	"\\b(?:released?|distributed?|available|provided?|published?|shared?|open[- ]?sourced?|governed|covered|offered|issued|made|fall|bound|subject)\\b[^.]{0,80}\\b(?:under|by|with|to|according to|in accordance with|via)\\b",
	"\\b(?:under|compl(?:y|ies) with|adheres? to|follows?|according to|in accordance with|uses?|accept|agree to|accompany|requires?|is|are)\\b",
	"采用|使用|依照|遵循|遵守|基于|根据|按照|授权|发布|开源|協議|协议|许可",
	"ライセンス|の下|に基づ|に従|라이선스|라이센스|따릅|bajo|sous|unter|sob (?:a|o)|под лиценз",
};

static bool matches_any(struct ml_patterns *patterns, const char *const *sources, size_t nr, struct ml_span text)
{
	struct ml_match match;

	for (size_t i = 0; i < nr; i++)
		if (ml_pattern_find(patterns, sources[i], text, 0, &match) == ML_MATCH_FOUND)
			return true;
	return false;
}

bool ml_grants(struct ml_patterns *patterns, struct ml_span sentence)
{
	return matches_any(patterns, grant_patterns, NR(grant_patterns), sentence);
}

static const char *const directive_patterns[] = {
	"\\b(?:should|must|shall|needs? to|ha(?:s|ve) to|required to|please)\\b[^.]{0,60}\\b(?:used?|compl(?:y|ies)|follow|adhere|agree|accept|abide|respect|observe)\\b",
	"(?:必须|需要?|应当?|须|请)[^。]{0,12}(?:遵守|遵循|遵照|按照|接受)",
};

bool ml_directs(struct ml_patterns *patterns, struct ml_span sentence)
{
	return matches_any(patterns, directive_patterns, NR(directive_patterns), sentence);
}

static const char *const key_patterns[] = {
	"^\\W*(?:[\\w-]+ ){0,2}(?:licen[sc]es?|licen[sc]ing|lizenz|licencia|licença|ライセンス|라이선스|лицензия)(?: \\w+)?\\s*[:：]\\s*",
	"^\\W*[^。，,]{0,8}(?:协议|许可证?|许可协议)\\s*[:：]\\s*",
};

bool ml_has_license_key(struct ml_patterns *patterns, struct ml_span sentence, size_t *value)
{
	struct ml_match match;

	if (ml_span_find(sentence, ":") == SIZE_MAX && ml_span_find(sentence, "：") == SIZE_MAX)
		return false;
	for (size_t i = 0; i < NR(key_patterns); i++) {
		if (ml_pattern_find(patterns, key_patterns[i], sentence, 0, &match) == ML_MATCH_FOUND) {
			*value = match.to;
			return true;
		}
	}
	return false;
}

static const char *const elsewhere_patterns[] = {
	"\\b(?:see|check|refer to|consult|read|please)\\b[^.]{0,40}\\b(?:model cards?|each model|hub|hugging ?face|respective|individual|original)\\b[^.]{0,60}\\blicen[sc]e",
	"\\blicen[sc]e[ds]?\\b[^.]{0,60}\\b(?:separately|(?:see|on|in) (?:the|each|their) (?:respective )?model (?:card|page)s?)\\b",
	"\\b(?:has|have|under|with|subject to|follows?|retains?|keeps?|governed by)\\b (?:its|their|the) (?:own|respective|original|individual) (?:\\w+ )?(?:licen[sc]es?|terms)\\b",
	"(?:以|参照|参考|查看|遵循|遵守)[^。]{0,20}(?:各自|各模型|模型卡|原始)[^。]{0,12}(?:协议|许可|LICENSE)",
};

bool ml_points_elsewhere(struct ml_patterns *patterns, struct ml_span sentence)
{
	return matches_any(patterns, elsewhere_patterns, NR(elsewhere_patterns), sentence);
}

static const char *const beside_patterns[] = {
	"^\\W*(?:(?!(?:is|are|may|can|must|shall|should|will|model|models|weights|checkpoints?|code|project|repository|repo)\\b)[\\w'-]+[ ,]+){0,6}(?:demos?|services?|websites?|web ?pages?|pages?|api|playground|spaces?|images?|pictures?|photos?|videos?|clips?|audios?|recordings?|samples?|examples?|contents?|outputs?|generations?|results?|figures?|papers?|slides?|speakers?|voices?|prompts?|baselines?|benchmarks?|logos?|faces?|scripts?)\\b(?! (?:model|weights|checkpoints?|code|library|framework)s?\\b)[^.;]{0,60}?\\b(?:is|are|may|can|cannot|must|shall|should|will|only)\\b",
	"^\\W*(?:(?:all|any|the|these|those|model|generated|model-generated)[ ]+){1,3}(?:outputs?|generations?|contents?|results?)\\b",
	"\\b(?:previously|formerly|used to be|no longer|earlier versions?|older versions?|unlike|in contrast to|compared (?:to|with))\\b",
	"^[^，。,;]{0,12}(?:演示|示例|样例|图片|视频|音频|网页|网站|服务|输出|生成内容|论文)[^，。,;]{0,8}(?:仅|僅|只|不得|禁止|严禁)|(?:此前|以前|曾经|不再|不同于)",
};

bool ml_limits_beside(struct ml_patterns *patterns, struct ml_span sentence)
{
	return matches_any(patterns, beside_patterns, NR(beside_patterns), sentence);
}

static const char *const base_words[] = {
	"based on", "based off", "derived from", "originally", "built on", "built upon", "fine-tuned from", "finetuned from", "inherit", "基于", "衍生", "源自", "原始",
};
static const char *const foreign_words[] = {
	"third-party", "third party", "portions", "borrowed", "adapted from", "modified from", "copied from", "taken from", "written by", "other licen",
	"dependenc", "第三方", "其他项目", "其他代码", "其他模型", "其他数据", "其他组件", "其他部分", "其他开源", "其他协议", "其他许可", "部分代码", "均来自", "codes from", "code from", "parts of", "this website", "this web site", "this site", "editorial content",
};
/* Markers of one's own; those in Latin letters need borders on both sides ("the source" holds a French "ce"). */
static const char *const own_words[] = { "this", "our", "ours", "we", "these", "here", "both", "following",
					  "este", "esta", "ce", "dieses", "diese", "nuestro", "nuestra", "notre" };
static const char *const own_parts[] = { "本", "我们", "我們", "该模型", "此仓库", "此模型", "此项目", "当サ", "この", "이 " };

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

/* Capitalized words of prose that are nobody's name. */
static const char *const plain_words[] = {
	"the", "a", "an", "all", "and", "or", "of", "for", "in", "use", "using", "usage", "please", "note", "license", "licenses", "licence", "licensed", "licensing",
	"code", "codes", "source", "model", "models", "weights", "weight", "checkpoint", "checkpoints", "parameters", "data", "dataset", "datasets", "software",
	"repository", "repo", "project", "projects", "package", "library", "training", "pretrained", "pre-trained", "inference", "demo", "documentation", "docs", "content", "material",
	"materials", "released", "release", "open", "open-source", "open-sourced", "base", "chat", "instruct", "also", "while", "however", "specially", "additionally", "lora", "qlora", "gguf",
	"commercial", "non-commercial", "research", "academic", "see", "for", "if", "by", "it", "its", "is", "are", "as", "to", "that", "under", "terms", "agreement", "version",
	"english", "chinese", "github", "huggingface", "hugging", "face", "modelscope", "hub", "series", "family", "other", "any", "most", "some", "each", "unless", "free", "community",
	"associated", "component", "components", "following", "script", "scripts", "except", "both", "notice", "copyright", "usage", "sft", "rlhf", "moe",
	"strictly", "purpose", "purposes", "prohibited", "forbidden", "allowed", "permitted", "cannot", "educational", "internal", "non-production",
};

static bool is_plain(struct ml_span word)
{
	for (size_t i = 0; i < NR(plain_words); i++)
		if (ml_span_is_nocase(word, plain_words[i]))
			return true;
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

static bool is_name_like(struct ml_span word)
{
	return word.len > 1 && word.at[0] >= 'A' && word.at[0] <= 'Z' && !is_plain(word) && !is_acronym(word);
}

/* Whether a Latin word that looks like a name stands there; a first word of a sentence may be capital for its place alone. */
static bool has_foreign_name(const struct ml_facts *facts, struct ml_span lead)
{
	size_t at = 0;

	while (at < lead.len) {
		size_t from = at;
		while (at < lead.len && (ml_is_alnum(lead.at[at]) || lead.at[at] == '-' || lead.at[at] == '.' || lead.at[at] == '_' || lead.at[at] == '/'))
			at++;
		struct ml_span word = ml_span_sub(lead, from, at);
		while (word.len && !ml_is_alnum(word.at[word.len - 1])) /* "for research use ONLY." */
			word.len--;
		if (is_name_like(word) && !ml_is_own_name(facts, word))
			return true;
		if (at == from)
			at++;
	}
	return false;
}

static bool has_own_word(struct ml_span lead)
{
	for (size_t i = 0; i < NR(own_words); i++)
		if (has_word(lead, own_words[i]))
			return true;
	return ml_span_has_any_nocase(lead, own_parts, NR(own_parts));
}

bool ml_derives(struct ml_span lead)
{
	return ml_span_has_any_nocase(lead, base_words, NR(base_words));
}

#define LABEL_BYTES 48u /* "Usage and License Notices: " */

/* What stands behind a label that says only that terms follow: its capital letters are nobody's name. */
static struct ml_span after_label(struct ml_span lead)
{
	static const char *const labels[] = { "licen", "notice", "note", "usage", "disclaimer", "terms", "important", "warning" };
	size_t colon = ml_span_find(ml_span_sub(lead, 0, lead.len < LABEL_BYTES ? lead.len : LABEL_BYTES), ": ");

	if (colon == SIZE_MAX || !ml_span_has_any_nocase(ml_span_sub(lead, 0, colon), labels, NR(labels)))
		return lead;
	return ml_span_sub(lead, colon + 1, lead.len);
}

enum ml_owner ml_owner_of(const struct ml_facts *facts, struct ml_span sentence)
{
	struct ml_span lead = after_label(sentence);
	bool own = has_own_word(lead) || ml_is_own_name(facts, lead);

	if (ml_span_has_any_nocase(lead, foreign_words, NR(foreign_words)))
		return ML_OWNER_FOREIGN;
	if (ml_derives(lead) && has_foreign_name(facts, lead))
		return own ? ML_OWNER_BASE : ML_OWNER_FOREIGN;
	if (own)
		return ML_OWNER_OWN;
	return has_foreign_name(facts, lead) ? ML_OWNER_FOREIGN : ML_OWNER_NONE;
}
