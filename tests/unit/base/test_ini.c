#include "lint/base/ini.h"

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

TestSuite(ini, .init = set_up, .fini = tear_down);

static struct ml_parsed parse(struct ml_span text)
{
	struct ml_parsed parsed;

	ml_ini_parse(arena, text, &parsed);
	return parsed;
}

static const char sample[] = "\xEF\xBB\xBF" "early = 1\n"
			     "[metadata]\r\n"
			     "Name = heron\r\n"
			     "; a note\n"
			     "license: MIT\n"
			     "classifiers =\n"
			     "    License :: OSI Approved :: MIT License\n"
			     "    # kept out\n"
			     "\n"
			     "    Topic :: Birds\n"
			     "empty =\n"
			     "no sign here\n"
			     "= no key\n"
			     "[options]\n"
			     "zip_safe = no\n"
			     "   and more\n";

Test(ini, reads_sections_keys_and_lines)
{
	struct ml_parsed parsed = parse(ml_span_of(sample));
	const struct ml_node *metadata = ml_node_get(parsed.root, "metadata"), *list = ml_node_get(metadata, "classifiers");

	cr_assert_eq(parsed.fault, ML_PARSE_OK);
	cr_assert(ml_span_is(ml_node_get_text(parsed.root, "early"), "1"));
	cr_assert(ml_span_is(ml_node_get_text(metadata, "name"), "heron"));
	cr_assert(ml_span_is(ml_node_get_text(metadata, "license"), "MIT"));
	cr_assert_eq(list->nr, 2);
	cr_assert(ml_span_is(list->first->text, "License :: OSI Approved :: MIT License"));
	cr_assert(ml_span_is(list->first->next->text, "Topic :: Birds"));
	cr_assert_eq(ml_node_get(metadata, "empty")->kind, ML_NODE_NULL);
	cr_assert_eq(metadata->nr, 4);
	cr_assert_eq(ml_node_get(ml_node_get(parsed.root, "options"), "zip_safe")->nr, 2);
}

Test(ini, tells_lines_and_columns)
{
	const struct ml_node *metadata = ml_node_get(parse(ml_span_of(sample)).root, "metadata");
	const struct ml_node *license = ml_node_get(metadata, "license"), *topic = ml_node_get(metadata, "classifiers")->first->next;

	cr_assert(license->key_line == 5 && license->line == 5 && license->column == 10 && license->end_column == 13);
	cr_assert(topic->line == 10 && topic->column == 5);
	cr_assert_eq(ml_node_get(metadata, "name")->end_column, 13);
}

Test(ini, takes_a_value_that_begins_below_for_one_line)
{
	const struct ml_node *node = ml_node_get(ml_node_get(parse(ml_span_of("[m]\nlicense =\n  MIT\nnext = 1\n")).root, "m"), "license");

	cr_assert_eq(node->kind, ML_NODE_SCALAR);
	cr_assert(ml_span_is(node->text, "MIT") && node->line == 3 && node->key_line == 2);
	cr_assert(ml_span_is(node->key, "license"));
	cr_assert(ml_span_is(node->next->text, "1"));
}

Test(ini, tells_repeated_keys)
{
	struct ml_parsed parsed = parse(ml_span_of("[m]\na = 1\nA = 2\n"));

	cr_assert_eq(parsed.repeated_nr, 1);
	cr_assert_eq(parsed.repeated[0].line, 3);
}

Test(ini, reads_what_is_no_ini)
{
	cr_assert_eq(parse(ml_span_of("")).root->nr, 0);
	cr_assert_eq(parse((struct ml_span){ NULL, 0 }).root->kind, ML_NODE_MAP);
	cr_assert_eq(parse(ml_span_of("  indented before any key\n[open")).root->nr, 1);
}

Test(ini, stands_a_cut_or_a_wrong_byte_anywhere)
{
	static const char wrong[] = { '\0', '[', ']', '=', ':', '\n', ' ', '\xFF' };

	for (size_t i = 0; i < sizeof sample; i++) {
		char *copy = malloc(i ? i : 1);
		memcpy(copy, sample, i);
		cr_assert_not_null(parse((struct ml_span){ copy, i }).root);
		for (size_t k = 0; i && k < sizeof wrong; k++) {
			copy[i / 2] = wrong[k];
			cr_assert_not_null(parse((struct ml_span){ copy, i }).root);
		}
		free(copy);
		ml_arena_reset(arena);
	}
}

Test(ini, bounds_values)
{
	struct ml_buf buf;

	ml_buf_init(&buf, 1u << 20);
	ml_buf_adds(&buf, "[m]\nlist =\n");
	for (unsigned i = 0; i < ML_LIMIT_TOML_NODES; i++)
		ml_buf_adds(&buf, " x\n");
	struct ml_parsed parsed = parse(ml_buf_span(&buf));
	cr_assert_eq(parsed.fault, ML_PARSE_LIMIT);
	cr_assert_null(parsed.root);
	ml_buf_release(&buf);
}
