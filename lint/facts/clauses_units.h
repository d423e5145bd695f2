/*
 * The sentences of a license: joined over wrapped lines, kept apart at
 * paragraphs and list items, and each item tied to the words that lead in to it
 * ("You may not:" ... "(b) sell it").
 */
#pragma once

#include "lint/facts/clauses_fold.h"

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

/* source: valid UTF-8. Everything lives in arena. */
void ml_units_split(struct ml_units *out, struct ml_arena *arena, struct ml_span source);

/* What a line begins with. */
enum ml_marker_kind {
	ML_MARKER_NONE,
	ML_MARKER_BULLET,  /* - * + and typographic ones */
	ML_MARKER_NUMBER,  /* 3. 3) (3) */
	ML_MARKER_DOTTED,  /* 3.2 or 3.2.1 */
	ML_MARKER_LETTER,  /* (b) b) b. */
	ML_MARKER_ROMAN,   /* (iv) iv. */
	ML_MARKER_HAN,     /* Chinese numbering: signs of the list of numerals before a comma sign, in brackets, or an article number */
	ML_MARKER_HEADING, /* # */
};
struct ml_marker {
	enum ml_marker_kind kind;
	char shape;   /* the sign that closes it, or the bullet itself: "3." and "3)" are different lists */
	char letter;  /* of LETTER and of a one-letter ROMAN, lower case; '1' of NUMBER one */
	size_t len;   /* bytes, with the blank behind it */
};
/* Reads the marker at the start of a line (without its indentation). */
struct ml_marker ml_marker_read(struct ml_span line);
