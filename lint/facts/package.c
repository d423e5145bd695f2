#include "lint/facts/package.h"

#include <string.h>

#include "lint/base/ini.h"
#include "lint/base/json.h"
#include "lint/base/limits.h"
#include "lint/base/toml.h"
#include "lint/base/yaml.h"
#include "lint/facts/shared.h"

/* What a key of a package file says. */
enum says {
	SAYS_LICENSE,     /* a name, an expression or an address; a list of them is a choice, a map gives one in a key of its own */
	SAYS_CLASSIFIERS, /* trove classifiers (pypi.org/classifiers) */
	SAYS_WORDS,       /* a description, a title */
	SAYS_KEYWORDS,    /* a list, or names between commas */
};

struct key {
	const char *path; /* parts between dots */
	enum says says;
};

static const struct key pyproject_keys[] = {
	{ "project.license", SAYS_LICENSE },	       { "project.classifiers", SAYS_CLASSIFIERS },
	{ "project.description", SAYS_WORDS },	       { "project.keywords", SAYS_KEYWORDS },
	{ "tool.poetry.license", SAYS_LICENSE },       { "tool.poetry.classifiers", SAYS_CLASSIFIERS },
	{ "tool.poetry.description", SAYS_WORDS },     { "tool.poetry.keywords", SAYS_KEYWORDS },
	{ "tool.flit.metadata.license", SAYS_LICENSE }, { "tool.flit.metadata.classifiers", SAYS_CLASSIFIERS },
	{ NULL, 0 },
};
static const struct key setup_cfg_keys[] = {
	{ "metadata.license", SAYS_LICENSE },	      { "metadata.licence", SAYS_LICENSE },
	{ "metadata.classifiers", SAYS_CLASSIFIERS }, { "metadata.classifier", SAYS_CLASSIFIERS },
	{ "metadata.description", SAYS_WORDS },	      { "metadata.summary", SAYS_WORDS },
	{ "metadata.keywords", SAYS_KEYWORDS },	      { NULL, 0 },
};
static const struct key setup_py_keys[] = {
	{ "license", SAYS_LICENSE },   { "licence", SAYS_LICENSE },   { "classifiers", SAYS_CLASSIFIERS },
	{ "description", SAYS_WORDS }, { "keywords", SAYS_KEYWORDS }, { NULL, 0 },
};
static const struct key package_json_keys[] = {
	{ "license", SAYS_LICENSE }, { "licenses", SAYS_LICENSE }, { "description", SAYS_WORDS }, { "keywords", SAYS_KEYWORDS }, { NULL, 0 },
};
static const struct key cargo_keys[] = {
	{ "package.license", SAYS_LICENSE },   { "workspace.package.license", SAYS_LICENSE }, { "package.description", SAYS_WORDS },
	{ "package.keywords", SAYS_KEYWORDS }, { NULL, 0 },
};
static const struct key citation_keys[] = {
	{ "license", SAYS_LICENSE }, { "title", SAYS_WORDS }, { "abstract", SAYS_WORDS }, { "keywords", SAYS_KEYWORDS }, { NULL, 0 },
};
static const struct key codemeta_keys[] = {
	{ "license", SAYS_LICENSE }, { "name", SAYS_WORDS }, { "description", SAYS_WORDS }, { "keywords", SAYS_KEYWORDS }, { NULL, 0 },
};
static const struct key zenodo_keys[] = {
	{ "license", SAYS_LICENSE }, { "title", SAYS_WORDS }, { "description", SAYS_WORDS }, { "keywords", SAYS_KEYWORDS }, { NULL, 0 },
};

static void parse_yaml(struct ml_arena *arena, struct ml_span text, struct ml_parsed *out)
{
	ml_yaml_parse(arena, text, 1, out);
}

/* whole: what a claim speaks of that names no part. A package is code; who asks to be cited speaks of all that is here. */
static const struct format {
	const char *name; /* of the file, any case */
	void (*parse)(struct ml_arena *, struct ml_span, struct ml_parsed *);
	const struct key *keys;
	enum ml_subject whole;
} formats[] = {
	{ "pyproject.toml", ml_toml_parse, pyproject_keys, ML_SUBJECT_CODE },
	{ "setup.cfg", ml_ini_parse, setup_cfg_keys, ML_SUBJECT_CODE },
	{ "setup.py", package_setup_read, setup_py_keys, ML_SUBJECT_CODE },
	{ "package.json", ml_json_parse, package_json_keys, ML_SUBJECT_CODE },
	{ "cargo.toml", ml_toml_parse, cargo_keys, ML_SUBJECT_CODE },
	{ "citation.cff", parse_yaml, citation_keys, ML_SUBJECT_PROJECT },
	{ "codemeta.json", ml_json_parse, codemeta_keys, ML_SUBJECT_PROJECT },
	{ ".zenodo.json", ml_json_parse, zenodo_keys, ML_SUBJECT_PROJECT },
};

/* A package file being read, and the fields that all of them have for the claims. */
struct package {
	struct ml_facts *facts;
	const struct ml_file *file;
	const struct format *format;
	bool root; /* of the repository: what sub-packages say of themselves is no claim of the whole */
	struct ml_claim_field *fields;
	size_t fields_nr, fields_cap;
};

static const struct format *format_of(const struct ml_file *file)
{
	struct ml_span name = ml_path_name(ml_span_of(file->path));

	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (ml_span_is_nocase(name, formats[i].name))
			return &formats[i];
	return NULL;
}

/* ---- licenses ---- */

/* Values that say of no license which: a file to be read (npm, setuptools), or that none is given. */
static bool says_no_license(const struct package *p, struct ml_span value)
{
	static const char *const words[] = { "SEE LICENSE IN ", "SEE LICENCE IN ", "file:", "UNLICENSED" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (ml_span_starts(value, words[i]))
			return true;
	return ml_target_of(p->facts, p->file, value) != NULL;
}

static void declare_name(struct package *p, const struct ml_node *node, uint32_t alternative)
{
	struct ml_declaration declaration = { .where = ml_where_node(p->file, node), .evidence = ML_EVIDENCE_PACKAGE,
					      .scope = ML_SCOPE_CODE, .alternative = alternative };
	struct ml_span value = ml_span_trim(ml_node_text(node));

	if (value.len && !says_no_license(p, value))
		ml_declare_value(p->facts, &declaration, value);
}

/* {text = "MIT"}, {"type": "MIT"}, {"id": "mit"}, {"@id": "https://spdx.org/licenses/MIT"}: the first that is there. */
static const struct ml_node *name_in_map(const struct ml_node *map)
{
	static const char *const keys[] = { "text", "type", "id", "@id", "spdx", "name", "url" };
	const struct ml_node *found = NULL;

	for (size_t i = 0; i < sizeof keys / sizeof *keys && !found; i++)
		found = ml_node_get(map, keys[i]);
	return found;
}

static void declare_license(struct package *p, const struct ml_node *node)
{
	uint32_t alternative = node->kind == ML_NODE_LIST && node->nr > 1 ? (uint32_t)p->facts->licenses_nr + 1 : 0;

	if (node->kind != ML_NODE_LIST) {
		const struct ml_node *name = node->kind == ML_NODE_MAP ? name_in_map(node) : node;
		if (name)
			declare_name(p, name, 0);
		return;
	}
	ml_node_each(child, node) {
		const struct ml_node *name = child->kind == ML_NODE_MAP ? name_in_map(child) : child;
		if (name)
			declare_name(p, name, alternative);
	}
}

/* ---- words ---- */

static void add_field(struct package *p, const struct ml_node *node, struct ml_span text, const char *step)
{
	struct ml_claim_field field = { .text = { ml_arena_dup(p->facts->arena, text), text.len }, .where = ml_where_node(p->file, node),
					.step = step, .whole = p->format->whole };

	if (p->root && text.len && text.len <= ML_LIMIT_SENTENCE_BYTES)
		ML_PUSH(p->facts->arena, p->fields, p->fields_nr, p->fields_cap, field);
}

/*
 * "License :: OSI Approved :: MIT License": the last part names the license, and what stands before it is its shelf. Where
 * no known license is named the shelf is what is claimed.
 */
static void read_classifier(struct package *p, const struct ml_node *node)
{
	static const char mark[] = "License ::", sign[] = " :: ";
	struct ml_declaration declaration = { .where = ml_where_node(p->file, node), .evidence = ML_EVIDENCE_PACKAGE, .scope = ML_SCOPE_CODE };
	struct ml_span text = ml_span_trim(ml_node_text(node)), last = text;

	if (!ml_span_starts(text, mark))
		return;
	for (size_t at; (at = ml_span_find(last, sign)) != SIZE_MAX;)
		last = ml_span_sub(last, at + sizeof sign - 1, last.len);
	if (!ml_span_is(last, "OSI Approved"))
		ml_declare_value(p->facts, &declaration, last);
	if (!ml_license_named(p->facts->knowledge, last))
		add_field(p, node, text, "classifier");
}

static void read_keyword(struct package *p, const struct ml_node *node)
{
	struct ml_span rest = ml_node_text(node);

	while (rest.len) {
		size_t comma = ml_span_find(rest, ",");
		add_field(p, node, ml_span_trim(ml_span_sub(rest, 0, comma)), "keyword");
		rest = ml_span_sub(rest, comma == SIZE_MAX ? rest.len : comma + 1, rest.len);
	}
}

/* The sentences of a description one by one, each with its own place where that is known: the whole value's. */
static void read_words(struct package *p, const struct ml_node *node)
{
	struct ml_span text = ml_node_text(node), sentence;
	size_t at = 0;

	while (ml_sentence_next(text, &at, &sentence))
		add_field(p, node, sentence, "description");
}

static void read_key(struct package *p, const struct ml_node *node, enum says says)
{
	static void (*const readers[])(struct package *, const struct ml_node *) = {
		[SAYS_CLASSIFIERS] = read_classifier, [SAYS_WORDS] = read_words, [SAYS_KEYWORDS] = read_keyword,
	};

	if (says == SAYS_LICENSE) {
		declare_license(p, node);
	} else if (node->kind == ML_NODE_SCALAR) {
		readers[says](p, node);
	} else if (node->kind == ML_NODE_LIST) {
		ml_node_each(child, node)
			readers[says](p, child);
	}
}

static const struct ml_node *node_at(const struct ml_node *node, const char *path)
{
	while (node && *path) {
		char part[32];
		size_t len = strcspn(path, ".");
		memcpy(part, path, len);
		part[len] = '\0';
		node = ml_node_get(node, part);
		path += len + (path[len] == '.');
	}
	return node;
}

/* ---- files ---- */

/* Most package files of a deep tree hold nothing for us: a look over the text tells. */
static bool may_tell(const struct ml_facts *facts, struct ml_span text)
{
	const struct ml_claims_knowledge *claims = facts->knowledge->claims;

	return ml_span_find_nocase(text, "license") != SIZE_MAX || ml_span_find_nocase(text, "licence") != SIZE_MAX ||
	       (claims && ml_scan_any(ml_shared_scan(facts, claims->scan, claims->triggers, claims->triggers_nr), text));
}

static void read_package(struct package *p, struct ml_arena *scratch)
{
	struct ml_parsed parsed;

	p->format->parse(scratch, p->file->text, &parsed);
	for (const struct key *key = p->format->keys; key->path; key++) {
		const struct ml_node *node = node_at(parsed.root, key->path);
		if (node)
			read_key(p, node, key->says);
	}
	ml_arena_reset(scratch);
}

/* At the root, or one folder below it: packages of the repository's own. */
static bool is_near(const char *path)
{
	const char *slash = strchr(path, '/');

	return !slash || !strchr(slash + 1, '/');
}

void ml_packages_collect(struct ml_facts *facts, struct ml_arena *scratch, size_t *left)
{
	struct package p = { .facts = facts };
	size_t read = 0;

	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		struct ml_file *file = &facts->tree->files[i];
		if (file->role != ML_ROLE_PACKAGE || file->outside || !is_near(file->path))
			continue;
		p.format = format_of(file);
		if (!p.format)
			continue;
		if (read++ >= ML_LIMIT_PACKAGES || file->size > ML_LIMIT_PACKAGE_BYTES) {
			facts->unread_nr++;
			continue;
		}
		if (!ml_facts_read(facts, file, left))
			continue;
		p.file = file;
		p.root = !strchr(file->path, '/');
		if (may_tell(facts, file->text))
			read_package(&p, scratch);
	}
	ml_claims_add_fields(facts, p.fields, p.fields_nr);
}
