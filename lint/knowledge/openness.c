#include "lint/knowledge/openness.h"

#include <string.h>

#include "lint/knowledge/release_load.h"
#include "lint/text/pattern.h"

static const char *const content_names[] = { "code", "data", "document", NULL };
static const char *const scope_names[] = { "none", "code", "weights", "data", "docs", NULL };
static const char *const data_names[] = { "none", "training", "evaluation", NULL };
static const char *const class_names[] = { "none", "1", "2", "3", NULL };
static const char *const standard_names[] = { "osd", "osaid", "mof", "owd", "ai-act", NULL };

const char *ml_content_name(enum ml_content content)
{
	return content_names[content];
}

const char *ml_standard_id(enum ml_standard standard)
{
	return standard_names[standard];
}

#define AT(member) offsetof(struct ml_component, member)
static const struct release_key component_keys[] = {
	{ "id", RELEASE_TEXT, AT(id), NULL },
	{ "name", RELEASE_TEXT, AT(name), NULL },
	{ "content", RELEASE_CHOICE, AT(content), content_names },
	{ "class", RELEASE_CHOICE, AT(class), class_names },
	{ "required", RELEASE_FLAG, AT(required), NULL },
	{ "replaces", RELEASE_TEXT, AT(replaces), NULL },
	{ "scope", RELEASE_CHOICE, AT(scope), scope_names },
	{ "data", RELEASE_CHOICE, AT(data), data_names },
	{ "offered", RELEASE_FLAG, AT(offered), NULL },
	{ "card", RELEASE_FLAG, AT(card), NULL },
	{ "told", RELEASE_FLAG, AT(told), NULL },
	{ "files", RELEASE_NAMES, AT(files), NULL },
	{ "words", RELEASE_TEXT, AT(words), NULL },
	{ "source", RELEASE_TEXT, AT(source), NULL },
};
#undef AT

#define AT(member) offsetof(struct ml_standard_info, member)
static const struct release_key standard_keys[] = {
	{ "id", RELEASE_CHOICE, AT(id), standard_names },
	{ "title", RELEASE_TEXT, AT(title), NULL },
	{ "rules", RELEASE_NAMES, AT(rules), NULL },
	{ "source", RELEASE_TEXT, AT(source), NULL },
};
#undef AT

#define AT(member) offsetof(struct ml_requirement, member)
static const struct release_key requirement_keys[] = {
	{ "standard", RELEASE_CHOICE, AT(standard), standard_names },
	{ "title", RELEASE_TEXT, AT(title), NULL },
	{ "asks", RELEASE_TEXT, AT(asks), NULL },
	{ "scope", RELEASE_CHOICE, AT(scope), scope_names },
	{ "osd", RELEASE_FLAG, AT(osd), NULL },
	{ "optional", RELEASE_FLAG, AT(optional), NULL },
	{ "fails", RELEASE_NAMES, AT(fails), NULL },
	{ "unclear", RELEASE_NAMES, AT(unclear), NULL },
	{ "fail_keys", RELEASE_NAMES, AT(fail_keys), NULL },
	{ "unclear_keys", RELEASE_NAMES, AT(unclear_keys), NULL },
	{ "components", RELEASE_NAMES, AT(components), NULL },
	{ "any", RELEASE_FLAG, AT(any), NULL },
	{ "source", RELEASE_TEXT, AT(source), NULL },
};
#undef AT

#define AT(member) offsetof(struct ml_stated, member)
static const struct release_key stated_keys[] = {
	{ "standard", RELEASE_CHOICE, AT(standard), standard_names },
	{ "class", RELEASE_CHOICE, AT(class), class_names },
	{ "pattern", RELEASE_TEXT, AT(pattern), NULL },
	{ "words", RELEASE_NAMES, AT(words), NULL },
	{ "source", RELEASE_TEXT, AT(source), NULL },
};
#undef AT

#define AT(member) offsetof(struct ml_id_list, member)
static const struct release_key list_keys[] = {
	{ "why", RELEASE_TEXT, AT(why), NULL },
	{ "content", RELEASE_CHOICE, AT(content), content_names },
	{ "ids", RELEASE_NAMES, AT(ids), NULL },
	{ "source", RELEASE_TEXT, AT(source), NULL },
};
#undef AT

/* A list of entries: what it is made of, and where the result goes in struct ml_openness. */
struct section {
	const char *key;
	const struct release_key *keys;
	size_t keys_nr, size, at, nr_at, source;
};
#define SECTION(name, type, keys, list, nr)                                                                                              \
	{                                                                                                                                \
		name, keys, sizeof keys / sizeof *keys, sizeof(struct type), offsetof(struct ml_openness, list), offsetof(struct ml_openness, nr), \
			offsetof(struct type, source)                                                                                    \
	}
static const struct section sections[] = {
	SECTION("components", ml_component, component_keys, components, components_nr),
	SECTION("requirements", ml_requirement, requirement_keys, requirements, requirements_nr),
	SECTION("statements", ml_stated, stated_keys, stated, stated_nr),
	SECTION("open_licenses", ml_id_list, list_keys, open, open_nr),
	SECTION("suited_licenses", ml_id_list, list_keys, suited, suited_nr),
};

struct loading {
	struct ml_openness *into;
	struct ml_arena *arena;
	const char *path;
	struct ml_error *err;
};

static int fail(const struct loading *l, const struct ml_node *node, const char *what)
{
	return ml_error_set(l->err, ML_ERROR_USAGE, "%s:%u: %s '%.*s'", l->path, node->key_line ? node->key_line : node->line, what,
			    ML_SPAN_ARG(node->key));
}

static int load_section(const struct loading *l, const struct section *section, const struct ml_node *list)
{
	struct release_load load = { .arena = l->arena, .path = l->path, .err = l->err, .keys = section->keys, .keys_nr = section->keys_nr };
	char *entries, *into = (char *)l->into;
	size_t nr = 0;

	if (list->kind != ML_NODE_LIST)
		return fail(l, list, "no list in");
	if (*(size_t *)(void *)(into + section->nr_at))
		return fail(l, list, "a second list");
	entries = ml_arena_alloc_array(l->arena, list->nr, section->size);
	ml_node_each(child, list) {
		char *entry = entries + section->size * nr++;
		if (release_load_entry(&load, child, entry))
			return -1;
		if (!*(const char **)(void *)(entry + section->source))
			return ml_error_set(l->err, ML_ERROR_USAGE, "%s:%u: an entry without a source", l->path, child->line);
	}
	*(void **)(void *)(into + section->at) = entries;
	*(size_t *)(void *)(into + section->nr_at) = nr;
	return 0;
}

/* Each yardstick once, at its own place. */
static int load_standards(const struct loading *l, const struct ml_node *list)
{
	struct release_load load = { .arena = l->arena, .path = l->path, .err = l->err, .keys = standard_keys,
				     .keys_nr = sizeof standard_keys / sizeof *standard_keys };
	struct ml_standard_info *infos = ml_arena_array(l->arena, struct ml_standard_info, ML_STANDARD_NR);

	if (list->kind != ML_NODE_LIST)
		return fail(l, list, "no list in");
	ml_node_each(child, list) {
		struct ml_standard_info info = { 0 };
		if (release_load_entry(&load, child, &info))
			return -1;
		if (!info.title || !info.source || infos[info.id].title)
			return ml_error_set(l->err, ML_ERROR_USAGE, "%s:%u: a yardstick without title or source, or a second time", l->path, child->line);
		infos[info.id] = info;
	}
	l->into->standards = infos;
	return 0;
}

static int load_key(const struct loading *l, const struct ml_node *node)
{
	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
		if (ml_span_is(node->key, sections[i].key))
			return load_section(l, &sections[i], node);
	if (ml_span_is(node->key, "standards"))
		return load_standards(l, node);
	if (node->kind == ML_NODE_SCALAR && ml_span_is(node->key, "not_there"))
		l->into->not_there = ml_arena_dup(l->arena, node->text);
	else if (node->kind == ML_NODE_SCALAR && ml_span_is(node->key, "not_stated"))
		l->into->not_stated = ml_arena_dup(l->arena, node->text);
	else
		return fail(l, node, "unknown key");
	return 0;
}

int ml_openness_load(struct ml_openness *into, struct ml_arena *arena, const char *path, const struct ml_node *root, struct ml_error *err)
{
	struct loading l = { into, arena, path, err };

	if (!root || root->kind != ML_NODE_MAP)
		return ml_error_set(err, ML_ERROR_USAGE, "%s:1: no keys", path);
	ml_node_each(child, root)
		if (load_key(&l, child))
			return -1;
	return 0;
}

static int check_pattern(const char *pattern, const char *of, struct ml_error *err)
{
	if (pattern && ml_pattern_check(pattern, err))
		return ml_error_prefix(err, "pattern of '%s'", of);
	return 0;
}

static const struct ml_component *component_of(const struct ml_openness *openness, struct ml_span id)
{
	for (size_t i = 0; i < openness->components_nr; i++)
		if (ml_span_is(id, openness->components[i].id))
			return &openness->components[i];
	return NULL;
}

static int check_components(const struct ml_openness *openness, struct ml_error *err)
{
	for (size_t i = 0; i < openness->components_nr; i++) {
		const struct ml_component *component = &openness->components[i];
		if (!component->id || !component->name || component_of(openness, ml_span_of(component->id)) != component)
			return ml_error_set(err, ML_ERROR_USAGE, "part '%s' has no id or name, or is there twice", component->id ? component->id : "");
		if (component->replaces && !component_of(openness, ml_span_of(component->replaces)))
			return ml_error_set(err, ML_ERROR_USAGE, "part '%s' replaces '%s', which is not there", component->id, component->replaces);
		if (check_pattern(component->words, component->id, err))
			return -1;
	}
	return 0;
}

static int check_terms(const char *const *names, size_t nr, struct ml_error *err)
{
	for (size_t i = 0; i < nr; i++)
		if (ml_term_of(ml_span_of(names[i])) == ML_TERM_NR)
			return ml_error_set(err, ML_ERROR_USAGE, "no term '%s'", names[i]);
	return 0;
}

static int check_requirement(const struct ml_openness *openness, const struct ml_requirement *asked, struct ml_error *err)
{
	if (!asked->title || !asked->asks)
		return ml_error_set(err, ML_ERROR_USAGE, "a requirement without title or words");
	for (size_t i = 0; i < asked->components_nr; i++)
		if (!component_of(openness, ml_span_of(asked->components[i])))
			return ml_error_set(err, ML_ERROR_USAGE, "'%s' asks for '%s', which is not there", asked->title, asked->components[i]);
	if (check_terms(asked->fails, asked->fails_nr, err) || check_terms(asked->unclear, asked->unclear_nr, err))
		return ml_error_prefix(err, "in '%s'", asked->title);
	return 0;
}

int ml_openness_check(const struct ml_openness *openness, struct ml_error *err)
{
	bool whole = openness->components_nr && openness->requirements_nr && openness->open_nr && openness->suited_nr && openness->standards;

	for (int i = 0; whole && i < ML_STANDARD_NR; i++)
		whole = openness->standards[i].title != NULL;
	if (!whole || !openness->not_there || !openness->not_stated)
		return ml_error_set(err, ML_ERROR_USAGE, "a list of rules/knowledge/openness is lacking");
	if (check_components(openness, err) || check_pattern(openness->not_there, "not_there", err) ||
	    check_pattern(openness->not_stated, "not_stated", err))
		return -1;
	for (size_t i = 0; i < openness->requirements_nr; i++)
		if (check_requirement(openness, &openness->requirements[i], err))
			return -1;
	for (size_t i = 0; i < openness->stated_nr; i++) {
		if (!openness->stated[i].pattern || !openness->stated[i].words_nr)
			return ml_error_set(err, ML_ERROR_USAGE, "a statement without a pattern or its words");
		if (check_pattern(openness->stated[i].pattern, ml_standard_id(openness->stated[i].standard), err))
			return -1;
	}
	return 0;
}

const struct ml_component *ml_component_by_name(const struct ml_openness *openness, struct ml_span name)
{
	for (size_t i = 0; i < openness->components_nr; i++)
		if (openness->components[i].class && ml_span_is_nocase(name, openness->components[i].name))
			return &openness->components[i];
	return NULL;
}

static bool lists(const struct ml_id_list *list, struct ml_span id)
{
	for (size_t i = 0; i < list->ids_nr; i++)
		if (ml_span_is(id, list->ids[i]))
			return true;
	return false;
}

const char *ml_open_license(const struct ml_openness *openness, struct ml_span spdx)
{
	for (size_t i = 0; i < openness->open_nr; i++)
		if (lists(&openness->open[i], spdx))
			return openness->open[i].why ? openness->open[i].why : "listed";
	return NULL;
}

bool ml_license_suits(const struct ml_openness *openness, struct ml_span spdx, enum ml_content content)
{
	for (size_t i = 0; i < openness->suited_nr; i++)
		if (openness->suited[i].content == content && lists(&openness->suited[i], spdx))
			return true;
	return false;
}
