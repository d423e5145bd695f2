/* Reporters: one verdict to bytes, behind one table. Same input, same bytes. */
#pragma once

#include "lint/base/buf.h"
#include "lint/check/unjudged.h"

struct ml_result { /* of one PATH */
	const struct ml_facts *facts;
	const struct ml_verdict *verdict;
};

struct ml_report_options {
	bool color;
	bool quiet; /* findings only, no summary */
	bool verbose;
	bool compact; /* JSON on one line */
	bool several; /* several PATHs were asked for, however many could be scanned: JSON is an array */
	const char *version;
	const char *home; /* address of mlint's own pages, or NULL */
	const char *
		folder; /* absolute, the current one: see lint/report/spot.h; NULL: paths count from the scanned root */
	unsigned columns;		    /* room for code frames, 0: unlimited */
	unsigned wrap;			    /* columns of the terminal, where text is wrapped at words; 0: none, lines stay whole */
	enum ml_severity fail_on;	    /* the least severity that fails a run */
	struct ml_rules rules;		    /* that ran; none: not told */
	const struct ml_unjudged *failures; /* PATHs that could not be scanned at all; their path is NULL */
	size_t failures_nr;
};

/* The names of the table that scan offers, as an option's choice; the first is the default. "html" is what mlint report writes. */
#define ML_REPORT_FORMATS "human|plain|json|sarif|github|gitlab|junit|markdown"

/* Adds a report of the results to out. */
typedef void ml_report_fn(struct ml_buf *out, const struct ml_result *results, size_t results_nr, const struct ml_report_options *options);

struct ml_reporter {
	const char *name;
	const char *summary;
	ml_report_fn *write;
};
extern const struct ml_reporter ml_reporters[];
extern const size_t ml_reporters_nr;
/* NULL where none has the name. */
const struct ml_reporter *ml_reporter_find(struct ml_span name);

/*
 * Adds text that is safe on a terminal and in a log: control characters (but \n and \t where lines is set), C1, zero-width and
 * bidirectional controls and bytes that are not UTF-8 are escaped as \x1b or \u202e; "##[", a command to some log readers, as ##\x5b.
 */
void ml_add_escaped(struct ml_buf *out, struct ml_span text, bool lines);
/* The same for a path that begins a line: "::" at its start would be a command to some log readers, so "./" goes in front. */
void ml_add_path(struct ml_buf *out, const char *path);
/* "path:line:column", "path:line", "path", or where there is no file the name of the repository. */
void ml_add_where(struct ml_buf *out, const struct ml_where *where, const char *name);

/* JSON of the entries of "licenses" and of "claims", as identify, claims and scan print them. path stands for the file's own where not NULL. */
struct ml_json_writer;
void ml_json_license(struct ml_json_writer *w, const struct ml_knowledge *knowledge,
		     const struct ml_license_fact *license, const char *path);
/* steps: also which step decided. */
void ml_json_claim(struct ml_json_writer *w, const struct ml_claim_fact *claim, const char *path, bool steps);
/* "file": path, and "file_encoded": true where it is not UTF-8 and is percent-encoded (RFC 3986); NULL writes null. */
void ml_json_file(struct ml_json_writer *w, const char *path);
/* The frame of identify's and claims' answers: {"format": 1, "files": [ … ]} and a line end. */
void ml_json_begin_files(struct ml_json_writer *w);
void ml_json_end_files(struct ml_json_writer *w);
/* The same under another key; flag: the key that says so, or NULL. */
void ml_json_path(struct ml_json_writer *w, const char *key, const char *flag, const char *path);
/* A list of numbers, one for each bit of a set of points of the OSD. */
void ml_json_points(struct ml_json_writer *w, unsigned points);
/* The line that ends the human report, without its end: "heron: restricted weights, claimed open source · 1 error". */
void ml_add_summary(struct ml_buf *out, const struct ml_result *result, const struct ml_report_options *options);
/* The verdict on a component list (lint/check/mof.h): lines for people; an object of JSON. */
struct ml_mof;
struct ml_mof_list;
void ml_report_mof(struct ml_buf *out, const struct ml_mof_list *list, const struct ml_mof *mof, const struct ml_openness *openness);
void ml_report_mof_json(struct ml_buf *out, const struct ml_mof_list *list, const struct ml_mof *mof, const struct ml_openness *openness);
/* A badge as SVG: "open weights · apache-2.0". */
void ml_report_badge(struct ml_buf *out, const struct ml_result *result);
/* The page of a rule as Markdown: its head, its sections, its sources. */
void ml_add_rule_page(struct ml_buf *out, const struct ml_rule *rule);
/* "1 error", "2 errors". */
void ml_add_count(struct ml_buf *out, size_t nr, const char *noun);
