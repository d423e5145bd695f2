#include "tests/unit/facts/memory.h"

#include <stdlib.h>
#include <time.h>

#include "lint/base/buf.h"
#include "lint/base/limits.h"

static struct memory m;
static struct ml_buf buf; /* a header under construction */

static void open_memory(void)
{
	memory_open(&m);
	ml_buf_init(&buf, 8u << 20);
}

static void close_memory(void)
{
	ml_buf_release(&buf);
	memory_close(&m);
}

TestSuite(header, .init = open_memory, .fini = close_memory);

/* What the header of these bytes says, read from memory of their own size, so that the sanitizer sees a step too far. */
static const struct ml_artifact *read_bytes(const char *path, const char *bytes, size_t len)
{
	char *copy = malloc(len ? len : 1);

	memcpy(copy, bytes, len);
	m.tree.files_nr = 0;
	m.facts->licenses_nr = m.facts->bases_nr = m.facts->claims_nr = 0;
	struct ml_file *file = memory_file(&m, path, "");
	file->bytes = (struct ml_span){ copy, len };
	file->text = (struct ml_span){ NULL, 0 };
	file->size = len;
	ml_artifacts_collect(m.facts);
	ml_headers_collect(m.facts, m.scratch);
	free(copy);
	return &m.facts->artifacts[0];
}

static const struct ml_artifact *read_buf(const char *path)
{
	return read_bytes(path, buf.at, buf.len);
}

static void check_text(const char *got, const char *want)
{
	cr_assert(got && !strcmp(got, want), "it says '%s', not '%s'", got ? got : "(nothing)", want);
}

static void check_unread(const struct ml_artifact *artifact, const char *part)
{
	cr_assert(artifact->unread && strstr(artifact->unread, part), "'%s' for '%s'", artifact->unread ? artifact->unread : "(read)", part);
}

/* ---- GGUF ---- */

struct gguf {
	unsigned version;
	bool big;
};

static void put(const struct gguf *g, uint64_t value, unsigned size)
{
	for (unsigned i = 0; i < size; i++)
		ml_buf_addc(&buf, (char)(value >> 8 * (g->big ? size - 1 - i : i)));
}

static void put_count(const struct gguf *g, uint64_t value)
{
	put(g, value, g->version == 1 ? 4 : 8);
}

static void put_string(const struct gguf *g, const char *text)
{
	put_count(g, strlen(text));
	ml_buf_adds(&buf, text);
}

static void put_head(const struct gguf *g, uint64_t entries)
{
	ml_buf_clear(&buf);
	ml_buf_adds(&buf, "GGUF");
	put(g, g->version, 4);
	put_count(g, 0);
	put_count(g, entries);
}

static void put_entry(const struct gguf *g, const char *key, const char *value)
{
	put_string(g, key);
	put(g, 8, 4);
	put_string(g, value);
}

/* A header of ten entries, one of each kind that matters. */
static void put_model(const struct gguf *g)
{
	put_head(g, 11);
	put_entry(g, "general.architecture", "llama");
	put_entry(g, "general.name", "Heron 7B");
	put_string(g, "general.quantization_version");
	put(g, 4, 4);
	put(g, 2, 4);
	put_entry(g, "general.license", "llama2");
	put_entry(g, "general.license.name", "Llama 2");
	put_entry(g, "general.license.link", "https://example.org/LICENSE");
	put_entry(g, "general.base_model.0.name", "Egret 7B");
	put_entry(g, "general.base_model.0.repo_url", "https://huggingface.co/marsh/egret-7b");
	put_string(g, "general.tags");
	put(g, 9, 4);
	put(g, 8, 4);
	put_count(g, 2);
	put_string(g, "open-source");
	put_string(g, "birds");
	put_string(g, "llama.rope");
	put(g, 9, 4);
	put(g, 12, 4);
	put_count(g, 3);
	put(g, 1, 8);
	put(g, 2, 8);
	put(g, 3, 8);
	put_entry(g, "general.description", "An open-source chat model.");
}

static void check_model(const struct ml_artifact *artifact)
{
	cr_assert_null(artifact->unread, "%s", artifact->unread);
	check_text(artifact->license, "llama2");
	check_text(artifact->license_name, "Llama 2");
	check_text(artifact->license_link, "https://example.org/LICENSE");
	check_text(artifact->name, "Heron 7B");
	check_text(artifact->description, "An open-source chat model.");
	cr_assert_eq(artifact->bases_nr, 1);
	check_text(artifact->bases[0], "marsh/egret-7b");
	cr_assert_eq(artifact->tags_nr, 2);
	check_text(artifact->tags[0], "open-source");
	cr_assert_not(artifact->cut);
}

Test(header, reads_gguf_of_all_versions_and_both_byte_orders)
{
	static const struct gguf all[] = { { 1, false }, { 2, false }, { 3, false }, { 3, true } };

	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		put_model(&all[i]);
		check_model(read_buf("heron.gguf"));
	}
}

Test(header, makes_facts_of_a_header)
{
	put_model(&(struct gguf){ 3, false });
	read_buf("heron.gguf");
	cr_assert_eq(m.facts->licenses_nr, 1);
	cr_assert_str_eq(m.facts->licenses[0].license->id, "llama2");
	cr_assert_eq(m.facts->licenses[0].evidence, ML_EVIDENCE_HEADER);
	cr_assert(m.facts->licenses[0].scope == ML_SCOPE_WEIGHTS && m.facts->licenses[0].scope_stated);
	cr_assert_eq(m.facts->bases_nr, 1);
	cr_assert_null(m.facts->bases[0].relation);
	ml_claims_of_headers(m.facts);
	cr_assert_eq(m.facts->claims_nr, 2);
	for (size_t i = 0; i < 2; i++)
		cr_assert(m.facts->claims[i].subject == ML_SUBJECT_MODEL && m.facts->claims[i].stance == ML_STANCE_OWN);
}

Test(header, leaves_other_to_the_name_and_the_name_to_the_link)
{
	const struct gguf g = { 3, false };

	put_head(&g, 2);
	put_entry(&g, "general.license", "other");
	put_entry(&g, "general.license.name", "llama3.1");
	read_buf("a.gguf");
	cr_assert_str_eq(m.facts->licenses[0].license->id, "llama3.1");
	put_head(&g, 2);
	put_entry(&g, "general.license.name", "heron-terms");
	put_entry(&g, "general.license.link", "https://ai.google.dev/gemma/terms");
	read_buf("a.gguf");
	cr_assert_str_eq(m.facts->licenses[0].license->id, "gemma");
	put_head(&g, 2);
	put_entry(&g, "general.license", "other");
	put_entry(&g, "general.license.name", "heron-terms");
	read_buf("a.gguf");
	cr_assert_null(m.facts->licenses[0].license);
	cr_assert_str_eq(m.facts->licenses[0].declared, "heron-terms");
}

Test(header, stands_a_cut_at_each_byte_of_gguf)
{
	static const struct gguf all[] = { { 1, false }, { 3, false }, { 3, true } };

	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		put_model(&all[i]);
		for (size_t len = 0; len < buf.len; len++)
			check_unread(read_bytes("heron.gguf", buf.at, len), "");
	}
}

Test(header, stands_a_wrong_byte_anywhere_in_gguf)
{
	put_model(&(struct gguf){ 3, false });
	for (size_t i = 0; i < buf.len; i++) {
		static const char wrong[] = { '\0', '\x01', '\x08', '\x09', '\x7f', '\x80', '\xff' };
		char was = buf.at[i];
		for (size_t k = 0; k < sizeof wrong; k++) {
			buf.at[i] = wrong[k];
			read_buf("heron.gguf");
		}
		buf.at[i] = was;
	}
}

Test(header, refuses_hostile_lengths_in_gguf)
{
	static const uint64_t lengths[] = { 1000, UINT32_MAX, INT64_MAX, UINT64_MAX, UINT64_MAX / 8, UINT64_MAX / 8 + 1 };
	const struct gguf g = { 3, false };

	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
		put_head(&g, lengths[i]); /* entries */
		check_unread(read_buf("a.gguf"), "longer than the file");
		put_head(&g, 1); /* a key */
		put(&g, lengths[i], 8);
		check_unread(read_buf("a.gguf"), "longer than the file");
		put_head(&g, 1); /* a value */
		put_string(&g, "general.license");
		put(&g, 8, 4);
		put(&g, lengths[i], 8);
		check_unread(read_buf("a.gguf"), "longer than the file");
		for (unsigned type = 0; type < 13; type++) {
			put_head(&g, 1); /* an array */
			put_string(&g, "general.tags");
			put(&g, 9, 4);
			put(&g, type, 4);
			put(&g, lengths[i], 8);
			check_unread(read_buf("a.gguf"), "longer than the file");
		}
	}
}

Test(header, refuses_what_it_does_not_know_of_gguf)
{
	struct gguf g = { 4, false };

	put_head(&g, 0);
	check_unread(read_buf("a.gguf"), "version 4");
	g.version = 0;
	put_head(&g, 0);
	check_unread(read_buf("a.gguf"), "version 0");
	g.version = 3;
	put_head(&g, 1);
	put_string(&g, "x");
	put(&g, 13, 4);
	put(&g, 0, 8);
	check_unread(read_buf("a.gguf"), "unknown type");
	check_unread(read_bytes("a.gguf", "ggjt....", 8), "does not begin");
	check_unread(read_bytes("a.gguf", "", 0), "does not begin");
}

Test(header, bounds_arrays_in_arrays)
{
	const struct gguf g = { 3, false };

	put_head(&g, 1);
	put_string(&g, "x");
	put(&g, 9, 4);
	for (unsigned i = 0; i < 100; i++) {
		put(&g, 9, 4);
		put(&g, 1, 8);
	}
	check_unread(read_buf("a.gguf"), "arrays in each other");
}

Test(header, bounds_values_of_a_header)
{
	const struct gguf g = { 3, false };

	put_head(&g, 1);
	put_string(&g, "general.tags");
	put(&g, 9, 4);
	put(&g, 8, 4);
	put(&g, ML_LIMIT_HEADER_VALUES + 9, 8);
	for (unsigned i = 0; i < ML_LIMIT_HEADER_VALUES + 9; i++) {
		char tag[16];
		snprintf(tag, sizeof tag, "t%u", i);
		put_string(&g, tag);
	}
	const struct ml_artifact *artifact = read_buf("a.gguf");
	cr_assert_eq(artifact->tags_nr, ML_LIMIT_HEADER_VALUES);
	cr_assert(artifact->cut);
}

/* The tokenizer's lists lie behind what speaks of the model; a license behind a megabyte of them is not looked for. */
Test(header, reads_no_further_than_it_must)
{
	const struct gguf g = { 3, false };

	put_head(&g, 3);
	put_entry(&g, "general.license", "mit");
	put_string(&g, "tokenizer.tokens");
	put(&g, 9, 4);
	put(&g, 8, 4);
	put(&g, 300000, 8);
	for (unsigned i = 0; i < 300000; i++)
		put_string(&g, "ab");
	put_entry(&g, "general.name", "behind");
	const struct ml_artifact *artifact = read_buf("a.gguf");
	check_text(artifact->license, "mit");
	cr_assert(artifact->cut && !artifact->unread && !artifact->name);
}

Test(header, reads_on_where_nothing_was_said_yet)
{
	const struct gguf g = { 3, false };

	put_head(&g, 2);
	put_string(&g, "tokenizer.tokens");
	put(&g, 9, 4);
	put(&g, 0, 4);
	put(&g, 100000, 8);
	for (unsigned i = 0; i < 100000; i++)
		ml_buf_addc(&buf, 'x');
	put_entry(&g, "general.license", "mit");
	check_text(read_buf("a.gguf")->license, "mit");
}

/* ---- safetensors ---- */

static const struct ml_artifact *read_json(const char *json, uint64_t len)
{
	ml_buf_clear(&buf);
	put(&(struct gguf){ 0 }, len, 8);
	ml_buf_adds(&buf, json);
	return read_buf("model.safetensors");
}

static const char tensors[] = "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,{\"}\":\"]\"}],\"data_offsets\":[0,4]},\"__metadata__\":"
			      "{\"modelspec.license\":\"Apache-2.0\",\"modelspec.title\":\"Heron \\u00e9\\\"\",\"modelspec.merged_from\":\"marsh/a, marsh/b\","
			      "\"modelspec.tags\":\"birds,open source\",\"ss_sd_model_name\":\"marsh/egret\",\"number\":1,\"x\":[\"y\"],"
			      "\"modelspec.description\":\"Open-source weights.\"}}";

Test(header, reads_safetensors)
{
	const struct ml_artifact *artifact = read_json(tensors, sizeof tensors - 1);

	cr_assert_null(artifact->unread, "%s", artifact->unread);
	check_text(artifact->license, "Apache-2.0");
	check_text(artifact->name, "Heron \xC3\xA9\"");
	check_text(artifact->description, "Open-source weights.");
	cr_assert_eq(artifact->bases_nr, 3);
	check_text(artifact->bases[1], "marsh/b");
	check_text(artifact->bases[2], "marsh/egret");
	cr_assert_eq(artifact->tags_nr, 2);
	check_text(artifact->tags[1], "open source");
	cr_assert_str_eq(m.facts->licenses[0].license->id, "apache-2.0");
}

Test(header, knows_files_of_base_models)
{
	static const char json[] = "{\"__metadata__\":{\"ss_sd_model_name\":\"flux1-dev.safetensors\",\"ss_base_model_version\":\"sdxl_base_v1-0\","
				   "\"ss_network_module\":\"networks.lora\"}}";
	const struct ml_artifact *artifact = read_json(json, sizeof json - 1);

	cr_assert_eq(artifact->bases_nr, 2);
	check_text(artifact->bases[0], "black-forest-labs/FLUX.1-dev");
	check_text(artifact->bases[1], "stabilityai/stable-diffusion-xl-base-1.0");
	check_text(m.facts->bases[0].how, "adapter");
}

Test(header, takes_no_path_for_a_base_model)
{
	read_json("{\"__metadata__\":{\"ss_sd_model_name\":\"/home/ada/x.ckpt\"}}", 57);
	read_json("{\"__metadata__\":{\"ss_sd_model_name\":\"models/x.safetensors\"}}", 60);
	cr_assert_eq(m.facts->bases_nr, 0);
}

Test(header, finds_metadata_at_the_top_alone)
{
	static const char json[] = "{\"a\":{\"__metadata__\":{\"license\":\"mit\"}},\"b\":\"__metadata__\"}";

	cr_assert_null(read_json(json, sizeof json - 1)->license);
}

Test(header, refuses_hostile_lengths_in_safetensors)
{
	static const uint64_t lengths[] = { sizeof tensors, UINT32_MAX, INT64_MAX, UINT64_MAX };

	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
		check_unread(read_json(tensors, lengths[i]), "longer than the file");
	check_unread(read_bytes("a.safetensors", "", 0), "is empty");
	check_unread(read_bytes("a.safetensors", "\1\0\0\0\0\0\0\0", 8), "too short");
	check_unread(read_json("no json", 7), "does not begin");
}

Test(header, stands_a_cut_and_a_wrong_byte_in_safetensors)
{
	static const char wrong[] = { '\0', '"', '\\', '{', '}', '[', ']', ',', ':', '\xff' };

	for (size_t len = 1; len < sizeof tensors; len++)
		read_json(tensors, len);
	for (size_t i = 0; i < sizeof tensors - 1; i++) {
		for (size_t k = 0; k < sizeof wrong; k++) {
			char copy[sizeof tensors];
			memcpy(copy, tensors, sizeof tensors);
			copy[i] = wrong[k];
			read_json(copy, sizeof tensors - 1);
		}
	}
}

/* More than is read first, and more than is read at all. */
Test(header, reads_long_headers_of_safetensors)
{
	struct ml_buf json;

	for (unsigned nr = 2000; nr <= 200000; nr *= 100) {
		ml_buf_init(&json, 16u << 20);
		ml_buf_adds(&json, "{");
		for (unsigned i = 0; i < nr; i++)
			ml_buf_addf(&json, "\"t%u\":{\"shape\":[1]},", i);
		ml_buf_adds(&json, "\"__metadata__\":{\"license\":\"mit\"}}");
		const struct ml_artifact *artifact = read_json(json.at, json.len);
		cr_assert_eq(artifact->license != NULL, nr == 2000);
		cr_assert_eq(artifact->cut, nr != 2000);
		ml_buf_release(&json);
	}
}

/* ---- ONNX ---- */

static void put_varint(struct ml_buf *to, uint64_t value)
{
	for (; value >= 0x80; value >>= 7)
		ml_buf_addc(to, (char)(value | 0x80));
	ml_buf_addc(to, (char)value);
}

static void put_bytes(struct ml_buf *to, unsigned field, const char *bytes, size_t len)
{
	put_varint(to, field << 3 | 2);
	put_varint(to, len);
	ml_buf_add(to, bytes, len);
}

static void put_property(const char *key, const char *value)
{
	struct ml_buf entry;

	ml_buf_init(&entry, 1u << 20);
	put_bytes(&entry, 1, key, strlen(key));
	put_bytes(&entry, 2, value, strlen(value));
	put_bytes(&buf, 14, entry.at, entry.len);
	ml_buf_release(&entry);
}

static void put_onnx(size_t graph)
{
	char *tensors_of = calloc(1, graph + 1);

	ml_buf_clear(&buf);
	put_varint(&buf, 1 << 3);
	put_varint(&buf, 9);
	put_bytes(&buf, 2, "pytorch", 7);
	put_bytes(&buf, 6, "Open-source detector.", 21);
	put_bytes(&buf, 7, tensors_of, graph);
	put_property("model_license", "BSD-3-Clause");
	put_property("tags", "birds, open source");
	put_property("base_model", "marsh/egret");
	put_varint(&buf, 9 << 3 | 5);
	ml_buf_add(&buf, "abcd", 4);
	free(tensors_of);
}

Test(header, reads_onnx_behind_its_graph)
{
	static const size_t graphs[] = { 0, 10, 16000, 16380, 70000, 3000000 };

	for (size_t i = 0; i < sizeof graphs / sizeof *graphs; i++) {
		put_onnx(graphs[i]);
		const struct ml_artifact *artifact = read_buf("heron.onnx");
		cr_assert_null(artifact->unread, "%zu: %s", graphs[i], artifact->unread);
		check_text(artifact->license, "BSD-3-Clause");
		check_text(artifact->description, "Open-source detector.");
		cr_assert(artifact->tags_nr == 2 && artifact->bases_nr == 1);
	}
}

Test(header, stands_a_cut_and_a_wrong_byte_in_onnx)
{
	static const char wrong[] = { '\0', '\x01', '\x03', '\x72', '\x7f', '\x80', '\xff' };

	put_onnx(5);
	for (size_t len = 0; len < buf.len; len++)
		read_bytes("heron.onnx", buf.at, len);
	for (size_t i = 0; i < buf.len; i++) {
		char was = buf.at[i];
		for (size_t k = 0; k < sizeof wrong; k++) {
			buf.at[i] = wrong[k];
			read_buf("heron.onnx");
		}
		buf.at[i] = was;
	}
}

Test(header, refuses_hostile_lengths_in_onnx)
{
	static const uint64_t lengths[] = { 100, UINT32_MAX, INT64_MAX, UINT64_MAX };

	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
		ml_buf_clear(&buf);
		ml_buf_adds(&buf, "\x08\x09\x3a");
		put_varint(&buf, lengths[i]);
		check_unread(read_buf("a.onnx"), "longer than the file");
	}
	check_unread(read_bytes("a.onnx", "", 0), "is empty");
	check_unread(read_bytes("a.onnx", "\x12\x01x", 3), "does not begin");
	check_unread(read_bytes("a.onnx", "\x08\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", 12), "not encoded");
}

Test(header, bounds_the_places_looked_at_in_onnx)
{
	ml_buf_clear(&buf);
	ml_buf_adds(&buf, "\x08\x09");
	char *far = calloc(1, 100000);
	for (unsigned i = 0; i < ML_LIMIT_HEADER_WINDOWS + 4; i++)
		put_bytes(&buf, 7, far, 100000);
	put_property("model_license", "mit");
	free(far);
	const struct ml_artifact *artifact = read_buf("a.onnx");
	cr_assert(artifact->cut && !artifact->license);
}

/* ---- all ---- */

Test(header, stands_garbage)
{
	static const char *const paths[] = { "a.gguf", "a.safetensors", "a.onnx" };
	static const char *const heads[] = { "GGUF\3\0\0\0\0\0\0\0\0\0\0\0\4\0\0\0\0\0\0\0", "\x60\0\0\0\0\0\0\0{\"__metadata__\":{", "\x08\x09" };
	static const size_t lens[] = { 24, 25, 2 };
	uint32_t seed = 7;
	char bytes[160];

	for (int round = 0; round < 6000; round++) {
		int i = round % 3;
		memcpy(bytes, heads[i], lens[i]);
		for (size_t k = lens[i]; k < sizeof bytes; k++) {
			seed = seed * 1664525u + 1013904223u;
			bytes[k] = (seed >> 28) < 9 ? "\0\0\0\1\x08\x09\"{}"[(seed >> 20) % 9] : (char)(seed >> 16);
		}
		read_bytes(paths[i], bytes, sizeof bytes);
	}
}

Test(header, reads_no_pointer_and_no_other_format)
{
	struct ml_file *pointer = memory_file(&m, "a.gguf", "version https://git-lfs.github.com/spec/v1\n");

	pointer->state = ML_FILE_POINTER;
	memory_file(&m, "b.pt", "GGUF");
	ml_artifacts_collect(m.facts);
	ml_headers_collect(m.facts, m.scratch);
	check_unread(&m.facts->artifacts[0], "is a pointer");
	cr_assert_null(m.facts->artifacts[1].unread);
}

Test(header, bounds_what_one_run_reads)
{
	static struct ml_file files[ML_LIMIT_HEADERS_BYTES / ML_LIMIT_HEADER_FIRST_BYTES + 2];
	size_t nr = sizeof files / sizeof *files;
	char *bytes = calloc(1, ML_LIMIT_HEADER_FIRST_BYTES);

	for (size_t i = 0; i < nr; i++)
		files[i] = (struct ml_file){ .path = "a.gguf", .role = ML_ROLE_WEIGHTS, .state = ML_FILE_READ, .size = ML_LIMIT_HEADER_FIRST_BYTES,
					     .bytes = { bytes, ML_LIMIT_HEADER_FIRST_BYTES } };
	m.tree.files = files;
	m.tree.files_nr = nr;
	ml_artifacts_collect(m.facts);
	ml_headers_collect(m.facts, m.scratch);
	check_unread(&m.facts->artifacts[0], "does not begin");
	check_unread(&m.facts->artifacts[nr - 1], "limit of headers");
	free(bytes);
}

Test(header, tells_pieces_and_further_parts_from_models)
{
	const struct gguf g = { 3, false };

	put_head(&g, 2);
	put_entry(&g, "general.architecture", "clip");
	put_entry(&g, "general.name", "Heron's Eye");
	cr_expect(read_buf("eye.gguf")->piece);
	put_head(&g, 1);
	put_entry(&g, "general.type", "imatrix");
	cr_expect(read_buf("heron.imatrix.gguf")->piece);
	put_head(&g, 2);
	put_entry(&g, "general.architecture", "llama");
	put_entry(&g, "general.type", "model");
	const struct ml_artifact *artifact = read_buf("heron-00001-of-00002.gguf");
	cr_expect_not(artifact->piece);
	cr_expect_not(artifact->goes_on);
}

Test(header, takes_an_address_for_a_base_model_where_it_is_a_page_of_one)
{
	const struct gguf g = { 3, false };

	put_head(&g, 3);
	put_entry(&g, "general.source.url", "https://example.org/heron");
	put_entry(&g, "general.base_model.0.url", "https://huggingface.co/marsh/egret");
	put_entry(&g, "general.base_model.1.url", "https://example.org/tern");
	cr_assert_eq(read_buf("a.gguf")->bases_nr, 1);
	check_text(m.facts->artifacts[0].bases[0], "marsh/egret");
}

Test(header, says_a_base_model_once_and_never_itself)
{
	const struct gguf g = { 3, false };

	m.tree.name = "marsh/heron-7b";
	put_head(&g, 3);
	put_entry(&g, "general.source.repo_url", "https://huggingface.co/marsh/heron-7b");
	put_entry(&g, "general.base_model.0.repo_url", "https://huggingface.co/marsh/egret");
	put_entry(&g, "general.source.huggingface.repository", "marsh/egret");
	cr_assert_eq(read_buf("a.gguf")->bases_nr, 1);
	check_text(m.facts->artifacts[0].bases[0], "marsh/egret");
}
