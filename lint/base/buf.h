/*
 * Text that grows, with a maximum given at birth (curl's dynbuf does the same).
 * Invariants: at is NUL-terminated at at[len] once anything was added; len <= max.
 * An addition that would pass max adds nothing and sets full; so does every later one.
 */
#pragma once

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "lint/base/span.h"

struct ml_buf {
	char *at; /* owned; NULL before the first addition */
	size_t len;
	size_t cap;
	size_t max; /* bytes */
	bool full;
};

/* Allocates nothing yet. max: bytes of text, the NUL not counted; below SIZE_MAX. */
void ml_buf_init(struct ml_buf *buf, size_t max);
/* Gives up the memory: empty then, with the same maximum. A buffer of zeros may be released too. */
void ml_buf_release(struct ml_buf *buf);
void ml_buf_clear(struct ml_buf *buf); /* empty, ready for reuse, memory kept */
/* Additions; bytes and text are copied, and never lie in the buffer itself. Where memory ends: ml_oom. */
void ml_buf_add(struct ml_buf *buf, const char *bytes, size_t len);
static inline void ml_buf_addc(struct ml_buf *buf, char c); /* inline: half of all additions are one bracket, quote or comma */
void ml_buf_adds(struct ml_buf *buf, const char *text);
/* Adds len bytes that the caller writes, there, before anything else is added; NULL where max forbids it. */
char *ml_buf_more(struct ml_buf *buf, size_t len);
void ml_buf_add_span(struct ml_buf *buf, struct ml_span span);
void ml_buf_addf(struct ml_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* What it holds, until the next addition; an empty text, never the absent span, where nothing was added. */
struct ml_span ml_buf_span(const struct ml_buf *buf);

static inline void ml_buf_addc(struct ml_buf *buf, char c)
{
	if (buf->full || buf->len + 1 >= buf->cap || buf->len >= buf->max) {
		ml_buf_add(buf, &c, 1);
		return;
	}
	buf->at[buf->len++] = c;
	buf->at[buf->len] = '\0';
}
