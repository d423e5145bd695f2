#include "lint/base/toml.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/buf.h"
#include "lint/base/limits.h"

static struct ml_arena *arena;

static void set_up(void)
{
	arena = ml_arena_new();
}

static void tear_down(void)
{
	ml_arena_free(arena);
}

TestSuite(toml, .init = set_up, .fini = tear_down);

static struct ml_parsed parse_span(struct ml_span text)
{
	struct ml_parsed parsed;

	ml_toml_parse(arena, text, &parsed);
	return parsed;
}

static const struct ml_node *root_of(const char *text)
{
	struct ml_parsed parsed = parse_span(ml_span_of(text));

	cr_assert_eq(parsed.fault, ML_PARSE_OK, "%u:%u: %s", parsed.line, parsed.column, parsed.message);
	return parsed.root;
}

/* The node at a path of keys, "a.b.c"; a list's entry by its number. */
static const struct ml_node *at(const struct ml_node *node, const char *path)
{
	while (node && *path) {
		size_t len = strcspn(path, ".");
		char key[64] = "";
		memcpy(key, path, len);
		path += len + (path[len] == '.');
		if (node->kind == ML_NODE_LIST) {
			size_t nr = strtoul(key, NULL, 10);
			node = node->first;
			while (node && nr--)
				node = node->next;
		} else {
			node = ml_node_get(node, key);
		}
	}
	return node;
}

static void check(const struct ml_node *root, const char *path, const char *text)
{
	struct ml_span got = ml_node_text(at(root, path));

	cr_assert(ml_span_is(got, text), "%s is '%.*s', not '%s'", path, ML_SPAN_ARG(got), text);
}

static void check_fault(const char *text, uint32_t line, uint32_t column)
{
	struct ml_parsed parsed = parse_span(ml_span_of(text));

	cr_assert_eq(parsed.fault, ML_PARSE_SYNTAX, "'%s' is taken", text);
	cr_assert(parsed.line == line && parsed.column == column, "'%s' fails at %u:%u", text, parsed.line, parsed.column);
	cr_assert_null(parsed.root);
	cr_assert_not_null(parsed.message);
}

static const char sample[] = "\xEF\xBB\xBF# a package\n"
			     "top = 1\r\n"
			     "[project]\n"
			     "name = \"heron\" # note\n"
			     "license = {text = 'MIT', file = \"LICENSE\"}\n"
			     "keywords = [\n"
			     "  \"open source\", # first\n"
			     "  'birds',\n"
			     "]\n"
			     "urls.home.page = \"https://example.org\"\n"
			     "\"odd key\".'x' = true\n"
			     "[tool . poetry]\n"
			     "since = 2024-01-02 10:00:00\n"
			     "[[packages]]\n"
			     "name = \"a\"\n"
			     "[packages.about]\n"
			     "size = 1_000\n"
			     "[[packages]]\n"
			     "name = \"b\"\n"
			     "[project.scripts]\n"
			     "run = \"heron:main\"\n";

Test(toml, reads_tables_and_values)
{
	const struct ml_node *root = root_of(sample);

	check(root, "top", "1");
	check(root, "project.name", "heron");
	check(root, "project.license.text", "MIT");
	check(root, "project.license.file", "LICENSE");
	check(root, "project.keywords.0", "open source");
	check(root, "project.keywords.1", "birds");
	check(root, "project.urls.home.page", "https://example.org");
	check(at(root, "project"), "odd key.x", "true");
	check(root, "tool.poetry.since", "2024-01-02 10:00:00");
	check(root, "packages.0.name", "a");
	check(root, "packages.0.about.size", "1_000");
	check(root, "packages.1.name", "b");
	check(root, "project.scripts.run", "heron:main");
	cr_assert_eq(at(root, "packages")->nr, 2);
}

Test(toml, tells_lines_columns_and_quotes)
{
	const struct ml_node *root = root_of(sample), *name = at(root, "project.name"), *birds = at(root, "project.keywords.1");

	cr_assert(name->key_line == 4 && name->line == 4 && name->column == 8 && name->end_line == 4 && name->end_column == 15,
		  "%u:%u-%u:%u", name->line, name->column, name->end_line, name->end_column);
	cr_assert(birds->line == 8 && birds->column == 3 && birds->end_column == 10);
	cr_assert(name->quoted);
	cr_assert_not(at(root, "top")->quoted);
	cr_assert(at(root, "top")->line == 2 && at(root, "top")->column == 7 && at(root, "top")->end_column == 8);
	cr_assert_eq(at(root, "project.keywords")->end_line, 9);
}

Test(toml, reads_strings_of_all_four_kinds)
{
	const struct ml_node *root = root_of("a = \"tab\\t \\\"q\\\" \\u00e9 \\U0001F426 \\\\\"\n"
					     "b = 'C:\\path'\n"
					     "c = \"\"\"\nfirst\n  second \\\n\n   third\"\"\"\n"
					     "d = '''\r\nraw \\n\r\nline'''\n"
					     "e = \"\"\"a \"quote\"\"\"\"\n"
					     "f = ''''one' two'''''\n"
					     "g = \"\"\nh = ''\ni = \"\"\"\"\"\"\n"
					     "j = \"\\uD800\"\n");

	check(root, "a", "tab\t \"q\" \xC3\xA9 \xF0\x9F\x90\xA6 \\");
	check(root, "b", "C:\\path");
	check(root, "c", "first\n  second third");
	check(root, "d", "raw \\n\nline");
	check(root, "e", "a \"quote\"");
	check(root, "f", "'one' two''");
	check(root, "g", "");
	check(root, "i", "");
	check(root, "j", "\xEF\xBF\xBD");
	cr_assert_eq(at(root, "d")->end_line, 10);
}

Test(toml, ends_strings_with_NUL)
{
	const struct ml_node *root = root_of("a = \"one\"\nb = 12\n");

	cr_assert_str_eq(at(root, "a")->text.at, "one");
	cr_assert_str_eq(at(root, "b")->text.at, "12");
}

Test(toml, tells_repeated_keys)
{
	struct ml_parsed parsed = parse_span(ml_span_of("[project]\nlicense = \"MIT\"\nname = \"x\"\n[project]\nlicense = \"ISC\"\n"));

	cr_assert_eq(parsed.fault, ML_PARSE_OK);
	cr_assert_eq(parsed.repeated_nr, 1);
	cr_assert(parsed.repeated[0].line == 5 && parsed.repeated[0].first_line == 2);
	check(parsed.root, "project.license", "ISC");
}

Test(toml, tells_where_a_text_is_wrong)
{
	check_fault("a", 1, 2);
	check_fault("a =", 1, 4);
	check_fault("a = \n", 1, 5);
	check_fault("a = 1 b = 2", 1, 9);
	check_fault("x = 1\n[a", 2, 3);
	check_fault("[[a]", 1, 4);
	check_fault("[]", 1, 2);
	check_fault("a = \"open\nb = 1", 1, 6);
	check_fault("a = '''open", 1, 8);
	check_fault("a = \"\\q\"", 1, 7);
	check_fault("a = \"\\u12\"", 1, 10);
	check_fault("a = [1 2", 1, 9);
	check_fault("a = [1, {b = 2]", 1, 15);
	check_fault("a = 1\n[a.b]\n", 2, 3);
	check_fault("a = 1\n[[a]]\n", 2, 4);
	check_fault("= 1", 1, 1);
	check_fault("a..b = 1", 1, 3);
}

Test(toml, reads_an_empty_text)
{
	cr_assert_eq(root_of("")->nr, 0);
	cr_assert_eq(parse_span((struct ml_span){ NULL, 0 }).root->kind, ML_NODE_MAP);
	cr_assert_eq(root_of("# only\n\n  # notes")->nr, 0);
}

/* Each text is copied to memory of its own size, so that a step too far is seen by the sanitizer. */
static void parse_copy(const char *bytes, size_t len)
{
	char *copy = malloc(len ? len : 1);

	memcpy(copy, bytes, len);
	struct ml_parsed parsed = parse_span((struct ml_span){ copy, len });
	cr_assert(parsed.fault || parsed.root);
	ml_arena_reset(arena);
	free(copy);
}

static const char strings[] = "a = \"t\\u00e9\\U0001F426 \\\\\"\nb = 'x'\nc = \"\"\"\none \\\n  two\"\"\"\"\nd = '''r'''''\n[[t.u]]\nx = {y.z = [1, {}]}\n";

Test(toml, stands_a_cut_at_each_byte)
{
	for (size_t len = 0; len < sizeof sample; len++)
		parse_copy(sample, len);
	for (size_t len = 0; len < sizeof strings; len++)
		parse_copy(strings, len);
}

Test(toml, stands_a_wrong_byte_anywhere)
{
	static const char wrong[] = { '\0', '"', '\'', '[', ']', '{', '}', '.', '=', '\\', '\n', '\r', '\xFF', ',' };
	char copy[sizeof strings];

	for (size_t i = 0; i < sizeof strings - 1; i++) {
		for (size_t k = 0; k < sizeof wrong; k++) {
			memcpy(copy, strings, sizeof strings);
			copy[i] = wrong[k];
			parse_copy(copy, sizeof strings - 1);
		}
	}
}

Test(toml, stands_garbage)
{
	uint32_t seed = 12345;
	char bytes[200];

	for (int round = 0; round < 5000; round++) {
		for (size_t i = 0; i < sizeof bytes; i++) {
			seed = seed * 1664525u + 1013904223u;
			bytes[i] = "a.=\"'[]{}\\\n\r#, \xE9" "1u\t"[(seed >> 16) % 20];
		}
		parse_copy(bytes, seed % sizeof bytes);
	}
}

static void fill(struct ml_buf *buf, const char *what, size_t nr)
{
	ml_buf_init(buf, 8u << 20);
	for (size_t i = 0; i < nr; i++)
		ml_buf_adds(buf, what);
}

static enum ml_parse_fault_kind fault_of_many(const char *before, const char *what, size_t nr, const char *after)
{
	struct ml_buf many, all;

	fill(&many, what, nr);
	fill(&all, before, 1);
	ml_buf_add_span(&all, ml_buf_span(&many));
	ml_buf_adds(&all, after);
	enum ml_parse_fault_kind fault = parse_span(ml_buf_span(&all)).fault;
	ml_buf_release(&many);
	ml_buf_release(&all);
	return fault;
}

Test(toml, bounds_depth)
{
	cr_assert_eq(fault_of_many("a = ", "[", ML_LIMIT_TOML_DEPTH + 1, ""), ML_PARSE_LIMIT);
	cr_assert_eq(fault_of_many("a = ", "{a = ", ML_LIMIT_TOML_DEPTH + 1, ""), ML_PARSE_LIMIT);
	cr_assert_eq(fault_of_many("", "a.", ML_LIMIT_TOML_DEPTH, "a = 1"), ML_PARSE_LIMIT);
	cr_assert_eq(fault_of_many("", "a.", ML_LIMIT_TOML_DEPTH - 1, "a = 1"), ML_PARSE_OK);
	cr_assert_eq(fault_of_many("[", "a.", ML_LIMIT_TOML_DEPTH, "a]"), ML_PARSE_LIMIT);
}

Test(toml, bounds_values)
{
	cr_assert_eq(fault_of_many("a = [", "1,", ML_LIMIT_TOML_NODES, "]"), ML_PARSE_LIMIT);
	cr_assert_eq(fault_of_many("", "[[a]]\n", ML_LIMIT_TOML_NODES, ""), ML_PARSE_LIMIT);
	cr_assert_eq(fault_of_many("a = [", "1,", ML_LIMIT_TOML_NODES - 10, "]"), ML_PARSE_OK);
}

/* What grows with the square of its length would take minutes here; how fast it is, tests/bench says. */
Test(toml, takes_no_longer_than_its_length, .timeout = 60)
{
	cr_expect_neq(fault_of_many("", "a = \"\"\"\n", 400000, ""), ML_PARSE_OK);
	cr_expect_neq(fault_of_many("", "[\"\\", 400000, ""), ML_PARSE_OK);
	cr_expect_neq(fault_of_many("a = ", "\"\"\"\"\\", 400000, ""), ML_PARSE_OK);
}

/* Each header asks for a name among all that came before. */
Test(toml, finds_its_way_among_many_tables, .timeout = 60)
{
	struct ml_buf buf;

	ml_buf_init(&buf, 8u << 20);
	for (unsigned i = 0; i < ML_LIMIT_TOML_NODES - 10; i++)
		ml_buf_addf(&buf, "[t%u]\n", i);
	cr_assert_eq(parse_span(ml_buf_span(&buf)).fault, ML_PARSE_OK);
	ml_buf_release(&buf);
}
