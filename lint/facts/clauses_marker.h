/* Marks of list items and headings: "3.2", "(b)", "iv.", a bullet. */
#pragma once

#include "lint/base/span.h"

/* What a line begins with. */
enum ml_marker_kind {
	ML_MARKER_NONE,
	ML_MARKER_BULLET,  /* - * + and typographic ones, drawn signs such as ticks and crosses */
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
