#include "lint/facts/license_match.h"

#include <stdlib.h>
#include <string.h>

#include "lint/base/limits.h"

#define CLAUSE_SLACK 8       /* words by which a clause may be longer than in the known text */
#define CLAUSE_SHARE 0.5     /* of a clause's runs that show that it is there */
#define SURE_LIKENESS 0.97   /* a near text that is so like the known one has its unlabelled terms, seen or not */
#define VALUE_NEAR 80u       /* bytes beside the words of a clause in which its value stands */
#define PLACES 3             /* of one term in an unknown text */
#define MATERIAL_SHARE 0.03  /* of a text's words: more missing ones alter it whatever they are */
#define MATERIAL_WORDS 8

/* The clauses of bytes [from, to) of the file, their places in the file. */
static void read_clauses(struct ml_clause_hits *out, struct reading *r, size_t from, size_t to)
{
	struct ml_clause_reader *reader = ml_clause_reader_of(r->knowledge, r->patterns, ML_CLAUSE_LICENSE);

	ml_clauses_find(out, reader, r->keep, ml_span_sub(r->file->text, from, to));
	for (size_t i = 0; i < out->nr; i++) {
		out->at[i].from += from;
		out->at[i].to += from;
	}
}

const struct ml_clause_hits *license_clauses(struct reading *r)
{
	if (!r->clauses_read) {
		read_clauses(&r->clauses, r, 0, r->file->text.len);
		r->clauses_read = true;
	}
	return &r->clauses;
}

/* The clauses that words [from, to) state by themselves, whatever stands around them: with the number before them, which is no word. */
static void clauses_alone(struct ml_clause_hits *out, struct reading *r, size_t from, size_t to)
{
	const char *text = r->file->text.at;
	size_t start = r->words.at[from].at, end = r->words.at[to - 1].end;
	size_t first = from ? r->words.at[from - 1].end : 0, last = to < r->words.nr ? r->words.at[to].at : r->file->text.len;

	while (start > first && text[start - 1] != '\n')
		start--;
	while (end < last && text[end] != '\n')
		end++;
	read_clauses(out, r, start, end);
}

/* A term that limits or asks for something, where attribution is what every license asks. */
static bool is_condition(enum ml_term_id term)
{
	return term != ML_TERM_ATTRIBUTION && term != ML_TERM_PATENT_LITIGATION_TERMINATION;
}

static bool overlaps(const struct reading *r, const struct ml_clause_hit *hit, size_t from, size_t to)
{
	return from < to && hit->from < r->words.at[to - 1].end && hit->to > r->words.at[from].at;
}

bool license_states_terms(struct reading *r, size_t from, size_t to)
{
	struct ml_clause_hits hits;

	clauses_alone(&hits, r, from, to);
	for (size_t i = 0; i < hits.nr; i++)
		if (is_condition(hits.at[i].term))
			return true;
	return false;
}

struct terms {
	struct ml_term_fact *at;
	size_t nr, cap;
};

static void push(struct terms *terms, const struct reading *r, const struct ml_term_fact *term)
{
	if (terms->nr < ML_LIMIT_TERMS_PER_FILE)
		ML_PUSH(r->keep, terms->at, terms->nr, terms->cap, *term);
}

static const struct ml_run_clause *clause_of(const struct reading *r, size_t text, enum ml_term_id term)
{
	const struct ml_run_text *known = &r->runs.texts[text];

	for (size_t i = 0; i < known->clauses_nr; i++) {
		const struct ml_run_clause *clause = &r->runs.clauses[known->clause + i];
		if (strcmp(r->runs.names + clause->term, ml_term_name(term)) == 0)
			return clause;
	}
	return NULL;
}

/* Which of a clause's runs stands at a position: a bit, or 0. */
static uint32_t bit_of(const struct reading *r, const struct ml_run_clause *clause, size_t position)
{
	for (size_t k = 0; k < clause->hashes_nr && k < 32; k++)
		if (r->runs.hashes[clause->hash + k] == r->low[position])
			return 1u << k;
	return 0;
}

/* Positions of a match, in order. */
struct positions {
	uint32_t *at;
	size_t nr;
};

/* Those whose run may be one of the known text's clauses: all that are, and a few more. */
static struct positions clause_positions(const struct reading *r, const struct match *match)
{
	struct positions out = { ml_arena_raw_array(r->arena, uint32_t, match->to - match->from), 0 };
	const struct ml_run_text *known = &r->runs.texts[match->text];
	uint64_t filter[16] = { 0 };

	for (size_t i = 0; i < known->clauses_nr; i++) {
		const struct ml_run_clause *clause = &r->runs.clauses[known->clause + i];
		for (size_t k = 0; k < clause->hashes_nr; k++) {
			uint32_t run = r->runs.hashes[clause->hash + k];
			filter[run >> 6 & 15] |= UINT64_C(1) << (run & 63);
		}
	}
	for (size_t i = match->from; known->clauses_nr && i < r->positions && i < match->to; i++)
		if (filter[r->low[i] >> 6 & 15] >> (r->low[i] & 63) & 1)
			out.at[out.nr++] = (uint32_t)i;
	return out;
}

struct place {
	size_t position;
	uint32_t bit;
};

/* Where a clause of the known text stands in the file: the words [*from, *to) that hold most of its runs. Returns the share of them. */
static double find_clause(const struct reading *r, const struct positions *in, const struct ml_run_clause *clause, size_t *from, size_t *to)
{
	struct place *places = ml_arena_raw_array(r->arena, struct place, in->nr);
	size_t nr = 0, best = 0, window = clause->words + clause->words / 4 + CLAUSE_SLACK;

	for (size_t i = 0; i < in->nr; i++) {
		uint32_t bit = bit_of(r, clause, in->at[i]);
		if (bit)
			places[nr++] = (struct place){ in->at[i], bit };
	}
	for (size_t i = 0; i < nr; i++) {
		uint32_t seen = 0;
		size_t end = i;
		for (; end < nr && places[end].position - places[i].position <= window && end - i < window; end++)
			seen |= places[end].bit;
		size_t found = (size_t)__builtin_popcount(seen);
		if (found > best) {
			best = found;
			*from = places[i].position;
			*to = places[end - 1].position + ML_RUN_WORDS;
		}
	}
	return (double)best / (double)(clause->hashes_nr ? clause->hashes_nr : 1);
}

/* The first place where the clause patterns see a term among the words of a match, or NULL. */
static const struct ml_clause_hit *hit_of(struct reading *r, const struct match *match, enum ml_term_id term)
{
	const struct ml_clause_hits *hits = license_clauses(r);

	for (size_t i = 0; i < hits->nr; i++)
		if (hits->at[i].term == term && overlaps(r, &hits->at[i], match->from, match->to))
			return &hits->at[i];
	return NULL;
}

/* Whether all that the known text says is there. */
static bool is_whole(const struct match *match)
{
	return match->exact || match->beside;
}

/* Whether the patterns are asked for the place of a term: only where a finding would show it, or where the text is not the known one. */
static bool ask_patterns(const struct reading *r, const struct match *match, enum ml_term_id term)
{
	return !is_whole(match) || r->knowledge->terms[term].contradicts;
}

/* What the file's own words say where they are not those of the known text: another number, another name. NULL: the same, or nothing that can be read. */
static const char *changed_value(struct reading *r, const struct match *match, const struct ml_license_term *term)
{
	const struct ml_clause_hit *hit = is_whole(match) || !match->added_nr || !term->value ? NULL : hit_of(r, match, term->id);

	/* The knowledge's own may say more of the same, such as a day. */
	if (!hit || !hit->value || strstr(term->value, hit->value))
		return NULL;
	for (size_t i = 0; i < match->added_nr; i++) {
		struct ml_clause_hit near = { .from = hit->from > VALUE_NEAR ? hit->from - VALUE_NEAR : 0, .to = hit->to + VALUE_NEAR };
		if (overlaps(r, &near, match->added[i].from, match->added[i].to))
			return hit->value;
	}
	return NULL;
}

/* A term that the knowledge ascribes to the license: kept, with its place, unless the words that say it are gone. */
static void known_term(struct terms *terms, struct reading *r, const struct match *match, const struct positions *in,
		       const struct ml_license_term *term)
{
	struct ml_term_fact fact = { .id = term->id, .value = term->value, .section = term->section, .where.file = r->file, .multimodal = term->multimodal };
	const struct ml_run_clause *clause = clause_of(r, match->text, term->id);
	const struct ml_clause_hit *hit = NULL;
	const char *value = changed_value(r, match, term);
	size_t from = 0, to = 0;

	if (value)
		fact.value = value;
	if (clause && find_clause(r, in, clause, &from, &to) >= CLAUSE_SHARE) {
		fact.where = license_where(r, from, to);
		push(terms, r, &fact);
		return;
	}
	if (ask_patterns(r, match, term->id))
		hit = hit_of(r, match, term->id);
	if (hit)
		fact.where = ml_where_of(r->keep, r->file, hit->from, hit->to);
	if (hit || is_whole(match) || (!clause && match->likeness >= SURE_LIKENESS))
		push(terms, r, &fact);
}

static bool has_term(const struct terms *terms, enum ml_term_id id)
{
	for (size_t i = 0; i < terms->nr; i++)
		if (terms->at[i].id == id)
			return true;
	return false;
}

static struct ml_term_fact fact_of(const struct reading *r, const struct ml_clause_hit *hit)
{
	return (struct ml_term_fact){ .id = hit->term,
				      .value = hit->value,
				      .section = hit->section,
				      .duty = hit->duty,
				      .where = ml_where_of(r->keep, r->file, hit->from, hit->to) };
}

/* Terms that words [from, to) state and the license does not have. Returns whether one is a condition. */
static bool add_terms(struct terms *terms, struct reading *r, const struct ml_clause_hits *hits, size_t from, size_t to)
{
	bool condition = false;

	for (size_t i = 0; i < hits->nr; i++) {
		if (!overlaps(r, &hits->at[i], from, to) || has_term(terms, hits->at[i].term))
			continue;
		struct ml_term_fact fact = fact_of(r, &hits->at[i]);
		fact.added = true;
		push(terms, r, &fact);
		condition |= is_condition(fact.id);
	}
	return condition;
}

/* The same for all that was added: what stands beside the text is read by itself, what stands in it among its sentences. */
static bool added_terms(struct terms *terms, struct reading *r, const struct match *match)
{
	struct ml_clause_hits alone;
	bool condition = false;

	for (size_t i = 0; i < match->added_nr; i++) {
		const struct stretch *added = &match->added[i];
		if (match->beside)
			clauses_alone(&alone, r, added->from, added->to);
		condition |= add_terms(terms, r, match->beside ? &alone : license_clauses(r), added->from, added->to);
	}
	return condition;
}

static int by_weight(const void *a, const void *b)
{
	const struct ml_term_fact *x = a, *y = b;

	if (x->id != y->id)
		return (int)x->id - (int)y->id;
	return x->where.line < y->where.line ? -1 : x->where.line > y->where.line;
}

static void list_added(struct ml_license_fact *fact, const struct reading *r, const struct match *match)
{
	struct ml_added *added = ml_arena_array(r->keep, struct ml_added, match->added_nr);

	for (size_t i = 0; i < match->added_nr; i++) {
		size_t from = match->added[i].from, to = match->added[i].to;
		added[i] = (struct ml_added){ license_where(r, from, to), (uint32_t)(to - from) };
	}
	fact->added = added;
	fact->added_nr = match->added_nr;
}

void license_terms_of_match(struct ml_license_fact *fact, struct reading *r, const struct match *match, const struct ml_license *license)
{
	struct terms terms = { 0 };
	size_t missing = is_whole(match) ? 0 : license_missing(r, match);
	size_t material = (size_t)(MATERIAL_SHARE * (double)r->runs.texts[match->text].words);

	struct positions in = clause_positions(r, match);
	for (size_t i = 0; i < license->terms_nr; i++)
		known_term(&terms, r, match, &in, &license->terms[i]);
	fact->altered = added_terms(&terms, r, match);
	if (match->breaks && missing > (material > MATERIAL_WORDS ? material : MATERIAL_WORDS))
		fact->altered = true;
	if (terms.nr)
		qsort(terms.at, terms.nr, sizeof *terms.at, by_weight);
	fact->terms = terms.at;
	fact->terms_nr = terms.nr;
	fact->missing_words = (uint32_t)missing;
	list_added(fact, r, match);
	if (fact->missing_words)
		license_list_gaps(fact, r, match);
}

void license_terms_of_words(struct ml_license_fact *fact, struct reading *r, size_t from, size_t to)
{
	const struct ml_clause_hits *hits = license_clauses(r);
	struct terms terms = { 0 };
	size_t of_term[ML_TERM_NR] = { 0 };

	for (size_t i = 0; i < hits->nr; i++) {
		bool inside = !r->words.nr || overlaps(r, &hits->at[i], from, to);
		if (!inside || of_term[hits->at[i].term]++ >= PLACES)
			continue;
		struct ml_term_fact term = fact_of(r, &hits->at[i]);
		push(&terms, r, &term);
	}
	fact->terms = terms.at;
	fact->terms_nr = terms.nr;
}
