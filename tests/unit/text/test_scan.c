#include "lint/text/scan.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static struct ml_arena *arena;

static void set_up(void)
{
	arena = ml_arena_new();
}

static void tear_down(void)
{
	ml_arena_free(arena);
}

TestSuite(scan, .init = set_up, .fini = tear_down);

static const char *const words[] = { "open source", "open", "sour", "mit", "ai", "\xE5\xBC\x80\xE6\xBA\x90", "\xE4\xBB\x85", "open", "x]y" };
#define WORDS_NR (sizeof words / sizeof *words)

/* The plain way: every word at every place. */
static size_t count_plainly(const char *const *list, size_t nr, struct ml_span text, bool *seen)
{
	size_t hits = 0;

	for (size_t w = 0; w < nr; w++) {
		size_t len = strlen(list[w]);
		for (size_t i = 0; i + len <= text.len; i++) {
			bool same = true;
			for (size_t k = 0; k < len && same; k++)
				same = ml_lower(text.at[i + k]) == list[w][k];
			hits += same;
			seen[w] |= same;
		}
	}
	return hits;
}

static void check_text(const char *const *list, size_t nr, struct ml_span text)
{
	const struct ml_scan *scan = ml_scan_new(arena, list, nr);
	bool seen[400] = { false }, wanted[400] = { false };
	struct ml_scan_place place = { 0 };
	struct ml_scan_hit hit;
	size_t hits = 0, distinct = 0;

	while (ml_scan_next(scan, text, &place, &hit)) {
		cr_assert_lt(hit.word, nr);
		cr_assert(ml_span_starts_nocase(ml_span_sub(text, hit.at, text.len), list[hit.word]));
		hits++;
	}
	cr_assert_eq(hits, count_plainly(list, nr, text, wanted));
	for (size_t i = 0; i < nr; i++)
		distinct += wanted[i];
	cr_assert_eq(ml_scan_all(scan, text, seen), distinct);
	cr_assert_eq(memcmp(seen, wanted, sizeof seen), 0);
}

Test(scan, finds_all_that_overlap)
{
	const struct ml_scan *scan = ml_scan_new(arena, words, WORDS_NR);
	struct ml_span text = ml_span_of("An OPEN Source aim");
	struct ml_scan_place place = { 0 };
	struct ml_scan_hit hit;
	size_t nr = 0;
	unsigned found = 0;

	while (ml_scan_next(scan, text, &place, &hit)) {
		cr_assert_eq(hit.at, hit.word == 2 ? 8 : hit.word == 4 ? 15 : 3);
		found |= 1u << hit.word;
		nr++;
	}
	cr_assert_eq(nr, 5);
	cr_assert_eq(found, 1u << 0 | 1u << 1 | 1u << 2 | 1u << 4 | 1u << 7);
}

Test(scan, is_over_once_it_is_over)
{
	const struct ml_scan *scan = ml_scan_new(arena, words, WORDS_NR);
	struct ml_span text = ml_span_of("... mit");
	struct ml_scan_place place = { 0 };
	struct ml_scan_hit hit;

	cr_assert(ml_scan_next(scan, text, &place, &hit));
	cr_assert_eq(hit.at, 4);
	for (int i = 0; i < 3; i++)
		cr_assert(!ml_scan_next(scan, text, &place, &hit));
}

Test(scan, finds_words_at_every_distance_from_the_end)
{
	static const char text[] = "...Open Source, MIT, AI: \xE5\xBC\x80\xE6\xBA\x90\xE4\xBB\x85 X]Y x}y";

	for (size_t from = 0; from < sizeof text; from++)
		for (size_t to = from; to < sizeof text; to++) {
			char *copy = malloc(to - from + 1);
			memcpy(copy, text + from, to - from);
			check_text(words, WORDS_NR, (struct ml_span){ copy, to - from });
			check_text(words, 1, (struct ml_span){ copy, to - from });
			free(copy);
		}
}

Test(scan, agrees_with_the_plain_way)
{
	static char many[300][12];
	const char *list[300];
	char text[500];

	srand(20240506);
	for (int round = 0; round < 60; round++) {
		size_t nr = 1 + (size_t)rand() % 300;
		for (size_t w = 0; w < nr; w++) {
			size_t len = (round % 2 ? 2 : 4) + (size_t)rand() % 6;
			for (size_t i = 0; i < len; i++)
				many[w][i] = "ab \xE5{["[(size_t)rand() % 6];
			many[w][len] = '\0';
			list[w] = many[w];
		}
		for (size_t i = 0; i < sizeof text; i++)
			text[i] = "abAB \xE5{[\xC5"[(size_t)rand() % 9];
		check_text(list, nr, (struct ml_span){ text, sizeof text });
	}
}

Test(scan, no_words_and_no_text_are_fine)
{
	check_text(words, 0, ml_span_of("open source"));
	check_text(words, WORDS_NR, (struct ml_span){ NULL, 0 });
}
