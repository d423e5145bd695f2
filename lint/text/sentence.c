#include "lint/text/markdown.h"

#include <string.h>

#include "lint/base/codepoint.h"
#include "lint/base/limits.h"

/* After which letters a period ends no sentence, by what follows. */
enum { BEFORE_LOWER = 1, BEFORE_DIGIT = 2, BEFORE_OTHER = 4, BEFORE_ALL = 7 };

static const struct {
	const char *word; /* lower case, without the last period */
	unsigned before;
} abbreviations[] = {
	{ "approx", BEFORE_ALL }, { "bspw", BEFORE_ALL }, { "bzw", BEFORE_ALL }, { "ca", BEFORE_ALL },
	{ "cf", BEFORE_ALL }, { "co", BEFORE_ALL }, { "corp", BEFORE_ALL }, { "dr", BEFORE_ALL },
	{ "ej", BEFORE_ALL }, { "esp", BEFORE_ALL }, { "ggf", BEFORE_ALL }, { "inc", BEFORE_ALL },
	{ "incl", BEFORE_ALL }, { "inkl", BEFORE_ALL }, { "ltd", BEFORE_ALL }, { "mr", BEFORE_ALL },
	{ "mrs", BEFORE_ALL }, { "prof", BEFORE_ALL }, { "resp", BEFORE_ALL }, { "vgl", BEFORE_ALL },
	{ "viz", BEFORE_ALL }, { "vs", BEFORE_ALL },
	{ "al", BEFORE_LOWER | BEFORE_DIGIT }, { "dept", BEFORE_LOWER | BEFORE_DIGIT }, { "est", BEFORE_LOWER | BEFORE_DIGIT },
	{ "etc", BEFORE_LOWER | BEFORE_DIGIT }, { "jr", BEFORE_LOWER | BEFORE_DIGIT }, { "univ", BEFORE_LOWER | BEFORE_DIGIT },
	{ "usw", BEFORE_LOWER | BEFORE_DIGIT },
	{ "art", BEFORE_DIGIT }, { "ch", BEFORE_DIGIT }, { "eq", BEFORE_DIGIT }, { "fig", BEFORE_DIGIT }, { "figs", BEFORE_DIGIT },
	{ "no", BEFORE_DIGIT }, { "nos", BEFORE_DIGIT }, { "nr", BEFORE_DIGIT }, { "p", BEFORE_DIGIT }, { "para", BEFORE_DIGIT },
	{ "pp", BEFORE_DIGIT }, { "ref", BEFORE_DIGIT }, { "refs", BEFORE_DIGIT }, { "sec", BEFORE_DIGIT }, { "sect", BEFORE_DIGIT },
	{ "v", BEFORE_DIGIT }, { "ver", BEFORE_DIGIT }, { "vol", BEFORE_DIGIT },
};

/* Signs of more than one byte: what ends a sentence, what may follow an end and belongs to it, what begins an entry. */
static const char *const wide_ends[] = { "\xE3\x80\x82", "\xEF\xBC\x81", "\xEF\xBC\x9F", "\xEF\xBD\xA1", NULL };
static const char *const wide_closers[] = {
	"\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB", "\xE3\x80\x8D", "\xE3\x80\x8F", "\xEF\xBC\x89", "\xE3\x80\x91", "\xE3\x80\x8B", NULL,
};
static const char *const bullets[] = {
	"\xE2\x80\xA2", "\xE2\x80\xA3", "\xE2\x97\xA6", "\xE2\x96\xAA", "\xE2\x97\x8F", "\xE2\x96\xA0", "\xE2\x88\x99", "\xC2\xB7", NULL,
};

/* Bytes of the sign at the front of s that is in the list, or 0. */
static size_t one_of(const char *const *list, struct ml_span s)
{
	for (; *list; list++)
		if (s.len && s.at[0] == (*list)[0] && ml_span_starts(s, *list))
			return strlen(*list);
	return 0;
}

static struct ml_span rest(struct ml_span text, size_t at)
{
	return ml_span_sub(text, at, text.len);
}

/* "[12]" behind a sentence's end, in bytes. */
static size_t note_mark(struct ml_span s)
{
	size_t i = 1;

	if (s.len < 3 || s.at[0] != '[')
		return 0;
	while (i < s.len && ml_is_digit(s.at[i]))
		i++;
	return i > 1 && i < s.len && s.at[i] == ']' ? i + 1 : 0;
}

/* Past further signs of the same end, and what closes behind it. */
static size_t skip_closers(struct ml_span text, size_t at)
{
	size_t bytes;

	while (at < text.len) {
		if (strchr(".!?\"')]}", text.at[at]) && text.at[at])
			at++;
		else if ((bytes = one_of(wide_ends, rest(text, at))) || (bytes = one_of(wide_closers, rest(text, at))) ||
			 (bytes = note_mark(rest(text, at))))
			at += bytes;
		else
			break;
	}
	return at;
}

static unsigned kind_of_next(struct ml_span text, size_t at)
{
	while (at < text.len && (ml_is_space(text.at[at]) || text.at[at] == '('))
		at++;
	if (at == text.len)
		return 0;
	if (ml_is_digit(text.at[at]))
		return BEFORE_DIGIT;
	return text.at[at] >= 'a' && text.at[at] <= 'z' ? BEFORE_LOWER : BEFORE_OTHER;
}

static bool is_wordy(char c)
{
	return ml_is_alnum(c) || c == '.' || (unsigned char)c >= 0x80;
}

/* Letters with a period between any two: "U.S", "e.g", or the single one of an initial. */
static bool is_dotted(struct ml_span word)
{
	for (size_t i = 0; i < word.len; i++)
		if (i % 2 ? word.at[i] != '.' : !ml_is_alpha(word.at[i]))
			return false;
	return word.len > 1 ? word.len % 2 : word.len && word.at[0] >= 'A' && word.at[0] <= 'Z';
}

static bool all_digits(struct ml_span word)
{
	for (size_t i = 0; i < word.len; i++)
		if (!ml_is_digit(word.at[i]))
			return false;
	return true;
}

static bool is_abbreviation(struct ml_span word, unsigned next)
{
	for (size_t i = 0; i < sizeof abbreviations / sizeof *abbreviations; i++)
		if ((abbreviations[i].before & next) && ml_span_is_nocase(word, abbreviations[i].word))
			return true;
	return false;
}

/* Whether the period at dot, of a sentence that began at from and with white space behind it, ends nothing. */
static bool is_inner_period(struct ml_span text, size_t from, size_t dot, size_t behind)
{
	size_t start = dot;
	unsigned next = kind_of_next(text, behind);

	while (start > from && is_wordy(text.at[start - 1]))
		start--;
	struct ml_span word = ml_span_sub(text, start, dot);
	/* "well ... yes" */
	if (dot + 1 < text.len && text.at[dot + 1] == '.' && next == BEFORE_LOWER)
		return true;
	if (word.len == 0 || next == 0)
		return false;
	/* The end of an address or a compound is no abbreviation. */
	if (start > from && !ml_is_space(text.at[start - 1]) && !strchr("([\"'", text.at[start - 1]))
		return false;
	/* "2. Grant", "A. Scope": the number of an entry. */
	if (start == from && all_digits(word))
		return true;
	return is_dotted(word) || is_abbreviation(word, next);
}

/*
 * Whether a sentence that began at from ends at the . ! or ? at at: then its end is in *end.
 * Inside names, numbers and addresses no white space follows. A script without
 * spaces, or a picture sign, may follow a word's period directly.
 */
static bool ends_at(struct ml_span text, size_t from, size_t at, size_t *end)
{
	size_t behind = skip_closers(text, at + 1);

	*end = behind;
	if (behind < text.len && !ml_is_space(text.at[behind])) {
		char before = at > from ? text.at[at - 1] : ' ';
		return (unsigned char)text.at[behind] >= 0x80 && !ml_is_digit(before) && !ml_is_space(before);
	}
	return text.at[at] != '.' || !is_inner_period(text, from, at, behind);
}

/* Where no end comes in time: at the last white space, or between two characters. */
static size_t forced_end(struct ml_span text, size_t from)
{
	size_t limit = from + ML_LIMIT_SENTENCE_BYTES, at = limit;

	while (at > from && !ml_is_space(text.at[at]))
		at--;
	if (at > from)
		return at;
	for (at = limit; ml_codepoint_goes_on(text.at[at]) && at > from + 1;)
		at--;
	return at;
}

static bool is_bullet(struct ml_span text, size_t from, size_t at, size_t *bytes)
{
	*bytes = one_of(bullets, rest(text, at));
	return *bytes && (at == from || ml_is_space(text.at[at - 1])) &&
	       (at + *bytes == text.len || ml_is_space(text.at[at + *bytes]));
}

/* Bytes at which something may end; all others are passed over in one step each. */
static const bool may_end[256] = {
	['.'] = true, ['!'] = true, ['?'] = true, ['\n'] = true, [0xC2] = true, [0xE2] = true, [0xE3] = true, [0xEF] = true,
};

/* Whether the second byte of a sign can be that of an end or a bullet: most letters of a script fall out here. */
static bool may_be_sign(struct ml_span text, size_t at)
{
	unsigned char next = at + 1 < text.len ? (unsigned char)text.at[at + 1] : 0;

	switch ((unsigned char)text.at[at]) {
	case 0xC2:
		return next == 0xB7;
	case 0xE2:
		return next == 0x80 || next == 0x88 || next == 0x96 || next == 0x97;
	case 0xE3:
		return next == 0x80;
	default:
		return next == 0xBC || next == 0xBD;
	}
}

/* Whether the sentence that began at from ends at the byte at at: its end is in *end; else *end is where to look on. */
static bool stops_at(struct ml_span text, size_t from, size_t at, size_t *end)
{
	char c = text.at[at];
	size_t bytes;

	*end = at + 1;
	if (c == '.' || c == '!' || c == '?')
		return ends_at(text, from, at, end);
	if (c == '\n') {
		*end = at + (at + 1 == text.len || text.at[at + 1] != '\n');
		return *end == at;
	}
	if (!may_be_sign(text, at))
		return false;
	if ((bytes = one_of(wide_ends, rest(text, at)))) {
		*end = skip_closers(text, at + bytes);
		return true;
	}
	if (!is_bullet(text, from, at, &bytes))
		return false;
	*end = at;
	return true;
}

/* The end of the sentence that begins at from. */
static size_t find_end(struct ml_span text, size_t from)
{
	size_t limit = from + ML_LIMIT_SENTENCE_BYTES, at = from, end;
	size_t stop = text.len < limit ? text.len : limit;

	for (;;) {
		while (at < stop && !may_end[(unsigned char)text.at[at]])
			at++;
		if (at >= stop)
			return stop == text.len ? text.len : forced_end(text, from);
		if (stops_at(text, from, at, &end))
			return end;
		at = end; /* what closes behind a period was looked at */
	}
}

bool ml_sentence_next(struct ml_span text, size_t *at, struct ml_span *sentence)
{
	size_t from = *at, bytes;

	while (from < text.len) {
		while (from < text.len && ml_is_space(text.at[from]))
			from++;
		if (from == text.len)
			break;
		if (is_bullet(text, from, from, &bytes)) {
			from += bytes;
			continue;
		}
		*at = find_end(text, from);
		*sentence = ml_span_trim(ml_span_sub(text, from, *at));
		return true;
	}
	*at = text.len;
	return false;
}
