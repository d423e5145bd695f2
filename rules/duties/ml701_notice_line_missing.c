#include "lint/check/rule.h"

#include <string.h>

/* A notice file of the root, or of the model's folder, takes the line at its end; without one a new file holds it. */
static void fix(const struct ml_facts *facts, struct ml_finding *finding, const char *line)
{
	/* A fill-in is for its owner to fill. */
	if (strchr(line, '['))
		return;
	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		const struct ml_file *file = &facts->tree->files[i];
		if (file->role != ML_ROLE_NOTICE || file->outside || !ml_at_root(facts, file))
			continue;
		ml_fix_append(finding, file, line);
		return;
	}
	ml_fix_add_file(finding, ml_arena_printf(facts->arena, "%sNOTICE", facts->folder ? facts->folder : ""), ml_span_of(ml_arena_printf(facts->arena, "%s\n", line)));
}

static void report(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_duty *duty)
{
	bool anywhere = duty->license->duties->place == ML_PLACE_ANYWHERE;
	const char *where = anywhere ? "no file" : "no notice file";
	struct ml_finding *finding;

	if (duty->found.file && !duty->near)
		finding = ml_found_duty(sink, facts, duty, "the line that the %s asks copies to carry in a notice file stands in %s",
					ml_license_noun(duty->license), duty->found.file->path);
	else
		finding = ml_found_duty(sink, facts, duty, "%s here carries the line that the %s asks for in copies: \"%s\"", where, ml_license_noun(duty->license),
					duty->wanted);
	ml_found_help(finding, "add a text file NOTICE with the line: %s", duty->wanted);
	fix(facts, finding, duty->wanted);
}

void ml701_notice_line_missing(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->duties_nr; i++)
		if (facts->duties[i].kind == ML_DUTY_NOTICE)
			report(facts, sink, &facts->duties[i]);
}
