#include "rules/gen/index.h"

#include <stdlib.h>
#include <string.h>

#define INDEX_MAX (8u << 20) /* bytes; the figure to hold is 2 MiB */

struct member {
	uint32_t key; /* upper half of a run's hash */
	uint32_t text;
};

/* The tables being filled. */
struct writer {
	struct ml_arena *arena;
	const struct index_texts *texts;
	struct ml_buf table[ML_RUNS_TABLES];
	size_t nr[ML_RUNS_TABLES];
	uint32_t *slots; /* hash table of sets: number + 1 */
	size_t slots_nr;
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

static int by_key(const void *a, const void *b)
{
	const struct member *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->text < y->text ? -1 : x->text > y->text;
}

static struct member *members_of(const struct index_texts *texts, struct ml_arena *arena, size_t *nr)
{
	struct member *members;
	size_t all = 0;

	for (size_t i = 0; i < texts->nr; i++)
		all += texts->at[i]->runs_nr;
	members = ml_arena_array(arena, struct member, all);
	*nr = 0;
	for (size_t i = 0; i < texts->nr; i++)
		for (size_t k = 0; k < texts->at[i]->runs_nr; k++)
			members[(*nr)++] = (struct member){ (uint32_t)(texts->at[i]->runs[k] >> 32), (uint32_t)i };
	qsort(members, all, sizeof *members, by_key);
	return members;
}

static const uint16_t *set_at(const struct writer *w, size_t set, size_t *nr)
{
	const uint32_t *starts = (const uint32_t *)(const void *)w->table[ML_RUNS_SETS].at;
	const uint16_t *members = (const uint16_t *)(const void *)w->table[ML_RUNS_MEMBERS].at;

	*nr = starts[set + 1] - starts[set];
	return members + starts[set];
}

/* The number of a set, new or met before. */
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
			return (uint32_t)w->texts->nr + w->slots[slot] - 1;
	}
	for (size_t i = 0; i < nr; i++)
		put(w, ML_RUNS_MEMBERS, &texts[i], sizeof texts[i]);
	uint32_t end = (uint32_t)w->nr[ML_RUNS_MEMBERS];
	put(w, ML_RUNS_SETS, &end, sizeof end);
	w->slots[slot] = (uint32_t)w->nr[ML_RUNS_SETS] - 1;
	return (uint32_t)w->texts->nr + w->slots[slot] - 1;
}

/* Entries in order of key, and where each bucket starts. */
static int put_entries(struct writer *w, struct ml_error *err)
{
	uint32_t zero = 0, *starts = ml_arena_array(w->arena, uint32_t, ML_RUNS_BUCKETS + 1);
	uint16_t *texts = ml_arena_array(w->arena, uint16_t, w->texts->nr + 1);
	size_t members_nr;
	struct member *members = members_of(w->texts, w->arena, &members_nr);

	w->slots_nr = members_nr * 2 + 1;
	w->slots = ml_arena_array(w->arena, uint32_t, w->slots_nr);
	put(w, ML_RUNS_SETS, &zero, sizeof zero);
	for (size_t i = 0, next; i < members_nr; i = next) {
		size_t nr = 0;
		for (next = i; next < members_nr && members[next].key == members[i].key; next++)
			if (nr == 0 || texts[nr - 1] != members[next].text)
				texts[nr++] = (uint16_t)members[next].text;
		uint32_t set = put_set(w, texts, nr);
		if (set >= ML_RUNS_NONE)
			return ml_error_set(err, ML_ERROR_USAGE, "more than %u sets of texts: the format needs wider numbers", ML_RUNS_NONE);
		struct ml_run_entry entry = { (uint16_t)members[i].key, (uint16_t)set };
		put(w, ML_RUNS_ENTRIES, &entry, sizeof entry);
		starts[(members[i].key >> 16) + 1] = (uint32_t)w->nr[ML_RUNS_ENTRIES];
	}
	for (size_t b = 1; b <= ML_RUNS_BUCKETS; b++)
		if (starts[b] < starts[b - 1])
			starts[b] = starts[b - 1];
	for (size_t b = 0; b < ML_RUNS_BUCKETS; b++) {
		uint16_t offset = (uint16_t)(starts[b] - starts[b / 64 * 64]);
		if (b % 64 == 0)
			put(w, ML_RUNS_BASE, &starts[b], sizeof *starts);
		put(w, ML_RUNS_OFFSETS, &offset, sizeof offset);
	}
	return 0;
}

static void put_text(struct writer *w, const struct index_text *known)
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
	for (size_t i = 0; i < known->clauses_nr; i++) {
		const struct index_clause *clause = &known->clauses[i];
		struct ml_run_clause c = { put_term(w, clause->term), (uint32_t)w->nr[ML_RUNS_HASHES], (uint16_t)clause->hashes_nr,
					   (uint16_t)clause->words };
		for (size_t k = 0; k < clause->hashes_nr; k++)
			put(w, ML_RUNS_HASHES, &clause->hashes[k], sizeof clause->hashes[k]);
		put(w, ML_RUNS_CLAUSES, &c, sizeof c);
	}
	put(w, ML_RUNS_TEXTS, &text, sizeof text);
}

static void join(struct ml_buf *out, const struct writer *w)
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

static int by_first_id(const void *a, const void *b)
{
	const struct index_text *x = *(struct index_text *const *)a, *y = *(struct index_text *const *)b;
	int order = strcmp(x->ids[0], y->ids[0]);

	return order ? order : x->hash < y->hash ? -1 : x->hash > y->hash;
}

static int write_index(const struct index_texts *texts, const char *path, struct ml_error *err)
{
	struct writer w = { .arena = texts->arena, .texts = texts };
	struct ml_buf out;
	int status = -1;

	ml_buf_init(&out, INDEX_MAX);
	for (size_t i = 0; i < ML_RUNS_TABLES; i++)
		ml_buf_init(&w.table[i], INDEX_MAX);
	for (size_t i = 0; i < texts->nr; i++)
		put_text(&w, texts->at[i]);
	put_name(&w, "");
	put_name(&w, "");
	if (put_entries(&w, err))
		goto done;
	join(&out, &w);
	struct ml_run_index made = { ml_buf_span(&out) };
	if (ml_run_index_check(&made, err))
		goto done;
	status = gen_write(path, &out, err);
done:
	for (size_t i = 0; i < ML_RUNS_TABLES; i++)
		ml_buf_release(&w.table[i]);
	ml_buf_release(&out);
	return status;
}

int gen_index(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err)
{
	struct index_texts texts = { .arena = arena };

	if (args_nr < 3 || args_nr % 2 == 0)
		return ml_error_set(err, ML_ERROR_USAGE, "usage: mlint_gen index OUT.idx --spdx DIR [--corpus DIR]");
	for (size_t i = 1; i + 1 < args_nr; i += 2) {
		int (*read)(struct index_texts *, const char *, struct ml_error *) =
			strcmp(args[i], "--spdx") == 0 ? index_read_spdx : strcmp(args[i], "--corpus") == 0 ? index_read_corpus : NULL;
		if (!read)
			return ml_error_set(err, ML_ERROR_USAGE, "unknown option '%s'", args[i]);
		if (read(&texts, args[i + 1], err))
			return -1;
	}
	index_add_heads(&texts);
	index_lend_clauses(&texts);
	qsort(texts.at, texts.nr, sizeof *texts.at, by_first_id);
	return write_index(&texts, args[0], err);
}
