/* UTF-8, checked once per file. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/span.h"

/* Whether text is UTF-8 (RFC 3629: no surrogates, no overlongs). bad, where not NULL, gets the offset of the first fault. */
bool ml_utf8_valid(struct ml_span text, size_t *bad);
/* The code point at s->at, 1..4 bytes, advancing; U+FFFD and one byte on a fault. s must not be empty. */
uint32_t ml_utf8_next(struct ml_span *s);
/*
 * The text as UTF-8: itself where it is; without a BOM; UTF-16 with a BOM and
 * other bytes (taken as Windows-1252) converted. *converted says so, offsets then no longer match the file.
 * (Without a UTF-8 BOM they are three less than in the file: out.at - bytes.at tells; *converted stays false.)
 */
struct ml_span ml_utf8_text(struct ml_arena *arena, struct ml_span bytes, bool *converted);

/* Lines of a text, for offset -> line and column. LF, CRLF and a lone CR end a line. */
struct ml_lines {
	const uint32_t *starts; /* offset of each line's first byte */
	size_t nr;              /* at least 1 */
	uint32_t size;          /* of the text, bytes */
};
/* Counts them; what it keeps of them lives in arena. */
void ml_lines_init(struct ml_lines *lines, struct ml_arena *arena, struct ml_span text);
/* 1-based line, and 1-based column in bytes, of an offset (clamped to the text). */
void ml_lines_place(const struct ml_lines *lines, size_t offset, uint32_t *line, uint32_t *column);
/* The bytes of a 1-based line without its end; the absent span where there is no such line. */
struct ml_span ml_lines_text(const struct ml_lines *lines, struct ml_span text, uint32_t line);
