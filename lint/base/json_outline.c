#include "lint/base/json_outline.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "lint/base/codepoint.h"
#include "lint/base/sixteen.h"

#define LEFT_BYTES 2  /* of a string that is left out: what is shorter costs jansson less than the cut */
#define READ_BYTES 64 /* of one that is not read again */

static bool is_plain(char c)
{
	return (unsigned char)(c - 0x20) < 0x7F - 0x20 && c != '"' && c != '\\';
}

const char *ml_json_plain(const char *at, const char *end)
{
	for (; end - at >= (ptrdiff_t)ML_SIXTEEN; at += ML_SIXTEEN) {
		unsigned hit = ml_sixteen_special(at);
		if (hit < ML_SIXTEEN)
			return at + hit;
	}
	while (at < end && is_plain(*at))
		at++;
	return at;
}

/* The number of a \u escape at at, or -1. */
static int32_t unit_at(const char *at, const char *end)
{
	int32_t unit = 0;

	if (end - at < 6 || at[0] != '\\' || at[1] != 'u')
		return -1;
	for (int i = 2; i < 6; i++) {
		int digit = ml_hex_digit(at[i]);
		if (digit < 0)
			return -1;
		unit = unit << 4 | digit;
	}
	return unit;
}

/* Reads the escape at at, writes what it stands for to *to, and returns what is behind it; NULL where it may be none. Zeros and lone surrogates are left to jansson. */
static const char *read_escape(const char *at, const char *end, char **to)
{
	if (end - at < 2)
		return NULL;
	if (at[1] != 'u') {
		**to = ml_json_unescape(at[1]);
		return *(*to)++ ? at + 2 : NULL;
	}
	int32_t unit = unit_at(at, end), low = -1;
	if (unit <= 0 || (unit >= 0xDC00 && unit < 0xE000))
		return NULL;
	if (unit >= 0xD800 && unit < 0xDC00) {
		low = unit_at(at + 6, end);
		if (low < 0xDC00 || low >= 0xE000)
			return NULL;
		unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
	}
	*to += ml_codepoint_put(*to, (uint32_t)unit);
	return at + (low < 0 ? 6 : 12);
}

/* Copies characters above ASCII; NULL where they are no UTF-8. */
static const char *copy_letters(const char *at, const char *end, char **to)
{
	const char *from = at;
	uint32_t code;

	while (at < end && (unsigned char)*at >= 0x80) {
		size_t bytes = ml_codepoint_get(at, (size_t)(end - at), &code);
		if (!bytes)
			return NULL;
		at += bytes;
	}
	memcpy(*to, from, (size_t)(at - from));
	*to += at - from;
	return at;
}

/* Copies plain bytes, sixteen at a time where there are so many: what is too much is written over. */
static const char *copy_plain(const char *at, const char *end, char **to)
{
	unsigned nr = ML_SIXTEEN;

	for (; nr == ML_SIXTEEN && end - at >= (ptrdiff_t)ML_SIXTEEN; at += nr, *to += nr) {
		nr = ml_sixteen_special(at);
		memcpy(*to, at, ML_SIXTEEN);
	}
	while (at < end && is_plain(*at))
		*(*to)++ = *at++;
	return at;
}

/* From behind the opening quote to the closing one, with what the string says at *to, which moves behind it; NULL where it may not be valid. */
static const char *read_string(const char *at, const char *end, char **to)
{
	while (at && (at = copy_plain(at, end, to)) < end && *at != '"') {
		if (*at == 0x7F)
			*(*to)++ = *at++;
		else if (*at == '\\')
			at = read_escape(at, end, to);
		else
			at = (unsigned char)*at >= 0x80 ? copy_letters(at, end, to) : NULL;
	}
	return at && at < end ? at : NULL;
}

bool ml_json_outline(struct ml_buf *out, struct ml_span text, struct ml_json_strings *strings)
{
	const char *kept = text.at, *end = text.at + text.len, *open = text.len ? memchr(text.at, '"', text.len) : NULL;

	strings->room = ml_arena_raw(strings->arena, text.len + ML_SIXTEEN);
	while (open) {
		char *to = strings->room;
		const char *close = read_string(open + 1, end, &to);
		if (!close)
			return false;
		if (close - open > LEFT_BYTES) {
			ml_buf_add(out, kept, (size_t)(open + 1 - kept));
			kept = close;
		}
		if (close - open > READ_BYTES) {
			struct ml_json_string string = { open, close + 1, { strings->room, (size_t)(to - strings->room) } };
			*to = '\0';
			strings->room = to + 1;
			ML_PUSH(strings->arena, strings->at, strings->nr, strings->cap, string);
		}
		open = memchr(close + 1, '"', (size_t)(end - close - 1));
	}
	if (kept == text.at)
		return false;
	ml_buf_add(out, kept, (size_t)(end - kept));
	return !out->full;
}
