#include "lint/text/words.h"

#include <string.h>

#include "lint/text/utf8.h"

#define MULTIPLIER UINT64_C(0x9e3779b97f4a7c15)
#define RUN_MULTIPLIER UINT64_C(0xd6e8feb86659fd93)
#define LETTERS_MAX 20 /* of a word that are compared with the table of spellings */

#define TAG_MAX 300      /* bytes between < and > */
#define COMMENT_MAX 8192 /* bytes of <!-- ... --> */
#define NOTICE_MAX 200   /* bytes of a line that is dropped whole as a copyright notice */
#define TITLE_MAX 60     /* bytes of a line above a notice that may be a title */
#define FIRST_BYTES (512u << 10) /* for which room is made at first */

/* Spellings that the SPDX matching guidelines hold to be one, and the commonest others; in order of the first letter. */
#define ROW(variant, canonical) { variant, sizeof(variant) - 1, canonical }
static const struct {
	const char *variant;
	size_t len;
	const char *canonical;
} spellings[] = {
	ROW("acknowledgement", "acknowledgment"), ROW("acknowledgements", "acknowledgments"),
	ROW("analogue", "analog"), ROW("analyse", "analyze"),
	ROW("artefact", "artifact"), ROW("artefacts", "artifacts"),
	ROW("authorisation", "authorization"), ROW("authorise", "authorize"),
	ROW("authorised", "authorized"), ROW("catalogue", "catalog"),
	ROW("centre", "center"), ROW("colour", "color"),
	ROW("customise", "customize"), ROW("customised", "customized"),
	ROW("endeavour", "endeavor"), ROW("favour", "favor"),
	ROW("favourite", "favorite"), ROW("fulfil", "fulfill"),
	ROW("fulfilment", "fulfillment"), ROW("holders", "holder"),
	ROW("honour", "honor"), ROW("initialise", "initialize"),
	ROW("judgement", "judgment"), ROW("labour", "labor"),
	ROW("licence", "license"), ROW("licenced", "licensed"),
	ROW("licences", "licenses"), ROW("maximise", "maximize"),
	ROW("merchantibility", "merchantability"), ROW("minimise", "minimize"),
	ROW("modelled", "modeled"), ROW("modelling", "modeling"),
	ROW("offence", "offense"), ROW("optimise", "optimize"),
	ROW("organisation", "organization"), ROW("organisations", "organizations"),
	ROW("organise", "organize"), ROW("owner", "holder"),
	ROW("owners", "holder"), ROW("practise", "practice"),
	ROW("programme", "program"), ROW("realise", "realize"),
	ROW("recognise", "recognize"), ROW("recognised", "recognized"),
	ROW("signalling", "signaling"), ROW("unauthorised", "unauthorized"),
	ROW("utilisation", "utilization"), ROW("utilise", "utilize"),
	ROW("whilst", "while"), ROW("wilful", "willful"),
};
/* First row of each letter a..z in spellings, and the end. */
static const uint8_t spelling_of[27] = { 0, 9, 9, 14, 14, 15, 19, 19, 21, 22, 23, 23, 27, 32, 32, 39, 41, 41, 44, 45, 45, 48, 48, 50, 50, 50, 50 };

/* What a byte that is no letter is to the splitter. */
enum kind {
	GAP,    /* parts words, no more */
	COLON,  /* may follow "https" */
	BULLET, /* may follow the number of a list item */
	LINE,   /* from here on: must be looked at */
	TAG,
	ENTITY,
	WIDE,
};

/* Each ASCII letter in lower case, each digit as itself; the kind of all else, which is less than any of these. */
#define SAME(from) from, from + 1, from + 2, from + 3, from + 4, from + 5, from + 6, from + 7, from + 8, from + 9
#define LETTERS SAME('a'), SAME('k'), 'u', 'v', 'w', 'x', 'y', 'z'
#define FOUR(kind) kind, kind, kind, kind
#define SIXTEEN(kind) FOUR(kind), FOUR(kind), FOUR(kind), FOUR(kind)
static const unsigned char folded[256] = {
	['0'] = SAME('0'), ['A'] = LETTERS, ['a'] = LETTERS, [':'] = COLON,
	['.'] = BULLET, [')'] = BULLET, ['\\'] = BULLET, ['\n'] = LINE, ['\r'] = LINE, ['<'] = TAG, ['&'] = ENTITY,
	[0x80] = SIXTEEN(WIDE), SIXTEEN(WIDE), SIXTEEN(WIDE), SIXTEEN(WIDE), SIXTEEN(WIDE), SIXTEEN(WIDE), SIXTEEN(WIDE), SIXTEEN(WIDE),
};

static inline bool is_letter(unsigned char fold)
{
	return fold >= '0';
}

struct splitter {
	const char *text;
	size_t len, at;
	size_t line;     /* offset of the current line's first byte */
	bool line_gone;  /* the line before was a copyright notice */
	struct ml_arena *arena;
	struct ml_word *words;
	size_t nr, cap;
	size_t plain;              /* offset of the last byte that is no letter: a word that starts before it ends before the text does */
	uint32_t spelled[26];      /* of each first letter: a bit for each length of a spelling */
	uint64_t non, sub, reserved; /* hashes of words that may be more than a word */
	char letters[LETTERS_MAX]; /* of the word being read, as far as they are ASCII */
	size_t letters_nr;         /* code points of it */
};

static uint64_t mix(uint64_t hash)
{
	hash ^= hash >> 32;
	hash *= RUN_MULTIPLIER;
	return hash ^ hash >> 29;
}

static bool starts(const struct splitter *s, size_t at, const char *lower)
{
	for (; *lower; at++, lower++)
		if (at >= s->len || ml_lower(s->text[at]) != *lower)
			return false;
	return true;
}

/* The end of the line that holds at. */
static size_t line_end(const struct splitter *s, size_t at)
{
	while (at < s->len && s->text[at] != '\n' && s->text[at] != '\r')
		at++;
	return at;
}

/* Offset behind a copyright sign in any writing at that offset, or 0. */
static size_t skip_sign(const struct splitter *s, size_t at)
{
	static const char *const signs[] = { "(c)", "\xc2\xa9", "&copy;", "&#169;", "copyright", "copr." };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (starts(s, at, signs[i]))
			return at + strlen(signs[i]);
	return 0;
}

/* Whether what follows a sign is a year or a blank for one: 1998, [yyyy], <year>, {year}, YYYY. */
static bool is_year(const struct splitter *s, size_t at)
{
	if (at + 3 >= s->len)
		return false;
	if (s->text[at] == '[' || s->text[at] == '<' || s->text[at] == '{' || starts(s, at, "&lt;") || starts(s, at, "yyyy"))
		return true;
	return (starts(s, at, "19") || starts(s, at, "20")) && ml_is_digit(s->text[at + 2]) && ml_is_digit(s->text[at + 3]);
}

/* Whether a line starts, behind the marks of comments, quotes and lists, with a copyright notice: *from gets the offset behind signs and years. */
static bool is_notice(const struct splitter *s, size_t at, size_t *from)
{
	size_t signs = 0, start = at, next;
	bool year = false;

	while (at < s->len && at - start < 24 && strchr(" \t*#>/;-%|\"'`_.+", s->text[at]))
		at++;
	if (starts(s, at, "portions "))
		at += 9;
	for (;; at++) {
		while (at < s->len && (s->text[at] == ' ' || s->text[at] == '\t' || s->text[at] == ':' || s->text[at] == '*'))
			at++;
		if ((next = skip_sign(s, at))) {
			signs++;
			at = next - 1;
		} else if (signs && is_year(s, at)) {
			year = true;
			at += 3;
		} else {
			break;
		}
	}
	*from = at;
	return signs > 1 || (signs == 1 && year);
}

/* A notice counts only where a paragraph may start, so that words wrapped to "copyright 1998" stay words. */
static bool starts_paragraph(const struct splitter *s, size_t before)
{
	size_t end = s->line, start;

	if (before == end || s->line_gone)
		return true;
	while (end > before && ml_is_space(s->text[end - 1]))
		end--;
	for (start = before; start < end && !ml_is_alnum(s->text[start]) && (unsigned char)s->text[start] < 0x80; start++)
		;
	return end - start < TITLE_MAX;
}

static void line_start(struct splitter *s, size_t before)
{
	size_t at = s->at, from, end;

	s->line = at;
	while (at < s->len && at - s->line < 24 && !ml_is_alnum(s->text[at]) && s->text[at] != '\n' && s->text[at] != '(' &&
	       s->text[at] != '&' && s->text[at] != '\xc2')
		at++;
	if (at >= s->len || !strchr("cC(&pP\xc2", s->text[at]) || !is_notice(s, s->line, &from) || !starts_paragraph(s, before)) {
		s->line_gone = false;
		return;
	}
	end = line_end(s, s->at);
	s->at = end - s->line <= NOTICE_MAX ? end : from < end ? from : end;
	s->line_gone = true;
}

static void newline(struct splitter *s)
{
	size_t before = s->line;

	if (s->text[s->at] == '\r' && s->at + 1 < s->len && s->text[s->at + 1] == '\n')
		s->at++;
	s->at++;
	s->line = s->at;
	line_start(s, before);
}

/* An HTML tag or comment, <name of author> and <http://...> alike; else the sign alone. */
static void skip_tag(struct splitter *s)
{
	size_t at = s->at + 1, max;
	const char *end;

	if (starts(s, s->at, "<!--")) {
		max = s->len - s->at < COMMENT_MAX ? s->len - s->at : COMMENT_MAX;
		end = memmem(s->text + s->at, max, "-->", 3);
		s->at = end ? (size_t)(end - s->text) + 3 : at;
		return;
	}
	if (at < s->len && (ml_is_alpha(s->text[at]) || strchr("/!?", s->text[at])))
		for (max = at + TAG_MAX; at < s->len && at < max && s->text[at] != '<'; at++)
			if (s->text[at] == '>') {
				s->at = at + 1;
				return;
			}
	s->at++;
}

/* &amp; &#8220; and the like. */
static void skip_entity(struct splitter *s)
{
	size_t at = s->at + 1;

	while (at < s->len && at - s->at < 12 && (ml_is_alnum(s->text[at]) || s->text[at] == '#'))
		at++;
	s->at = at > s->at + 1 && at < s->len && s->text[at] == ';' ? at + 1 : s->at + 1;
}

static bool is_spelled(const struct splitter *s, const char *word)
{
	size_t len = strlen(word);

	return s->letters_nr == len && memcmp(s->letters, word, len) == 0;
}

static uint64_t hash_ascii(const char *word)
{
	uint64_t hash = 0;

	for (; *word; word++)
		hash = (hash ^ (unsigned char)*word) * MULTIPLIER;
	return hash;
}

static uint64_t spell(const struct splitter *s, uint64_t hash)
{
	if (s->letters_nr < 5 || s->letters_nr > LETTERS_MAX || s->letters[0] < 'a')
		return hash;
	unsigned letter = (unsigned)(s->letters[0] - 'a');
	for (size_t i = spelling_of[letter]; i < spelling_of[letter + 1]; i++)
		if (s->letters_nr == spellings[i].len && memcmp(s->letters, spellings[i].variant, spellings[i].len) == 0)
			return hash_ascii(spellings[i].canonical);
	return hash;
}

/* Whether the letters are a list mark's: up to two digits, one letter, a small roman number. */
static bool is_mark(const struct splitter *s)
{
	size_t digits = 0, roman = 0;

	if (s->letters_nr == 1)
		return true;
	if (s->letters_nr > 4)
		return false;
	for (size_t i = 0; i < s->letters_nr; i++) {
		digits += ml_is_digit(s->letters[i]);
		roman += s->letters[i] == 'i' || s->letters[i] == 'v' || s->letters[i] == 'x';
	}
	return roman == s->letters_nr || (digits == s->letters_nr && digits <= 2);
}

/* "1." "(a)" "iv)" "**2.**": a mark with its sign behind it and no word before it. The sign is asked for first: few words have one. */
static bool is_bullet(const struct splitter *s, size_t from, size_t to)
{
	if (to < s->len && s->text[to] == '\\')
		to++;
	if (to >= s->len || (s->text[to] != ')' && s->text[to] != '.'))
		return false;
	if (!is_mark(s) || (from > 0 && !strchr(" \t\r\n(*_>[|\"#;", s->text[from - 1])))
		return false;
	return s->text[to] == ')' || to + 1 >= s->len || !ml_is_alnum(s->text[to + 1]);
}

static bool word_is(const struct splitter *s, size_t back, const char *word)
{
	if (s->nr < back)
		return false;
	const struct ml_word *w = &s->words[s->nr - back];
	return w->end - w->at == strlen(word) && starts(s, w->at, word);
}

static inline void push(struct splitter *s, uint64_t hash, size_t from, size_t to)
{
	if (s->nr == s->cap)
		s->words = ml_arena_grow_by(s->arena, s->words, s->nr, &s->cap, sizeof *s->words, from, s->len);
	s->words[s->nr++] = (struct ml_word){ mix(hash), (uint32_t)from, (uint32_t)to };
}

/* Folds and takes in a character of more than a byte; false where it is no letter. */
static bool read_wide_letter(struct splitter *s, uint64_t *hash)
{
	struct ml_span rest = { s->text + s->at, s->len - s->at };
	struct ml_fold fold = ml_fold(ml_utf8_next(&rest));

	if (fold.kind == ML_FOLD_SEPARATOR || fold.kind == ML_FOLD_IDEOGRAPH)
		return false;
	s->at = (size_t)(rest.at - s->text);
	for (unsigned i = 0; i < fold.n; i++) {
		*hash = (*hash ^ fold.letters[i]) * MULTIPLIER;
		if (s->letters_nr < LETTERS_MAX)
			s->letters[s->letters_nr] = fold.letters[i] < 0x80 ? (char)fold.letters[i] : ' ';
		s->letters_nr++;
	}
	return true;
}

/* Reads letters into hash from s->at on; stops at what is none. */
static uint64_t read_letters(struct splitter *s, uint64_t hash)
{
	do {
		const unsigned char *at = (const unsigned char *)s->text + s->at, *start = at, *end = (const unsigned char *)s->text + s->len;
		size_t nr = s->letters_nr;
		unsigned char c;
		for (; at < end && is_letter(c = folded[*at]); at++, nr++) {
			hash = (hash ^ c) * MULTIPLIER;
			if (nr < LETTERS_MAX)
				s->letters[nr] = (char)c;
		}
		s->letters_nr = nr;
		s->at += (size_t)(at - start);
	} while (s->at < s->len && (unsigned char)s->text[s->at] >= 0x80 && read_wide_letter(s, &hash));
	return hash;
}

/* Offset of the letter behind "non-", "non " or "sub-\n", or 0. */
static size_t prefix_goes_on(const struct splitter *s)
{
	size_t at = s->at;

	while (at < s->len && at - s->at < 6 && (s->text[at] == '-' || ml_is_space(s->text[at])))
		at++;
	if (at == s->at && s->len - at > 3 && memcmp(s->text + at, "\xe2\x80", 2) == 0 && (unsigned char)s->text[at + 2] >= 0x90 &&
	    (unsigned char)s->text[at + 2] <= 0x93)
		at += 3;
	return at > s->at && at < s->len && ml_is_alpha(s->text[at]) ? at : 0;
}

static void skip_address(struct splitter *s)
{
	while (s->at < s->len && (unsigned char)s->text[s->at] < 0x80 && !ml_is_space(s->text[s->at]) &&
	       !strchr("<>\"')]}|`", s->text[s->at]))
		s->at++;
}

/* "https://...", the last word of "all rights reserved", "(a)": taken as if they were not there. */
static bool is_dropped(struct splitter *s, size_t from)
{
	char next = s->at < s->len ? s->text[s->at] : ' ';

	if (next == ':' && (is_spelled(s, "http") || is_spelled(s, "https")) && starts(s, s->at, "://"))
		skip_address(s);
	else if (s->letters_nr == 8 && is_spelled(s, "reserved") && word_is(s, 1, "rights") && word_is(s, 2, "all"))
		s->nr -= 2;
	else
		return s->letters_nr <= 4 && is_bullet(s, from, s->at);
	return true;
}

static void read_word(struct splitter *s)
{
	size_t from = s->at, next;
	uint64_t hash;

	s->letters_nr = 0;
	hash = read_letters(s, 0);
	if (s->letters_nr == 0)
		return;
	if (s->letters_nr == 3 && (is_spelled(s, "non") || is_spelled(s, "sub")) && (next = prefix_goes_on(s))) {
		s->at = next;
		hash = read_letters(s, hash);
	}
	if (!is_dropped(s, from))
		push(s, spell(s, hash), from, s->at);
}

static void read_wide(struct splitter *s)
{
	struct ml_span rest = { s->text + s->at, s->len - s->at };
	struct ml_fold fold = ml_fold(ml_utf8_next(&rest));
	size_t next = (size_t)(rest.at - s->text);

	if (fold.kind == ML_FOLD_LETTER) {
		read_word(s);
		return;
	}
	if (fold.kind == ML_FOLD_IDEOGRAPH)
		push(s, fold.letters[0] * MULTIPLIER, s->at, next);
	s->at = next;
}

/* The hash of a word of ASCII letters in the spelling that counts. */
static uint64_t spell_plain(const unsigned char *word, size_t len, uint64_t hash)
{
	unsigned letter = folded[*word] - 'a';

	for (size_t i = spelling_of[letter]; i < spelling_of[letter + 1]; i++) {
		size_t k = 1;
		while (k < len && spellings[i].len == len && folded[word[k]] == (unsigned char)spellings[i].variant[k])
			k++;
		if (k == len)
			return hash_ascii(spellings[i].canonical);
	}
	return hash;
}

/* Whether a word of ASCII letters may be none, or not all of one; end: what the byte behind it is. */
static inline bool is_doubtful(const struct splitter *s, size_t len, uint64_t hash, unsigned end)
{
	return end == WIDE || (end == BULLET && len <= 4) || (end == COLON && len <= 5) || hash == s->non || hash == s->sub || hash == s->reserved;
}

/*
 * Words of ASCII letters and what parts them, up to what asks for a closer look, or to word number stop. The loop that all texts pass: it
 * keeps all in registers, and asks for the end of the text once a word.
 */
static void read_plain(struct splitter *s, size_t stop)
{
	const unsigned char *const text = (const unsigned char *)s->text, *const plain = text + s->plain, *at = text + s->at;
	struct ml_word *word = s->words + s->nr, *const full = s->words + stop;

	while (at < plain && word < full) {
		const unsigned char *const start = at;
		unsigned char c = folded[*at], first = c;
		uint64_t hash = 0;
		if (!is_letter(c)) {
			if (c >= LINE)
				break;
			at++;
			continue;
		}
		do {
			hash = (hash ^ c) * MULTIPLIER;
			c = folded[*++at];
		} while (is_letter(c));
		size_t len = (size_t)(at - start);
		if (is_doubtful(s, len, hash, c)) {
			at = start;
			break;
		}
		if (len < 32 && first >= 'a' && s->spelled[first - 'a'] >> len & 1)
			hash = spell_plain(start, len, hash);
		*word++ = (struct ml_word){ mix(hash), (uint32_t)(start - text), (uint32_t)(at - text) };
	}
	s->at = (size_t)(at - text);
	s->nr = (size_t)(word - s->words);
}

/* One step over what read_plain stopped at. */
static void read_other(struct splitter *s)
{
	switch (folded[(unsigned char)s->text[s->at]]) {
	case LINE:
		newline(s);
		break;
	case TAG:
		skip_tag(s);
		break;
	case ENTITY:
		skip_entity(s);
		break;
	case WIDE:
		read_wide(s);
		break;
	case GAP:
	case COLON:
	case BULLET:
		s->at++;
		break;
	default:
		read_word(s);
	}
}

static void start(struct splitter *s)
{
	s->cap = (s->len < FIRST_BYTES ? s->len : FIRST_BYTES) / 6 + 16;
	s->words = ml_arena_raw_array(s->arena, struct ml_word, s->cap);
	s->plain = s->len;
	while (s->plain > 0 && is_letter(folded[(unsigned char)s->text[s->plain - 1]]))
		s->plain--;
	s->plain -= s->plain > 0;
	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
		s->spelled[spellings[i].variant[0] - 'a'] |= UINT32_C(1) << spellings[i].len;
	s->non = hash_ascii("non");
	s->sub = hash_ascii("sub");
	s->reserved = hash_ascii("reserved");
	line_start(s, 0);
}

void ml_words_split(struct ml_words *out, struct ml_arena *arena, struct ml_span text)
{
	ml_words_split_most(out, arena, text, SIZE_MAX);
}

bool ml_words_split_most(struct ml_words *out, struct ml_arena *arena, struct ml_span text, size_t most)
{
	struct splitter s = { .text = text.at, .len = text.len < UINT32_MAX ? text.len : UINT32_MAX, .arena = arena };

	start(&s);
	while (s.at < s.len && s.nr <= most) {
		read_plain(&s, s.cap <= most ? s.cap : most + 1);
		if (s.at < s.len && s.nr <= most)
			read_other(&s);
	}
	*out = (struct ml_words){ s.words, s.nr <= most ? s.nr : most };
	return s.nr <= most;
}

uint64_t ml_words_run(const struct ml_words *words, size_t i)
{
	const struct ml_word *w = words->at + i;
	uint64_t hash = w[0].hash;

	for (size_t k = 1; k < ML_RUN_WORDS; k++)
		hash = hash * RUN_MULTIPLIER + w[k].hash;
	return mix(hash);
}

uint64_t ml_words_hash(const struct ml_words *words, size_t from, size_t to)
{
	uint64_t hash = to - from;

	for (size_t i = from; i < to; i++)
		hash = mix(hash * MULTIPLIER + words->at[i].hash);
	return hash;
}

uint64_t ml_word_hash(const char *word)
{
	return mix(hash_ascii(word));
}
