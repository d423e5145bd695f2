/* Terms in words for people: what a value such as "700000000 MAU" says in a sentence. */
#pragma once

#include "lint/base/buf.h"
#include "lint/knowledge/knowledge.h"

/*
 * Adds "user threshold: more than 700 million monthly active users need a separate license". value may be NULL: then the
 * knowledge's summary of the term speaks. osd is the verdict on the license that has the term: where it is disputed, a threshold
 * begins a duty (show a name above so many users) and no limit. A value that ends in "@YYYY-MM-DD" is one of that day: "on July 18, 2023, more than …".
 */
void ml_term_phrase(struct ml_buf *out, const struct ml_knowledge *knowledge, enum ml_term_id id, const char *value, enum ml_osd osd);
/* Adds " - OSD 5, 6" for the bits of osd_failed, nothing for 0; ", disputed" behind them where the verdict is that. */
void ml_osd_phrase(struct ml_buf *out, unsigned osd_failed, enum ml_osd osd);
/* A value without its day: "700000000 MAU". */
struct ml_span ml_term_value(const char *value);
