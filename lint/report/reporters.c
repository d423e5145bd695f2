#include "lint/report/reporters.h"

const struct ml_reporter ml_reporters[] = {
	{ "human", "for people: the line, the proof and the way out", ml_report_human },
	{ "plain", "one line a finding: path:line:column: severity: message [code name]", ml_report_plain },
	{ "json", "one object, or an array of them for several PATHs", ml_report_json },
	{ "sarif", "SARIF 2.1.0, for code scanning", ml_report_sarif },
	{ "github", "workflow commands, shown as annotations", ml_report_github },
	{ "gitlab", "GitLab's code quality report", ml_report_gitlab },
	{ "junit", "JUnit XML, for CI servers", ml_report_junit },
	{ "markdown", "tables for a step summary or a comment", ml_report_markdown },
	{ "html", "a page for people, of mlint report", ml_report_html },
};
const size_t ml_reporters_nr = sizeof ml_reporters / sizeof *ml_reporters;

const struct ml_reporter *ml_reporter_find(struct ml_span name)
{
	for (size_t i = 0; i < ml_reporters_nr; i++)
		if (ml_span_is(name, ml_reporters[i].name))
			return &ml_reporters[i];
	return NULL;
}
