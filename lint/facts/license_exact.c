#include "lint/facts/license_match.h"

#define ADDED_MAX 64 /* stretches listed of one match */

static bool piece_at(const struct reading *r, const struct ml_run_piece *piece, size_t i)
{
	size_t words = piece->words;

	return i + words <= r->words.nr && r->low[i] == piece->first && r->low[i + words - ML_RUN_WORDS] == piece->last &&
	       ml_words_hash(&r->words, i, i + words) == piece->hash;
}

/* The place of a piece in [from, to), or SIZE_MAX; not among words of another match. */
static size_t find_piece(const struct reading *r, const struct ml_run_piece *piece, size_t from, size_t to)
{
	for (size_t i = from; i < to && i < r->positions && !r->taken[i]; i++)
		if (piece_at(r, piece, i))
			return i;
	return SIZE_MAX;
}

/* Takes in the words beside it that are the text's as well: a title, an appendix in part. */
static void widen(struct match *match, const struct reading *r)
{
	while (match->from > 0 && !r->taken[match->from - 1] && ml_runs_holds(&r->runs, r->sets[match->from - 1], match->text))
		match->from--;
	while (match->to < r->words.nr && !r->taken[match->to] &&
	       ml_runs_holds(&r->runs, r->sets[match->to + 1 - ML_RUN_WORDS], match->text))
		match->to++;
}

bool license_is_exact(struct match *match, const struct reading *r)
{
	const struct ml_run_text *text = &r->runs.texts[match->text];
	size_t from = SIZE_MAX, at = match->from;

	for (size_t i = 0; i < text->pieces_nr; i++) {
		const struct ml_run_piece *piece = &r->runs.pieces[text->piece + i];
		size_t last = from == SIZE_MAX ? match->to : at + MATCH_GAP + 1;
		size_t place = find_piece(r, piece, at, last);
		if (place == SIZE_MAX && !piece->optional)
			return false;
		if (place == SIZE_MAX)
			continue;
		if (from == SIZE_MAX || place < from)
			from = place;
		at = place + piece->words;
	}
	if (from == SIZE_MAX)
		return false;
	match->from = from;
	match->to = at;
	widen(match, r);
	return true;
}

/* Whether words [from, to) stand where the text has a fill-in: a piece ends before them and one starts behind them. */
static bool is_fill_in(const struct reading *r, const struct match *match, size_t from, size_t to)
{
	const struct ml_run_text *text = &r->runs.texts[match->text];

	if (to - from > MATCH_GAP || from < ML_RUN_WORDS || to >= r->positions)
		return false;
	for (size_t i = 0; i + 1 < text->pieces_nr; i++) {
		const struct ml_run_piece *piece = &r->runs.pieces[text->piece + i];
		if (r->low[from - ML_RUN_WORDS] == piece->last && r->low[to] == piece[1].first)
			return true;
	}
	return false;
}

static void add(struct match *match, const struct reading *r, size_t from, size_t to)
{
	struct stretch stretch = { from, to };

	if (to > from && match->added_nr < ADDED_MAX && !is_fill_in(r, match, from, to))
		ML_PUSH(r->arena, match->added, match->added_nr, match->added_cap, stretch);
}

void license_list_added(struct match *match, const struct reading *r)
{
	size_t until = match->from;

	for (size_t i = match->from; i < r->positions && i + ML_RUN_WORDS <= match->to; i++) {
		if (!ml_runs_holds(&r->runs, r->sets[i], match->text))
			continue;
		if (i > until)
			add(match, r, until, i);
		until = i + ML_RUN_WORDS;
	}
	if (until < match->to)
		add(match, r, until, match->to);
}
