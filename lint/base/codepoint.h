/* One code point of UTF-8 (RFC 3629: no surrogates, no overlong forms), read and written. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#define ML_CODEPOINT_BAD 0xFFFDu /* the replacement character */

/* Reads the code point at at[0..len). Returns its bytes, 1..4, or 0 where it is cut off or no UTF-8 (*code is not set then). */
size_t ml_codepoint_get(const char *at, size_t len, uint32_t *code);
/* Writes a code point and returns its bytes; what is no code point (a surrogate, above 10FFFF) is written as U+FFFD. */
size_t ml_codepoint_put(char out[4], uint32_t code);
