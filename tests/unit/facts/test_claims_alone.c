/* Whether a sentence that stands alone, in a note without title or name, is the author's own claim. Sentences are made up. */
#include "tests/unit/facts/claims.h"

struct alone {
	bool own;
	const char *text;
};

/* No folder, no owner, no title: nothing tells what it calls itself. */
static void claims_of_note(struct memory *m, const char *text, struct ml_claim_fact **claims, size_t *nr)
{
	memory_open(m);
	m->tree.name = m->tree.owner = NULL;
	m->tree.root = "";
	struct ml_card *card = memory_card(m, text);
	ml_claims_of_card(claims, nr, m->arena, m->facts, card);
}

static void check(const struct alone *alone)
{
	struct memory m;
	struct ml_claim_fact *claims;
	size_t nr, own = 0;

	claims_of_note(&m, alone->text, &claims, &nr);
	while (own < nr && !(ml_stance_is_own(claims[own].stance) && claims[own].kind <= ML_CLAIM_FULLY_OPEN))
		own++;
	cr_expect_eq(own < nr, alone->own, "'%s' is %s (%s)", alone->text, own < nr ? "own" : "not its own", nr ? claims[own < nr ? own : 0].step : "no claim");
	memory_close(&m);
}

#define CHECK(table)                                          \
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) \
		check(&table[i])

Test(claims_alone, should_read_a_key_and_its_no)
{
	static const struct alone table[] = {
		{ false, "Open source: no" },
		{ false, "Open source: No, API only" },
		{ false, "| Open-source | no |" },
		{ false, "| Open weights and open source | no |" },
		{ false, "Código abierto: no" },
		{ true, "Open source: no lock-in" },
		{ true, "Open source: yes" },
		{ true, "| Open weights and open source | yes |" },
		{ true, "- Availability: open source" },
		{ true, "Status: open-sourced" },
	};
	CHECK(table);
}

Test(claims_alone, should_not_take_for_a_claim_what_is_kept_from_being_one)
{
	static const struct alone table[] = {
		{ false, "We refrain from calling Egret open source." },
		{ false, "Please avoid describing Egret as open source." },
		{ false, "Sadly we are unable to open-source the nest." },
		{ false, "We were reluctant to open source the decoder." },
		{ false, "The terms are far from open source." },
		{ false, "It is shared weights rather than open source." },
		{ false, "It is hard to call this open source." },
		{ false, "Offered under no open source license." },
		{ false, "It is a stretch to call it open source." },
		{ true, "Egret is open source." },
		{ true, "Offered under an open source license." },
		{ true, "Rather than keeping it closed, we open-source it." },
	};
	CHECK(table);
}

Test(claims_alone, should_not_take_an_emphasis_for_a_negation)
{
	static const struct alone table[] = {
		{ true, "Not just gratis: Egret is open source." },
		{ true, "It is not merely open source, it is documented." },
		{ true, "Egret is without doubt open source." },
		{ true, "No fewer than four models are open-sourced here." },
		{ false, "It is without doubt not open source." },
		{ false, "Not one of the models is open source." },
	};
	CHECK(table);
}

Test(claims_alone, should_tell_what_was_and_will_be_from_what_is)
{
	static const struct alone table[] = {
		{ false, "Before the merger, the engine was open source." },
		{ false, "Up to 0.4 the painter was open source." },
		{ false, "Egret was an open source project under GPL until 2021." },
		{ false, "It was initially released as open source, but that has ended." },
		{ false, "Open source release coming in Q3 2031." },
		{ false, "The open-source release is slated for June." },
		{ false, "An open-source version is coming." },
		{ true, "Here you will find the open-source Egret weights." },
		{ true, "It was released as open source." },
	};
	CHECK(table);
}

Test(claims_alone, should_take_a_name_that_opens_the_sentence_for_its_subject)
{
	static const struct alone table[] = {
		{ true, "Egret, which is open source, paints reeds." },
		{ true, "Egret is released open-source under a custom license." },
		{ true, "The Egret models are made available as open source by the Reed Society." },
		{ true, "Egret: the open-source alternative to Wrenpaint." },
		{ true, "An open-source alternative to Wrenpaint." },
		{ true, "Egret-Small joins our family of open source models." },
		{ false, "Qwen, which is open source, paints reeds." },
		{ false, "Mistral is released open-source." },
	};
	CHECK(table);
}

Test(claims_alone, should_know_what_it_is_made_from_without_a_name)
{
	static const struct alone table[] = {
		{ false, "GGUF files for the open source model Wrenpaint." },
		{ false, "8-bit GPTQ quantization of the open-source Wren model." },
		{ false, "Continued pretraining of the open-source model Wren on reeds." },
		{ false, "The vision tower is the open source ReedEye encoder." },
		{ true, "Our fine-tuning library is open source." },
		{ true, "Our quantized weights are open source." },
		{ true, "Our ComfyUI plugin is open source." },
	};
	CHECK(table);
}

Test(claims_alone, should_take_descriptions_without_a_verb)
{
	static const struct alone table[] = {
		{ true, "A small, quick, open-source bird model." },
		{ true, "The most capable open source bird model to date." },
		{ true, "Reed songs, open source." },
		{ true, "Free, open source and without ads." },
		{ true, "- Open source and self-hosted" },
		{ true, "Open-source recognition of reeds" },
		{ true, "Open source 3D nest generation at scale" },
		{ true, "Made by pupils, open source, for everyone." },
		{ true, "Shipped as open source software." },
		{ true, "Reeds – Open source – Fast" },
		{ true, "### An open-source pipeline and model for reeds" },
		{ false, "Made by open source volunteers for everyone." },
		{ false, "Shipped with open source software of others." },
		{ false, "## Prologue: the state of open-source AI" },
		{ false, "Required: open-source weights of what you hand in." },
		{ false, "The press has called it open source." },
		{ false, "Most open-source models are larger." },
		{ false, "The most popular open source models are larger." },
	};
	CHECK(table);
}

Test(claims_alone, should_end_the_part_where_another_has_a_verb_of_its_own)
{
	static const char *const code[] = {
		"The inference server is open source (AGPL-3.0), the weights are CC BY-NC 4.0.",
		"Our toolkit is open source under MIT, the weights are for research.",
		"Code is open source, weights on request.",
		"The code is open source, the weights fall under the terms of Gemma.",
		"We open source the training code, the weights remain private.",
		"Open source code, closed weights.",
		"Closed data, open source code",
		"Le code est open source sous licence MIT, les poids sont réservés à la recherche.",
	};

	for (size_t i = 0; i < sizeof code / sizeof *code; i++) {
		struct memory m;
		struct ml_claim_fact *claims;
		size_t nr;

		claims_of_note(&m, code[i], &claims, &nr);
		cr_assert(nr, "%s", code[i]);
		cr_expect_eq(claims[0].subject, ML_SUBJECT_CODE, "'%s' speaks of the %s", code[i], ml_subject_name(claims[0].subject));
		memory_close(&m);
	}
}

Test(claims_alone, should_read_other_languages_without_a_name)
{
	static const struct alone table[] = {
		{ true, "Es un proyecto de código abierto." },
		{ true, "É uma biblioteca de código aberto." },
		{ true, "È un modello open source." },
		{ true, "Es ist ein quelloffenes Modell." },
		{ true, "Открытая модель распознавания речи с открытым исходным кодом" },
		{ true, "Açık kaynaklı kuş sesi tanıma modeli" },
		{ true, "Model açık kaynak olarak yayınlanmıştır." },
		{ true, "本コーパスはオープンソースです。" },
		{ true, "학습 코드는 오픈소스(MIT)이며 가중치는 비상업적 용도입니다." },
		{ true, "| 是否开源 | 是 |" },
		{ true, "白鹤不仅小巧,而且完全开源。" },
		{ true, "模型面向高校开源。" },
		{ true, "业界首个开源的鸟鸣大模型" },
		{ true, "白鹤是国内最早开源的鸟鸣模型之一。" },
		{ false, "开源模型与闭源模型的差距不大。" },
		{ false, "闭源模型和开源模型都不行。" },
		{ false, "Es una lista de modelos de código abierto." },
		{ false, "C'est une liste de modèles open source." },
		{ false, "Nous diffuserons le modèle en open source." },
		{ false, "Kod açık kaynak olarak sunulmamıştır." },
		{ false, "Projemiz açık kaynak araçlar kullanıyor." },
		{ false, "是否开源:否" },
		{ false, "以开源模型 Qwen 为底座进行训练。" },
		{ false, "这是开源模型 Yi-34B 的 8bit 量化版本。" },
		{ false, "他们开源的模型很小。" },
		{ false, "其他团队也开源了模型。" },
	};
	CHECK(table);
}

Test(claims_alone, should_hear_an_answer_to_what_is_asked_of_it)
{
	static const struct alone table[] = {
		{ true, "Is it open source? Yes." },
		{ true, "Q: Is the code open source?\nA: Yes." },
		{ true, "**Are the weights open source?**\n\nYes, under MIT." },
		{ true, "Is Egret open source? Yes, all of it." },
		{ false, "Is it open source? No." },
		{ false, "Is this open source? Not really." },
		{ false, "Is it open source?" },
		{ false, "Is Qwen open source? Yes, some say." },
		{ false, "Egret paints with Qwen. Is it open source? Yes." },
	};
	CHECK(table);
}

Test(claims_alone, should_tell_plans_and_endings)
{
	static const struct alone table[] = {
		{ false, "Open-sourcing Egret is on the agenda for spring." },
		{ false, "Up next: open-source weights." },
		{ false, "Next steps: open source the songs" },
		{ false, "We are about to open-source the songs." },
		{ false, "We are getting ready to open source the larger painter." },
		{ false, "The first release was open source but the second isn't." },
		{ false, "The library had been open source before the merger." },
		{ false, "It's a myth that Egret is open source." },
		{ false, "It is more or less open source." },
		{ true, "The first release was open source and so is the second." },
		{ true, "The model was open source from day one." },
		{ true, "It's true that our model is open source." },
	};
	CHECK(table);
}

Test(claims_alone, should_tell_what_was_taken_from_what_is_given)
{
	static const struct alone table[] = {
		{ false, "Our finder is built on the open source NestFind codebase." },
		{ false, "We fine-tuned an open source LLM on 9k songs." },
		{ false, "We took a small open source model and taught it songs." },
		{ false, "The upstream project is open source." },
		{ false, "| Kind | Open-source | Proprietary |" },
		{ false, "Reedbed's open source song project inspired us." },
		{ false, "白鹤在开源模型的基础上训练而成。" },
		{ false, "オープンソースのLLMは近年急速に発展しています。" },
		{ false, "최근 오픈소스 모델이 빠르게 발전하고 있습니다." },
		{ true, "We extended our open-source model with songs." },
		{ true, "We are an open-source project run by pupils." },
		{ true, "Thanks to being open source, Egret can be audited." },
		{ true, "v2.1: now fully open source!" },
		{ true, "Egret comes in two sizes, all open source." },
		{ true, "Also open source: our song finder." },
		{ true, "title: \"Egret: An Open-Source Model for Reeds\"" },
	};
	CHECK(table);
}

Test(claims_alone, should_tell_pages_from_what_is_told_on_them)
{
	static const struct alone table[] = {
		{ true, "You are viewing the page of an open source model." },
		{ true, "A pocket-sized open-source LLM you can carry" },
		{ true, "Your open-source birding companion" },
		{ true, "After a long winter of work we are open sourcing Egret." },
		{ true, "As open-source software, Egret comes as it is." },
		{ true, "Model license: open source" },
		{ true, "The open-source project is under active development." },
		{ true, "模型、数据、代码三者全部开源。" },
		{ false, "Egret-Ft is an adapter for the open source model Wrenpaint." },
		{ false, "You'll need the open source tool NestMagick." },
		{ false, "Someone else open-sourced a similar corpus." },
		{ false, "Assistant: Sure, here are open source tools." },
		{ false, "An open source version will follow." },
		{ false, "The open-source version is in preparation." },
		{ false, "As open source software, Qwen comes as it is." },
	};
	CHECK(table);
}

Test(claims_alone, should_not_take_a_value_of_a_label_or_a_habit_for_a_claim)
{
	static const struct alone table[] = {
		{ false, "Labels: 0 = closed, 1 = open source" },
		{ false, "Our group has contributed to open source for years." },
		{ true, "Licence: open source" },
		{ true, "Egret is wholly open: songs, code and weights." },
		{ true, "We contributed Egret to the public as an open source model." },
	};
	CHECK(table);
}
