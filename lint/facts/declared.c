#include "lint/facts/parts.h"

#include <stdint.h>
#include <string.h>

#include "lint/base/limits.h"
#include "lint/knowledge/licenses.h"
#include "lint/knowledge/lists.h"
#include "lint/text/expression.h"

#define NAME_BYTES 256u /* a longer value is no name: the longest title of a license that is known has 120 */

/* Declares one key's licenses: where they stand, and what joins their branches. */
struct declaring {
	struct ml_facts *facts;
	struct ml_where where;
	const struct ml_file *target;
	uint32_t alternative;
	enum ml_evidence evidence;
	unsigned scope; /* stated by the place of the key, or 0 */
};

/* What an unknown license's own name says of its terms, in order of weight; one fact a term. */
static void terms_of_name(struct ml_license_fact *fact, const struct ml_knowledge *knowledge, struct ml_arena *arena, struct ml_span name)
{
	static const struct {
		enum ml_list_id parts;
		enum ml_term_id term;
	} rows[] = {
		{ ML_LIST_NAME_NONCOMMERCIAL, ML_TERM_NONCOMMERCIAL },
		{ ML_LIST_NAME_RESEARCH, ML_TERM_RESEARCH_ONLY },
		{ ML_LIST_NAME_USE_RESTRICTIONS, ML_TERM_USE_RESTRICTIONS },
	};
	struct ml_term_fact *terms = NULL;
	size_t nr = 0, cap = 0;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct ml_term_fact term = { .id = rows[i].term, .where = fact->where };
		if (ml_list_in(knowledge, rows[i].parts, name))
			ML_PUSH(arena, terms, nr, cap, term);
	}
	fact->terms = terms;
	fact->terms_nr = nr;
}

void ml_declared_fact(struct ml_license_fact *out, const struct ml_knowledge *knowledge, struct ml_arena *arena, const struct ml_license *license, struct ml_span name,
		      struct ml_where where, enum ml_evidence evidence)
{
	*out = (struct ml_license_fact){
		.where = where,
		.license = license,
		.declared = name.at ? ml_arena_dup(arena, name) : NULL,
		.match = license ? ML_MATCHED_EXACT : ML_MATCHED_NONE,
		.score = license ? 1.0 : 0.0,
		.evidence = evidence,
		.scope = ML_SCOPE_ALL,
	};
	if (!license)
		terms_of_name(out, knowledge, arena, name);
	if (!license || !license->terms_nr)
		return;
	struct ml_term_fact *terms = ml_arena_array(arena, struct ml_term_fact, license->terms_nr);
	for (size_t i = 0; i < license->terms_nr; i++) {
		terms[i].id = license->terms[i].id;
		terms[i].value = license->terms[i].value;
		terms[i].section = license->terms[i].section;
		terms[i].multimodal = license->terms[i].multimodal;
		terms[i].where.file = where.file;
	}
	out->terms = terms;
	out->terms_nr = license->terms_nr;
}

const struct ml_license *ml_license_named(const struct ml_knowledge *knowledge, struct ml_span name)
{
	size_t at = 0;

	while (at < name.len) {
		size_t from = at;
		while (at < name.len && (ml_is_alnum(name.at[at]) || (unsigned char)name.at[at] >= 0x80))
			at++;
		if (at > from && !ml_list_has(knowledge, ML_LIST_NAME_COMMON, ml_span_sub(name, from, at)))
			return ml_license_by_name(knowledge, name, NULL);
		if (at == from)
			at++;
	}
	return NULL;
}

static void declare(struct declaring *to, const struct ml_license *license, struct ml_span name)
{
	struct ml_license_fact fact;

	ml_declared_fact(&fact, to->facts->knowledge, to->facts->arena, license, name, to->where, to->evidence);
	if (to->scope) {
		fact.scope = to->scope;
		fact.scope_stated = true;
	}
	fact.alternative = to->alternative;
	fact.target = to->target;
	ml_facts_add_license(to->facts, &fact);
}

/* "LicenseRef-Heron-Community" is the name behind the mark (SPDX 2.3, annex D). */
static const struct ml_license *license_of_id(const struct ml_knowledge *knowledge, struct ml_span id)
{
	static const char mark[] = "LicenseRef-";
	const struct ml_license *license = ml_license_named(knowledge, id);

	if (!license && ml_span_starts_nocase(id, mark))
		license = ml_license_named(knowledge, ml_span_sub(id, sizeof mark - 1, id.len));
	return license;
}

/* The expression's ids one after the other. Two sides of an OR share a number; recursion is bounded by the parser's depth. */
static void declare_expression(struct declaring *to, const struct ml_expression *expression, uint32_t alternative)
{
	if (expression->kind == ML_EXPRESSION_ID) {
		to->alternative = alternative;
		declare(to, license_of_id(to->facts->knowledge, expression->id), expression->id);
		return;
	}
	if (expression->kind == ML_EXPRESSION_OR && !alternative)
		alternative = (uint32_t)to->facts->licenses_nr + 1;
	declare_expression(to, expression->left, alternative);
	declare_expression(to, expression->right, alternative);
}

/* One value as a card writes it: a name, an address, or an SPDX expression. */
static void declare_value(struct declaring *to, struct ml_span value)
{
	const struct ml_knowledge *knowledge = to->facts->knowledge;
	const struct ml_license *license = license_of_id(knowledge, value);
	const struct ml_expression *expression = NULL;

	if (!license && ml_span_find(value, "/") != SIZE_MAX)
		license = ml_license_by_url(knowledge, value);
	if (!license && (ml_span_find_nocase(value, " or ") != SIZE_MAX || ml_span_find_nocase(value, " and ") != SIZE_MAX) &&
	    value.len <= ML_LIMIT_EXPRESSION_BYTES &&
	    !ml_expression_parse(&expression, to->facts->arena, value, NULL)) {
		declare_expression(to, expression, 0);
		return;
	}
	declare(to, license, value);
}

/* "MIT/Apache-2.0", as Cargo wrote a choice before it took expressions: NULL where a part is not known. */
static const char *old_choice(const struct ml_facts *facts, struct ml_span value)
{
	struct ml_span rest = value;
	const char *choice = "";

	while (rest.len) {
		size_t slash = ml_span_find(rest, "/");
		struct ml_span part = ml_span_trim(ml_span_sub(rest, 0, slash));
		if (!part.len || (slash == SIZE_MAX && !*choice) || !license_of_id(facts->knowledge, part))
			return NULL;
		choice = ml_arena_printf(facts->arena, "%s%s%.*s", choice, *choice ? " OR " : "", ML_SPAN_ARG(part));
		rest = ml_span_sub(rest, slash == SIZE_MAX ? rest.len : slash + 1, rest.len);
	}
	return *choice ? choice : NULL;
}

/* A value that is a license text itself: what it holds stands where the value stands. */
static void declare_text(struct ml_facts *facts, const struct ml_declaration *declaration, struct ml_span text)
{
	struct ml_file *file = ml_arena_alloc(facts->arena, sizeof *file);
	struct ml_license_fact *found = NULL;
	size_t nr = 0;

	*file = *declaration->where.file;
	file->text = text;
	file->lines = NULL;
	ml_licenses_of_text(&found, &nr, facts->arena, facts->knowledge, facts->patterns, file, NULL);
	for (size_t i = 0; i < nr; i++) {
		struct ml_term_fact *terms = (struct ml_term_fact *)(uintptr_t)found[i].terms;
		for (size_t k = 0; k < found[i].terms_nr; k++)
			terms[k].where = declaration->where;
		found[i].where = declaration->where;
		found[i].added_nr = 0;
		found[i].evidence = declaration->evidence;
		found[i].scope = declaration->scope;
		found[i].scope_stated = true;
		ml_facts_add_license(facts, &found[i]);
	}
}

void ml_declare_value(struct ml_facts *facts, const struct ml_declaration *declaration, struct ml_span value)
{
	struct declaring to = { .facts = facts, .where = declaration->where, .alternative = declaration->alternative,
				.evidence = declaration->evidence, .scope = declaration->scope };
	const char *choice;

	if (value.len > NAME_BYTES)
		declare_text(facts, declaration, value);
	else if (!license_of_id(facts->knowledge, value) && (choice = old_choice(facts, value)))
		declare_value(&to, ml_span_of(choice));
	else
		declare_value(&to, value);
}

static bool is_placeholder(const struct ml_facts *facts, struct ml_span value)
{
	const struct ml_license *license = ml_license_by_name(facts->knowledge, value, NULL);

	return license && license->placeholder;
}

/*
 * "other" says that there are terms: their name stands in license_name, their text at license_link, either in license_details. A name that is
 * not known is kept as it is written; without any the placeholder itself is the fact.
 */
static void declare_other(struct declaring *to, const struct ml_node *root, struct ml_span value)
{
	const struct ml_knowledge *knowledge = to->facts->knowledge;
	struct ml_span name = ml_node_get_text(root, "license_name");
	struct ml_span link = ml_node_get_text(root, "license_link"), details = ml_node_get_text(root, "license_details");
	const struct ml_license *license = name.len ? ml_license_named(knowledge, name) : NULL;

	if (!license && link.len)
		license = ml_license_by_url(knowledge, link);
	/* Older cards of data sets tell it in free words. */
	if (!name.len && !license && details.len && details.len <= NAME_BYTES) {
		license = ml_license_named(knowledge, details);
		if (!license && ml_span_find(details, "/") != SIZE_MAX)
			license = ml_license_by_url(knowledge, details);
		name = license ? details : name;
	}
	if (name.len || license || to->target) {
		declare(to, license, name.len ? name : value);
		return;
	}
	declare(to, ml_license_by_name(knowledge, value, NULL), value);
}

static void declare_node(struct declaring *to, const struct ml_node *root, const struct ml_node *node)
{
	if (node->kind != ML_NODE_SCALAR || !node->text.len)
		return;
	to->where = ml_where_node(to->where.file, node);
	to->alternative = 0;
	if (is_placeholder(to->facts, node->text))
		declare_other(to, root, node->text);
	else
		declare_value(to, node->text);
}

static void declare_licenses(struct ml_facts *facts, const struct ml_card *card, const struct ml_node *root)
{
	struct declaring to = { .facts = facts, .where = { .file = card->file }, .evidence = ML_EVIDENCE_DECLARED };
	const struct ml_node *node = ml_node_get(root, "license");
	struct ml_span link = ml_node_get_text(root, "license_link");

	/* As cards of data sets wrote it before 2022. */
	if (!node)
		node = ml_node_get(root, "licenses");
	if (link.len)
		to.target = ml_target_of(facts, card->file, link);
	if (node && node->kind == ML_NODE_LIST) {
		ml_node_each(child, node)
			declare_node(&to, root, child);
		return;
	}
	/* Where the key says nothing, its companions may. */
	if (!node || node->kind != ML_NODE_SCALAR || !node->text.len)
		node = ml_node_get(root, "license_name");
	if (!node)
		node = ml_node_get(root, "license_details");
	if (node)
		declare_node(&to, root, node);
}

/* "license:mit" among the tags: a remnant of the Hub, which counts where the key is missing. */
static void declare_tags(struct ml_facts *facts, const struct ml_card *card, const struct ml_node *root)
{
	struct declaring to = { .facts = facts, .evidence = ML_EVIDENCE_DECLARED };

	if (ml_node_get_text(root, "license").len)
		return;
	ml_node_each(tag, ml_node_get(root, "tags")) {
		if (tag->kind != ML_NODE_SCALAR || !ml_span_starts_nocase(tag->text, "license:"))
			continue;
		to.where = ml_where_node(card->file, tag);
		declare_value(&to, ml_span_trim(ml_span_sub(tag->text, 8, tag->text.len)));
	}
}

static void add_base(struct ml_facts *facts, const struct ml_card *card, const struct ml_node *node, const char *relation)
{
	if (node->kind != ML_NODE_SCALAR || !node->text.len)
		return;
	struct ml_base_model base = { .id = ml_arena_dup(facts->arena, node->text), .relation = relation, .where = ml_where_node(card->file, node) };
	ml_facts_add_base(facts, &base);
}

static void declare_bases(struct ml_facts *facts, const struct ml_card *card, const struct ml_node *root)
{
	const struct ml_node *node = ml_node_get(root, "base_model");
	struct ml_span relation = ml_node_get_text(root, "base_model_relation");
	const char *how = relation.len ? ml_arena_dup(facts->arena, relation) : NULL;

	if (node && node->kind == ML_NODE_SCALAR)
		add_base(facts, card, node, how);
	ml_node_each(child, node)
		add_base(facts, card, child, how);
}

/* Old dataset cards write "original" for none and "extended|name", "extended|other-name" for a source. */
static struct ml_span source_of(const struct ml_knowledge *knowledge, struct ml_span id)
{
	const struct ml_list *marks = ml_list_of(knowledge, ML_LIST_SOURCE_MARKS);

	for (size_t i = 0; i < marks->nr; i++)
		if (ml_span_starts_nocase(id, marks->at[i]))
			id = ml_span_sub(id, strlen(marks->at[i]), id.len);
	return ml_list_has(knowledge, ML_LIST_SOURCES_NONE, id) ? (struct ml_span){ 0 } : id;
}

static void add_dataset(struct ml_facts *facts, const struct ml_card *card, const struct ml_node *node, enum ml_data_use use)
{
	struct ml_span id = node->text;

	if (node->kind != ML_NODE_SCALAR)
		return;
	if (use == ML_DATA_SOURCE)
		id = source_of(facts->knowledge, id);
	if (!id.len)
		return;
	struct ml_dataset_ref dataset = { .id = ml_arena_dup(facts->arena, id), .where = ml_where_node(card->file, node), .use = use };
	ml_facts_add_dataset(facts, &dataset);
}

static void declare_datasets(struct ml_facts *facts, const struct ml_card *card, const struct ml_node *root, const char *key, enum ml_data_use use)
{
	const struct ml_node *node = ml_node_get(root, key);

	if (node && node->kind == ML_NODE_SCALAR)
		add_dataset(facts, card, node, use);
	ml_node_each(child, node)
		add_dataset(facts, card, child, use);
}

static bool is_declared(const struct ml_facts *facts, struct ml_span id)
{
	for (size_t i = 0; i < facts->datasets_nr; i++)
		if (ml_span_is(id, facts->datasets[i].id))
			return true;
	return false;
}

/* model-index: results of a model on data sets, which it was not trained on: evaluation. Its names are free words, "type" is the id. */
static void declare_results(struct ml_facts *facts, const struct ml_card *card, const struct ml_node *root)
{
	ml_node_each(model, ml_node_get(root, "model-index")) {
		ml_node_each(result, ml_node_get(model, "results")) {
			const struct ml_node *dataset = ml_node_get(result, "dataset"), *type = ml_node_get(dataset, "type");
			const struct ml_node *name = type ? type : ml_node_get(dataset, "name");
			if (name && !is_declared(facts, ml_node_text(name)))
				add_dataset(facts, card, name, ML_DATA_EVALUATION);
		}
	}
}

void ml_declared_of_card(struct ml_facts *facts, const struct ml_card *card)
{
	const struct ml_node *root = card->front.root;

	if (!root || root->kind != ML_NODE_MAP)
		return;
	declare_licenses(facts, card, root);
	declare_tags(facts, card, root);
	declare_bases(facts, card, root);
	declare_datasets(facts, card, root, "datasets", ML_DATA_TRAINING);
	declare_datasets(facts, card, root, "source_datasets", ML_DATA_SOURCE);
	declare_results(facts, card, root);
}
