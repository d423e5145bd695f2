#include "rules/gen/gen.h"

#include <inttypes.h>

#include "lint/knowledge/clause_words.h"
#include "lint/knowledge/terms.h"

#define TERMS_MAX (8u << 20) /* bytes of the table written */

static void write_field(struct ml_buf *out, const char *name, const char *text)
{
	ml_buf_addf(out, ".%s = ", name);
	gen_literal_c(out, text);
	ml_buf_adds(out, ", ");
}

static void write_term(struct ml_buf *out, const struct ml_term_info *info)
{
	ml_buf_addf(out, "\t[%d] = { .id = %d, .osd_failed = 0x%x, .contradicts = %d, .below_license = %d, .freedoms = 0x%x, ",
		    (int)info->id, (int)info->id, info->osd_failed, info->contradicts, info->below_license, info->freedoms);
	write_field(out, "title", info->title);
	write_field(out, "summary", info->summary);
	write_field(out, "why", info->why);
	write_field(out, "ai_act", info->ai_act);
	write_field(out, "source", info->source);
	ml_buf_adds(out, "},\n");
}

/* Without its words: those stand in the trees of words. */
static void write_clause(struct ml_buf *out, struct gen_pack *pack, const struct ml_clause *clause)
{
	ml_buf_addf(out, "\t{ .term = (enum ml_term_id)%d,", (int)clause->term);
	gen_packed_field(out, pack, "language", clause->language);
	gen_packed_field(out, pack, "pattern", clause->pattern);
	gen_packed_list(out, pack, "unless", clause->unless, clause->unless_nr);
	gen_packed_field(out, pack, "value", clause->value);
	ml_buf_addf(out, " .near = %u, .where = %u, .grants = %d, .yields = %d },\n", clause->near, clause->where, clause->grants, clause->yields);
}

static void write_clauses(struct ml_buf *out, struct ml_arena *arena, const struct ml_terms_loaded *loaded)
{
	struct gen_pack pack;

	gen_pack_init(&pack, arena);
	ml_buf_adds(out, "static const struct ml_clause gen_clauses[] = {\n");
	for (size_t i = 0; i < loaded->clauses_nr; i++)
		write_clause(out, &pack, &loaded->clauses[i]);
	ml_buf_adds(out, "};\n");
	gen_pack_write(out, &pack, "clause", loaded->clauses_nr);
	gen_pack_release(&pack);
}

static void write_numbers(struct ml_buf *out, const char *type, const char *name, const char *of, const void *numbers, size_t nr, size_t size)
{
	ml_buf_addf(out, "static const %s %s_%s[] = {", type, name, of);
	for (size_t i = 0; i < nr; i++) {
		uint64_t number = size == sizeof(uint64_t) ? ((const uint64_t *)numbers)[i] : ((const uint32_t *)numbers)[i];
		ml_buf_addf(out, "%s0x%" PRIx64 ",", i % 16 ? " " : "\n\t", number);
	}
	ml_buf_adds(out, nr ? "\n};\n" : " 0 };\n");
}

static void write_branches(struct ml_buf *out, const char *name, const struct ml_word_index *index)
{
	ml_buf_addf(out, "static const struct ml_word_branch %s_branches[] = {\n", name);
	for (size_t i = 0; i < index->branches_nr; i++) {
		const struct ml_word_branch *b = &index->branches[i];
		ml_buf_addf(out, "\t{ %u, %u, %u, %u, %u, %u },\n", b->label, b->len, b->child, b->sibling, b->word, b->closed);
	}
	ml_buf_addf(out, "};\nstatic const struct ml_clause_words %s_clauses[] = {\n", name);
	for (size_t i = 0; i < index->clauses_nr; i++)
		ml_buf_addf(out, "\t{ %u, %u, %u },\n", index->clauses[i].before, index->clauses[i].after, index->clauses[i].also);
	ml_buf_adds(out, "};\n");
}

/* The tree of words of the clauses for one kind of text: what ml_word_index_new makes of them. */
static void write_words(struct ml_buf *out, struct ml_arena *arena, const struct ml_terms_loaded *loaded, unsigned where, const char *name)
{
	const struct ml_word_index *index = ml_word_index_new(arena, arena, loaded->clauses, loaded->clauses_nr, where);

	write_branches(out, name, index);
	write_numbers(out, "uint64_t", name, "sets", index->sets, index->sets_nr * ml_word_set_size(index), sizeof(uint64_t));
	write_numbers(out, "uint32_t", name, "first", index->first, index->words_nr + 2, sizeof(uint32_t));
	write_numbers(out, "uint32_t", name, "triggered", index->triggered, index->triggered_nr, sizeof(uint32_t));
	write_numbers(out, "uint32_t", name, "roots", index->roots, ML_WORD_ROOTS, sizeof(uint32_t));
	ml_buf_addf(out, "static const char %s_letters[] = ", name);
	gen_literal(out, (struct ml_span){ index->letters, index->letters_nr });
	ml_buf_addf(out, ";\nstatic const struct ml_word_index %s = {\n\t.words_nr = %u, .branches_nr = %u, .letters_nr = %u, .sets_nr = %u, .clauses_nr = %u,"
			 " .triggered_nr = %u,\n", name, index->words_nr, index->branches_nr, index->letters_nr, index->sets_nr, index->clauses_nr, index->triggered_nr);
	ml_buf_addf(out, "\t.letters = %s_letters, .branches = %s_branches, .sets = %s_sets, .clauses = %s_clauses, .first = %s_first,"
			 " .triggered = %s_triggered, .roots = %s_roots\n};\n", name, name, name, name, name, name, name);
}

int gen_terms(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err)
{
	struct ml_terms_loaded loaded;
	const struct ml_node *root;
	struct ml_buf out;

	if (args_nr != 2)
		return ml_error_set(err, ML_ERROR_USAGE, "usage: mlint_gen terms OUT.inc terms.yml");
	if (gen_read_yaml(&root, arena, args[1], err) || ml_terms_load(&loaded, arena, args[1], root, err))
		return -1;
	ml_buf_init(&out, TERMS_MAX);
	ml_buf_addf(&out, "/* Made by mlint_gen from %s: do not edit. */\nstatic const struct ml_term_info gen_terms[ML_TERM_NR] = {\n",
		    "rules/knowledge/terms.yml");
	for (size_t i = 0; i < ML_TERM_NR; i++)
		write_term(&out, &loaded.terms[i]);
	ml_buf_adds(&out, "};\n");
	write_clauses(&out, arena, &loaded);
	write_words(&out, arena, &loaded, ML_CLAUSE_LICENSE, "gen_license_words");
	write_words(&out, arena, &loaded, ML_CLAUSE_PROSE, "gen_prose_words");
	int status = gen_write(args[0], &out, err);
	ml_buf_release(&out);
	return status;
}
