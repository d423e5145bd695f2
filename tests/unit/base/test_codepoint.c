#include "lint/base/codepoint.h"

#include <criterion/criterion.h>
#include <string.h>

/* "xå" and U+4F60: characters of one, two and three bytes begin at 0, 1, 3 and end at 6. */
static const char three[] = "x\xC3\xA5\xE4\xBD\xA0";

Test(codepoint, the_character_around_an_offset_is_found)
{
	static const size_t starts[] = { 0, 1, 1, 3, 3, 3 }, ends[] = { 0, 1, 3, 3, 6, 6 };

	for (size_t at = 0; at < strlen(three); at++) {
		cr_assert_eq(ml_codepoint_start(three, at), starts[at], "start at %zu", at);
		cr_assert_eq(ml_codepoint_end(three, at, strlen(three)), ends[at], "end at %zu", at);
	}
	cr_assert_eq(ml_codepoint_end(three, 4, 5), 5, "never behind the text");
	cr_assert_eq(ml_codepoint_end(three, 9, 5), 9);
	cr_assert_eq(ml_codepoint_start("\x80\x80\x80", 2), 0, "never before it");
}

Test(codepoint, a_cut_character_is_left_out)
{
	static const size_t wholes[] = { 0, 1, 1, 3, 3, 3, 6 };

	for (size_t len = 0; len <= strlen(three); len++)
		cr_assert_eq(ml_codepoint_whole(three, len), wholes[len], "of %zu bytes", len);
	cr_assert_eq(ml_codepoint_whole("\xF0\x9F\x98\x80", 3), 0);
	cr_assert_eq(ml_codepoint_whole("\xF0\x9F\x98\x80", 4), 4);
	cr_assert_eq(ml_codepoint_whole("\x80\x80", 2), 2, "bytes that begin nothing are no cut character");
}
