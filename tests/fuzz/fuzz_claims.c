#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/memory.h"

#include <stdlib.h>

/* Markdown as claims and as statements of terms, without the program around it. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct fuzz_memory m;
	struct ml_claim_fact *claims;
	struct ml_statement *statements;
	struct ml_card card = { 0 };
	size_t nr;
	fuzz_open(&m);
	struct ml_file *file = fuzz_file(&m, "README.md", (struct ml_span){ (const char *)bytes, len });
	if (!file->text.at)
		goto done;
	ml_card_read(&card, m.arena, m.scratch, file);
	card.primary = true;
	ml_claims_of_card(&claims, &nr, m.arena, &m.facts, &card);
	for (size_t i = 0; i < nr; i++)
		if (claims[i].where.file != file || !claims[i].sentence || !claims[i].text)
			abort();
	ml_statements_of_card(&statements, &nr, m.arena, &m.facts, &card);
	for (size_t i = 0; i < nr; i++)
		if (!statements[i].sentence)
			abort();
done:
	fuzz_close(&m);
	return 0;
}
