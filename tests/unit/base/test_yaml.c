#include "lint/base/yaml.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "lint/base/buf.h"
#include "lint/base/limits.h"
#include "tests/unit/base/nodes.h"

static struct ml_arena *arena;

static void set_up(void)
{
	arena = ml_arena_new();
}

static void tear_down(void)
{
	ml_arena_free(arena);
}

TestSuite(yaml, .init = set_up, .fini = tear_down);

static struct ml_parsed parse_span(struct ml_span text)
{
	struct ml_parsed parsed;

	ml_yaml_parse(arena, text, 1, &parsed);
	return parsed;
}

static struct ml_parsed parse(const char *text)
{
	return parse_span(ml_span_of(text));
}

static void check_text(const struct ml_node *node, const char *key, const char *text)
{
	struct ml_span got = ml_node_get_text(node, key);

	cr_assert(ml_span_is(got, text), "%s is '%.*s', not '%s'", key, ML_SPAN_ARG(got), text);
}

static const char sample[] = "license: apache-2.0\n"
			     "tags:\n"
			     "  - 'no'\n"
			     "  - no\n"
			     "gr\xC3\xBC\xC3\x9F" "e: \"\xE4\xBD\xA0 \\u00e9\" # note\n"
			     "about: |\n"
			     "  two\n"
			     "  lines\n"
			     "\n"
			     "nested: {a: [1, 2], b: ~}\n"
			     "empty:\n";

Test(yaml, reads_maps_lists_and_scalars)
{
	struct ml_parsed parsed = parse(sample);

	cr_assert_eq(parsed.fault, ML_PARSE_OK);
	cr_assert_eq(parsed.root->nr, 6);
	check_text(parsed.root, "license", "apache-2.0");
	check_text(parsed.root, "gr\xC3\xBC\xC3\x9F" "e", "\xE4\xBD\xA0 \xC3\xA9");
	check_text(parsed.root, "about", "two\nlines\n");
	cr_assert_eq(ml_node_get(parsed.root, "empty")->kind, ML_NODE_NULL);
	cr_assert_eq(ml_node_get(ml_node_get(parsed.root, "nested"), "b")->kind, ML_NODE_NULL);
	cr_assert_eq(ml_node_get(ml_node_get(parsed.root, "nested"), "a")->nr, 2);
}

Test(yaml, tells_quoted_from_bare)
{
	struct ml_parsed parsed = parse(sample);
	const struct ml_node *tags = ml_node_get(parsed.root, "tags");

	cr_assert(tags->first->quoted);
	cr_assert(!tags->first->next->quoted);
	cr_assert(ml_node_get(parsed.root, "about")->quoted);
}

Test(yaml, places_count_bytes)
{
	struct ml_parsed parsed = parse(sample);
	const struct ml_node *tags = ml_node_get(parsed.root, "tags");
	const struct ml_node *big = ml_node_get(parsed.root, "gr\xC3\xBC\xC3\x9F" "e");

	check_place(ml_node_get(parsed.root, "license"), 1, 10, 1, 20);
	check_place(tags->first, 3, 5, 3, 9);
	check_place(big, 5, 10, 5, 22);
	cr_assert_eq(big->key_line, 5);
	check_place(ml_node_get(parsed.root, "about"), 6, 8, 8, 8);
	check_place(ml_node_get(ml_node_get(parsed.root, "nested"), "a")->first->next, 10, 17, 10, 18);
	cr_assert_eq(ml_node_get(parsed.root, "empty")->key_line, 11);
}

Test(yaml, lines_start_where_the_caller_says)
{
	struct ml_parsed parsed;

	ml_yaml_parse(arena, ml_span_of("a: b\nc: [\n"), 7, &parsed);
	cr_assert_eq(parsed.fault, ML_PARSE_SYNTAX);
	cr_assert_geq(parsed.line, 8);
	ml_yaml_parse(arena, ml_span_of("a: b\nc: d\n"), 7, &parsed);
	cr_assert_eq(ml_node_get(parsed.root, "c")->line, 8);
}

Test(yaml, counts_lines_as_editors_do)
{
	/* libyaml takes U+0085 and U+2028 for line ends; CRLF is one. */
	struct ml_parsed parsed = parse("a: \"x\xC2\x85\xE2\x80\xA8y\"\r\nb: c\rd: e\n");

	cr_assert_eq(parsed.fault, ML_PARSE_OK);
	check_place(ml_node_get(parsed.root, "b"), 2, 4, 2, 5);
	check_place(ml_node_get(parsed.root, "d"), 3, 4, 3, 5);
}

Test(yaml, a_bom_is_passed_over)
{
	struct ml_parsed parsed = parse("\xEF\xBB\xBF" "a: b\n");

	check_text(parsed.root, "a", "b");
	check_place(ml_node_get(parsed.root, "a"), 1, 7, 1, 8);
}

Test(yaml, reports_repeated_keys_of_each_map)
{
	struct ml_parsed parsed = parse("license: mit\nx: {b: 1, b: 2}\nlicense: other\nlicense: more\ny: {license: z}\n");

	cr_assert_eq(parsed.repeated_nr, 3);
	cr_assert(ml_span_is(parsed.repeated[0].key, "b"));
	cr_assert(ml_span_is(parsed.repeated[1].key, "license"));
	cr_assert_eq(parsed.repeated[1].line, 3);
	cr_assert_eq(parsed.repeated[1].first_line, 1);
	cr_assert_eq(parsed.repeated[2].line, 4);
	check_text(parsed.root, "license", "more");
}

Test(yaml, reports_repeated_keys_of_a_large_map)
{
	struct ml_buf text;

	ml_buf_init(&text, 1u << 20);
	for (int i = 0; i < 2000; i++)
		ml_buf_addf(&text, "k%d: v\n", i);
	ml_buf_adds(&text, "k77: again\n");
	struct ml_parsed parsed = parse_span(ml_buf_span(&text));
	cr_assert_eq(parsed.repeated_nr, 1);
	cr_assert_eq(parsed.repeated[0].line, 2001);
	cr_assert_eq(parsed.repeated[0].first_line, 78);
	ml_buf_release(&text);
}

Test(yaml, aliases_stand_for_their_anchor)
{
	struct ml_parsed parsed = parse("a: &x {n: 1}\nb: *x\nc: &y text\n<<: *x\nd: *y\n*y : e\n");

	cr_assert_eq(parsed.fault, ML_PARSE_OK);
	check_text(ml_node_get(parsed.root, "b"), "n", "1");
	check_text(ml_node_get(parsed.root, "<<"), "n", "1");
	check_text(parsed.root, "d", "text");
	check_text(parsed.root, "text", "e");
	check_place(ml_node_get(parsed.root, "d"), 5, 4, 5, 6);
}

Test(yaml, only_the_first_document_counts)
{
	struct ml_parsed parsed = parse("a: b\n---\na: c\nbroken: [\n");

	cr_assert_eq(parsed.fault, ML_PARSE_OK);
	check_text(parsed.root, "a", "b");
}

Test(yaml, nothing_is_a_null_node)
{
	cr_assert_eq(parse("").root->kind, ML_NODE_NULL);
	cr_assert_eq(parse("# only a note\n").root->kind, ML_NODE_NULL);
	cr_assert_eq(parse_span((struct ml_span){ NULL, 0 }).root->kind, ML_NODE_NULL);
}

Test(yaml, keys_without_words_are_called_so)
{
	struct ml_parsed parsed = parse("? [a, b]\n: c\n~: d\n");

	check_text(parsed.root, "?", "c");
	check_text(parsed.root, "~", "d");
}

static const struct {
	struct ml_span text;
	enum ml_parse_fault_kind fault;
	uint32_t line, column;
} faults[] = {
	{ ML_SPAN("a: [b"), ML_PARSE_SYNTAX, 1, 6 },
	{ ML_SPAN("{a: b} c"), ML_PARSE_SYNTAX, 1, 8 },
	{ ML_SPAN("a: b\nc: d: e\n"), ML_PARSE_SYNTAX, 2, 5 },
	{ ML_SPAN("\xC3\xA9: b\nc: *none\n"), ML_PARSE_SYNTAX, 2, 4 },
	{ ML_SPAN("\xC3\xA9: \"\\q\"\n"), ML_PARSE_SYNTAX, 1, 6 },
	{ ML_SPAN("a: &x [*x]\n"), ML_PARSE_SYNTAX, 1, 8 },
	{ ML_SPAN("a: b\nc: \xFF\n"), ML_PARSE_SYNTAX, 2, 4 },
	{ ML_SPAN("a: \xED\xA0\x80\n"), ML_PARSE_SYNTAX, 1, 4 },
	{ ML_SPAN("a: b\0c\n"), ML_PARSE_SYNTAX, 1, 5 },
	{ ML_SPAN("\xFF\xFE" "a\0:\0"), ML_PARSE_SYNTAX, 1, 1 },
};

Test(yaml, faults_name_their_place)
{
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		struct ml_parsed parsed = parse_span(faults[i].text);
		cr_assert_eq(parsed.fault, faults[i].fault, "text %zu", i);
		cr_assert(parsed.line == faults[i].line && parsed.column == faults[i].column, "text %zu: %u:%u: %s", i,
			  parsed.line, parsed.column, parsed.message);
		cr_assert_null(parsed.root);
		cr_assert_not_null(parsed.message);
	}
}

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

Test(yaml, an_alias_bomb_is_a_fault_and_cheap)
{
	struct ml_buf text;

	ml_buf_init(&text, 4096);
	ml_buf_adds(&text, "a: &a [x,x,x,x,x,x,x,x,x]\n");
	for (char c = 'b'; c <= 'i'; c++)
		ml_buf_addf(&text, "%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n", c, c, c - 1, c - 1, c - 1, c - 1, c - 1,
			    c - 1, c - 1, c - 1, c - 1);
	double before = seconds();
	struct ml_parsed parsed = parse_span(ml_buf_span(&text));
	cr_assert_eq(parsed.fault, ML_PARSE_LIMIT);
	cr_assert_lt(seconds() - before, 0.05);
	ml_buf_release(&text);
}

static struct ml_parsed parse_repeated(const char *part, size_t times)
{
	struct ml_buf text;

	ml_buf_init(&text, 64u << 20);
	for (size_t i = 0; i < times; i++)
		ml_buf_adds(&text, part);
	struct ml_parsed parsed = parse_span(ml_buf_span(&text));
	ml_buf_release(&text);
	return parsed;
}

Test(yaml, limits_are_reached)
{
	cr_assert_eq(parse_repeated("[", 100000).fault, ML_PARSE_LIMIT);
	cr_assert_eq(parse_repeated("{", 100000).fault, ML_PARSE_LIMIT);
	cr_assert_eq(parse_repeated("- ", 100000).fault, ML_PARSE_LIMIT);
	cr_assert_eq(parse_repeated("? ", 100000).fault, ML_PARSE_LIMIT);
	cr_assert_eq(parse_repeated("- a\n", ML_LIMIT_YAML_NODES - 1).fault, ML_PARSE_OK);
	cr_assert_eq(parse_repeated("- a\n", ML_LIMIT_YAML_NODES).fault, ML_PARSE_LIMIT);
	cr_assert_eq(parse_repeated("- *none\n", 2).fault, ML_PARSE_SYNTAX);
	cr_assert_eq(parse_repeated("- &a b\n- *a\n", ML_LIMIT_YAML_ALIASES).fault, ML_PARSE_OK);
	cr_assert_eq(parse_repeated("- &a b\n- *a\n", ML_LIMIT_YAML_ALIASES + 1).fault, ML_PARSE_LIMIT);
}

Test(yaml, depth_counts_through_aliases)
{
	struct ml_buf text;

	ml_buf_init(&text, 4096);
	ml_buf_adds(&text, "- &a [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n");
	ml_buf_adds(&text, "- [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[*a]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n");
	cr_assert_eq(parse_span(ml_buf_span(&text)).fault, ML_PARSE_LIMIT);
	ml_buf_release(&text);
}

/* Walks the whole tree: what a sanitizer would not like shows here. */
static size_t count(const struct ml_node *node)
{
	size_t nr = 1, children = 0;

	cr_assert(node->kind != ML_NODE_SCALAR || node->text.at[node->text.len] == '\0');
	ml_node_each(child, node) {
		nr += count(child);
		children++;
	}
	cr_assert_eq(children, node->nr);
	return nr;
}

static void check_any(struct ml_span text)
{
	/* A copy of just its size, so that a read past the end is seen. */
	char *copy = malloc(text.len ? text.len : 1);

	memcpy(copy, text.at, text.len);
	struct ml_parsed parsed = parse_span((struct ml_span){ copy, text.len });
	cr_assert((parsed.root != NULL) == (parsed.fault == ML_PARSE_OK));
	if (parsed.root)
		cr_assert_leq(count(parsed.root), ML_LIMIT_YAML_NODES);
	else
		cr_assert_geq(parsed.line, 1);
	free(copy);
}

Test(yaml, stands_any_cut)
{
	for (size_t len = 0; len < sizeof sample; len++)
		check_any((struct ml_span){ sample, len });
}

Test(yaml, stands_garbage)
{
	static const char signs[] = "a1 \n\t:-[]{},&*!|>'\"%@`#?~\\\r\xC3\xA9\xFF";
	char text[64];

	srand(20240501);
	for (int round = 0; round < 20000; round++) {
		size_t len = (size_t)rand() % sizeof text;
		for (size_t i = 0; i < len; i++)
			text[i] = round % 4 ? signs[(size_t)rand() % (sizeof signs - 1)] : (char)rand();
		check_any((struct ml_span){ text, len });
		if (round % 100 == 0)
			ml_arena_reset(arena);
	}
}

/* As deep as ML_LIMIT_YAML_DEPTH. */
static bool same_places(const struct ml_node *a, const struct ml_node *b)
{
	if (a->kind != b->kind || a->nr != b->nr || a->key_line != b->key_line || a->line != b->line || a->column != b->column ||
	    a->end_line != b->end_line || a->end_column != b->end_column)
		return false;
	for (a = a->first, b = b->first; a && b; a = a->next, b = b->next)
		if (!same_places(a, b))
			return false;
	return !a && !b;
}

/* Where all is ASCII, libyaml's marks are believed; a letter in the last line has each byte walked. */
Test(yaml, places_are_the_same_whether_bytes_are_counted_or_walked)
{
	static const char *const parts[] = { "a", "bc", ": ", ":", " ", "  ", "- ", "\n", "\n", "\r\n", "\r", "# x\n", "'x y'", "\"x\"", "|\n  x\n", ">\n  x\n  y\n\n", "[1, 2]", "{b: c}", "&m ", "*m", "~", "\n- ", "\nb: " };
	unsigned seed = 1, read = 0;

	for (unsigned round = 0; round < 20000; round++) {
		struct ml_buf text;
		ml_buf_init(&text, 1000);
		ml_buf_adds(&text, "k: ");
		for (unsigned i = 0; i < 2 + round % 9; i++) {
			seed = seed * 1664525u + 1013904223u;
			ml_buf_adds(&text, parts[(seed >> 16) % (sizeof parts / sizeof *parts)]);
		}
		struct ml_parsed counted = parse_span(ml_buf_span(&text));
		ml_buf_adds(&text, "\n# \xC3\xA9\n");
		struct ml_parsed walked = parse_span(ml_buf_span(&text));
		if (!counted.fault && !walked.fault) {
			cr_assert(same_places(counted.root, walked.root), "other places in:\n%s", text.at);
			read++;
		}
		ml_buf_release(&text);
		ml_arena_reset(arena);
	}
	cr_assert_gt(read, 1000, "only %u texts were read", read);
}
