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

/* Words of a paragraph: neither a row, nor an item of a list, nor HTML, which goes on to the next empty line. */
static bool is_words(struct ml_span line)
{
	line = ml_span_trim(line);
	if (!line.len || strchr("<>#|`~", line.at[0]) || memchr(line.at, '|', line.len))
		return false;
	bool item = strchr("-*+", line.at[0]) && (line.len == 1 || line.at[1] == ' ');
	return !item && !ml_is_digit(line.at[0]);
}

/* The line that begins at an offset, with its end. */
static struct ml_span line_at(struct ml_span text, size_t at)
{
	const char *found = memchr(text.at + at, '\n', text.len - at);

	return ml_span_sub(text, at, found ? (size_t)(found - text.at) + 1 : text.len);
}

/* Behind the marks of quotes, and white space: a table may stand in a quote. */
static struct ml_span behind_quotes(struct ml_span line)
{
	size_t at = 0;

	while (at < line.len && (line.at[at] == '>' || line.at[at] == ' '))
		at++;
	return ml_span_sub(line, at, line.len);
}

/* Whether md4c took the line at an offset for words, and it is a row below a table's header. next: of such rows; moves behind it. */
static bool is_row(const struct md_builder *b, size_t *next, size_t at, struct ml_span line)
{
	bool met = false;

	for (; *next < b->delimiters_nr && b->delimiters[*next] < at + line.len; (*next)++)
		met |= b->delimiters[*next] >= at;
	return met && md_is_delimiter(behind_quotes(line));
}

/* Whether the line in front of a row is a table's header right below the words of a paragraph. */
static bool is_joined(struct ml_span words, struct ml_span header)
{
	return is_words(behind_quotes(words)) && memchr(header.at, '|', header.len);
}

void md_widen(struct md_widened *out, const struct md_builder *b)
{
	struct ml_span before = { "", 0 }, header = { "", 0 }, line; /* before: the line in front of the header, which waits for what follows it */
	size_t next = 0;

	*out = (struct md_widened){ 0 };
	/* "-|" grows to twice its length, and so does no line grow more; an empty line is no longer than the row that asks for it. */
	out->text = ml_arena_alloc(b->arena, 3 * b->read.len + 2);
	for (size_t at = 0; at < b->read.len; at += line.len) {
		line = line_at(b->read, at);
		bool row = is_row(b, &next, at, line) && ml_span_trim(behind_quotes(header)).len;
		if (row && is_joined(before, header)) {
			put(out, "\n", 1);
			grow(out, b->arena, 1);
		}
		put(out, header.at, header.len);
		before = header;
		header = line;
		if (!row)
			continue;
		put_row(out, b->arena, line);
		header = (struct ml_span){ "", 0 };
		before = line;
	}
	put(out, header.at, header.len);
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
