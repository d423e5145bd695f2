/* Shared by claims.c (files, marks, rows), claims_lexemes.c (words and phrases) and claims_pattern.c (patterns). */
#pragma once

#include "lint/base/buf.h"
#include "lint/knowledge/claims.h"

struct ml_claims_load {
	struct ml_arena *arena;
	struct ml_error *err;
	const char *path;
	const struct ml_node *sets; /* of the file: name, and what stands between "|"; or NULL */
	const char **classes; /* ML_CLASSES_MAX of them */
	size_t classes_nr;
	struct ml_buf letters;
	struct ml_classes *class_sets;
	size_t class_sets_nr, class_sets_cap;
	uint32_t *words;
	size_t words_nr, words_cap;
	struct ml_slot *slots;
	size_t slots_nr, slots_cap;
};

/* Keeps a text and returns its offset into letters. */
uint32_t ml_claims_letters(struct ml_claims_load *load, struct ml_span text);

/* Sets "path:line: what 'which'" and returns -1. */
int ml_claims_fault(struct ml_claims_load *load, const struct ml_node *node, const char *what, struct ml_span which);
/* The id of a class, or ML_CLASSES_MAX. */
unsigned ml_claims_class(const struct ml_claims_load *load, struct ml_span name);
/* The same, or that of a new class of the name; ML_CLASSES_MAX where there is no room for one. */
unsigned ml_claims_class_add(struct ml_claims_load *load, struct ml_span name);
/* The index of classes in the sets of all languages. */
uint16_t ml_claims_class_set(struct ml_claims_load *load, const struct ml_classes *classes);
/* The kind of that name, or ML_CLAIM_NR. */
unsigned ml_claim_kind_of(struct ml_span name);
/* The form of that name, or ML_FORM_NR. */
unsigned ml_claim_form_of(struct ml_span name);
/* Parses the pattern of a node into row's slots. */
int ml_claims_pattern(struct ml_claims_load *load, struct ml_claim_row *row, const struct ml_node *node);
/* Makes lexemes and pairs of a language of the words and phrases of its file. Fails like ml_claims_load. */
int ml_claims_lexemes(struct ml_claims_load *load, struct ml_claim_language *language, const struct ml_node *root);
