/*
 * Workflow commands, which GitHub shows as annotations beside the lines. Their form and what must be escaped in which field: the source
 * of the toolkit's "command" package (actions/toolkit). A step shows ten of a kind, in the order of print.
 */
#include "lint/report/reporters.h"

#include "lint/report/story.h"

#define SHOWN_MAX 10u

static const char *const commands[] = {
	[ML_SEVERITY_NOTE] = "notice",
	[ML_SEVERITY_WARNING] = "warning",
	[ML_SEVERITY_ERROR] = "error",
};

/* A value of a property, or the message behind "::". */
static void add_field(struct ml_buf *out, struct ml_span safe, bool property)
{
	for (size_t i = 0; i < safe.len; i++) {
		char c = safe.at[i];
		if (c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ',')))
			ml_buf_addf(out, "%%%02X", (unsigned char)c);
		else
			ml_buf_addc(out, c);
	}
}

static void add_property(struct ml_buf *out, const char *key, const char *value)
{
	struct ml_buf safe;

	ml_buf_init(&safe, 1u << 20);
	ml_add_escaped(&safe, ml_span_of(value), false);
	ml_buf_addf(out, "%s=", key);
	add_field(out, ml_buf_span(&safe), true);
	ml_buf_release(&safe);
}

/* Columns of a place that goes over lines would be refused. */
static void add_place(struct ml_buf *out, const struct ml_ranked *ranked, const struct ml_report_options *options)
{
	const struct ml_where *where = &ranked->finding->where;

	if (!where->file)
		return;
	struct ml_spot spot = ml_spot_of(ranked->result, options, where);
	add_property(out, "file", spot.path);
	ml_buf_addf(out, ",line=%u,endLine=%u,", spot.line, spot.end_line);
	if (where->column && spot.line == spot.end_line)
		ml_buf_addf(out, "col=%u,endColumn=%u,", spot.column, spot.end_column);
}

static void add_finding(struct ml_buf *out, const struct ml_ranked *ranked, const struct ml_report_options *options)
{
	const struct ml_rule *rule = ranked->finding->rule;
	struct ml_buf text;

	ml_buf_init(&text, 1u << 20);
	ml_add_story(&text, ranked, options, "\n");
	ml_buf_addf(out, "::%s ", commands[ranked->finding->severity]);
	add_place(out, ranked, options);
	ml_buf_addf(out, "title=%s %s::", rule->code, rule->name);
	add_field(out, ml_buf_span(&text), false);
	ml_buf_addc(out, '\n');
	ml_buf_release(&text);
}

static void add_unjudged(struct ml_buf *out, const struct ml_unjudged *unjudged)
{
	struct ml_buf text;

	ml_buf_init(&text, 1u << 20);
	ml_add_escaped(&text, ml_span_of(unjudged->why), false);
	ml_buf_adds(out, "::error ");
	if (unjudged->path) {
		add_property(out, "file", unjudged->path);
		ml_buf_addc(out, ',');
	}
	ml_buf_adds(out, "title=mlint could not judge this::");
	add_field(out, ml_buf_span(&text), false);
	ml_buf_addc(out, '\n');
	ml_buf_release(&text);
}

static size_t over(size_t nr, size_t shown)
{
	return nr > shown ? nr - shown : 0;
}

/* What the page will not show. The sentence is a notice itself and takes the place of one. */
static void add_cut(struct ml_buf *out, const size_t nr[])
{
	size_t graver = over(nr[ML_SEVERITY_ERROR], SHOWN_MAX) + over(nr[ML_SEVERITY_WARNING], SHOWN_MAX);
	size_t notes = over(nr[ML_SEVERITY_NOTE], SHOWN_MAX);

	if (!graver && !notes)
		return;
	ml_buf_addf(out, "::notice title=mlint::GitHub shows %u annotations of a kind for a step; ", SHOWN_MAX);
	ml_add_count(out, graver + over(nr[ML_SEVERITY_NOTE], SHOWN_MAX - 1), "finding");
	ml_buf_adds(out, " more: see the log of this step, or --format markdown for its summary\n");
}

void ml_report_github(struct ml_buf *out, const struct ml_result *results, size_t results_nr,
		      const struct ml_report_options *options)
{
	const struct ml_unjudged *unjudged;
	struct ml_ranked *ranked;
	size_t nr = ml_rank(&ranked, results, results_nr), i = 0;
	size_t unjudged_nr = ml_rank_unjudged(&unjudged, results, results_nr, options);
	size_t kinds[] = { [ML_SEVERITY_NOTE] = 0, [ML_SEVERITY_WARNING] = 0, [ML_SEVERITY_ERROR] = unjudged_nr };

	for (size_t f = 0; f < nr; f++)
		kinds[ranked[f].finding->severity]++;
	for (; i < nr && ranked[i].finding->severity == ML_SEVERITY_ERROR; i++)
		add_finding(out, &ranked[i], options);
	for (size_t u = 0; u < unjudged_nr; u++)
		add_unjudged(out, &unjudged[u]);
	add_cut(out, kinds);
	for (; i < nr; i++)
		add_finding(out, &ranked[i], options);
}
