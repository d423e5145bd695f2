/* Trees in, verdicts out: what scan and hook have in common. */
#pragma once

#include "cmd/cli.h"
#include "lint/fix/patch.h"
#include "lint/report/report.h"
#include "lint/source/git.h"

struct judge {
	struct ml_arena *arena;	  /* of the caller */
	struct ml_arena *scratch;
	struct ml_patterns *patterns;
	const struct ml_knowledge *knowledge;
	struct ml_check_options check;
	enum ml_severity fail_on; /* the least severity that gives exit status 1 */
	bool exit_zero, verbose;
	bool again;		  /* take a verdict on a tree that holds the same for this one too */
	struct ml_result *known;  /* verdicts on trees of git's objects, for trees that hold the same */
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

void judge_init(struct judge *judge, struct ml_arena *arena);
void judge_release(struct judge *judge); /* closes the trees; before their repository */
void judge_worsen(struct judge *judge, int status);
/*
 * Ends the program with EXIT_UNJUDGED once it has computed for ML_LIMIT_GIT_SECONDS from now on; again starts anew, and off ends it. libgit2 knows no limit:
 * objects of a pack that are made from each other in a circle it follows for ever.
 */
void judge_watch(bool on);
/*
 * Judges and says what could not be. *left_out: findings that an old revision has too. A tree of git's that cannot be read is
 * replaced by the work tree, where there is one: that is said, and the status is 3. What the findings mean for the status: judge_findings.
 */
int judge_run(struct judge *judge, const struct judged *what, struct ml_result *out, size_t *left_out, struct ml_error *err);
/* Worsens the status where a finding is grave enough. */
void judge_findings(struct judge *judge, const struct ml_verdict *verdict);
