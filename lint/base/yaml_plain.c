#include "lint/base/yaml_plain.h"

#include <string.h>

#include "lint/base/limits.h"
#include "lint/base/repeated.h"

#define KEY_MAX 512u /* bytes; libyaml takes twice as many */

struct reader {
	struct ml_arena *arena;
	char *line_at; /* in a copy of the text, where a NUL is put behind each word */
	uint32_t line;
	struct ml_growing root, list; /* list: the value of the last key, as long as that may be one */
	size_t indent;                /* of its items */
	size_t nodes;
};

bool ml_yaml_is_null(struct ml_span word)
{
	return !word.len || ml_span_is(word, "~") || ml_span_is(word, "null") || ml_span_is(word, "Null") || ml_span_is(word, "NULL");
}

static struct ml_node *new_node(struct reader *r, enum ml_node_kind kind, const char *at)
{
	struct ml_node *node = ml_arena_alloc(r->arena, sizeof *node);

	node->kind = kind;
	node->line = node->end_line = r->line;
	node->column = node->end_column = (uint32_t)(at - r->line_at) + 1;
	r->nodes++;
	return node;
}

/* What stands behind a word is read by then: a blank, a sign, the end of the line. */
static void end_word(struct reader *r, struct ml_span word)
{
	r->line_at[word.at + word.len - r->line_at] = '\0';
}

/* Other bytes, tabs among them, are left to libyaml. */
static bool is_ascii(struct ml_span line)
{
	bool other = false;

	for (size_t i = 0; i < line.len; i++)
		other |= (unsigned char)(line.at[i] - ' ') > '~' - ' ';
	return !other;
}

/* Whether a word without quotes is all of itself: no key, no comment, nothing that YAML has signs for. */
static bool is_bare(struct ml_span word)
{
	const char *colon = memchr(word.at, ':', word.len), *hash = memchr(word.at, '#', word.len), *end = word.at + word.len;

	if (strchr("-?:,[]{}#&*!|>'\"%@`", word.at[0]))
		return false;
	for (; colon; colon = memchr(colon + 1, ':', (size_t)(end - colon - 1)))
		if (colon + 1 == end || colon[1] == ' ')
			return false;
	for (; hash; hash = memchr(hash + 1, '#', (size_t)(end - hash - 1)))
		if (hash[-1] == ' ')
			return false;
	return true;
}

static bool is_quoted(struct ml_span word)
{
	char quote = word.at[0];

	if (word.len < 2 || (quote != '"' && quote != '\'') || word.at[word.len - 1] != quote)
		return false;
	return !memchr(word.at + 1, quote, word.len - 2) && (quote == '\'' || !memchr(word.at, '\\', word.len));
}

/* word: without spaces around it, and not empty. NULL where it is more than a word. */
static struct ml_node *read_word(struct reader *r, struct ml_span word)
{
	bool quoted = is_quoted(word);

	if (!quoted && !is_bare(word))
		return NULL;
	bool null = !quoted && ml_yaml_is_null(word);
	struct ml_node *node = new_node(r, null ? ML_NODE_NULL : ML_NODE_SCALAR, word.at);
	node->end_column += (uint32_t)word.len;
	node->quoted = quoted;
	if (!null) {
		node->text = quoted ? ml_span_sub(word, 1, word.len - 1) : word;
		end_word(r, node->text);
	}
	return node;
}

/* A list begins where its first item stands, and all its items stand below each other. */
static bool read_item(struct reader *r, struct ml_span word, const char *sign)
{
	size_t indent = (size_t)(sign - r->line_at);
	struct ml_node *list = r->list.node, *node = read_word(r, word);

	if (!list || !node || (list->kind == ML_NODE_LIST && indent != r->indent))
		return false;
	if (list->kind != ML_NODE_LIST) {
		list->kind = ML_NODE_LIST;
		list->line = list->end_line = r->line;
		list->column = list->end_column = (uint32_t)indent + 1;
		r->indent = indent;
	}
	ml_node_append(&r->list, node);
	return true;
}

/* The key at the beginning of the line, absent where none is, or one so long that it is none to libyaml. */
static struct ml_span key_of(struct ml_span line)
{
	size_t nr = 0;

	while (nr < line.len && (ml_is_alpha(line.at[nr]) || line.at[nr] == '_' || (nr && (ml_is_digit(line.at[nr]) || line.at[nr] == '-'))))
		nr++;
	if (!nr || nr > KEY_MAX || nr == line.len || line.at[nr] != ':' || (nr + 1 < line.len && line.at[nr + 1] != ' '))
		return (struct ml_span){ NULL, 0 };
	return ml_span_sub(line, 0, nr);
}

static bool read_entry(struct reader *r, struct ml_span line)
{
	struct ml_span key = key_of(line), word;

	if (!key.len)
		return false;
	if (!r->root.node)
		r->root.node = new_node(r, ML_NODE_MAP, line.at);
	word = ml_span_trim(ml_span_sub(line, key.len + 1, line.len));
	struct ml_node *node = word.len ? read_word(r, word) : new_node(r, ML_NODE_NULL, line.at + key.len + 1);
	if (!node)
		return false;
	end_word(r, key);
	node->key = key;
	node->key_line = r->line;
	r->nodes++; /* libyaml counts keys as well */
	r->list = (struct ml_growing){ word.len ? NULL : node, NULL };
	ml_node_append(&r->root, node);
	return true;
}

static bool read_line(struct reader *r, struct ml_span line)
{
	struct ml_span words = ml_span_trim(line);

	if (!is_ascii(line))
		return false;
	if (!words.len || words.at[0] == '#')
		return true;
	if (ml_span_starts(words, "- "))
		return read_item(r, ml_span_trim(ml_span_sub(words, 2, words.len)), words.at);
	return read_entry(r, line);
}

bool ml_yaml_plain(struct ml_arena *arena, struct ml_span text, uint32_t first_line, struct ml_parsed *out)
{
	struct reader r = { .arena = arena, .line_at = ml_arena_dup(arena, text), .line = first_line };
	struct ml_repeated repeated = { 0 };

	for (char *end = r.line_at + text.len; r.line_at < end; r.line++) {
		char *line_end = memchr(r.line_at, '\n', (size_t)(end - r.line_at));
		if (!line_end)
			line_end = end;
		if (!read_line(&r, (struct ml_span){ r.line_at, (size_t)(line_end - r.line_at) }) || r.nodes > ML_LIMIT_YAML_NODES)
			return false;
		r.line_at = line_end + 1;
	}
	if (!r.root.node)
		return false;
	*out = (struct ml_parsed){ .root = r.root.node };
	ml_repeated_add(&repeated, arena, r.root.node);
	ml_repeated_finish(&repeated, out);
	return true;
}
