#include "lint/check/rule.h"

#include <string.h>

/* "other" with a name, and this file as its text, is how own terms are declared rightly. */
static bool is_declared(const struct ml_facts *facts, const struct ml_file *file)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->evidence == ML_EVIDENCE_DECLARED && fact->declared && !fact->license && (!fact->target || fact->target == file))
			return true;
	}
	for (size_t i = 0; i < facts->statements_nr; i++)
		if (facts->statements[i].target && !strcmp(facts->statements[i].target, file->path))
			return true;
	return false;
}

void ml103_license_text_unknown(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		const struct ml_file *file = fact->where.file;
		if (fact->evidence != ML_EVIDENCE_TEXT || fact->license || fact->unread || fact->reference || !file || file->outside ||
		    file->role != ML_ROLE_LICENSE || is_declared(facts, file))
			continue;
		/* A part of a file whose main text is known is an appendix, not a license of its own. */
		if (i && facts->licenses[i - 1].where.file == file)
			continue;
		struct ml_finding *finding =
			ml_found(sink, (struct ml_where){ .file = file }, ML_CERTAINTY_INFERRED, "is no license text that mlint knows");
		if (fact->nearest)
			ml_found_proof(finding, fact->where, "the likest is the %s, of which it holds %.0f %%", ml_license_noun(fact->nearest),
				       fact->nearest_score * 100);
		for (size_t k = 0; k < fact->terms_nr && k < 5; k++)
			ml_found_proof(finding, fact->terms[k].where, "read here: %s", facts->knowledge->terms[fact->terms[k].id].title);
		ml_found_cause(finding, ml_arena_printf(facts->arena, "unknown text %s", file->path));
		ml_found_help(finding, "declare it: 'license: other', 'license_name:' and 'license_link: %s' in the card", file->path);
	}
}
