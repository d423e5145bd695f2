#include "lint/base/span.h"

#include <string.h>

#include "lint/base/sixteen.h"

struct ml_span ml_span_of(const char *text)
{
	return (struct ml_span){ text, text ? strlen(text) : 0 };
}

struct ml_span ml_span_sub(struct ml_span s, size_t from, size_t to)
{
	if (!s.at)
		return s;
	if (to > s.len)
		to = s.len;
	if (from > to)
		from = to;
	return (struct ml_span){ s.at + from, to - from };
}

struct ml_span ml_span_trim(struct ml_span s)
{
	while (s.len && ml_is_space(s.at[0])) {
		s.at++;
		s.len--;
	}
	while (s.len && ml_is_space(s.at[s.len - 1]))
		s.len--;
	return s;
}

bool ml_span_eq(struct ml_span a, struct ml_span b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

static bool same_nocase(const char *a, const char *b, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (a[i] != b[i] && ml_lower(a[i]) != ml_lower(b[i]))
			return false;
	return true;
}

bool ml_span_eq_nocase(struct ml_span a, struct ml_span b)
{
	return a.len == b.len && same_nocase(a.at, b.at, a.len);
}

bool ml_span_is(struct ml_span s, const char *text)
{
	return ml_span_eq(s, ml_span_of(text));
}

bool ml_span_is_nocase_whole(struct ml_span s, const char *text)
{
	return s.len == strlen(text) && same_nocase(s.at, text, s.len);
}

bool ml_span_starts(struct ml_span s, const char *prefix)
{
	if (!s.len || s.at[0] != *prefix)
		return !*prefix;
	size_t len = strlen(prefix);
	return s.len >= len && (len == 0 || memcmp(s.at, prefix, len) == 0);
}

bool ml_span_starts_nocase_whole(struct ml_span s, const char *prefix)
{
	size_t len = strlen(prefix);
	return s.len >= len && same_nocase(s.at, prefix, len);
}

bool ml_span_ends(struct ml_span s, const char *suffix)
{
	size_t len = strlen(suffix);
	return s.len >= len && (len == 0 || memcmp(s.at + s.len - len, suffix, len) == 0);
}

bool ml_span_ends_nocase(struct ml_span s, const char *suffix)
{
	size_t len = strlen(suffix);
	return s.len >= len && same_nocase(s.at + s.len - len, suffix, len);
}

#define FOLD 0x20

/*
 * Sixteen places at a time are asked for the first two bytes of the needle, at less than one instruction a byte: headings and
 * sentences are asked for dozens of words each. The first place from *at on that may hold it; the last bytes are always such.
 * fold: bits that do not count, 0x20 for the case of letters; that it merges other bytes only costs a comparison.
 */
static inline bool next_place(struct ml_span s, size_t *at, const char *needle, char fold)
{
	for (; *at + ML_SIXTEEN + 1 <= s.len; *at += ML_SIXTEEN) {
		unsigned hit = ml_sixteen_pair(s.at + *at, needle[0], needle[1], fold);
		if (hit == ML_SIXTEEN)
			continue;
		*at += hit;
		return true;
	}
	while (*at + 1 < s.len && (((s.at[*at] ^ needle[0]) | (s.at[*at + 1] ^ needle[1])) & ~fold))
		++*at;
	return *at < s.len;
}

size_t ml_span_find(struct ml_span s, const char *needle)
{
	size_t len = strlen(needle);

	if (len < 2) {
		const char *hit = s.len ? memmem(s.at, s.len, needle, len) : NULL;
		return hit ? (size_t)(hit - s.at) : SIZE_MAX;
	}
	for (size_t i = 0; next_place(s, &i, needle, 0) && i + len <= s.len; i++)
		if (memcmp(s.at + i, needle, len) == 0)
			return i;
	return SIZE_MAX;
}

size_t ml_span_find_nocase(struct ml_span s, const char *needle)
{
	size_t len = strlen(needle), i = 0;

	if (len < 2) {
		for (; i + len <= s.len; i++)
			if (same_nocase(s.at + i, needle, len))
				return i;
		return SIZE_MAX;
	}
	for (; next_place(s, &i, needle, FOLD) && i + len <= s.len; i++)
		if (same_nocase(s.at + i, needle, len))
			return i;
	return SIZE_MAX;
}

#define TRIPLES_BYTES 1500u /* in a longer text most triples occur */
#define TRIPLES_FEWEST 512u
#define TRIPLES_PAY 8u /* words for which finding the triples of a text costs as much as it spares */

void ml_triples_of(struct ml_triples *out, struct ml_span text)
{
	size_t nr = TRIPLES_FEWEST;
	uint32_t bytes = 0;

	out->all = text.len > TRIPLES_BYTES;
	if (out->all)
		return;
	while (nr < 4 * text.len && nr < ML_TRIPLES)
		nr *= 2;
	out->shift = 32 - (unsigned)__builtin_ctzl(nr);
	memset(out->seen, 0, nr * sizeof *out->seen);
	for (size_t i = 0; i < text.len; i++) {
		bytes = ml_triple_next(bytes, text.at[i]);
		out->seen[ml_triple_place(out, bytes)] = true;
	}
}

bool ml_triples_may_hold_rest(const struct ml_triples *triples, const char *word, uint32_t bytes)
{
	for (; *word; word++) {
		bytes = ml_triple_next(bytes, *word);
		if (!triples->seen[ml_triple_place(triples, bytes)])
			return false;
	}
	return true;
}

bool ml_span_has_any_nocase(struct ml_span s, const char *const *words, size_t nr)
{
	struct ml_triples triples;

	triples.all = nr <= TRIPLES_PAY;
	if (!triples.all)
		ml_triples_of(&triples, s);
	for (size_t i = 0; i < nr; i++)
		if (ml_triples_may_hold(&triples, words[i]) && ml_span_find_nocase(s, words[i]) != SIZE_MAX)
			return true;
	return false;
}

size_t ml_span_ascii(struct ml_span s)
{
	size_t i = 0;

	for (; s.len - i >= ML_SIXTEEN; i += ML_SIXTEEN) {
		unsigned nr = ml_sixteen_above(s.at + i);
		if (nr < ML_SIXTEEN)
			return i + nr;
	}
	while (i < s.len && (unsigned char)s.at[i] < 0x80)
		i++;
	return i;
}

bool ml_span_has_digit(struct ml_span s)
{
	for (size_t i = 0; i < s.len; i++)
		if (ml_is_digit(s.at[i]))
			return true;
	return false;
}

struct ml_span ml_span_line(struct ml_span s, size_t from, size_t to)
{
	while (from > 0 && s.at[from - 1] != '\n')
		from--;
	while (to < s.len && s.at[to] != '\n')
		to++;
	return ml_span_sub(s, from, to);
}

size_t ml_path_folder(struct ml_span path)
{
	const char *slash = path.len ? memrchr(path.at, '/', path.len) : NULL;

	return slash ? (size_t)(slash - path.at) + 1 : 0;
}

struct ml_span ml_path_name(struct ml_span path)
{
	return ml_span_sub(path, ml_path_folder(path), path.len);
}

uint32_t ml_span_hash(struct ml_span s)
{
	uint32_t hash = 2166136261u;

	for (size_t i = 0; i < s.len; i++)
		hash = (hash ^ (unsigned char)s.at[i]) * 16777619u;
	return hash;
}

int ml_span_cmp(struct ml_span a, struct ml_span b)
{
	size_t len = a.len < b.len ? a.len : b.len;
	int order = len ? memcmp(a.at, b.at, len) : 0;

	if (order)
		return order;
	return a.len < b.len ? -1 : a.len > b.len;
}
