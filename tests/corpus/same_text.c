#include "tests/corpus/same_text.h"

#include <string.h>

#include "lint/knowledge/licenses.h"
#include "lint/knowledge/runs.h"
#include "rules/registry.h"

static const struct ml_license *license_named(const char *id)
{
	const struct ml_license *license = ml_license_by_id(&ml_builtin_knowledge, ml_span_of(id));

	return license ? license : ml_license_by_name(&ml_builtin_knowledge, ml_span_of(id), NULL);
}

bool is_same_text(const char *id, const struct ml_license *found)
{
	struct ml_runs runs;

	if (found && found == license_named(id))
		return true;
	ml_runs_open(&runs, ml_builtin_knowledge.runs);
	for (size_t i = 0; found && i < runs.texts_nr; i++)
		if (ml_runs_named(&runs, i, ml_span_of(id)))
			for (const char *name = runs.names + runs.texts[i].name; *name; name += strlen(name) + 1)
				if (license_named(name) == found)
					return true;
	return false;
}
