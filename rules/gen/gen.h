/*
 * mlint_gen: the build-time compiler. It reads pages and YAML with the loaders
 * that the program itself uses for users' files, checks them, and writes const
 * tables for rules/builtin.c to include. What is wrong stops the build with file and line.
 *
 *     mlint_gen licenses OUT.inc FILE.yml...     static const struct ml_license gen_licenses[], struct ml_names gen_names
 *     mlint_gen terms    OUT.inc terms.yml       gen_terms[], gen_clauses[]
 *     mlint_gen claims   OUT.inc FILE.yml...     gen_claims
 *     mlint_gen models   OUT.inc FILE.yml...     gen_models
 *     mlint_gen datasets OUT.inc FILE.yml...     gen_datasets
 *     mlint_gen openness OUT.inc FILE.yml...     gen_openness
 *     mlint_gen layout   OUT.inc layout.yml       gen_layout
 *     mlint_gen lists    OUT.inc FILE.yml...     gen_lists[]
 *     mlint_gen patterns OUT.inc terms.yml LISTS.yml... - OPENNESS.yml...    gen_patterns
 *     mlint_gen phrases  OUT.inc CLAIMS.yml... - LISTS.yml... - OPENNESS.yml...    gen_phrases
 *     mlint_gen rules    OUT.inc PAGE.md...      gen_rules[]
 *     mlint_gen index    OUT.idx --spdx DIR [--corpus DIR]    the run index (by hand; its result is committed)
 */
#pragma once

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/base/error.h"
#include "lint/base/node.h"

/* args: what follows the command's name. Each returns 0, or -1 with *err set. */
int gen_licenses(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err);
int gen_terms(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err);
int gen_claims(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err);
int gen_models(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err);
int gen_datasets(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err);
int gen_openness(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err);
int gen_layout(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err);
int gen_lists(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err);
int gen_patterns(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err);
int gen_phrases(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err);
int gen_rules(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err);
int gen_index(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err);

/* The bytes of a file (NUL-terminated behind them), whole. */
int gen_read(struct ml_span *out, struct ml_arena *arena, const char *path, struct ml_error *err);
/* The YAML of a file; a fault in it is an error with file and line. */
int gen_read_yaml(const struct ml_node **out, struct ml_arena *arena, const char *path, struct ml_error *err);
/* Writes a file whole or not at all. */
int gen_write(const char *path, const struct ml_buf *buf, struct ml_error *err);
/* A C string literal, or NULL for the absent span. Long texts are cut into adjacent literals. */
void gen_literal(struct ml_buf *out, struct ml_span text);
void gen_literal_c(struct ml_buf *out, const char *text); /* of a C string; NULL writes NULL */

/* Of claims.c, lists.c (ML_LIST_NR of them) and openness.c: what their files hold. */
struct ml_claims_knowledge;
struct ml_list;
struct ml_openness;
int gen_load_claims(struct ml_claims_knowledge *out, struct ml_arena *arena, char **paths, size_t paths_nr, struct ml_error *err);
int gen_load_lists(struct ml_list *lists, struct ml_arena *arena, char **paths, size_t paths_nr, struct ml_error *err);
int gen_load_openness(struct ml_openness *out, struct ml_arena *arena, char **paths, size_t paths_nr, struct ml_error *err);

/* scans.c: a scan as the table gen_NAME. */
struct ml_scan;
void gen_scan(struct ml_buf *out, const char *name, const struct ml_scan *scan);

/*
 * packed.c: rows of a table without pointers (lint/base/packed.h). The texts and lists of its rows are gathered while these are written;
 * then gen_pack_write writes them: struct ml_packed gen_NAME_packed.
 */
struct gen_pack {
	struct ml_arena *arena;
	struct ml_buf letters;
	uint32_t *slots; /* of the texts by their hash: where in the letters they stand */
	size_t slots_nr, used;
	uint32_t *texts;
	size_t texts_nr, texts_cap;
};
void gen_pack_init(struct gen_pack *pack, struct ml_arena *arena);
void gen_pack_release(struct gen_pack *pack);
/* " .FIELD = TEXT,"; " .FIELD = LIST, .FIELD_nr = NR,". Nothing for none. */
void gen_packed_field(struct ml_buf *out, struct gen_pack *pack, const char *field, const char *text);
void gen_packed_list(struct ml_buf *out, struct gen_pack *pack, const char *field, const char *const *list, size_t nr);
/* Puts a list among the texts, NULL as 0; returns its number. */
uint32_t gen_packed_texts(struct gen_pack *pack, const char *const *list, size_t nr);
void gen_pack_write(struct ml_buf *out, const struct gen_pack *pack, const char *name, size_t rows_nr);
/* Writes the file with what put writes of a table, packed. */
int gen_packed_write(const char *path, struct ml_arena *arena, void (*put)(struct ml_buf *out, struct gen_pack *pack, const void *table),
		     const void *table, struct ml_error *err);

/* models.c, for datasets.c too: the tables gen_WHAT_names and gen_WHAT_heads. */
struct ml_release_name;
struct ml_release_heads;
void gen_release_names(struct ml_buf *out, const char *what, const struct ml_release_name *names, size_t nr);
void gen_release_heads(struct ml_buf *out, const char *what, const struct ml_release_heads *heads);
