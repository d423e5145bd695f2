/* GitLab's code quality report: an array of issues (its page "Code Quality", "Code Quality report format"). */
#include "lint/report/reporters.h"

#include "lint/base/json_keys.h"
#include "lint/report/story.h"

static const char *const severities[] = {
	[ML_SEVERITY_NOTE] = "info",
	[ML_SEVERITY_WARNING] = "minor",
	[ML_SEVERITY_ERROR] = "major",
};

/* Roots that hold files of the same names would have equal fingerprints, which GitLab takes for one issue. */
static void fingerprint(struct ml_json_writer *w, const struct ml_ranked *ranked,
			const struct ml_report_options *options)
{
	struct ml_buf text;

	ml_buf_init(&text, 1u << 20);
	if (options->several) {
		ml_add_uri(&text, ml_spot_path(ranked->result, options, ""));
		ml_buf_addc(&text, ':');
	}
	ml_buf_adds(&text, ranked->finding->fingerprint);
	key_string(w, "fingerprint", text.at);
	ml_buf_release(&text);
}

static void issue(struct ml_json_writer *w, const struct ml_ranked *ranked, const struct ml_report_options *options)
{
	struct ml_spot spot = ml_spot_of(ranked->result, options, &ranked->finding->where);
	struct ml_buf text;

	ml_buf_init(&text, 1u << 20);
	ml_add_story(&text, ranked, options, "; ");
	ml_json_object(w);
	key_string(w, "description", text.at);
	key_string(w, "check_name", ranked->finding->rule->code);
	fingerprint(w, ranked, options);
	key_string(w, "severity", severities[ranked->finding->severity]);
	key_object(w, "location");
	ml_json_path(w, "path", NULL, spot.path);
	key_object(w, "lines");
	key_number(w, "begin", spot.line);
	key_number(w, "end", spot.end_line);
	ml_json_end_object(w);
	ml_json_end_object(w);
	ml_json_end_object(w);
	ml_buf_release(&text);
}

void ml_report_gitlab(struct ml_buf *out, const struct ml_result *results, size_t results_nr,
		      const struct ml_report_options *options)
{
	struct ml_json_writer w;
	struct ml_ranked *ranked;
	size_t nr = ml_rank(&ranked, results, results_nr);

	ml_json_begin(&w, out, false);
	ml_json_array(&w);
	for (size_t i = 0; i < nr; i++)
		issue(&w, &ranked[i], options);
	ml_json_end_array(&w);
	ml_buf_addc(out, '\n');
}
