/* Which chunks of a card are worth reading: those that hold a word of claims, of terms, of places where models are offered. */
#include "lint/facts/card_words.h"

#include <stdint.h>
#include <string.h>

#include "lint/facts/lineage.h"
#include "lint/facts/statements.h"
#include "lint/knowledge/lists.h"
#include "lint/knowledge/openness.h"
#include "lint/text/scan.h"

#define APART_BYTES 8u /* between two words of one phrase: a line end, Markdown signs */
#define LABEL_BYTES 120u /* of a link's words that may be a name */

#define NR(array) (sizeof(array) / sizeof *(array))

/* A phrase: its longest word is scanned for, the others are compared then. */
struct phrase {
	struct ml_span front;  /* "no " */
	const char *rest;      /* " use", or "" */
	unsigned says;
	bool whole;            /* does not begin inside a word of ASCII letters */
	uint32_t next;         /* phrase with the same longest word, counted from 1; 0: none */
};

struct ml_card_words {
	const struct ml_scan *scan;
	const char **words;       /* longest words, scanned for */
	uint32_t *by_word;        /* while it is made: words by their hash, counted from 1; slots_nr of them, a power of two */
	size_t slots_nr;
	struct phrase *phrases;   /* of each word; behind them, from the room on, those that share a longest word */
	size_t words_nr, more_nr, room;
};

static struct ml_span longest_word(const char *text)
{
	struct ml_span longest = { text, 0 };

	for (size_t len; *text; text += len + (text[len] == ' ')) {
		len = strcspn(text, " ");
		if (len > longest.len)
			longest = (struct ml_span){ text, len };
	}
	return longest;
}

/* The slot of the first word that is spelled so, or the free one for it. */
static uint32_t *slot_of(const struct ml_card_words *w, struct ml_span word)
{
	size_t i = 0;

	for (size_t k = 0; k < word.len; k++)
		i = i * 31 + (unsigned char)word.at[k];
	for (i &= w->slots_nr - 1; w->by_word[i]; i = (i + 1) & (w->slots_nr - 1))
		if (ml_span_is(word, w->words[w->by_word[i] - 1]))
			break;
	return &w->by_word[i];
}

static void add_phrase(struct ml_card_words *w, struct ml_arena *arena, const char *text, unsigned says, bool whole)
{
	struct ml_span word = longest_word(text);
	struct phrase phrase = { .front = { text, (size_t)(word.at - text) }, .rest = word.at + word.len, .says = says, .whole = whole };
	bool alone = !phrase.front.len && !*phrase.rest;
	uint32_t *slot = slot_of(w, word);

	if (*slot && !alone) {
		size_t i = *slot - 1;
		phrase.next = w->phrases[i].next;
		w->phrases[w->room + w->more_nr++] = phrase;
		w->phrases[i].next = (uint32_t)(w->room + w->more_nr);
		return;
	}
	w->phrases[w->words_nr] = phrase;
	w->words[w->words_nr++] = alone ? text : ml_arena_dup(arena, word);
	if (!*slot)
		*slot = (uint32_t)w->words_nr;
}

static struct ml_card_words *words_begin(struct ml_arena *arena, size_t room)
{
	struct ml_card_words *w = ml_arena_alloc(arena, sizeof *w);

	w->room = room;
	w->words = ml_arena_array(arena, const char *, room);
	w->phrases = ml_arena_array(arena, struct phrase, 2 * room);
	for (w->slots_nr = 64; w->slots_nr < 2 * room; w->slots_nr *= 2)
		;
	w->by_word = ml_arena_array(arena, uint32_t, w->slots_nr);
	return w;
}

static void add_phrases(struct ml_card_words *w, struct ml_arena *arena, const char *const *list, size_t nr, unsigned says)
{
	for (size_t i = 0; i < nr; i++)
		add_phrase(w, arena, list[i], says, says == ML_CARD_SAYS_CLAIM);
}

static struct ml_card_words *words_of_list(struct ml_arena *arena, const char *const *list, size_t nr)
{
	struct ml_card_words *w = words_begin(arena, nr);

	add_phrases(w, arena, list, nr, ML_CARD_SAYS_STATEMENT);
	w->scan = ml_scan_new(arena, w->words, w->words_nr);
	return w;
}

static struct ml_card_words *words_of_knowledge(struct ml_arena *arena, const struct ml_knowledge *knowledge)
{
	static const struct {
		enum ml_list_id id;
		unsigned says;
	} lists[] = {
		{ ML_LIST_STATEMENT_TRIGGERS, ML_CARD_SAYS_STATEMENT }, { ML_LIST_LICENSE_HEADINGS, ML_CARD_SAYS_HEADING },
		{ ML_LIST_OFFER_PLACES, ML_CARD_SAYS_PLACE },		{ ML_LIST_PROJECT_HOSTS, ML_CARD_SAYS_HOST },
		{ ML_LIST_BADGES, ML_CARD_SAYS_BADGE },			{ ML_LIST_BASE_COLUMN_MARKS, ML_CARD_SAYS_ORIGIN },
		{ ML_LIST_LINEAGE_TRIGGERS, ML_CARD_SAYS_ORIGIN },	{ ML_LIST_DATA_TRIGGERS, ML_CARD_SAYS_ORIGIN },
	};
	const struct ml_claims_knowledge *claims = knowledge->claims;
	const struct ml_openness *openness = knowledge->openness;
	size_t room = claims ? claims->triggers_nr : 0;

	for (size_t i = 0; i < NR(lists); i++)
		room += ml_list_of(knowledge, lists[i].id)->nr;
	for (size_t i = 0; openness && i < openness->stated_nr; i++)
		room += openness->stated[i].words_nr;
	struct ml_card_words *w = words_begin(arena, room);
	if (claims)
		add_phrases(w, arena, claims->triggers, claims->triggers_nr, ML_CARD_SAYS_CLAIM);
	for (size_t i = 0; i < NR(lists); i++) {
		const struct ml_list *list = ml_list_of(knowledge, lists[i].id);
		add_phrases(w, arena, list->at, list->nr, lists[i].says);
	}
	for (size_t i = 0; openness && i < openness->stated_nr; i++)
		add_phrases(w, arena, openness->stated[i].words, openness->stated[i].words_nr, ML_CARD_SAYS_STANDARD);
	w->scan = ml_scan_new(arena, w->words, w->words_nr);
	return w;
}

const struct ml_card_words *ml_card_words_new(struct ml_kept *kept, struct ml_arena *arena, const struct ml_knowledge *knowledge)
{
	static const char kind;

	if (!kept)
		return words_of_knowledge(arena, knowledge);
	void **slot = ml_kept_slot(kept, &kind, knowledge);
	if (!*slot)
		*slot = words_of_knowledge(ml_kept_arena(kept), knowledge);
	return *slot;
}

const struct ml_card_words *ml_card_words_of(struct ml_kept *kept, struct ml_arena *arena, const char *const *list, size_t nr)
{
	static const char kind;

	if (!kept)
		return words_of_list(arena, list, nr);
	void **slot = ml_kept_slot(kept, &kind, list);
	if (!*slot)
		*slot = words_of_list(ml_kept_arena(kept), list, nr);
	return *slot;
}

static bool spells(struct ml_span text, size_t at, struct ml_span word)
{
	if (at > text.len || text.len - at < word.len)
		return false;
	for (size_t i = 0; i < word.len; i++)
		if (ml_lower(text.at[at + i]) != word.at[i])
			return false;
	return true;
}

/* Whether the words of rest (" source code") follow at an offset, a few signs between each. */
static bool goes_on(struct ml_span text, size_t at, const char *rest)
{
	while (*rest++) {
		struct ml_span word = { rest, strcspn(rest, " ") };
		size_t end = at + APART_BYTES;
		do {
			if (at >= text.len || at == end || ml_is_alnum(text.at[at]))
				return false;
			at++;
		} while (!spells(text, at, word));
		at += word.len;
		rest += word.len;
	}
	return true;
}

/* The offset where the words of front ("no ") stand before an offset, a few signs between each, or SIZE_MAX. */
static size_t begin_of(struct ml_span text, size_t at, struct ml_span front)
{
	while (front.len) {
		size_t from = --front.len, end = at > APART_BYTES ? at - APART_BYTES : 0;
		while (from && front.at[from - 1] != ' ')
			from--;
		struct ml_span word = ml_span_sub(front, from, front.len);
		do {
			if (at <= end || ml_is_alnum(text.at[at - 1]))
				return SIZE_MAX;
			at--;
		} while (at < word.len || !spells(text, at - word.len, word));
		at -= word.len;
		front.len = from;
	}
	return at;
}

static bool is_phrase(struct ml_span text, size_t at, size_t end, const struct phrase *phrase)
{
	size_t from = begin_of(text, at, phrase->front);

	if (from == SIZE_MAX || (phrase->whole && from && ml_is_alnum(text.at[from - 1]) && ml_is_alnum(text.at[from])))
		return false;
	return goes_on(text, end, phrase->rest);
}

/* Whether two names have the same letters and digits, ASCII case aside. */
static bool same_letters(struct ml_span a, struct ml_span b)
{
	size_t i = 0, k = 0;

	for (;; i++, k++) {
		while (i < a.len && !ml_is_alnum(a.at[i]) && (unsigned char)a.at[i] < 0x80)
			i++;
		while (k < b.len && !ml_is_alnum(b.at[k]) && (unsigned char)b.at[k] < 0x80)
			k++;
		if (i == a.len || k == b.len)
			return i == a.len && k == b.len;
		if (ml_lower(a.at[i]) != ml_lower(b.at[k]))
			return false;
	}
}

static size_t until(struct ml_span text, size_t at, const char *ends)
{
	while (at < text.len && !ml_is_space(text.at[at]) && !strchr(ends, text.at[at]))
		at++;
	return at;
}

/* Whether the words of the link with the address [from, to) are name: in front of it in Markdown, behind it in HTML. */
static bool is_labeled(struct ml_span text, size_t from, size_t to, struct ml_span name)
{
	size_t at = from;

	if (from > 1 && text.at[from - 1] == '(' && text.at[from - 2] == ']') {
		for (at = from - 2; at && from - at < LABEL_BYTES && text.at[at - 1] != '['; at--)
			;
		return same_letters(ml_span_sub(text, at, from - 2), name);
	}
	for (at = to; at < text.len && at - to < LABEL_BYTES && text.at[at] != '>'; at++)
		;
	size_t end = ++at;
	while (end < text.len && end - at < LABEL_BYTES && text.at[end] != '<')
		end++;
	return same_letters(ml_span_sub(text, at, end), name);
}

/* "github.com/" at an offset: whether a link to the page of a project is named as that. */
static bool names_project(struct ml_span text, size_t host, const char *word)
{
	size_t from = host, owner = host + strlen(word);

	while (from && !ml_is_space(text.at[from - 1]) && !strchr("(\"'<>", text.at[from - 1]))
		from--;
	size_t slash = until(text, owner, "/)\"'<>"), name = slash + 1;
	if (slash == text.len || text.at[slash] != '/')
		return false;
	size_t end = until(text, name, "/)\"'<>");
	return end > name && is_labeled(text, from, end, ml_span_sub(text, name, end));
}

static bool has_link(struct ml_span text)
{
	static const char *const signs[] = { "](", "://", "href", "][", "www." };

	for (size_t i = 0; i < NR(signs); i++)
		if (ml_span_find(text, signs[i]) != SIZE_MAX)
			return true;
	return false;
}

static bool is_said(const struct ml_card_words *w, struct ml_span text, const struct ml_scan_hit *hit, const struct phrase *phrase)
{
	const char *word = w->words[hit->word];

	return is_phrase(text, hit->at, hit->at + strlen(word), phrase) && (phrase->says != ML_CARD_SAYS_HOST || names_project(text, hit->at, word));
}

/* What a text says with the phrases of a word that stands there, besides what it says already. */
static unsigned with_phrases(unsigned says, const struct ml_card_words *w, struct ml_span text, const struct ml_scan_hit *hit)
{
	const struct phrase *phrase = &w->phrases[hit->word];

	for (;; phrase = &w->phrases[phrase->next - 1]) {
		if (!(says & phrase->says) && is_said(w, text, hit, phrase))
			says |= phrase->says;
		if (!phrase->next)
			return says;
	}
}

unsigned ml_card_says(const struct ml_card_words *words, struct ml_span text, size_t from, size_t to)
{
	struct ml_span before = ml_span_sub(text, 0, to), chunk = ml_span_sub(text, from, to);
	struct ml_scan_place place = { 0 };
	struct ml_scan_hit hit;
	unsigned says = 0;

	while (ml_scan_next(words->scan, chunk, &place, &hit)) {
		hit.at += from;
		says = with_phrases(says, words, before, &hit);
	}
	if (says & ML_CARD_SAYS_PLACE && !has_link(chunk))
		says &= ~ML_CARD_SAYS_PLACE;
	return says;
}
