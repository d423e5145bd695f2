#include "tests/unit/facts/memory.h"

#include "lint/text/utf8.h"

static struct memory m;

static void open_memory(void)
{
	static const char *const names[] = { "heron-7b", "heron" };

	memory_open(&m);
	m.facts->identity = names;
	m.facts->identity_nr = 2;
}

static void close_memory(void)
{
	memory_close(&m);
}

TestSuite(statements, .init = open_memory, .fini = close_memory);

static const struct ml_statement *found;
static size_t found_nr;

static void read_card(const char *text)
{
	struct ml_statement *out = NULL;

	ml_statements_of_card(&out, &found_nr, m.arena, m.facts, memory_card(&m, text));
	found = out;
}

/* "apache-2.0 code; cc-by-nc-4.0 weights": own statements with their license (or "?") and parts. */
static void expect(const char *wanted)
{
	char got[512] = "";
	size_t nr = 0;

	for (size_t i = 0; i < found_nr; i++) {
		const struct ml_statement *s = &found[i];
		if (s->stance != ML_STANCE_OWN)
			continue;
		nr += (size_t)snprintf(got + nr, sizeof got - nr, "%s%s%s%s%s", nr ? "; " : "",
				       s->license ? s->license->id : s->terms_nr ? ml_term_name(s->terms[0].id) : "?",
				       s->scope & ML_SCOPE_CODE ? " code" : "", s->scope & ML_SCOPE_WEIGHTS ? " weights" : "",
				       s->scope & ML_SCOPE_DATA ? " data" : "");
	}
	cr_assert_str_eq(got, wanted);
}

Test(statements, tells_code_from_weights_in_one_sentence)
{
	read_card("# Heron\n\nThe code is released under the Apache 2.0 license and the model weights under CC BY-NC 4.0.\n");
	expect("apache-2.0 code; cc-by-nc-4.0 weights");
}

Test(statements, reads_two_sentences)
{
	read_card("# Heron\n\n## License\n\nOur code is released under MIT License. The pre-trained models are licensed under the CC-BY-NC-4.0 license.\n");
	expect("mit code; cc-by-nc-4.0 weights");
}

Test(statements, follows_it_to_the_subject_of_the_sentence_before)
{
	read_card("# Heron\n\nHeron is a small decoder. It is made available under the MIT license.\n");
	expect("mit");
	read_card("# Heron\n\nHeron is a small decoder. It is for non-commercial use only.\n");
	expect("noncommercial");
	read_card("# Heron\n\nHeron outperforms Bittern-7B. It is made available under the MIT license.\n");
	expect("");
	read_card("# Heron\n\nBittern-7B is a decoder. It is made available under the MIT license.\n");
	expect("");
	read_card("# Heron\n\nIt is made available under the MIT license.\n");
	expect("");
}

Test(statements, follows_links_to_files)
{
	memory_file(&m, "LICENSE", "");
	memory_file(&m, "MODEL_LICENSE", "");
	read_card("# Heron\n\n## License\n\nThe code is open source under the [Apache-2.0 license](./LICENSE), while the use of the Heron model weights must "
		  "comply with the [Model License](./MODEL_LICENSE).\n");
	cr_assert_eq(found_nr, 2);
	cr_assert_str_eq(found[0].target, "LICENSE");
	cr_assert_str_eq(found[1].target, "MODEL_LICENSE");
	cr_assert(found[1].scope & ML_SCOPE_WEIGHTS);
	cr_assert(found[1].section);
}

Test(statements, reads_chinese)
{
	read_card("# Heron\n\n## 协议\n\n本仓库的代码依照 Apache-2.0 协议开源，模型权重遵循 CC BY-NC 4.0 协议。\n");
	expect("apache-2.0 code; cc-by-nc-4.0 weights");
}

Test(statements, takes_a_license_section_of_one_word)
{
	read_card("# Heron\n\n## License\n\nMIT\n");
	expect("mit");
}

Test(statements, takes_a_key_and_value_row)
{
	read_card("# Heron\n\n- **License:** Apache 2.0\n");
	expect("apache-2.0");
	read_card("# Heron\n\n- **License(s)**: [Apache 2.0](https://www.apache.org/licenses/LICENSE-2.0)\n");
	expect("apache-2.0");
}

Test(statements, hears_a_limit_without_a_license)
{
	read_card("# Heron\n\nThe resources of this project are for academic research only, and commercial use is strictly prohibited.\n");
	cr_assert(found_nr >= 1);
	cr_assert_null(found[0].license);
	cr_assert(found[0].terms_nr >= 1);
	cr_assert_eq(found[0].where.line, 3);
}

Test(statements, takes_recommendations_for_advice)
{
	read_card("# Heron\n\n### Recommendations\n\nThis model is for research and prototyping only.\n");
	expect("");
	read_card("# Heron\n\n### Recommendations\n\nThis model is for research only; commercial use is prohibited.\n");
	cr_assert(found_nr >= 1 && found[0].terms_nr >= 1);
	read_card("# Heron\n\n### Usage\n\nThis model is for research only.\n");
	cr_assert(found_nr >= 1 && found[0].terms_nr >= 1);
}

Test(statements, does_not_take_others_for_its_own)
{
	read_card("# Heron\n\nWe compare with Bittern. Llama 2 is licensed under the Llama 2 Community License.\n\n"
		  "## Acknowledgements\n\nThis code borrows from Bittern, which is licensed under GPL-3.0.\n\n"
		  "## License\n\nParts of the tokenizer come from Bittern, licensed under the MIT license.\n");
	expect("");
}

Test(statements, marks_what_comes_from_the_base)
{
	m.tree.name = "heron";
	read_card("# Heron\n\n## License\n\nHeron-8B is derived from Bittern-8B-Base and is originally licensed under the Llama 3.1 license.\n");
	cr_assert(found_nr >= 1);
	cr_assert_eq(found[0].stance, ML_STANCE_UPSTREAM);
	cr_assert_str_eq(found[0].license->id, "llama3.1");
}

Test(statements, reads_a_table_of_own_models)
{
	m.tree.name = "heron";
	read_card("# Heron\n\n| Model | License |\n|---|---|\n| Heron-7B | Apache 2.0 |\n| Heron-70B | Llama 2 Community License |\n| Bittern | GPL-3.0 |\n");
	expect("apache-2.0 weights; llama2 weights");
}

Test(statements, reads_a_table_of_its_parts)
{
	static const char rows[] = "| Part | License |\n|---|---|\n| Code | MIT |\n| Trained weights of this project | CC BY-NC 4.0 |\n| Bittern weights | GPL-3.0 |\n";
	char card[400];

	snprintf(card, sizeof card, "# Heron\n\n## License\n\n%s", rows);
	read_card(card);
	expect("mit code; cc-by-nc-4.0 weights");
	snprintf(card, sizeof card, "# Heron\n\n## Dependencies\n\n%s", rows);
	read_card(card);
	expect("");
}

Test(statements, a_marked_note_is_no_quotation)
{
	read_card("# Heron\n\n> [!NOTE]\n> The weights are released under the MIT License.\n");
	expect("mit weights");
	read_card("# Heron\n\n> The weights are released under the MIT License.\n");
	expect("");
}

Test(statements, reads_the_license_row_of_a_table)
{
	read_card("# Heron\n\n| Attribute | Details |\n|---|---|\n| License | [MIT](https://example.org/heron/LICENSE) |\n| Size | 7B |\n");
	expect("mit");
}

Test(statements, does_not_take_a_modified_license_for_the_license)
{
	read_card("# Heron\n\n## License\n\nThe model weights are released under a Modified MIT License.\n");
	cr_assert(found_nr >= 1);
	cr_assert_null(found[0].license);
	expect("? weights");
}

Test(statements, joins_the_branches_of_a_choice)
{
	read_card("# Heron\n\n## License\n\nHeron is licensed under the MIT License or the Apache License 2.0.\n");
	cr_assert_eq(found_nr, 2);
	cr_assert_neq(found[0].alternative, 0);
	cr_assert_eq(found[0].alternative, found[1].alternative);
}

Test(statements, takes_the_terms_that_its_weights_are_said_to_be_under)
{
	read_card("# Heron\n\n## Heron Weights\n\nHeron is based on Llama 2 and should be used under the Llama 2 license.\n");
	cr_assert(found_nr >= 1);
	cr_assert_eq(found[0].stance, ML_STANCE_OWN);
	cr_assert_eq(found[0].scope, ML_SCOPE_WEIGHTS);
}

Test(statements, skips_code_and_offers)
{
	read_card("# Heron\n\n```\nLicensed under GPL-3.0\n```\n\nYou can license our models for commercial use: write to us.\n");
	expect("");
}

Test(statements, points_elsewhere)
{
	read_card("# Heron\n\nThe use of the weights requires following the license in [Heron-7B](https://huggingface.co/marsh/heron-7b).\n");
	cr_assert_eq(found_nr, 1);
	cr_expect(found[0].elsewhere);
	read_card("# Heron\n\n## License\n\nSee the model cards for the individual license of each model.\n");
	cr_assert_eq(found_nr, 1);
	cr_assert(found[0].elsewhere);
}

Test(statements, survives_garbage)
{
	static const char garbage[] = "# \xE5\x8D\x8F\n\n| License |\n|\n| under the | [](LICENSE) [x]( | licen licen : license\n\n> [![licen](](//\n\n《协议\n";
	char cut[sizeof garbage];

	for (size_t len = 6; len < sizeof garbage; len++) {
		memcpy(cut, garbage, len);
		cut[len] = 0;
		m.tree.files_nr = 0;
		if (ml_utf8_valid(ml_span_of(cut), NULL))
			read_card(cut);
	}
}

Test(statements, limits_of_demos_outputs_and_former_times_are_none_of_the_work)
{
	static const char *const texts[] = {
		"# Heron\n\n## License\n\nThe demo is for research purposes only.\n",
		"# Heron\n\n## License\n\nThe images on this page are for non-commercial use only.\n",
		"# Heron\n\n## License\n\nModel outputs may not be used commercially.\n",
		"# Heron\n\n## License\n\nOur paper is for academic use only.\n",
		"# Heron\n\n## License\n\nThis model was previously available for research only.\n",
		"# Heron\n\n## License\n\nUnlike other models that are for research only, Heron is free for everyone.\n",
		"# Heron\n\n## 协议\n\n演示仅供研究使用。\n",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		read_card(texts[i]);
		expect("");
		m.tree.files_nr = 0;
	}
	read_card("# Heron\n\n## License\n\nThis model is for research purposes only.\n");
	expect("research-only weights");
}

Test(statements, reads_limits_on_request_as_registration)
{
	read_card("# Heron\n\n## 协议\n\nHeron模型支持商业用途，如果您计划将 Heron 模型用于商业目的，您需要通过邮箱提交《Heron模型社区许可协议》要求的申请材料。\n");
	cr_assert_eq(found_nr, 1);
	cr_assert_eq(found[0].terms_nr, 1);
	cr_assert_eq(found[0].terms[0].id, ML_TERM_REGISTRATION_GATE);
	read_card("# Heron\n\n## 协议\n\n本模型允许商用，如需将模型用于商业用途，请联系 heron@marsh.cn 来获取正式许可。\n");
	cr_assert_eq(found_nr, 1);
	cr_assert_eq(found[0].terms_nr, 1);
	cr_assert_eq(found[0].terms[0].id, ML_TERM_REGISTRATION_GATE);
	read_card("# Heron\n\n## 协议\n\n如需商业合作，请联系 heron@marsh.cn。\n");
	cr_assert_eq(found_nr, 0);
}

Test(statements, hears_non_commercial_licenses_without_a_name)
{
	read_card("# Heron\n\n## License\n\n- **Code**: as above.\n- **Model weights**: Non-commercial license, see the card.\n");
	cr_assert_eq(found_nr, 1);
	cr_assert_eq(found[0].terms[0].id, ML_TERM_NONCOMMERCIAL);
	cr_assert_eq(found[0].scope, ML_SCOPE_WEIGHTS);
	read_card("# Heron\n\n## License\n\nThe Heron 2 and Heron 3 model weights are released under non-commercial licenses.\n");
	cr_assert_eq(found_nr, 1);
	cr_assert_eq(found[0].terms[0].id, ML_TERM_NONCOMMERCIAL);
}

Test(statements, hears_limits_in_front_of_a_pointer)
{
	read_card("# Heron\n\n## License\n\n- **Weights**: for research only - see the [Model Card](https://huggingface.co/marsh/x) for details.\n");
	cr_assert_eq(found_nr, 1);
	cr_assert_eq(found[0].stance, ML_STANCE_OWN);
	read_card("# Heron\n\n## License\n\nThe weights are for research only (see the text).\n");
	cr_assert_eq(found_nr, 1);
	cr_assert_eq(found[0].stance, ML_STANCE_OWN);
	read_card("# Heron\n\n## License\n\nThe Egret weights are for research only, see the text.\n");
	cr_assert_eq(found_nr, 1);
	cr_assert_eq(found[0].stance, ML_STANCE_OTHER);
}

Test(statements, leaves_out_weights_that_a_license_leaves_out)
{
	read_card("# Heron\n\n## License\n\nThe MIT license does not apply to the model weights.\n");
	cr_assert_eq(found_nr, 1);
	cr_assert_eq(found[0].scope, ML_SCOPE_CODE);
	read_card("# Heron\n\n## License\n\nAll files (except for the trained weights) are released under MIT.\n");
	cr_assert_eq(found_nr, 1);
	cr_assert_eq(found[0].scope, ML_SCOPE_CODE);
	read_card("# Heron\n\n## License\n\nThe code and the weights are under the MIT license.\n");
	cr_assert_eq(found_nr, 1);
	cr_assert(found[0].scope & ML_SCOPE_WEIGHTS);
}

Test(statements, takes_a_granted_commercial_license_for_no_ban)
{
	read_card("# Heron\n\n## 协议\n\n审核通过后，将授予您一个非排他性、不可转让、不可再许可的商用版权许可。\n");
	for (size_t i = 0; i < found_nr; i++)
		cr_assert_eq(found[i].terms_nr, 0);
}

Test(statements, reads_what_developers_are_asked_for_as_own)
{
	read_card("# Heron\n\n## 声明\n\n基于以上模型局限性，我们要求开发者仅将我们开源的代码、数据、模型及后续衍生物用于研究目的，不得用于商业，以及其他会带来危害的用途。\n");
	cr_assert_eq(found_nr, 1);
	cr_assert_eq(found[0].stance, ML_STANCE_OWN);
	cr_assert_eq(found[0].terms[0].id, ML_TERM_NONCOMMERCIAL);
	cr_assert_eq(found[0].terms[1].id, ML_TERM_RESEARCH_ONLY);
}

Test(statements, keeps_others_apart_from_their_source)
{
	read_card("# Heron\n\n## License\n\nThe source Songbase project uses the CC BY-SA 3.0 license.\n");
	expect("");
}

Test(statements, takes_brackets_behind_a_sentence_for_its_end)
{
	read_card("# Heron\n\nHeron models and data sets are meant for research use only. (CC BY-NC 4.0)\n");
	expect("cc-by-nc-4.0 weights data");
	read_card("# Heron\n\nOur weights are for research use only. (CC BY-NC 4.0). Our code is under the MIT License.\n");
	expect("cc-by-nc-4.0 weights; mit code");
	read_card("# Heron\n\nOur weights fly. (Bittern is under the CC BY-NC 4.0 license, and so are its eggs, which nobody here uses.)\n");
	expect("");
	read_card("# Heron\n\nOur code is under the MIT License. (");
	expect("mit code");
}

Test(statements, takes_the_words_of_a_pointing_link_for_no_name)
{
	read_card("# Heron\n\n## License\n\nTo use the weights for commercial purposes, please sign [this agreement](https://h.example/a.pdf) to be authorized.\n");
	expect("registration-gate weights");
	cr_assert_null(found[0].declared);
}

Test(statements, takes_the_version_from_brackets_and_links)
{
	read_card("# Heron\n\n## License\n\nThe Creative Commons Attribution-ShareAlike license (CC BY-SA 3.0) holds.\n\n"
		  "[Creative Commons Attribution License](https://creativecommons.org/licenses/by/2.0/)\n");
	expect("cc-by-sa-3.0; cc-by-2.0");
}

Test(statements, keeps_the_items_of_a_list_under_one_license)
{
	read_card("# Heron\n\n## License\n\nThe following parts are MIT licensed:\n\n- WingNet 2\n- Code\n\nAll else is not.\n");
	cr_assert_eq(found[0].items_nr, 2);
	cr_assert_str_eq(found[0].items[0], "WingNet 2");
}

Test(statements, hears_emphasis_in_capitals)
{
	read_card("# Heron\n\n## Overview\n\nAll model weights and data are for **research use ONLY**.\n");
	expect("research-only weights data");
}

Test(statements, asks_for_permission)
{
	static const char *const texts[] = {
		"# Heron\n\nOur weights are free for academics and also allow commercial use with written permission from the team.\n",
		"# Heron\n\nThe Heron models are open to research and free commercial usage with permission via applications.\n",
		"# Heron\n\nThe weights may be used commercially after obtaining our permission.\n",
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		read_card(texts[i]);
		cr_assert_eq(found_nr, 1, "%s", texts[i]);
		cr_assert_eq(found[0].stance, ML_STANCE_OWN);
		cr_assert_eq(found[0].terms[0].id, ML_TERM_NONCOMMERCIAL);
		m.tree.files_nr = 0;
	}
}

Test(statements, takes_permission_that_nobody_needs_for_no_limit)
{
	static const char *const texts[] = {
		"# Heron\n\n## License\n\nCommercial use of the weights is allowed without permission.\n",
		"# Heron\n\n## License\n\nNo further permission is needed for commercial use of the weights.\n",
		"# Heron\n\n## License\n\nThe weights grant you permission for commercial use.\n",
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		read_card(texts[i]);
		for (size_t k = 0; k < found_nr; k++)
			cr_assert_eq(found[k].terms_nr, 0, "%s", texts[i]);
		m.tree.files_nr = 0;
	}
}

Test(statements, takes_no_label_and_no_badge_for_a_name)
{
	read_card("# Heron\n\n**Usage and License Notices**: The code and checkpoints are licensed for research use only.\n");
	expect("research-only code weights");
	m.tree.files_nr = 0;
	read_card("# Heron\n\n[![Code License](https://img.example.org/a.svg)](LICENSE)\n[![Bittern Terms](https://img.example.org/b.svg)](DATA)\n"
		  "The checkpoints are licensed for research use only.\n");
	expect("research-only weights");
}

Test(statements, hears_a_subject_behind_the_license)
{
	read_card("# Heron\n\nReleased under Apache 2.0, Heron is small and fast.\n");
	expect("apache-2.0");
	read_card("# Heron\n\nReleased under Apache 2.0, Finch is small and fast.\n");
	expect("");
}

Test(statements, names_every_part_of_a_list)
{
	read_card("# Heron\n\nThe code in this repository and the Heron models are licensed under the MIT License.\n");
	expect("mit code weights");
	read_card("# Heron\n\nThe code for training is released under MIT, weights are under CC BY 4.0.\n");
	expect("mit code; cc-by-4.0 weights");
}

Test(statements, reads_terms_without_the_word_license)
{
	read_card("# Heron\n\nThe weights are available under CC-BY-4.0.\n");
	expect("cc-by-4.0 weights");
}

Test(statements, reads_further_languages)
{
	static const char *const cards[] = { "Heron распространяется по лицензии MIT.", "Лицензия: MIT", "Heron MIT lisansı ile yayınlanmıştır.",
					     "Heron được phát hành theo giấy phép MIT.", "Heron متاح بموجب رخصة MIT." };
	char text[256];

	for (size_t i = 0; i < sizeof cards / sizeof *cards; i++) {
		snprintf(text, sizeof text, "# Heron\n\n%s\n", cards[i]);
		read_card(text);
		expect("mit");
	}
}

/* Below "License" a name of one word needs no "license" beside it. */
Test(statements, lists_of_parts_below_a_license_heading)
{
	static const struct {
		const char *says, *wanted;
	} cases[] = {
		{ "Code: MIT. Model weights: CC-BY-NC-4.0.", "mit code; cc-by-nc-4.0 weights" },
		{ "Code: MIT | Weights: CC-BY-NC-4.0 | Data: CC-BY-4.0", "mit code; cc-by-nc-4.0 weights; cc-by-4.0 data" },
		{ "Code (MIT), weights (CC-BY-NC-4.0)", "mit code; cc-by-nc-4.0 weights" },
		{ "MIT (code) / CC BY-NC 4.0 (weights)", "mit code; cc-by-nc-4.0 weights" },
		{ "MIT for code, CC-BY-NC-4.0 for weights", "mit code; cc-by-nc-4.0 weights" },
		{ "MIT for the code and CC BY-NC 4.0 for the model weights.", "mit code; cc-by-nc-4.0 weights" },
		{ "MIT License (code), CC BY-SA 4.0 (data and weights)", "mit code; cc-by-sa-4.0 weights data" },
		{ "Heron was made at MIT CSAIL. Code under Apache-2.0.", "apache-2.0 code" },
		{ "Apache 2.0 for research and commercial use", "apache-2.0 code weights data" },
	};
	char text[256];

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		snprintf(text, sizeof text, "# Heron\n\n## License\n\n%s\n", cases[i].says);
		read_card(text);
		expect(cases[i].wanted);
	}
	read_card("# Heron\n\nWe thank MIT and all others.\n");
	expect("");
}

Test(statements, limits_of_the_weights_follow_the_license_of_the_code)
{
	static const struct {
		const char *says, *wanted;
	} cases[] = {
		{ "The code is under Apache-2.0, and the model weights are for non-commercial research only.", "apache-2.0 code; noncommercial weights" },
		{ "Code is released under the MIT license, while the weights may only be used for research.", "mit code; research-only weights" },
		{ "代码遵循 Apache-2.0 协议，模型权重仅供学术研究使用，禁止商用。", "apache-2.0 code; noncommercial weights" },
		{ "コードは MIT ライセンス、モデルの重みは研究目的のみで利用可能です。", "mit code; research-only weights" },
		{ "The code is MIT; the DINOv2 weights are for non-commercial use only.", "mit code" },
		{ "The code is under Apache-2.0 and the weights may be used for research and commercial purposes.", "apache-2.0 code" },
		{ "The weights are under CC BY-NC 4.0, so the weights are for non-commercial use only.", "cc-by-nc-4.0 weights" },
	};
	char text[256];

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		snprintf(text, sizeof text, "# Heron\n\n## License\n\n%s\n", cases[i].says);
		read_card(text);
		expect(cases[i].wanted);
	}
}

Test(statements, a_part_has_its_terms_on_another_card)
{
	read_card("# Heron\n\n## License\n\nCode: MIT. Model weights: see Hugging Face model card.\n");
	expect("mit code; ? weights");
	cr_assert(found[1].elsewhere);
	read_card("# Heron\n\n## Download\n\nModel weights: see Hugging Face model card.\n");
	expect("");
}

Test(statements, upstream_terms_stand_elsewhere)
{
	read_card("# Heron\n\n## License\n\nModel weights follow their respective upstream licenses.\n");
	cr_assert(found[0].elsewhere);
}

/* "community" alone speaks of others; in the name of a license it does not. */
Test(statements, community_licenses_are_licenses)
{
	read_card("# Heron\n\nThe weights are released under the Llama 3.1 Community License.\n");
	expect("llama3.1 weights");
	read_card("# Heron\n\nThe model is licensed under the Stability AI Community License.\n");
	expect("stabilityai-ai-community weights");
	read_card("# Heron\n\nThe weights are released under the low-risk AI2 ImpACT license.\n");
	expect("ai2-impact-lr weights");
}

Test(statements, a_column_of_licenses_may_say_what_may_not_be_done)
{
	m.tree.name = "heron";
	read_card("# Heron\n\n| Model | License |\n|---|---|\n| Heron-7B | Apache 2.0 |\n| Heron-13B | Non-commercial |\n| Heron-30B | For research use only |\n");
	expect("apache-2.0 weights; noncommercial weights; research-only weights");
	cr_expect(found[1].of_one);
}

/* The licenses and terms that sentences state of training data; own ones beside them in brackets. */
static void expect_learned(const char *card, const char *wanted)
{
	char got[512] = "";
	size_t nr = 0;

	read_card(card);
	for (size_t i = 0; i < found_nr; i++) {
		const struct ml_statement *s = &found[i];
		const char *what = s->license ? s->license->id : s->terms_nr ? ml_term_name(s->terms[0].id) : "?";
		if (s->learned)
			nr += (size_t)snprintf(got + nr, sizeof got - nr, "%s%s", nr ? "; " : "", what);
		else if (s->stance == ML_STANCE_OWN)
			nr += (size_t)snprintf(got + nr, sizeof got - nr, "%s(%s)", nr ? "; " : "", what);
	}
	cr_assert_str_eq(got, wanted, "%s\ngot  %s\nwant %s", card, got, wanted);
}

Test(statements, terms_of_training_data_are_not_those_of_the_model)
{
	expect_learned("# Heron\n\n本模型使用 CC BY-NC 4.0 的数据训练。\n", "cc-by-nc-4.0");
	expect_learned("# Heron\n\n## License\n\n本模型在 CC BY-NC-SA 4.0 许可的语音数据集上微调。\n", "cc-by-nc-sa-4.0");
	expect_learned("# Heron\n\nこのモデルは CC BY-NC 4.0 のデータで学習されています。\n", "cc-by-nc-4.0");
	expect_learned("# Heron\n\nこのモデルの学習には池の百科(CC BY-SA 3.0)を使用しました。\n", "cc-by-sa-3.0");
	expect_learned("# Heron\n\n이 모델은 CC BY-NC 4.0 데이터로 학습되었습니다.\n", "cc-by-nc-4.0");
	expect_learned("# Heron\n\nDas Modell wurde mit Aufnahmen unter CC BY-NC 4.0 trainiert.\n", "cc-by-nc-4.0");
	expect_learned("# Heron\n\nHeron a été entraîné sur des chants sous licence CC BY-NC 4.0.\n", "cc-by-nc-4.0");
	expect_learned("# Heron\n\nHeron fue entrenado con grabaciones bajo licencia CC BY-NC 4.0.\n", "cc-by-nc-4.0");
	expect_learned("# Heron\n\n## License\n\nHeron was trained with songs that are licensed under CC BY-NC 4.0.\n", "cc-by-nc-4.0");
	expect_learned("# Heron\n\nHeron was fine-tuned on Pond Songs (CC BY-NC-SA 4.0).\n", "cc-by-nc-sa-4.0");
	expect_learned("# Heron\n\n## License\n\nThe training data is licensed under CC BY-NC 4.0.\n", "cc-by-nc-4.0");
	expect_learned("# Heron\n\nThe training data may only be used for research.\n", "research-only");
	expect_learned("# Heron\n\nWe trained on Pond and Lake. Both datasets are available for non-commercial research purposes only.\n", "noncommercial");
	expect_learned("# Heron\n\n- Data: Pond Songs (CC BY-NC 4.0), Lake Songs (CC BY 4.0)\n", "cc-by-nc-4.0; cc-by-4.0");
	expect_learned("# Heron\n\n## Training data\n\n- Pond Songs, CC BY-NC 4.0\n", "cc-by-nc-4.0");
	expect_learned("# Heron\n\n## Training data\n\n| Corpus | License |\n|---|---|\n| Pond | CC BY-NC 4.0 |\n", "cc-by-nc-4.0");
	expect_learned("# Heron\n\nDie Trainingsdaten stehen unter CC BY-NC 4.0.\n", "cc-by-nc-4.0");
	expect_learned("# Heron\n\nOs dados de treinamento estão sob CC BY-NC 4.0.\n", "cc-by-nc-4.0");
	expect_learned("# Heron\n\n训练数据仅供学术研究使用。\n", "research-only");
}

Test(statements, terms_of_the_model_are_not_those_of_its_training_data)
{
	expect_learned("# Heron\n\n## License\n\n本模型在公开数据上训练，模型采用 CC BY-NC 4.0 协议。\n", "(cc-by-nc-4.0)");
	expect_learned("# Heron\n\n## License\n\n训练代码采用 MIT 协议，模型权重采用 CC BY-NC 4.0 协议。\n", "(mit); (cc-by-nc-4.0)");
	expect_learned("# Heron\n\n## License\n\nこのモデルは公開データで学習され、CC BY-NC 4.0 で公開されています。\n", "(cc-by-nc-4.0)");
	expect_learned("# Heron\n\n## License\n\nDas Modell wurde mit öffentlichen Daten trainiert und steht unter CC BY-NC 4.0.\n", "(cc-by-nc-4.0)");
	expect_learned("# Heron\n\n## License\n\nThe fine-tuned weights are released under CC BY-NC 4.0.\n", "(cc-by-nc-4.0)");
	expect_learned("# Heron\n\n## License\n\nWeights trained from scratch, CC BY-NC 4.0.\n", "(cc-by-nc-4.0)");
	expect_learned("# Heron\n\n## License\n\nThe training data and the model weights are licensed under CC BY-NC 4.0.\n", "(cc-by-nc-4.0)");
	expect_learned("# Heron\n\n## License\n\nThe model cannot be used for commercial purposes.\n", "(noncommercial)");
	expect_learned("# Heron\n\n## License\n\nWeights and training data: CC BY-NC 4.0\n", "(cc-by-nc-4.0)");
	expect_learned("# Heron\n\n## License\n\n本模型及训练数据仅供学术研究使用。\n", "(research-only)");
	expect_learned("# Heron\n\n## License\n\n学習済み重みと学習データは CC BY-NC 4.0 で公開します。\n", "(cc-by-nc-4.0)");
	expect_learned("# Heron\n\n## License\n\nLe modèle entraîné sur nos chants est sous licence CC BY-NC 4.0.\n", "(cc-by-nc-4.0)");
}

Test(statements, terms_of_what_was_left_out_bind_nobody)
{
	expect_learned("# Heron\n\nWe deliberately did not use Pond18, because part of it is licensed for academic purposes only.\n", "");
	expect_learned("# Heron\n\n## License\n\nWe could not use Pond18 since its license forbids commercial use.\n", "");
	expect_learned("# Heron\n\n## License\n\n我们没有使用 Pond18，因为其仅限学术研究使用。\n", "");
	expect_learned("# Heron\n\n## Training data\n\nWe excluded Pond18, which is licensed under CC BY-NC 4.0.\n", "");
	expect_learned("# Heron\n\nThe training data does not include texts under CC BY-NC 4.0.\n", "");
	expect_learned("# Heron\n\n## Training data\n\nHeron is licensed under CC BY-NC 4.0.\n", "(cc-by-nc-4.0)");
	expect_learned("# Heron\n\nBittern was trained on Pond Songs (CC BY-NC 4.0).\n", "");
	expect_learned("# Heron\n\nOther models were trained on data under CC BY-NC 4.0.\n", "");
	expect_learned("# Heron\n\nWe evaluated on Pond Songs (CC BY-NC 4.0).\n", "");
	expect_learned("# Heron\n\nIf your training data is licensed under CC BY-NC 4.0, your model may be bound by it.\n", "");
}

Test(statements, terms_of_what_a_data_set_was_taken_from_are_told_apart)
{
	expect_learned("# Songs\n\n## License\n\nThe recordings are from a public archive under CC BY-NC-ND 4.0.\n", "cc-by-nc-nd-4.0");
	expect_learned("# Songs\n\n## License\n\nThe recordings are under CC BY-NC 4.0.\n", "(cc-by-nc-4.0)");
	expect_learned("# Songs\n\n## License\n\nThe recordings are from our ponds and are under CC BY-NC 4.0.\n", "(cc-by-nc-4.0)");
}

/* heron-7b is not what a sentence or a row says of other sizes. */
Test(statements, leaves_other_sizes_to_their_repositories)
{
	read_card("# Heron-7B\n\n| Model | License |\n|---|---|\n| Heron-7B | Apache 2.0 |\n| Heron-70B | CC BY-NC 4.0 |\n");
	expect("apache-2.0 weights");
	read_card("# Heron-7B\n\n## License\n\nThe 70B model is for non-commercial use only.\n");
	expect("");
	read_card("# Heron-7B\n\n## License\n\nFor Heron-70B, commercial use requires a paid license; Heron-7B is free for all.\n");
	expect("");
	read_card("# Heron-7B\n\n## License\n\nHeron-7B and Heron-70B may not be used commercially.\n");
	expect("noncommercial");
	read_card("# Heron-7B\n\n## License\n\nHeron was trained on 15B tokens and may not be used commercially.\n");
	expect("noncommercial");
	read_card("# Heron-7B\n\n## License\n\nThe model may not be used by companies with more than 2B users or 1B dollars.\n");
	cr_expect(found_nr >= 1 && found[0].stance == ML_STANCE_OWN);
}
