/* The policy of a configuration: which licenses and terms its owner allows and denies. */
#pragma once

#include "lint/check/config.h"

/* An entry of a list of licenses. */
struct ml_policy_license {
	const char *word;                 /* as written: an id, a name, a pattern with "*", "custom", "mit-modified" */
	uint32_t line;
	const struct ml_license *license; /* by ml_policy_check; NULL where the word is no name */
};

struct ml_policy {
	struct ml_policy_license *allow, *deny;
	size_t allow_nr, deny_nr;
	uint32_t terms; /* set of the denied */
};

/*
 * Looks the licenses up; again where the knowledge is another. Fails (usage) with file and line on a name that no license has, with the
 * nearest one.
 */
int ml_policy_check(const struct ml_config *config, struct ml_arena *arena, const struct ml_knowledge *knowledge, struct ml_error *err);
