#include "lint/facts/offer.h"
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
TestSuite(artifacts, .init = open_memory, .fini = close_memory);

static enum ml_offer offer_of(const char *readme)
{
	memory_card(&m, readme);
	ml_artifacts_collect(m.facts);
	return m.facts->offer;
}

Test(artifacts, weights_have_a_format_and_may_be_pointers)
{
	struct ml_file *pointer = memory_file(&m, "a.gguf", "");
	pointer->state = ML_FILE_POINTER;
	pointer->size = 4000000000u;
	memory_file(&m, "ggml-a.bin", "");
	memory_file(&m, "model.safetensors", "");
	memory_file(&m, "pytorch_model.bin", "");
	memory_file(&m, "third_party/x.onnx", "");
	ml_artifacts_collect(m.facts);
	cr_assert_eq(m.facts->artifacts_nr, 4, "what lies in third-party folders is not the repository's");
	cr_assert_str_eq(m.facts->artifacts[0].format, "gguf");
	cr_assert(m.facts->artifacts[0].pointer);
	cr_assert_str_eq(m.facts->artifacts[1].format, "ggml");
	cr_assert_str_eq(m.facts->artifacts[2].format, "safetensors");
	cr_assert_str_eq(m.facts->artifacts[3].format, "pytorch");
	cr_assert_eq(m.facts->offer, ML_OFFER_SHIPPED);
	cr_assert_eq(m.facts->offered.file, pointer);
}

Test(artifacts, samples_and_test_weights_are_not_shipped)
{
	memory_file(&m, "src/demo/toy.pt", "small");
	struct ml_file *test = memory_file(&m, "tests/x.safetensors", "");
	test->size = 900u << 20;
	cr_assert_eq(offer_of("# Heron\n\nCode that trains things.\n"), ML_OFFER_NONE);
	cr_assert_eq(m.facts->artifacts_nr, 2);
}

Test(artifacts, arrays_beside_the_card_of_a_data_set_are_data)
{
	memory_file(&m, "waves.hdf5", "");
	cr_assert_eq(offer_of("---\npretty_name: Waves\n---\n# Waves\n\nWaves, recorded.\n"), ML_OFFER_NONE);
	cr_assert_eq(offer_of("---\npretty_name: Waves\nlibrary_name: keras\n---\n# Waves\n\nA model.\n"), ML_OFFER_SHIPPED);
	memory_file(&m, "waves.safetensors", "");
	cr_assert_eq(offer_of("---\npretty_name: Waves\n---\n# Waves\n\nWaves, recorded.\n"), ML_OFFER_SHIPPED);
}

Test(artifacts, a_helper_model_makes_no_tool_a_model)
{
	struct ml_file *vad = memory_file(&m, "assets/vad.onnx", "");
	vad->size = 2u << 20;
	cr_assert_eq(offer_of("# Heron\n\nHeron is a desktop app for local language models.\n"), ML_OFFER_NONE);
	vad->size = 200u << 20;
	ml_artifacts_collect(m.facts);
	cr_assert_eq(m.facts->offer, ML_OFFER_SHIPPED);
}

/* The tree is marsh/heron-7b. */
Test(artifacts, own_hub_models_are_an_offer)
{
	cr_assert_eq(offer_of("# Heron\n\nGet it [here](https://huggingface.co/marsh/heron-7b-chat).\n"), ML_OFFER_LINKED);
	cr_assert_eq(m.facts->offered.line, 3);
}

Test(artifacts, a_model_of_the_same_name_is_an_offer)
{
	cr_assert_eq(offer_of("# Heron\n\n[x](https://www.modelscope.cn/models/other/Heron-7B-v2/summary)\n"), ML_OFFER_LINKED);
}

Test(artifacts, models_of_others_are_none)
{
	cr_assert_eq(offer_of("# Heron\n\nTested with [Owl](https://huggingface.co/acme/owl-7b) and "
			      "[data](https://huggingface.co/datasets/marsh/reeds), see the "
			      "[docs](https://huggingface.co/docs/heron/heron-7b).\n"),
		     ML_OFFER_NONE);
}

Test(artifacts, a_tool_needs_more_than_one_own_model)
{
	cr_assert_eq(offer_of("# Egret\n\nThis library runs things, such as [owl](https://huggingface.co/marsh/owl).\n"), ML_OFFER_NONE);
}

Test(artifacts, a_list_of_models_offers_none)
{
	char text[2048];
	size_t at = (size_t)snprintf(text, sizeof text, "# Models\n\n");
	for (int i = 0; i < 10; i++)
		at += (size_t)snprintf(text + at, sizeof text - at, "- [weights](https://huggingface.co/org%c/bird-%d)\n", 'a' + i, i);
	snprintf(text + at, sizeof text - at, "- [checkpoint](https://drive.google.com/file/d/1)\n\n## Checkpoints\n");
	cr_assert_eq(offer_of(text), ML_OFFER_NONE);
}

Test(artifacts, weight_files_and_drives_beside_weights_are_an_offer)
{
	cr_assert_eq(offer_of("# H\n\n| Model | Get |\n|-|-|\n| Heron | [x](https://files.example.org/heron.pth?v=1) |\n"), ML_OFFER_LINKED);
	m.tree.files_nr = 0;
	cr_assert_eq(offer_of("# H\n\n## Model weights\n\n[Drive](https://drive.google.com/drive/folders/1)\n"), ML_OFFER_LINKED);
	m.tree.files_nr = 0;
	cr_assert_eq(offer_of("# H\n\nOur [slides](https://drive.google.com/drive/folders/1).\n"), ML_OFFER_NONE);
}

Test(artifacts, own_ids_in_code_are_an_offer)
{
	cr_assert_eq(offer_of("# H\n\n```python\nAutoModel.from_pretrained(\"marsh/heron-7b-it\")\n```\n"), ML_OFFER_LINKED);
	m.tree.files_nr = 0;
	cr_assert_eq(offer_of("# H\n\n```\ngit clone https://example.org/marsh/egret-tools\npip install marsh/heron-7b\n```\n"), ML_OFFER_NONE);
}

Test(artifacts, a_tool_named_like_its_model_has_one)
{
	cr_assert_eq(offer_of("# Heron\n\nHeron is a web UI for voices. [Weights](https://huggingface.co/pond/heron-7b).\n"), ML_OFFER_LINKED);
}

Test(artifacts, quoted_ids_named_for_the_repository_are_an_offer)
{
	cr_assert_eq(offer_of("# H\n\n```python\nload(\"pond/heron-7b-large\")\n```\n"), ML_OFFER_LINKED);
	m.tree.files_nr = 0;
	cr_assert_eq(offer_of("# H\n\n```\npython \"tools/heron-7b-train.py\" src/heron-7b-data\n```\n"), ML_OFFER_NONE);
}

Test(artifacts, who_says_download_the_checkpoint_has_one)
{
	cr_assert_eq(offer_of("# H\n\nDownload the checkpoint from here and put it into a folder.\n"), ML_OFFER_DESCRIBED);
	m.tree.files_nr = 0;
	cr_assert_eq(offer_of("# H\n\nDownload the Bittern checkpoint from its page.\n"), ML_OFFER_NONE);
}

Test(artifacts, a_model_card_describes_its_model)
{
	cr_assert_eq(offer_of("---\nlicense: mit\npipeline_tag: text-generation\n---\n# Heron\n"), ML_OFFER_DESCRIBED);
	m.tree.files_nr = 0;
	cr_assert_eq(offer_of("---\nlicense: mit\ntask_categories: [x]\nbase_model: y\n---\n# Reeds\n"), ML_OFFER_NONE,
		     "a dataset's card describes no model");
}

Test(artifacts, files_describe_a_model)
{
	memory_file(&m, "MODEL_LICENSE", "x");
	ml_artifacts_collect(m.facts);
	cr_expect_eq(m.facts->offer, ML_OFFER_DESCRIBED);
	m.tree.files_nr = 0;
	memory_file(&m, "docs/heron_model_card.md", "x");
	ml_artifacts_collect(m.facts);
	cr_expect_eq(m.facts->offer, ML_OFFER_DESCRIBED);
	m.tree.files_nr = 0;
	memory_file(&m, "config.json", "{\"model_type\": \"heron\"}");
	ml_artifacts_collect(m.facts);
	cr_expect_eq(m.facts->offer, ML_OFFER_DESCRIBED);
	m.tree.files_nr = 0;
	memory_file(&m, "config.json", "{\"port\": 80}");
	ml_artifacts_collect(m.facts);
	cr_expect_eq(m.facts->offer, ML_OFFER_NONE);
}

Test(artifacts, weights_of_anothers_model_are_no_offer)
{
	cr_expect_eq(offer_of("# Heron\n\nNote: the Llama 2 model weights are released under Meta's own license.\n"), ML_OFFER_NONE);
	m.tree.files_nr = 0;
	cr_expect_eq(offer_of("# Heron\n\nLlama 2's weights are available for research only.\n"), ML_OFFER_NONE);
	m.tree.files_nr = 0;
	cr_expect_eq(offer_of("# Heron\n\nThe Heron model weights are released under the MIT license.\n"), ML_OFFER_DESCRIBED);
	m.tree.files_nr = 0;
	cr_expect_eq(offer_of("# Heron\n\nThe Llama 2 weights are licensed by Meta. Our model weights are released under the MIT license.\n"), ML_OFFER_DESCRIBED);
	m.tree.files_nr = 0;
	cr_expect_eq(offer_of("# Heron\n\nThe LLaMA-based model weights are released under the MIT license.\n"), ML_OFFER_DESCRIBED);
}

Test(artifacts, prose_describes_a_model_but_not_a_tools)
{
	cr_expect_eq(offer_of("# Heron\n\nWe release the Heron models for research.\n"), ML_OFFER_DESCRIBED);
	m.tree.files_nr = 0;
	cr_expect_eq(offer_of("# Heron\n\nWe're excited to introduce Heron, the first bird song model of its kind.\n"), ML_OFFER_DESCRIBED);
	m.tree.files_nr = 0;
	cr_expect_eq(offer_of("# Heron\n\nWe are open-sourcing Heron, a large bird song model.\n"), ML_OFFER_DESCRIBED);
	m.tree.files_nr = 0;
	cr_expect_eq(offer_of("# Heron\n\nWe release the Heron weights on our site.\n"), ML_OFFER_DESCRIBED);
	m.tree.files_nr = 0;
	cr_expect_eq(offer_of("# Heron\n\nHeron is an open-source fine-tune of Egret for bird songs.\n"), ML_OFFER_DESCRIBED);
	m.tree.files_nr = 0;
	cr_expect_eq(offer_of("# Heron\n\nWe present Heron, a bird song model. Try it on our Gradio app.\n"), ML_OFFER_DESCRIBED);
	m.tree.files_nr = 0;
	cr_expect_eq(offer_of("# Heron\n\nThis is our bird song app. We present three models.\n"), ML_OFFER_NONE);
	m.tree.files_nr = 0;
	cr_expect_eq(offer_of("# Heron\n\nWe are excited to see what people do with other models.\n"), ML_OFFER_NONE);
	m.tree.files_nr = 0;
	cr_expect_eq(offer_of("# Heron\n\nHeron is a library for birds.\n\n## Available models\n\nWe present many models.\n"), ML_OFFER_NONE);
	m.tree.files_nr = 0;
	cr_expect_eq(offer_of("# Heron\n\nHeron is a toolkit.\n\n## License\n\nThe model weights are licensed under CC BY 4.0.\n"), ML_OFFER_DESCRIBED);
	m.tree.files_nr = 0;
	cr_expect_eq(offer_of("# Heron\n\n> We release the Owl models.\n\n    our pretrained models\n"), ML_OFFER_NONE);
}

Test(artifacts, hub_addresses_are_told_from_other_pages)
{
	static const struct {
		const char *url, *owner, *name;
	} rows[] = {
		{ "https://huggingface.co/acme/owl/tree/main", "acme", "owl" },
		{ "http://www.HuggingFace.co/acme/owl?x=1", "acme", "owl" },
		{ "https://hf.co/acme", "acme", "" },
		{ "https://huggingface.co/collections/acme/owls-65", "acme", "" },
		{ "//modelscope.cn/models/acme/owl", "acme", "owl" },
		{ "https://huggingface.co/datasets/acme/owl", NULL, NULL },
		{ "https://huggingface.co/", NULL, NULL },
		{ "https://github.com/acme/owl", NULL, NULL },
		{ "", NULL, NULL },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct ml_hub_model model;
		bool yes = ml_hub_model_of(&model, &ml_builtin_knowledge, ml_span_of(rows[i].url));
		cr_expect_eq(yes, rows[i].owner != NULL, "%s", rows[i].url);
		if (yes)
			cr_expect(ml_span_is(model.owner, rows[i].owner) && ml_span_is(model.name, rows[i].name), "%s", rows[i].url);
	}
}
