#include "tests/unit/report/render.h"

TestSuite(sarif, .init = render_setup, .fini = render_teardown);

#define EXPECT(node, key, value) cr_expect(ml_span_is(ml_node_get_text(node, key), value), "%s", key)

static const struct ml_node *run_of(const char *text)
{
	return nth(ml_node_get(parse(text), "runs"), 0);
}

static const struct ml_node *physical(const struct ml_node *location)
{
	return ml_node_get(location, "physicalLocation");
}

static const struct ml_node *result(const struct ml_node *run, size_t i)
{
	return nth(ml_node_get(run, "results"), i);
}

static struct ml_span text_of(const struct ml_node *node, const char *key)
{
	return ml_node_get_text(ml_node_get(node, key), "text");
}

Test(sarif, the_gravest_finding_comes_first_with_its_place)
{
	const struct ml_node *found = result(run_of(report("sarif", 1)), 0);
	const struct ml_node *place = physical(nth(ml_node_get(found, "locations"), 0));

	EXPECT(found, "ruleId", "ML201");
	EXPECT(found, "ruleIndex", "1");
	EXPECT(found, "level", "error");
	EXPECT(ml_node_get(place, "artifactLocation"), "uri", "README.md");
	EXPECT(ml_node_get(place, "region"), "startLine", "6");
	EXPECT(ml_node_get(place, "region"), "startColumn", "13");
	EXPECT(ml_node_get(place, "region"), "endLine", "6");
	EXPECT(ml_node_get(place, "region"), "endColumn", "24");
	cr_expect_eq(ml_node_get_text(ml_node_get(found, "partialFingerprints"), "primaryLocationLineHash").len, 16);
}

Test(sarif, the_proof_is_linked_related_and_a_flow)
{
	const struct ml_node *found = result(run_of(report("sarif", 1)), 0);
	const struct ml_node *related = ml_node_get(found, "relatedLocations");
	const struct ml_node *flow = nth(ml_node_get(nth(ml_node_get(found, "codeFlows"), 0), "threadFlows"), 0);

	cr_expect(ml_span_starts(text_of(found, "message"),
				 "calls the model open source. [LICENSE:4](1): user threshold: "));
	cr_expect(ml_span_ends(text_of(found, "message"), ". Help: say \"open weights\"."));
	cr_expect_eq(related->nr, 2);
	EXPECT(nth(related, 1), "id", "2");
	EXPECT(ml_node_get(physical(nth(related, 1)), "region"), "startLine", "6");
	cr_expect_eq(ml_node_get(flow, "locations")->nr, 3);
}

Test(sarif, a_finding_without_a_file_points_at_the_readme)
{
	const struct ml_node *found = result(run_of(report("sarif", 1)), 1);
	const struct ml_node *place = physical(nth(ml_node_get(found, "locations"), 0));

	EXPECT(found, "level", "note");
	EXPECT(ml_node_get(place, "artifactLocation"), "uri", "README.md");
	EXPECT(ml_node_get(place, "region"), "startLine", "1");
	EXPECT(ml_node_get(place, "region"), "startColumn", "1");
	cr_expect_null(ml_node_get(found, "relatedLocations"));
	cr_expect_null(ml_node_get(found, "codeFlows"));
}

Test(sarif, rules_bring_their_page_without_what_leads_nowhere)
{
	const struct ml_node *rules =
		ml_node_get(ml_node_get(ml_node_get(run_of(report("sarif", 1)), "tool"), "driver"), "rules");
	const struct ml_node *nowhere = nth(rules, 0), *claim = nth(rules, 1);

	cr_expect_eq(rules->nr, 2);
	EXPECT(nowhere, "id", "ML101");
	cr_expect(ml_span_is(text_of(nowhere, "shortDescription"), "Finds a name."));
	cr_expect(ml_span_is(text_of(nowhere, "fullDescription"), "Names of all kinds."));
	cr_expect(ml_span_is(text_of(nowhere, "help"), "Finds a name."));
	cr_expect(ml_span_is(text_of(claim, "help"), "Say less."));
	EXPECT(ml_node_get(claim, "defaultConfiguration"), "level", "error");
	struct ml_span page = ml_node_get_text(ml_node_get(claim, "help"), "markdown");
	cr_expect_neq(ml_span_find(page, "see [ML203]."), SIZE_MAX);
	cr_expect_neq(ml_span_find(page, "```LICENSE\n(the text of this license)\n```"), SIZE_MAX);
	cr_expect_eq(ml_node_get(ml_node_get(claim, "properties"), "tags")->nr, 2);
}

Test(sarif, columns_count_units_of_utf16)
{
	toy_set_text(&render.toy, 0, "README.md", "1\n2\n3\n4\n5\n\xf0\x9f\x98\x80 \xe9\xb9\xad open-source\n");
	render.toy.claim.where = toy_where(&render.toy, 0, 6, 10, 21);
	const struct ml_node *found = result(run_of(report("sarif", 1)), 0);
	const struct ml_node *region = ml_node_get(physical(nth(ml_node_get(found, "locations"), 0)), "region");

	EXPECT(region, "startColumn", "6");
	EXPECT(region, "endColumn", "17");
}

Test(sarif, addresses_are_encoded)
{
	render.toy.files[0].path = "a b/c:d%\xff\n.md";
	cr_expect(has(report("sarif", 1), "\"uri\": \"a%20b/c%3Ad%25%FF%0A.md\""));
}

Test(sarif, text_of_the_repository_makes_no_link_and_no_placeholder)
{
	render.toy.tree.name = "{0} [x](http://example.org) \xe2\x80\xae\033";
	struct ml_span text = text_of(result(run_of(report("sarif", 1)), 1), "message");

	cr_expect(ml_span_is(text, "a name: {{0}} [x] (http://example.org) \\u202e\\x1b."), "%.*s", ML_SPAN_ARG(text));
}

Test(sarif, brackets_in_a_path_do_not_end_its_link)
{
	render.toy.files[1].path = "a](b)\\{0}";
	struct ml_span text = text_of(result(run_of(report("sarif", 1)), 0), "message");

	cr_expect_neq(ml_span_find(text, "[a\\] (b)\\\\{{0}}:4](1): "), SIZE_MAX, "%.*s", ML_SPAN_ARG(text));
}

static const struct ml_node *invocation(const struct ml_node *run)
{
	return nth(ml_node_get(run, "invocations"), 0);
}

Test(sarif, what_could_not_be_judged_is_a_notice)
{
	struct ml_unjudged failure = { NULL, "cannot open 'x'" };

	EXPECT(invocation(run_of(report("sarif", 1))), "executionSuccessful", "true");
	render.toy.files[1].state = ML_FILE_FAILED;
	render.options.failures = &failure;
	render.options.failures_nr = 1;
	const struct ml_node *ran = invocation(run_of(report("sarif", 1)));
	const struct ml_node *notices = ml_node_get(ran, "toolExecutionNotifications");
	EXPECT(ran, "executionSuccessful", "false");
	cr_expect_eq(notices->nr, 2);
	EXPECT(ml_node_get(physical(nth(ml_node_get(nth(notices, 0), "locations"), 0)), "artifactLocation"), "uri",
	       "LICENSE");
	cr_expect(ml_span_is(text_of(nth(notices, 1), "message"), "cannot open 'x'."));
}

Test(sarif, without_a_result_failures_are_still_told)
{
	struct ml_unjudged failure = { NULL, "cannot open 'x'" };

	render.options.failures = &failure;
	render.options.failures_nr = 1;
	ml_reporter_find(ml_span_of("sarif"))->write(&render.out, NULL, 0, &render.options);
	const struct ml_node *run = run_of(render.out.at);
	cr_expect_eq(ml_node_get(run, "results")->nr, 0);
	EXPECT(invocation(run), "executionSuccessful", "false");
}

Test(sarif, results_beyond_the_limit_are_counted_not_kept)
{
	render.again = 6000;
	const struct ml_node *run = run_of(report("sarif", 1));
	const struct ml_node *notices = ml_node_get(invocation(run), "toolExecutionNotifications");

	cr_expect_eq(ml_node_get(run, "results")->nr, 5000);
	EXPECT(result(run, 0), "level", "error");
	cr_expect_eq(notices->nr, 1);
	cr_expect(ml_span_starts(text_of(nth(notices, 0), "message"), "1002 findings"));
}

Test(sarif, a_report_stays_below_ten_megabytes)
{
	char name[561];

	memset(name, '\x01', 560);
	name[560] = '\0';
	render.toy.tree.name = name;
	render.again = 4998;
	const struct ml_node *run = run_of(report("sarif", 1));
	cr_expect_lt(render.out.len, 10u << 20);
	cr_expect_lt(ml_node_get(run, "results")->nr, 5000);
	cr_expect_eq(ml_node_get(invocation(run), "toolExecutionNotifications")->nr, 1);
}

Test(sarif, an_address_of_mlint_is_told_only_where_there_is_one)
{
	cr_expect_not(has(report("sarif", 1), "informationUri"));
	render.options.home = "https://example.org/";
	cr_expect(has(report("sarif", 1), "\"informationUri\": \"https://example.org/\""));
}
