/* A patch as a unified diff that git apply takes. */
#pragma once

#include "lint/base/buf.h"
#include "lint/fix/patch.h"

/*
 * Adds the diff of a patch, with git's header; nothing where before and after are the same. prefix: stands in front of the path, "" or
 * "models/heron/". Names are quoted as git does (core.quotePath); a last line without an end is marked.
 */
void ml_fix_diff(struct ml_buf *out, struct ml_arena *arena, const struct ml_patch *patch, const char *prefix);
