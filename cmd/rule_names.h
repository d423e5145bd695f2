/* Names of rules on the command line. */
#pragma once

#include "cmd/options.h"

/* Fails (usage) where a code, name or beginning of codes is of no rule, with the nearest that is. */
int cli_check_rules(const struct opt_list *names, struct ml_error *err);
