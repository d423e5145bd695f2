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

/*
 * Sets the error; as an expression -1, so that a failure is one line: return ml_error_set(...); err may be NULL. Macros, so that
 * compilers see that what a failed function leaves unset is not read.
 */
static inline int ml_failed(void)
{
	return -1;
}
#define ml_error_set(...) (ml_error_put(__VA_ARGS__), ml_failed())
/* Puts context in front of what is there ("context: old text"); -1 likewise. */
#define ml_error_prefix(...) (ml_error_put_before(__VA_ARGS__), ml_failed())

/* Behind the macros. A text longer than there is room for is cut. Nothing happens where err is NULL. */
void ml_error_put(struct ml_error *err, enum ml_error_kind kind, const char *format, ...) __attribute__((format(printf, 3, 4)));
void ml_error_put_before(struct ml_error *err, const char *format, ...) __attribute__((format(printf, 2, 3)));
