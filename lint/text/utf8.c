#include "lint/text/utf8.h"

#include <string.h>

#include "lint/base/codepoint.h"

/* Most letters of other scripts: three bytes whose first one leaves nothing to check in the second but that it goes on. */
static bool is_plain_three(const char *at, size_t len)
{
	unsigned char first = (unsigned char)at[0];

	return first > 0xE0 && first < 0xF0 && first != 0xED && len > 2 && ml_codepoint_goes_on(at[1]) && ml_codepoint_goes_on(at[2]);
}

bool ml_utf8_valid(struct ml_span text, size_t *bad)
{
	size_t i = 0;
	uint32_t code;

	while (i < text.len) {
		i += ml_span_ascii(ml_span_sub(text, i, text.len));
		/* Texts in other scripts stay outside ASCII for long. */
		while (i < text.len && (unsigned char)text.at[i] >= 0x80) {
			size_t bytes = is_plain_three(text.at + i, text.len - i) ? 3 : ml_codepoint_get(text.at + i, text.len - i, &code);
			if (bytes == 0) {
				if (bad)
					*bad = i;
				return false;
			}
			i += bytes;
		}
	}
	return true;
}

uint32_t ml_utf8_next(struct ml_span *s)
{
	uint32_t code = ML_CODEPOINT_BAD;
	size_t bytes = ml_codepoint_get(s->at, s->len, &code);

	bytes += bytes == 0;
	s->at += bytes;
	s->len -= bytes;
	return code;
}

static uint32_t unit16(const char *at, bool big_endian)
{
	unsigned char first = (unsigned char)at[0], second = (unsigned char)at[1];

	return big_endian ? (uint32_t)first << 8 | second : (uint32_t)second << 8 | first;
}

static struct ml_span from_utf16(struct ml_arena *arena, struct ml_span bytes, bool big_endian)
{
	/* A unit of two bytes becomes three at most; an odd byte at the end one U+FFFD. */
	char *out = ml_arena_alloc(arena, bytes.len / 2 * 3 + 4), *to = out;

	for (size_t i = 0; i < bytes.len; i += 2) {
		if (i + 1 == bytes.len) {
			to += ml_codepoint_put(to, ML_CODEPOINT_BAD);
			break;
		}
		uint32_t code = unit16(bytes.at + i, big_endian);
		if (code >= 0xD800 && code < 0xDC00 && i + 3 < bytes.len) {
			uint32_t low = unit16(bytes.at + i + 2, big_endian);
			if (low >= 0xDC00 && low < 0xE000) {
				code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
				i += 2;
			}
		}
		to += ml_codepoint_put(to, code);
	}
	*to = '\0';
	return (struct ml_span){ out, (size_t)(to - out) };
}

/* Windows-1252 as the WHATWG Encoding Standard has it: what is not Latin-1 in 80..9F. */
static const uint16_t windows_1252[32] = {
	0x20AC, 0x81,	0x201A, 0x192,	0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
	0x90,	0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
};

static struct ml_span from_windows_1252(struct ml_arena *arena, struct ml_span bytes)
{
	char *out = ml_arena_alloc(arena, bytes.len * 3 + 1), *to = out;

	for (size_t i = 0; i < bytes.len; i++) {
		unsigned char c = (unsigned char)bytes.at[i];
		to += ml_codepoint_put(to, c >= 0x80 && c < 0xA0 ? windows_1252[c - 0x80] : c);
	}
	*to = '\0';
	return (struct ml_span){ out, (size_t)(to - out) };
}

struct ml_span ml_utf8_text(struct ml_arena *arena, struct ml_span bytes, bool *converted)
{
	*converted = true;
	if (ml_span_starts(bytes, "\xFF\xFE"))
		return from_utf16(arena, ml_span_sub(bytes, 2, bytes.len), false);
	if (ml_span_starts(bytes, "\xFE\xFF"))
		return from_utf16(arena, ml_span_sub(bytes, 2, bytes.len), true);
	if (!ml_utf8_valid(bytes, NULL))
		return from_windows_1252(arena, bytes);
	*converted = false;
	return ml_span_starts(bytes, "\xEF\xBB\xBF") ? ml_span_sub(bytes, 3, bytes.len) : bytes;
}

/* The next such byte at or after from, or end. What was found before serves as long as it lies ahead. */
static const char *next_byte(const char *found, const char *from, const char *end, char byte)
{
	if (found >= from)
		return found;
	found = memchr(from, byte, (size_t)(end - from));
	return found ? found : end;
}

/* A line starts after every LF, CR LF and lone CR. memchr reads many bytes at a time. */
void ml_lines_init(struct ml_lines *lines, struct ml_arena *arena, struct ml_span text)
{
	size_t nr = 0, cap = text.len / 48 + 16;
	uint32_t *starts = ml_arena_raw_array(arena, uint32_t, cap);
	const char *at = text.len ? text.at : "", *end = at + text.len;
	const char *lf = next_byte(NULL, at, end, '\n'), *cr = next_byte(NULL, at, end, '\r');

	ML_PUSH(arena, starts, nr, cap, 0);
	while (lf < end || cr < end) {
		bool pair = lf < end && cr + 1 == lf;
		const char *found = pair || lf < cr ? lf : cr;
		ML_PUSH(arena, starts, nr, cap, (uint32_t)(found + 1 - at));
		lf = next_byte(lf, found + 1, end, '\n');
		cr = next_byte(cr, found + 1, end, '\r');
	}
	*lines = (struct ml_lines){ .starts = starts, .nr = nr, .size = (uint32_t)text.len };
}

void ml_lines_place(const struct ml_lines *lines, size_t offset, uint32_t *line, uint32_t *column)
{
	size_t low = 0, high = lines->nr;

	if (offset > lines->size)
		offset = lines->size;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (lines->starts[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	*line = (uint32_t)low + 1;
	*column = (uint32_t)(offset - lines->starts[low]) + 1;
}

struct ml_span ml_lines_text(const struct ml_lines *lines, struct ml_span text, uint32_t line)
{
	if (line == 0 || line > lines->nr)
		return (struct ml_span){ NULL, 0 };
	struct ml_span found = ml_span_sub(text, lines->starts[line - 1], line < lines->nr ? lines->starts[line] : text.len);
	if (line < lines->nr && found.len && found.at[found.len - 1] == '\n')
		found.len--;
	if (line < lines->nr && found.len && found.at[found.len - 1] == '\r')
		found.len--;
	return found;
}
