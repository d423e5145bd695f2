#include "lint/base/error.h"

#include <criterion/criterion.h>
#include <string.h>

Test(error, context_comes_in_front)
{
	struct ml_error err = { 0 };

	cr_assert_eq(ml_error_set(&err, ML_ERROR_UNJUDGED, "object not found"), -1);
	cr_assert_eq(ml_error_prefix(&err, "cannot read '%s'", "LICENSE"), -1);
	cr_assert_eq(ml_error_prefix(&err, "in revision '%s'", "v2"), -1);
	cr_assert_str_eq(err.text, "in revision 'v2': cannot read 'LICENSE': object not found");
	cr_assert_eq(err.kind, ML_ERROR_UNJUDGED);
}

Test(error, long_words_are_cut_not_overrun)
{
	struct ml_error err = { 0 };
	char long_name[4000];

	memset(long_name, 'x', sizeof long_name - 1);
	long_name[sizeof long_name - 1] = '\0';
	ml_error_set(&err, ML_ERROR_USAGE, "bad '%s'", long_name);
	cr_assert_eq(strlen(err.text), sizeof err.text - 1);
	ml_error_prefix(&err, "in '%s'", long_name);
	cr_assert_eq(strlen(err.text), sizeof err.text - 1);
	ml_error_prefix(&err, "first");
	cr_assert_eq(strncmp(err.text, "first: in 'xxx", 14), 0);
}

Test(error, nobody_need_listen)
{
	cr_assert_eq(ml_error_set(NULL, ML_ERROR_USAGE, "x"), -1);
	cr_assert_eq(ml_error_prefix(NULL, "y"), -1);
}
