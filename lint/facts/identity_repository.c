/* Where the names of a repository stand: its folder, its address, its owner's account, its cards. */
#include "lint/facts/identity.h"

#include <string.h>

#include "lint/facts/parts.h"
#include "lint/facts/units.h"
#include "lint/knowledge/lists.h"
#include "lint/text/tokens.h"

static void add_owner(struct identity_names *names, struct ml_span owner)
{
	const struct ml_list *endings = ml_list_of(names->knowledge, ML_LIST_OWNER_ENDINGS);

	if (owner.len < 3)
		return;
	identity_push(names, owner);
	for (size_t i = 0; i < endings->nr; i++) {
		size_t len = strlen(endings->at[i]);
		if (owner.len >= len + 3 && ml_span_ends_nocase(owner, endings->at[i])) {
			struct ml_span stem = ml_span_sub(owner, 0, owner.len - len);
			while (stem.len && !ml_is_alnum(stem.at[stem.len - 1]))
				stem.len--;
			if (identity_stands_alone(names, ml_tokens_fold(names->arena, stem), owner))
				identity_push(names, stem);
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
	struct ml_span words[IDENTITY_WORDS_MAX];

	for (size_t i = 0; makers->as && i < makers->nr; i++) {
		if (!is_account(owner, makers->at[i]))
			continue;
		size_t nr = identity_words(ml_tokens_fold(names->arena, ml_span_of(makers->as[i])), words, IDENTITY_WORDS_MAX);
		for (size_t k = 0; k < nr; k++)
			identity_push(names, words[k]);
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
		if (identity_has(names, identity_letters(names->arena, name)))
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

/* "苇鹭（Heron）是…": the name that a block begins with, in front of brackets that hold an own one and no more. */
static void add_first_alias(struct identity_names *names, const struct ml_tokens *tokens)
{
	size_t close = 2;

	if (tokens->nr < 4 || tokens->at[0].kind != ML_TOKEN_HAN || tokens->folded.at[tokens->at[1].fold] != '(')
		return;
	struct ml_span fold = ml_span_sub(tokens->folded, tokens->at[0].fold, tokens->at[0].fold_end);
	while (close < tokens->nr && close < 2 + IDENTITY_WORDS_MAX && tokens->folded.at[tokens->at[close].fold] != ')')
		close++;
	if (close == 2 || close >= tokens->nr || fold.len > 18)
		return;
	struct ml_span inside = ml_span_sub(tokens->folded, tokens->at[2].fold, tokens->at[close - 1].fold_end);
	if (identity_has(names, identity_letters(names->arena, inside)))
		identity_add_han(names, fold);
}

/* "SEA-LION (southeast …)", "Qwen（通义千问）": what stands in brackets behind an own name, where it is one word. */
static void add_aliases(struct identity_names *names, const struct ml_block *block)
{
	struct ml_span text = ml_span_sub(block->text, 0, 600);
	struct ml_tokens tokens;

	if (!text.len || !may_hold_alias(text))
		return;
	ml_tokens_split(&tokens, names->arena, text);
	add_first_alias(names, &tokens);
	for (size_t i = 0; i + 3 < tokens.nr; i++) {
		const struct ml_token *alias = &tokens.at[i + 2];
		if (tokens.folded.at[tokens.at[i + 1].fold] != '(' || tokens.folded.at[tokens.at[i + 3].fold] != ')')
			continue;
		struct ml_span fold = ml_span_sub(tokens.folded, alias->fold, alias->fold_end);
		if (!ends_own(names, &tokens, i))
			continue;
		if (alias->kind == ML_TOKEN_HAN && fold.len <= 18)
			identity_add_han(names, fold);
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
