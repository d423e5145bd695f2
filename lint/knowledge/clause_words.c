#include "lint/knowledge/clause_words.h"

#include <string.h>

struct making {
	uint32_t *roots; /* of index */
	struct ml_word_index *index;
	struct ml_arena *arena, *scratch;
	char *letters;
	size_t letters_nr, letters_cap;
	struct ml_word_branch *branches;
	size_t branches_nr, branches_cap;
	uint32_t (*pairs)[2]; /* word, clause */
	size_t pairs_nr;
};

static uint32_t new_branch(struct making *m, uint32_t label, size_t len)
{
	struct ml_word_branch branch = { .label = label, .len = (uint32_t)len };

	ML_PUSH(m->scratch, m->branches, m->branches_nr, m->branches_cap, branch);
	return (uint32_t)m->branches_nr - 1;
}

static uint32_t add_letters(struct making *m, const char *word, size_t len)
{
	uint32_t at = (uint32_t)m->letters_nr;

	for (size_t i = 0; i < len; i++)
		ML_PUSH(m->scratch, m->letters, m->letters_nr, m->letters_cap, word[i]);
	return at;
}

static size_t common(const struct making *m, const struct ml_word_branch *branch, const char *word, size_t len)
{
	size_t i = 0;

	while (i < branch->len && i < len && m->letters[branch->label + i] == word[i])
		i++;
	return i;
}

/* Cuts a branch in two: its first len bytes stay where it was, the rest hangs below. */
static void split(struct making *m, uint32_t number, size_t len)
{
	uint32_t rest = new_branch(m, m->branches[number].label + (uint32_t)len, m->branches[number].len - len);
	struct ml_word_branch *upper = &m->branches[number], *lower = &m->branches[rest];

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
	uint32_t *root = &m->roots[ml_word_root(word[0], word[1])], parent = 0, first = *root;

	for (;;) {
		uint32_t at = first;
		/* A chain of roots tells two bytes apart, those below tell one. */
		while (at && memcmp(m->letters + m->branches[at].label, word, parent ? 1 : 2) != 0)
			at = m->branches[at].sibling;
		if (!at) {
			at = new_branch(m, add_letters(m, word, len), len);
			m->branches[at].sibling = first;
			*(parent ? &m->branches[parent].child : root) = at;
			return at;
		}
		size_t same = common(m, &m->branches[at], word, len);
		if (same < m->branches[at].len)
			split(m, at, same);
		if (same == len)
			return at;
		word += same;
		len -= same;
		parent = at;
		first = m->branches[at].child;
	}
}

/* The number of a word, from 0. Two words may have the same letters: one asks for the end of a word, one does not. */
static uint32_t intern(struct making *m, const char *word)
{
	size_t len = strlen(word);
	bool closed = word[len - 1] == '|';
	uint32_t at = branch_of(m, word, len - closed); /* first: it may move the branches */
	uint32_t *number = closed ? &m->branches[at].closed : &m->branches[at].word;

	if (!*number)
		*number = ++m->index->words_nr;
	return *number - 1;
}

struct word_lists {
	const char *const *at[3];
	size_t nr[3];
};

/* before, after, also: in the order of struct ml_clause_words. */
static struct word_lists lists_of(const struct ml_clause *clause)
{
	return (struct word_lists){ { clause->before, clause->after, clause->also },
				    { clause->before_nr, clause->after_nr, clause->also_nr } };
}

/* All words get their numbers before the sets are made: only then their size is known. */
static void intern_all(struct making *m, const struct ml_clause *clauses, size_t nr, unsigned where)
{
	size_t most = 0;

	for (size_t i = 0; i < nr; i++)
		most += clauses[i].triggers_nr;
	m->pairs = ml_arena_alloc_array(m->scratch, most, sizeof *m->pairs);
	for (size_t i = 0; i < nr; i++) {
		struct word_lists lists = lists_of(&clauses[i]);
		if (!(clauses[i].where & where))
			continue;
		for (size_t k = 0; k < clauses[i].triggers_nr; k++, m->pairs_nr++) {
			m->pairs[m->pairs_nr][0] = intern(m, clauses[i].triggers[k]);
			m->pairs[m->pairs_nr][1] = (uint32_t)i;
		}
		for (size_t l = 0; l < 3; l++) {
			m->index->sets_nr += lists.nr[l] > 0;
			for (size_t k = 0; k < lists.nr[l]; k++)
				intern(m, lists.at[l][k]);
		}
	}
}

static void make_sets(struct making *m, const struct ml_clause *clauses, size_t nr, unsigned where)
{
	size_t size = ml_word_set_size(m->index), used = 0;
	uint64_t *sets = ml_arena_array(m->arena, uint64_t, m->index->sets_nr * size);
	struct ml_clause_words *words = ml_arena_array(m->arena, struct ml_clause_words, nr);

	for (size_t i = 0; i < nr; i++) {
		struct word_lists lists = lists_of(&clauses[i]);
		uint32_t *offsets[3] = { &words[i].before, &words[i].after, &words[i].also };
		for (size_t l = 0; l < 3 && (clauses[i].where & where); l++) {
			if (!lists.nr[l])
				continue;
			*offsets[l] = (uint32_t)used + 1;
			for (size_t k = 0; k < lists.nr[l]; k++) {
				uint32_t word = intern(m, lists.at[l][k]);
				sets[used + word / 64] |= UINT64_C(1) << (word % 64);
			}
			used += size;
		}
	}
	m->index->sets = sets;
	m->index->clauses = words;
	m->index->clauses_nr = (uint32_t)nr;
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
	m->index->triggered_nr = (uint32_t)m->pairs_nr;
}

static void *keep(struct ml_arena *arena, const void *bytes, size_t nr, size_t size)
{
	void *copy = ml_arena_alloc_array(arena, nr, size);

	if (nr)
		memcpy(copy, bytes, nr * size);
	return copy;
}

const struct ml_word_index *ml_word_index_new(struct ml_arena *arena, struct ml_arena *scratch, const struct ml_clause *clauses,
					      size_t clauses_nr, unsigned where)
{
	struct making m = { .index = ml_arena_alloc(arena, sizeof *m.index), .arena = arena, .scratch = scratch };

	m.index->roots = m.roots = ml_arena_array(arena, uint32_t, ML_WORD_ROOTS);
	new_branch(&m, 0, 0);
	intern_all(&m, clauses, clauses_nr, where);
	make_sets(&m, clauses, clauses_nr, where);
	deal(&m);
	m.index->letters = keep(arena, m.letters, m.letters_nr, 1);
	m.index->letters_nr = (uint32_t)m.letters_nr;
	m.index->branches = keep(arena, m.branches, m.branches_nr, sizeof *m.branches);
	m.index->branches_nr = (uint32_t)m.branches_nr;
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
	size_t len; /* of the text */
};

static void push(struct finding *f, size_t from, size_t to, uint32_t word)
{
	if (f->nr == f->cap)
		f->hits = ml_arena_grow_by(f->arena, f->hits, f->nr, &f->cap, sizeof *f->hits, from, f->len);
	f->hits[f->nr++] = (struct ml_word_hit){ (uint32_t)from, (uint32_t)to, word - 1 };
}

/* All words that begin at from. */
static void find_at(struct finding *f, const struct ml_word_index *index, struct ml_span text, size_t from)
{
	uint32_t number = index->roots[ml_word_root(text.at[from], text.at[from + 1])];
	size_t at = from;

	while (number) {
		const struct ml_word_branch *branch = &index->branches[number];
		const char *label = index->letters + branch->label;
		size_t i = 0, len = branch->len;
		while (i < len && at + i < text.len && label[i] == ml_lower(text.at[at + i]))
			i++;
		if (i < len) {
			/* Siblings differ in their first byte, at the root in their first two. */
			number = i < (at == from ? 2u : 1u) ? branch->sibling : 0;
			continue;
		}
		at += len;
		if (branch->word)
			push(f, from, at, branch->word);
		if (branch->closed && (at == text.len || !ml_is_alnum(text.at[at])))
			push(f, from, at, branch->closed);
		number = branch->child;
	}
}

size_t ml_word_index_find(const struct ml_word_hit **out, struct ml_arena *arena, const struct ml_word_index *index, struct ml_span text)
{
	struct finding f = { .arena = arena, .len = text.len };

	for (size_t i = 0; i + 1 < text.len; i++)
		if (index->roots[ml_word_root(text.at[i], text.at[i + 1])] && starts_word(text.at, i))
			find_at(&f, index, text, i);
	*out = f.hits;
	return f.nr;
}
