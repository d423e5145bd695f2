#include "lint/source/git_object.h"

#include <string.h>

bool ml_id_read(struct ml_id *out, struct ml_span hex)
{
	if (hex.len != ML_ID_HEX)
		return false;
	for (size_t i = 0; i < ML_ID_BYTES; i++) {
		int high = ml_hex_digit(hex.at[2 * i]), low = ml_hex_digit(hex.at[2 * i + 1]);
		if (high < 0 || low < 0)
			return false;
		out->at[i] = (unsigned char)(high << 4 | low);
	}
	return true;
}

void ml_id_hex(char out[ML_ID_HEX + 1], const struct ml_id *id)
{
	static const char digits[] = "0123456789abcdef";
	for (size_t i = 0; i < ML_ID_BYTES; i++) {
		out[2 * i] = digits[id->at[i] >> 4];
		out[2 * i + 1] = digits[id->at[i] & 15];
	}
	out[ML_ID_HEX] = '\0';
}

bool ml_id_same(const struct ml_id *a, const struct ml_id *b)
{
	return memcmp(a->at, b->at, ML_ID_BYTES) == 0;
}

/* "100644 name\0" and the twenty bytes of the id. */
int ml_tree_entry_next(struct ml_span *rest, struct ml_tree_entry *out)
{
	size_t at = 0;
	if (!rest->len)
		return 0;
	out->mode = 0;
	for (; at < rest->len && at < 7 && rest->at[at] >= '0' && rest->at[at] <= '7'; at++)
		out->mode = out->mode << 3 | (unsigned)(rest->at[at] - '0');
	if (!at || at == rest->len || rest->at[at++] != ' ')
		return -1;
	const char *nul = memchr(rest->at + at, '\0', rest->len - at);
	if (!nul)
		return -1;
	out->name = (struct ml_span){ rest->at + at, (size_t)(nul - rest->at) - at };
	at += out->name.len + 1;
	if (!out->name.len || rest->len - at < ML_ID_BYTES)
		return -1;
	memcpy(out->id.at, rest->at + at, ML_ID_BYTES);
	*rest = ml_span_sub(*rest, at + ML_ID_BYTES, rest->len);
	return 1;
}

struct ml_span ml_object_word(struct ml_span object, const char *key, size_t nth)
{
	size_t len = strlen(key);
	while (object.len && object.at[0] != '\n') { /* an empty line ends the head */
		const char *newline = memchr(object.at, '\n', object.len);
		size_t end = newline ? (size_t)(newline - object.at) : object.len;
		if (end > len && object.at[len] == ' ' && !memcmp(object.at, key, len) && nth-- == 0)
			return ml_span_sub(object, len + 1, end);
		object = ml_span_sub(object, newline ? end + 1 : end, object.len);
	}
	return (struct ml_span){ NULL, 0 };
}

bool ml_object_field(struct ml_span object, const char *key, size_t nth, struct ml_id *out)
{
	return ml_id_read(out, ml_object_word(object, key, nth));
}
