#include "lint/facts/clauses_words.h"

#include <string.h>

#include "lint/text/scan.h"

struct making {
	struct ml_word_index *index;
	struct ml_arena *arena;
	const char **words; /* literals without the sign for the end of a word */
	bool *closed;
	size_t nr;
	uint32_t *slot;     /* hash table of word number + 1; 0 free */
	size_t mask;
	uint32_t (*pairs)[2]; /* word, clause */
	size_t pairs_nr;
};

static size_t hash_word(const char *word)
{
	size_t hash = 1469598103934665603u;

	for (; *word; word++)
		hash = (hash ^ (unsigned char)*word) * 1099511628211u;
	return hash ^ (hash >> 29);
}

/* Two words may have the same letters: one that asks for the end of a word, one that does not. */
static bool is_word(const struct making *m, uint32_t number, const char *word)
{
	const char *known = m->words[number];
	size_t len = strlen(known);

	return strncmp(known, word, len) == 0 && (m->closed[number] ? strcmp(word + len, "|") == 0 : word[len] == '\0');
}

static uint32_t intern(struct making *m, const char *word)
{
	size_t at = hash_word(word) & m->mask, len = strlen(word);

	while (m->slot[at] && !is_word(m, m->slot[at] - 1, word))
		at = (at + 1) & m->mask;
	if (!m->slot[at]) {
		m->closed[m->nr] = word[len - 1] == '|';
		m->words[m->nr] = m->closed[m->nr] ? ml_arena_dup(m->arena, (struct ml_span){ word, len - 1 }) : word;
		m->slot[at] = (uint32_t)++m->nr;
	}
	return m->slot[at] - 1;
}

static size_t words_in(const struct ml_clause *clause)
{
	return clause->triggers_nr + clause->before_nr + clause->after_nr + clause->also_nr;
}

static size_t prepare(struct making *m, struct ml_arena *scratch, const struct ml_knowledge *knowledge, unsigned where)
{
	size_t most = 1;

	for (size_t i = 0; i < knowledge->clauses_nr; i++)
		most += knowledge->clauses[i].where & where ? words_in(&knowledge->clauses[i]) : 0;
	for (m->mask = 63; m->mask < 2 * most;)
		m->mask = 2 * m->mask + 1;
	m->slot = ml_arena_array(scratch, uint32_t, m->mask + 1);
	m->pairs = ml_arena_alloc_array(scratch, most, sizeof *m->pairs);
	m->words = ml_arena_array(m->arena, const char *, most);
	m->closed = ml_arena_array(m->arena, bool, most);
	return most;
}

static const uint64_t *make_set(struct making *m, size_t most, const char *const *words, size_t words_nr)
{
	if (!words_nr)
		return NULL;
	uint64_t *set = ml_arena_array(m->arena, uint64_t, most / 64 + 1);
	for (size_t i = 0; i < words_nr; i++) {
		uint32_t word = intern(m, words[i]);
		set[word / 64] |= UINT64_C(1) << (word % 64);
	}
	return set;
}

/* Deals the pairs, which are in order of clause, out to their words. */
static void deal(struct making *m)
{
	uint32_t *first = ml_arena_array(m->arena, uint32_t, m->nr + 2), *list = ml_arena_array(m->arena, uint32_t, m->pairs_nr + 1);

	for (size_t i = 0; i < m->pairs_nr; i++)
		first[m->pairs[i][0] + 2]++;
	for (size_t w = 2; w < m->nr + 2; w++)
		first[w] += first[w - 1];
	/* first[w + 1] runs from the start of the list of w to its end, which is the start of the next. */
	for (size_t i = 0; i < m->pairs_nr; i++)
		list[first[m->pairs[i][0] + 1]++] = m->pairs[i][1];
	m->index->first = first;
	m->index->triggered = list;
}

struct ml_word_index *ml_word_index_new(struct ml_arena *arena, struct ml_arena *scratch, const struct ml_knowledge *knowledge,
					unsigned where)
{
	struct making m = { .index = ml_arena_alloc(arena, sizeof *m.index), .arena = arena };
	size_t most = prepare(&m, scratch, knowledge, where);
	struct ml_clause_words *sets = ml_arena_array(arena, struct ml_clause_words, knowledge->clauses_nr);

	for (size_t i = 0; i < knowledge->clauses_nr; i++) {
		const struct ml_clause *clause = &knowledge->clauses[i];
		if (!(clause->where & where))
			continue;
		for (size_t k = 0; k < clause->triggers_nr; k++, m.pairs_nr++) {
			m.pairs[m.pairs_nr][0] = intern(&m, clause->triggers[k]);
			m.pairs[m.pairs_nr][1] = (uint32_t)i;
		}
		sets[i] = (struct ml_clause_words){ make_set(&m, most, clause->before, clause->before_nr),
						    make_set(&m, most, clause->after, clause->after_nr),
						    make_set(&m, most, clause->also, clause->also_nr) };
	}
	deal(&m);
	m.index->words_nr = m.nr;
	m.index->clauses = sets;
	m.index->closed = m.closed;
	m.index->words = m.words;
	m.index->scan = ml_scan_new(arena, m.words, m.nr);
	return m.index;
}

/* A letter, or a hyphen that makes one word of two: "non-commercial" is no "commercial". */
static bool joins(char c)
{
	return ml_is_alnum(c) || c == '-';
}

size_t ml_word_index_find(const struct ml_word_hit **out, struct ml_arena *arena, const struct ml_word_index *index, struct ml_span text)
{
	struct ml_word_hit *hits = NULL;
	struct ml_scan_hit hit;
	size_t nr = 0, cap = 0, at = 0;

	while (ml_scan_next(index->scan, text, &at, &hit)) {
		const char *word = index->words[hit.word];
		size_t end = hit.at + strlen(word);
		if (ml_is_alnum(word[0]) && hit.at > 0 && joins(text.at[hit.at - 1]))
			continue;
		if (index->closed[hit.word] && end < text.len && ml_is_alnum(text.at[end]))
			continue;
		struct ml_word_hit found = { (uint32_t)hit.at, (uint32_t)end, hit.word };
		ML_PUSH(arena, hits, nr, cap, found);
	}
	*out = hits;
	return nr;
}
