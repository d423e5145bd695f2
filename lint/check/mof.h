/*
 * The Model Openness Framework: which class the parts of a release reach, and how far each class is reached. Parts come from a
 * component list, the form in which the framework's own tool keeps a model, or from what a repository shows (parts.h).
 */
#pragma once

#include "lint/base/arena.h"
#include "lint/base/error.h"
#include "lint/knowledge/openness.h"

/* A part that is there. */
struct ml_mof_item {
	const struct ml_component *component;
	const char *license; /* an SPDX id, or whatever stands in its place; NULL: none */
};

enum ml_mof_state {
	ML_MOF_MISSING,
	ML_MOF_UNLICENSED,
	ML_MOF_CLOSED,   /* the framework does not count its license as open */
	ML_MOF_UNSUITED, /* open, and it counts; but the license is not one for this kind of content */
	ML_MOF_OPEN,
};
/* In words: "without a license". */
const char *ml_mof_state_title(enum ml_mof_state state);

struct ml_mof_part {
	const struct ml_component *component;
	enum ml_mof_state state;
	const char *license; /* as in the item */
	const char *why;     /* why the license is open, or NULL */
};

struct ml_mof {
	const struct ml_mof_part *parts; /* every part that the framework knows, in the order of the knowledge */
	size_t parts_nr;
	int class;             /* 3 to 1, the strongest that is reached whole; 0: none */
	unsigned open[4], asked[4]; /* [class]: required parts of it and of the weaker ones */
	double progress[4];    /* [class]: percent; 0 while a weaker class is not reached */
};

/* Of several items of one part the last counts. */
void ml_mof_judge(struct ml_mof *out, struct ml_arena *arena, const struct ml_openness *openness, const struct ml_mof_item *items, size_t nr);
/* "Class III", "no class"; and what the framework calls it: "Open Model". */
const char *ml_mof_class_title(int class);
const char *ml_mof_class_name(int class);

/* A component list as read. */
struct ml_mof_list {
	const char *name; /* of the release, or NULL */
	struct ml_mof_item *items;
	size_t items_nr;
	uint32_t repeated_line; /* of a part that stands there again, or 0 */
	const char *repeated;
};
/*
 * Reads a component list: "release: license: {distribution, code, data, document: {name}}, components: [{name, license}]". A component
 * without a license has that of its kind of content, else that of the distribution. Fails (usage) with path and line on what is no
 * YAML, on keys of the wrong kind, and on components that the framework does not know. Everything lives in arena.
 */
int ml_mof_read(struct ml_mof_list *out, struct ml_arena *arena, const struct ml_openness *openness, const char *path, struct ml_span text,
		struct ml_error *err);
