/*
 * The speed of the license matcher: all texts of this machine (tests/support/all_texts.h) as words, runs, matches; clauses are read only where
 * words stand in place of a name.
 *
 *     matcher [ROUNDS]
 *
 * Prints texts, bytes, and MB a second of the median round, on one core. Exit status 77 where this machine has no texts.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "lint/facts/license_match.h"
#include "rules/registry.h"
#include "tests/support/all_texts.h"

#define ROUNDS_MAX 1000
#define MATCHES_MAX 8  /* of one file */
#define LIKENESS 0.75  /* of a match that takes its words: as lint/facts/license.c asks */

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Returns how many known texts the file holds. */
static size_t match_text(struct ml_arena *arena, struct ml_patterns *patterns, const struct known_text *known)
{
	const struct ml_file file = { .path = known->id, .role = ML_ROLE_LICENSE, .text = known->text, .bytes = known->text };
	struct reading r = { .arena = arena, .keep = arena, .knowledge = &ml_builtin_knowledge, .patterns = patterns, .file = &file };
	struct match match;
	size_t nr = 0;

	ml_runs_open(&r.runs, ml_builtin_knowledge.runs);
	license_read(&r);
	for (size_t i = 0; i < MATCHES_MAX && license_best(&match, &r); i++) {
		bool taken = match.exact || match.likeness >= LIKENESS;
		(taken ? license_take : license_bar)(&r, &match);
		nr += taken;
	}
	return nr;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
	static double seconds[ROUNDS_MAX];
	struct ml_arena *texts_arena = ml_arena_new(), *arena = ml_arena_new();
	size_t rounds = argc > 1 ? strtoul(argv[1], NULL, 10) : 5, nr, bytes = 0, found = 0;
	struct ml_patterns *patterns = ml_patterns_new();
	struct known_text *texts;

	all_texts(&texts, &nr, texts_arena);
	for (size_t i = 0; i < nr; i++)
		bytes += texts[i].text.len;
	rounds = rounds < 1 ? 1 : rounds > ROUNDS_MAX ? ROUNDS_MAX : rounds;
	for (size_t round = 0; round < rounds && nr; round++) {
		double from = now();
		found = 0;
		for (size_t i = 0; i < nr; i++) {
			found += match_text(arena, patterns, &texts[i]) > 0;
			ml_arena_reset(arena);
		}
		seconds[round] = now() - from;
	}
	if (nr) {
		qsort(seconds, rounds, sizeof *seconds, by_size);
		printf("%zu\t%zu\t%zu\t%.1f\n", nr, found, bytes, (double)bytes / seconds[rounds / 2] / 1e6);
	} else {
		puts("SKIPPED: no license texts on this machine (set MLINT_SPDX or MLINT_CORPUS)");
	}
	ml_patterns_free(patterns);
	ml_arena_free(arena);
	ml_arena_free(texts_arena);
	return nr ? 0 : 77;
}
