/* The inside of a sink, for lint/check alone. */
#pragma once

#include "lint/check/sink.h"

struct ml_suppressed; /* suppress.h */

/* Findings on their way to a verdict: single objects, for a rule holds one while it adds proof. */
struct ml_findings {
	struct ml_finding **at;
	size_t nr, cap;
};

struct ml_sink {
	const struct ml_facts *facts;
	struct ml_arena *arena;	    /* the facts' */
	const struct ml_rule *rule; /* the running one */
	size_t unit;		    /* which it looks at */
	const struct ml_policy *policy; /* of the configuration, or NULL */
	const struct ml_suppressed *suppressed; /* for the rules that run last; NULL before */
	struct ml_findings found;
	struct ml_finding dropped; /* handed out when the sink is full */
	bool cut;
};

/* merge.c: keeps of findings with one cause the most specific (guard g4); the others become its proof, and leave found. */
void ml_findings_merge(struct ml_findings *found);
/* fingerprint.c: gives each finding its fingerprint; found is in its final order. */
void ml_findings_fingerprint(struct ml_arena *arena, struct ml_finding **found, size_t nr);
/* Order of report: path (no file first), line, column, code, order of discovery. For qsort over pointers to findings. */
int ml_findings_cmp(const void *a, const void *b);

/* fix.c: bytes [from, to) of file->text; the end of the whole fix (false); how the first line of a text ends, "\n" where nothing tells. */
bool ml_fix_bytes(struct ml_finding *finding, const struct ml_file *file, size_t from, size_t to, struct ml_span text);
bool ml_fix_refuse(struct ml_finding *finding);
const char *ml_line_end(struct ml_span text);
