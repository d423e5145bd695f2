/* Reporters: one verdict to bytes, behind one table. Same input, same bytes. */
#pragma once

#include "lint/base/buf.h"
#include "lint/check/sink.h"

struct ml_result { /* of one PATH */
	const struct ml_facts *facts;
	const struct ml_verdict *verdict;
};

struct ml_report_options {
	bool color;
	bool quiet;       /* findings only, no summary */
	bool verbose;
	const char *version;
	unsigned columns; /* of the terminal, 0: unlimited */
};

struct ml_reporter {
	const char *name;
	const char *summary;
	void (*write)(struct ml_buf *out, const struct ml_result *results, size_t results_nr, const struct ml_report_options *options);
};
extern const struct ml_reporter ml_reporters[];
extern const size_t ml_reporters_nr;
const struct ml_reporter *ml_reporter_find(struct ml_span name);

/* Adds text with control characters (but \n and \t where lines is set), DEL, C1 and bidirectional controls, and bytes that are not UTF-8 escaped as \x1b or \u202e. */
void ml_add_escaped(struct ml_buf *out, struct ml_span text, bool lines);
/* JSON of the "licenses" list of a file and of a list of claims, as identify, claims and scan print them. */
struct ml_json_writer;
void ml_json_license(struct ml_json_writer *w, const struct ml_license_fact *license, const char *path);
void ml_json_claim(struct ml_json_writer *w, const struct ml_claim_fact *claim, const char *path);
