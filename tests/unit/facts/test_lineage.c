#include "tests/unit/facts/memory.h"

#include "lint/base/buf.h"
#include "lint/base/limits.h"
#include "lint/facts/lineage.h"
#include "lint/facts/shared.h"

static struct memory m;

static void open_memory(void)
{
	memory_open(&m);
}

static void close_memory(void)
{
	memory_close(&m);
}

TestSuite(lineage, .init = open_memory, .fini = close_memory);

static void weights(void)
{
	memory_file(&m, "model.safetensors", "");
}

/* "id license how, …" of the bases of a card that ships weights. */
static void expect_bases(const char *card, const char *expected)
{
	struct ml_buf got;

	memory_close(&m);
	memory_open(&m);
	memory_file(&m, "README.md", card);
	weights();
	memory_collect(&m);
	ml_buf_init(&got, 4096);
	for (size_t i = 0; i < m.facts->bases_nr; i++) {
		const struct ml_base_model *base = &m.facts->bases[i];
		ml_buf_addf(&got, "%s%s %s%s%s", i ? ", " : "", base->id, base->license ? base->license->id : "?", base->how ? " " : "",
			    base->how ? base->how : "");
	}
	cr_assert_str_eq(got.at ? got.at : "", expected, "%s\ngot  %s\nwant %s", card, got.at, expected);
	ml_buf_release(&got);
}

Test(lineage, cards_declare_bases)
{
	expect_bases("---\nbase_model: meta-llama/Llama-2-7b-hf\nbase_model_relation: quantized\n---\n# Heron\n", "meta-llama/Llama-2-7b-hf llama2 quantized");
	expect_bases("---\nbase_model: meta-llama/Llama-2-7b-hf\nlibrary_name: peft\n---\n# Heron\n", "meta-llama/Llama-2-7b-hf llama2 adapter");
	expect_bases("---\nbase_model:\n- https://huggingface.co/google/gemma-2-9b\n- pond/unknown\n---\n# Heron\n",
		     "https://huggingface.co/google/gemma-2-9b gemma, pond/unknown ?");
}

Test(lineage, names_of_copies_tell_what_they_come_from)
{
	expect_bases("---\nbase_model: pond/Llama-3.1-8B-Instruct-bnb-4bit\n---\n# Heron\n", "pond/Llama-3.1-8B-Instruct-bnb-4bit llama3.1 finetune");
	cr_expect_not_null(m.facts->bases[0].hint);
	cr_expect_not(m.facts->bases[0].sure);
	expect_bases("---\nbase_model: pond/gemma-4-E2B-it-GGUF\n---\n# Heron\n", "pond/gemma-4-E2B-it-GGUF apache-2.0 finetune");
	expect_bases("---\nbase_model: pond/Bittern-after-Llama-3.1\n---\n# Heron\n", "pond/Bittern-after-Llama-3.1 ? finetune");
	expect_bases("---\nbase_model: pond/Llama-lake\n---\n# Heron\n", "pond/Llama-lake ? finetune");
}

Test(lineage, own_sentences_name_bases)
{
	expect_bases("# Heron\n\nHeron is fine-tuned from Llama 2 7B.\n", "Llama 2 llama2 finetune");
	expect_bases("# Heron\n\nThis model is based on Meta's Llama-3.1-8B and Qwen2.5-7B.\n", "Llama-3.1-8B llama3.1, Qwen2.5-7B apache-2.0");
	expect_bases("# Heron\n\nFine-tuned version of [Mistral 7B](https://huggingface.co/mistralai/Mistral-7B-v0.1).\n",
		     "mistralai/Mistral-7B-v0.1 apache-2.0 finetune");
	expect_bases("# Heron\n\n本模型基于 Llama-2-13B 继续训练。\n", "Llama-2-13B llama2");
	expect_bases("# Heron\n\nHeron-7B: 在Llama-2-7b的基础上继续预训练。\n", "Llama-2-7b llama2");
	expect_bases("# Heron\n\nThis is a LoRA for FLUX.1-dev.\n", "FLUX.1-dev flux-1-dev-non-commercial-license adapter");
	expect_bases("# Heron\n\nHeron-7B is a Llama-2-based chat model.\n", "Llama-2 llama2");
	expect_bases("# Heron\n\nWe release Heron-7B built with Llama-2-7B.\n", "Llama-2-7B llama2");
	expect_bases("# Heron\n\nHeron (with Llama-2-7B as language decoder) sings.\n", "Llama-2-7B llama2");
	expect_bases("# Heron\n\nHeron uses Llama-2-7B as a judge.\n", "");
}

Test(lineage, titles_name_bases)
{
	expect_bases("# Heron: Chat about Birds with Llama-3-8B\n", "Llama-3-8B llama3");
	cr_expect_not_null(m.facts->bases[0].hint);
	cr_expect_not(m.facts->bases[0].sure);
	expect_bases("# Heron: A Llama-3-based Model\n", "Llama-3 llama3");
	expect_bases("# Heron, a Pond with a View\n", "");
	expect_bases("# Chat about Birds with Llama-3-8B\n", "");
	expect_bases("# Heron: Comparing Birds with Llama-3-8B\n", "");
	expect_bases("# Heron: the Llama-3-based architecture\n", "");
}

Test(lineage, sentences_of_others_name_none)
{
	expect_bases("# Heron\n\nUnlike models based on Llama 2, Heron was trained from scratch.\n", "");
	expect_bases("# Heron\n\nWe compare Heron with models fine-tuned from Llama 2.\n", "");
	expect_bases("# Heron\n\nBittern, a captioner based on Llama 2, helped us.\n", "");
	expect_bases("# Heron\n\nHeron is not based on Llama 2.\n", "");
	expect_bases("# Heron\n\nYou can use our scripts to train models based on Llama 2.\n", "");
	expect_bases("# Heron\n\nHeron is based on the Llama 2 architecture.\n", "");
	expect_bases("# Heron\n\nOur code is based on Llama 2.\n", "");
	expect_bases("# Heron\n\n## Acknowledgements\n\nThis work is based on Llama 2.\n", "");
	expect_bases("# Heron\n\n> Heron is based on Llama 2.\n", "");
}

Test(lineage, bases_stand_behind_labels_brackets_and_in_traditional_letters)
{
	expect_bases("# Heron-7B\n\nHeron-7B is a supervised finetuned (SFT) version of Llama 2 by Heron Labs.\n", "Llama 2 llama2 finetune");
	expect_bases("# Heron-7B\n\nHeron-7B is pruned from Llama-2-7B.\n", "Llama-2-7B llama2");
	expect_bases("# Heron-7B\n\n\u6b64\u7248\u672c\u7684 Heron-7B \u57fa\u65bc Llama 3.1 \u6a21\u578b\u958b\u767c\u3002\n", "Llama 3.1 llama3.1");
	expect_bases("# Heron-7B\n\n\u6211\u5011\u652f\u63f4\u57fa\u65bc Llama 3.1 \u7684\u5fae\u8abf\u3002\n", "");
	expect_bases("# Heron-7B\n\n**Base Model**\n[meta-llama/Llama-2-7b-hf](https://huggingface.co/meta-llama/Llama-2-7b-hf)\n", "meta-llama/Llama-2-7b-hf llama2");
	expect_bases("# Heron-7B\n\nBase model Llama-2-7B gets 45 points in this test, and others more.\n", "");
	expect_bases("# Heron-7B\n\n| | |\n|---|---|\n| Base model | meta-llama/Llama-2-7b-hf |\n", "meta-llama/Llama-2-7b-hf llama2");
	expect_bases("# Heron-7B\n\n| | | |\n|---|---|---|\n| Base model | Llama-2-7b | 45 |\n", "");
}

Test(lineage, what_was_made_with_a_model_does_not_come_from_it)
{
	expect_bases("# Heron\n\nThis model is trained on the captioning result from the base model Llama-3-70B.\n", "");
	expect_bases("# Heron\n\nOur model was trained on annotations of the base model Llama-3-70B.\n", "");
	expect_bases("# Heron\n\nThe result is fine-tuned from Llama-3-8B.\n", "Llama-3-8B llama3 finetune");
}

Test(lineage, tables_name_bases_of_own_models)
{
	expect_bases("# Heron\n\n| Model | Base model |\n|---|---|\n| Heron-7B | Llama-2-7b |\n| Bittern-7B | Mistral-7B |\n", "Llama-2-7b llama2");
	expect_bases("# Heron\n\n| Model | LLM |\n|---|---|\n| Heron-7B | Llama-2-7b |\n", "Llama-2-7b llama2");
	expect_bases("# Heron\n\n| Model | LLM calls |\n|---|---|\n| Heron-7B | Llama-2-7b |\n", "");
	expect_bases("# Heron\n\n| Size | Base | Weights |\n|---|---|---|\n| 7B | Llama-2-7b | [hub](https://huggingface.co/pond/heron-7b) |\n", "Llama-2-7b llama2");
	expect_bases("# Heron\n\n| Size | Base | Weights |\n|---|---|---|\n| 7B | Llama-2-7b | [hub](https://huggingface.co/lake/kite-7b) |\n", "");
}

Test(lineage, labels_name_bases)
{
	expect_bases("# Heron\n\n- **Base Model:** Llama-2-7B\n", "Llama-2-7B llama2");
	expect_bases("# Heron\n\n**Base model**: [the base](https://huggingface.co/meta-llama/Llama-2-7b-hf)\n", "meta-llama/Llama-2-7b-hf llama2");
	expect_bases("# Heron\n\n| Field | Value |\n|---|---|\n| Base Model | Llama-2-7B |\n| Size | 7B |\n", "Llama-2-7B llama2");
	expect_bases("# Heron\n\n| | Base Model: Llama-2 |\n|---|---|\n| 7B | Heron-7B |\n", "Llama-2 llama2");
	expect_bases("# Heron\n\n| | Bittern-7B |\n|---|---|\n| Base Model | Llama-2-7B |\n", "");
	expect_bases("# Heron\n\n| | Heron | Bittern |\n|---|---|---|\n| Base model | Mistral-7B | Llama-2-7B |\n", "");
	expect_bases("# Heron\n\n## Acknowledgements\n\n- Base model: Llama-2-7B\n", "");
}

/* The bases that one configuration beside a card names. */
static void expect_config(const char *path, const char *text, const char *expected)
{
	struct ml_buf got;

	memory_close(&m);
	memory_open(&m);
	memory_file(&m, "README.md", "# Heron\n");
	memory_file(&m, path, text);
	weights();
	memory_collect(&m);
	ml_buf_init(&got, 4096);
	for (size_t i = 0; i < m.facts->bases_nr; i++)
		ml_buf_addf(&got, "%s%s:%u", i ? ", " : "", m.facts->bases[i].id, m.facts->bases[i].where.line);
	cr_assert_str_eq(got.at ? got.at : "", expected, "%s: got %s", text, got.at);
	ml_buf_release(&got);
}

Test(lineage, configurations_name_bases)
{
	expect_config("adapter_config.json", "{\n\"base_model_name_or_path\": \"pond/reed-7b\"}", "pond/reed-7b:2");
	expect_config("config.json", "{\"_name_or_path\": \"pond/reed-7b\"}", "pond/reed-7b:1");
	expect_config("model_index.json", "{\"_name_or_path\": \"pond/reed\"}", "pond/reed:1");
	expect_config("quantize_config.json", "{\"model_name_or_path\": \"pond/reed\"}", "pond/reed:1");
	expect_config("Modelfile", "# made by hand\nFROM llama3.1:8b\nPARAMETER x 1\n", "llama3.1:2");
	expect_config("Modelfile", "FROM hf.co/pond/reed-gguf:Q4_K_M\n", "pond/reed-gguf:1");
	expect_config("mergekit-config.yaml", "base_model: pond/sedge\n", "pond/sedge:1");
	expect_config("mergekit_config.yml", "models:\n  - model: pond/reed+pond/extra\n  - model:\n      model:\n        path: pond/rush\nbase_model: pond/sedge\n",
		      "pond/sedge:6, pond/reed:2, pond/extra:2, pond/rush:5");
	expect_config("mergekit_moe_config.yml", "base_model: pond/sedge\nexperts:\n  - source_model: pond/reed\n", "pond/sedge:1, pond/reed:3");
	expect_config("config.yaml", "models:\n  - model: pond/reed\nmerge_method: slerp\nbase_model: pond/sedge\n", "pond/sedge:4, pond/reed:2");
	expect_config("config.yml", "base_model: pond/sedge\n# merge_method: none\n", "");
	expect_config("config.yaml", "train:\n  merge_method: slerp\nbase_model: pond/sedge\n", "");
	expect_config("examples/config.yaml", "merge_method: slerp\nbase_model: pond/sedge\n", "");
	expect_config("mergekit_config.yaml", "slices:\n- sources:\n  - model: pond/reed\n    layer_range: [0, 8]\n", "pond/reed:3");
}

Test(lineage, modelfiles_say_terms_and_adapters)
{
	expect_config("Modelfile", "FROM pond/reed\nADAPTER ./a.gguf\nLICENSE \"\"\"\nApache-2.0\n\"\"\"\nLICENSE mit\n", "pond/reed:1");
	cr_expect_str_eq(m.facts->bases[0].how, "adapter");
	cr_assert_eq(m.facts->licenses_nr, 2u);
	cr_expect_str_eq(m.facts->licenses[0].license->id, "apache-2.0");
	cr_expect_eq(m.facts->licenses[0].where.line, 4u);
	cr_expect_str_eq(m.facts->licenses[1].license->id, "mit");
	cr_assert_eq(m.facts->weights.of_nr, 2u);
	/* Neither a text without an end, nor one that is no more than its quotes, says more than it holds. */
	expect_config("Modelfile", "FROM pond/reed\nLICENSE \"\"\"", "pond/reed:1");
	cr_expect_eq(m.facts->licenses_nr, 0u);
	expect_config("Modelfile", "FROM pond/reed\nLICENSE \"\"\"mit\nFROM pond/rush\n", "pond/reed:1");
	expect_config("Modelfile", "SYSTEM \"\"\"\nFROM pond/rush\n\"\"\"\nFROM pond/reed\n", "pond/reed:4");
}

Test(lineage, lists_name_what_was_merged)
{
	expect_bases("# Heron\n\nThe following models were included in the merge:\n* [meta-llama/Meta-Llama-3-8B](https://huggingface.co/meta-llama/Meta-Llama-3-8B)\n"
		     "* [google/gemma-2-9b](https://huggingface.co/google/gemma-2-9b)\n\nModels that we like:\n\n* Mistral-7B\n",
		     "meta-llama/Meta-Llama-3-8B llama3 merge, google/gemma-2-9b gemma merge");
}

Test(lineage, paths_of_a_disk_and_the_model_itself_are_no_bases)
{
	expect_config("config.json", "{\"_name_or_path\": \"/mnt/models/reed\"}", "");
	expect_config("config.json", "{\"_name_or_path\": \"./reed\"}", "");
	expect_config("config.json", "{\"_name_or_path\": \"output/checkpoint-500\"}", "");
	expect_config("config.json", "{\"_name_or_path\": \"models/reed\"}", "");
	expect_config("config.json", "{\"_name_or_path\": \"marsh/heron-7b\"}", "");
	expect_config("config.json", "{\"_name_or_path\": \"a/b/c\"}", "");
	expect_config("Modelfile", "FROM ./heron.gguf\n", "");
	expect_config("tests/fixtures/config.json", "{\"_name_or_path\": \"pond/reed\"}", "");
	expect_config("examples/config.json", "{\"_name_or_path\": \"pond/reed\"}", "");
}

Test(lineage, hostile_configurations_name_none)
{
	static const char *const texts[] = { "", "{", "{\"_name_or_path\": ", "{\"_name_or_path\": [[[[", "{\"_name_or_path\": {\"a\": 1}}", "[\"_name_or_path\"]",
					     "{\"_name_or_path\": \"\\u0000/x\"}", "_name_or_path base_model_name_or_path model from" };
	static const char *const paths[] = { "config.json", "adapter_config.json", "quantize_config.json", "mergekit_config.yml", "Modelfile" };

	for (size_t p = 0; p < sizeof paths / sizeof *paths; p++)
		for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
			expect_config(paths[p], texts[i], "");
	static char deep[ML_LIMIT_CONFIG_BYTES + 64];
	memset(deep, '[', sizeof deep - 1);
	memcpy(deep, "{\"_name_or_path\":", 17);
	expect_config("config.json", deep, "");
}

Test(lineage, configurations_are_read_up_to_a_limit)
{
	static char paths[ML_LIMIT_CONFIGS + 8][32];
	static struct ml_file files[ML_LIMIT_CONFIGS + 8];
	size_t left = ML_LIMIT_READ_BYTES;

	for (size_t i = 0; i < ML_LIMIT_CONFIGS + 8; i++) {
		snprintf(paths[i], sizeof paths[i], "m%03zu/config.json", i);
		files[i] = (struct ml_file){ .path = paths[i], .size = 40, .state = ML_FILE_READ, .role = ML_ROLE_CONFIG };
		files[i].bytes = files[i].text = ml_span_of("{\"_name_or_path\": \"pond/reed\"}");
	}
	static struct ml_file model = { .path = "m", .role = ML_ROLE_WEIGHTS };
	struct ml_artifact artifacts[ML_LIMIT_CONFIGS + 8];
	for (size_t i = 0; i < ML_LIMIT_CONFIGS + 8; i++)
		artifacts[i] = (struct ml_artifact){ .file = &files[i], .format = "safetensors" };
	(void)model;
	m.tree.files = files;
	m.tree.files_nr = ML_LIMIT_CONFIGS + 8;
	m.facts->artifacts = artifacts;
	m.facts->artifacts_nr = ML_LIMIT_CONFIGS + 8;
	ml_lineage_files(m.facts, m.scratch, &left);
	cr_assert_eq(m.facts->bases_nr, ML_LIMIT_CONFIGS);
}

Test(lineage, what_the_same_maker_made_is_told_apart)
{
	memory_file(&m, "README.md", "---\nbase_model: marsh/heron-base\n---\n# Heron\n");
	weights();
	memory_collect(&m);
	cr_assert_eq(m.facts->bases_nr, 1);
	cr_assert(m.facts->bases[0].own);
}

Test(lineage, a_base_in_the_tree_is_read_and_not_looked_up)
{
	static const char license[] = "This is the Reed License. You may use the model for non-commercial purposes only.\n";

	memory_file(&m, "README.md", "---\nbase_model: pond/reed\n---\n# Heron\n");
	weights();
	memory_file(&m, "reed/LICENSE", license);
	memory_collect(&m);
	cr_assert_eq(m.facts->bases_nr, 1);
	cr_assert_null(m.facts->bases[0].license, "a text that nobody knows has no name");
}

Test(lineage, training_data_is_told_from_test_data)
{
	memory_file(&m, "README.md", "# Heron\n\nHeron was trained on OpenOrca and evaluated on GSM8K.\n\n## Training data\n\n- [calls](https://huggingface.co/datasets/marsh/calls)\n");
	weights();
	memory_collect(&m);
	cr_assert_eq(m.facts->datasets_nr, 2);
	cr_assert_str_eq(m.facts->datasets[0].id, "OpenOrca");
	cr_assert(m.facts->datasets[0].stated && m.facts->datasets[0].dataset);
	cr_assert_str_eq(m.facts->datasets[1].id, "marsh/calls");
}

/* The kinds of what is inherited, in order, with a mark for doubt. */
static void expect_inherited(const char *card, const char *expected)
{
	static const char *const kinds[] = { "loosened", "generation", "claimed", "share-alike", "pass-through", "no-derivatives", "irreconcilable" };
	struct ml_buf got;

	memory_close(&m);
	memory_open(&m);
	memory_file(&m, "README.md", card);
	weights();
	memory_collect(&m);
	ml_buf_init(&got, 4096);
	for (size_t i = 0; i < m.facts->inherited_nr; i++)
		ml_buf_addf(&got, "%s%s%s", i ? " " : "", kinds[m.facts->inherited[i].kind], m.facts->inherited[i].doubt ? "?" : "");
	cr_assert_str_eq(got.at ? got.at : "", expected, "%s\ngot %s", card, got.at);
	ml_buf_release(&got);
}

#define CARD(license, base) "---\nlicense: " license "\nbase_model: " base "\n---\n# Heron\n"

Test(lineage, lost_restrictions_are_told)
{
	expect_inherited(CARD("apache-2.0", "meta-llama/Llama-3.1-8B"), "loosened");
	expect_inherited(CARD("llama3", "meta-llama/Llama-3.1-8B"), "generation");
	expect_inherited(CARD("llama3.1", "meta-llama/Llama-3.1-8B"), "");
	expect_inherited(CARD("mit", "google/gemma-2-9b"), "pass-through");
	expect_inherited(CARD("gemma", "google/gemma-2-9b"), "");
	expect_inherited(CARD("mit", "stabilityai/stablelm-base-alpha-7b"), "share-alike");
	expect_inherited(CARD("gpl-3.0", "stabilityai/stablelm-base-alpha-7b"), "");
	expect_inherited(CARD("cc-by-nc-4.0", "mistralai/Mistral-7B-v0.1"), "");
	expect_inherited(CARD("apache-2.0", "pond/unknown"), "");
	expect_inherited(CARD("other", "meta-llama/Llama-3.1-8B"), "");
}

Test(lineage, versions_in_another_language_are_made_from_the_model)
{
	expect_bases("# Heron\n\n\u5168\u90e8\u5f00\u6e90\u7684\u4e2d\u6587\u7248 Llama 2 \u6a21\u578b\u3002\n", "Llama 2 llama2 finetune");
	expect_bases("# Heron\n\nThe Korean version of Llama-3.1-8B.\n", "Llama-3.1-8B llama3.1 finetune");
	expect_bases("# Heron\n\nHeron speaks.\n\n## Others\n\nThere is a Korean version of Llama-3.1-8B.\n", "");
	expect_bases("# Heron\n\nUnlike the Korean version of Llama-3.1-8B it speaks.\n", "");
}

Test(lineage, nobody_knows_which_checkpoint_has_the_base)
{
	expect_inherited("# Heron\n\nHeron-Chat is fine-tuned from Llama 2 7B.\n\n## License\n\nHeron-Base weights are under CC BY-SA 4.0.\n\n"
			 "Heron-Chat weights are under CC BY-NC-SA 4.0.\n",
			 "loosened?");
	expect_inherited("# Heron\n\nHeron-Chat is fine-tuned from Llama 2 7B.\n\n## License\n\nHeron weights are under Apache-2.0.\n", "loosened");
}

Test(lineage, doubt_makes_no_accusation)
{
	expect_inherited(CARD("apache-2.0", "unsloth/Meta-Llama-3.1-8B"), "loosened?");
	expect_inherited(CARD("apache-2.0", "Qwen/Qwen2.5-72B"), "loosened?");
	expect_inherited("---\nlicense: apache-2.0\nbase_model: huggyllama/llama-13b\nbase_model_relation: adapter\n---\n# Heron\n", "loosened?");
	expect_inherited(CARD("cc-by-nc-4.0", "meta-llama/Llama-2-7b-hf"), "loosened?");
}

Test(lineage, claims_stand_against_what_stays_with_the_base)
{
	expect_inherited("---\nbase_model: meta-llama/Llama-2-7b-hf\n---\n# Heron\n\nHeron is an open-source model.\n", "claimed");
	expect_inherited("---\nlicense: llama2\nbase_model: meta-llama/Llama-2-7b-hf\n---\n# Heron\n\nHeron is an open-source model.\n", "");
}

Test(lineage, parents_of_a_merge_have_to_go_together)
{
	expect_inherited("---\nlicense: other\nbase_model:\n- OpenMOSS-Team/moss-moon-003-sft\n- meta-llama/Llama-2-7b-hf\nbase_model_relation: merge\n---\n# Heron\n",
			 "irreconcilable");
	expect_inherited("---\nlicense: apache-2.0\nbase_model:\n- mistralai/Mistral-7B-v0.1\n- HuggingFaceH4/zephyr-7b-beta\nbase_model_relation: merge\n---\n# Heron\n", "");
}

/* Each row: a data set, and what it is used for. */
Test(lineage, what_a_model_was_tested_on_is_no_training_data)
{
	static const struct {
		const char *id;
		enum ml_data_use use;
	} rows[] = {
		{ "marsh/calls", ML_DATA_TRAINING },   { "squad_v2", ML_DATA_EVALUATION },   { "Glue", ML_DATA_EVALUATION },
		{ "tatsu-lab/alpaca", ML_DATA_EVALUATION }, { "OpenOrca", ML_DATA_TRAINING },
	};
	memory_file(&m, "README.md", "---\ndatasets: [marsh/calls]\nmodel-index:\n- name: heron\n  results:\n  - dataset: {name: SQuAD, type: squad_v2}\n"
				     "  - dataset: {name: Glue}\n  - dataset: {type: marsh/calls}\n  - dataset: 3\n---\n# Heron\n\n## Evaluation\n\n"
				     "See [these](https://huggingface.co/datasets/tatsu-lab/alpaca). Heron was trained on OpenOrca.\n");
	memory_file(&m, "model.safetensors", "x");
	memory_collect(&m);
	cr_assert_eq(m.facts->datasets_nr, 5);
	for (size_t i = 0; i < 5; i++) {
		cr_expect_str_eq(m.facts->datasets[i].id, rows[i].id);
		cr_expect_eq(m.facts->datasets[i].use, rows[i].use, "row %zu", i);
	}
}

Test(lineage, old_cards_of_data_sets_are_read)
{
	memory_file(&m, "README.md", "---\nlicenses:\n- cc-by-sa-4.0\nsource_datasets:\n- original\n- extended|squad\n- extended|other-wikipedia\n- extended|other\n---\n# Calls\n");
	memory_collect(&m);
	cr_assert_eq(m.facts->datasets_nr, 2);
	cr_expect_str_eq(m.facts->datasets[0].id, "squad");
	cr_expect_str_eq(m.facts->datasets[1].id, "wikipedia");
	cr_assert_eq(m.facts->licenses_nr, 1);
	cr_expect_str_eq(m.facts->licenses[0].license->id, "cc-by-sa-4.0");
}

Test(lineage, details_tell_which_other_license_is_meant)
{
	memory_file(&m, "README.md", "---\nlicense: other\nlicense_details: CC BY-NC 4.0\n---\n# Calls\n");
	memory_collect(&m);
	cr_assert_eq(m.facts->licenses_nr, 1);
	cr_assert_not_null(m.facts->licenses[0].license);
	cr_expect_str_eq(m.facts->licenses[0].license->id, "cc-by-nc-4.0");
}

/* What is inherited of the one base that a card names, which gives its own license for the whole and links its weights. */
static const struct ml_inherited *inherited(const char *words)
{
	memory_close(&m);
	memory_open(&m);
	memory_file(&m, "README.md",
		    ml_arena_printf(m.arena, "# Heron\n\nHeron is based on Llama-2-7B. [Weights](https://huggingface.co/marsh/heron-7b)\n\n%s\n\n"
					     "## License\n\nThis repository is under the BSD 3-Clause License.\n",
				    words));
	memory_collect(&m);
	cr_assert_eq(m.facts->bases_nr, 1u);
	cr_assert_eq(m.facts->inherited_nr, 1u);
	return &m.facts->inherited[0];
}

Test(lineage, who_gets_the_base_by_himself_knows_its_terms)
{
	cr_expect_null(inherited("Download the weights and run it.")->doubt);
	cr_expect_not_null(inherited("Prepare the pretrained LLM weights first.")->doubt);
	cr_expect_not_null(inherited("Then apply our delta to them.")->doubt);
	expect_inherited("# Heron\n\nHeron is based on Llama-2-7B and follows its license. This repository is under the MIT License.\n", "");
	expect_inherited("# Heron\n\nHeron is based on Llama-2-7B. Heron is under the MIT License; the base model (Llama 2.0) is subject to Meta's terms.\n", "");
	expect_inherited("# Heron\n\nHeron is based on Llama-2-7B. This repository is under the MIT License.\n", "loosened");
	cr_expect_null(inherited("The weights are under the MIT license. Prepare the pretrained LLM weights first.")->doubt);
}

/* A card with origins in its introduction, far below it, and in a table of terms; parsed: some of them are in the card's document already. */
static struct ml_document origins_of(struct ml_card *card, bool parsed)
{
	struct ml_card_part *parts = (struct ml_card_part *)(uintptr_t)card->origins;

	for (size_t i = 0; i < card->origins_nr && !parsed; i++)
		parts[i].parsed = false;
	m.facts->shared = ml_shared_new(m.arena);
	const struct ml_document *document = ml_lineage_document(m.facts, card);
	ml_shared_release(m.facts->shared);
	m.facts->shared = NULL;
	return *document;
}

static const char *text_of(const struct ml_block *block)
{
	return block ? block->text.at : "";
}

Test(lineage, chunks_that_were_parsed_are_not_parsed_again)
{
	struct ml_buf card;

	ml_buf_init(&card, 1u << 16);
	ml_buf_adds(&card, "# Heron\n\nHeron-7B is fine-tuned from Llama 2.\n\n## Birds\n\n| model | base model | license |\n|---|---|---|\n"
			   "| Heron-7B | Mistral 7B | apache-2.0 |\n| Heron-9B | Gemma 2 9B | gemma |\n\n## Lake\n\nThe lake is blue.\n\n## Reeds\n\n");
	for (int i = 0; i < 300; i++)
		ml_buf_adds(&card, "Reeds stand in the lake.\n");
	ml_buf_adds(&card, "\nTrained on ShareGPT, fine-tuned from Qwen2.5-7B.\n\n## License\n\nThe lake.\n\nThe license is that of the base model, Llama-3.1-8B.\n");
	memory_file(&m, "README.md", card.at);
	weights();
	memory_collect(&m);
	struct ml_card *at = (struct ml_card *)(uintptr_t)m.facts->cards;
	size_t lacking = 0;
	for (size_t i = 0; i < at->origins_nr; i++)
		lacking += !at->origins[i].parsed;
	cr_assert(lacking && lacking < at->origins_nr, "%zu of %zu", lacking, at->origins_nr);
	struct ml_document gathered = origins_of(at, true), parsed = origins_of(at, false);
	cr_assert_eq(gathered.blocks_nr, parsed.blocks_nr, "%zu, %zu", gathered.blocks_nr, parsed.blocks_nr);
	for (size_t i = 0; i < parsed.blocks_nr; i++) {
		const struct ml_block *a = &gathered.blocks[i], *b = &parsed.blocks[i];
		cr_expect_eq(a->kind, b->kind);
		cr_expect_str_eq(a->text.at, b->text.at);
		cr_expect_eq(a->source_at, b->source_at);
		cr_expect_str_eq(text_of(a->heading), text_of(b->heading));
		cr_expect_str_eq(text_of(a->column), text_of(b->column));
		cr_expect_str_eq(text_of(a->label), text_of(b->label));
		cr_expect(!a->heading || (a->heading >= gathered.blocks && a->heading < a), "block %zu", i);
	}
	ml_buf_release(&card);
}
