#include "lint/report/story.h"

/* Those of one kind, the gravest first, from place nr on; returns the place behind them. */
static size_t rank(struct ml_ranked *out, size_t nr, const struct ml_result *results, size_t results_nr, bool suppressed)
{
	for (int severity = ML_SEVERITY_ERROR; severity >= ML_SEVERITY_NOTE; severity--)
		for (size_t r = 0; r < results_nr; r++) {
			const struct ml_verdict *verdict = results[r].verdict;
			const struct ml_finding *list = suppressed ? verdict->suppressed : verdict->findings;
			size_t list_nr = suppressed ? verdict->suppressed_nr : verdict->findings_nr;
			for (size_t i = 0; i < list_nr; i++)
				if ((int)list[i].severity == severity)
					out[nr++] = (struct ml_ranked){ &results[r], &list[i] };
		}
	return nr;
}

static size_t rank_all(struct ml_ranked **out, const struct ml_result *results, size_t results_nr, bool suppressed)
{
	size_t nr, all = 0;

	for (size_t r = 0; r < results_nr; r++)
		all += results[r].verdict->findings_nr + (suppressed ? results[r].verdict->suppressed_nr : 0);
	*out = NULL;
	if (!all)
		return 0;
	*out = ml_arena_array(results->facts->arena, struct ml_ranked, all);
	nr = rank(*out, 0, results, results_nr, false);
	return suppressed ? rank(*out, nr, results, results_nr, true) : nr;
}

size_t ml_rank(struct ml_ranked **out, const struct ml_result *results, size_t results_nr)
{
	return rank_all(out, results, results_nr, false);
}

size_t ml_rank_all(struct ml_ranked **out, const struct ml_result *results, size_t results_nr)
{
	return rank_all(out, results, results_nr, true);
}

size_t ml_rank_unjudged(const struct ml_unjudged **out, const struct ml_result *results, size_t results_nr,
			const struct ml_report_options *options)
{
	struct ml_unjudged *all = NULL, *list;
	size_t nr = 0, cap = 0;

	*out = options->failures;
	if (!results_nr)
		return options->failures_nr;
	struct ml_arena *arena = results->facts->arena;
	for (size_t r = 0; r < results_nr; r++) {
		size_t list_nr = ml_unjudged_list(&list, results[r].facts, results[r].verdict);
		for (size_t i = 0; i < list_nr; i++) {
			if (list[i].path)
				list[i].path = ml_spot_path(&results[r], options, list[i].path);
			ML_PUSH(arena, all, nr, cap, list[i]);
		}
	}
	for (size_t i = 0; i < options->failures_nr; i++)
		ML_PUSH(arena, all, nr, cap, options->failures[i]);
	*out = all;
	return nr;
}

void ml_add_story(struct ml_buf *out, const struct ml_ranked *ranked, const struct ml_report_options *options,
		  const char *between)
{
	const struct ml_finding *finding = ranked->finding;

	ml_add_escaped(out, ml_span_of(finding->message), false);
	for (size_t i = 0; i < finding->proofs_nr; i++) {
		struct ml_where where = finding->proofs[i].where;
		ml_buf_adds(out, between);
		if (where.file) {
			ml_add_path(out, ml_spot_path(ranked->result, options, where.file->path));
			if (where.line)
				ml_buf_addf(out, ":%u", where.line);
			ml_buf_adds(out, ": ");
		}
		ml_add_escaped(out, ml_span_of(finding->proofs[i].message), false);
	}
	if (finding->help) {
		ml_buf_adds(out, between);
		ml_buf_adds(out, "help: ");
		ml_add_escaped(out, ml_span_of(finding->help), false);
	}
}
