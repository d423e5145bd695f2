#include "lint/base/buf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/arena.h"

void ml_buf_init(struct ml_buf *buf, size_t max)
{
	*buf = (struct ml_buf){ .max = max };
}

void ml_buf_release(struct ml_buf *buf)
{
	free(buf->at);
	ml_buf_init(buf, buf->max);
}

void ml_buf_clear(struct ml_buf *buf)
{
	buf->len = 0;
	buf->full = false;
	if (buf->at)
		buf->at[0] = '\0';
}

/* Makes room for more bytes and the NUL; false where max forbids it. */
static bool reserve(struct ml_buf *buf, size_t more)
{
	if (buf->full || more > buf->max - buf->len) {
		buf->full = true;
		return false;
	}
	size_t wanted = buf->len + more + 1;
	if (wanted <= buf->cap)
		return true;
	size_t cap = buf->cap ? buf->cap : 256;
	while (cap < wanted)
		cap *= 2;
	char *at = realloc(buf->at, cap);
	if (!at)
		ml_oom();
	buf->at = at;
	buf->cap = cap;
	return true;
}

char *ml_buf_more(struct ml_buf *buf, size_t len)
{
	if (!reserve(buf, len))
		return NULL;
	buf->len += len;
	buf->at[buf->len] = '\0';
	return buf->at + buf->len - len;
}

void ml_buf_add(struct ml_buf *buf, const char *bytes, size_t len)
{
	char *to = ml_buf_more(buf, len);

	if (to && len)
		memcpy(to, bytes, len);
}

void ml_buf_adds(struct ml_buf *buf, const char *text)
{
	ml_buf_add(buf, text, strlen(text));
}

void ml_buf_add_span(struct ml_buf *buf, struct ml_span span)
{
	ml_buf_add(buf, span.at, span.len);
}

void ml_buf_addf(struct ml_buf *buf, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	int len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len <= 0 || !reserve(buf, (size_t)len))
		return;
	va_start(args, format);
	vsnprintf(buf->at + buf->len, (size_t)len + 1, format, args);
	va_end(args);
	buf->len += (size_t)len;
}

struct ml_span ml_buf_span(const struct ml_buf *buf)
{
	return (struct ml_span){ buf->at ? buf->at : "", buf->len };
}
