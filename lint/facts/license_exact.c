#include "lint/facts/license_match.h"

#define TITLE_MAX 60 /* words from a title's start to the text proper */
#define ADDED_MAX 64 /* stretches listed of one match */

static bool piece_at(const struct reading *r, const struct ml_run_piece *piece, size_t i)
{
	size_t words = piece->words;

	if (i + words > r->words.nr)
		return false;
	if (words >= ML_RUN_WORDS && (r->low[i] != piece->first || r->low[i + words - ML_RUN_WORDS] != piece->last))
		return false;
	return ml_words_hash(&r->words, i, i + words) == piece->hash;
}

/* The first place of a piece in [from, to), or SIZE_MAX; not among words of another match. */
static size_t find_piece(const struct reading *r, const struct ml_run_piece *piece, size_t from, size_t to)
{
	for (size_t i = from; i < to && i < r->words.nr && !r->taken[i]; i++)
		if (piece_at(r, piece, i))
			return i;
	return SIZE_MAX;
}

/* The last place of a piece that ends at or before end, at most gap words before it, or SIZE_MAX. */
static size_t find_before(const struct reading *r, const struct ml_run_piece *piece, size_t end, size_t gap)
{
	size_t first = end > gap + piece->words ? end - gap - piece->words : 0;

	for (size_t i = end >= piece->words ? end - piece->words + 1 : 0; i-- > first && !r->taken[i];)
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

/* Pieces [0, anchor) before the anchor's place; match->from moves to the first of them. */
static bool pieces_before(struct match *match, struct reading *r, const struct ml_run_piece *pieces, size_t anchor)
{
	for (size_t i = anchor; i-- > 0;) {
		size_t place = find_before(r, &pieces[i], match->from, pieces[i].optional ? TITLE_MAX : MATCH_GAP);
		if (place != SIZE_MAX && license_says_more(r, place + pieces[i].words, match->from))
			return false;
		if (place != SIZE_MAX)
			match->from = place;
		else if (pieces[i].optional)
			match->title_lost = true;
		else
			return false;
	}
	return true;
}

/* Pieces [anchor, nr); match->to moves behind the last of them. */
static bool pieces_behind(struct match *match, struct reading *r, const struct ml_run_piece *pieces, size_t anchor, size_t nr)
{
	size_t at = match->from;

	for (size_t i = anchor; i < nr; i++) {
		size_t place = find_piece(r, &pieces[i], at, at + MATCH_GAP + 1);
		if (place != SIZE_MAX && license_says_more(r, at, place))
			return false;
		if (place != SIZE_MAX)
			at = place + pieces[i].words;
		else if (!pieces[i].optional)
			return false;
	}
	match->to = at;
	return true;
}

/* The first piece that cannot be missing and is long enough to be found by: pieces_nr where there is none. */
static size_t anchor_of(const struct ml_run_piece *pieces, size_t pieces_nr)
{
	size_t anchor = 0;

	while (anchor < pieces_nr && (pieces[anchor].optional || pieces[anchor].words < ML_RUN_WORDS))
		anchor++;
	return anchor;
}

/* The text with its anchor at match->from: takes in all pieces. */
static bool fits(struct match *match, struct reading *r, size_t anchor)
{
	const struct ml_run_text *text = &r->runs.texts[match->text];
	const struct ml_run_piece *pieces = r->runs.pieces + text->piece;

	if (!pieces_behind(match, r, pieces, anchor, text->pieces_nr) || !pieces_before(match, r, pieces, anchor))
		return false;
	widen(match, r);
	return true;
}

bool license_is_exact(struct match *match, struct reading *r)
{
	const struct ml_run_text *text = &r->runs.texts[match->text];
	const struct ml_run_piece *pieces = r->runs.pieces + text->piece;
	size_t anchor = anchor_of(pieces, text->pieces_nr);
	struct match exact = *match;

	if (anchor == text->pieces_nr)
		return false;
	exact.from = find_piece(r, &pieces[anchor], match->from, match->to);
	if (exact.from == SIZE_MAX || !fits(&exact, r, anchor))
		return false;
	*match = exact;
	return true;
}

static bool may_be_known(const struct reading *r, size_t text)
{
	const struct ml_run_text *known = &r->runs.texts[text];

	return !(r->without && r->without[text]) && anchor_of(r->runs.pieces + known->piece, known->pieces_nr) < known->pieces_nr;
}

/* The file as all of a text. */
static struct match all_of(const struct reading *r, size_t text)
{
	return (struct match){ .text = text, .to = r->words.nr, .covered = r->words.nr, .found = r->runs.texts[text].runs, .share = 1, .likeness = 1, .exact = true };
}

/* Whether the file is the text from its first word to its last, with its blanks filled in. */
static bool fills_blanks(struct reading *r, size_t text)
{
	const struct ml_run_text *known = &r->runs.texts[text];
	const struct ml_run_piece *pieces = r->runs.pieces + known->piece;
	size_t anchor = anchor_of(pieces, known->pieces_nr);
	struct match match = { .text = text, .from = find_piece(r, &pieces[anchor], 0, r->positions) };

	return match.from != SIZE_MAX && pieces_behind(&match, r, pieces, anchor, known->pieces_nr) && match.to == r->words.nr &&
	       pieces_before(&match, r, pieces, anchor) && match.from == 0;
}

/* A text with blanks that the file is, among those that begin and end as the file does: the longest. */
static bool whole_with_blanks(struct match *out, struct reading *r)
{
	uint32_t first = (uint32_t)ml_words_run(&r->words, 0), last = (uint32_t)ml_words_run(&r->words, r->positions - 1);
	bool read = false, found = false;

	for (size_t i = 0; i < r->runs.texts_nr; i++) {
		const struct ml_run_text *text = &r->runs.texts[i];
		const struct ml_run_piece *pieces = r->runs.pieces + text->piece;
		if (!text->pieces_nr || pieces[0].first != first || pieces[text->pieces_nr - 1].last != last || !may_be_known(r, i))
			continue;
		if (!read)
			ml_words_runs(&r->words, r->low, NULL);
		read = true;
		if (!fills_blanks(r, i) || (found && text->words <= r->runs.texts[out->text].words))
			continue;
		*out = all_of(r, i);
		found = true;
	}
	return found;
}

bool license_whole(struct match *out, struct reading *r)
{
	uint64_t hash = ml_words_hash(&r->words, 0, r->words.nr);

	if (!r->positions || r->cut)
		return false;
	for (size_t i = 0; i < r->runs.texts_nr; i++) {
		const struct ml_run_text *text = &r->runs.texts[i];
		if (text->hash != hash || text->words != r->words.nr || !may_be_known(r, i))
			continue;
		*out = all_of(r, i);
		ml_words_runs(&r->words, r->low, NULL);
		return true;
	}
	return whole_with_blanks(out, r);
}

bool license_copy(struct match *out, struct reading *r, const struct match *match, size_t from)
{
	const struct ml_run_text *text = &r->runs.texts[match->text];
	const struct ml_run_piece *pieces = r->runs.pieces + text->piece;
	size_t anchor = anchor_of(pieces, text->pieces_nr);

	for (size_t i = from; anchor < text->pieces_nr && i < r->positions; i++) {
		if (r->taken[i] || r->low[i] != pieces[anchor].first || !piece_at(r, &pieces[anchor], i))
			continue;
		*out = (struct match){ .text = match->text, .from = i, .exact = true, .again = true, .found = text->runs, .share = 1, .likeness = 1 };
		if (!fits(out, r, anchor))
			continue;
		out->covered = out->to - out->from;
		return true;
	}
	return false;
}

/* Whether words [from, to) stand where the text has a fill-in: a piece ends before them and one starts behind them. */
static bool is_fill_in(struct reading *r, const struct match *match, size_t from, size_t to)
{
	const struct ml_run_text *text = &r->runs.texts[match->text];

	if (to - from > MATCH_GAP || from < ML_RUN_WORDS || to >= r->positions)
		return false;
	for (size_t i = 0; i + 1 < text->pieces_nr; i++) {
		const struct ml_run_piece *piece = &r->runs.pieces[text->piece + i];
		if (r->low[from - ML_RUN_WORDS] == piece->last && r->low[to] == piece[1].first)
			return !license_says_more(r, from, to);
	}
	return false;
}

static void add(struct match *match, struct reading *r, size_t from, size_t to)
{
	struct stretch stretch = { from, to };

	if (to > from && match->added_nr < ADDED_MAX && !is_fill_in(r, match, from, to))
		ML_PUSH(r->arena, match->added, match->added_nr, match->added_cap, stretch);
}

void license_list_added(struct match *match, struct reading *r)
{
	size_t until = match->from;

	for (size_t i = match->from; i < r->positions && i + ML_RUN_WORDS <= match->to; i++) {
		if (!ml_runs_holds(&r->runs, r->all_sets[i], match->text))
			continue;
		if (i > until)
			add(match, r, until, i);
		until = i + ML_RUN_WORDS;
	}
	if (until < match->to)
		add(match, r, until, match->to);
}
