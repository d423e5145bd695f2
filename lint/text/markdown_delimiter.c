#include "lint/text/markdown_p.h"

#include <string.h>

/*
 * GitHub takes "|-|-|" for the line below a table's header; md4c 0.4.8 wants
 * three signs in each cell. And GitHub begins a table right below the words of a
 * paragraph, where md4c reads on. So a text with such a line is read from a copy in
 * which its cells are filled up to three, and an empty line parts table and words;
 * offsets are led back.
 */

#define CELL_SIGNS 3

bool md_is_delimiter(struct ml_span line)
{
	bool pipe = false;
	size_t signs = 0, dashes = 0;

	line = ml_span_trim(line);
	for (size_t i = 0; i <= line.len; i++) {
		char c = i < line.len ? line.at[i] : '|';
		if (c == '-' || c == ':') {
			signs++;
			dashes += c == '-';
		} else if (c == '|') {
			/* The row may begin and end with a pipe; else each cell has a dash. */
			if (!dashes && (signs || (i != 0 && i != line.len)))
				return false;
			pipe |= i < line.len;
			signs = dashes = 0;
		} else if (c != ' ' && c != '\t') {
			return false;
		}
	}
	return pipe;
}

static void put(struct md_widened *w, const char *bytes, size_t len)
{
	memcpy(w->text + w->text_nr, bytes, len);
	w->text_nr += len;
}

static void grow(struct md_widened *w, struct ml_arena *arena, size_t more)
{
	struct md_shift shift = { .at = w->text_nr, .grown = more };

	if (w->shifts_nr)
		shift.grown += w->shifts[w->shifts_nr - 1].grown;
	ML_PUSH(arena, w->shifts, w->shifts_nr, w->shifts_cap, shift);
}

/* Copies the signs of one cell that begin at at, and as many dashes more as it lacks. Returns the offset behind them. */
static size_t put_cell(struct md_widened *w, struct ml_arena *arena, struct ml_span line, size_t at)
{
	size_t from = at;

	while (at < line.len && (line.at[at] == '-' || line.at[at] == ':'))
		at++;
	size_t more = at - from < CELL_SIGNS ? CELL_SIGNS - (at - from) : 0;
	bool colon = line.at[at - 1] == ':' && at - from > 1;
	put(w, line.at + from, at - from - colon);
	put(w, "--", more);
	put(w, ":", colon);
	if (more)
		grow(w, arena, more);
	return at;
}

static void put_row(struct md_widened *w, struct ml_arena *arena, struct ml_span line)
{
	for (size_t at = 0; at < line.len;) {
		if (line.at[at] == '-' || line.at[at] == ':')
			at = put_cell(w, arena, line, at);
		else
			put(w, line.at + at++, 1);
	}
}

/* The line that begins at at, without its end. */
static struct ml_span line_at(struct ml_span text, size_t at)
{
	struct ml_span rest = ml_span_sub(text, at, text.len);
	const char *found = rest.len ? memchr(rest.at, '\n', rest.len) : NULL;

	return found ? ml_span_sub(rest, 0, (size_t)(found - rest.at)) : rest;
}

/* Words of a paragraph: neither a row, nor an item of a list, nor HTML, which goes on to the next empty line. */
static bool is_words(struct ml_span line)
{
	line = ml_span_trim(line);
	if (!line.len || strchr("<>#|`~", line.at[0]) || memchr(line.at, '|', line.len))
		return false;
	bool item = strchr("-*+", line.at[0]) && (line.len == 1 || line.at[1] == ' ');
	return !item && !ml_is_digit(line.at[0]);
}

/* Whether a table's header begins at at, right below such words. */
static bool is_joined_header(struct ml_span text, struct ml_span before, size_t at)
{
	struct ml_span line = line_at(text, at);

	return line.len && memchr(line.at, '|', line.len) && is_words(before) && md_is_delimiter(line_at(text, at + line.len + 1));
}

void md_widen(struct md_widened *w, struct ml_arena *arena, struct ml_span text)
{
	struct ml_span before = { 0 }; /* the line before */

	*w = (struct md_widened){ 0 };
	/* "-|" grows to twice its length, and so does no line grow more. */
	w->text = ml_arena_alloc(arena, 2 * text.len + 2);
	for (size_t at = 0; at < text.len;) {
		const char *found = memchr(text.at + at, '\n', text.len - at);
		size_t end = found ? (size_t)(found - text.at) + 1 : text.len, from = at;
		/* A table may stand in a quote. */
		while (from < end && (text.at[from] == '>' || text.at[from] == ' '))
			from++;
		if (is_joined_header(text, before, at)) {
			put(w, "\n", 1);
			grow(w, arena, 1);
		}
		put(w, text.at + at, from - at);
		struct ml_span line = ml_span_sub(text, from, end);
		if (ml_span_trim(before).len && md_is_delimiter(line))
			put_row(w, arena, line);
		else
			put(w, line.at, line.len);
		before = line;
		at = end;
	}
}

size_t md_narrow(const struct md_widened *w, size_t offset)
{
	size_t low = 0, high = w->shifts_nr;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (w->shifts[middle].at <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? offset - w->shifts[low - 1].grown : offset;
}
