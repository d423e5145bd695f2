/*
 * JUnit XML, as CI servers read it: a suite for each PATH, in it a case for each rule and file, failed where findings are at or above
 * --fail-on; rules that found nothing passed. The schema that we hold it to is tests/report/junit.xsd.
 */
#include "lint/report/reporters.h"

#include <stdlib.h>
#include <string.h>

#include "lint/base/limits.h"
#include "lint/report/story.h"

struct suite {
	const struct ml_report_options *options;
	const struct ml_result *result;
	struct ml_buf cases;
	size_t tests, failures, errors;
};

/* What ml_add_escaped lets through is what XML 1.0 allows (2.2); attributes and text are escaped alike. */
static void add_xml(struct ml_buf *out, const char *safe)
{
	static const struct {
		char c;
		const char *entity;
	} entities[] = { { '&', "&amp;" }, { '<', "&lt;" }, { '>', "&gt;" }, { '"', "&quot;" }, { '\'', "&apos;" } };

	for (; *safe; safe++) {
		const char *entity = NULL;
		for (size_t i = 0; i < sizeof entities / sizeof *entities && !entity; i++)
			if (entities[i].c == *safe)
				entity = entities[i].entity;
		if (entity)
			ml_buf_adds(out, entity);
		else
			ml_buf_addc(out, *safe);
	}
}

/* Adds text of the repository. */
static void add_text(struct ml_buf *out, const char *text)
{
	struct ml_buf safe;

	ml_buf_init(&safe, ML_LIMIT_REPORT_BYTES);
	ml_add_escaped(&safe, ml_span_of(text), false);
	if (safe.at)
		add_xml(out, safe.at);
	ml_buf_release(&safe);
}

static void begin_case(struct suite *s, const char *path, const char *what, const char *name)
{
	const struct ml_tree *tree = s->result ? s->result->facts->tree : NULL;

	s->tests++;
	ml_buf_adds(&s->cases, "    <testcase classname=\"");
	add_text(&s->cases, path ? path : tree && tree->name ? tree->name : "mlint");
	ml_buf_addf(&s->cases, "\" name=\"%s%s%s\"", what, name ? " " : "", name ? name : "");
	if (path) {
		ml_buf_adds(&s->cases, " file=\"");
		add_text(&s->cases, path);
		ml_buf_addc(&s->cases, '"');
	}
}

static void add_lines(struct suite *s, const struct ml_finding *const *found, size_t nr)
{
	struct ml_buf text;

	ml_buf_init(&text, ML_LIMIT_REPORT_BYTES);
	for (size_t i = 0; i < nr; i++) {
		const struct ml_where *where = &found[i]->where;
		struct ml_ranked ranked = { s->result, found[i] };
		if (i)
			ml_buf_addc(&text, '\n');
		if (where->file)
			ml_add_path(&text, ml_spot_path(s->result, s->options, where->file->path));
		if (where->file && where->line)
			ml_buf_addf(&text, ":%u", where->line);
		ml_buf_addf(&text, "%s%s: ", where->file ? ": " : "", ml_severity_name(found[i]->severity));
		ml_add_story(&text, &ranked, s->options, "\n  ");
	}
	add_xml(&s->cases, text.at);
	ml_buf_release(&text);
}

/* One case: findings of one rule in one file. */
static void add_case(struct suite *s, const struct ml_finding *const *found, size_t nr)
{
	const struct ml_file *file = found[0]->where.file;
	enum ml_severity worst = ML_SEVERITY_NOTE;

	for (size_t i = 0; i < nr; i++)
		worst = found[i]->severity > worst ? found[i]->severity : worst;
	bool failed = worst >= s->options->fail_on;
	begin_case(s, file ? ml_spot_path(s->result, s->options, file->path) : NULL, found[0]->rule->code,
		   found[0]->rule->name);
	if (failed) {
		s->failures++;
		ml_buf_adds(&s->cases, ">\n      <failure message=\"");
		add_text(&s->cases, found[0]->message);
		ml_buf_addf(&s->cases, "\" type=\"%s\">", ml_severity_name(worst));
	} else {
		ml_buf_adds(&s->cases, ">\n      <system-out>");
	}
	add_lines(s, found, nr);
	ml_buf_adds(&s->cases, failed ? "</failure>\n" : "</system-out>\n");
	ml_buf_adds(&s->cases, "    </testcase>\n");
}

static void add_error(struct suite *s, const struct ml_unjudged *unjudged)
{
	s->errors++;
	begin_case(s, unjudged->path, "read", NULL);
	ml_buf_adds(&s->cases, ">\n      <error message=\"");
	add_text(&s->cases, unjudged->why);
	ml_buf_adds(&s->cases, "\" type=\"unjudged\"/>\n    </testcase>\n");
}

static bool same_case(const struct ml_finding *a, const struct ml_finding *b)
{
	return a->rule == b->rule && a->where.file == b->where.file;
}

static int by_case(const void *a, const void *b)
{
	const struct ml_finding *x = *(const struct ml_finding *const *)a, *y = *(const struct ml_finding *const *)b;
	const struct ml_file *file = x->where.file, *other = y->where.file;
	int order = strcmp(x->rule->code, y->rule->code);

	if (!order)
		order = strcmp(file ? file->path : "", other ? other->path : "");
	return order ? order : (x > y) - (x < y);
}

static void add_found(struct suite *s)
{
	const struct ml_verdict *verdict = s->result->verdict;
	const struct ml_finding **found =
		ml_arena_array(s->result->facts->arena, const struct ml_finding *, verdict->findings_nr);
	size_t from = 0;

	for (size_t i = 0; i < verdict->findings_nr; i++)
		found[i] = &verdict->findings[i];
	if (verdict->findings_nr)
		qsort(found, verdict->findings_nr, sizeof *found, by_case);
	for (size_t i = 1; i <= verdict->findings_nr; i++)
		if (i == verdict->findings_nr || !same_case(found[from], found[i])) {
			add_case(s, found + from, i - from);
			from = i;
		}
}

static void add_passed(struct suite *s)
{
	const struct ml_verdict *verdict = s->result->verdict;

	for (size_t r = 0; r < s->options->rules.nr; r++) {
		const struct ml_rule *rule = s->options->rules.at[r];
		size_t i = 0;
		while (i < verdict->findings_nr && verdict->findings[i].rule != rule)
			i++;
		if (i < verdict->findings_nr)
			continue;
		begin_case(s, NULL, rule->code, rule->name);
		ml_buf_adds(&s->cases, "/>\n");
	}
}

/* Writes the suite once its cases are counted. */
static void end_suite(struct ml_buf *out, struct suite *s, const char *name)
{
	ml_buf_adds(out, "  <testsuite name=\"");
	add_text(out, name);
	ml_buf_addf(out, "\" tests=\"%zu\" failures=\"%zu\" errors=\"%zu\">\n", s->tests, s->failures, s->errors);
	ml_buf_add_span(out, ml_buf_span(&s->cases));
	ml_buf_adds(out, "  </testsuite>\n");
	out->full |= s->cases.full;
	ml_buf_release(&s->cases);
}

static void add_suite(struct ml_buf *out, const struct ml_result *result, const struct ml_report_options *options)
{
	struct suite s = { .options = options, .result = result };
	struct ml_report_options own = *options;
	const struct ml_unjudged *unjudged;

	own.failures_nr = 0;
	size_t nr = ml_rank_unjudged(&unjudged, result, 1, &own);
	ml_buf_init(&s.cases, ML_LIMIT_REPORT_BYTES);
	add_found(&s);
	add_passed(&s);
	for (size_t i = 0; i < nr; i++)
		add_error(&s, &unjudged[i]);
	const struct ml_tree *tree = result->facts->tree;
	end_suite(out, &s, tree->name && *tree->name ? tree->name : tree->given);
}

/* PATHs that could not be scanned have a suite of their own. */
static void add_failures(struct ml_buf *out, const struct ml_report_options *options)
{
	struct suite s = { .options = options };

	if (!options->failures_nr)
		return;
	ml_buf_init(&s.cases, ML_LIMIT_REPORT_BYTES);
	for (size_t i = 0; i < options->failures_nr; i++)
		add_error(&s, &options->failures[i]);
	end_suite(out, &s, "mlint");
}

void ml_report_junit(struct ml_buf *out, const struct ml_result *results, size_t results_nr,
		     const struct ml_report_options *options)
{
	ml_buf_adds(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"mlint\">\n");
	for (size_t r = 0; r < results_nr; r++)
		add_suite(out, &results[r], options);
	add_failures(out, options);
	ml_buf_adds(out, "</testsuites>\n");
}
