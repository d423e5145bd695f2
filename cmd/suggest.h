/* "did you mean": the known word that is nearest to what was typed. */
#pragma once

#include <stddef.h>

#define SUGGEST_WORD_MAX 64 /* longer words are near to none */

struct suggestion {
	const char *typed;
	const char *best; /* NULL while nothing is near */
	size_t distance;
	char hint[SUGGEST_WORD_MAX + 32];
};

/* Offers one known word; ASCII case does not count. Of equally near ones the first stays. */
void suggest(struct suggestion *suggestion, const char *known);
/* "; did you mean '--format'?", with before ("--") in front of the word; "" where nothing is near. Lives in the suggestion. */
const char *suggest_hint(struct suggestion *suggestion, const char *before);
