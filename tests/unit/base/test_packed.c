#include "lint/base/packed.h"

#include <criterion/criterion.h>

struct row {
	const char *name, *other;
	const char *const *names;
	size_t names_nr;
	int number;
};

static const char letters[] = "\0heron\0wren\0teal";
static const uint32_t texts[] = { 7, 1, 12 };
static const struct row rows[] = {
	{ .name = ML_PACKED(const char *, 1), .number = 7 },
	{ .name = ML_PACKED(const char *, 12), .names = ML_PACKED(const char *const *, 2), .names_nr = 2 },
};
static const void *opened[2];
static const struct ml_packed packed = { letters, texts, opened };

Test(packed, texts_are_read_in_their_row)
{
	cr_assert_str_eq(ml_packed_text(&packed, rows[0].name), "heron");
	cr_assert_str_eq(ml_packed_text(&packed, rows[1].name), "teal");
	cr_assert_null(ml_packed_text(&packed, rows[0].other));
}

Test(packed, tables_that_are_not_packed_have_their_own_texts)
{
	static const char text[] = "egret";

	cr_assert_eq(ml_packed_text(NULL, text), text);
	cr_assert_null(ml_packed_text(NULL, NULL));
}

Test(packed, lists_get_their_texts)
{
	const char *const *list = ml_packed_list(&packed, rows[1].names, rows[1].names_nr);

	cr_assert_str_eq(list[0], "heron");
	cr_assert_str_eq(list[1], "teal");
	cr_assert_null(ml_packed_list(&packed, rows[0].names, 0));
}

Test(packed, a_row_is_kept_when_it_is_open)
{
	struct row *open = ml_packed_open(&packed, 0, &rows[0], sizeof rows[0]);

	cr_assert_eq(open->number, 7);
	cr_assert_eq(opened[0], open);
	cr_assert_null(opened[1]);
}
