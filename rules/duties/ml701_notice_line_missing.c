#include "lint/check/rule.h"

static void report(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_duty *duty)
{
	bool anywhere = duty->license->duties->place == ML_PLACE_ANYWHERE;
	const char *where = anywhere ? "no file" : "no notice file";
	struct ml_finding *finding;

	if (duty->found.file && !duty->near)
		finding = ml_found_duty(sink, facts, duty, "the line that the %s asks copies to carry in a notice file stands in %s",
					duty->license->name, duty->found.file->path);
	else
		finding = ml_found_duty(sink, facts, duty, "%s here carries the line that the %s asks for in copies: \"%s\"", where, duty->license->name,
					duty->wanted);
	ml_found_help(finding, "add a text file NOTICE with the line: %s", duty->wanted);
}

void ml701_notice_line_missing(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->duties_nr; i++)
		if (facts->duties[i].kind == ML_DUTY_NOTICE)
			report(facts, sink, &facts->duties[i]);
}
