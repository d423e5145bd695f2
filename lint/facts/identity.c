/* Names as they are cut out of paths, titles and addresses. */
#include "lint/facts/identity.h"

#include <string.h>

#include "lint/facts/claims_p.h"
#include "lint/knowledge/lists.h"
#include "lint/text/utf8.h"

#define NUMBERED_MIN 5u /* letters behind the digits of a name that is no version */
#define TITLE_MAX_WORDS 4u

/* ---- words of a name ---- */

/* The lexicon of every script is asked; of the languages written in Latin, of which one's word is another's name, English and that of names->language. */
static const struct ml_lexeme *look_up(const struct identity_names *names, struct ml_span word, size_t *len)
{
	const struct ml_lexeme *best = NULL;

	*len = 0;
	for (size_t i = 0; i < names->knowledge->claims->languages_nr; i++) {
		const struct ml_claim_language *language = &names->knowledge->claims->languages[i];
		size_t took = 0;
		bool plain = strcmp(language->script, "latin") != 0 || !language->inherits || language == names->language;
		const struct ml_lexeme *lexeme = plain ? claim_lexeme(language, word, &took) : NULL;
		if (lexeme && took > *len) {
			best = lexeme;
			*len = took;
		}
	}
	return best;
}

/* Each word is asked for several things in turn, and the lexicons of all languages know of it. */
static const struct ml_lexeme *known(struct identity_names *names, struct ml_span word, size_t *len)
{
	if (names->asked.at != word.at || names->asked.len != word.len) {
		names->asked = word;
		names->answer = look_up(names, word, &names->answer_len);
	}
	*len = names->answer_len;
	return names->answer;
}

static void set_language(struct identity_names *names, const struct ml_claim_language *language)
{
	names->language = language;
	names->asked = (struct ml_span){ NULL, 0 };
}

static bool has(const struct identity_names *names, const struct ml_lexeme *lexeme, unsigned class_id)
{
	return lexeme && ml_classes_has(&names->knowledge->claims->class_sets[lexeme->class_set], class_id);
}

static struct ml_span letters_of(struct ml_arena *arena, struct ml_span folded)
{
	char *out = ml_arena_raw(arena, folded.len);
	size_t to = 0;

	for (size_t i = 0; i < folded.len; i++)
		if (folded.at[i] != ' ' && folded.at[i] != '_')
			out[to++] = folded.at[i];
	return (struct ml_span){ out, to };
}

struct ml_span identity_letters(struct ml_arena *arena, struct ml_span name)
{
	return letters_of(arena, ml_tokens_fold(arena, name));
}

bool identity_has(const struct identity_names *names, struct ml_span letters)
{
	for (size_t i = 0; i < names->nr; i++)
		if (ml_span_eq(names->letters[i], letters))
			return true;
	return false;
}

void identity_push(struct identity_names *names, struct ml_span name)
{
	struct ml_span folded = ml_tokens_fold(names->arena, name), letters = letters_of(names->arena, folded);

	if (letters.len < 2 || names->nr >= IDENTITY_MAX || identity_has(names, letters))
		return;
	names->letters[names->nr] = letters;
	ML_PUSH(names->arena, names->at, names->nr, names->cap, ml_arena_dup(names->arena, folded));
}

/* "360finch": a name of letters that digits begin; "16bits" is none. */
static bool is_numbered_name(struct ml_span word)
{
	size_t from = 0, to;

	while (from < word.len && ml_is_digit(word.at[from]))
		from++;
	for (to = from; to < word.len && ml_is_alpha(word.at[to]);)
		to++;
	return to == word.len && to - from >= NUMBERED_MIN;
}

/* "2.5", "7b", "v1.5", "8x7b", "1.8b": begins with a digit, or with v and a digit; "r1", "k2": one letter and a digit. */
static bool is_version(struct ml_span word)
{
	if (is_numbered_name(word))
		return false;
	return word.len && (ml_is_digit(word.at[0]) || (word.len > 1 && word.at[0] == 'v' && ml_is_digit(word.at[1])) ||
			    (word.len == 2 && ml_is_digit(word.at[1])));
}

/* Without a version at its end: "chatglm2" "chatglm", "wan2.1" "wan". */
static struct ml_span bare(struct ml_span word)
{
	size_t len = word.len;

	while (len && (ml_is_digit(word.at[len - 1]) || word.at[len - 1] == '.'))
		len--;
	return len >= 3 ? ml_span_sub(word, 0, len) : word;
}

size_t identity_words(struct ml_span folded, struct ml_span *words, size_t max)
{
	size_t nr = 0, from = 0;

	for (size_t i = 0; i <= folded.len && nr < max; i++) {
		if (i < folded.len && folded.at[i] != ' ' && folded.at[i] != '_')
			continue;
		if (i > from)
			words[nr++] = ml_span_sub(folded, from, i);
		from = i + 1;
	}
	return nr;
}

bool identity_stands_alone(struct identity_names *names, struct ml_span word, struct ml_span owner)
{
	size_t len;
	const struct ml_lexeme *lexeme = known(names, word, &len);

	if (word.len < 3 || is_version(word))
		return false;
	if (!lexeme || len == 0)
		return true;
	if (!has(names, lexeme, ML_CLASS_ID_KNOWN))
		return len < word.len && !ml_is_alpha(word.at[len]) && lexeme->kind < 0;
	char *copy = ml_arena_dup(names->arena, bare(word));
	return owner.at && ml_span_find_nocase(owner, copy) != SIZE_MAX;
}

/* "7b", "chat": a version or variant of the same family. */
static bool is_variant(struct identity_names *names, struct ml_span word)
{
	size_t len;
	const struct ml_lexeme *lexeme = known(names, word, &len);

	return is_version(word) || (len == word.len && has(names, lexeme, ML_CLASS_ID_VARIANT));
}

static bool drops(struct identity_names *names, struct ml_span word)
{
	size_t len;
	const struct ml_lexeme *lexeme = known(names, word, &len);

	return is_variant(names, word) || (len == word.len && has(names, lexeme, ML_CLASS_ID_GENERIC));
}

/* "heron-r1-distill-llama-8b": behind "distill" stands the model into which it was distilled. */
static size_t without_student(const struct ml_knowledge *knowledge, const struct ml_span *words, size_t nr)
{
	for (size_t i = 1; i < nr; i++)
		if (ml_list_start(knowledge, ML_LIST_DISTILLED, words[i]))
			return i;
	return nr;
}

/* "dify-java-client" is not Dify, unless who made it is. */
static bool is_companion(struct identity_names *names, struct ml_span first, struct ml_span last, struct ml_span owner)
{
	size_t len;
	const struct ml_lexeme *lexeme = known(names, last, &len);

	if (first.at == last.at || len != last.len || !has(names, lexeme, ML_CLASS_ID_COMPANION))
		return false;
	return !owner.at || ml_span_find_nocase(owner, ml_arena_dup(names->arena, first)) == SIZE_MAX;
}

/* "360vl": digits in front of letters make a version of a part of a name, but not of all of it; "1.3b" says no more than a size. */
static bool is_whole_name(struct ml_span word)
{
	size_t letters = 0;

	for (size_t i = 0; i < word.len; i++)
		letters += ml_is_alpha(word.at[i]);
	return word.len >= 4 && letters >= 2 && ml_is_digit(word.at[0]) && ml_is_alpha(word.at[word.len - 2]);
}

static void add_folded(struct identity_names *names, struct ml_span folded, struct ml_span owner)
{
	struct ml_span words[IDENTITY_WORDS_MAX];
	size_t nr = identity_words(folded, words, IDENTITY_WORDS_MAX), count = nr;
	size_t len;

	if (nr == 0)
		return;
	if (is_companion(names, words[0], words[nr - 1], owner)) {
		identity_push(names, folded);
		return;
	}
	if (nr > 1 || identity_stands_alone(names, words[0], owner) || is_whole_name(words[0]) || has(names, known(names, words[0], &len), ML_CLASS_ID_KNOWN))
		identity_push(names, folded);
	bool variants = true;
	nr = without_student(names->knowledge, words, nr);
	while (nr > 1 && drops(names, words[nr - 1]))
		variants &= is_variant(names, words[--nr]);
	if (nr > 1) {
		struct ml_span stem = { folded.at, (size_t)(words[nr - 1].at - folded.at) + words[nr - 1].len };
		struct ml_span last = bare(words[nr - 1]);
		identity_push(names, stem);
		if (last.len < words[nr - 1].len)
			identity_push(names, ml_span_sub(stem, 0, stem.len - (words[nr - 1].len - last.len)));
	}
	/* The first word alone, where it is a name; a family of models only where nothing but variants follows or the owner is its maker. */
	bool family = nr == 1 && variants && has(names, known(names, words[0], &len), ML_CLASS_ID_KNOWN);
	if (family || identity_stands_alone(names, words[0], owner)) {
		identity_push(names, words[0]);
		identity_push(names, bare(words[0]));
	}
	/* "Finch-Heron-7B" of the owner Finch is Heron too. */
	if (count > 1 && ml_span_eq(words[0], ml_tokens_fold(names->arena, owner)) &&
	    (identity_stands_alone(names, words[1], owner) || has(names, known(names, words[1], &len), ML_CLASS_ID_KNOWN)))
		add_folded(names, ml_span_sub(folded, (size_t)(words[1].at - folded.at), folded.len), owner);
}

void identity_add(struct identity_names *names, struct ml_span name, struct ml_span owner)
{
	struct ml_span folded = ml_tokens_fold(names->arena, ml_span_sub(name, 0, 200));
	const struct ml_claim_language *outer = names->language;
	struct ml_tokens tokens;

	if (!outer) {
		ml_tokens_split(&tokens, names->arena, folded);
		set_language(names, claim_language_of(names->knowledge->claims, &tokens));
	}
	add_folded(names, folded, owner);
	if (!outer)
		set_language(names, NULL);
}

void identity_add_stranger(struct identity_names *names, struct ml_span name, struct ml_span owner)
{
	struct ml_span words[IDENTITY_WORDS_MAX], folded = ml_tokens_fold(names->arena, ml_span_sub(name, 0, 200));

	if (identity_words(folded, words, IDENTITY_WORDS_MAX) && identity_stands_alone(names, words[0], owner))
		identity_add(names, name, owner);
}

/* ---- titles ---- */

static bool is_separator(const struct ml_token *token, struct ml_span fold)
{
	return token->kind == ML_TOKEN_SIGN && fold.len == 1 && strchr(":|-(),&/[]<>", fold.at[0]);
}

static struct ml_span token_fold(const struct ml_tokens *tokens, size_t i)
{
	return ml_span_sub(tokens->folded, tokens->at[i].fold, tokens->at[i].fold_end);
}

/* Whether more than versions and variants follows the family: "Llama-2-Heron". */
static bool adds_word(struct identity_names *names, const struct ml_tokens *tokens, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (!is_variant(names, token_fold(tokens, i)))
			return true;
	return false;
}

/* "Heron an open-source model": the claim of a title is no part of the name. */
static bool begins_claim(struct identity_names *names, const struct ml_tokens *tokens, size_t i)
{
	size_t len;
	const struct ml_lexeme *lexeme = known(names, ml_span_sub(tokens->folded, tokens->at[i].fold, tokens->folded.len), &len);

	return lexeme && lexeme->kind >= 0;
}

/* "# Wren Painter": a title of a few words, all of them written as names are, is a name as a whole too. */
static void add_capitalized(struct identity_names *names, const struct ml_tokens *tokens, size_t from, size_t end, struct ml_span title)
{
	while (end < tokens->nr && end - from <= TITLE_MAX_WORDS && tokens->at[end].kind == ML_TOKEN_WORD && !begins_claim(names, tokens, end) &&
	       (tokens->at[end].capital || tokens->at[end].mixed || tokens->at[end].digits))
		end++;
	if (end - from <= TITLE_MAX_WORDS && (end == tokens->nr || is_separator(&tokens->at[end], token_fold(tokens, end))))
		identity_push(names, ml_span_sub(title, tokens->at[from].at, tokens->at[end - 1].end));
}

/* Of a script without capitals: Arabic, Hebrew, Hangul and what lies between. Han and kana have title_han. */
static bool has_no_case(struct ml_span word)
{
	uint32_t c = word.len ? ml_utf8_next(&word) : 0;

	return (c >= 0x590 && c < 0x1e00) || (c >= 0xac00 && c <= 0xd7a3);
}

/* "Dify Java Client": the end of the words up to the title's next sign, where the last of them tells of a companion; else 0. */
static size_t companion_end(struct identity_names *names, const struct ml_tokens *tokens, size_t from, struct ml_span owner)
{
	size_t last = from;

	while (last + 1 < tokens->nr && last - from < TITLE_MAX_WORDS && tokens->at[last + 1].kind == ML_TOKEN_WORD)
		last++;
	return is_companion(names, token_fold(tokens, from), token_fold(tokens, last), owner) ? last + 1 : 0;
}

/* Whether an own name that is known by now begins with the word: "LLaVA" of "LLaVA-Pretrain-7B". */
static bool begins_own(const struct identity_names *names, struct ml_span word)
{
	struct ml_span letters = letters_of(names->arena, word);

	for (size_t i = 0; i < names->nr && letters.len > 2; i++)
		if (ml_span_starts(names->letters[i], ml_arena_dup(names->arena, letters)))
			return true;
	return false;
}

/* A run of words that begins with one that no lexicon has, with the versions and variants behind it. */
static size_t title_name(struct identity_names *names, const struct ml_tokens *tokens, size_t i, struct ml_span title, struct ml_span owner)
{
	const struct ml_token *first = &tokens->at[i];
	size_t end = i + 1, len;

	struct ml_span word = token_fold(tokens, i);
	bool known_first = i == 0 && has(names, known(names, word, &len), ML_CLASS_ID_KNOWN);
	/* A title of a known family alone is its own, where no owner says otherwise, or the repository is called after it. */
	bool family = known_first && (!owner.at || (tokens->nr == 1 && begins_own(names, word))),
	     alone = !family && identity_stands_alone(names, word, owner);
	bool cased = first->capital || first->mixed || first->digits;
	/* "RLHF-V": no word of it is a name, but all of them are. */
	if (cased && !known_first && !alone && i == 0 && tokens->nr == 2 && tokens->at[1].joined)
		identity_push(names, title);
	if (!(cased || has_no_case(word)) || !(known_first || alone))
		return i + 1;
	size_t companion = companion_end(names, tokens, i, owner);
	if (companion) {
		identity_push(names, ml_span_sub(title, first->at, tokens->at[companion - 1].end));
		return companion;
	}
	while (end < tokens->nr && tokens->at[end].kind == ML_TOKEN_WORD && !begins_claim(names, tokens, end) &&
	       (tokens->at[end].joined || drops(names, token_fold(tokens, end))))
		end++;
	bool whole = end == tokens->nr || is_separator(&tokens->at[end], token_fold(tokens, end));
	/* A word that no capital tells is a name where it is the whole title. */
	if (!cased && !whole)
		return i + 1;
	struct ml_span name = ml_span_sub(title, first->at, tokens->at[end - 1].end);
	if (family ? whole : alone)
		identity_add(names, name, owner);
	if (alone && !whole)
		add_capitalized(names, tokens, i, end, title);
	else if (known_first && whole && adds_word(names, tokens, i + 1, end))
		identity_push(names, name); /* all of it, but not the family */
	return family || alone || whole ? end : i + 1;
}

void identity_add_han(struct identity_names *names, struct ml_span run)
{
	size_t from = 0, at = 0;

	while (at <= run.len) {
		struct ml_span rest = ml_span_sub(run, at, run.len);
		size_t len = 0;
		if (rest.len && !known(names, rest, &len)) {
			ml_utf8_next(&rest);
			at = run.len - rest.len;
			continue;
		}
		if (at - from >= 6 && at - from <= 15)
			identity_push(names, ml_span_sub(run, from, at));
		at += len ? len : 1;
		from = at;
	}
}

struct ml_span identity_strip_title(const struct ml_knowledge *knowledge, struct ml_span title)
{
	const struct ml_list *leads = ml_list_of(knowledge, ML_LIST_TITLE_LEADS), *tails = ml_list_of(knowledge, ML_LIST_TITLE_TAILS);

	title = ml_span_trim(title);
	while (title.len && (unsigned char)*title.at < 0x80 && !ml_is_alnum(*title.at))
		title = ml_span_sub(title, 1, title.len);
	for (size_t i = 0; i < leads->nr; i++)
		if (ml_span_starts_nocase(title, leads->at[i]))
			title = ml_span_sub(title, strlen(leads->at[i]), title.len);
	for (size_t i = 0; i < tails->nr; i++)
		if (ml_span_ends_nocase(title, tails->at[i]))
			title = ml_span_sub(title, 0, title.len - strlen(tails->at[i]));
	return title;
}

/* "Heron Tool Caller - Wren RL": behind a dash that stands free a title goes on to tell of what it has named. */
static bool opens_subtitle(const struct ml_token *token, struct ml_span title)
{
	return token->kind == ML_TOKEN_SIGN && token->at && token->end < title.len && title.at[token->at] == '-' && title.at[token->at - 1] == ' ' &&
	       title.at[token->end] == ' ';
}

#define SPELLED_WORDS_MIN 3u

/* "Heron (Hierarchical Egret Network)", "Hierarchical Egret Network (Heron)": what the name in the one stands for is in the other. */
static void add_spelled_out(struct identity_names *names, const struct ml_tokens *tokens, struct ml_span title)
{
	size_t open = ml_span_find(title, "("), close = ml_span_find(title, ")");

	if (open == SIZE_MAX || close == SIZE_MAX || close < open)
		return;
	struct ml_span sides[] = { ml_span_trim(ml_span_sub(title, 0, open)), ml_span_trim(ml_span_sub(title, open + 1, close)) };
	size_t nr[2] = { 0, 0 };
	for (size_t i = 0; i < tokens->nr && tokens->at[i].at < close; i++)
		nr[tokens->at[i].at > open] += tokens->at[i].kind == ML_TOKEN_WORD && !tokens->at[i].joined;
	for (size_t side = 0; side < 2; side++) {
		const struct ml_span spelled = sides[side], name = sides[!side];
		if (nr[!side] != 1 || nr[side] < SPELLED_WORDS_MIN || !name.len || !spelled.len || ml_is_digit(*spelled.at))
			continue;
		bool capital = *spelled.at >= 'A' && *spelled.at <= 'Z';
		if (capital && ml_lower(*spelled.at) == ml_lower(*name.at))
			identity_push(names, spelled);
	}
}

void identity_add_title(struct identity_names *names, struct ml_span title, struct ml_span owner)
{
	struct ml_tokens tokens;
	bool begin = true, named = false;

	if (!title.len)
		return;
	title = ml_span_sub(identity_strip_title(names->knowledge, title), 0, 300);
	ml_tokens_split(&tokens, names->arena, title);
	set_language(names, claim_language_of(names->knowledge->claims, &tokens));
	for (size_t i = 0; i < tokens.nr;) {
		const struct ml_token *token = &tokens.at[i];
		struct ml_span fold = ml_span_sub(tokens.folded, token->fold, token->fold_end);
		if (token->kind == ML_TOKEN_HAN)
			identity_add_han(names, fold);
		if (named && opens_subtitle(token, title))
			break;
		if (token->kind != ML_TOKEN_WORD || !begin) {
			begin = is_separator(token, fold) || token->kind == ML_TOKEN_HAN;
			i++;
			continue;
		}
		size_t next = title_name(names, &tokens, i, title, owner);
		begin = next == i + 1 && !token->capital && !token->mixed;
		named |= !begin;
		i = next;
	}
	add_spelled_out(names, &tokens, title);
	set_language(names, NULL);
}
