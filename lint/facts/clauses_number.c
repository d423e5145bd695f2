#include "lint/facts/clauses_value.h"

#include <string.h>

#define NUMERALS_MAX 16 /* words of one number */
#define DIGITS_MAX 15 /* of one number; more is no count of users or money */

struct numeral {
	const char *word;
	uint64_t value;
};

static const struct numeral ones[] = {
	{ "one", 1 },	     { "two", 2 },	{ "three", 3 },	    { "four", 4 },	{ "five", 5 },	    { "six", 6 },
	{ "seven", 7 },	     { "eight", 8 },	{ "nine", 9 },	    { "ten", 10 },	{ "eleven", 11 },   { "twelve", 12 },
	{ "thirteen", 13 },  { "fourteen", 14 }, { "fifteen", 15 },  { "sixteen", 16 }, { "seventeen", 17 }, { "eighteen", 18 },
	{ "nineteen", 19 },  { "twenty", 20 },	{ "thirty", 30 },   { "forty", 40 },	{ "fifty", 50 },    { "sixty", 60 },
	{ "seventy", 70 },   { "eighty", 80 },	{ "ninety", 90 },
};
static const struct numeral scales[] = {
	{ "hundred", 100 },  { "thousand", 1000 }, { "million", 1000000 }, { "billion", 1000000000 }, { "mn", 1000000 },
	{ "bn", 1000000000 }, { "m", 1000000 },	   { "k", 1000 },	   { "b", 1000000000 },
};
static const struct numeral han_ones[] = {
	{ "\u4e00", 1 }, { "\u4e8c", 2 }, { "\u4e24", 2 }, { "\u5169", 2 }, { "\u4e09", 3 }, { "\u56db", 4 },
	{ "\u4e94", 5 }, { "\u516d", 6 }, { "\u4e03", 7 }, { "\u516b", 8 }, { "\u4e5d", 9 },
};
static const struct numeral han_scales[] = {
	{ "\u5341", 10 },    { "\u767e", 100 },	    { "\u5343", 1000 },	     { "\u4e07", 10000 },
	{ "\u842c", 10000 }, { "\u4ebf", 100000000 }, { "\u5104", 100000000 },
};

#define NR(array) (sizeof(array) / sizeof *(array))

static const struct numeral *word_at(struct ml_span text, size_t at, const struct numeral *table, size_t nr)
{
	struct ml_span rest = ml_span_sub(text, at, text.len);

	for (size_t i = 0; i < nr; i++) {
		size_t len = strlen(table[i].word);
		if (ml_span_starts_nocase(rest, table[i].word) && (len == rest.len || !ml_is_alnum(rest.at[len])))
			return &table[i];
	}
	return NULL;
}

static const struct numeral *han_at(struct ml_span text, size_t at, const struct numeral *table, size_t nr)
{
	struct ml_span rest = ml_span_sub(text, at, text.len);

	for (size_t i = 0; i < nr; i++)
		if (ml_span_starts(rest, table[i].word))
			return &table[i];
	return NULL;
}

static size_t skip(struct ml_span text, size_t at, const char *signs)
{
	while (at < text.len && text.at[at] && strchr(signs, text.at[at]))
		at++;
	return at;
}

/* Scales multiply what stands before them: "one hundred million", "1 000 万". False where it grows too large. */
static bool scale(uint64_t *value, uint64_t by)
{
	return !__builtin_mul_overflow(*value, by, value);
}

/* Digits with groups ("1,000,000", "1 000 000") and one decimal part; *parts is 10 to the power of its digits. */
static size_t digits(struct ml_span text, size_t at, uint64_t *value, uint64_t *parts)
{
	size_t nr = 0;
	bool decimal = false;

	*value = 0;
	*parts = 1;
	while (at < text.len && nr <= DIGITS_MAX) {
		char c = text.at[at];
		bool digit_next = at + 1 < text.len && ml_is_digit(text.at[at + 1]);
		bool group = digit_next && at + 3 < text.len && ml_is_digit(text.at[at + 2]) && ml_is_digit(text.at[at + 3]) &&
			     (at + 4 == text.len || !ml_is_digit(text.at[at + 4]));
		if (ml_is_digit(c)) {
			*value = *value * 10 + (uint64_t)(c - '0');
			*parts *= decimal ? 10 : 1;
			nr++;
		} else if (c == '.' && digit_next && !decimal) {
			decimal = true;
		} else if (!((c == ',' || c == ' ' || c == '\'') && group && !decimal)) {
			break;
		}
		at++;
	}
	return at;
}

/* Scale words behind a number, with or without a blank. */
static size_t scales_behind(struct ml_span text, size_t at, uint64_t *value, bool *ok)
{
	for (;;) {
		size_t next = skip(text, at, " -");
		const struct numeral *found = word_at(text, next, scales, NR(scales));
		if (!found)
			found = han_at(text, next, han_scales, NR(han_scales));
		/* One letter must follow at once: "100M", not "100 m". */
		if (!found || (strlen(found->word) == 1 && next > at))
			return at;
		*ok &= scale(value, found->value);
		at = next + strlen(found->word);
	}
}

static bool number_in_digits(struct ml_span text, size_t at, struct ml_number *number)
{
	uint64_t parts;
	bool ok = true;

	if (!ml_is_digit(text.at[at]))
		return false;
	number->from = at;
	number->to = digits(text, at, &number->value, &parts);
	number->to = scales_behind(text, number->to, &number->value, &ok);
	number->value /= parts;
	return ok;
}

/* A number in words as it grows: "two hundred and fifty thousand" is a group of 250, then a total. */
struct spoken {
	uint64_t total, group;
	size_t to; /* behind the last word of it */
	bool any;
};

/* "and a half" behind a number counts half of the scale that follows. */
static bool take_half(struct spoken *spoken, struct ml_span text, size_t at)
{
	static const char half[] = "and a half ";
	size_t next = at + sizeof half - 1;

	if (!ml_span_starts_nocase(ml_span_sub(text, at, text.len), half))
		return false;
	const struct numeral *by = word_at(text, next, scales, NR(scales));
	if (!by || by->value < 1000 || __builtin_mul_overflow(spoken->group, by->value, &spoken->total))
		return false;
	spoken->total += by->value / 2;
	spoken->group = 0;
	spoken->to = next + strlen(by->word);
	return true;
}

static void end_group(struct spoken *spoken)
{
	spoken->total += spoken->group;
	spoken->group = 0;
}

/* Takes the next word of a number; false where it is none, or none that goes on with this one ("two three"). */
static bool take_word(struct spoken *spoken, struct ml_span text)
{
	size_t at = spoken->any ? skip(text, spoken->to, " -") : spoken->to;

	if (spoken->any && spoken->group && take_half(spoken, text, at))
		return true;
	if (spoken->any && ml_span_starts_nocase(ml_span_sub(text, at, text.len), "and "))
		at += 4;
	const struct numeral *one = word_at(text, at, ones, NR(ones)), *by = one ? NULL : word_at(text, at, scales, NR(scales));
	bool tens = spoken->group % 100 >= 20 && spoken->group % 10 == 0 && one && one->value < 10;
	if (one && (spoken->group % 100 == 0 || tens))
		spoken->group += one->value;
	else if (by && spoken->group && by->value == 100)
		spoken->group *= 100;
	else if (by && strlen(by->word) > 1 && spoken->group && !__builtin_mul_overflow(spoken->group, by->value, &spoken->group))
		end_group(spoken);
	else if (!by || strlen(by->word) == 1 || spoken->group || !spoken->total || !scale(&spoken->total, by->value))
		return false;
	spoken->to = at + strlen(one ? one->word : by->word);
	spoken->any = true;
	return true;
}

/* "a hundred", "half a million": what stands for the first numeral. */
static void take_article(struct spoken *spoken, struct ml_span text, size_t at)
{
	struct ml_span rest = ml_span_sub(text, at, text.len);
	size_t lead = ml_span_starts_nocase(rest, "half a ") ? 7 : ml_span_starts_nocase(rest, "a ") ? 2 : 0;
	const struct numeral *by = lead ? word_at(text, at + lead, scales, NR(scales)) : NULL;

	if (!by || strlen(by->word) < 3)
		return;
	*spoken = (struct spoken){ .to = at + lead + strlen(by->word), .any = true };
	*(by->value == 100 ? &spoken->group : &spoken->total) = lead == 7 ? by->value / 2 : by->value;
}

static bool number_in_words(struct ml_span text, size_t at, struct ml_number *number)
{
	struct spoken spoken = { .to = at };

	if (at && ml_is_alnum(text.at[at - 1]))
		return false;
	take_article(&spoken, text, at);
	for (int words = 0; words < NUMERALS_MAX && take_word(&spoken, text); words++)
		;
	*number = (struct ml_number){ at, spoken.to, spoken.total + spoken.group };
	return spoken.any;
}

/* Chinese numerals: digits times tens, hundreds, thousands, then ten thousands and hundred millions over the whole. */
static bool number_in_han(struct ml_span text, size_t at, struct ml_number *number)
{
	uint64_t total = 0, part = 0, digit = 0;
	size_t i = at;
	bool ok = true;

	while (i < text.len && ok && i - at < 3 * DIGITS_MAX) {
		const struct numeral *one = han_at(text, i, han_ones, NR(han_ones));
		const struct numeral *by = one ? NULL : han_at(text, i, han_scales, NR(han_scales));
		if (one) {
			digit = one->value;
		} else if (by && by->value < 10000) {
			part += (digit ? digit : 1) * by->value;
			digit = 0;
		} else if (by && (digit || part || total)) {
			total += part + digit;
			ok = scale(&total, by->value);
			part = digit = 0;
		} else {
			break;
		}
		i += 3;
	}
	*number = (struct ml_number){ at, i, total + part + digit };
	return ok && i > at;
}

bool ml_number_next(struct ml_span text, size_t *at, struct ml_number *number)
{
	for (; *at < text.len; (*at)++) {
		unsigned char c = (unsigned char)text.at[*at];
		bool found = c < 0x80 ? number_in_digits(text, *at, number) || number_in_words(text, *at, number)
				      : c >= 0xe4 && number_in_han(text, *at, number);
		if (found) {
			*at = number->to;
			return true;
		}
	}
	return false;
}
