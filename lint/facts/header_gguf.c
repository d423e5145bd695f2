/* GGUF: ggml's docs/gguf.md. Version 1 counted with 32 bits; a file of the other byte order has its version's bytes turned. */
#include "lint/facts/header.h"

#include <string.h>

enum type {
	TYPE_U8, TYPE_I8, TYPE_U16, TYPE_I16, TYPE_U32, TYPE_I32, TYPE_F32, TYPE_BOOL, TYPE_STRING, TYPE_ARRAY, TYPE_U64, TYPE_I64, TYPE_F64,
	TYPE_NR
};

static const unsigned char sizes[TYPE_NR] = {
	[TYPE_U8] = 1,	[TYPE_I8] = 1,	[TYPE_U16] = 2, [TYPE_I16] = 2, [TYPE_U32] = 4, [TYPE_I32] = 4,
	[TYPE_F32] = 4, [TYPE_BOOL] = 1, [TYPE_U64] = 8, [TYPE_I64] = 8, [TYPE_F64] = 8,
};

#define ENTRY_BYTES 13u /* of the shortest entry: a key's length, its type, a byte; fewer in version 1 */

struct reader {
	struct header *header;
	size_t at;
	uint32_t version;
	bool big;     /* big-endian */
	bool general; /* the last key was one of general.* */
	bool seen;    /* one of them that tells of the model was read */
};

static const struct header_key keys[] = {
	HEADER_KEY("general.license", license),	    HEADER_KEY("general.license.name", license_name),
	HEADER_KEY("general.license.link", license_link), HEADER_KEY("general.name", name),
	HEADER_KEY("general.description", description), HEADER_KEY("general.type", kind),
	HEADER_KEY("general.architecture", architecture),
};

/* What the file names of one of its base models, each in a key of its own. */
struct base {
	struct ml_span name, repo, page;
};
#define BASES_MAX 16u

/* ---- bytes ---- */

/* Whether so many further bytes stand there, asking for more where the first ones end; a length beyond the file's end is a fault. */
static bool has(struct reader *r, uint64_t size)
{
	struct header *h = r->header;

	if (size > h->out->file->size || r->at > h->out->file->size - size)
		return header_unread(h, "has a header that says it is longer than the file");
	if (size <= h->bytes.len - r->at)
		return true;
	/* What speaks of the model stands in front: behind it come the tokenizer's lists, which are long and tell nothing. */
	if ((!r->seen || r->general) && header_more(h) && size <= h->bytes.len - r->at)
		return true;
	h->out->cut = true;
	return false;
}

static bool read_number(struct reader *r, unsigned size, uint64_t *out)
{
	if (!has(r, size))
		return false;
	const unsigned char *bytes = (const unsigned char *)r->header->bytes.at + r->at;
	*out = 0;
	for (unsigned i = 0; i < size; i++)
		*out = *out << 8 | bytes[r->big ? i : size - 1 - i];
	r->at += size;
	return true;
}

static bool read_count(struct reader *r, uint64_t *out)
{
	return read_number(r, r->version == 1 ? 4 : 8, out);
}

static bool skip(struct reader *r, uint64_t size)
{
	if (!has(r, size))
		return false;
	r->at += (size_t)size;
	return true;
}

static bool read_string(struct reader *r, struct ml_span *out)
{
	uint64_t len;

	if (!read_count(r, &len) || !has(r, len))
		return false;
	*out = ml_span_sub(r->header->bytes, r->at, r->at + (size_t)len);
	r->at += (size_t)len;
	return true;
}

/* ---- values ---- */

static bool read_array_head(struct reader *r, uint64_t *type, uint64_t *nr)
{
	if (!read_number(r, 4, type) || !read_count(r, nr))
		return false;
	if (*type >= TYPE_NR)
		return header_unread(r->header, "has a header with a value of an unknown type");
	return true;
}

/* Recursion is bounded by depth. */
static bool skip_value(struct reader *r, uint64_t type, unsigned depth)
{
	struct ml_span text;
	uint64_t of, nr;

	if (type == TYPE_STRING)
		return read_string(r, &text);
	if (type != TYPE_ARRAY)
		return skip(r, sizes[type]);
	if (depth == ML_LIMIT_HEADER_ARRAYS)
		return header_unread(r->header, "has a header with too many arrays in each other");
	if (!read_array_head(r, &of, &nr))
		return false;
	if (sizes[of])
		return nr <= UINT64_MAX / 8 ? skip(r, nr * sizes[of]) : has(r, UINT64_MAX);
	for (; nr; nr--)
		if (!skip_value(r, of, depth + 1))
			return false;
	return true;
}

static bool read_tags(struct reader *r, uint64_t type)
{
	struct ml_span tag;
	uint64_t of, nr;

	if (type != TYPE_ARRAY)
		return skip_value(r, type, 0);
	size_t start = r->at;
	if (!read_array_head(r, &of, &nr))
		return false;
	if (of != TYPE_STRING) {
		r->at = start;
		return skip_value(r, type, 0);
	}
	for (; nr; nr--) {
		if (!read_string(r, &tag))
			return false;
		header_tag(r->header, tag);
	}
	return true;
}

/* "general.base_model.0.name": the number, and the rest behind it. */
static bool cut_base_key(struct ml_span key, size_t *i, struct ml_span *rest)
{
	static const char mark[] = "general.base_model.";
	size_t at = sizeof mark - 1;

	if (!ml_span_starts(key, mark))
		return false;
	*i = 0;
	while (at < key.len && ml_is_digit(key.at[at]) && *i < BASES_MAX)
		*i = *i * 10 + (size_t)(key.at[at++] - '0');
	if (at == sizeof mark - 1 || at == key.len || key.at[at] != '.' || *i >= BASES_MAX)
		return false;
	*rest = ml_span_sub(key, at + 1, key.len);
	return true;
}

static void take_base(struct base *bases, struct ml_span key, struct ml_span value)
{
	struct ml_span rest;
	size_t i;

	if (!cut_base_key(key, &i, &rest))
		return;
	if (ml_span_is(rest, "name"))
		bases[i].name = value;
	else if (ml_span_is(rest, "repo_url"))
		bases[i].repo = value;
	else if (ml_span_is(rest, "url"))
		bases[i].page = value;
}

static void take_string(struct reader *r, struct base *bases, struct ml_span key, struct ml_span value)
{
	/* The repository that the file was converted from, by its keys of today and of 2023. */
	static const char *const sources[] = { "general.source.repo_url", "general.source.huggingface.repository" };

	if (!header_take(r->header, keys, sizeof keys / sizeof *keys, key, value))
		take_base(bases, key, value);
	if (ml_span_is(key, "general.source.url"))
		header_base_page(r->header, value);
	for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
		if (ml_span_is(key, sources[i]))
			header_base(r->header, value);
}

static void add_bases(struct reader *r, const struct base *bases)
{
	for (size_t i = 0; i < BASES_MAX; i++)
		if (bases[i].repo.len || bases[i].name.len)
			header_base(r->header, bases[i].repo.len ? bases[i].repo : bases[i].name);
		else if (bases[i].page.len)
			header_base_page(r->header, bases[i].page);
}

static bool read_entry(struct reader *r, struct base *bases)
{
	struct ml_span key, value;
	uint64_t type;

	if (!read_string(r, &key))
		return false;
	r->general = ml_span_starts(key, "general.");
	r->seen |= r->general && !ml_span_is(key, "general.architecture");
	if (!read_number(r, 4, &type))
		return false;
	if (type >= TYPE_NR)
		return header_unread(r->header, "has a header with a value of an unknown type");
	if (ml_span_is(key, "general.tags"))
		return read_tags(r, type);
	if (type != TYPE_STRING || !r->general)
		return skip_value(r, type, 0);
	if (!read_string(r, &value))
		return false;
	take_string(r, bases, key, value);
	return true;
}

static bool read_version(struct reader *r)
{
	uint64_t version;

	if (!ml_span_starts(r->header->bytes, "GGUF"))
		return header_unread(r->header, "does not begin as a GGUF file does");
	r->at = 4;
	if (!read_number(r, 4, &version))
		return false;
	/* No version will ever need the upper half. */
	if (!(version & 0xffff)) {
		r->big = true;
		r->at = 4;
		if (!read_number(r, 4, &version))
			return false;
	}
	r->version = (uint32_t)version;
	return (version >= 1 && version <= 3) || header_unread(r->header, "is GGUF of version %u, which is not known", (unsigned)version);
}

void header_gguf(struct header *header)
{
	struct reader r = { .header = header };
	struct base bases[BASES_MAX] = { 0 };
	uint64_t tensors, nr;

	if (!read_version(&r) || !read_count(&r, &tensors) || !read_count(&r, &nr))
		return;
	if (nr > header->out->file->size / (ENTRY_BYTES - 4)) {
		header_unread(header, "has a header that says it is longer than the file");
		return;
	}
	while (nr && read_entry(&r, bases))
		nr--;
	add_bases(&r, bases);
}
