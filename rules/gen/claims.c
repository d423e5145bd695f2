/* mlint_gen claims: the lexicons and rows of all languages as const tables. */
#include "rules/gen/gen.h"

#include <string.h>

#include "lint/knowledge/claims.h"

#define OUT_MAX (64u << 20)

static void classes(struct ml_buf *out, const struct ml_classes *set)
{
	ml_buf_addf(out, "{{0x%llx,0x%llx}}", (unsigned long long)set->bits[0], (unsigned long long)set->bits[1]);
}

static void strings(struct ml_buf *out, const char *name, size_t id, const char *const *list, size_t nr)
{
	ml_buf_addf(out, "static const char *const %s%zu[] = {", name, id);
	for (size_t i = 0; i < nr; i++) {
		gen_literal_c(out, list[i]);
		ml_buf_addc(out, ',');
	}
	ml_buf_adds(out, "NULL};\n");
}

static void heads(struct ml_buf *out, const char *name, size_t id, const uint16_t *heads)
{
	ml_buf_addf(out, "static const uint16_t %s%zu[] = {", name, id);
	for (size_t i = 0; i < ML_CLAIM_HEADS; i++)
		ml_buf_addf(out, "%u,", heads[i]);
	ml_buf_adds(out, "};\n");
}

static void marks(struct ml_buf *out, const struct ml_claims_knowledge *claims)
{
	ml_buf_adds(out, "static const struct ml_claim_mark gen_claims_marks[] = {\n");
	for (size_t i = 0; i < claims->mark_heads[ML_CLAIM_HEADS - 1]; i++) {
		ml_buf_adds(out, "\t{");
		gen_literal_c(out, claims->marks[i].text);
		ml_buf_addf(out, ",0x%x},\n", (unsigned)claims->marks[i].languages);
	}
	ml_buf_adds(out, "\t{0}};\n");
	heads(out, "gen_claims_mark_heads", 0, claims->mark_heads);
}

static void lexemes(struct ml_buf *out, size_t id, const struct ml_claim_language *language)
{
	ml_buf_addf(out, "static const struct ml_lexeme gen_claims_lexemes%zu[] = {\n", id);
	for (size_t i = 0; i < language->lexemes_nr; i++) {
		const struct ml_lexeme *lexeme = &language->lexemes[i];
		ml_buf_adds(out, "\t{");
		gen_literal_c(out, lexeme->text);
		ml_buf_addf(out, ",%u,%d,%d,%u,", lexeme->len, lexeme->stem, lexeme->kind, lexeme->form);
		classes(out, &lexeme->classes);
		ml_buf_adds(out, "},\n");
	}
	ml_buf_adds(out, "};\n");
}

/* All slots of a language in one array; rows point into it, words of slots into arrays of their own. */
struct slots {
	struct ml_buf words, slots;
	size_t words_nr, slots_nr;
	size_t language;
};

static size_t slots_add(struct slots *to, const struct ml_slot *slots, size_t nr)
{
	size_t first = to->slots_nr;

	for (size_t i = 0; i < nr; i++) {
		const struct ml_slot *slot = &slots[i];
		ml_buf_addf(&to->slots, "\t{%u,%u,%u,%d,", slot->kind, slot->min, slot->max, slot->not);
		classes(&to->slots, &slot->classes);
		if (slot->words_nr)
			ml_buf_addf(&to->slots, ",gen_claims_words%zu+%zu,%u},\n", to->language, to->words_nr, slot->words_nr);
		else
			ml_buf_adds(&to->slots, ",NULL,0},\n");
		for (size_t w = 0; w < slot->words_nr; w++) {
			gen_literal_c(&to->words, slot->words[w]);
			ml_buf_adds(&to->words, ",\n");
		}
		to->words_nr += slot->words_nr;
		to->slots_nr++;
	}
	return first;
}

static void rows(struct ml_buf *out, size_t id, const struct ml_claim_language *language)
{
	struct slots all = { .language = id };
	struct ml_buf table;

	ml_buf_init(&all.words, OUT_MAX);
	ml_buf_init(&all.slots, OUT_MAX);
	ml_buf_init(&table, OUT_MAX);
	for (size_t i = 0; i < language->rows_nr; i++) {
		const struct ml_claim_row *row = &language->rows[i];
		size_t before = slots_add(&all, row->before, row->before_nr);
		size_t after = slots_add(&all, row->after, row->after_nr);
		ml_buf_addf(&table, "\t{%u,%u,%u,%u,%d,gen_claims_slots%zu+%zu,gen_claims_slots%zu+%zu,%u,%u,", row->step, row->stance,
			    row->kinds, row->forms, row->anywhere, id, before, id, after, row->before_nr, row->after_nr);
		gen_literal_c(&table, row->text);
		ml_buf_adds(&table, "},\n");
	}
	ml_buf_addf(out, "static const char *const gen_claims_words%zu[] = {\n", id);
	ml_buf_add_span(out, ml_buf_span(&all.words));
	ml_buf_addf(out, "NULL};\nstatic const struct ml_slot gen_claims_slots%zu[] = {\n", id);
	ml_buf_add_span(out, ml_buf_span(&all.slots));
	ml_buf_addf(out, "\t{0}};\nstatic const struct ml_claim_row gen_claims_rows%zu[] = {\n", id);
	ml_buf_add_span(out, ml_buf_span(&table));
	ml_buf_adds(out, "\t{0}};\n");
	ml_buf_release(&all.words);
	ml_buf_release(&all.slots);
	ml_buf_release(&table);
}

static void language(struct ml_buf *out, size_t id, const struct ml_claim_language *language)
{
	ml_buf_adds(out, "\t{");
	gen_literal_c(out, language->id);
	ml_buf_addc(out, ',');
	gen_literal_c(out, language->inherits);
	ml_buf_addf(out, ",%d,", language->borrows);
	gen_literal_c(out, language->script);
	ml_buf_addf(out, ",gen_claims_lexemes%zu,%zu,gen_claims_heads%zu,%zu,gen_claims_rows%zu,%zu,{", id, language->lexemes_nr, id,
		    language->marks_nr, id, language->rows_nr);
	for (size_t i = 0; i <= ML_STEP_NR; i++)
		ml_buf_addf(out, "%u,", language->steps[i]);
	ml_buf_adds(out, "}},\n");
}

static void tables(struct ml_buf *out, const struct ml_claims_knowledge *claims)
{
	ml_buf_adds(out, "/* Made by mlint_gen claims. Do not edit. */\n");
	for (size_t i = 0; i < claims->languages_nr; i++) {
		lexemes(out, i, &claims->languages[i]);
		heads(out, "gen_claims_heads", i, claims->languages[i].heads);
		rows(out, i, &claims->languages[i]);
	}
	ml_buf_adds(out, "static const struct ml_claim_language gen_claims_languages[] = {\n");
	for (size_t i = 0; i < claims->languages_nr; i++)
		language(out, i, &claims->languages[i]);
	ml_buf_adds(out, "};\n");
	marks(out, claims);
	strings(out, "gen_claims_triggers", 0, claims->triggers, claims->triggers_nr);
	strings(out, "gen_claims_classes", 0, claims->classes, claims->classes_nr);
	ml_buf_addf(out, "static const struct ml_claims_knowledge gen_claims = {gen_claims_languages,%zu,gen_claims_marks,gen_claims_mark_heads0,gen_claims_triggers0,%zu,"
		    "gen_claims_classes0,%zu};\n", claims->languages_nr, claims->triggers_nr, claims->classes_nr);
}

int gen_claims(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err)
{
	struct ml_claims_knowledge claims;
	struct ml_buf out;
	int status = -1;

	if (args_nr < 2)
		return ml_error_set(err, ML_ERROR_USAGE, "claims: needs the file to write and those to read");
	struct ml_claims_file *files = ml_arena_array(arena, struct ml_claims_file, args_nr);
	for (size_t i = 1; i < args_nr; i++) {
		files[i - 1].path = args[i];
		if (gen_read_yaml(&files[i - 1].root, arena, args[i], err))
			return -1;
	}
	if (ml_claims_load(&claims, arena, files, args_nr - 1, err))
		return -1;
	ml_buf_init(&out, OUT_MAX);
	tables(&out, &claims);
	status = gen_write(args[0], &out, err);
	ml_buf_release(&out);
	return status;
}
