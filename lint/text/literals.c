#include "lint/text/literals.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/arena.h"
#include "lint/base/codepoint.h"

#define DEPTH_MAX 24   /* groups inside each other */
#define SHORTEST 3     /* bytes of a word that is worth looking for */
#define WORDS_MAX 48   /* of one pattern: looking for more costs as much as the pattern */
#define POOL_WORDS 128 /* met on the way */
#define POOL_BYTES 2048
#define POOL_NUMBERS 1024

/* Words one of which must occur: the numbers of words in the pool. */
struct need {
	size_t nr, shortest; /* shortest: bytes */
	uint8_t *words;
};

struct reader {
	const char *at;
	struct ml_span words[POOL_WORDS]; /* in pool */
	char pool[POOL_BYTES];
	size_t words_nr, pool_nr;
	uint8_t numbers[POOL_NUMBERS]; /* what needs are made of */
	size_t numbers_nr;
	struct need all[ML_LITERALS_SETS]; /* of the outermost sequence */
	size_t all_nr;
	int depth; /* groups inside each other */
	bool lost; /* something that is not understood, or too much of it */
};

/* A run of letters that stand for themselves. */
struct run {
	char bytes[64];
	size_t len;
};

static void need_of_alternatives(struct need *out, struct reader *r);

static uint8_t *add_numbers(struct reader *r, size_t nr)
{
	uint8_t *numbers = r->numbers + r->numbers_nr;

	if (nr > POOL_NUMBERS - r->numbers_nr) {
		r->lost = true;
		return NULL;
	}
	r->numbers_nr += nr;
	return numbers;
}

static void add_word(struct need *out, struct reader *r, const char *bytes, size_t len)
{
	uint8_t *number = add_numbers(r, 1);

	if (!number || r->words_nr == POOL_WORDS || r->pool_nr + len > POOL_BYTES) {
		r->lost = true;
		return;
	}
	memcpy(r->pool + r->pool_nr, bytes, len);
	r->words[r->words_nr] = (struct ml_span){ r->pool + r->pool_nr, len };
	r->pool_nr += len;
	*number = (uint8_t)r->words_nr++;
	*out = (struct need){ 1, len, number };
}

/* Of two needs of which both hold, the one that fewer texts meet: longer words, then fewer. Outside of groups both are kept. */
static void choose(struct reader *r, struct need *best, const struct need *other)
{
	if (!other->nr)
		return;
	if (!r->depth && r->all_nr < ML_LITERALS_SETS)
		r->all[r->all_nr++] = *other;
	if (!best->nr || other->shortest > best->shortest || (other->shortest == best->shortest && other->nr < best->nr))
		*best = *other;
}

static void end_run(struct reader *r, struct run *run, struct need *best)
{
	struct need need = { 0 };

	if (run->len >= SHORTEST)
		add_word(&need, r, run->bytes, run->len);
	choose(r, best, &need);
	run->len = 0;
}

/* What repeats the item before: *optional where it need not be there; *many where it may be there again. */
static void read_quantifier(struct reader *r, bool *optional, bool *many)
{
	const char *at = r->at;

	*optional = *at == '?' || *at == '*' || (at[0] == '{' && at[1] == '0') || (at[0] == '{' && at[1] == ',');
	*many = *optional || *at == '+' || *at == '{';
	if (!*many)
		return;
	if (*at == '{') {
		size_t len = strcspn(at, "}");
		if (!at[len] || strspn(at + 1, "0123456789,") + 1 != len) {
			r->lost = true;
			return;
		}
		r->at += len;
	}
	r->at++;
	if (*r->at == '?' || *r->at == '+')
		r->at++;
}

/* A character class; classes of POSIX ("[[:alpha:]]") are not understood. */
static void skip_class(struct reader *r)
{
	r->at++;
	if (*r->at == '^')
		r->at++;
	if (*r->at == ']')
		r->at++;
	for (; *r->at && *r->at != ']'; r->at++) {
		r->lost |= *r->at == '[' && r->at[1] == ':';
		if (*r->at == '\\' && r->at[1])
			r->at++;
	}
	if (*r->at)
		r->at++;
	else
		r->lost = true;
}

/* The bytes of one character that is the same in both cases, or has one in ASCII; 0 for any other. */
static size_t plain_character(const char *at)
{
	unsigned char c = (unsigned char)at[0], d = c ? (unsigned char)at[1] : 0;

	if (c < 0x80)
		return 1;
	/* U+3000 to U+9FFF and Hangul: nothing there has cases. */
	bool wide = (c >= 0xE3 && c <= 0xE9) || c == 0xEB || c == 0xEC || (c == 0xEA && d >= 0xB0) || (c == 0xED && d < 0x9F);
	return wide && at[1] && at[2] ? 3 : 0;
}

static size_t character_len(const char *at)
{
	size_t len = 1;

	while (ml_codepoint_goes_on(at[len]))
		len++;
	return len;
}

/* An item that is one character: it lengthens the run, unless it may be missing. */
static void read_character(struct reader *r, struct run *run, struct need *best, const char *bytes, size_t len, size_t source_len)
{
	bool optional, many;

	r->at += source_len;
	read_quantifier(r, &optional, &many);
	if (!len || run->len + len > sizeof run->bytes)
		end_run(r, run, best);
	if (len && !optional && len <= sizeof run->bytes - run->len) {
		memcpy(run->bytes + run->len, bytes, len);
		run->len += len;
	}
	if (!len || many)
		end_run(r, run, best);
}

/* The end of a group that says nothing of what must be there. */
static void skip_group(struct reader *r)
{
	int open = 1;

	for (; *r->at && open; r->at++) {
		if (*r->at == '\\' && r->at[1])
			r->at++;
		else if (*r->at == '[') {
			skip_class(r);
			r->at--;
		} else
			open += (*r->at == '(') - (*r->at == ')');
	}
	r->lost |= open > 0;
}

/* Behind "(": whether the group's content must be there; r->at moves to it. */
static bool open_group(struct reader *r)
{
	static const char *const kinds[] = { "?:", "?-i:", "?i:", "?>" };

	if (*r->at == '*')
		return false;
	if (*r->at != '?')
		return true;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strncmp(r->at, kinds[i], strlen(kinds[i])) == 0) {
			r->at += strlen(kinds[i]);
			return true;
		}
	/* Looks ahead and behind do; names, conditions and options do not come up. */
	r->lost |= strncmp(r->at, "?=", 2) != 0 && strncmp(r->at, "?!", 2) != 0 && strncmp(r->at, "?<=", 3) != 0 && strncmp(r->at, "?<!", 3) != 0;
	return false;
}

static void read_group(struct reader *r, struct need *best)
{
	struct need need = { 0 };
	bool optional, many;

	r->at++;
	if (!open_group(r)) {
		skip_group(r);
	} else {
		r->depth++;
		need_of_alternatives(&need, r);
		r->depth--;
		if (*r->at == ')')
			r->at++;
		else
			r->lost = true;
	}
	read_quantifier(r, &optional, &many);
	if (!optional)
		choose(r, best, &need);
}

static void read_escape(struct reader *r, struct run *run, struct need *best)
{
	char c = r->at[1];

	if (!c) {
		r->lost = true;
	} else if (!ml_is_alnum(c)) {
		read_character(r, run, best, r->at + 1, (unsigned char)c < 0x80 ? 1 : 0, 1 + character_len(r->at + 1));
	} else {
		/* Places and kinds of characters; what takes an argument, or refers back, does not come up. */
		r->lost |= !strchr("bBdDsSwWAzZGhHvVRnrtKX", c);
		read_character(r, run, best, NULL, 0, 2);
	}
}

static void need_of_sequence(struct need *best, struct reader *r)
{
	struct run run;

	run.len = 0;
	*best = (struct need){ 0 };
	while (*r->at && *r->at != '|' && *r->at != ')' && !r->lost) {
		if (*r->at == '(') {
			end_run(r, &run, best);
			read_group(r, best);
		} else if (*r->at == '[') {
			end_run(r, &run, best);
			skip_class(r);
			read_character(r, &run, best, NULL, 0, 0);
		} else if (*r->at == '\\') {
			read_escape(r, &run, best);
		} else if (strchr(".^$", *r->at)) {
			read_character(r, &run, best, NULL, 0, 1);
		} else {
			size_t len = plain_character(r->at);
			read_character(r, &run, best, r->at, len, len ? len : character_len(r->at));
		}
	}
	end_run(r, &run, best);
}

/* One of two needs: the words of both. */
static void join(struct need *all, struct reader *r, const struct need *one)
{
	size_t nr = all->nr && one->nr ? all->nr + one->nr : 0;
	uint8_t *numbers = nr && nr <= WORDS_MAX ? add_numbers(r, nr) : NULL;

	if (!numbers) {
		all->nr = 0;
		return;
	}
	memcpy(numbers, all->words, all->nr);
	memcpy(numbers + all->nr, one->words, one->nr);
	*all = (struct need){ nr, all->shortest < one->shortest ? all->shortest : one->shortest, numbers };
}

static void need_of_alternatives(struct need *out, struct reader *r)
{
	struct need one;

	r->lost |= r->depth > DEPTH_MAX;
	need_of_sequence(out, r);
	while (*r->at == '|' && !r->lost) {
		r->at++;
		need_of_sequence(&one, r);
		join(out, r, &one);
		if (!r->depth)
			r->all_nr = 0; /* each holds for one alternative only */
	}
	if (!r->depth && !r->all_nr && out->nr)
		r->all[r->all_nr++] = *out;
}

static size_t bytes_of(const struct reader *r, const struct need *need)
{
	size_t bytes = 0;

	for (size_t i = 0; i < need->nr; i++)
		bytes += r->words[need->words[i]].len + 1;
	return bytes;
}

static char *put_words(char *to, const struct reader *r, const struct need *need)
{
	for (size_t i = 0; i < need->nr; i++) {
		struct ml_span word = r->words[need->words[i]];
		memcpy(to, word.at, word.len);
		to[word.len] = '\0';
		to += word.len + 1;
	}
	return to;
}

void ml_literals_init(struct ml_literals *out, const char *source)
{
	struct reader r;
	struct need need;
	size_t len = 0;

	r.at = source;
	r.words_nr = r.pool_nr = r.numbers_nr = r.all_nr = 0;
	r.depth = 0;
	r.lost = false;
	*out = (struct ml_literals){ .words = NULL };
	need_of_alternatives(&need, &r);
	if (r.lost || *r.at || !r.all_nr)
		return;
	for (size_t i = 0; i < r.all_nr; i++)
		len += bytes_of(&r, &r.all[i]);
	assert(len); /* each need has words, each word its NUL */
	char *to = out->words = malloc(len);
	if (!to)
		ml_oom();
	for (size_t i = 0; i < r.all_nr; i++) {
		to = put_words(to, &r, &r.all[i]);
		out->nr[i] = r.all[i].nr;
	}
}

void ml_literals_release(struct ml_literals *literals)
{
	free(literals->words);
	*literals = (struct ml_literals){ .words = NULL };
}

/* The two letters that are s and k in another case. */
static bool has_odd_letter(struct ml_span text)
{
	bool odd = text.len && (memchr(text.at, 0xC5, text.len) || memchr(text.at, 0xE2, text.len));

	return odd && (ml_span_find(text, "\xC5\xBF") != SIZE_MAX || ml_span_find(text, "\xE2\x84\xAA") != SIZE_MAX);
}

bool ml_literals_in(const struct ml_literals *literals, struct ml_span text, const struct ml_pairs *pairs)
{
	const char *word = literals->words;

	for (size_t set = 0; set < ML_LITERALS_SETS && literals->nr[set]; set++) {
		bool found = false;
		for (size_t i = 0; i < literals->nr[set]; i++, word += strlen(word) + 1)
			found = found || ((!pairs || ml_pairs_may_hold(pairs, word)) && ml_span_find_nocase(text, word) != SIZE_MAX);
		if (!found)
			return has_odd_letter(text);
	}
	return true;
}
