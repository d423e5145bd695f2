/* The toy repository, judged by two toy rules and reported. For the tests of lint/report. */
#pragma once

#include <criterion/criterion.h>

#include "lint/base/json.h"
#include "lint/report/report.h"
#include "tests/unit/check/toy.h"

struct render {
	struct toy toy;
	struct ml_buf out;
	struct ml_verdict verdict;
	struct ml_report_options options;
	size_t again; /* findings of toy-nowhere beyond the first */
};
static struct render render;

static void find_claim(const struct ml_facts *facts, struct ml_sink *sink)
{
	struct ml_finding *finding =
		ml_found(sink, facts->claims[0].where, ML_CERTAINTY_EXACT, "calls the model open source");

	ml_found_terms(finding, &facts->licenses[0]);
	ml_found_help(finding, "say \"open weights\"");
}

static void find_nowhere(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i <= render.again; i++)
		ml_found_soften(
			ml_found(sink, (struct ml_where){ 0 }, ML_CERTAINTY_INFERRED, "a name: %s", facts->tree->name),
			ML_SEVERITY_NOTE, "so it is");
}

static const struct ml_rule nowhere_rule = {
	.code = "ML101",
	.name = "toy-nowhere",
	.family = "presence",
	.summary = "finds a name",
	.severity = ML_SEVERITY_ERROR,
	.page = "## What it checks\n\nNames\nof all kinds.\n\nMore.\n",
	.check = find_nowhere,
};
static const struct ml_rule claim_rule = {
	.code = "ML201",
	.name = "toy-claim",
	.family = "claims",
	.summary = "finds claims",
	.severity = ML_SEVERITY_ERROR,
	.page = "## What it checks\n\nClaims, see [ML203](ml203_b.md).\n\n```LICENSE\n{{license x}}\n```\n\n"
		"## How to fix\n\nSay less.\n",
	.check = find_claim,
};
static const struct ml_rule silent_rule = { .code = "ML999", .name = "toy-silent" };
static const struct ml_rule *const toy_rules[] = { &nowhere_rule, &claim_rule, &silent_rule };

static inline void render_setup(void)
{
	toy_init(&render.toy);
	ml_buf_init(&render.out, 256u << 20);
	render.again = 0;
	render.options = (struct ml_report_options){ .version = "9.9.0", .rules = { toy_rules, 3 } };
}

static inline void render_teardown(void)
{
	ml_buf_release(&render.out);
	toy_release(&render.toy);
}

/* What the format makes of the findings of the first rules_nr rules; results_nr times the same repository. */
static inline const char *report(const char *format, size_t results_nr)
{
	struct ml_check_options check = { 0 };

	cr_assert_eq(ml_check_run(&render.verdict, &render.toy.facts, (struct ml_rules){ toy_rules, 2 }, &check, NULL), 0);
	struct ml_result results[] = { { &render.toy.facts, &render.verdict }, { &render.toy.facts, &render.verdict } };
	render.options.several = results_nr > 1;
	ml_buf_clear(&render.out);
	ml_reporter_find(ml_span_of(format))->write(&render.out, results, results_nr, &render.options);
	cr_assert_not(render.out.full);
	return render.out.at;
}

static inline bool has(const char *text, const char *part)
{
	return strstr(text, part) != NULL;
}

static inline size_t times(const char *text, const char *part)
{
	size_t nr = 0;

	for (; (text = strstr(text, part)); text += strlen(part))
		nr++;
	return nr;
}

static inline const struct ml_node *parse(const char *text)
{
	struct ml_parsed parsed;

	ml_json_parse(render.toy.arena, ml_span_of(text), &parsed);
	cr_assert_eq(parsed.fault, ML_PARSE_OK, "%s", parsed.message);
	return parsed.root;
}

/* The entry of number i. */
static inline const struct ml_node *nth(const struct ml_node *list, size_t i)
{
	const struct ml_node *child = list ? list->first : NULL;

	while (child && i--)
		child = child->next;
	cr_assert_not_null(child);
	return child;
}
