/* One line a finding, for editors and grep. */
#include "lint/report/reporters.h"

void ml_report_plain(struct ml_buf *out, const struct ml_result *results, size_t results_nr,
		     const struct ml_report_options *options)
{
	(void)options;
	for (size_t r = 0; r < results_nr; r++) {
		const struct ml_verdict *verdict = results[r].verdict;
		for (size_t i = 0; i < verdict->findings_nr; i++) {
			const struct ml_finding *finding = &verdict->findings[i];
			ml_add_where(out, &finding->where, results[r].facts->tree->name);
			ml_buf_addf(out, ": %s: ", ml_severity_name(finding->severity));
			ml_add_escaped(out, ml_span_of(finding->message), false);
			ml_buf_addf(out, " [%s %s]\n", finding->rule->code, finding->rule->name);
		}
	}
}
