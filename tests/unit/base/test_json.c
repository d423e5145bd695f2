#include "lint/base/json.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/json_outline.h"
#include "lint/base/limits.h"
#include "tests/unit/base/nodes.h"

static struct ml_arena *arena;
static struct ml_buf buf;

static void set_up(void)
{
	arena = ml_arena_new();
	ml_buf_init(&buf, 16u << 20);
}

static void tear_down(void)
{
	ml_buf_release(&buf);
	ml_arena_free(arena);
}

TestSuite(json, .init = set_up, .fini = tear_down);

static struct ml_parsed parse_span(struct ml_span text)
{
	struct ml_parsed parsed;

	ml_json_parse(arena, text, &parsed);
	return parsed;
}

static struct ml_parsed parse(const char *text)
{
	return parse_span(ml_span_of(text));
}

static const char sample[] = "{\n"
			     "  \"name\" : \"h\xC3\xA9ron \\u00e9\\ud83d\\ude00\\n\\/\",\r\n"
			     "  \"n\": -1.50e3, \"yes\": true,\n"
			     "  \"none\": null, \"list\": [1, [], {\"a\": \"b\"}]\n"
			     "}\n";

Test(json, reads_every_kind)
{
	struct ml_parsed parsed = parse(sample);

	cr_assert_eq(parsed.fault, ML_PARSE_OK);
	cr_assert_eq(parsed.root->nr, 5);
	cr_assert(ml_span_is(ml_node_get_text(parsed.root, "name"), "h\xC3\xA9ron \xC3\xA9\xF0\x9F\x98\x80\n/"));
	cr_assert(ml_span_is(ml_node_get_text(parsed.root, "n"), "-1.50e3"));
	cr_assert(ml_span_is(ml_node_get_text(parsed.root, "yes"), "true"));
	cr_assert(!ml_node_get(parsed.root, "yes")->quoted);
	cr_assert(ml_node_get(parsed.root, "name")->quoted);
	cr_assert_eq(ml_node_get(parsed.root, "none")->kind, ML_NODE_NULL);
	const struct ml_node *list = ml_node_get(parsed.root, "list");
	cr_assert_eq(list->nr, 3);
	cr_assert(ml_span_is(ml_node_get_text(list->first->next->next, "a"), "b"));
}

Test(json, places_count_bytes)
{
	struct ml_parsed parsed = parse(sample);

	check_place(ml_node_get(parsed.root, "name"), 2, 12, 2, 43);
	cr_assert_eq(ml_node_get(parsed.root, "name")->key_line, 2);
	check_place(ml_node_get(parsed.root, "n"), 3, 8, 3, 15);
	check_place(ml_node_get(parsed.root, "none"), 4, 11, 4, 15);
	check_place(ml_node_get(parsed.root, "list"), 4, 25, 4, 44);
	check_place(parsed.root, 1, 1, 5, 2);
}

Test(json, tokenizer_numbers_are_kept_as_written)
{
	struct ml_parsed parsed = parse("{\"model_max_length\": 1000000000000000019884624838656}");

	cr_assert(ml_span_is(ml_node_get_text(parsed.root, "model_max_length"), "1000000000000000019884624838656"));
}

Test(json, a_bom_and_bare_values_are_read)
{
	struct ml_parsed parsed = parse("\xEF\xBB\xBF\"x\"");

	cr_assert(ml_span_is(ml_node_text(parsed.root), "x"));
	check_place(parsed.root, 1, 4, 1, 7);
	cr_assert_eq(parse("null").root->kind, ML_NODE_NULL);
}

Test(json, a_nul_inside_a_string_is_kept)
{
	struct ml_span text = ml_node_text(parse("\"a\\u0000b\"").root);

	cr_assert_eq(text.len, 3);
	cr_assert_eq(memcmp(text.at, "a\0b", 3), 0);
}

Test(json, reports_repeated_keys)
{
	struct ml_parsed parsed = parse("{\"a\": 1,\n\"b\": {\"a\": 2},\n\"\\u0061\": 3}");

	cr_assert_eq(parsed.repeated_nr, 1);
	cr_assert_eq(parsed.repeated[0].line, 3);
	cr_assert_eq(parsed.repeated[0].first_line, 1);
	cr_assert(ml_span_is(ml_node_get_text(parsed.root, "a"), "3"));
}

static const struct {
	struct ml_span text;
	uint32_t line;
} faults[] = {
	{ ML_SPAN(""), 1 },
	{ ML_SPAN("{\"a\": 1,}"), 1 },
	{ ML_SPAN("{\n\"a\": 1\n\"b\": 2}"), 3 },
	{ ML_SPAN("{\"a\": NaN}"), 1 },
	{ ML_SPAN("\n\n[1] x"), 3 },
	{ ML_SPAN("\"\\ud800\""), 1 },
	{ ML_SPAN("\"\xFF\""), 1 },
	{ ML_SPAN("\"\xED\xA0\x80\""), 1 },
	{ ML_SPAN("\n\"a\0b\""), 2 },
	{ ML_SPAN("[1"), 1 },
};

Test(json, faults_name_their_line)
{
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		struct ml_parsed parsed = parse_span(faults[i].text);
		cr_assert_eq(parsed.fault, ML_PARSE_SYNTAX, "text %zu", i);
		cr_assert_eq(parsed.line, faults[i].line, "text %zu: %u:%u: %s", i, parsed.line, parsed.column, parsed.message);
		cr_assert_null(parsed.root);
		cr_assert_null(strstr(parsed.message, " near "));
	}
	cr_assert_eq(parse_span((struct ml_span){ NULL, 0 }).fault, ML_PARSE_SYNTAX);
}

static struct ml_parsed parse_repeated(const char *before, const char *part, size_t times, const char *after)
{
	ml_buf_clear(&buf);
	ml_buf_adds(&buf, before);
	for (size_t i = 0; i < times; i++)
		ml_buf_adds(&buf, part);
	ml_buf_adds(&buf, after);
	return parse_span(ml_buf_span(&buf));
}

Test(json, limits_are_reached)
{
	cr_assert_eq(parse_repeated("", "[", 100000, "").fault, ML_PARSE_LIMIT);
	cr_assert_eq(parse_repeated("", "{\"a\":", 100000, "").fault, ML_PARSE_LIMIT);
	cr_assert_eq(parse_repeated("[0", ",0", ML_LIMIT_JSON_NODES - 10, "]").fault, ML_PARSE_OK);
	cr_assert_eq(parse_repeated("[0", ",0", ML_LIMIT_JSON_NODES, "]").fault, ML_PARSE_LIMIT);
}

Test(json, depth_has_a_limit_of_its_own)
{
	char text[2 * ML_LIMIT_JSON_DEPTH + 3];

	for (size_t depth = ML_LIMIT_JSON_DEPTH; depth <= ML_LIMIT_JSON_DEPTH + 1; depth++) {
		memset(text, '[', depth);
		memset(text + depth, ']', depth);
		struct ml_parsed parsed = parse_span((struct ml_span){ text, 2 * depth });
		cr_assert_eq(parsed.fault, depth > ML_LIMIT_JSON_DEPTH ? ML_PARSE_LIMIT : ML_PARSE_OK);
	}
}

static void check_any(struct ml_span text)
{
	char *copy = malloc(text.len ? text.len : 1);

	memcpy(copy, text.at, text.len);
	struct ml_parsed parsed = parse_span((struct ml_span){ copy, text.len });
	cr_assert((parsed.root != NULL) == (parsed.fault == ML_PARSE_OK));
	cr_assert(parsed.root || parsed.line >= 1);
	free(copy);
}

Test(json, stands_any_cut)
{
	for (size_t len = 0; len < sizeof sample; len++)
		check_any((struct ml_span){ sample, len });
}

Test(json, stands_garbage)
{
	static const char *const parts[] = { "{", "}", "[", "]", ",", ":", "\"a\"", "\"\\u00", "\"", "\\", "1", "-2e", "true", "null", " ", "\n", "\xC3\xA9", "\xFF", "ud83d" };
	char text[128];

	srand(20240502);
	for (int round = 0; round < 20000; round++) {
		size_t len = 0, parts_nr = (size_t)rand() % 12;
		for (size_t i = 0; i < parts_nr; i++) {
			const char *part = parts[(size_t)rand() % (sizeof parts / sizeof *parts)];
			memcpy(text + len, part, strlen(part));
			len += strlen(part);
		}
		check_any((struct ml_span){ text, len });
		if (round % 100 == 0)
			ml_arena_reset(arena);
	}
}

static void write_sample(bool compact)
{
	struct ml_json_writer w;

	ml_buf_clear(&buf);
	ml_json_begin(&w, &buf, compact);
	ml_json_object(&w);
	ml_json_key(&w, "a");
	ml_json_array(&w);
	ml_json_number(&w, 1);
	ml_json_null(&w);
	ml_json_end_array(&w);
	ml_json_key(&w, "e");
	ml_json_object(&w);
	ml_json_end_object(&w);
	ml_json_key(&w, "s");
	ml_json_string(&w, NULL);
	ml_json_key(&w, "b");
	ml_json_bool(&w, true);
	ml_json_end_object(&w);
}

Test(json, writes_one_line_or_many)
{
	write_sample(true);
	cr_assert_str_eq(buf.at, "{\"a\":[1,null],\"e\":{},\"s\":null,\"b\":true}");
	write_sample(false);
	cr_assert_str_eq(buf.at, "{\n  \"a\": [\n    1,\n    null\n  ],\n  \"e\": {},\n  \"s\": null,\n  \"b\": true\n}");
}

static const char *written(struct ml_span text)
{
	struct ml_json_writer w;

	ml_buf_clear(&buf);
	ml_json_begin(&w, &buf, true);
	ml_json_span(&w, text);
	return buf.at;
}

Test(json, escapes_what_hides_or_turns)
{
	static const struct {
		struct ml_span text;
		const char *json;
	} cases[] = {
		{ ML_SPAN("pl\xC3\xA4in \xE4\xBD\xA0"), "\"pl\xC3\xA4in \xE4\xBD\xA0\"" },
		{ ML_SPAN("q\"b\\n\n\t\x01"), "\"q\\\"b\\\\n\\n\\t\\u0001\"" },
		{ ML_SPAN("\x1B[31m\x7F\xC2\x9B"), "\"\\u001B[31m\\u007F\\u009B\"" },
		{ ML_SPAN("\xE2\x80\xA8\xE2\x80\xA9"), "\"\\u2028\\u2029\"" },
		{ ML_SPAN("\xE2\x80\xAE\xE2\x81\xA6\xD8\x9C"), "\"\\u202E\\u2066\\u061C\"" },
		{ ML_SPAN("a\xFFz\xED\xA0\x80"), "\"a\xEF\xBF\xBDz\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"" },
		{ ML_SPAN("a\0b"), "\"a\\u0000b\"" },
		{ ML_SPAN("##[error]x #[y"), "\"##\\u005Berror]x #[y\"" },
		{ ML_SPAN(""), "\"\"" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		cr_assert_str_eq(written(cases[i].text), cases[i].json, "case %zu", i);
}

Test(json, reads_back_what_it_writes)
{
	char text[40];

	srand(20240503);
	for (int round = 0; round < 5000; round++) {
		for (size_t i = 0; i < sizeof text; i++)
			text[i] = (char)(round % 2 ? rand() : rand() % 128);
		struct ml_span json = ml_span_of(written((struct ml_span){ text, sizeof text }));
		struct ml_parsed parsed = parse_span(json);
		cr_assert_eq(parsed.fault, ML_PARSE_OK);
		if (round % 2 == 0)
			cr_assert_eq(memcmp(ml_node_text(parsed.root).at, text, sizeof text), 0);
	}
}

Test(json, scores_have_three_decimals_at_most)
{
	static const struct {
		double share;
		const char *json;
	} cases[] = { { 0, "0" }, { 1, "1" }, { 0.98, "0.98" }, { 0.9996, "0.999" }, { 0.5, "0.5" }, { 0.0304, "0.03" }, { -1, "0" }, { 7, "1" } };
	struct ml_json_writer w;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		ml_buf_clear(&buf);
		ml_json_begin(&w, &buf, true);
		ml_json_score(&w, cases[i].share);
		cr_assert_str_eq(buf.at, cases[i].json);
	}
}

static const char *outline_of(struct ml_span text)
{
	struct ml_json_strings strings = { .arena = arena };

	ml_buf_clear(&buf);
	return ml_json_outline(&buf, text, &strings) ? buf.at : NULL;
}

Test(json, outlines_leave_strings_out)
{
	cr_assert_str_eq(outline_of(ml_span_of("{\"a\": \"sixteen and more \\\" \\u00e9 \xC3\xA9\", \"b\": [\"short\", 1]}")),
			 "{\"a\": \"\", \"b\": [\"\", 1]}");
	cr_assert_str_eq(outline_of(ml_span_of("\"0123456789 0123456789\"")), "\"\"");
}

Test(json, long_strings_are_read_where_they_are_judged)
{
	static const char text[] = "[\"short\", \"0123456789 0123456789 0123456789 0123456789 \\\"0123456789\\\" \\ud83d\\ude00 \x7F \xC3\xA9\", \"and \\n\", "
				   "\"0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 \", \"\"]";
	static const char *const says[] = {
		"short", "0123456789 0123456789 0123456789 0123456789 \"0123456789\" \xF0\x9F\x98\x80 \x7F \xC3\xA9", "and \n",
		"0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 ", "",
	};
	struct ml_json_strings strings = { .arena = arena };
	size_t nr = 0;

	ml_buf_clear(&buf);
	cr_assert(ml_json_outline(&buf, ml_span_of(text), &strings));
	cr_assert_eq(strings.nr, 2);
	cr_assert_str_eq(strings.at[0].text.at, says[1]);
	cr_assert_eq(strings.at[1].behind, strchr(strings.at[1].open + 1, '"') + 1);
	ml_node_each(node, parse(text).root)
		cr_assert(ml_span_is(ml_node_text(node), says[nr++]));
	cr_assert_eq(nr, 5);
}

Test(json, outlines_leave_doubtful_strings_to_jansson)
{
	static const struct ml_span cases[] = {
		ML_SPAN(""), ML_SPAN("[1, 2]"), ML_SPAN("[\"a\"]"), ML_SPAN("\"never ends, ever and ever"), ML_SPAN("\"0123456789 0123456789\\\""),
		ML_SPAN("\"0123456789 0123456789\n\""), ML_SPAN("\"0123456789 \\q 0123456789\""), ML_SPAN("\"0123456789 \\u00g0 0123456789\""),
		ML_SPAN("\"0123456789 \\ud800 0123456789\""), ML_SPAN("\"0123456789 \\ud800\\ud800 0123456789\""),
		ML_SPAN("\"0123456789 \\udc00 0123456789\""), ML_SPAN("\"0123456789 \\u0000 0123456789\""), ML_SPAN("\"0123456789 \xFF 0123456789\""),
		ML_SPAN("\"0123456789 \xED\xA0\x80 0123456789\""), ML_SPAN("\"0123456789 0123456789 \xE4\xBD"), ML_SPAN("\"0123456789 0123456789\\ud83d\\ude"),
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		cr_assert_null(outline_of(cases[i]), "case %zu", i);
}

/* Pieces of records that are valid, nearly valid, and not at all. */
static const char *const pieces[] = {
	"{", "}", "[", "]", ",", ":", "\"", "\"", "\\", "\\\"", "\\n", "\\q", "\\u0041", "\\u0000", "\\ud83d\\ude00", "\\ud83d", "\\ude00", "\\u12", "\xC3\xA9",
	"\xE4\xBD\xA0", "\xF0\x9F\x98\x80", "\xFF", "\xED\xA0\x80", "\xC0\x80", "\n", "\t", "\x01", "\x7F", "1", "-0.5e3", "1e999", "007", "true", "nul",
	"a long run of plain words", "\"files\": {", "\"README.md\": \"# Heron, a model\\n\\n", "\"sizes\": {\"a\": 1}",
};
#define PIECES (sizeof pieces / sizeof *pieces)

static const char record[] = "{\"id\": \"heron/heron-7b-instruct\", \"files\": {\"README.md\": \"# Heron \\ud83e\\udda2\\n\\nAn \\\"open\\\" model of "
			     "\xE4\xBD\xA0\xE5\xA5\xBD and h\xC3\xA9ron.\\n\", \"docs/a name that is long.md\": \"\"}, \"sizes\": {\"model.safetensors\": 12}}";

/* A record with one to three of the pieces put over it, or in it, at random, and now and then cut off. */
static struct ml_span spoiled(char out[1024])
{
	size_t len = sizeof record - 1;

	memcpy(out, record, len);
	for (int i = rand() % 4; i > 0; i--) {
		const char *piece = pieces[(size_t)rand() % PIECES];
		size_t at = (size_t)rand() % len, bytes = strlen(piece), over = rand() % 2 ? bytes : 0;
		over = over > len - at ? len - at : over;
		memmove(out + at + bytes, out + at + over, len - at - over);
		memcpy(out + at, piece, bytes);
		len += bytes - over;
	}
	return (struct ml_span){ out, rand() % 8 ? len : (size_t)rand() % len };
}

Test(json, judges_spoiled_records_as_jansson_does)
{
	char text[1024];
	int valid = 0, outlined = 0;
	const int rounds = 15000;

	srand(20240504);
	for (int i = 0; i < rounds; i++) {
		struct ml_span json = spoiled(text);
		json_t *tree = json_loadb(json.at, json.len, JSON_DECODE_ANY | JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, NULL);
		ml_arena_reset(arena);
		struct ml_parsed parsed = parse_span(json);
		cr_assert_eq(tree != NULL, parsed.fault == ML_PARSE_OK, "round %d: %.*s", i, (int)json.len, json.at);
		valid += tree != NULL;
		outlined += outline_of(json) != NULL;
		json_decref(tree);
	}
	cr_assert(valid > rounds / 10 && valid < rounds / 2, "%d valid", valid);
	cr_assert(outlined > rounds / 4, "%d outlined", outlined);
}
