/* Whether a sentence takes away what an open license grants: the license that it names, or that of the work it leaves out. Sentences are made up. */
#include "tests/unit/facts/limits.h"

struct taking {
	bool taken;
	const char *text;
};

/* Whether the card of Heron states a limit of its own work that is not a known license's. named: it is that of a name that nobody knows. */
static bool takes(const char *heading, const char *said, bool named)
{
	static const char *const names[] = { "heron", "heron-7b" };
	struct ml_statement *out = NULL;
	struct memory m;
	char text[1024];
	size_t own = 0;

	snprintf(text, sizeof text, "# Heron-7B\n\n%s%s%s%s\n", heading ? "A bird.\n\n## " : "", heading ? heading : "", heading ? "\n\n" : "", said);
	size_t nr = stated(&out, &m, names, 2, text);
	for (size_t i = 0; i < nr; i++)
		own += out[i].stance == ML_STANCE_OWN && out[i].terms_nr && !out[i].license && !out[i].declared == !named && out[i].scope != ML_SCOPE_DATA;
	memory_close(&m);
	return own > 0;
}

static void check_named(const char *heading, const struct taking *table, size_t nr, bool named)
{
	for (size_t i = 0; i < nr; i++)
		cr_expect_eq(takes(heading, table[i].text, named), table[i].taken, "'%s' takes %s below '%s'", table[i].text, table[i].taken ? "nothing" : "something",
			     heading ? heading : "the title");
}

static void check(const char *heading, const struct taking *table, size_t nr)
{
	check_named(heading, table, nr, false);
}

#define TAKEN_CHECK(heading, table) check(heading, table, sizeof table / sizeof *table)

Test(statements_taken, should_hear_what_a_sentence_takes_from_the_license_that_it_names)
{
	static const struct taking table[] = {
		{ true, "Published under the MIT license, for research purposes only." },
		{ true, "MIT License, but for non-commercial use only." },
		{ true, "This project is licensed under MIT but may not be used commercially." },
		{ true, "License: MIT (for research only)" },
		{ true, "Apache 2.0 (non-commercial)." },
		{ true, "The weights are released under the Apache 2.0 license, for academic research only." },
		{ true, "The model is MIT licensed; however, commercial use requires a separate agreement." },
		{ true, "Our model follows the Apache 2.0 license but is limited to academic use." },
		{ true, "MIT License with the additional restriction that commercial use requires permission." },
		{ true, "Apache-2.0 for research, contact us for a commercial license." },
		{ true, "Heron is under a dual license: Apache-2.0 for non-commercial use and a paid license for commercial use." },
		{ true, "GPL-3.0 for non-commercial use; commercial users must buy a license." },
		{ true, "本项目采用 MIT 协议，但禁止用于商业用途。" },
		{ true, "本项目采用 Apache 2.0 协议，仅供学术研究使用" },
		{ true, "开源协议：Apache-2.0（禁止商用）" },
		{ true, "MITライセンスですが、商用利用は禁止です。" },
		{ true, "MIT 라이선스이나 상업적 이용은 금지합니다." },
		{ true, "Lizenz: MIT, jedoch nur für Forschungszwecke." },
		{ true, "Licence MIT, usage commercial interdit." },
		{ true, "Licencia MIT, pero no se permite el uso comercial." },
		{ true, "Лицензия MIT, но коммерческое использование запрещено." },
		{ true, "| | |\n|---|---|\n| **License** | MIT (academic use only) |" },
		{ true, "For research use only, under the MIT License." },
		{ true, "This model is for research only and is released under the Apache 2.0 license." },
		{ true, "Heron-7B is distributed under BSD-3-Clause; commercial use is prohibited." },
		{ true, "The code and the weights are under Apache-2.0, but may be used for non-commercial purposes only." },
		{ true, "The code is MIT licensed, and the weights are Apache 2.0 but restricted to non-commercial research." },
		{ true, "You can use Heron-7B under the MIT license, provided that it is for non-commercial purposes only." },
		{ true, "Die Gewichte stehen unter der MIT-Lizenz, dürfen aber nur für die Forschung verwendet werden." },
		{ true, "Les poids sont sous licence Apache 2.0, mais uniquement pour la recherche." },
		{ true, "模型权重采用 Apache 2.0 许可证，但不得用于商业目的。" },
		{ true, "모델은 Apache 2.0 라이선스를 따르며, 비상업적 용도로만 사용할 수 있습니다." },
		{ true, "モデルはApache 2.0ライセンスで公開していますが、研究目的でのみ利用できます。" },
		{ false, "The code is Apache 2.0 and the dataset is CC BY-NC 4.0, non-commercial only." },
		{ false, "GPL-3.0 for everybody, and a commercial license for those who cannot live with the GPL." },
		{ false, "Heron-7B is Apache 2.0, unlike Llama 1, which was for non-commercial research only." },
		{ false, "Unlike LLaMA, which may not be used commercially, Heron is released under the Apache 2.0 license." },
		{ false, "Heron-7B is under Apache 2.0, so there are no restrictions on commercial use." },
		{ false, "Heron-7B is under Apache 2.0; the training data is for non-commercial research only." },
		{ false, "Heron-7B is under Apache 2.0, while most other models forbid commercial use." },
		{ false, "Heron-7B is under Apache 2.0; the demo may not be used commercially." },
		{ false, "Heron-7B is under Apache 2.0, whereas earlier versions were limited to research." },
		{ false, "Heron-7B is released under the Apache 2.0 license for research and commercial use." },
		{ false, "Heron-7B is Apache 2.0, commercial use is allowed." },
		{ false, "Heron-7B is Apache 2.0 (previously CC BY-NC 4.0, non-commercial only)." },
		{ false, "Apache 2.0, no limits: not only for research." },
		{ false, "AGPL-3.0 for open source projects; a commercial license is available for closed source products." },
		{ false, "Heron-7B is dual-licensed under AGPL-3.0 and a commercial license; contact us if AGPL-3.0 does not suit you." },
		{ false, "Apache 2.0: you may use it commercially, but you must not remove the notices." },
		{ false, "MIT License; the Heron logo may not be used commercially." },
		{ false, "The model is under Apache 2.0, but the base model, Llama 1, is for non-commercial use only." },
		{ false, "The model is MIT licensed; Wren-13B may only be used for research." },
		{ false, "MIT License. The recordings on the demo page are for non-commercial use only." },
		{ false, "本项目采用 Apache 2.0 协议，可免费商用。" },
		{ false, "本项目采用 Apache 2.0 协议，不同于 LLaMA 仅限学术研究使用。" },
		{ false, "代码采用 MIT 协议，训练数据仅供学术研究使用。" },
		{ false, "MITライセンスなので、商用利用に制限はありません。" },
		{ false, "MIT 라이선스이며 상업적 이용이 가능합니다." },
		{ false, "Lizenz: MIT, auch für kommerzielle Zwecke, nicht nur für Forschung." },
		{ false, "Licence MIT, usage commercial autorisé." },
		{ false, "Licencia MIT: se permite el uso comercial." },
		{ false, "Лицензия MIT, коммерческое использование разрешено." },
		{ false, "MIT license; please cite our paper if you use it for research." },
		{ false, "Apache 2.0, tested for research purposes only on A100." },
		{ false, "We chose Apache 2.0 since a non-commercial license would only allow research." },
		{ false, "Heron-7B is under Apache 2.0, but our evaluation used GPT-4, whose outputs may not be used commercially." },
		{ false, "Apache 2.0. Note that the voices in samples/ are for non-commercial use only." },
		{ false, "Heron-7B is Apache 2.0; Heron-70B is for non-commercial research only." },
		{ true, "Apache-2.0 license for non-commercial use, proprietary license otherwise." },
		{ true, "Apache License 2.0 (for academic research only)" },
		{ true, "The model is released under Apache 2.0, strictly for non-commercial purposes." },
		{ true, "MIT (non-commercial use)" },
		{ true, "Heron-7B is open-sourced under MIT for non-commercial research purposes only." },
		{ true, "The weights are MIT-licensed, but companies must obtain a commercial license before any commercial use." },
		{ true, "模型遵循 MIT 开源协议，但仅限非商业用途。" },
		{ true, "本模型以 Apache 2.0 许可证发布，商业使用需获得书面授权。" },
		{ true, "El modelo se publica bajo la licencia Apache 2.0, solo para uso no comercial." },
		{ true, "O modelo usa a licença MIT, mas é proibido o uso comercial." },
		{ true, "Il modello è rilasciato con licenza MIT, ma non può essere usato per scopi commerciali." },
		{ true, "Модель распространяется по лицензии MIT, только для некоммерческого использования." },
		{ true, "This dataset-free model is MIT licensed and limited to non-commercial use." },
		{ false, "The model is MIT licensed, and so is the code; only the research dashboard is closed." },
		{ false, "Released under MIT. If you use it in academic research, please cite us." },
		{ false, "MIT License: commercial use, modification and distribution are permitted." },
		{ false, "MIT licensed for research and commercial use." },
		{ false, "Apache 2.0, with no limit to research or non-commercial use." },
		{ false, "Heron-7B is under Apache 2.0, not a non-commercial license." },
		{ false, "Apache 2.0 – commercial use allowed without restrictions, only attribution needed." },
		{ false, "Heron-7B was trained for research purposes only on public data and is released under Apache 2.0." },
		{ false, "The MIT License does not limit you to non-commercial use." },
		{ false, "Apache-2.0 for code, CC BY-NC 4.0 for weights (non-commercial only)." },
		{ false, "The code is under MIT, the weights under the Heron Research License, for non-commercial use only." },
		{ false, "Code: MIT. Paper figures: for non-commercial use only." },
		{ false, "Apache 2.0; for commercial support contact sales@marsh.example." },
		{ false, "Apache 2.0; we offer a commercial license with support and indemnity for enterprises." },
		{ false, "The model (Apache 2.0) was built for non-commercial institutions such as museums, but anybody may use it." },
		{ false, "Heron-7B is under the MIT license, and its teacher was only available for research." },
		{ false, "Apache 2.0. The evaluation set is limited to academic use." },
		{ false, "Heron is MIT; some of the third-party checkpoints it can load are for research only." },
		{ false, "The code is Apache 2.0; Llama 2 weights may not be used commercially above 700M users." },
		{ false, "本项目采用 MIT 协议，第三方模型仅供研究使用。" },
		{ false, "MIT 协议，欢迎商用，不得删除版权声明。" },
		{ false, "CC BY-NC 4.0, for non-commercial use only." },
	};

	TAKEN_CHECK("License", table);
}

Test(statements_taken, should_hear_plain_limits_below_the_title_and_below_headings_of_terms)
{
	static const struct taking table[] = {
		{ true, "**Non-commercial use only.**" },
		{ true, "Non-commercial use only." },
		{ true, "For research purposes only." },
		{ true, "⚠️ For research use only." },
		{ true, "No commercial use." },
		{ true, "Not for commercial use." },
		{ true, "Commercial use is prohibited." },
		{ true, "Strictly for non-commercial research only." },
		{ true, "Research use only." },
		{ true, "仅供学术研究使用。" },
		{ true, "仅限非商业用途。" },
		{ true, "禁止商用。" },
		{ true, "商用利用禁止。" },
		{ true, "研究目的でのみ利用できます。" },
		{ true, "상업적 이용 금지." },
		{ true, "Nur für nicht-kommerzielle Zwecke." },
		{ true, "Nur für Forschungszwecke." },
		{ true, "Solo para uso no comercial." },
		{ true, "Только для некоммерческого использования." },
		{ false, "Commercial use is allowed." },
		{ false, "Commercial use is not restricted." },
		{ false, "Not only for research." },
		{ false, "No commercial datasets were used." },
		{ false, "Commercial models such as GPT-4 cannot be inspected." },
		{ false, "Commercial LLMs are not allowed in our benchmark." },
		{ false, "Academic papers only were used for training." },
		{ false, "Only non-commercial data was used." },
		{ false, "Non-commercial and commercial use are both fine." },
		{ false, "Research prototypes only differ in size." },
		{ false, "Our demo is for non-commercial use only." },
		{ false, "仅使用非商业数据训练。" },
		{ false, "商用无限制。" },
		{ false, "禁止商用的数据未被使用。" },
		{ false, "研究用途与商业用途均可。" },
		{ false, "商用利用可能です。" },
		{ false, "상업적 이용 가능합니다." },
		{ false, "Is commercial use allowed?" },
		{ false, "Educational videos only are used." },
	};

	TAKEN_CHECK(NULL, table);
	TAKEN_CHECK("Important notice", table);
	TAKEN_CHECK("Terms and Conditions", table);
}

Test(statements_taken, should_know_headings_of_terms_in_other_languages)
{
	static const struct {
		const char *heading;
		struct taking said;
	} table[] = {
		{ "Terms", { true, "Commercial use is not permitted." } },
		{ "Terms and Conditions", { true, "Commercial use is not permitted." } },
		{ "Terms of Service", { true, "Commercial use is not permitted." } },
		{ "Conditions of use", { true, "Commercial use is not permitted." } },
		{ "Usage restrictions", { true, "Commercial use is not permitted." } },
		{ "Restrictions", { true, "Commercial use is not permitted." } },
		{ "Nutzungsbedingungen", { true, "Nur für nicht-kommerzielle Zwecke." } },
		{ "Nutzung", { true, "Nur für nicht-kommerzielle Zwecke." } },
		{ "Rechtliches", { true, "Nur für nicht-kommerzielle Zwecke." } },
		{ "Hinweise", { true, "Nur für nicht-kommerzielle Zwecke." } },
		{ "Nutzungsrechte", { true, "Nur für nicht-kommerzielle Zwecke." } },
		{ "Conditions d'utilisation", { true, "Tout usage commercial est interdit." } },
		{ "Mentions légales", { true, "Tout usage commercial est interdit." } },
		{ "Restrictions", { true, "Tout usage commercial est interdit." } },
		{ "Conditions générales", { true, "Tout usage commercial est interdit." } },
		{ "Condiciones de uso", { true, "No se permite el uso comercial." } },
		{ "Términos de uso", { true, "No se permite el uso comercial." } },
		{ "Aviso legal", { true, "No se permite el uso comercial." } },
		{ "Restricciones", { true, "No se permite el uso comercial." } },
		{ "Condições de uso", { true, "O uso comercial é proibido." } },
		{ "Termos de uso", { true, "O uso comercial é proibido." } },
		{ "Restrições", { true, "O uso comercial é proibido." } },
		{ "Условия использования", { true, "Коммерческое использование запрещено." } },
		{ "Ограничения", { true, "Коммерческое использование запрещено." } },
		{ "利用規約", { true, "商用利用は禁止です。" } },
		{ "利用条件", { true, "商用利用は禁止です。" } },
		{ "使用条件", { true, "商用利用は禁止です。" } },
		{ "規約", { true, "商用利用は禁止です。" } },
		{ "注意事項", { true, "商用利用は禁止です。" } },
		{ "商用利用について", { true, "商用利用は禁止です。" } },
		{ "授權", { true, "禁止商業使用。" } },
		{ "授權條款", { true, "禁止商業使用。" } },
		{ "許可證", { true, "禁止商業使用。" } },
		{ "許可協議", { true, "禁止商業使用。" } },
		{ "使用條款", { true, "禁止商業使用。" } },
		{ "版權", { true, "禁止商業使用。" } },
		{ "使用条款", { true, "禁止商业使用。" } },
		{ "注意事项", { true, "禁止商业使用。" } },
		{ "使用须知", { true, "禁止商业使用。" } },
		{ "协议", { true, "禁止商业使用。" } },
		{ "이용 약관", { true, "상업적 이용을 금지합니다." } },
		{ "이용약관", { true, "상업적 이용을 금지합니다." } },
		{ "이용 조건", { true, "상업적 이용을 금지합니다." } },
		{ "사용 조건", { true, "상업적 이용을 금지합니다." } },
		{ "저작권", { true, "상업적 이용을 금지합니다." } },
		{ "Condizioni d'uso", { true, "È vietato l'uso commerciale." } },
		{ "Termini d'uso", { true, "È vietato l'uso commerciale." } },
		{ "Training data", { false, "For research purposes only." } },
		{ "Evaluation", { false, "Non-commercial use only." } },
		{ "Training", { false, "禁止商用。" } },
		{ "Terms and Conditions", { false, "The demo may only be used for research." } },
		{ "Nutzungsbedingungen", { false, "Kommerzielle Nutzung ist erlaubt." } },
		{ "利用規約", { false, "商用利用可能です。" } },
		{ "Rights of animals", { false, "Non-commercial use only." } },
		{ "Thanks", { false, "Non-commercial use only." } },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		check(table[i].heading, &table[i].said, 1);
}

Test(statements_taken, should_hear_limits_behind_the_title_of_an_agreement)
{
	static const struct taking table[] = {
		{ true, "模型权重的使用遵循《苍鹭模型许可协议》，禁止商用。" },
		{ true, "使用模型权重需遵循《苍鹭社区许可协议》：仅供学术研究使用。" },
		{ true, "使用苍鹭模型须遵守《苍鹭模型许可》；不得用于商业用途。" },
		{ false, "使用模型权重需遵循《苍鹭模型许可协议》，允许免费商用。" },
		{ false, "使用 LLaMA 权重需遵循《LLaMA 许可协议》，仅供研究使用，本仓库不包含 LLaMA 权重。" },
	};

	check_named("协议", table, sizeof table / sizeof *table, true);
}

Test(statements_taken, should_tell_notes_of_ones_own_from_quotes)
{
	static const struct taking table[] = {
		{ true, "> **Note**\n> The weights may not be used commercially." },
		{ true, "> **License note:** the weights may not be used commercially." },
		{ true, "> ⚠️ For research use only." },
		{ true, "> 注意：模型权重仅供学术研究使用。" },
		{ true, "> **Important:** This model is for non-commercial use only." },
		{ true, "> This model may only be used for research." },
		{ true, "> **Warning**\n> Commercial use of this model is prohibited." },
		{ false, "As the Wren team says:\n\n> The weights may not be used commercially." },
		{ false, "From the LLaMA license:\n\n> The model may only be used for research." },
		{ false, "> \"The model may only be used for research.\" (Smith 2023)" },
		{ false, "> The weights may not be used commercially.\n> — Wren Lab" },
		{ false, "> Q: is this model for non-commercial use only?" },
		{ false, "The license of Llama 1 stated\n\n> The weights may not be used commercially." },
	};

	TAKEN_CHECK("License", table);
	TAKEN_CHECK("Usage", table);
}
