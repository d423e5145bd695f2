/*
 * License texts for tests. The project stores none but its own, so a text comes from where the machine has it:
 * the corpus folder (MLINT_CORPUS), the distribution's common licenses, the npm package
 * spdx-license-list (MLINT_SPDX: its folder), or our own LICENSE. Also what else tests need of files.
 */
#pragma once

#include "lint/base/arena.h"
#include "lint/base/span.h"

/* The text of an id in any case ("Apache-2.0", "llama2"), or the absent span. source: the root of mlint's source. */
struct ml_span texts_license(struct ml_arena *arena, const char *source, const char *id);
/* A file whole, NUL-terminated behind its end; the absent span where it cannot be read. */
struct ml_span texts_read(struct ml_arena *arena, const char *path);
