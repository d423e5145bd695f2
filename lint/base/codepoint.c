#include "lint/base/codepoint.h"

size_t ml_codepoint_get(const char *at, size_t len, uint32_t *code)
{
	const unsigned char *b = (const unsigned char *)at;

	if (len == 0)
		return 0;
	if (b[0] < 0x80) {
		*code = b[0];
		return 1;
	}
	if (b[0] < 0xC2 || b[0] > 0xF4 || len < 2 || !ml_codepoint_goes_on(at[1]))
		return 0;
	if (b[0] < 0xE0) {
		*code = (b[0] & 0x1Fu) << 6 | (b[1] & 0x3Fu);
		return 2;
	}
	if (len < 3 || !ml_codepoint_goes_on(at[2]))
		return 0;
	if (b[0] < 0xF0) {
		uint32_t value = (b[0] & 0x0Fu) << 12 | (b[1] & 0x3Fu) << 6 | (b[2] & 0x3Fu);
		if (value < 0x800 || (value >= 0xD800 && value <= 0xDFFF))
			return 0;
		*code = value;
		return 3;
	}
	if (len < 4 || !ml_codepoint_goes_on(at[3]))
		return 0;
	uint32_t value = (b[0] & 0x07u) << 18 | (b[1] & 0x3Fu) << 12 | (b[2] & 0x3Fu) << 6 | (b[3] & 0x3Fu);
	if (value < 0x10000 || value > 0x10FFFF)
		return 0;
	*code = value;
	return 4;
}

size_t ml_codepoint_put(char out[4], uint32_t code)
{
	if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
		code = ML_CODEPOINT_BAD;
	if (code < 0x80) {
		out[0] = (char)code;
		return 1;
	}
	if (code < 0x800) {
		out[0] = (char)(0xC0 | code >> 6);
		out[1] = (char)(0x80 | (code & 0x3F));
		return 2;
	}
	if (code < 0x10000) {
		out[0] = (char)(0xE0 | code >> 12);
		out[1] = (char)(0x80 | (code >> 6 & 0x3F));
		out[2] = (char)(0x80 | (code & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | code >> 18);
	out[1] = (char)(0x80 | (code >> 12 & 0x3F));
	out[2] = (char)(0x80 | (code >> 6 & 0x3F));
	out[3] = (char)(0x80 | (code & 0x3F));
	return 4;
}

size_t ml_codepoint_whole(const char *text, size_t len)
{
	size_t last = len ? ml_codepoint_start(text, len - 1) : 0;
	unsigned char lead = len ? (unsigned char)text[last] : 0;
	size_t want = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;

	return len - last < want ? last : len;
}
