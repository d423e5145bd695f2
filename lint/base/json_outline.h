/*
 * The outline of a JSON text: itself, but strings that are certainly valid
 * are empty. It is JSON if and only if the text is, and jansson, which takes 140
 * instructions a byte, judges it instead: a record of a README is one long string.
 */
#pragma once

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/base/span.h"

/* A long string, read while it was judged: from its opening quote to behind the closing one, and what it says, NUL-terminated. */
struct ml_json_string {
	const char *open, *behind;
	struct ml_span text;
};

struct ml_json_strings {
	struct ml_arena *arena;    /* set by the caller; holds all that follows */
	char *room;                /* behind what was read: enough for all other strings of the text, and sixteen bytes */
	struct ml_json_string *at; /* in order */
	size_t nr, cap;
};

/*
 * Puts the outline into out, which holds up to text.len bytes. False where there is
 * none or it is no use: a string is not certainly valid (jansson then says why), or
 * none is left out.
 */
bool ml_json_outline(struct ml_buf *out, struct ml_span text, struct ml_json_strings *strings);
/* The first byte of [at, end) that is not ASCII, or is a control (DEL as well), '"' or '\'; or end. */
const char *ml_json_plain(const char *at, const char *end);

/* What a letter behind a backslash stands for; NUL where it is none of the eight of JSON (u is not). */
static inline char ml_json_unescape(char c)
{
	static const char meant[256] = {
		['"'] = '"', ['\\'] = '\\', ['/'] = '/', ['b'] = '\b', ['f'] = '\f', ['n'] = '\n', ['r'] = '\r', ['t'] = '\t'
	};

	return meant[(unsigned char)c];
}
