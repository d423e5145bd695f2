#include "lint/text/literals.h"

#include <string.h>

#include "lint/base/codepoint.h"

#define DEPTH_MAX 24   /* groups inside each other */
#define SHORTEST 3     /* bytes of a word that is worth looking for */
#define SETS_OF_WAY 4u /* of which more would hardly spare a search */
#define SETS_MAX 128   /* of all ways, each with an end */
#define POOL_WORDS 250 /* met on the way */
#define POOL_BYTES 4096
#define POOL_NUMBERS 4096

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
	struct need sets[SETS_MAX]; /* of the outermost sequences, an empty one behind each */
	size_t sets_nr, way;       /* way: where the sets of the one at hand begin */
	size_t most;               /* sets of one way */
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

static void add_set(struct reader *r, struct need set)
{
	if (r->sets_nr == SETS_MAX)
		r->lost = true;
	else
		r->sets[r->sets_nr++] = set;
}

/* Of two needs of which both hold, the one that fewer texts meet: longer words, then fewer. Outside of groups both are kept. */
static void choose(struct reader *r, struct need *best, const struct need *other)
{
	if (!other->nr)
		return;
	if (!r->depth && r->most > 1 && r->sets_nr - r->way < r->most)
		add_set(r, *other);
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
	uint8_t *numbers = nr && nr <= ML_LITERALS_WORDS ? add_numbers(r, nr) : NULL;

	if (!numbers) {
		all->nr = 0;
		return;
	}
	memcpy(numbers, all->words, all->nr);
	memcpy(numbers + all->nr, one->words, one->nr);
	*all = (struct need){ nr, all->shortest < one->shortest ? all->shortest : one->shortest, numbers };
}

/* Behind an outermost sequence. A way that asks for nothing lets every text match. */
static void end_way(struct reader *r, const struct need *best)
{
	r->lost |= !best->nr;
	if (r->sets_nr == r->way)
		add_set(r, *best);
	add_set(r, (struct need){ 0 });
	r->way = r->sets_nr;
}

static void need_of_alternatives(struct need *out, struct reader *r)
{
	struct need one = { 0 };

	r->lost |= r->depth > DEPTH_MAX;
	need_of_sequence(out, r);
	while (*r->at == '|' && !r->lost) {
		if (!r->depth)
			end_way(r, out);
		r->at++;
		need_of_sequence(r->depth ? &one : out, r);
		if (r->depth)
			join(out, r, &one);
	}
	if (!r->depth)
		end_way(r, out);
}

/* The bit of a word among those that are kept, which it joins. 0: there are too many. */
static uint64_t bit_of(struct ml_span *kept, uint32_t *nr, struct ml_span word)
{
	uint32_t i = 0;

	while (i < *nr && !ml_span_eq_nocase(kept[i], word))
		i++;
	if (i == ML_LITERALS_WORDS)
		return 0;
	if (i == *nr)
		kept[(*nr)++] = word;
	return UINT64_C(1) << i;
}

static void put_words(struct ml_literals *out, struct ml_arena *arena, const struct ml_span *words, uint32_t nr)
{
	uint16_t *places = ml_arena_array(arena, uint16_t, nr);
	size_t len = 0;

	for (uint32_t i = 0; i < nr; i++) {
		places[i] = (uint16_t)len;
		len += words[i].len + 1;
	}
	char *letters = ml_arena_alloc(arena, len);
	for (uint32_t i = 0; i < nr; i++)
		memcpy(letters + places[i], words[i].at, words[i].len);
	out->letters = letters;
	out->words = places;
	out->words_nr = nr;
}

/* Each word once, and the sets of them. */
static bool keep(struct ml_literals *out, struct ml_arena *arena, const struct reader *r)
{
	struct ml_span kept[ML_LITERALS_WORDS];
	uint64_t *sets = ml_arena_array(arena, uint64_t, r->sets_nr);
	uint32_t nr = 0;

	for (size_t i = 0; i < r->sets_nr; i++)
		for (size_t k = 0; k < r->sets[i].nr; k++) {
			uint64_t bit = bit_of(kept, &nr, r->words[r->sets[i].words[k]]);
			if (!bit)
				return false;
			sets[i] |= bit;
		}
	put_words(out, arena, kept, nr);
	out->sets = sets;
	out->sets_nr = (uint32_t)r->sets_nr;
	return true;
}

/* most: sets of each way that are kept; of 1 the best. */
static bool read_sets(struct ml_literals *out, struct ml_arena *arena, const char *source, size_t most)
{
	struct reader r;
	struct need need;

	r.at = source;
	r.words_nr = r.pool_nr = r.numbers_nr = r.sets_nr = r.way = 0;
	r.most = most;
	r.depth = 0;
	r.lost = false;
	need_of_alternatives(&need, &r);
	return !r.lost && !*r.at && keep(out, arena, &r);
}

void ml_literals_read(struct ml_literals *out, struct ml_arena *arena, const char *source)
{
	*out = (struct ml_literals){ 0 };
	if (!read_sets(out, arena, source, SETS_OF_WAY))
		read_sets(out, arena, source, 1);
}

/* The two letters that are s and k in another case. */
static bool has_odd_letter(struct ml_span text)
{
	return ml_span_ascii(text) < text.len && (ml_span_find(text, "\xC5\xBF") != SIZE_MAX || ml_span_find(text, "\xE2\x84\xAA") != SIZE_MAX);
}

/* What of a pattern's words has been looked for in a text, and found. */
struct looking {
	const struct ml_literals *literals;
	struct ml_span text;
	const struct ml_triples *triples;
	uint64_t looked, found;
};

static bool holds_one(struct looking *l, uint64_t set)
{
	for (uint64_t left = set & ~l->looked; left && !(set & l->found); left &= left - 1) {
		const char *word = l->literals->letters + l->literals->words[__builtin_ctzll(left)];
		bool found = (!l->triples || ml_triples_may_hold(l->triples, word)) && ml_span_find_nocase(l->text, word) != SIZE_MAX;
		l->looked |= left & -left;
		l->found |= found ? left & -left : 0;
	}
	return set & l->found;
}

bool ml_literals_in(const struct ml_literals *literals, struct ml_span text, const struct ml_triples *triples)
{
	struct looking l = { .literals = literals, .text = text, .triples = triples };
	bool holds = true;

	for (uint32_t i = 0; i < literals->sets_nr; i++) {
		if (!literals->sets[i] && holds)
			return true;
		holds = !literals->sets[i] || (holds && holds_one(&l, literals->sets[i]));
	}
	return !literals->sets_nr || has_odd_letter(text);
}
