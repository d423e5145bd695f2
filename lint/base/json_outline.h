/*
 * The outline of a JSON text: itself, but long strings that are certainly valid
 * are empty. It is JSON if and only if the text is, and jansson, which takes 140
 * instructions a byte, judges it instead: a record of a README is one long string.
 */
#pragma once

#include <stdbool.h>

#include "lint/base/buf.h"
#include "lint/base/span.h"

/*
 * Puts the outline into out, which holds up to text.len bytes. False where there is
 * none or it is no use: a string is not certainly valid (jansson then says why), or
 * no string is long.
 */
bool ml_json_outline(struct ml_buf *out, struct ml_span text);
/* The first byte of [at, end) that is not ASCII, or is a control (DEL as well), '"' or '\'; or end. */
const char *ml_json_plain(const char *at, const char *end);

/* What a letter behind a backslash stands for; NUL where it is none of the eight of JSON (u is not). */
static inline char ml_json_unescape(char c)
{
	switch (c) {
	case '"':
	case '\\':
	case '/':
		return c;
	case 'b':
		return '\b';
	case 'f':
		return '\f';
	case 'n':
		return '\n';
	case 'r':
		return '\r';
	case 't':
		return '\t';
	default:
		return '\0';
	}
}
