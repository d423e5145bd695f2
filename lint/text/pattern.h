/*
 * Patterns through PCRE2, compiled at first use, with JIT, NO_UTF_CHECK (the
 * caller has checked the file) and match limits. The only file that includes <pcre2.h> is pattern.c.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

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
/* The same from the beginning, for one of many patterns that are looked for in a short text: pairs are the text's. */
enum ml_match_result ml_pattern_find_among(struct ml_patterns *set, const char *source, struct ml_span subject, const struct ml_pairs *pairs,
					   struct ml_match *match);
/* Whether source compiles; err says where it does not. For the knowledge loader. */
int ml_pattern_check(const char *source, struct ml_error *err);
