#include "lint/report/wrap.h"

#include <string.h>

#include "lint/report/cell.h"
#include "lint/text/utf8.h"

#define COLUMNS_LEAST 24u /* on a narrower one every word would stand alone */

/* Bytes of the color that begins at text.at[at], or 0. */
static size_t color_at(struct ml_span text, size_t at)
{
	size_t end = at + 2;

	if (at + 1 >= text.len || text.at[at] != '\033' || text.at[at + 1] != '[')
		return 0;
	while (end < text.len && text.at[end] != 'm')
		end++;
	return end - at + (end < text.len);
}

/* Cells of the word that begins at at; *end: behind it. */
static size_t word_cells(struct ml_span text, size_t at, size_t *end)
{
	size_t cells = 0;

	while (at < text.len && text.at[at] != ' ') {
		size_t color = color_at(text, at);
		struct ml_span rest = ml_span_sub(text, at, text.len);
		if (!color)
			cells += ml_char_cells(ml_utf8_next(&rest));
		at = color ? at + color : (size_t)(rest.at - text.at);
	}
	*end = at;
	return cells;
}

void ml_wrap(struct ml_buf *out, size_t from, size_t margin, size_t columns)
{
	struct ml_buf wrapped;
	size_t used = 0, end;

	if (!columns || out->full || from >= out->len || out->len - from <= columns)
		return;
	columns = columns < COLUMNS_LEAST ? COLUMNS_LEAST : columns;
	margin = margin < columns / 2 ? margin : columns / 2;
	struct ml_span line = { out->at + from, out->len - from };
	ml_buf_init(&wrapped, 4 * line.len + columns);
	for (size_t at = 0; at < line.len; at = end) {
		size_t blanks = strspn(line.at + at, " "), cells = word_cells(line, at + blanks, &end);
		if (used && blanks && used + blanks + cells > columns) {
			ml_buf_addf(&wrapped, "\n%*s", (int)margin, "");
			used = margin;
			at += blanks;
			blanks = 0;
		}
		ml_buf_add(&wrapped, line.at + at, end - at);
		used += blanks + cells;
	}
	if (!wrapped.full) {
		out->len = from;
		out->at[from] = '\0';
		ml_buf_add_span(out, ml_buf_span(&wrapped));
	}
	ml_buf_release(&wrapped);
}
