/* A badge: what a repository is, and under which license, as a small drawing (SVG) that a README can show. */
#include "lint/report/report.h"

#include <string.h>

#include "lint/check/rule.h"
#include "lint/report/cell.h"
#include "lint/report/html.h"
#include "lint/text/utf8.h"

#define HEIGHT 20u
#define PAD 70u	   /* tenths of a unit at both ends of a text */
#define LETTERS 48u /* of a license's id that are shown */

/* Advance widths of the characters from space to ~ in Verdana, in thousandths of the size; other fonts are stretched to them. */
static const uint16_t widths[] = {
	352, 394, 459, 818, 636, 1076, 727, 269, 454, 454, 636, 818, 364, 454, 364, 454, 636, 636, 636, 636, 636, 636, 636, 636,
	636, 636, 454, 454, 818, 818,  818, 545, 1000, 684, 686, 698, 771, 632, 575, 775, 751, 421, 455, 693, 557, 843, 748, 787,
	603, 787, 695, 684, 616, 732,  684, 989, 685, 615, 685, 454, 454, 454, 818, 636, 636, 601, 623, 521, 623, 596, 352, 623,
	633, 274, 344, 592, 274, 973,  633, 607, 623, 623, 427, 521, 394, 633, 592, 818, 592, 592, 525, 635, 454, 635, 818,
};

/* Tenths of a unit that a text of size 11 takes. */
static unsigned width_of(struct ml_span text)
{
	unsigned thousandths = 0;

	while (text.len) {
		uint32_t code = ml_utf8_next(&text);
		thousandths += code >= ' ' && code <= '~' ? widths[code - ' '] : 1000 * ml_char_cells(code);
	}
	return (thousandths * 11 + 50) / 100;
}

/* Short, for a badge is. */
static const char *class_words(const struct ml_facts *facts)
{
	if (facts->class != ML_CLASSED_CONTAMINATED_WEIGHTS)
		return ml_class_title(facts);
	return facts->class_by_base ? "open weights, restricted base" : "open weights, restricted data";
}

/* White letters on it have a contrast of at least 4.5. */
static const char *color_of(enum ml_class class)
{
	static const struct {
		const char *tone, *color;
	} colors[] = { { "good", "#0d6637" }, { "warn", "#855000" }, { "bad", "#9a1b1b" }, { "plain", "#414d5e" } };
	const char *tone = html_class_tone(class);
	size_t i = 0;

	while (strcmp(colors[i].tone, tone) != 0)
		i++;
	return colors[i].color;
}

/* Adds the id of the license that decides (letters, digits and signs without a meaning in markup: the loader sees to it), and how many there are beside it; nothing where none was found. */
static void add_license(struct ml_buf *out, const struct ml_facts *facts)
{
	const struct ml_govern *govern = facts->offer == ML_OFFER_NONE ? &facts->code : &facts->weights;
	const struct ml_license_fact *breaking = ml_govern_breaking(facts, govern);
	size_t i = 0;

	if (!govern->of_nr)
		return;
	for (size_t k = 0; k < govern->of_nr; k++)
		if (govern->of[k].fact == breaking)
			i = k;
	html_cut(out, ml_span_of(govern->of[i].id), LETTERS);
	if (govern->of_nr > 1)
		ml_buf_addf(out, " and %zu more", govern->of_nr - 1);
}

/* x, width: tenths of a unit. text: markup. */
static void add_text(struct ml_buf *out, unsigned x, unsigned width, struct ml_span text)
{
	ml_buf_addf(out, "<text x=\"%u.%u\" y=\"14\" textLength=\"%u.%u\" lengthAdjust=\"spacingAndGlyphs\">", (x + PAD) / 10, (x + PAD) % 10, (width - 2 * PAD) / 10,
		    (width - 2 * PAD) % 10);
	ml_buf_add_span(out, text);
	ml_buf_adds(out, "</text>\n");
}

static void add_words(struct ml_buf *out, struct ml_span class, struct ml_span license)
{
	ml_buf_add_span(out, class);
	ml_buf_adds(out, license.len ? " · " : "");
	ml_buf_add_span(out, license);
}

void ml_report_badge(struct ml_buf *out, const struct ml_result *result)
{
	const struct ml_facts *facts = result->facts;
	struct ml_span class = ml_span_of(class_words(facts)), license;
	unsigned left = width_of(class) + 2 * PAD, right;
	struct ml_buf id;

	ml_buf_init(&id, 4096);
	add_license(&id, facts);
	license = ml_buf_span(&id);
	right = license.len ? width_of(license) + 2 * PAD : 0;
	unsigned width = (left + right + 9) / 10;
	/* No ids: pages may hold several badges. */
	ml_buf_addf(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%u\" height=\"%u\" viewBox=\"0 0 %u %u\" role=\"img\" aria-label=\"", width, HEIGHT, width, HEIGHT);
	add_words(out, class, license);
	ml_buf_adds(out, "\">\n<title>");
	add_words(out, class, license);
	ml_buf_addf(out, "</title>\n<rect width=\"%u\" height=\"%u\" rx=\"4\" fill=\"%s\"/>\n", width, HEIGHT, right ? "#2b3543" : color_of(facts->class));
	if (right)
		ml_buf_addf(out, "<path d=\"M4 0H%u.%uV20H4A4 4 0 0 1 0 16V4A4 4 0 0 1 4 0z\" fill=\"%s\"/>\n", left / 10, left % 10, color_of(facts->class));
	ml_buf_adds(out, "<g fill=\"#fff\" font-family=\"Verdana,DejaVu Sans,Geneva,sans-serif\" font-size=\"11\" aria-hidden=\"true\">\n");
	add_text(out, 0, left, class);
	if (right)
		add_text(out, left, right, license);
	ml_buf_adds(out, "</g>\n</svg>\n");
	ml_buf_release(&id);
}
