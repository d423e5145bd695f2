/* Long lines on a terminal, broken between words. For lint/report alone. */
#pragma once

#include "lint/base/buf.h"

/*
 * Breaks the line that out holds from byte from on, up to its end, so that no part is wider than columns cells: at blanks, with margin cells
 * before what goes on. A word that is wider stays whole, and colors (ESC [ … m) take no room. columns 0: nothing is done. What was
 * added is escaped already.
 */
void ml_wrap(struct ml_buf *out, size_t from, size_t margin, size_t columns);
