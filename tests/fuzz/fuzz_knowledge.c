#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/memory.h"

#include "lint/knowledge/user.h"
#include "lint/text/utf8.h"

/* A user's own licenses, models and data sets. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct ml_arena *arena = ml_arena_new();
	struct ml_knowledge_file file = { .path = "own.yml" };
	struct ml_knowledge out;
	struct ml_error err = { 0 };
	bool converted;
	file.text = ml_utf8_text(arena, (struct ml_span){ (const char *)bytes, len }, &converted);
	if (file.text.at)
		ml_knowledge_add(&out, arena, &ml_builtin_knowledge, &file, 1, &err);
	ml_arena_free(arena);
	return 0;
}
