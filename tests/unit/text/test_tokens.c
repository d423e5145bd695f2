#include "lint/text/tokens.h"

#include <criterion/criterion.h>
#include <string.h>

static void check(const char *text, const char *folded)
{
	struct ml_arena *arena = ml_arena_new();
	struct ml_span got = ml_tokens_fold(arena, ml_span_of(text));

	cr_expect(got.len == strlen(folded) && memcmp(got.at, folded, got.len) == 0, "'%s' folds to '%.*s', not '%s'", text,
		  ML_SPAN_ARG(got), folded);
	ml_arena_free(arena);
}

Test(tokens, should_fold_case_and_part_at_hyphens)
{
	check("Open-Source", "open source");
	check("OPEN SOURCE", "open source");
	check("open\xe2\x80\x91source", "open source"); /* a hyphen that does not break */
	check("Ünïcode ПРИВЕТ", "ünïcode привет");
	check("ＡＢＣ１", "abc1");
}

Test(tokens, should_keep_what_belongs_to_a_word)
{
	check("isn't", "isn't");
	check("isn\xe2\x80\x99t", "isn't");
	check("Qwen2.5 is_open", "qwen2.5 is_open");
	check("end. Next", "end . next");
}

Test(tokens, should_fold_signs_and_leave_emoji_out)
{
	check("a，b。c：d", "a , b . c : d");
	check("「x」", "\" x \"");
	check("🔥 hot", "hot");
	check("a — b", "a - b");
	check("Yes ✅", "yes ✅");
	check("Heron™ and Wren®", "heron and wren");
}

Test(tokens, should_see_addresses)
{
	check("see https://example.org/open-source.", "see url .");
	check("mail a.b@example.org now", "mail url now");
	check("www.example.org", "url");
}

Test(tokens, should_part_han_from_other_words)
{
	check("我们开源了Heron模型", "我们开源了 heron 模型");
}

Test(tokens, should_say_where_tokens_stand)
{
	struct ml_arena *arena = ml_arena_new();
	struct ml_tokens tokens;

	ml_tokens_split(&tokens, arena, ml_span_of("An Open-source x"));
	cr_assert_eq(tokens.nr, 4);
	cr_expect_eq(tokens.at[1].at, 3);
	cr_expect_eq(tokens.at[1].end, 7);
	cr_expect(tokens.at[1].capital);
	cr_expect(tokens.at[2].joined);
	cr_expect(!tokens.at[3].joined);
	ml_arena_free(arena);
}

/* Bytes that are no UTF-8 do not get here, but must not hurt either; the folded text must have room for any input. */
Test(tokens, should_survive_any_bytes)
{
	struct ml_arena *arena = ml_arena_new();
	char bytes[64];
	unsigned state = 7;

	for (int round = 0; round < 2000; round++) {
		size_t len = (size_t)round % sizeof bytes;
		for (size_t i = 0; i < len; i++) {
			state = state * 1103515245u + 12345u;
			bytes[i] = (char)(state >> 16);
		}
		struct ml_tokens tokens;
		ml_tokens_split(&tokens, arena, (struct ml_span){ bytes, len });
		for (size_t i = 0; i < tokens.nr; i++) {
			cr_assert_leq(tokens.at[i].end, len);
			cr_assert_leq(tokens.at[i].fold_end, tokens.folded.len);
		}
		ml_arena_reset(arena);
	}
	ml_arena_free(arena);
}
