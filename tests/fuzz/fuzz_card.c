#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/memory.h"

/* A model card, front matter and all, in a repository with weights: every fact and every rule. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct fuzz_memory m;
	struct ml_result result;
	fuzz_open(&m);
	fuzz_file(&m, "README.md", (struct ml_span){ (const char *)bytes, len });
	fuzz_file(&m, "model.safetensors", (struct ml_span){ "", 0 });
	fuzz_judge(&result, &m);
	fuzz_close(&m);
	return 0;
}
