#include "lint/knowledge/licenses_p.h"

#include <stddef.h>

static const char *const reach_names[] = { "unstated", "own-materials", "derivatives", NULL };
static const char *const place_names[] = { "unstated", "anywhere", "notice-file", "docs-or-ui", NULL };
static const char *const phrase_names[] = { "required", "above-scale", "encouraged", NULL };
static const char *const act_names[] = { "passing-on", "new-model", NULL };

const char *ml_duty_reach_name(enum ml_duty_reach reach)
{
	return reach_names[reach];
}

const char *ml_duty_place_name(enum ml_duty_place place)
{
	return place_names[place];
}

const char *ml_phrase_duty_name(enum ml_phrase_duty duty)
{
	return phrase_names[duty];
}

const char *ml_phrase_act_name(enum ml_phrase_act act)
{
	return act_names[act];
}

static const struct {
	const char *key;
	size_t at; /* offset of the text */
} texts[] = {
	{ "notice", offsetof(struct ml_duties, notice) },
	{ "notice_when", offsetof(struct ml_duties, notice_when) },
	{ "phrase_when", offsetof(struct ml_duties, phrase_when) },
	{ "phrase_of", offsetof(struct ml_duties, phrase_of) },
	{ "prefix", offsetof(struct ml_duties, prefix) },
	{ "prefix_when", offsetof(struct ml_duties, prefix_when) },
	{ "policy", offsetof(struct ml_duties, policy) },
	{ "section", offsetof(struct ml_duties, section) },
};

static int load_reach(const struct license_loader *l, struct ml_duties *duties, const struct ml_node *node)
{
	int value = 0;

	if (license_load_enum(l, node, reach_names, &value))
		return -1;
	duties->reach = (enum ml_duty_reach)value;
	return 0;
}

static int load_place(const struct license_loader *l, struct ml_duties *duties, const struct ml_node *node)
{
	int value = 0;

	if (license_load_enum(l, node, place_names, &value))
		return -1;
	duties->place = (enum ml_duty_place)value;
	return 0;
}

static int load_phrase_duty(const struct license_loader *l, struct ml_duties *duties, const struct ml_node *node)
{
	int value = 0;

	if (license_load_enum(l, node, phrase_names, &value))
		return -1;
	duties->phrase_duty = (enum ml_phrase_duty)value;
	return 0;
}

static int load_phrases(const struct license_loader *l, struct ml_duties *duties, const struct ml_node *node)
{
	return license_load_list(l, node, &duties->phrases, &duties->phrases_nr);
}

static int load_act(const struct license_loader *l, struct ml_duties *duties, const struct ml_node *node)
{
	int value = 0;

	if (license_load_enum(l, node, act_names, &value))
		return -1;
	duties->phrase_act = (enum ml_phrase_act)value;
	return 0;
}

static int load_flag(const struct license_loader *l, bool *flag, const struct ml_node *node)
{
	static const char *const names[] = { "false", "true", NULL };
	int value = 0;

	if (license_load_enum(l, node, names, &value))
		return -1;
	*flag = value;
	return 0;
}

static int load_copy(const struct license_loader *l, struct ml_duties *duties, const struct ml_node *node)
{
	return load_flag(l, &duties->copy, node);
}

static int load_changes(const struct license_loader *l, struct ml_duties *duties, const struct ml_node *node)
{
	return load_flag(l, &duties->changes, node);
}

static int load_outputs(const struct license_loader *l, struct ml_duties *duties, const struct ml_node *node)
{
	return load_flag(l, &duties->prefix_outputs, node);
}

static const struct {
	const char *key;
	int (*load)(const struct license_loader *l, struct ml_duties *duties, const struct ml_node *node);
} others[] = {
	{ "phrases", load_phrases },    { "phrase_duty", load_phrase_duty }, { "phrase_act", load_act }, { "copy", load_copy },
	{ "changes", load_changes },    { "prefix_outputs", load_outputs },  { "reach", load_reach },    { "place", load_place },
};
#define TEXTS_NR (sizeof texts / sizeof *texts)
#define OTHERS_NR (sizeof others / sizeof *others)

static int load_duty(const struct license_loader *l, struct ml_duties *duties, const struct ml_node *node)
{
	const char *names[TEXTS_NR + OTHERS_NR + 1] = { NULL };

	for (size_t i = 0; i < TEXTS_NR; i++)
		if (ml_span_is(node->key, texts[i].key))
			return license_load_string(l, node, (const char **)(void *)((char *)duties + texts[i].at));
	for (size_t i = 0; i < OTHERS_NR; i++)
		if (ml_span_is(node->key, others[i].key))
			return others[i].load(l, duties, node);
	for (size_t i = 0; i < TEXTS_NR; i++)
		names[i] = texts[i].key;
	for (size_t i = 0; i < OTHERS_NR; i++)
		names[TEXTS_NR + i] = others[i].key;
	return license_unknown_key(l, node, names);
}

/* A condition without its duty says nothing. */
static int check(const struct license_loader *l, const struct ml_duties *duties, const struct ml_node *node)
{
	if ((duties->notice_when && !duties->notice) || ((duties->prefix_when || duties->prefix_outputs) && !duties->prefix) ||
	    ((duties->phrase_when || duties->phrase_duty || duties->phrase_act || duties->phrase_of) && !duties->phrases_nr))
		return ml_error_set(l->err, ML_ERROR_USAGE, "%s:%u: a condition of license '%s' without the duty that it is of", l->path,
				    node->key_line, l->license->id ? l->license->id : "");
	if (!duties->reach != !(duties->notice || duties->phrases_nr || duties->prefix))
		return ml_error_set(l->err, ML_ERROR_USAGE, "%s:%u: notice, phrases and prefix need a reach, and a reach needs one of them",
				    l->path, node->key_line);
	return 0;
}

int license_load_duties(const struct license_loader *l, const struct ml_node *node)
{
	struct ml_duties *duties = ml_arena_alloc(l->arena, sizeof *duties);

	if (node->kind != ML_NODE_MAP)
		return license_fail(l, node, "not a map:");
	ml_node_each(child, node)
		if (load_duty(l, duties, child))
			return -1;
	l->license->duties = duties;
	return check(l, duties, node);
}
