#include "lint/facts/package.h"

#include <string.h>

#include "lint/base/limits.h"

struct reader {
	struct ml_arena *arena;
	struct ml_parsed *out;
	const char *at, *end;
	const char *line_at;
	uint32_t line;
	size_t nodes;
};

static bool is_word(char c)
{
	return ml_is_alnum(c) || c == '_' || (unsigned char)c >= 0x80;
}

static bool is_quote(char c)
{
	return c == '"' || c == '\'';
}

static void step(struct reader *r)
{
	if (*r->at++ != '\n')
		return;
	r->line++;
	r->line_at = r->at;
}

/* White space, comments, joined lines. */
static void skip_space(struct reader *r)
{
	while (r->at < r->end) {
		if (*r->at == '#')
			while (r->at < r->end && *r->at != '\n')
				r->at++;
		else if (ml_is_space(*r->at) || *r->at == '\\')
			step(r);
		else
			return;
	}
}

/* A name or number at r->at; empty for another sign. */
static struct ml_span read_word(struct reader *r)
{
	const char *from = r->at;

	while (r->at < r->end && is_word(*r->at))
		r->at++;
	return (struct ml_span){ from, (size_t)(r->at - from) };
}

/* Bytes of the letters in front of a string's quote (r"", Rb''), or SIZE_MAX where no string begins here. */
static size_t string_prefix(const struct reader *r)
{
	size_t len = 0;

	while (len < 2 && r->at + len < r->end && memchr("rRuUbBfF", r->at[len], 8))
		len++;
	return r->at + len < r->end && is_quote(r->at[len]) ? len : SIZE_MAX;
}

/* What a backslash and the sign behind it stand for; in a raw string, and for rarer signs, themselves. */
static size_t unescape(char *to, const char *pair, bool raw)
{
	static const char from[] = "nt\\'\"", into[] = "\n\t\\'\"";
	const char *found = raw ? NULL : memchr(from, pair[1], sizeof from - 1);

	if (!raw && pair[1] == '\n')
		return 0;
	if (found) {
		to[0] = into[found - from];
		return 1;
	}
	memcpy(to, pair, 2);
	return 2;
}

static bool is_three(const char *at, const char *end, char quote)
{
	return end - at > 2 && at[0] == quote && at[1] == quote && at[2] == quote;
}

/* The end of the string whose text begins at r->at: its closing quote, or the end of what is there. */
static const char *string_stop(const struct reader *r, char quote, bool several)
{
	const char *at = r->at;

	for (; at < r->end; at++) {
		if (*at == '\\' && r->end - at > 1)
			at++;
		else if (several ? is_three(at, r->end, quote) : *at == quote || *at == '\n')
			break;
	}
	return at;
}

/* One string at r->at, its prefix of that length. out may be NULL: it is passed over. false: not a literal. */
static bool read_string(struct reader *r, size_t prefix, struct ml_span *out)
{
	bool raw = false, fields = false;

	for (size_t i = 0; i < prefix; i++) {
		raw |= ml_lower(r->at[i]) == 'r';
		fields |= ml_lower(r->at[i]) == 'f';
	}
	r->at += prefix;
	char quote = *r->at;
	bool several = r->end - r->at > 2 && r->at[1] == quote && r->at[2] == quote;
	r->at += several ? 3 : 1;
	const char *stop = string_stop(r, quote, several);
	char *text = out ? ml_arena_alloc(r->arena, (size_t)(stop - r->at) + 1) : NULL;
	size_t len = 0;
	while (r->at < stop) {
		char pair[2] = { *r->at, stop - r->at > 1 ? r->at[1] : '\0' };
		bool escape = pair[0] == '\\' && pair[1];
		if (text && escape)
			len += unescape(text + len, pair, raw);
		else if (text)
			text[len++] = pair[0];
		step(r);
		if (escape)
			step(r);
	}
	bool closed = r->at < r->end && *r->at == quote;
	if (closed)
		r->at += several ? 3 : 1;
	if (out)
		*out = (struct ml_span){ text, len };
	return closed && !fields;
}

/* ---- the tree ---- */

static struct ml_node *new_node(struct reader *r, enum ml_node_kind kind)
{
	struct ml_node *node = ml_arena_alloc(r->arena, sizeof *node);

	if (++r->nodes > ML_LIMIT_TOML_NODES)
		ml_parsed_fault(r->out, ML_PARSE_LIMIT, r->line, 1, "too many values");
	node->kind = kind;
	node->line = node->end_line = r->line;
	node->column = node->end_column = (uint32_t)(r->at - r->line_at) + 1;
	return node;
}

/* ---- values ---- */

/* Passes over an expression up to the comma or bracket that ends it. */
static void skip_expression(struct reader *r)
{
	size_t depth = 0;

	for (skip_space(r); r->at < r->end; skip_space(r)) {
		size_t prefix = string_prefix(r);
		if (prefix != SIZE_MAX) {
			read_string(r, prefix, NULL);
			continue;
		}
		char c = *r->at;
		if (!depth && (c == ',' || c == ')' || c == ']' || c == '}'))
			return;
		depth += c == '(' || c == '[' || c == '{';
		depth -= c == ')' || c == ']' || c == '}';
		if (!read_word(r).len)
			step(r);
	}
}

static struct ml_span join(struct ml_arena *arena, struct ml_span a, struct ml_span b)
{
	char *text = ml_arena_alloc(arena, a.len + b.len + 1);

	if (a.len)
		memcpy(text, a.at, a.len);
	if (b.len)
		memcpy(text + a.len, b.at, b.len);
	return (struct ml_span){ text, a.len + b.len };
}

/* Strings that stand behind each other are one. NULL where more than strings stands there; then all of it was passed over. */
static struct ml_node *read_scalar(struct reader *r)
{
	struct ml_node *node = new_node(r, ML_NODE_SCALAR);
	bool literal = true;
	size_t prefix;

	node->quoted = true;
	while ((prefix = string_prefix(r)) != SIZE_MAX) {
		struct ml_span part;
		literal &= read_string(r, prefix, &part);
		node->text = node->text.at ? join(r->arena, node->text, part) : part;
		node->end_line = r->line;
		node->end_column = (uint32_t)(r->at - r->line_at) + 1;
		literal &= node->text.len <= ML_LIMIT_SENTENCE_BYTES;
		if (!literal)
			break;
		skip_space(r);
	}
	literal &= r->at == r->end || (*r->at && memchr(",)]", *r->at, 3));
	if (!literal)
		skip_expression(r);
	return literal ? node : NULL;
}

/* The strings of a list or tuple; other members are passed over. */
static struct ml_node *read_list(struct reader *r)
{
	struct ml_growing list = { new_node(r, ML_NODE_LIST), NULL };
	char close = *r->at == '[' ? ']' : ')';

	r->at++;
	for (skip_space(r); r->at < r->end && *r->at != close && !r->out->fault; skip_space(r)) {
		if (string_prefix(r) != SIZE_MAX) {
			struct ml_node *node = read_scalar(r);
			if (node)
				ml_node_append(&list, node);
		} else {
			skip_expression(r);
		}
		skip_space(r);
		if (r->at < r->end && *r->at != close)
			step(r); /* the comma, or a bracket that closes nothing */
	}
	r->at += r->at < r->end;
	list.node->end_line = r->line;
	list.node->end_column = (uint32_t)(r->at - r->line_at) + 1;
	skip_space(r);
	return list.node;
}

static void read_argument(struct reader *r, struct ml_growing *map)
{
	struct ml_span key = read_word(r);
	uint32_t line = r->line;
	struct ml_node *node = NULL;

	skip_space(r);
	if (!key.len || r->end - r->at < 2 || r->at[0] != '=' || r->at[1] == '=') {
		skip_expression(r);
		return;
	}
	r->at++;
	skip_space(r);
	if (string_prefix(r) != SIZE_MAX)
		node = read_scalar(r);
	else if (r->at < r->end && (*r->at == '[' || *r->at == '('))
		node = read_list(r);
	skip_expression(r); /* what else belongs to the value */
	if (!node)
		return;
	node->key = (struct ml_span){ ml_arena_dup(r->arena, key), key.len };
	node->key_line = line;
	ml_node_append(map, node);
}

static void read_arguments(struct reader *r, struct ml_growing *map)
{
	for (skip_space(r); r->at < r->end && *r->at != ')' && !r->out->fault; skip_space(r)) {
		if (*r->at == ',' || *r->at == ']' || *r->at == '}')
			r->at++;
		else
			read_argument(r, map);
	}
}

/* Behind the bracket of "setup(" or "setuptools.setup("; false where there is none. A definition is no call. */
static bool find_call(struct reader *r)
{
	struct ml_span before = { NULL, 0 };

	for (skip_space(r); r->at < r->end; skip_space(r)) {
		size_t prefix = string_prefix(r);
		if (prefix != SIZE_MAX) {
			read_string(r, prefix, NULL);
			continue;
		}
		struct ml_span word = read_word(r);
		if (!word.len) {
			step(r);
			continue;
		}
		skip_space(r);
		if (ml_span_is(word, "setup") && !ml_span_is(before, "def") && r->at < r->end && *r->at == '(') {
			r->at++;
			return true;
		}
		before = word;
	}
	return false;
}

void package_setup_read(struct ml_arena *arena, struct ml_span text, struct ml_parsed *out)
{
	*out = (struct ml_parsed){ 0 };
	if (!text.at)
		text = (struct ml_span){ "", 0 };
	struct reader r = { .arena = arena, .out = out, .at = text.at, .end = text.at + text.len, .line_at = text.at, .line = 1 };
	struct ml_growing map = { new_node(&r, ML_NODE_MAP), NULL };
	if (find_call(&r))
		read_arguments(&r, &map);
	out->root = out->fault ? NULL : map.node;
}
