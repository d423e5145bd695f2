/* One function a reporter; see struct ml_reporter. For the table alone. */
#pragma once

#include "lint/report/report.h"

void ml_report_human(struct ml_buf *out, const struct ml_result *results, size_t results_nr,
		     const struct ml_report_options *options);
void ml_report_plain(struct ml_buf *out, const struct ml_result *results, size_t results_nr,
		     const struct ml_report_options *options);
void ml_report_json(struct ml_buf *out, const struct ml_result *results, size_t results_nr,
		    const struct ml_report_options *options);
void ml_report_sarif(struct ml_buf *out, const struct ml_result *results, size_t results_nr,
		     const struct ml_report_options *options);
void ml_report_github(struct ml_buf *out, const struct ml_result *results, size_t results_nr,
		      const struct ml_report_options *options);
void ml_report_gitlab(struct ml_buf *out, const struct ml_result *results, size_t results_nr,
		      const struct ml_report_options *options);
void ml_report_junit(struct ml_buf *out, const struct ml_result *results, size_t results_nr,
		     const struct ml_report_options *options);
void ml_report_markdown(struct ml_buf *out, const struct ml_result *results, size_t results_nr,
			const struct ml_report_options *options);
/* Of mlint report alone. */
void ml_report_html(struct ml_buf *out, const struct ml_result *results, size_t results_nr,
		    const struct ml_report_options *options);
