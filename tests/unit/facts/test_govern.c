#include "tests/unit/facts/memory.h"

#include "lint/knowledge/licenses.h"

static struct memory m;

static void open_memory(void)
{
	memory_open(&m);
	m.facts->offer = ML_OFFER_SHIPPED;
}

static void close_memory(void)
{
	memory_close(&m);
}

TestSuite(govern, .init = open_memory, .fini = close_memory);

static const struct ml_license *license(const char *id)
{
	const struct ml_license *found = id ? ml_license_by_id(&ml_builtin_knowledge, ml_span_of(id)) : NULL;

	cr_assert(!id || found, "the knowledge has no '%s'", id);
	return found;
}

/* A license text in a file of the tree. */
static void text(const char *path, const char *id)
{
	struct ml_license_fact fact;
	struct ml_file *file = memory_file(&m, path, "");
	unsigned scope = ml_role_scope(ml_span_of(path));

	ml_declared_fact(&fact, &ml_builtin_knowledge, m.arena, license(id), (struct ml_span){ 0 }, ml_where_line(file, 1, 9), ML_EVIDENCE_TEXT);
	fact.scope = scope ? scope : ML_SCOPE_ALL;
	fact.scope_stated = scope != 0;
	ml_facts_add_license(m.facts, &fact);
}

static void card_at(const char *path)
{
	struct ml_card *card = ml_arena_alloc(m.arena, sizeof(*card));

	card->file = memory_file(&m, path, "");
	card->primary = true;
	m.facts->cards = m.facts->card = card;
	m.facts->cards_nr = 1;
}

static void key(const char *id)
{
	struct ml_license_fact fact;

	ml_declared_fact(&fact, &ml_builtin_knowledge, m.arena, license(id), ml_span_of(id), ml_where_line(m.facts->card->file, 2, 2), ML_EVIDENCE_DECLARED);
	ml_facts_add_license(m.facts, &fact);
}

static struct ml_statement *sentence(const char *id, unsigned scope, const char *target)
{
	struct ml_statement statement = { .where = ml_where_line(m.facts->card->file, 10, 10), .sentence = "", .scope = scope,
					  .stance = ML_STANCE_OWN, .license = license(id), .declared = id, .target = target };

	ml_facts_add_statement(m.facts, &statement);
	return (struct ml_statement *)(uintptr_t)&m.facts->statements[m.facts->statements_nr - 1];
}

static void expect(const struct ml_govern *govern, const char *ids)
{
	char got[256] = "";
	size_t nr = 0;

	for (size_t i = 0; i < govern->of_nr; i++)
		nr += (size_t)snprintf(got + nr, sizeof got - nr, "%s%s", i ? " " : "", govern->of[i].id);
	cr_assert_str_eq(got, ids);
}

Test(govern, gives_everything_to_a_license_at_the_root)
{
	text("LICENSE", "apache-2.0");
	ml_govern_collect(m.facts);
	expect(&m.facts->code, "apache-2.0");
	expect(&m.facts->weights, "apache-2.0");
	expect(&m.facts->data, "");
	cr_assert(strlen(m.facts->weights.of[0].reason) > 0);
}

Test(govern, gives_weights_to_the_file_named_for_them)
{
	text("LICENSE", "apache-2.0");
	text("MODEL_LICENSE", "cc-by-nc-4.0");
	ml_govern_collect(m.facts);
	expect(&m.facts->code, "apache-2.0");
	expect(&m.facts->weights, "cc-by-nc-4.0");
	cr_assert_not(m.facts->licenses[0].scope & ML_SCOPE_WEIGHTS, "LICENSE keeps the code alone");
}

Test(govern, leaves_weights_empty_where_only_code_is_licensed)
{
	text("LICENSE-CODE", "mit");
	ml_govern_collect(m.facts);
	expect(&m.facts->code, "mit");
	expect(&m.facts->weights, "");
}

Test(govern, hears_a_sentence_about_the_weights)
{
	text("LICENSE", "mit");
	card_at("README.md");
	sentence("mit", ML_SCOPE_CODE, NULL);
	sentence("cc-by-nc-4.0", ML_SCOPE_WEIGHTS, NULL);
	ml_govern_collect(m.facts);
	expect(&m.facts->code, "mit");
	expect(&m.facts->weights, "cc-by-nc-4.0");
}

Test(govern, takes_the_text_that_a_sentence_links)
{
	text("LICENSE", "cc-by-nc-sa-4.0");
	card_at("README.md");
	sentence("cc-by-nc-4.0", ML_SCOPE_CODE | ML_SCOPE_WEIGHTS, "LICENSE");
	ml_govern_collect(m.facts);
	expect(&m.facts->code, "cc-by-nc-sa-4.0");
	expect(&m.facts->weights, "cc-by-nc-sa-4.0");
}

Test(govern, tells_each_checkpoint)
{
	text("LICENSE", "apache-2.0");
	card_at("README.md");
	sentence("apache-2.0", ML_SCOPE_WEIGHTS, "LICENSE");
	sentence("llama2", ML_SCOPE_WEIGHTS, NULL);
	ml_govern_collect(m.facts);
	expect(&m.facts->weights, "apache-2.0 llama2");
	cr_assert_not(m.facts->weights.any);
}

Test(govern, does_not_let_others_speak)
{
	text("LICENSE", "mit");
	card_at("README.md");
	sentence("llama2", ML_SCOPE_WEIGHTS, NULL)->stance = ML_STANCE_OTHER;
	sentence("gpl-3.0", 0, NULL)->stance = ML_STANCE_UPSTREAM;
	ml_govern_collect(m.facts);
	expect(&m.facts->weights, "mit");
}

Test(govern, adds_a_limit_that_only_a_sentence_states)
{
	static const struct ml_term_fact limit = { .id = ML_TERM_NONCOMMERCIAL };

	text("LICENSE", "apache-2.0");
	card_at("README.md");
	struct ml_statement *statement = sentence(NULL, 0, NULL);
	statement->terms = &limit;
	statement->terms_nr = 1;
	ml_govern_collect(m.facts);
	expect(&m.facts->code, "apache-2.0");
	expect(&m.facts->weights, "apache-2.0 custom");
	ml_class_collect(m.facts);
	cr_assert_eq(m.facts->class, ML_CLASSED_RESTRICTED_WEIGHTS);
}

Test(govern, leaves_weights_to_the_limit_that_stands_beside_the_license_of_the_code)
{
	static const struct ml_term_fact limit = { .id = ML_TERM_NONCOMMERCIAL };

	text("LICENSE", "apache-2.0");
	card_at("README.md");
	sentence("apache-2.0", ML_SCOPE_CODE, NULL);
	struct ml_statement *statement = sentence(NULL, ML_SCOPE_WEIGHTS, NULL);
	statement->terms = &limit;
	statement->terms_nr = 1;
	ml_govern_collect(m.facts);
	expect(&m.facts->code, "apache-2.0");
	expect(&m.facts->weights, "custom");
}

Test(govern, tells_a_key_and_a_text_that_differ)
{
	text("LICENSE", "llama2");
	card_at("README.md");
	key("apache-2.0");
	ml_govern_collect(m.facts);
	expect(&m.facts->weights, "apache-2.0 llama2");
}

Test(govern, proves_a_key_by_the_text)
{
	text("LICENSE", "apache-2.0");
	card_at("README.md");
	key("apache-2.0");
	ml_govern_collect(m.facts);
	expect(&m.facts->weights, "apache-2.0");
	cr_assert_eq(m.facts->weights.of[0].fact->evidence, ML_EVIDENCE_TEXT);
}

Test(govern, calls_altered_and_unknown_texts_so)
{
	text("LICENSE", "mit");
	((struct ml_license_fact *)(uintptr_t)m.facts->licenses)->altered = true;
	text("MODEL_LICENSE", NULL);
	ml_govern_collect(m.facts);
	expect(&m.facts->code, "mit-modified");
	expect(&m.facts->weights, "custom");
}

Test(govern, stops_where_the_terms_stand_elsewhere)
{
	text("LICENSE", "apache-2.0");
	card_at("README.md");
	sentence("apache-2.0", ML_SCOPE_CODE, "LICENSE");
	sentence(NULL, ML_SCOPE_WEIGHTS, NULL)->elsewhere = true;
	ml_govern_collect(m.facts);
	expect(&m.facts->weights, "");
	cr_assert(m.facts->weights.unread);
}

Test(govern, offers_nothing_for_a_tool)
{
	m.facts->offer = ML_OFFER_NONE;
	text("LICENSE", "mit");
	ml_govern_collect(m.facts);
	expect(&m.facts->code, "mit");
	expect(&m.facts->weights, "");
	ml_class_collect(m.facts);
	cr_assert_eq(m.facts->class, ML_CLASSED_CODE_ONLY);
}

Test(govern, ignores_texts_below_folders)
{
	text("examples/vllm/LICENSE", "apache-2.0");
	ml_govern_collect(m.facts);
	expect(&m.facts->code, "");
	expect(&m.facts->weights, "");
}

Test(govern, gives_the_makers_own_text_to_the_weights)
{
	text("LICENSE", "apache-2.0");
	text("Heron Community License", "llama2");
	ml_govern_collect(m.facts);
	expect(&m.facts->code, "apache-2.0");
	expect(&m.facts->weights, "llama2");
}

Test(govern, puts_the_limits_of_several_sentences_together)
{
	static const struct ml_term_fact limits[] = { { .id = ML_TERM_RESEARCH_ONLY }, { .id = ML_TERM_REGISTRATION_GATE } };

	text("LICENSE", "apache-2.0");
	card_at("README.md");
	for (size_t i = 0; i < 2; i++) {
		struct ml_statement *statement = sentence(NULL, ML_SCOPE_WEIGHTS, NULL);
		statement->terms = &limits[i];
		statement->terms_nr = 1;
	}
	ml_govern_collect(m.facts);
	expect(&m.facts->weights, "apache-2.0 custom");
	const struct ml_license_fact *custom = m.facts->weights.of[1].fact;
	cr_assert_eq(custom->terms_nr, 2);
	cr_assert_eq(custom->terms[0].id, ML_TERM_RESEARCH_ONLY);
	cr_assert_eq(custom->terms[1].id, ML_TERM_REGISTRATION_GATE);
}

/* A license by name alone, of which nobody knows the words, and a sentence that tells a condition. */
Test(govern, hears_a_condition_beside_an_unknown_license)
{
	static const struct ml_term_fact limit = { .id = ML_TERM_REGISTRATION_GATE };

	text("LICENSE", "apache-2.0");
	card_at("README.md");
	sentence("apache-2.0", ML_SCOPE_CODE, "LICENSE");
	struct ml_statement *named = sentence(NULL, ML_SCOPE_WEIGHTS, NULL);
	named->declared = "Heron Community License";
	struct ml_statement *told = sentence(NULL, ML_SCOPE_WEIGHTS, NULL);
	told->terms = &limit;
	told->terms_nr = 1;
	ml_govern_collect(m.facts);
	expect(&m.facts->weights, "custom");
	ml_class_collect(m.facts);
	cr_assert_eq(m.facts->class, ML_CLASSED_RESTRICTED_WEIGHTS);
}

Test(govern, a_list_of_texts_says_nothing_of_parts)
{
	text("LICENSE.apache-2.0", "apache-2.0");
	text("LICENSE.cc-by-nc-4.0", "cc-by-nc-4.0");
	card_at("README.md");
	sentence("apache-2.0", ML_SCOPE_CODE, "LICENSE.apache-2.0");
	sentence("cc-by-nc-4.0", ML_SCOPE_WEIGHTS, NULL)->where.line = 11;
	sentence("apache-2.0", 0, "LICENSE.apache-2.0")->where.line = 12;
	sentence("cc-by-nc-4.0", 0, "LICENSE.cc-by-nc-4.0")->where.line = 12;
	ml_govern_collect(m.facts);
	expect(&m.facts->code, "apache-2.0");
	expect(&m.facts->weights, "cc-by-nc-4.0");
}
