#include "lint/text/words_p.h"

#include <string.h>

/* Offset behind a copyright sign in any writing at that offset, or 0. */
static size_t skip_sign(struct ml_span text, size_t at)
{
	static const char *const signs[] = { "(c)", "\xc2\xa9", "&copy;", "&#169;", "copyright", "copr." };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (word_starts(text, at, signs[i]))
			return at + strlen(signs[i]);
	return 0;
}

/* Whether what follows a sign is a year or a blank for one: 1998, [yyyy], <year>, {year}, YYYY. */
static bool is_year(struct ml_span text, size_t at)
{
	if (at + 3 >= text.len)
		return false;
	if (text.at[at] == '[' || text.at[at] == '<' || text.at[at] == '{' || word_starts(text, at, "&lt;") || word_starts(text, at, "yyyy"))
		return true;
	return (word_starts(text, at, "19") || word_starts(text, at, "20")) && ml_is_digit(text.at[at + 2]) && ml_is_digit(text.at[at + 3]);
}

bool word_notice(struct ml_span text, size_t at, size_t *from)
{
	size_t signs = 0, start = at, next;
	bool year = false;

	while (at < text.len && at - start < WORD_MARKS_MAX && strchr(" \t*#>/;-%|\"'`_.+", text.at[at]))
		at++;
	if (word_starts(text, at, "portions "))
		at += 9;
	for (;; at++) {
		while (at < text.len && (text.at[at] == ' ' || text.at[at] == '\t' || text.at[at] == ':' || text.at[at] == '*'))
			at++;
		if ((next = skip_sign(text, at))) {
			signs++;
			at = next - 1;
		} else if (signs && is_year(text, at)) {
			year = true;
			at += 3;
		} else {
			break;
		}
	}
	*from = at;
	return signs > 1 || (signs == 1 && year);
}
