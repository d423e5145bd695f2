/*
 * Lists of words and patterns by which mlint reads prose, names and addresses, each
 * with what it is for and its source: rules/knowledge/lists/NAME.yml. The build makes
 * tables of them; C code names a list by its id, and never writes one.
 *
 *     source: where the words were read; a list may have a source of its own
 *     lists:
 *       - id: near-behind
 *         what: what stands behind the name of a license and makes it another
 *         words: [-style, -like]
 *       - id: base-behind
 *         what: words before the name of a base
 *         patterns:
 *           - '\bmerge of\b'
 *           - is: '\bquantized (?:from|of)\b'
 *             with: [quanti]          one of which stands in every text that the pattern fits
 *             as: quantized           what it stands for, in the words of the list's readers
 *           - is: [employee, staff]     several with one "as" or "with"
 *             as: people
 */
#pragma once

#include "lint/base/arena.h"
#include "lint/base/error.h"
#include "lint/base/node.h"
#include "lint/knowledge/knowledge.h"
#include "lint/text/pattern.h"
#include "lint/text/scan.h"

enum ml_list_id {
#define ML_LIST(id, name) ML_LIST_##id,
#include "lint/knowledge/lists.def"
#undef ML_LIST
	ML_LIST_NR
};
/* As the YAML writes it: "near-behind". */
const char *ml_list_name(enum ml_list_id id);

struct ml_list {
	const char *const *at; /* words, compared without ASCII case; or patterns, ml_pattern_find */
	size_t nr;
	const char *const *const *with; /* of each a NULL-terminated list, or NULL for none; NULL: no row has one */
	const char *const *as;          /* of each, or NULL for none; NULL likewise */
	bool patterns;
	const struct ml_scan *scan; /* for its words; NULL: made where one is needed */
};

/* Lists as the build packs them (lint/base/packed.h). A scan's field holds 1 + its number; that of with 1 + the place in texts of one
 * number a row: 1 + where its list begins, which a 0 ends, or 0. */
struct ml_list_pack {
	const struct ml_packed *rows;
	const struct ml_scan *const *scans;
};

/* The list of that id; an empty one where the knowledge has none. */
const struct ml_list *ml_list_of(const struct ml_knowledge *knowledge, enum ml_list_id id);

/* What row i stands for: its "as", or its own word. */
static inline const char *ml_list_as(const struct ml_list *list, size_t i)
{
	return list->as && list->as[i] ? list->as[i] : list->at[i];
}

/* Whether a word of the list stands anywhere in the text. */
bool ml_list_in(const struct ml_knowledge *knowledge, enum ml_list_id id, struct ml_span text);
/* Whether the text is a word of the list. */
bool ml_list_has(const struct ml_knowledge *knowledge, enum ml_list_id id, struct ml_span text);
/* The first word with which the text begins, or ends; NULL where there is none. */
const char *ml_list_start(const struct ml_knowledge *knowledge, enum ml_list_id id, struct ml_span text);
const char *ml_list_end(const struct ml_knowledge *knowledge, enum ml_list_id id, struct ml_span text);
/* The entry of the first word of the list that is a key of the map; NULL where there is none, or map is NULL or no map. */
const struct ml_node *ml_list_key(const struct ml_knowledge *knowledge, enum ml_list_id id, const struct ml_node *map);
/* Whether the text has one of the words that row i asks for; true where it asks for none. */
bool ml_list_with(const struct ml_list *words, size_t i, struct ml_span text);
/* Whether a pattern of the list fits somewhere in the text. match (NULL is fine): of the first row that does. What is not decided does not fit. */
bool ml_list_fit(const struct ml_knowledge *knowledge, enum ml_list_id id, struct ml_patterns *patterns, struct ml_span text,
		  struct ml_match *match);

/*
 * Loads one file of rules/knowledge/lists into lists[ML_LIST_NR], which begin as zeros; what is loaded belongs to the arena. Fails with
 * file and line on an id that is not known or is there twice, an unknown key, an empty list or word, a word that is there twice, a
 * pattern that does not compile, and where what or source is missing.
 */
int ml_lists_load(struct ml_list lists[], struct ml_arena *arena, const char *path, const struct ml_node *root, struct ml_error *err);
/* After the last file: fails where a list of lists.def is missing. */
int ml_lists_check(const struct ml_list lists[], struct ml_error *err);
