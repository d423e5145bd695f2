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
	return (code >= 0x7F && code <= 0x9F) || code == 0x61C || code == 0x200E || code == 0x200F || (code >= 0x2028 && code <= 0x202E) ||
	       (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
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

/* Some log readers take "##[" for the beginning of a command, wherever it stands in a line. The bracket of the next one from at on, or end. */
static const char *next_command(const char *at, const char *end)
{
	const char *sign = memchr(at, '#', (size_t)(end - at));
	size_t command = sign ? ml_span_find((struct ml_span){ sign, (size_t)(end - sign) }, "##[") : SIZE_MAX;

	return command == SIZE_MAX ? end : sign + command + 2;
}

/* Behind the bytes that go out as they are. */
static const char *skip_plain(const char *at, const char *end)
{
	uint32_t code;

	while ((at = ml_json_plain(at, end)) < end && (unsigned char)*at >= 0x80) {
		size_t len = ml_codepoint_get(at, (size_t)(end - at), &code);
		if (len == 0 || is_hidden(code))
			break;
		at += len;
	}
	return at;
}

/* Writes the character at at, which does not go out as it is, and returns what stands behind it. */
static const char *add_character(struct ml_buf *out, const char *at, const char *end)
{
	uint32_t code;
	size_t len = ml_codepoint_get(at, (size_t)(end - at), &code);

	if (len)
		add_escaped(out, code);
	else
		ml_buf_adds(out, "\xEF\xBF\xBD");
	return at + (len ? len : 1);
}

static void add_string(struct ml_buf *out, struct ml_span text)
{
	const char *at = text.at, *end = text.at + text.len, *command = next_command(at, end);

	ml_buf_addc(out, '"');
	for (;;) {
		const char *plain = skip_plain(at, command);
		ml_buf_add(out, at, (size_t)(plain - at));
		if (plain == end)
			break;
		at = add_character(out, plain, end);
		if (plain == command)
			command = next_command(at, end);
	}
	ml_buf_addc(out, '"');
}

/* In one piece: half of all that is written are keys. */
void ml_json_key(struct ml_json_writer *w, const char *key)
{
	static const char behind[] = "\": ";
	size_t len = strlen(key), more = w->compact ? 2 : 3;

	separate(w);
	char *to = ml_buf_more(w->out, 1 + len + more);
	if (to) {
		*to = '"';
		memcpy(to + 1, key, len);
		memcpy(to + 1 + len, behind, more);
	}
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
		ml_buf_addc(w->out, (char)('0' + whole));
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
