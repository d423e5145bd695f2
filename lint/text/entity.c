#include "lint/text/entity.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/codepoint.h"

#define NAME_MAX_BYTES 9
#define DIGITS_MAX 7

struct entity {
	char name[NAME_MAX_BYTES + 1];
	uint16_t code;
};

/* After the list of named character references of the HTML Standard; in the order of bytes. */
static const struct entity entities[] = {
	{ "AElig", 0xC6 }, { "Aacute", 0xC1 }, { "Acirc", 0xC2 }, { "Agrave", 0xC0 }, { "Aring", 0xC5 }, { "Atilde", 0xC3 },
	{ "Auml", 0xC4 }, { "Ccedil", 0xC7 }, { "Dagger", 0x2021 }, { "Delta", 0x394 }, { "Eacute", 0xC9 },
	{ "Ecirc", 0xCA }, { "Egrave", 0xC8 }, { "Euml", 0xCB }, { "Iacute", 0xCD }, { "Icirc", 0xCE }, { "Igrave", 0xCC },
	{ "Iuml", 0xCF }, { "NewLine", 0x20 }, { "Ntilde", 0xD1 }, { "OElig", 0x152 }, { "Oacute", 0xD3 },
	{ "Ocirc", 0xD4 }, { "Ograve", 0xD2 }, { "Omega", 0x3A9 }, { "Oslash", 0xD8 }, { "Otilde", 0xD5 }, { "Ouml", 0xD6 },
	{ "Prime", 0x2033 }, { "Scaron", 0x160 }, { "Sigma", 0x3A3 }, { "Tab", 0x20 }, { "Uacute", 0xDA },
	{ "Ucirc", 0xDB }, { "Ugrave", 0xD9 }, { "Uuml", 0xDC }, { "Yacute", 0xDD }, { "aacute", 0xE1 }, { "acirc", 0xE2 },
	{ "aelig", 0xE6 }, { "agrave", 0xE0 }, { "alpha", 0x3B1 }, { "amp", 0x26 }, { "apos", 0x27 }, { "aring", 0xE5 },
	{ "ast", 0x2A }, { "asymp", 0x2248 }, { "atilde", 0xE3 }, { "auml", 0xE4 }, { "bdquo", 0x201E }, { "beta", 0x3B2 },
	{ "bsol", 0x5C }, { "bull", 0x2022 }, { "ccedil", 0xE7 }, { "cent", 0xA2 }, { "check", 0x2713 },
	{ "checkmark", 0x2713 }, { "clubs", 0x2663 }, { "colon", 0x3A }, { "comma", 0x2C }, { "commat", 0x40 },
	{ "copy", 0xA9 }, { "cross", 0x2717 }, { "curren", 0xA4 }, { "dagger", 0x2020 }, { "darr", 0x2193 },
	{ "dash", 0x2010 }, { "deg", 0xB0 }, { "delta", 0x3B4 }, { "diams", 0x2666 }, { "divide", 0xF7 },
	{ "dollar", 0x24 }, { "eacute", 0xE9 }, { "ecirc", 0xEA }, { "egrave", 0xE8 }, { "emsp", 0x20 }, { "ensp", 0x20 },
	{ "epsilon", 0x3B5 }, { "equals", 0x3D }, { "equiv", 0x2261 }, { "euml", 0xEB }, { "euro", 0x20AC },
	{ "excl", 0x21 }, { "frac12", 0xBD }, { "frac14", 0xBC }, { "frac34", 0xBE }, { "gamma", 0x3B3 }, { "ge", 0x2265 },
	{ "grave", 0x60 }, { "gt", 0x3E }, { "hArr", 0x21D4 }, { "harr", 0x2194 }, { "hearts", 0x2665 },
	{ "hellip", 0x2026 }, { "hyphen", 0x2010 }, { "iacute", 0xED }, { "icirc", 0xEE }, { "iexcl", 0xA1 },
	{ "igrave", 0xEC }, { "infin", 0x221E }, { "iquest", 0xBF }, { "iuml", 0xEF }, { "lArr", 0x21D0 },
	{ "lambda", 0x3BB }, { "laquo", 0xAB }, { "larr", 0x2190 }, { "lbrace", 0x7B }, { "lbrack", 0x5B },
	{ "lcub", 0x7B }, { "ldquo", 0x201C }, { "le", 0x2264 }, { "lowbar", 0x5F }, { "lpar", 0x28 }, { "lsaquo", 0x2039 },
	{ "lsqb", 0x5B }, { "lsquo", 0x2018 }, { "lt", 0x3C }, { "mdash", 0x2014 }, { "micro", 0xB5 }, { "middot", 0xB7 },
	{ "minus", 0x2212 }, { "mu", 0x3BC }, { "nabla", 0x2207 }, { "nbsp", 0x20 }, { "ndash", 0x2013 }, { "ne", 0x2260 },
	{ "ntilde", 0xF1 }, { "num", 0x23 }, { "oacute", 0xF3 }, { "ocirc", 0xF4 }, { "oelig", 0x153 }, { "ograve", 0xF2 },
	{ "omega", 0x3C9 }, { "ordf", 0xAA }, { "ordm", 0xBA }, { "oslash", 0xF8 }, { "otilde", 0xF5 }, { "ouml", 0xF6 },
	{ "para", 0xB6 }, { "part", 0x2202 }, { "percnt", 0x25 }, { "period", 0x2E }, { "permil", 0x2030 },
	{ "phi", 0x3C6 }, { "pi", 0x3C0 }, { "plus", 0x2B }, { "plusmn", 0xB1 }, { "pound", 0xA3 }, { "prime", 0x2032 },
	{ "prod", 0x220F }, { "quest", 0x3F }, { "quot", 0x22 }, { "rArr", 0x21D2 }, { "radic", 0x221A }, { "raquo", 0xBB },
	{ "rarr", 0x2192 }, { "rbrace", 0x7D }, { "rbrack", 0x5D }, { "rcub", 0x7D }, { "rdquo", 0x201D }, { "reg", 0xAE },
	{ "rpar", 0x29 }, { "rsaquo", 0x203A }, { "rsqb", 0x5D }, { "rsquo", 0x2019 }, { "sbquo", 0x201A },
	{ "scaron", 0x161 }, { "sect", 0xA7 }, { "semi", 0x3B }, { "shy", 0xAD }, { "sigma", 0x3C3 }, { "sol", 0x2F },
	{ "spades", 0x2660 }, { "star", 0x2606 }, { "sum", 0x2211 }, { "sup1", 0xB9 }, { "sup2", 0xB2 }, { "sup3", 0xB3 },
	{ "szlig", 0xDF }, { "tau", 0x3C4 }, { "theta", 0x3B8 }, { "thinsp", 0x20 }, { "times", 0xD7 }, { "trade", 0x2122 },
	{ "uacute", 0xFA }, { "uarr", 0x2191 }, { "ucirc", 0xFB }, { "ugrave", 0xF9 }, { "uuml", 0xFC }, { "verbar", 0x7C },
	{ "vert", 0x7C }, { "yacute", 0xFD }, { "yen", 0xA5 }, { "yuml", 0xFF }, { "zwj", 0x200D }, { "zwnj", 0x200C },
};

static int by_name(const void *key, const void *row)
{
	return strcmp(key, ((const struct entity *)row)->name);
}

static void put(uint32_t code, char out[4], size_t *out_len)
{
	*out_len = ml_codepoint_put(out, code == 0xA0 ? ' ' : code ? code : ML_CODEPOINT_BAD);
}

static int digit_value(char c, bool hex)
{
	if (ml_is_digit(c))
		return c - '0';
	c = ml_lower(c);
	return hex && c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* "&#" stands at the front. */
static size_t get_numeric(struct ml_span text, char out[4], size_t *out_len)
{
	bool hex = text.len > 2 && ml_lower(text.at[2]) == 'x';
	size_t i = hex ? 3 : 2, from = i;
	uint32_t code = 0;

	for (; i < text.len && i - from < DIGITS_MAX; i++) {
		int value = digit_value(text.at[i], hex);
		if (value < 0)
			break;
		code = code * (hex ? 16 : 10) + (uint32_t)value;
	}
	if (i == from || i == text.len || text.at[i] != ';')
		return 0;
	put(code, out, out_len);
	return i + 1;
}

size_t ml_entity_get(struct ml_span text, char out[4], size_t *out_len)
{
	char name[NAME_MAX_BYTES + 1];
	size_t len = 0;

	if (text.len > 2 && text.at[1] == '#')
		return get_numeric(text, out, out_len);
	while (len < NAME_MAX_BYTES && len + 1 < text.len && ml_is_alnum(text.at[len + 1])) {
		name[len] = text.at[len + 1];
		len++;
	}
	name[len] = '\0';
	if (len + 1 >= text.len || text.at[len + 1] != ';')
		return 0;
	const struct entity *found = bsearch(name, entities, sizeof entities / sizeof *entities, sizeof *entities, by_name);
	if (!found)
		return 0;
	put(found->code, out, out_len);
	return len + 2;
}

struct ml_span ml_entity_resolve(struct ml_arena *arena, struct ml_span text)
{
	const char *amp = text.len ? memchr(text.at, '&', text.len) : NULL;

	if (!amp)
		return text;
	/* A reference is never shorter than what it stands for. */
	char *out = ml_arena_alloc(arena, text.len + 1), *to = out;
	for (size_t i = 0; i < text.len;) {
		size_t bytes = 0, taken = 0;
		if (text.at[i] == '&')
			taken = ml_entity_get(ml_span_sub(text, i, text.len), to, &bytes);
		if (!taken)
			*to = text.at[i];
		to += taken ? bytes : 1;
		i += taken ? taken : 1;
	}
	*to = '\0';
	return (struct ml_span){ out, (size_t)(to - out) };
}
