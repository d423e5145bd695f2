#include <criterion/criterion.h>
#include <string.h>

#include "lint/base/yaml.h"
#include "lint/knowledge/datasets.h"
#include "lint/knowledge/models.h"

static const char models_text[] = "models:\n"
				  "  - id: marsh/Heron-2-*\n"
				  "    license: heron-2\n"
				  "    certainty: read\n"
				  "    confidence: high\n"
				  "    source: made up\n"
				  "  - id: marsh/Heron-2-*-Vision*\n"
				  "    license: heron-2-vision\n"
				  "    certainty: unread\n"
				  "    confidence: medium\n"
				  "    source: made up\n"
				  "  - id: marsh/Heron-2-7B\n"
				  "    license: mit\n"
				  "    source: made up\n"
				  "  - id: marsh/Wader-7*\n"
				  "    license: mit\n"
				  "    source: made up\n"
				  "  - id: marsh/reed\n"
				  "    license: mit\n"
				  "    names: [REED]\n"
				  "    source: made up\n";
static const char copies_text[] = "unnamed: true\n"
				  "models:\n"
				  "  - id: pond/Heron-2-*\n"
				  "    license: heron-2\n"
				  "    base: marsh/Heron-2-*\n"
				  "    certainty: inferred\n"
				  "    confidence: medium\n"
				  "    source: copy\n";
static const char datasets_text[] = "datasets:\n"
				    "  - id: marsh/calls\n"
				    "    names: [MarshCalls, calls]\n"
				    "    license: cc-by-nc-4.0\n"
				    "    commercial: \"no\"\n"
				    "    generated_by: Acme (Heron 2);others\n"
				    "    competing_barred: true\n"
				    "    source: made up\n"
				    "  - id: marsh/songs_*\n"
				    "    license: cc0-1.0\n"
				    "    source: made up\n";

static struct ml_arena *arena;
static struct ml_models models;
static struct ml_datasets datasets;
static struct ml_knowledge knowledge;

static const struct ml_node *parse(const char *text)
{
	struct ml_parsed parsed;

	ml_yaml_parse(arena, ml_span_of(text), 1, &parsed);
	cr_assert(parsed.root);
	return parsed.root;
}

static void load(void)
{
	struct ml_models_loaded some = { 0 };
	struct ml_datasets_loaded sets = { 0 };
	struct ml_error err = { 0 };

	arena = ml_arena_new();
	cr_assert_eq(ml_models_load(&some, arena, "models.yml", parse(models_text), &err), 0, "%s", err.text);
	cr_assert_eq(ml_models_load(&some, arena, "copies.yml", parse(copies_text), &err), 0, "%s", err.text);
	cr_assert_eq(ml_models_make(&models, arena, some.at, some.nr, &err), 0, "%s", err.text);
	cr_assert_eq(ml_datasets_load(&sets, arena, "datasets.yml", parse(datasets_text), &err), 0, "%s", err.text);
	cr_assert_eq(ml_datasets_make(&datasets, arena, sets.at, sets.nr, &err), 0, "%s", err.text);
	knowledge = (struct ml_knowledge){ .models = &models, .datasets = &datasets };
}

static void drop(void)
{
	ml_arena_free(arena);
}

TestSuite(models, .init = load, .fini = drop);

static const char *license_of(const char *id)
{
	const struct ml_model *model = ml_model_by_id(&knowledge, ml_span_of(id));

	return model ? model->license : NULL;
}

Test(models, most_letters_of_a_pattern_win)
{
	cr_assert_str_eq(license_of("marsh/Heron-2-7B-chat"), "heron-2");
	cr_assert_str_eq(license_of("Marsh/heron-2-11b-vision-chat"), "heron-2-vision");
	cr_assert_str_eq(license_of("marsh/Heron-2-7B"), "mit");
	cr_assert_null(license_of("marsh/Heron-3-7B"));
	cr_assert_null(license_of("marshes/Heron-2-7B"));
	cr_assert_null(license_of("Heron-2-7B"));
	cr_assert_null(license_of(""));
}

static const char *name_at(const char *text, size_t *to)
{
	const struct ml_model *model = ml_model_at(&knowledge, ml_span_of(text), to);

	return model ? model->id : "-";
}

Test(models, names_in_prose_are_known_by_their_words)
{
	size_t to = 0;

	cr_assert_str_eq(name_at("Heron 2, which", &to), "marsh/Heron-2-*");
	cr_assert_eq(to, 7);
	cr_assert_str_eq(name_at("heron2_13B chat", &to), "marsh/Heron-2-*");
	cr_assert_str_eq(name_at("Heron-2-7B", &to), "marsh/Heron-2-7B");
	cr_assert_str_eq(name_at("Heron 2.5", &to), "-");
	cr_assert_str_eq(name_at("Heron 27B", &to), "-");
	cr_assert_str_eq(name_at("Heron", &to), "-");
}

Test(models, letters_joined_to_a_name_are_part_of_it_only_where_its_pattern_says_so)
{
	size_t to = 0;

	cr_assert_str_eq(name_at("Heron-2Teal-7b", &to), "-");
	cr_assert_str_eq(name_at("heron2teal", &to), "-");
	cr_assert_str_eq(name_at("Heron-2-11b", &to), "marsh/Heron-2-*");
	cr_assert_str_eq(name_at("Wader-7Bchat", &to), "marsh/Wader-7*");
}

Test(models, a_name_without_digits_counts_as_its_owner_writes_it)
{
	size_t to = 0;

	cr_assert_str_eq(name_at("REED is", &to), "marsh/reed");
	cr_assert_str_eq(name_at("reed is", &to), "-");
	cr_assert_str_eq(name_at("REED-Factory", &to), "-");
	cr_assert_str_eq(name_at("REED.cpp", &to), "-");
	cr_assert_str_eq(name_at("REED.", &to), "marsh/reed");
}

Test(models, copies_have_no_name_of_their_own)
{
	size_t to = 0;

	cr_assert_str_eq(license_of("pond/Heron-2-7B-gguf"), "heron-2");
	cr_assert(ml_model_by_id(&knowledge, ml_span_of("pond/Heron-2-7B"))->copy);
	cr_assert_str_eq(name_at("Heron-2-13B", &to), "marsh/Heron-2-*");
}

Test(models, only_what_was_read_may_accuse)
{
	cr_assert(ml_model_sure(ml_model_by_id(&knowledge, ml_span_of("marsh/Heron-2-x"))));
	cr_assert_not(ml_model_sure(ml_model_by_id(&knowledge, ml_span_of("marsh/Heron-2-x-Vision"))));
	cr_assert_not(ml_model_sure(ml_model_by_id(&knowledge, ml_span_of("pond/Heron-2-x"))));
}

Test(models, patterns_fit_in_bounded_work)
{
	static char text[20000];

	memset(text, 'a', sizeof text - 1);
	cr_assert(ml_pattern_fits("*a*a*a*a*", ml_span_of(text)));
	cr_assert_not(ml_pattern_fits("*a*a*a*a*b", ml_span_of(text)));
	cr_assert(ml_pattern_fits("*", ml_span_of("")));
	cr_assert_not(ml_pattern_fits("", ml_span_of("a")));
}

Test(models, faults_name_file_and_line)
{
	static const struct {
		const char *text, *says;
	} faults[] = {
		{ "models:\n  - id: a/b\n    licens: mit\n", "m.yml:3: unknown key 'licens'" },
		{ "models:\n  - id: a/b\n    license: mit\n", "m.yml:2: a model without" },
		{ "models:\n  - id: a/b\n    certainty: sure\n", "m.yml:3: unknown value" },
		{ "models:\n  - id: a/b\n    names: x\n", "m.yml:3: no list" },
		{ "models:\n  - mit\n", "m.yml:2: not an entry" },
		{ "model: []\n", "m.yml:1: no list 'models'" },
	};

	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		struct ml_models_loaded out = { 0 };
		struct ml_error err = { 0 };
		cr_assert_neq(ml_models_load(&out, arena, "m.yml", parse(faults[i].text), &err), 0, "%s", faults[i].text);
		cr_assert(strstr(err.text, faults[i].says), "%s", err.text);
	}
}

Test(models, an_id_stands_once)
{
	struct ml_model two[2] = { { .id = "a/B" }, { .id = "A/b" } };
	struct ml_models out;
	struct ml_error err = { 0 };

	cr_assert_neq(ml_models_make(&out, arena, two, 2, &err), 0);
	cr_assert(strstr(err.text, "twice"));
}

Test(models, data_sets_are_known_by_id_name_and_pattern)
{
	size_t to = 0;

	cr_assert_str_eq(ml_dataset_by_id(&knowledge, ml_span_of("Marsh/Calls"))->license, "cc-by-nc-4.0");
	cr_assert_str_eq(ml_dataset_by_id(&knowledge, ml_span_of("calls"))->license, "cc-by-nc-4.0");
	cr_assert_str_eq(ml_dataset_by_id(&knowledge, ml_span_of("marsh/songs_de"))->license, "cc0-1.0");
	cr_assert_null(ml_dataset_by_id(&knowledge, ml_span_of("marsh/other")));
	cr_assert(ml_dataset_at(&knowledge, ml_span_of("MarshCalls and"), &to));
	cr_assert_null(ml_dataset_at(&knowledge, ml_span_of("calls and"), &to));
}

Test(models, a_generated_set_names_provider_and_model)
{
	const struct ml_dataset *dataset = ml_dataset_by_id(&knowledge, ml_span_of("marsh/calls"));

	cr_assert(ml_span_is(ml_dataset_provider(dataset), "Acme"));
	cr_assert(ml_span_is(ml_dataset_generator(dataset), "Heron 2"));
	cr_assert(dataset->competing_barred);
}

Test(models, without_knowledge_nothing_is_known)
{
	struct ml_knowledge none = { 0 };
	size_t to;

	cr_assert_null(ml_model_by_id(&none, ml_span_of("marsh/reed")));
	cr_assert_null(ml_model_at(&none, ml_span_of("REED"), &to));
	cr_assert_null(ml_dataset_by_id(&none, ml_span_of("calls")));
}
