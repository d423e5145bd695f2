#include "lint/text/markdown.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/limits.h"

/* "|" stands for the white space between two sentences, "^" where they touch. */
static const char *const cases[] = {
	"One.|Two!|Three?|Four",
	"It is open source.|We train it.|we say",
	"Under Apache 2.0 and v1.0.|Llama 3.1 is used.|Uses Llama 2.|Next",
	"See README.md and llama.cpp now.|Then https://x.org/a.b?c=1.d is read.|At https://x.y/z.|End",
	"Models, e.g. Heron, i.e. birds, vs. planes.|Meta Platforms, Inc. All of it.|By J. K. Doe et al. 2023 in the U.S. and abroad.|So",
	"Cats, dogs, etc. are fine.|Cats, dogs, etc.|They sleep.|No. 5 is it.|Is it?|No.|It is not.",
	"See Sec. 3 and Fig. 2.|Max.|It",
	"2. Grant of rights.|And more.",
	"He said \xE2\x80\x9Copen.\xE2\x80\x9D|Then (really.)|\"So.\"|End.",
	"Wait...|What?!|Well ... yes",
	"Noted.[1]|Then.[12]|End",
	"Title: one; two; three",
	"\xE6\xA8\xA1\xE5\x9E\x8B\xE5\xBC\x80\xE6\xBA\x90\xE3\x80\x82^\xE5\x95\x86\xE7\x94\xA8\xEF\xBC\x81|\xE7\x9C\x9F\xEF\xBC\x9F^\xE5\x8F\xAF\xEF\xBC\x9B\xE4\xBB\xA5",
	"\xE3\x80\x8C\xE5\xBC\x80\xE3\x80\x82\xE3\x80\x8D^\xE6\xBA\x90",
	"Apache license.^\xE6\xA8\xA1\xE5\x9E\x8B 2.0\xE7\x89\x88 ok",
	"Great.^\xF0\x9F\x8E\x89 Next",
	"one \xE2\x80\xA2|two \xC2\xB7|three a\xC2\xB7" "b",
	"para\none\n\n|two",
};

Test(sentence, ends_where_a_reader_ends_it)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char text[300];
		size_t len = 0, at = 0;
		struct ml_span sentence;
		for (const char *c = cases[i]; *c; c++) {
			if (*c == '^')
				continue;
			text[len++] = *c == '|' ? ' ' : *c;
		}
		struct ml_span whole = { text, len };
		for (const char *from = cases[i]; *from;) {
			size_t part = strcspn(from, "|^");
			struct ml_span wanted = ml_span_trim((struct ml_span){ from, part });
			if (ml_span_ends(wanted, " \xE2\x80\xA2"))
				wanted = ml_span_trim(ml_span_sub(wanted, 0, wanted.len - 3));
			else if (ml_span_ends(wanted, " \xC2\xB7"))
				wanted = ml_span_trim(ml_span_sub(wanted, 0, wanted.len - 2));
			cr_assert(ml_sentence_next(whole, &at, &sentence), "case %zu", i);
			cr_assert(ml_span_eq(sentence, wanted), "case %zu: '%.*s', not '%.*s'", i, ML_SPAN_ARG(sentence), ML_SPAN_ARG(wanted));
			from += part + (from[part] != '\0');
		}
		cr_assert(!ml_sentence_next(whole, &at, &sentence));
	}
}

Test(sentence, a_long_one_is_cut_at_a_space)
{
	size_t len = 5 * ML_LIMIT_SENTENCE_BYTES / 7 * 7, at = 0, nr = 0;
	char *text = malloc(len);
	struct ml_span sentence;

	for (size_t i = 0; i < len; i++)
		text[i] = i % 7 ? 'a' : ' ';
	while (ml_sentence_next((struct ml_span){ text, len }, &at, &sentence)) {
		cr_assert_leq(sentence.len, ML_LIMIT_SENTENCE_BYTES);
		cr_assert_eq(sentence.len % 7, 6);
		nr++;
	}
	cr_assert_geq(nr, 5);
	free(text);
}

static void check_any(struct ml_span text)
{
	size_t at = 0, last = 0;
	struct ml_span sentence;

	while (ml_sentence_next(text, &at, &sentence)) {
		size_t from = (size_t)(sentence.at - text.at);
		cr_assert(sentence.len > 0 && from >= last && from + sentence.len <= text.len && at > last);
		cr_assert(from == 0 || ((unsigned char)sentence.at[0] & 0xC0) != 0x80, "starts inside a character");
		last = from + sentence.len;
	}
	cr_assert_eq(at, text.len);
}

Test(sentence, stands_garbage)
{
	static const char *const parts[] = { ".", "!", "?", " ", "a", "B", "1", "\n", "\n\n", "\xE3\x80\x82", "\xE2\x80\xA2", "\xC2\xB7", "\xE4\xBD\xA0", "[1]", "(", ")", "e.g", "\"", "\xE2\x80\x9D" };
	char text[200];

	srand(20240510);
	for (int round = 0; round < 20000; round++) {
		size_t len = 0, nr = (size_t)rand() % 40;
		for (size_t i = 0; i < nr; i++) {
			const char *part = parts[(size_t)rand() % (sizeof parts / sizeof *parts)];
			memcpy(text + len, part, strlen(part));
			len += strlen(part);
		}
		char *copy = malloc(len + 1);
		memcpy(copy, text, len);
		check_any((struct ml_span){ copy, len });
		free(copy);
	}
	check_any((struct ml_span){ NULL, 0 });
}

Test(sentence, heavy_input_costs_no_more)
{
	static const char *const parts[] = { ".", "....x", "\xE4\xBD\xA0", "a.", ". ", "\n", "\xE2\x80\xA2 " };
	size_t len = 2u << 20;
	char *text = malloc(len + 8);

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		size_t part = strlen(parts[i]), fill = 0;
		for (; fill + part <= len; fill += part)
			memcpy(text + fill, parts[i], part);
		check_any((struct ml_span){ text, fill });
	}
	free(text);
}
