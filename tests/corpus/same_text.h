/* Whether a license that was found is the one that a text is of. */
#pragma once

#include "lint/knowledge/knowledge.h"

/* -only, -or-later and the deprecated forms of an id have one text; so do a few others, which the index itself joins. */
bool is_same_text(const char *id, const struct ml_license *found);
