/* Markdown for step summaries and comments: a table for each PATH, the gravest finding first, whatever fits into a step's summary. */
#include "lint/report/reporters.h"

#include <string.h>

#include "lint/report/story.h"

#define SUMMARY_BYTES (1u << 20) /* GitHub drops a longer one whole */
#define END_BYTES 1024u		 /* kept for the sentence that tells what was cut */

/*
 * Adds text that shows itself in a table cell: what Markdown, its extensions for tables, links, mathematics and emoji, or HTML would
 * take for markup is a character reference. A dot behind "www" too, which would be a link. between: a line end becomes this.
 */
static void add_cell(struct ml_buf *out, struct ml_span safe, const char *between)
{
	static const char markup[] = "&<>|\\`*_[]{}~#@!$^:";

	for (size_t i = 0; i < safe.len; i++) {
		char c = safe.at[i];
		bool www = c == '.' && i && ml_lower(safe.at[i - 1]) == 'w';
		if (c == '\n')
			ml_buf_adds(out, between);
		else if (strchr(markup, c) || www)
			ml_buf_addf(out, "&#%d;", c);
		else
			ml_buf_addc(out, c);
	}
}

static void add_where(struct ml_buf *out, const struct ml_ranked *ranked, const struct ml_report_options *options)
{
	const struct ml_where *where = &ranked->finding->where;
	struct ml_buf safe;

	if (!where->file)
		return;
	ml_buf_init(&safe, 1u << 20);
	ml_add_path(&safe, ml_spot_path(ranked->result, options, where->file->path));
	add_cell(out, ml_buf_span(&safe), " ");
	if (where->line)
		ml_buf_addf(out, ":%u", where->line);
	ml_buf_release(&safe);
}

static void add_row(struct ml_buf *row, const struct ml_ranked *ranked, const struct ml_report_options *options)
{
	const struct ml_rule *rule = ranked->finding->rule;
	struct ml_buf safe;

	ml_buf_init(&safe, 1u << 20);
	ml_add_story(&safe, ranked, options, "\n");
	ml_buf_addf(row, "| %s | ", ml_severity_name(ranked->finding->severity));
	add_where(row, ranked, options);
	ml_buf_adds(row, " | ");
	add_cell(row, ml_buf_span(&safe), "<br>");
	ml_buf_addf(row, " | %s %s |\n", rule->code, rule->name);
	ml_buf_release(&safe);
}

static void add_unjudged(struct ml_buf *row, const struct ml_unjudged *unjudged)
{
	struct ml_buf safe;

	ml_buf_init(&safe, 1u << 20);
	if (unjudged->path) {
		ml_add_path(&safe, unjudged->path);
		ml_buf_adds(&safe, ": ");
	}
	ml_add_escaped(&safe, ml_span_of(unjudged->why), false);
	ml_buf_adds(row, "- not judged: ");
	add_cell(row, ml_buf_span(&safe), " ");
	ml_buf_addc(row, '\n');
	ml_buf_release(&safe);
}

static void add_head(struct ml_buf *out, const struct ml_result *result, const struct ml_report_options *options)
{
	struct ml_report_options plain = *options;
	struct ml_buf safe;

	plain.color = false;
	ml_buf_init(&safe, 1u << 20);
	ml_add_summary(&safe, result, &plain);
	ml_buf_adds(out, "### ");
	add_cell(out, ml_buf_span(&safe), " ");
	ml_buf_adds(out, "\n\n");
	if (result->verdict->findings_nr)
		ml_buf_adds(out, "| | where | what | rule |\n|---|---|---|---|\n");
	ml_buf_release(&safe);
}

/* Moves row to the end of out where it fits, and empties it; returns whether it did. */
static bool move_row(struct ml_buf *out, struct ml_buf *row)
{
	bool fits = out->len + row->len + END_BYTES <= SUMMARY_BYTES;

	if (fits)
		ml_buf_add_span(out, ml_buf_span(row));
	ml_buf_clear(row);
	return fits;
}

/* Returns how many findings did not fit. */
static size_t add_result(struct ml_buf *out, struct ml_buf *row, const struct ml_result *result,
			 const struct ml_report_options *options)
{
	struct ml_ranked *ranked;
	size_t nr = ml_rank(&ranked, result, 1), i = 0;

	add_head(row, result, options);
	if (!move_row(out, row))
		return nr;
	for (; i < nr; i++) {
		add_row(row, &ranked[i], options);
		if (!move_row(out, row))
			break;
	}
	ml_buf_addc(out, '\n');
	return nr - i;
}

void ml_report_markdown(struct ml_buf *out, const struct ml_result *results, size_t results_nr,
			const struct ml_report_options *options)
{
	const struct ml_unjudged *unjudged;
	size_t unjudged_nr = ml_rank_unjudged(&unjudged, results, results_nr, options), cut = 0;
	struct ml_buf row;

	ml_buf_init(&row, SUMMARY_BYTES);
	for (size_t r = 0; r < results_nr; r++)
		cut += add_result(out, &row, &results[r], options);
	for (size_t i = 0; i < unjudged_nr; i++) {
		add_unjudged(&row, &unjudged[i]);
		cut += !move_row(out, &row);
	}
	if (cut) {
		ml_buf_adds(out, "\nNot shown, for a summary holds 1 MiB: ");
		ml_add_count(out, cut, "line");
		ml_buf_adds(out, " more.\n");
	}
	ml_buf_release(&row);
}
