/*
 * Yardsticks of openness as data: which parts a release has, what each yardstick
 * asks of them, which licenses the Model Openness Framework counts as open.
 * rules/knowledge/openness/NAME.yml; the keys of an entry are the members below, a
 * list of names stands under the member's name.
 */
#pragma once

#include "lint/base/arena.h"
#include "lint/base/error.h"
#include "lint/base/node.h"
#include "lint/knowledge/knowledge.h"

enum ml_content { ML_CONTENT_CODE, ML_CONTENT_DATA, ML_CONTENT_DOCUMENT, ML_CONTENT_NR };
const char *ml_content_name(enum ml_content content);

/* Under whose license a part stands. */
enum ml_part_scope { ML_PART_NONE, ML_PART_CODE, ML_PART_WEIGHTS, ML_PART_DATA, ML_PART_DOCS };
enum ml_part_data { ML_PART_DATA_NONE, ML_PART_DATA_TRAINING, ML_PART_DATA_EVALUATION };

struct ml_component {
	const char *id;       /* "training-code" */
	const char *name;     /* as the Model Openness Framework writes it */
	enum ml_content content;
	int class;            /* of the framework that first asks for it: 3 is the weakest, 1 the strongest; 0: none does */
	bool required;        /* else the framework takes it, and asks not for it */
	const char *replaces; /* id of the part that it stands in for where that is lacking; or NULL */
	enum ml_part_scope scope;
	enum ml_part_data data; /* data sets that the card names for that use show it */
	bool offered;         /* weights that the repository offers show it */
	bool card;            /* a card does */
	bool told;            /* words of a card are the part itself; else they only tell of it */
	const char *const *files; /* patterns of paths and of last names, ml_pattern_fits */
	size_t files_nr;
	const char *words;    /* a pattern for cards, or NULL */
	const char *source;
};

enum ml_standard { ML_STANDARD_OSD, ML_STANDARD_OSAID, ML_STANDARD_MOF, ML_STANDARD_OWD, ML_STANDARD_AI_ACT, ML_STANDARD_NR };
#define ML_STANDARDS "osd|osaid|mof|owd|ai-act" /* the ids in their order */
const char *ml_standard_id(enum ml_standard standard);

struct ml_standard_info {
	enum ml_standard id;
	const char *title; /* "Open Source AI Definition 1.0" */
	const char *const *rules; /* codes of the rules that --standard adds */
	size_t rules_nr;
	const char *source;
};

/* One thing that a yardstick asks for. Everything that is set must hold. */
struct ml_requirement {
	enum ml_standard standard;
	const char *title, *asks;
	enum ml_part_scope scope; /* whose terms are meant below */
	bool osd;                 /* they must meet the Open Source Definition */
	bool optional;            /* of code: where there is none nothing is asked */
	const char *const *fails; /* names of terms with which it fails */
	size_t fails_nr;
	const char *const *unclear; /* names of terms with which it is not settled */
	size_t unclear_nr;
	const char *const *fail_keys; /* the same for keys of the card's front matter */
	size_t fail_keys_nr;
	const char *const *unclear_keys;
	size_t unclear_keys_nr;
	const char *const *components; /* ids of the parts that must be there */
	size_t components_nr;
	bool any;                 /* one of them suffices */
	const char *source;
};

/* How a card says that it meets a yardstick. */
struct ml_stated {
	enum ml_standard standard;
	int class;           /* of the Model Openness Framework, or 0 */
	const char *pattern;
	const char *const *words; /* lower case, of which one stands in every text that the pattern fits */
	size_t words_nr;
	const char *source;
};

struct ml_id_list {
	const char *why;     /* why its licenses are open; of a list of suited ones NULL */
	enum ml_content content; /* of a list of suited ones */
	const char *const *ids;
	size_t ids_nr;
	const char *source;
};

struct ml_openness {
	const struct ml_component *components;
	size_t components_nr;
	const struct ml_standard_info *standards; /* ML_STANDARD_NR, in order */
	const struct ml_requirement *requirements;
	size_t requirements_nr;
	const struct ml_stated *stated;
	size_t stated_nr;
	const struct ml_id_list *open, *suited;
	size_t open_nr, suited_nr;
	const char *not_there, *not_stated; /* patterns of a line that takes back what it says */
};

/* By the framework's name, ASCII case folded. NULL: not known. */
const struct ml_component *ml_component_by_name(const struct ml_openness *openness, struct ml_span name);
/* Why the framework counts a license (SPDX id in its own case) as open, or NULL where it does not. */
const char *ml_open_license(const struct ml_openness *openness, struct ml_span spdx);
/* Whether it suits the kind of content. */
bool ml_license_suits(const struct ml_openness *openness, struct ml_span spdx, enum ml_content content);

/*
 * Loads one file of rules/knowledge/openness into what is there. Fails with file and line on unknown keys, values and ids, on
 * a pattern that does not compile and a missing source.
 */
int ml_openness_load(struct ml_openness *into, struct ml_arena *arena, const char *path, const struct ml_node *root, struct ml_error *err);
/* After the last file: fails where something is lacking, or an id is not there. */
int ml_openness_check(const struct ml_openness *openness, struct ml_error *err);
