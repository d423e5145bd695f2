/* What each yardstick of openness says, requirement by requirement; and the parts that the Model Openness Framework names. */
#include "lint/report/html.h"

static void add_answer(const struct page *page, const struct ml_answer *answer)
{
	ml_buf_adds(page->out, "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">");
	html_text(page->out, answer->asked->title);
	ml_buf_adds(page->out, "<span class=\"asks\">");
	html_text(page->out, answer->asked->asks);
	ml_buf_adds(page->out, "</span></th>");
	html_cell(page, "Verdict");
	html_pill(page->out, html_holds_tone(answer->holds), ml_holds_title(answer->holds));
	ml_buf_adds(page->out, "</td>");
	html_cell(page, "What was seen");
	html_text(page->out, answer->why);
	if (answer->where.file) {
		ml_buf_addc(page->out, ' ');
		html_place(page, &answer->where);
	}
	ml_buf_adds(page->out, "</td></tr>\n");
}

static void begin_yardstick(const struct page *page, const struct ml_yardstick *yardstick, const char *tone, const char *verdict)
{
	ml_buf_addf(page->out, "<div class=\"yardstick\"><h%d>", page->level + 1);
	html_text(page->out, yardstick->info->title);
	ml_buf_addc(page->out, ' ');
	html_pill(page->out, tone, verdict);
	ml_buf_addf(page->out, "</h%d>\n", page->level + 1);
}

static void add_yardstick(const struct page *page, const struct ml_yardstick *yardstick)
{
	begin_yardstick(page, yardstick, html_holds_tone(yardstick->holds), ml_holds_title(yardstick->holds));
	html_table(page, "-What it asks, and what was seen", "Asked|Verdict|What was seen");
	for (size_t i = 0; i < yardstick->answers_nr; i++)
		add_answer(page, &yardstick->answers[i]);
	html_end_table(page);
	ml_buf_adds(page->out, "</div>\n");
}

static const char *part_tone(enum ml_mof_state state)
{
	static const char *const tones[] = {
		[ML_MOF_MISSING] = "plain", [ML_MOF_UNLICENSED] = "warn", [ML_MOF_CLOSED] = "bad", [ML_MOF_UNSUITED] = "good", [ML_MOF_OPEN] = "good",
	};
	return tones[state];
}

static const char *part_words(const struct ml_mof_part *judged, const struct ml_part *part)
{
	static const char *const words[] = {
		[ML_MOF_MISSING] = "not found here", [ML_MOF_UNLICENSED] = "no license", [ML_MOF_CLOSED] = "not open",
		[ML_MOF_UNSUITED] = "open",	     [ML_MOF_OPEN] = "open",
	};
	/* Of what stands elsewhere nobody has read a license. */
	if (part && part->seen == ML_SEEN_TOLD && judged->state == ML_MOF_UNLICENSED)
		return "declared";
	return words[judged->state];
}

static void add_part(const struct page *page, const struct ml_mof_part *judged, const struct ml_part *part)
{
	ml_buf_adds(page->out, "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">");
	html_text(page->out, judged->component->name);
	if (!judged->component->required)
		ml_buf_adds(page->out, "<span class=\"asks\">optional</span>");
	ml_buf_adds(page->out, "</th>");
	html_cell(page, "Class");
	ml_buf_addf(page->out, "%s</td>", ml_mof_class_title(judged->component->class) + sizeof "Class " - 1);
	html_cell(page, "State");
	html_pill(page->out, part_tone(judged->state), part_words(judged, part));
	ml_buf_adds(page->out, "</td>");
	if (judged->license) {
		html_cell(page, "License");
		html_text(page->out, judged->license);
		ml_buf_adds(page->out, "</td>");
	} else {
		html_empty(page, "License");
	}
	if (part && part->seen != ML_SEEN_NONE) {
		html_cell(page, "Seen where");
		html_place(page, &part->where);
		ml_buf_adds(page->out, part->where.file ? "</td>" : "the repository</td>");
	} else {
		html_empty(page, "Seen where");
	}
	ml_buf_adds(page->out, "</tr>\n");
}

static void add_progress(const struct page *page, const struct ml_mof *mof)
{
	ml_buf_adds(page->out, "<ul class=\"progress\">");
	for (int class = 3; class; class--)
		ml_buf_addf(page->out, "<li><span>%s <span class=\"asks\">%s</span></span><span class=\"bar\" aria-hidden=\"true\"><i style=\"width:%.0f%%\"></i></span><b>%.0f %%</b></li>",
			    ml_mof_class_title(class), ml_mof_class_name(class), mof->progress[class], mof->progress[class]);
	ml_buf_adds(page->out, "</ul>\n");
}

static void add_mof(const struct page *page, const struct ml_yardstick *yardstick, const struct ml_parts *parts)
{
	const struct ml_mof *mof = &yardstick->mof;

	begin_yardstick(page, yardstick, mof->class ? "good" : "plain", ml_mof_class_title(mof->class));
	add_progress(page, mof);
	html_table(page, "-Its parts, as far as the files show them", "Part|Class|State|License|Seen where");
	for (size_t i = 0; i < mof->parts_nr; i++) {
		const struct ml_part *part = NULL;
		for (size_t k = 0; k < parts->nr && !part; k++)
			if (parts->at[k].component == mof->parts[i].component)
				part = &parts->at[k];
		add_part(page, &mof->parts[i], part);
	}
	html_end_table(page);
	ml_buf_adds(page->out, "</div>\n");
}

void html_checklist(const struct page *page)
{
	const struct ml_facts *facts = page->result->facts;
	struct ml_yardstick yardstick;
	struct ml_parts parts;

	ml_parts_collect(&parts, facts);
	html_begin(page, "checklist", "Openness checklist");
	ml_buf_adds(page->out, "<p class=\"lead\">“Open” has more than one meaning. <em>Not shown</em> says that nothing was found here; it may stand elsewhere.</p>\n");
	for (int i = 0; i < ML_STANDARD_NR; i++) {
		if (!ml_yardstick_applies(facts, (enum ml_standard)i))
			continue;
		ml_yardstick_judge(&yardstick, facts, &parts, (enum ml_standard)i);
		if (i == ML_STANDARD_MOF)
			add_mof(page, &yardstick, &parts);
		else if (yardstick.answers_nr)
			add_yardstick(page, &yardstick);
	}
	html_end(page);
}
