#include <criterion/criterion.h>

#include "lint/base/limits.h"
#include "tests/unit/check/toy.h"

static void find_claim(const struct ml_facts *facts, struct ml_sink *sink)
{
	struct ml_finding *finding =
		ml_found(sink, facts->claims[0].where, ML_CERTAINTY_EXACT, "calls %s open source", "the model");

	ml_found_terms(finding, &facts->licenses[0]);
	ml_found_help(finding, "say \"open weights\"");
	ml_found_cause(finding, "the model");
}

static void find_card(const struct ml_facts *facts, struct ml_sink *sink)
{
	struct ml_finding *finding = ml_found(sink, ml_where_line(&facts->tree->files[0], 2, 2), ML_CERTAINTY_DECLARED,
					      "the card names a license that limits");

	ml_found_term(finding, ML_TERM_ATTRIBUTION);
	ml_found_cause(finding, "the model");
}

static void find_twice(const struct ml_facts *facts, struct ml_sink *sink)
{
	ml_found(sink, ml_where_line(&facts->tree->files[1], 2, 2), ML_CERTAINTY_EXACT, "second");
	ml_found(sink, ml_where_line(&facts->tree->files[1], 1, 1), ML_CERTAINTY_EXACT, "first");
	ml_found(sink, (struct ml_where){ 0 }, ML_CERTAINTY_EXACT, "of the whole");
}

static void find_mild(const struct ml_facts *facts, struct ml_sink *sink)
{
	struct ml_finding *finding = ml_found(sink, facts->claims[0].where, ML_CERTAINTY_INFERRED, "mild");

	ml_found_soften(finding, ML_SEVERITY_WARNING, "because");
	ml_found_soften(finding, ML_SEVERITY_ERROR, "never harder");
}

static void find_far_too_much(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (unsigned i = 0; i < ML_LIMIT_FINDINGS + 5; i++) {
		struct ml_finding *finding = ml_found(sink, facts->claims[0].where, ML_CERTAINTY_EXACT, "again");
		for (unsigned p = 0; i == 0 && p < ML_LIMIT_PROOFS + 5; p++)
			ml_found_proof(finding, facts->claims[0].where, "proof %u", p);
	}
}

static void find_long(const struct ml_facts *facts, struct ml_sink *sink)
{
	static char words[3 * ML_LIMIT_MESSAGE_BYTES + 1];

	for (size_t i = 0; i + 3 < sizeof words; i += 3)
		memcpy(words + i, "\xe4\xb8\xad", 3);
	ml_found(sink, facts->claims[0].where, ML_CERTAINTY_EXACT, "%s", words);
}

static const struct ml_rule claim_rule = {
	.code = "ML201", .name = "toy-claim", .severity = ML_SEVERITY_ERROR, .check = find_claim
};
static const struct ml_rule card_rule = {
	.code = "ML801", .name = "toy-card", .severity = ML_SEVERITY_ERROR, .check = find_card
};
static const struct ml_rule twice_rule = {
	.code = "ML101", .name = "toy-twice", .severity = ML_SEVERITY_WARNING, .check = find_twice
};
static const struct ml_rule mild_rule = {
	.code = "ML202", .name = "toy-mild", .severity = ML_SEVERITY_ERROR, .check = find_mild
};
static const struct ml_rule much_rule = {
	.code = "ML301", .name = "toy-much", .severity = ML_SEVERITY_NOTE, .check = find_far_too_much
};
static const struct ml_rule long_rule = {
	.code = "ML302", .name = "toy-long", .severity = ML_SEVERITY_NOTE, .check = find_long
};

static const struct ml_rule off_rule = {
	.code = "ML208", .name = "toy-off", .severity = ML_SEVERITY_NOTE, .off = true, .check = find_mild
};

static struct toy toy;

static void setup(void)
{
	toy_init(&toy);
}
static void teardown(void)
{
	toy_release(&toy);
}
TestSuite(sink, .init = setup, .fini = teardown);

static struct ml_verdict judge(const struct ml_rule *const *rules, size_t nr, const char *select, const char *ignore)
{
	struct ml_check_options options = {
		.select = select ? &select : NULL, .select_nr = select != NULL, .ignore = ignore ? &ignore : NULL, .ignore_nr = ignore != NULL
	};
	struct ml_error err = { 0 };
	struct ml_verdict verdict;

	cr_assert_eq(ml_check_run(&verdict, &toy.facts, (struct ml_rules){ rules, nr }, &options, &err), 0, "%s", err.text);
	return verdict;
}

static const struct ml_rule *const all[] = { &twice_rule, &claim_rule, &mild_rule, &card_rule };

Test(sink, proof_tells_term_license_section_and_point)
{
	const struct ml_rule *rules[] = { &claim_rule };
	struct ml_verdict verdict = judge(rules, 1, NULL, NULL);

	cr_assert_eq(verdict.findings_nr, 1);
	const struct ml_finding *finding = &verdict.findings[0];
	cr_expect_str_eq(finding->message, "calls the model open source");
	cr_assert_eq(finding->proofs_nr, 2);
	cr_expect_str_eq(finding->proofs[0].message,
			 "user threshold: more than 700 million monthly active users need a separate license "
			 "(Toy License, section 1) - OSD 5");
	cr_expect_eq(finding->proofs[0].where.line, 4);
	cr_expect_str_eq(finding->proofs[1].message,
			 "output ban: outputs may not train other models (section 2) - OSD 6");
	cr_assert_eq(finding->terms_nr, 2);
	cr_expect_eq(finding->terms[0], ML_TERM_USER_THRESHOLD);
	cr_expect_str_eq(finding->help, "say \"open weights\"");
}

Test(sink, words_added_to_a_known_text_are_told)
{
	const struct ml_rule *rules[] = { &claim_rule };

	toy.license.osd = ML_OSD_CONFORMS;
	toy.license_fact.altered = true;
	toy.facts_terms[0].added = true;
	struct ml_verdict verdict = judge(rules, 1, NULL, NULL);
	cr_assert_eq(verdict.findings[0].proofs_nr, 2);
	cr_expect(strstr(verdict.findings[0].proofs[0].message, "(words added to the Toy License) - OSD 5"), "%s",
		  verdict.findings[0].proofs[0].message);
}

Test(sink, a_declared_term_is_proved_by_the_declaration)
{
	const struct ml_rule *rules[] = { &claim_rule };

	toy.facts_terms[0].where = (struct ml_where){ 0 };
	toy.license_fact.where = toy_where(&toy, 0, 2, 10, 17);
	struct ml_verdict verdict = judge(rules, 1, NULL, NULL);
	cr_expect_eq(verdict.findings[0].proofs[0].where.file, &toy.files[0]);
	cr_expect_eq(verdict.findings[0].proofs[0].where.line, 2);
}

Test(sink, the_most_specific_rule_speaks_for_one_cause)
{
	const struct ml_rule *rules[] = { &card_rule, &claim_rule };
	struct ml_verdict verdict = judge(rules, 2, NULL, NULL);

	cr_assert_eq(verdict.findings_nr, 1);
	cr_expect_eq(verdict.findings[0].rule, &claim_rule);
	cr_assert_eq(verdict.findings[0].proofs_nr, 3);
	cr_expect_str_eq(verdict.findings[0].proofs[2].message, "the card names a license that limits [ML801]");
	cr_expect_eq(verdict.findings[0].terms_nr, 3);
	cr_expect_eq(verdict.errors_nr, 1);
}

Test(sink, a_merged_finding_speaks_when_the_other_is_ignored)
{
	struct ml_verdict verdict = judge(all, 4, NULL, "ML2");

	cr_assert_eq(verdict.findings_nr, 4);
	cr_expect_eq(verdict.findings[3].rule, &card_rule);
}

Test(sink, order_is_path_line_column_code)
{
	struct ml_verdict verdict = judge(all, 4, NULL, NULL);
	const char *const wanted[] = { "of the whole", "first", "second", "calls the model open source", "mild" };

	cr_assert_eq(verdict.findings_nr, 5);
	for (size_t i = 0; i < 5; i++)
		cr_expect_str_eq(verdict.findings[i].message, wanted[i]);
}

Test(sink, severity_softens_and_never_hardens)
{
	const struct ml_rule *rules[] = { &mild_rule };
	struct ml_verdict verdict = judge(rules, 1, NULL, NULL);

	cr_expect_eq(verdict.findings[0].severity, ML_SEVERITY_WARNING);
	cr_expect_str_eq(verdict.findings[0].softened, "because");
	cr_expect_eq(verdict.warnings_nr, 1);
	cr_expect_eq(verdict.errors_nr, 0);
}

Test(sink, select_takes_codes_names_and_beginnings)
{
	cr_expect_eq(judge(all, 4, "ML1", NULL).findings_nr, 3);
	cr_expect_eq(judge(all, 4, "toy-card", NULL).findings_nr, 1);
	cr_expect_eq(judge(all, 4, "ml202", NULL).findings_nr, 1);
	cr_expect_eq(judge(all, 4, "ML", "ML101").findings_nr, 2);
}

Test(sink, select_of_no_rule_is_wrong_usage)
{
	const char *select = "ML999";
	struct ml_check_options options = { .select = &select, .select_nr = 1 };
	struct ml_error err = { 0 };
	struct ml_verdict verdict;

	cr_expect_eq(ml_check_run(&verdict, &toy.facts, (struct ml_rules){ all, 4 }, &options, &err), -1);
	cr_expect_eq(err.kind, ML_ERROR_USAGE);
	cr_expect_str_eq(err.text, "no rule has the code or name 'ML999'");
}

Test(sink, contradiction_does_not_depend_on_what_is_shown)
{
	struct ml_verdict verdict = judge(all, 4, "ML101", NULL);

	cr_expect(verdict.claims_open_source);
	cr_expect(verdict.contradiction);
	cr_expect_eq(verdict.errors_nr, 0);
}

Test(sink, a_warning_is_no_contradiction)
{
	const struct ml_rule *rules[] = { &mild_rule };

	cr_expect(judge(rules, 1, NULL, NULL).claims_open_source);
	cr_expect_not(judge(rules, 1, NULL, NULL).contradiction);
}

Test(sink, an_error_without_a_claim_is_no_contradiction)
{
	toy.claim.stance = ML_STANCE_NEGATED;
	cr_expect_not(judge(all, 4, NULL, NULL).claims_open_source);
	cr_expect_not(judge(all, 4, NULL, NULL).contradiction);
}

Test(sink, a_claim_about_code_counts_where_code_is_all)
{
	toy.claim.subject = ML_SUBJECT_CODE;
	cr_expect_not(judge(all, 4, NULL, NULL).claims_open_source);
	toy.facts.offer = ML_OFFER_NONE;
	cr_expect(judge(all, 4, NULL, NULL).claims_open_source);
}

Test(sink, only_claims_of_open_source_count)
{
	toy.claim.kind = ML_CLAIM_OPEN_WEIGHTS;
	cr_expect_not(judge(all, 4, NULL, NULL).claims_open_source);
	toy.claim.kind = ML_CLAIM_FULLY_OPEN;
	toy.claim.stance = ML_STANCE_CONDITIONAL;
	cr_expect(judge(all, 4, NULL, NULL).claims_open_source);
	toy.files[0].outside = true;
	cr_expect_not(judge(all, 4, NULL, NULL).claims_open_source);
}

Test(sink, limits_are_reached_and_told)
{
	const struct ml_rule *rules[] = { &much_rule };
	struct ml_verdict verdict = judge(rules, 1, NULL, NULL);

	cr_expect(verdict.cut);
	cr_expect_eq(verdict.findings_nr, ML_LIMIT_FINDINGS);
	cr_expect_eq(verdict.findings[0].proofs_nr, ML_LIMIT_PROOFS);
}

Test(sink, a_long_message_is_cut_between_characters)
{
	const struct ml_rule *rules[] = { &long_rule };
	struct ml_verdict verdict = judge(rules, 1, NULL, NULL);
	size_t len = strlen(verdict.findings[0].message);

	cr_expect_lt(len, ML_LIMIT_MESSAGE_BYTES);
	cr_expect(ml_utf8_valid((struct ml_span){ verdict.findings[0].message, len }, NULL));
	cr_expect_str_eq(verdict.findings[0].message + len - 3, "…");
}

Test(sink, rules_are_found_by_code_and_name)
{
	cr_expect_eq(ml_rule_find((struct ml_rules){ all, 4 }, ml_span_of("ml801")), &card_rule);
	cr_expect_eq(ml_rule_find((struct ml_rules){ all, 4 }, ml_span_of("Toy-Card")), &card_rule);
	cr_expect_null(ml_rule_find((struct ml_rules){ all, 4 }, ml_span_of("ML80")));
}

Test(sink, titles_of_licenses)
{
	cr_expect_str_eq(ml_license_title(&toy.facts, &toy.license_fact), "Toy License");
	toy.license_fact.altered = true;
	cr_expect_str_eq(ml_license_title(&toy.facts, &toy.license_fact), "modified Toy License");
	toy.license_fact.license = NULL;
	cr_expect_str_eq(ml_license_title(&toy.facts, &toy.license_fact), "custom license");
	toy.license_fact.declared = "robin-1.0";
	cr_expect_str_eq(ml_license_title(&toy.facts, &toy.license_fact), "'robin-1.0' license");
}

Test(sink, a_rule_that_is_off_runs_only_where_it_is_selected)
{
	const struct ml_rule *rules[] = { &card_rule, &off_rule };

	cr_expect_eq(judge(rules, 2, NULL, NULL).findings_nr, 1);
	cr_expect_eq(judge(rules, 2, "ML801", NULL).findings_nr, 1);
	const char *names[] = { "ML208", "toy-off", "ML2" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct ml_verdict verdict = judge(rules, 2, names[i], NULL);
		cr_assert_eq(verdict.findings_nr, 1, "%s", names[i]);
		cr_expect_str_eq(verdict.findings[0].rule->code, "ML208");
	}
	cr_expect_eq(judge(rules, 2, "ML208", "ML208").findings_nr, 0);
}
