#include "lint/base/error.h"

#include <stdio.h>
#include <string.h>

void ml_error_put(struct ml_error *err, enum ml_error_kind kind, const char *format, ...)
{
	va_list args;

	if (!err)
		return;
	err->kind = kind;
	va_start(args, format);
	vsnprintf(err->text, sizeof err->text, format, args);
	va_end(args);
}

void ml_error_put_before(struct ml_error *err, const char *format, ...)
{
	char old[sizeof err->text];
	va_list args;

	if (!err)
		return;
	memcpy(old, err->text, sizeof old);
	va_start(args, format);
	int len = vsnprintf(err->text, sizeof err->text, format, args);
	va_end(args);
	if (len >= 0 && (size_t)len < sizeof err->text)
		snprintf(err->text + len, sizeof err->text - (size_t)len, ": %s", old);
}
