/*
 * Why mlint could not do its work. A fault of the scanned repository is a
 * finding, never an error. Words: lower case, no full stop, the problem first,
 * the subject in single quotes. Callers that know more put it in front:
 * in revision 'v2': cannot read 'LICENSE': object not found.
 */
#pragma once

#include <stdarg.h>

/* Which exit status (contract) the error asks for. */
enum ml_error_kind {
	ML_ERROR_NONE = 0,
	ML_ERROR_USAGE,    /* 2: wrong option, configuration, a path that does not exist */
	ML_ERROR_UNJUDGED, /* 3: I/O, unreadable object, limit reached */
};

struct ml_error {
	enum ml_error_kind kind;
	char text[1024]; /* NUL-terminated; bytes of a repository in it are raw: escape when printing */
};

/* Sets the error and returns -1, so that a failure is one line: return ml_error_set(...); err may be NULL. */
int ml_error_set(struct ml_error *err, enum ml_error_kind kind, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* Puts context in front of what is there ("context: old text") and returns -1. */
int ml_error_prefix(struct ml_error *err, const char *format, ...) __attribute__((format(printf, 2, 3)));
