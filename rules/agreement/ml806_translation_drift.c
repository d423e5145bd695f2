#include "lint/check/rule.h"

#include <string.h>

#define LIMITS (UINT32_C(1) << ML_TERM_NONCOMMERCIAL | UINT32_C(1) << ML_TERM_RESEARCH_ONLY)

/* The name up to its ending: "README" of "docs/README.md". */
static struct ml_span stem_of(const char *path)
{
	struct ml_span name = ml_path_name(ml_span_of(path));
	size_t dot = ml_span_find(name, ".");

	return ml_span_sub(name, 0, dot);
}

/* Whether all that the longer name adds is a language: "_zh", "-pt-BR", ".zh-CN". Years and topics make another text. */
static bool adds_language(const char *path, struct ml_span stem)
{
	struct ml_span name = ml_path_name(ml_span_of(path));

	if (name.len <= stem.len || memcmp(name.at, stem.at, stem.len))
		return false;
	size_t at = stem.len, letters = 0;
	for (; at < name.len && !ml_span_is(ml_span_sub(name, at, name.len), ".md"); at++) {
		if (ml_is_digit(name.at[at]))
			return false;
		letters += ml_is_alpha(name.at[at]);
	}
	return at < name.len && letters >= 2 && letters <= 5;
}

static bool same_folder(const char *a, const char *b)
{
	size_t folder = ml_path_folder(ml_span_of(a));

	return folder == ml_path_folder(ml_span_of(b)) && !memcmp(a, b, folder);
}

/* The card of which this one is the translation, or NULL: beside it, or the root's for those in a folder of documents. */
static const struct ml_card *original_of(const struct ml_facts *facts, const struct ml_card *translation)
{
	const char *path = translation->file->path;

	for (size_t i = 0; i < facts->cards_nr; i++) {
		const struct ml_card *card = &facts->cards[i];
		if (!*card->language && same_folder(card->file->path, path) && adds_language(path, stem_of(card->file->path)))
			return card;
	}
	bool below = ml_path_folder(ml_span_of(path)) && strchr(path, '/') == strrchr(path, '/');
	return below && facts->card && !*facts->card->language && adds_language(path, stem_of(facts->card->file->path)) ? facts->card : NULL;
}

static uint32_t limits_in(const struct ml_statement *statement)
{
	uint32_t set = 0;

	for (size_t i = 0; i < statement->terms_nr; i++)
		set |= UINT32_C(1) << statement->terms[i].id;
	return set & LIMITS;
}

static bool names_license(const struct ml_statement *statement, const struct ml_card *card)
{
	return statement->where.file == card->file && ml_stance_is_own(statement->stance) && ml_license_is_certain(statement->license) &&
	       statement->license->osd != ML_OSD_NA;
}

/* The statement of the other text about the same part with another license; NULL where one agrees, or none is there. */
static const struct ml_statement *dissenter(const struct ml_facts *facts, const struct ml_statement *statement, const struct ml_card *other)
{
	const struct ml_statement *found = NULL;

	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *there = &facts->statements[i];
		if (!names_license(there, other))
			continue;
		if (ml_license_same(there->license, statement->license))
			return NULL;
		if (!found && there->scope == statement->scope && there->section == statement->section)
			found = there;
	}
	return found;
}

static bool report_licenses(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_card *original,
			    const struct ml_card *translation)
{
	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *here = &facts->statements[i];
		const struct ml_statement *there = names_license(here, translation) ? dissenter(facts, here, original) : NULL;
		/* Both ways: a text that names several licenses may have left this one to another sentence. */
		if (!there || !dissenter(facts, there, translation))
			continue;
		struct ml_finding *finding = ml_found(sink, here->where, ML_CERTAINTY_DECLARED, "names the %s where %s names the %s",
						      ml_license_noun(here->license), original->file->path, ml_license_noun(there->license));
		ml_found_proof(finding, there->where, "the same in the other language: %s", there->license->name);
		ml_found_help(finding, "bring both texts to the same license");
		return true;
	}
	return false;
}

/* Whether mlint could have read the limit in that language at all. */
static bool reads_limits(const struct ml_facts *facts, const struct ml_card *card)
{
	const struct ml_knowledge *knowledge = facts->knowledge;

	for (size_t i = 0; i < knowledge->clauses_nr; i++)
		if (!strcmp(ml_packed_text(knowledge->clauses_pack, knowledge->clauses[i].language), card->language) && (knowledge->clauses[i].where & ML_CLAUSE_PROSE) &&
		    (LIMITS >> knowledge->clauses[i].term & 1))
			return true;
	return false;
}

/* Whether a text says nothing of limits although it speaks of terms: no words in whatever stance, no license that has them, no pointer. */
static bool is_free_of_limits(const struct ml_facts *facts, const struct ml_card *card)
{
	bool speaks = false;

	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *statement = &facts->statements[i];
		if (statement->where.file != card->file)
			continue;
		if (limits_in(statement) || statement->elsewhere || statement->target)
			return false;
		if (statement->license && statement->license->osd != ML_OSD_CONFORMS)
			return false;
		speaks |= statement->license != NULL && ml_stance_is_own(statement->stance);
	}
	for (size_t i = 0; i < facts->claims_nr; i++)
		if (facts->claims[i].where.file == card->file && facts->claims[i].stance == ML_STANCE_NEGATED)
			return false;
	return speaks;
}

static void report_limits(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_card *says, const struct ml_card *silent)
{
	if (!is_free_of_limits(facts, silent))
		return;
	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *statement = &facts->statements[i];
		if (statement->where.file != says->file || !ml_stance_is_own(statement->stance) || !limits_in(statement) || statement->license)
			continue;
		struct ml_finding *finding = ml_found(sink, statement->where, ML_CERTAINTY_INFERRED, "limits the use in this language only: %s names a license and no limit",
						      silent->file->path);
		for (size_t t = 0; t < statement->terms_nr; t++)
			ml_found_term(finding, statement->terms[t].id);
		ml_found_proof(finding, (struct ml_where){ .file = silent->file }, "the same text in another language");
		ml_found_help(finding, "say the same in all languages");
		return;
	}
}

void ml806_translation_drift(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->cards_nr; i++) {
		const struct ml_card *translation = &facts->cards[i];
		const struct ml_card *original = *translation->language && !translation->file->outside ? original_of(facts, translation) : NULL;
		if (!original || report_licenses(facts, sink, original, translation))
			continue;
		report_limits(facts, sink, translation, original);
		if (reads_limits(facts, translation))
			report_limits(facts, sink, original, translation);
	}
}
