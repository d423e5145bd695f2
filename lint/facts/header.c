#include "lint/facts/header.h"

#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include "lint/facts/offer.h"
#include "lint/knowledge/layout.h"
#include "lint/knowledge/licenses.h"
#include "lint/knowledge/lists.h"
#include "lint/knowledge/models.h"
#include "lint/text/utf8.h"

#define BASES_ENOUGH 64u /* bases that may stand once for each model */
#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct {
	const char *format;
	void (*read)(struct header *);
} readers[] = {
	{ "gguf", header_gguf },
	{ "safetensors", header_safetensors },
	{ "onnx", header_onnx },
};

bool header_unread(struct header *header, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	if (!header->out->unread)
		header->out->unread = ml_arena_vprintf(header->facts->arena, format, args);
	va_end(args);
	return false;
}

bool header_window(struct ml_span *out, struct header *header, uint64_t from, size_t size)
{
	*out = (struct ml_span){ "", 0 };
	if (size > *header->left)
		return header_unread(header, "is not read: the limit of headers read in one run is reached");
	if (!ml_tree_peek(out, header->scratch, header->facts->tree, header->out->file, from, size))
		return header_unread(header, "cannot be read");
	*header->left -= out->len;
	return true;
}

bool header_more(struct header *header)
{
	struct ml_span longer;
	size_t had = header->bytes.len;

	if (header->more || had < ML_LIMIT_HEADER_FIRST_BYTES)
		return false;
	header->more = true;
	if (!header_window(&longer, header, 0, ML_LIMIT_HEADER_BYTES))
		return false;
	header->bytes = longer;
	return longer.len > had;
}

const char *header_text(struct header *header, struct ml_span text)
{
	bool converted;

	text = ml_span_trim(text);
	if (!text.len || text.len > ML_LIMIT_HEADER_TEXT_BYTES)
		return NULL;
	text = ml_utf8_text(header->facts->arena, text, &converted);
	return text.len ? ml_arena_dup(header->facts->arena, text) : NULL;
}

bool header_take(struct header *header, const struct header_key *rows, size_t nr, struct ml_span key, struct ml_span value)
{
	for (size_t i = 0; i < nr; i++) {
		const char **to = (const char **)(void *)((char *)header->out + rows[i].value);
		if (!ml_span_is(key, rows[i].key))
			continue;
		if (!*to)
			*to = header_text(header, value);
		return true;
	}
	return false;
}

static void add_once(struct header *header, const char **list, size_t *nr, const char *text)
{
	for (size_t i = 0; i < *nr; i++)
		if (!strcmp(list[i], text))
			return;
	if (*nr < ML_LIMIT_HEADER_VALUES)
		list[(*nr)++] = text;
	else
		header->out->cut = true;
}

void header_tag(struct header *header, struct ml_span tag)
{
	const char *text = tag.len <= 256 ? header_text(header, tag) : NULL;

	if (text)
		add_once(header, header->tags, &header->tags_nr, text);
}

/* "org/name" of the tree itself. */
static bool is_itself(const struct ml_tree *tree, struct ml_span id)
{
	size_t slash = ml_span_find(id, "/");

	if (ml_span_is_nocase(id, tree->name ? tree->name : ""))
		return true;
	return slash != SIZE_MAX && tree->owner && ml_span_is_nocase(ml_span_sub(id, 0, slash), tree->owner) && tree->name &&
	       ml_span_is_nocase(ml_span_sub(id, slash + 1, id.len), tree->name);
}

void header_base(struct header *header, struct ml_span name)
{
	const char *text = name.len <= 256 ? header_text(header, name) : NULL;
	struct ml_hub_model model;

	if (!text)
		return;
	if (ml_hub_model_of(&model, header->facts->knowledge, ml_span_of(text)) && model.name.len)
		text = ml_arena_printf(header->facts->arena, "%.*s/%.*s", ML_SPAN_ARG(model.owner), ML_SPAN_ARG(model.name));
	if (!is_itself(header->facts->tree, ml_span_of(text)))
		add_once(header, header->bases, &header->bases_nr, text);
}

void header_base_file(struct header *header, struct ml_span name)
{
	size_t dot = name.len;

	while (dot && name.at[dot - 1] != '.')
		dot--;
	if (dot && (ml_span_ends_nocase(name, ".safetensors") || ml_span_ends_nocase(name, ".ckpt")))
		name.len = dot - 1;
	const struct ml_model *model = name.len <= 256 ? ml_model_by_name(header->facts->knowledge, name) : NULL;
	if (model)
		header_base(header, strchr(model->id, '*') ? name : ml_span_of(model->id));
}

void header_base_page(struct header *header, struct ml_span url)
{
	struct ml_hub_model model;

	if (ml_hub_model_of(&model, header->facts->knowledge, url) && model.name.len)
		header_base(header, url);
}

void header_list(struct header *header, struct ml_span list, void (*add)(struct header *, struct ml_span))
{
	while (list.len) {
		size_t comma = ml_span_find(list, ",");
		add(header, ml_span_trim(ml_span_sub(list, 0, comma)));
		list = ml_span_sub(list, comma == SIZE_MAX ? list.len : comma + 1, list.len);
	}
}

static const char *const *kept(struct ml_arena *arena, const char *const *list, size_t nr)
{
	const char **copy = nr ? ml_arena_array(arena, const char *, nr) : NULL;

	if (nr)
		memcpy(copy, list, nr * sizeof *copy);
	return copy;
}

static void read_header(struct ml_facts *facts, struct ml_arena *scratch, struct ml_artifact *artifact, size_t *left)
{
	struct header header = { .facts = facts, .scratch = scratch, .out = artifact, .left = left };

	for (size_t i = 0; i < COUNT(readers); i++) {
		if (strcmp(artifact->format, readers[i].format) != 0)
			continue;
		if (artifact->pointer)
			header_unread(&header, "is a pointer");
		else if (header_window(&header.bytes, &header, 0, ML_LIMIT_HEADER_FIRST_BYTES))
			readers[i].read(&header);
	}
	artifact->bases = kept(facts->arena, header.bases, header.bases_nr);
	artifact->bases_nr = header.bases_nr;
	artifact->tags = kept(facts->arena, header.tags, header.tags_nr);
	artifact->tags_nr = header.tags_nr;
	ml_arena_reset(scratch);
}

/* ---- facts ---- */

static const struct ml_license *license_of(const struct ml_facts *facts, const char *value)
{
	const struct ml_license *license = value ? ml_license_named(facts->knowledge, ml_span_of(value)) : NULL;

	return license || !value ? license : ml_license_by_url(facts->knowledge, ml_span_of(value));
}

/* The value that names the license: "other" leaves it to the name, and a name that nobody knows to the link. */
static const char *naming_value(const struct ml_facts *facts, const struct ml_artifact *artifact)
{
	const char *const values[] = { artifact->license, artifact->license_name, artifact->license_link };
	const char *first = NULL;

	for (size_t i = 0; i < COUNT(values); i++) {
		const struct ml_license *license = license_of(facts, values[i]);
		if (license && !license->placeholder)
			return values[i];
		if (!first && values[i] && !(license && license->placeholder))
			first = values[i];
	}
	return first ? first : artifact->license;
}

static void add_license(struct ml_facts *facts, const struct ml_artifact *artifact)
{
	struct ml_declaration declaration = { .where = { .file = artifact->file }, .evidence = ML_EVIDENCE_HEADER, .scope = ML_SCOPE_WEIGHTS };
	const char *value = naming_value(facts, artifact);

	if (value)
		ml_declare_value(facts, &declaration, ml_span_of(value));
}

static bool is_piece(const struct ml_facts *facts, const char *kind)
{
	return kind && ml_layout_names(facts->knowledge->layout, ML_LAYOUT_PIECE, ml_span_of(kind));
}

/* The length of a path up to the number of its part, "heron-00001-of-00003.gguf"; 0: it is no part. */
static size_t split_stem(const char *path)
{
	const char *of = strstr(path + ml_path_folder(ml_span_of(path)), "-of-");
	const char *at = of;

	while (at && at > path && ml_is_digit(at[-1]))
		at--;
	return at && at < of && at > path && at[-1] == '-' ? (size_t)(at - 1 - path) : 0;
}

/* Whether a file is a further part of the one before it: only the first part has a header that tells. */
static bool goes_on(const struct ml_artifact *artifact, const struct ml_artifact *first)
{
	size_t stem = artifact > first && !artifact->name && !artifact->license ? split_stem(artifact->file->path) : 0;

	return stem && split_stem(artifact[-1].file->path) == stem && !memcmp(artifact[-1].file->path, artifact->file->path, stem);
}

static bool is_same(const char *a, const char *b)
{
	return a && b && !strcmp(a, b);
}

/* Parts of a split file, and quantizations of one model, say the same: one fact for all. Other folders hold other models. */
static bool is_said_before(const struct ml_facts *facts, const struct ml_artifact *artifact, const char *id)
{
	size_t folder = ml_path_folder(ml_span_of(artifact->file->path));

	for (const struct ml_artifact *other = facts->artifacts; other < artifact; other++) {
		bool here = ml_path_folder(ml_span_of(other->file->path)) == folder && !memcmp(other->file->path, artifact->file->path, folder);
		if (!here || (other->name != artifact->name && !is_same(other->name, artifact->name)))
			continue;
		for (size_t i = 0; i < other->bases_nr; i++)
			if (!strcmp(other->bases[i], id))
				return true;
	}
	return false;
}

/* Of very many models in one tree those behind the first name a base that others named once. */
static bool is_known_base(const struct ml_facts *facts, const char *id)
{
	for (size_t i = 0; facts->bases_nr > BASES_ENOUGH && i < facts->bases_nr; i++)
		if (facts->bases[i].from == ML_BASE_HEADER && !strcmp(facts->bases[i].id, id))
			return true;
	return false;
}

static void add_bases(struct ml_facts *facts, const struct ml_artifact *artifact)
{
	bool difference = artifact->kind && ml_list_in(facts->knowledge, ML_LIST_ADAPTER_WORDS, ml_span_of(artifact->kind));
	const char *how = difference ? "adapter" : NULL;

	for (size_t i = 0; i < artifact->bases_nr; i++) {
		struct ml_base_model base = { .id = artifact->bases[i], .where = { .file = artifact->file }, .from = ML_BASE_HEADER, .how = how };
		if (!is_known_base(facts, base.id) && !is_said_before(facts, artifact, base.id))
			ml_facts_add_base(facts, &base);
	}
}

void ml_headers_collect(struct ml_facts *facts, struct ml_arena *scratch)
{
	struct ml_artifact *artifacts = (struct ml_artifact *)(uintptr_t)facts->artifacts;
	size_t left = ML_LIMIT_HEADERS_BYTES;

	for (size_t i = 0; i < facts->artifacts_nr; i++) {
		read_header(facts, scratch, &artifacts[i], &left);
		artifacts[i].piece = is_piece(facts, artifacts[i].kind) || is_piece(facts, artifacts[i].architecture);
		artifacts[i].goes_on = goes_on(&artifacts[i], artifacts);
		add_license(facts, &artifacts[i]);
		add_bases(facts, &artifacts[i]);
	}
}

void ml_claims_of_headers(struct ml_facts *facts)
{
	struct ml_claim_field *fields = NULL;
	size_t nr = 0, cap = 0;

	for (size_t i = 0; i < facts->artifacts_nr; i++) {
		const struct ml_artifact *artifact = &facts->artifacts[i], *before = i ? artifact - 1 : NULL;
		struct ml_claim_field field = { .where = { .file = artifact->file }, .whole = ML_SUBJECT_MODEL };
		if (before && is_same(artifact->description, before->description) && artifact->tags_nr == before->tags_nr)
			continue;
		struct ml_span text = ml_span_of(artifact->description);
		field.step = "description";
		for (size_t at = 0; text.at && ml_sentence_next(text, &at, &field.text);)
			if (field.text.len <= ML_LIMIT_SENTENCE_BYTES)
				ML_PUSH(facts->arena, fields, nr, cap, field);
		field.step = "tag";
		for (size_t k = 0; k < artifact->tags_nr; k++) {
			field.text = ml_span_of(artifact->tags[k]);
			ML_PUSH(facts->arena, fields, nr, cap, field);
		}
	}
	ml_claims_add_fields(facts, fields, nr);
}
