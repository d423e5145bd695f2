/* For people: a finding with its line, its proof and the way out; one line at the end that says what the repository is. */
#include "lint/report/reporters.h"

#include "lint/base/limits.h"
#include "lint/check/place.h"
#include "lint/report/wrap.h"
#include "lint/report/frame.h"

/* Parts of the output and their colors (SGR parameters, ECMA-48 8.3.117). */
#define BOLD "1"
#define RED "1;31"
#define YELLOW "1;33"
#define CYAN "1;36"
#define GREEN "1;32"
#define BLUE "1;34"

#define JOINT '\037' /* a blank at which no line is broken, until the line is; no text holds it unescaped */
#define UNITS_SHOWN 4 /* models of one tree that are told without -v */

static const char *const severity_colors[] = {
	[ML_SEVERITY_NOTE] = CYAN,
	[ML_SEVERITY_WARNING] = YELLOW,
	[ML_SEVERITY_ERROR] = RED,
};

static void paint(struct ml_buf *out, const struct ml_report_options *options, const char *color)
{
	if (options->color)
		ml_buf_addf(out, "\033[%sm", color ? color : "0");
}

static void add_painted(struct ml_buf *out, const struct ml_report_options *options, const char *color,
			const char *text)
{
	paint(out, options, color);
	ml_buf_adds(out, text);
	paint(out, options, NULL);
}

/* Ends the line that began at from. */
static void end_line(struct ml_buf *out, size_t from, size_t margin, const struct ml_report_options *options)
{
	ml_wrap(out, from, margin, options->wrap);
	ml_buf_addc(out, '\n');
}

void ml_add_where(struct ml_buf *out, const struct ml_where *where, const char *name)
{
	ml_add_path(out, where->file ? where->file->path : name ? name : ".");
	if (where->file && where->line)
		ml_buf_addf(out, ":%u", where->line);
	if (where->file && where->line && where->column)
		ml_buf_addf(out, ":%u", where->column);
}

void ml_add_count(struct ml_buf *out, size_t nr, const char *noun)
{
	ml_buf_addf(out, "%zu %s%s", nr, noun, nr == 1 ? "" : "s");
}

static void add_head(struct ml_buf *out, const struct ml_finding *finding, const char *name,
		     const struct ml_report_options *options)
{
	size_t from = out->len;

	paint(out, options, BOLD);
	ml_add_where(out, &finding->where, name);
	ml_buf_adds(out, ": ");
	paint(out, options, NULL);
	add_painted(out, options, severity_colors[finding->severity], ml_severity_name(finding->severity));
	ml_buf_adds(out, ": ");
	ml_add_escaped(out, ml_span_of(finding->message), false);
	paint(out, options, severity_colors[finding->severity]);
	ml_buf_addf(out, " [%s%c%s]", finding->rule->code, JOINT, finding->rule->name);
	paint(out, options, NULL);
	end_line(out, from, 4, options);
	for (char *c = out->full ? NULL : out->at + from; c && *c; c++)
		*c = *c == JOINT ? ' ' : *c;
}

static unsigned digits(uint32_t number)
{
	unsigned nr = 1;

	while (number >= 10) {
		number /= 10;
		nr++;
	}
	return nr;
}

/* Returns the width of the line number, which proof and help are aligned to. */
static unsigned add_frame(struct ml_buf *out, const struct ml_finding *finding, struct ml_arena *arena,
			  const struct ml_report_options *options)
{
	struct ml_span line = ml_place_line(arena, &finding->where);
	unsigned width = finding->where.line ? digits(finding->where.line) : 1;
	unsigned gutter = width + 5; /* "  12 | " */
	struct ml_frame frame;

	if (!ml_span_trim(line).len)
		return width;
	ml_frame_make(&frame, line, &finding->where,
		      options->columns > gutter ? options->columns - gutter : options->columns);
	paint(out, options, BLUE);
	ml_buf_addf(out, "  %u | ", finding->where.line);
	paint(out, options, NULL);
	ml_buf_add_span(out, ml_buf_span(&frame.text));
	ml_buf_addc(out, '\n');
	if (frame.carets) {
		paint(out, options, BLUE);
		ml_buf_addf(out, "  %*s | ", (int)width, "");
		paint(out, options, NULL);
		ml_buf_addf(out, "%*s", (int)frame.caret, "");
		paint(out, options, severity_colors[finding->severity]);
		for (size_t i = 0; i < frame.carets; i++)
			ml_buf_addc(out, '^');
		paint(out, options, NULL);
		ml_buf_addc(out, '\n');
	}
	ml_buf_release(&frame.text);
	return width;
}

static void add_aside(struct ml_buf *out, unsigned width, const char *word, const char *text,
		      const struct ml_report_options *options)
{
	size_t from = out->len;

	ml_buf_addf(out, " %*s", (int)width, "");
	paint(out, options, BLUE);
	ml_buf_adds(out, "= ");
	paint(out, options, NULL);
	add_painted(out, options, BOLD, word);
	ml_buf_adds(out, ": ");
	ml_add_escaped(out, ml_span_of(text), false);
	end_line(out, from, width + 3, options);
}

/* A line of proof: "--> LICENSE:34: …". */
static void add_proof(struct ml_buf *out, unsigned width, const struct ml_proof *proof, const struct ml_report_options *options)
{
	size_t from = out->len;

	ml_buf_addf(out, " %*s", (int)width, "");
	add_painted(out, options, BLUE, "--> ");
	if (proof->where.file) {
		ml_add_where(out, &(struct ml_where){ .file = proof->where.file, .line = proof->where.line }, NULL);
		ml_buf_adds(out, ": ");
	}
	ml_add_escaped(out, ml_span_of(proof->message), false);
	end_line(out, from, width + 5, options);
}

static void add_finding(struct ml_buf *out, const struct ml_finding *finding, const struct ml_facts *facts,
			const struct ml_report_options *options)
{
	add_head(out, finding, facts->tree->name, options);
	unsigned width = add_frame(out, finding, facts->arena, options);
	for (size_t i = 0; i < finding->proofs_nr; i++)
		add_proof(out, width, &finding->proofs[i], options);
	if (finding->help)
		add_aside(out, width, "help", finding->help, options);
	if (finding->fix_nr)
		add_aside(out, width, "fix", finding->offered ? "fixable with --unsafe-fixes; read the result" : "fixable with --fix", options);
	if (options->verbose && finding->softened)
		add_aside(out, width, "milder here", finding->softened, options);
	if (options->verbose)
		add_aside(out, width, "certainty", ml_certainty_name(finding->certainty), options);
}

static void add_counts(struct ml_buf *out, const struct ml_result *result, const struct ml_report_options *options)
{
	const struct {
		size_t nr;
		const char *noun, *color;
	} counts[] = {
		{ result->verdict->errors_nr, "error", RED },
		{ result->verdict->warnings_nr, "warning", YELLOW },
		{ result->verdict->notes_nr, "note", CYAN },
		{ result->facts->unread_nr, "file", BOLD },
	};
	const char *before = "";

	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		if (!counts[i].nr)
			continue;
		ml_buf_adds(out, before);
		paint(out, options, counts[i].color);
		ml_add_count(out, counts[i].nr, counts[i].noun);
		paint(out, options, NULL);
		before = ", ";
	}
	if (result->facts->unread_nr)
		ml_buf_adds(out, " not read");
	size_t fixable = ml_fixable(result->verdict, false);
	if (fixable)
		ml_buf_addf(out, " · %zu fixable with --fix", fixable);
	if (!*before)
		add_painted(out, options, GREEN, "no findings");
	if (result->verdict->suppressed_nr)
		ml_buf_addf(out, " · %zu suppressed", result->verdict->suppressed_nr);
}

static void add_governing(struct ml_buf *out, const char *scope, const struct ml_govern *govern, const struct ml_report_options *options)
{
	for (size_t i = 0; i < govern->of_nr; i++) {
		size_t from = out->len;
		ml_buf_addf(out, "  %s: %s", scope, govern->of[i].id);
		if (govern->of[i].reason) {
			ml_buf_adds(out, " - ");
			ml_add_escaped(out, ml_span_of(govern->of[i].reason), false);
		}
		end_line(out, from, 4, options);
	}
}

static void add_reason(struct ml_buf *out, const char *what, const char *reason, const struct ml_report_options *options)
{
	size_t from = out->len;

	ml_buf_addf(out, "  %s: ", what);
	ml_add_escaped(out, ml_span_of(reason), false);
	end_line(out, from, 4, options);
}

static void add_reasons(struct ml_buf *out, const struct ml_facts *facts, const struct ml_report_options *options)
{
	if (facts->class_reason)
		add_reason(out, "class", facts->class_reason, options);
	if (facts->spared)
		add_reason(out, "text model, so that terms for multimodal ones are left out", facts->modality_reason, options);
	add_governing(out, "code", &facts->code, options);
	add_governing(out, "weights", &facts->weights, options);
	add_governing(out, "data", &facts->data, options);
}

void ml_add_summary(struct ml_buf *out, const struct ml_result *result, const struct ml_report_options *options)
{
	const struct ml_tree *tree = result->facts->tree;

	paint(out, options, BOLD);
	ml_add_path(out, tree->name && *tree->name ? tree->name : tree->given);
	paint(out, options, NULL);
	ml_buf_addf(out, ": %s", ml_class_title(result->facts));
	if (result->verdict->claims_open_source)
		ml_buf_adds(out, ", claimed open source");
	ml_buf_adds(out, " · ");
	add_counts(out, result, options);
}

/* What was hidden, and by whom: one line each and the reason. */
static void add_suppressed(struct ml_buf *out, const struct ml_result *result, const struct ml_report_options *options)
{
	for (size_t i = 0; i < result->verdict->suppressed_nr; i++) {
		const struct ml_finding *finding = &result->verdict->suppressed[i];
		size_t from = out->len;
		paint(out, options, BOLD);
		ml_add_where(out, &finding->where, result->facts->tree->name);
		paint(out, options, NULL);
		ml_buf_addf(out, ": suppressed %s: ", ml_severity_name(finding->severity));
		ml_add_escaped(out, ml_span_of(finding->message), false);
		ml_buf_addf(out, " [%s %s]", finding->rule->code, finding->rule->name);
		end_line(out, from, 4, options);
		from = out->len;
		ml_buf_adds(out, "  ");
		paint(out, options, BLUE);
		ml_buf_adds(out, "= ");
		paint(out, options, NULL);
		ml_add_escaped(out, ml_span_of(finding->hidden->source), false);
		ml_buf_adds(out, ": ");
		ml_add_escaped(out, ml_span_of(finding->hidden->reason ? finding->hidden->reason : "no reason is given"), false);
		end_line(out, from, 4, options);
		ml_buf_addc(out, '\n');
	}
}

/* One model that is as the whole is needs no line. */
static bool are_several(const struct ml_facts *facts)
{
	return facts->units_nr > 2 || (facts->units_nr == 2 && facts->units[1].facts->class != facts->units[0].facts->class);
}

/* What the models of a tree are, one by one: with -v all of them. */
static void add_units(struct ml_buf *out, const struct ml_facts *facts, const struct ml_report_options *options)
{
	size_t shown = options->verbose || facts->units_nr <= UNITS_SHOWN + 1 ? facts->units_nr : UNITS_SHOWN + 1;

	if (!options->verbose && !are_several(facts))
		return;
	for (size_t i = 1; i < shown; i++) {
		const struct ml_model_unit *unit = &facts->units[i];
		size_t from = out->len;
		ml_buf_adds(out, "  ");
		ml_add_path(out, unit->path);
		ml_buf_addf(out, ": %s", ml_class_title(unit->facts));
		if (options->verbose) {
			ml_buf_adds(out, " - ");
			ml_add_escaped(out, ml_span_of(unit->facts->class_reason), false);
		}
		end_line(out, from, 4, options);
	}
	if (shown < facts->units_nr)
		ml_buf_addf(out, "  and %zu more models\n", facts->units_nr - shown);
}

static void add_end(struct ml_buf *out, const struct ml_result *result, const struct ml_report_options *options)
{
	size_t from = out->len;

	ml_add_summary(out, result, options);
	end_line(out, from, 2, options);
	if (result->verdict->cut)
		ml_buf_addf(out, "  only the first %u findings are kept\n", ML_LIMIT_FINDINGS);
	add_units(out, result->facts, options);
	if (options->verbose)
		add_reasons(out, result->facts, options);
}

void ml_report_human(struct ml_buf *out, const struct ml_result *results, size_t results_nr,
		     const struct ml_report_options *options)
{
	for (size_t r = 0; r < results_nr; r++) {
		const struct ml_verdict *verdict = results[r].verdict;
		if (r && !options->quiet)
			ml_buf_addc(out, '\n');
		for (size_t i = 0; i < verdict->findings_nr; i++) {
			add_finding(out, &verdict->findings[i], results[r].facts, options);
			ml_buf_addc(out, '\n');
		}
		if (options->verbose)
			add_suppressed(out, &results[r], options);
		if (!options->quiet)
			add_end(out, &results[r], options);
	}
}
