#include "lint/facts/claims_p.h"

#include <assert.h>
#include <string.h>

#include "lint/text/utf8.h"

#define ASIAN_MIN 4u   /* characters by which a sentence of Latin names is told for Chinese, Japanese or Korean */
#define MARKS_WORDS 60u /* words of a sentence by which its language is told */

struct scripts {
	size_t latin, han, kana, hangul, cyrillic, arabic;
};

/* How many brackets stand open behind a token, with depth open before it. */
static size_t depth_behind(const struct ml_tokens *tokens, size_t i, size_t depth)
{
	char sign = tokens->at[i].kind == ML_TOKEN_SIGN ? tokens->folded.at[tokens->at[i].fold] : '\0';

	if (sign == '(')
		return depth + 1;
	return depth - (sign == ')' && depth);
}

/* all: with what stands in brackets. */
static void count_scripts(struct scripts *out, const struct ml_tokens *tokens, bool all)
{
	size_t depth = 0;

	memset(out, 0, sizeof *out);
	for (size_t i = 0; i < tokens->nr; i++) {
		struct ml_span rest = ml_span_sub(tokens->folded, tokens->at[i].fold, tokens->at[i].fold_end);
		depth = all ? 0 : depth_behind(tokens, i, depth);
		if (depth)
			continue;
		if (tokens->at[i].kind == ML_TOKEN_HAN) {
			while (rest.len) {
				uint32_t c = ml_utf8_next(&rest);
				if (c < 0x3100)
					out->kana++;
				else
					out->han++;
			}
			continue;
		}
		if (tokens->at[i].kind != ML_TOKEN_WORD || !tokens->at[i].letters)
			continue;
		uint32_t c = ml_utf8_next(&rest);
		if (c >= 0xac00 && c <= 0xd7a3)
			out->hangul++;
		else if (c >= 0x400 && c <= 0x52f)
			out->cyrillic++;
		else if (c >= 0x600 && c <= 0x6ff)
			out->arabic++;
		else
			out->latin++;
	}
}

static const char *script_of(const struct scripts *n)
{
	if (n->kana && n->han + n->kana >= n->latin)
		return "kana";
	if (n->han && n->han >= n->latin)
		return "han";
	if (n->hangul && n->hangul * 2 >= n->latin)
		return "hangul";
	if (n->cyrillic && n->cyrillic * 2 >= n->latin)
		return "cyrillic";
	if (n->arabic && n->arabic * 2 >= n->latin)
		return "arabic";
	return "latin";
}

/* Order by bytes, without measuring the mark first. */
static int order_of(struct ml_span word, const char *mark)
{
	size_t i = 0;

	while (i < word.len && mark[i] && word.at[i] == mark[i])
		i++;
	int a = i < word.len ? (unsigned char)word.at[i] : 0;
	return a - (unsigned char)mark[i];
}

/* The languages that a word is a mark of, a bit each. */
static uint32_t marked(const struct ml_claims_knowledge *knowledge, struct ml_span word)
{
	unsigned first = word.len ? (unsigned char)word.at[0] : 0;
	size_t from = knowledge->mark_heads[first], to = knowledge->mark_heads[first + 1];

	while (from < to) {
		size_t mid = from + (to - from) / 2;
		int order = order_of(word, knowledge->marks[mid].text);
		if (order == 0)
			return knowledge->marks[mid].languages;
		if (order < 0)
			to = mid;
		else
			from = mid + 1;
	}
	return 0;
}

/* How many of the first words are a mark of each language. all: with what stands in brackets. */
static void count_marks(size_t *nr, const struct ml_claims_knowledge *knowledge, const struct ml_tokens *tokens, bool all)
{
	size_t depth = 0;

	memset(nr, 0, knowledge->languages_nr * sizeof *nr);
	for (size_t i = 0; i < tokens->nr && i < MARKS_WORDS; i++) {
		depth = all ? 0 : depth_behind(tokens, i, depth);
		if (depth || tokens->at[i].kind != ML_TOKEN_WORD)
			continue;
		uint32_t of = marked(knowledge, ml_span_sub(tokens->folded, tokens->at[i].fold, tokens->at[i].fold_end));
		for (; of; of &= of - 1)
			nr[__builtin_ctz(of)]++;
	}
}

static size_t words_nr(const struct ml_tokens *tokens)
{
	size_t nr = 0;

	for (size_t i = 0; i < tokens->nr && i < MARKS_WORDS; i++)
		nr += tokens->at[i].kind == ML_TOKEN_WORD;
	return nr;
}

static bool latin_marks(const struct ml_claims_knowledge *knowledge, const size_t *marks_nr)
{
	for (size_t i = 0; i < knowledge->languages_nr; i++)
		if (marks_nr[i] && strcmp(knowledge->languages[i].script, "latin") == 0)
			return true;
	return false;
}

/* How the first words begin, for phrases of which each language has others; a word of one byte begins none. */
struct starts {
	uint64_t all[ML_PHRASE_STARTS / 64];
	uint8_t of[MARKS_WORDS];
};
static_assert(ML_PHRASE_STARTS <= 256, "a start is a byte");

static void read_starts(struct starts *out, const struct ml_tokens *tokens)
{
	memset(out->all, 0, sizeof out->all);
	for (size_t i = 0; i < tokens->nr && i < MARKS_WORDS; i++) {
		struct ml_span rest = ml_span_sub(tokens->folded, tokens->at[i].fold, tokens->folded.len);
		unsigned second = rest.len > 1 ? (unsigned char)rest.at[1] : 0;
		out->of[i] = rest.len ? (uint8_t)ml_lexeme_pair_slot((unsigned char)rest.at[0], second, ML_PHRASE_STARTS - 1) : 0;
		out->all[out->of[i] / 64] |= UINT64_C(1) << out->of[i] % 64;
	}
}

static bool begins_like(const uint64_t *phrases, const struct starts *starts)
{
	for (size_t i = 0; i < ML_PHRASE_STARTS / 64; i++)
		if (phrases[i] & starts->all[i])
			return true;
	return false;
}

static bool holds_phrase(const struct ml_claim_language *language, const struct ml_tokens *tokens, const struct starts *starts)
{
	size_t len;

	for (size_t i = 0, nr = begins_like(language->phrase_starts, starts) ? tokens->nr : 0; i < nr && i < MARKS_WORDS; i++) {
		struct ml_span rest = ml_span_sub(tokens->folded, tokens->at[i].fold, tokens->folded.len);
		bool may = rest.len > 1 && (language->phrase_starts[starts->of[i] / 64] >> starts->of[i] % 64 & 1);
		const struct ml_lexeme *lexeme = may ? claim_lexeme(language, rest, &len) : NULL;
		if (lexeme && lexeme->kind >= 0)
			return true;
	}
	return false;
}

/* Whether a run of Han holds a phrase behind its first character: "已发布并开源". */
static bool run_holds_phrase(const struct ml_claim_language *language, struct ml_span run)
{
	size_t len;

	while (run.len) {
		const struct ml_lexeme *lexeme = claim_lexeme(language, run, &len);
		if (lexeme && lexeme->kind >= 0)
			return true;
		ml_utf8_next(&run);
	}
	return false;
}

static bool runs_hold_phrase(const struct ml_claim_language *language, const struct ml_tokens *tokens)
{
	for (size_t i = 0; i < tokens->nr && i < MARKS_WORDS; i++)
		if (tokens->at[i].kind == ML_TOKEN_HAN &&
		    run_holds_phrase(language, ml_span_sub(tokens->folded, tokens->at[i].fold, tokens->at[i].fold_end)))
			return true;
	return false;
}

/* "2024.12.20 开源 Heron-35B-Chat": names and the phrase of a script without spaces. NULL where there is none. */
static const struct ml_claim_language *language_beside_names(const struct ml_claims_knowledge *knowledge, const struct ml_tokens *tokens,
							     const struct starts *starts)
{
	for (size_t i = 0; i < knowledge->languages_nr; i++) {
		const struct ml_claim_language *language = &knowledge->languages[i];
		if (strcmp(language->script, "latin") != 0 && (holds_phrase(language, tokens, starts) || runs_hold_phrase(language, tokens)))
			return language;
	}
	return NULL;
}

/* English, of which the other languages written in Latin take what they have no word for. */
static const struct ml_claim_language *shared_language(const struct ml_claims_knowledge *knowledge)
{
	for (size_t i = 0; i < knowledge->languages_nr; i++)
		if (!knowledge->languages[i].inherits && strcmp(knowledge->languages[i].script, "latin") == 0)
			return &knowledge->languages[i];
	return &knowledge->languages[0];
}

/* "Gracias por el código abierto" may hold more marks of a neighbor: a phrase tells where the marks' language has none. */
static const struct ml_claim_language *language_of_phrase(const struct ml_claims_knowledge *knowledge, const struct ml_tokens *tokens,
							  const struct starts *starts, const struct ml_claim_language *marked)
{
	if (holds_phrase(marked, tokens, starts) || holds_phrase(shared_language(knowledge), tokens, starts))
		return marked;
	for (size_t i = 0; i < knowledge->languages_nr; i++) {
		const struct ml_claim_language *language = &knowledge->languages[i];
		if (language->inherits && strcmp(language->script, "latin") == 0 && holds_phrase(language, tokens, starts))
			return language;
	}
	return marked;
}

static bool is_asian(const struct scripts *n)
{
	return n->han + n->kana + n->hangul >= ASIAN_MIN;
}

/* "Heron（Deep and Wide）是一个…": what is spelled out in brackets does not tell the language of the sentence around. Changes marks_nr where it is another. */
static bool is_asian_around(struct scripts *out, const struct ml_claims_knowledge *knowledge, const struct ml_tokens *tokens, size_t *marks_nr)
{
	size_t around[ML_CLAIM_LANGUAGES_MAX];

	count_scripts(out, tokens, false);
	count_marks(around, knowledge, tokens, false);
	if (!is_asian(out) || latin_marks(knowledge, around))
		return false;
	memcpy(marks_nr, around, knowledge->languages_nr * sizeof *around);
	return true;
}

/* *mixed: a Latin sentence holds characters of another script. */
static const char *script_told(const struct ml_claims_knowledge *knowledge, const struct ml_tokens *tokens, size_t *marks_nr, bool *mixed)
{
	struct scripts scripts;

	count_scripts(&scripts, tokens, true);
	const char *script = script_of(&scripts);
	*mixed = scripts.han + scripts.kana + scripts.hangul + scripts.cyrillic + scripts.arabic > 0;
	if (!is_asian(&scripts) || strcmp(script, "latin") != 0)
		return script;
	/* A Chinese sentence of many Latin names holds no "the" or "of". */
	if (latin_marks(knowledge, marks_nr) && !is_asian_around(&scripts, knowledge, tokens, marks_nr))
		return script;
	scripts.latin = 0;
	return script_of(&scripts);
}

/* The common case: every fifth word is a mark of the language that needs no other's rows. */
static const struct ml_claim_language *plainly(const struct ml_claims_knowledge *knowledge, const struct ml_tokens *tokens,
					       const char *script, const size_t *marks_nr)
{
	size_t nr = words_nr(tokens);

	for (size_t i = 0; i < knowledge->languages_nr; i++) {
		const struct ml_claim_language *language = &knowledge->languages[i];
		if (!language->inherits && strcmp(language->script, script) == 0 && marks_nr[i] * 5 >= nr)
			return language;
	}
	return NULL;
}

/* Of the script, the one with the most marks; the one without "inherits" wins a tie. NULL where none is of the script. */
static const struct ml_claim_language *most_marked(const struct ml_claims_knowledge *knowledge, const char *script, const size_t *marks_nr)
{
	const struct ml_claim_language *best = NULL;
	size_t best_nr = 0;

	for (size_t i = 0; i < knowledge->languages_nr; i++) {
		const struct ml_claim_language *language = &knowledge->languages[i];
		if (strcmp(language->script, script) != 0)
			continue;
		size_t nr = language->marks_nr ? marks_nr[i] * 2 + !language->inherits : 1;
		if (!best || nr > best_nr) {
			best = language;
			best_nr = nr;
		}
	}
	return best;
}

const struct ml_claim_language *claim_language_of(const struct ml_claims_knowledge *knowledge, const struct ml_tokens *tokens)
{
	size_t marks_nr[ML_CLAIM_LANGUAGES_MAX];

	count_marks(marks_nr, knowledge, tokens, true);
	bool mixed;
	const char *script = script_told(knowledge, tokens, marks_nr, &mixed);
	const struct ml_claim_language *language = mixed && strcmp(script, "latin") == 0 ? NULL : plainly(knowledge, tokens, script, marks_nr);
	if (language)
		return language;
	language = most_marked(knowledge, script, marks_nr);
	if (language && strcmp(script, "latin") == 0) {
		struct starts starts;
		read_starts(&starts, tokens);
		language = language_of_phrase(knowledge, tokens, &starts, language);
		/* "《The Finch of the Fens》已发布并开源": of a title in English, whose words are marks, another language may speak. */
		bool told = latin_marks(knowledge, marks_nr) && (holds_phrase(language, tokens, &starts) || holds_phrase(shared_language(knowledge), tokens, &starts));
		const struct ml_claim_language *beside = !mixed || told ? NULL : language_beside_names(knowledge, tokens, &starts);
		return beside ? beside : language;
	}
	return language ? language : shared_language(knowledge);
}

const struct ml_claim_language *claim_language_named(const struct ml_claims_knowledge *knowledge, const char *id)
{
	for (size_t i = 0; id && i < knowledge->languages_nr; i++)
		if (strcmp(knowledge->languages[i].id, id) == 0)
			return &knowledge->languages[i];
	return NULL;
}
