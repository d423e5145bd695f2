#include "lint/base/node.h"

#include <criterion/criterion.h>

#include "lint/base/json.h"

Test(node, look_up_takes_the_last_and_forgives_everything)
{
	struct ml_arena *arena = ml_arena_new();
	struct ml_parsed parsed;

	ml_json_parse(arena, ml_span_of("{\"a\": \"1\", \"b\": [\"x\"], \"a\": \"2\", \"n\": null}"), &parsed);
	const struct ml_node *root = parsed.root;
	cr_assert(ml_span_is(ml_node_get_text(root, "a"), "2"));
	cr_assert_eq(ml_node_get(root, "b")->kind, ML_NODE_LIST);
	cr_assert_null(ml_node_get_text(root, "b").at);
	cr_assert_null(ml_node_get_text(root, "n").at);
	cr_assert_null(ml_node_get(root, "none"));
	cr_assert_null(ml_node_get(root, ""));
	cr_assert_null(ml_node_get(NULL, "a"));
	cr_assert_null(ml_node_get(ml_node_get(root, "b"), "x"));
	cr_assert_null(ml_node_text(NULL).at);
	size_t nr = 0;
	ml_node_each(child, root)
		nr++;
	ml_node_each(none, (const struct ml_node *)NULL)
		nr += 100;
	cr_assert_eq(nr, 4);
	ml_arena_free(arena);
}
