#include "lint/facts/license_match.h"

#define GAPS_MAX 64
#define ACROSS (2 * (ML_RUN_WORDS - 1)) /* words around a place of which some run would cross it */

static bool holds(const struct reading *r, const struct match *match, size_t position)
{
	return ml_runs_holds(&r->runs, r->all_sets[position], match->text);
}

/* Whether the known text itself breaks off there: a piece ends before the place, and behind it one begins that only short ones part from it. */
static bool is_own_break(const struct reading *r, const struct match *match, size_t end, size_t start)
{
	const struct ml_run_text *text = &r->runs.texts[match->text];
	const struct ml_run_piece *pieces = r->runs.pieces + text->piece;

	for (size_t i = 0; i + 1 < text->pieces_nr; i++) {
		if (!pieces[i].last || pieces[i].last != r->low[end - ML_RUN_WORDS])
			continue;
		for (size_t k = i + 1; k < text->pieces_nr; k++) {
			if (pieces[k].words < ML_RUN_WORDS)
				continue;
			if (pieces[k].first == r->low[start])
				return true;
			break;
		}
	}
	return false;
}

/* Whether the known text goes on behind words [end, start) as if they were not there: then they were put in, and nothing is missing. */
static bool goes_on(const struct reading *r, const struct match *match, size_t end, size_t start)
{
	struct ml_word across[ACROSS];
	const struct ml_words words = { across, ACROSS };

	if (start + ML_RUN_WORDS - 1 > r->words.nr)
		return false;
	for (size_t i = 0; i < ML_RUN_WORDS - 1; i++) {
		across[i] = r->words.at[end - (ML_RUN_WORDS - 1) + i];
		across[ML_RUN_WORDS - 1 + i] = r->words.at[start + i];
	}
	for (size_t i = 0; i + ML_RUN_WORDS <= ACROSS; i++)
		if (ml_runs_holds(&r->runs, ml_runs_set(&r->runs, ml_words_run(&words, i)), match->text))
			return true;
	return false;
}

static uint32_t line_of(const struct reading *r, size_t word)
{
	return license_where(r, word, word + 1).line;
}

struct gaps {
	struct ml_gap *at;
	size_t nr;
};

static void add(struct gaps *gaps, uint32_t after, uint32_t before)
{
	if (gaps->nr < GAPS_MAX)
		gaps->at[gaps->nr++] = (struct ml_gap){ after, before };
}

/* The first run of the text proper, or its last one. */
static uint32_t outer_run(const struct reading *r, const struct match *match, bool last)
{
	const struct ml_run_text *text = &r->runs.texts[match->text];
	uint32_t found = 0;

	for (size_t i = 0; i < text->pieces_nr; i++) {
		const struct ml_run_piece *piece = &r->runs.pieces[text->piece + i];
		if (piece->optional || piece->words < ML_RUN_WORDS)
			continue;
		if (!last)
			return piece->first;
		found = piece->last;
	}
	return found;
}

/* Whether the match holds that run. */
static bool has_run(const struct reading *r, const struct match *match, uint32_t run)
{
	for (size_t i = match->from; i < r->positions && i + ML_RUN_WORDS <= match->to; i++)
		if (r->low[i] == run)
			return true;
	return false;
}

/* Runs that the match would have if nothing were missing: those of the text proper, and of titles and appendices that stand there whole. */
static size_t runs_expected(const struct reading *r, const struct match *match)
{
	const struct ml_run_text *text = &r->runs.texts[match->text];
	size_t runs = text->core;

	for (size_t i = 0; i < text->pieces_nr; i++) {
		const struct ml_run_piece *piece = &r->runs.pieces[text->piece + i];
		if (piece->optional && piece->words >= ML_RUN_WORDS && has_run(r, match, piece->first) && has_run(r, match, piece->last))
			runs += piece->words - ML_RUN_WORDS + 1;
	}
	return runs < text->runs ? runs : text->runs;
}

size_t license_missing(const struct reading *r, const struct match *match)
{
	size_t expected = runs_expected(r, match), broken = match->breaks * (ML_RUN_WORDS - 1);
	size_t lost = expected > match->found ? expected - match->found : 0;

	return lost > broken ? lost - broken : 0;
}

void license_list_gaps(struct ml_license_fact *fact, const struct reading *r, const struct match *match)
{
	struct gaps gaps = { ml_arena_array(r->keep, struct ml_gap, GAPS_MAX), 0 };
	size_t last = SIZE_MAX; /* position of the last run that is the text's */

	for (size_t i = match->from; i < r->positions && i + ML_RUN_WORDS <= match->to; i++) {
		if (!holds(r, match, i))
			continue;
		if (last == SIZE_MAX && !has_run(r, match, outer_run(r, match, false)))
			add(&gaps, 0, line_of(r, i));
		if (last != SIZE_MAX && i > last + 1) {
			size_t end = last + ML_RUN_WORDS < i ? last + ML_RUN_WORDS : i;
			if (end >= ML_RUN_WORDS && !is_own_break(r, match, end, i) && !goes_on(r, match, end, i))
				add(&gaps, line_of(r, end - 1), line_of(r, i));
		}
		last = i;
	}
	if (last != SIZE_MAX && !has_run(r, match, outer_run(r, match, true)))
		add(&gaps, line_of(r, last + ML_RUN_WORDS - 1), 0);
	fact->gaps = gaps.at;
	fact->gaps_nr = gaps.nr;
}
