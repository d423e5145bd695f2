#include "lint/report/spot.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include "tests/unit/report/render.h"

TestSuite(spot, .init = render_setup, .fini = render_teardown);

struct row {
	char root[32], within[16], folder[32], path[32];
	bool work_tree;
};

static struct row rows[] = {
	{ "/r", "", "", "LICENSE", false },
	{ "/r", "", "/r", "LICENSE", false },
	{ "/r/models/a", "", "/r", "models/a/LICENSE", false },
	{ "/r/models/a", "", "/r/", "models/a/LICENSE", false },
	{ "/r/models/a", "", "/", "r/models/a/LICENSE", false },
	{ "/rest", "", "/r", "LICENSE", false },
	{ "/r", "", "/r/models", "LICENSE", false },
	/* a work tree: from its top, when called inside of it; else from where the call was */
	{ "/r/models/a", "models/a/", "/r", "models/a/LICENSE", true },
	{ "/r/models/a", "models/a/", "/r/models/a", "models/a/LICENSE", true },
	{ "/r/models/a", "models/a/", "/r/docs", "models/a/LICENSE", true },
	{ "/w/one", "", "/w", "one/LICENSE", true },
	{ "/w/one/models", "models/", "/w", "one/models/LICENSE", true },
	{ "/w/one/models", "models/", "/elsewhere", "models/LICENSE", true },
	{ "/a", "a/", "/x", "a/LICENSE", true },
};

ParameterizedTestParameters(spot, paths_count_from_the_top_of_the_repository)
{
	return cr_make_param_array(struct row, rows, sizeof rows / sizeof *rows);
}

ParameterizedTest(struct row *row, spot, paths_count_from_the_top_of_the_repository)
{
	struct ml_result result = { &render.toy.facts, &render.verdict };

	render.toy.tree.root = row->root;
	render.toy.tree.within = row->work_tree ? row->within : NULL;
	render.options.folder = *row->folder ? row->folder : NULL;
	cr_expect_str_eq(ml_spot_path(&result, &render.options, "LICENSE"), row->path, "%s in %s: %s", row->root,
			 row->folder, ml_spot_path(&result, &render.options, "LICENSE"));
}

static struct ml_spot at(struct ml_where where)
{
	struct ml_result result = { &render.toy.facts, &render.verdict };

	return ml_spot_of(&result, &render.options, &where);
}

#define EXPECT_SPOT(spot, l, c, el, ec)                                                                           \
	do {                                                                                                      \
		struct ml_spot got = spot;                                                                        \
		cr_expect(got.line == (l) && got.column == (c) && got.end_line == (el) && got.end_column == (ec), \
			  "%u:%u-%u:%u", got.line, got.column, got.end_line, got.end_column);                     \
	} while (0)

Test(spot, nothing_is_ever_zero)
{
	const struct ml_file *file = &render.toy.files[0];

	EXPECT_SPOT(at((struct ml_where){ 0 }), 1, 1, 1, 1);
	EXPECT_SPOT(at((struct ml_where){ file, 0, 0, 0, 0 }), 1, 1, 1, 4);
	EXPECT_SPOT(at((struct ml_where){ file, 2, 0, 0, 0 }), 2, 1, 2, 17);
	EXPECT_SPOT(at((struct ml_where){ file, 2, 0, 4, 0 }), 2, 1, 4, 8);
	EXPECT_SPOT(at((struct ml_where){ file, 2, 3, 2, 5 }), 2, 3, 2, 5);
	EXPECT_SPOT(at((struct ml_where){ file, 2, 3, 4, 2 }), 2, 3, 4, 2);
}

Test(spot, a_place_behind_the_end_stays_in_its_line)
{
	const struct ml_file *file = &render.toy.files[0];

	EXPECT_SPOT(at((struct ml_where){ file, 2, 900, 2, 950 }), 2, 17, 2, 17);
	EXPECT_SPOT(at((struct ml_where){ file, 900, 5, 900, 9 }), 900, 1, 900, 1);
}

Test(spot, an_end_before_the_start_is_the_start)
{
	EXPECT_SPOT(at((struct ml_where){ &render.toy.files[0], 2, 5, 1, 2 }), 2, 5, 2, 5);
}

Test(spot, the_readme_stands_for_the_repository)
{
	render.toy.tree.root = "/w/one";
	render.options.folder = "/w";
	cr_expect_str_eq(at((struct ml_where){ 0 }).path, "one/README.md");
}
