/* Annotations, code quality, JUnit and Markdown: what each says, and that no byte of a repository acts in it. */
#include <stdio.h>

#include "tests/unit/report/render.h"

TestSuite(markup, .init = render_setup, .fini = render_teardown);

Test(markup, the_formats_of_the_option_are_those_of_the_table)
{
	struct ml_buf names;

	ml_buf_init(&names, 1024);
	/* The last one is of mlint report alone. */
	for (size_t i = 0; i + 1 < ml_reporters_nr; i++)
		ml_buf_addf(&names, "%s%s", i ? "|" : "", ml_reporters[i].name);
	cr_expect_str_eq(names.at, ML_REPORT_FORMATS);
	cr_expect_str_eq(ml_reporters[ml_reporters_nr - 1].name, "html");
	ml_buf_release(&names);
}

Test(markup, annotations_have_place_title_and_proof)
{
	const char *text = report("github", 1);

	cr_expect(has(text, "::error file=README.md,line=6,endLine=6,col=13,endColumn=24,title=ML201 toy-claim::"
			    "calls the model open source%0ALICENSE:4: user threshold: "),
		  "%s", text);
	cr_expect(has(text, "%0Ahelp: say \"open weights\"\n::notice title=ML101 toy-nowhere::a name: heron\n"));
}

Test(markup, an_annotation_over_lines_has_no_columns)
{
	render.toy.claim.where.end_line = 7;
	cr_expect(has(report("github", 1), "line=6,endLine=7,title="));
}

Test(markup, an_annotation_is_one_line_whatever_the_repository_holds)
{
	render.toy.files[0].path = "a,b:c%\r\n::error::x";
	render.toy.tree.name = "100%\n::stop-commands::x";
	const char *text = report("github", 1);

	cr_expect_eq(times(text, "\n"), 2, "%s", text);
	cr_expect(has(text, "file=a%2Cb%3Ac%25\\x0d\\x0a%3A%3Aerror%3A%3Ax,line=6"));
	cr_expect(has(text, "::a name: 100%25\\x0a::stop-commands::x\n"));
}

Test(markup, annotations_that_are_not_shown_are_told)
{
	render.again = 11; /* 12 notes, of which 9 are shown beside the sentence that says so */
	const char *text = report("github", 1);
	cr_expect(has(text, "::notice title=mlint::GitHub shows 10 annotations of a kind for a step; 3 findings more"),
		  "%s", text);
	cr_expect(strstr(text, "::error") < strstr(text, "title=mlint::"));
	cr_expect_eq(times(text, "::notice title=ML101"), 12);
	render.again = 9;
	cr_expect_not(has(report("github", 1), "title=mlint::"));
}

Test(markup, annotations_tell_what_could_not_be_judged)
{
	render.toy.files[1].state = ML_FILE_FAILED;
	render.toy.files[1].problem = "permission denied";
	cr_expect(
		has(report("github", 1), "::error file=LICENSE,title=mlint could not judge this::permission denied\n"));
}

Test(markup, code_quality_has_what_gitlab_asks_for)
{
	const struct ml_node *issue = nth(parse(report("gitlab", 1)), 0), *nowhere = nth(parse(report("gitlab", 1)), 1);

	cr_expect(ml_span_is(ml_node_get_text(issue, "check_name"), "ML201"));
	cr_expect(ml_span_is(ml_node_get_text(issue, "severity"), "major"));
	cr_expect(ml_span_starts(ml_node_get_text(issue, "description"), "calls the model open source; LICENSE:4: "));
	cr_expect_eq(ml_node_get_text(issue, "fingerprint").len, 16);
	const struct ml_node *location = ml_node_get(issue, "location");
	cr_expect(ml_span_is(ml_node_get_text(location, "path"), "README.md"));
	cr_expect(ml_span_is(ml_node_get_text(ml_node_get(location, "lines"), "begin"), "6"));
	cr_expect(ml_span_is(ml_node_get_text(ml_node_get(nowhere, "location"), "path"), "README.md"));
	cr_expect(ml_span_is(ml_node_get_text(nowhere, "severity"), "info"));
}

Test(markup, code_quality_keeps_repositories_apart)
{
	render.toy.tree.root = "/w/one";
	render.options.folder = "/w";
	const struct ml_node *list = parse(report("gitlab", 2));

	cr_expect_eq(list->nr, 4);
	cr_expect(ml_span_starts(ml_node_get_text(nth(list, 0), "fingerprint"), "one/:"));
}

Test(markup, junit_counts_failures_errors_and_what_passed)
{
	render.options.fail_on = ML_SEVERITY_ERROR;
	render.toy.files[1].state = ML_FILE_FAILED;
	const char *text = report("junit", 1);

	cr_expect(has(text, "<testsuite name=\"heron\" tests=\"4\" failures=\"1\" errors=\"1\">"), "%s", text);
	cr_expect(
		has(text,
		    "<testcase classname=\"README.md\" name=\"ML201 toy-claim\" file=\"README.md\">\n"
		    "      <failure message=\"calls the model open source\" type=\"error\">README.md:6: error: calls"));
	cr_expect(has(text, "<system-out>note: a name: heron</system-out>"));
	cr_expect(has(text, "<testcase classname=\"heron\" name=\"ML999 toy-silent\"/>"));
	cr_expect(has(text, "<error message=\"cannot be read\" type=\"unjudged\"/>"));
}

Test(markup, junit_fails_from_the_severity_that_fails_the_run)
{
	render.options.fail_on = ML_SEVERITY_NOTE;
	cr_expect(has(report("junit", 1), "tests=\"3\" failures=\"2\" errors=\"0\""));
}

Test(markup, junit_has_one_case_for_a_rule_and_a_file)
{
	render.again = 3;
	const char *text = report("junit", 1);
	cr_expect_eq(times(text, "name=\"ML101 toy-nowhere\""), 1);
	cr_expect_eq(times(text, "note: a name: heron"), 4);
}

Test(markup, junit_has_a_suite_for_each_path_and_for_those_that_failed)
{
	struct ml_unjudged failure = { NULL, "cannot open '<x>'" };

	render.options.failures = &failure;
	render.options.failures_nr = 1;
	const char *text = report("junit", 2);
	cr_expect_eq(times(text, "<testsuite "), 3);
	cr_expect(has(text, "<error message=\"cannot open &apos;&lt;x&gt;&apos;\" type=\"unjudged\"/>"));
}

Test(markup, junit_lets_no_byte_through_that_xml_forbids)
{
	char name[300];
	size_t len = 0;

	for (int c = 1; c < 256; c++)
		name[len++] = (char)c;
	memcpy(name + len, "]]>\xef\xbf\xbe\xef\xbf\xbf", sizeof "]]>\xef\xbf\xbe\xef\xbf\xbf");
	render.toy.files[0].path = render.toy.tree.name = name;
	const char *text = report("junit", 1);
	for (const char *at = text; *at; at++)
		cr_assert((unsigned char)*at >= 0x20 || *at == '\n', "byte %d", *at);
	cr_expect(ml_utf8_valid(ml_span_of(text), NULL));
	cr_expect_not(has(text, "]]>"));
	cr_expect_not(has(text, "\xef\xbf\xbe") || has(text, "\xef\xbf\xbf"));
}

Test(markup, markdown_is_a_table_the_gravest_first)
{
	const char *text = report("markdown", 1);

	cr_expect(has(text, "### heron&#58; restricted weights, claimed open source · 1 error, 1 note\n\n"
			    "| | where | what | rule |\n|---|---|---|---|\n"
			    "| error | README.md:6 | calls the model open source<br>LICENSE&#58;4&#58; user threshold"),
		  "%s", text);
	cr_expect(has(text, "| note |  | a name&#58; heron | ML101 toy-nowhere |\n"));
}

Test(markup, markdown_of_a_repository_stays_in_its_cell)
{
	static const char hostile[] =
		"a|b `c` <script>x</script> [d](http://example.org) www.example.org ![e](f) *g* ~~h~~ "
		"$i$ :smile: @j #1 \\| &lt; http://example.org";

	render.toy.tree.name = hostile;
	render.toy.files[0].path = hostile;
	const char *text = report("markdown", 1);
	for (const char *at = text; (at = strpbrk(at, "`*[<~@$\\")); at++)
		cr_expect(!strncmp(at, "<br>", 4), "%.20s", at);
	cr_expect_not(has(text, "://") || has(text, "www."));
	/* Two rows below the head, of four cells each. */
	cr_expect_eq(times(text, "\n| "), 3);
	cr_expect_eq(times(text, "|"), 3 * 5 + 5);
}

Test(markup, markdown_fits_into_a_step_summary)
{
	char name[401];

	memset(name, '*', 400);
	name[400] = '\0';
	render.toy.tree.name = name;
	render.again = 900;
	const char *text = report("markdown", 1);
	cr_expect_leq(render.out.len, 1u << 20);
	cr_expect_gt(render.out.len, 1000u << 10);
	cr_expect(has(text, "Not shown, for a summary holds 1 MiB: "));
	size_t shown = times(text, "\n| note ") + times(text, "\n| error ");
	char cut[64];
	snprintf(cut, sizeof cut, "1 MiB: %zu lines more.\n", 902 - shown);
	cr_expect(has(text, cut), "%s", cut);
}

Test(markup, markdown_lists_what_could_not_be_judged)
{
	render.toy.files[1].state = ML_FILE_FAILED;
	cr_expect(has(report("markdown", 1), "\n- not judged: LICENSE&#58; cannot be read\n"));
}
