#include <criterion/criterion.h>

#include "lint/base/json.h"
#include "lint/report/report.h"
#include "tests/unit/check/toy.h"

static void find_claim(const struct ml_facts *facts, struct ml_sink *sink)
{
	struct ml_finding *finding =
		ml_found(sink, facts->claims[0].where, ML_CERTAINTY_EXACT, "calls the model open source");

	ml_found_terms(finding, &facts->licenses[0]);
	ml_found_help(finding, "say \"open weights\"");
}

static void find_nowhere(const struct ml_facts *facts, struct ml_sink *sink)
{
	struct ml_finding *finding =
		ml_found(sink, (struct ml_where){ 0 }, ML_CERTAINTY_INFERRED, "a name: %s", facts->tree->name);

	ml_found_soften(finding, ML_SEVERITY_NOTE, "so it is");
}

static const struct ml_rule claim_rule = {
	.code = "ML201", .name = "toy-claim", .severity = ML_SEVERITY_ERROR, .check = find_claim
};
static const struct ml_rule nowhere_rule = {
	.code = "ML101", .name = "toy-nowhere", .severity = ML_SEVERITY_ERROR, .check = find_nowhere
};
static const struct ml_rule *const rules[] = { &nowhere_rule, &claim_rule };

static struct toy toy;
static struct ml_buf out;
static struct ml_verdict verdict;
static struct ml_report_options options;

static void setup(void)
{
	toy_init(&toy);
	ml_buf_init(&out, 1u << 20);
	options = (struct ml_report_options){ .version = "9.9", .columns = 100 };
}
static void teardown(void)
{
	ml_buf_release(&out);
	toy_release(&toy);
}
TestSuite(reporters, .init = setup, .fini = teardown);

static const char *report(const char *format, size_t rules_from, size_t rules_nr, size_t results_nr)
{
	struct ml_check_options check = { 0 };

	cr_assert_eq(ml_check_run(&verdict, &toy.facts, (struct ml_rules){ rules + rules_from, rules_nr }, &check, NULL), 0);
	struct ml_result results[] = { { &toy.facts, &verdict }, { &toy.facts, &verdict } };
	options.several = results_nr > 1;
	ml_reporter_find(ml_span_of(format))->write(&out, results, results_nr, &options);
	return out.at;
}

Test(reporters, human_shows_line_proof_and_way_out)
{
	cr_expect_str_eq(report("human", 1, 1, 1),
			 "README.md:6:13: error: calls the model open source [ML201 toy-claim]\n"
			 "  6 | Heron is an open-source chat model.\n"
			 "    |             ^^^^^^^^^^^\n"
			 "  --> LICENSE:4: user threshold: more than 700 million monthly active users need a separate "
			 "license (Toy License, "
			 "section 1) - OSD 5\n"
			 "  --> LICENSE:6: output ban: outputs may not train other models (section 2) - OSD 6\n"
			 "  = help: say \"open weights\"\n"
			 "\n"
			 "heron: restricted weights, claimed open source · 1 error\n");
}

Test(reporters, human_without_findings_is_one_line)
{
	toy.facts.claims_nr = 0;
	cr_expect_str_eq(report("human", 0, 0, 1), "heron: restricted weights · no findings\n");
}

Test(reporters, human_counts_each_severity)
{
	toy.facts.unread_nr = 2;
	const char *text = report("human", 0, 2, 1);
	cr_expect(strstr(text, "· 1 error, 1 note, 2 files not read\n"), "%s", text);
	cr_expect_not_null(strstr(text, "heron: note: a name: heron [ML101 toy-nowhere]\n\nREADME.md:6:13: error: "));
	cr_expect_null(strstr(text, "so it is"));
}

Test(reporters, human_verbose_says_why_milder)
{
	options.verbose = true;
	cr_expect_not_null(strstr(report("human", 0, 2, 1), "= milder here: so it is\n"));
}

Test(reporters, human_quiet_has_no_summary)
{
	options.quiet = true;
	cr_expect_null(strstr(report("human", 0, 2, 1), "claimed open source"));
}

Test(reporters, human_colors_only_when_asked)
{
	cr_expect_null(strchr(report("human", 0, 2, 1), '\033'));
	ml_buf_clear(&out);
	options.color = true;
	cr_expect_not_null(strstr(report("human", 0, 2, 1), "\033[1;31merror\033[0m"));
}

Test(reporters, hostile_names_reach_no_terminal)
{
	toy.files[0].path = "a\033]0;x\007\n::error::.md";
	toy.tree.name = "her\xe2\x80\xaeon";
	for (size_t i = 0; i < 2; i++) {
		ml_buf_clear(&out);
		const char *text = report(i ? "plain" : "human", 0, 2, 1);
		cr_expect_null(strchr(text, '\033'));
		cr_expect_null(strstr(text, "\xe2\x80\xae"));
		cr_expect_null(strstr(text, "\n::"));
		cr_expect_not_null(strstr(text, "a\\x1b]0;x\\x07\\x0a::error::.md:6:13: error"));
	}
}

Test(reporters, plain_is_one_line_a_finding)
{
	cr_expect_str_eq(report("plain", 0, 2, 1),
			 "heron: note: a name: heron [ML101 toy-nowhere]\n"
			 "README.md:6:13: error: calls the model open source [ML201 toy-claim]\n");
}

static const struct ml_node *parse(const char *text)
{
	struct ml_parsed parsed;

	ml_json_parse(toy.arena, ml_span_of(text), &parsed);
	cr_assert_eq(parsed.fault, ML_PARSE_OK, "%s", parsed.message);
	return parsed.root;
}

static const struct ml_node *item(const struct ml_node *node, const char *key, size_t i)
{
	const struct ml_node *child = ml_node_get(node, key);

	cr_assert_not_null(child, "%s", key);
	child = child->first;
	while (child && i--)
		child = child->next;
	cr_assert_not_null(child, "%s", key);
	return child;
}

#define EXPECT(node, key, value) cr_expect(ml_span_is(ml_node_get_text(node, key), value), "%s", key)

Test(reporters, json_holds_what_the_contract_says)
{
	struct ml_governing governing = { &toy.license_fact, "toy-1.0", "the file says so" };

	toy.facts.weights = (struct ml_govern){ &governing, 1, false, false };
	const struct ml_node *root = parse(report("json", 0, 2, 1));
	EXPECT(root, "format", "1");
	EXPECT(ml_node_get(root, "tool"), "version", "9.9");
	EXPECT(ml_node_get(root, "source"), "path", "lab/heron");
	EXPECT(ml_node_get(root, "source"), "kind", "folder");
	EXPECT(ml_node_get(root, "summary"), "class", "restricted-weights");
	EXPECT(ml_node_get(root, "summary"), "contradiction", "true");
	EXPECT(ml_node_get(root, "summary"), "errors", "1");
	cr_expect(ml_span_is(ml_node_text(item(ml_node_get(root, "governs"), "weights", 0)), "toy-1.0"));
	cr_expect_eq(ml_node_get(ml_node_get(root, "governs"), "data")->nr, 0);
	EXPECT(item(root, "units", 0), "path", "");

	const struct ml_node *license = item(root, "licenses", 0);
	EXPECT(license, "id", "toy-1.0");
	EXPECT(license, "match", "exact");
	EXPECT(license, "scope", "all");
	EXPECT(item(license, "terms", 0), "term", "user-threshold");
	EXPECT(item(license, "terms", 0), "value", "700000000 MAU");
	cr_expect(ml_span_is(ml_node_text(item(item(license, "terms", 0), "osd", 0)), "5"));

	const struct ml_node *claim = item(root, "claims", 0);
	EXPECT(claim, "claim", "open-source");
	EXPECT(claim, "stance", "own");
	EXPECT(claim, "end_column", "24");
	cr_expect_null(ml_node_get(claim, "step"));

	const struct ml_node *nowhere = item(root, "findings", 0), *finding = item(root, "findings", 1);
	cr_expect_eq(ml_node_get(nowhere, "file")->kind, ML_NODE_NULL);
	cr_expect_eq(ml_node_get(nowhere, "line")->kind, ML_NODE_NULL);
	EXPECT(finding, "rule", "toy-claim");
	EXPECT(finding, "line", "6");
	EXPECT(item(finding, "evidence", 0), "file", "LICENSE");
	cr_expect(ml_span_is(ml_node_text(item(finding, "terms", 1)), "output-training-ban"));
	cr_expect_eq(ml_node_get_text(finding, "fingerprint").len, 16);
	cr_expect_eq(ml_node_get(finding, "fix")->kind, ML_NODE_NULL);
}

Test(reporters, json_of_several_paths_is_an_array)
{
	const struct ml_node *root = parse(report("json", 0, 2, 2));

	cr_expect_eq(root->kind, ML_NODE_LIST);
	cr_expect_eq(root->nr, 2);
}

Test(reporters, json_encodes_paths_that_are_not_utf8)
{
	toy.files[0].path = "odd \xff%.md";
	const struct ml_node *finding = item(parse(report("json", 1, 1, 1)), "findings", 0);

	EXPECT(finding, "file", "odd%20%FF%25.md");
	EXPECT(finding, "file_encoded", "true");
}

Test(reporters, json_marks_only_encoded_paths)
{
	toy.files[0].path = "中文 50%.md";
	const struct ml_node *finding = item(parse(report("json", 1, 1, 1)), "findings", 0);

	EXPECT(finding, "file", "中文 50%.md");
	cr_expect_null(ml_node_get(finding, "file_encoded"));
}

Test(reporters, json_of_an_unknown_license)
{
	toy.license_fact.license = NULL;
	toy.license_fact.declared = "robin-1.0";
	toy.license_fact.match = ML_MATCHED_NONE;
	toy.license_fact.scope = ML_SCOPE_DATA;
	const struct ml_node *license = item(parse(report("json", 1, 1, 1)), "licenses", 0);

	cr_expect_eq(ml_node_get(license, "id")->kind, ML_NODE_NULL);
	EXPECT(license, "name", "robin-1.0");
	EXPECT(license, "match", "none");
	EXPECT(license, "scope", "data");
}

Test(reporters, reporters_are_found_by_name)
{
	cr_expect_not_null(ml_reporter_find(ml_span_of("json")));
	cr_expect_null(ml_reporter_find(ml_span_of("xml")));
}
