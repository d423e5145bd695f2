/*
 * safetensors: a 64-bit little-endian length, then so many bytes of JSON, of which "__metadata__" maps strings to strings (the format's
 * README; keys of ModelSpec 1.0.1). The JSON may have 100 MB, so what is wanted is looked for without parsing the rest.
 */
#include "lint/facts/header.h"

#include <string.h>

#include "lint/base/json.h"

#define LENGTH_BYTES 8u
#define JSON_MAX (100u << 20) /* of the reference reader */

static const struct header_key keys[] = {
	HEADER_KEY("modelspec.license", license), HEADER_KEY("license", license),     HEADER_KEY("license_name", license_name),
	HEADER_KEY("license_link", license_link), HEADER_KEY("modelspec.title", name), HEADER_KEY("name", name),
	HEADER_KEY("modelspec.description", description), HEADER_KEY("description", description),
	HEADER_KEY("ss_network_module", kind), HEADER_KEY("modelspec.architecture", kind),
};

static const struct {
	const char *key;
	void (*add)(struct header *, struct ml_span);
} lists[] = {
	{ "modelspec.merged_from", header_base }, { "base_model", header_base }, { "modelspec.tags", header_tag }, { "tags", header_tag },
};

/* Walks JSON that may be cut off or no JSON at all. */
struct walk {
	struct ml_span text;
	size_t at;
};

static void skip_space(struct walk *w)
{
	while (w->at < w->text.len && (ml_is_space(w->text.at[w->at]) || w->text.at[w->at] == ',' || w->text.at[w->at] == ':'))
		w->at++;
}

/* The string at w->at with its quotes; false where it has no end. */
static bool read_string(struct walk *w, struct ml_span *out)
{
	size_t from = w->at++;

	while (w->at < w->text.len && w->text.at[w->at] != '"')
		w->at += w->text.at[w->at] == '\\' ? 2 : 1;
	if (w->at >= w->text.len)
		return false;
	w->at++;
	*out = ml_span_sub(w->text, from, w->at);
	return true;
}

/* Passes over the value at w->at, whatever lies in it; false where the text ends first. */
static bool skip_value(struct walk *w)
{
	struct ml_span string;
	size_t depth = 0;

	for (; w->at < w->text.len; w->at++) {
		char c = w->text.at[w->at];
		if (c == '"') {
			if (!read_string(w, &string))
				return false;
			if (!depth)
				return true;
			w->at--;
		} else if (c == '{' || c == '[') {
			depth++;
		} else if (c == '}' || c == ']') {
			if (!depth)
				return true;
			if (!--depth) {
				w->at++;
				return true;
			}
		} else if (c == ',' && !depth) {
			return true;
		}
	}
	return false;
}

/* Leads to the value of "__metadata__" in the outermost object. */
static bool find_metadata(struct walk *w)
{
	struct ml_span key;

	w->at = 1;
	for (skip_space(w); w->at < w->text.len && w->text.at[w->at] == '"'; skip_space(w)) {
		if (!read_string(w, &key))
			return false;
		skip_space(w);
		if (ml_span_is(key, "\"__metadata__\""))
			return w->at < w->text.len && w->text.at[w->at] == '{';
		if (!skip_value(w))
			return false;
	}
	return false;
}

/* The text of a JSON string with its quotes. */
static struct ml_span decoded(struct header *header, struct ml_span string)
{
	struct ml_parsed parsed;

	if (string.len > ML_LIMIT_HEADER_TEXT_BYTES)
		return (struct ml_span){ NULL, 0 };
	ml_json_parse(header->scratch, string, &parsed);
	return ml_node_text(parsed.root);
}

/* "runwayml/stable-diffusion-v1-5", and no path of somebody's disk. */
static bool is_hub_id(struct ml_span text)
{
	size_t slash = ml_span_find(text, "/");

	if (slash == SIZE_MAX || slash == 0 || slash + 1 == text.len || text.at[0] == '.' || ml_span_ends_nocase(text, ".safetensors") ||
	    ml_span_ends_nocase(text, ".ckpt"))
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (!ml_is_alnum(text.at[i]) && i != slash && !memchr("-_.", text.at[i], 3))
			return false;
	return true;
}

static void take(struct header *header, struct ml_span key, struct ml_span string)
{
	struct ml_span value = decoded(header, string);

	if (!value.len || header_take(header, keys, sizeof keys / sizeof *keys, key, value))
		return;
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (ml_span_is(key, lists[i].key))
			header_list(header, value, lists[i].add);
	if (ml_span_is(key, "ss_sd_model_name") && is_hub_id(value))
		header_base(header, value);
	else if (ml_span_is(key, "ss_sd_model_name") || ml_span_is(key, "ss_base_model_version"))
		header_base_file(header, value);
}

static bool is_wanted(struct ml_span key)
{
	static const char *const starts[] = { "modelspec.", "license", "name", "description", "base_model", "tags", "ss_sd_model_name", "ss_network_module", "ss_base_model_version" };

	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if (ml_span_starts(key, starts[i]))
			return true;
	return false;
}

/* The pairs of the object at w->at; false where the text ends before it does. */
static bool read_pairs(struct header *header, struct walk *w)
{
	struct ml_span key, value;

	w->at++;
	for (skip_space(w); w->at < w->text.len && w->text.at[w->at] == '"'; skip_space(w)) {
		if (!read_string(w, &key))
			return false;
		skip_space(w);
		key = ml_span_sub(key, 1, key.len - 1);
		bool string = w->at < w->text.len && w->text.at[w->at] == '"';
		if (string ? !read_string(w, &value) : !skip_value(w))
			return false;
		if (string && is_wanted(key))
			take(header, key, value);
	}
	return w->at < w->text.len;
}

static bool read_metadata(struct header *header, size_t json)
{
	struct walk w = { .text = ml_span_sub(header->bytes, LENGTH_BYTES, LENGTH_BYTES + json) };

	return find_metadata(&w) && read_pairs(header, &w);
}

void header_safetensors(struct header *header)
{
	struct ml_span bytes = header->bytes;
	uint64_t json = 0;

	if (bytes.len <= LENGTH_BYTES) {
		header_unread(header, bytes.len ? "is too short for a safetensors file" : "is empty");
		return;
	}
	for (size_t i = LENGTH_BYTES; i--;)
		json = json << 8 | (unsigned char)bytes.at[i];
	if (json > header->out->file->size - LENGTH_BYTES || json > JSON_MAX || bytes.at[LENGTH_BYTES] != '{') {
		header_unread(header, bytes.at[LENGTH_BYTES] != '{' ? "does not begin as a safetensors file does"
								    : "has a header that says it is longer than the file");
		return;
	}
	if (read_metadata(header, (size_t)json) || bytes.len >= json + LENGTH_BYTES || !header_more(header))
		return;
	if (!read_metadata(header, (size_t)json))
		header->out->cut = header->bytes.len < json + LENGTH_BYTES;
}
