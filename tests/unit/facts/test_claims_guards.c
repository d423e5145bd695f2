/* What statements of terms borrow from the claims engine: scope words, and guards. */
#include "tests/unit/facts/memory.h"

static unsigned scope(const char *sentence, const char *at)
{
	struct memory m;

	memory_open(&m);
	const char *found = strstr(sentence, at);
	cr_assert(found);
	unsigned set = ml_scope_of_words(m.facts, ml_span_of(sentence), (size_t)(found - sentence));
	memory_close(&m);
	return set;
}

Test(scope, should_tell_the_part_before_a_license)
{
	cr_expect_eq(scope("The code is released under MIT.", "MIT"), (unsigned)ML_SCOPE_CODE);
	cr_expect_eq(scope("Model weights are under CC BY-NC 4.0.", "CC BY"), (unsigned)ML_SCOPE_WEIGHTS);
	cr_expect_eq(scope("The dataset uses CC0.", "CC0"), (unsigned)ML_SCOPE_DATA);
	cr_expect_eq(scope("It is under MIT.", "MIT"), 0u);
}

Test(scope, should_keep_two_licenses_of_one_sentence_apart)
{
	static const char sentence[] = "The code is MIT, weights under CC BY-NC 4.0.";

	cr_expect_eq(scope(sentence, "MIT"), (unsigned)ML_SCOPE_CODE);
	cr_expect_eq(scope(sentence, "CC BY"), (unsigned)ML_SCOPE_WEIGHTS);
}

Test(scope, should_take_a_list_as_both)
{
	cr_expect_eq(scope("Code and weights are under MIT.", "MIT"), (unsigned)(ML_SCOPE_CODE | ML_SCOPE_WEIGHTS));
	cr_expect_eq(scope("代码和数据采用 MIT 协议", "MIT"), (unsigned)(ML_SCOPE_CODE | ML_SCOPE_DATA));
}

Test(scope, should_look_behind_where_nothing_stands_before)
{
	cr_expect_eq(scope("MIT license for the code.", "MIT"), (unsigned)ML_SCOPE_CODE);
}

Test(scope, should_survive_an_empty_sentence_and_an_offset_outside)
{
	struct memory m;

	memory_open(&m);
	cr_expect_eq(ml_scope_of_words(m.facts, ml_span_of(""), 0), 0u);
	cr_expect_eq(ml_scope_of_words(m.facts, ml_span_of("The code"), 1000), (unsigned)ML_SCOPE_CODE);
	memory_close(&m);
}

static enum ml_stance stance(const char *sentence, const char *at, const char **step)
{
	struct memory m;

	memory_open(&m);
	const char *found = strstr(sentence, at);
	cr_assert(found);
	enum ml_stance of = ml_stance_of(m.facts, NULL, ml_span_of(sentence), (size_t)(found - sentence), step);
	cr_expect(!step || of == ML_STANCE_OWN || (*step && **step));
	if (step)
		*step = NULL; /* dies with the arena */
	memory_close(&m);
	return of;
}

Test(stance, should_hear_guards_of_a_statement)
{
	const char *step;

	cr_expect_eq(stance("The weights are released under MIT.", "MIT", &step), ML_STANCE_OWN);
	cr_expect_eq(stance("The weights will be released under MIT.", "MIT", &step), ML_STANCE_FUTURE);
	cr_expect_eq(stance("It is not under MIT.", "MIT", &step), ML_STANCE_NEGATED);
	cr_expect_eq(stance("Is it under MIT?", "MIT", NULL), ML_STANCE_OTHER);
	cr_expect_eq(stance("权重即将以 MIT 协议发布。", "MIT", NULL), ML_STANCE_FUTURE);
}

/* The name that the first claim of a document of marshlab's repository Heron-V2 is said of; "" where nobody is named. */
static void expect_named(const char *body, const char *name)
{
	struct memory m;
	struct ml_claim_fact *claims;
	size_t nr;
	char text[1024];

	snprintf(text, sizeof text, "# Heron-V2\n\n## A\n\n### B\n\n%s\n", body);
	memory_open(&m);
	m.facts->tree->owner = "marshlab";
	struct ml_card *card = memory_card(&m, text);
	memory_file(&m, "model.safetensors", "");
	ml_identity_collect(m.facts);
	ml_claims_of_card(&claims, &nr, m.arena, m.facts, card);
	cr_assert_eq(nr, 1, "%s", body);
	cr_expect_str_eq(claims[0].named ? claims[0].named : "", name, "%s (%s)", body, claims[0].step);
	memory_close(&m);
}

Test(scope, should_hear_of_whom_this_is_said_behind_a_release)
{
	expect_named("We also release [Heron-A2](https://github.com/marshlab/Heron-A2). This is an open-source model for songs.", "Heron-A2");
	expect_named("We also release [Egret](https://github.com/marshlab/egret). It is an open-source model for songs.", "Egret");
	expect_named("We thank [Egret](https://github.com/pond/egret). This is an open-source model for songs.", "Egret");
	expect_named("We also release [Heron-V2](https://huggingface.co/marshlab/heron-v2). This is an open-source model for songs.", "");
	expect_named("Heron-V2 draws like [Egret](https://github.com/marshlab/egret) does. This is an open-source model for songs.", "");
}

Test(scope, should_not_take_a_comparison_for_permissive)
{
	struct memory m;
	struct ml_claim_fact *claims;
	size_t nr;

	memory_open(&m);
	struct ml_card *card = memory_card(&m, "# Heron-7B\n\nHeron-7B is under a permissive license.\n\nWe are working on a release of Heron-7B with a more permissive license.\n");
	memory_file(&m, "model.safetensors", "");
	ml_identity_collect(m.facts);
	ml_claims_of_card(&claims, &nr, m.arena, m.facts, card);
	cr_assert_eq(nr, 2);
	cr_expect_eq(claims[0].stance, ML_STANCE_OWN);
	cr_expect_eq(claims[1].stance, ML_STANCE_OTHER, "%s", claims[1].step);
	memory_close(&m);
}
