/* Edits of front matter, a line or a value at a time. */
#include "lint/check/fix.h"

#include <string.h>

#include "lint/base/buf.h"
#include "lint/base/limits.h"
#include "lint/base/yaml.h"
#include "lint/check/sink_p.h"
#include "lint/text/utf8.h"

/* Front matter as it stands, and an edit of it on trial. Offsets are those of the card's text. */
struct front {
	struct ml_finding *finding;
	const struct ml_card *card;
	struct ml_span text;  /* of the file */
	size_t from, to;      /* what stands between the fences */
	const char *line_end;
};

static size_t offset_of(const struct front *f, uint32_t line, uint32_t column)
{
	const struct ml_lines *lines = f->card->file->lines;

	if (!line || line > lines->nr || !column)
		return f->text.len;
	return lines->starts[line - 1] + column - 1;
}

/* false: there is no front matter that edits could be made in. */
static bool front_open(struct front *f, struct ml_finding *finding, const struct ml_card *card)
{
	*f = (struct front){ .finding = finding, .card = card, .text = card->file->text };
	if (!card->front_matter || card->front.fault || card->front.repeated_nr)
		return ml_fix_refuse(finding);
	ml_where_of(finding->sink->arena, card->file, 0, 0); /* makes the lines */
	f->from = offset_of(f, card->front_line + 1, 1);
	f->to = offset_of(f, card->front_end_line, 1);
	f->line_end = ml_line_end(f->text);
	return f->from <= f->to || ml_fix_refuse(finding);
}

/* Whether a word means itself in YAML: no sign of its grammar, no number, no word for true, false or nothing. */
static bool is_plain(const char *value)
{
	static const char *const words[] = { "y", "n", "yes", "no", "on", "off", "true", "false", "null" };
	bool letter = false;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (ml_span_is_nocase(ml_span_of(value), words[i]))
			return false;
	for (const char *c = value; *c; c++) {
		if (!ml_is_alnum(*c) && !strchr("._/+-", *c))
			return false;
		letter |= ml_is_alpha(*c) && ml_lower(*c) != 'e';
	}
	return letter && ml_is_alnum(value[0]);
}

/* Adds a value, in that quote or (0) in the quote it needs. false: it cannot be written on one line. */
static bool add_value(struct ml_buf *out, const char *value, char quote)
{
	if (!quote && is_plain(value)) {
		ml_buf_adds(out, value);
		return true;
	}
	quote = quote ? quote : '"';
	ml_buf_addc(out, quote);
	for (const char *c = value; *c; c++) {
		if ((unsigned char)*c < ' ' || *c == 0x7f)
			return false;
		if (quote == '"' && (*c == '"' || *c == '\\'))
			ml_buf_addc(out, '\\');
		else if (quote == '\'' && *c == '\'')
			ml_buf_addc(out, '\'');
		ml_buf_addc(out, *c);
	}
	ml_buf_addc(out, quote);
	return true;
}

/* The front matter as the edit leaves it. */
static void try_edit(struct ml_parsed *out, const struct front *f, size_t from, size_t to, struct ml_span text)
{
	struct ml_buf whole;

	ml_buf_init(&whole, ML_LIMIT_FILE_BYTES + ML_LIMIT_MESSAGE_BYTES);
	ml_buf_add_span(&whole, ml_span_sub(f->text, f->from, from));
	ml_buf_add_span(&whole, text);
	ml_buf_add_span(&whole, ml_span_sub(f->text, to, f->to));
	struct ml_arena *arena = f->finding->sink->arena;
	struct ml_span kept = { ml_arena_dup(arena, ml_buf_span(&whole)), whole.len };
	bool full = whole.full;
	ml_buf_release(&whole);
	ml_yaml_parse(arena, kept, 2, out);
	if (full)
		out->fault = ML_PARSE_LIMIT;
}

static const struct ml_node *same_key(const struct ml_node *map, struct ml_span key)
{
	ml_node_each(child, map)
		if (ml_span_eq(child->key, key))
			return child;
	return NULL;
}

/* Whether no key but that one is gone, reads differently, or holds another number of entries. */
static bool is_kept(const struct ml_node *before, const struct ml_node *after, const char *key)
{
	ml_node_each(child, before) {
		const struct ml_node *same = same_key(after, child->key);
		if (ml_span_is(child->key, key))
			continue;
		if (!same || same->kind != child->kind || same->nr != child->nr || !ml_span_eq(same->text, child->text))
			return false;
	}
	return true;
}

/* What an edit is for. */
struct change {
	size_t from, to;   /* bytes of the file that go */
	int grown;         /* keys that come; -1: one goes */
	const char *key;   /* that alone may read differently */
	const char *value; /* that it has then; NULL: not looked at */
};

/* Makes the edit where YAML then reads as many keys as before and grown, and what was meant alone is different. */
static bool make(const struct front *f, const struct change *change, struct ml_span text)
{
	struct ml_parsed after;
	const struct ml_node *before = f->card->front.root;

	if (change->from < f->from || change->to > f->to || change->from > change->to)
		return ml_fix_refuse(f->finding);
	try_edit(&after, f, change->from, change->to, text);
	long had = before ? (long)before->nr : 0, has = after.root ? (long)after.root->nr : 0;
	if (after.fault || after.repeated_nr || has != had + change->grown || (after.root && after.root->kind != ML_NODE_MAP) ||
	    !is_kept(before, after.root, change->key) || (change->value && !ml_span_is(ml_node_get_text(after.root, change->key), change->value)))
		return ml_fix_refuse(f->finding);
	return ml_fix_bytes(f->finding, f->card->file, change->from, change->to, text);
}

/* The same with a text in the making, where that is fine and whole. Releases it. */
static bool finish(const struct front *f, const struct change *change, struct ml_buf *text, bool fine)
{
	bool made = fine && !text->full ? make(f, change, ml_buf_span(text)) : ml_fix_refuse(f->finding);

	ml_buf_release(text);
	return made;
}

/* A whole scalar that stands on one line, with the quote that it has. */
static bool replace_scalar(const struct front *f, struct ml_where where, const char *value, const char *key, bool whole)
{
	size_t from = offset_of(f, where.line, where.column), to = offset_of(f, where.end_line, where.end_column);
	struct ml_buf text;

	if (where.line != where.end_line || from >= to || to > f->to)
		return ml_fix_refuse(f->finding);
	char quote = f->text.at[from];
	ml_buf_init(&text, ML_LIMIT_MESSAGE_BYTES);
	bool fine = add_value(&text, value, quote == '"' || quote == '\'' ? quote : 0);
	return finish(f, &(struct change){ .from = from, .to = to, .key = key, .value = whole ? value : NULL }, &text, fine);
}

/* Behind the colon of a key that has no value. */
static bool fill(const struct front *f, const struct ml_node *node, const char *value, const char *key)
{
	struct ml_span line = ml_lines_text(f->card->file->lines, f->text, node->key_line);
	size_t colon = ml_span_find(line, ":");
	struct ml_buf text;

	if (!line.at || colon == SIZE_MAX || ml_span_find(line, key) > colon)
		return ml_fix_refuse(f->finding);
	size_t at = (size_t)(line.at - f->text.at) + colon + 1;
	ml_buf_init(&text, ML_LIMIT_MESSAGE_BYTES);
	ml_buf_addc(&text, ' ');
	bool fine = add_value(&text, value, 0);
	return finish(f, &(struct change){ .from = at, .to = at, .key = key, .value = value }, &text, fine);
}

/* What stands before the first key on its line: all keys of a map stand in one column. */
static struct ml_span indent_of(const struct front *f)
{
	const struct ml_node *first = f->card->front.root ? f->card->front.root->first : NULL;
	struct ml_span line = first ? ml_lines_text(f->card->file->lines, f->text, first->key_line) : (struct ml_span){ 0 };
	size_t nr = 0;

	while (nr < line.len && line.at[nr] == ' ')
		nr++;
	return ml_span_sub(line, 0, nr);
}

/* Where a new line goes: behind a key whose value stands on its line, else before the closing fence. */
static size_t place_of_line(const struct front *f, const char *after)
{
	const struct ml_node *node = after ? ml_node_get(f->card->front.root, after) : NULL;

	if (node && node->kind == ML_NODE_SCALAR && node->key_line == node->line && node->line == node->end_line)
		return offset_of(f, node->line + 1, 1);
	return f->to;
}

bool ml_fix_key(struct ml_finding *finding, const struct ml_card *card, const char *key, const char *value, const char *after)
{
	struct front f;
	struct ml_buf text;

	if (!front_open(&f, finding, card))
		return false;
	const struct ml_node *node = ml_node_get(card->front.root, key);
	if (node && node->kind == ML_NODE_SCALAR)
		return replace_scalar(&f, ml_where_node(card->file, node), value, key, true);
	if (node)
		return node->kind == ML_NODE_NULL ? fill(&f, node, value, key) : ml_fix_refuse(finding);
	ml_buf_init(&text, ML_LIMIT_MESSAGE_BYTES);
	ml_buf_addf(&text, "%.*s%s: ", ML_SPAN_ARG(indent_of(&f)), key);
	bool fine = add_value(&text, value, 0);
	ml_buf_adds(&text, f.line_end);
	size_t at = place_of_line(&f, after);
	return finish(&f, &(struct change){ .from = at, .to = at, .grown = 1, .key = key, .value = value }, &text, fine);
}

bool ml_fix_key_list(struct ml_finding *finding, const struct ml_card *card, const char *key, const char *const *values, size_t nr)
{
	struct front f;
	struct ml_buf text;

	if (!front_open(&f, finding, card) || ml_node_get(card->front.root, key))
		return ml_fix_refuse(finding);
	struct ml_span indent = indent_of(&f);
	bool fine = true;
	ml_buf_init(&text, ML_LIMIT_FILE_BYTES);
	ml_buf_addf(&text, "%.*s%s:%s", ML_SPAN_ARG(indent), key, f.line_end);
	for (size_t i = 0; i < nr; i++) {
		ml_buf_addf(&text, "%.*s- ", ML_SPAN_ARG(indent));
		fine = add_value(&text, values[i], 0) && fine;
		ml_buf_adds(&text, f.line_end);
	}
	return finish(&f, &(struct change){ .from = f.to, .to = f.to, .grown = 1, .key = key }, &text, fine);
}

bool ml_fix_drop_key(struct ml_finding *finding, const struct ml_card *card, const char *key)
{
	struct front f;

	if (!front_open(&f, finding, card))
		return false;
	const struct ml_node *node = ml_node_get(card->front.root, key);
	if (!node || node->kind != ML_NODE_SCALAR || node->key_line != node->line || node->line != node->end_line)
		return ml_fix_refuse(finding);
	struct change change = { .from = offset_of(&f, node->line, 1), .to = offset_of(&f, node->line + 1, 1), .grown = -1, .key = key };
	return make(&f, &change, (struct ml_span){ "", 0 });
}

bool ml_fix_scalar(struct ml_finding *finding, const struct ml_card *card, struct ml_where where, const char *old, const char *value)
{
	struct front f;

	if (!front_open(&f, finding, card))
		return false;
	size_t from = offset_of(&f, where.line, where.column), to = offset_of(&f, where.end_line, where.end_column);
	struct ml_span is = ml_span_sub(f.text, from, to);
	if (is.len > 1 && (is.at[0] == '"' || is.at[0] == '\'') && is.at[is.len - 1] == is.at[0])
		is = ml_span_sub(is, 1, is.len - 1);
	/* A part of a value, or one with escapes, is no place to write to. */
	if (where.file != card->file || !ml_span_is(is, old))
		return ml_fix_refuse(finding);
	const struct ml_node *entry = NULL;
	ml_node_each(child, card->front.root)
		if (child->key_line <= where.line)
			entry = child;
	const char *key = entry ? ml_arena_dup(finding->sink->arena, entry->key) : "";
	return replace_scalar(&f, where, value, key, entry && entry->kind == ML_NODE_SCALAR);
}

const char *ml_fix_link(const struct ml_card *card, const struct ml_file *file)
{
	size_t folder = ml_path_folder(ml_span_of(card->file->path));

	if (strncmp(card->file->path, file->path, folder) != 0 || strchr(file->path + folder, '/'))
		return NULL;
	return file->path + folder;
}
