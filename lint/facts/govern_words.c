#include "lint/facts/govern.h"

#include <string.h>

#include "lint/knowledge/lists.h"

/* How well the card of a place speaks for the whole: 3 the primary one, 2 another of the root, 1 its translations, 0 not at all. */
static int tier_of(const struct ml_facts *facts, const struct ml_file *file)
{
	if (!file || !ml_at_root(facts, file))
		return 0;
	if (facts->card && file == facts->card->file)
		return 3;
	return file->role == ML_ROLE_CARD ? 2 : 1;
}

bool ml_statement_speaks(const struct ml_facts *facts, const struct ml_statement *statement)
{
	return ml_stance_is_own(statement->stance) && tier_of(facts, statement->where.file) > 0;
}

/* Code and weights are each other's other; data is spoken of apart from the whole where not both are named with it. */
static bool is_exact(unsigned said, unsigned scope)
{
	if (scope == ML_SCOPE_DATA)
		return (said & ML_SCOPE_DATA) && !((said & ML_SCOPE_CODE) && (said & ML_SCOPE_WEIGHTS));
	unsigned other = scope == ML_SCOPE_WEIGHTS ? ML_SCOPE_CODE : ML_SCOPE_WEIGHTS;

	return (said & scope) && !(said & other);
}

static bool speaks_of(unsigned said, unsigned scope, bool exact)
{
	if (exact)
		return is_exact(said, scope);
	return !said || ((said & scope) && !is_exact(said, scope));
}

/* The text that a sentence points to, with the name that the sentence gives it where the text itself could not be read. */
static const struct ml_license_fact *fact_of_target(struct ml_facts *facts, const struct ml_statement *statement)
{
	const struct ml_file *file = statement->target ? ml_tree_find(ml_whole(facts)->tree, statement->target) : NULL;
	const struct ml_license_fact *text = ml_text_of_file(ml_whole(facts), file);

	if (!text || text->license || !text->unread)
		return text;
	struct ml_license_fact *named = ml_arena_alloc(facts->arena, sizeof(*named));
	ml_declared_fact(named, facts->knowledge, facts->arena, statement->license, ml_span_of(statement->declared), text->where, ML_EVIDENCE_TEXT);
	named->match = ML_MATCHED_NONE;
	named->unread = true;
	named->scope = statement->scope ? statement->scope : ML_SCOPE_ALL;
	if (!statement->license && statement->terms_nr) {
		named->terms = statement->terms;
		named->terms_nr = statement->terms_nr;
	}
	return named;
}

/* The next word of letters and digits at *at, which moves behind it; empty where there is none. */
static struct ml_span next_word(struct ml_span text, size_t *at)
{
	while (*at < text.len && !ml_is_alnum(text.at[*at]))
		++*at;
	size_t from = *at;
	while (*at < text.len && ml_is_alnum(text.at[*at]))
		++*at;
	return ml_span_sub(text, from, *at);
}

/* "Llama Community License" leaves its number out of "Llama 3.2 Community License Agreement": the same words in the same order. */
static bool is_shortened(const struct ml_knowledge *knowledge, struct ml_span said, struct ml_span name)
{
	size_t at = 0, behind = 0;
	bool own = false;

	for (struct ml_span word = next_word(said, &at); word.len; word = next_word(said, &at)) {
		struct ml_span other;
		do
			other = next_word(name, &behind);
		while (other.len && !ml_span_eq_nocase(word, other));
		if (!other.len)
			return false;
		own |= !ml_list_has(knowledge, ML_LIST_NAME_COMMON, word);
	}
	return own;
}

const struct ml_license *ml_license_of_base(const struct ml_facts *facts, const struct ml_statement *statement)
{
	const struct ml_license *found = NULL;

	if ((statement->license && !statement->license->family) || !statement->declared || statement->target)
		return statement->license;
	for (size_t i = 0; i < facts->bases_nr; i++) {
		const struct ml_license *license = facts->bases[i].license;
		if (!license || license == found || !is_shortened(facts->knowledge, ml_span_of(statement->declared), ml_span_of(license->name)))
			continue;
		if (found)
			return statement->license; /* bases of two generations */
		found = license;
	}
	return found ? found : statement->license;
}

static const struct ml_license_fact *fact_of_name(struct ml_facts *facts, const struct ml_statement *statement)
{
	struct ml_license_fact *fact = ml_arena_alloc(facts->arena, sizeof(*fact));

	ml_declared_fact(fact, facts->knowledge, facts->arena, ml_license_of_base(facts, statement), ml_span_of(statement->declared), statement->where,
			 ML_EVIDENCE_DECLARED);
	fact->scope = statement->scope ? statement->scope : ML_SCOPE_ALL;
	fact->scope_stated = statement->scope != 0;
	fact->alternative = statement->alternative;
	if (!fact->license && statement->terms_nr) {
		fact->terms = statement->terms;
		fact->terms_nr = statement->terms_nr;
	}
	return fact;
}

static void choose_statement(struct ml_choice *choice, struct ml_facts *facts, const struct ml_statement *statement, bool only_files)
{
	const struct ml_license_fact *fact = fact_of_target(facts, statement);

	if (statement->license && (statement->license->osd == ML_OSD_NA || statement->license->policy))
		return; /* a use policy or terms of a service: no license of its own */
	if (only_files && (!fact || fact->unread))
		return;
	if (!fact && (statement->license || statement->declared))
		fact = fact_of_name(facts, statement);
	if (fact)
		ml_choice_add(choice, facts, fact, "%s line %u says so", statement->where.file->path, (unsigned)statement->where.line);
}

void ml_govern_statements(struct ml_choice *choice, struct ml_facts *facts, unsigned scope, bool exact)
{
	bool only_files = choice->nr > 0;
	size_t before = choice->nr;

	for (int tier = 3; tier && choice->nr == before; tier--) {
		for (size_t i = 0; i < facts->statements_nr; i++) {
			const struct ml_statement *statement = &facts->statements[i];
			if (ml_stance_is_own(statement->stance) && tier_of(facts, statement->where.file) == tier &&
			    speaks_of(statement->scope, scope, exact))
				choose_statement(choice, facts, statement, only_files);
		}
	}
}

void ml_govern_badges(struct ml_choice *choice, struct ml_facts *facts, unsigned scope, bool exact)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->evidence != ML_EVIDENCE_BADGE || tier_of(facts, fact->where.file) < 2 ||
		    !speaks_of(fact->scope_stated ? fact->scope : 0, scope, exact))
			continue;
		const struct ml_license_fact *text = ml_text_of_file(ml_whole(facts), fact->target);
		if (text || fact->license)
			ml_choice_add(choice, facts, text ? text : fact, "a badge in %s says so", fact->where.file->path);
	}
}

void ml_govern_keys(struct ml_choice *choice, struct ml_facts *facts, unsigned scope)
{
	for (size_t i = 0; facts->card && i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->evidence != ML_EVIDENCE_DECLARED || fact->where.file != facts->card->file || !(fact->scope & scope))
			continue;
		if (fact->license && fact->license->placeholder && ml_span_is_nocase(ml_span_of(fact->license->id), "unknown"))
			continue; /* says honestly that it does not know */
		const struct ml_license_fact *text = fact->license && !fact->license->placeholder ? NULL : ml_text_of_file(ml_whole(facts), fact->target);
		ml_choice_add(choice, facts, text ? text : fact, "the key 'license' of %s says so", fact->where.file->path);
	}
}

void ml_govern_packages(struct ml_choice *choice, struct ml_facts *facts, unsigned scope)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->evidence == ML_EVIDENCE_PACKAGE && (fact->scope & scope) && fact->license && !fact->license->placeholder && tier_of(facts, fact->where.file))
			ml_choice_add(choice, facts, fact, "%s declares it for the %s", fact->where.file->path, scope == ML_SCOPE_DATA ? "data" : "package");
	}
}

void ml_govern_headers(struct ml_choice *choice, struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		/* A license file's own "SPDX-License-Identifier" is a header too, but no weights'. */
		if (fact->evidence == ML_EVIDENCE_HEADER && ml_is_of_weights(fact) && fact->license &&
		    !fact->license->placeholder)
			ml_choice_add(choice, facts, fact, fact->where.file->role == ML_ROLE_WEIGHTS ? "the header of %s names it" : "%s names it", fact->where.file->path);
	}
}

/* What governs so far leaves open what a limit would take away. */
static bool is_open_so_far(const struct ml_choice *choice, const struct ml_facts *facts)
{
	for (size_t i = 0; i < choice->nr; i++) {
		enum ml_osd osd = ml_license_osd(choice->of[i].fact, facts->knowledge);
		if (osd == ML_OSD_FAILS || osd == ML_OSD_DISPUTED)
			return false;
	}
	return true;
}

bool ml_statement_binds(const struct ml_facts *facts, const struct ml_statement *statement)
{
	return statement->narrows || ml_list_fit(facts->knowledge, ML_LIST_BINDING, facts->patterns, ml_span_of(statement->sentence), NULL);
}

/* "For commercial use, please contact us": beside a license that grants it an offer of other terms, as long as the sentence demands nothing. */
static bool is_offer(const struct ml_choice *choice, const struct ml_facts *facts, const struct ml_statement *statement)
{
	bool granted = false;

	for (size_t i = 0; i < choice->nr; i++)
		granted |= ml_license_osd(choice->of[i].fact, facts->knowledge) == ML_OSD_CONFORMS;
	return granted && *statement->sentence && statement->terms[0].id == ML_TERM_NONCOMMERCIAL && !ml_statement_binds(facts, statement);
}

void ml_govern_limits(struct ml_choice *choice, struct ml_facts *facts, unsigned scope)
{
	if (!is_open_so_far(choice, facts))
		return;
	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *statement = &facts->statements[i];
		if (!ml_statement_speaks(facts, statement) || statement->license || statement->target || !statement->terms_nr ||
		    (statement->scope ? !(statement->scope & scope) : scope == ML_SCOPE_DATA))
			continue;
		if (!is_offer(choice, facts, statement))
			ml_choice_add(choice, facts, fact_of_name(facts, statement), "%s line %u limits the use", statement->where.file->path,
				      (unsigned)statement->where.line);
	}
}

bool ml_govern_elsewhere(const struct ml_facts *facts, unsigned scope)
{
	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *statement = &facts->statements[i];
		if (statement->elsewhere && tier_of(facts, statement->where.file) == 3 && is_exact(statement->scope, scope))
			return true;
	}
	return false;
}
