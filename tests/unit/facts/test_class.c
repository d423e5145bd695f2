#include "tests/unit/facts/memory.h"

#include "lint/knowledge/licenses.h"

static struct memory m;

static void open_memory(void)
{
	memory_open(&m);
	m.facts->offer = ML_OFFER_SHIPPED;
	memory_file(&m, "README.md", "# Heron\n");
}

static void close_memory(void)
{
	memory_close(&m);
}

TestSuite(class, .init = open_memory, .fini = close_memory);

static struct ml_license_fact fact_of(const char *id)
{
	struct ml_license_fact fact;
	const struct ml_license *license = id ? ml_license_by_id(&ml_builtin_knowledge, ml_span_of(id)) : NULL;

	ml_declared_fact(&fact, &ml_builtin_knowledge, m.arena, license, ml_span_of(id), (struct ml_where){ .file = &m.files[0] }, ML_EVIDENCE_DECLARED);
	return fact;
}

static void govern(struct ml_govern *out, const char *id)
{
	struct ml_license_fact *fact = ml_arena_alloc(m.arena, sizeof(*fact));
	struct ml_governing *of = ml_arena_alloc(m.arena, sizeof(*of));

	*fact = fact_of(id);
	*of = (struct ml_governing){ fact, id ? id : "custom", "a test says so" };
	*out = (struct ml_govern){ .of = of, .of_nr = 1 };
}

Test(class, calls_limited_weights_restricted)
{
	govern(&m.facts->weights, "llama2");
	ml_class_collect(m.facts);
	cr_assert_eq(m.facts->class, ML_CLASSED_RESTRICTED_WEIGHTS);
	cr_assert(strstr(m.facts->class_reason, "llama2"));
}

Test(class, calls_open_terms_open_weights)
{
	govern(&m.facts->weights, "apache-2.0");
	ml_class_collect(m.facts);
	cr_assert_eq(m.facts->class, ML_CLASSED_OPEN_WEIGHTS);
}

static void card_says(const char *text)
{
	struct ml_card *card = ml_arena_alloc(m.arena, sizeof(*card));

	m.files[0].text = ml_span_of(text);
	card->file = &m.files[0];
	m.facts->card = card;
}

Test(class, wants_training_and_data_told_for_an_open_model)
{
	static const struct ml_dataset_ref data = { .id = "marsh/calls" };

	govern(&m.facts->weights, "apache-2.0");
	govern(&m.facts->code, "apache-2.0");
	card_says("# Heron\n\n## Pretraining\n\nRun `scripts/train.py`.\n");
	ml_class_collect(m.facts);
	cr_assert_eq(m.facts->class, ML_CLASSED_OPEN_WEIGHTS);
	ml_facts_add_dataset(m.facts, &data);
	ml_class_collect(m.facts);
	cr_assert_eq(m.facts->class, ML_CLASSED_OPEN_MODEL);
}

Test(class, does_not_take_constraints_or_pretrained_models_for_training)
{
	static const struct ml_dataset_ref data = { .id = "marsh/calls" };

	govern(&m.facts->weights, "apache-2.0");
	govern(&m.facts->code, "apache-2.0");
	card_says("# Heron\n\n## Pretrained models\n\nSee constrain.py and post-training notes.\n");
	ml_facts_add_dataset(m.facts, &data);
	ml_class_collect(m.facts);
	cr_assert_eq(m.facts->class, ML_CLASSED_OPEN_WEIGHTS);
}

Test(class, does_not_guess_what_an_unknown_name_stands_for)
{
	govern(&m.facts->weights, NULL);
	ml_class_collect(m.facts);
	cr_assert_eq(m.facts->class, ML_CLASSED_UNKNOWN);
}

Test(class, calls_weights_without_terms_unlicensed)
{
	ml_class_collect(m.facts);
	cr_assert_eq(m.facts->class, ML_CLASSED_UNLICENSED_WEIGHTS);
}

Test(class, calls_code_alone_code)
{
	m.facts->offer = ML_OFFER_NONE;
	ml_class_collect(m.facts);
	cr_assert_eq(m.facts->class, ML_CLASSED_CODE_ONLY);
}

Test(class, knows_nothing_where_nothing_was_read)
{
	m.files[0].state = ML_FILE_FAILED;
	ml_class_collect(m.facts);
	cr_assert_eq(m.facts->class, ML_CLASSED_UNKNOWN);
}

Test(class, hears_that_the_base_models_terms_apply)
{
	struct ml_card card = { .file = &m.files[0] };
	struct ml_statement statement = { .where = { .file = &m.files[0], .line = 3 }, .sentence = "", .stance = ML_STANCE_UPSTREAM };

	statement.license = ml_license_by_id(&ml_builtin_knowledge, ml_span_of("llama3.1"));
	m.facts->card = &card;
	ml_facts_add_statement(m.facts, &statement);
	govern(&m.facts->weights, "mit");
	ml_class_collect(m.facts);
	cr_assert_eq(m.facts->class, ML_CLASSED_CONTAMINATED_WEIGHTS);
}

Test(class, fails_by_the_words_of_an_unknown_text)
{
	static const struct ml_term_fact terms[] = { { .id = ML_TERM_ATTRIBUTION }, { .id = ML_TERM_RESEARCH_ONLY }, { .id = ML_TERM_NONCOMMERCIAL } };
	struct ml_license_fact fact = fact_of(NULL);
	const struct ml_term_fact *failing[5];

	cr_assert_eq(ml_license_osd(&fact, &ml_builtin_knowledge), ML_OSD_UNKNOWN);
	fact.terms = terms;
	fact.terms_nr = 3;
	cr_assert_eq(ml_license_osd(&fact, &ml_builtin_knowledge), ML_OSD_FAILS);
	cr_assert_eq(ml_license_failing(&fact, &ml_builtin_knowledge, failing, 5), 2);
	cr_assert_eq(failing[0]->id, ML_TERM_NONCOMMERCIAL, "the heaviest first");
	cr_assert_eq(ml_license_failing(&fact, &ml_builtin_knowledge, failing, 1), 1);
}

Test(class, does_not_grant_what_an_altered_text_takes_away)
{
	static const struct ml_term_fact limit = { .id = ML_TERM_NONCOMMERCIAL, .added = true };
	struct ml_license_fact fact = fact_of("mit");

	cr_assert_eq(ml_license_osd(&fact, &ml_builtin_knowledge), ML_OSD_CONFORMS);
	fact.altered = true;
	cr_assert_eq(ml_license_osd(&fact, &ml_builtin_knowledge), ML_OSD_UNKNOWN);
	fact.terms = &limit;
	fact.terms_nr = 1;
	cr_assert_eq(ml_license_osd(&fact, &ml_builtin_knowledge), ML_OSD_FAILS);
}
