/* Our own Markdown (rule pages, pages of licenses and terms) as text for a terminal of 80 columns. */
#pragma once

#include "lint/base/buf.h"

/*
 * Headings, paragraphs, lists (one level), fences (their info string stands above as the file's name), `code`, **strong**, [links](address)
 * and <addresses>. What is none of these comes out as it is.
 */
void render_markdown(struct ml_buf *out, struct ml_span page, bool color);
