#include "lint/text/expression.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/buf.h"
#include "lint/base/limits.h"

static struct ml_arena *arena;
static struct ml_buf buf;

static void set_up(void)
{
	arena = ml_arena_new();
	ml_buf_init(&buf, 1u << 20);
}

static void tear_down(void)
{
	ml_buf_release(&buf);
	ml_arena_free(arena);
}

TestSuite(expression, .init = set_up, .fini = tear_down);

/* The tree with every pair in brackets. */
static void print(const struct ml_expression *e)
{
	if (e->kind == ML_EXPRESSION_ID) {
		ml_buf_add_span(&buf, e->id);
		ml_buf_adds(&buf, e->or_later ? "+" : "");
		if (e->exception.at)
			ml_buf_addf(&buf, "/%.*s", ML_SPAN_ARG(e->exception));
		return;
	}
	ml_buf_adds(&buf, "[");
	print(e->left);
	ml_buf_adds(&buf, e->kind == ML_EXPRESSION_AND ? "&" : "|");
	print(e->right);
	ml_buf_adds(&buf, "]");
}

static const struct {
	const char *text, *tree;
} cases[] = {
	{ "MIT", "MIT" },
	{ "  apache-2.0\n", "apache-2.0" },
	{ "MIT OR Apache-2.0 AND BSD-3-Clause", "[MIT|[Apache-2.0&BSD-3-Clause]]" },
	{ "MIT and Apache-2.0 or ISC", "[[MIT&Apache-2.0]|ISC]" },
	{ "(MIT OR ISC) AND Zlib", "[[MIT|ISC]&Zlib]" },
	{ "A OR B OR C", "[[A|B]|C]" },
	{ "GPL-2.0+ WITH Classpath-exception-2.0", "GPL-2.0+/Classpath-exception-2.0" },
	{ "LicenseRef-Llama-2 AND DocumentRef-x:LicenseRef-y", "[LicenseRef-Llama-2&DocumentRef-x:LicenseRef-y]" },
	{ "((MIT))", "MIT" },
	{ "(MIT)AND(ISC)", "[MIT&ISC]" },
	{ "ANDROID-SDK-License", "ANDROID-SDK-License" },
};

Test(expression, binds_and_closer_than_or)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct ml_expression *e;
		struct ml_error err = { 0 };
		cr_assert_eq(ml_expression_parse(&e, arena, ml_span_of(cases[i].text), &err), 0, "%s: %s", cases[i].text, err.text);
		ml_buf_clear(&buf);
		print(e);
		cr_assert_str_eq(buf.at, cases[i].tree);
	}
}

static const struct {
	const char *text, *place;
} faults[] = {
	{ "", "byte 1" },	  { "MIT OR", "byte 7" },	{ "OR MIT", "byte 1" },	    { "MIT ISC", "byte 5" },
	{ "(MIT", "byte 5" },	  { "MIT)", "byte 4" },		{ "MIT +", "byte 5" },	    { "MIT WITH (x)", "byte 10" },
	{ "MIT WITH", "byte 9" }, { "MIT, ISC", "byte 4" },	{ "MIT/Apache", "byte 4" }, { "()", "byte 2" },
	{ "A AND OR B", "byte 7" }, { "\xE4\xBD\xA0", "byte 1" }, { "a WITH b WITH c", "byte 10" },
};

Test(expression, faults_name_their_byte)
{
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		const struct ml_expression *e = NULL;
		struct ml_error err = { 0 };
		cr_assert_eq(ml_expression_parse(&e, arena, ml_span_of(faults[i].text), &err), -1, "%s", faults[i].text);
		cr_assert_not_null(strstr(err.text, faults[i].place), "%s: %s", faults[i].text, err.text);
		cr_assert_null(e);
	}
}

static int parse_nested(size_t depth, size_t padding)
{
	const struct ml_expression *e;

	ml_buf_clear(&buf);
	for (size_t i = 0; i < depth; i++)
		ml_buf_addc(&buf, '(');
	ml_buf_adds(&buf, "MIT");
	for (size_t i = 0; i < depth; i++)
		ml_buf_addc(&buf, ')');
	while (buf.len < padding)
		ml_buf_addc(&buf, ' ');
	return ml_expression_parse(&e, arena, ml_buf_span(&buf), NULL);
}

Test(expression, limits_are_reached)
{
	cr_assert_eq(parse_nested(ML_LIMIT_EXPRESSION_DEPTH, 0), 0);
	cr_assert_eq(parse_nested(ML_LIMIT_EXPRESSION_DEPTH + 1, 0), -1);
	cr_assert_eq(parse_nested(1, ML_LIMIT_EXPRESSION_BYTES), 0);
	cr_assert_eq(parse_nested(1, ML_LIMIT_EXPRESSION_BYTES + 1), -1);
}

Test(expression, stands_garbage)
{
	static const char *const parts[] = { "MIT", " ", "(", ")", "+", " AND ", " or ", " WITH ", "\xFF", "\0", "-", ":" };
	char text[200];

	srand(20240507);
	for (int round = 0; round < 20000; round++) {
		size_t len = 0, nr = (size_t)rand() % 14;
		for (size_t i = 0; i < nr; i++) {
			const char *part = parts[(size_t)rand() % (sizeof parts / sizeof *parts)];
			size_t bytes = *part ? strlen(part) : 1;
			memcpy(text + len, part, bytes);
			len += bytes;
		}
		const struct ml_expression *e = NULL;
		char *copy = malloc(len + 1);
		memcpy(copy, text, len);
		int status = ml_expression_parse(&e, arena, (struct ml_span){ copy, len }, NULL);
		cr_assert_eq(status == 0, e != NULL);
		free(copy);
	}
}
