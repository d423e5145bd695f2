#include "lint/knowledge/licenses.h"

#include <stdlib.h>
#include <string.h>

#include "lint/knowledge/licenses_p.h"

/* Names of enum values, in order of the enum. */
static const char *const osd_names[] = { "unknown", "conforms", "fails", "disputed", "n/a", NULL };
static const char *const class_names[] = { "other",	  "permissive",	     "weak-copyleft",  "strong-copyleft", "network-copyleft", "public-domain",
					   "share-alike", "use-restricted", "noncommercial", "source-available", NULL };
static const char *const duty_names[] = { "none", "text", "uri", NULL };

const char *ml_license_class_name(enum ml_license_class class)
{
	return class_names[class];
}

const char *ml_license_osd_name(enum ml_osd osd)
{
	return osd_names[osd];
}

bool ml_license_is_certain(const struct ml_license *license)
{
	return license && !license->family && !license->placeholder;
}

bool ml_license_has(const struct ml_license *license, enum ml_term_id term)
{
	for (size_t i = 0; license && i < license->terms_nr; i++)
		if (license->terms[i].id == term)
			return true;
	return false;
}

bool ml_license_bars_restrictions(const struct ml_license *license)
{
	return license->class == ML_CLASS_STRONG_COPYLEFT || license->class == ML_CLASS_NETWORK_COPYLEFT;
}

int ml_license_cmp(const void *a, const void *b)
{
	return strcmp(((const struct ml_license *)a)->id, ((const struct ml_license *)b)->id);
}

static int load_class(const struct license_loader *l, const struct ml_node *node)
{
	int value = 0;

	if (license_load_enum(l, node, class_names, &value))
		return -1;
	l->license->class = (enum ml_license_class)value;
	return 0;
}

static int load_osd(const struct license_loader *l, const struct ml_node *node)
{
	int value = 0;

	if (license_load_enum(l, node, osd_names, &value))
		return -1;
	l->license->osd = (enum ml_osd)value;
	return 0;
}

static int load_duty(const struct license_loader *l, const struct ml_node *node)
{
	int value = 0;

	if (license_load_enum(l, node, duty_names, &value))
		return -1;
	l->license->text_duty = (enum ml_text_duty)value;
	return 0;
}

static int load_number(const struct license_loader *l, const struct ml_node *node, unsigned max, unsigned *out)
{
	unsigned value = 0;

	for (size_t i = 0; i < node->text.len; i++) {
		if (!ml_is_digit(node->text.at[i]) || value > max)
			return license_fail(l, node, "not a number:");
		value = value * 10 + (unsigned)(node->text.at[i] - '0');
	}
	if (node->text.len == 0 || value > max)
		return license_fail(l, node, "not a number in range:");
	*out = value;
	return 0;
}

static int load_year(const struct license_loader *l, const struct ml_node *node)
{
	unsigned year = 0;

	if (load_number(l, node, 2999, &year))
		return -1;
	l->license->year = (uint16_t)year;
	return 0;
}

static int load_points(const struct license_loader *l, const struct ml_node *node)
{
	unsigned point = 0;

	if (node->kind != ML_NODE_LIST)
		return license_fail(l, node, "not a list:");
	ml_node_each(child, node) {
		if (load_number(l, child, 10, &point))
			return -1;
		l->license->osd_failed |= (uint16_t)(1u << point);
	}
	return 0;
}

static int load_id(const struct license_loader *l, const struct ml_node *node)
{
	for (size_t i = 0; i < node->text.len; i++)
		if (!ml_is_alnum(node->text.at[i]) && !strchr("-.+_", node->text.at[i]))
			return license_fail(l, node, "an id has letters, digits and '-', '.', '+', '_' only:");
	return license_load_string(l, node, &l->license->id);
}

static int load_aliases(const struct license_loader *l, const struct ml_node *node)
{
	return license_load_list(l, node, &l->license->aliases, &l->license->aliases_nr);
}

static int load_urls(const struct license_loader *l, const struct ml_node *node)
{
	return license_load_list(l, node, &l->license->urls, &l->license->urls_nr);
}

static int load_accepts(const struct license_loader *l, const struct ml_node *node)
{
	return license_load_list(l, node, &l->license->accepts, &l->license->accepts_nr);
}

/* "attribution", or {term: user-threshold, value: 700000000 MAU, section: "2"}. */
static int load_term(const struct license_loader *l, const struct ml_node *node, struct ml_license_term *out)
{
	const struct ml_node *name = node->kind == ML_NODE_MAP ? ml_node_get(node, "term") : node;

	if (!name || name->kind != ML_NODE_SCALAR)
		return license_fail(l, node, "a term without name");
	if (license_load_term_id(l, name, &out->id))
		return -1;
	if (node->kind != ML_NODE_MAP)
		return 0;
	ml_node_each(child, node) {
		const char *text = child->text.at ? ml_arena_dup(l->arena, child->text) : NULL;
		if (ml_span_is(child->key, "value"))
			out->value = text;
		else if (ml_span_is(child->key, "section"))
			out->section = text;
		else if (ml_span_is(child->key, "only") && ml_span_is(child->text, "multimodal"))
			out->multimodal = true;
		else if (ml_span_is(child->key, "only"))
			return license_fail(l, child, "the only value is 'multimodal', not");
		else if (!ml_span_is(child->key, "term"))
			return license_unknown_key(l, child, (const char *const[]){ "term", "value", "section", "only", NULL });
	}
	return 0;
}

static int by_weight(const void *a, const void *b)
{
	const struct ml_license_term *x = a, *y = b;

	return (int)x->id - (int)y->id;
}

static int load_terms(const struct license_loader *l, const struct ml_node *node)
{
	struct ml_license_term *terms = ml_arena_array(l->arena, struct ml_license_term, node->nr);
	size_t nr = 0;

	if (node->kind != ML_NODE_LIST)
		return license_fail(l, node, "not a list:");
	ml_node_each(child, node)
		if (load_term(l, child, &terms[nr++]))
			return -1;
	qsort(terms, nr, sizeof *terms, by_weight);
	l->license->terms = terms;
	l->license->terms_nr = nr;
	return 0;
}

#define TEXT(field) offsetof(struct ml_license, field), NULL, false
#define FLAG(field) offsetof(struct ml_license, field), NULL, true
static const struct {
	const char *key;
	size_t at; /* offset of a text or flag */
	int (*load)(const struct license_loader *l, const struct ml_node *node);
	bool flag;
} keys[] = {
	{ "id", 0, load_id, false },
	{ "spdx", TEXT(spdx) },
	{ "hub", TEXT(hub) },
	{ "name", TEXT(name) },
	{ "version", TEXT(version) },
	{ "publisher", TEXT(publisher) },
	{ "replaced_by", TEXT(replaced_by) },
	{ "source", TEXT(source) },
	{ "why", TEXT(why) },
	{ "osi_approved", FLAG(osi_approved) },
	{ "fsf_libre", FLAG(fsf_libre) },
	{ "deprecated", FLAG(deprecated) },
	{ "family", FLAG(family) },
	{ "placeholder", FLAG(placeholder) },
	{ "policy", FLAG(policy) },
	{ "own_terms", FLAG(own_terms) },
	{ "year", 0, load_year, false },
	{ "class", 0, load_class, false },
	{ "text_duty", 0, load_duty, false },
	{ "osd", 0, load_osd, false },
	{ "osd_failed", 0, load_points, false },
	{ "terms", 0, load_terms, false },
	{ "aliases", 0, load_aliases, false },
	{ "urls", 0, load_urls, false },
	{ "accepts", 0, load_accepts, false },
	{ "duties", 0, license_load_duties, false },
	{ "text", 0, license_load_text, false },
};
#define KEYS_NR (sizeof keys / sizeof *keys)

static int load_scalar(const struct license_loader *l, const struct ml_node *node, size_t at, bool flag)
{
	char *field = (char *)l->license + at;

	if (node->kind != ML_NODE_SCALAR || node->text.len == 0)
		return ml_error_set(l->err, ML_ERROR_USAGE, "%s:%u: '%.*s' is empty", l->path, node->key_line, ML_SPAN_ARG(node->key));
	if (!flag) {
		*(const char **)(void *)field = ml_arena_dup(l->arena, node->text);
		return 0;
	}
	if (!ml_span_is(node->text, "true") && !ml_span_is(node->text, "false"))
		return license_fail(l, node, "neither true nor false:");
	*(bool *)(void *)field = ml_span_is(node->text, "true");
	return 0;
}

static int load_key(const struct license_loader *l, const struct ml_node *node)
{
	const char *names[KEYS_NR + 1] = { NULL };

	for (size_t i = 0; i < KEYS_NR; i++)
		if (ml_span_is(node->key, keys[i].key))
			return keys[i].load ? keys[i].load(l, node) : load_scalar(l, node, keys[i].at, keys[i].flag);
	for (size_t i = 0; i < KEYS_NR; i++)
		names[i] = keys[i].key;
	return license_unknown_key(l, node, names);
}

/* Names are looked for in prose: what any license may be called would be found in every README. */
static int check_names(const struct license_loader *l, const struct ml_node *node)
{
	const struct ml_node *name = ml_node_get(node, "name");

	if (l->license->placeholder)
		return 0;
	if (name && ml_license_name_is_generic(name->text))
		return license_fail(l, name, "names no license, for any may be called so:");
	ml_node_each(alias, ml_node_get(node, "aliases"))
		if (ml_license_name_is_generic(alias->text))
			return license_fail(l, alias, "names no license, for any may be called so:");
	return 0;
}

static int load_license(const struct license_loader *l, const struct ml_node *node)
{
	if (node->kind != ML_NODE_MAP)
		return license_fail(l, node, "not a license:");
	ml_node_each(child, node)
		if (load_key(l, child))
			return -1;
	if (!l->license->id)
		return ml_error_set(l->err, ML_ERROR_USAGE, "%s:%u: a license without id", l->path, node->line);
	if (!l->license->source)
		return ml_error_set(l->err, ML_ERROR_USAGE, "%s:%u: license '%s' has no source", l->path, node->line, l->license->id);
	if (l->license->duties && l->license->duties->copy && l->license->text_duty != ML_TEXT_DUTY_TEXT)
		return ml_error_set(l->err, ML_ERROR_USAGE, "%s:%u: license '%s' asks for a copy of it, but its text_duty is not 'text'",
				    l->path, node->line, l->license->id);
	if (!l->license->name)
		l->license->name = l->license->id;
	return check_names(l, node);
}

int ml_licenses_load(struct ml_license **out, size_t *nr, struct ml_arena *arena, const char *path, const struct ml_node *root,
		     struct ml_error *err)
{
	const struct ml_node *list = ml_node_get(root, "licenses");
	struct license_loader l = { arena, path, err, NULL };
	struct ml_license *licenses;
	size_t count = 0;

	if (!list || list->kind != ML_NODE_LIST)
		return ml_error_set(err, ML_ERROR_USAGE, "%s:1: no list 'licenses'", path);
	licenses = ml_arena_array(arena, struct ml_license, list->nr);
	ml_node_each(child, list) {
		l.license = &licenses[count++];
		if (load_license(&l, child))
			return -1;
	}
	*out = licenses;
	*nr = count;
	return 0;
}
