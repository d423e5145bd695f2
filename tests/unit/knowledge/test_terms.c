#include "lint/knowledge/terms.h"

#include <criterion/criterion.h>
#include <string.h>

#include "lint/base/buf.h"
#include "lint/base/yaml.h"

static struct ml_arena *arena;

static void set_up(void)
{
	arena = ml_arena_new();
}

static void tear_down(void)
{
	ml_arena_free(arena);
}

TestSuite(terms, .init = set_up, .fini = tear_down);

static int load(struct ml_terms_loaded *out, const char *text, struct ml_error *err)
{
	struct ml_parsed parsed;

	ml_yaml_parse(arena, ml_span_of(text), 1, &parsed);
	cr_assert_eq(parsed.fault, ML_PARSE_OK, "%s", parsed.message);
	return ml_terms_load(out, arena, "terms.yml", parsed.root, err);
}

/* All terms, the first with these clauses; head stands before them. */
static const char *file_with(const char *head, const char *clauses)
{
	struct ml_buf buf;

	ml_buf_init(&buf, 1 << 20);
	ml_buf_addf(&buf, "%sterms:\n", head);
	for (int id = 0; id < ML_TERM_NR; id++) {
		ml_buf_addf(&buf, "  - {id: %s, title: t, summary: s, why: w, osd: [5, 6], contradicts: true, source: here", ml_term_name((enum ml_term_id)id));
		ml_buf_addf(&buf, "%s%s}\n", id == 0 && *clauses ? ", clauses: " : "", id == 0 ? clauses : "");
	}
	const char *text = ml_arena_dup(arena, ml_buf_span(&buf));
	ml_buf_release(&buf);
	return text;
}

static const char *error_of(const char *head, const char *clauses)
{
	static struct ml_error err;
	struct ml_terms_loaded loaded;

	memset(&err, 0, sizeof err);
	cr_assert_eq(load(&loaded, file_with(head, clauses), &err), -1);
	return err.text;
}

Test(terms, names_lead_to_their_ids_and_back)
{
	for (int id = 0; id < ML_TERM_NR; id++)
		cr_assert_eq(ml_term_of(ml_span_of(ml_term_name((enum ml_term_id)id))), id);
	cr_assert_eq(ml_term_of(ml_span_of("user_threshold")), ML_TERM_USER_THRESHOLD);
	cr_assert_eq(ml_term_of(ml_span_of("user-thresh")), ML_TERM_NR);
	cr_assert_eq(ml_term_of(ml_span_of("user-thresholds")), ML_TERM_NR);
	cr_assert_eq(ml_term_of((struct ml_span){ 0 }), ML_TERM_NR);
	cr_assert_str_eq(ml_term_name((enum ml_term_id)ML_TERM_NR), "unknown");
}

Test(terms, loads_fragments_word_lists_and_defaults)
{
	struct ml_terms_loaded loaded;
	struct ml_error err = { 0 };
	const char *head = "words:\n  verbs: [sell, rent]\nfragments:\n  a: '(?:x)'\n  b: '{{a}}+'\n";
	const char *clauses = "[{language: en, triggers: ['{{verbs}}', lend], pattern: '{{b}}y', unless: ['{{a}}z'], near: 40, value: threshold}]";

	cr_assert_eq(load(&loaded, file_with(head, clauses), &err), 0, "%s", err.text);
	cr_assert_eq(loaded.clauses_nr, 1);
	const struct ml_clause *clause = &loaded.clauses[0];
	cr_assert_eq(clause->triggers_nr, 3);
	cr_assert_str_eq(clause->triggers[1], "rent");
	cr_assert_str_eq(clause->pattern, "(?:x)+y");
	cr_assert_str_eq(clause->unless[0], "(?:x)z");
	cr_assert_eq(clause->near, 40);
	cr_assert_eq(clause->where, ML_CLAUSE_LICENSE);
	cr_assert_eq(loaded.terms[ML_TERM_NONCOMMERCIAL].osd_failed, 1u << 5 | 1u << 6);
}

Test(terms, names_what_is_wrong_and_where)
{
	static const struct {
		const char *head, *clauses, *says;
	} rows[] = {
		{ "", "[{language: en, triggers: [Sell]}]", "no capitals" },
		{ "", "[{language: en, triggers: [x]}]", "two bytes" },
		{ "", "[{language: en, triggers: ['{{verbs}}']}]", "unknown list of words 'verbs'" },
		{ "", "[{language: en, pattern: x}]", "missing key 'triggers'" },
		{ "", "[{triggers: [sell]}]", "missing key 'language'" },
		{ "", "[{language: en, triggers: [sell], pattern: '(x'}]", "terms.yml:2" },
		{ "", "[{language: en, triggers: [sell], pattern: '{{a}}'}]", "unknown fragment 'a'" },
		{ "fragments: {a: '{{a}}'}\n", "[{language: en, triggers: [sell], pattern: '{{a}}'}]", "unknown fragment 'a'" },
		{ "", "[{language: en, triggers: [sell], unless: ['[']}]", "terms.yml:2" },
		{ "", "[{language: en, triggers: [sell], where: here}]", "'here'" },
		{ "", "[{language: en, triggers: [sell], value: many}]", "unknown kind of value 'many'" },
		{ "", "[{language: en, triggers: [sell], near: far}]", "'far'" },
		{ "", "[{language: en, triggers: [sell], grants: perhaps}]", "'grants'" },
		{ "", "[{language: en, triggers: [sell], patern: x}]", "unknown key 'patern'" },
		{ "extra: 1\n", "", "unknown key 'extra'" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *text = error_of(rows[i].head, rows[i].clauses);
		cr_expect(strstr(text, rows[i].says), "row %zu: '%s' lacks '%s'", i, text, rows[i].says);
	}
}

Test(terms, asks_for_every_term_once_with_its_source)
{
	struct ml_terms_loaded loaded;
	struct ml_error err = { 0 };

	cr_assert_eq(load(&loaded, "terms: []\n", &err), -1);
	cr_assert(strstr(err.text, "missing term 'no-license'"), "%s", err.text);
	cr_assert_eq(load(&loaded, "terms:\n  - {id: sharing}\n", &err), -1);
	cr_assert(strstr(err.text, "terms.yml:2: unknown term 'sharing'"), "%s", err.text);
	cr_assert_eq(load(&loaded, "terms:\n  - {id: revocable, title: t, summary: s, why: w, osd: [7], contradicts: true}\n", &err), -1);
	cr_assert(strstr(err.text, "missing key 'source'"), "%s", err.text);
	cr_assert_eq(load(&loaded, "terms:\n  - {id: revocable, title: t, summary: s, why: w, osd: [11], contradicts: true, source: x}\n", &err), -1);
	cr_assert(strstr(err.text, "no point of the OSD: '11'"), "%s", err.text);
	cr_assert_eq(load(&loaded, "- a list\n", &err), -1);
	cr_assert_eq(ml_terms_load(&loaded, arena, "terms.yml", NULL, &err), -1);
}
