#include "lint/facts/identity.h"

#include <string.h>

#include "lint/facts/claims_p.h"
#include "lint/facts/units.h"
#include "lint/knowledge/lists.h"
#include "lint/text/utf8.h"

#define NUMBERED_MIN 5u /* letters behind the digits of a name that is no version */
#define NAME_MAX_WORDS 16u
#define TITLE_MAX_WORDS 4u

/* ---- words of a name ---- */

static const struct ml_lexeme *look_up(const struct identity_names *names, struct ml_span word, size_t *len)
{
	const struct ml_lexeme *best = NULL;

	*len = 0;
	for (size_t i = 0; i < names->knowledge->claims->languages_nr; i++) {
		const struct ml_claim_language *language = &names->knowledge->claims->languages[i];
		size_t took = 0;
		bool plain = strcmp(language->script, "latin") != 0 || !language->inherits;
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

static bool has(const struct ml_lexeme *lexeme, unsigned class_id)
{
	return lexeme && ml_classes_has(&lexeme->classes, class_id);
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

static bool is_own(const struct identity_names *names, struct ml_span letters)
{
	for (size_t i = 0; i < names->nr; i++)
		if (ml_span_eq(names->letters[i], letters))
			return true;
	return false;
}

static void push(struct identity_names *names, struct ml_span name)
{
	struct ml_span folded = ml_tokens_fold(names->arena, name), letters = letters_of(names->arena, folded);

	if (letters.len < 2 || names->nr >= IDENTITY_MAX || is_own(names, letters))
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

/* Cuts a folded name into its words; "_" and "." inside stay but for "_". */
static size_t cut(struct ml_span folded, struct ml_span *words, size_t max)
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

/* Whether a word can stand for the repository alone: a name, not a word of the language, and no family known to all but of this owner. */
static bool stands_alone(struct identity_names *names, struct ml_span word, struct ml_span owner)
{
	size_t len;
	const struct ml_lexeme *lexeme = known(names, word, &len);

	if (word.len < 3 || is_version(word))
		return false;
	if (!lexeme || len == 0)
		return true;
	if (!has(lexeme, ML_CLASS_ID_KNOWN))
		return len < word.len && !ml_is_alpha(word.at[len]) && lexeme->kind < 0;
	char *copy = ml_arena_dup(names->arena, bare(word));
	return owner.at && ml_span_find_nocase(owner, copy) != SIZE_MAX;
}

/* "7b", "chat": a version or variant of the same family. */
static bool is_variant(struct identity_names *names, struct ml_span word)
{
	size_t len;
	const struct ml_lexeme *lexeme = known(names, word, &len);

	return is_version(word) || (len == word.len && has(lexeme, ML_CLASS_ID_VARIANT));
}

static bool drops(struct identity_names *names, struct ml_span word)
{
	size_t len;
	const struct ml_lexeme *lexeme = known(names, word, &len);

	return is_variant(names, word) || (len == word.len && has(lexeme, ML_CLASS_ID_GENERIC));
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

	if (first.at == last.at || len != last.len || !has(lexeme, ML_CLASS_ID_COMPANION))
		return false;
	return !owner.at || ml_span_find_nocase(owner, ml_arena_dup(names->arena, first)) == SIZE_MAX;
}

void identity_add(struct identity_names *names, struct ml_span name, struct ml_span owner)
{
	struct ml_span words[NAME_MAX_WORDS], folded = ml_tokens_fold(names->arena, ml_span_sub(name, 0, 200));
	size_t nr = cut(folded, words, NAME_MAX_WORDS), count = nr;
	size_t len;

	if (nr == 0)
		return;
	if (is_companion(names, words[0], words[nr - 1], owner)) {
		push(names, folded);
		return;
	}
	if (nr > 1 || stands_alone(names, words[0], owner) || has(known(names, words[0], &len), ML_CLASS_ID_KNOWN))
		push(names, folded);
	bool variants = true;
	nr = without_student(names->knowledge, words, nr);
	while (nr > 1 && drops(names, words[nr - 1]))
		variants &= is_variant(names, words[--nr]);
	if (nr > 1) {
		struct ml_span stem = { folded.at, (size_t)(words[nr - 1].at - folded.at) + words[nr - 1].len };
		struct ml_span last = bare(words[nr - 1]);
		push(names, stem);
		if (last.len < words[nr - 1].len)
			push(names, ml_span_sub(stem, 0, stem.len - (words[nr - 1].len - last.len)));
	}
	/* The first word alone, where it is a name; a family of models only where nothing but variants follows or the owner is its maker. */
	bool family = nr == 1 && variants && has(known(names, words[0], &len), ML_CLASS_ID_KNOWN);
	if (family || stands_alone(names, words[0], owner)) {
		push(names, words[0]);
		push(names, bare(words[0]));
	}
	/* "Finch-Heron-7B" of the owner Finch is Heron too. */
	if (count > 1 && ml_span_eq(words[0], ml_tokens_fold(names->arena, owner)) &&
	    (stands_alone(names, words[1], owner) || has(known(names, words[1], &len), ML_CLASS_ID_KNOWN)))
		identity_add(names, ml_span_sub(folded, (size_t)(words[1].at - folded.at), folded.len), owner);
}

void identity_add_stranger(struct identity_names *names, struct ml_span name, struct ml_span owner)
{
	struct ml_span words[NAME_MAX_WORDS], folded = ml_tokens_fold(names->arena, ml_span_sub(name, 0, 200));

	if (cut(folded, words, NAME_MAX_WORDS) && stands_alone(names, words[0], owner))
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
		push(names, ml_span_sub(title, tokens->at[from].at, tokens->at[end - 1].end));
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
	bool known_first = i == 0 && has(known(names, word, &len), ML_CLASS_ID_KNOWN);
	/* A title of a known family alone is its own, where no owner says otherwise, or the repository is called after it. */
	bool family = known_first && (!owner.at || (tokens->nr == 1 && begins_own(names, word))), alone = !family && stands_alone(names, word, owner);
	bool cased = first->capital || first->mixed || first->digits;
	/* "RLHF-V": no word of it is a name, but all of them are. */
	if (cased && !known_first && !alone && i == 0 && tokens->nr == 2 && tokens->at[1].joined)
		push(names, title);
	if (!(cased || has_no_case(word)) || !(known_first || alone))
		return i + 1;
	size_t companion = companion_end(names, tokens, i, owner);
	if (companion) {
		push(names, ml_span_sub(title, first->at, tokens->at[companion - 1].end));
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
		push(names, name); /* all of it, but not the family */
	return family || alone || whole ? end : i + 1;
}

/* What a run of Han holds beside known words: "雅意大模型" gives "雅意". */
static void title_han(struct identity_names *names, struct ml_span run)
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
			push(names, ml_span_sub(run, from, at));
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
	return token->kind == ML_TOKEN_SIGN && token->at && token->end < title.len && title.at[token->at] == '-' &&
	       title.at[token->at - 1] == ' ' && title.at[token->end] == ' ';
}

void identity_add_title(struct identity_names *names, struct ml_span title, struct ml_span owner)
{
	struct ml_tokens tokens;
	bool begin = true, named = false;

	if (!title.len)
		return;
	title = ml_span_sub(identity_strip_title(names->knowledge, title), 0, 300);
	ml_tokens_split(&tokens, names->arena, title);
	for (size_t i = 0; i < tokens.nr;) {
		const struct ml_token *token = &tokens.at[i];
		struct ml_span fold = ml_span_sub(tokens.folded, token->fold, token->fold_end);
		if (token->kind == ML_TOKEN_HAN)
			title_han(names, fold);
		if (named && opens_subtitle(token, title))
			return;
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
}

/* ---- the repository ---- */

static void add_owner(struct identity_names *names, struct ml_span owner)
{
	const struct ml_list *endings = ml_list_of(names->knowledge, ML_LIST_OWNER_ENDINGS);

	if (owner.len < 3)
		return;
	push(names, owner);
	for (size_t i = 0; i < endings->nr; i++) {
		size_t len = strlen(endings->at[i]);
		if (owner.len >= len + 3 && ml_span_ends_nocase(owner, endings->at[i])) {
			struct ml_span stem = ml_span_sub(owner, 0, owner.len - len);
			while (stem.len && !ml_is_alnum(stem.at[stem.len - 1]))
				stem.len--;
			if (stands_alone(names, ml_tokens_fold(names->arena, stem), owner))
				push(names, stem);
		}
	}
}

/* Whether the owner is the account, or begins with it up to a sign: "tencent-hunyuan" is of tencent. */
static bool is_account(struct ml_span owner, const char *account)
{
	size_t len = strlen(account);

	return ml_span_starts_nocase(owner, account) && (owner.len == len || !ml_is_alnum(owner.at[len]));
}

/* What texts call the owner: names in other scripts than that of accounts. */
static void add_makers(struct identity_names *names, struct ml_span owner)
{
	const struct ml_list *makers = ml_list_of(names->knowledge, ML_LIST_MAKERS);
	struct ml_span words[NAME_MAX_WORDS];

	for (size_t i = 0; makers->as && i < makers->nr; i++) {
		if (!is_account(owner, makers->at[i]))
			continue;
		size_t nr = cut(ml_tokens_fold(names->arena, ml_span_of(makers->as[i])), words, NAME_MAX_WORDS);
		for (size_t k = 0; k < nr; k++)
			push(names, words[k]);
	}
}

/* "https://host/owner/name.git", "git@host:owner/name": the last two parts. */
static void cut_remote(struct ml_span url, struct ml_span *owner, struct ml_span *name)
{
	size_t end, slash;

	*owner = *name = (struct ml_span){ NULL, 0 };
	while (url.len && url.at[url.len - 1] == '/')
		url.len--;
	if (ml_span_ends(url, ".git"))
		url.len -= 4;
	for (slash = url.len; slash && url.at[slash - 1] != '/'; slash--)
		;
	if (slash < 2)
		return;
	*name = ml_span_sub(url, slash, url.len);
	end = slash - 1;
	for (slash = end; slash && url.at[slash - 1] != '/' && url.at[slash - 1] != ':'; slash--)
		;
	*owner = ml_span_sub(url, slash, end);
}

static void add_tree(struct identity_names *names, const struct ml_tree *tree, struct ml_span *owner)
{
	struct ml_span name = ml_span_of(tree->name), remote_owner, remote_name;
	const char *slash = tree->name ? strrchr(tree->name, '/') : NULL;

	*owner = ml_span_of(tree->owner);
	if (slash) {
		*owner = ml_span_sub(name, 0, (size_t)(slash - tree->name));
		name = ml_span_of(slash + 1);
	}
	cut_remote(ml_span_of(tree->remote), &remote_owner, &remote_name);
	if (remote_owner.len)
		*owner = remote_owner;
	if (remote_name.len)
		identity_add(names, remote_name, *owner);
	/* A lone file is no repository: its folder's name says nothing. */
	if (tree->files_nr > 1 || tree->remote || tree->owner)
		identity_add(names, name, *owner);
	if (owner->len) {
		add_owner(names, *owner);
		add_makers(names, *owner);
	}
}

/* model-index names, and the names by which front matter calls the model. */
static void add_front(struct identity_names *names, const struct ml_node *root, struct ml_span owner)
{
	const struct ml_list *keys = ml_list_of(names->knowledge, ML_LIST_NAME_KEYS);

	for (size_t i = 0; i < keys->nr; i++)
		identity_add_title(names, ml_node_get_text(root, keys->at[i]), owner);
	ml_node_each(entry, ml_node_get(root, "model-index"))
		identity_add(names, ml_node_get_text(entry, "name"), owner);
}

/* Whether an own name of up to four words ends with token i. */
static bool ends_own(const struct identity_names *names, const struct ml_tokens *tokens, size_t i)
{
	for (size_t k = 0; k < 4 && k <= i; k++) {
		struct ml_span name = ml_span_sub(tokens->folded, tokens->at[i - k].fold, tokens->at[i].fold_end);
		if (is_own(names, identity_letters(names->arena, name)))
			return true;
	}
	return false;
}

/* Whether what stands in brackets may be one word that is a name: "(for example)" and "(see)" are none. */
static bool may_be_alias(struct ml_span inside)
{
	bool named = false;

	inside = ml_span_trim(inside);
	if (ml_span_ascii(inside) < inside.len)
		return true;
	for (size_t i = 0; i < inside.len; i++) {
		if (ml_is_space(inside.at[i]))
			return false;
		named |= ml_is_digit(inside.at[i]) || (i && ml_lower(inside.at[i]) != inside.at[i]);
	}
	return named;
}

static bool may_hold_alias(struct ml_span text)
{
	const char *at = text.at, *end = text.at + text.len, *close;

	/* Brackets of the other width; nothing else is folded into one. */
	if (memchr(at, 0xEF, text.len) && (ml_span_find(text, "\uff08") != SIZE_MAX || ml_span_find(text, "\uff09") != SIZE_MAX))
		return true;
	while ((at = memchr(at, '(', (size_t)(end - at))) && (close = memchr(at, ')', (size_t)(end - at)))) {
		at++;
		if (may_be_alias((struct ml_span){ at, (size_t)(close - at) }))
			return true;
	}
	return false;
}

/* "SEA-LION (southeast …)", "Qwen（通义千问）": what stands in brackets behind an own name, where it is one word. */
static void add_aliases(struct identity_names *names, const struct ml_block *block)
{
	struct ml_span text = ml_span_sub(block->text, 0, 600);
	struct ml_tokens tokens;

	if (!text.len || !may_hold_alias(text))
		return;
	ml_tokens_split(&tokens, names->arena, text);
	for (size_t i = 0; i + 3 < tokens.nr; i++) {
		const struct ml_token *alias = &tokens.at[i + 2];
		if (tokens.folded.at[tokens.at[i + 1].fold] != '(' || tokens.folded.at[tokens.at[i + 3].fold] != ')')
			continue;
		struct ml_span fold = ml_span_sub(tokens.folded, alias->fold, alias->fold_end);
		if (!ends_own(names, &tokens, i))
			continue;
		if (alias->kind == ML_TOKEN_HAN && fold.len <= 18)
			title_han(names, fold);
		else if (alias->kind == ML_TOKEN_WORD && (alias->mixed || alias->digits))
			identity_add(names, fold, (struct ml_span){ NULL, 0 });
	}
}

static void add_card(struct identity_names *names, const struct ml_card *card, struct ml_span owner)
{
	identity_add_title(names, card->title, owner);
	add_front(names, card->front.root, owner);
	for (size_t i = 0; card->document && i < card->document->blocks_nr && i < 16; i++)
		if (card->document->blocks[i].kind != ML_BLOCK_CODE)
			add_aliases(names, &card->document->blocks[i]);
}

void identity_add_unit(struct identity_names *names, const struct ml_facts *facts, const struct ml_card *card)
{
	struct ml_span owner = facts->tree ? ml_span_of(facts->tree->owner) : (struct ml_span){ NULL, 0 };

	if (!card->file || !ml_is_of_unit(facts, card->file))
		return;
	const char *end = strrchr(card->file->path, '/'), *from = end;
	while (from > card->file->path && from[-1] != '/')
		from--;
	identity_add(names, (struct ml_span){ from, (size_t)(end - from) }, owner);
	identity_add_title(names, card->title, owner);
	add_front(names, card->front.root, owner);
}

void ml_identity_tell_owner(struct ml_tree *tree, const struct ml_knowledge *knowledge)
{
	if (!tree->owner && tree->folder && !ml_list_has(knowledge, ML_LIST_COMMON_FOLDERS, ml_span_of(tree->folder)))
		tree->owner = tree->folder;
}

void ml_identity_collect(struct ml_facts *facts)
{
	struct identity_names names = { .arena = facts->arena, .knowledge = facts->knowledge };
	struct ml_span owner = { NULL, 0 };

	if (facts->tree)
		add_tree(&names, facts->tree, &owner);
	/* Only cards of the whole repository name it: a README further down may introduce a tool of somebody else. */
	for (size_t i = 0; i < facts->cards_nr; i++)
		if (facts->cards[i].primary || !facts->cards[i].file || !strchr(facts->cards[i].file->path, '/'))
			add_card(&names, &facts->cards[i], owner);
	facts->identity = names.at;
	facts->identity_nr = names.nr;
}
