/*
 * The index of license texts: hashes of five-word runs, never words. Made by
 * rules/gen, committed as rules/knowledge/license-runs.idx, part of the binary
 * and read in place.
 *
 * The file, little-endian, offsets in bytes from its start, each table aligned to 8:
 *
 *     header    struct ml_run_header
 *     texts     struct ml_run_text[texts_nr]        in order of the first name
 *     pieces    struct ml_run_piece[pieces_nr]      each text's words between its fill-ins, in order
 *     clauses   struct ml_run_clause[clauses_nr]    where a text says a term
 *     hashes    uint32_t[hashes_nr]                 lower halves of run hashes, of clauses
 *     sets      uint32_t[sets_nr + 1]               start of each set in members; set i >= texts_nr is sets[i - texts_nr]
 *     members   uint16_t[members_nr]                numbers of texts, ascending in a set
 *     bases     uint32_t[1024]                      of 64 buckets each
 *     offsets   uint16_t[65536]                     bucket b starts at entry bases[b >> 6] + offsets[b]
 *     entries   struct ml_run_entry[entries_nr]     in order of bucket, then rest
 *     names     bytes                               NUL-terminated strings; a text's names end with an empty one
 *
 * A run's bucket is bits 63..48 of its hash, its rest bits 47..32, what clauses and pieces keep of it bits 31..0.
 * A set below texts_nr is that one text. A text's names are the ids that hold it word for word, the plainest first.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/error.h"
#include "lint/base/span.h"

#define ML_RUNS_MAGIC "mlruns1\n"
#define ML_RUNS_ORDER 0x01020304u
#define ML_RUNS_BUCKETS 65536u
#define ML_RUNS_BASES (ML_RUNS_BUCKETS / 64)
#define ML_RUNS_NONE 0xffffu /* no set: the run is in no text */

enum ml_run_table {
	ML_RUNS_TEXTS,
	ML_RUNS_PIECES,
	ML_RUNS_CLAUSES,
	ML_RUNS_HASHES,
	ML_RUNS_SETS,
	ML_RUNS_MEMBERS,
	ML_RUNS_BASE,
	ML_RUNS_OFFSETS,
	ML_RUNS_ENTRIES,
	ML_RUNS_NAMES,
	ML_RUNS_TABLES
};

struct ml_run_header {
	char magic[8];
	uint32_t order; /* ML_RUNS_ORDER as the machine that reads stores it */
	uint32_t size;  /* bytes of the whole */
	struct {
		uint32_t at, nr;
	} table[ML_RUNS_TABLES]; /* nr counts elements */
};

struct ml_run_text {
	uint64_t hash;  /* of all words but fill-ins: the same for texts that are word for word the same */
	uint32_t name;  /* offset in names */
	uint32_t runs;  /* distinct runs */
	uint32_t words; /* without fill-ins */
	uint32_t core;  /* runs of it that lie in no optional piece */
	uint32_t piece, clause; /* first of its pieces and clauses */
	uint16_t pieces_nr, clauses_nr;
	uint32_t unused;
};

/* Words between two fill-ins. */
struct ml_run_piece {
	uint64_t hash;        /* ml_words_hash */
	uint32_t first, last; /* lower halves of the hashes of its first and last run; 0 for a piece shorter than a run */
	uint32_t words : 24;
	uint32_t optional : 8; /* a title before or an appendix behind the text proper */
	uint32_t unused;
};

struct ml_run_clause {
	uint32_t term; /* offset in names: the term's name */
	uint32_t hash; /* first of its run hashes */
	uint16_t hashes_nr;
	uint16_t words; /* over which they are spread in the text */
};

struct ml_run_entry {
	uint16_t rest, set;
};

/* The bytes of the index, in place: its header is checked by ml_run_index_check, its tables are read where they lie. */
struct ml_run_index {
	struct ml_span bytes; /* aligned to 8 */
};

/* Whether the bytes are an index that this version reads: magic, byte order, sizes, every offset and number. For the build and for users' own. */
int ml_run_index_check(const struct ml_run_index *index, struct ml_error *err);

/* The tables, found once per use. */
struct ml_runs {
	const struct ml_run_text *texts;
	size_t texts_nr;
	const struct ml_run_piece *pieces;
	const struct ml_run_clause *clauses;
	const uint32_t *hashes, *sets, *bases;
	size_t sets_nr; /* of more than one text */
	const uint16_t *members, *offsets;
	const struct ml_run_entry *entries;
	size_t entries_nr;
	const char *names;
};
/* False where there is no index, or one of another byte order. */
bool ml_runs_open(struct ml_runs *runs, const struct ml_run_index *index);

/* The bytes of a table, and the number of its elements. index must be one that ml_runs_open opens. */
struct ml_span ml_runs_table(const struct ml_run_index *index, enum ml_run_table table, size_t *nr);

/* Asks the processor for the tables that ml_runs_set will read, first for the bucket, some runs later for its entries. */
static inline void ml_runs_expect_bucket(const struct ml_runs *runs, uint64_t hash)
{
	__builtin_prefetch(&runs->offsets[hash >> 48]);
}
static inline void ml_runs_expect_entries(const struct ml_runs *runs, uint64_t hash)
{
	uint32_t bucket = (uint32_t)(hash >> 48);

	__builtin_prefetch(&runs->entries[runs->bases[bucket >> 6] + runs->offsets[bucket]]);
}

/* The set of texts that hold a run, or ML_RUNS_NONE. */
static inline uint16_t ml_runs_set(const struct ml_runs *runs, uint64_t hash)
{
	uint32_t bucket = (uint32_t)(hash >> 48);
	uint16_t rest = (uint16_t)(hash >> 32);
	uint32_t at = runs->bases[bucket >> 6] + runs->offsets[bucket];
	uint32_t end = bucket == ML_RUNS_BUCKETS - 1 ? (uint32_t)runs->entries_nr
						     : runs->bases[(bucket + 1) >> 6] + runs->offsets[bucket + 1];

	for (; at < end && runs->entries[at].rest <= rest; at++)
		if (runs->entries[at].rest == rest)
			return runs->entries[at].set;
	return ML_RUNS_NONE;
}

/* The texts of a set: *nr numbers. one must live as long as the answer. */
static inline const uint16_t *ml_runs_members(const struct ml_runs *runs, uint16_t set, uint16_t *one, size_t *nr)
{
	if (set < runs->texts_nr) {
		*one = set;
		*nr = 1;
		return one;
	}
	size_t i = set - runs->texts_nr;
	*nr = runs->sets[i + 1] - runs->sets[i];
	return runs->members + runs->sets[i];
}

/* Whether a set of several texts holds one. */
bool ml_runs_holds_one(const struct ml_runs *runs, uint16_t set, size_t text);
/* Whether a set holds a text; ML_RUNS_NONE holds none. */
static inline bool ml_runs_holds(const struct ml_runs *runs, uint16_t set, size_t text)
{
	return set < runs->texts_nr ? set == text : set != ML_RUNS_NONE && ml_runs_holds_one(runs, set, text);
}
/* Whether one of a text's names is that id, ASCII case folded. */
bool ml_runs_named(const struct ml_runs *runs, size_t text, struct ml_span id);
