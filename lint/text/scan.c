#include "lint/text/scan.h"

#include <string.h>

#include "lint/base/sixteen.h"

/*
 * Only every second place is looked at: a word is known by the first gram in it and by the
 * second, one of which stands at such a place. Nearly all of a text falls out at a table
 * of the grams that are known, at three instructions a byte. What is left is looked up among the marks of
 * words: four bytes, those that a short word leaves open set to zero, and where the word stands to them.
 */
#define FOLD UINT32_C(0x20202020) /* of ASCII letters; that it also merges some other bytes only costs a comparison */
#define MARK_BYTES 4u
#define LOOK_BYTES 18u /* read by ml_sixteen_known */

/* In a form that compilers make one load. */
static inline uint32_t load(const char *at)
{
	const unsigned char *b = (const unsigned char *)at;

	return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

/* The four bytes at an offset; zeros where the text is over. */
static inline uint32_t load_at(struct ml_span text, size_t at)
{
	uint32_t bytes = 0;

	if (at + MARK_BYTES <= text.len)
		return load(text.at + at);
	for (size_t i = text.len; i > at; i--)
		bytes = bytes << 8 | (unsigned char)text.at[i - 1];
	return bytes;
}

static inline uint32_t second_of(uint32_t bytes)
{
	return bytes >> 8 & (ML_SCAN_SECONDS - 1);
}

/* A scan in the making. */
struct making {
	struct ml_scan *scan;
	struct ml_scan_mark *marks;
	uint32_t *chains;
	uint8_t *known;
	char *letters;
};

static void know(struct making *m, uint32_t bytes, uint32_t mask)
{
	m->known[ml_gram_of(bytes)] |= mask >> 24 ? (uint8_t)(1u << (bytes >> 24 & 7)) : 0xFF;
}

static void add_mark(struct making *m, size_t word, size_t len, uint32_t bytes, uint32_t mask, int8_t ahead)
{
	bool first = !(mask & 0xFF), third = !(mask & 0xFF0000);
	struct ml_scan_mark mark = {
		.bytes = (bytes | FOLD) & mask, .mask = mask, .word = (uint32_t)word, .len = (uint32_t)len, .text = (uint32_t)m->scan->letters_nr,
		.ahead = ahead, .open = first || third,
	};
	uint32_t *chain = mark.open ? &m->scan->open[second_of(bytes)] : &m->chains[ml_gram_of(bytes) & m->scan->chains_mask];

	mark.next = *chain;
	m->marks[m->scan->marks_nr++] = mark;
	*chain = (uint32_t)m->scan->marks_nr;
	know(m, bytes, mask);
	for (uint32_t other = 0; mark.open && other < 256; other++)
		know(m, (bytes & mask) | (first ? other : other << 16), mask);
}

static void add_word(struct making *m, size_t i, struct ml_span word)
{
	if (word.len > MARK_BYTES) {
		add_mark(m, i, word.len, load(word.at), 0xFFFFFFFF, 0);
		add_mark(m, i, word.len, load(word.at + 1), 0xFFFFFFFF, -1);
	} else if (word.len == 4) {
		add_mark(m, i, word.len, load(word.at), 0xFFFFFFFF, 0);
		add_mark(m, i, word.len, load_at(word, 1), 0x00FFFFFF, -1);
	} else if (word.len == 3) {
		add_mark(m, i, word.len, load_at(word, 0), 0x00FFFFFF, 0);
		add_mark(m, i, word.len, load_at(word, 0) << 8, 0xFFFFFF00, 1);
	} else if (word.len == 2) {
		add_mark(m, i, word.len, load_at(word, 0), 0x0000FFFF, 0);
		add_mark(m, i, word.len, load_at(word, 0) << 8, 0x00FFFF00, 1);
	}
	memcpy(m->letters + m->scan->letters_nr, word.at, word.len);
	m->scan->letters_nr += word.len;
}

const struct ml_scan *ml_scan_new(struct ml_arena *arena, const char *const *words, size_t words_nr)
{
	struct ml_scan *scan = ml_arena_alloc(arena, sizeof *scan);
	struct making m = { .scan = scan };
	size_t chains_nr = 64, bytes = 0;

	for (size_t i = 0; i < words_nr; i++)
		bytes += strlen(words[i]);
	while (chains_nr < 4 * words_nr && chains_nr < 1u << ML_GRAM_BITS)
		chains_nr *= 2;
	scan->words_nr = words_nr;
	scan->letters = m.letters = ml_arena_raw(arena, bytes);
	scan->marks = m.marks = ml_arena_raw_array(arena, struct ml_scan_mark, 2 * words_nr);
	scan->chains = m.chains = ml_arena_array(arena, uint32_t, chains_nr);
	scan->chains_mask = (uint32_t)chains_nr - 1;
	scan->known = m.known = ml_arena_array(arena, uint8_t, 1u << ML_GRAM_BITS);
	for (size_t i = words_nr; i-- > 0;)
		add_word(&m, i, ml_span_of(words[i]));
	return scan;
}

const struct ml_scan *ml_scan_kept(struct ml_kept *kept, struct ml_arena *arena, const char *const *words, size_t words_nr)
{
	static const char kind;

	if (!kept)
		return ml_scan_new(arena, words, words_nr);
	void **slot = ml_kept_slot(kept, &kind, words);
	if (!*slot)
		*slot = (void *)(uintptr_t)ml_scan_new(ml_kept_arena(kept), words, words_nr);
	return *slot;
}

/* The first place from at on that a word may be known by, or the text's end. */
static size_t next_known(const struct ml_scan *scan, struct ml_span text, size_t at)
{
	for (; at + LOOK_BYTES <= text.len; at += ML_SIXTEEN) {
		unsigned found = ml_sixteen_known(text.at + at, scan->known);
		if (found < ML_SIXTEEN)
			return at + found;
	}
	/* By its last byte alone no word is known. */
	for (; at + 1 < text.len; at += 2) {
		uint32_t bytes = load_at(text, at);
		if (ml_gram_is_known(scan->known, ml_gram_of(bytes), (char)(bytes >> 24)))
			return at;
	}
	return text.len;
}

static inline uint32_t first_open(const struct ml_scan *scan, uint32_t bytes)
{
	return scan->open[second_of(bytes)];
}

static inline uint32_t first_mark(const struct ml_scan *scan, uint32_t bytes)
{
	uint32_t first = scan->chains[ml_gram_of(bytes) & scan->chains_mask];

	return first ? first : first_open(scan, bytes);
}

static inline uint32_t next_mark(const struct ml_scan *scan, const struct ml_scan_mark *mark, uint32_t bytes)
{
	return mark->next || mark->open ? mark->next : first_open(scan, bytes);
}

/* Whether the word of a mark stands where it says. From the end on: words that begin alike have one gram. */
static bool is_word(const struct ml_scan *scan, const struct ml_scan_mark *mark, struct ml_span text, size_t place)
{
	size_t from = place + (size_t)mark->ahead; /* SIZE_MAX where that lies before the text */
	const char *word = scan->letters + mark->text;

	if (from > text.len || text.len - from < mark->len)
		return false;
	const char *at = text.at + from;
	for (size_t i = mark->len; i-- > 0;)
		if (at[i] != word[i] && ml_lower(at[i]) != word[i])
			return false;
	return true;
}

/* The mark of a word that stands at a place, from mark i on; counted from 1, 0: none. */
static uint32_t find_mark(const struct ml_scan *scan, struct ml_span text, size_t place, uint32_t bytes, uint32_t i)
{
	bool open = i && scan->marks[i - 1].open;

	for (;; i = first_open(scan, bytes), open = true) {
		for (; i; i = scan->marks[i - 1].next) {
			const struct ml_scan_mark *mark = &scan->marks[i - 1];
			if (((bytes | FOLD) & mark->mask) == mark->bytes && is_word(scan, mark, text, place))
				return i;
		}
		if (open)
			return 0;
	}
}

bool ml_scan_next(const struct ml_scan *scan, struct ml_span text, struct ml_scan_place *place, struct ml_scan_hit *hit)
{
	size_t at = place->at;
	uint32_t i = place->mark;

	if (!i)
		at = next_known(scan, text, at);
	for (; at < text.len; at = next_known(scan, text, at + 2)) {
		uint32_t bytes = load_at(text, at);
		i = find_mark(scan, text, at, bytes, i ? i : first_mark(scan, bytes));
		if (!i)
			continue;
		const struct ml_scan_mark *mark = &scan->marks[i - 1];
		*hit = (struct ml_scan_hit){ .at = at + (size_t)mark->ahead, .word = mark->word };
		i = next_mark(scan, mark, bytes);
		*place = (struct ml_scan_place){ .at = i ? at : at + 2, .mark = i };
		return true;
	}
	*place = (struct ml_scan_place){ .at = at };
	return false;
}

bool ml_scan_any(const struct ml_scan *scan, struct ml_span text)
{
	struct ml_scan_place place = { 0 };
	struct ml_scan_hit hit;

	return ml_scan_next(scan, text, &place, &hit);
}

size_t ml_scan_all(const struct ml_scan *scan, struct ml_span text, bool *seen)
{
	struct ml_scan_place place = { 0 };
	struct ml_scan_hit hit;
	size_t nr = 0;

	memset(seen, 0, scan->words_nr * sizeof *seen);
	while (nr < scan->words_nr && ml_scan_next(scan, text, &place, &hit)) {
		nr += !seen[hit.word];
		seen[hit.word] = true;
	}
	return nr;
}
