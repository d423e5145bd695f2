/*
 * Places for programs that know the repository, not the scanned folder: code hosts and their viewers. For lint/report alone.
 *
 * Paths count from the top of the work tree where the current folder stands inside it, else from the current folder where the
 * scanned one stands below it, else from the scanned one.
 */
#pragma once

#include "lint/report/report.h"

struct ml_spot {
	const char *path; /* in facts->arena; README.md of the scanned folder where the place has no file */
	/* From 1, never 0: of a whole file its first line, of a place without columns whole lines. Columns count units of UTF-16. */
	uint32_t line, column, end_line, end_column;
};

/* The spot of a place of the result's facts. Never NULL: a place without a file is line 1 of README.md. */
struct ml_spot ml_spot_of(const struct ml_result *result, const struct ml_report_options *options,
			  const struct ml_where *where);
/* The same for a path from the scanned root; NULL: README.md. */
const char *ml_spot_path(const struct ml_result *result, const struct ml_report_options *options, const char *path);
/* Adds path as a relative reference, percent-encoded (RFC 3986): a colon too, which would make a scheme of what stands before it. */
void ml_add_uri(struct ml_buf *out, const char *path);
