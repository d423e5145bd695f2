#include "lint/facts/croissant.h"

#include "tests/unit/facts/memory.h"

#define DATA_CARD "---\nlicense: cc-by-4.0\ntask_categories:\n- translation\n---\n# Letters\n"

static void collect(struct memory *m, const char *name, const char *json)
{
	memory_open(m);
	memory_file(m, "README.md", DATA_CARD);
	memory_file(m, name, json);
	memory_collect(m);
}

Test(croissant, keeps_the_license_of_the_data_from_that_of_the_words)
{
	struct memory m;

	collect(&m, "croissant.json", "{\"@type\": \"sc:Dataset\", \"sc:license\": [\"MIT\", {\"@id\": \"https://spdx.org/licenses/Apache-2.0\"}],\n"
				      "\"sdLicense\": \"https://creativecommons.org/publicdomain/zero/1.0/\"}");
	cr_assert_eq(m.facts->croissants_nr, 1);
	const struct ml_croissant *croissant = &m.facts->croissants[0];
	cr_assert_eq(croissant->to - croissant->from, 2);
	cr_expect_str_eq(m.facts->licenses[croissant->from].license->id, "mit");
	cr_expect_str_eq(m.facts->licenses[croissant->from + 1].license->id, "apache-2.0");
	cr_expect_eq(m.facts->licenses[croissant->from].scope, ML_SCOPE_DATA);
	cr_expect_eq(croissant->metadata.line, 2);
	cr_expect_eq(croissant->limit, ML_TERM_NR);
	memory_close(&m);
}

Test(croissant, finds_the_data_set_of_a_graph_and_its_sources)
{
	struct memory m;

	collect(&m, "about.jsonld", "{\"@graph\": [{\"@type\": \"Person\"}, {\"@type\": [\"https://schema.org/Dataset\"], \"license\": \"MIT\","
				    "\"usageInfo\": {\"permission\": [{\"target\": \"Non-Commercial use\"}]},"
				    "\"isBasedOn\": [\"https://huggingface.co/datasets/marsh/reeds\", {\"url\": \"tatsu-lab/alpaca\"}, \"https://example.org/x\"]}]}");
	cr_assert_eq(m.facts->croissants_nr, 1);
	cr_expect_eq(m.facts->croissants[0].limit, ML_TERM_NONCOMMERCIAL);
	cr_assert_eq(m.facts->datasets_nr, 2);
	cr_expect_str_eq(m.facts->datasets[0].id, "marsh/reeds");
	cr_expect_str_eq(m.facts->datasets[1].id, "tatsu-lab/alpaca");
	cr_expect_eq(m.facts->datasets[1].use, ML_DATA_SOURCE);
	memory_close(&m);
}

/* Cut off, of other kinds, of other shapes: nothing is found, and nothing breaks. */
Test(croissant, passes_over_what_is_none)
{
	static const char *const texts[] = {
		"", "{", "[]", "null", "\"Dataset\"", "{\"@type\": \"Person\", \"license\": \"MIT\"}", "{\"@type\": 3}", "{\"@type\": []}", "{\"@graph\": {\"a\": 1}}",
		"{\"@type\": \"Dataset\", \"license\": ",
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct memory m;
		collect(&m, "croissant.json", texts[i]);
		cr_expect_eq(m.facts->croissants_nr, 0, "row %zu", i);
		memory_close(&m);
	}
}

Test(croissant, takes_odd_values_for_none)
{
	static const char *const texts[] = {
		"{\"@type\": \"Dataset\"}", "{\"@type\": \"Dataset\", \"license\": null, \"sdLicense\": [], \"usageInfo\": 3, \"isBasedOn\": {}}",
		"{\"@type\": \"Dataset\", \"license\": [null, {}, \"\", {\"url\": {}}], \"sdLicense\": {\"@id\": []}, \"isBasedOn\": [[]]}",
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct memory m;
		collect(&m, "croissant.json", texts[i]);
		cr_assert_eq(m.facts->croissants_nr, 1, "row %zu", i);
		cr_expect_eq(m.facts->croissants[0].from, m.facts->croissants[0].to, "row %zu", i);
		cr_expect_null(m.facts->croissants[0].metadata.file);
		memory_close(&m);
	}
}
