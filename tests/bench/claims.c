/*
 * The speed of the claims engine: two cards of 100 KB, one of prose with a claim here and there as a README has, one a dense list that
 * claims something on every line. In one process, without the program around it.
 *
 *     claims [ROUNDS [FILE...]]
 *
 * Measures the files too, real cards for example. Prints a line for each: its name, bytes, claims found, then microseconds on one core: of reading its Markdown (only what the words of
 * claims ask for), and of the engine alone, both the median of the rounds; and of the engine in the first round, which compiles its patterns.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "lint/base/buf.h"
#include "lint/facts/card_words.h"
#include "lint/facts/parts.h"
#include "lint/facts/shared.h"
#include "rules/registry.h"

#define CARD_BYTES 100000u
#define ROUNDS_MAX 1000
#define FILE_BYTES (4u << 20)

static const char *const prose[] = {
	"The layers are trained one after the other, and each of them sees what the former one wrote.",
	"Install the package, then run the script with the path of your data; the first run takes some minutes.",
	"Numbers of the second table were measured with a batch of eight and a context of four thousand words.",
	"We thank everybody who tried early versions and told us what was wrong with them.",
	"On a smaller card, load the weights in eight bits and keep the cache on the host.",
	"The tokenizer knows birds, boats and most words of five languages.",
	"Answers become longer with a higher temperature, and seldom better.",
};

static const char *const claims[] = {
	"Heron is an open-source language model.",
	"The weights are released under the Apache 2.0 license and may be used commercially.",
	"Unlike closed models, Heron is fully open: code, weights and data.",
	"The code is open source, and the weights are for research only.",
};

/* A heading every 40 sentences, a claim after every 25. */
static void add_prose(struct ml_buf *buf, size_t i)
{
	if (i % 40 == 0)
		ml_buf_addf(buf, "\n## Part %zu\n\n", i / 40);
	ml_buf_adds(buf, i % 26 == 25 ? claims[i / 26 % 4] : prose[i % 7]);
	ml_buf_adds(buf, i % 5 == 4 ? "\n\n" : "\n");
}

static void add_list(struct ml_buf *buf, size_t i)
{
	ml_buf_addf(buf, "- **Heron-%zuB**: %s\n", i, claims[i % 4]);
}

static void make_card(struct ml_buf *buf, void (*add)(struct ml_buf *, size_t))
{
	ml_buf_adds(buf, "---\nlicense: apache-2.0\n---\n# Heron\n\n");
	for (size_t i = 0; buf->len < CARD_BYTES; i++)
		add(buf, i);
}

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
	return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(double *values, size_t nr)
{
	qsort(values, nr, sizeof *values, by_size);
	return values[nr / 2];
}

static void measure(const char *name, struct ml_span text, size_t rounds)
{
	static double reading[ROUNDS_MAX], engine[ROUNDS_MAX];
	struct ml_arena *arena = ml_arena_new(), *scratch = ml_arena_new(), *keep = ml_arena_new();
	struct ml_patterns *patterns = ml_patterns_new();
	const struct ml_phrases *words = ml_card_words_new(ml_patterns_kept(patterns), keep, &ml_builtin_knowledge);
	size_t nr = 0;

	for (size_t round = 0; round < rounds; round++) {
		struct ml_file file = { .path = "README.md", .state = ML_FILE_READ, .role = ML_ROLE_CARD, .text = text, .bytes = text };
		struct ml_facts facts = { .arena = arena, .knowledge = &ml_builtin_knowledge, .patterns = patterns };
		struct ml_claim_fact *found;
		struct ml_card card;
		facts.shared = ml_shared_new(arena);
		double begin = now();
		ml_card_open(&card, arena, &file);
		ml_card_parse(&card, arena, scratch, words);
		card.primary = true;
		double read = now();
		ml_claims_of_card(&found, &nr, arena, &facts, &card);
		double end = now();
		reading[round] = read - begin;
		engine[round] = end - read;
		ml_shared_release(facts.shared);
		ml_arena_reset(arena);
		ml_arena_reset(scratch);
	}
	double first = engine[0];
	printf("%s\t%zu\t%zu\t%.0f\t%.0f\t%.0f\n", name, text.len, nr, median(reading, rounds), median(engine, rounds), first);
	ml_patterns_free(patterns);
	ml_arena_free(keep);
	ml_arena_free(scratch);
	ml_arena_free(arena);
}

static int measure_file(const char *path, size_t rounds)
{
	static char text[FILE_BYTES];
	FILE *file = fopen(path, "rb");

	if (!file) {
		perror(path);
		return -1;
	}
	size_t nr = fread(text, 1, sizeof text, file);
	fclose(file);
	measure(path, (struct ml_span){ text, nr }, rounds);
	return 0;
}

int main(int argc, char **argv)
{
	static const struct {
		const char *name;
		void (*add)(struct ml_buf *buf, size_t i);
	} cards[] = { { "prose", add_prose }, { "dense list", add_list } };
	size_t rounds = argc > 1 ? strtoul(argv[1], NULL, 10) : 50;

	rounds = rounds < 1 ? 1 : rounds > ROUNDS_MAX ? ROUNDS_MAX : rounds;
	for (int i = 2; i < argc; i++)
		if (measure_file(argv[i], rounds))
			return 1;
	for (size_t i = 0; i < sizeof cards / sizeof *cards; i++) {
		struct ml_buf buf;
		ml_buf_init(&buf, CARD_BYTES * 2);
		make_card(&buf, cards[i].add);
		measure(cards[i].name, ml_buf_span(&buf), rounds);
		ml_buf_release(&buf);
	}
	return 0;
}
