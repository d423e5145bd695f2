/* TOML 1.0 (toml.io/en/v1.0.0), the part that pyproject.toml, Cargo.toml and REUSE.toml need. */
#pragma once

#include "lint/base/arena.h"
#include "lint/base/node.h"

/*
 * Parses text, a BOM before it is passed over: tables, arrays of tables, dotted keys, strings of all four kinds, arrays
 * and inline tables. Numbers, booleans and dates are unquoted scalars as written, and are not judged. A key that stands
 * twice is told in repeated, not refused; a table that is opened twice is one table. text is taken to be UTF-8; columns
 * count bytes. On a fault root is NULL.
 */
void ml_toml_parse(struct ml_arena *arena, struct ml_span text, struct ml_parsed *out);
