#include "lint/text/scan.h"

#include <string.h>

/*
 * Only every second place is looked at: three bytes there, hashed, look up one
 * byte of a small table, and the fourth one of its bits. It knows the heads of words and what stands one byte further in them
 * (or one byte before, where a word is too short for that), so that no word can
 * slip through; at some three instructions a byte nearly all of a text falls out. What is left is
 * looked up among the words whose first bytes have that hash and compared. Words of two bytes have a filter of their own.
 * OR 0x20 folds ASCII letters; that it also merges some other bytes only costs a comparison.
 */
#define HASH_BITS 16
#define GRAM_BITS 13
#define GRAM_BLOCK 8 /* places that are looked at in one go */
#define FOLD UINT32_C(0x20202020)
#define HEAD_KINDS 3 /* words by the bytes their chain is found by: 2, 3, or 4 and more */

/* The scan's place: an offset, and in the upper bits how many words at that offset were reported. */
#define COUNT_SHIFT (sizeof(size_t) * 8 - 8)
#define COUNT_MAX 255u

struct word {
	const char *bytes;
	uint32_t len;
	uint32_t head; /* its first bytes, folded; a kind apart from the others by the length of them */
	uint32_t next; /* of its chain, counted from 1; 0 ends it */
	bool alone;    /* no other word can stand where it stands */
};

struct ml_scan {
	struct word *words;
	size_t words_nr;
	uint32_t *heads; /* chains, by hash */
	uint32_t heads_mask;
	bool has_kind[HEAD_KINDS];
	uint8_t grams[1u << GRAM_BITS]; /* by the hash of three bytes: a bit for each value of the fourth's lowest three bits */
	uint8_t filter[(1u << HASH_BITS) / 8];
	uint8_t *pairs; /* the filter for words of two bytes, or NULL */
};

static uint32_t load(const char *at, size_t bytes)
{
	uint32_t value = 0;

	for (size_t i = 0; i < bytes; i++)
		value |= (uint32_t)(unsigned char)at[i] << 8 * i;
	return value;
}

/* The same for four bytes, in a form that compilers make one load. */
static inline uint32_t load4(const char *at)
{
	const unsigned char *b = (const unsigned char *)at;

	return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

static inline uint32_t hash(uint32_t folded)
{
	return folded * UINT32_C(0x9E3779B1) >> (32 - HASH_BITS);
}

static inline unsigned bit(const uint8_t *bits, uint32_t i)
{
	return (unsigned)bits[i >> 3] >> (i & 7) & 1;
}

static void set_bit(uint8_t *bits, uint32_t i)
{
	bits[i >> 3] |= (uint8_t)(1u << (i & 7));
}

/* What of four folded bytes is the head of a word of each kind. */
static const uint32_t kind_mask[HEAD_KINDS] = { 0xFFFF, 0xFFFFFF, 0xFFFFFFFF };

static size_t kind_of(size_t len)
{
	return len < 4 ? len - 2 : 2;
}

static inline uint32_t gram_of(uint32_t folded)
{
	return (folded << 8) * UINT32_C(0x9E3779B1) >> (32 - GRAM_BITS);
}

static void add_gram(struct ml_scan *scan, uint32_t folded)
{
	scan->grams[gram_of(folded)] |= (uint8_t)(1u << (folded >> 24 & 7));
}

/* The same whatever stands fourth. */
static void add_gram_of_three(struct ml_scan *scan, uint32_t folded)
{
	scan->grams[gram_of(folded)] = 0xFF;
}

/* A word of three bytes is known by these alone: whatever stands behind them, or before. */
static void add_short(struct ml_scan *scan, uint32_t head)
{
	add_gram_of_three(scan, head | FOLD);
	for (uint32_t other = 0; other < 256; other++) {
		set_bit(scan->filter, hash((head | other << 24) | FOLD));
		add_gram(scan, (head << 8 | other) | FOLD);
	}
}

static void add_long(struct ml_scan *scan, uint32_t head, const char *bytes, size_t len)
{
	set_bit(scan->filter, hash(head));
	add_gram(scan, head);
	if (len > 4)
		add_gram(scan, load4(bytes + 1) | FOLD);
	else
		add_gram_of_three(scan, load(bytes + 1, 3) | FOLD);
}

static void add_pair(struct ml_scan *scan, struct ml_arena *arena, uint32_t head)
{
	if (!scan->pairs)
		scan->pairs = ml_arena_alloc(arena, (1u << 16) / 8);
	set_bit(scan->pairs, head);
}

static void add_word(struct ml_scan *scan, struct ml_arena *arena, size_t i, const char *bytes)
{
	struct word *word = &scan->words[i];

	word->bytes = bytes;
	word->len = (uint32_t)strlen(bytes);
	if (word->len < 2)
		return;
	size_t kind = kind_of(word->len);
	word->head = (load(bytes, word->len < 4 ? word->len : 4) | FOLD) & kind_mask[kind];
	uint32_t *chain = &scan->heads[hash(word->head) & scan->heads_mask];
	word->next = *chain;
	*chain = (uint32_t)i + 1;
	scan->has_kind[kind] = true;
	if (kind == 2)
		add_long(scan, word->head, bytes, word->len);
	else if (kind == 1)
		add_short(scan, word->head);
	else
		add_pair(scan, arena, word->head);
}

static size_t words_of_head(const struct ml_scan *scan, uint32_t head, size_t kind)
{
	size_t nr = 0;

	for (uint32_t i = scan->heads[hash(head & kind_mask[kind]) & scan->heads_mask]; i && scan->has_kind[kind]; i = scan->words[i - 1].next)
		nr += scan->words[i - 1].head == (head & kind_mask[kind]) && kind_of(scan->words[i - 1].len) == kind;
	return nr;
}

/* What may stand where a shorter word stands is not asked: those are few. */
static void find_alone(const struct ml_scan *scan, struct word *word)
{
	size_t same = 0;

	for (size_t kind = 0; kind < HEAD_KINDS; kind++)
		same += words_of_head(scan, word->head, kind);
	word->alone = word->len >= 4 && same == 1;
}

struct ml_scan *ml_scan_new(struct ml_arena *arena, const char *const *words, size_t words_nr)
{
	struct ml_scan *scan = ml_arena_alloc(arena, sizeof *scan);
	uint32_t heads_nr = 64;

	while (heads_nr < 2 * words_nr)
		heads_nr *= 2;
	scan->words = ml_arena_array(arena, struct word, words_nr);
	scan->words_nr = words_nr;
	scan->heads = ml_arena_array(arena, uint32_t, heads_nr);
	scan->heads_mask = heads_nr - 1;
	for (size_t i = words_nr; i-- > 0;)
		add_word(scan, arena, i, words[i]);
	for (size_t i = 0; i < words_nr; i++)
		find_alone(scan, &scan->words[i]);
	return scan;
}

const struct ml_scan *ml_scan_kept(struct ml_kept *kept, struct ml_arena *arena, const char *const *words, size_t words_nr)
{
	static const char kind;

	if (!kept)
		return ml_scan_new(arena, words, words_nr);
	void **slot = ml_kept_slot(kept, &kind, words);
	if (!*slot)
		*slot = ml_scan_new(ml_kept_arena(kept), words, words_nr);
	return *slot;
}

static inline bool word_at(const struct word *word, const char *at, size_t left)
{
	if (word->len > left)
		return false;
	for (size_t i = 0; i < word->len; i++)
		if (ml_lower(at[i]) != word->bytes[i])
			return false;
	return true;
}

/* The word number skip (from 0) of those that stand at this place, counted from 1; 0 where there are not so many. */
static uint32_t nth_word(const struct ml_scan *scan, const char *at, size_t left, uint32_t skip)
{
	uint32_t folded = (left >= 4 ? load4(at) : load(at, left)) | FOLD;

	for (size_t kind = HEAD_KINDS; kind-- > 0;) {
		if (!scan->has_kind[kind])
			continue;
		uint32_t head = folded & kind_mask[kind];
		uint32_t i = scan->heads[hash(head) & scan->heads_mask];
		for (; i; i = scan->words[i - 1].next) {
			const struct word *word = &scan->words[i - 1];
			if (word->head == head && kind_of(word->len) == kind && word_at(word, at, left) && skip-- == 0)
				return i;
		}
	}
	return 0;
}

/* In the lowest bit. */
static inline unsigned gram_at(const struct ml_scan *scan, const char *at)
{
	uint32_t folded = load4(at) | FOLD;

	return (unsigned)scan->grams[gram_of(folded)] >> (folded >> 24 & 7);
}

static bool is_candidate(const struct ml_scan *scan, const char *at)
{
	uint32_t folded = load4(at) | FOLD;

	return bit(scan->filter, hash(folded)) || (scan->pairs && bit(scan->pairs, folded & 0xFFFF));
}

/* Whether words may begin in the block of places from at on, or right before it. Readable are three bytes more than the block, for the head of a word at its last place. */
static inline unsigned any_in_block(const struct ml_scan *scan, const char *at)
{
	return (gram_at(scan, at) | gram_at(scan, at + 2) | gram_at(scan, at + 4) | gram_at(scan, at + 6)) & 1;
}

/* The first candidate of [from, to), or to. */
static size_t candidate_in(const struct ml_scan *scan, struct ml_span text, size_t from, size_t to)
{
	while (from < to && !is_candidate(scan, text.at + from))
		from++;
	return from;
}

/* The first candidate that a gram of the block stands for, not before from; behind the block where there is none. */
static size_t candidate_of_block(const struct ml_scan *scan, struct ml_span text, size_t block, size_t from)
{
	for (size_t i = block; i < block + GRAM_BLOCK; i += 2) {
		if (!(gram_at(scan, text.at + i) & 1))
			continue;
		size_t first = i > from ? i - 1 : i, found = candidate_in(scan, text, first, i + 2);
		if (found < i + 2)
			return found;
	}
	return block + GRAM_BLOCK;
}

/* The next offset from i on where a word may stand. The last three bytes are always such. */
static size_t next_candidate(const struct ml_scan *scan, struct ml_span text, size_t i)
{
	size_t block = i, last = text.len >= 4 ? text.len - 3 : 0;

	/* Words of two bytes are rare: only without them there is the fast way. */
	for (; !scan->pairs && block + GRAM_BLOCK + 3 <= text.len; block += GRAM_BLOCK) {
		if (!any_in_block(scan, text.at + block))
			continue;
		size_t found = candidate_of_block(scan, text, block, i);
		if (found < block + GRAM_BLOCK)
			return found;
	}
	/* What stands before the first place that was not looked at was left to its second byte. */
	size_t from = block > i ? block - 1 : i;
	return from < last ? candidate_in(scan, text, from, last) : from;
}

bool ml_scan_next(const struct ml_scan *scan, struct ml_span text, size_t *at, struct ml_scan_hit *hit)
{
	size_t i = *at & (((size_t)1 << COUNT_SHIFT) - 1);
	uint32_t reported = (uint32_t)(*at >> COUNT_SHIFT);

	while (i + 2 <= text.len) {
		uint32_t word = nth_word(scan, text.at + i, text.len - i, reported);
		if (word && reported < COUNT_MAX) {
			*hit = (struct ml_scan_hit){ .at = i, .word = word - 1 };
			*at = scan->words[word - 1].alone ? i + 1 : i | (size_t)(reported + 1) << COUNT_SHIFT;
			return true;
		}
		reported = 0;
		i = next_candidate(scan, text, i + 1);
	}
	*at = i;
	return false;
}

bool ml_scan_any(const struct ml_scan *scan, struct ml_span text)
{
	struct ml_scan_hit hit;
	size_t at = 0;

	return ml_scan_next(scan, text, &at, &hit);
}

size_t ml_scan_all(const struct ml_scan *scan, struct ml_span text, bool *seen)
{
	struct ml_scan_hit hit;
	size_t nr = 0, at = 0;

	memset(seen, 0, scan->words_nr * sizeof *seen);
	while (nr < scan->words_nr && ml_scan_next(scan, text, &at, &hit)) {
		nr += !seen[hit.word];
		seen[hit.word] = true;
	}
	return nr;
}
