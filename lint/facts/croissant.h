/* What Croissant files say of data sets: facts->croissants, license facts of the data, and sources. Before govern.c and lineage.c. */
#pragma once

#include "lint/facts/facts.h"

/* *left: bytes that may still be read. */
void ml_croissants_collect(struct ml_facts *facts, struct ml_arena *scratch, size_t *left);
