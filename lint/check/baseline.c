#include "lint/check/baseline.h"

#include <stdlib.h>
#include <string.h>

#include "lint/base/json.h"
#include "lint/base/limits.h"

#define FORMAT "1"

static int cmp_entries(const void *a, const void *b)
{
	return strcmp(((const struct ml_baseline_entry *)a)->fingerprint, ((const struct ml_baseline_entry *)b)->fingerprint);
}

static bool is_fingerprint(struct ml_span text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!ml_is_digit(text.at[i]) && (text.at[i] < 'a' || text.at[i] > 'f'))
			return false;
	return text.len == 16;
}

static int read_entry(struct ml_baseline_entry *out, struct ml_arena *arena, const char *path, const struct ml_node *node, struct ml_error *err)
{
	struct ml_span fingerprint = ml_node_get_text(node, "fingerprint"), code = ml_node_get_text(node, "code");

	if (node->kind != ML_NODE_MAP || !is_fingerprint(fingerprint) || !code.len)
		return ml_error_set(err, ML_ERROR_USAGE, "%s:%u: an entry has a fingerprint (16 hex digits) and a code", path, node->line);
	*out = (struct ml_baseline_entry){ ml_arena_dup(arena, fingerprint), ml_arena_dup(arena, code), false };
	return 0;
}

/* The list of findings of a file that is a baseline of this format. */
static const struct ml_node *findings_of(struct ml_arena *arena, const char *path, struct ml_span text, struct ml_error *err)
{
	struct ml_parsed parsed;
	const struct ml_node *format, *findings;

	ml_json_parse(arena, text, &parsed);
	if (parsed.fault) {
		ml_error_set(err, ML_ERROR_USAGE, "%s:%u:%u: the baseline is broken: %s", path, parsed.line, parsed.column, parsed.message);
		return NULL;
	}
	format = ml_node_get(parsed.root, "format");
	findings = ml_node_get(parsed.root, "findings");
	if (!format || !findings || findings->kind != ML_NODE_LIST) {
		ml_error_set(err, ML_ERROR_USAGE, "%s:1: no baseline: --write-baseline writes one", path);
		return NULL;
	}
	if (!ml_span_is(ml_node_text(format), FORMAT)) {
		ml_error_set(err, ML_ERROR_USAGE, "%s:%u: a baseline of format '%.*s', where this mlint knows format " FORMAT, path, format->line,
			     format->text.len > 40 ? 40 : (int)format->text.len, format->text.len ? format->text.at : "");
		return NULL;
	}
	return findings;
}

int ml_baseline_read(struct ml_baseline *out, struct ml_arena *arena, const char *path, struct ml_span text, struct ml_error *err)
{
	const struct ml_node *findings = findings_of(arena, path, text, err);

	if (!findings)
		return -1;
	if (findings->nr > ML_LIMIT_BASELINE)
		return ml_error_set(err, ML_ERROR_USAGE, "%s:%u: more than %u findings", path, findings->line, ML_LIMIT_BASELINE);
	*out = (struct ml_baseline){ .path = path, .entries = ml_arena_array(arena, struct ml_baseline_entry, findings->nr) };
	out->as = (struct ml_suppression){ .source = path, .reason = "is in the baseline", .used = true };
	ml_node_each (node, findings)
		if (read_entry(&out->entries[out->entries_nr++], arena, path, node, err))
			return -1;
	qsort(out->entries, out->entries_nr, sizeof *out->entries, cmp_entries);
	return 0;
}

static bool meet(struct ml_baseline *baseline, const struct ml_finding *finding)
{
	struct ml_baseline_entry key = { .fingerprint = finding->fingerprint };
	struct ml_baseline_entry *entry = baseline->entries_nr ? bsearch(&key, baseline->entries, baseline->entries_nr, sizeof key, cmp_entries) : NULL;

	if (entry)
		entry->met = true;
	return entry != NULL;
}

struct ml_verdict *ml_baseline_apply(struct ml_baseline *baseline, struct ml_arena *arena, const struct ml_verdict *verdict)
{
	struct ml_verdict *out = ml_arena_alloc(arena, sizeof *out);
	struct ml_finding *findings = ml_arena_array(arena, struct ml_finding, verdict->findings_nr);
	struct ml_finding *hidden = ml_arena_array(arena, struct ml_finding, verdict->findings_nr + verdict->suppressed_nr);

	*out = *verdict;
	out->findings = findings;
	out->suppressed = hidden;
	out->findings_nr = out->suppressed_nr = 0;
	/* One that something else hides is there still. */
	for (size_t i = 0; i < verdict->suppressed_nr; i++) {
		meet(baseline, &verdict->suppressed[i]);
		hidden[out->suppressed_nr++] = verdict->suppressed[i];
	}
	for (size_t i = 0; i < verdict->findings_nr; i++) {
		if (!meet(baseline, &verdict->findings[i])) {
			findings[out->findings_nr++] = verdict->findings[i];
			continue;
		}
		hidden[out->suppressed_nr] = verdict->findings[i];
		hidden[out->suppressed_nr++].hidden = &baseline->as;
	}
	ml_verdict_count(out);
	return out;
}

size_t ml_baseline_gone(const struct ml_baseline *baseline, struct ml_rules rules, const struct ml_check_options *options)
{
	size_t nr = 0;

	for (size_t i = 0; i < baseline->entries_nr; i++) {
		const struct ml_rule *rule = ml_rule_find(rules, ml_span_of(baseline->entries[i].code));
		nr += !baseline->entries[i].met && (!rule || ml_rule_selected(rule, options));
	}
	return nr;
}

static int cmp_findings(const void *a, const void *b)
{
	const struct ml_finding *x = *(const struct ml_finding *const *)a, *y = *(const struct ml_finding *const *)b;
	int order = strcmp(x->where.file ? x->where.file->path : "", y->where.file ? y->where.file->path : "");

	if (!order)
		order = strcmp(x->rule->code, y->rule->code);
	return order ? order : strcmp(x->fingerprint, y->fingerprint);
}

/* One line, so that a changed finding is a changed line. The path is for people: the fingerprint holds it. */
static void write_entry(struct ml_buf *out, const struct ml_finding *finding)
{
	struct ml_json_writer w;

	ml_json_begin(&w, out, true);
	ml_json_object(&w);
	ml_json_key(&w, "file");
	ml_json_string(&w, finding->where.file ? finding->where.file->path : NULL);
	ml_json_key(&w, "code");
	ml_json_string(&w, finding->rule->code);
	ml_json_key(&w, "fingerprint");
	ml_json_string(&w, finding->fingerprint);
	ml_json_end_object(&w);
}

void ml_baseline_write(struct ml_buf *out, struct ml_arena *arena, const struct ml_verdict *verdict, const struct ml_baseline *baseline)
{
	const struct ml_finding **all = ml_arena_array(arena, const struct ml_finding *, verdict->findings_nr + verdict->suppressed_nr);
	size_t nr = 0;

	for (size_t i = 0; i < verdict->findings_nr; i++)
		all[nr++] = &verdict->findings[i];
	for (size_t i = 0; baseline && i < verdict->suppressed_nr; i++)
		if (verdict->suppressed[i].hidden == &baseline->as)
			all[nr++] = &verdict->suppressed[i];
	if (nr)
		qsort(all, nr, sizeof *all, cmp_findings);
	ml_buf_adds(out, "{\"format\": " FORMAT ", \"findings\": [");
	for (size_t i = 0; i < nr; i++) {
		ml_buf_adds(out, i ? ",\n  " : "\n  ");
		write_entry(out, all[i]);
	}
	ml_buf_adds(out, nr ? "\n]}\n" : "]}\n");
}
