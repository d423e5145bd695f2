/* What tests of claims share: sentences and documents in, claims out. */
#pragma once

#include "tests/unit/facts/memory.h"

/* Where a sentence stands. */
struct claims_around {
	const char *title;
	bool weights; /* lie beside the card */
	bool first;   /* right below the title, where a document introduces itself; else under headings of its own, where nothing is believed for its place */
};

/* The claims of a card. */
static inline void claims_of(struct memory *m, const char *text, bool weights, struct ml_claim_fact **claims, size_t *nr)
{
	memory_open(m);
	struct ml_card *card = memory_card(m, text);
	if (weights)
		memory_file(m, "model.safetensors", "");
	ml_declared_of_card(m->facts, card);
	ml_identity_collect(m->facts);
	ml_claims_of_card(claims, nr, m->arena, m->facts, card);
}

static inline void claims_of_sentence(struct memory *m, struct claims_around around, const char *sentence, struct ml_claim_fact **claims, size_t *nr)
{
	char text[2048];

	snprintf(text, sizeof text, "# %s\n\n%s%s\n", around.title, around.first ? "" : "A bird.\n\n## Use\n\nWords.\n\n### More\n\n", sentence);
	claims_of(m, text, around.weights, claims, nr);
}

/* Whether the repository says something of itself there. */
static inline void claims_expect_own(struct claims_around around, const char *sentence, bool expected)
{
	struct memory m;
	struct ml_claim_fact *claims;
	size_t nr, own = 0;

	claims_of_sentence(&m, around, sentence, &claims, &nr);
	while (own < nr && !ml_stance_is_own(claims[own].stance))
		own++;
	cr_expect_eq(own < nr, expected, "'%s' is %s (%s)", sentence, own < nr ? "own" : "none", nr ? claims[own < nr ? own : 0].step : "no claim");
	memory_close(&m);
}

/* Tables of sentences, and whether each says something of the repository itself; behind the table where they stand (struct claims_around). */
struct owned {
	bool own;
	const char *text;
};
#define OWNED_CHECK(table, ...) \
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) \
		claims_expect_own((struct claims_around){ __VA_ARGS__ }, table[i].text, table[i].own)
