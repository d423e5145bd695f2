#include "lint/knowledge/release_words.h"

#include <stdlib.h>

#define RELEASE_WORDS 12 /* of a name that is looked up */

static bool is_separator(char c)
{
	return c == ' ' || c == '-' || c == '_' || c == '/';
}

struct release_word {
	size_t from, to;
};

/* The next word of a name that goes on at *at, which moves behind it; false where the name is over. */
static bool word_next(struct ml_span text, size_t *at, struct release_word *word)
{
	size_t i = *at, gap = i;

	while (i < text.len && is_separator(text.at[i]))
		i++;
	/* "FLUX.1", but not "llama.cpp". */
	if (i && i == gap && i + 1 < text.len && text.at[i] == '.' && ml_is_alpha(text.at[i - 1]) && ml_is_digit(text.at[i + 1]))
		i++;
	/* "FLUX.1 [dev]" */
	if (i > gap && i + 1 < text.len && text.at[i] == '[' && ml_is_alpha(text.at[i + 1]))
		i++;
	/* A line's end or a wide gap parts two names. */
	if (i >= text.len || i - gap > 3 || !ml_is_alnum(text.at[i]))
		return false;
	word->from = i;
	if (ml_is_alpha(text.at[i])) {
		while (i < text.len && ml_is_alpha(text.at[i]))
			i++;
	} else {
		while (i < text.len && (ml_is_digit(text.at[i]) || (text.at[i] == '.' && i + 1 < text.len && ml_is_digit(text.at[i + 1]))))
			i++;
	}
	word->to = *at = i;
	return true;
}

#define HASH_SEED UINT64_C(0xcbf29ce484222325)
#define HASH_PRIME UINT64_C(0x100000001b3)

/* The hash goes on with one more word; hash_end makes what it is looked up by. */
static uint64_t hash_word(uint64_t hash, struct ml_span text, const struct release_word *word)
{
	for (size_t k = word->from; k < word->to; k++)
		hash = (hash ^ (unsigned char)ml_lower(text.at[k])) * HASH_PRIME;
	return (hash ^ ' ') * HASH_PRIME;
}

static uint64_t hash_end(uint64_t hash)
{
	return hash ^ hash >> 31;
}

/* A hash of the words [0, nr). Names of the same words have the same. */
static uint64_t hash_of(struct ml_span text, const struct release_word *words, size_t nr)
{
	uint64_t hash = HASH_SEED;

	for (size_t i = 0; i < nr; i++)
		hash = hash_word(hash, text, &words[i]);
	return hash_end(hash);
}

static size_t head_of(uint64_t hash)
{
	return hash_end(hash) % ML_RELEASE_HEADS;
}

static size_t longer_of(uint64_t hash)
{
	return hash_end(hash) % ML_RELEASE_LONGER;
}

static void add_longer(struct ml_release_heads *heads, struct ml_span name, const struct release_word *words, size_t nr)
{
	uint64_t hash = HASH_SEED;

	for (size_t i = 0; i < nr; i++) {
		hash = hash_word(hash, name, &words[i]);
		heads->longer[longer_of(hash) / 64] |= (uint64_t)1 << longer_of(hash) % 64;
	}
}

static size_t words_of(struct release_word words[RELEASE_WORDS], struct ml_span text)
{
	size_t nr = 0, at = 0;

	while (nr < RELEASE_WORDS && word_next(text, &at, &words[nr]))
		nr++;
	return nr;
}

/* Of words shorter than three letters anything may follow. */
static void add_start(struct ml_release_heads *heads, struct ml_span word)
{
	uint32_t last = word.len > 2 ? UINT32_C(1) << (word.at[2] & 31) : UINT32_MAX;

	for (size_t second = 0; second < 32; second++)
		if (word.len < 2 || second == (size_t)(word.at[1] & 31))
			heads->starts[(word.at[0] & 31) * 32 + second] |= last;
}

void release_name_add(struct release_names *names, struct ml_arena *arena, struct ml_span name, uint16_t index)
{
	struct release_word words[RELEASE_WORDS];
	enum ml_release_open open = ML_RELEASE_CLOSED;
	size_t nr;

	if (ml_span_ends(name, "*")) {
		name.len--;
		open = name.len && is_separator(name.at[name.len - 1]) ? ML_RELEASE_PARTS : ML_RELEASE_ANY;
	}
	nr = words_of(words, name);
	/* What is more than words is an id with something inside, and no name. */
	for (size_t i = nr ? words[nr - 1].to : 0; i < name.len; i++)
		if (!is_separator(name.at[i]))
			return;
	if (!nr)
		return;
	struct ml_span body = ml_span_sub(name, words[0].from, words[nr - 1].to);
	struct ml_release_name entry = { .hash = hash_of(name, words, nr), .index = index, .words = (uint8_t)nr, .open = (uint8_t)open };
	size_t head = head_of(hash_word(HASH_SEED, name, &words[0]));
	names->heads.bits[head / 64] |= (uint64_t)1 << head % 64;
	add_start(&names->heads, ml_span_sub(name, words[0].from, words[0].to));
	add_longer(&names->heads, name, words, nr);
	entry.cased = nr == 1 || !ml_span_has_digit(body);
	entry.exact = entry.cased ? ml_span_hash(body) : 0;
	ML_PUSH(arena, names->at, names->nr, names->cap, entry);
}

/* qsort has no argument for the caller's own; the tables are made one at a time. */
static const int *sort_ranks;

static int by_hash(const void *a, const void *b)
{
	const struct ml_release_name *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	if (x->exact != y->exact)
		return x->exact < y->exact ? -1 : 1;
	if (sort_ranks[x->index] != sort_ranks[y->index])
		return sort_ranks[x->index] - sort_ranks[y->index];
	return (int)x->index - (int)y->index;
}

const struct ml_release_heads *release_heads_keep(const struct release_names *names, struct ml_arena *arena)
{
	struct ml_release_heads *heads = ml_arena_raw(arena, sizeof *heads);

	*heads = names->heads;
	return heads;
}

void release_names_sort(struct release_names *names, const int *ranks)
{
	size_t kept = 0;

	sort_ranks = ranks;
	if (names->nr)
		qsort(names->at, names->nr, sizeof *names->at, by_hash);
	for (size_t i = 0; i < names->nr; i++) {
		const struct ml_release_name *last = kept ? &names->at[kept - 1] : NULL;
		if (!last || last->hash != names->at[i].hash || last->exact != names->at[i].exact)
			names->at[kept++] = names->at[i];
		else if (names->at[i].open > names->at[kept - 1].open)
			names->at[kept - 1].open = names->at[i].open;
	}
	names->nr = kept;
}

static size_t lower_bound(const struct ml_release_name *at, size_t nr, uint64_t hash)
{
	size_t low = 0, high = nr;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (at[middle].hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* A letter joined behind a name makes another name of it: "LLaMA-Factory", "llama.cpp". */
static bool is_cut(struct ml_span text, size_t at)
{
	if (at >= text.len)
		return false;
	char c = text.at[at], next = at + 1 < text.len ? text.at[at + 1] : ' ';
	return ml_is_alnum(c) || ((c == '-' || c == '_' || c == '.' || c == '/') && ml_is_alnum(next));
}

/* Asked of most words of a text, nearly all of which begin with a letter: read and hashed at once. */
bool ml_release_begins_word(const struct ml_release_heads *heads, struct ml_span text)
{
	struct release_word word;
	uint64_t hash = HASH_SEED;
	size_t next = 0;
	char c;

	for (; next < text.len && (c = (char)(text.at[next] | 0x20)) >= 'a' && c <= 'z'; next++)
		hash = (hash ^ (unsigned char)c) * HASH_PRIME;
	if (next)
		hash = (hash ^ ' ') * HASH_PRIME;
	else if (word_next(text, &next, &word) && !word.from)
		hash = hash_word(hash, text, &word);
	else
		return false;
	size_t head = head_of(hash);
	return heads->bits[head / 64] >> head % 64 & 1;
}

const struct ml_release_name *release_name_find(const struct ml_release_name *at, size_t nr, const struct ml_release_heads *heads,
						struct ml_span text, bool whole, size_t *to)
{
	struct release_word words[RELEASE_WORDS];
	uint64_t hashes[RELEASE_WORDS];
	size_t words_nr = 1, next = 0;

	if (!ml_release_may_begin(heads, text) || !word_next(text, &next, &words[0]) || words[0].from)
		return NULL;
	hashes[0] = hash_word(HASH_SEED, text, &words[0]);
	size_t head = head_of(hashes[0]);
	if (!(heads->bits[head / 64] >> head % 64 & 1))
		return NULL;
	for (; words_nr < RELEASE_WORDS && word_next(text, &next, &words[words_nr]); words_nr++) {
		hashes[words_nr] = hash_word(hashes[words_nr - 1], text, &words[words_nr]);
		size_t longer = longer_of(hashes[words_nr]);
		if (!(heads->longer[longer / 64] >> longer % 64 & 1))
			break;
	}
	for (size_t n = words_nr; n; n--) {
		uint64_t hash = hash_end(hashes[n - 1]);
		size_t end = words[n - 1].to;
		bool over = whole ? end == text.len : !is_cut(text, end);
		/* "t5gemma" is none of "t5-*". */
		enum ml_release_open needed = over ? ML_RELEASE_CLOSED : end < text.len && ml_is_alnum(text.at[end]) ? ML_RELEASE_ANY : ML_RELEASE_PARTS;
		for (size_t i = lower_bound(at, nr, hash); i < nr && at[i].hash == hash; i++) {
			if (at[i].open < needed)
				continue;
			if (at[i].cased && !whole && ml_span_hash(ml_span_sub(text, 0, end)) != at[i].exact)
				continue;
			*to = end;
			return &at[i];
		}
	}
	return NULL;
}
