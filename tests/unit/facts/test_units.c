#include "tests/unit/facts/memory.h"

#include "lint/base/limits.h"
#include "lint/facts/units.h"

static struct memory m;

static void open_memory(void)
{
	memory_open(&m);
}

static void close_memory(void)
{
	memory_close(&m);
}

TestSuite(units, .init = open_memory, .fini = close_memory);

static void file(const char *path, const char *text)
{
	memory_file(&m, path, text);
}

/* The paths of the units behind the first, joined by spaces. */
static const char *paths(void)
{
	const char *joined = "";

	memory_collect(&m);
	cr_assert_gt(m.facts->units_nr, 0u);
	cr_assert_str_eq(m.facts->units[0].path, "");
	for (size_t i = 1; i < m.facts->units_nr; i++)
		joined = ml_arena_printf(m.arena, "%s%s%s", joined, *joined ? " " : "", m.facts->units[i].path);
	return joined;
}

Test(units, are_one_where_there_is_one_model)
{
	file("README.md", "# Heron\n");
	file("model-00001-of-00002.safetensors", "");
	file("model-00002-of-00002.safetensors", "");
	file("model.safetensors.index.json", "{}");
	cr_expect_str_eq(paths(), "");
	cr_expect_eq(m.facts->units[0].facts, m.facts);
}

Test(units, are_folders_with_weights_and_something_of_their_own)
{
	file("README.md", "# Marshland\n");
	file("models/egret/README.md", "# Egret\n");
	file("models/egret/model.gguf", "");
	file("models/heron/config.json", "{}");
	file("models/heron/model-00001-of-00002.safetensors", "");
	file("models/heron/model-00002-of-00002.safetensors", "");
	file("models/kite/adapter_config.json", "{}");
	file("models/kite/adapter_model.safetensors", "");
	file("models/plain/model.gguf", "");
	file("models/tern/LICENSE", "Free for all.\n");
	file("models/tern/model.onnx", "");
	cr_expect_str_eq(paths(), "models/egret models/heron models/kite models/tern");
}

Test(units, are_no_parts_formats_precisions_or_states_of_a_model)
{
	file("README.md", "# Tern\n");
	file("1_Pooling/config.json", "{}");
	file("1_Pooling/model.safetensors", "");
	file("Q4_K_M/config.json", "{}");
	file("Q4_K_M/tern-00001-of-00002.gguf", "");
	file("checkpoint-500/config.json", "{}");
	file("checkpoint-500/model.safetensors", "");
	file("onnx/config.json", "{}");
	file("onnx/model.onnx", "");
	file("unet/config.json", "{}");
	file("unet/diffusion_pytorch_model.safetensors", "");
	file("weights/config.json", "{}");
	file("weights/tern.pt", "");
	cr_expect_str_eq(paths(), "");
}

Test(units, take_the_weights_of_their_parts)
{
	file("README.md", "# Marshland\n");
	file("heron/LICENSE", "Free for all.\n");
	file("heron/half/model.safetensors", "");
	file("tern/model_index.json", "{}");
	file("tern/unet/config.json", "{}");
	file("tern/unet/diffusion_pytorch_model.safetensors", "");
	file("weights/README.md", "# Kite\n");
	file("weights/kite.pt", "");
	cr_expect_str_eq(paths(), "heron tern weights");
}

Test(units, are_not_what_is_vendored_or_tested)
{
	file("README.md", "# Heron\n");
	file("model.safetensors", "");
	file("tests/models/egret/config.json", "{}");
	file("tests/models/egret/model.safetensors", "");
	file("third_party/kite/LICENSE", "Free for all.\n");
	file("third_party/kite/model.safetensors", "");
	cr_expect_str_eq(paths(), "");
}

Test(units, may_be_told_by_a_model_card_beside_a_license)
{
	file("README.md", "# Marshland\n\nOur models.\n");
	file("models/heron/LICENSE", "Free for all.\n");
	file("models/heron/MODEL_CARD.md", "# Heron\n");
	file("models/tern/MODEL_CARD.md", "# Tern\n");
	cr_expect_str_eq(paths(), "models/heron");
}

static const char *governing(const struct ml_facts *facts)
{
	return facts->weights.of_nr ? facts->weights.of[0].id : "";
}

Test(units, are_governed_by_what_is_nearest)
{
	file("README.md", "---\nlicense: apache-2.0\n---\n# Marshland\n");
	file("birds/README.md", "---\nlicense: mit\n---\n# Birds\n");
	file("birds/egret/config.json", "{}");
	file("birds/egret/model.gguf", "");
	file("birds/heron/README.md", "---\nlicense: cc-by-nc-4.0\n---\n# Heron\n");
	file("birds/heron/model.gguf", "");
	file("fish/config.json", "{}");
	file("fish/model.gguf", "");
	cr_assert_str_eq(paths(), "birds/egret birds/heron fish");
	cr_expect_str_eq(governing(m.facts->units[0].facts), "apache-2.0");
	cr_expect_str_eq(governing(m.facts->units[1].facts), "mit");
	cr_expect_str_eq(governing(m.facts->units[2].facts), "cc-by-nc-4.0");
	cr_expect_str_eq(governing(m.facts->units[3].facts), "apache-2.0");
	cr_expect_eq(m.facts->units[0].facts->class, ML_CLASSED_OPEN_WEIGHTS);
	cr_expect_eq(m.facts->units[2].facts->class, ML_CLASSED_RESTRICTED_WEIGHTS);
	cr_expect_eq(m.facts->class, ML_CLASSED_RESTRICTED_WEIGHTS, "the summary is the strictest");
	cr_expect(strstr(m.facts->class_reason, "birds/heron"), "%s", m.facts->class_reason);
}

Test(units, keep_claims_bases_and_data_to_themselves)
{
	file("README.md", "---\nlicense: apache-2.0\n---\n# Marshland\n\nMarshland is an open-source model.\n");
	file("heron/README.md", "---\nlicense: llama2\nbase_model: meta-llama/Llama-2-7b-hf\n---\n# Heron\n\nHeron is no open-source model.\n");
	file("heron/model.gguf", "");
	file("model.gguf", "");
	cr_assert_str_eq(paths(), "heron");
	cr_expect_eq(m.facts->units[0].facts->bases_nr, 0u);
	cr_expect_eq(m.facts->units[1].facts->bases_nr, 1u);
	cr_expect_eq(m.facts->units[0].facts->claims_nr, 1u);
	cr_expect_eq(m.facts->units[0].facts->class, ML_CLASSED_OPEN_WEIGHTS);
	cr_expect_eq(m.facts->units[0].facts->inherited_nr, 0u, "the base is of the other model");
	cr_expect_eq(m.facts->claims_nr, m.facts->units[0].facts->claims_nr + m.facts->units[1].facts->claims_nr);
}

Test(units, stop_at_their_limit_and_say_so)
{
	size_t nr = 2 * (ML_LIMIT_UNITS + 1);
	struct ml_file *files = ml_arena_array(m.arena, struct ml_file, nr);

	for (size_t i = 0; i < nr; i++) {
		const char *path = ml_arena_printf(m.arena, "bird%05zu/%s", i / 2, i % 2 ? "model.gguf" : "config.json");
		files[i] = (struct ml_file){ .path = path, .state = ML_FILE_READ, .tracked = true, .role = ml_role_of(ml_span_of(path)) };
		files[i].bytes = files[i].text = ml_span_of("{}");
	}
	m.tree.files = files;
	m.tree.files_nr = nr;
	memory_collect(&m);
	cr_expect_eq(m.facts->units_nr, ML_LIMIT_UNITS + 1);
	cr_expect(m.facts->cut);
	cr_expect_gt(m.facts->unread_nr, 0u);
}
