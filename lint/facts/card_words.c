/* Which chunks of a card are worth reading: those that hold a word of claims, of terms, of places where models are offered. */
#include "lint/facts/card_words.h"

#include <stdint.h>
#include <string.h>

#include "lint/text/scan.h"

#define APART_BYTES 8u /* between two words of one phrase: a line end, Markdown signs */
#define LABEL_BYTES 120u /* of a link's words that may be a name */

#define NR(array) (sizeof(array) / sizeof *(array))

const struct ml_phrases *ml_card_words_new(struct ml_kept *kept, struct ml_arena *arena, const struct ml_knowledge *knowledge)
{
	static const char kind;

	if (knowledge->card_phrases)
		return knowledge->card_phrases;
	if (!kept)
		return ml_phrases_for_cards(arena, knowledge);
	void **slot = ml_kept_slot(kept, &kind, knowledge);
	if (!*slot)
		*slot = (void *)(uintptr_t)ml_phrases_for_cards(ml_kept_arena(kept), knowledge);
	return *slot;
}

const struct ml_phrases *ml_card_words_of(struct ml_kept *kept, struct ml_arena *arena, const char *const *list, size_t nr)
{
	static const char kind;

	if (!kept)
		return ml_phrases_of_list(arena, list, nr);
	void **slot = ml_kept_slot(kept, &kind, list);
	if (!*slot)
		*slot = (void *)(uintptr_t)ml_phrases_of_list(ml_kept_arena(kept), list, nr);
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

static bool is_phrase(struct ml_span text, size_t at, size_t end, const struct ml_phrase *phrase, const char *letters)
{
	size_t from = begin_of(text, at, (struct ml_span){ letters, phrase->word });

	if (from == SIZE_MAX || (phrase->whole && from && ml_is_alnum(text.at[from - 1]) && ml_is_alnum(text.at[from])))
		return false;
	return goes_on(text, end, letters + phrase->rest);
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

/* Whether an address, with a scheme in front of its host, is no link's in Markdown or HTML, but stands there to be read. */
static bool is_bare(struct ml_span text, size_t from, size_t host)
{
	return from < host && (!from || !strchr("(\"'", text.at[from - 1]));
}

/* "github.com/" at an offset, and what is behind it: whether a link to the page of a project is named as that, or by its address. */
static bool names_project(struct ml_span text, size_t host, size_t owner)
{
	size_t from = host;

	while (from && !ml_is_space(text.at[from - 1]) && !strchr("(\"'<>", text.at[from - 1]))
		from--;
	size_t slash = until(text, owner, "/)\"'<>"), name = slash + 1;
	if (slash == text.len || text.at[slash] != '/')
		return false;
	size_t end = until(text, name, "/)\"'<>");
	return end > name && (is_bare(text, from, host) || is_labeled(text, from, end, ml_span_sub(text, name, end)));
}

static bool has_link(struct ml_span text)
{
	static const char *const signs[] = { "](", "://", "href", "][", "www." };

	for (size_t i = 0; i < NR(signs); i++)
		if (ml_span_find(text, signs[i]) != SIZE_MAX)
			return true;
	return false;
}

static bool is_said(const struct ml_phrases *phrases, struct ml_span text, size_t at, const struct ml_phrase *phrase)
{
	size_t end = at + (phrase->rest - phrase->word);

	return is_phrase(text, at, end, phrase, phrases->letters + phrase->text) &&
	       (phrase->says != ML_CARD_SAYS_HOST || names_project(text, at, end));
}

/* What a text says with the phrases of a word that stands there, besides what it says already. */
static unsigned with_phrases(unsigned says, const struct ml_phrases *phrases, struct ml_span text, const struct ml_scan_hit *hit)
{
	const struct ml_phrase *phrase = &phrases->at[hit->word];

	for (;; phrase = &phrases->shared[phrase->next - 1]) {
		if (!(says & phrase->says) && is_said(phrases, text, hit->at, phrase))
			says |= phrase->says;
		if (!phrase->next)
			return says;
	}
}

unsigned ml_card_says(const struct ml_phrases *words, struct ml_span text, size_t from, size_t to)
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
