/* Tables of sentences of a card of Heron-7B, and of what each claims. */
#pragma once

#include "tests/unit/facts/claims.h"

struct expected {
	const char *text;
	int stance; /* enum ml_stance of its first claim of the kind; -1: it has no claim at all */
	enum ml_claim_kind kind;
	enum ml_subject subject; /* ML_SUBJECT_NR: any */
	bool first;              /* the sentence stands right below the title */
};

static inline void expected_claim(const struct expected *e, const struct ml_claim_fact *claim)
{
	if (!claim) {
		cr_expect_fail("'%s' claims %s", e->text, ml_claim_kind_name(e->kind));
		return;
	}
	cr_expect_eq((int)claim->stance, e->stance, "'%s' is %s (%s)", e->text, ml_stance_name(claim->stance), claim->step);
	cr_expect(e->subject == ML_SUBJECT_NR || claim->subject == e->subject, "'%s' speaks of the %s", e->text, ml_subject_name(claim->subject));
	cr_expect(claim->step && *claim->step, "'%s' was decided by no step", e->text);
}

static inline void expected_check(const struct expected *e)
{
	struct memory m;
	struct ml_claim_fact *claims;
	size_t nr, i = 0;

	claims_of_sentence(&m, (struct claims_around){ "Heron-7B", .weights = true, .first = e->first }, e->text, &claims, &nr);
	if (e->stance < 0) {
		cr_expect_eq(nr, 0, "'%s' is no claim, but %s decided", e->text, nr ? claims[0].step : "");
	} else {
		while (i < nr && claims[i].kind != e->kind)
			i++;
		expected_claim(e, i < nr ? &claims[i] : NULL);
	}
	memory_close(&m);
}

#define EXPECTED_CHECK(table) \
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) \
		expected_check(&table[i])
