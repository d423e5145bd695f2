#include "lint/knowledge/runs_make.h"

#include <stdlib.h>
#include <string.h>

struct member {
	uint32_t key; /* upper half of a run's hash */
	uint32_t text;
};

/* The tables being filled. */
struct writer {
	struct ml_arena *arena;
	struct ml_runs base; /* what is copied: without texts where there is none */
	size_t texts_nr;     /* of base and new ones */
	struct ml_buf table[ML_RUNS_TABLES];
	size_t nr[ML_RUNS_TABLES];
	uint32_t *slots;     /* hash table of new sets: number + 1 */
	size_t slots_nr;
	uint32_t *starts;    /* of each bucket, one more */
};

static void put(struct writer *w, enum ml_run_table table, const void *element, size_t size)
{
	ml_buf_add(&w->table[table], element, size);
	w->nr[table]++;
}

static uint32_t put_name(struct writer *w, const char *name)
{
	uint32_t at = (uint32_t)w->table[ML_RUNS_NAMES].len;

	ml_buf_add(&w->table[ML_RUNS_NAMES], name, strlen(name) + 1);
	w->nr[ML_RUNS_NAMES] = w->table[ML_RUNS_NAMES].len;
	return at;
}

/* A term's name is written once. */
static uint32_t put_term(struct writer *w, const char *term)
{
	size_t len = strlen(term) + 1;
	const struct ml_buf *names = &w->table[ML_RUNS_NAMES];
	const char *found = names->len ? memmem(names->at, names->len, term, len) : NULL;

	return found ? (uint32_t)(found - names->at) : put_name(w, term);
}

static void put_clause(struct writer *w, const struct ml_known_clause *clause)
{
	struct ml_run_clause made = { put_term(w, clause->term), (uint32_t)w->nr[ML_RUNS_HASHES], (uint16_t)clause->hashes_nr,
				      (uint16_t)clause->words };

	for (size_t k = 0; k < clause->hashes_nr; k++)
		put(w, ML_RUNS_HASHES, &clause->hashes[k], sizeof clause->hashes[k]);
	put(w, ML_RUNS_CLAUSES, &made, sizeof made);
}

static void put_text(struct writer *w, const struct ml_known_text *known)
{
	struct ml_run_text text = {
		.hash = known->hash,
		.name = (uint32_t)w->table[ML_RUNS_NAMES].len,
		.runs = (uint32_t)known->runs_nr,
		.core = (uint32_t)known->core,
		.words = (uint32_t)known->words_nr,
		.piece = (uint32_t)w->nr[ML_RUNS_PIECES],
		.clause = (uint32_t)w->nr[ML_RUNS_CLAUSES],
		.pieces_nr = (uint16_t)known->pieces_nr,
		.clauses_nr = (uint16_t)known->clauses_nr,
	};

	for (size_t i = 0; i < known->ids_nr; i++)
		put_name(w, known->ids[i]);
	put_name(w, "");
	for (size_t i = 0; i < known->pieces_nr; i++)
		put(w, ML_RUNS_PIECES, &known->pieces[i], sizeof known->pieces[i]);
	for (size_t i = 0; i < known->clauses_nr; i++)
		put_clause(w, &known->clauses[i]);
	put(w, ML_RUNS_TEXTS, &text, sizeof text);
}

static int by_key(const void *a, const void *b)
{
	const struct member *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->text < y->text ? -1 : x->text > y->text;
}

/* The runs of the new texts in order of key, each with the number of its text. */
static struct member *members_of(struct writer *w, struct ml_known_text *const *texts, size_t texts_nr, size_t *nr)
{
	struct member *members;
	size_t all = 0;

	for (size_t i = 0; i < texts_nr; i++)
		all += texts[i]->runs_nr;
	members = ml_arena_array(w->arena, struct member, all);
	*nr = 0;
	for (size_t i = 0; i < texts_nr; i++)
		for (size_t k = 0; k < texts[i]->runs_nr; k++)
			members[(*nr)++] = (struct member){ (uint32_t)(texts[i]->runs[k] >> 32), (uint32_t)(w->base.texts_nr + i) };
	if (all)
		qsort(members, all, sizeof *members, by_key);
	w->slots_nr = all * 2 + 1;
	w->slots = ml_arena_array(w->arena, uint32_t, w->slots_nr);
	return members;
}

static const uint16_t *set_at(const struct writer *w, size_t set, size_t *nr)
{
	const uint32_t *starts = (const uint32_t *)(const void *)w->table[ML_RUNS_SETS].at;
	const uint16_t *members = (const uint16_t *)(const void *)w->table[ML_RUNS_MEMBERS].at;

	*nr = starts[set + 1] - starts[set];
	return members + starts[set];
}

/* The number of a set that holds new texts, met before or not. */
static uint32_t put_set(struct writer *w, const uint16_t *texts, size_t nr)
{
	uint64_t hash = nr;
	size_t slot, len;
	const uint16_t *set;

	if (nr == 1)
		return texts[0];
	for (size_t i = 0; i < nr; i++)
		hash = (hash ^ texts[i]) * UINT64_C(0x9e3779b97f4a7c15);
	for (slot = (hash >> 32) % w->slots_nr; w->slots[slot]; slot = (slot + 1) % w->slots_nr) {
		set = set_at(w, w->slots[slot] - 1, &len);
		if (len == nr && memcmp(set, texts, nr * sizeof *texts) == 0)
			return (uint32_t)w->texts_nr + w->slots[slot] - 1;
	}
	for (size_t i = 0; i < nr; i++)
		put(w, ML_RUNS_MEMBERS, &texts[i], sizeof texts[i]);
	uint32_t end = (uint32_t)w->nr[ML_RUNS_MEMBERS];
	put(w, ML_RUNS_SETS, &end, sizeof end);
	w->slots[slot] = (uint32_t)w->nr[ML_RUNS_SETS] - 1;
	return (uint32_t)w->texts_nr + w->slots[slot] - 1;
}

static void put_entry(struct writer *w, uint32_t key, uint32_t set)
{
	struct ml_run_entry entry = { (uint16_t)key, (uint16_t)set };

	put(w, ML_RUNS_ENTRIES, &entry, sizeof entry);
	w->starts[(key >> 16) + 1] = (uint32_t)w->nr[ML_RUNS_ENTRIES];
}

/* The new number of a set of the base: behind the numbers of more texts. */
static uint32_t moved(const struct writer *w, uint16_t set)
{
	return set < w->base.texts_nr ? set : (uint32_t)(set + w->texts_nr - w->base.texts_nr);
}

/* The entries of the base in order, one after the other. */
struct old_entries {
	size_t at;
	uint32_t bucket;
};

static bool next_old(const struct writer *w, struct old_entries *old, uint32_t *key, uint16_t *set)
{
	const struct ml_runs *base = &w->base;

	if (old->at >= base->entries_nr)
		return false;
	while (old->bucket + 1 < ML_RUNS_BUCKETS &&
	       base->bases[(old->bucket + 1) >> 6] + (size_t)base->offsets[old->bucket + 1] <= old->at)
		old->bucket++;
	*key = old->bucket << 16 | base->entries[old->at].rest;
	*set = base->entries[old->at].set;
	old->at++;
	return true;
}

/* Texts of one run: those of the base's set, then the new ones among members that have its key. Returns the first member behind them. */
static size_t join_texts(const struct writer *w, uint16_t set, const struct member *members, size_t nr, size_t i, uint16_t *texts,
			 size_t *texts_nr)
{
	uint32_t key = members[i].key;
	uint16_t one;

	*texts_nr = 0;
	if (set != ML_RUNS_NONE) {
		const uint16_t *old = ml_runs_members(&w->base, set, &one, texts_nr);
		memcpy(texts, old, *texts_nr * sizeof *texts);
	}
	for (; i < nr && members[i].key == key; i++)
		if (*texts_nr == 0 || texts[*texts_nr - 1] != members[i].text)
			texts[(*texts_nr)++] = (uint16_t)members[i].text;
	return i;
}

/* Entries of both in order of key. */
static int put_entries(struct writer *w, const struct member *members, size_t nr, struct ml_error *err)
{
	uint16_t *texts = ml_arena_array(w->arena, uint16_t, w->texts_nr + 1);
	struct old_entries old = { 0 };
	uint32_t key = 0;
	uint16_t set = 0;
	size_t texts_nr, i = 0;
	bool more = next_old(w, &old, &key, &set);

	while (more || i < nr) {
		if (i == nr || (more && key < members[i].key)) {
			put_entry(w, key, moved(w, set));
			more = next_old(w, &old, &key, &set);
			continue;
		}
		bool both = more && key == members[i].key;
		uint32_t new_key = members[i].key;
		i = join_texts(w, both ? set : ML_RUNS_NONE, members, nr, i, texts, &texts_nr);
		uint32_t joined = put_set(w, texts, texts_nr);
		if (joined >= ML_RUNS_NONE)
			return ml_error_set(err, ML_ERROR_USAGE, "more than %u sets of texts: the license index cannot number them",
					    ML_RUNS_NONE);
		put_entry(w, new_key, joined);
		if (both)
			more = next_old(w, &old, &key, &set);
	}
	return 0;
}

static void put_buckets(struct writer *w)
{
	uint32_t *starts = w->starts;

	for (size_t b = 1; b <= ML_RUNS_BUCKETS; b++)
		if (starts[b] < starts[b - 1])
			starts[b] = starts[b - 1];
	for (size_t b = 0; b < ML_RUNS_BUCKETS; b++) {
		uint16_t offset = (uint16_t)(starts[b] - starts[b / 64 * 64]);
		if (b % 64 == 0)
			put(w, ML_RUNS_BASE, &starts[b], sizeof *starts);
		put(w, ML_RUNS_OFFSETS, &offset, sizeof offset);
	}
}

/* What of the base stays as it is; its numbers of texts, pieces, clauses and names do not change. */
static void copy_base(struct writer *w, const struct ml_run_index *base)
{
	static const enum ml_run_table kept[] = { ML_RUNS_TEXTS, ML_RUNS_PIECES,  ML_RUNS_CLAUSES, ML_RUNS_HASHES,
						  ML_RUNS_SETS,  ML_RUNS_MEMBERS, ML_RUNS_NAMES };
	uint32_t zero = 0;

	for (size_t i = 0; base && i < sizeof kept / sizeof *kept; i++) {
		struct ml_span bytes = ml_runs_table(base, kept[i], &w->nr[kept[i]]);
		ml_buf_add_span(&w->table[kept[i]], bytes);
	}
	if (!base)
		put(w, ML_RUNS_SETS, &zero, sizeof zero);
}

static void join_tables(struct ml_buf *out, const struct writer *w)
{
	struct ml_run_header header = { .magic = ML_RUNS_MAGIC, .order = ML_RUNS_ORDER };
	size_t at = (sizeof header + 7) / 8 * 8;

	for (size_t i = 0; i < ML_RUNS_TABLES; i++) {
		header.table[i].at = (uint32_t)at;
		header.table[i].nr = (uint32_t)w->nr[i];
		at += (w->table[i].len + 7) / 8 * 8;
	}
	header.size = (uint32_t)at;
	ml_buf_add(out, (const char *)&header, sizeof header);
	for (size_t i = 0; i < ML_RUNS_TABLES; i++) {
		while (out->len % 8)
			ml_buf_addc(out, 0);
		ml_buf_add_span(out, ml_buf_span(&w->table[i]));
	}
	while (out->len % 8)
		ml_buf_addc(out, 0);
}

int ml_runs_make(struct ml_buf *out, struct ml_arena *arena, const struct ml_run_index *base, struct ml_known_text *const *texts,
		 size_t texts_nr, struct ml_error *err)
{
	struct writer w = { .arena = arena, .starts = ml_arena_array(arena, uint32_t, ML_RUNS_BUCKETS + 1) };
	size_t members_nr;
	int status = -1;

	if (base && !ml_runs_open(&w.base, base))
		return ml_error_set(err, ML_ERROR_UNJUDGED, "the license index cannot be read");
	w.texts_nr = w.base.texts_nr + texts_nr;
	if (w.texts_nr >= ML_RUNS_NONE)
		return ml_error_set(err, ML_ERROR_USAGE, "more than %u license texts", ML_RUNS_NONE);
	for (size_t i = 0; i < ML_RUNS_TABLES; i++)
		ml_buf_init(&w.table[i], ML_RUNS_BYTES_MAX);
	copy_base(&w, base);
	for (size_t i = 0; i < texts_nr; i++)
		put_text(&w, texts[i]);
	put_name(&w, "");
	put_name(&w, "");
	struct member *members = members_of(&w, texts, texts_nr, &members_nr);
	if (put_entries(&w, members, members_nr, err))
		goto done;
	put_buckets(&w);
	join_tables(out, &w);
	struct ml_run_index made = { ml_buf_span(out) };
	status = ml_run_index_check(&made, err);
done:
	for (size_t i = 0; i < ML_RUNS_TABLES; i++)
		ml_buf_release(&w.table[i]);
	return status;
}
