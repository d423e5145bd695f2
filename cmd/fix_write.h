/* New bytes into files, whole or not at all. */
#pragma once

#include "lint/base/error.h"
#include "lint/fix/patch.h"

/*
 * Whether a patch can be made in the folder root: the file is a regular one, reached without a link, and holds the bytes that it was read
 * with; a new one is not there. Fails (unjudged) otherwise.
 */
int fix_check(const char *root, const struct ml_patch *patch, struct ml_error *err);
/* Makes it, after the same checks: a temporary file beside the target is synced and takes its place, with mode and owner of the old one. On failure the file is as it was. */
int fix_write(const char *root, const struct ml_patch *patch, struct ml_error *err);
/* Removes the temporary file that a killed run may have left in a folder ("" is root itself). What a running one uses stays. */
void fix_sweep(const char *root, const char *folder);
