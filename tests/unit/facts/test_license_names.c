/* Names of licenses as cards, badges and prose write them, through the look-ups that the program uses and the knowledge that it ships. */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

#include "lint/facts/parts.h"
#include "lint/knowledge/licenses.h"
#include "lint/text/expression.h"
#include "rules/registry.h"

#define TEXT_MAX 120
#define ID_MAX 40

struct spelling {
	char text[TEXT_MAX];
	char id[ID_MAX]; /* "": names no license */
};

/* Where Criterion's parameters are handed to workers, arrays of plain bytes travel whole. */
#define PARAMETERS(table) cr_make_param_array(struct spelling, table, sizeof(table) / sizeof *(table))

static void expect(const struct ml_license *license, const struct spelling *s)
{
	const char *got = license ? license->id : "";

	cr_expect_str_eq(got, s->id, "'%s' is '%s', not '%s'", s->text, got, s->id);
}

/* Values of "license:" and "license_name:", classifiers, the message of a badge. */
static struct spelling cards[] = {
	{ "mit", "mit" },
	{ "MIT License", "mit" },
	{ "The MIT License (MIT)", "mit" },
	{ "MIT licence", "mit" },
	{ "Expat License", "mit" },
	{ "Apache 2.0", "apache-2.0" },
	{ "apache-2", "apache-2.0" },
	{ "Apache License, Version 2.0", "apache-2.0" },
	{ "Apache-2.0 license", "apache-2.0" },
	{ "Apache Software License", "apache-2.0" },
	{ "ASL 2.0", "apache-2.0" },
	{ "SDXL Turbo non-commercial research community license", "sd-turbo-nc" },
	{ "BSD-3-Clause", "bsd-3-clause" },
	{ "BSD 3-Clause License", "bsd-3-clause" },
	{ "3-Clause BSD License", "bsd-3-clause" },
	{ "New BSD License", "bsd-3-clause" },
	{ "Simplified BSD License", "bsd-2-clause" },
	{ "GPLv3", "gpl-3.0" },
	{ "GPL-3.0-only", "gpl-3.0" },
	{ "GPL-3.0-or-later", "gpl-3.0-or-later" },
	{ "GNU General Public License v3.0", "gpl-3.0" },
	{ "AGPL-3.0", "agpl-3.0" },
	{ "GNU AGPLv3", "agpl-3.0" },
	{ "LGPL-2.1", "lgpl-2.1" },
	{ "MPL 2.0", "mpl-2.0" },
	{ "Mozilla Public License 2.0", "mpl-2.0" },
	{ "CC BY 4.0", "cc-by-4.0" },
	{ "CC-BY-4.0", "cc-by-4.0" },
	{ "cc by-nc 4.0", "cc-by-nc-4.0" },
	{ "CC BY NC SA 4.0", "cc-by-nc-sa-4.0" },
	{ "Creative Commons Attribution-NonCommercial 4.0 International", "cc-by-nc-4.0" },
	{ "Creative Commons Attribution Non Commercial 4.0", "cc-by-nc-4.0" },
	{ "Creative Commons Attribution-ShareAlike 4.0 International License", "cc-by-sa-4.0" },
	{ "CC0", "cc0-1.0" },
	{ "CC0 1.0 Universal", "cc0-1.0" },
	{ "The Unlicense", "unlicense" },
	{ "WTFPL", "wtfpl" },
	{ "Llama 2 Community License", "llama2" },
	{ "llama2", "llama2" },
	{ "LLAMA 2 COMMUNITY LICENSE AGREEMENT", "llama2" },
	{ "Meta Llama 3 Community License Agreement", "llama3" },
	{ "Llama 3.1 Community License Agreement", "llama3.1" },
	{ "llama3_1", "llama3.1" },
	{ "Llama-3.2 Community License", "llama3.2" },
	{ "Llama 4 Community License", "llama4" },
	{ "Gemma Terms of Use", "gemma" },
	{ "gemma", "gemma" },
	{ "CreativeML Open RAIL-M", "creativeml-openrail-m" },
	{ "CreativeML OpenRAIL-M license", "creativeml-openrail-m" },
	{ "BigScience RAIL License v1.0", "bigscience-bloom-rail-1.0" },
	{ "BigCode OpenRAIL-M v1", "bigcode-openrail-m" },
	{ "OpenRAIL++", "openrail++" },
	{ "Tongyi Qianwen LICENSE AGREEMENT", "tongyi-qianwen" },
	{ "Qwen Research License Agreement", "qwen-research" },
	{ "NVIDIA Open Model License", "nvidia-open-model-license" },
	{ "Stability AI Community License", "stabilityai-ai-community" },
	{ "FLUX.1 [dev] Non-Commercial License", "flux-1-dev-non-commercial-license" },
	/* Whatever the text, the maker's cards name the family. */
	{ "tencent-hunyuan-community", "tencent-hunyuan-community" },
	{ "Tencent Hunyuan Community License Agreement", "tencent-hunyuan-community" },
	{ "Tencent Hunyuan-Large Community License", "tencent-hunyuan-large" },
	{ "DeepSeek License", "deepseek" },
	{ "Falcon LLM License", "falcon-llm-license" },
	{ "Business Source License 1.1", "busl-1.1" },
	{ "Elastic License 2.0", "elastic-2.0" },
	{ "S-Lab License 1.0", "s-lab-1.0" },
	{ "PolyForm Noncommercial 1.0.0", "polyform-noncommercial-1.0.0" },
	{ "MIT 协议", "mit" },
	{ "MIT许可证", "mit" },
	{ "Apache 2.0 许可证", "apache-2.0" },
	{ "木兰宽松许可证", "mulanpsl-2.0" },
	{ "ODC-By", "odc-by" },
	{ "CDLA-Permissive-2.0", "cdla-permissive-2.0" },
	{ "OpenMDW-1.0", "openmdw-1.0" },
	/* What any license may be called names none. */
	{ "Model License", "" },
	{ "license", "" },
	{ "Community License Agreement", "" },
	{ "Research License", "" },
	{ "our own terms of use", "" },
	{ "open source", "" },
	{ "custom license", "" },
	{ "Non-Commercial Research License", "" },
	{ "Software License Agreement", "" },
	{ "Acceptable Use Policy", "" },
};
ParameterizedTestParameters(license_names, should_know_what_cards_say)
{
	return PARAMETERS(cards);
}
ParameterizedTest(struct spelling *s, license_names, should_know_what_cards_say)
{
	expect(ml_license_named(&ml_builtin_knowledge, ml_span_of(s->text)), s);
}

static struct spelling addresses[] = {
	{ "https://opensource.org/licenses/MIT", "mit" },
	{ "https://opensource.org/license/mit/", "mit" },
	{ "http://www.apache.org/licenses/LICENSE-2.0", "apache-2.0" },
	{ "https://www.apache.org/licenses/LICENSE-2.0.txt", "apache-2.0" },
	{ "https://opensource.org/licenses/Apache-2.0", "apache-2.0" },
	{ "https://creativecommons.org/licenses/by-nc/4.0/", "cc-by-nc-4.0" },
	{ "https://creativecommons.org/licenses/by-nc-sa/4.0/legalcode", "cc-by-nc-sa-4.0" },
	{ "http://creativecommons.org/licenses/by/4.0/deed.fr", "cc-by-4.0" },
	{ "https://creativecommons.org/publicdomain/zero/1.0/", "cc0-1.0" },
	{ "https://www.gnu.org/licenses/gpl-3.0.en.html", "gpl-3.0" },
	{ "https://www.gnu.org/licenses/agpl-3.0", "agpl-3.0" },
	{ "https://ai.google.dev/gemma/terms", "gemma" },
	{ "https://www.llama.com/llama3_1/license/", "llama3.1" },
	{ "https://llama.meta.com/llama3/license/", "llama3" },
	{ "https://ai.meta.com/llama/license/", "llama2" },
	{ "https://huggingface.co/spaces/CompVis/stable-diffusion-license", "creativeml-openrail-m" },
	{ "https://huggingface.co/spaces/bigcode/bigcode-model-license-agreement", "bigcode-openrail-m" },
	{ "https://spdx.org/licenses/MIT.html", "mit" },
	{ "https://choosealicense.com/licenses/mit/", "mit" },
	{ "https://example.org/licenses/mine", "" },
	{ "https://github.com/acme/heron", "" },
};
ParameterizedTestParameters(license_names, should_know_addresses)
{
	return PARAMETERS(addresses);
}
ParameterizedTest(struct spelling *s, license_names, should_know_addresses)
{
	expect(ml_license_by_url(&ml_builtin_knowledge, ml_span_of(s->text)), s);
}

/* The first license that a sentence names. */
static struct spelling sentences[] = {
	{ "This project is released under the Apache 2.0 license.", "apache-2.0" },
	{ "The code is MIT licensed.", "mit" },
	{ "Licensed under the MIT License.", "mit" },
	{ "Weights are released under CC BY-NC 4.0.", "cc-by-nc-4.0" },
	{ "The model is governed by the Llama 3.1 Community License.", "llama3.1" },
	{ "Use is subject to the Gemma Terms of Use.", "gemma" },
	{ "本项目采用 MIT 协议。", "mit" },
	{ "模型权重遵循 Apache 2.0 许可证", "apache-2.0" },
	{ "本项目遵循 GPLv3 开源协议", "gpl-3.0" },
	{ "It is licensed under the GNU General Public License v3.0.", "gpl-3.0" },
	{ "Dataset: CC-BY-SA 4.0 license", "cc-by-sa-4.0" },
	{ "See the model license for details.", "" },
	{ "Our community license agreement applies.", "" },
	{ "A research license is available on request.", "" },
	{ "She studied at MIT before she founded the lab.", "" },
	{ "Researchers from MIT trained the model.", "" },
};
ParameterizedTestParameters(license_names, should_find_names_in_sentences)
{
	return PARAMETERS(sentences);
}
ParameterizedTest(struct spelling *s, license_names, should_find_names_in_sentences)
{
	struct ml_license_mention mention = { 0 };
	size_t at = 0;
	bool found = ml_license_mention_next(&ml_builtin_knowledge, ml_span_of(s->text), &at, &mention, false);

	expect(found ? mention.license : NULL, s);
}

/* The left-most id of an expression. */
static struct spelling expressions[] = {
	{ "MIT OR Apache-2.0", "mit" },
	{ "(Apache-2.0 AND CC-BY-4.0)", "apache-2.0" },
	{ "GPL-2.0-or-later WITH Classpath-exception-2.0", "gpl-2.0-or-later" },
	{ "LGPL-2.1-only", "lgpl-2.1" },
	{ "GPL-3.0+", "gpl-3.0" },
	{ "Apache-2.0 OR GPL-2.0-only", "apache-2.0" },
};
ParameterizedTestParameters(license_names, should_know_the_ids_of_expressions)
{
	return PARAMETERS(expressions);
}
ParameterizedTest(struct spelling *s, license_names, should_know_the_ids_of_expressions)
{
	struct ml_arena *arena = ml_arena_new();
	const struct ml_expression *expression;
	struct ml_error err = { 0 };

	cr_assert_eq(ml_expression_parse(&expression, arena, ml_span_of(s->text), &err), 0, "%s: %s", s->text, err.text);
	while (expression->left)
		expression = expression->left;
	expect(ml_license_named(&ml_builtin_knowledge, expression->id), s);
	ml_arena_free(arena);
}
