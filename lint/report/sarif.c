/*
 * SARIF 2.1.0 (OASIS, errata 01) as GitHub's code scanning takes it: one run, its limits kept, and what was cut told.
 * The figures stand in GitHub's page "SARIF support for code scanning".
 */
#include "lint/report/reporters.h"

#include <string.h>

#include "lint/base/json_keys.h"
#include "lint/report/sarif_rules.h"
#include "lint/report/story.h"

#define SCHEMA "https://json.schemastore.org/sarif-2.1.0.json"
#define BASE "%SRCROOT%"
#define RESULTS_MAX 5000u      /* of a run; more are dropped there, not quite by severity */
#define BYTES_MAX (10u << 20)  /* of an upload, packed; as plain bytes it holds whatever the text is */
#define RESULT_ROOM (1u << 20) /* kept for what follows the results; one result and its proof take less */
#define NOTICES_MAX 1000u

struct sarif {
	struct ml_json_writer w;
	const struct ml_report_options *options;
	struct sarif_rules rules;
	struct ml_buf text; /* scratch */
};

/*
 * Text of the repository in a message: "{" begins a placeholder there unless doubled (3.11.5), "](" makes a link (3.11.6).
 * In the text of a link of ours brackets are escaped.
 */
static void add_literal(struct ml_buf *out, const char *text, bool in_link)
{
	struct ml_buf safe;

	ml_buf_init(&safe, 12 * strlen(text) + 1);
	ml_add_escaped(&safe, ml_span_of(text), false);
	for (size_t i = 0; i < safe.len; i++) {
		char c = safe.at[i];
		if (c == '{' || c == '}' || (in_link && c == '\\'))
			ml_buf_addc(out, c);
		else if (in_link && (c == '[' || c == ']'))
			ml_buf_addc(out, '\\');
		else if (c == '(' && i && safe.at[i - 1] == ']')
			ml_buf_addc(out, ' ');
		ml_buf_addc(out, c);
	}
	ml_buf_release(&safe);
}

/* {"text": one sentence} */
static void message(struct sarif *s, const char *text)
{
	ml_buf_clear(&s->text);
	add_literal(&s->text, text, false);
	ml_buf_addc(&s->text, '.');
	key_object(&s->w, "message");
	key_string(&s->w, "text", s->text.at);
	ml_json_end_object(&s->w);
}

static void artifact(struct sarif *s, const char *path)
{
	ml_buf_clear(&s->text);
	ml_add_uri(&s->text, path);
	key_object(&s->w, "artifactLocation");
	key_string(&s->w, "uri", s->text.at);
	key_string(&s->w, "uriBaseId", BASE);
	ml_json_end_object(&s->w);
}

static void physical(struct sarif *s, const struct ml_spot *spot)
{
	key_object(&s->w, "physicalLocation");
	artifact(s, spot->path);
	key_object(&s->w, "region");
	key_number(&s->w, "startLine", spot->line);
	key_number(&s->w, "startColumn", spot->column);
	key_number(&s->w, "endLine", spot->end_line);
	key_number(&s->w, "endColumn", spot->end_column);
	ml_json_end_object(&s->w);
	ml_json_end_object(&s->w);
}

/* A location object; id 0: none, text NULL: no message. */
static void location(struct sarif *s, const struct ml_ranked *ranked, const struct ml_where *where, unsigned id,
		     const char *text)
{
	struct ml_spot spot = ml_spot_of(ranked->result, s->options, where);

	ml_json_object(&s->w);
	if (id)
		key_number(&s->w, "id", id);
	physical(s, &spot);
	if (text)
		message(s, text);
	ml_json_end_object(&s->w);
}

/* The claim, then each proof behind a link to its place (the number of its related location), then the way out. */
static void story(struct sarif *s, const struct ml_ranked *ranked)
{
	const struct ml_finding *finding = ranked->finding;
	unsigned id = 0;

	ml_buf_clear(&s->text);
	add_literal(&s->text, finding->message, false);
	for (size_t i = 0; i < finding->proofs_nr; i++) {
		const struct ml_where *where = &finding->proofs[i].where;
		ml_buf_adds(&s->text, ". ");
		if (where->file) {
			ml_buf_addc(&s->text, '[');
			add_literal(&s->text, ml_spot_path(ranked->result, s->options, where->file->path), true);
			if (where->line)
				ml_buf_addf(&s->text, ":%u", where->line);
			ml_buf_addf(&s->text, "](%u): ", ++id);
		}
		add_literal(&s->text, finding->proofs[i].message, false);
	}
	if (finding->help) {
		ml_buf_adds(&s->text, ". Help: ");
		add_literal(&s->text, finding->help, false);
	}
	ml_buf_addc(&s->text, '.');
	key_object(&s->w, "message");
	key_string(&s->w, "text", s->text.at);
	ml_json_end_object(&s->w);
}

static size_t placed_nr(const struct ml_finding *finding)
{
	size_t nr = 0;

	for (size_t i = 0; i < finding->proofs_nr; i++)
		nr += finding->proofs[i].where.file != NULL;
	return nr;
}

static void related(struct sarif *s, const struct ml_ranked *ranked)
{
	const struct ml_finding *finding = ranked->finding;
	unsigned id = 0;

	key_array(&s->w, "relatedLocations");
	for (size_t i = 0; i < finding->proofs_nr; i++)
		if (finding->proofs[i].where.file)
			location(s, ranked, &finding->proofs[i].where, ++id, finding->proofs[i].message);
	ml_json_end_array(&s->w);
}

static void flow_step(struct sarif *s, const struct ml_ranked *ranked, const struct ml_where *where, const char *text)
{
	ml_json_object(&s->w);
	ml_json_key(&s->w, "location");
	location(s, ranked, where, 0, text);
	ml_json_end_object(&s->w);
}

/* From the claim along the proof. */
static void flow(struct sarif *s, const struct ml_ranked *ranked)
{
	const struct ml_finding *finding = ranked->finding;

	key_array(&s->w, "codeFlows");
	ml_json_object(&s->w);
	key_array(&s->w, "threadFlows");
	ml_json_object(&s->w);
	key_array(&s->w, "locations");
	flow_step(s, ranked, &finding->where, finding->message);
	for (size_t i = 0; i < finding->proofs_nr; i++)
		if (finding->proofs[i].where.file)
			flow_step(s, ranked, &finding->proofs[i].where, finding->proofs[i].message);
	ml_json_end_array(&s->w);
	ml_json_end_object(&s->w);
	ml_json_end_array(&s->w);
	ml_json_end_object(&s->w);
	ml_json_end_array(&s->w);
}

static void properties(struct sarif *s, const struct ml_finding *finding)
{
	key_object(&s->w, "properties");
	key_string(&s->w, "certainty", ml_certainty_name(finding->certainty));
	key_array(&s->w, "terms");
	for (size_t i = 0; i < finding->terms_nr; i++)
		ml_json_string(&s->w, ml_term_name(finding->terms[i]));
	ml_json_end_array(&s->w);
	ml_json_end_object(&s->w);
}

/* The place of an edit, to the byte: one that takes a line away ends where the next begins. */
static struct ml_spot spot_of_edit(const struct sarif *s, const struct ml_ranked *ranked, const struct ml_edit *edit)
{
	struct ml_arena *arena = ranked->result->facts->arena;
	size_t bom = (size_t)(edit->file->text.at - edit->file->bytes.at);
	struct ml_where from = ml_where_of(arena, edit->file, edit->from - bom, edit->from - bom);
	struct ml_where to = ml_where_of(arena, edit->file, edit->to - bom, edit->to - bom);

	from.end_line = to.line;
	from.end_column = to.column;
	return ml_spot_of(ranked->result, s->options, &from);
}

static void replacement(struct sarif *s, const struct ml_ranked *ranked, const struct ml_edit *edit)
{
	ml_json_object(&s->w);
	key_object(&s->w, "deletedRegion");
	if (edit->file) {
		struct ml_spot spot = spot_of_edit(s, ranked, edit);
		key_number(&s->w, "startLine", spot.line);
		key_number(&s->w, "startColumn", spot.column);
		key_number(&s->w, "endLine", spot.end_line);
		key_number(&s->w, "endColumn", spot.end_column);
	} else {
		key_number(&s->w, "startLine", 1);
		key_number(&s->w, "startColumn", 1);
		key_number(&s->w, "endLine", 1);
		key_number(&s->w, "endColumn", 1);
	}
	ml_json_end_object(&s->w);
	key_object(&s->w, "insertedContent");
	key_string(&s->w, "text", edit->text.at);
	ml_json_end_object(&s->w);
	ml_json_end_object(&s->w);
}

/* One fix, whose edits are grouped by file as they come. */
static void fixes(struct sarif *s, const struct ml_ranked *ranked)
{
	const struct ml_finding *finding = ranked->finding;

	key_array(&s->w, "fixes");
	ml_json_object(&s->w);
	key_object(&s->w, "description");
	key_string(&s->w, "text", finding->offered ? "Other words, to be read before they are taken." : "Safe: what mlint --fix does.");
	ml_json_end_object(&s->w);
	key_array(&s->w, "artifactChanges");
	for (size_t i = 0; i < finding->fix_nr;) {
		const char *path = finding->fix[i].path;
		ml_json_object(&s->w);
		artifact(s, ml_spot_path(ranked->result, s->options, path));
		key_array(&s->w, "replacements");
		for (; i < finding->fix_nr && !strcmp(finding->fix[i].path, path); i++)
			replacement(s, ranked, &finding->fix[i]);
		ml_json_end_array(&s->w);
		ml_json_end_object(&s->w);
	}
	ml_json_end_array(&s->w);
	ml_json_end_object(&s->w);
	ml_json_end_array(&s->w);
}

/* kind: written beside the finding, or in a file apart (3.35.2). */
static void suppressions(struct sarif *s, const struct ml_suppression *by)
{
	key_array(&s->w, "suppressions");
	if (by) {
		ml_json_object(&s->w);
		key_string(&s->w, "kind", by->in_source ? "inSource" : "external");
		ml_buf_clear(&s->text);
		ml_buf_addf(&s->text, "%s: ", by->source);
		ml_buf_adds(&s->text, by->reason ? by->reason : "no reason is given");
		key_string(&s->w, "justification", s->text.at);
		ml_json_end_object(&s->w);
	}
	ml_json_end_array(&s->w);
}

static void result(struct sarif *s, const struct ml_ranked *ranked, bool some)
{
	const struct ml_finding *finding = ranked->finding;
	size_t proofs_nr = placed_nr(finding);

	ml_json_object(&s->w);
	key_string(&s->w, "ruleId", finding->rule->code);
	key_number(&s->w, "ruleIndex", sarif_rule_index(&s->rules, finding->rule));
	key_string(&s->w, "level", ml_severity_name(finding->severity));
	story(s, ranked);
	key_array(&s->w, "locations");
	location(s, ranked, &finding->where, 0, NULL);
	ml_json_end_array(&s->w);
	if (proofs_nr)
		related(s, ranked);
	if (proofs_nr > 1)
		flow(s, ranked);
	key_object(&s->w, "partialFingerprints");
	key_string(&s->w, "primaryLocationLineHash", finding->fingerprint);
	ml_json_end_object(&s->w);
	/* Where one result of a run has it, all must (3.27.23); empty: it is not suppressed. */
	if (some)
		suppressions(s, finding->hidden);
	properties(s, finding);
	if (finding->fix_nr)
		fixes(s, ranked);
	ml_json_end_object(&s->w);
}

static bool has_room(const struct sarif *s, size_t kept_for)
{
	return s->w.out->len + kept_for < BYTES_MAX;
}

/* Returns how many were written, the gravest first, suppressed ones behind all others. */
static size_t results_of(struct sarif *s, const struct ml_ranked *ranked, size_t nr)
{
	size_t i = 0;
	bool some = nr && ranked[nr - 1].finding->hidden;

	key_array(&s->w, "results");
	for (; i < nr && i < RESULTS_MAX && has_room(s, 2 * RESULT_ROOM); i++)
		result(s, &ranked[i], some);
	ml_json_end_array(&s->w);
	return i;
}

static void notice(struct sarif *s, const char *level, const char *path, const char *text)
{
	ml_json_object(&s->w);
	key_string(&s->w, "level", level);
	message(s, text);
	if (path) {
		key_array(&s->w, "locations");
		ml_json_object(&s->w);
		key_object(&s->w, "physicalLocation");
		artifact(s, path);
		ml_json_end_object(&s->w);
		ml_json_end_object(&s->w);
		ml_json_end_array(&s->w);
	}
	ml_json_end_object(&s->w);
}

static void cut_notice(struct sarif *s, size_t nr, const char *what)
{
	struct ml_buf text;

	if (!nr)
		return;
	ml_buf_init(&text, 256);
	ml_buf_addf(&text, "%zu %s more are left out: the report is cut to what code scanning takes", nr, what);
	notice(s, "warning", NULL, text.at);
	ml_buf_release(&text);
}

/* What could not be judged, and what was cut. */
static void invocation(struct sarif *s, const struct ml_unjudged *unjudged, size_t nr, size_t results_cut)
{
	size_t i = 0;

	key_array(&s->w, "invocations");
	ml_json_object(&s->w);
	key_bool(&s->w, "executionSuccessful", nr == 0);
	key_array(&s->w, "toolExecutionNotifications");
	for (; i < nr && i < NOTICES_MAX && has_room(s, RESULT_ROOM / 2); i++)
		notice(s, "error", unjudged[i].path, unjudged[i].why);
	cut_notice(s, nr - i, "files that could not be judged");
	cut_notice(s, results_cut, "findings, none graver than those kept,");
	ml_json_end_array(&s->w);
	ml_json_end_object(&s->w);
	ml_json_end_array(&s->w);
}

static void base_ids(struct ml_json_writer *w)
{
	key_object(w, "originalUriBaseIds");
	key_object(w, BASE);
	key_object(w, "description");
	key_string(w, "text", "The top of the repository.");
	ml_json_end_object(w);
	ml_json_end_object(w);
	ml_json_end_object(w);
}

static void run(struct sarif *s, const struct ml_result *results, size_t results_nr)
{
	const struct ml_unjudged *unjudged;
	struct ml_ranked *ranked;
	size_t nr = ml_rank_all(&ranked, results, results_nr);
	size_t unjudged_nr = ml_rank_unjudged(&unjudged, results, results_nr, s->options);

	ml_json_object(&s->w);
	sarif_tool(&s->w, &s->rules, ranked, nr, s->options);
	key_string(&s->w, "columnKind", "utf16CodeUnits");
	base_ids(&s->w);
	size_t kept = results_of(s, ranked, nr);
	invocation(s, unjudged, unjudged_nr, nr - kept);
	ml_json_end_object(&s->w);
}

void ml_report_sarif(struct ml_buf *out, const struct ml_result *results, size_t results_nr,
		     const struct ml_report_options *options)
{
	struct sarif s = { .options = options };

	ml_buf_init(&s.text, RESULT_ROOM);
	ml_json_begin(&s.w, out, false);
	ml_json_object(&s.w);
	key_string(&s.w, "$schema", SCHEMA);
	key_string(&s.w, "version", "2.1.0");
	key_array(&s.w, "runs");
	run(&s, results, results_nr);
	ml_json_end_array(&s.w);
	ml_json_end_object(&s.w);
	ml_buf_addc(out, '\n');
	ml_buf_release(&s.text);
}
