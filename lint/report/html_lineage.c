/* Where a model comes from: a drawing of its bases and its data, and the same as a table for those who do not see it. */
#include "lint/report/html.h"

#include <string.h>

#define SOURCES 12u /* that are drawn */
#define ROWS 100u   /* that are listed */
/* Units of the drawing: boxes of sources at the left, the model at the bottom, lines at the right. */
#define WIDTH 460u
#define BOX_WIDTH 360u
#define BOX_HEIGHT 56u
#define STEP 70u
#define LETTERS 40u /* of 15 units' type that fit into a box */

/* A base or a data set. */
struct source {
	const char *id, *relation, *license; /* license: NULL where it is not known */
	const char *tone;
	struct ml_where where;
	bool data;
};

static const char *base_relation(const struct ml_base_model *base)
{
	static const struct {
		const char *how, *words;
	} relations[] = { { "finetune", "fine-tuned from" }, { "quantized", "quantized from" }, { "adapter", "adapter of" }, { "merge", "merged from" } };

	for (size_t i = 0; base->how && i < sizeof relations / sizeof *relations; i++)
		if (!strcmp(base->how, relations[i].how))
			return relations[i].words;
	return "made from";
}

static const char *data_relation(const struct ml_dataset_ref *ref)
{
	static const char *const relations[] = {
		[ML_DATA_TRAINING] = "trained on", [ML_DATA_EVALUATION] = "evaluated on", [ML_DATA_SOURCE] = "data made from",
	};
	return relations[ref->use];
}

static const char *license_tone(const struct ml_facts *facts, const struct ml_license *license)
{
	struct ml_license_fact fact = { .license = license };

	return license ? html_osd_tone(ml_license_osd(&fact, facts->knowledge)) : "plain";
}

static const char *data_tone(const struct ml_facts *facts, const struct ml_dataset_ref *ref)
{
	return ml_dataset_limit(ref) != ML_TERM_NR ? "bad" : license_tone(facts, ref->license);
}

static bool is_known(const struct source *sources, size_t nr, const char *id)
{
	for (size_t i = 0; i < nr; i++)
		if (ml_span_is_nocase(ml_span_of(id), sources[i].id))
			return true;
	return false;
}

/* Each once, whatever number of places name it. */
static size_t collect(struct source **out, const struct ml_facts *facts)
{
	struct source *sources = ml_arena_array(facts->arena, struct source, ROWS);
	size_t nr = 0;

	for (size_t i = 0; i < facts->bases_nr && nr < ROWS; i++) {
		const struct ml_base_model *base = &facts->bases[i];
		if (!is_known(sources, nr, base->id))
			sources[nr++] = (struct source){ base->id, base_relation(base), base->license ? base->license->id : NULL,
							 license_tone(facts, base->license), base->where, false };
	}
	for (size_t i = 0; i < facts->datasets_nr && nr < ROWS; i++) {
		const struct ml_dataset_ref *ref = &facts->datasets[i];
		if (!is_known(sources, nr, ref->id))
			sources[nr++] = (struct source){ ref->id, data_relation(ref), ref->license ? ref->license->id : NULL, data_tone(facts, ref), ref->where, true };
	}
	*out = sources;
	return nr;
}

bool html_has_lineage(const struct ml_facts *facts)
{
	return facts->bases_nr || facts->datasets_nr;
}

/* What a box looks like (classes of the style sheet), and its words: the first line, and the two parts of the second. */
struct box {
	const char *tone, *shape, *title, *role, *license;
};

static void draw_box(struct ml_buf *out, unsigned y, const struct box *box)
{
	ml_buf_addf(out, "<g class=\"box %s %s\"><rect x=\"1\" y=\"%u\" width=\"%u\" height=\"%u\" rx=\"8\"/><rect class=\"edge\" x=\"1\" y=\"%u\" width=\"6\" height=\"%u\" rx=\"3\"/>",
		    box->shape, box->tone, y, BOX_WIDTH, BOX_HEIGHT, y, BOX_HEIGHT);
	ml_buf_addf(out, "<text x=\"20\" y=\"%u\">", y + 24);
	html_cut(out, ml_span_of(box->title), LETTERS);
	ml_buf_addf(out, "</text><text class=\"small\" x=\"20\" y=\"%u\">", y + 44);
	html_text(out, box->role);
	ml_buf_adds(out, " · ");
	html_cut(out, ml_span_of(box->license), LETTERS - 6);
	ml_buf_adds(out, "</text></g>\n");
}

/* From the side of a source to the rail at the right, down it, and into the model. */
static void draw_line(struct ml_buf *out, unsigned y, unsigned to, bool data)
{
	unsigned from = y + BOX_HEIGHT / 2, rail = WIDTH - 30;

	ml_buf_addf(out, "<path class=\"line%s\" d=\"M%u %uH%uQ%u %u %u %uV%uQ%u %u %u %uH%u\"/>\n", data ? " data" : "", BOX_WIDTH + 1, from, rail - 14, rail, from, rail,
		    from + 14, to - 14, rail, to, rail - 14, to, BOX_WIDTH + 12);
}

static void draw(const struct page *page, const struct source *sources, size_t nr)
{
	const struct ml_facts *facts = page->result->facts;
	size_t drawn = nr < SOURCES ? nr : SOURCES;
	unsigned bottom = (unsigned)drawn * STEP + 20, to = bottom + BOX_HEIGHT / 2;
	const char *own = facts->weights.of_nr ? facts->weights.of[0].id : "no license found";

	ml_buf_addf(page->out, "<figure><svg viewBox=\"0 0 %u %u\" role=\"img\" aria-labelledby=\"r%zu-graph-t r%zu-graph-d\"><title id=\"r%zu-graph-t\">Lineage of ", WIDTH,
		    bottom + BOX_HEIGHT + 4, page->nr, page->nr, page->nr);
	html_text(page->out, facts->tree->name);
	ml_buf_addf(page->out, "</title><desc id=\"r%zu-graph-d\">%zu sources with arrows to the model; the table below says the same in words.</desc>\n", page->nr, drawn);
	ml_buf_addf(page->out, "<defs><marker id=\"r%zu-arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path class=\"head\" d=\"M0 0L10 5L0 10z\"/></marker></defs>\n", page->nr);
	for (size_t i = 0; i < drawn; i++)
		draw_line(page->out, (unsigned)i * STEP + 1, to, sources[i].data);
	ml_buf_addf(page->out, "<path class=\"line\" marker-end=\"url(#r%zu-arrow)\" d=\"M%u %uH%u\"/>\n", page->nr, BOX_WIDTH + 16, to, BOX_WIDTH + 3);
	for (size_t i = 0; i < drawn; i++) {
		const struct source *source = &sources[i];
		const char *license = source->license ? source->license : "license not known";
		draw_box(page->out, (unsigned)i * STEP + 1, &(struct box){ source->tone, source->data ? "set" : "base", source->id, source->relation, license });
	}
	draw_box(page->out, bottom, &(struct box){ html_class_tone(facts->class), "own", facts->tree->name, "this repository", own });
	ml_buf_adds(page->out, "</svg>\n");
	if (nr > drawn)
		ml_buf_addf(page->out, "<figcaption>The first %zu of %zu sources; the table lists more.</figcaption>", drawn, nr);
	ml_buf_adds(page->out, "</figure>\n");
}

static void list(const struct page *page, const struct source *sources, size_t nr)
{
	html_table(page, "-What it was made from", "Source|Relation|License|Told where");
	for (size_t i = 0; i < nr; i++) {
		ml_buf_adds(page->out, "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">");
		html_cut(page->out, ml_span_of(sources[i].id), 200);
		ml_buf_adds(page->out, "</th>");
		html_cell(page, "Relation");
		html_text(page->out, sources[i].relation);
		ml_buf_adds(page->out, "</td>");
		html_cell(page, "License");
		if (sources[i].license)
			html_pill(page->out, sources[i].tone, sources[i].license);
		else
			ml_buf_adds(page->out, "not known");
		ml_buf_adds(page->out, "</td>");
		html_cell(page, "Told where");
		html_place(page, &sources[i].where);
		ml_buf_adds(page->out, "</td></tr>\n");
	}
	html_end_table(page);
}

void html_lineage(const struct page *page)
{
	struct source *sources;
	size_t nr = collect(&sources, page->result->facts);

	html_begin(page, "lineage", "Lineage");
	draw(page, sources, nr);
	list(page, sources, nr);
	html_end(page);
}
