#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/memory.h"

#include <stdlib.h>

#include "lint/base/limits.h"

/* Which licenses a text is, and how it differs from them. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct fuzz_memory m;
	struct ml_license_fact *facts;
	size_t nr = 0;
	fuzz_open(&m);
	struct ml_file *file = fuzz_file(&m, "LICENSE", (struct ml_span){ (const char *)bytes, len });
	if (file->text.at)
		ml_licenses_of_text(&facts, &nr, m.arena, &ml_builtin_knowledge, fuzz_patterns(), file, NULL);
	if (nr > ML_LIMIT_LICENSES_PER_FILE)
		abort();
	for (size_t i = 0; i < nr; i++)
		if (!(facts[i].score >= 0 && facts[i].score <= 1) || facts[i].where.end_line < facts[i].where.line)
			abort();
	fuzz_close(&m);
	return 0;
}
