/* A key and its value in one call, under short names: for the files that write much JSON, and for no header. */
#pragma once

#include "lint/base/json.h"

static inline void key_string(struct ml_json_writer *w, const char *key, const char *value)
{
	ml_json_key(w, key);
	ml_json_string(w, value);
}

static inline void key_number(struct ml_json_writer *w, const char *key, uint64_t value)
{
	ml_json_key(w, key);
	ml_json_number(w, value);
}

static inline void key_bool(struct ml_json_writer *w, const char *key, bool value)
{
	ml_json_key(w, key);
	ml_json_bool(w, value);
}

static inline void key_null(struct ml_json_writer *w, const char *key)
{
	ml_json_key(w, key);
	ml_json_null(w);
}

static inline void key_object(struct ml_json_writer *w, const char *key)
{
	ml_json_key(w, key);
	ml_json_object(w);
}

static inline void key_array(struct ml_json_writer *w, const char *key)
{
	ml_json_key(w, key);
	ml_json_array(w);
}

static inline void key_strings(struct ml_json_writer *w, const char *key, const char *const *values, size_t nr)
{
	key_array(w, key);
	for (size_t i = 0; i < nr; i++)
		ml_json_string(w, values[i]);
	ml_json_end_array(w);
}
