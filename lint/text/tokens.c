#include "lint/text/tokens.h"

#include <string.h>

#include "lint/base/codepoint.h"
#include "lint/text/utf8.h"

#define TOKEN_BYTES 4u /* of most texts, or more, for each of its tokens */

enum sort { SPACE, LETTER, DIGIT, HAN, SIGN, HYPHEN, APOSTROPHE, DROPPED };

struct range {
	uint32_t from, to;
	enum sort sort;
};

/* Blocks of Unicode that are no letters, in order; what lies between them is a letter. */
static const struct range ranges[] = {
	{ 0x80, 0x9f, SPACE },	      { 0xa0, 0xa0, SPACE },	    { 0xa1, 0xa9, SIGN },
	{ 0xab, 0xac, SIGN },	      { 0xad, 0xad, DROPPED },	    { 0xae, 0xb4, DROPPED },
	{ 0xb6, 0xb9, DROPPED },      { 0xbb, 0xbb, SIGN },	    { 0xbc, 0xbf, SIGN },
	{ 0xd7, 0xd7, SIGN },	      { 0xf7, 0xf7, SIGN },	    { 0x60c, 0x60c, SIGN },
	{ 0x61b, 0x61b, SIGN },	      { 0x61f, 0x61f, SIGN },	    { 0x2000, 0x200a, SPACE },
	{ 0x200b, 0x200f, DROPPED },  { 0x2010, 0x2012, HYPHEN },   { 0x2013, 0x2018, SIGN },
	{ 0x2019, 0x2019, APOSTROPHE }, { 0x201a, 0x2027, SIGN },   { 0x2028, 0x202f, SPACE },
	{ 0x2030, 0x206f, SIGN },     { 0x2070, 0x209f, DROPPED },  { 0x20a0, 0x20cf, SIGN },
	{ 0x20d0, 0x20ff, DROPPED },  { 0x2120, 0x2122, DROPPED },  { 0x2190, 0x245f, DROPPED },  { 0x2500, 0x2501, SIGN },
	{ 0x2502, 0x2bff, DROPPED },  { 0x3000, 0x3000, SPACE },    { 0x3001, 0x3004, SIGN },
	{ 0x3008, 0x3020, SIGN },     { 0x3030, 0x3030, SIGN },	    { 0x30fb, 0x30fb, SIGN },
	{ 0xe000, 0xf8ff, DROPPED },  { 0xfe00, 0xfe0f, DROPPED },  { 0xfe30, 0xfe4f, SIGN },
	{ 0xfeff, 0xfeff, DROPPED },  { 0xff01, 0xff0f, SIGN },	    { 0xff10, 0xff19, DIGIT },
	{ 0xff1a, 0xff20, SIGN },     { 0xff3b, 0xff40, SIGN },	    { 0xff5b, 0xff65, SIGN },
	{ 0xfff0, 0xffff, DROPPED },  { 0x1f000, 0x1fbff, DROPPED },
};

/* Signs of other scripts as their ASCII like. Those that are not named fold to "*". */
static const struct {
	uint32_t c;
	char as;
} signs[] = {
	{ 0xab, '"' },	 { 0xbb, '"' },	  { 0x60c, ',' },  { 0x61b, ';' },  { 0x61f, '?' },  { 0x2013, '-' },
	{ 0x2014, '-' }, { 0x2015, '-' }, { 0x2018, '"' }, { 0x201a, '"' }, { 0x201c, '"' }, { 0x201d, '"' },
	{ 0x201e, '"' }, { 0x2500, '-' }, { 0x2501, '-' }, { 0x3001, '&' }, { 0x3002, '.' }, { 0x3008, '<' },
	{ 0x3009, '>' }, { 0x300a, '<' }, { 0x300b, '>' }, { 0x300c, '"' }, { 0x300d, '"' }, { 0x300e, '"' },
	{ 0x300f, '"' }, { 0x3010, '[' }, { 0x3011, ']' }, { 0x301c, '-' }, { 0xff1a, ':' }, { 0xff1b, ';' },
	{ 0xff1f, '?' }, { 0xff01, '!' }, { 0xff08, '(' }, { 0xff09, ')' }, { 0xff0c, ',' }, { 0xff0e, '.' },
	{ 0xff0f, '/' }, { 0xff0d, '-' }, { 0xff5c, '|' }, { 0xff5e, '-' }, { 0xff06, '&' }, { 0xff05, '%' },
	{ 0xff02, '"' }, { 0xff3b, '[' }, { 0xff3d, ']' }, { 0x2026, '.' }, { 0xff61, '.' }, { 0xff64, ',' },
};

/* Ticks and crosses answer "Open source | ..." and stay as they are. In order. */
static const uint32_t marks[] = { 0x2610, 0x2611, 0x2612, 0x2705, 0x2713, 0x2714, 0x2717, 0x2718, 0x274c, 0x274e };

bool ml_is_han(uint32_t c)
{
	return (c >= 0x3040 && c <= 0x30ff && c != 0x30fb) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) ||
	       (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff66 && c <= 0xff9d) || (c >= 0x20000 && c <= 0x3134f) ||
	       (c >= 0x3005 && c <= 0x3007);
}

static bool is_mark(uint32_t c)
{
	for (size_t i = 0; i < sizeof marks / sizeof *marks && marks[i] <= c; i++)
		if (marks[i] == c)
			return true;
	return false;
}

/* Control characters are as spaces. */
static const uint8_t ascii[128] = {
	['!' ... '&'] = SIGN, ['\''] = APOSTROPHE, ['(' ... ','] = SIGN, ['-'] = HYPHEN, ['.' ... '/'] = SIGN,
	['0' ... '9'] = DIGIT, [':' ... '@'] = SIGN, ['A' ... 'Z'] = LETTER, ['[' ... '^'] = SIGN, ['_'] = LETTER,
	['`'] = SIGN, ['a' ... 'z'] = LETTER, ['{' ... '~'] = SIGN,
};

static enum sort sort_of(uint32_t c)
{
	if (c < 0x80)
		return ascii[c];
	if (ml_is_han(c))
		return HAN;
	if (is_mark(c))
		return SIGN;
	size_t low = 0, high = sizeof ranges / sizeof *ranges;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (c > ranges[middle].to)
			low = middle + 1;
		else
			high = middle;
	}
	return low < sizeof ranges / sizeof *ranges && c >= ranges[low].from ? ranges[low].sort : LETTER;
}

/* Simple case pairs of the scripts that cards are written in; 0 where c is no upper-case letter. */
static uint32_t lower_of(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : 0;
	if ((c >= 0xc0 && c <= 0xde) || (c >= 0x391 && c <= 0x3a9) || (c >= 0x410 && c <= 0x42f) || (c >= 0xff21 && c <= 0xff3a))
		return c + 32;
	if (c >= 0x400 && c <= 0x40f)
		return c + 80;
	if (c == 0x130)
		return 'i';
	if (((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e)) && (c & 1))
		return c + 1;
	if (((c >= 0x100 && c <= 0x137) || (c >= 0x14a && c <= 0x177) || (c >= 0x1e00 && c <= 0x1eff) || c == 0x1a0 || c == 0x1af) &&
	    ((c & 1) == 0 || c == 0x1af))
		return c + 1;
	return 0;
}

static uint32_t full_width(uint32_t c)
{
	return (c >= 0xff10 && c <= 0xff19) || (c >= 0xff21 && c <= 0xff3a) || (c >= 0xff41 && c <= 0xff5a) ? c - 0xfee0 : c;
}

struct splitter {
	struct ml_arena *arena;
	struct ml_span text;
	size_t at;
	char *folded;
	size_t folded_nr;
	struct ml_token *tokens;
	size_t nr, cap;
	bool hyphen, space; /* what stood before the next token */
};

static uint32_t peek(const struct splitter *s, size_t *next)
{
	if (*next < s->text.len && (unsigned char)s->text.at[*next] < 0x80)
		return (unsigned char)s->text.at[(*next)++];
	struct ml_span rest = ml_span_sub(s->text, *next, s->text.len);

	if (rest.len == 0)
		return 0;
	uint32_t c = ml_utf8_next(&rest);
	*next = s->text.len - rest.len;
	return c;
}

static struct ml_token *token_begin(struct splitter *s, enum ml_token_kind kind)
{
	if (s->nr)
		s->folded[s->folded_nr++] = ' ';
	struct ml_token token = { .at = (uint32_t)s->at, .fold = (uint32_t)s->folded_nr, .kind = kind,
				  .joined = s->hyphen && s->nr, .spaced = s->space };
	ML_PUSH(s->arena, s->tokens, s->nr, s->cap, token);
	s->hyphen = s->space = false;
	return &s->tokens[s->nr - 1];
}

static void token_end(struct splitter *s, struct ml_token *token)
{
	token->end = (uint32_t)s->at;
	token->fold_end = (uint32_t)s->folded_nr;
}

/* A dot, apostrophe or the like stays inside a word where letters or digits stand on both sides. */
static bool goes_on(const struct splitter *s, uint32_t c, size_t next)
{
	if (c != '.' && c != '\'' && c != 0x2019)
		return false;
	size_t after = next;
	enum sort sort = sort_of(peek(s, &after));
	return after > next && (sort == LETTER || sort == DIGIT);
}

/* The letters and digits of ASCII that stand here. */
static void read_ascii(struct splitter *s, struct ml_token *token)
{
	for (; s->at < s->text.len; s->at++) {
		unsigned char c = (unsigned char)s->text.at[s->at];
		if (c >= 0x80 || (ascii[c] != LETTER && ascii[c] != DIGIT))
			return;
		bool upper = c >= 'A' && c <= 'Z';
		if (upper && s->folded_nr == token->fold)
			token->capital = true;
		else if (upper)
			token->mixed = true;
		token->digits |= ascii[c] == DIGIT;
		token->letters |= ascii[c] == LETTER;
		s->folded[s->folded_nr++] = (char)(upper ? c + 32 : c);
	}
}

static void word(struct splitter *s)
{
	struct ml_token *token = token_begin(s, ML_TOKEN_WORD);

	for (read_ascii(s, token); s->at < s->text.len; read_ascii(s, token)) {
		size_t next = s->at;
		uint32_t c = peek(s, &next);
		enum sort sort = sort_of(c);
		if (sort == DROPPED) {
			s->at = next;
			continue;
		}
		if (sort != LETTER && sort != DIGIT && !goes_on(s, c, next))
			break;
		uint32_t lower = lower_of(c);
		if (lower && s->folded_nr == token->fold)
			token->capital = true;
		else if (lower)
			token->mixed = true;
		token->digits |= sort == DIGIT;
		token->letters |= sort == LETTER;
		s->folded_nr += ml_codepoint_put(s->folded + s->folded_nr, c == 0x2019 ? '\'' : full_width(lower ? lower : c));
		s->at = next;
	}
	token_end(s, token);
}

static void han(struct splitter *s)
{
	struct ml_token *token = token_begin(s, ML_TOKEN_HAN);

	while (s->at < s->text.len) {
		size_t next = s->at;
		uint32_t c = peek(s, &next);
		if (sort_of(c) != HAN)
			break;
		memcpy(s->folded + s->folded_nr, s->text.at + s->at, next - s->at);
		s->folded_nr += next - s->at;
		s->at = next;
	}
	token_end(s, token);
}

static void sign(struct splitter *s, uint32_t c, size_t next)
{
	struct ml_token *token = token_begin(s, ML_TOKEN_SIGN);
	uint32_t as = c < 0x80 || is_mark(c) ? c : '*';

	for (size_t i = 0; c >= 0x80 && i < sizeof signs / sizeof *signs; i++)
		if (signs[i].c == c)
			as = (unsigned char)signs[i].as;
	s->folded_nr += ml_codepoint_put(s->folded + s->folded_nr, as);
	s->at = next;
	token_end(s, token);
}

/* What in an address tells of it, or ends it. */
enum address_sign { ADDRESS_GOES_ON, ADDRESS_ENDS, ADDRESS_COLON, ADDRESS_AT, ADDRESS_DOT };
static const uint8_t address_signs[256] = {
	[0 ... ' '] = ADDRESS_ENDS, [0x7f ... 0xff] = ADDRESS_ENDS, ['<'] = ADDRESS_ENDS, ['>'] = ADDRESS_ENDS, ['('] = ADDRESS_ENDS,
	[')'] = ADDRESS_ENDS, ['['] = ADDRESS_ENDS, [']'] = ADDRESS_ENDS, ['"'] = ADDRESS_ENDS, ['`'] = ADDRESS_ENDS, [','] = ADDRESS_ENDS,
	[':'] = ADDRESS_COLON, ['@'] = ADDRESS_AT, ['.'] = ADDRESS_DOT,
};

/* The end of a URL or e-mail address that begins here, or the place itself. */
static size_t address(const struct splitter *s)
{
	size_t end = s->at;
	bool scheme = false, at_sign = false, dot_after = false;

	for (; end < s->text.len; end++) {
		enum address_sign sign = address_signs[(unsigned char)s->text.at[end]];
		if (sign == ADDRESS_ENDS)
			break;
		if (sign == ADDRESS_GOES_ON)
			continue;
		scheme |= sign == ADDRESS_COLON && ml_span_starts(ml_span_sub(s->text, end, s->text.len), "://");
		dot_after |= at_sign && sign == ADDRESS_DOT;
		at_sign |= sign == ADDRESS_AT && end > s->at;
	}
	if (!scheme && !(at_sign && dot_after) && !ml_span_starts_nocase(ml_span_sub(s->text, s->at, end), "www."))
		return s->at;
	while (end > s->at && strchr(".:;?!", s->text.at[end - 1]))
		end--;
	return end;
}

static bool address_taken(struct splitter *s)
{
	size_t end = address(s);

	if (end == s->at)
		return false;
	struct ml_token *token = token_begin(s, ML_TOKEN_ADDRESS);
	memcpy(s->folded + s->folded_nr, "url", 3);
	s->folded_nr += 3;
	s->at = end;
	token_end(s, token);
	return true;
}

/* A hyphen with words on both sides joins them; any other is a dash. */
static void hyphen(struct splitter *s, size_t next)
{
	size_t after = next;
	enum sort sort = sort_of(peek(s, &after));
	bool word_behind = after > next && (sort == LETTER || sort == DIGIT || sort == HAN);
	bool word_before = s->nr && s->tokens[s->nr - 1].end == s->at && s->tokens[s->nr - 1].kind != ML_TOKEN_SIGN;

	if (word_behind && word_before) {
		s->hyphen = true;
		s->at = next;
	} else {
		sign(s, '-', next);
	}
}

static void step(struct splitter *s)
{
	size_t next = s->at;
	uint32_t c = peek(s, &next);

	switch (sort_of(c)) {
	case SPACE:
		s->space = true;
		s->at = next;
		break;
	case DROPPED:
		s->at = next;
		break;
	case LETTER:
	case DIGIT:
		if (c >= 0x80 || !address_taken(s))
			word(s);
		break;
	case HAN:
		han(s);
		break;
	case HYPHEN:
		hyphen(s, next);
		break;
	case APOSTROPHE:
		sign(s, 0x2018, next);
		break;
	case SIGN:
		sign(s, c, next);
		break;
	}
}

void ml_tokens_split(struct ml_tokens *out, struct ml_arena *arena, struct ml_span text)
{
	struct splitter s = { .arena = arena, .text = text, .cap = text.len / TOKEN_BYTES + 2 };

	s.tokens = ml_arena_raw_array(arena, struct ml_token, s.cap);
	/* A one-byte sign takes itself and a space; case folding and "url" never lengthen. */
	s.folded = ml_arena_raw(arena, text.len * 2 + 4);
	while (s.at < text.len)
		step(&s);
	*out = (struct ml_tokens){ { s.folded, s.folded_nr }, s.tokens, s.nr };
}

struct ml_span ml_tokens_fold(struct ml_arena *arena, struct ml_span text)
{
	struct ml_tokens tokens;

	ml_tokens_split(&tokens, arena, text);
	return tokens.folded;
}
