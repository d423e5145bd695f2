#include "rules/gen/index.h"

#include <string.h>

#define HEAD_WORDS 200  /* of a text before the one that it holds, at least */
#define TAIL_WORDS 1000 /* of the text that it holds, at least */
#define TAIL_SHARE 0.95 /* of the other text's runs that the tail holds, and of the tail's runs that are the other's */

/* Runs that two texts share. */
static size_t count_shared(const struct ml_known_text *a, const struct ml_known_text *b)
{
	size_t shared = 0;

	for (size_t i = 0, k = 0; i < a->runs_nr && k < b->runs_nr;) {
		if (a->runs[i] == b->runs[k]) {
			shared++;
			i++;
			k++;
		} else if (a->runs[i] < b->runs[k]) {
			i++;
		} else {
			k++;
		}
	}
	return shared;
}

static bool has_run(const struct ml_known_text *text, uint64_t run)
{
	size_t low = 0, high = text->runs_nr;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (text->runs[middle] == run)
			return true;
		if (text->runs[middle] < run)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

/* The first of a text's runs. */
static uint32_t first_run(const struct ml_known_text *text)
{
	for (size_t i = 0; i < text->pieces_nr; i++)
		if (text->pieces[i].words >= ML_RUN_WORDS)
			return text->pieces[i].first;
	return 0;
}

/* The word from which on a text is another one that it holds whole, or SIZE_MAX. */
static size_t tail_of(const struct ml_known_words *split, const struct ml_known_text *other)
{
	size_t runs = split->words.nr - ML_RUN_WORDS + 1, start = SIZE_MAX, hits = 0;
	uint32_t first = first_run(other);

	for (size_t i = HEAD_WORDS; i < runs; i++) {
		uint64_t run = ml_words_run(&split->words, i);
		if (start == SIZE_MAX && (uint32_t)run == first)
			start = i;
		hits += start != SIZE_MAX && has_run(other, run);
	}
	return start != SIZE_MAX && (double)hits >= TAIL_SHARE * (double)(runs - start) ? start : SIZE_MAX;
}

static void add_head(struct index_texts *texts, const struct ml_known_text *text)
{
	struct ml_known_words split;

	ml_known_split(&split, texts->arena, text->source);
	for (size_t i = 0; i < texts->nr; i++) {
		const struct ml_known_text *other = texts->at[i];
		if (other->words_nr < TAIL_WORDS || other->words_nr + HEAD_WORDS > text->words_nr ||
		    (double)count_shared(text, other) < TAIL_SHARE * (double)other->runs_nr)
			continue;
		size_t tail = tail_of(&split, other);
		if (tail == SIZE_MAX)
			continue;
		struct ml_span head = ml_span_sub(text->source, 0, split.words.at[tail].at);
		for (size_t k = 0; k < text->ids_nr; k++)
			index_add(texts, text->ids[k], head);
		return;
	}
}

void index_add_heads(struct index_texts *texts)
{
	size_t nr = texts->nr;

	for (size_t i = 0; i < nr; i++)
		if (texts->at[i]->words_nr >= HEAD_WORDS + TAIL_WORDS)
			add_head(texts, texts->at[i]);
}

void index_lend_clauses(struct index_texts *texts)
{
	for (size_t i = 0; i < texts->nr; i++)
		for (size_t k = 0; texts->at[i]->clauses_nr == 0 && k < texts->nr; k++) {
			const struct ml_known_text *lender = texts->at[k];
			if (strcmp(texts->at[i]->ids[0], lender->ids[0]) != 0)
				continue;
			texts->at[i]->clauses = lender->clauses;
			texts->at[i]->clauses_nr = lender->clauses_nr;
			texts->at[i]->clauses_cap = lender->clauses_nr;
		}
}
