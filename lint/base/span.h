/*
 * Borrowed text: a pointer and a length, never NUL-terminated, never owned.
 * A span lives as long as the arena or file it points into. {NULL, 0} is the
 * absent span; an empty text has a non-NULL pointer.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ml_span {
	const char *at;
	size_t len; /* bytes */
};

/* A span of a string literal, usable in static initialisers. */
#define ML_SPAN(literal) { (literal), sizeof(literal) - 1 }
/* For printf's "%.*s". */
#define ML_SPAN_ARG(span) (int)(span).len, (span).at

struct ml_span ml_span_of(const char *text);                 /* of a C string; NULL gives the absent span */
struct ml_span ml_span_sub(struct ml_span s, size_t from, size_t to); /* clamps both ends */
struct ml_span ml_span_trim(struct ml_span s);               /* without ASCII white space at both ends */
bool ml_span_eq(struct ml_span a, struct ml_span b);
bool ml_span_eq_nocase(struct ml_span a, struct ml_span b);  /* same but for ASCII case */
bool ml_span_is(struct ml_span s, const char *text);         /* same bytes */
static inline bool ml_span_is_nocase(struct ml_span s, const char *text); /* same but for ASCII case */
bool ml_span_starts(struct ml_span s, const char *prefix);
static inline bool ml_span_starts_nocase(struct ml_span s, const char *prefix);
bool ml_span_ends(struct ml_span s, const char *suffix);
bool ml_span_ends_nocase(struct ml_span s, const char *suffix);
/* Offset of the first occurrence, or SIZE_MAX. */
size_t ml_span_find(struct ml_span s, const char *needle);
size_t ml_span_find_nocase(struct ml_span s, const char *needle);
/* Whether any of the words occurs. In a short text (a heading, a sentence) a word costs a few instructions: its first bytes are not there. */
bool ml_span_has_any_nocase(struct ml_span s, const char *const *words, size_t nr);
/* The runs of three bytes that stand in a short text, ASCII case aside, for whoever looks for many words in it. */
#define ML_TRIPLES 4096u
struct ml_triples {
	bool all;       /* the text is too long: any may stand there */
	unsigned shift; /* of the hash, for the number of places that a text of its length takes */
	bool seen[ML_TRIPLES]; /* by a hash of three bytes */
};
void ml_triples_of(struct ml_triples *out, struct ml_span text);
/* Whether the word may occur, as far as its triples tell. */
static inline bool ml_triples_may_hold(const struct ml_triples *triples, const char *word);
/* How many bytes at its front are ASCII. */
size_t ml_span_ascii(struct ml_span s);
/* Whether a digit stands in it. */
bool ml_span_has_digit(struct ml_span s);
/* The line that holds [from, to), or the lines; without the end of the last. A line ends at LF. */
struct ml_span ml_span_line(struct ml_span s, size_t from, size_t to);
/* The name at the end of a path "folder/name", and how many bytes stand before it: the folder with its "/", 0 where there is none. */
struct ml_span ml_path_name(struct ml_span path);
size_t ml_path_folder(struct ml_span path);
/* A hash of its bytes, for tables: FNV-1a of 32 bits (isthe.com/chongo/tech/comp/fnv). */
uint32_t ml_span_hash(struct ml_span s);
/* Order by bytes, shorter first where one is the prefix of the other: <0, 0, >0. */
int ml_span_cmp(struct ml_span a, struct ml_span b);

/* ASCII only, whatever the locale: a Turkish locale must not change a verdict. */
static inline char ml_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}
static inline bool ml_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}
static inline bool ml_is_digit(char c)
{
	return c >= '0' && c <= '9';
}
static inline bool ml_is_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
static inline bool ml_is_alnum(char c)
{
	return ml_is_alpha(c) || ml_is_digit(c);
}
/* What a hexadecimal digit of either case counts, 0..15; -1 for anything else. */
static inline int ml_hex_digit(char c)
{
	if (ml_is_digit(c))
		return c - '0';
	c = ml_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Most often asked of a list of words, of which nearly all begin otherwise: that is looked at without a call. */
bool ml_span_is_nocase_whole(struct ml_span s, const char *text);
bool ml_span_starts_nocase_whole(struct ml_span s, const char *prefix);
static inline bool ml_span_is_nocase(struct ml_span s, const char *text)
{
	return s.len && ml_lower(s.at[0]) == ml_lower(*text) ? ml_span_is_nocase_whole(s, text) : !s.len && !*text;
}
static inline bool ml_span_starts_nocase(struct ml_span s, const char *prefix)
{
	return s.len && ml_lower(s.at[0]) == ml_lower(*prefix) ? ml_span_starts_nocase_whole(s, prefix) : !*prefix;
}

/* Three bytes, the first in the lowest eight bits, moved on by one; and their place. */
static inline uint32_t ml_triple_next(uint32_t bytes, char next)
{
	return bytes >> 8 | (uint32_t)(unsigned char)next << 16;
}
static inline uint32_t ml_triple_place(const struct ml_triples *triples, uint32_t bytes)
{
	return (bytes | 0x202020) * 0x9E3779B1 >> triples->shift;
}
/* bytes: those in front of word. */
bool ml_triples_may_hold_rest(const struct ml_triples *triples, const char *word, uint32_t bytes);
static inline bool ml_triples_may_hold(const struct ml_triples *triples, const char *word)
{
	if (triples->all || !word[0] || !word[1] || !word[2])
		return true;
	uint32_t bytes = ml_triple_next(ml_triple_next(ml_triple_next(0, word[0]), word[1]), word[2]);
	return triples->seen[ml_triple_place(triples, bytes)] && ml_triples_may_hold_rest(triples, word + 3, bytes);
}
