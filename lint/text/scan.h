/*
 * Which of many literal words occur in a text, in one pass: the prefilter that
 * decides whether patterns are looked at all. ASCII case is folded on both
 * sides; other bytes must match as they are. A trigger of ASCII letters at its
 * edge matches inside words too: word borders are the pattern's business.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/kept.h"
#include "lint/base/span.h"

#define ML_SCAN_SECONDS 32u /* the lowest five bits of a byte, the same in both cases of a letter */

/* Four bytes of a word, by which it is found. */
struct ml_scan_mark {
	uint32_t bytes, mask; /* folded; mask: those that belong to the word */
	uint32_t word, len;
	uint32_t text;  /* where its letters are */
	uint32_t next;  /* of its chain, counted from 1; 0 ends it */
	int8_t ahead;   /* where the word begins: 0 at the mark, 1 behind its first byte, -1 one before */
	bool open;      /* its gram has an open byte: it is in a chain of such */
};

/* Private to scan.c and to the build, which makes those of the built-in knowledge (rules/gen/scans.c). */
struct ml_scan {
	const char *letters;  /* of all words */
	size_t letters_nr, words_nr;
	const struct ml_scan_mark *marks;
	size_t marks_nr;
	const uint32_t *chains; /* of marks, by gram; each goes on with those that are open */
	uint32_t chains_mask;
	const uint8_t *known; /* of each gram; see lint/base/sixteen.h */
	uint32_t open[ML_SCAN_SECONDS]; /* chains of such, by the second byte, which is always the word's */
};

/* words: NUL-terminated, lower case, non-empty, at least 2 bytes; copied. Cost: some microseconds per hundred words. */
const struct ml_scan *ml_scan_new(struct ml_arena *arena, const char *const *words, size_t words_nr);
/* The same, made once for these words, whose address is what it is known by; kept NULL: a new one in arena. */
const struct ml_scan *ml_scan_kept(struct ml_kept *kept, struct ml_arena *arena, const char *const *words, size_t words_nr);

struct ml_scan_hit {
	size_t at;     /* offset of the first byte */
	uint32_t word; /* index into words */
};
/* How far a scan has come: zeros at the beginning, then its own. */
struct ml_scan_place {
	size_t at;
	uint32_t mark;
};
/* The next hit; false at the end. All words are reported, overlapping ones too, each once where it stands; in no strict order. */
bool ml_scan_next(const struct ml_scan *scan, struct ml_span text, struct ml_scan_place *place, struct ml_scan_hit *hit);
/* Whether any of the words occurs. */
bool ml_scan_any(const struct ml_scan *scan, struct ml_span text);
/* Sets seen[word] to whether that word occurs and returns how many distinct ones do. seen: words_nr bools, whatever they held. */
size_t ml_scan_all(const struct ml_scan *scan, struct ml_span text, bool *seen);
