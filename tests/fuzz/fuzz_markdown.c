#include "tests/fuzz/fuzz.h"

#include <stdlib.h>

#include "lint/text/markdown.h"
#include "lint/text/utf8.h"

/* What markdown.h promises of a document, whatever the source was. */
static void hold(const struct ml_document *document, const struct ml_block *block)
{
	struct ml_span sentence;
	if (block->source_at > block->source_end || block->source_end > document->source.len)
		abort();
	for (size_t at = 0; ml_sentence_next(block->text, &at, &sentence);)
		if (sentence.at < block->text.at || sentence.at + sentence.len > block->text.at + block->text.len)
			abort();
	for (size_t i = 0; i < block->text.len; i++)
		if (ml_block_source(block, i) > document->source.len)
			abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct ml_arena *arena = ml_arena_new();
	struct ml_document document = { 0 };
	bool converted;
	struct ml_span text = ml_utf8_text(arena, (struct ml_span){ (const char *)bytes, len }, &converted);
	if (text.at) {
		ml_markdown_parse(&document, arena, text, 0);
		for (size_t i = 0; i < document.blocks_nr; i++)
			hold(&document, &document.blocks[i]);
	}
	ml_arena_free(arena);
	return 0;
}
