#include "rules/gen/index.h"

#include <stdlib.h>
#include <string.h>

#define CLAUSE_WORDS 8   /* at least, of what a clause's runs are taken from */

/* The shorter id is the plainer: gpl-3.0 before gpl-3.0-only. */
static int by_plainness(const void *a, const void *b)
{
	const char *x = *(const char *const *)a, *y = *(const char *const *)b;
	size_t m = strlen(x), n = strlen(y);

	return m != n ? (m < n ? -1 : 1) : strcmp(x, y);
}

void index_add_id(struct index_texts *texts, struct ml_known_text *known, const char *id)
{
	for (size_t i = 0; i < known->ids_nr; i++)
		if (strcmp(known->ids[i], id) == 0)
			return;
	ML_PUSH(texts->arena, known->ids, known->ids_nr, known->ids_cap, id);
	qsort(known->ids, known->ids_nr, sizeof *known->ids, by_plainness);
}

struct ml_known_text *index_add(struct index_texts *texts, const char *id, struct ml_span text)
{
	struct ml_known_words split;
	struct ml_known_text *known = NULL;
	uint64_t hash;

	ml_known_split(&split, texts->arena, text);
	hash = ml_words_hash(&split.words, 0, split.words.nr);
	for (size_t i = 0; i < texts->nr && !known; i++)
		if (texts->at[i]->hash == hash && texts->at[i]->words_nr == split.words.nr)
			known = texts->at[i];
	if (!known) {
		known = ml_arena_alloc(texts->arena, sizeof *known);
		ml_known_text_make(known, texts->arena, &split);
		known->source = text;
		if (known->runs_nr)
			ML_PUSH(texts->arena, texts->at, texts->nr, texts->cap, known);
	}
	index_add_id(texts, known, id);
	return known;
}

/* Words [*from, *to) of a line, and of the lines behind it while they are few. */
static void words_of_line(const struct ml_words *words, struct ml_span text, size_t line, size_t *from, size_t *to)
{
	size_t at = 0, end;

	for (; line > 1 && at < text.len; at++)
		line -= text.at[at] == '\n';
	for (*from = 0; *from < words->nr && words->at[*from].at < at; ++*from)
		;
	*to = *from;
	for (end = at; end < text.len && (end == at || text.at[end - 1] != '\n' || *to - *from < CLAUSE_WORDS); end++)
		while (*to < words->nr && words->at[*to].at <= end)
			++*to;
}

/* Narrows words [*from, *to) to those of the excerpt, where its runs stand in them. */
static void narrow(const struct ml_words *words, const struct ml_words *excerpt, size_t *from, size_t *to)
{
	size_t first = SIZE_MAX, last = 0;

	for (size_t i = *from; i + ML_RUN_WORDS <= *to; i++)
		for (size_t k = 0; k + ML_RUN_WORDS <= excerpt->nr; k++)
			if (ml_words_run(words, i) == ml_words_run(excerpt, k)) {
				first = i < first ? i : first;
				last = i + ML_RUN_WORDS;
			}
	if (first < last && last - first >= CLAUSE_WORDS) {
		*from = first;
		*to = last;
	}
}

void index_add_clause(struct index_texts *texts, struct ml_known_text *known, struct ml_span text, const char *term, size_t line,
		      struct ml_span excerpt)
{
	struct ml_known_words split;
	struct ml_words quoted;
	size_t from, to;

	ml_known_split(&split, texts->arena, text);
	words_of_line(&split.words, text, line, &from, &to);
	if (to < from + ML_RUN_WORDS)
		return;
	if (excerpt.at) {
		ml_words_split(&quoted, texts->arena, excerpt);
		narrow(&split.words, &quoted, &from, &to);
	}
	ml_known_clause_add(known, texts->arena, &split, term, from, to);
}
