#include "rules/gen/gen.h"

#include <stdio.h>
#include <string.h>

static const struct {
	const char *name;
	int (*run)(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err);
} commands[] = {
	{ "licenses", gen_licenses }, { "terms", gen_terms }, { "claims", gen_claims },
	{ "models", gen_models },     { "datasets", gen_datasets },
	{ "openness", gen_openness }, { "layout", gen_layout },
	{ "lists", gen_lists },	      { "phrases", gen_phrases },
	{ "patterns", gen_patterns },
	{ "rules", gen_rules },	      { "index", gen_index },
};

int main(int argc, char **argv)
{
	for (size_t i = 0; argc > 2 && i < sizeof commands / sizeof *commands; i++) {
		if (strcmp(commands[i].name, argv[1]) != 0)
			continue;
		struct ml_error err = { 0 };
		struct ml_arena *arena = ml_arena_new();
		int status = commands[i].run(arena, argv + 2, (size_t)argc - 2, &err);
		if (status)
			fprintf(stderr, "mlint_gen: %s\n", err.text);
		ml_arena_free(arena);
		return status ? 1 : 0;
	}
	fputs("usage: mlint_gen licenses|terms|claims|models|datasets|openness|layout|lists|phrases|patterns|rules|index OUT FILE...\n", stderr);
	return 2;
}
