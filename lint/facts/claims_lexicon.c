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

/* How many bytes of a lexeme, which begins with the first two of rest, stand there. */
static size_t shared_by(const struct ml_claim_language *language, const struct ml_lexeme *lexeme, struct ml_span rest)
{
	const char *text = language->letters + lexeme->text;
	size_t i = 2;

	while (i < lexeme->len && i < rest.len && text[i] == rest.at[i])
		i++;
	return i;
}

/* Whether it stands behind rest in order; what rest begins with does not. */
static bool is_behind(const struct ml_claim_language *language, const struct ml_lexeme *lexeme, struct ml_span rest)
{
	size_t i = shared_by(language, lexeme, rest);

	return i < lexeme->len && (i == rest.len || (unsigned char)language->letters[lexeme->text + i] > (unsigned char)rest.at[i]);
}

/* The longest of [from, to), which share the two bytes that rest begins with: the last that is not behind rest, or one that this begins with. */
static const struct ml_lexeme *longest_in(const struct ml_claim_language *language, size_t from, size_t to, struct ml_span rest)
{
	size_t begin = from;

	while (from < to) {
		size_t mid = from + (to - from) / 2;
		if (is_behind(language, &language->lexemes[mid], rest))
			to = mid;
		else
			from = mid + 1;
	}
	for (size_t at = from; at > begin;) {
		const struct ml_lexeme *lexeme = &language->lexemes[at - 1];
		if (shared_by(language, lexeme, rest) == lexeme->len && may_end(lexeme, rest))
			return lexeme;
		at = lexeme->up ? at - lexeme->up : begin;
	}
	return NULL;
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
