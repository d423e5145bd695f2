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

TestSuite(modality, .init = open_memory, .fini = close_memory);

/* Whether what governs the weights keeps people of a region out. */
static bool excludes(const struct ml_facts *facts)
{
	cr_assert_eq(facts->weights.of_nr, 1u);
	for (size_t i = 0; i < facts->weights.of[0].fact->terms_nr; i++)
		if (facts->weights.of[0].fact->terms[i].id == ML_TERM_REGION_EXCLUSION)
			return true;
	return false;
}

static const struct {
	const char *card, *config; /* config may be NULL */
	enum ml_modality modality;
} cases[] = {
	{ "---\nlicense: llama3.2\n---\n# Heron\n", NULL, ML_MODALITY_UNKNOWN },
	{ "---\nlicense: llama3.2\n---\n# Heron-Llama-3.2-3B\n", NULL, ML_MODALITY_TEXT },
	{ "---\nlicense: llama3.2\nbase_model: meta-llama/Llama-3.2-1B-Instruct\n---\n# Heron\n", NULL, ML_MODALITY_TEXT },
	{ "---\nlicense: llama3.2\nbase_model: meta-llama/Llama-3.2-11B-Vision\n---\n# Heron\n", NULL, ML_MODALITY_MULTIMODAL },
	{ "---\nlicense: llama3.2\npipeline_tag: text-generation\n---\n# Heron\n", NULL, ML_MODALITY_TEXT },
	{ "---\nlicense: llama4\npipeline_tag: image-text-to-text\n---\n# Heron\n", NULL, ML_MODALITY_MULTIMODAL },
	{ "---\nlicense: llama3.2\n---\n# Heron\n", "{\"architectures\": [\"LlamaForCausalLM\"]}", ML_MODALITY_TEXT },
	{ "---\nlicense: llama3.2\n---\n# Heron\n", "{\"architectures\": [\"Heron\"], \"vision_config\": {}}", ML_MODALITY_MULTIMODAL },
	/* What shows more weighs more. */
	{ "---\nlicense: llama3.2\npipeline_tag: text-generation\n---\n# Heron\n", "{\"vision_config\": {}}", ML_MODALITY_MULTIMODAL },
	/* Cut off, and no JSON: nothing is shown, and nothing breaks. */
	{ "---\nlicense: llama3.2\n---\n# Heron\n", "{\"vision_conf", ML_MODALITY_UNKNOWN },
	{ "---\nlicense: llama3.2\n---\n# Heron\n", "\"", ML_MODALITY_UNKNOWN },
	/* Terms that no condition binds are not asked about. */
	{ "---\nlicense: llama3.1\npipeline_tag: text-generation\n---\n# Heron\n", NULL, ML_MODALITY_UNKNOWN },
};

Test(modality, spares_text_models_what_binds_others)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		memory_close(&m);
		memory_open(&m);
		memory_file(&m, "README.md", cases[i].card);
		if (cases[i].config)
			memory_file(&m, "config.json", cases[i].config);
		memory_file(&m, "model.safetensors", "");
		memory_collect(&m);
		bool conditional = !strstr(cases[i].card, "llama3.1");
		cr_expect_eq(m.facts->modality, cases[i].modality, "case %zu reads %d", i, (int)m.facts->modality);
		cr_expect_eq(excludes(m.facts), conditional && cases[i].modality != ML_MODALITY_TEXT, "case %zu", i);
		cr_expect_eq(m.facts->spared, cases[i].modality == ML_MODALITY_TEXT, "case %zu", i);
		cr_expect_eq(m.facts->class, ML_CLASSED_RESTRICTED_WEIGHTS, "case %zu: the other terms stay", i);
	}
}

Test(modality, is_of_each_model_by_itself)
{
	memory_file(&m, "README.md", "---\nlicense: llama3.2\n---\n# Marshland\n");
	memory_file(&m, "egret/README.md", "---\nlicense: llama3.2\n---\n# Egret-Llama-3.2-11B\n");
	memory_file(&m, "egret/model.safetensors", "");
	memory_file(&m, "heron/README.md", "---\nlicense: llama3.2\n---\n# Heron-Llama-3.2-1B\n");
	memory_file(&m, "heron/model.safetensors", "");
	memory_collect(&m);
	cr_assert_eq(m.facts->units_nr, 3u);
	cr_expect(excludes(m.facts->units[0].facts));
	cr_expect(excludes(m.facts->units[1].facts));
	cr_expect_not(excludes(m.facts->units[2].facts));
}
