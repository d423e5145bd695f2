/*
 * Runs a fuzz target over the inputs of a folder: each whole, cut off at places all along, and with bytes turned over.
 * So the ordinary test run, and the sanitizers, see what fuzzing found. In the build that users run each input, repeated to
 * 100 KB, has to be done within 100 ms of computing: what grows faster than its input shows there.
 *
 *     fuzz_NAME FOLDER          or: fuzz_NAME -t FOLDER    to print the milliseconds of each
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "tests/fuzz/fuzz.h"
#include "tests/support/texts.h"

#define CUTS 64
#define LONG 100000
#define MILLISECONDS 100
#define TRIES 3 /* a slower moment of the machine is not the input's fault */

#if defined(NDEBUG) && !defined(ML_ARENA_PLAIN)
#define IN_TIME true
#else
#define IN_TIME false
#endif

/* In memory of its exact size, so that the sanitizer sees a read behind the end. */
static void run_part(const char *bytes, size_t len)
{
	uint8_t *copy = malloc(len ? len : 1);
	if (!copy)
		abort();
	if (len)
		memcpy(copy, bytes, len);
	LLVMFuzzerTestOneInput(copy, len);
	free(copy);
}

static void run_input(struct ml_span text)
{
	char *turned = malloc(text.len ? text.len : 1);
	if (!turned)
		abort();
	for (size_t i = 0; i <= CUTS; i++)
		run_part(text.at, text.len * i / CUTS);
	for (size_t i = 0; i < CUTS && text.len; i++) {
		memcpy(turned, text.at, text.len);
		for (size_t j = i; j < text.len; j += CUTS)
			turned[j] = (char)(turned[j] ^ (1 << (j / CUTS % 8)));
		run_part(turned, text.len);
	}
	free(turned);
}

static double milliseconds(const char *bytes, size_t len)
{
	struct timespec from, to;
	double least = 1e9;
	for (int i = 0; i < TRIES && least > MILLISECONDS; i++) {
		clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
		LLVMFuzzerTestOneInput((const uint8_t *)bytes, len);
		clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
		double took = (double)(to.tv_sec - from.tv_sec) * 1e3 + (double)(to.tv_nsec - from.tv_nsec) / 1e6;
		least = took < least ? took : least;
	}
	return least;
}

/* The longest of: the input as it is, again and again, and what stands in its middle again and again. */
static double slowest(struct ml_span text)
{
	double most = milliseconds(text.at, text.len) / (text.len > LONG ? (double)text.len / LONG : 1);
	char *copy = malloc(LONG);
	if (!copy)
		abort();
	for (int i = 0; i < 2 && text.len > 2; i++) {
		size_t head = i ? text.len / 3 : 0, every = i ? text.len / 3 : text.len;
		for (size_t j = 0; j < LONG; j++)
			copy[j] = text.at[j < head ? j : head + (j - head) % every];
		double took = milliseconds(copy, LONG);
		most = took > most ? took : most;
	}
	free(copy);
	return most;
}

int main(int argc, char **argv)
{
	bool tell = argc == 3 && !strcmp(argv[1], "-t"), slow = false;
	const char *folder = argv[argc - 1];
	DIR *dir = argc == 2 || tell ? opendir(folder) : NULL;
	struct ml_arena *arena = ml_arena_new();
	size_t inputs = 0;
	run_part("", 0);
	for (struct dirent *entry; dir && (entry = readdir(dir));) {
		struct ml_span text = texts_read(arena, ml_arena_printf(arena, "%s/%s", folder, entry->d_name));
		if (entry->d_name[0] == '.' || !text.at)
			continue;
		if (!tell)
			run_input(text);
		double took = tell || IN_TIME ? slowest(text) : 0;
		if (tell || took > MILLISECONDS)
			printf("%s: %.1f ms for 100 KB\n", entry->d_name, took);
		slow |= took > MILLISECONDS && IN_TIME;
		inputs++;
	}
	if (dir)
		closedir(dir);
	ml_arena_free(arena);
	printf("%zu inputs\n", inputs);
	return inputs && !slow ? 0 : 1;
}
