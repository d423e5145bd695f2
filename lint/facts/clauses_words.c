#include "lint/facts/clauses_words.h"

#include <string.h>

struct making {
	struct ml_word_index *index;
	struct ml_arena *arena;
	uint32_t (*pairs)[2]; /* word, clause */
	size_t pairs_nr;
};

static uint32_t new_branch(struct making *m, const char *label, size_t len)
{
	struct ml_word_index *index = m->index;
	struct ml_word_branch branch = { .label = label, .len = (uint32_t)len };

	ML_PUSH(m->arena, index->branches, index->branches_nr, index->branches_cap, branch);
	return (uint32_t)index->branches_nr - 1;
}

static size_t common(const struct ml_word_branch *branch, const char *word, size_t len)
{
	size_t i = 0;

	while (i < branch->len && i < len && branch->label[i] == word[i])
		i++;
	return i;
}

/* Cuts a branch in two: its first len bytes stay where it was, the rest hangs below. */
static void split(struct making *m, uint32_t number, size_t len)
{
	uint32_t rest = new_branch(m, m->index->branches[number].label + len, m->index->branches[number].len - len);
	struct ml_word_branch *upper = &m->index->branches[number], *lower = &m->index->branches[rest];

	lower->child = upper->child;
	lower->word = upper->word;
	lower->closed = upper->closed;
	upper->child = rest;
	upper->len = (uint32_t)len;
	upper->word = upper->closed = 0;
}

/* The branch behind which those letters end, made where it is not there yet. */
static uint32_t branch_of(struct making *m, const char *word, size_t len)
{
	uint32_t parent = 0, first = m->index->roots[(unsigned char)word[0]];

	for (;;) {
		uint32_t at = first;
		while (at && m->index->branches[at].label[0] != *word)
			at = m->index->branches[at].sibling;
		if (!at) {
			at = new_branch(m, word, len);
			m->index->branches[at].sibling = first;
			if (parent)
				m->index->branches[parent].child = at;
			else
				m->index->roots[(unsigned char)word[0]] = at;
			return at;
		}
		size_t same = common(&m->index->branches[at], word, len);
		if (same < m->index->branches[at].len)
			split(m, at, same);
		if (same == len)
			return at;
		word += same;
		len -= same;
		parent = at;
		first = m->index->branches[at].child;
	}
}

static uint32_t intern(struct making *m, const char *word)
{
	size_t len = strlen(word);
	bool closed = word[len - 1] == '|';
	uint32_t at = branch_of(m, word, len - closed); /* first: it may move the branches */
	uint32_t *number = closed ? &m->index->branches[at].closed : &m->index->branches[at].word;

	if (!*number)
		*number = (uint32_t)++m->index->words_nr;
	return *number - 1;
}

static size_t count_words(const struct ml_knowledge *knowledge, unsigned where)
{
	size_t nr = 1;

	for (size_t i = 0; i < knowledge->clauses_nr; i++) {
		const struct ml_clause *clause = &knowledge->clauses[i];
		if (clause->where & where)
			nr += clause->triggers_nr + clause->before_nr + clause->after_nr + clause->also_nr;
	}
	return nr;
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
	size_t nr = m->index->words_nr;
	uint32_t *first = ml_arena_array(m->arena, uint32_t, nr + 2), *list = ml_arena_array(m->arena, uint32_t, m->pairs_nr + 1);

	for (size_t i = 0; i < m->pairs_nr; i++)
		first[m->pairs[i][0] + 2]++;
	for (size_t w = 2; w < nr + 2; w++)
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
	size_t most = count_words(knowledge, where);
	struct ml_clause_words *sets = ml_arena_array(arena, struct ml_clause_words, knowledge->clauses_nr);

	m.pairs = ml_arena_alloc_array(scratch, most, sizeof *m.pairs);
	new_branch(&m, "", 0);
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
	m.index->clauses = sets;
	return m.index;
}

/* A letter, or a hyphen that makes one word of two: "non-commercial" is no "commercial". */
static inline bool joins(char c)
{
	return ml_is_alnum(c) || c == '-';
}

static inline bool starts_word(const char *text, size_t at)
{
	unsigned char c = (unsigned char)text[at];

	return c >= 0xc0 || (c < 0x80 && (at == 0 || !joins(text[at - 1])));
}

struct finding {
	struct ml_arena *arena;
	struct ml_word_hit *hits;
	size_t nr, cap;
};

static void push(struct finding *f, size_t from, size_t to, uint32_t word)
{
	struct ml_word_hit hit = { (uint32_t)from, (uint32_t)to, word - 1 };

	ML_PUSH(f->arena, f->hits, f->nr, f->cap, hit);
}

/* All words that begin at from. lower: the text in lower case. */
static void find_at(struct finding *f, const struct ml_word_index *index, struct ml_span lower, size_t from)
{
	uint32_t number = index->roots[(unsigned char)lower.at[from]];
	size_t at = from;

	while (number) {
		const struct ml_word_branch *branch = &index->branches[number];
		if (branch->label[0] != lower.at[at]) {
			number = branch->sibling;
			continue;
		}
		if (branch->len > lower.len - at || memcmp(branch->label, lower.at + at, branch->len) != 0)
			return;
		at += branch->len;
		if (branch->word)
			push(f, from, at, branch->word);
		if (branch->closed && (at == lower.len || !ml_is_alnum(lower.at[at])))
			push(f, from, at, branch->closed);
		if (at == lower.len)
			return;
		number = branch->child;
	}
}

size_t ml_word_index_find(const struct ml_word_hit **out, struct ml_arena *arena, const struct ml_word_index *index, struct ml_span text)
{
	struct finding f = { .arena = arena };
	char *lower = ml_arena_alloc(arena, text.len);

	for (size_t i = 0; i < text.len; i++)
		lower[i] = ml_lower(text.at[i]);
	for (size_t i = 0; i < text.len; i++)
		if (index->roots[(unsigned char)lower[i]] && starts_word(lower, i))
			find_at(&f, index, (struct ml_span){ lower, text.len }, i);
	*out = f.hits;
	return f.nr;
}
