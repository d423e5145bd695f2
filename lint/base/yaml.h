/* YAML through libyaml's event parser, bounded. The only file that includes <yaml.h> is yaml.c. */
#pragma once

#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/node.h"

/*
 * Parses the first document of text. first_line is the line number of text's
 * first line in its file (front matter starts at 2). Aliases are resolved up to
 * a limit; merge keys are kept as plain keys; tags are ignored. Columns are
 * bytes (libyaml counts characters: converted). Text that is not UTF-8 is a fault.
 */
void ml_yaml_parse(struct ml_arena *arena, struct ml_span text, uint32_t first_line, struct ml_parsed *out);
