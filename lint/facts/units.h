/*
 * Several models in one tree. A unit is a folder with weights, or with a model's card and a license, that has a card, a license or a
 * configuration of its own; what is part of a model (unet/, onnx/, checkpoint-500/), a split or another precision of its weights is no
 * unit. Weight files of one folder are one unit, unless their headers name different models: then each of those is a unit, called by its
 * first file.
 */
#pragma once

#include "lint/facts/facts.h"

/* A folder that bears on units: one of them, or one above with a license, a card or a package that counts for what lies below. */
struct ml_level {
	struct ml_span folder; /* with its last "/" */
	size_t up;             /* index of the nearest level above; SIZE_MAX: the root */
	bool unit;
	bool weights;          /* it holds some */
};

/* units.c: sets facts->levels, in order of path; more than ML_LIMIT_UNITS are told as unread. Artifacts, cards and the offer must be known. */
void ml_units_find(struct ml_facts *facts);
/* The innermost level that a file lies in; SIZE_MAX: none. file may be NULL. */
size_t ml_level_of(const struct ml_facts *facts, const struct ml_file *file);
/* Whether a file stands right in the folder of a unit. */
bool ml_is_of_unit(const struct ml_facts *facts, const struct ml_file *file);

/*
 * units_models.c: models that share a folder, by the names and bases in the headers of their files. Returns how many; *first: the first
 * file of each; *of: for each artifact the number of its model from 1, or 0; NULL where there is nothing to tell apart.
 */
size_t ml_units_models(struct ml_facts *facts, const struct ml_artifact ***first, uint32_t **of);

/*
 * units_view.c: sets facts->units, and with them what governs each, what it inherits and owes, its class, and of all the strictest.
 * What governs the root must be known. *left: bytes that may still be read.
 */
void ml_units_collect(struct ml_facts *facts, struct ml_arena *scratch, size_t *left);
