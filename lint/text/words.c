#include "lint/text/words_p.h"

#include <string.h>

#include "lint/text/utf8.h"

#define MULTIPLIER UINT64_C(0x9e3779b97f4a7c15)
#define RUN_MULTIPLIER UINT64_C(0xd6e8feb86659fd93)

#define TAG_MAX 300      /* bytes between < and > */
#define COMMENT_MAX 8192 /* bytes of <!-- ... --> */
#define NOTICE_MAX 200   /* bytes of a line that is dropped whole as a copyright notice */
#define TITLE_MAX 60     /* bytes of a line above a notice that may be a title */
#define FIRST_BYTES (512u << 10) /* for which room is made at first */

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
	char letters[WORD_LETTERS_MAX]; /* of the word being read, as far as they are ASCII */
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
	return word_starts((struct ml_span){ s->text, s->len }, at, lower);
}

/* The end of the line that holds at. */
static size_t line_end(const struct splitter *s, size_t at)
{
	while (at < s->len && s->text[at] != '\n' && s->text[at] != '\r')
		at++;
	return at;
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
	while (at < s->len && at - s->line < WORD_MARKS_MAX && !ml_is_alnum(s->text[at]) && s->text[at] != '\n' && s->text[at] != '(' &&
	       s->text[at] != '&' && s->text[at] != '\xc2')
		at++;
	if (at >= s->len || !strchr("cC(&pP\xc2", s->text[at]) || !word_notice((struct ml_span){ s->text, s->len }, s->line, &from) ||
	    !starts_paragraph(s, before)) {
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

/* A text that is one comment from end to end, as sources carry it, is the text. */
static bool is_all_comment(const struct splitter *s, const char *end)
{
	return s->nr == 0 && ml_span_trim((struct ml_span){ end, (size_t)(s->text + s->len - end) }).len == 0;
}

/* An HTML tag or comment, <name of author> and <http://...> alike; else the sign alone. */
static void skip_tag(struct splitter *s)
{
	size_t at = s->at + 1, max;
	const char *end;

	if (starts(s, s->at, "<!--")) {
		max = s->len - s->at < COMMENT_MAX ? s->len - s->at : COMMENT_MAX;
		end = memmem(s->text + s->at, max, "-->", 3);
		s->at = end && !is_all_comment(s, end + 3) ? (size_t)(end - s->text) + 3 : at;
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

/* The hash of a word in the spelling that counts. */
static inline uint64_t spell(const char *letters, size_t len, uint64_t hash)
{
	const char *canonical = word_spelling(letters, len);

	return canonical ? hash_ascii(canonical) : hash;
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
		if (s->letters_nr < WORD_LETTERS_MAX)
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
			if (nr < WORD_LETTERS_MAX)
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
	if (is_dropped(s, from))
		return;
	if (s->letters_nr <= WORD_LETTERS_MAX && ml_is_alpha(s->letters[0]))
		hash = spell(s->letters, s->letters_nr, hash);
	push(s, hash, from, s->at);
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
			hash = spell((const char *)start, len, hash);
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
	word_spelling_lengths(s->spelled);
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

/* Each from the one before it: the first word leaves the sum, the next one comes in. */
void ml_words_runs(const struct ml_words *words, uint32_t *low, uint64_t *whole)
{
	const struct ml_word *w = words->at;
	uint64_t sum = 0, leaves = 1;

	for (size_t k = 0; k + 1 < ML_RUN_WORDS && k < words->nr; k++) {
		sum = sum * RUN_MULTIPLIER + w[k].hash;
		leaves *= RUN_MULTIPLIER;
	}
	for (size_t i = 0; i + ML_RUN_WORDS <= words->nr; i++) {
		sum = sum * RUN_MULTIPLIER + w[i + ML_RUN_WORDS - 1].hash;
		uint64_t hash = mix(sum);
		low[i] = (uint32_t)hash;
		if (whole)
			whole[i] = hash;
		sum -= w[i].hash * leaves;
	}
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
