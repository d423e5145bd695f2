#include "lint/facts/license_match.h"

#include <string.h>

#include "lint/base/limits.h"
#include "lint/knowledge/licenses.h"
#include "lint/knowledge/lists.h"
#include "lint/text/expression.h"
#include "lint/text/markdown.h"

#define NAME_BYTES 120   /* of a license's name that stands alone */
#define OWN_ID "LicenseRef-" /* how ids of SPDX begin that are on no list */
#define ADDRESS_WORDS 20 /* of a text that is little more than an address */

struct points {
	struct reading *r;
	struct ml_license_fact *facts;
	size_t nr, max;
	uint32_t alternatives;
};

static bool is_known(const struct points *p, const struct ml_license *license, struct ml_span name)
{
	for (size_t i = 0; i < p->nr; i++)
		if (license ? p->facts[i].license == license : p->facts[i].declared && ml_span_is(name, p->facts[i].declared))
			return true;
	return false;
}

/* name as written stands at offset at of the text. */
static void point(struct points *p, const struct ml_license *license, struct ml_span name, size_t at, enum ml_evidence evidence,
		  uint32_t alternative)
{
	const struct ml_file *file = p->r->file;
	struct ml_license_fact *fact = &p->facts[p->nr];

	if (p->nr == p->max || is_known(p, license, name) || (license && license_is_left_out(p->r, license)))
		return;
	ml_declared_fact(fact, p->r->knowledge, p->r->keep, license, name, ml_where_of(p->r->keep, file, at, at + name.len), evidence);
	fact->reference = true;
	fact->alternative = alternative;
	p->nr++;
}

static void point_expression(struct points *p, const struct ml_expression *e, size_t at, uint32_t alternative)
{
	if (e->kind == ML_EXPRESSION_ID) {
		point(p, ml_license_by_name(p->r->knowledge, e->id, NULL), e->id, at, ML_EVIDENCE_HEADER, alternative);
		return;
	}
	if (e->kind == ML_EXPRESSION_OR && !alternative)
		alternative = ++p->alternatives;
	point_expression(p, e->left, at, alternative);
	point_expression(p, e->right, at, alternative);
}

/* SPDX-License-Identifier: EXPRESSION */
static void read_identifiers(struct points *p, struct ml_span text)
{
	static const char mark[] = "SPDX-License-Identifier:";

	for (size_t at = 0, found; (found = ml_span_find(ml_span_sub(text, at, text.len), mark)) != SIZE_MAX;) {
		const struct ml_expression *expression;
		size_t from = at + found + sizeof mark - 1, to = from;
		while (to < text.len && !strchr("\n\r`", text.at[to]))
			to++;
		at = to;
		struct ml_span value = ml_span_trim(ml_span_sub(text, from, to));
		if (value.len && value.len <= ML_LIMIT_EXPRESSION_BYTES && !ml_expression_parse(&expression, p->r->keep, value, NULL))
			point_expression(p, expression, (size_t)(value.at - text.at), 0);
	}
}

/* The end of an address or path that starts at from. */
static size_t token_end(struct ml_span text, size_t from)
{
	size_t at = from;

	while (at < text.len && !ml_is_space(text.at[at]) && !strchr("<>()[]\"'`,;", text.at[at]) && (unsigned char)text.at[at] < 0x80)
		at++;
	while (at > from && (text.at[at - 1] == '.' || text.at[at - 1] == ':'))
		at--;
	return at;
}

/* unknown: addresses that the knowledge does not have as well. */
static void read_addresses(struct points *p, struct ml_span text, bool unknown)
{
	for (size_t at = 0, found; (found = ml_span_find_nocase(ml_span_sub(text, at, text.len), "http")) != SIZE_MAX;) {
		size_t from = at + found, to = token_end(text, from);
		struct ml_span url = ml_span_sub(text, from, to);
		at = to > from ? to : from + 4;
		const struct ml_license *license = ml_license_by_url(p->r->knowledge, url);
		if (license || (unknown && url.len > sizeof "https://"))
			point(p, license, url, from, ML_EVIDENCE_DECLARED, 0);
	}
}

/* "The LICENSE (MIT) does not cover the weights." */
static bool is_taken_out(const struct points *p, struct ml_span text, size_t at)
{
	struct ml_span sentence;
	size_t next = 0;

	while (ml_sentence_next(text, &next, &sentence))
		if (sentence.at + sentence.len > text.at + at)
			return ml_list_fit(p->r->knowledge, ML_LIST_WEIGHTS_LEFT_OUT, p->r->patterns, sentence, NULL);
	return false;
}

static void read_names(struct points *p, struct ml_span text)
{
	struct ml_license_mention mention;
	size_t at = 0;

	while (ml_license_mention_next(p->r->knowledge, text, &at, &mention, false))
		if ((!mention.license->family || mention.license->osd == ML_OSD_FAILS) && !is_taken_out(p, text, mention.from))
			point(p, mention.license, ml_span_sub(text, mention.from, mention.to), mention.from, ML_EVIDENCE_DECLARED, 0);
}

/* A file of one line that is a name: "MIT". */
static void read_bare_name(struct points *p, struct ml_span text)
{
	struct ml_span name = ml_span_trim(text);
	const struct ml_license *license = name.len <= NAME_BYTES && !memchr(name.at, '\n', name.len) ? ml_license_by_name(p->r->knowledge, name, NULL) : NULL;

	if (license && !license->family && !license->placeholder)
		point(p, license, name, (size_t)(name.at - text.at), ML_EVIDENCE_DECLARED, 0);
}

/* Whether the word before at is one that points: "see LICENSE", "same as LICENSE". */
static bool is_pointed_at(const struct ml_knowledge *knowledge, struct ml_span text, size_t at)
{
	size_t end = at, from;

	while (end > 0 && (ml_is_space(text.at[end - 1]) || strchr("`\"'[(*", text.at[end - 1])))
		end--;
	for (from = end; from > 0 && ml_is_alpha(text.at[from - 1]); from--)
		;
	return ml_list_has(knowledge, ML_LIST_LICENSE_POINTING, ml_span_sub(text, from, end));
}

/* "LICENSE-MODEL", "docs/license.md" are paths wherever they stand; "LICENSE" is one where it is pointed at, and "Copyright" is a word. */
static bool is_path(const struct ml_knowledge *knowledge, struct ml_span text, size_t at, struct ml_span path)
{
	bool lower = false;

	for (size_t i = 0; i < path.len; i++) {
		lower |= path.at[i] >= 'a' && path.at[i] <= 'z';
		if (strchr("_-./", path.at[i]))
			return path.len > 7;
	}
	return path.len > 6 && !lower && is_pointed_at(knowledge, text, at);
}

/* "same as LICENSE-MODEL": paths of license files; the tree is looked up by who has one. */
static void read_paths(struct points *p, struct ml_span text)
{
	for (size_t at = 0; at < text.len;) {
		size_t to = token_end(text, at);
		struct ml_span path = ml_span_sub(text, at, to);
		if (is_path(p->r->knowledge, text, at, path) && !ml_span_starts(path, OWN_ID) && !ml_span_eq(path, ml_span_of(p->r->file->path)) &&
		    ml_role_of(path) == ML_ROLE_LICENSE && ml_span_find(path, "://") == SIZE_MAX)
			point(p, NULL, path, at, ML_EVIDENCE_DECLARED, 0);
		at = to > at ? to + 1 : at + 1;
	}
}

/* Whether all that was pointed at are ids of SPDX for what is on no list: the text that bears one is that license. */
static bool is_named_for_itself(const struct points *p)
{
	for (size_t i = 0; i < p->nr; i++)
		if (p->facts[i].license || !p->facts[i].declared || !ml_span_starts(ml_span_of(p->facts[i].declared), OWN_ID))
			return false;
	return p->nr > 0;
}

size_t license_point(struct ml_license_fact *facts, size_t max, struct reading *r, bool legal)
{
	struct points p = { .r = r, .facts = facts, .max = max };
	struct ml_span text = r->file->text;

	if (text.len > LICENSE_POINT_BYTES)
		return 0;
	read_identifiers(&p, text);
	if (is_named_for_itself(&p) && r->words.nr > ADDRESS_WORDS)
		return 0;
	if (p.nr == 0)
		read_names(&p, text);
	if (p.nr == 0)
		read_bare_name(&p, text);
	if (p.nr == 0)
		read_addresses(&p, text, false);
	if (p.nr == 0 && !legal)
		read_paths(&p, text);
	if (p.nr == 0 && r->words.nr <= ADDRESS_WORDS && (r->file->role == ML_ROLE_LICENSE || r->file->role == ML_ROLE_POLICY))
		read_addresses(&p, text, true);
	return p.nr;
}
