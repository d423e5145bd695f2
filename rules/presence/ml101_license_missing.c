#include "lint/check/rule.h"

#include <string.h>

/* A template or a page of notes needs no license yet: there must be something to license. */
static bool has_content(const struct ml_facts *facts)
{
	if (facts->offer == ML_OFFER_SHIPPED || facts->offer == ML_OFFER_LINKED || facts->offer == ML_OFFER_DESCRIBED)
		return true;
	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		const struct ml_file *file = &facts->tree->files[i];
		if (!file->outside && (file->role == ML_ROLE_CODE || file->role == ML_ROLE_DATA))
			return true;
	}
	return false;
}

/* A package's metadata may name a license for its code; it is another channel, which this rule does not read. */
static const struct ml_file *package_file(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		const struct ml_file *file = &facts->tree->files[i];
		if (!file->outside && file->role == ML_ROLE_PACKAGE && !strchr(file->path, '/'))
			return file;
	}
	return NULL;
}

void ml101_license_missing(const struct ml_facts *facts, struct ml_sink *sink)
{
	if (facts->licenses_nr || ml_license_file(facts) || ml_terms_said(facts, false) || !has_content(facts))
		return;
	struct ml_where nowhere = { 0 };
	struct ml_finding *finding = ml_found(sink, nowhere, ML_CERTAINTY_INFERRED, "no license was found for %s",
					      facts->offer == ML_OFFER_NONE ? "what the repository holds" : "the model or its code");
	ml_found_proof(finding, nowhere, "looked for a license file, the card's 'license' key, a badge and a sentence that names one");
	if (facts->offered.file)
		ml_found_proof(finding, facts->offered, "this is offered without terms");
	const struct ml_file *package = package_file(facts);
	if (package) {
		ml_found_proof(finding, ml_where_line(package, 0, 0), "the package's metadata may name a license for the code");
		ml_found_soften(finding, ML_SEVERITY_WARNING, "the metadata of a package may name one");
	}
	ml_found_term(finding, ML_TERM_NO_LICENSE);
	ml_found_cause(finding, "unlicensed");
	ml_found_help(finding, "add a LICENSE file with the text, and its id as 'license:' to the card");
}
