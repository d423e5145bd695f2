#include "lint/facts/claims_p.h"

#include <string.h>

#include "lint/facts/identity.h"
#include "lint/text/utf8.h"

#define HAN_NAME_MAX 18u /* bytes: six characters */

static void name_add(struct claim_engine *engine, struct ml_span name, bool own)
{
	struct ml_span letters = identity_letters(engine->arena, name);

	if (letters.len < 2 || engine->names_nr == CLAIM_NAMES_MAX)
		return;
	engine->names[engine->names_nr++] = (struct claim_name){ letters, own };
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
	struct identity_names names = { .arena = engine->arena, .claims = engine->knowledge };
	struct ml_span name = ml_span_of(id);
	const char *slash = id ? strrchr(id, '/') : NULL;

	if (slash)
		name = ml_span_of(slash + 1);
	identity_add(&names, name, name);
	for (size_t i = 0; i < names.nr; i++)
		if (!is_own(engine, identity_letters(engine->arena, ml_span_of(names.at[i]))))
			name_add(engine, ml_span_of(names.at[i]), false);
}

void claim_names_init(struct claim_engine *engine)
{
	const struct ml_facts *facts = engine->facts;

	for (size_t i = 0; i < facts->identity_nr; i++)
		name_add(engine, ml_span_of(facts->identity[i]), true);
	if (facts->identity_nr == 0 && engine->card) {
		struct identity_names names = { .arena = engine->arena, .claims = engine->knowledge };
		identity_add_title(&names, engine->card->title, (struct ml_span){ NULL, 0 });
		for (size_t i = 0; i < names.nr; i++)
			name_add(engine, ml_span_of(names.at[i]), true);
	}
	engine->loose = engine->names_nr == 0;
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
	return generation || border(ml_span_sub(rest, at, rest.len), han) ? at : 0;
}

const struct claim_name *claim_name_at(const struct claim_engine *engine, struct ml_span rest, size_t *len)
{
	const struct claim_name *best = NULL;

	*len = 0;
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

	bare.bits[ML_CLASS_ID_LINKED / 64] &= ~((uint64_t)1 << ML_CLASS_ID_LINKED % 64);
	bare.bits[ML_CLASS_ID_CODED / 64] &= ~((uint64_t)1 << ML_CLASS_ID_CODED % 64);
	bare.bits[ML_CLASS_ID_VARIANT / 64] &= ~((uint64_t)1 << ML_CLASS_ID_VARIANT % 64);
	return word->kind < 0 && none(&bare);
}

static bool looks_like_name(const struct claim_word *word)
{
	if (!unknown(word) || word->han || !word->letters)
		return false;
	return word->capital || word->mixed || word->digits || claim_word_is(word, ML_CLASS_ID_CODED) ||
	       claim_word_is(word, ML_CLASS_ID_LINKED);
}

/* Whether the word goes on with a name: "-7B", "2.5", "Chat". */
static bool goes_on(const struct claim_word *name, const struct claim_word *word)
{
	if (word->kind >= 0 || word->han || !(word->letters || word->digits))
		return false;
	if (word->joined && !claim_word_is(word, ML_CLASS_ID_MODEL) && !claim_word_is(word, ML_CLASS_ID_BREAK))
		return unknown(word) || word->digits || claim_word_is(word, ML_CLASS_ID_VARIANT);
	if (word->digits && word->fold.len <= 8)
		return word->letters || !name->digits;
	return claim_word_is(word, ML_CLASS_ID_VARIANT) && (word->capital || word->mixed);
}

/* Whether the word is the text of a link into the space of the repository's owner on some host. */
static bool links_home(const struct claim_sentence *sentence, const struct claim_word *word, const struct claim_engine *engine)
{
	if (!sentence->block || !claim_word_is(word, ML_CLASS_ID_LINKED))
		return false;
	for (size_t i = 0; i < sentence->block->links_nr; i++) {
		const struct ml_link *link = &sentence->block->links[i];
		if (link->image || word->at < link->at || word->at >= link->at + link->len)
			continue;
		size_t scheme = ml_span_find(link->target, "://");
		struct ml_span rest = scheme == SIZE_MAX ? link->target : ml_span_sub(link->target, scheme + 3, link->target.len);
		size_t from = ml_span_find(rest, "/");
		if (scheme == SIZE_MAX || from == SIZE_MAX)
			continue;
		struct ml_span owner = ml_span_sub(rest, from + 1, rest.len);
		size_t end = ml_span_find(owner, "/");
		if (end != SIZE_MAX && is_own(engine, identity_letters(engine->arena, ml_span_sub(owner, 0, end))))
			return true;
	}
	return false;
}

static void mark(struct claim_word *word, const struct claim_sentence *sentence, const struct claim_engine *engine)
{
	if (claim_word_is(word, ML_CLASS_ID_SELF) || claim_word_is(word, ML_CLASS_ID_BASE))
		return;
	if (claim_word_is(word, ML_CLASS_ID_KNOWN)) {
		ml_classes_add(&word->classes, ML_CLASS_ID_ALIEN);
	} else if (looks_like_name(word)) {
		ml_classes_add(&word->classes, ML_CLASS_ID_NAMED);
		if (engine->loose || links_home(sentence, word, engine))
			ml_classes_add(&word->classes, ML_CLASS_ID_SELF);
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

void claim_names_mark(struct claim_sentence *sentence, const struct claim_engine *engine)
{
	size_t to = 0;

	for (size_t i = 0; i < sentence->nr;) {
		struct claim_word word = sentence->words[i++];
		bool first = to == 0;
		mark(&word, sentence, engine);
		/* A short run of Han that opens the sentence and is no known word, most often the name. */
		if (first && word.han && unknown(&word) && word.fold.len <= HAN_NAME_MAX && i < sentence->nr) {
			ml_classes_add(&word.classes, ML_CLASS_ID_NAMED);
			if (engine->loose)
				ml_classes_add(&word.classes, ML_CLASS_ID_SELF);
		}
		if (is_name(&word) && !word.han)
			while (i < sentence->nr && same_name(&word, &sentence->words[i])) {
				word.end = sentence->words[i].end;
				word.fold.len = (size_t)(sentence->words[i].fold.at - word.fold.at) + sentence->words[i].fold.len;
				word.digits |= sentence->words[i].digits;
				i++;
			}
		sentence->words[to++] = word;
	}
	sentence->nr = to;
}
