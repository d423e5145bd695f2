/* The manual page, made of the tables of commands, options and rules. */
#pragma once

#include "lint/base/buf.h"

/* Adds mlint.1 as roff with the macros of man(7). */
void add_manual(struct ml_buf *out);
