#include "lint/source/tree.h"

#include <criterion/criterion.h>
#include <string.h>

static struct ml_arena *arena;
static struct ml_tree *tree;
static struct ml_error err;
static const char *id;

static void open_suite(void)
{
	arena = ml_arena_new();
	err = (struct ml_error){ 0 };
}

static void close_suite(void)
{
	ml_arena_free(arena);
}

TestSuite(record, .init = open_suite, .fini = close_suite, .timeout = 60);

static int read_record(const char *line)
{
	return ml_tree_of_record(&tree, &id, arena, ml_span_of(line), &err);
}

Test(record, is_a_tree_of_its_texts_and_sizes)
{
	cr_assert_eq(read_record("{\"id\":\"acme/heron\",\"files\":{\"README.md\":\"# Heron\",\"docs/a.md\":\"x\"},"
				 "\"sizes\":{\"model.safetensors\":13476839424,\"README.md\":7}}"),
		     0, "%s", err.text);
	cr_assert_eq(tree->kind, ML_SOURCE_RECORD);
	cr_assert_eq(tree->files_nr, 3);
	cr_assert_str_eq(tree->id, "acme/heron");
	cr_assert_str_eq(tree->owner, "acme");
	struct ml_file *card = ml_tree_find(tree, "README.md"), *weights = ml_tree_find(tree, "model.safetensors");
	cr_assert_eq(card->state, ML_FILE_READ);
	cr_assert(ml_span_is(card->text, "# Heron"));
	cr_assert_eq(weights->state, ML_FILE_POINTER);
	cr_assert_eq(weights->size, 13476839424u);
	ml_tree_read(tree, card, 0);
	cr_assert_eq(card->state, ML_FILE_READ);
	struct ml_span header;
	cr_assert_not(ml_tree_peek(&header, arena, tree, weights, 0, 8));
	ml_tree_close(tree);
}

Test(record, a_pointer_in_it_has_the_size_that_it_names)
{
	cr_assert_eq(read_record("{\"id\":\"h\",\"files\":{\"m.gguf\":\"version https://git-lfs.github.com/spec/v1\\noid sha256:0\\nsize 77\\n\"}}"), 0);
	cr_assert_eq(ml_tree_find(tree, "m.gguf")->state, ML_FILE_POINTER);
	cr_assert_eq(ml_tree_find(tree, "m.gguf")->size, 77);
	cr_assert_null(tree->owner);
}

Test(record, a_license_without_its_text_is_unread_and_not_missing)
{
	cr_assert_eq(read_record("{\"id\":\"h\",\"files\":{},\"sizes\":{\"LICENSE\":11357,\"config.json\":3}}"), 0);
	cr_assert_eq(ml_tree_find(tree, "LICENSE")->state, ML_FILE_FAILED);
	cr_assert_eq(ml_tree_find(tree, "config.json")->state, ML_FILE_UNREAD);
}

Test(record, paths_that_no_repository_can_hold_are_told)
{
	cr_assert_eq(read_record("{\"id\":\"h\",\"files\":{\"../README.md\":\"x\",\"/etc/LICENSE\":\"x\",\"a/.git/config\":\"x\",\"\":\"x\"}}"), 0);
	cr_assert_eq(tree->files_nr, 0);
	cr_assert_eq(tree->problems_nr, 4);
}

Test(record, what_is_no_record_is_one_sentence)
{
	static const struct {
		char line[80];
		char says[60];
	} cases[] = {
		{ "", "is no JSON" },
		{ "{\"id\":\"h\",\"files\":{\"a\":\"", "is no JSON" },
		{ "7", "is no record: not an object" },
		{ "[]", "is no record: not an object" },
		{ "{\"files\":{}}", "it has no \"id\"" },
		{ "{\"id\":7,\"files\":{}}", "it has no \"id\"" },
		{ "{\"id\":\"\",\"files\":{}}", "it has no \"id\"" },
		{ "{\"id\":\"h\"}", "\"files\" is no object" },
		{ "{\"id\":\"h\",\"files\":[]}", "\"files\" is no object" },
		{ "{\"id\":\"h\",\"files\":{\"a\":[]}}", "a file is no text" },
		{ "{\"id\":\"h\",\"files\":{\"a\":null}}", "a file is no text" },
		{ "{\"id\":\"h\",\"files\":{},\"sizes\":7}", "\"sizes\" is no object" },
		{ "{\"id\":\"h\",\"files\":{},\"sizes\":{\"a\":\"7\"}}", "no whole number" },
		{ "{\"id\":\"h\",\"files\":{},\"sizes\":{\"a\":1.5}}", "no whole number" },
		{ "{\"id\":\"h\",\"files\":{},\"sizes\":{\"a\":9999999999999999999}}", "no whole number" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		err = (struct ml_error){ 0 };
		cr_expect_eq(read_record(cases[i].line), -1, "%s", cases[i].line);
		cr_expect_eq(err.kind, ML_ERROR_UNJUDGED);
		cr_expect(strstr(err.text, cases[i].says), "%s: %s", cases[i].line, err.text);
	}
}
