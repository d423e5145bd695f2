/*
 * Croissant (mlcommons.org/croissant, 1.0 and 1.1): JSON-LD that describes a data
 * set. "license" is of the data, "sdLicense" of these words about it alone,
 * "usageInfo" may limit the use, "isBasedOn" names what it was made from.
 */
#include "lint/facts/croissant.h"

#include <stdint.h>
#include <string.h>

#include "lint/base/json.h"
#include "lint/base/limits.h"
#include "lint/facts/lineage.h"
#include "lint/facts/parts.h"
#include "lint/knowledge/datasets.h"

struct reading {
	struct ml_facts *facts;
	const struct ml_file *file;
	struct ml_croissant out;
};

/* Keys come bare or with one of the prefixes that contexts give. */
static const struct ml_node *get(const struct ml_node *map, const char *key)
{
	static const char *const prefixes[] = { "", "sc:", "schema:", "cr:", "https://schema.org/", "http://schema.org/" };

	ml_node_each(child, map && map->kind == ML_NODE_MAP ? map : NULL) {
		for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
			size_t len = strlen(prefixes[i]);
			if (ml_span_starts(child->key, prefixes[i]) && ml_span_is(ml_span_sub(child->key, len, child->key.len), key))
				return child;
		}
	}
	return NULL;
}

/* A name, or what stands for one in a map: {"@id": …}, {"url": …}, {"name": …}. */
static const struct ml_node *value_of(const struct ml_node *node)
{
	static const char *const keys[] = { "@id", "url", "license", "name", "@value" };

	if (!node || node->kind == ML_NODE_SCALAR)
		return node;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		const struct ml_node *value = get(node, keys[i]);
		if (value && value->kind == ML_NODE_SCALAR && value->text.len)
			return value;
	}
	return NULL;
}

static void declare(struct reading *r, const struct ml_node *node)
{
	const struct ml_node *value = value_of(node);

	if (!value || !value->text.len)
		return;
	struct ml_declaration declaration = { .where = ml_where_node(r->file, value), .evidence = ML_EVIDENCE_PACKAGE, .scope = ML_SCOPE_DATA };
	if (!r->out.license.file)
		r->out.license = declaration.where;
	ml_declare_value(r->facts, &declaration, ml_span_trim(value->text));
}

static void read_license(struct reading *r, const struct ml_node *node)
{
	r->out.from = r->facts->licenses_nr;
	if (node && node->kind == ML_NODE_LIST)
		ml_node_each(child, node)
			declare(r, child);
	else
		declare(r, node);
	r->out.to = r->facts->licenses_nr;
}

static void read_metadata(struct reading *r, const struct ml_node *node)
{
	const struct ml_node *value = value_of(node && node->kind == ML_NODE_LIST ? node->first : node);

	if (!value || value->kind != ML_NODE_SCALAR || !value->text.len)
		return;
	r->out.metadata = ml_where_node(r->file, value);
	r->out.metadata_license = ml_arena_dup(r->facts->arena, value->text);
}

/* The Data Use Ontology's codes, and words of ODRL offers. */
static enum ml_term_id limit_of(struct ml_span text)
{
	static const struct {
		const char *word;
		enum ml_term_id term;
	} limits[] = {
		{ "DUO_0000018", ML_TERM_NONCOMMERCIAL },   { "DUO:0000018", ML_TERM_NONCOMMERCIAL },   { "DUO_0000045", ML_TERM_NONCOMMERCIAL },
		{ "DUO:0000045", ML_TERM_NONCOMMERCIAL },   { "DUO_0000046", ML_TERM_NONCOMMERCIAL },   { "DUO:0000046", ML_TERM_NONCOMMERCIAL },
		{ "non-commercial", ML_TERM_NONCOMMERCIAL }, { "noncommercial", ML_TERM_NONCOMMERCIAL }, { "research use only", ML_TERM_RESEARCH_ONLY },
		{ "DUO_0000007", ML_TERM_RESEARCH_ONLY },   { "DUO:0000007", ML_TERM_RESEARCH_ONLY },   { "research only", ML_TERM_RESEARCH_ONLY },
	};

	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
		if (ml_span_find_nocase(text, limits[i].word) != SIZE_MAX)
			return limits[i].term;
	return ML_TERM_NR;
}

/* Offers nest: a few levels are looked through. */
static void read_usage(struct reading *r, const struct ml_node *node, int depth)
{
	if (!node || depth > 4 || r->out.limit != ML_TERM_NR)
		return;
	if (node->kind != ML_NODE_SCALAR) {
		ml_node_each(child, node)
			read_usage(r, child, depth + 1);
		return;
	}
	r->out.limit = limit_of(node->text);
	if (r->out.limit != ML_TERM_NR)
		r->out.usage = ml_where_node(r->file, node);
}

static void add_source(struct reading *r, const struct ml_node *node)
{
	const struct ml_node *value = value_of(node);

	if (!value || !value->text.len)
		return;
	struct ml_span id = ml_hub_dataset_of(value->text);
	if (!id.len && !ml_dataset_by_id(r->facts->knowledge, value->text))
		return;
	struct ml_dataset_ref ref = { .id = ml_arena_dup(r->facts->arena, id.len ? id : value->text), .where = ml_where_node(r->file, value), .use = ML_DATA_SOURCE };
	ml_facts_add_dataset(r->facts, &ref);
}

static void read_sources(struct reading *r, const struct ml_node *node)
{
	if (node && node->kind == ML_NODE_LIST)
		ml_node_each(child, node)
			add_source(r, child);
	else
		add_source(r, node);
}

static bool is_dataset(const struct ml_node *node)
{
	const struct ml_node *type = node && node->kind == ML_NODE_MAP ? ml_node_get(node, "@type") : NULL;

	if (type && type->kind == ML_NODE_LIST)
		type = type->first;
	return type && type->kind == ML_NODE_SCALAR && ml_span_ends(type->text, "Dataset");
}

/* The data set itself, or one of "@graph". */
static const struct ml_node *dataset_of(const struct ml_node *root)
{
	const struct ml_node *graph = root && root->kind == ML_NODE_MAP ? ml_node_get(root, "@graph") : NULL;

	if (is_dataset(root))
		return root;
	ml_node_each(child, graph && graph->kind == ML_NODE_LIST ? graph : NULL)
		if (is_dataset(child))
			return child;
	return NULL;
}

static bool is_croissant(const struct ml_file *file)
{
	return file->role == ML_ROLE_CONFIG && !file->outside &&
	       (ml_span_find_nocase(ml_span_of(file->path), "croissant") != SIZE_MAX || ml_span_ends_nocase(ml_span_of(file->path), ".jsonld"));
}

static bool read_file(struct reading *r, struct ml_arena *scratch)
{
	struct ml_parsed parsed;

	ml_json_parse(scratch, r->file->text, &parsed);
	const struct ml_node *dataset = dataset_of(parsed.root);
	if (!dataset)
		return false;
	r->out = (struct ml_croissant){ .file = r->file, .limit = ML_TERM_NR };
	read_license(r, get(dataset, "license"));
	read_metadata(r, get(dataset, "sdLicense"));
	read_usage(r, get(dataset, "usageInfo"), 0);
	read_sources(r, get(dataset, "isBasedOn"));
	read_sources(r, ml_node_get(dataset, "prov:wasDerivedFrom"));
	return true;
}

void ml_croissants_collect(struct ml_facts *facts, struct ml_arena *scratch, size_t *left)
{
	struct ml_croissant *found = NULL;
	size_t nr = 0, cap = 0, read = 0;

	for (size_t i = 0; i < facts->tree->files_nr && read < ML_LIMIT_CONFIGS; i++) {
		struct ml_file *file = &facts->tree->files[i];
		if (!is_croissant(file) || !ml_facts_read(facts, file, left))
			continue;
		struct reading r = { .facts = facts, .file = file };
		read++;
		if (read_file(&r, scratch))
			ML_PUSH(facts->arena, found, nr, cap, r.out);
		ml_arena_reset(scratch);
	}
	facts->croissants = found;
	facts->croissants_nr = nr;
}
