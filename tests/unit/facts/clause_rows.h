/* Rows of a text and the terms that its clauses tell, for the tests of clauses. */
#pragma once

#include "lint/facts/clauses.h"

#include <criterion/criterion.h>

#include "lint/base/buf.h"
#include "rules/registry.h"
#include "tests/unit/facts/memory.h"

static struct memory m;

static void set_up(void)
{
	memory_open(&m);
}

static void tear_down(void)
{
	memory_close(&m);
}

/* The names of the terms found, each once, in the order of terms.def. */
static const char *terms_in(const char *text, unsigned where)
{
	struct ml_clause_reader *reader = ml_clause_reader_of(&ml_builtin_knowledge, m.patterns, where);
	struct ml_clause_hits hits;
	struct ml_buf buf;

	ml_clauses_find(&hits, reader, m.arena, ml_span_of(text));
	ml_buf_init(&buf, 4096);
	for (size_t i = 0; i < hits.nr; i++)
		if (i == 0 || hits.at[i].term != hits.at[i - 1].term)
			ml_buf_addf(&buf, "%s%s", buf.len ? " " : "", ml_term_name(hits.at[i].term));
	const char *names = ml_arena_dup(m.arena, ml_buf_span(&buf));
	ml_buf_release(&buf);
	return names;
}

struct row {
	const char *text, *terms;
};

static void check(const struct row *rows, size_t nr, unsigned where)
{
	for (size_t i = 0; i < nr; i++) {
		const char *found = terms_in(rows[i].text, where);
		cr_expect_str_eq(found, rows[i].terms, "found '%s', not '%s' in: %s", found, rows[i].terms, rows[i].text);
	}
}
#define CHECK(rows, where) check(rows, sizeof(rows) / sizeof *(rows), where)
