/* mlint_gen claims: the lexicons and rows of all languages as const tables. */
#include "rules/gen/gen.h"

#include <string.h>

#include "lint/knowledge/claims.h"
#include "lint/text/scan.h"

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
		ml_buf_addf(out, "\t{%u,%u,%u,%d,%d,%u,%u},\n", lexeme->text, lexeme->len, lexeme->up, lexeme->stem, lexeme->kind, lexeme->form,
			    lexeme->class_set);
	}
	ml_buf_addf(out, "};\nstatic const struct ml_lexeme_pair gen_claims_pairs%zu[] = {", id);
	for (size_t i = 0; i <= language->pairs_mask; i++) {
		const struct ml_lexeme_pair *pair = &language->pairs[i];
		ml_buf_addf(out, "{%u,%u,%u,%u},", pair->first, pair->second, pair->from, pair->to);
	}
	ml_buf_adds(out, "};\n");
	if (!language->endings_nr)
		return;
	ml_buf_addf(out, "static const struct ml_lexeme_ending gen_claims_endings%zu[] = {", id);
	for (size_t i = 0; i < language->endings_nr; i++) {
		ml_buf_addf(out, "{%u,%u,", language->endings[i].text, language->endings[i].len);
		classes(out, &language->endings[i].classes);
		ml_buf_adds(out, "},");
	}
	ml_buf_adds(out, "};\n");
}

static void rows(struct ml_buf *out, size_t id, const struct ml_claim_language *language)
{
	ml_buf_addf(out, "static const struct ml_claim_row gen_claims_rows%zu[] = {\n", id);
	for (size_t i = 0; i < language->rows_nr; i++) {
		const struct ml_claim_row *row = &language->rows[i];
		ml_buf_addf(out, "\t{%u,%u,%u,%u,%d,%u,%u,%u,%u,%u},\n", row->step, row->stance, row->kinds, row->forms, row->anywhere,
			    row->before, row->after, row->before_nr, row->after_nr, row->line);
	}
	ml_buf_adds(out, "\t{0}};\n");
}

static void language(struct ml_buf *out, size_t id, const struct ml_claim_language *language)
{
	ml_buf_adds(out, "\t{");
	gen_literal_c(out, language->id);
	ml_buf_addc(out, ',');
	gen_literal_c(out, language->inherits);
	ml_buf_addf(out, ",%d,", language->borrows);
	gen_literal_c(out, language->script);
	ml_buf_addf(out, ",gen_claims_letters,gen_claims_class_sets,gen_claims_lexemes%zu,%zu,gen_claims_pairs%zu,%zu,{", id, language->lexemes_nr, id,
		    language->pairs_mask);
	for (size_t i = 0; i < ML_PHRASE_STARTS / 64; i++)
		ml_buf_addf(out, "0x%llx,", (unsigned long long)language->phrase_starts[i]);
	ml_buf_adds(out, "},");
	if (language->endings_nr)
		ml_buf_addf(out, "gen_claims_endings%zu,%zu,", id, language->endings_nr);
	else
		ml_buf_adds(out, "0,0,");
	ml_buf_addf(out, "%zu,gen_claims_rows%zu,%zu,{", language->marks_nr, id, language->rows_nr);
	for (size_t i = 0; i <= ML_STEP_NR; i++)
		ml_buf_addf(out, "%u,", language->steps[i]);
	ml_buf_adds(out, "}},\n");
}

static void slots(struct ml_buf *out, const struct ml_claims_knowledge *claims)
{
	ml_buf_adds(out, "static const struct ml_slot gen_claims_slots[] = {\n");
	for (size_t i = 0; i < claims->slots_nr; i++) {
		const struct ml_slot *slot = &claims->slots[i];
		ml_buf_addf(out, "\t{0x%llx,%u,%u,%u,%u,%u,%u,%d},\n", (unsigned long long)slot->bits, slot->words, slot->class_set, slot->words_nr,
			    slot->min, slot->max, slot->kind, slot->not);
	}
	ml_buf_adds(out, "\t{0}};\n");
}

static void class_sets(struct ml_buf *out, const struct ml_claims_knowledge *claims)
{
	ml_buf_adds(out, "static const struct ml_classes gen_claims_class_sets[] = {\n");
	for (size_t i = 0; i < claims->class_sets_nr; i++) {
		ml_buf_addc(out, '\t');
		classes(out, &claims->class_sets[i]);
		ml_buf_adds(out, ",\n");
	}
	ml_buf_adds(out, "\t{{0}}};\n");
}

/* The texts of all, one string literal each: they have NULs between them. */
static void letters(struct ml_buf *out, const struct ml_claims_knowledge *claims)
{
	ml_buf_adds(out, "static const char gen_claims_letters[] =\n");
	for (size_t at = 0; at < claims->letters_nr; at += strlen(claims->letters + at) + 1) {
		ml_buf_addc(out, '\t');
		gen_literal_c(out, claims->letters + at);
		ml_buf_adds(out, " \"\\0\"\n");
	}
	ml_buf_adds(out, "\t\"\";\nstatic const uint32_t gen_claims_words[] = {");
	for (size_t i = 0; i < claims->words_nr; i++)
		ml_buf_addf(out, "%u,", claims->words[i]);
	ml_buf_adds(out, "0};\n");
}

static void tables(struct ml_buf *out, struct ml_arena *arena, const struct ml_claims_knowledge *claims)
{
	ml_buf_adds(out, "/* Made by mlint_gen claims. Do not edit. */\n");
	letters(out, claims);
	class_sets(out, claims);
	slots(out, claims);
	for (size_t i = 0; i < claims->languages_nr; i++) {
		lexemes(out, i, &claims->languages[i]);
		rows(out, i, &claims->languages[i]);
	}
	ml_buf_adds(out, "static const struct ml_claim_language gen_claims_languages[] = {\n");
	for (size_t i = 0; i < claims->languages_nr; i++)
		language(out, i, &claims->languages[i]);
	ml_buf_adds(out, "};\n");
	marks(out, claims);
	gen_scan(out, "claims_scan", ml_scan_new(arena, claims->triggers, claims->triggers_nr));
	strings(out, "gen_claims_triggers", 0, claims->triggers, claims->triggers_nr);
	strings(out, "gen_claims_classes", 0, claims->classes, claims->classes_nr);
	ml_buf_addf(out, "static const struct ml_claims_knowledge gen_claims = {gen_claims_languages,%zu,gen_claims_letters,%zu,gen_claims_class_sets,%zu,"
		    "gen_claims_words,%zu,gen_claims_slots,%zu,gen_claims_marks,gen_claims_mark_heads0,gen_claims_triggers0,%zu,&gen_claims_scan,"
		    "gen_claims_classes0,%zu};\n", claims->languages_nr, claims->letters_nr, claims->class_sets_nr, claims->words_nr, claims->slots_nr,
		    claims->triggers_nr, claims->classes_nr);
}

int gen_load_claims(struct ml_claims_knowledge *out, struct ml_arena *arena, char **paths, size_t paths_nr, struct ml_error *err)
{
	struct ml_claims_file *files = ml_arena_array(arena, struct ml_claims_file, paths_nr);

	for (size_t i = 0; i < paths_nr; i++) {
		files[i].path = paths[i];
		if (gen_read_yaml(&files[i].root, arena, paths[i], err))
			return -1;
	}
	return ml_claims_load(out, arena, files, paths_nr, err);
}

int gen_claims(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err)
{
	struct ml_claims_knowledge claims;
	struct ml_buf out;
	int status = -1;

	if (args_nr < 2)
		return ml_error_set(err, ML_ERROR_USAGE, "claims: needs the file to write and those to read");
	if (gen_load_claims(&claims, arena, args + 1, args_nr - 1, err))
		return -1;
	ml_buf_init(&out, OUT_MAX);
	tables(&out, arena, &claims);
	status = gen_write(args[0], &out, err);
	ml_buf_release(&out);
	return status;
}
