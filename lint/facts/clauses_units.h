/*
 * The sentences of a license: joined over wrapped lines, kept apart at
 * paragraphs and list items, and each item tied to the words that lead in to it
 * ("You may not:" ... "(b) sell it").
 */
#pragma once

#include "lint/facts/clauses_fold.h"
#include "lint/knowledge/knowledge.h"

#define ML_UNIT_BYTES 1600u /* a longer sentence is cut at a semicolon or comma into parts, the first leading in to the others */

struct ml_unit {
	uint32_t from, to;           /* stretch of the folded text */
	uint32_t lead;               /* number of the unit that leads in, counted from 1; 0: none */
	uint32_t section, section_to; /* the number of its section in the folded text ("3.2"), empty where there is none */
};

struct ml_units {
	struct ml_fold fold;
	struct ml_span text; /* folded; units are separated by blanks or line ends */
	struct ml_unit *at;
	size_t nr, cap;
};

/* source: valid UTF-8. Everything lives in arena. knowledge: its lists of abbreviations and of words that lead in to items. */
void ml_units_split(struct ml_units *out, struct ml_arena *arena, const struct ml_knowledge *knowledge, struct ml_span source);
