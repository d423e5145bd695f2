/*
 * Models by id and by name: which license they are under and what they were made
 * from. rules/knowledge/models/FAMILY.yml:
 *
 *     unnamed: true                  of a file: its ids are copies, and no names that prose calls a model by
 *     models:
 *       - id: meta-llama/Llama-2-*   "*" stands for anything; of several patterns that fit the one with most letters counts
 *         license: llama2            id of a license; "unknown" and "other" where that is all that is known
 *         base: ...                  id or pattern of what it was made from
 *         names: [Llama 2]           further names in prose; the id's own last part counts without being listed
 *         certainty: read            read: the source was read; unread: known without a source that was read;
 *                                    inferred: follows from its name or its base
 *         confidence: high           high, medium, low
 *         source: ...                where it was read, or why it is believed
 *
 * Only what was read, with more than low confidence, may carry an accusation (ml_model_sure).
 */
#pragma once

#include "lint/base/arena.h"
#include "lint/base/error.h"
#include "lint/base/node.h"
#include "lint/knowledge/knowledge.h"
#include "lint/knowledge/releases.h"

struct ml_model {
	const char *id;      /* a Hub id, or a pattern of ids */
	const char *license; /* id of a license in the knowledge */
	const char *base;    /* id or pattern, or NULL */
	const char *const *names; /* as listed */
	size_t names_nr;
	enum ml_known_by known;
	enum ml_confidence confidence;
	bool copy;           /* of an unnamed file: a copy or conversion of another's model */
	const char *source;
};

struct ml_models {
	const struct ml_model *at; /* in order of id, ASCII case folded; read with ml_model_row */
	size_t nr;
	const struct ml_release_name *names; /* in order of hash */
	size_t names_nr;
	const struct ml_release_heads *heads; /* of names */
	const struct ml_packed *pack; /* of the built-in ones (lint/base/packed.h); NULL: they are whole */
};

/* A model by its number. */
const struct ml_model *ml_model_row(const struct ml_models *models, size_t i);

/* What is known of a Hub id "owner/name", ASCII case folded: the pattern with most letters that fits. NULL: nothing. */
const struct ml_model *ml_model_by_id(const struct ml_knowledge *knowledge, struct ml_span id);
/* The same of a bare name as people write it: "Llama 2", "Qwen2.5-7B-Instruct". NULL: not known. */
const struct ml_model *ml_model_by_name(const struct ml_knowledge *knowledge, struct ml_span name);
/* The model whose name begins at the start of text, which is running prose; *to is where the name ends. */
const struct ml_model *ml_model_at(const struct ml_knowledge *knowledge, struct ml_span text, size_t *to);
/* Whether the entry may carry an error. */
static inline bool ml_model_sure(const struct ml_model *model)
{
	return model->known == ML_KNOWN_READ && model->confidence != ML_CONFIDENCE_LOW;
}
/* Whether a text fits a pattern with "*", ASCII case folded. */
bool ml_pattern_fits(const char *pattern, struct ml_span text);

/* Rows of one file or more, in the arena they were loaded with; all zeros: none yet. */
struct ml_models_loaded {
	struct ml_model *at;
	size_t nr, cap;
};
/* Adds those of one file. Fails with file and line on unknown keys and values, a missing id, license or source. */
int ml_models_load(struct ml_models_loaded *more, struct ml_arena *arena, const char *path, const struct ml_node *root, struct ml_error *err);
/* Makes the table of models, which it puts in order. Fails where an id stands twice. */
int ml_models_make(struct ml_models *out, struct ml_arena *arena, struct ml_model *models, size_t nr, struct ml_error *err);
