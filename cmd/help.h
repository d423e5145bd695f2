/* The help of the program and of its commands. */
#pragma once

#include "cmd/cli.h"

/* NULL where there is none of that name. */
const struct command *find_command(const char *name);
/* Prints what "mlint --help" shows. Returns an exit status. */
int help_print(void);
