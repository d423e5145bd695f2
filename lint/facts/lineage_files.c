#include "lint/facts/lineage.h"

#include <stdint.h>
#include <string.h>

#include "lint/base/json.h"
#include "lint/base/limits.h"
#include "lint/base/yaml.h"
#include "lint/facts/parts.h"
#include "lint/knowledge/lists.h"
#include "lint/knowledge/models.h"

/* One configuration being read. */
struct config {
	struct ml_facts *facts;
	const struct ml_file *file;
	enum ml_base_from from;
	const char *how;
};

static void add(const struct config *config, struct ml_span id, struct ml_where where)
{
	struct ml_base_model base = { .where = where, .from = config->from, .how = config->how };

	id = ml_span_trim(id);
	bool known = ml_span_find(id, "/") == SIZE_MAX && ml_model_by_name(config->facts->knowledge, id);
	if (!(known || ml_is_hub_id(config->facts->knowledge, id)) || ml_is_own_id(config->facts, id))
		return;
	base.id = ml_arena_dup(config->facts->arena, id);
	ml_facts_add_base(config->facts, &base);
}

static void add_node(const struct config *config, const struct ml_node *node)
{
	if (node && node->kind == ML_NODE_SCALAR && node->text.len)
		add(config, node->text, ml_where_node(config->file, node));
}

/* {"base_model_name_or_path": "owner/name"} */
static void read_adapter(const struct config *config, struct ml_arena *scratch)
{
	struct ml_parsed parsed;

	ml_json_parse(scratch, config->file->text, &parsed);
	add_node(config, ml_node_get(parsed.root, "base_model_name_or_path"));
}

/* Configurations are copied along, so that the name is weak evidence: what is the model itself, or a family of its own, is no base. */
static void read_model(const struct config *config, struct ml_arena *scratch)
{
	struct ml_parsed parsed;

	ml_json_parse(scratch, config->file->text, &parsed);
	const struct ml_node *node = ml_node_get(parsed.root, "_name_or_path");
	if (node && node->kind == ML_NODE_SCALAR && ml_span_find(node->text, "/") != SIZE_MAX)
		add_node(config, node);
}

/* AutoGPTQ: {"bits": 4, "model_name_or_path": "owner/name"} */
static void read_quantizer(const struct config *config, struct ml_arena *scratch)
{
	struct ml_parsed parsed;

	ml_json_parse(scratch, config->file->text, &parsed);
	add_node(config, ml_node_get(parsed.root, "model_name_or_path"));
}

/* "model+adapter" loads an adapter on a model. */
static void add_parent(const struct config *config, const struct ml_node *node)
{
	if (!node || node->kind != ML_NODE_SCALAR || !node->text.len)
		return;
	size_t plus = ml_span_find(node->text, "+");
	struct ml_where where = ml_where_node(config->file, node);
	add(config, ml_span_sub(node->text, 0, plus == SIZE_MAX ? node->text.len : plus), where);
	if (plus != SIZE_MAX)
		add(config, ml_span_sub(node->text, plus + 1, node->text.len), where);
}

/* "model: name", or "model: {model: {path: name}}" of older versions. */
static void add_source(const struct config *config, const struct ml_node *source)
{
	const struct ml_node *model = ml_node_get(source, "model");

	for (int depth = 0; depth < 3 && model && model->kind == ML_NODE_MAP; depth++) {
		const struct ml_node *path = ml_node_get(model, "path");
		model = path ? path : ml_node_get(model, "model");
	}
	add_parent(config, model);
}

/* mergekit: base_model, models[].model, slices[].sources[].model, experts[].source_model. */
static void read_merge_of(const struct config *config, const struct ml_node *root)
{
	add_parent(config, ml_node_get(root, "base_model"));
	ml_node_each(model, ml_node_get(root, "models"))
		add_source(config, model);
	ml_node_each(slice, ml_node_get(root, "slices"))
		ml_node_each(source, ml_node_get(slice, "sources"))
			add_source(config, source);
	ml_node_each(expert, ml_node_get(root, "experts"))
		add_parent(config, ml_node_get(expert, "source_model"));
}

static void read_merge(const struct config *config, struct ml_arena *scratch)
{
	struct ml_parsed parsed;

	ml_yaml_parse(scratch, config->file->text, 1, &parsed);
	read_merge_of(config, parsed.root);
}

/* A configuration of anything is one of mergekit where it says how to merge. */
static void read_any(const struct config *config, struct ml_arena *scratch)
{
	struct ml_parsed parsed;

	ml_yaml_parse(scratch, config->file->text, 1, &parsed);
	if (ml_node_get(parsed.root, "merge_method"))
		read_merge_of(config, parsed.root);
}

static struct ml_where place(const struct config *config, struct ml_span part)
{
	size_t from = (size_t)(part.at - config->file->text.at);

	return ml_where_of(config->facts->arena, config->file, from, from + part.len);
}

/* "FROM llama3.1:8b", "FROM hf.co/owner/name": the tag behind the colon is a size or a quantization. */
static void read_from(const struct config *config, struct ml_span id)
{
	if (ml_span_starts_nocase(id, "https://"))
		id = ml_span_sub(id, strlen("https://"), id.len);
	const char *host = ml_list_start(config->facts->knowledge, ML_LIST_MODELFILE_HOSTS, id);
	if (host)
		id = ml_span_sub(id, strlen(host), id.len);
	size_t colon = ml_span_find(id, ":");
	if (colon != SIZE_MAX)
		id.len = colon;
	add(config, id, place(config, id));
}

/* The license of the model that is made of the Modelfile: a name, or the text between three quotes. */
static void read_license(const struct config *config, struct ml_span value)
{
	struct ml_declaration declaration = { .evidence = ML_EVIDENCE_HEADER, .scope = ML_SCOPE_WEIGHTS };

	declaration.where = place(config, value);
	if (value.len)
		ml_declare_value(config->facts, &declaration, value);
}

/* The value behind an instruction, which three quotes let go on over lines. *end: where the next line begins. */
static struct ml_span modelfile_value(struct ml_span text, size_t at, size_t *end)
{
	static const char quotes[] = "\"\"\"";
	struct ml_span line = ml_span_trim(ml_span_sub(text, at, *end));

	if (!ml_span_starts(line, quotes))
		return line;
	size_t from = (size_t)(line.at - text.at) + strlen(quotes), len = ml_span_find(ml_span_sub(text, from, text.len), quotes);
	size_t to = len == SIZE_MAX ? text.len : from + len;
	*end = len == SIZE_MAX ? text.len : to + strlen(quotes);
	return ml_span_trim(ml_span_sub(text, from, to));
}

/* Ollama's: instructions, of which "FROM" names the base, "ADAPTER" a difference from it, and "LICENSE" the terms. */
static void read_modelfile(const struct config *config, struct ml_arena *scratch)
{
	struct config adapter = *config;
	struct ml_span text = config->file->text, from = { 0 };
	size_t at = 0, end;

	(void)scratch;
	for (; at < text.len; at = end + 1) {
		for (end = at; end < text.len && text.at[end] != '\n'; end++)
			continue;
		struct ml_span line = ml_span_trim(ml_span_sub(text, at, end));
		size_t space = ml_span_find(line, " "), value = (size_t)(line.at - text.at) + space;
		struct ml_span word = ml_span_sub(line, 0, space);
		if (space == SIZE_MAX)
			continue;
		struct ml_span said = modelfile_value(text, value, &end);
		if (ml_span_is_nocase(word, "FROM"))
			from = said;
		else if (ml_span_is_nocase(word, "ADAPTER"))
			adapter.how = "adapter";
		else if (ml_span_is_nocase(word, "LICENSE"))
			read_license(config, said);
	}
	if (from.len)
		read_from(&adapter, from);
}

static const struct {
	const char *name;
	const char *trigger; /* without it there is nothing to parse */
	enum ml_base_from from;
	const char *how;
	void (*read)(const struct config *config, struct ml_arena *scratch);
} configs[] = {
	{ "adapter_config.json", "base_model_name_or_path", ML_BASE_ADAPTER, "adapter", read_adapter },
	{ "config.json", "_name_or_path", ML_BASE_CONFIG, NULL, read_model },
	{ "model_index.json", "_name_or_path", ML_BASE_CONFIG, NULL, read_model },
	{ "quantize_config.json", "model_name_or_path", ML_BASE_QUANTIZER, "quantized", read_quantizer },
	{ "mergekit_config.yml", "model", ML_BASE_MERGE, "merge", read_merge },
	{ "mergekit_config.yaml", "model", ML_BASE_MERGE, "merge", read_merge },
	{ "mergekit-config.yml", "model", ML_BASE_MERGE, "merge", read_merge },
	{ "mergekit-config.yaml", "model", ML_BASE_MERGE, "merge", read_merge },
	{ "mergekit.yml", "model", ML_BASE_MERGE, "merge", read_merge },
	{ "mergekit.yaml", "model", ML_BASE_MERGE, "merge", read_merge },
	{ "merge_config.yml", "model", ML_BASE_MERGE, "merge", read_merge },
	{ "merge_config.yaml", "model", ML_BASE_MERGE, "merge", read_merge },
	{ "mergekit_moe_config.yml", "model", ML_BASE_MERGE, "merge", read_merge },
	{ "mergekit_moe_config.yaml", "model", ML_BASE_MERGE, "merge", read_merge },
	{ "merge.yml", "merge_method", ML_BASE_MERGE, "merge", read_any },
	{ "merge.yaml", "merge_method", ML_BASE_MERGE, "merge", read_any },
	{ "config.yml", "merge_method", ML_BASE_MERGE, "merge", read_any },
	{ "config.yaml", "merge_method", ML_BASE_MERGE, "merge", read_any },
	{ "modelfile", "from", ML_BASE_MODELFILE, NULL, read_modelfile },
};

/* Whether models stand beside the file, or it stands at the root: examples and tests hold configurations of anything. */
static bool is_ours(const struct ml_facts *facts, const struct ml_file *file)
{
	size_t folder = ml_path_folder(ml_span_of(file->path));

	if (!folder)
		return true;
	for (size_t i = 0; i < facts->artifacts_nr; i++)
		if (!strncmp(facts->artifacts[i].file->path, file->path, folder))
			return true;
	return false;
}

void ml_lineage_files(struct ml_facts *facts, struct ml_arena *scratch, size_t *left)
{
	size_t read = 0;

	for (size_t i = 0; i < facts->tree->files_nr && read < ML_LIMIT_CONFIGS; i++) {
		struct ml_file *file = &facts->tree->files[i];
		size_t k = 0;
		if (file->role != ML_ROLE_CONFIG || file->outside || file->size > ML_LIMIT_CONFIG_BYTES)
			continue;
		while (k < sizeof configs / sizeof *configs && !ml_span_is_nocase(ml_path_name(ml_span_of(file->path)), configs[k].name))
			k++;
		if (k == sizeof configs / sizeof *configs || !is_ours(facts, file) || !ml_facts_read(facts, file, left))
			continue;
		read++;
		if (ml_span_find_nocase(file->text, configs[k].trigger) == SIZE_MAX)
			continue;
		struct config config = { facts, file, configs[k].from, configs[k].how };
		configs[k].read(&config, scratch);
		ml_arena_reset(scratch);
	}
}
