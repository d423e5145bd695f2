#include "lint/facts/facts.h"

#include <stdint.h>
#include <string.h>

#include "lint/base/limits.h"
#include "lint/facts/card_words.h"
#include "lint/facts/croissant.h"
#include "lint/facts/lineage.h"
#include "lint/facts/parts.h"
#include "lint/facts/shared.h"
#include "lint/facts/units.h"
#include "lint/knowledge/lists.h"

/* The arrays are const to their readers; here is where they grow. */
#define APPEND(facts, type, array, value)                                                             \
	do {                                                                                          \
		type *items_ = (type *)(uintptr_t)(facts)->array;                                     \
		ML_PUSH((facts)->arena, items_, (facts)->array##_nr, (facts)->array##_cap, *(value)); \
		(facts)->array = items_;                                                              \
	} while (0)

/* A limit that was reached is told as something that was not judged, once. */
bool ml_facts_has_room(struct ml_facts *facts, size_t nr, size_t limit)
{
	if (nr < limit)
		return true;
	if (!facts->cut)
		facts->unread_nr++;
	facts->cut = true;
	return false;
}

void ml_facts_add_license(struct ml_facts *facts, const struct ml_license_fact *fact)
{
	if (ml_facts_has_room(facts, facts->licenses_nr, ML_LIMIT_LICENSES))
		APPEND(facts, struct ml_license_fact, licenses, fact);
}

void ml_facts_add_statement(struct ml_facts *facts, const struct ml_statement *statement)
{
	if (ml_facts_has_room(facts, facts->statements_nr, ML_LIMIT_CLAIMS))
		APPEND(facts, struct ml_statement, statements, statement);
}

void ml_facts_add_base(struct ml_facts *facts, const struct ml_base_model *base)
{
	if (ml_facts_has_room(facts, facts->bases_nr, ML_LIMIT_DECLARED))
		APPEND(facts, struct ml_base_model, bases, base);
}

void ml_facts_add_dataset(struct ml_facts *facts, const struct ml_dataset_ref *dataset)
{
	if (ml_facts_has_room(facts, facts->datasets_nr, ML_LIMIT_DECLARED))
		APPEND(facts, struct ml_dataset_ref, datasets, dataset);
}

void ml_facts_add_claim(struct ml_facts *facts, const struct ml_claim_fact *claim)
{
	if (ml_facts_has_room(facts, facts->claims_nr, ML_LIMIT_CLAIMS))
		APPEND(facts, struct ml_claim_fact, claims, claim);
}

void ml_facts_add_output(struct ml_facts *facts, const struct ml_output_use *output)
{
	if (ml_facts_has_room(facts, facts->outputs_nr, ML_LIMIT_DECLARED))
		APPEND(facts, struct ml_output_use, outputs, output);
}

static bool is_at_root(const struct ml_file *file)
{
	return !strchr(file->path, '/');
}

/* Reads a file's text within what one run may read. What cannot be read is counted, never taken for absent (guard g1). */
bool ml_facts_read(struct ml_facts *facts, struct ml_file *file, size_t *left)
{
	/* Of a larger one the beginning is read. */
	uint64_t cost = file->size < ML_LIMIT_FILE_BYTES ? file->size : ML_LIMIT_FILE_BYTES;

	if (cost > *left && file->state == ML_FILE_UNREAD) {
		file->state = ML_FILE_TOO_LARGE;
		file->problem = "the limit of text that one run reads was reached before it";
		facts->unread_nr++;
		return false;
	}
	ml_tree_read(facts->tree, file, 0);
	*left -= file->bytes.len < *left ? file->bytes.len : *left;
	if (file->state == ML_FILE_FAILED || file->state == ML_FILE_TOO_LARGE || file->state == ML_FILE_SPECIAL ||
	    file->state == ML_FILE_LINK)
		facts->unread_nr++;
	return file->text.at != NULL;
}

/* The name's own words, for a text that cannot be read: "Community License.pdf" in Skywork's repository. */
static const struct ml_license *license_of_name(const struct ml_facts *facts, const struct ml_file *file)
{
	struct ml_span name = ml_path_name(ml_span_of(file->path));
	size_t end = name.len;

	while (end && name.at[end - 1] != '.')
		end--;
	if (end)
		name.len = end - 1;
	const struct ml_license *license = ml_license_named(facts->knowledge, name);
	return license && !license->family && !license->placeholder ? license : NULL;
}

static void add_unread(struct ml_facts *facts, const struct ml_file *file)
{
	struct ml_license_fact fact;
	const struct ml_license *license = license_of_name(facts, file);
	unsigned scope = ml_role_scope(ml_span_of(file->path));

	ml_declared_fact(&fact, facts->knowledge, facts->arena, license, ml_span_of(file->path), ml_where_line(file, 0, 0), ML_EVIDENCE_TEXT);
	fact.match = ML_MATCHED_NONE;
	fact.unread = true;
	fact.scope = scope ? scope : ML_SCOPE_ALL;
	fact.scope_stated = scope != 0;
	ml_facts_add_license(facts, &fact);
}

static void add_texts(struct ml_facts *facts, struct ml_file *file)
{
	struct ml_license_fact *found = NULL;
	size_t nr = 0;
	unsigned scope = ml_role_scope(ml_span_of(file->path));

	if (!ml_licenses_of_text(&found, &nr, facts->arena, facts->knowledge, facts->patterns, file, NULL) && file->state == ML_FILE_READ) {
		file->state = ML_FILE_TOO_LARGE;
		file->problem = "is not read whole: it has too many words";
		facts->unread_nr++;
	}
	for (size_t i = 0; i < nr; i++) {
		if (file->role == ML_ROLE_NOTICE && !found[i].license)
			continue; /* a notice need not be a license */
		if (scope) {
			found[i].scope = scope;
			found[i].scope_stated = true;
		} else if (!found[i].scope) {
			found[i].scope = ML_SCOPE_ALL;
		}
		ml_facts_add_license(facts, &found[i]);
	}
}

static void collect_texts(struct ml_facts *facts, size_t *left)
{
	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		struct ml_file *file = &facts->tree->files[i];
		if (file->outside)
			continue;
		if (file->role == ML_ROLE_LICENSE_PDF) {
			add_unread(facts, file);
		} else if (file->role == ML_ROLE_LICENSE || file->role == ML_ROLE_NOTICE) {
			if (ml_facts_read(facts, file, left))
				add_texts(facts, file);
			else if (file->role == ML_ROLE_LICENSE)
				add_unread(facts, file);
		}
	}
}

/* How well a card speaks for the whole: the README of the root first, then another card there; 0 for those below. */
int ml_card_rank(const struct ml_file *file)
{
	if (file->role != ML_ROLE_CARD)
		return 0;
	struct ml_span name = ml_span_of(file->path);
	if (ml_span_is_nocase(name, "README.md"))
		return 4;
	if (ml_span_starts_nocase(name, "README"))
		return 3;
	return ml_span_find_nocase(name, "card") != SIZE_MAX ? 2 : 1;
}

static void collect_cards(struct ml_facts *facts, struct ml_arena *scratch, size_t *left)
{
	struct ml_card *cards = NULL;
	size_t nr = 0, cap = 0, best = 0;
	const struct ml_phrases *words = ml_card_words_new(ml_patterns_kept(facts->patterns), facts->arena, facts->knowledge);
	int rank = 0;

	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		struct ml_file *file = &facts->tree->files[i];
		struct ml_card card;
		if (file->outside || (file->role != ML_ROLE_CARD && file->role != ML_ROLE_TRANSLATION) ||
		    !ml_facts_read(facts, file, left))
			continue;
		ml_card_open(&card, facts->arena, file);
		ml_card_parse(&card, facts->arena, scratch, words);
		ml_arena_reset(scratch);
		ML_PUSH(facts->arena, cards, nr, cap, card);
		if (is_at_root(file) && ml_card_rank(file) > rank) {
			rank = ml_card_rank(file);
			best = nr - 1;
		}
	}
	if (rank) {
		struct ml_card primary = cards[best];
		memmove(cards + 1, cards, best * sizeof *cards);
		primary.primary = true;
		cards[0] = primary;
		facts->card = cards;
	}
	facts->cards = cards;
	facts->cards_nr = nr;
}

static void collect_statements(struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->cards_nr; i++) {
		struct ml_statement *found = NULL;
		size_t nr = 0;
		ml_statements_of_card(&found, &nr, facts->arena, facts, &facts->cards[i]);
		for (size_t k = 0; k < nr; k++)
			ml_facts_add_statement(facts, &found[k]);
	}
}

static void claims_of(struct ml_facts *facts, const struct ml_card *card)
{
	struct ml_claim_fact *found = NULL;
	size_t nr = 0;

	/* Where one file was asked for, the same claim in others must not stand for its own. */
	if (facts->tree->only && strcmp(facts->tree->only, card->file->path) != 0)
		return;
	ml_claims_of_card(&found, &nr, facts->arena, facts, card);
	for (size_t k = 0; k < nr && ml_facts_has_room(facts, facts->claims_nr, ML_LIMIT_CLAIMS); k++)
		APPEND(facts, struct ml_claim_fact, claims, &found[k]);
}

/* Cards, and disclaimers: those say under which license "this project" is. */
static void collect_claims(struct ml_facts *facts, size_t *left)
{
	for (size_t i = 0; i < facts->cards_nr; i++)
		claims_of(facts, &facts->cards[i]);
	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		struct ml_file *file = &facts->tree->files[i];
		struct ml_card card;
		if (file->outside || file->role != ML_ROLE_DISCLAIMER || !ml_facts_read(facts, file, left))
			continue;
		ml_card_open(&card, facts->arena, file);
		claims_of(facts, &card);
	}
}

int ml_facts_collect(struct ml_facts **out, struct ml_arena *arena, struct ml_arena *scratch, struct ml_tree *tree,
		     const struct ml_knowledge *knowledge, struct ml_patterns *patterns, struct ml_error *err)
{
	struct ml_facts *facts = ml_arena_alloc(arena, sizeof(*facts));
	size_t left = ML_LIMIT_READ_BYTES;

	(void)err;
	facts->arena = arena;
	facts->tree = tree;
	facts->knowledge = knowledge;
	facts->patterns = patterns;
	facts->shared = ml_shared_new(arena);
	ml_identity_tell_owner(tree, knowledge);
	collect_texts(facts, &left);
	ml_policies_join(facts, &left);
	collect_cards(facts, scratch, &left);
	for (size_t i = 0; i < facts->cards_nr; i++)
		ml_declared_of_card(facts, &facts->cards[i]);
	ml_identity_collect(facts);
	ml_artifacts_collect(facts);
	ml_units_find(facts);
	ml_lineage_files(facts, scratch, &left);
	ml_croissants_collect(facts, scratch, &left);
	ml_headers_collect(facts, scratch);
	ml_identity_of_files(facts);
	for (size_t i = 0; i < facts->cards_nr; i++)
		ml_badges_of_card(facts, &facts->cards[i]);
	collect_claims(facts, &left);
	ml_packages_collect(facts, scratch, &left);
	ml_claims_of_headers(facts);
	ml_spdx_collect(facts);
	collect_statements(facts);
	ml_lineage_words(facts);
	ml_lineage_data(facts);
	ml_lineage_resolve(facts);
	ml_modality_collect(facts);
	ml_govern_collect(facts);
	ml_modality_spare(facts);
	ml_units_collect(facts, scratch, &left);
	ml_shared_release(facts->shared);
	*out = facts;
	return 0;
}
