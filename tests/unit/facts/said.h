/* Tables of sentences of a card of Heron-7B, and of which part each says that it is open source. */
#pragma once

#include "tests/unit/facts/claims.h"

struct said {
	const char *text;
	int subject; /* enum ml_subject of an own claim; -1: none is its own */
};

static inline int said_subject(const struct ml_claim_fact *claims, size_t nr)
{
	for (size_t i = 0; i < nr; i++)
		if (ml_stance_is_own(claims[i].stance) && (claims[i].kind == ML_CLAIM_OPEN_SOURCE || claims[i].kind == ML_CLAIM_FULLY_OPEN))
			return (int)claims[i].subject;
	return -1;
}

static inline void said_check(const struct said *said, bool first)
{
	struct memory m;
	struct ml_claim_fact *claims;
	size_t nr;

	claims_of_sentence(&m, (struct claims_around){ "Heron-7B", .weights = true, .first = first }, said->text, &claims, &nr);
	int subject = said_subject(claims, nr);
	cr_expect_eq(subject, said->subject, "'%s' is %s (%s)", said->text, subject < 0 ? "of none" : ml_subject_name((enum ml_subject)subject),
		     nr ? claims[0].step : "no claim");
	memory_close(&m);
}

#define SAID_CHECK(table) \
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) \
		said_check(&table[i], false)

/* Right below the title, where a document introduces itself. */
#define SAID_CHECK_FIRST(table) \
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) \
		said_check(&table[i], true)
