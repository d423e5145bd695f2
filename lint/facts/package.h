/* What package files declare, private to lint/facts/package*.c and its tests. */
#pragma once

#include "lint/facts/parts.h"

/*
 * package_setup.c: the keyword arguments of the first call of setup() in a Python text, as a map: strings are scalars, lists
 * and tuples of strings are lists; what is no literal is left out. The text is read as words, never executed. Strings
 * with {fields} (f"…") are no literals. root is an empty map where there is no such call. The only fault is the limit of
 * values (ML_LIMIT_TOML_NODES).
 */
void package_setup_read(struct ml_arena *arena, struct ml_span text, struct ml_parsed *out);
