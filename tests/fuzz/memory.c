#include "tests/fuzz/memory.h"

#include <stdlib.h>
#include <string.h>

#include "lint/source/tree_p.h"
#include "lint/text/utf8.h"

struct ml_patterns *fuzz_patterns(void)
{
	static struct ml_patterns *patterns;
	if (!patterns)
		patterns = ml_patterns_new();
	return patterns;
}

void fuzz_open(struct fuzz_memory *m)
{
	memset(m, 0, sizeof *m);
	m->arena = ml_arena_new();
	m->scratch = ml_arena_new();
	m->tree = (struct ml_tree){
		.kind = ML_SOURCE_FOLDER, .given = ".", .root = "/heron", .name = "heron-7b", .owner = "marsh", .files = m->files
	};
	m->facts.arena = m->arena;
	m->facts.tree = &m->tree;
	m->facts.knowledge = &ml_builtin_knowledge;
	m->facts.patterns = fuzz_patterns();
}

void fuzz_close(struct fuzz_memory *m)
{
	ml_arena_free(m->scratch);
	ml_arena_free(m->arena);
}

struct ml_file *fuzz_file(struct fuzz_memory *m, const char *path, struct ml_span bytes)
{
	size_t at = m->tree.files_nr;
	if (at == FUZZ_FILES || !ml_path_safe(ml_span_of(path)))
		return NULL;
	while (at && strcmp(m->files[at - 1].path, path) >= 0)
		if (!strcmp(m->files[--at].path, path))
			return NULL;
	memmove(m->files + at + 1, m->files + at, (m->tree.files_nr++ - at) * sizeof *m->files);
	struct ml_file *file = &m->files[at];
	*file = (struct ml_file){ .path = path, .size = bytes.len, .state = ML_FILE_READ, .bytes = bytes, .tracked = true };
	file->role = ml_role_of(ml_span_of(path));
	file->outside = ml_role_outside(ml_span_of(path));
	ml_file_take_text(m->arena, file);
	return file;
}

void fuzz_judge(struct ml_result *out, struct fuzz_memory *m)
{
	struct ml_check_options check = { .heed = true, .today = "2026-01-01" };
	struct ml_verdict *verdict = ml_arena_alloc(m->arena, sizeof *verdict);
	struct ml_error err = { 0 };
	struct ml_facts *facts;
	if (ml_facts_collect(&facts, m->arena, m->scratch, &m->tree, &ml_builtin_knowledge, fuzz_patterns(), &err) ||
	    ml_check_run(verdict, facts, ml_rules, &check, &err))
		abort();
	*out = (struct ml_result){ facts, verdict };
}

void fuzz_hold_plain(struct ml_span text)
{
	if (!ml_utf8_valid(text, NULL))
		abort();
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i], next = i + 1 < text.len ? (unsigned char)text.at[i + 1] : 0;
		unsigned char third = i + 2 < text.len ? (unsigned char)text.at[i + 2] : 0;
		if ((c < ' ' && c != '\n' && c != '\t') || c == 0x7f || (c == 0xc2 && next < 0xa0))
			abort();
		/* U+202A to U+202E, U+2066 to U+2069. */
		if (c == 0xe2 && ((next == 0x80 && third >= 0xaa && third <= 0xae) || (next == 0x81 && third >= 0xa6 && third <= 0xa9)))
			abort();
	}
}
