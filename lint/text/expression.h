/*
 * SPDX license expressions (SPDX 2.3, annex D): ids, "+", WITH, AND, OR,
 * parentheses, LicenseRef-*, DocumentRef-*. Operators in any case, as cards write them.
 */
#pragma once

#include <stdbool.h>

#include "lint/base/arena.h"
#include "lint/base/error.h"
#include "lint/base/span.h"

enum ml_expression_kind { ML_EXPRESSION_ID, ML_EXPRESSION_AND, ML_EXPRESSION_OR };

struct ml_expression {
	enum ml_expression_kind kind;
	struct ml_span id;        /* without "+" */
	struct ml_span exception; /* after WITH, or absent */
	bool or_later;            /* "+" */
	const struct ml_expression *left, *right; /* of AND and OR */
};

/* Returns 0 and the tree in *out, or -1 with what is wrong and at which byte. */
int ml_expression_parse(const struct ml_expression **out, struct ml_arena *arena, struct ml_span text, struct ml_error *err);
