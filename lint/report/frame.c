#include "lint/report/frame.h"

#include "lint/base/codepoint.h"
#include "lint/report/cell.h"

/* A frame without a limit of cells still has one of bytes. */
#define FRAME_BYTES (64u << 10)
/* Less room than this shows nothing that helps. */
#define CELLS_LEAST 24u

/* Cells of [from, to), counted up to a bound. */
static size_t cells_between(struct ml_span line, size_t from, size_t to, size_t bound)
{
	struct ml_buf scratch;
	size_t cells = 0;

	ml_buf_init(&scratch, 64);
	while (from < to && cells <= bound) {
		ml_buf_clear(&scratch);
		cells += ml_add_cell(&scratch, line, &from);
	}
	ml_buf_release(&scratch);
	return cells;
}

static size_t previous(struct ml_span line, size_t at)
{
	size_t least = at > 4 ? at - 4 : 0;

	at--;
	while (at > least && ml_codepoint_goes_on(line.at[at]))
		at--;
	return at;
}

/* Where to begin so that the marked words are in sight with some of what stands before them. */
static size_t window_start(struct ml_span line, size_t from, size_t to, size_t cells)
{
	size_t before = cells / 3, at = from, used = 0;

	if (cells_between(line, 0, line.len, cells) <= cells || cells_between(line, 0, to, cells) < cells)
		return 0;
	while (at > 0) {
		size_t back = previous(line, at);
		used += cells_between(line, back, at, cells);
		if (used > before)
			break;
		at = back;
	}
	return at;
}

static void add_window(struct ml_frame *frame, struct ml_span line, size_t from, size_t to, size_t cells)
{
	size_t at = cells ? window_start(line, from, to, cells) : 0, used = 0;

	if (at) {
		ml_buf_adds(&frame->text, "…");
		used = 1;
	}
	frame->caret = used;
	frame->carets = 0;
	while (at < line.len && !frame->text.full) {
		size_t here = at, len = frame->text.len;
		unsigned wide = ml_add_cell(&frame->text, line, &at);
		/* The last cell is kept for the sign that says there is more. */
		if (cells && used + wide > cells - (at < line.len)) {
			frame->text.len = len;
			frame->text.at[len] = '\0';
			ml_buf_adds(&frame->text, "…");
			break;
		}
		if (here < from)
			frame->caret = used + wide;
		else if (here < to)
			frame->carets += wide;
		used += wide;
	}
}

void ml_frame_make(struct ml_frame *frame, struct ml_span line, const struct ml_where *where, size_t cells)
{
	size_t from = where->column ? where->column - 1 : 0, to = line.len;

	if (where->end_line <= where->line && where->end_column > where->column)
		to = where->end_column - 1;
	from = from < line.len ? from : line.len;
	to = to < line.len ? to : line.len;
	ml_buf_init(&frame->text, FRAME_BYTES);
	add_window(frame, line, from, to < from ? from : to, cells && cells < CELLS_LEAST ? CELLS_LEAST : cells);
	if (!where->column)
		frame->carets = 0;
	else if (!frame->carets)
		frame->carets = 1;
}
