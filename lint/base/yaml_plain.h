/*
 * YAML as most front matter has it: a key a line, with a word, or with a list of
 * words in the lines below it; comments and empty lines between them. libyaml takes
 * 300 instructions a byte, and what is this plain is read alike without it.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/node.h"

/* As ml_yaml_parse, for such a text. False where it is any other: then nothing is said of it, not even that it is YAML. */
bool ml_yaml_plain(struct ml_arena *arena, struct ml_span text, uint32_t first_line, struct ml_parsed *out);
/* Whether a word without quotes is an empty value. */
bool ml_yaml_is_null(struct ml_span word);
