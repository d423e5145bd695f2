/*
 * A file name as words, for lint/source alone: "ModelsCommunityLicense-v2_ZH.txt" is models, community, license,
 * v, 2, zh and the extension txt. What a word tells about a file is one table (name.c).
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/span.h"
#include "lint/source/name_ext.h"

#define ML_NAME_WORDS 12 /* more words are a sentence, not a name */
#define ML_NAME_WORD 16  /* bytes of a word that are looked at */

/* What a word of a name says; a word may say several things. */
enum ml_name_says {
	ML_SAYS_LICENSE = 1 << 0,
	ML_SAYS_AGREEMENT = 1 << 1,
	ML_SAYS_TERMS = 1 << 2,
	ML_SAYS_FILLER = 1 << 3, /* of, and, use, service, final: stands beside the others */
	ML_SAYS_NOTICE = 1 << 4,
	ML_SAYS_POLICY = 1 << 5,
	ML_SAYS_USE = 1 << 6,
	ML_SAYS_DISCLAIMER = 1 << 7,
	ML_SAYS_README = 1 << 8,
	ML_SAYS_CARD = 1 << 9,
	ML_SAYS_WEIGHTS = 1 << 10,
	ML_SAYS_CODE = 1 << 11,
	ML_SAYS_DATA = 1 << 12,
	ML_SAYS_DOCS = 1 << 13,
	ML_SAYS_THIRD = 1 << 14, /* third party: somebody else's terms */
	ML_SAYS_ABOUT = 1 << 15, /* a text about licenses, or a form of one: header, checker, plate, template */
	ML_SAYS_TENSOR = 1 << 16, /* names a file of weights: pytorch, adapter, consolidated */
};

struct ml_name {
	struct ml_span base;  /* the last name of the path */
	struct ml_span stem;  /* without the extension */
	struct ml_span ext;   /* without the dot; absent for ML_NAME_NONE */
	enum ml_name_kind kind;
	uint32_t ext_says;    /* what the extension says as words, where it is in no table (a set of enum ml_name_says) */
	size_t words_nr;      /* of the stem */
	bool cut;             /* more than ML_NAME_WORDS */
	char words[ML_NAME_WORDS][ML_NAME_WORD]; /* lower case, NUL-terminated */
	uint32_t says[ML_NAME_WORDS]; /* set of enum ml_name_says */
	uint32_t all;         /* of all words together */
};

/*
 * Base, stem, extension and kind; no words yet. Cheap: for every path of a tree. last: that of the path before, most often the same
 * ({0} for the first), or NULL.
 */
void ml_name_open(struct ml_name *name, struct ml_span path, struct ml_name_ext *last);
/* The words of the stem. */
void ml_name_split(struct ml_name *name);
/* The first of them alone, for names that would say something with it. */
void ml_name_begin(struct ml_name *name);
/* What the words of a folder's name say together (a set of enum ml_name_says). */
uint32_t ml_name_says_of(struct ml_span text);
/* What letters that have no word borders say (许可协议, ライセンス): same set. */
uint32_t ml_name_says_wide(struct ml_span text);
/* The folder that holds path: its last name, absent at the root. */
struct ml_span ml_name_folder(struct ml_span path);
/* Takes the next name off the front of *path; false at its end. */
bool ml_name_next(struct ml_span *path, struct ml_span *part);
/* The language that words[i] (with words[i + 1] as its region) names, or NULL. */
const char *ml_name_language(const struct ml_name *name, size_t i);
/* The language that a folder's whole name names, or NULL; *region: it names a region or script too (zh-CN). */
const char *ml_name_folder_language(struct ml_span folder, bool *region);
