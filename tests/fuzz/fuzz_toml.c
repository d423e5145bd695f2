#include "tests/fuzz/fuzz.h"

#include "lint/base/ini.h"
#include "lint/base/toml.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct ml_arena *arena = ml_arena_new();
	struct ml_parsed parsed = { 0 };
	ml_toml_parse(arena, (struct ml_span){ (const char *)bytes, len }, &parsed);
	ml_node_get_text(ml_node_get(parsed.root, "project"), "license");
	ml_ini_parse(arena, (struct ml_span){ (const char *)bytes, len }, &parsed);
	ml_node_get_text(ml_node_get(parsed.root, "metadata"), "license");
	ml_arena_free(arena);
	return 0;
}
