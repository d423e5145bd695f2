/* Places of nodes, for the tests of parsers. */
#pragma once

#include <criterion/criterion.h>

#include "lint/base/node.h"

static inline void check_place(const struct ml_node *node, uint32_t line, uint32_t column, uint32_t end_line, uint32_t end_column)
{
	cr_assert_not_null(node);
	cr_assert(node->line == line && node->column == column && node->end_line == end_line && node->end_column == end_column,
		  "stands at %u:%u-%u:%u", node->line, node->column, node->end_line, node->end_column);
}
