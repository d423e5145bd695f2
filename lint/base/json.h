/* JSON through jansson. The only file that includes <jansson.h> is json.c; writing stands in json_write.c. */
#pragma once

#include "lint/base/arena.h"
#include "lint/base/buf.h"
#include "lint/base/node.h"

/*
 * Parses text, a BOM before it is passed over. jansson judges whether it is JSON (json_outline.h tells of what);
 * the tree is then read from the text itself, since jansson keeps neither places
 * nor repeated keys nor a number's digits. null is ML_NODE_NULL; numbers, true and
 * false are unquoted scalars as written. Columns count bytes.
 */
void ml_json_parse(struct ml_arena *arena, struct ml_span text, struct ml_parsed *out);

/*
 * Writing: a small stream that puts commas and escapes in. Bytes that are not
 * UTF-8 become U+FFFD (paths are percent-encoded by their caller first). Control
 * characters, line separators and bidirectional controls are written as \uXXXX.
 * depth may not pass ML_JSON_WRITE_DEPTH.
 */
#define ML_JSON_WRITE_DEPTH 32
struct ml_json_writer {
	struct ml_buf *out;
	bool compact; /* one line (batch), else indented by two */
	int depth;
	bool first[ML_JSON_WRITE_DEPTH]; /* nothing stands in the object or array of that depth yet */
	bool after_key;
};
/* out gets what is written, from where it stands; it outlives w, which owns nothing. */
void ml_json_begin(struct ml_json_writer *w, struct ml_buf *out, bool compact);
void ml_json_object(struct ml_json_writer *w);
void ml_json_end_object(struct ml_json_writer *w);
void ml_json_array(struct ml_json_writer *w);
void ml_json_end_array(struct ml_json_writer *w);
void ml_json_key(struct ml_json_writer *w, const char *key); /* a word of ours: goes out as it is */
void ml_json_string(struct ml_json_writer *w, const char *text); /* NULL writes null */
void ml_json_span(struct ml_json_writer *w, struct ml_span text); /* absent writes null */
void ml_json_number(struct ml_json_writer *w, uint64_t number);
void ml_json_score(struct ml_json_writer *w, double share); /* 0..1, three decimals at most */
void ml_json_bool(struct ml_json_writer *w, bool value);
void ml_json_null(struct ml_json_writer *w);
