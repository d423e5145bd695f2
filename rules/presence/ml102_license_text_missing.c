#include "lint/check/rule.h"

static bool has_text(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->licenses_nr; i++)
		if (facts->licenses[i].evidence == ML_EVIDENCE_TEXT)
			return true;
	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		enum ml_role role = facts->tree->files[i].role;
		if (!facts->tree->files[i].outside && (role == ML_ROLE_LICENSE || role == ML_ROLE_LICENSE_PDF))
			return true;
	}
	return false;
}

void ml102_license_text_missing(const struct ml_facts *facts, struct ml_sink *sink)
{
	if (!facts->card || has_text(facts))
		return;
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		bool key = fact->evidence == ML_EVIDENCE_DECLARED && fact->where.file == facts->card->file &&
			   fact->where.line <= facts->card->front_end_line;
		if (!key || !fact->license || fact->license->text_duty != ML_TEXT_DUTY_TEXT)
			continue;
		struct ml_finding *finding = ml_found(sink, fact->where, ML_CERTAINTY_DECLARED,
						      "declares the %s, whose text is to go with every copy, but no license file is here",
						      ml_license_title(facts, fact));
		ml_found_help(finding, "add the text of the license as LICENSE, with the line that names the holder and the year");
		ml_found_cause(finding, "license-text");
		if (!facts->bases_nr)
			ml_found_soften(finding, ML_SEVERITY_NOTE, "the duty binds those who pass copies on, not the author of an original work");
		return;
	}
}
