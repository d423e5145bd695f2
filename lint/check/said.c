/* What the text says around a claim: conditions told beside it, licenses and works of others that it names. */
#include "lint/check/rule.h"

#include <string.h>

#include "lint/check/place.h"
#include "lint/knowledge/licenses.h"
#include "lint/knowledge/lists.h"

#define BESIDE_LINES 3 /* a paragraph and its neighbor */
#define NAME_BYTES 64
#define DATE_DIGITS 6
#define NAME_WORDS 4  /* "Meta Llama 3.1" */
#define HEAD_WORDS 3  /* between "open-source" and the name: "large language model" */
#define HEAD_BYTES 12 /* the same in a script without spaces: 大模型 */

static bool states(const struct ml_statement *statement, uint32_t terms)
{
	for (size_t i = 0; i < statement->terms_nr; i++)
		if (terms >> statement->terms[i].id & 1)
			return true;
	return false;
}

static bool is_beside(const struct ml_where *a, const struct ml_where *b)
{
	return a->file == b->file && a->line <= b->line + BESIDE_LINES && b->line <= a->line + BESIDE_LINES;
}

/* Whether the claim's own line sends the reader to a license, in the words of the languages that are read. */
static bool points_to_license(const struct ml_facts *facts, const struct ml_claim_fact *claim)
{
	struct ml_span line = ml_place_line(facts->arena, &claim->where);

	return ml_list_in(facts->knowledge, ML_LIST_LICENSE_LABEL, line);
}

bool ml_told_beside(const struct ml_facts *facts, const struct ml_claim_fact *claim, uint32_t terms, bool pointing)
{
	if (pointing && points_to_license(facts, claim))
		return true;
	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *statement = &facts->statements[i];
		if (!ml_stance_is_own(statement->stance) || !is_beside(&statement->where, &claim->where))
			continue;
		if (states(statement, terms) || (pointing && (statement->license || statement->target || statement->declared)))
			return true;
	}
	return false;
}

bool ml_told_in_file(const struct ml_facts *facts, const struct ml_claim_fact *claim, uint32_t terms)
{
	for (size_t i = 0; i < facts->statements_nr; i++)
		if (facts->statements[i].where.file == claim->where.file && ml_stance_is_own(facts->statements[i].stance) &&
		    states(&facts->statements[i], terms))
			return true;
	return false;
}

bool ml_words_allow(const struct ml_facts *facts, const struct ml_license_fact *license)
{
	bool fails = ml_license_osd(license, facts->knowledge) != ML_OSD_CONFORMS;

	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *said = &facts->statements[i];
		if (facts->card && said->where.file == facts->card->file && ml_stance_is_own(said->stance) && said->license && !said->license->family &&
		    !ml_license_same(said->license, license->license))
			return false;
	}
	for (size_t i = 0; i < facts->claims_nr && fails; i++) {
		const struct ml_claim_fact *claim = &facts->claims[i];
		bool of_terms = claim->kind == ML_CLAIM_PERMISSIVE || claim->kind == ML_CLAIM_COMMERCIAL_USE;
		if (ml_claim_is_open(claim) || (of_terms && ml_stance_is_own(claim->stance)))
			return false;
	}
	return true;
}

uint32_t ml_license_terms(const struct ml_license_fact *license)
{
	uint32_t set = 0;

	for (size_t i = 0; i < license->terms_nr; i++)
		if (!license->terms[i].duty)
			set |= UINT32_C(1) << license->terms[i].id;
	return set;
}

const struct ml_license *ml_license_said(const struct ml_facts *facts, const char *sentence)
{
	struct ml_span text = ml_span_of(sentence ? sentence : "");
	const struct ml_license *found = NULL;
	struct ml_license_mention mention;
	size_t at = 0;

	while (ml_license_mention_next(facts->knowledge, text, &at, &mention, false)) {
		if (found && mention.license != found)
			return NULL;
		found = mention.license;
	}
	return found;
}

static bool is_break(char c)
{
	return c == ' ' || c == ',' || c == '(' || c == '"' || c == '*' || c == '[' || c == '`';
}

/* What says only which of the works of a name is meant: "7b", "chat", "hf". */
static bool is_variant(const struct ml_knowledge *knowledge, struct ml_span word)
{
	if (ml_list_has(knowledge, ML_LIST_VARIANTS, word))
		return true;
	return word.len > 1 && ml_is_digit(word.at[0]) && ml_lower(word.at[word.len - 1]) == 'b';
}

static struct ml_span without_variant(const struct ml_knowledge *knowledge, struct ml_span name)
{
	for (;;) {
		size_t from = name.len;
		while (from && name.at[from - 1] != '-' && name.at[from - 1] != ' ' && name.at[from - 1] != '_')
			from--;
		if (!from || !is_variant(knowledge, ml_span_sub(name, from, name.len)))
			return name;
		name = ml_span_trim(ml_span_sub(name, 0, from - 1));
	}
}

/* Families of models go by the names of their licenses: "Llama 2", "Gemma". One whose terms are open needs no telling apart. */
static const struct ml_license *license_of_model(const struct ml_facts *facts, struct ml_span name)
{
	if (ml_span_find(name, "/") != SIZE_MAX)
		name = ml_span_sub(name, ml_span_find(name, "/") + 1, name.len);
	name = without_variant(facts->knowledge, name);
	if (name.len < 3 || name.len > NAME_BYTES)
		return NULL;
	const struct ml_license *license = ml_license_by_name(facts->knowledge, name, NULL);
	bool fails = license && license->osd == ML_OSD_FAILS && !license->family && !license->placeholder;
	/* "research", "non-commercial" are names of terms; a model's name is written as one. */
	return fails && name.at[0] >= 'A' && name.at[0] <= 'Z' ? license : NULL;
}

/* The next word from *at: letters, digits, "-" and "."; other bytes end it. Absent at the end, or behind a comma or full stop. */
static struct ml_span next_word(struct ml_span text, size_t *at)
{
	while (*at < text.len && (is_break(text.at[*at]) && text.at[*at] != ','))
		++*at;
	size_t from = *at;
	while (*at < text.len && (ml_is_alnum(text.at[*at]) || text.at[*at] == '-' || text.at[*at] == '.'))
		++*at;
	if (*at == from) /* a word of another script */
		while (*at < text.len && (unsigned char)text.at[*at] >= 0x80)
			++*at;
	struct ml_span word = ml_span_sub(text, from, *at);
	while (word.len && word.at[word.len - 1] == '.')
		word.len--;
	return word;
}

/* "the open-source large language model Llama 2": the name behind the claim's words, of one to four words. */
static const struct ml_license *license_behind(const struct ml_facts *facts, struct ml_span text, size_t from, const char **name)
{
	size_t starts[HEAD_WORDS + NAME_WORDS + 1], ends[HEAD_WORDS + NAME_WORDS + 1], nr = 0;

	for (size_t at = from; nr < HEAD_WORDS + NAME_WORDS;) {
		struct ml_span word = next_word(text, &at);
		if (!word.len || ((unsigned char)word.at[0] >= 0x80 && (nr || word.len > HEAD_BYTES)))
			break;
		starts[nr] = (size_t)(word.at - text.at);
		ends[nr] = starts[nr] + word.len;
		nr++;
	}
	for (size_t i = 0; i <= HEAD_WORDS && i < nr; i++) {
		for (size_t j = i + NAME_WORDS < nr ? i + NAME_WORDS : nr; j > i; j--) {
			struct ml_span words = ml_span_sub(text, starts[i], ends[j - 1]);
			const struct ml_license *license = license_of_model(facts, words);
			if (!license)
				continue;
			*name = ml_arena_dup(facts->arena, words);
			return license;
		}
	}
	return NULL;
}

const struct ml_license *ml_upstream_license(const struct ml_facts *facts, const struct ml_claim_fact *claim, const char **name)
{
	struct ml_span sentence = ml_span_of(claim->sentence ? claim->sentence : "");
	const struct ml_license *license = NULL;

	if (claim->subject == ML_SUBJECT_DATA || claim->subject == ML_SUBJECT_CODE)
		return NULL;
	if (claim->named) {
		*name = claim->named;
		return license_of_model(facts, ml_span_of(claim->named));
	}
	size_t at = sentence.len && claim->text ? ml_span_find(sentence, claim->text) : SIZE_MAX;
	if (at != SIZE_MAX)
		license = license_behind(facts, sentence, at + strlen(claim->text), name);
	return license;
}

/* A word that can only be a name: with a digit, or a capital behind its first letter, and not all capitals ("README"). */
static bool is_name(struct ml_span word)
{
	bool lower = false, marked = false;

	for (size_t i = 0; i < word.len; i++) {
		lower |= word.at[i] >= 'a' && word.at[i] <= 'z';
		marked |= i && ((word.at[i] >= 'A' && word.at[i] <= 'Z') || ml_is_digit(word.at[i]));
	}
	return word.len >= 4 && lower && marked;
}

static bool holds_word(struct ml_span text, struct ml_span word)
{
	for (size_t at = 0; at + word.len <= text.len; at++)
		if (!memcmp(text.at + at, word.at, word.len) && (!at || !ml_is_alnum(text.at[at - 1])) &&
		    (at + word.len == text.len || !ml_is_alnum(text.at[at + word.len])))
			return true;
	return false;
}

/* Whether a name of the list's items stands in the sentence. */
static bool is_listed(const struct ml_statement *statement, struct ml_span sentence)
{
	for (size_t i = 0; i < statement->items_nr; i++) {
		struct ml_span item = ml_span_of(statement->items[i]);
		for (size_t at = 0; at < item.len;) {
			struct ml_span word = next_word(item, &at);
			if (!word.len)
				at++;
			else if (is_name(word) && holds_word(sentence, word))
				return true;
		}
	}
	return false;
}

bool ml_claim_is_of_open_part(const struct ml_facts *facts, const struct ml_claim_fact *claim)
{
	struct ml_span sentence = ml_span_of(claim->sentence ? claim->sentence : "");
	bool open = false;

	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *statement = &facts->statements[i];
		if (!statement->license || statement->where.file != claim->where.file || !ml_stance_is_own(statement->stance) || !is_listed(statement, sentence))
			continue;
		struct ml_license_fact fact = { .license = statement->license, .match = ML_MATCHED_EXACT };
		if (ml_license_osd(&fact, facts->knowledge) != ML_OSD_CONFORMS)
			return false;
		open = true;
	}
	return open;
}

bool ml_claim_is_of_component(const struct ml_facts *facts, const struct ml_claim_fact *claim)
{
	bool code = claim->subject == ML_SUBJECT_CODE || claim->subject == ML_SUBJECT_PROJECT;

	return code && claim->sentence && ml_list_fit(facts->knowledge, ML_LIST_COMPONENTS, facts->patterns, ml_span_of(claim->sentence), NULL);
}

/* The line of the next heading of Markdown behind a line, or UINT32_MAX. */
static uint32_t next_heading(struct ml_arena *arena, const struct ml_where *where)
{
	struct ml_span text = where->file->text;
	struct ml_span rest = ml_place_line(arena, where);
	uint32_t line = where->line;

	if (!rest.at || rest.at < text.at || rest.at > text.at + text.len)
		return UINT32_MAX;
	for (rest = ml_span_sub(text, (size_t)(rest.at - text.at), text.len); rest.len; line++) {
		if (line > where->line && rest.at[0] == '#')
			return line;
		const char *end = memchr(rest.at, '\n', rest.len);
		rest = ml_span_sub(rest, end ? (size_t)(end - rest.at) + 1 : rest.len, rest.len);
	}
	return UINT32_MAX;
}

bool ml_claim_is_told_below(const struct ml_facts *facts, const struct ml_claim_fact *claim)
{
	struct ml_span line = claim->where.file ? ml_place_line(facts->arena, &claim->where) : (struct ml_span){ 0 };

	if (!line.len || line.at[0] != '#')
		return false;
	uint32_t end = next_heading(facts->arena, &claim->where);
	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *statement = &facts->statements[i];
		if (statement->where.file == claim->where.file && statement->where.line > claim->where.line && statement->where.line < end &&
		    ml_stance_is_own(statement->stance) && (statement->scope & ML_SCOPE_CODE) && !(statement->scope & ML_SCOPE_WEIGHTS))
			return true;
	}
	return false;
}

/* A date in the name of a document, six digits or more, or a word for old. */
static bool is_bygone(const struct ml_knowledge *knowledge, const struct ml_file *file)
{
	struct ml_span path = ml_span_of(file ? file->path : "");
	size_t digits = 0;

	for (size_t i = 0; i < path.len && digits < DATE_DIGITS; i++)
		digits = ml_is_digit(path.at[i]) ? digits + 1 : 0;
	if (digits >= DATE_DIGITS)
		return true;
	return ml_list_in(knowledge, ML_LIST_BYGONE, path);
}

bool ml_claim_is_of_time(const struct ml_facts *facts, const struct ml_claim_fact *claim, const struct ml_license_fact *license)
{
	return license->evidence != ML_EVIDENCE_DECLARED || !is_bygone(facts->knowledge, license->where.file) || is_bygone(facts->knowledge, claim->where.file);
}
