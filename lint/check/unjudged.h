/* What a scan could not judge: exit status 3, and a notice in each report that has a place for one. */
#pragma once

#include "lint/check/sink.h"

struct ml_unjudged {
	const char *path; /* from the scanned root, or NULL: the repository */
	const char *why;  /* one sentence, lower case, no full stop */
};

/*
 * Sets *out (in facts->arena) and returns how many: what could not be listed, files that could not be read, limits that were reached.
 * Pointers, and links that policy does not follow, are findings instead.
 */
size_t ml_unjudged_list(struct ml_unjudged **out, const struct ml_facts *facts, const struct ml_verdict *verdict);
