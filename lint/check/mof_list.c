/* Component lists of the Model Openness Framework, read from YAML. */
#include "lint/check/mof.h"

#include "lint/base/near.h"
#include "lint/base/yaml.h"

struct reading {
	struct ml_arena *arena;
	const struct ml_openness *openness;
	const char *path;
	const struct ml_node *licenses; /* "license:" of the release, or NULL */
	struct ml_error *err;
};

static int fail(const struct reading *r, const struct ml_node *node, const char *what)
{
	return ml_error_set(r->err, ML_ERROR_USAGE, "%s:%u: %s", r->path, ml_node_line(node), what);
}

/* The license that the release gives to a kind of content, or to everything: a name, or a map that has one. */
static const char *global_license(const struct reading *r, const char *kind)
{
	const struct ml_node *node = ml_node_get(r->licenses, kind);
	struct ml_span name = node && node->kind == ML_NODE_SCALAR ? node->text : ml_node_get_text(node, "name");

	return name.len ? ml_arena_dup(r->arena, ml_span_trim(name)) : NULL;
}

static int read_license(const struct reading *r, const struct ml_node *node, struct ml_mof_item *item)
{
	const struct ml_node *own = ml_node_get(node, "license");

	if (!own)
		own = ml_node_get(node, "license_name");
	if (own && own->kind == ML_NODE_MAP)
		own = ml_node_get(own, "name");
	if (own && own->kind != ML_NODE_SCALAR && own->kind != ML_NODE_NULL)
		return fail(r, own, "a license is a name");
	/* One that is there and empty says that there is none. */
	if (own && own->kind == ML_NODE_SCALAR) {
		item->license = own->text.len ? ml_arena_dup(r->arena, ml_span_trim(own->text)) : NULL;
		return 0;
	}
	item->license = global_license(r, ml_content_name(item->component->content));
	if (!item->license)
		item->license = global_license(r, "distribution");
	return 0;
}

static int fail_name(const struct reading *r, const struct ml_node *node, struct ml_span name)
{
	struct ml_near near = { .typed = name };

	for (size_t i = 0; i < r->openness->components_nr; i++)
		if (r->openness->components[i].class)
			ml_near_offer(&near, r->openness->components[i].name);
	if (near.best)
		return ml_error_set(r->err, ML_ERROR_USAGE, "%s:%u: no component '%.*s'; did you mean '%s'?", r->path, ml_node_line(node), ML_SPAN_ARG(name), near.best);
	return ml_error_set(r->err, ML_ERROR_USAGE, "%s:%u: no component '%.*s'", r->path, ml_node_line(node), ML_SPAN_ARG(name));
}

static int read_item(const struct reading *r, const struct ml_node *node, struct ml_mof_item *item)
{
	struct ml_span name = ml_span_trim(ml_node_get_text(node, "name"));

	if (node->kind != ML_NODE_MAP || !name.len)
		return fail(r, node, "a component without a name");
	item->component = ml_component_by_name(r->openness, name);
	if (!item->component)
		return fail_name(r, node, name);
	return read_license(r, node, item);
}

static int read_items(struct ml_mof_list *out, const struct reading *r, const struct ml_node *list)
{
	out->items = ml_arena_array(r->arena, struct ml_mof_item, list->nr);
	ml_node_each(child, list) {
		struct ml_mof_item *item = &out->items[out->items_nr];
		if (read_item(r, child, item))
			return -1;
		for (size_t i = 0; i < out->items_nr && !out->repeated_line; i++) {
			if (out->items[i].component != item->component)
				continue;
			out->repeated_line = ml_node_line(child);
			out->repeated = item->component->name;
		}
		out->items_nr++;
	}
	return 0;
}

static const char *text_of(const struct reading *r, const struct ml_node *release, const char *key)
{
	struct ml_span text = ml_span_trim(ml_node_get_text(release, key));

	return text.len ? ml_arena_dup(r->arena, text) : NULL;
}

int ml_mof_read(struct ml_mof_list *out, struct ml_arena *arena, const struct ml_openness *openness, const char *path, struct ml_span text,
		struct ml_error *err)
{
	struct reading r = { .arena = arena, .openness = openness, .path = path, .err = err };
	struct ml_parsed parsed;

	*out = (struct ml_mof_list){ 0 };
	if (!text.at)
		return ml_error_set(err, ML_ERROR_USAGE, "%s:1: not text", path);
	ml_yaml_parse(arena, text, 1, &parsed);
	if (parsed.fault)
		return ml_error_set(err, ML_ERROR_USAGE, "%s:%u:%u: %s", path, parsed.line, parsed.column, parsed.message);
	if (parsed.repeated_nr)
		return ml_error_set(err, ML_ERROR_USAGE, "%s:%u: repeated key '%.*s'", path, parsed.repeated[0].line, ML_SPAN_ARG(parsed.repeated[0].key));
	const struct ml_node *release = ml_node_get(parsed.root, "release");
	if (!release || release->kind != ML_NODE_MAP)
		return ml_error_set(err, ML_ERROR_USAGE, "%s:1: no component list: there is no map 'release'", path);
	const struct ml_node *list = ml_node_get(release, "components");
	if (!list)
		return fail(&r, release, "the release has no list 'components'");
	if (list->kind != ML_NODE_LIST)
		return fail(&r, list, "'components' is no list");
	r.licenses = ml_node_get(release, "license");
	if (r.licenses && r.licenses->kind == ML_NODE_LIST)
		return fail(&r, r.licenses, "'license' is no map");
	out->name = text_of(&r, release, "name");
	return read_items(out, &r, list);
}
