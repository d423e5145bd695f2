/* The header of one weight file: each format is a target of its own, for they share no input. */
#pragma once

#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/memory.h"

static inline void fuzz_weights(const char *path, const uint8_t *bytes, size_t len)
{
	struct fuzz_memory m;
	fuzz_open(&m);
	/* As on disk: of the file nothing is read but what the reader asks for. */
	struct ml_file *file = fuzz_file(&m, path, (struct ml_span){ (const char *)bytes, len });
	file->text = (struct ml_span){ NULL, 0 };
	ml_artifacts_collect(&m.facts);
	ml_headers_collect(&m.facts, m.scratch);
	ml_claims_of_headers(&m.facts);
	fuzz_close(&m);
}

#define FUZZ_WEIGHTS(path)                                           \
	int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len) \
	{                                                            \
		fuzz_weights(path, bytes, len);                      \
		return 0;                                            \
	}
