#include "lint/report/html.h"

#include <string.h>

#include "lint/base/codepoint.h"
#include "lint/base/limits.h"
#include "lint/check/place.h"
#include "lint/text/utf8.h"

#define QUOTE_BEFORE 140u /* bytes of a line that are shown before the words in question, and behind their start */
#define QUOTE_BEHIND 240u

/* What ml_add_escaped lets through is text; what is left is markup. */
static void add_markup(struct ml_buf *out, struct ml_span safe)
{
	static const struct {
		char c;
		const char *entity;
	} entities[] = { { '&', "&amp;" }, { '<', "&lt;" }, { '>', "&gt;" }, { '"', "&quot;" }, { '\'', "&#39;" } };

	for (size_t i = 0; i < safe.len; i++) {
		size_t e = 0;
		while (e < sizeof entities / sizeof *entities && entities[e].c != safe.at[i])
			e++;
		if (e < sizeof entities / sizeof *entities)
			ml_buf_adds(out, entities[e].entity);
		else
			ml_buf_addc(out, safe.at[i]);
	}
}

void html_span(struct ml_buf *out, struct ml_span text)
{
	struct ml_buf safe;

	if (!text.len)
		return;
	ml_buf_init(&safe, ML_LIMIT_REPORT_BYTES);
	ml_add_escaped(&safe, text, false);
	add_markup(out, ml_buf_span(&safe));
	ml_buf_release(&safe);
}

void html_text(struct ml_buf *out, const char *text)
{
	html_span(out, ml_span_of(text));
}

void html_cut(struct ml_buf *out, struct ml_span text, size_t max)
{
	struct ml_span rest = text;
	size_t nr = 0;

	while (rest.len && nr < max) {
		ml_utf8_next(&rest);
		nr++;
	}
	html_span(out, ml_span_sub(text, 0, text.len - rest.len));
	if (rest.len)
		ml_buf_adds(out, "…");
}

void html_place(const struct page *page, const struct ml_where *where)
{
	if (!where->file)
		return;
	ml_buf_adds(page->out, "<code class=\"place\">");
	html_text(page->out, where->file->path);
	if (where->line)
		ml_buf_addf(page->out, ":%u", where->line);
	ml_buf_adds(page->out, "</code>");
}

/* The start of the character that offset is in. */
static size_t whole(struct ml_span line, size_t offset)
{
	return offset < line.len ? ml_codepoint_start(line.at, offset) : line.len;
}

bool html_quote(const struct page *page, const struct ml_where *where)
{
	struct ml_span line = where->file && where->line ? ml_place_line(page->result->facts->arena, where) : (struct ml_span){ 0 };
	size_t from = where->column ? where->column - 1 : 0, to = where->column && where->end_line == where->line ? where->end_column - 1 : line.len;

	if (!ml_span_trim(line).len)
		return false;
	from = whole(line, from);
	to = whole(line, to < from ? from : to);
	size_t start = whole(line, from > QUOTE_BEFORE ? from - QUOTE_BEFORE : 0), end = whole(line, from + QUOTE_BEHIND);
	if (to > end)
		to = end;
	ml_buf_addf(page->out, "<blockquote dir=\"auto\">%s", start ? "…" : "");
	html_span(page->out, ml_span_sub(line, start, from));
	if (where->column) {
		ml_buf_adds(page->out, "<mark>");
		html_span(page->out, ml_span_sub(line, from, to));
		ml_buf_adds(page->out, "</mark>");
	} else {
		html_span(page->out, ml_span_sub(line, from, to));
	}
	html_span(page->out, ml_span_sub(line, to, end));
	ml_buf_addf(page->out, "%s</blockquote>", end < line.len ? "…" : "");
	return true;
}

void html_begin(const struct page *page, const char *key, const char *title)
{
	ml_buf_addf(page->out, "<section id=\"r%zu-%s\" aria-labelledby=\"r%zu-%s-h\">\n<h%d id=\"r%zu-%s-h\">%s</h%d>\n", page->nr, key, page->nr, key,
		    page->level, page->nr, key, title, page->level);
}

void html_end(const struct page *page)
{
	ml_buf_adds(page->out, "</section>\n");
}

/* On narrow screens the cells stand below each other, and a browser then forgets that they are a table: so the roles are written. */
void html_table(const struct page *page, const char *caption, const char *columns)
{
	bool hidden = *caption == '-';

	ml_buf_addf(page->out, "<table role=\"table\"><caption%s>%s</caption><thead role=\"rowgroup\"><tr role=\"row\">", hidden ? " class=\"hidden\"" : "", caption + hidden);
	for (const char *end; *columns; columns = *end ? end + 1 : end) {
		end = columns + strcspn(columns, "|");
		ml_buf_addf(page->out, "<th scope=\"col\" role=\"columnheader\">%.*s</th>", (int)(end - columns), columns);
	}
	ml_buf_adds(page->out, "</tr></thead><tbody role=\"rowgroup\">\n");
}

void html_end_table(const struct page *page)
{
	ml_buf_adds(page->out, "</tbody></table>\n");
}

void html_cell(const struct page *page, const char *label)
{
	ml_buf_addf(page->out, "<td role=\"cell\" data-label=\"%s\">", label);
}

void html_empty(const struct page *page, const char *label)
{
	ml_buf_addf(page->out, "<td role=\"cell\" class=\"none\" data-label=\"%s\">–</td>", label);
}

void html_pill(struct ml_buf *out, const char *tone, const char *text)
{
	ml_buf_addf(out, "<span class=\"pill %s\">", tone);
	html_text(out, text);
	ml_buf_adds(out, "</span>");
}

const char *html_class_tone(enum ml_class class)
{
	static const char *const tones[] = {
		[ML_CLASSED_UNKNOWN] = "plain",		     [ML_CLASSED_CODE_ONLY] = "plain",
		[ML_CLASSED_RESTRICTED_WEIGHTS] = "bad",     [ML_CLASSED_CONTAMINATED_WEIGHTS] = "warn",
		[ML_CLASSED_UNLICENSED_WEIGHTS] = "warn",    [ML_CLASSED_OPEN_MODEL] = "good",
		[ML_CLASSED_OPEN_WEIGHTS] = "good",
	};
	return tones[class];
}

const char *html_severity_tone(enum ml_severity severity)
{
	static const char *const tones[] = { [ML_SEVERITY_NOTE] = "plain", [ML_SEVERITY_WARNING] = "warn", [ML_SEVERITY_ERROR] = "bad" };

	return tones[severity];
}

const char *html_holds_tone(enum ml_holds holds)
{
	static const char *const tones[] = { [ML_HOLDS] = "good", [ML_HOLDS_UNCLEAR] = "warn", [ML_HOLDS_UNSEEN] = "plain", [ML_HOLDS_NOT] = "bad" };

	return tones[holds];
}

const char *html_osd_tone(enum ml_osd osd)
{
	static const char *const tones[] = {
		[ML_OSD_UNKNOWN] = "plain", [ML_OSD_CONFORMS] = "good", [ML_OSD_FAILS] = "bad", [ML_OSD_DISPUTED] = "warn", [ML_OSD_NA] = "plain",
	};
	return tones[osd];
}
