#include "lint/report/report.h"

void ml_add_rule_page(struct ml_buf *out, const struct ml_rule *rule)
{
	ml_buf_addf(out, "# %s %s\n\n", rule->code, rule->name);
	ml_buf_addf(out, "**%s**, since %s, fix: %s\n\n", ml_severity_name(rule->severity), rule->since, rule->fix);
	ml_buf_addf(out, "%s.\n\n", rule->summary);
	ml_buf_add_span(out, ml_span_trim(ml_span_of(rule->page)));
	ml_buf_adds(out, "\n\n## Sources\n\n");
	for (size_t i = 0; i < rule->sources_nr; i++)
		ml_buf_addf(out, "- %s\n", rule->sources[i]);
}
