#include "lint/check/rule.h"

#include <string.h>

static bool names_license(const struct ml_artifact *artifact)
{
	return artifact->license || artifact->license_name || artifact->license_link;
}

/* The value is a known license, or one of the maker's own as the format asks for it. */
static bool is_fine(const struct ml_facts *facts, const struct ml_artifact *artifact)
{
	if (!artifact->license || artifact->license_name || artifact->license_link ||
	    ml_span_starts_nocase(ml_span_of(artifact->license), "LicenseRef-"))
		return true;
	for (size_t i = 0; i < facts->licenses_nr; i++)
		if (facts->licenses[i].where.file == artifact->file && facts->licenses[i].license)
			return true;
	return false;
}

static void report(struct ml_sink *sink, const struct ml_artifact *artifact, bool missing)
{
	struct ml_where where = { .file = artifact->file };
	struct ml_finding *finding = ml_found(sink, where, ML_CERTAINTY_EXACT, missing ? "the header names no license"
										       : "the header names a license in words that none is known by");

	if (!missing)
		ml_found_proof(finding, where, "it says '%s'", artifact->license);
	ml_found_cause(finding, missing ? "embedded-license-missing" : "embedded-license-weak");
	ml_found_help(finding, "set general.license to an SPDX expression; a license of your own goes into general.license.name and .link");
}

/* One finding for all files of the same fault: the quantizations of a model share their header. */
void ml602_embedded_license_weak(const struct ml_facts *facts, struct ml_sink *sink)
{
	bool told[2] = { false, false };

	for (size_t i = 0; i < facts->artifacts_nr; i++) {
		const struct ml_artifact *artifact = &facts->artifacts[i];
		/* Only GGUF has a key of its own for it that converters write; elsewhere its absence says nothing. */
		if (strcmp(artifact->format, "gguf") != 0 || artifact->unread || artifact->goes_on || artifact->piece || !artifact->file->size)
			continue;
		bool missing = !names_license(artifact);
		if (told[missing] || (missing ? artifact->cut : is_fine(facts, artifact)))
			continue;
		told[missing] = true;
		report(sink, artifact, missing);
	}
}
