#include "lint/facts/license_match.h"

#include <string.h>

#include "lint/base/limits.h"

#define AHEAD 12           /* positions */
#define CANDIDATES 12      /* texts that are looked at closely */
#define TIE_SHARE 0.97     /* of the best value that makes a candidate one of those that are looked at word by word */
#define MISSING_COST 0.5   /* of a run of the text that the file lacks, in runs found */
#define PART_LIKENESS 0.95 /* of one of several texts that stand side by side */
#define PARTS_WORDS 300    /* of a match that may be several texts: a license and its policy have more */
#define STRANGE_COST 0.25  /* of a run of the file, between others, that the text lacks */

struct candidate {
	size_t text;
	double value;
	const struct strip *first, *last; /* its region, where there are hits */
	size_t hits, found;
};

/* The first position of the same run, for each. */
static void number_runs(struct reading *r)
{
	struct ml_arena *scratch = ml_arena_new();
	size_t mask = 15;
	uint32_t *slots;

	while (mask < r->positions * 2)
		mask = mask * 2 + 1;
	slots = ml_arena_array(scratch, uint32_t, mask + 1);
	r->first = ml_arena_raw_array(r->arena, uint32_t, r->positions);
	r->stamps = ml_arena_array(r->arena, uint32_t, r->positions + 1);
	for (size_t i = 0; i < r->positions; i++) {
		size_t slot = r->low[i] & mask;
		while (slots[slot] && r->low[slots[slot] - 1] != r->low[i])
			slot = (slot + 1) & mask;
		if (!slots[slot])
			slots[slot] = (uint32_t)i + 1;
		r->first[i] = slots[slot] - 1;
	}
	ml_arena_free(scratch);
}

/* The set of each position. Nearly every look-up is a cache miss, so the tables are asked for some positions ahead. */
static void look_up(struct reading *r, const uint64_t *hashes)
{
	const struct ml_runs runs = r->runs;
	uint16_t *sets = r->sets;
	size_t positions = r->positions;

	for (size_t i = 0; i < positions; i++) {
		if (i + 2 * AHEAD < positions)
			ml_runs_expect_bucket(&runs, hashes[i + 2 * AHEAD]);
		if (i + AHEAD < positions)
			ml_runs_expect_entries(&runs, hashes[i + AHEAD]);
		sets[i] = ml_runs_set(&runs, hashes[i]);
		if (sets[i] != ML_RUNS_NONE)
			r->weights[sets[i]] = 0;
	}
}

void license_read(struct reading *r)
{
	r->cut = !ml_words_split_most(&r->words, r->arena, r->file->text, ML_LIMIT_LICENSE_WORDS);
	r->positions = r->words.nr >= ML_RUN_WORDS ? r->words.nr - ML_RUN_WORDS + 1 : 0;
	r->low = ml_arena_raw_array(r->arena, uint32_t, r->positions);
	r->taken = ml_arena_array(r->arena, bool, r->words.nr + 1);
}

/* What the index says of each position, and room to weigh it. */
static void read_runs(struct reading *r)
{
	struct ml_arena *scratch = ml_arena_new();
	uint64_t *hashes;

	r->sets = ml_arena_raw_array(r->arena, uint16_t, r->positions);
	r->strips = ml_arena_raw_array(r->arena, struct strip, r->positions);
	r->votes = ml_arena_raw_array(r->arena, uint32_t, r->runs.texts_nr);
	r->weights = ml_arena_raw_array(r->arena, uint32_t, r->runs.texts_nr + r->runs.sets_nr);
	r->touched = ml_arena_raw_array(r->arena, uint16_t, r->positions);
	r->bits = ml_arena_raw_array(r->arena, uint16_t, r->runs.texts_nr);
	hashes = ml_arena_raw_array(scratch, uint64_t, r->positions);
	ml_words_runs(&r->words, r->low, hashes);
	look_up(r, hashes);
	ml_arena_free(scratch);
	r->all_sets = r->sets;
	number_runs(r);
}

void license_take(struct reading *r, const struct match *match)
{
	for (size_t i = match->from; i < match->to; i++)
		r->taken[i] = true;
}

/* What is barred for one match still tells which words another one shares. */
static void part_sets(struct reading *r)
{
	r->sets = ml_arena_raw_array(r->arena, uint16_t, r->positions);
	memcpy(r->sets, r->all_sets, r->positions * sizeof *r->sets);
}

void license_bar(struct reading *r, const struct match *match)
{
	if (r->sets == r->all_sets)
		part_sets(r);
	for (size_t i = match->from; i < match->to && i < r->positions; i++)
		r->sets[i] = ML_RUNS_NONE;
}

/* The free positions, stretch by stretch. Returns how many of them are of a set. */
static size_t list_strips(struct reading *r)
{
	const uint16_t *sets = r->sets;
	size_t known = 0, nr = 0;

	for (size_t i = 0, end; i < r->positions; i = end) {
		for (end = i + 1; end < r->positions && sets[end] == sets[i] && r->taken[end] == r->taken[i]; end++)
			;
		if (r->taken[i])
			continue;
		r->strips[nr++] = (struct strip){ (uint32_t)i, (uint32_t)end, sets[i], 0 };
		known += sets[i] != ML_RUNS_NONE ? end - i : 0;
	}
	r->strips_nr = nr;
	return known;
}

/* How many free positions have each set; the sets are listed. Returns how many sets. */
static size_t weigh_sets(struct reading *r)
{
	size_t nr = 0;

	for (size_t i = 0; i < r->strips_nr; i++) {
		const struct strip *strip = &r->strips[i];
		if (strip->set == ML_RUNS_NONE)
			continue;
		if (!r->weights[strip->set])
			r->touched[nr++] = strip->set;
		r->weights[strip->set] += strip->to - strip->from;
	}
	return nr;
}

/* How many free positions each known text explains. A set may have hundreds of texts, and stand at many positions: it is counted once. */
static void count_votes(struct reading *r)
{
	const struct ml_runs runs = r->runs;
	uint32_t *votes = r->votes;
	size_t touched_nr = weigh_sets(r);

	memset(votes, 0, runs.texts_nr * sizeof *votes);
	for (size_t i = 0; i < touched_nr; i++) {
		uint16_t one, set = r->touched[i];
		uint32_t weight = r->weights[set];
		size_t nr;
		const uint16_t *members = ml_runs_members(&runs, set, &one, &nr);
		size_t k = 0;
		for (; k + 4 <= nr; k += 4) { /* sets of hundreds of texts are what most of the time goes into */
			votes[members[k]] += weight;
			votes[members[k + 1]] += weight;
			votes[members[k + 2]] += weight;
			votes[members[k + 3]] += weight;
		}
		for (; k < nr; k++)
			votes[members[k]] += weight;
		r->weights[set] = 0;
	}
}

/* core: runs of the text proper; titles and appendices may be missing. */
static double value_of(size_t hits, size_t found, size_t core, size_t strange)
{
	return (double)hits - MISSING_COST * (double)(core > found ? core - found : 0) - STRANGE_COST * (double)strange;
}

static size_t choose_candidates(struct reading *r, struct candidate *out)
{
	const uint32_t *votes = r->votes;
	size_t nr = 0;

	for (size_t text = 0; text < r->runs.texts_nr; text++) {
		if (!votes[text] || (r->without && r->without[text]))
			continue;
		double value = value_of(votes[text], votes[text], r->runs.texts[text].core, 0);
		if (nr == CANDIDATES && value <= out[nr - 1].value)
			continue;
		size_t at = nr < CANDIDATES ? nr++ : nr - 1;
		for (; at > 0 && out[at - 1].value < value; at--)
			out[at] = out[at - 1];
		out[at] = (struct candidate){ .text = text, .value = value };
	}
	return nr;
}

/* A bit for each candidate that holds the runs of a strip. */
static void mark_strips(struct reading *r, const struct candidate *candidates, size_t nr)
{
	const struct ml_runs runs = r->runs;
	uint16_t *bits = r->bits;

	memset(bits, 0, runs.texts_nr * sizeof *bits);
	for (size_t c = 0; c < nr; c++)
		bits[candidates[c].text] = (uint16_t)(1u << c);
	for (size_t i = 0; i < r->strips_nr; i++) {
		uint16_t one, set = r->strips[i].set, mark = 0;
		size_t members_nr;
		const uint16_t *members = ml_runs_members(&runs, set == ML_RUNS_NONE ? 0 : set, &one, &members_nr);
		for (size_t k = 0; set != ML_RUNS_NONE && k < members_nr; k++)
			mark |= bits[members[k]];
		r->strips[i].mark = mark;
	}
}

/* The same for the first candidate alone. */
static void mark_first(struct reading *r, size_t text)
{
	const struct ml_runs runs = r->runs;

	for (size_t i = 0; i < r->strips_nr; i++)
		r->strips[i].mark = ml_runs_holds(&runs, r->strips[i].set, text);
}

/* Distinct runs among the marked positions of a region. */
static size_t count_distinct(struct reading *r, uint16_t bit, const struct candidate *c)
{
	uint32_t stamp = ++r->stamps[r->positions];
	size_t distinct = 0;

	for (const struct strip *strip = c->first; strip <= c->last; strip++)
		for (size_t i = strip->from; (strip->mark & bit) && i < strip->to; i++)
			if (r->stamps[r->first[i]] != stamp) {
				r->stamps[r->first[i]] = stamp;
				distinct++;
			}
	return distinct;
}

/* Where a candidate's runs stand thickest: the strips beside each other that gain most, each run it lacks costing something. */
static void find_region(const struct reading *r, uint16_t bit, struct candidate *c)
{
	const struct strip *end = r->strips + r->strips_nr, *start = r->strips;
	double gain = 0, best = 0;
	size_t hits = 0, place = 0;

	c->hits = 0;
	for (const struct strip *strip = r->strips; strip < end; strip++) {
		size_t nr = strip->to - strip->from;
		if (strip->from != place) /* words of another match are in between */
			gain = 0;
		place = strip->to;
		if (!(strip->mark & bit)) {
			gain -= STRANGE_COST * (double)nr;
			continue;
		}
		if (gain <= 0) {
			gain = 0;
			start = strip;
			hits = 0;
		}
		gain += (double)nr;
		hits += nr;
		if (gain > best) {
			best = gain;
			c->first = start;
			c->last = strip;
			c->hits = hits;
		}
	}
}

static void judge(struct reading *r, uint16_t bit, struct candidate *c)
{
	find_region(r, bit, c);
	if (!c->hits)
		return;
	c->found = count_distinct(r, bit, c);
	c->value = value_of(c->hits, c->found, r->runs.texts[c->text].core, c->last->to - c->first->from - c->hits);
}

/* Words covered, words of the text that are missing: where runs are broken off, each break costs ML_RUN_WORDS - 1 runs besides the words. */
static void measure(struct match *match, struct reading *r, uint16_t bit, const struct candidate *c)
{
	size_t breaks = 0, until = c->first->from;
	size_t runs = r->runs.texts[c->text].runs, core = r->runs.texts[c->text].core;

	*match = (struct match){ .text = c->text, .from = until, .to = c->last->to + ML_RUN_WORDS - 1, .found = c->found };
	for (const struct strip *strip = c->first; strip <= c->last; strip++) {
		if (!(strip->mark & bit))
			continue;
		breaks += strip < c->last && !(strip[1].mark & bit);
		match->covered += strip->to - 1 + ML_RUN_WORDS - (strip->from > until ? strip->from : until);
		until = strip->to - 1 + ML_RUN_WORDS;
	}
	size_t lost = core > c->found ? core - c->found : 0, broken = breaks * (ML_RUN_WORDS - 1);
	size_t words = match->to - match->from;
	match->breaks = breaks;
	match->missing = lost > broken ? lost - broken : 0;
	match->share = runs ? (double)(c->found < runs ? c->found : runs) / (double)runs : 0;
	match->likeness = (double)match->covered / (double)(words + match->missing);
}

/* Whether a is the better account of the same words than b. */
static bool is_better(const struct match *a, const struct match *b)
{
	if (a->exact != b->exact)
		return a->exact;
	return a->exact && a->to - a->from > b->to - b->from;
}

static size_t region_words(const struct candidate *c)
{
	return c->last->to - c->first->from + ML_RUN_WORDS - 1;
}

/* Of candidates that explain about as many runs, the one that is the text itself, and the longest such. */
static void settle(struct match *out, struct reading *r, const struct candidate *candidates, size_t nr, size_t best)
{
	size_t region = region_words(&candidates[best]);
	struct match other;

	measure(out, r, (uint16_t)(1u << best), &candidates[best]);
	out->exact = license_is_exact(out, r);
	if (out->exact && out->to - out->from >= region)
		return;
	for (size_t c = 0; c < nr; c++) {
		if (c == best || candidates[c].value < TIE_SHARE * candidates[best].value || !candidates[c].hits)
			continue;
		measure(&other, r, (uint16_t)(1u << c), &candidates[c]);
		other.exact = license_is_exact(&other, r);
		if (is_better(&other, out))
			*out = other;
	}
}

/* Puts a part in where no other is, or in place of those that it covers more words than. */
static void put_part(struct match *parts, size_t *nr, const struct match *part)
{
	size_t kept = 0, covered = 0;

	for (size_t i = 0; i < *nr; i++)
		if (parts[i].to > part->from && parts[i].from < part->to)
			covered += parts[i].covered;
	if (covered >= part->covered)
		return;
	for (size_t i = 0; i < *nr; i++)
		if (parts[i].to <= part->from || parts[i].from >= part->to)
			parts[kept++] = parts[i];
	parts[kept++] = *part;
	*nr = kept;
}

/*
 * A file that holds a license and its policy is like another license that has both in one: where known texts stand in it side by side, all
 * but word for word, and cover more than the likest one does, the longest of them is the match. Judges the candidates that were not.
 */
static void prefer_parts(struct match *out, struct reading *r, struct candidate *candidates, size_t nr, size_t judged)
{
	struct match parts[CANDIDATES], part;
	size_t parts_nr = 0, covered = 0, longest = 0;

	for (size_t c = 0; c < nr; c++) {
		uint16_t bit = (uint16_t)(1u << c);
		if (c >= judged)
			judge(r, bit, &candidates[c]);
		if (!candidates[c].hits)
			continue;
		measure(&part, r, bit, &candidates[c]);
		part.exact = license_is_exact(&part, r);
		if (part.exact || part.likeness >= PART_LIKENESS)
			put_part(parts, &parts_nr, &part);
	}
	for (size_t i = 0; i < parts_nr; i++) {
		covered += parts[i].covered;
		if (parts[i].covered > parts[longest].covered)
			longest = i;
	}
	if (parts_nr > 1 && covered > out->covered)
		*out = parts[longest];
}

/* Whether the candidate with most votes is the text itself and no other can explain more: so it is with most files. */
static bool is_first(struct match *out, struct reading *r, struct candidate *candidates, size_t nr)
{
	struct candidate first = candidates[0];

	mark_first(r, first.text);
	judge(r, 1, &first);
	if (!first.hits || (nr > 1 && first.value < candidates[1].value))
		return false;
	measure(out, r, 1, &first);
	out->exact = license_is_exact(out, r);
	return out->exact && out->to - out->from >= region_words(&first);
}

bool license_best(struct match *out, struct reading *r)
{
	struct candidate candidates[CANDIDATES];
	size_t nr, judged, best = 0;

	if (!r->sets)
		read_runs(r);
	if (!list_strips(r))
		return false;
	count_votes(r);
	if (!(nr = choose_candidates(r, candidates)))
		return false;
	if (is_first(out, r, candidates, nr))
		return true;
	mark_strips(r, candidates, nr);
	/* What the votes promise bounds what a candidate can reach. */
	for (judged = 0; judged < nr; judged++) {
		if (judged && candidates[judged].value < TIE_SHARE * candidates[best].value)
			break;
		judge(r, (uint16_t)(1u << judged), &candidates[judged]);
		if (candidates[judged].value > candidates[best].value)
			best = judged;
	}
	if (!candidates[best].hits)
		return false;
	settle(out, r, candidates, judged, best);
	if (!out->exact && out->likeness < PART_LIKENESS && out->covered >= PARTS_WORDS)
		prefer_parts(out, r, candidates, nr, judged);
	return true;
}
