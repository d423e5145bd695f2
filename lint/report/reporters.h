/* One function a reporter, for the table alone. */
#pragma once

#include "lint/report/report.h"

ml_report_fn ml_report_human, ml_report_plain, ml_report_json, ml_report_sarif, ml_report_github, ml_report_gitlab, ml_report_junit,
	ml_report_markdown;
/* Of mlint report alone. */
ml_report_fn ml_report_html;
