/* What rules/ hands to the program: the rules and the knowledge, made at build time from pages and YAML. */
#pragma once

#include "lint/check/rule.h"
#include "lint/knowledge/knowledge.h"

extern const struct ml_rules ml_rules;
extern const struct ml_knowledge ml_builtin_knowledge;
