/*
 * The configuration, .mlint.yml: how a repository wants to be judged. Parsed and typed here; who reads it from where stands in
 * config_tree.h, and what it does in run.c. All strings are owned by the arena that it was parsed into.
 */
#pragma once

#include "lint/check/rule.h"
#include "lint/knowledge/openness.h"
#include "lint/text/glob.h"

#define ML_CONFIG_NAME ".mlint.yml"

struct ml_config_words {
	const char *const *at;
	size_t nr;
};

struct ml_globs {
	const struct ml_glob *at;
	size_t nr;
};

struct ml_config_severity {
	const struct ml_rule *rule;
	enum ml_severity severity;
};

/* One entry of "ignore". */
struct ml_config_ignore {
	struct ml_config_words rules; /* codes, names, or beginnings of codes, each of a known rule */
	const char *reason;    /* or NULL */
	const char *until;     /* "2026-12-31": the last day that it counts; or NULL */
	struct ml_globs paths; /* none: everywhere */
	uint32_t line;
};

/* A file of knowledge that it names, as written. */
struct ml_config_file {
	const char *path;
	uint32_t line;
};

struct ml_config {
	const char *path;           /* for messages */
	const struct ml_config_severity *severities;
	size_t severities_nr;
	struct ml_config_words select;     /* none: all that run by default */
	const struct ml_config_ignore *ignores;
	size_t ignores_nr;
	struct ml_globs paths;      /* files that are the repository's own; none: all */
	struct ml_globs exclude;    /* files that are not */
	int standard;               /* enum ml_standard, or -1 */
	int fail_on;                /* enum ml_severity, or -1 */
	const struct ml_config_file *knowledge;
	size_t knowledge_nr;
	const struct ml_policy *policy; /* licenses not looked up yet: ml_policy_check; NULL for none */
	bool strict;                /* hook.strict */
};

/*
 * Parses text. Fails (usage) with file and line on what is no YAML, an unknown key (with the nearest known one), a wrong type or value, a rule that
 * is not in the table, a key that stands twice, and on a limit that is reached.
 */
int ml_config_parse(struct ml_config *out, struct ml_arena *arena, const char *path, struct ml_span text, struct ml_rules rules,
		    struct ml_error *err);

/* Whether text is a day of the calendar, "2026-02-28". */
bool ml_is_day(struct ml_span text);
