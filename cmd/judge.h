/* Trees in, verdicts out: what scan and hook have in common. */
#pragma once

#include "cmd/cli.h"
#include "cmd/settings.h"
#include "lint/check/baseline.h"
#include "lint/fix/patch.h"
#include "lint/report/report.h"
#include "lint/source/git.h"

struct known_tree {
	struct ml_result result;
	const struct settings *settings;
};

struct judge {
	struct ml_arena *arena;	  /* of the caller */
	struct ml_arena *scratch;
	struct ml_patterns *patterns;
	const struct ml_knowledge *knowledge;
	struct ml_check_options check; /* of the command line; what a configuration adds is filled in for each tree */
	bool own;		  /* heed the configuration of the judged trees */
	const struct settings *given; /* a configuration in its place, or NULL */
	const struct settings *last;  /* that of the tree that was judged last, or NULL */
	struct ml_baseline *baseline; /* or NULL */
	int fail_on;		  /* enum ml_severity: the least that gives exit status 1; -1: as the configuration says, else errors */
	enum ml_severity failed_on; /* the strictest that was applied */
	bool failing;		  /* the tree that was judged last has such findings */
	bool strict;		  /* its configuration asks for strict hooks */
	bool exit_zero, verbose;
	bool again;		  /* take a verdict on a tree that holds the same for this one too */
	struct known_tree *known; /* verdicts on trees of git's objects, for trees that hold the same */
	size_t known_nr, known_cap;
	struct ml_tree **trees;	  /* all that were opened */
	size_t trees_nr, trees_cap;
	int status;		  /* the exit status so far: the worst wins */
};

/* What is judged. */
struct judged {
	const char *path;
	struct ml_git *git;	/* of path; may be NULL where nothing below asks for it */
	bool staged;
	const char *revision;	/* or NULL; neither staged nor revision: the folder */
	const struct ml_fixed *fixed; /* the tree as these fixes leave it; what could not be judged was said before. NULL: as it is */
	const char *old[2];	/* findings that these revisions have are left out; full ids or names; NULL for none */
};

/* path NULL: the configuration of each tree itself. Called behind the setting of knowledge; fails as settings_of_file. */
int judge_configure(struct judge *judge, const char *path, struct ml_error *err);
void judge_init(struct judge *judge, struct ml_arena *arena);
void judge_release(struct judge *judge); /* closes the trees; before their repository */
void judge_worsen(struct judge *judge, int status);
/*
 * Ends the program with EXIT_UNJUDGED once it has computed for ML_LIMIT_GIT_SECONDS from now on; again starts anew, and off ends it. libgit2 knows no limit:
 * objects of a pack that are made from each other in a circle it follows for ever.
 */
void judge_watch(bool on);
/* Facts and verdict of a tree, by the configuration that is its own or was given. */
int judge_tree(struct judge *judge, struct ml_tree *tree, struct ml_result *out, struct ml_error *err);
/*
 * Judges and says what could not be. *left_out: findings that an old revision has too. A tree of git's that cannot be read is
 * replaced by the work tree, where there is one: that is said, and the status is 3. What the findings mean for the status: judge_findings.
 */
int judge_run(struct judge *judge, const struct judged *what, struct ml_result *out, size_t *left_out, struct ml_error *err);
/* Worsens the status where a finding is grave enough. */
void judge_findings(struct judge *judge, const struct ml_verdict *verdict);
