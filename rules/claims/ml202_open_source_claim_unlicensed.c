#include "lint/check/rule.h"

static bool any_license(const struct ml_facts *facts)
{
	return facts->code.of_nr || facts->weights.of_nr || facts->data.of_nr;
}

/* Data is often described and not offered: only a repository without any terms at all is held to a claim about it. */
static bool is_unlicensed(const struct ml_facts *facts, const struct ml_claim_fact *claim)
{
	const struct ml_govern *govern = ml_claim_govern(facts, claim);

	if (govern->of_nr || govern->unread || !ml_claim_is_of_files(facts, claim))
		return false;
	return claim->subject != ML_SUBJECT_DATA || !any_license(facts);
}

static bool has_license(const struct ml_facts *facts, const struct ml_file *file)
{
	for (size_t i = 0; i < facts->licenses_nr; i++)
		if (facts->licenses[i].where.file == file)
			return true;
	return false;
}

/* Files that are named as licenses are and hold none: who looks for the license sees them first. */
static void prove_empty(const struct ml_facts *facts, struct ml_finding *finding)
{
	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		const struct ml_file *file = &facts->tree->files[i];
		if (file->role != ML_ROLE_LICENSE || file->outside || file->state != ML_FILE_READ || has_license(facts, file))
			continue;
		ml_found_proof(finding, (struct ml_where){ .file = file, .line = file->size ? 1 : 0 }, file->size ? "grants nothing" : "is empty");
	}
}

/* LICENSE_llama2 beside a toolkit: who sees it thinks that there is a license. */
static void prove_of_models(const struct ml_facts *facts, struct ml_finding *finding)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		const struct ml_file *file = fact->where.file;
		if (facts->offer == ML_OFFER_NONE && file && file->role == ML_ROLE_LICENSE && !file->outside && ml_at_root(facts, file) &&
		    fact->license && fact->evidence == ML_EVIDENCE_TEXT && fact->scope == ML_SCOPE_WEIGHTS)
			ml_found_proof(finding, fact->where, "holds the %s, by its name for the weights of a model that is not offered here", fact->license->name);
	}
}

static bool is_plural(enum ml_subject subject)
{
	return subject == ML_SUBJECT_WEIGHTS || subject == ML_SUBJECT_DATA;
}

void ml202_open_source_claim_unlicensed(const struct ml_facts *facts, struct ml_sink *sink)
{
	bool seen[ML_SUBJECT_NR] = { false };

	for (size_t i = 0; i < facts->claims_nr; i++) {
		const struct ml_claim_fact *claim = &facts->claims[i];
		if (!ml_claim_is_open(claim) || seen[claim->subject] || !is_unlicensed(facts, claim))
			continue;
		seen[claim->subject] = true;
		struct ml_finding *finding = ml_found(sink, claim->where, ML_CERTAINTY_INFERRED,
						      "calls %s open source, but no license for %s was found",
						      ml_subject_title(claim->subject), is_plural(claim->subject) ? "them" : "it");
		struct ml_where nowhere = { 0 };
		ml_found_proof(finding, nowhere,
			       "looked for a license file, the card's license key, a badge and a sentence that names one - OSD 7");
		prove_empty(facts, finding);
		prove_of_models(facts, finding);
		ml_found_term(finding, ML_TERM_NO_LICENSE);
		ml_found_cause(finding, "unlicensed");
		ml_found_help(finding, "add a LICENSE file, and its id as 'license:' to the card");
	}
}
