#include "lint/facts/claims_p.h"

#include <string.h>

#include "lint/facts/identity.h"
#include "lint/facts/lineage.h"
#include "lint/knowledge/lists.h"
#include "lint/text/utf8.h"

#define SIBLINGS_MAX 24u
#define LOOSE_MAX 1500u /* bytes */
#define HAN_NAME_MAX 18u /* bytes: six characters */

static void name_add(struct claim_engine *engine, struct claim_name name)
{
	unsigned char head = name.letters.len ? (unsigned char)name.letters.at[0] : 0;

	if (name.letters.len < 2 || engine->names_nr == CLAIM_NAMES_MAX)
		return;
	engine->names[engine->names_nr++] = name;
	engine->heads[head / 64] |= UINT64_C(1) << head % 64;
}

static bool is_own(const struct claim_engine *engine, struct ml_span letters)
{
	for (size_t i = 0; i < engine->names_nr; i++)
		if (engine->names[i].own && ml_span_eq(engine->names[i].letters, letters))
			return true;
	return false;
}

/* The names of "org/name-7b": with and without what a fine-tune shares with nobody. Not those that are the repository's own. */
static void others_add(struct claim_engine *engine, const char *id)
{
	struct identity_names names = { .arena = engine->arena, .knowledge = engine->facts->knowledge };
	struct ml_span name = ml_path_name(ml_span_of(id));

	identity_add(&names, name, name);
	for (size_t i = 0; i < names.nr; i++)
		if (!is_own(engine, names.letters[i]))
			name_add(engine, (struct claim_name){ .letters = names.letters[i] });
}

/* The owner and the last part of an address on one of the hosts; false elsewhere. */
static bool cut_address(const struct ml_knowledge *knowledge, struct ml_span target, struct ml_span *owner, struct ml_span *name)
{
	const struct ml_list *hosts = ml_list_of(knowledge, ML_LIST_OWNER_HOSTS);
	size_t scheme = ml_span_find(target, "://"), host = 0, end;

	*owner = *name = (struct ml_span){ NULL, 0 };
	if (scheme == SIZE_MAX)
		return false;
	target = ml_span_sub(target, scheme + 3, target.len);
	for (size_t i = 0; i < hosts->nr; i++)
		if (ml_span_starts_nocase(target, hosts->at[i]) && strlen(hosts->at[i]) > host)
			host = strlen(hosts->at[i]);
	if (!host)
		return false;
	target = ml_span_sub(target, host, target.len);
	end = ml_span_find(target, "/");
	*owner = ml_span_sub(target, 0, end);
	if (end == SIZE_MAX)
		return owner->len > 0;
	target = ml_span_sub(target, end + 1, target.len);
	end = ml_span_find(target, "/");
	*name = ml_span_sub(target, 0, end);
	return owner->len > 0;
}

static bool begins_with(struct ml_span letters, struct ml_span name)
{
	return letters.len > name.len && !memcmp(letters.at, name.at, name.len);
}

/* "CogVideoX" where "CogVideo" is the own name: a later generation, a larger size. */
static bool extends_own(const struct claim_engine *engine, struct ml_span fold)
{
	for (size_t i = 0; i < engine->names_nr; i++) {
		struct ml_span own = engine->names[i].letters;
		if (engine->names[i].own && !engine->names[i].sibling && own.len >= 5 && begins_with(fold, own))
			return true;
	}
	return false;
}

/* "Heron-A2" where the repository is Heron-V2: another of the same family, for the whole name of this one does not go on in it. */
static bool is_other_branch(const struct claim_engine *engine, struct ml_span letters)
{
	struct ml_span whole = engine->facts->identity_nr ? identity_letters(engine->arena, ml_span_of(engine->facts->identity[0])) : (struct ml_span){ NULL, 0 };

	if (!whole.len || begins_with(letters, whole))
		return false;
	for (size_t i = 0; i < engine->names_nr; i++) {
		struct ml_span own = engine->names[i].letters;
		if (engine->names[i].own && !engine->names[i].sibling && own.len >= 5 && begins_with(letters, own) && begins_with(whole, own))
			return true;
	}
	return false;
}

/* "Heron2" where "Heron" is the own name, a repository of its own: the generation that came later, with terms of its own. */
static bool is_next_generation(const struct claim_engine *engine, struct ml_span letters)
{
	for (size_t i = 0; i < engine->names_nr; i++) {
		struct ml_span own = engine->names[i].letters;
		if (engine->names[i].own && !engine->names[i].sibling && own.len >= 4 && letters.len == own.len + 1 && !memcmp(letters.at, own.at, own.len) &&
		    ml_is_digit(letters.at[own.len]))
			return true;
	}
	return false;
}

/* The length of a name without a size at its end: "heron7b" and "heron1.8b" give that of "heron"; the whole where there is none. */
static size_t sizeless(struct ml_span letters)
{
	size_t len = letters.len;

	if (!len || (letters.at[len - 1] != 'b' && letters.at[len - 1] != 'm'))
		return letters.len;
	len--;
	size_t digits = len;
	while (len && (ml_is_digit(letters.at[len - 1]) || letters.at[len - 1] == '.' || letters.at[len - 1] == '-'))
		len--;
	return len < digits && len >= 4 ? len : letters.len;
}

/* "Heron-7B" where "Heron-13B" is the own name: another size in a repository of its own. */
static bool is_other_size(const struct claim_engine *engine, struct ml_span letters)
{
	size_t stem = sizeless(letters);

	for (size_t i = 0; stem < letters.len && i < engine->names_nr; i++) {
		struct ml_span own = engine->names[i].letters;
		if (engine->names[i].own && !engine->names[i].sibling && sizeless(own) == stem && own.len > stem && !memcmp(own.at, letters.at, stem))
			return true;
	}
	return false;
}

/* Front matter is a hub's: the code of what the card describes lies in a repository elsewhere. */
static bool on_hub(const struct claim_engine *engine)
{
	return engine->card && engine->card->front.root;
}

/* A repository beside this one; models on a hub are what this one offers. */
static bool is_code_host(const struct ml_knowledge *knowledge, struct ml_span target)
{
	for (size_t at; (at = ml_span_find(target, "://")) != SIZE_MAX;) {
		target = ml_span_sub(target, at + 3, target.len);
		if (ml_list_start(knowledge, ML_LIST_PROJECT_HOSTS, ml_span_starts_nocase(target, "www.") ? ml_span_sub(target, 4, target.len) : target))
			return true;
	}
	return false;
}

#define MET_NR 16u

/* Words that were asked for, by their hash: most links of a document lead to few places. */
struct met {
	struct ml_span at[MET_NR];
};

static bool was_met(const struct met *met, struct ml_span word)
{
	return ml_span_eq(met->at[ml_span_hash(word) % MET_NR], word);
}

static void meet(struct met *met, struct ml_span word)
{
	met->at[ml_span_hash(word) % MET_NR] = word;
}

/* Owners that are the own one and that are not, and names that are own ones. */
struct known_links {
	struct met own, strangers, names;
};

static bool is_own_space(const struct claim_engine *engine, struct ml_span owner, struct known_links *known)
{
	if (was_met(&known->own, owner))
		return true;
	if (was_met(&known->strangers, owner))
		return false;
	bool own = is_own(engine, identity_letters(engine->arena, owner));
	meet(own ? &known->own : &known->strangers, owner);
	return own;
}

/* Whether two texts may have the same letters: that their first ones differ tells most apart, unless one is an address. */
static bool may_be_same(struct ml_span a, struct ml_span b)
{
	char x = ml_lower(a.at[0]), y = ml_lower(b.at[0]);

	return x == y || !ml_is_alnum(x) || !ml_is_alnum(y) || x == 'w' || y == 'w' || memchr(a.at, '@', a.len) || memchr(b.at, '@', b.len);
}

/* Releases of the same people, by links into their space whose text is the name: "[Atom-7B](https://host/owner/Atom-7B)". */
static void siblings_add(struct claim_engine *engine, const struct ml_document *document)
{
	size_t before = engine->names_nr;
	struct known_links known;

	memset(&known, 0, sizeof known);
	for (size_t i = 0; document && i < document->blocks_nr; i++) {
		const struct ml_block *block = &document->blocks[i];
		for (size_t k = 0; k < block->links_nr && engine->names_nr < before + SIBLINGS_MAX; k++) {
			const struct ml_link *link = &block->links[k];
			struct ml_span owner, name, text = ml_span_sub(block->text, link->at, link->at + link->len);
			if (link->image || text.len < 4 || !cut_address(engine->facts->knowledge, link->target, &owner, &name) || name.len < 4)
				continue;
			/* The text is the name, or the address itself. */
			bool address = ml_span_find(text, "://") != SIZE_MAX;
			if (!(address || may_be_same(name, text)) || !is_own_space(engine, owner, &known) || was_met(&known.names, name))
				continue;
			struct ml_span letters = identity_letters(engine->arena, name);
			if (is_own(engine, letters)) {
				meet(&known.names, name);
				continue;
			}
			if (!address && !ml_span_eq(letters, identity_letters(engine->arena, text)))
				continue;
			bool later = is_next_generation(engine, letters) || is_other_size(engine, letters) || is_other_branch(engine, letters);
			bool sibling = is_code_host(engine->facts->knowledge, link->target) && !on_hub(engine) && (later || !extends_own(engine, letters));
			name_add(engine, (struct claim_name){ .letters = letters, .own = true, .sibling = sibling });
			memset(&known.strangers, 0, sizeof known.strangers); /* that name may be one's */
		}
	}
}

/* Names of makers are in other scripts than accounts. */
static bool is_maker(const struct ml_knowledge *knowledge, const char *name)
{
	const struct ml_list *makers = ml_list_of(knowledge, ML_LIST_MAKERS);

	for (size_t i = 0; makers->as && (unsigned char)*name >= 0x80 && i < makers->nr; i++)
		if (ml_span_find(ml_span_of(makers->as[i]), name) != SIZE_MAX)
			return true;
	return false;
}

#define PLAIN_MIN 3u /* bytes */

/* "composer", "jan": what the repository is called, if that is a common word, and no claim and no part of a title. */
static struct ml_span plain_name(const struct claim_engine *engine)
{
	const struct ml_claims_knowledge *knowledge = engine->knowledge;
	const struct ml_tree *tree = engine->facts->tree;
	struct ml_span none = { NULL, 0 }, fold = tree && tree->name ? ml_tokens_fold(engine->arena, ml_path_name(ml_span_of(tree->name))) : none;
	bool common = false;
	size_t len;

	for (size_t i = 0; fold.len >= PLAIN_MIN && i < knowledge->languages_nr; i++) {
		const struct ml_lexeme *lexeme = claim_lexeme(&knowledge->languages[i], fold, &len);
		if (!lexeme || len != fold.len)
			continue;
		const struct ml_classes *classes = ml_lexeme_classes(&knowledge->languages[i], lexeme);
		if (lexeme->kind >= 0 || ml_classes_has(classes, ML_CLASS_ID_GENERIC) || ml_classes_has(classes, ML_CLASS_ID_KNOWN))
			return none;
		common = true;
	}
	return common ? fold : none;
}

void claim_names_init(struct claim_engine *engine)
{
	const struct ml_facts *facts = engine->facts;

	for (size_t i = 0; i < facts->identity_nr && engine->names_nr < CLAIM_NAMES_MAX; i++)
		name_add(engine, (struct claim_name){ .letters = identity_letters(engine->arena, ml_span_of(facts->identity[i])),
						      .own = true,
						      .maker = is_maker(facts->knowledge, facts->identity[i]) });
	if (engine->card) {
		struct identity_names names = { .arena = engine->arena, .knowledge = engine->facts->knowledge };
		if (facts->identity_nr == 0)
			identity_add_title(&names, engine->card->title, (struct ml_span){ NULL, 0 });
		identity_add_unit(&names, facts, engine->card);
		for (size_t i = 0; i < names.nr; i++)
			name_add(engine, (struct claim_name){ .letters = names.letters[i], .own = true });
	}
	engine->plain = plain_name(engine);
	/* A note without title is believed to speak of itself; an essay is not. */
	engine->loose = engine->names_nr == 0 && (!engine->card || !engine->card->file || engine->card->file->text.len <= LOOSE_MAX);
	if (engine->card)
		siblings_add(engine, engine->card->document);
	engine->own_nr = engine->names_nr;
	claim_names_others(engine);
}

void claim_names_others(struct claim_engine *engine)
{
	const struct ml_facts *facts = engine->facts;

	engine->names_nr = engine->own_nr;
	for (size_t i = 0; i < facts->bases_nr && i < 16; i++)
		others_add(engine, facts->bases[i].id);
	for (size_t i = 0; i < facts->datasets_nr && i < 16; i++)
		others_add(engine, facts->datasets[i].id);
}

static bool border(struct ml_span rest, bool after_han)
{
	if (rest.len == 0 || rest.at[0] == ' ')
		return true;
	struct ml_span copy = rest;
	bool han = (unsigned char)rest.at[0] >= 0xe3 && ml_is_han(ml_utf8_next(&copy));
	return han || after_han;
}

static const char *const genitives[] = { "'s", "\xe2\x80\x99s" };

/* Bytes of "'s" at the begin of rest, or 0. */
static size_t genitive_at(struct ml_span rest)
{
	for (size_t i = 0; i < sizeof genitives / sizeof *genitives; i++)
		if (ml_span_starts(rest, genitives[i]))
			return strlen(genitives[i]);
	return 0;
}

size_t claim_genitive_stem(struct ml_span fold)
{
	for (size_t i = 0; i < sizeof genitives / sizeof *genitives; i++)
		if (ml_span_ends(fold, genitives[i]))
			return fold.len - strlen(genitives[i]);
	return fold.len;
}

/* Bytes of rest that spell the letters, spaces and underscores skipped; 0 where it does not. */
static size_t spells(struct ml_span letters, struct ml_span rest)
{
	size_t at = 0, i = 0;

	while (i < letters.len) {
		if (at == rest.len)
			return 0;
		if (i && (rest.at[at] == ' ' || rest.at[at] == '_')) {
			at++;
			continue;
		}
		if (rest.at[at++] != letters.at[i++])
			return 0;
	}
	bool han = (unsigned char)letters.at[letters.len - 1] >= 0x80 && (unsigned char)letters.at[0] >= 0xe3;
	/* A later generation is the same family: "chatglm" in "ChatGLM3". */
	bool generation = at < rest.len && letters.len >= 3 && ml_is_digit(rest.at[at]) && ml_is_alpha(letters.at[letters.len - 1]);
	size_t genitive = genitive_at(ml_span_sub(rest, at, rest.len));
	if (genitive && border(ml_span_sub(rest, at + genitive, rest.len), false))
		return at + genitive;
	return generation || border(ml_span_sub(rest, at, rest.len), han) ? at : 0;
}

const struct claim_name *claim_name_at(const struct claim_engine *engine, struct ml_span rest, size_t *len)
{
	const struct claim_name *best = NULL;
	unsigned head = rest.len ? (unsigned char)rest.at[0] : 0;

	*len = 0;
	if (!(engine->heads[head / 64] >> head % 64 & 1))
		return NULL;
	for (size_t i = 0; i < engine->names_nr; i++) {
		const struct claim_name *name = &engine->names[i];
		if (rest.len == 0 || name->letters.at[0] != rest.at[0])
			continue;
		size_t took = spells(name->letters, rest);
		if (took > *len) {
			*len = took;
			best = name;
		}
	}
	return best;
}

static bool none(const struct ml_classes *classes)
{
	return classes->bits[0] == 0 && classes->bits[1] == 0;
}

/* Style bits are no meaning: a linked or coded word is as unknown as before. */
static bool unknown(const struct claim_word *word)
{
	struct ml_classes bare = word->classes;

	ml_classes_drop(&bare, ML_CLASS_ID_LINKED);
	ml_classes_drop(&bare, ML_CLASS_ID_CODED);
	ml_classes_drop(&bare, ML_CLASS_ID_VARIANT);
	return word->kind < 0 && none(&bare);
}

/* "8th", "2nd" */
static bool is_ordinal(struct ml_span fold)
{
	static const char *const ends[] = { "st", "nd", "rd", "th" };

	if (fold.len < 3 || !ml_is_digit(fold.at[0]) || !ml_is_digit(fold.at[fold.len - 3]))
		return false;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (ml_span_ends(fold, ends[i]))
			return true;
	return false;
}

/* "7b", "1.8b", "32k", "3d", "v1.0": a size, a count, a version. */
static bool is_size(const struct claim_word *word)
{
	if (is_ordinal(word->fold))
		return true;
	if (word->fold.len >= 2 && word->fold.at[0] == 'v' && ml_is_digit(word->fold.at[1]))
		return true;
	return word->fold.len >= 2 && word->fold.len <= 5 && ml_is_digit(word->fold.at[0]) && ml_is_digit(word->fold.at[word->fold.len - 2]);
}

static bool looks_like_name(const struct claim_word *word)
{
	if (!unknown(word) || word->han || !word->letters || is_size(word))
		return false;
	return word->capital || word->mixed || word->digits || claim_word_is(word, ML_CLASS_ID_CODED) ||
	       claim_word_is(word, ML_CLASS_ID_LINKED);
}

/* Whether the word goes on with a name: "-7B", "2.5", "Chat". */
static bool goes_on(const struct claim_word *name, const struct claim_word *word)
{
	if (word->kind >= 0 || word->han || !(word->letters || word->digits))
		return false;
	/* "heron-llama-7b" is one name. */
	if (word->joined && claim_word_is(name, ML_CLASS_ID_SELF) && claim_word_is(word, ML_CLASS_ID_KNOWN))
		return true;
	if (word->joined && !claim_word_is(word, ML_CLASS_ID_MODEL) && !claim_word_is(word, ML_CLASS_ID_BREAK))
		return unknown(word) || word->digits || word->capital || claim_word_is(word, ML_CLASS_ID_VARIANT);
	if (word->digits && word->fold.len <= 8)
		return word->letters || !name->digits;
	return claim_word_is(word, ML_CLASS_ID_VARIANT) && (word->capital || word->mixed);
}

enum home { HOME_UNKNOWN, HOME_OWN, HOME_SIBLING, HOME_FOREIGN, HOME_ACCOUNT }; /* ACCOUNT: of a hub, where the makers of a repository elsewhere may be called otherwise */

/* Whether the word is the text of a link into the space of the repository's owner, or of another. */
static enum home links_to(const struct claim_sentence *sentence, const struct claim_word *word, const struct claim_engine *engine)
{
	struct ml_span owner, name;

	if (!sentence->block || !claim_word_is(word, ML_CLASS_ID_LINKED))
		return HOME_UNKNOWN;
	for (size_t i = 0; i < sentence->block->links_nr; i++) {
		const struct ml_link *link = &sentence->block->links[i];
		if (link->image || word->at < link->at || word->at >= link->at + link->len || !cut_address(engine->facts->knowledge, link->target, &owner, &name))
			continue;
		if (!is_own(engine, identity_letters(engine->arena, owner)))
			return is_code_host(engine->facts->knowledge, link->target) || on_hub(engine) ? HOME_FOREIGN : HOME_ACCOUNT;
		struct ml_span letters = identity_letters(engine->arena, name);
		bool own = is_own(engine, letters) || (extends_own(engine, letters) && !is_next_generation(engine, letters) && !is_other_branch(engine, letters));
		return is_code_host(engine->facts->knowledge, link->target) && !on_hub(engine) && !own ? HOME_SIBLING : HOME_OWN;
	}
	return HOME_UNKNOWN;
}

/* Whether the word is the text of a link to a data set on the hub. */
static bool links_to_data(const struct claim_sentence *sentence, const struct claim_word *word)
{
	if (!sentence->block || !claim_word_is(word, ML_CLASS_ID_LINKED))
		return false;
	for (size_t i = 0; i < sentence->block->links_nr; i++) {
		const struct ml_link *link = &sentence->block->links[i];
		if (!link->image && word->at >= link->at && word->at < link->at + link->len)
			return ml_hub_dataset_of(link->target).len > 0;
	}
	return false;
}

/* "meta" in the repositories of "meta-llama", and "meta's". */
static bool is_owner(const struct claim_engine *engine, const struct claim_word *word)
{
	const struct ml_tree *tree = engine->facts->tree;
	struct ml_span fold = ml_span_sub(word->fold, 0, word->genitive ? claim_genitive_stem(word->fold) : word->fold.len);
	struct ml_span owner = tree && tree->owner ? ml_tokens_fold(engine->arena, ml_span_of(tree->owner)) : (struct ml_span){ NULL, 0 };

	for (size_t from = 0, i = 0; i <= owner.len; i++) {
		if (i < owner.len && owner.at[i] != ' ')
			continue;
		if (i > from && ml_span_eq(ml_span_sub(owner, from, i), fold))
			return true;
		from = i + 1;
	}
	return false;
}

static void mark(struct claim_word *word, const struct claim_sentence *sentence, const struct claim_engine *engine)
{
	bool known = claim_word_is(word, ML_CLASS_ID_KNOWN), name = known || looks_like_name(word);

	if (!name || claim_word_is(word, ML_CLASS_ID_SELF) || claim_word_is(word, ML_CLASS_ID_BASE))
		return;
	enum home home = links_to(sentence, word, engine);
	word->foreign = home == HOME_FOREIGN;
	bool own = home == HOME_OWN || is_owner(engine, word) || extends_own(engine, word->fold);
	if (own || home == HOME_SIBLING) {
		ml_classes_add(&word->classes, ML_CLASS_ID_SELF);
		word->sibling = !own;
	} else {
		ml_classes_add(&word->classes, known ? ML_CLASS_ID_ALIEN : ML_CLASS_ID_NAMED);
		bool mine = !known && engine->loose;
		if (mine)
			ml_classes_add(&word->classes, ML_CLASS_ID_SELF);
		else if (word->genitive)
			ml_classes_add(&word->classes, ML_CLASS_ID_POSSESSIVE);
	}
}

static bool is_name(const struct claim_word *word)
{
	return claim_word_is(word, ML_CLASS_ID_SELF) || claim_word_is(word, ML_CLASS_ID_BASE) ||
	       claim_word_is(word, ML_CLASS_ID_ALIEN) || claim_word_is(word, ML_CLASS_ID_NAMED);
}

/* "Purple Llama Guard": unknown capitalized words in a row are one name. */
static bool same_name(const struct claim_word *name, const struct claim_word *word)
{
	return goes_on(name, word) || (claim_word_is(name, ML_CLASS_ID_NAMED) && looks_like_name(word) && word->capital &&
				       !claim_word_is(name, ML_CLASS_ID_CODED));
}

/* What follows a name that opens a sentence: "is", a topic particle, a verb of Chinese; else the phrase only where any name may be the own one. */
static bool opens(const struct claim_engine *engine, const struct claim_word *word)
{
	bool verb = word->kind >= 0 && word->han && (word->form == ML_FORM_PARTICIPLE || word->form == ML_FORM_VERB);

	return verb || (engine->loose && word->kind >= 0) || claim_word_is(word, ML_CLASS_ID_BE) || ml_list_has(engine->facts->knowledge, ML_LIST_TOPIC_PARTICLES, word->fold);
}

/* A phrase in the text of a link says it of what the link leads to: "[this open-source viewer](https://host/other/viewer)". A name in Han, that no capital tells, has its place too. */
static void mark_linked(struct claim_word *word, const struct claim_sentence *sentence, const struct claim_engine *engine)
{
	bool asked = word->kind >= 0 || (word->han && unknown(word));
	enum home home = asked && !engine->loose ? links_to(sentence, word, engine) : HOME_UNKNOWN;

	word->foreign |= home == HOME_FOREIGN;
	word->sibling |= home == HOME_SIBLING;
}

/* "Composer is …", "we built Composer", "OpenMap": the common word as a name; a sentence begins with a capital anyway, but goes on with none. */
static bool is_plain_name(const struct claim_engine *engine, const struct claim_sentence *sentence, const struct claim_word *word, size_t next, bool first)
{
	if (!engine->plain.len || !word->capital || !ml_span_eq(word->fold, engine->plain))
		return false;
	/* "Jan 2024" */
	if (next < sentence->nr && sentence->words[next].digits)
		return false;
	return !first || word->mixed || (next < sentence->nr && claim_word_is(&sentence->words[next], ML_CLASS_ID_BE));
}

void claim_names_mark(struct claim_sentence *sentence, const struct claim_engine *engine)
{
	size_t to = 0;
	bool based = false;

	for (size_t i = 0; i < sentence->nr;) {
		struct claim_word word = sentence->words[i++];
		bool first = to == 0;
		if (is_plain_name(engine, sentence, &word, i, first)) {
			word.classes = (struct ml_classes){ 0 };
			ml_classes_add(&word.classes, ML_CLASS_ID_SELF);
		}
		mark(&word, sentence, engine);
		/* "built on the open-source Wren": nor what another thing stands on. */
		if (engine->loose && based && claim_word_is(&word, ML_CLASS_ID_NAMED))
			ml_classes_drop(&word.classes, ML_CLASS_ID_SELF);
		based |= claim_word_is(&word, ML_CLASS_ID_BASIS) && !word.han;
		mark_linked(&word, sentence, engine);
		/* A short run of Han that opens the sentence and is no known word, most often the name. */
		if (first && word.han && unknown(&word) && word.fold.len <= HAN_NAME_MAX && word.fold.len > 3 && i < sentence->nr &&
		    opens(engine, &sentence->words[i])) {
			ml_classes_add(&word.classes, ML_CLASS_ID_NAMED);
			if (engine->loose)
				ml_classes_add(&word.classes, ML_CLASS_ID_SELF);
		}
		/* The subject of a note without a title is what it tells of, not somebody of whom nothing is known. */
		if (engine->loose && !word.han && (first || (to == 1 && (claim_word_is(&sentence->words[0], ML_CLASS_ID_DET) || claim_word_is(&sentence->words[0], ML_CLASS_ID_BREAK)))) && claim_word_is(&word, ML_CLASS_ID_SELF))
			ml_classes_drop(&word.classes, ML_CLASS_ID_NAMED);
		bool longer = false;
		if (is_name(&word) && !word.han)
			while (i < sentence->nr && same_name(&word, &sentence->words[i])) {
				word.end = sentence->words[i].end;
				word.fold.len = (size_t)(sentence->words[i].fold.at - word.fold.at) + sentence->words[i].fold.len;
				word.digits |= sentence->words[i].digits;
				if (sentence->words[i].genitive && !claim_word_is(&word, ML_CLASS_ID_SELF)) /* "Finch Studio's" */
					ml_classes_add(&word.classes, ML_CLASS_ID_POSSESSIVE);
				longer |= sentence->words[i].joined && !sentence->words[i].digits && !sentence->words[i].capital;
				i++;
			}
		/* "own-name-and-more" that links into another's space is that other's. */
		if (longer && !engine->loose && claim_word_is(&word, ML_CLASS_ID_SELF) && links_to(sentence, &word, engine) == HOME_FOREIGN) {
			ml_classes_drop(&word.classes, ML_CLASS_ID_SELF);
			ml_classes_add(&word.classes, ML_CLASS_ID_NAMED);
		}
		if (is_name(&word) && links_to_data(sentence, &word))
			ml_classes_add(&word.classes, ML_CLASS_ID_DATA);
		sentence->words[to++] = word;
	}
	sentence->nr = to;
}
