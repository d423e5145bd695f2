/* Bases that lie in folders of the user: facts->knowledge->upstreams. */
#pragma once

#include "lint/facts/facts.h"

struct ml_upstream {
	const struct ml_license *license; /* of its weights; NULL: several, or one that is not known */
	const char *place;                /* the file that says so, as it would be opened from here */
};
/*
 * Reads the model of that Hub id where one of the folders holds it. false: none does, or it says nothing of a license.
 * *read counts the folders that were read; at ML_LIMIT_UPSTREAMS it ends, which is told as something unjudged.
 */
bool ml_upstream_find(struct ml_upstream *out, struct ml_facts *facts, struct ml_span id, size_t *read);
