/* The code frame below a finding: a line of the file and carets under its words. For lint/report alone. */
#pragma once

#include "lint/base/buf.h"
#include "lint/source/tree.h"

struct ml_frame {
	struct ml_buf text; /* the line, or the part of it that fits, safe to print */
	size_t caret;	    /* cells before the first caret */
	size_t carets;	    /* cells marked; 0: the place has no columns */
};

/*
 * line: the bytes of where's first line. cells: room for text, 0 for no limit: a longer line is cut at one or both ends, "…" in place of
 * what is left out, so that the marked words stay in sight. Give up frame->text with ml_buf_release.
 */
void ml_frame_make(struct ml_frame *frame, struct ml_span line, const struct ml_where *where, size_t cells);
