/*
 * Patterns through PCRE2, compiled at first use, with JIT, NO_UTF_CHECK (the
 * caller has checked the file) and match limits. The only file that includes <pcre2.h> is pattern.c.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/buf.h"
#include "lint/base/error.h"
#include "lint/base/kept.h"
#include "lint/base/span.h"

struct ml_pattern; /* compiled; owned by the set */

/*
 * A pattern source is a const string in a table; compiled ones are kept by its
 * address in a set, so the tables can stay const. A set belongs to one run.
 */
struct ml_patterns;
/* Owned by the caller; holds no pattern before the first is looked for. */
struct ml_patterns *ml_patterns_new(void);
void ml_patterns_free(struct ml_patterns *set); /* NULL is fine */
/* What else is kept for that run; NULL for no set. */
struct ml_kept *ml_patterns_kept(struct ml_patterns *set);

/*
 * What the build works out of patterns beforehand (rules/gen/patterns.c): their literals, and their code as PCRE2 writes it down, for
 * compiling one takes as long as a hundred matches. Only the library that wrote a code can read it: beside another each is compiled.
 */
struct ml_pattern_made {
	uint64_t hash;           /* of the source: ml_pattern_hash */
	uint32_t code, code_len; /* in the codes */
	uint32_t letters, words, words_nr, sets, sets_nr; /* of struct ml_literals, in the arrays of all */
};
struct ml_patterns_made {
	const char *library;        /* that wrote the codes: ml_pattern_library */
	const unsigned char *head;  /* what stands before each code that is read */
	uint32_t head_len;
	const unsigned char *codes;
	const char *letters;
	const uint16_t *words;
	const uint64_t *sets;
	const struct ml_pattern_made *at; /* in order of hash */
	size_t nr;
};
/* The set knows these from now on; made outlives it. NULL: none. */
void ml_patterns_use(struct ml_patterns *set, const struct ml_patterns_made *made);
uint64_t ml_pattern_hash(const char *source);
/* Its version and what else a code depends on; out: kept by the caller. */
void ml_pattern_library(char *out, size_t size);
/* Adds the written form of a valid pattern to out; returns how many of its bytes are the code, which stands at its end. */
size_t ml_pattern_write(struct ml_buf *out, const char *source);

#define ML_PATTERN_GROUPS 10

struct ml_match {
	size_t from, to; /* offsets in the subject */
	struct { size_t from, to; } group[ML_PATTERN_GROUPS]; /* [0] is the whole; an unset group has from > to */
	size_t groups_nr;
};

enum ml_match_result {
	ML_MATCH_NONE = 0,
	ML_MATCH_FOUND = 1,
	ML_MATCH_UNDECIDED = -1, /* a limit was reached: not a "no" (reported as not decided) */
};

/*
 * Searches subject (valid UTF-8) from offset start for source. Options of every
 * pattern: caseless (in all scripts), UTF, multi-line anchors, "." does not match newline.
 * \w \b \d \s know ASCII only, so that \b stands between a Han and a Latin letter;
 * a pattern of a language whose own letters matter there begins with (*UCP).
 * source must be a valid pattern (the build checks those of the tables); one that is not is undecided.
 * A text that lacks the words that a pattern cannot do without (literals.h) costs a look for these alone.
 * A match may be empty: whoever goes on from match.to must make sure to move.
 */
enum ml_match_result ml_pattern_find(struct ml_patterns *set, const char *source, struct ml_span subject, size_t start,
				     struct ml_match *match);
/* The same from the beginning, for one of many patterns that are looked for in a short text: triples are the text's. */
enum ml_match_result ml_pattern_find_among(struct ml_patterns *set, const char *source, struct ml_span subject, const struct ml_triples *triples,
					   struct ml_match *match);
/* Whether source compiles; err says where it does not. For the knowledge loader. */
int ml_pattern_check(const char *source, struct ml_error *err);
