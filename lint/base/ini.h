/* INI as Python's configparser reads it (setup.cfg). */
#pragma once

#include "lint/base/arena.h"
#include "lint/base/node.h"

/*
 * Parses text, a BOM before it is passed over: the root is a map of sections, each a map of its keys (lower case, as
 * configparser makes them), keys before the first section stand in the root. A value of one line is a scalar; one that
 * goes on over indented lines is a list of its lines. Lines that are neither are passed over, as configparser's faults
 * are no concern of ours: the only fault is the limit of values. text is taken to be UTF-8; columns count bytes.
 */
void ml_ini_parse(struct ml_arena *arena, struct ml_span text, struct ml_parsed *out);
