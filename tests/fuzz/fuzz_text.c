#include "tests/fuzz/fuzz.h"

#include <stdlib.h>

#include "lint/text/expression.h"
#include "lint/text/utf8.h"
#include "lint/text/words.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct ml_arena *arena = ml_arena_new();
	const struct ml_expression *expression;
	struct ml_words words = { 0 };
	struct ml_lines lines;
	struct ml_error err;
	bool converted;
	struct ml_span raw = { (const char *)bytes, len };
	struct ml_span text = ml_utf8_text(arena, raw, &converted);
	ml_expression_parse(&expression, arena, raw, &err);
	if (text.at) {
		if (!ml_utf8_valid(text, NULL))
			abort();
		ml_lines_init(&lines, arena, text);
		ml_words_split(&words, arena, text);
		for (size_t i = 0; i < words.nr; i++)
			if (words.at[i].at > words.at[i].end || words.at[i].end > text.len)
				abort();
		for (size_t i = 0; i + ML_RUN_WORDS <= words.nr; i++)
			ml_words_run(&words, i);
	}
	ml_arena_free(arena);
	return 0;
}
