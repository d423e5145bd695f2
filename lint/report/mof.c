/* The verdict of the Model Openness Framework on a component list: for people, and as JSON. */
#include "lint/report/report.h"

#include "lint/base/json.h"
#include "lint/check/mof.h"

static void add_part(struct ml_buf *out, const struct ml_mof_part *part)
{
	const struct ml_component *component = part->component;
	const char *class = ml_mof_class_title(component->class);

	ml_buf_addf(out, "  %-33s%-10s%-11s%s", component->name, component->required ? "" : "optional", class, ml_mof_state_title(part->state));
	if (part->license) {
		ml_buf_adds(out, ": ");
		ml_add_escaped(out, ml_span_of(part->license), false);
	}
	ml_buf_addc(out, '\n');
}

void ml_report_mof(struct ml_buf *out, const struct ml_mof_list *list, const struct ml_mof *mof, const struct ml_openness *openness)
{
	ml_add_escaped(out, ml_span_of(list->name ? list->name : "release"), false);
	ml_buf_addf(out, ": %s", ml_mof_class_title(mof->class));
	if (mof->class)
		ml_buf_addf(out, " (%s)", ml_mof_class_name(mof->class));
	ml_buf_addf(out, " of the %s\n\n", openness->standards[ML_STANDARD_MOF].title);
	for (int class = 3; class; class--)
		ml_buf_addf(out, "  %-10s%-13s%7.2f %%  %2u of %2u\n", ml_mof_class_title(class), ml_mof_class_name(class), mof->progress[class],
			    mof->open[class], mof->asked[class]);
	ml_buf_addc(out, '\n');
	for (int class = 3; class; class--)
		for (size_t i = 0; i < mof->parts_nr; i++)
			if (mof->parts[i].component->class == class)
				add_part(out, &mof->parts[i]);
}

/* Percent with two places, as the framework's own tables write them. */
static void add_percent(struct ml_json_writer *w, double percent)
{
	char text[16];
	unsigned hundredths = (unsigned)(percent * 100 + 0.5);

	snprintf(text, sizeof text, "%u.%02u", hundredths / 100, hundredths % 100);
	ml_json_string(w, text);
}

static void add_json_part(struct ml_json_writer *w, const struct ml_mof_part *part)
{
	static const char *const states[] = {
		[ML_MOF_MISSING] = "missing", [ML_MOF_UNLICENSED] = "unlicensed", [ML_MOF_CLOSED] = "closed",
		[ML_MOF_UNSUITED] = "unsuited", [ML_MOF_OPEN] = "open",
	};

	ml_json_object(w);
	ml_json_key(w, "name");
	ml_json_string(w, part->component->name);
	ml_json_key(w, "content");
	ml_json_string(w, ml_content_name(part->component->content));
	ml_json_key(w, "class");
	ml_json_number(w, (uint64_t)part->component->class);
	ml_json_key(w, "required");
	ml_json_bool(w, part->component->required);
	ml_json_key(w, "state");
	ml_json_string(w, states[part->state]);
	ml_json_key(w, "license");
	ml_json_string(w, part->license);
	ml_json_end_object(w);
}

void ml_report_mof_json(struct ml_buf *out, const struct ml_mof_list *list, const struct ml_mof *mof, const struct ml_openness *openness)
{
	struct ml_json_writer w;

	ml_json_begin(&w, out, false);
	ml_json_object(&w);
	ml_json_key(&w, "format");
	ml_json_number(&w, 1);
	ml_json_key(&w, "name");
	ml_json_string(&w, list->name);
	ml_json_key(&w, "standard");
	ml_json_string(&w, openness->standards[ML_STANDARD_MOF].title);
	ml_json_key(&w, "class");
	ml_json_number(&w, (uint64_t)mof->class);
	ml_json_key(&w, "progress");
	ml_json_object(&w);
	for (int class = 1; class <= 3; class++) {
		static const char *const keys[] = { "", "1", "2", "3" };
		ml_json_key(&w, keys[class]);
		add_percent(&w, mof->progress[class]);
	}
	ml_json_end_object(&w);
	ml_json_key(&w, "components");
	ml_json_array(&w);
	for (size_t i = 0; i < mof->parts_nr; i++)
		add_json_part(&w, &mof->parts[i]);
	ml_json_end_array(&w);
	ml_json_end_object(&w);
	ml_buf_addc(out, '\n');
}
