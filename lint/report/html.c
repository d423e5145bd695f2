/*
 * A page for people: one file of HTML without scripts and without a network; readable on a phone, on paper, by keyboard, with a
 * screen reader, in light and in dark. Its style is lint/report/page.css.
 */
#include "lint/report/html.h"

#include <string.h>

#include "lint/report/reporters.h"
#include "lint/report/story.h"

#define FINDINGS 400u /* shown in full on one page; a finding takes some 600 bytes */

/* page_style.S: the bytes of page.css, and a NUL. */
extern const char page_style[];

static const struct ml_tree *tree_of(const struct ml_result *result)
{
	return result->facts->tree;
}

static const char *name_of(const struct ml_result *result)
{
	const struct ml_tree *tree = tree_of(result);

	return tree->name && *tree->name ? tree->name : tree->given;
}

static void add_counts(struct ml_buf *out, const struct ml_verdict *verdict)
{
	const struct {
		size_t nr;
		const char *noun;
		enum ml_severity severity;
	} counts[] = {
		{ verdict->errors_nr, "error", ML_SEVERITY_ERROR },
		{ verdict->warnings_nr, "warning", ML_SEVERITY_WARNING },
		{ verdict->notes_nr, "note", ML_SEVERITY_NOTE },
	};

	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		if (!counts[i].nr)
			continue;
		ml_buf_addf(out, "<span class=\"pill %s\">", html_severity_tone(counts[i].severity));
		ml_add_count(out, counts[i].nr, counts[i].noun);
		ml_buf_adds(out, "</span> ");
	}
	if (!verdict->findings_nr)
		html_pill(out, "good", "no findings");
}

static const char *said(const struct ml_verdict *verdict)
{
	if (verdict->contradiction)
		return "It calls itself open source, and what was found here contradicts that.";
	if (verdict->claims_open_source)
		return "It calls itself open source, and nothing found here contradicts that.";
	return "It does not call itself open source.";
}

/* Several models of one tree: each with its class. */
static void add_units(const struct page *page)
{
	const struct ml_facts *facts = page->result->facts;

	if (facts->units_nr < 2)
		return;
	ml_buf_adds(page->out, "<ul class=\"units\">\n");
	for (size_t i = 1; i < facts->units_nr; i++) {
		ml_buf_adds(page->out, "<li><code dir=\"auto\">");
		html_text(page->out, facts->units[i].path);
		ml_buf_adds(page->out, "</code> ");
		html_pill(page->out, html_class_tone(facts->units[i].facts->class), ml_class_title(facts->units[i].facts));
		ml_buf_adds(page->out, "</li>\n");
	}
	ml_buf_adds(page->out, "</ul>\n");
}

static void add_verdict(const struct page *page)
{
	const struct ml_verdict *verdict = page->result->verdict;
	const struct ml_facts *facts = page->result->facts;

	ml_buf_addf(page->out, "<div class=\"verdict %s\">\n<p class=\"class\">", verdict->contradiction && verdict->errors_nr ? "bad" : html_class_tone(facts->class));
	html_text(page->out, ml_class_title(facts));
	ml_buf_addf(page->out, "</p>\n<p class=\"said\">%s</p>\n<p class=\"why\">", said(verdict));
	html_text(page->out, facts->class_reason);
	ml_buf_adds(page->out, ".</p>\n");
	add_units(page);
	ml_buf_adds(page->out, "<p class=\"counts\">");
	add_counts(page->out, verdict);
	ml_buf_adds(page->out, "</p>\n</div>\n");
}

static void add_nav(const struct page *page)
{
	static const struct {
		const char *key, *title;
	} sections[] = {
		{ "licenses", "Licenses" }, { "claims", "Claims" }, { "checklist", "Checklist" }, { "lineage", "Lineage" }, { "findings", "Findings" },
	};

	ml_buf_adds(page->out, "<nav aria-label=\"Sections of ");
	html_text(page->out, name_of(page->result));
	ml_buf_adds(page->out, "\"><ul>");
	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
		if (strcmp(sections[i].key, "lineage") || html_has_lineage(page->result->facts))
			ml_buf_addf(page->out, "<li><a href=\"#r%zu-%s\">%s</a></li>", page->nr, sections[i].key, sections[i].title);
	ml_buf_adds(page->out, "</ul></nav>\n");
}

static void add_repository(struct page *page)
{
	const struct ml_tree *tree = tree_of(page->result);

	ml_buf_addf(page->out, "<article id=\"r%zu\" aria-labelledby=\"r%zu-h\">\n<h%d id=\"r%zu-h\" dir=\"auto\">", page->nr, page->nr, page->level - 1, page->nr);
	html_text(page->out, name_of(page->result));
	ml_buf_addf(page->out, "</h%d>\n", page->level - 1);
	if (tree->revision) {
		ml_buf_adds(page->out, "<p class=\"meta\">commit <code>");
		html_cut(page->out, ml_span_of(tree->revision), 12);
		ml_buf_adds(page->out, "</code></p>\n");
	}
	add_verdict(page);
	add_nav(page);
	html_licenses(page);
	html_claims(page);
	html_checklist(page);
	if (html_has_lineage(page->result->facts))
		html_lineage(page);
	html_findings(page);
	ml_buf_adds(page->out, "</article>\n");
}

/* Of several repositories: one row each, with a link to its part of the page. */
static void add_overview(const struct page *page, const struct ml_result *results, size_t nr)
{
	ml_buf_addf(page->out, "<h1>%zu repositories</h1>\n<div class=\"overview\">\n", nr);
	html_table(page, "All repositories of this page", "Repository|Class|Calls itself open source|Findings");
	for (size_t i = 0; i < nr; i++) {
		ml_buf_addf(page->out, "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\"><a href=\"#r%zu\">", i + 1);
		html_text(page->out, name_of(&results[i]));
		ml_buf_adds(page->out, "</a></th>");
		html_cell(page, "Class");
		html_pill(page->out, html_class_tone(results[i].facts->class), ml_class_title(results[i].facts));
		ml_buf_adds(page->out, "</td>");
		html_cell(page, "Calls itself open source");
		ml_buf_adds(page->out, results[i].verdict->contradiction ? "yes, contradicted" : results[i].verdict->claims_open_source ? "yes" : "no");
		ml_buf_adds(page->out, "</td>");
		html_cell(page, "Findings");
		add_counts(page->out, results[i].verdict);
		ml_buf_adds(page->out, "</td></tr>\n");
	}
	html_end_table(page);
	ml_buf_adds(page->out, "</div>\n");
}

static void add_unjudged(const struct page *page, const struct ml_result *results, size_t results_nr)
{
	const struct ml_unjudged *list;
	size_t nr = ml_rank_unjudged(&list, results, results_nr, page->options);

	if (!nr)
		return;
	ml_buf_adds(page->out, "<section aria-labelledby=\"unjudged\">\n<h2 id=\"unjudged\">Not judged</h2>\n<ul class=\"proofs\">");
	for (size_t i = 0; i < nr && i < FINDINGS; i++) {
		ml_buf_adds(page->out, "<li>");
		if (list[i].path) {
			ml_buf_adds(page->out, "<code class=\"place\">");
			html_text(page->out, list[i].path);
			ml_buf_adds(page->out, "</code> ");
		}
		html_text(page->out, list[i].why);
		ml_buf_adds(page->out, "</li>");
	}
	ml_buf_adds(page->out, "</ul>\n</section>\n");
}

/* The policy lets a browser load nothing and run nothing, even if a reader's browser had ideas of its own. */
static void add_head(struct ml_buf *out, const struct ml_result *results, size_t nr)
{
	ml_buf_adds(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
			 "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
			 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n"
			 "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
	if (nr == 1) {
		html_text(out, name_of(results));
		ml_buf_adds(out, ": ");
		html_text(out, ml_class_title(results->facts));
	} else {
		ml_buf_addf(out, "%zu repositories", nr);
	}
	ml_buf_adds(out, " – mlint report</title>\n<style>\n");
	ml_buf_adds(out, page_style);
	ml_buf_adds(out, "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the report</a>\n"
			 "<header class=\"top\"><p><b>mlint</b> report</p><p>Does it keep its open-source promise?</p></header>\n<main id=\"main\" tabindex=\"-1\">\n");
}

static void add_foot(struct ml_buf *out, const struct ml_report_options *options, const struct ml_openness *openness)
{
	ml_buf_adds(out, "</main>\n<footer class=\"bottom\">\n<p>Words of the repository are held against the terms of its licenses, by a program: this is no legal advice.</p>\n");
	if (openness) {
		ml_buf_adds(out, "<p>The yardsticks: ");
		for (int i = 0; i < ML_STANDARD_NR; i++) {
			html_text(out, openness->standards[i].source);
			ml_buf_adds(out, i + 1 < ML_STANDARD_NR ? ". " : ".</p>\n");
		}
	}
	ml_buf_adds(out, "<p>Made by mlint ");
	html_text(out, options->version);
	ml_buf_adds(out, ".</p>\n</footer>\n</body>\n</html>\n");
}

void ml_report_html(struct ml_buf *out, const struct ml_result *results, size_t results_nr, const struct ml_report_options *options)
{
	struct page page = { .out = out, .options = options, .level = results_nr == 1 ? 2 : 3, .findings_left = FINDINGS };

	add_head(out, results, results_nr);
	if (results_nr != 1)
		add_overview(&page, results, results_nr);
	for (size_t i = 0; i < results_nr; i++) {
		page.result = &results[i];
		page.nr = i + 1;
		add_repository(&page);
	}
	add_unjudged(&page, results, results_nr);
	add_foot(out, options, results_nr ? results->facts->knowledge->openness : NULL);
}
