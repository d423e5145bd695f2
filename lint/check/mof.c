#include "lint/check/mof.h"

static const struct {
	const char *title, *name;
} classes[] = { { "no class", "not classified" }, { "Class I", "Open Science" }, { "Class II", "Open Tooling" }, { "Class III", "Open Model" } };

const char *ml_mof_class_title(int class)
{
	return classes[class].title;
}

const char *ml_mof_class_name(int class)
{
	return classes[class].name;
}

const char *ml_mof_state_title(enum ml_mof_state state)
{
	static const char *const titles[] = {
		[ML_MOF_MISSING] = "missing",
		[ML_MOF_UNLICENSED] = "without a license",
		[ML_MOF_CLOSED] = "not under an open license",
		[ML_MOF_UNSUITED] = "open, under a license for other content",
		[ML_MOF_OPEN] = "open",
	};
	return titles[state];
}

static bool is_open(enum ml_mof_state state)
{
	return state == ML_MOF_OPEN || state == ML_MOF_UNSUITED;
}

static void judge_part(struct ml_mof_part *part, const struct ml_openness *openness, const struct ml_mof_item *item)
{
	struct ml_span license = ml_span_of(item->license);

	part->license = item->license;
	part->why = NULL;
	if (!license.len || ml_span_is(license, "unlicensed")) {
		part->state = ML_MOF_UNLICENSED;
		return;
	}
	part->why = ml_open_license(openness, license);
	if (!part->why)
		part->state = ML_MOF_CLOSED;
	else
		part->state = ml_license_suits(openness, license, part->component->content) ? ML_MOF_OPEN : ML_MOF_UNSUITED;
}

static const struct ml_mof_part *part_of(const struct ml_mof *mof, struct ml_span id)
{
	for (size_t i = 0; i < mof->parts_nr; i++)
		if (ml_span_is(id, mof->parts[i].component->id))
			return &mof->parts[i];
	return NULL;
}

/* The open part that stands in for one that is not open, or NULL. */
static const struct ml_component *stand_in(const struct ml_mof *mof, const struct ml_component *component)
{
	for (size_t i = 0; i < mof->parts_nr; i++)
		if (mof->parts[i].component->replaces && is_open(mof->parts[i].state) && ml_span_is(ml_span_of(component->id), mof->parts[i].component->replaces))
			return mof->parts[i].component;
	return NULL;
}

/*
 * What a class asks for and what of it is there. A part that another stands in for counts in the classes that do not ask for that
 * other one; in those that do it is not asked for at all.
 */
static void count_class(struct ml_mof *mof, int class)
{
	for (size_t i = 0; i < mof->parts_nr; i++) {
		const struct ml_component *component = mof->parts[i].component;
		if (!component->required || component->class < class)
			continue;
		const struct ml_component *other = is_open(mof->parts[i].state) ? NULL : stand_in(mof, component);
		if (other && other->class >= class)
			continue;
		mof->asked[class]++;
		mof->open[class] += other || is_open(mof->parts[i].state);
	}
}

void ml_mof_judge(struct ml_mof *out, struct ml_arena *arena, const struct ml_openness *openness, const struct ml_mof_item *items, size_t nr)
{
	struct ml_mof_part *parts = ml_arena_array(arena, struct ml_mof_part, openness->components_nr);

	*out = (struct ml_mof){ .parts = parts };
	for (size_t i = 0; i < openness->components_nr; i++)
		if (openness->components[i].class)
			parts[out->parts_nr++] = (struct ml_mof_part){ .component = &openness->components[i] };
	for (size_t i = 0; i < nr; i++) {
		const struct ml_mof_part *part = part_of(out, ml_span_of(items[i].component->id));
		if (part)
			judge_part(&parts[part - out->parts], openness, &items[i]);
	}
	for (int class = 3; class; class--) {
		count_class(out, class);
		/* A class counts only on top of the weaker ones. */
		if (class == 3 || out->class == class + 1)
			out->progress[class] = out->asked[class] ? 100.0 * out->open[class] / out->asked[class] : 0;
		if (out->asked[class] && out->open[class] == out->asked[class] && (class == 3 || out->class == class + 1))
			out->class = class;
	}
}
