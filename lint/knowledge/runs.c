#include "lint/knowledge/runs.h"

#include <string.h>

static const size_t element[ML_RUNS_TABLES] = {
	[ML_RUNS_TEXTS] = sizeof(struct ml_run_text),	  [ML_RUNS_PIECES] = sizeof(struct ml_run_piece),
	[ML_RUNS_CLAUSES] = sizeof(struct ml_run_clause), [ML_RUNS_HASHES] = sizeof(uint32_t),
	[ML_RUNS_SETS] = sizeof(uint32_t),		  [ML_RUNS_MEMBERS] = sizeof(uint16_t),
	[ML_RUNS_BASE] = sizeof(uint32_t),		  [ML_RUNS_OFFSETS] = sizeof(uint16_t),
	[ML_RUNS_ENTRIES] = sizeof(struct ml_run_entry),  [ML_RUNS_NAMES] = 1,
};

static const struct ml_run_header *header_of(const struct ml_run_index *index)
{
	return (const struct ml_run_header *)(const void *)index->bytes.at;
}

static const void *table_of(const struct ml_run_index *index, enum ml_run_table table)
{
	return index->bytes.at + header_of(index)->table[table].at;
}

struct ml_span ml_runs_table(const struct ml_run_index *index, enum ml_run_table table, size_t *nr)
{
	*nr = header_of(index)->table[table].nr;
	return (struct ml_span){ table_of(index, table), *nr * element[table] };
}

bool ml_runs_open(struct ml_runs *runs, const struct ml_run_index *index)
{
	memset(runs, 0, sizeof *runs);
	if (!index || index->bytes.len < sizeof(struct ml_run_header) || header_of(index)->order != ML_RUNS_ORDER)
		return false;
	const struct ml_run_header *header = header_of(index);
	*runs = (struct ml_runs){
		.texts = table_of(index, ML_RUNS_TEXTS),
		.texts_nr = header->table[ML_RUNS_TEXTS].nr,
		.pieces = table_of(index, ML_RUNS_PIECES),
		.clauses = table_of(index, ML_RUNS_CLAUSES),
		.hashes = table_of(index, ML_RUNS_HASHES),
		.sets = table_of(index, ML_RUNS_SETS),
		.sets_nr = header->table[ML_RUNS_SETS].nr - 1,
		.bases = table_of(index, ML_RUNS_BASE),
		.members = table_of(index, ML_RUNS_MEMBERS),
		.offsets = table_of(index, ML_RUNS_OFFSETS),
		.entries = table_of(index, ML_RUNS_ENTRIES),
		.entries_nr = header->table[ML_RUNS_ENTRIES].nr,
		.names = table_of(index, ML_RUNS_NAMES),
	};
	return true;
}

bool ml_runs_holds_one(const struct ml_runs *runs, uint16_t set, size_t text)
{
	const uint32_t *first = runs->sets + (set - runs->texts_nr);
	const uint16_t *low = runs->members + first[0];

	for (size_t nr = first[1] - first[0]; nr > 1;) {
		size_t half = nr / 2;
		low = low[half] <= text ? low + half : low;
		nr -= half;
	}
	return first[1] > first[0] && *low == text;
}

bool ml_runs_named(const struct ml_runs *runs, size_t text, struct ml_span id)
{
	for (const char *name = runs->names + runs->texts[text].name; *name; name += strlen(name) + 1)
		if (ml_span_is_nocase(id, name))
			return true;
	return false;
}

static int broken(struct ml_error *err, const char *what)
{
	return ml_error_set(err, ML_ERROR_UNJUDGED, "the license index is damaged: %s", what);
}

static int check_header(const struct ml_run_index *index, struct ml_error *err)
{
	const struct ml_run_header *header = header_of(index);

	if (index->bytes.len < sizeof *header || (uintptr_t)index->bytes.at % 8)
		return broken(err, "no header");
	if (memcmp(header->magic, ML_RUNS_MAGIC, sizeof header->magic) != 0)
		return broken(err, "another format or version");
	if (header->order != ML_RUNS_ORDER)
		return broken(err, "another byte order");
	if (header->size != index->bytes.len)
		return broken(err, "size");
	for (size_t i = 0; i < ML_RUNS_TABLES; i++) {
		uint64_t end = header->table[i].at + (uint64_t)header->table[i].nr * element[i];
		if (header->table[i].at % 8 || header->table[i].at < sizeof *header || end > header->size)
			return broken(err, "a table's place");
	}
	if (header->table[ML_RUNS_BASE].nr != ML_RUNS_BASES || header->table[ML_RUNS_OFFSETS].nr != ML_RUNS_BUCKETS)
		return broken(err, "number of buckets");
	if (header->table[ML_RUNS_SETS].nr == 0 ||
	    header->table[ML_RUNS_TEXTS].nr + (uint64_t)header->table[ML_RUNS_SETS].nr > ML_RUNS_NONE)
		return broken(err, "number of sets");
	return 0;
}

/* Every list of names must end inside the table: it does where the table's last two bytes are NUL. */
static bool ends_names(const struct ml_runs *runs, uint32_t names_nr)
{
	return names_nr >= 2 && !runs->names[names_nr - 1] && !runs->names[names_nr - 2];
}

static bool texts_ok(const struct ml_runs *runs, const struct ml_run_header *header)
{
	for (size_t i = 0; i < runs->texts_nr; i++) {
		const struct ml_run_text *text = &runs->texts[i];
		if (text->name >= header->table[ML_RUNS_NAMES].nr || !runs->names[text->name] ||
		    (uint64_t)text->piece + text->pieces_nr > header->table[ML_RUNS_PIECES].nr ||
		    (uint64_t)text->clause + text->clauses_nr > header->table[ML_RUNS_CLAUSES].nr)
			return false;
	}
	for (size_t i = 0; i < header->table[ML_RUNS_CLAUSES].nr; i++) {
		const struct ml_run_clause *clause = &runs->clauses[i];
		if (clause->term >= header->table[ML_RUNS_NAMES].nr ||
		    (uint64_t)clause->hash + clause->hashes_nr > header->table[ML_RUNS_HASHES].nr)
			return false;
	}
	return true;
}

static bool sets_ok(const struct ml_runs *runs, const struct ml_run_header *header)
{
	uint32_t members = header->table[ML_RUNS_MEMBERS].nr;

	for (size_t i = 0; i < header->table[ML_RUNS_SETS].nr; i++)
		if (runs->sets[i] > members || (i && runs->sets[i] < runs->sets[i - 1]))
			return false;
	for (size_t i = 0; i < members; i++)
		if (runs->members[i] >= runs->texts_nr)
			return false;
	return true;
}

static bool entries_ok(const struct ml_runs *runs, const struct ml_run_header *header)
{
	size_t sets = runs->texts_nr + header->table[ML_RUNS_SETS].nr - 1;
	uint64_t before = 0;

	for (size_t b = 0; b < ML_RUNS_BUCKETS; b++) {
		uint64_t start = (uint64_t)runs->bases[b >> 6] + runs->offsets[b];
		if (start < before || start > runs->entries_nr)
			return false;
		before = start;
	}
	for (size_t i = 0; i < runs->entries_nr; i++)
		if (runs->entries[i].set >= sets)
			return false;
	return true;
}

int ml_run_index_check(const struct ml_run_index *index, struct ml_error *err)
{
	struct ml_runs runs;

	if (check_header(index, err))
		return -1;
	if (!ml_runs_open(&runs, index))
		return broken(err, "header");
	const struct ml_run_header *header = header_of(index);
	if (!ends_names(&runs, header->table[ML_RUNS_NAMES].nr))
		return broken(err, "names");
	if (!texts_ok(&runs, header))
		return broken(err, "texts");
	if (!sets_ok(&runs, header))
		return broken(err, "sets");
	return entries_ok(&runs, header) ? 0 : broken(err, "entries");
}
