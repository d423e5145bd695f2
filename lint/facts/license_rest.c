#include "lint/facts/license_match.h"

#include "lint/knowledge/lists.h"

#define TITLE_WORDS 40  /* before a text: its name, notices, an address */
#define FRAME_WORDS 12  /* behind or between texts: a separator, the name of the next */
#define OWN_WORDS 120   /* of a stretch that is a text of its own */
#define APPENDIX_SHARE 0.5 /* of an appendix' words that are the known one's */
#define STRONG_NR 3     /* words that only legal texts use, at least */
#define LEGAL_SHARE 0.045   /* of all words; licenses known have 0.05 and more, READMEs rarely 0.04 */
#define POLICY_SHARE 0.025

#define CHARACTERS_PER_WORD 4

/* Characters of legal words of Chinese, each a word. */
static size_t count_characters(const struct reading *r, size_t from, size_t to)
{
	const struct ml_list *characters = ml_list_of(r->knowledge, ML_LIST_LEGAL_CHARACTERS);
	size_t nr = 0;

	for (size_t i = from; i < to; i++) {
		struct ml_span word = ml_span_sub(r->file->text, r->words.at[i].at, r->words.at[i].end);
		if (word.len != 3 || (unsigned char)word.at[0] < 0xe3)
			continue;
		for (size_t k = 0; k < characters->nr; k++)
			nr += ml_span_is(word, characters->at[k]);
	}
	return nr;
}

/* Words among [from, to) that are of the list. */
static size_t count_words(const struct reading *r, enum ml_list_id id, size_t from, size_t to)
{
	const struct ml_list *list = ml_list_of(r->knowledge, id);
	uint64_t *hashes = ml_arena_array(r->arena, uint64_t, list->nr);
	size_t nr = 0;

	for (size_t k = 0; k < list->nr; k++)
		hashes[k] = ml_word_hash(list->at[k]);
	for (size_t i = from; i < to; i++)
		for (size_t k = 0; k < list->nr; k++)
			if (r->words.at[i].hash == hashes[k]) {
				nr++;
				break;
			}
	return nr;
}

/* Legal words among [from, to), and how many of them are strong. */
static size_t count_legal(const struct reading *r, size_t from, size_t to, size_t *strong)
{
	*strong = count_words(r, ML_LIST_LEGAL_STRONG, from, to);
	return *strong + count_words(r, ML_LIST_LEGAL, from, to);
}

bool license_has_legal(const struct reading *r, size_t from, size_t to)
{
	uint64_t software = ml_word_hash("software");
	size_t legal = count_words(r, ML_LIST_LEGAL, from, to);

	for (size_t i = from; i < to; i++)
		legal -= r->words.at[i].hash == software; /* of many a company's name */
	return legal > 0;
}

/* Whether a text calls itself a policy in its first words: it forbids in plainer words than a license grants. */
static bool is_policy(const struct reading *r, size_t from, size_t to)
{
	uint64_t policy = ml_word_hash("policy");

	for (size_t i = from; i < to && i < from + TITLE_WORDS; i++)
		if (r->words.at[i].hash == policy)
			return true;
	return false;
}

bool license_is_legal(const struct reading *r, size_t from, size_t to)
{
	size_t strong, legal = count_legal(r, from, to, &strong), characters = count_characters(r, from, to);
	double share = (double)(legal + characters) / (double)(to > from ? to - from : 1);

	if (strong >= 1 && share >= POLICY_SHARE && is_policy(r, from, to))
		return true;
	return strong + characters / CHARACTERS_PER_WORD >= STRONG_NR && share >= LEGAL_SHARE;
}

/* Of words that count: the number of a list item is none. */
static bool has_digit(const struct reading *r, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (ml_span_has_digit(ml_span_sub(r->file->text, r->words.at[i].at, r->words.at[i].end)))
			return true;
	return false;
}

/* Whether a few words before a text are only its title: it may name a license, but asks and grants nothing; a version is that of the text. */
static bool is_title(struct reading *r, const struct match *match, size_t from, size_t to)
{
	size_t strong, legal;

	if (to - from > TITLE_WORDS || (match->title_lost && has_digit(r, from, to)))
		return false;
	legal = count_legal(r, from, to, &strong);
	return strong < STRONG_NR && legal == strong && license_first_said(r, from, to) == to && !license_states_terms(r, from, to);
}

/* Where the words before a text that are no title of it begin. */
static size_t added_from(struct reading *r, size_t from, size_t to)
{
	size_t said = to - from <= TITLE_WORDS ? license_first_said(r, from, to) : to;

	return said < to ? said : from;
}

/* Whether a few words behind a text are only a separator, or some of a name. */
static bool is_frame(struct reading *r, size_t from, size_t to)
{
	size_t strong;

	return to - from <= FRAME_WORDS && count_legal(r, from, to, &strong) == 0 && license_first_said(r, from, to) == to &&
	       !license_states_terms(r, from, to);
}

/* Whether a text with an appendix is in the match to its end. */
static bool has_end(const struct reading *r, const struct match *match, const struct ml_run_piece *last)
{
	for (size_t i = match->from; i + ML_RUN_WORDS <= match->to; i++)
		if (r->low[i] == last->last)
			return true;
	return false;
}

/* Whether words behind a text are its appendix, which people change and cut: most of them are the text's own. */
static bool is_appendix(const struct reading *r, const struct match *match, size_t from, size_t to)
{
	const struct ml_run_text *text = &r->runs.texts[match->text];
	const struct ml_run_piece *last = &r->runs.pieces[text->piece + text->pieces_nr - 1];
	size_t covered = 0, until = from;

	if (!text->pieces_nr || !last->optional || has_end(r, match, last))
		return false;
	for (size_t i = from; i + ML_RUN_WORDS <= to; i++)
		if (ml_runs_holds(&r->runs, r->sets[i], match->text)) {
			covered += i + ML_RUN_WORDS - (i > until ? i : until);
			until = i + ML_RUN_WORDS;
		}
	return (double)covered >= APPENDIX_SHARE * (double)(to - from);
}

static void give(struct match *match, struct reading *r, size_t from, size_t to)
{
	struct stretch stretch = { from, to };

	match->beside |= match->exact;
	match->exact = false;
	ML_PUSH(r->arena, match->added, match->added_nr, match->added_cap, stretch);
}

/* The match that ends at or starts at a word, or NULL. */
static struct match *beside(struct match *matches, size_t nr, size_t word, bool end)
{
	for (size_t i = 0; i < nr; i++)
		if ((end ? matches[i].to : matches[i].from) == word)
			return &matches[i];
	return NULL;
}

size_t license_share_rest(struct match *matches, size_t nr, struct reading *r, struct stretch *rest, size_t max)
{
	size_t rest_nr = 0;

	for (size_t from = 0, to; from < r->words.nr; from = to) {
		for (to = from + 1; to < r->words.nr && r->taken[to] == r->taken[from]; to++)
			;
		if (r->taken[from])
			continue;
		struct match *before = beside(matches, nr, from, true), *behind = beside(matches, nr, to, false);
		if (before && is_appendix(r, before, from, to))
			before->to = to;
		else if (to - from >= OWN_WORDS && rest_nr < max && license_is_legal(r, from, to))
			rest[rest_nr++] = (struct stretch){ from, to };
		else if ((before && is_frame(r, from, to)) || (behind && is_title(r, behind, from, to)))
			continue;
		else if (before)
			give(before, r, from, to);
		else if (behind)
			give(behind, r, added_from(r, from, to), to);
	}
	return rest_nr;
}
