#include "tests/unit/facts/memory.h"

static struct memory m;

static void open_memory(void)
{
	memory_open(&m);
}

static void close_memory(void)
{
	memory_close(&m);
}

TestSuite(declared, .init = open_memory, .fini = close_memory);

static const struct ml_license_fact *first(const char *text)
{
	ml_declared_of_card(m.facts, memory_card(&m, text));
	return m.facts->licenses_nr ? &m.facts->licenses[0] : NULL;
}

Test(declared, knows_an_id_with_its_terms_and_line)
{
	const struct ml_license_fact *fact = first("---\nlanguage: en\nlicense: llama2\n---\n# Heron\n");

	cr_assert_not_null(fact);
	cr_assert_not_null(fact->license);
	cr_assert_str_eq(fact->license->id, "llama2");
	cr_assert_eq(fact->where.line, 3);
	cr_assert_eq(fact->evidence, ML_EVIDENCE_DECLARED);
	cr_assert(fact->terms_nr > 0);
	cr_assert_eq(fact->terms[0].where.line, 0);
}

Test(declared, keeps_a_name_that_is_not_known)
{
	const struct ml_license_fact *fact = first("---\nlicense: heron-marsh-9\n---\n");

	cr_assert_not_null(fact);
	cr_assert_null(fact->license);
	cr_assert_str_eq(fact->declared, "heron-marsh-9");
}

Test(declared, hears_what_an_unknown_name_says)
{
	const struct ml_license_fact *fact = first("---\nlicense: other\nlicense_name: marsh-non-commercial-research-license\n---\n");

	cr_assert_not_null(fact);
	cr_assert_null(fact->license);
	cr_assert_eq(fact->terms_nr, 2);
	cr_assert_eq(fact->terms[0].id, ML_TERM_NONCOMMERCIAL);
	cr_assert_eq(fact->terms[1].id, ML_TERM_RESEARCH_ONLY);
	cr_assert_eq(fact->terms[0].where.line, 2, "where the license is declared");
}

Test(declared, takes_each_entry_of_a_list)
{
	first("---\nlicense:\n- mit\n- apache-2.0\n---\n");
	cr_assert_eq(m.facts->licenses_nr, 2);
	cr_assert_eq(m.facts->licenses[0].alternative, 0);
	cr_assert_eq(m.facts->licenses[1].where.line, 4);
}

Test(declared, joins_the_branches_of_a_choice)
{
	first("---\nlicense: MIT OR Apache-2.0\n---\n");
	cr_assert_eq(m.facts->licenses_nr, 2);
	cr_assert_neq(m.facts->licenses[0].alternative, 0);
	cr_assert_eq(m.facts->licenses[0].alternative, m.facts->licenses[1].alternative);
}

Test(declared, needs_all_of_a_conjunction)
{
	first("---\nlicense: MIT AND CC-BY-4.0\n---\n");
	cr_assert_eq(m.facts->licenses_nr, 2);
	cr_assert_eq(m.facts->licenses[0].alternative, 0);
	cr_assert_eq(m.facts->licenses[1].alternative, 0);
}

Test(declared, resolves_other_by_its_name_and_link)
{
	struct ml_file *text = memory_file(&m, "LICENSE", "Terms of the marsh.\n");
	const struct ml_license_fact *fact = first("---\nlicense: other\nlicense_name: marsh-1.0\nlicense_link: LICENSE\n---\n");

	cr_assert_not_null(fact);
	cr_assert_str_eq(fact->declared, "marsh-1.0");
	cr_assert_eq(fact->target, text);
}

Test(declared, reads_a_tag_where_the_key_is_missing)
{
	const struct ml_license_fact *fact = first("---\ntags:\n- license:apache-2.0\n---\n");

	cr_assert_not_null(fact);
	cr_assert_str_eq(fact->license->id, "apache-2.0");
}

Test(declared, reads_bases_and_datasets)
{
	first("---\nbase_model:\n- a/one\n- b/two\nbase_model_relation: merge\ndatasets: c/three\nsource_datasets:\n- original\n- extended|four\n---\n");
	cr_assert_eq(m.facts->bases_nr, 2);
	cr_assert_str_eq(m.facts->bases[1].id, "b/two");
	cr_assert_str_eq(m.facts->bases[1].relation, "merge");
	cr_assert_eq(m.facts->datasets_nr, 2);
	cr_assert_str_eq(m.facts->datasets[0].id, "c/three");
	cr_assert_str_eq(m.facts->datasets[1].id, "four");
	cr_assert_eq(m.facts->bases[0].where.line, 3);
}

Test(declared, ignores_maps_and_empty_values)
{
	first("---\nlicense:\n  name: mit\nbase_model: ''\ndatasets: [[a], {b: c}]\n---\n");
	cr_assert_eq(m.facts->licenses_nr, 0);
	cr_assert_eq(m.facts->bases_nr, 0);
	cr_assert_eq(m.facts->datasets_nr, 0);
}

static const struct ml_license_fact *badge(const char *text)
{
	ml_badges_of_card(m.facts, memory_card(&m, text));
	return m.facts->licenses_nr ? &m.facts->licenses[0] : NULL;
}

Test(declared, decodes_a_badge)
{
	const struct ml_license_fact *fact = badge("# Heron\n\n![x](https://img.shields.io/badge/License-Apache_2.0-blue.svg)\n");

	cr_assert_not_null(fact);
	cr_assert_eq(fact->evidence, ML_EVIDENCE_BADGE);
	cr_assert_str_eq(fact->license->id, "apache-2.0");
	cr_assert_not(fact->scope_stated);
}

Test(declared, reads_the_part_that_a_badge_names)
{
	const struct ml_license_fact *fact =
		badge("# Heron\n\n[![m](https://img.shields.io/badge/Model%20License-CC%20BY--NC%204.0-red)](MODEL_LICENSE)\n");

	cr_assert_not_null(fact);
	cr_assert_str_eq(fact->license->id, "cc-by-nc-4.0");
	cr_assert(fact->scope_stated);
	cr_assert_eq(fact->scope & (ML_SCOPE_WEIGHTS | ML_SCOPE_CODE), ML_SCOPE_WEIGHTS);
}

Test(declared, skips_badges_without_a_license)
{
	cr_assert_null(badge("# Heron\n\n![b](https://img.shields.io/badge/build-passing-green)\n"
			     "![l](https://img.shields.io/github/license/marsh/heron)\n"));
}
