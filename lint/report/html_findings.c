/* Findings with their words, their proof and the way out, the gravest first. */
#include "lint/report/html.h"

#include "lint/report/story.h"

void html_proofs(const struct page *page, const struct ml_finding *finding)
{
	if (finding->proofs_nr)
		ml_buf_adds(page->out, "<ul class=\"proofs\">");
	for (size_t i = 0; i < finding->proofs_nr; i++) {
		ml_buf_adds(page->out, "<li>");
		html_place(page, &finding->proofs[i].where);
		ml_buf_addc(page->out, ' ');
		html_text(page->out, finding->proofs[i].message);
		ml_buf_adds(page->out, "</li>");
	}
	if (finding->proofs_nr)
		ml_buf_adds(page->out, "</ul>");
}

static void add_finding(const struct page *page, const struct ml_finding *finding)
{
	ml_buf_addf(page->out, "<li class=\"finding %s\"><h%d>", html_severity_tone(finding->severity), page->level + 1);
	html_pill(page->out, html_severity_tone(finding->severity), ml_severity_name(finding->severity));
	ml_buf_adds(page->out, " <span class=\"what\">");
	html_text(page->out, finding->message);
	ml_buf_addf(page->out, "</span></h%d>\n<p class=\"meta\">", page->level + 1);
	html_place(page, &finding->where);
	ml_buf_adds(page->out, " <span class=\"rule\">");
	html_text(page->out, finding->rule->code);
	ml_buf_addc(page->out, ' ');
	html_text(page->out, finding->rule->name);
	ml_buf_adds(page->out, "</span></p>");
	html_quote(page, &finding->where);
	html_proofs(page, finding);
	if (finding->help) {
		ml_buf_adds(page->out, "<p class=\"help\"><strong>Way out:</strong> ");
		html_text(page->out, finding->help);
		ml_buf_adds(page->out, "</p>");
	}
	ml_buf_adds(page->out, "</li>\n");
}

void html_findings(struct page *page)
{
	struct ml_ranked *ranked;
	size_t nr = ml_rank(&ranked, page->result, 1), shown = nr < page->findings_left ? nr : page->findings_left;

	html_begin(page, "findings", "Findings");
	if (!nr)
		ml_buf_adds(page->out, "<p>Nothing was found that has to be mended.</p>\n");
	if (shown)
		ml_buf_adds(page->out, "<ol class=\"findings\">\n");
	for (size_t i = 0; i < shown; i++)
		add_finding(page, ranked[i].finding);
	if (shown)
		ml_buf_adds(page->out, "</ol>\n");
	if (nr > shown)
		ml_buf_addf(page->out, "<p class=\"more\">%zu findings more are not shown; <code>mlint scan</code> lists them all.</p>\n", nr - shown);
	page->findings_left -= shown;
	html_end(page);
}
