#include "lint/facts/clauses.h"

#include <stdlib.h>
#include <string.h>

#include "lint/base/limits.h"
#include "lint/facts/clauses_units.h"
#include "lint/facts/clauses_value.h"
#include "lint/facts/parts.h"
#include "lint/text/scan.h"

#define LEAD_DEPTH 3      /* lists inside each other whose leads an item carries */
#define LEAD_PART 300     /* bytes kept of each end of a long lead */
#define LEAD_TRIES 8      /* matches that lie in the lead alone and are passed over */
#define SUBJECT_BYTES (ML_UNIT_BYTES + LEAD_DEPTH * (2 * LEAD_PART + 2) + 1)

struct words_of {
	const uint32_t *at;
	size_t nr;
};

struct ml_clause_reader {
	struct ml_arena *arena;   /* lives as long as the reader */
	struct ml_arena *scratch; /* reset before each text */
	const struct ml_knowledge *knowledge;
	struct ml_patterns *patterns;
	struct ml_scan *scan;
	const char **words;
	size_t words_nr;
	struct words_of *clauses;  /* of each word: the clauses that it triggers */
	struct words_of *also;     /* of each clause: the words of which one must occur too */
	uint32_t *seen;            /* of each word: number of the unit that had it last */
	uint32_t *tried;           /* of each clause: number of the unit that tried it last */
	uint32_t unit;             /* number of the unit at hand, counted over all texts */
};

/* One text being read. */
struct reading {
	struct ml_clause_reader *reader;
	struct ml_arena *arena;
	struct ml_clause_hits *out;
	size_t cap;
	struct ml_units units;
	const struct ml_scan_hit *hits;
	size_t *first_hit;       /* of each unit, and one past the last */
	size_t of_term[ML_TERM_NR];
	bool granted[ML_TERM_NR]; /* a clause that grants was found */
	size_t spent;            /* bytes given to patterns */
	char subject[SUBJECT_BYTES];
};

/* What a pattern looks at: a unit, behind the words that lead in to it. */
struct subject {
	const struct ml_unit *unit;
	struct ml_span text;
	size_t own; /* offset of the unit's own words */
};

struct word_table {
	uint32_t *slot; /* word number + 1, 0 free */
	size_t mask;
};

static size_t hash_word(const char *word)
{
	size_t hash = 1469598103934665603u;

	for (; *word; word++)
		hash = (hash ^ (unsigned char)*word) * 1099511628211u;
	return hash ^ (hash >> 29);
}

static uint32_t intern(struct ml_clause_reader *reader, struct word_table *table, const char *word)
{
	size_t at = hash_word(word) & table->mask;

	while (table->slot[at] && strcmp(reader->words[table->slot[at] - 1], word) != 0)
		at = (at + 1) & table->mask;
	if (!table->slot[at]) {
		reader->words[reader->words_nr++] = word;
		table->slot[at] = (uint32_t)reader->words_nr;
	}
	return table->slot[at] - 1;
}

static size_t count_words(const struct ml_knowledge *knowledge)
{
	size_t nr = 0;

	for (size_t i = 0; i < knowledge->clauses_nr; i++)
		nr += knowledge->clauses[i].triggers_nr + knowledge->clauses[i].also_nr;
	return nr;
}

/* Notes for each word which clauses it triggers: pairs in order of clause, then dealt out by word. */
static void index_triggers(struct ml_clause_reader *reader, const uint32_t (*pairs)[2], size_t pairs_nr)
{
	size_t *counts = ml_arena_array(reader->scratch, size_t, reader->words_nr + 1);
	uint32_t *lists = ml_arena_array(reader->arena, uint32_t, pairs_nr + 1);

	for (size_t i = 0; i < pairs_nr; i++)
		counts[pairs[i][0] + 1]++;
	for (size_t w = 0; w < reader->words_nr; w++) {
		counts[w + 1] += counts[w];
		reader->clauses[w].at = lists + counts[w];
	}
	for (size_t i = 0; i < pairs_nr; i++) {
		struct words_of *of = &reader->clauses[pairs[i][0]];
		lists[(size_t)(of->at - lists) + of->nr++] = pairs[i][1];
	}
}

static void index_words(struct ml_clause_reader *reader, unsigned where)
{
	const struct ml_knowledge *knowledge = reader->knowledge;
	size_t most = count_words(knowledge), pairs_nr = 0;
	struct word_table table = { .mask = 63 };

	while (table.mask < 2 * most)
		table.mask = 2 * table.mask + 1;
	table.slot = ml_arena_array(reader->scratch, uint32_t, table.mask + 1);
	uint32_t (*pairs)[2] = ml_arena_alloc_array(reader->scratch, most + 1, sizeof *pairs);
	reader->words = ml_arena_array(reader->arena, const char *, most + 1);
	reader->also = ml_arena_array(reader->arena, struct words_of, knowledge->clauses_nr + 1);
	for (size_t i = 0; i < knowledge->clauses_nr; i++) {
		const struct ml_clause *clause = &knowledge->clauses[i];
		if (!(clause->where & where))
			continue;
		for (size_t k = 0; k < clause->triggers_nr; k++, pairs_nr++) {
			pairs[pairs_nr][0] = intern(reader, &table, clause->triggers[k]);
			pairs[pairs_nr][1] = (uint32_t)i;
		}
		uint32_t *also = ml_arena_array(reader->arena, uint32_t, clause->also_nr + 1);
		for (size_t k = 0; k < clause->also_nr; k++)
			also[k] = intern(reader, &table, clause->also[k]);
		reader->also[i] = (struct words_of){ also, clause->also_nr };
	}
	reader->clauses = ml_arena_array(reader->arena, struct words_of, reader->words_nr + 1);
	index_triggers(reader, (const uint32_t (*)[2])pairs, pairs_nr);
}

struct ml_clause_reader *ml_clause_reader_new(const struct ml_knowledge *knowledge, struct ml_patterns *patterns, unsigned where)
{
	struct ml_arena *arena = ml_arena_new();
	struct ml_clause_reader *reader = ml_arena_alloc(arena, sizeof *reader);

	reader->arena = arena;
	reader->scratch = ml_arena_new();
	reader->knowledge = knowledge;
	reader->patterns = patterns;
	index_words(reader, where);
	reader->seen = ml_arena_array(arena, uint32_t, reader->words_nr + 1);
	reader->tried = ml_arena_array(arena, uint32_t, knowledge->clauses_nr + 1);
	reader->scan = ml_scan_new(arena, reader->words, reader->words_nr);
	return reader;
}

void ml_clause_reader_free(struct ml_clause_reader *reader)
{
	if (!reader)
		return;
	ml_arena_free(reader->scratch);
	ml_arena_free(reader->arena);
}

/* All trigger words of the text, and where each unit's begin. */
static void collect_hits(struct reading *r)
{
	struct ml_scan_hit *hits = NULL, hit;
	size_t nr = 0, cap = 0, at = 0, unit = 0;

	r->first_hit = ml_arena_array(r->reader->scratch, size_t, r->units.nr + 1);
	while (ml_scan_next(r->reader->scan, r->units.text, &at, &hit)) {
		for (; unit < r->units.nr && r->units.at[unit].to <= hit.at; unit++)
			r->first_hit[unit + 1] = nr;
		ML_PUSH(r->reader->scratch, hits, nr, cap, hit);
	}
	for (; unit < r->units.nr; unit++)
		r->first_hit[unit + 1] = nr;
	r->hits = hits;
}

static void see_words(struct reading *r, size_t unit)
{
	for (size_t i = r->first_hit[unit]; i < r->first_hit[unit + 1]; i++)
		r->reader->seen[r->hits[i].word] = r->reader->unit;
}

static size_t put_subject(struct reading *r, size_t len, const char *bytes, size_t nr)
{
	memcpy(r->subject + len, bytes, nr);
	return len + nr;
}

/* A lead, its middle left out where it is long; cut between characters. */
static size_t put_lead(struct reading *r, size_t len, const struct ml_unit *lead)
{
	const char *at = r->units.text.at + lead->from;
	size_t nr = lead->to - lead->from, head = nr, tail = nr;

	if (nr > 2 * LEAD_PART) {
		head = LEAD_PART;
		tail = nr - LEAD_PART;
		while (head && ((unsigned char)at[head] & 0xc0) == 0x80)
			head--;
		while (tail < nr && ((unsigned char)at[tail] & 0xc0) == 0x80)
			tail++;
	}
	len = put_subject(r, len, at, head);
	if (tail > head)
		len = put_subject(r, len, " ", 1);
	len = put_subject(r, len, at + tail, nr - tail);
	return put_subject(r, len, " ", 1);
}

static struct subject make_subject(struct reading *r, size_t number)
{
	const struct ml_unit *unit = &r->units.at[number], *leads[LEAD_DEPTH];
	struct subject subject = { .unit = unit, .text = { r->units.text.at + unit->from, unit->to - unit->from } };
	size_t depth = 0, len = 0;

	for (uint32_t lead = unit->lead; lead && depth < LEAD_DEPTH; lead = leads[depth++]->lead) {
		leads[depth] = &r->units.at[lead - 1];
		see_words(r, lead - 1);
	}
	if (!depth)
		return subject;
	while (depth-- > 0)
		len = put_lead(r, len, leads[depth]);
	subject.own = len;
	len = put_subject(r, len, subject.text.at, subject.text.len);
	subject.text = (struct ml_span){ r->subject, len };
	return subject;
}

static enum ml_match_result find(struct reading *r, const char *pattern, struct ml_span text, size_t start, struct ml_match *match)
{
	if (r->spent > ML_LIMIT_CLAUSE_BYTES) {
		r->out->cut = true;
		return ML_MATCH_NONE;
	}
	r->spent += text.len - start + 16;
	enum ml_match_result result = ml_pattern_find(r->reader->patterns, pattern, text, start, match);
	r->out->undecided += result == ML_MATCH_UNDECIDED;
	return result;
}

/* A match that reaches the unit's own words: one in the lead alone was told where the lead stands. */
static bool find_own(struct reading *r, const struct ml_clause *clause, const struct subject *subject, struct ml_match *match)
{
	size_t start = 0;

	for (int i = 0; i < LEAD_TRIES && start <= subject->text.len; i++) {
		if (find(r, clause->pattern, subject->text, start, match) != ML_MATCH_FOUND)
			return false;
		if (match->to > subject->own)
			return true;
		start = match->from + 1;
		while (start < subject->text.len && ((unsigned char)subject->text.at[start] & 0xc0) == 0x80)
			start++;
	}
	return false;
}

/* An undecided near miss keeps the clause: it was found, and only its excuse is open. */
static bool excused(struct reading *r, const struct ml_clause *clause, const struct subject *subject)
{
	struct ml_match match;

	for (size_t i = 0; i < clause->unless_nr; i++)
		if (find(r, clause->unless[i], subject->text, 0, &match) == ML_MATCH_FOUND)
			return true;
	return false;
}

static size_t source_of(const struct reading *r, const struct subject *subject, size_t at)
{
	return ml_fold_source(&r->units.fold, subject->unit->from + (at > subject->own ? at - subject->own : 0));
}

static void add_hit(struct reading *r, const struct ml_clause *clause, const struct subject *subject, const struct ml_match *match)
{
	const struct ml_unit *unit = subject->unit;
	struct ml_clause_hit hit = { .term = clause->term, .clause = clause };
	/* A group tells the words that count, where the pattern needs others before them. */
	bool group = match->groups_nr > 1 && match->group[1].from < match->group[1].to && match->group[1].to > subject->own;
	size_t from = group ? match->group[1].from : match->from, to = group ? match->group[1].to : match->to;

	hit.from = source_of(r, subject, from);
	hit.to = source_of(r, subject, to > 0 ? to - 1 : 0) + 1;
	hit.value = ml_clause_value(r->arena, clause->value, subject->text, match);
	if (unit->section_to > unit->section)
		hit.section = ml_arena_dup(r->arena, ml_span_sub(r->units.text, unit->section, unit->section_to));
	r->of_term[clause->term]++;
	ML_PUSH(r->arena, r->out->at, r->out->nr, r->cap, hit);
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

/* Whether this unit has already told that term in that sense. */
static bool told(const struct reading *r, const struct ml_clause *clause, size_t since)
{
	for (size_t i = since; i < r->out->nr; i++)
		if (r->out->at[i].term == clause->term && same_text(r->out->at[i].clause->value, clause->value))
			return true;
	return false;
}

static bool has_also(const struct ml_clause_reader *reader, uint32_t clause)
{
	const struct words_of *also = &reader->also[clause];

	for (size_t i = 0; i < also->nr; i++)
		if (reader->seen[also->at[i]] == reader->unit)
			return true;
	return also->nr == 0;
}

static void try_clause(struct reading *r, uint32_t number, const struct subject *subject, size_t since)
{
	const struct ml_clause *clause = &r->reader->knowledge->clauses[number];
	struct ml_match match;

	if (clause->grants ? r->granted[clause->term] : r->of_term[clause->term] >= ML_CLAUSE_HITS_PER_TERM || told(r, clause, since))
		return;
	if (r->out->nr >= ML_LIMIT_TERMS_PER_FILE) {
		r->out->cut = true;
		return;
	}
	if (!find_own(r, clause, subject, &match) || excused(r, clause, subject))
		return;
	if (clause->grants)
		r->granted[clause->term] = true;
	else
		add_hit(r, clause, subject, &match);
}

static int by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

/* The clauses whose trigger stands in the unit's own words, in the order of terms.yml. */
static size_t candidates(struct reading *r, size_t unit, uint32_t *list)
{
	struct ml_clause_reader *reader = r->reader;
	size_t nr = 0;

	for (size_t i = r->first_hit[unit]; i < r->first_hit[unit + 1]; i++) {
		const struct words_of *clauses = &reader->clauses[r->hits[i].word];
		for (size_t k = 0; k < clauses->nr; k++) {
			if (reader->tried[clauses->at[k]] == reader->unit)
				continue;
			reader->tried[clauses->at[k]] = reader->unit;
			list[nr++] = clauses->at[k];
		}
	}
	qsort(list, nr, sizeof *list, by_number);
	return nr;
}

static void read_unit(struct reading *r, size_t unit, uint32_t *list)
{
	size_t since = r->out->nr;

	r->reader->unit++;
	see_words(r, unit);
	size_t nr = candidates(r, unit, list);
	if (!nr)
		return;
	struct subject subject = make_subject(r, unit);
	for (size_t i = 0; i < nr; i++)
		if (has_also(r->reader, list[i]))
			try_clause(r, list[i], &subject, since);
}

static int by_term(const void *a, const void *b)
{
	const struct ml_clause_hit *x = a, *y = b;

	if (x->term != y->term)
		return x->term < y->term ? -1 : 1;
	if (x->clause != y->clause)
		return x->clause < y->clause ? -1 : 1;
	return x->from < y->from ? -1 : x->from > y->from;
}

static void drop_yielding(struct reading *r)
{
	struct ml_clause_hits *out = r->out;
	size_t kept = 0;

	for (size_t i = 0; i < out->nr; i++)
		if (!out->at[i].clause->yields || !r->granted[out->at[i].term])
			out->at[kept++] = out->at[i];
	out->nr = kept;
}

void ml_clauses_find(struct ml_clause_hits *out, struct ml_clause_reader *reader, struct ml_arena *arena, struct ml_span text)
{
	memset(out, 0, sizeof *out);
	ml_arena_reset(reader->scratch);
	struct reading *r = ml_arena_alloc(reader->scratch, sizeof *r);
	uint32_t *list = ml_arena_array(reader->scratch, uint32_t, reader->knowledge->clauses_nr + 1);

	r->reader = reader;
	r->arena = arena;
	r->out = out;
	ml_units_split(&r->units, reader->scratch, text);
	collect_hits(r);
	for (size_t i = 0; i < r->units.nr; i++)
		if (r->first_hit[i + 1] > r->first_hit[i])
			read_unit(r, i, list);
	drop_yielding(r);
	if (out->nr)
		qsort(out->at, out->nr, sizeof *out->at, by_term);
}

static bool inside_character(struct ml_span text, size_t at)
{
	return at < text.len && ((unsigned char)text.at[at] & 0xc0) == 0x80;
}

void ml_clauses_of_text(struct ml_term_fact **out, size_t *nr, struct ml_arena *arena, const struct ml_knowledge *knowledge,
			struct ml_patterns *patterns, const struct ml_file *file, size_t from, size_t to)
{
	struct ml_clause_reader *reader = ml_clause_reader_new(knowledge, patterns, ML_CLAUSE_LICENSE);
	struct ml_clause_hits hits;

	while (inside_character(file->text, from))
		from++;
	while (inside_character(file->text, to))
		to++;
	ml_clauses_find(&hits, reader, arena, ml_span_sub(file->text, from, to));
	*out = ml_arena_array(arena, struct ml_term_fact, hits.nr);
	*nr = hits.nr;
	for (size_t i = 0; i < hits.nr; i++)
		(*out)[i] = (struct ml_term_fact){ .id = hits.at[i].term,
						   .value = hits.at[i].value,
						   .section = hits.at[i].section,
						   .where = ml_where_of(arena, file, from + hits.at[i].from, from + hits.at[i].to) };
	ml_clause_reader_free(reader);
}

size_t ml_terms_of_sentence(struct ml_term_fact **out, struct ml_clause_reader *reader, struct ml_arena *arena, struct ml_span sentence)
{
	struct ml_clause_hits hits;
	size_t nr = 0;

	ml_clauses_find(&hits, reader, arena, sentence);
	*out = ml_arena_array(arena, struct ml_term_fact, hits.nr);
	for (size_t i = 0; i < hits.nr; i++)
		if (!nr || (*out)[nr - 1].id != hits.at[i].term)
			(*out)[nr++] = (struct ml_term_fact){ .id = hits.at[i].term, .value = hits.at[i].value };
	return nr;
}
