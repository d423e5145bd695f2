#include "lint/base/json_outline.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "lint/base/codepoint.h"
#include "lint/base/sixteen.h"

#define LONG_BYTES 16 /* of a string that is left out */

const char *ml_json_plain(const char *at, const char *end)
{
	for (; end - at >= (ptrdiff_t)ML_SIXTEEN; at += ML_SIXTEEN) {
		unsigned hit = ml_sixteen_special(at);
		if (hit < ML_SIXTEEN)
			return at + hit;
	}
	while (at < end && (unsigned char)(*at - 0x20) < 0x7F - 0x20 && *at != '"' && *at != '\\')
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

/* Behind the escape at at, or NULL where it may be none. Zeros and lone surrogates are left to jansson. */
static const char *skip_escape(const char *at, const char *end)
{
	if (end - at < 2)
		return NULL;
	if (at[1] != 'u')
		return ml_json_unescape(at[1]) ? at + 2 : NULL;
	int32_t unit = unit_at(at, end);
	if (unit <= 0 || (unit >= 0xDC00 && unit < 0xE000))
		return NULL;
	if (unit < 0xD800 || unit >= 0xE000)
		return at + 6;
	int32_t low = unit_at(at + 6, end);
	return low >= 0xDC00 && low < 0xE000 ? at + 12 : NULL;
}

static const char *skip_letters(const char *at, const char *end)
{
	uint32_t code;

	while (at < end && (unsigned char)*at >= 0x80) {
		size_t bytes = ml_codepoint_get(at, (size_t)(end - at), &code);
		if (!bytes)
			return NULL;
		at += bytes;
	}
	return at;
}

/* From behind the opening quote to the closing one; NULL where the string may not be valid. */
static const char *skip_string(const char *at, const char *end)
{
	while (at && (at = ml_json_plain(at, end)) < end && *at != '"') {
		if (*at == 0x7F)
			at++;
		else if (*at == '\\')
			at = skip_escape(at, end);
		else
			at = (unsigned char)*at >= 0x80 ? skip_letters(at, end) : NULL;
	}
	return at && at < end ? at : NULL;
}

bool ml_json_outline(struct ml_buf *out, struct ml_span text)
{
	const char *kept = text.at, *end = text.at + text.len, *open = text.len ? memchr(text.at, '"', text.len) : NULL;

	while (open) {
		const char *close = skip_string(open + 1, end);
		if (!close)
			return false;
		if (close - open > LONG_BYTES) {
			ml_buf_add(out, kept, (size_t)(open + 1 - kept));
			kept = close;
		}
		open = memchr(close + 1, '"', (size_t)(end - close - 1));
	}
	if (kept == text.at)
		return false;
	ml_buf_add(out, kept, (size_t)(end - kept));
	return !out->full;
}
