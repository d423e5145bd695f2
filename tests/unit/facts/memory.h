/* A tree built in memory, and the facts of it: what the tests of lint/facts start from. */
#pragma once

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "lint/facts/parts.h"
#include "rules/registry.h"

struct memory {
	struct ml_arena *arena;
	struct ml_arena *scratch;
	struct ml_patterns *patterns;
	struct ml_tree tree;
	struct ml_file files[32];
	struct ml_facts *facts;
};

static inline void memory_open(struct memory *m)
{
	*m = (struct memory){ .arena = ml_arena_new(), .scratch = ml_arena_new(), .patterns = ml_patterns_new() };
	m->tree = (struct ml_tree){ .kind = ML_SOURCE_FOLDER, .given = ".", .root = "/heron", .name = "heron-7b", .owner = "marsh", .files = m->files };
	m->facts = ml_arena_alloc(m->arena, sizeof(*m->facts));
	m->facts->arena = m->arena;
	m->facts->tree = &m->tree;
	m->facts->knowledge = &ml_builtin_knowledge;
	m->facts->patterns = m->patterns;
}

static inline void memory_close(struct memory *m)
{
	ml_patterns_free(m->patterns);
	ml_arena_free(m->scratch);
	ml_arena_free(m->arena);
}

/* Files are given in order of path. */
static inline struct ml_file *memory_file(struct memory *m, const char *path, const char *text)
{
	struct ml_file *file = &m->files[m->tree.files_nr++];

	*file = (struct ml_file){ .path = path, .size = strlen(text), .state = ML_FILE_READ, .tracked = true };
	file->role = ml_role_of(ml_span_of(path));
	file->outside = ml_role_outside(ml_span_of(path));
	file->bytes = file->text = ml_span_of(text);
	return file;
}

static inline struct ml_card *memory_card(struct memory *m, const char *text)
{
	struct ml_card *card = ml_arena_alloc(m->arena, sizeof(*card));
	struct ml_file *file = memory_file(m, "README.md", text);

	ml_card_read(card, m->arena, m->scratch, file);
	card->primary = true;
	m->facts->cards = m->facts->card = card;
	m->facts->cards_nr = 1;
	return card;
}

/* All facts of the tree, as a scan collects them. */
static inline void memory_collect(struct memory *m)
{
	struct ml_error err = { 0 };

	cr_assert_eq(ml_facts_collect(&m->facts, m->arena, m->scratch, &m->tree, &ml_builtin_knowledge, m->patterns, &err), 0, "%s", err.text);
}
