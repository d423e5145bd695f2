/*
 * Licenses by id, name, address. The look-ups read one table sorted by hash
 * that the build makes, so that nothing is done at start-up.
 */
#pragma once

#include "lint/base/arena.h"
#include "lint/base/error.h"
#include "lint/base/node.h"
#include "lint/knowledge/knowledge.h"

/* The license of that exact id (ours, hub or SPDX id, ASCII case folded), or NULL. */
const struct ml_license *ml_license_by_id(const struct ml_knowledge *knowledge, struct ml_span id);

/*
 * The license of a name as people write it: an id, "Apache 2.0", "Apache License, Version 2.0", "Llama 2 Community License Agreement",
 * "CC BY-NC 4.0", "MIT 协议". Compared as normalized words without "the", "license", "licence", "agreement", "version", "v". NULL: unknown.
 * exact_id says whether the text already was the id, byte for byte.
 */
const struct ml_license *ml_license_by_name(const struct ml_knowledge *knowledge, struct ml_span name, bool *exact_id);
/* The license of an address (opensource.org/licenses/MIT, creativecommons.org/licenses/by/4.0/, ai.google.dev/gemma/terms …), or NULL. */
const struct ml_license *ml_license_by_url(const struct ml_knowledge *knowledge, struct ml_span url);

/* The license of the knowledge that already has an id, a name or an address of candidate, which *what is then; or NULL. */
const struct ml_license *ml_license_shared(const struct ml_knowledge *knowledge, const struct ml_license *candidate, const char **what);

/*
 * License names that occur in a sentence ("code is MIT, weights under CC BY-NC 4.0"): the longest known name at each place.
 * Needs a word border, and for names that are common words (MIT, BSD, Zed, "other") the letters as their owner writes them
 * and, for the most common ones, "license" or a like word near, or told: the place is known to be about licenses, as below a heading that
 * says so. Then a name of one word that goes on in capitals ("MIT Press") is none. Gives the next from *at, or false.
 */
struct ml_license_mention {
	const struct ml_license *license;
	size_t from, to; /* offsets in the text */
};
bool ml_license_mention_next(const struct ml_knowledge *knowledge, struct ml_span text, size_t *at,
			     struct ml_license_mention *mention, bool told);

/* Loads the "licenses:" list of one YAML file. Fails with file and line on unknown keys, terms, a missing source or id. */
int ml_licenses_load(struct ml_license **out, size_t *nr, struct ml_arena *arena, const char *path, const struct ml_node *root,
		     struct ml_error *err);

/* Whether a name is made of a few words that any license may be called by ("model license", "community license"): it names none. */
bool ml_license_name_is_generic(struct ml_span name);

/* Whether it is one certain license: known, no mere family ("llama"), nothing that stands for any ("other"). NULL is not. */
bool ml_license_is_certain(const struct ml_license *license);
/* Whether the term is among those that the knowledge lists. NULL has none. */
bool ml_license_has(const struct ml_license *license, enum ml_term_id term);
/* Whether it is copyleft that takes no further restrictions (GPL-3.0 section 10). */
bool ml_license_bars_restrictions(const struct ml_license *license);
/* Order by id, for qsort and bsearch over licenses. */
int ml_license_cmp(const void *a, const void *b);

/* The word of the YAML for a class, and for a verdict on the Open Source Definition. */
const char *ml_license_class_name(enum ml_license_class class);
const char *ml_license_osd_name(enum ml_osd osd);
/* The words of the YAML for reach, place and how much a phrase is asked for. */
const char *ml_duty_reach_name(enum ml_duty_reach reach);
const char *ml_duty_place_name(enum ml_duty_place place);
const char *ml_phrase_duty_name(enum ml_phrase_duty duty);
const char *ml_phrase_act_name(enum ml_phrase_act act);

/* What a row of the table of names is. */
enum ml_name_flag {
	ML_NAME_PROSE = 1, /* stands alone in prose; else it needs "license" or a like word in it or behind it */
	ML_NAME_CASE = 2,  /* one word: counts in prose only as its owner writes it, in a sentence about licensing */
};
struct ml_name {
	uint64_t hash;    /* of kind and normalized words, or of kind and bytes */
	uint32_t exact;   /* of ML_NAME_CASE: hash of the bytes as written */
	uint16_t license; /* index into knowledge->licenses */
	uint8_t words;    /* normalized words; 0 for ids and addresses */
	uint8_t flags;
};
#define ML_NAMES_BEGIN 2048 /* 64-bit words of the filter */
struct ml_names {
	const struct ml_name *at; /* in order of hash */
	size_t nr;
	const uint64_t *begin;    /* a bit for each hash, modulo its size, of a name's first word, its first two words, and so on */
};
/*
 * Makes the table for licenses in order of id. Fails where an id, a name or an address is of two licenses.
 */
int ml_names_make(struct ml_names *out, struct ml_arena *arena, const struct ml_license *licenses, size_t nr, struct ml_error *err);
