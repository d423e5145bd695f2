/* Fixes of what a scan found: made, or shown. */
#pragma once

#include "cmd/judge.h"

struct fixing {
	bool write;           /* --fix; else nothing is written */
	bool offered;         /* --unsafe-fixes: also those that need a decision */
	bool quiet;
	struct ml_buf *diff;  /* gets the diff of --diff, or NULL */
};

/*
 * Makes the fixes of a verdict, and those that its fixes leave room for, and says how many. *result becomes what is left where they were
 * written, and stays where they were shown, or where the index was judged. Files that cannot be written are said, and the status is 3.
 */
int fix_run(struct judge *judge, const struct judged *what, const struct fixing *fixing, struct ml_result *result, struct ml_error *err);
