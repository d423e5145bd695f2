/*
 * Sixteen bytes looked at in one go: with SSE2, which every x86-64 has, in some ten
 * instructions; elsewhere as two numbers of eight bytes. Each gives the offset of the
 * first byte that is looked for, or ML_SIXTEEN.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#define ML_SIXTEEN 16u

/*
 * A gram is three bytes, ASCII letters folded (which merges some other bytes too). Its number is a hash of them, made so
 * that what stands fourth in the same 32 bits does not reach it, with factors that spread English and Chinese prose well.
 */
#define ML_GRAM_BITS 13
#define ML_GRAM_FOLD 0x20
#define ML_GRAM_LOW 0x4A79  /* for the first two bytes */
#define ML_GRAM_HIGH 0x4D00 /* for the third, and so much that the fourth falls out of 16 bits */

/* bytes: the first in the lowest eight bits. */
static inline uint32_t ml_gram_of(uint32_t bytes)
{
	uint32_t folded = bytes | ML_GRAM_FOLD * UINT32_C(0x01010101);

	return (uint32_t)((uint16_t)((folded & 0xFFFF) * ML_GRAM_LOW + (folded >> 16) * ML_GRAM_HIGH) >> (16 - ML_GRAM_BITS));
}

/* known: of each gram a bit for each value that the lowest three bits of the byte behind it may have. */
static inline bool ml_gram_is_known(const uint8_t known[1u << ML_GRAM_BITS], unsigned gram, char next)
{
	return known[gram] && known[gram] >> (next & 7) & 1;
}

#ifdef __SSE2__

#include <emmintrin.h>

static inline unsigned ml_sixteen_first(__m128i hits)
{
	unsigned mask = (unsigned)_mm_movemask_epi8(hits);

	return mask ? (unsigned)__builtin_ctz(mask) : ML_SIXTEEN;
}

static inline __m128i ml_sixteen_load(const char *at)
{
	return _mm_loadu_si128((const __m128i *)(const void *)at);
}

/* Bytes that are no plain ASCII of a JSON string: controls with DEL, '"', '\' and all above. Reads 16 bytes. */
static inline unsigned ml_sixteen_special(const char *at)
{
	__m128i bytes = ml_sixteen_load(at);
	__m128i low = _mm_cmplt_epi8(bytes, _mm_set1_epi8(0x20)), del = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x7F)); /* signed: those above are low */
	__m128i quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')), slash = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));

	return ml_sixteen_first(_mm_or_si128(_mm_or_si128(low, del), _mm_or_si128(quote, slash)));
}

/* Bytes that are not ASCII. Reads 16 bytes. */
static inline unsigned ml_sixteen_above(const char *at)
{
	return ml_sixteen_first(ml_sixteen_load(at)); /* the mask is of the high bits */
}

/* The end of what a JSON string holds as it is written: '"' or '\'. Reads 16 bytes. */
static inline unsigned ml_sixteen_written(const char *at)
{
	__m128i bytes = ml_sixteen_load(at);

	return ml_sixteen_first(_mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'))));
}

/* Where first and second stand side by side, bits of fold (0 or 0x20) aside. Reads 17 bytes. */
static inline unsigned ml_sixteen_pair(const char *at, char first, char second, char fold)
{
	__m128i folds = _mm_set1_epi8(fold);
	__m128i a = _mm_cmpeq_epi8(_mm_or_si128(ml_sixteen_load(at), folds), _mm_set1_epi8((char)(first | fold)));
	__m128i b = _mm_cmpeq_epi8(_mm_or_si128(ml_sixteen_load(at + 1), folds), _mm_set1_epi8((char)(second | fold)));

	return ml_sixteen_first(_mm_and_si128(a, b));
}

/* The numbers of the grams at the offsets 0, 4, 8 and 12, each in the lower half of its 32 bits. */
static inline __m128i ml_sixteen_grams(const char *at)
{
	__m128i folded = _mm_or_si128(ml_sixteen_load(at), _mm_set1_epi8(ML_GRAM_FOLD));

	return _mm_srli_epi16(_mm_madd_epi16(folded, _mm_set1_epi32(ML_GRAM_HIGH << 16 | ML_GRAM_LOW)), 16 - ML_GRAM_BITS);
}

/* The first gram that is known of those at the offsets 0, 2 .. 14. Reads 18 bytes. */
static inline unsigned ml_sixteen_known(const char *at, const uint8_t known[1u << ML_GRAM_BITS])
{
	__m128i a = ml_sixteen_grams(at), b = ml_sixteen_grams(at + 2);

	if (ml_gram_is_known(known, (unsigned)_mm_extract_epi16(a, 0), at[3]))
		return 0;
	if (ml_gram_is_known(known, (unsigned)_mm_extract_epi16(b, 0), at[5]))
		return 2;
	if (ml_gram_is_known(known, (unsigned)_mm_extract_epi16(a, 2), at[7]))
		return 4;
	if (ml_gram_is_known(known, (unsigned)_mm_extract_epi16(b, 2), at[9]))
		return 6;
	if (ml_gram_is_known(known, (unsigned)_mm_extract_epi16(a, 4), at[11]))
		return 8;
	if (ml_gram_is_known(known, (unsigned)_mm_extract_epi16(b, 4), at[13]))
		return 10;
	if (ml_gram_is_known(known, (unsigned)_mm_extract_epi16(a, 6), at[15]))
		return 12;
	return ml_gram_is_known(known, (unsigned)_mm_extract_epi16(b, 6), at[17]) ? 14 : ML_SIXTEEN;
}

#else

#define ML_SIXTEEN_ONES UINT64_C(0x0101010101010101)

/* Eight bytes, the first in the lowest, in a form that compilers make one load. */
static inline uint64_t ml_sixteen_half(const char *at)
{
	const unsigned char *b = (const unsigned char *)at;

	return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24 | (uint64_t)b[4] << 32 |
	       (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 | (uint64_t)b[7] << 56;
}

/* The high bit of each byte below limit (at most 0x80); those above the lowest such one may be wrong. */
static inline uint64_t ml_sixteen_below(uint64_t eight, unsigned limit)
{
	return (eight - limit * ML_SIXTEEN_ONES) & ~eight & 0x80 * ML_SIXTEEN_ONES;
}

static inline uint64_t ml_sixteen_equal(uint64_t eight, unsigned char c)
{
	return ml_sixteen_below(eight ^ c * ML_SIXTEEN_ONES, 1);
}

static inline unsigned ml_sixteen_special(const char *at)
{
	for (unsigned i = 0; i < ML_SIXTEEN; i += 8) {
		uint64_t eight = ml_sixteen_half(at + i);
		uint64_t hits = ml_sixteen_equal(eight, '"') | ml_sixteen_equal(eight, '\\') | ml_sixteen_equal(eight, 0x7F) |
				ml_sixteen_below(eight, 0x20) | (eight & 0x80 * ML_SIXTEEN_ONES);
		if (hits)
			return i + (unsigned)__builtin_ctzll(hits) / 8;
	}
	return ML_SIXTEEN;
}

static inline unsigned ml_sixteen_above(const char *at)
{
	for (unsigned i = 0; i < ML_SIXTEEN; i += 8) {
		uint64_t hits = ml_sixteen_half(at + i) & 0x80 * ML_SIXTEEN_ONES;
		if (hits)
			return i + (unsigned)__builtin_ctzll(hits) / 8;
	}
	return ML_SIXTEEN;
}

static inline unsigned ml_sixteen_written(const char *at)
{
	for (unsigned i = 0; i < ML_SIXTEEN; i += 8) {
		uint64_t eight = ml_sixteen_half(at + i), hits = ml_sixteen_equal(eight, '"') | ml_sixteen_equal(eight, '\\');
		if (hits)
			return i + (unsigned)__builtin_ctzll(hits) / 8;
	}
	return ML_SIXTEEN;
}

static inline unsigned ml_sixteen_pair(const char *at, char first, char second, char fold)
{
	uint64_t folds = (unsigned char)fold * ML_SIXTEEN_ONES;

	for (unsigned i = 0; i < ML_SIXTEEN; i += 8) {
		uint64_t a = (ml_sixteen_half(at + i) | folds) ^ (unsigned char)(first | fold) * ML_SIXTEEN_ONES;
		uint64_t b = (ml_sixteen_half(at + i + 1) | folds) ^ (unsigned char)(second | fold) * ML_SIXTEEN_ONES;
		uint64_t hits = ml_sixteen_below(a | b, 1);
		if (hits)
			return i + (unsigned)__builtin_ctzll(hits) / 8;
	}
	return ML_SIXTEEN;
}

static inline unsigned ml_sixteen_known(const char *at, const uint8_t known[1u << ML_GRAM_BITS])
{
	unsigned i = 0;

	while (i < ML_SIXTEEN && !ml_gram_is_known(known, ml_gram_of((uint32_t)ml_sixteen_half(at + i)), at[i + 3]))
		i += 2;
	return i;
}

#endif
