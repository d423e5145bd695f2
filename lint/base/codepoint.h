/* One code point of UTF-8 (RFC 3629: no surrogates, no overlong forms), read and written. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ML_CODEPOINT_BAD 0xFFFDu /* the replacement character */

/* Reads the code point at at[0..len). Returns its bytes, 1..4, or 0 where it is cut off or no UTF-8 (*code is not set then). */
size_t ml_codepoint_get(const char *at, size_t len, uint32_t *code);
/* Writes a code point and returns its bytes; what is no code point (a surrogate, above 10FFFF) is written as U+FFFD. */
size_t ml_codepoint_put(char out[4], uint32_t code);
/* Whether a byte goes on with a character that one before it began. */
static inline bool ml_codepoint_goes_on(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}
/* Where the character begins that at is in: for a text that has to be cut, and whose byte at that offset can be read. */
static inline size_t ml_codepoint_start(const char *text, size_t at)
{
	while (at > 0 && ml_codepoint_goes_on(text[at]))
		at--;
	return at;
}
/* Where the next one begins: at itself, or behind the character that it is in; at most len. */
static inline size_t ml_codepoint_end(const char *text, size_t at, size_t len)
{
	while (at < len && ml_codepoint_goes_on(text[at]))
		at++;
	return at;
}
/* The length of a text that may have been cut inside of a character, without the bytes of that. */
size_t ml_codepoint_whole(const char *text, size_t len);
