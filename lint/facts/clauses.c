#include "lint/facts/clauses.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/codepoint.h"
#include "lint/base/limits.h"
#include "lint/facts/clauses_units.h"
#include "lint/facts/clauses_value.h"
#include "lint/facts/parts.h"
#include "lint/knowledge/clause_words.h"
#include "lint/knowledge/lists.h"

#define WORD_BYTES 64u    /* of the longest literal of a clause */
#define LEAD_DEPTH 3      /* lists inside each other whose leads an item carries */
#define LEAD_PART 300     /* bytes kept of each end of a long lead */
#define LEAD_TRIES 8      /* matches that lie in the lead alone and are passed over */
#define SUBJECT_BYTES (ML_UNIT_BYTES + LEAD_DEPTH * (2 * LEAD_PART + 2) + 1)

struct ml_clause_reader {
	struct ml_arena *scratch; /* reset before each text */
	const struct ml_knowledge *knowledge;
	struct ml_patterns *patterns;
	const struct ml_word_index *index;
	bool below;      /* ML_CLAUSE_BELOW */
	uint32_t *seen;  /* of each word: number of the unit that had it last, in its own words or its leads' */
	uint32_t *led;   /* the same for the leads' words alone */
	uint32_t *tried; /* of each clause: number of the unit that tried it last */
	uint32_t unit;   /* number of the unit at hand, counted over all texts */
};

/* One text being read. */
struct reading {
	struct ml_clause_reader *reader;
	struct ml_arena *arena;
	struct ml_clause_hits *out;
	size_t cap;
	struct ml_units units;
	const struct ml_word_hit *hits;
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

/* A clause that may stand in a unit, and the words that say so. */
struct candidate {
	uint32_t clause;
	uint32_t from, to; /* of the words, in the folded text */
};

static struct ml_clause_reader *reader_new(const struct ml_knowledge *knowledge, struct ml_patterns *patterns, unsigned where)
{
	struct ml_kept *kept = ml_patterns_kept(patterns);
	struct ml_arena *arena = ml_kept_arena(kept);
	struct ml_clause_reader *reader = ml_arena_alloc(arena, sizeof *reader);

	reader->scratch = ml_kept_scratch(kept);
	reader->knowledge = knowledge;
	reader->patterns = patterns;
	reader->below = where == ML_CLAUSE_BELOW;
	where = reader->below ? ML_CLAUSE_LICENSE : where;
	reader->index = where == ML_CLAUSE_LICENSE ? knowledge->license_words : where == ML_CLAUSE_PROSE ? knowledge->prose_words : NULL;
	if (!reader->index) {
		ml_arena_reset(reader->scratch);
		reader->index = ml_word_index_new(arena, reader->scratch, knowledge->clauses, knowledge->clauses_nr, where);
	}
	reader->seen = ml_arena_array(arena, uint32_t, reader->index->words_nr);
	reader->led = ml_arena_array(arena, uint32_t, reader->index->words_nr);
	reader->tried = ml_arena_array(arena, uint32_t, knowledge->clauses_nr);
	return reader;
}

struct ml_clause_reader *ml_clause_reader_of(const struct ml_knowledge *knowledge, struct ml_patterns *patterns, unsigned where)
{
	static const char license, prose, below;
	const char *kind = where == ML_CLAUSE_BELOW ? &below : where == ML_CLAUSE_PROSE ? &prose : &license;
	void **slot = ml_kept_slot(ml_patterns_kept(patterns), kind, knowledge);

	if (!*slot)
		*slot = reader_new(knowledge, patterns, where);
	return *slot;
}

/* Units are numbered from 1 again before the numbers run out. */
static void number_units(struct ml_clause_reader *reader, size_t nr)
{
	if (nr < UINT32_MAX - reader->unit)
		return;
	memset(reader->seen, 0, reader->index->words_nr * sizeof *reader->seen);
	memset(reader->led, 0, reader->index->words_nr * sizeof *reader->led);
	memset(reader->tried, 0, reader->knowledge->clauses_nr * sizeof *reader->tried);
	reader->unit = 0;
}

/* All words of the text, and where each unit's begin. */
static void collect_hits(struct reading *r)
{
	size_t nr = ml_word_index_find(&r->hits, r->reader->scratch, r->reader->index, r->units.text), i = 0;

	r->first_hit = ml_arena_raw_array(r->reader->scratch, size_t, r->units.nr + 1);
	for (size_t unit = 0; unit < r->units.nr; unit++) {
		r->first_hit[unit] = i;
		while (i < nr && r->hits[i].at < r->units.at[unit].to)
			i++;
	}
	r->first_hit[r->units.nr] = i;
}

static void see_words(struct reading *r, size_t unit, uint32_t *seen)
{
	for (size_t i = r->first_hit[unit]; i < r->first_hit[unit + 1]; i++)
		seen[r->hits[i].word] = r->reader->unit;
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
		head = ml_codepoint_start(at, LEAD_PART);
		tail = ml_codepoint_end(at, nr - LEAD_PART, nr);
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

	for (uint32_t lead = unit->lead; lead && depth < LEAD_DEPTH; lead = leads[depth++]->lead)
		leads[depth] = &r->units.at[lead - 1];
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
	return ml_pattern_find(r->reader->patterns, pattern, text, start, match);
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
		start = ml_codepoint_end(subject->text.at, match->from + 1, subject->text.len);
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

/* A threshold above which a name is to be shown, where the same unit asks for no license. */
static bool brings_duty(const struct reading *r, const struct ml_clause *clause, const struct subject *subject)
{
	return clause->term == ML_TERM_USER_THRESHOLD &&
	       ml_list_fit(r->reader->knowledge, ML_LIST_SHOWN_ABOVE_A_SCALE, r->reader->patterns, subject->text, NULL);
}

static void add_hit(struct reading *r, const struct ml_clause *clause, const struct subject *subject, const struct ml_match *match,
		    const char *value)
{
	const struct ml_unit *unit = subject->unit;
	struct ml_clause_hit hit = { .term = clause->term, .clause = clause, .value = value };
	/* A group tells the words that count, where the pattern needs others before them. */
	bool group = match->groups_nr > 1 && match->group[1].from < match->group[1].to && match->group[1].to > subject->own;
	size_t from = group ? match->group[1].from : match->from, to = group ? match->group[1].to : match->to;

	hit.duty = brings_duty(r, clause, subject);
	hit.from = source_of(r, subject, from);
	hit.to = source_of(r, subject, to > 0 ? to - 1 : 0) + 1;
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

/* What the clause's words found, for one that has no pattern. */
static struct ml_match match_of_words(const struct subject *subject, const struct candidate *candidate)
{
	struct ml_match match = { .groups_nr = 1 };

	match.from = match.group[0].from = subject->own + (candidate->from - subject->unit->from);
	match.to = match.group[0].to = subject->own + (candidate->to - subject->unit->from);
	return match;
}

static void try_clause(struct reading *r, const struct candidate *candidate, const struct subject *subject, size_t since)
{
	const struct ml_clause *clause = ml_clause_at(r->reader->knowledge, candidate->clause);
	struct ml_match match = match_of_words(subject, candidate);

	if (clause->grants ? r->granted[clause->term] : r->of_term[clause->term] >= ML_CLAUSE_HITS_PER_TERM || told(r, clause, since))
		return;
	if (r->out->nr >= ML_LIMIT_TERMS_PER_FILE) {
		r->out->cut = true;
		return;
	}
	if ((clause->pattern && !find_own(r, clause, subject, &match)) || excused(r, clause, subject))
		return;
	const char *value = ml_clause_value(r->arena, r->reader->knowledge, clause->value, subject->text, &match);
	if (clause->grants)
		r->granted[clause->term] = true;
	else if (value || !ml_clause_needs_value(clause->value))
		add_hit(r, clause, subject, &match, value);
}

static int by_clause(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	return x->clause < y->clause ? -1 : x->clause > y->clause;
}

static bool any_seen(const uint64_t *set, const struct ml_word_index *index, const uint32_t *seen, uint32_t unit)
{
	for (size_t i = 0; i < ml_word_set_size(index); i++)
		for (uint64_t bits = set[i]; bits; bits &= bits - 1)
			if (seen[64 * i + (size_t)__builtin_ctzll(bits)] == unit)
				return true;
	return false;
}

/* A word of the set near before hit i, in the unit or among its leads' words; moves from to its place. */
static bool stands_before(const struct reading *r, size_t unit, size_t i, const uint64_t *set, unsigned near, struct candidate *out)
{
	const struct ml_word_hit *hit = &r->hits[i];

	for (size_t k = i; k-- > r->first_hit[unit] && hit->at - r->hits[k].at <= near + WORD_BYTES;) {
		if (!ml_word_in(set, r->hits[k].word) || r->hits[k].end > hit->at || hit->at - r->hits[k].end > near)
			continue;
		out->from = r->hits[k].at;
		return true;
	}
	return r->units.at[unit].lead && any_seen(set, r->reader->index, r->reader->led, r->reader->unit);
}

static bool stands_after(const struct reading *r, size_t unit, size_t i, const uint64_t *set, unsigned near, struct candidate *out)
{
	const struct ml_word_hit *hit = &r->hits[i];

	for (size_t k = i + 1; k < r->first_hit[unit + 1] && r->hits[k].at <= hit->end + near; k++) {
		if (!ml_word_in(set, r->hits[k].word) || r->hits[k].at < hit->end)
			continue;
		out->to = r->hits[k].end;
		return true;
	}
	return false;
}

/* Whether hit i triggers the clause: the words that it asks for around it are there. */
static bool is_triggered(const struct reading *r, size_t unit, size_t i, struct candidate *out)
{
	const struct ml_word_index *index = r->reader->index;
	const struct ml_clause_words *words = &index->clauses[out->clause];
	unsigned near = r->reader->knowledge->clauses[out->clause].near;

	return (!words->also || any_seen(index->sets + words->also - 1, index, r->reader->seen, r->reader->unit)) &&
	       (!words->before || stands_before(r, unit, i, index->sets + words->before - 1, near, out)) &&
	       (!words->after || stands_after(r, unit, i, index->sets + words->after - 1, near, out));
}

/* The clauses that the unit's own words trigger, in the order of terms.yml. */
static size_t candidates(struct reading *r, size_t unit, struct candidate *list)
{
	const struct ml_word_index *index = r->reader->index;
	size_t nr = 0;

	for (size_t i = r->first_hit[unit]; i < r->first_hit[unit + 1]; i++) {
		uint32_t word = r->hits[i].word;
		for (size_t k = index->first[word]; k < index->first[word + 1]; k++) {
			struct candidate candidate = { index->triggered[k], r->hits[i].at, r->hits[i].end };
			const struct ml_clause_reader *reader = r->reader;
			if (reader->below && !reader->knowledge->terms[reader->knowledge->clauses[candidate.clause].term].below_license)
				continue;
			if (reader->tried[candidate.clause] == reader->unit || !is_triggered(r, unit, i, &candidate))
				continue;
			r->reader->tried[candidate.clause] = r->reader->unit;
			list[nr++] = candidate;
		}
	}
	if (nr > 1)
		qsort(list, nr, sizeof *list, by_clause);
	return nr;
}

static void read_unit(struct reading *r, size_t unit, struct candidate *list)
{
	size_t since = r->out->nr, depth = 0;

	r->reader->unit++;
	see_words(r, unit, r->reader->seen);
	for (uint32_t lead = r->units.at[unit].lead; lead && depth < LEAD_DEPTH; lead = r->units.at[lead - 1].lead, depth++) {
		see_words(r, lead - 1, r->reader->seen);
		see_words(r, lead - 1, r->reader->led);
	}
	size_t nr = candidates(r, unit, list);
	if (!nr)
		return;
	struct subject subject = make_subject(r, unit);
	for (size_t i = 0; i < nr; i++)
		try_clause(r, &list[i], &subject, since);
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
	struct reading *r = ml_arena_raw(reader->scratch, sizeof *r);
	struct candidate *list = ml_arena_raw_array(reader->scratch, struct candidate, reader->knowledge->clauses_nr);

	memset(r, 0, offsetof(struct reading, subject)); /* the rest is filled where it is read */
	r->reader = reader;
	r->arena = arena;
	r->out = out;
	ml_units_split(&r->units, reader->scratch, reader->knowledge, text);
	number_units(reader, r->units.nr);
	collect_hits(r);
	for (size_t i = 0; i < r->units.nr; i++)
		if (r->first_hit[i + 1] > r->first_hit[i])
			read_unit(r, i, list);
	drop_yielding(r);
	if (out->nr)
		qsort(out->at, out->nr, sizeof *out->at, by_term);
}

void ml_clauses_of_text(struct ml_term_fact **out, size_t *nr, struct ml_arena *arena, const struct ml_knowledge *knowledge,
			struct ml_patterns *patterns, const struct ml_file *file)
{
	struct ml_clause_reader *reader = ml_clause_reader_of(knowledge, patterns, ML_CLAUSE_LICENSE);
	struct ml_clause_hits hits;

	ml_clauses_find(&hits, reader, arena, file->text);
	*out = ml_arena_array(arena, struct ml_term_fact, hits.nr);
	*nr = hits.nr;
	for (size_t i = 0; i < hits.nr; i++)
		(*out)[i] = (struct ml_term_fact){ .id = hits.at[i].term,
						   .value = hits.at[i].value,
						   .section = hits.at[i].section,
						   .duty = hits.at[i].duty,
						   .where = ml_where_of(arena, file, hits.at[i].from, hits.at[i].to) };
}

size_t ml_terms_of_sentence(struct ml_term_fact **out, struct ml_clause_reader *reader, struct ml_arena *arena, struct ml_span sentence)
{
	struct ml_clause_hits hits;
	size_t nr = 0;

	ml_clauses_find(&hits, reader, arena, sentence);
	*out = ml_arena_array(arena, struct ml_term_fact, hits.nr);
	for (size_t i = 0; i < hits.nr; i++)
		if (!nr || (*out)[nr - 1].id != hits.at[i].term)
			(*out)[nr++] = (struct ml_term_fact){ .id = hits.at[i].term, .value = hits.at[i].value, .duty = hits.at[i].duty };
	return nr;
}
