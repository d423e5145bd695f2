#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/memory.h"

#include <stdlib.h>
#include <string.h>

#include "lint/base/json.h"
#include "lint/base/limits.h"

static void answer(struct ml_arena *arena, struct ml_tree *tree)
{
	struct ml_report_options options = { .compact = true, .version = "0" };
	struct ml_arena *scratch = ml_arena_new();
	struct ml_check_options check = { .today = "2026-01-01" };
	struct ml_error err = { 0 };
	struct ml_verdict verdict;
	struct ml_facts *facts;
	struct ml_parsed parsed = { 0 };
	struct ml_buf out;
	if (ml_facts_collect(&facts, arena, scratch, tree, &ml_builtin_knowledge, fuzz_patterns(), &err) ||
	    ml_check_run(&verdict, facts, ml_rules, &check, &err))
		abort();
	ml_buf_init(&out, ML_LIMIT_ANSWER_BYTES);
	ml_reporter_find(ml_span_of("json"))->write(&out, &(struct ml_result){ facts, &verdict }, 1, &options);
	/* One line, and JSON. */
	fuzz_hold_plain(ml_buf_span(&out));
	if (!out.len || memchr(out.at, '\n', out.len) != out.at + out.len - 1)
		abort();
	ml_json_parse(arena, ml_buf_span(&out), &parsed);
	if (!parsed.root)
		abort();
	ml_buf_release(&out);
	ml_arena_free(scratch);
}

/* A line of mlint batch, and the line that answers it. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct ml_arena *arena = ml_arena_new();
	struct ml_error err = { 0 };
	struct ml_tree *tree;
	const char *id;
	if (!ml_tree_of_record(&tree, &id, arena, (struct ml_span){ (const char *)bytes, len }, &err)) {
		answer(arena, tree);
		ml_tree_close(tree);
	}
	ml_arena_free(arena);
	return 0;
}
