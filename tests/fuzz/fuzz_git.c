#include "tests/fuzz/fuzz.h"

#include "lint/source/git_config.h"
#include "lint/source/git_known.h"

/* The files of git that are read without libgit2: an index with what it knows of trees, a tree or commit object, a configuration. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct ml_arena *arena = ml_arena_new();
	struct ml_span text = { (const char *)bytes, len }, rest = text;
	struct ml_index index = { 0 };
	struct ml_known known = { 0 };
	struct ml_tree_entry entry;
	struct ml_git_config config;
	struct ml_id id;
	if (!ml_index_parse(&index, arena, text, ML_ID_BYTES, NULL)) {
		ml_known_read(&known, arena, &index);
		ml_known_below(&known, 0, (struct ml_span){ "docs", 4 });
		ml_index_bound(&index, "docs/");
	}
	/* A split index: two bytes say where the part "index" ends. */
	size_t cut = len > 2 ? 2 + ((size_t)bytes[0] << 8 | bytes[1]) : len;
	ml_index_parse_split(&index, arena, ml_span_sub(text, 2, cut), ml_span_sub(text, cut, len), ML_ID_BYTES, NULL);
	while (ml_tree_entry_next(&rest, &entry) > 0)
		;
	ml_object_field(text, "parent", 1, &id);
	ml_git_config_read(&config, arena, text);
	ml_arena_free(arena);
	return 0;
}
