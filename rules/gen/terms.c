#include "rules/gen/gen.h"

#include "lint/knowledge/terms.h"

#define TERMS_MAX (8u << 20) /* bytes of the table written */

static void write_strings(struct ml_buf *out, const char *const *strings, size_t nr)
{
	if (!nr) {
		ml_buf_adds(out, "NULL, 0");
		return;
	}
	ml_buf_adds(out, "(const char *const[]){ ");
	for (size_t i = 0; i < nr; i++) {
		gen_literal_c(out, strings[i]);
		ml_buf_adds(out, ", ");
	}
	ml_buf_addf(out, "}, %zu", nr);
}

static void write_field(struct ml_buf *out, const char *name, const char *text)
{
	ml_buf_addf(out, ".%s = ", name);
	gen_literal_c(out, text);
	ml_buf_adds(out, ", ");
}

static void write_term(struct ml_buf *out, const struct ml_term_info *info)
{
	ml_buf_addf(out, "\t[%d] = { .id = %d, .osd_failed = 0x%x, .contradicts = %d, ", (int)info->id, (int)info->id, info->osd_failed,
		    info->contradicts);
	write_field(out, "title", info->title);
	write_field(out, "summary", info->summary);
	write_field(out, "why", info->why);
	write_field(out, "source", info->source);
	ml_buf_adds(out, "},\n");
}

static void write_clause(struct ml_buf *out, const struct ml_clause *clause)
{
	ml_buf_addf(out, "\t{ %d, ", (int)clause->term);
	gen_literal_c(out, clause->language);
	ml_buf_adds(out, ", ");
	write_strings(out, clause->triggers, clause->triggers_nr);
	ml_buf_adds(out, ", ");
	write_strings(out, clause->before, clause->before_nr);
	ml_buf_adds(out, ", ");
	write_strings(out, clause->after, clause->after_nr);
	ml_buf_adds(out, ", ");
	write_strings(out, clause->also, clause->also_nr);
	ml_buf_addf(out, ", %u, %u, %d, %d, ", clause->near, clause->where, clause->grants, clause->yields);
	gen_literal_c(out, clause->pattern);
	ml_buf_adds(out, ", ");
	write_strings(out, clause->unless, clause->unless_nr);
	ml_buf_adds(out, ", ");
	gen_literal_c(out, clause->value);
	ml_buf_adds(out, " },\n");
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
	ml_buf_adds(&out, "};\nstatic const struct ml_clause gen_clauses[] = {\n");
	for (size_t i = 0; i < loaded.clauses_nr; i++)
		write_clause(&out, &loaded.clauses[i]);
	ml_buf_adds(&out, "};\n");
	int status = gen_write(args[0], &out, err);
	ml_buf_release(&out);
	return status;
}
