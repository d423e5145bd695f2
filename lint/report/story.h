/* Findings as programs for people show them: the gravest first, each with its proof. For lint/report alone. */
#pragma once

#include "lint/report/spot.h"

struct ml_ranked {
	const struct ml_result *result;
	const struct ml_finding *finding;
};

/* Sets *out (in the first result's arena) to all findings, errors before warnings before notes, and returns how many. */
size_t ml_rank(struct ml_ranked **out, const struct ml_result *results, size_t results_nr);
/* The same with those that are suppressed behind them. */
size_t ml_rank_all(struct ml_ranked **out, const struct ml_result *results, size_t results_nr);
/* What could not be judged in all results, with paths as in ml_spot_path, and the PATHs that could not be scanned. */
size_t ml_rank_unjudged(const struct ml_unjudged **out, const struct ml_result *results, size_t results_nr,
			const struct ml_report_options *options);
/* Adds the message, "place: proof" and "help: …" with between in between; safe as ml_add_escaped makes it. */
void ml_add_story(struct ml_buf *out, const struct ml_ranked *ranked, const struct ml_report_options *options,
		  const char *between);
