/*
 * ONNX: ModelProto of onnx.proto, in protobuf's encoding (protobuf.dev/programming-guides/encoding). Fields come one after the other,
 * each with its length, so that the graph and its tensors are passed over unread.
 */
#include "lint/facts/header.h"

#define WINDOW_BYTES (ML_LIMIT_HEADER_TEXT_BYTES + 1024u) /* looked at in one place: room for the largest value that is taken */

enum { FIELD_IR_VERSION = 1, FIELD_DOC_STRING = 6, FIELD_GRAPH = 7, FIELD_METADATA = 14 };
enum { WIRE_VARINT = 0, WIRE_64 = 1, WIRE_BYTES = 2, WIRE_32 = 5 };

static const struct header_key keys[] = {
	HEADER_KEY("model_license", license), HEADER_KEY("license", license),	       HEADER_KEY("license_name", license_name),
	HEADER_KEY("license_link", license_link), HEADER_KEY("license_url", license_link), HEADER_KEY("model_name", name),
	HEADER_KEY("name", name),	      HEADER_KEY("description", description),
};

/* A stretch of fields. */
struct fields {
	struct ml_span bytes;
	size_t at;
};

struct field {
	uint64_t number;
	unsigned wire;
	uint64_t size; /* bytes of the value behind the head; of a number they were read already: 0 */
};

/* At most ten bytes of seven bits each. false: none ends here. */
static bool read_varint(struct fields *f, uint64_t *out)
{
	*out = 0;
	for (unsigned shift = 0; shift < 64 && f->at < f->bytes.len; shift += 7) {
		unsigned char byte = (unsigned char)f->bytes.at[f->at++];
		*out |= (uint64_t)(byte & 0x7f) << shift;
		if (!(byte & 0x80))
			return true;
	}
	return false;
}

/* Reads a field's head and leaves f->at at its value. */
static bool read_head(struct fields *f, struct field *out)
{
	uint64_t tag;

	if (!read_varint(f, &tag))
		return false;
	*out = (struct field){ .number = tag >> 3, .wire = tag & 7 };
	switch (out->wire) {
	case WIRE_VARINT:
		return out->number && read_varint(f, &tag);
	case WIRE_BYTES:
		return out->number && read_varint(f, &out->size);
	case WIRE_64:
	case WIRE_32:
		out->size = out->wire == WIRE_64 ? 8 : 4;
		return out->number != 0;
	default:
		return false; /* groups, which nobody writes any more */
	}
}

static void take(struct header *header, struct ml_span key, struct ml_span value)
{
	if (header_take(header, keys, sizeof keys / sizeof *keys, key, value))
		return;
	if (ml_span_is(key, "tags"))
		header_list(header, value, header_tag);
	else if (ml_span_is(key, "base_model"))
		header_list(header, value, header_base);
}

/* StringStringEntryProto: key 1, value 2. */
static void read_property(struct header *header, struct ml_span bytes)
{
	struct fields f = { bytes, 0 };
	struct ml_span parts[2] = { { 0 }, { 0 } };
	struct field field;

	while (f.at < bytes.len && read_head(&f, &field)) {
		if (field.size > bytes.len - f.at)
			return;
		if (field.wire == WIRE_BYTES && (field.number == 1 || field.number == 2))
			parts[field.number - 1] = ml_span_sub(bytes, f.at, f.at + (size_t)field.size);
		f.at += (size_t)field.size;
	}
	take(header, parts[0], parts[1]);
}

static void read_value(struct header *header, uint64_t number, struct ml_span value)
{
	if (number == FIELD_METADATA)
		read_property(header, value);
	else if (number == FIELD_DOC_STRING && !header->out->description)
		header->out->description = header_text(header, value);
}

static bool is_wanted(const struct field *field)
{
	return field->wire == WIRE_BYTES && (field->number == FIELD_METADATA || field->number == FIELD_DOC_STRING);
}

/*
 * Reads fields up to the window's end and returns where the next one begins, in bytes of the file; 0 after a fault. A wanted value that
 * does not stand whole in the window is looked at in a window of its own.
 */
static uint64_t read_fields(struct header *header, uint64_t base, struct ml_span window)
{
	uint64_t size = header->out->file->size;
	struct fields f = { window, 0 };
	struct field field;

	while (f.at < window.len) {
		size_t start = f.at;
		if (!read_head(&f, &field)) {
			/* Cut off by the window, not by the file: the head is read anew. */
			if (start && window.len - start < 20 && base + window.len < size)
				return base + start;
			header_unread(header, "is not encoded as an ONNX model is");
			return 0;
		}
		if (!base && !start && (field.number != FIELD_IR_VERSION || field.wire != WIRE_VARINT)) {
			header_unread(header, "does not begin as an ONNX model does");
			return 0;
		}
		if (field.size > size - base - f.at) {
			header_unread(header, "has a header that says it is longer than the file");
			return 0;
		}
		bool whole = field.size <= window.len - f.at;
		if (whole && is_wanted(&field))
			read_value(header, field.number, ml_span_sub(window, f.at, f.at + (size_t)field.size));
		else if (is_wanted(&field) && start && field.size <= ML_LIMIT_HEADER_TEXT_BYTES)
			return base + start;
		if (!whole)
			return base + f.at + field.size;
		f.at += (size_t)field.size;
	}
	return base + f.at;
}

void header_onnx(struct header *header)
{
	uint64_t size = header->out->file->size, at = 0;
	struct ml_span window = header->bytes;

	if (!window.len) {
		header_unread(header, "is empty");
		return;
	}
	for (unsigned nr = 0; (at = read_fields(header, at, window)) && at < size; nr++) {
		if (nr == ML_LIMIT_HEADER_WINDOWS) {
			header->out->cut = true;
			return;
		}
		if (!header_window(&window, header, at, WINDOW_BYTES) || !window.len)
			return;
	}
}
