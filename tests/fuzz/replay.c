/*
 * Runs a fuzz target over the inputs of a folder: each whole, cut off at places all along, and with bytes turned over.
 * So the ordinary test run, and the sanitizers, see what fuzzing found.
 *
 *     fuzz_NAME FOLDER
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/fuzz/fuzz.h"
#include "tests/support/texts.h"

#define CUTS 64

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

int main(int argc, char **argv)
{
	DIR *dir = argc == 2 ? opendir(argv[1]) : NULL;
	struct ml_arena *arena = ml_arena_new();
	size_t inputs = 0;
	run_part("", 0);
	for (struct dirent *entry; dir && (entry = readdir(dir));) {
		struct ml_span text = texts_read(arena, ml_arena_printf(arena, "%s/%s", argv[1], entry->d_name));
		if (entry->d_name[0] == '.' || !text.at)
			continue;
		run_input(text);
		inputs++;
	}
	if (dir)
		closedir(dir);
	ml_arena_free(arena);
	printf("%zu inputs\n", inputs);
	return inputs ? 0 : 1;
}
