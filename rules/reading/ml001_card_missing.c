#include "lint/check/rule.h"

#include <string.h>

/* A card in the folder of path, or at the root: a file that could not be read counts (guard g1). */
static bool has_card(const struct ml_facts *facts, const char *path)
{
	const char *slash = strrchr(path, '/');
	size_t len = slash ? (size_t)(slash - path) + 1 : 0;

	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		const struct ml_file *file = &facts->tree->files[i];
		if (file->role != ML_ROLE_CARD && file->role != ML_ROLE_TRANSLATION)
			continue;
		if (!strchr(file->path, '/') || (strncmp(file->path, path, len) == 0 && !strchr(file->path + len, '/')))
			return true;
	}
	return false;
}

/* Only weights that make the repository an offer count: those of tests and demonstrations need no card. */
void ml001_card_missing(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_file *shown = facts->offered.file;
	bool config = facts->offer == ML_OFFER_DESCRIBED && shown && shown->role == ML_ROLE_CONFIG;

	if ((facts->offer != ML_OFFER_SHIPPED && !config) || !shown || has_card(facts, shown->path))
		return;
	struct ml_finding *finding = ml_found(sink, ml_where_line(shown, 0, 0), ML_CERTAINTY_EXACT,
					      "the repository holds %s and no card that says what it is", config ? "a model's configuration" : "weights");
	size_t told = 0;
	for (size_t i = 0; i < facts->artifacts_nr && told < 3; i++)
		if (facts->artifacts[i].file != shown) {
			ml_found_proof(finding, ml_where_line(facts->artifacts[i].file, 0, 0), "weights, too");
			told++;
		}
	ml_found_help(finding, "add a README.md with 'license:' in its front matter and what the model is, was made from and is for");
}
