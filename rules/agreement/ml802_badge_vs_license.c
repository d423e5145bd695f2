#include "lint/check/rule.h"

#include <string.h>

static bool is_at_root(const struct ml_license_fact *fact)
{
	return fact->where.file && !fact->where.file->outside && !strchr(fact->where.file->path, '/');
}

/* Of a part only the code is what an unscoped file is sure to cover; one that limits what models may be used for covers the weights. */
static unsigned scope_of_file(const struct ml_facts *facts, const struct ml_license_fact *text)
{
	bool limits = text->license && (text->license->class == ML_CLASS_NONCOMMERCIAL || text->license->class == ML_CLASS_USE_RESTRICTED);

	return ML_SCOPE_CODE | (limits && facts->offer != ML_OFFER_NONE ? text->scope & ML_SCOPE_WEIGHTS : 0);
}

/* A badge speaks for all, or for the part that its label names. */
static bool speak_of_one_thing(const struct ml_facts *facts, const struct ml_license_fact *badge, const struct ml_license_fact *other)
{
	if (!badge->scope_stated)
		return !other->scope_stated || other->scope == ML_SCOPE_ALL;
	if (other->scope_stated)
		return (badge->scope & other->scope) != 0;
	return (badge->scope & (ml_license_is_key(facts, other) ? ml_scope_of_key(facts) : scope_of_file(facts, other))) != 0;
}

/* A license file of the root, or the key of a card there. */
static bool is_text(const struct ml_license_fact *fact)
{
	return fact->evidence == ML_EVIDENCE_TEXT && is_at_root(fact) && fact->where.file->role == ML_ROLE_LICENSE && !fact->unread;
}

/* Whether anything of the repository bears the badge out: a text, wherever it stands, a key, or a sentence that gives the license a part. */
static bool is_borne_out(const struct ml_facts *facts, const struct ml_license_fact *badge)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		bool of_it = !badge->scope_stated || !fact->scope_stated || (badge->scope & fact->scope);
		if (fact->evidence == ML_EVIDENCE_TEXT && of_it && (fact->unread || ml_license_same(fact->license, badge->license)))
			return true;
		if (badge->scope_stated && ml_license_is_key(facts, fact) && speak_of_one_thing(facts, badge, fact) && ml_license_same(fact->license, badge->license))
			return true;
	}
	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *said = &facts->statements[i];
		if (said->stance == ML_STANCE_OWN && said->scope && (!badge->scope_stated || (said->scope & badge->scope)) &&
		    ml_license_same(said->license, badge->license))
			return true;
	}
	return false;
}

/* Another badge, or entry of the key, that agrees with what was found: then they are branches or parts. */
static bool is_matched_beside(const struct ml_facts *facts, const struct ml_license_fact *badge, const struct ml_license_fact *other)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact != badge && fact->evidence == ML_EVIDENCE_BADGE && fact->where.file == badge->where.file && !fact->scope_stated &&
		    ml_license_same(fact->license, other->license))
			return true;
	}
	return false;
}

/* What says else: a text before a key. */
static const struct ml_license_fact *dissenter(const struct ml_facts *facts, const struct ml_license_fact *badge)
{
	const struct ml_license_fact *key = NULL;

	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (!speak_of_one_thing(facts, badge, fact) || !ml_license_is_certain(fact->license))
			continue;
		if (is_text(fact))
			return fact;
		if (ml_license_is_key(facts, fact) && ml_license_same(fact->license, badge->license))
			return NULL;
		if (ml_license_is_key(facts, fact))
			key = key ? key : fact;
	}
	return key;
}

static void report(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_license_fact *badge, const struct ml_license_fact *other)
{
	bool text = other->evidence == ML_EVIDENCE_TEXT;
	struct ml_finding *finding = ml_found(sink, badge->where, text && other->match == ML_MATCHED_EXACT ? ML_CERTAINTY_EXACT : ML_CERTAINTY_DECLARED,
					      "the badge shows the %s, but %s %s the %s", ml_license_title(facts, badge), ml_license_place(facts, other),
					      text ? "holds" : "names", ml_license_title(facts, other));

	ml_found_proof(finding, other->where, "here it is the %s", ml_license_title(facts, other));
	ml_found_cause(finding, ml_arena_printf(facts->arena, "badge %s", badge->license->id));
	ml_found_help(finding, badge->scope_stated ? "let the badge show the license that holds" :
						     "let the badge show the license that holds; where it means a part, let its label say which ('code license')");
	if (!text)
		ml_found_soften(finding, ML_SEVERITY_WARNING, "no license text is here, so two declarations differ");
}

void ml802_badge_vs_license(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *badge = &facts->licenses[i];
		if (badge->evidence != ML_EVIDENCE_BADGE || !is_at_root(badge) || !ml_license_is_certain(badge->license) || is_borne_out(facts, badge))
			continue;
		const struct ml_license_fact *other = dissenter(facts, badge);
		if (other && !ml_license_same(other->license, badge->license) && !is_matched_beside(facts, badge, other))
			report(facts, sink, badge, other);
	}
}
