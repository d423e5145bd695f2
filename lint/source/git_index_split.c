/*
 * A split index (gitformat-index(5), "Split index"): most entries lie in a file that is seldom written again; the file "index" holds the
 * entries that replace some of them, in the same order and without names, then those that are new, and two bitmaps over the shared entries:
 * which are gone, and which are replaced.
 */
#include "lint/source/git_index.h"

#include <string.h>

#include "lint/base/bytes.h"

#define GONE 1u
#define REPLACED 2u

/* Marks the bits of a word that stands for entries from at on; false where one is past the end. */
static bool mark(unsigned char *marks, size_t nr, uint64_t at, uint64_t word, unsigned char as)
{
	for (; word; word &= word - 1) {
		uint64_t i = at + (unsigned)__builtin_ctzll(word);
		if (i >= nr)
			return false;
		marks[i] |= as;
	}
	return true;
}

/*
 * A bitmap compressed as EWAH at *from, which moves behind it: bits, number of words, the words, place of the last run. A word of runs has the
 * repeated bit, 32 bits with how often 64 of it come, and 31 with how many literal words follow. marks: nr entries.
 */
static bool read_bitmap(struct ml_span *from, unsigned char *marks, size_t nr, unsigned char as)
{
	if (from->len < 12)
		return false;
	size_t words = ml_be32(from->at + 4);
	if (words > (from->len - 12) / 8)
		return false;
	const char *word = from->at + 8, *end = word + 8 * words;
	uint64_t at = 0;
	while (word < end) {
		uint64_t run = ml_be64(word), often = run >> 1 & 0xffffffffu, literal = run >> 33;
		word += 8;
		for (uint64_t i = 0; (run & 1) && i < often; i++)
			if (!mark(marks, nr, at + 64 * i, UINT64_MAX, as))
				return false;
		at += 64 * often;
		for (; literal && word < end; literal--, word += 8, at += 64)
			if (!mark(marks, nr, at, ml_be64(word), as))
				return false;
		if (literal)
			return false;
	}
	*from = ml_span_sub(*from, 12 + 8 * words, from->len);
	return true;
}

/* The shared entries that are left; *used: how many of the split ones took a place among them. */
static size_t replace(struct ml_index_entry *out, const struct ml_index *split, const struct ml_index *shared, const unsigned char *marks,
		      size_t *used)
{
	size_t kept = 0;
	*used = 0;
	for (size_t i = 0; i < shared->entries_nr; i++) {
		bool replaced = marks[i] & REPLACED;
		if (replaced && (*used == split->entries_nr || *split->entries[*used].path))
			return SIZE_MAX;
		out[kept] = replaced ? split->entries[(*used)++] : shared->entries[i];
		out[kept].path = shared->entries[i].path;
		kept += !(marks[i] & GONE);
	}
	return kept;
}

/* Adds an entry behind the others; the stages of a conflict are one file. Returns false where it is out of order. */
static bool add(struct ml_index *out, struct ml_index_entry *entries, const struct ml_index_entry *entry)
{
	int order = out->entries_nr ? strcmp(entries[out->entries_nr - 1].path, entry->path) : -1;
	if (order < 0)
		entries[out->entries_nr++] = *entry;
	return order <= 0;
}

/* Both parts in order of path. Of one path the new entry comes first: it is the one that counts. */
static bool merge(struct ml_index *out, struct ml_arena *arena, const struct ml_index_entry *old, size_t old_nr, const struct ml_index_entry *new,
		  size_t new_nr)
{
	struct ml_index_entry *entries = ml_arena_array(arena, struct ml_index_entry, old_nr + new_nr);
	size_t o = 0, n = 0;
	out->entries = entries;
	while (o < old_nr || n < new_nr) {
		bool take_new = n < new_nr && (o == old_nr || strcmp(new[n].path, old[o].path) <= 0);
		if (!add(out, entries, take_new ? &new[n++] : &old[o++]))
			return false;
	}
	return true;
}

int ml_index_parse_split(struct ml_index *out, struct ml_arena *arena, struct ml_span bytes, struct ml_span shared_bytes, size_t hash_size,
			 struct ml_error *err)
{
	struct ml_index split = { 0 }, shared = { 0 };
	if (ml_index_parse_raw(&split, arena, bytes, hash_size, err) || ml_index_parse_raw(&shared, arena, shared_bytes, hash_size, err))
		return -1;
	if (shared.link.at || split.link.len < hash_size || memcmp(split.link.at, shared_bytes.at + shared_bytes.len - hash_size, hash_size) != 0)
		return ml_error_set(err, ML_ERROR_UNJUDGED, "the shared part of the index is another than the index asks for");
	unsigned char *marks = ml_arena_array(arena, unsigned char, shared.entries_nr);
	struct ml_index_entry *left = ml_arena_array(arena, struct ml_index_entry, shared.entries_nr + 1);
	struct ml_span maps = ml_span_sub(split.link, hash_size, split.link.len);
	size_t used = 0, left_nr = SIZE_MAX;
	if (!maps.len || (read_bitmap(&maps, marks, shared.entries_nr, GONE) && read_bitmap(&maps, marks, shared.entries_nr, REPLACED)))
		left_nr = replace(left, &split, &shared, marks, &used);
	*out = (struct ml_index){ .trees = split.trees };
	if (left_nr == SIZE_MAX || !merge(out, arena, left, left_nr, split.entries + used, split.entries_nr - used))
		return ml_error_set(err, ML_ERROR_UNJUDGED, "the index is split, and its two parts do not fit together");
	return 0;
}
