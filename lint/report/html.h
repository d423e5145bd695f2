/* The page of mlint report, in its parts. For lint/report alone. Text of a repository goes through html_text and its like, always. */
#pragma once

#include "lint/check/yardstick.h"
#include "lint/report/spot.h"

struct page {
	struct ml_buf *out;
	const struct ml_report_options *options;
	const struct ml_result *result; /* the repository that is written */
	size_t nr;	      /* its number, from 1: makes ids unique */
	int level;	      /* of the headings of its sections: 2, or 3 below the headings of several repositories */
	size_t findings_left; /* that may still be shown in full */
};

/* html_text.c: escaped text, in elements and attributes alike: no control, no direction, no markup comes through. */
void html_text(struct ml_buf *out, const char *text); /* NULL writes nothing */
void html_span(struct ml_buf *out, struct ml_span text);
/* At most max characters, then an ellipsis. */
void html_cut(struct ml_buf *out, struct ml_span text, size_t max);
/* "README.md:12" as code; nothing where the place has no file. */
void html_place(const struct page *page, const struct ml_where *where);
/* The line of the place, its words marked, as much of it as is of use; returns whether there is one. */
bool html_quote(const struct page *page, const struct ml_where *where);
/* A section with its heading: <section id="r1-KEY" aria-labelledby> <h2>; html_end closes it. */
void html_begin(const struct page *page, const char *key, const char *title);
void html_end(const struct page *page);
/* A table with its caption ("-…": for readers that do not see it) and column headers ("|" apart), up to the first row. Both are our own words. */
void html_table(const struct page *page, const char *caption, const char *columns);
void html_end_table(const struct page *page);
/* The start of a cell; label: its column, for narrow screens. */
void html_cell(const struct page *page, const char *label);
/* A cell with nothing in it, which narrow screens leave out. */
void html_empty(const struct page *page, const char *label);
/* A word in a colored box: tone is "good", "warn", "bad", "plain". */
void html_pill(struct ml_buf *out, const char *tone, const char *text);

/* What a verdict looks like. */
const char *html_class_tone(enum ml_class class);
const char *html_severity_tone(enum ml_severity severity);
const char *html_holds_tone(enum ml_holds holds);
const char *html_osd_tone(enum ml_osd osd);

/* html_terms.c */
void html_licenses(const struct page *page);
void html_claims(const struct page *page);
/* html_checklist.c */
void html_checklist(const struct page *page);
/* html_lineage.c */
bool html_has_lineage(const struct ml_facts *facts);
void html_lineage(const struct page *page);
/* html_findings.c */
void html_findings(struct page *page);
/* The proof of a finding as a list, and the way out. */
void html_proofs(const struct page *page, const struct ml_finding *finding);
