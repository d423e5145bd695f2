/*
 * What makes a finding the same one tomorrow: its rule, its file and the words
 * at its place, not their line. Equal ones are numbered in their order.
 */
#include "lint/check/sink_p.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "lint/check/place.h"

/* FNV-1a, 64 bits (draft-eastlake-fnv): short, and the same on every machine. */
static const uint64_t fnv_start = UINT64_C(0xcbf29ce484222325);

static uint64_t fnv(uint64_t hash, unsigned char byte)
{
	return (hash ^ byte) * UINT64_C(0x100000001b3);
}

static uint64_t fnv_text(uint64_t hash, const char *text)
{
	for (; *text; text++)
		hash = fnv(hash, (unsigned char)*text);
	return fnv(hash, 0);
}

/* Letters in lower case, digits, and bytes beyond ASCII; whatever else stands between them is one space. */
static uint64_t fnv_words(uint64_t hash, struct ml_span words)
{
	bool gap = false, any = false;

	for (size_t i = 0; i < words.len; i++) {
		unsigned char c = (unsigned char)words.at[i];
		if (!ml_is_alnum(words.at[i]) && c < 0x80) {
			gap = any;
			continue;
		}
		if (gap)
			hash = fnv(hash, ' ');
		hash = fnv(hash, (unsigned char)ml_lower(words.at[i]));
		gap = false;
		any = true;
	}
	return fnv(hash, 0);
}

/* The words at the place; of a whole file or repository those of the first proof that has a place, else the message. */
static struct ml_span words_of(struct ml_arena *arena, const struct ml_finding *finding)
{
	struct ml_span words = ml_place_text(arena, &finding->where);

	for (size_t i = 0; !words.len && i < finding->proofs_nr; i++)
		words = ml_place_text(arena, &finding->proofs[i].where);
	return words.len ? words : ml_span_of(finding->message);
}

struct numbered {
	uint64_t hash;
	size_t at;
};

static int cmp_numbered(const void *a, const void *b)
{
	const struct numbered *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return (x->at > y->at) - (x->at < y->at);
}

void ml_findings_fingerprint(struct ml_arena *arena, struct ml_finding **found, size_t nr)
{
	struct numbered *hashes = ml_arena_array(arena, struct numbered, nr);
	unsigned again = 0;

	for (size_t i = 0; i < nr; i++) {
		uint64_t hash = fnv_text(fnv_start, found[i]->rule->code);
		hash = fnv_text(hash, found[i]->where.file ? found[i]->where.file->path : "");
		hashes[i] = (struct numbered){ fnv_words(hash, words_of(arena, found[i])), i };
	}
	qsort(hashes, nr, sizeof *hashes, cmp_numbered);
	for (size_t i = 0; i < nr; i++) {
		uint64_t hash = hashes[i].hash;
		again = i && hashes[i - 1].hash == hash ? again + 1 : 0;
		for (unsigned n = again; n; n >>= 8)
			hash = fnv(hash, n & 0xff);
		struct ml_finding *finding = found[hashes[i].at];
		snprintf(finding->fingerprint, sizeof finding->fingerprint, "%016" PRIx64, hash);
	}
}
