/* What rules/ hands to the program: the rules and the knowledge, made at build time from pages and YAML. */
#pragma once

#include "lint/check/rule.h"
#include "lint/knowledge/knowledge.h"

extern const struct ml_rule *const ml_rules[]; /* in order of code */
extern const size_t ml_rules_nr;
extern const struct ml_knowledge ml_builtin_knowledge;
