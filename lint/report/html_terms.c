/* Which license governs what, with its terms; and what is claimed, beside the clauses that speak against it. */
#include "lint/report/html.h"

#include <string.h>

#include "lint/base/limits.h"
#include "lint/check/phrase.h"
#include "lint/check/rule.h"

#define ROWS 8u	   /* licenses of one scope that are shown */
#define LIMITS 10u /* limiting terms of one license */
#define DUTIES 8u
#define CLAIMS 24u /* claims of one repository */

static void add_limits(const struct page *page, const struct ml_license_fact *license, enum ml_osd osd)
{
	const struct ml_knowledge *knowledge = page->result->facts->knowledge;
	const struct ml_term_fact *terms[LIMITS];
	size_t nr = ml_license_failing(license, knowledge, terms, LIMITS);

	if (!nr)
		return;
	ml_buf_adds(page->out, "<ul class=\"limits\">");
	for (size_t i = 0; i < nr; i++) {
		struct ml_buf phrase;
		ml_buf_init(&phrase, 16 * ML_LIMIT_MESSAGE_BYTES);
		ml_term_phrase(&phrase, knowledge, terms[i]->id, terms[i]->value, osd);
		ml_osd_phrase(&phrase, knowledge->terms[terms[i]->id].osd_failed, osd);
		ml_buf_adds(page->out, "<li>");
		html_span(page->out, ml_buf_span(&phrase));
		ml_buf_addc(page->out, ' ');
		if (terms[i]->where.line)
			html_place(page, &terms[i]->where);
		ml_buf_adds(page->out, "</li>");
		ml_buf_release(&phrase);
	}
	ml_buf_adds(page->out, "</ul>");
}

/* Terms that limit nothing, each once, by name. */
static void add_duties(const struct page *page, const struct ml_license_fact *license)
{
	const struct ml_knowledge *knowledge = page->result->facts->knowledge;
	const char *before = "<p class=\"duties\">Duties: ";
	uint32_t told = 0;
	unsigned nr = 0;

	for (size_t i = 0; i < license->terms_nr && nr < DUTIES; i++) {
		enum ml_term_id id = license->terms[i].id;
		if (knowledge->terms[id].contradicts || told & (1u << id))
			continue;
		told |= 1u << id;
		nr++;
		ml_buf_adds(page->out, before);
		html_text(page->out, knowledge->terms[id].title);
		before = ", ";
	}
	if (nr)
		ml_buf_adds(page->out, "</p>");
}

static const char *osd_words(enum ml_osd osd)
{
	static const char *const words[] = {
		[ML_OSD_UNKNOWN] = "not judged",
		[ML_OSD_CONFORMS] = "meets the OSD",
		[ML_OSD_FAILS] = "fails the OSD",
		[ML_OSD_DISPUTED] = "OSD disputed",
		[ML_OSD_NA] = "no software license",
	};
	return words[osd];
}

static void add_license(const struct page *page, const struct ml_governing *governing)
{
	const struct ml_facts *facts = page->result->facts;
	enum ml_osd osd = ml_license_osd(governing->fact, facts->knowledge);

	html_cell(page, "License");
	ml_buf_adds(page->out, "<strong>");
	html_text(page->out, ml_license_title(facts, governing->fact));
	ml_buf_adds(page->out, "</strong> <code>");
	html_text(page->out, governing->id);
	ml_buf_adds(page->out, "</code></td>");
	html_cell(page, "Terms");
	html_pill(page->out, html_osd_tone(osd), osd_words(osd));
	add_limits(page, governing->fact, osd);
	add_duties(page, governing->fact);
	ml_buf_adds(page->out, "</td>");
	html_cell(page, "Decided by");
	html_text(page->out, governing->reason);
	if (governing->fact->where.file) {
		ml_buf_addc(page->out, ' ');
		html_place(page, &governing->fact->where);
	}
	ml_buf_adds(page->out, "</td>");
}

static void add_scope(const struct page *page, const char *title, const struct ml_govern *govern)
{
	size_t rows = govern->of_nr < ROWS ? govern->of_nr : ROWS;

	if (!rows) {
		ml_buf_addf(page->out, "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">%s</th>", title);
		html_cell(page, "License");
		ml_buf_adds(page->out, govern->unread ? "not read</td>" : "none found</td>");
		html_empty(page, "Terms");
		html_empty(page, "Decided by");
		ml_buf_adds(page->out, "</tr>\n");
	}
	for (size_t i = 0; i < rows; i++) {
		ml_buf_addf(page->out, "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">%s%s</th>", title, i && govern->any ? ", or" : "");
		add_license(page, &govern->of[i]);
		ml_buf_adds(page->out, "</tr>\n");
	}
}

void html_licenses(const struct page *page)
{
	const struct ml_facts *facts = page->result->facts;
	const struct {
		const char *title;
		const struct ml_govern *govern;
	} scopes[] = { { "Code", &facts->code }, { "Weights", &facts->weights }, { "Data", &facts->data } };

	html_begin(page, "licenses", "Licenses and their terms");
	html_table(page, "-Which license governs what, and what it asks", "Part|License|Terms|Decided by");
	for (size_t i = 0; i < sizeof scopes / sizeof *scopes; i++)
		add_scope(page, scopes[i].title, scopes[i].govern);
	html_end_table(page);
	for (size_t i = 0; i < sizeof scopes / sizeof *scopes; i++)
		if (scopes[i].govern->of_nr > ROWS)
			ml_buf_addf(page->out, "<p class=\"more\">%s: %zu licenses more are not shown.</p>\n", scopes[i].title, scopes[i].govern->of_nr - ROWS);
	html_end(page);
}

static bool is_at(const struct ml_finding *finding, const struct ml_where *where)
{
	return finding->where.file == where->file && finding->where.line == where->line && finding->where.column == where->column;
}

/* The finding that speaks against the claim, or NULL. */
static const struct ml_finding *against(const struct ml_verdict *verdict, const struct ml_claim_fact *claim)
{
	for (size_t i = 0; i < verdict->findings_nr; i++)
		if (verdict->findings[i].severity != ML_SEVERITY_NOTE && is_at(&verdict->findings[i], &claim->where))
			return &verdict->findings[i];
	return NULL;
}

static void add_words(const struct page *page, const struct ml_claim_fact *claim)
{
	if (!html_quote(page, &claim->where)) {
		ml_buf_adds(page->out, "<blockquote dir=\"auto\">");
		html_cut(page->out, ml_span_of(claim->text), 200);
		ml_buf_adds(page->out, "</blockquote>");
	}
	html_place(page, &claim->where);
}

static void add_pair(const struct page *page, const struct ml_claim_fact *claim, const struct ml_finding *finding)
{
	ml_buf_adds(page->out, "<li class=\"pair\"><div class=\"claim\"><p class=\"tag\">The claim, of ");
	html_text(page->out, ml_subject_title(claim->subject));
	ml_buf_adds(page->out, "</p>");
	add_words(page, claim);
	ml_buf_addf(page->out, "</div><div class=\"clause %s\"><p class=\"tag\">The terms</p><p><strong>", html_severity_tone(finding->severity));
	html_text(page->out, finding->message);
	ml_buf_adds(page->out, "</strong></p>");
	html_proofs(page, finding);
	ml_buf_adds(page->out, "</div></li>\n");
}

/* What governs the thing that is spoken of, where no finding says more. */
static void add_standing(const struct page *page, const struct ml_claim_fact *claim)
{
	const struct ml_facts *facts = page->result->facts;
	const struct ml_govern *govern = ml_claim_govern(facts, claim);
	enum ml_osd osd = ml_govern_osd(facts, govern);
	const struct ml_license_fact *license = ml_govern_breaking(facts, govern);

	if (!govern->of_nr) {
		ml_buf_adds(page->out, "no license for it was found");
		return;
	}
	if (!license)
		license = govern->of[0].fact;
	html_text(page->out, ml_license_title(facts, license));
	ml_buf_addc(page->out, ' ');
	html_pill(page->out, html_osd_tone(osd), osd_words(osd));
}

static void add_row(const struct page *page, const struct ml_claim_fact *claim)
{
	ml_buf_adds(page->out, "<tr role=\"row\">");
	html_cell(page, "Claim");
	add_words(page, claim);
	ml_buf_adds(page->out, "</td>");
	html_cell(page, "Of");
	ml_buf_adds(page->out, "<span class=\"short\">");
	html_text(page->out, ml_subject_title(claim->subject));
	ml_buf_adds(page->out, "</span>");
	ml_buf_adds(page->out, "</td>");
	html_cell(page, "Its terms");
	add_standing(page, claim);
	ml_buf_adds(page->out, "</td></tr>\n");
}

/* One claim of a line is enough. */
static bool is_repeated(const struct ml_facts *facts, size_t i)
{
	for (size_t k = i; k-- > 0;)
		if (ml_claim_is_own(&facts->claims[k]) && facts->claims[k].where.file == facts->claims[i].where.file &&
		    facts->claims[k].where.line == facts->claims[i].where.line)
			return true;
	return false;
}

static size_t add_pairs(const struct page *page, size_t *all)
{
	const struct ml_facts *facts = page->result->facts;
	size_t shown = 0;

	for (size_t i = 0; i < facts->claims_nr; i++) {
		const struct ml_finding *finding = against(page->result->verdict, &facts->claims[i]);
		if (!finding || ++*all > CLAIMS)
			continue;
		ml_buf_adds(page->out, shown++ ? "" : "<ul class=\"pairs\">\n");
		add_pair(page, &facts->claims[i], finding);
	}
	ml_buf_adds(page->out, shown ? "</ul>\n" : "");
	return shown;
}

static size_t add_others(const struct page *page, size_t *all)
{
	const struct ml_facts *facts = page->result->facts;
	size_t shown = 0;

	for (size_t i = 0; i < facts->claims_nr; i++) {
		if (!ml_claim_is_own(&facts->claims[i]) || against(page->result->verdict, &facts->claims[i]) || is_repeated(facts, i) || ++*all > CLAIMS)
			continue;
		if (!shown++)
			html_table(page, "Claims that no finding of their own speaks against", "Claim|Of|Its terms");
		add_row(page, &facts->claims[i]);
	}
	if (shown)
		html_end_table(page);
	return shown;
}

void html_claims(const struct page *page)
{
	size_t all = 0, shown;

	html_begin(page, "claims", "Claims beside clauses");
	shown = add_pairs(page, &all);
	shown += add_others(page, &all);
	if (!all)
		ml_buf_adds(page->out, "<p>The repository makes no claim of openness of its own.</p>\n");
	if (all > shown)
		ml_buf_addf(page->out, "<p class=\"more\">%zu claims more are not shown.</p>\n", all - shown);
	html_end(page);
}
