/* Characters as cells of a terminal. For lint/report alone. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "lint/base/buf.h"

/* Cells of a printable character: 0 for marks that stand on the one before, 2 for wide ones (CJK, emoji), else 1. */
unsigned ml_char_cells(uint32_t character);
/*
 * Adds the character at text.at[*at] as it may be printed, raw or escaped, and moves *at behind it; returns its cells.
 * A tab is four spaces wherever it stands, so that cutting a line moves no caret.
 */
unsigned ml_add_cell(struct ml_buf *out, struct ml_span text, size_t *at);
