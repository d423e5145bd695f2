/*
 * Data sets by id and by name. rules/knowledge/datasets/NAME.yml:
 *
 *     datasets:
 *       - id: tatsu-lab/alpaca       Hub id, or a bare name; "*" at its end stands for anything
 *         names: [Stanford Alpaca]   other ids and names
 *         license: cc-by-nc-4.0      id of a license; "unknown" and "other" where that is all that is known
 *         commercial: "no"           yes, no, unclear: whether its terms allow commercial use
 *         generated_by: OpenAI       whose models made it, several apart by ";", the model in brackets
 *         generated_part: true       only a part of it
 *         competing_barred: true     by a provider whose terms bar its users from making competing models of the outputs
 *         public: withdrawn          yes (the default), no, withdrawn
 *         certainty, confidence, source: as for models
 */
#pragma once

#include "lint/knowledge/models.h"

enum ml_commercial { ML_COMMERCIAL_UNCLEAR, ML_COMMERCIAL_YES, ML_COMMERCIAL_NO };
const char *ml_commercial_name(enum ml_commercial commercial);
enum ml_public { ML_PUBLIC_YES, ML_PUBLIC_NO, ML_PUBLIC_WITHDRAWN };
const char *ml_public_name(enum ml_public published);

struct ml_dataset {
	const char *id;
	const char *const *names;
	size_t names_nr;
	const char *license;
	enum ml_commercial commercial;
	const char *generated_by; /* as people write it: "OpenAI", "Meta (Llama 3.1);others"; or NULL */
	bool generated_part;
	bool competing_barred;
	enum ml_public published;
	enum ml_known_by known;
	enum ml_confidence confidence;
	const char *source;
};

/* An id or listed name, ASCII case folded, by hash. */
struct ml_dataset_key {
	uint64_t hash;
	uint16_t index;
};

struct ml_datasets {
	const struct ml_dataset *at; /* in order of id, ASCII case folded */
	size_t nr;
	const struct ml_dataset_key *keys; /* in order of hash */
	size_t keys_nr;
	const struct ml_release_name *names; /* in order of hash */
	size_t names_nr;
	struct ml_release_heads heads;
};

/* What is known of an id as cards write it: "tatsu-lab/alpaca", "squad". NULL: nothing. */
const struct ml_dataset *ml_dataset_by_id(const struct ml_knowledge *knowledge, struct ml_span id);
/* The data set whose name begins at the start of running prose; *to is where the name ends. */
const struct ml_dataset *ml_dataset_at(const struct ml_knowledge *knowledge, struct ml_span text, size_t *to);
/* The first provider of a generated set as its first word: "OpenAI", "Meta". Absent where none is known. */
struct ml_span ml_dataset_provider(const struct ml_dataset *dataset);
/* The model in brackets behind it: "Llama 3.1". Absent where none is named. */
struct ml_span ml_dataset_generator(const struct ml_dataset *dataset);

int ml_datasets_load(struct ml_dataset **out, size_t *nr, struct ml_arena *arena, const char *path, const struct ml_node *root,
		     struct ml_error *err);
int ml_datasets_make(struct ml_datasets *out, struct ml_arena *arena, struct ml_dataset *datasets, size_t nr, struct ml_error *err);
