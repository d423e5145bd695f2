#include "lint/knowledge/license_words.h"

#include <string.h>

#include "lint/base/codepoint.h"
#include "lint/knowledge/licenses.h"

#define MULTIPLIER UINT64_C(0x9e3779b97f4a7c15)

struct dropped {
	const char *word;
	bool license;
};
static const struct dropped dropped_words[] = {
	{ "the", false },	{ "version", false },	{ "v", false },	     { "ver", false },	     { "license", true },
	{ "licence", true },	{ "licenses", true },	{ "licences", true }, { "licensed", true }, { "licenced", true },
	{ "agreement", true }, { "licensing", true },
};
/* Chinese, Japanese and Korean for license, agreement, grant, terms; the longer before the shorter. */
static const char *const dropped_wide[] = { "许可证", "許可證", "许可", "許可", "协议", "協議", "授权", "授權", "条款", "條款",
					    "ライセンス", "라이선스", "라이센스" };

static inline uint64_t hash_letter(uint64_t hash, char letter)
{
	return (hash ^ (unsigned char)ml_lower(letter)) * MULTIPLIER;
}

static void set_word(struct name_word *word, const char *letters, size_t len)
{
	uint64_t hash = 0;

	for (size_t i = 0; i < len; i++)
		hash = hash_letter(hash, letters[i]);
	word->hash = hash ^ hash >> 31;
}

/* Digits with dots between them; trailing ".0" says nothing. */
static void read_number(struct ml_span text, size_t *at, struct name_word *word)
{
	size_t end = *at, significant;

	while (end < text.len && (ml_is_digit(text.at[end]) ||
				  (text.at[end] == '.' && end + 1 < text.len && ml_is_digit(text.at[end + 1]))))
		end++;
	for (significant = end; significant - *at > 2 && text.at[significant - 1] == '0' && text.at[significant - 2] == '.';)
		significant -= 2;
	set_word(word, text.at + *at, significant - *at);
	*at = end;
}

static bool is_prefix_non(struct ml_span text, size_t from, size_t to)
{
	return to - from == 3 && ml_span_is_nocase(ml_span_sub(text, from, to), "non");
}

static void drop(struct name_word *word, struct ml_span letters)
{
	char first = letters.len ? ml_lower(letters.at[0]) : '\0';

	/* The first letters of them all, for most words have another. */
	if (first != 't' && first != 'v' && first != 'l' && first != 'a')
		return;
	for (size_t i = 0; i < sizeof dropped_words / sizeof *dropped_words; i++)
		if (ml_span_is_nocase(letters, dropped_words[i].word)) {
			word->dropped = true;
			word->license = dropped_words[i].license;
		}
}

/* Letters; "non" is one with the word behind it; the "v" of "GPLv3" is none of the word. */
static void read_letters(struct ml_span text, size_t *at, struct name_word *word)
{
	size_t end = *at, next;
	uint64_t hash = 0;

	for (; end < text.len && ml_is_alpha(text.at[end]); end++)
		hash = hash_letter(hash, text.at[end]);
	if (ml_lower(text.at[*at]) != 'n' && ml_lower(text.at[end - 1]) != 'v') { /* nearly all words */
		word->hash = hash ^ hash >> 31;
		drop(word, ml_span_sub(text, *at, end));
		*at = end;
		return;
	}
	if (is_prefix_non(text, *at, end) && end + 1 < text.len && strchr("- _", text.at[end]) && ml_is_alpha(text.at[end + 1])) {
		for (next = end + 1; next < text.len && ml_is_alpha(text.at[next]); next++)
			;
		set_word(word, text.at + end + 1, next - end - 1);
		word->hash ^= MULTIPLIER;
		*at = next;
		return;
	}
	size_t len = end - *at;
	if (len > 3 && ml_span_starts_nocase(ml_span_sub(text, *at, end), "non")) {
		set_word(word, text.at + *at + 3, len - 3);
		word->hash ^= MULTIPLIER;
	} else {
		if (len > 1 && ml_lower(text.at[end - 1]) == 'v' && end < text.len && ml_is_digit(text.at[end]))
			len--;
		set_word(word, text.at + *at, len);
	}
	drop(word, ml_span_sub(text, *at, *at + len));
	*at = end;
}

/* One character of more than a byte, or a word that says "license". */
static void read_character(struct ml_span text, size_t *at, struct name_word *word)
{
	size_t end = ml_codepoint_end(text.at, *at + 1, text.len);

	/* The second byte first, for most characters share the first one. */
	for (size_t i = 0; i < sizeof dropped_wide / sizeof *dropped_wide && !word->license && *at + 1 < end; i++)
		if (text.at[*at + 1] == dropped_wide[i][1] && ml_span_starts(ml_span_sub(text, *at, text.len), dropped_wide[i])) {
			word->dropped = word->license = true;
			end = *at + strlen(dropped_wide[i]);
		}
	set_word(word, text.at + *at, end - *at);
	*at = end;
}

/* Dashes, quotes and spaces of more than a byte (U+00A0..00BF, U+2000..206F, U+3000..303F, U+FF00..FF0F) are no words. */
static bool is_sign(struct ml_span text, size_t at)
{
	unsigned char a = (unsigned char)text.at[at], b = at + 1 < text.len ? (unsigned char)text.at[at + 1] : 0;

	return a < 0x80 || a == 0xc2 || ml_codepoint_goes_on(text.at[at]) || (a == 0xe2 && (b == 0x80 || b == 0x81)) || (a == 0xe3 && b == 0x80) ||
	       (a == 0xef && b == 0xbc);
}

bool name_word_next(struct ml_span text, size_t *at, struct name_word *word)
{
	while (*at < text.len && !ml_is_alnum(text.at[*at]) && text.at[*at] != '+' && is_sign(text, *at))
		++*at;
	if (*at >= text.len)
		return false;
	*word = (struct name_word){ .from = *at };
	if (text.at[*at] == '+')
		set_word(word, text.at + (*at)++, 1);
	else if (ml_is_digit(text.at[*at]))
		read_number(text, at, word);
	else if (ml_is_alpha(text.at[*at]))
		read_letters(text, at, word);
	else
		read_character(text, at, word);
	word->to = *at;
	return true;
}

/* Words that tell no license from another. A name of more words than GENERIC_WORDS is one's own in spite of them ("Open Use of Data"). */
static const char *const generic_words[] = {
	"a",	"an",	 "acceptable", "ai",	  "and",      "code",	   "commercial", "community",	 "custom",  "data",	"dataset",
	"file", "files", "for",	       "llm",	  "model",    "models",	   "my",	 "noncommercial", "of",	    "open",	"other",
	"our",	"own",	 "policy",  "prohibited", "proprietary", "research", "restricted", "service", "services",	"software",
	"source", "special", "standard", "term",  "terms",    "text",	   "this",	 "to",		 "usage",   "use",	"user",
	"weight", "weights",
};
#define GENERIC_WORDS 3

static bool is_generic_word(struct ml_span word)
{
	if (ml_span_starts_nocase(word, "non-") || ml_span_starts_nocase(word, "non "))
		return ml_span_is_nocase(ml_span_sub(word, 4, word.len), "commercial");
	for (size_t i = 0; i < sizeof generic_words / sizeof *generic_words; i++)
		if (ml_span_is_nocase(word, generic_words[i]))
			return true;
	return false;
}

bool ml_license_name_is_generic(struct ml_span name)
{
	struct name_word word;
	size_t at = 0, nr = 0;

	while (name_word_next(name, &at, &word)) {
		if (word.dropped)
			continue;
		if (++nr > GENERIC_WORDS || !is_generic_word(ml_span_sub(name, word.from, word.to)))
			return false;
	}
	return true;
}
