#include "lint/facts/claims_p.h"

#include <string.h>

#include "lint/text/utf8.h"

/* The lexemes that begin with two bytes (the second 0: with the first one alone), as [*from, *to); empty where there are none. */
static void pair_range(const struct ml_claim_language *language, unsigned first, unsigned second, size_t *from, size_t *to)
{
	size_t i = ml_lexeme_pair_slot(first, second, language->pairs_mask);
	const struct ml_lexeme_pair *pair = &language->pairs[i];

	while (pair->to && (pair->first != first || pair->second != second))
		pair = &language->pairs[i = (i + 1) & language->pairs_mask];
	*from = pair->from;
	*to = pair->to;
}

/* First entry in [from, to) whose byte at depth is not less than c (or greater, for the upper end). */
static size_t bound(const struct ml_claim_language *language, size_t from, size_t to, size_t depth, unsigned c)
{
	while (from < to) {
		size_t mid = from + (to - from) / 2;
		unsigned has = (unsigned char)language->letters[language->lexemes[mid].text + depth];
		if (has < c)
			from = mid + 1;
		else
			to = mid;
	}
	return from;
}

#define FEW 8u /* entries that are looked at one by one */

/* Leaves those of [*from, *to) whose byte at depth is c. */
static void narrow(const struct ml_claim_language *language, size_t *from, size_t *to, size_t depth, unsigned c)
{
	if (*to - *from > FEW) {
		*from = bound(language, *from, *to, depth, c);
		*to = bound(language, *from, *to, depth, c + 1);
		return;
	}
	const char *letters = language->letters + depth;
	while (*from < *to && (unsigned char)letters[language->lexemes[*from].text] < c)
		++*from;
	size_t end = *from;
	while (end < *to && (unsigned char)letters[language->lexemes[end].text] == c)
		end++;
	*to = end;
}

/* Whether a word can end where rest begins: at the end, a space, or a Han character. */
static bool word_border(struct ml_span rest)
{
	if (rest.len == 0 || rest.at[0] == ' ')
		return true;
	if ((unsigned char)rest.at[0] < 0xe3)
		return false;
	return ml_is_han(ml_utf8_next(&rest));
}

static bool may_end(const struct ml_lexeme *lexeme, struct ml_span rest)
{
	return lexeme->stem || word_border(ml_span_sub(rest, lexeme->len, rest.len));
}

/* Whether a lexeme whose first depth bytes stand there does so as a whole. */
static bool goes_on(const struct ml_claim_language *language, const struct ml_lexeme *lexeme, size_t depth, struct ml_span rest)
{
	return lexeme->len <= rest.len && !memcmp(language->letters + lexeme->text + depth, rest.at + depth, lexeme->len - depth);
}

/* The longest of [from, to), which share the two bytes that rest begins with. */
static const struct ml_lexeme *longest_in(const struct ml_claim_language *language, size_t from, size_t to, struct ml_span rest)
{
	const struct ml_lexeme *best = NULL;

	for (size_t depth = 2; from < to; depth++) {
		const struct ml_lexeme *lexeme = &language->lexemes[from];
		/* Most ranges are down to one soon. */
		if (to - from == 1)
			return goes_on(language, lexeme, depth, rest) && may_end(lexeme, rest) ? lexeme : best;
		/* The shortest of a range comes first: it ends here when it ends at all. */
		if (lexeme->len == depth) {
			if (may_end(lexeme, rest))
				best = lexeme;
			from++;
		}
		if (depth == rest.len)
			break;
		narrow(language, &from, &to, depth, (unsigned char)rest.at[depth]);
	}
	return best;
}

const struct ml_lexeme *claim_lexeme(const struct ml_claim_language *language, struct ml_span rest, size_t *len)
{
	const struct ml_lexeme *best = NULL;
	size_t from, to;

	if (!rest.len)
		return NULL;
	unsigned first = (unsigned char)rest.at[0], second = rest.len > 1 ? (unsigned char)rest.at[1] : 0;
	if (second) {
		pair_range(language, first, second, &from, &to);
		best = longest_in(language, from, to, rest);
	}
	if (!best) {
		pair_range(language, first, 0, &from, &to);
		best = from < to && may_end(&language->lexemes[from], rest) ? &language->lexemes[from] : NULL;
	}
	if (best)
		*len = best->len;
	return best;
}
