/* What tables of sentences below "License" are checked with. */
#pragma once

#include "tests/unit/facts/memory.h"

struct limit {
	bool own;
	const char *text;
};

/* Opens m; *out: the statements of a card with that text, in a repository with those names. Returns how many. */
static inline size_t stated(struct ml_statement **out, struct memory *m, const char *const *names, size_t names_nr, const char *text)
{
	size_t nr;

	memory_open(m);
	m->facts->identity = names;
	m->facts->identity_nr = names_nr;
	ml_statements_of_card(out, &nr, m->arena, m->facts, memory_card(m, text));
	return nr;
}

/* Whether an own statement of the card has terms. */
static inline bool limits(const char *heading, const char *sentence)
{
	static const char *const names[] = { "heron" };
	struct ml_statement *out = NULL;
	struct memory m;
	char text[1024];
	size_t own = 0;

	snprintf(text, sizeof text, "# Heron\n\nA bird.\n\n## %s\n\n%s\n", heading, sentence);
	size_t nr = stated(&out, &m, names, 1, text);
	for (size_t i = 0; i < nr; i++)
		own += out[i].stance == ML_STANCE_OWN && out[i].terms_nr > 0;
	memory_close(&m);
	return own > 0;
}

static inline void check_limits(const char *heading, const struct limit *table, size_t nr)
{
	for (size_t i = 0; i < nr; i++)
		cr_expect_eq(limits(heading, table[i].text), table[i].own, "'%s' is %s", table[i].text, table[i].own ? "not heard" : "heard");
}
#define CHECK(table) check_limits("License", table, sizeof table / sizeof *table)
