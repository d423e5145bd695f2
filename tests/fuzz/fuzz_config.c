#include "tests/fuzz/fuzz.h"

#include "lint/check/baseline.h"
#include "lint/check/suppress.h"

static const struct ml_rule claim = { .code = "ML201", .name = "open-source-claim-restricted" };
static const struct ml_rule *const rules[] = { &claim };

static void read_as(struct ml_arena *arena, const char *path, struct ml_span text)
{
	struct ml_file file = { .path = path, .role = ML_ROLE_CARD, .state = ML_FILE_READ, .bytes = text, .text = text };
	struct ml_tree tree = { .files = &file, .files_nr = 1 };
	struct ml_suppressed list = { 0 };
	ml_suppressions_read(&list, arena, &tree, (struct ml_rules){ rules, 1 });
}

/* What a repository says to mlint: a configuration, comments in its files; and a baseline. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct ml_arena *arena = ml_arena_new();
	struct ml_span text = { (const char *)bytes, len };
	struct ml_config config;
	struct ml_baseline baseline;
	if (!ml_config_parse(&config, arena, ".mlint.yml", text, (struct ml_rules){ rules, 1 }, NULL))
		ml_globs_match(config.exclude.at, config.exclude.nr, (struct ml_span){ "docs/README.md", 14 });
	ml_baseline_read(&baseline, arena, "baseline.json", text, NULL);
	read_as(arena, "README.md", text);
	read_as(arena, "pyproject.toml", text);
	read_as(arena, "README.rst", text);
	ml_arena_free(arena);
	return 0;
}
