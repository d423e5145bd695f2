#include <criterion/criterion.h>

#include <string.h>

#include "lint/check/rule.h"
#include "rules/registry.h"

struct said {
	struct ml_arena *arena;
	struct ml_file file;
	struct ml_statement statement;
	struct ml_term_fact term;
	struct ml_claim_fact claim;
	struct ml_facts facts;
};

static struct said said;

static void setup(void)
{
	memset(&said, 0, sizeof said);
	said.arena = ml_arena_new();
	said.file = (struct ml_file){ .path = "README.md" };
	said.facts = (struct ml_facts){ .arena = said.arena, .knowledge = &ml_builtin_knowledge };
	said.claim = (struct ml_claim_fact){ .where = { &said.file, 20, 1, 20, 9 }, .subject = ML_SUBJECT_MODEL, .stance = ML_STANCE_UPSTREAM };
	said.term = (struct ml_term_fact){ .id = ML_TERM_REGISTRATION_GATE };
	said.statement = (struct ml_statement){ .where = { &said.file, 22, 1, 22, 9 }, .stance = ML_STANCE_OWN, .terms = &said.term, .terms_nr = 1 };
	said.facts.statements = &said.statement;
	said.facts.statements_nr = 1;
}
static void teardown(void)
{
	ml_arena_free(said.arena);
}
TestSuite(said, .init = setup, .fini = teardown);

static const char *upstream(const char *sentence, const char *phrase, const char **name)
{
	said.claim.sentence = sentence;
	said.claim.text = phrase;
	const struct ml_license *license = ml_upstream_license(&said.facts, &said.claim, name);
	return license ? license->id : "-";
}

Test(said, works_of_others_are_told_by_the_name_behind_the_claim)
{
	static const struct {
		const char *sentence, *phrase, *id;
	} rows[] = {
		{ "Heron is fine-tuned from the open-source Llama 2 model.", "open-source", "llama2" },
		{ "Heron is based on the open-source language model Llama-3-8B.", "open-source", "llama3" },
		{ "Heron builds on open source (Gemma).", "open source", "gemma" },
		{ "本项目基于开源大模型Llama-3开发。", "开源", "llama3" },
		/* Its own name, not that of the base. */
		{ "本项目推出了开源大模型Llama-3-Heron。", "开源", "-" },
		/* Open terms need no note, unknown names get none. */
		{ "Heron is fine-tuned from the open-source Mistral 7B.", "open-source", "-" },
		{ "Heron is built on open-source research and MIT work.", "open-source", "-" },
		{ "Heron is trained with open source, unlike Llama 2.", "open source", "-" },
		{ "", "open source", "-" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *name = NULL;
		cr_expect_str_eq(upstream(rows[i].sentence, rows[i].phrase, &name), rows[i].id, "%s", rows[i].sentence);
	}
}

Test(said, a_name_that_the_claim_gives_is_asked_alone)
{
	const char *name = NULL;

	said.claim.named = "meta-llama/Llama-2-7b-chat-hf";
	cr_expect_str_eq(upstream("Based on the open-source Gemma.", "open-source", &name), "llama2");
	cr_expect_str_eq(name, said.claim.named);
	said.claim.named = "Heron";
	cr_expect_str_eq(upstream("Based on the open-source Gemma.", "open-source", &name), "-");
}

Test(said, data_and_code_of_others_are_no_models)
{
	const char *name = NULL;

	said.claim.subject = ML_SUBJECT_DATA;
	cr_expect_str_eq(upstream("Fine-tuned from the open-source Llama 2.", "open-source", &name), "-");
}

Test(said, a_sentence_of_one_license_names_it_and_one_of_two_does_not)
{
	const struct ml_license *license = ml_license_said(&said.facts, "a permissive license (GPL-3.0)");

	cr_assert(license);
	cr_expect_str_eq(license->id, "gpl-3.0");
	cr_expect_null(ml_license_said(&said.facts, "under Apache-2.0 or the GPL-3.0 license"));
	cr_expect_null(ml_license_said(&said.facts, "under a permissive license"));
	cr_expect_null(ml_license_said(&said.facts, NULL));
}

Test(said, a_condition_beside_the_claim_counts_and_one_far_away_only_in_its_file)
{
	uint32_t gate = UINT32_C(1) << ML_TERM_REGISTRATION_GATE, other = UINT32_C(1) << ML_TERM_NONCOMMERCIAL;

	cr_expect(ml_told_beside(&said.facts, &said.claim, gate, false));
	cr_expect(!ml_told_beside(&said.facts, &said.claim, other, false));
	said.statement.target = "LICENSE";
	cr_expect(ml_told_beside(&said.facts, &said.claim, other, true));
	said.statement.where.line = 90;
	cr_expect(!ml_told_beside(&said.facts, &said.claim, gate, true));
	cr_expect(ml_told_in_file(&said.facts, &said.claim, gate));
	said.statement.stance = ML_STANCE_OTHER;
	cr_expect(!ml_told_in_file(&said.facts, &said.claim, gate));
}

Test(said, words_to_take_over_have_their_article_and_own_terms_are_called_so)
{
	struct ml_license the = { .name = "The Heron License" }, plain = { .name = "Heron License" };
	struct ml_license_fact license = { .license = &the, .evidence = ML_EVIDENCE_TEXT };

	cr_expect_str_eq(ml_license_under(&said.facts, &license), "the Heron License");
	license.license = &plain;
	cr_expect_str_eq(ml_license_under(&said.facts, &license), "the Heron License");
	license.altered = true;
	cr_expect_str_eq(ml_license_under(&said.facts, &license), "a modified Heron License");
	license = (struct ml_license_fact){ .declared = "Heron 1.0", .evidence = ML_EVIDENCE_DECLARED };
	cr_expect_str_eq(ml_license_under(&said.facts, &license), "the license 'Heron 1.0'");
	license.declared = NULL;
	cr_expect_str_eq(ml_license_under(&said.facts, &license), "our own terms");
	cr_expect(ml_license_is_sentence(&license));
}

/* Cards of FLUX.1 [dev] name its license without a version, whichever of its texts lies beside. */
Test(said, versions_of_one_license_are_the_same)
{
	const struct ml_license *dev = ml_license_by_id(&ml_builtin_knowledge, ml_span_of("flux-1-dev-non-commercial-license"));
	const struct ml_license *first = ml_license_by_id(&ml_builtin_knowledge, ml_span_of("flux-1-nc-1.0"));
	const struct ml_license *later = ml_license_by_id(&ml_builtin_knowledge, ml_span_of("flux-non-commercial-2.1"));
	const struct ml_license *other = ml_license_by_id(&ml_builtin_knowledge, ml_span_of("cc-by-nc-4.0"));

	cr_assert(dev && first && later && other);
	cr_expect(ml_license_same(dev, first));
	cr_expect(ml_license_same(dev, later));
	cr_expect_not(ml_license_same(dev, other));
}
