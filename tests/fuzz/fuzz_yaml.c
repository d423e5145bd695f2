#include "tests/fuzz/fuzz.h"

#include "lint/base/yaml.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct ml_arena *arena = ml_arena_new();
	struct ml_parsed parsed = { 0 };
	ml_yaml_parse(arena, (struct ml_span){ (const char *)bytes, len }, 1, &parsed);
	ml_node_get_text(parsed.root, "license");
	ml_arena_free(arena);
	return 0;
}
