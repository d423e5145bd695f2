#include "lint/base/json.h"

#include <assert.h>
#include <string.h>

#include "lint/base/codepoint.h"
#include "lint/base/json_outline.h"

void ml_json_begin(struct ml_json_writer *w, struct ml_buf *out, bool compact)
{
	*w = (struct ml_json_writer){ .out = out, .compact = compact, .first = { true } };
}

static void new_line(struct ml_json_writer *w)
{
	if (w->compact)
		return;
	ml_buf_addc(w->out, '\n');
	for (int i = 0; i < w->depth; i++)
		ml_buf_add(w->out, "  ", 2);
}

/* What stands between the value before and the key or value to come. */
static void separate(struct ml_json_writer *w)
{
	if (w->after_key) {
		w->after_key = false;
		return;
	}
	if (w->depth == 0)
		return;
	if (!w->first[w->depth])
		ml_buf_addc(w->out, ',');
	w->first[w->depth] = false;
	new_line(w);
}

static void open_with(struct ml_json_writer *w, char bracket)
{
	separate(w);
	ml_buf_addc(w->out, bracket);
	assert(w->depth + 1 < ML_JSON_WRITE_DEPTH);
	w->first[++w->depth] = true;
}

static void close_with(struct ml_json_writer *w, char bracket)
{
	assert(w->depth > 0);
	bool empty = w->first[w->depth--];
	if (!empty)
		new_line(w);
	ml_buf_addc(w->out, bracket);
}

void ml_json_object(struct ml_json_writer *w)
{
	open_with(w, '{');
}

void ml_json_end_object(struct ml_json_writer *w)
{
	close_with(w, '}');
}

void ml_json_array(struct ml_json_writer *w)
{
	open_with(w, '[');
}

void ml_json_end_array(struct ml_json_writer *w)
{
	close_with(w, ']');
}

/* Characters above ASCII that turn, hide or break what a reader sees: C1 controls, marks of direction, line separators, the BOM. */
static bool is_hidden(uint32_t code)
{
	return (code >= 0x7F && code <= 0x9F) || code == 0x61C || code == 0x200E || code == 0x200F ||
	       (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
}

static void add_escaped(struct ml_buf *out, uint32_t code)
{
	static const char plain[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
	const char *found = code && code < 0x80 ? memchr(plain, (int)code, sizeof plain - 1) : NULL;

	if (found)
		ml_buf_addf(out, "\\%c", letters[found - plain]);
	else
		ml_buf_addf(out, "\\u%04X", (unsigned)code);
}

/* Some log readers take "##[" for the beginning of a command, wherever it stands in a line: up to its bracket. */
static struct ml_span before_command(struct ml_span text)
{
	size_t at = ml_span_find(text, "##[");

	return at == SIZE_MAX ? text : ml_span_sub(text, 0, at + 2);
}

/* Length of the bytes at the front that go out as they are. */
static size_t plain_bytes(struct ml_span text)
{
	text = before_command(text);
	const char *end = text.at + text.len;
	size_t i = 0;

	while (i < text.len) {
		size_t from = i < 2 ? 0 : i - 2;
		i = (size_t)(ml_json_plain(text.at + i, end) - text.at);
		/* Some log readers take "##[" for the beginning of a command, wherever it stands in a line. */
		size_t command = ml_span_find(ml_span_sub(text, from, i), "##[");
		if (command != SIZE_MAX)
			return from + command + 2;
		if (i == text.len)
			break;
		unsigned char c = (unsigned char)text.at[i];
		uint32_t code = c;
		size_t len = 1;
		if (c < 0x20 || c == '"' || c == '\\')
			break;
		if (c >= 0x7F) {
			len = ml_codepoint_get(text.at + i, text.len - i, &code);
			if (len == 0 || is_hidden(code))
				break;
		}
		i += len;
	}
	return i;
}

static void add_string(struct ml_buf *out, struct ml_span text)
{
	uint32_t code;

	ml_buf_addc(out, '"');
	for (;;) {
		size_t plain = plain_bytes(text);
		ml_buf_add(out, text.at, plain);
		text = ml_span_sub(text, plain, text.len);
		if (text.len == 0)
			break;
		size_t len = ml_codepoint_get(text.at, text.len, &code);
		if (len)
			add_escaped(out, code);
		else
			ml_buf_adds(out, "\xEF\xBF\xBD");
		text = ml_span_sub(text, len ? len : 1, text.len);
	}
	ml_buf_addc(out, '"');
}

void ml_json_key(struct ml_json_writer *w, const char *key)
{
	separate(w);
	add_string(w->out, ml_span_of(key));
	ml_buf_add(w->out, ": ", w->compact ? 1 : 2);
	w->after_key = true;
}

void ml_json_string(struct ml_json_writer *w, const char *text)
{
	ml_json_span(w, ml_span_of(text));
}

void ml_json_span(struct ml_json_writer *w, struct ml_span text)
{
	separate(w);
	if (text.at)
		add_string(w->out, text);
	else
		ml_buf_adds(w->out, "null");
}

void ml_json_number(struct ml_json_writer *w, uint64_t number)
{
	char digits[20]; /* of 2^64 - 1 */
	size_t at = sizeof digits;

	separate(w);
	do
		digits[--at] = (char)('0' + number % 10);
	while (number /= 10);
	ml_buf_add(w->out, digits + at, sizeof digits - at);
}

void ml_json_score(struct ml_json_writer *w, double share)
{
	unsigned thousandths = share >= 1 ? 1000 : share > 0 ? (unsigned)(share * 1000 + 0.5) : 0;
	int digits = 3;

	/* What is not all must not read as 1. */
	if (thousandths == 1000 && share < 1)
		thousandths = 999;
	separate(w);
	unsigned whole = thousandths / 1000, rest = thousandths % 1000;
	if (rest == 0) {
		ml_buf_addf(w->out, "%u", whole);
		return;
	}
	for (; rest % 10 == 0; rest /= 10)
		digits--;
	ml_buf_addf(w->out, "%u.%0*u", whole, digits, rest);
}

void ml_json_bool(struct ml_json_writer *w, bool value)
{
	separate(w);
	ml_buf_adds(w->out, value ? "true" : "false");
}

void ml_json_null(struct ml_json_writer *w)
{
	separate(w);
	ml_buf_adds(w->out, "null");
}
