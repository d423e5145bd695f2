#include "lint/base/error.h"

#include <stdio.h>
#include <string.h>

int ml_error_set(struct ml_error *err, enum ml_error_kind kind, const char *format, ...)
{
	va_list args;

	if (!err)
		return -1;
	err->kind = kind;
	va_start(args, format);
	vsnprintf(err->text, sizeof err->text, format, args);
	va_end(args);
	return -1;
}

int ml_error_prefix(struct ml_error *err, const char *format, ...)
{
	char old[sizeof err->text];
	va_list args;

	if (!err)
		return -1;
	memcpy(old, err->text, sizeof old);
	va_start(args, format);
	int len = vsnprintf(err->text, sizeof err->text, format, args);
	va_end(args);
	if (len >= 0 && (size_t)len < sizeof err->text)
		snprintf(err->text + len, sizeof err->text - (size_t)len, ": %s", old);
	return -1;
}
