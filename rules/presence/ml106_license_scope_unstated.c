#include "lint/check/rule.h"

#include <stdint.h>
#include <string.h>

/* The license that covers most of a file at the root which says nothing of what it is for. */
static bool is_unscoped(const struct ml_facts *facts, size_t k)
{
	const struct ml_license_fact *fact = &facts->licenses[k];
	const struct ml_file *file = fact->where.file;

	if (fact->evidence != ML_EVIDENCE_TEXT || fact->unread || fact->reference || fact->scope_stated || !file || file->outside)
		return false;
	if (file->role != ML_ROLE_LICENSE || strchr(file->path, '/') || !fact->license || fact->license->policy)
		return false;
	return !k || facts->licenses[k - 1].where.file != file;
}

/* "LICENSE-MIT" beside "LICENSE-APACHE": names of licenses offer a choice, by a custom that is older than models. */
static bool is_named_for(const struct ml_license_fact *fact)
{
	const char *id = fact->license->id;
	char head[32];
	size_t len = 0;

	for (; id[len] && id[len] != '-' && len + 1 < sizeof head; len++)
		head[len] = id[len];
	head[len] = '\0';
	return len > 1 && ml_span_find_nocase(ml_span_of(fact->where.file->path), head) != SIZE_MAX;
}

/* GPL and LGPL come together: the second is the first with permissions added. */
static bool is_pair(const struct ml_license *a, const struct ml_license *b)
{
	return a->publisher && b->publisher && !strcmp(a->publisher, b->publisher) && a->class != b->class &&
	       (strstr(a->id, "gpl") && strstr(b->id, "gpl"));
}

static bool says_name(const struct ml_facts *facts, const char *path)
{
	for (size_t i = 0; i < facts->cards_nr; i++)
		if (ml_span_find_nocase(facts->cards[i].file->text, path) != SIZE_MAX)
			return true;
	return false;
}

/* A card that names both tells something of them, though we may not have understood what. */
static bool names_license(const struct ml_facts *facts, const struct ml_license *license)
{
	if (says_name(facts, license->id) || (license->spdx && says_name(facts, license->spdx)) || says_name(facts, license->name))
		return true;
	for (size_t i = 0; i < license->aliases_nr; i++)
		if (says_name(facts, license->aliases[i]))
			return true;
	return false;
}

/* A sentence or a key that says which license is for what, or that one may choose. */
static bool is_told(const struct ml_facts *facts, const struct ml_license_fact *fact)
{
	const char *path = fact->where.file->path;

	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *statement = &facts->statements[i];
		bool scoped = (statement->scope && statement->scope != ML_SCOPE_ALL) || statement->alternative;
		if (scoped && (ml_license_same(statement->license, fact->license) || (statement->target && !strcmp(statement->target, path))))
			return true;
	}
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *other = &facts->licenses[i];
		bool scoped = other->scope_stated || other->alternative;
		if (other != fact && scoped && other->evidence != ML_EVIDENCE_TEXT && other->evidence != ML_EVIDENCE_PACKAGE &&
		    ml_license_same(other->license, fact->license))
			return true;
		if (other->alternative && ml_license_same(other->license, fact->license))
			return true;
	}
	/* "LICENSE" stands in every README; any other name is there to say something. */
	return !ml_span_starts_nocase(ml_span_of(path), "license.") && !ml_span_is_nocase(ml_span_of(path), "license") &&
	       !ml_span_is_nocase(ml_span_of(path), "copying") && says_name(facts, path);
}

static void report(struct ml_sink *sink, const struct ml_facts *facts, const struct ml_license_fact *first, const struct ml_license_fact *other)
{
	struct ml_finding *finding = ml_found(sink, other->where, other->match == ML_MATCHED_EXACT ? ML_CERTAINTY_EXACT : ML_CERTAINTY_NEAR,
					      "%s holds the %s and %s the %s, and nothing says which is for what", first->where.file->path,
					      ml_license_title(facts, first), other->where.file->path, ml_license_title(facts, other));

	ml_found_proof(finding, first->where, "the %s", ml_license_title(facts, first));
	ml_found_help(finding, "say in the README which is for the code and which for weights or data, or whether one may choose");
}

void ml106_license_scope_unstated(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_license_fact *first = NULL;

	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (!is_unscoped(facts, i))
			continue;
		if (is_told(facts, fact) || is_named_for(fact))
			return;
		if (!first) {
			first = fact;
			continue;
		}
		if (ml_license_same(first->license, fact->license) || is_pair(first->license, fact->license))
			continue;
		if (names_license(facts, first->license) && names_license(facts, fact->license))
			return;
		report(sink, facts, first, fact);
		return;
	}
}
