/*
 * The collectors behind ml_facts_collect, one file each, for lint/facts and its
 * tests (cmd uses the first two for identify and claims).
 */
#pragma once

#include "lint/facts/clauses.h"
#include "lint/facts/facts.h"

/* license.c: which licenses a text is. At most ML_LIMIT_LICENSES_PER_FILE; the first covers most of the file.
 * without: as if the license of that id, and texts word for word the same, were not known; "*": none; NULL: all.
 * A text that is no known license but reads like terms gives one fact with license NULL.
 * false: words behind ML_LIMIT_LICENSE_WORDS were not read. */
bool ml_licenses_of_text(struct ml_license_fact **out, size_t *nr, struct ml_arena *arena, const struct ml_knowledge *knowledge,
			 struct ml_patterns *patterns, const struct ml_file *file, const char *without);

/* clauses.c: the terms that the words of a file say, with their lines. At most ML_LIMIT_TERMS_PER_FILE. */
void ml_clauses_of_text(struct ml_term_fact **out, size_t *nr, struct ml_arena *arena, const struct ml_knowledge *knowledge,
			struct ml_patterns *patterns, const struct ml_file *file);

/* card.c: front matter and Markdown of a card or README. */
void ml_card_read(struct ml_card *out, struct ml_arena *arena, struct ml_arena *scratch, struct ml_file *file);
/* The same in two steps: the front matter; then the Markdown, of which with words only what they ask for (card_words.h), and what that hangs on. */
struct ml_phrases;
void ml_card_open(struct ml_card *out, struct ml_arena *arena, struct ml_file *file);
void ml_card_parse(struct ml_card *card, struct ml_arena *arena, struct ml_arena *scratch, const struct ml_phrases *words);

/* facts.c: how well a card of the root, or of a unit's folder, speaks for the whole: README.md first, then another card; 0: it is none. */
int ml_card_rank(const struct ml_file *file);
/* facts.c: whether nr is below a limit; reaching it is told, once, as something that was not judged. */
bool ml_facts_has_room(struct ml_facts *facts, size_t nr, size_t limit);
/* facts.c: appends a copy. Licenses and claims stop at their limits of lint/base/limits.h. */
void ml_facts_add_license(struct ml_facts *facts, const struct ml_license_fact *fact);
void ml_facts_add_statement(struct ml_facts *facts, const struct ml_statement *statement);
void ml_facts_add_base(struct ml_facts *facts, const struct ml_base_model *base);
void ml_facts_add_dataset(struct ml_facts *facts, const struct ml_dataset_ref *dataset);
void ml_facts_add_output(struct ml_facts *facts, const struct ml_output_use *output);

/* declared.c: the fact of a license that is named, not given: terms as the knowledge has them. license NULL: the name is not known. */
void ml_declared_fact(struct ml_license_fact *out, const struct ml_knowledge *knowledge, struct ml_arena *arena, const struct ml_license *license, struct ml_span name,
		      struct ml_where where, enum ml_evidence evidence);

/* policy.c: adds the terms of use policies to the licenses that refer to them. *left: bytes that may still be read. */
bool ml_facts_read(struct ml_facts *facts, struct ml_file *file, size_t *left); /* facts.c */
void ml_policies_join(struct ml_facts *facts, size_t *left);

/* The license of a name, as ml_license_by_name, but for names that are none: "Model License", "the agreement". */
const struct ml_license *ml_license_named(const struct ml_knowledge *knowledge, struct ml_span name);

/* badge.c: license badges: their label and message, decoded from the address or the alt text. */
void ml_badges_of_card(struct ml_facts *facts, const struct ml_card *card);

/* target.c: whether a name, or its first part, is one by which the repository speaks of itself ("Qwen-72B" in QwenLM/Qwen). */
bool ml_is_own_name(const struct ml_facts *facts, struct ml_span name);

/* identity.c: the folder above is named for who made what is in it, unless it says where somebody keeps things. Before the names are collected. */
void ml_identity_tell_owner(struct ml_tree *tree, const struct ml_knowledge *knowledge);
/* identity.c: the names by which the repository speaks of itself. */
void ml_identity_collect(struct ml_facts *facts);
/* identity_files.c: those of packages and of headers, where they are not the bases'. After ml_headers_collect. */
void ml_identity_of_files(struct ml_facts *facts);

/* claims.c: the openness claims of one document. identity and facts->bases must be set. */
void ml_claims_of_card(struct ml_claim_fact **out, size_t *nr, struct ml_arena *arena, const struct ml_facts *facts,
		       const struct ml_card *card);

/*
 * claims_scope.c: the parts (set of enum ml_scope) of which the words around at speak: "code is MIT, weights under CC BY-NC 4.0" gives
 * weights for the second name. sentence: one sentence of a block; at: an offset in it. Looks in the clause that
 * holds at, the subject in front before what follows. Two parts listed give both. 0 where nothing says.
 */
unsigned ml_scope_of_words(const struct ml_facts *facts, struct ml_span sentence, size_t at);
/*
 * statements_anchor.c: "MIT (code)", "MIT for the code": the words right behind a license, which ends at that offset, that may say of what
 * it is; empty where none do.
 */
struct ml_span ml_part_behind(const struct ml_knowledge *knowledge, struct ml_span sentence, size_t at);
/*
 * claims_guards.c: the stance of a statement at that place by the guards alone: negated, future, conditional, upstream, other
 * (past, quoted, reported, of others), else own. block: that holds the sentence (sentence.at points into block->text), or
 * NULL. step, where not NULL, gets the name of the guard that decided, or NULL.
 */
enum ml_stance ml_stance_of(const struct ml_facts *facts, const struct ml_block *block, struct ml_span sentence, size_t at,
			    const char **step);

/* statements.c: sentences that state terms. */
void ml_statements_of_card(struct ml_statement **out, size_t *nr, struct ml_arena *arena, const struct ml_facts *facts,
			   const struct ml_card *card);

/* declared.c: licenses, bases and datasets that a card's front matter declares. */
void ml_declared_of_card(struct ml_facts *facts, const struct ml_card *card);

/*
 * declared.c: a license value outside of a card: a name, an expression, an address, or the text itself. Adds its facts.
 * alternative: of the choice that the value is a branch of, or 0.
 */
struct ml_declaration {
	struct ml_where where;
	enum ml_evidence evidence;
	unsigned scope; /* what it speaks of, by its place: not 0 */
	uint32_t alternative;
};
void ml_declare_value(struct ml_facts *facts, const struct ml_declaration *declaration, struct ml_span value);

/* claims_channels.c: fields that need no grammar, for what they say they say of the repository, but for what a guard takes back. */
struct ml_claim_field {
	struct ml_span text;
	struct ml_where where;
	const char *step;        /* what decides: "keyword" */
	enum ml_subject whole;   /* what a claim speaks of that names no part */
};
void ml_claims_add_fields(struct ml_facts *facts, const struct ml_claim_field *fields, size_t nr);
void ml_facts_add_claim(struct ml_facts *facts, const struct ml_claim_fact *claim); /* facts.c */

/* package.c: licenses and claims of pyproject.toml, package.json and the like. *left: bytes that may still be read. */
void ml_packages_collect(struct ml_facts *facts, struct ml_arena *scratch, size_t *left);

/* spdx.c: the licenses that files are marked with. */
void ml_spdx_collect(struct ml_facts *facts);

/* header.c: what the headers of weight files say: facts of artifacts, licenses, base models. */
void ml_headers_collect(struct ml_facts *facts, struct ml_arena *scratch);
/* The claims of descriptions and tags that they hold: base models and identity must be known. */
void ml_claims_of_headers(struct ml_facts *facts);

/* artifacts.c: weights by name, pointers, and whether the repository offers a model. */
void ml_artifacts_collect(struct ml_facts *facts);

/* modality.c: what the model reads; and leaves out of what governs a text model the terms that bind others alone. */
void ml_modality_collect(struct ml_facts *facts);
void ml_modality_spare(struct ml_facts *facts);

/* govern.c: which license governs what, and class.c: the class that follows. */
void ml_govern_collect(struct ml_facts *facts);
void ml_class_collect(struct ml_facts *facts);
