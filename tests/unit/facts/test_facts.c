#include "tests/unit/facts/memory.h"

#include "lint/base/limits.h"

static struct memory m;

static void open_memory(void)
{
	memory_open(&m);
}

static void close_memory(void)
{
	memory_close(&m);
}

TestSuite(facts, .init = open_memory, .fini = close_memory);

Test(facts, collects_from_card_to_class)
{
	memory_file(&m, "README.md", "---\nlicense: llama2\n---\n# Heron\n\nHeron-7B is a language model.\n");
	memory_file(&m, "model.safetensors", "");
	memory_collect(&m);
	cr_assert_not_null(m.facts->card);
	cr_assert_eq(m.facts->offer, ML_OFFER_SHIPPED);
	cr_assert_eq(m.facts->weights.of_nr, 1);
	cr_assert_str_eq(m.facts->weights.of[0].id, "llama2");
	cr_assert_eq(m.facts->class, ML_CLASSED_RESTRICTED_WEIGHTS);
	cr_assert_eq(m.facts->unread_nr, 0);
}

Test(facts, puts_the_readme_of_the_root_first)
{
	memory_file(&m, "MODEL_CARD.md", "# Card\n");
	memory_file(&m, "README.md", "# Heron\n");
	memory_file(&m, "README_zh.md", "# \u9e6d\n");
	memory_file(&m, "sub/README.md", "# Below\n");
	memory_collect(&m);
	cr_assert_eq(m.facts->cards_nr, 4);
	cr_assert_str_eq(m.facts->cards[0].file->path, "README.md");
	cr_assert(m.facts->cards[0].primary);
	cr_assert_not(m.facts->cards[1].primary);
	cr_assert_str_eq(m.facts->cards[2].language, "zh");
}

Test(facts, leaves_what_others_made_alone)
{
	memory_file(&m, "README.md", "# Heron\n");
	memory_file(&m, "third_party/bittern/LICENSE", "You may use this for research only.\n");
	memory_file(&m, "vendor/bittern/README.md", "---\nlicense: gpl-3.0\n---\n");
	memory_collect(&m);
	cr_assert_eq(m.facts->licenses_nr, 0);
	cr_assert_eq(m.facts->cards_nr, 1);
}

Test(facts, counts_a_license_that_is_no_text_as_there)
{
	memory_file(&m, "MODEL_LICENSE.pdf", "");
	memory_file(&m, "model.safetensors", "");
	memory_collect(&m);
	cr_assert_eq(m.facts->licenses_nr, 1);
	cr_assert(m.facts->licenses[0].unread);
	cr_assert_eq(m.facts->weights.of_nr, 1);
	cr_assert(m.facts->weights.unread);
	cr_assert_eq(m.facts->class, ML_CLASSED_UNKNOWN);
}

Test(facts, joins_a_use_policy_to_the_license_that_refers_to_it)
{
	memory_file(&m, "LICENSE", "Heron Marsh Agreement\n\nYou may use, copy and share the Materials. Your use must follow the Acceptable Use Policy.\n");
	memory_file(&m, "USE_POLICY.md", "You agree not to use Heron for military purposes, warfare or weapons.\n");
	memory_file(&m, "model.safetensors", "");
	memory_collect(&m);
	cr_assert(m.facts->licenses_nr >= 1);
	bool military = false;
	for (size_t i = 0; i < m.facts->licenses[0].terms_nr; i++)
		military |= m.facts->licenses[0].terms[i].id == ML_TERM_MILITARY_BAN || m.facts->licenses[0].terms[i].id == ML_TERM_USE_RESTRICTIONS;
	cr_assert(military);
	cr_assert_eq(m.facts->class, ML_CLASSED_RESTRICTED_WEIGHTS);
}

Test(facts, leaves_a_policy_alone_that_no_license_refers_to)
{
	memory_file(&m, "LICENSE", "Heron Marsh Agreement\n\nYou may use, copy and share the Materials without charge.\n");
	memory_file(&m, "USAGE_POLICY", "You agree not to use Heron for military purposes, warfare or weapons.\n");
	memory_collect(&m);
	for (size_t i = 0; i < m.facts->licenses_nr; i++)
		cr_assert_neq(m.facts->licenses[i].where.file->role, ML_ROLE_POLICY);
	for (size_t i = 0; m.facts->licenses_nr && i < m.facts->licenses[0].terms_nr; i++)
		cr_assert_neq(m.facts->licenses[0].terms[i].id, ML_TERM_MILITARY_BAN);
}

Test(facts, tells_a_file_that_the_run_may_no_longer_read)
{
	struct ml_file *file = memory_file(&m, "LICENSE", "Heron\n");
	size_t left = 2;

	file->state = ML_FILE_UNREAD;
	cr_assert_not(ml_facts_read(m.facts, file, &left));
	cr_assert_eq(file->state, ML_FILE_TOO_LARGE);
	cr_assert_not_null(file->problem);
	cr_assert_eq(m.facts->unread_nr, 1);
}

Test(facts, tells_that_a_limit_was_reached)
{
	static const struct ml_license_fact license;
	static const struct ml_base_model base;
	static const struct ml_dataset_ref dataset;
	static const struct ml_statement statement;
	static const struct ml_claim_fact claim;

	for (size_t i = 0; i <= ML_LIMIT_LICENSES; i++)
		ml_facts_add_license(m.facts, &license);
	for (size_t i = 0; i <= ML_LIMIT_DECLARED; i++) {
		ml_facts_add_base(m.facts, &base);
		ml_facts_add_dataset(m.facts, &dataset);
	}
	for (size_t i = 0; i <= ML_LIMIT_CLAIMS; i++)
		ml_facts_add_statement(m.facts, &statement);
	cr_assert_eq(m.facts->licenses_nr, ML_LIMIT_LICENSES);
	cr_assert_eq(m.facts->bases_nr, ML_LIMIT_DECLARED);
	cr_assert_eq(m.facts->datasets_nr, ML_LIMIT_DECLARED);
	for (size_t i = 0; i <= ML_LIMIT_CLAIMS; i++)
		ml_facts_add_claim(m.facts, &claim);
	cr_assert_eq(m.facts->statements_nr, ML_LIMIT_CLAIMS);
	cr_assert_eq(m.facts->claims_nr, ML_LIMIT_CLAIMS);
	cr_assert(m.facts->cut);
	cr_assert_eq(m.facts->unread_nr, 1);
}
