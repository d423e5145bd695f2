#include "lint/check/rule.h"

#include <string.h>

/* The file as it stands now, or NULL. */
static const struct ml_file *file_of(const struct ml_facts *facts, const char *path)
{
	for (size_t i = 0; i < facts->tree->files_nr; i++)
		if (!strcmp(facts->tree->files[i].path, path))
			return &facts->tree->files[i];
	return NULL;
}

void ml807_relicensed_silently(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->relicensed_nr; i++) {
		const struct ml_relicensed *change = &facts->relicensed[i];
		if (change->told || ml_license_same(change->was->license, change->is->license))
			continue;
		struct ml_where where = { .file = file_of(facts, change->path) };
		struct ml_finding *finding = ml_found(sink, where, ML_CERTAINTY_EXACT, "commit %.12s changed the license from the %s to the %s, and nothing says so",
						      change->commit, ml_license_title(facts, change->was), ml_license_title(facts, change->is));
		if (change->cut)
			ml_found_proof(finding, (struct ml_where){ 0 }, "the history here is not whole: earlier changes are not seen");
		ml_found_help(finding, "say in the README or the change log which version is under which license: what was given stays given");
	}
}
