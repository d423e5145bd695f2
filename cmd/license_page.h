/* What is known of licenses and terms, in words: for explain and licenses. */
#pragma once

#include "lint/base/buf.h"
#include "lint/knowledge/knowledge.h"

/* All that is known of a license, and what a term means, as Markdown. */
void license_page(struct ml_buf *out, const struct ml_knowledge *knowledge, const struct ml_license *license);
void term_page(struct ml_buf *out, const struct ml_knowledge *knowledge, enum ml_term_id id);
