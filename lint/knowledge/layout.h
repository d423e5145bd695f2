/*
 * How repositories of models are laid out, as data: which folders hold a part of the model above them and which files make
 * a folder a model, and what shows that a model works on more than text. rules/knowledge/layout.yml.
 */
#pragma once

#include "lint/base/arena.h"
#include "lint/base/error.h"
#include "lint/base/node.h"
#include "lint/knowledge/knowledge.h"

enum ml_layout_kind {
	ML_LAYOUT_PART,             /* names of folders: "unet", "checkpoint-*" */
	ML_LAYOUT_CONTAINER,        /* the same, where no license and no card of its own stands in it: "weights" */
	ML_LAYOUT_CONFIG,           /* names of files: "config.json" */
	ML_LAYOUT_PIECE,            /* types of GGUF files that are no models: "mmproj" */
	ML_LAYOUT_TEXT_TASK,        /* values of the card's pipeline_tag */
	ML_LAYOUT_MULTIMODAL_TASK,
	ML_LAYOUT_TEXT_CONFIG,      /* strings and keys of config.json */
	ML_LAYOUT_MULTIMODAL_CONFIG,
	ML_LAYOUT_TEXT_MODEL,       /* in names of models, letters and digits alone, lower case: "llama321b" */
	ML_LAYOUT_MULTIMODAL_MODEL,
	ML_LAYOUT_NR
};

struct ml_layout_row {
	enum ml_layout_kind kind;
	const char *const *names; /* lower case; "*" stands for anything */
	size_t names_nr;
	const char *source;
};
struct ml_layout {
	const struct ml_layout_row *at;
	size_t nr;
};

/* Whether a row of that kind names the text: whole, "*" being anything, ASCII case folded. layout may be NULL: nothing is named. */
bool ml_layout_names(const struct ml_layout *layout, enum ml_layout_kind kind, struct ml_span name);
/* Whether a name of a row of that kind stands in the text, letters and digits of both alone compared, at most 128 of the text's. */
bool ml_layout_holds(const struct ml_layout *layout, enum ml_layout_kind kind, struct ml_span text);

/* Loads the "rows:" of layout.yml. Fails with file and line on unknown keys and kinds, names with capitals, a missing source. */
int ml_layout_load(struct ml_layout *out, struct ml_arena *arena, const char *path, const struct ml_node *root, struct ml_error *err);
