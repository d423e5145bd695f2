#include "lint/base/toml.h"

#include <stdint.h>
#include <string.h>

#include "lint/base/codepoint.h"
#include "lint/base/limits.h"
#include "lint/base/repeated.h"

/* A node under construction. The tree's own pointers lead to these, for the node comes first. */
struct item {
	struct ml_node node;
	struct item *tail; /* its last child */
	uint32_t hash;     /* of the key */
	bool tables;       /* a list of [[tables]]: a header that leads through it means the last */
};

struct reader {
	struct ml_arena *arena;
	struct ml_parsed *out;
	const char *at, *end;
	const char *line_at; /* first byte of the line */
	uint32_t line;
	size_t nodes;
	unsigned depth;
	struct ml_repeated repeated;
};

/* ---- the text ---- */

static uint32_t column(const struct reader *r)
{
	return (uint32_t)(r->at - r->line_at) + 1;
}

static bool fault_of(struct reader *r, enum ml_parse_fault_kind kind, const char *message)
{
	return ml_parsed_fault(r->out, kind, r->line, column(r), message);
}

static bool fault(struct reader *r, const char *message)
{
	return fault_of(r, ML_PARSE_SYNTAX, message);
}

static bool is_next(const struct reader *r, const char *what)
{
	size_t len = strlen(what);

	return (size_t)(r->end - r->at) >= len && !memcmp(r->at, what, len);
}

static bool is_end_of_line(const struct reader *r)
{
	return r->at == r->end || *r->at == '\n' || is_next(r, "\r\n");
}

static void new_line(struct reader *r)
{
	r->at += *r->at == '\r' ? 2 : 1;
	r->line++;
	r->line_at = r->at;
}

static void skip_blanks(struct reader *r)
{
	while (r->at < r->end && (*r->at == ' ' || *r->at == '\t'))
		r->at++;
}

/* Blanks, and a comment up to the end of its line. */
static void skip_comment(struct reader *r)
{
	skip_blanks(r);
	if (r->at < r->end && *r->at == '#')
		while (!is_end_of_line(r))
			r->at++;
}

/* Everything that may stand between the values of an array, or between lines. */
static void skip_lines(struct reader *r)
{
	for (skip_comment(r); r->at < r->end && is_end_of_line(r); skip_comment(r))
		new_line(r);
}

static bool expect_end_of_line(struct reader *r)
{
	skip_comment(r);
	return is_end_of_line(r) || fault(r, "expected the end of the line");
}

/* ---- the tree ---- */

static struct item *new_item(struct reader *r, enum ml_node_kind kind)
{
	struct item *item = ml_arena_alloc(r->arena, sizeof *item);

	if (++r->nodes > ML_LIMIT_TOML_NODES)
		fault_of(r, ML_PARSE_LIMIT, "too many values");
	item->node.kind = kind;
	item->node.line = item->node.end_line = r->line;
	item->node.column = item->node.end_column = column(r);
	return item;
}

static void append(struct item *parent, struct item *child)
{
	if (parent->tail)
		parent->tail->node.next = &child->node;
	else
		parent->node.first = &child->node;
	parent->tail = child;
	parent->node.nr++;
}

static struct item *entry_of(const struct item *map, struct ml_span key)
{
	uint32_t hash = ml_span_hash(key);

	for (struct item *at = (struct item *)(uintptr_t)map->node.first; at; at = (struct item *)(uintptr_t)at->node.next)
		if (at->hash == hash && ml_span_eq(at->node.key, key))
			return at;
	return NULL;
}

static void add_entry(struct item *map, struct item *item, struct ml_span key, uint32_t line)
{
	item->node.key = key;
	item->node.key_line = line;
	item->hash = ml_span_hash(key);
	append(map, item);
}

/* The map that a part of a header or of a dotted key leads to; made where it is not there. NULL: the key is a value. */
static struct item *descend(struct reader *r, struct item *map, struct ml_span key, uint32_t line)
{
	struct item *found = entry_of(map, key);

	if (!found) {
		found = new_item(r, ML_NODE_MAP);
		add_entry(map, found, key, line);
	}
	if (found->tables)
		found = found->tail;
	if (found->node.kind == ML_NODE_MAP)
		return found;
	fault(r, "a key that has a value is used as a table");
	return NULL;
}

/* ---- strings ---- */

/* A string's text while it is decoded: never longer than its source. */
struct decoded {
	char *at;
	size_t len;
};

static void put(struct decoded *to, const char *bytes, size_t len)
{
	memcpy(to->at + to->len, bytes, len);
	to->len += len;
}

/* digits hexadecimal digits at r->at. */
static bool put_unicode(struct reader *r, struct decoded *to, int digits)
{
	uint32_t code = 0;
	char bytes[4];

	for (int i = 0; i < digits; i++, r->at++) {
		int digit = r->at < r->end ? ml_hex_digit(*r->at) : -1;
		if (digit < 0)
			return fault(r, "a \\u escape needs its hexadecimal digits");
		code = code << 4 | (uint32_t)digit;
	}
	put(to, bytes, ml_codepoint_put(bytes, code));
	return true;
}

/* A backslash at the end of a line swallows the white space up to the next word. */
static bool skip_folded(struct reader *r)
{
	const char *from = r->at;

	skip_blanks(r);
	if (!is_end_of_line(r) || r->at == r->end) {
		r->at = from;
		return false;
	}
	while (r->at < r->end && is_end_of_line(r)) {
		new_line(r);
		skip_blanks(r);
	}
	return true;
}

/* Behind a backslash. */
static bool read_escape(struct reader *r, struct decoded *to, bool several)
{
	static const char from[] = "btnfre\"\\", into[] = "\b\t\n\f\r\033\"\\";

	if (several && skip_folded(r))
		return true;
	if (r->at == r->end)
		return fault(r, "a string has no end");
	char c = *r->at++;
	const char *found = memchr(from, c, sizeof from - 1);
	if (found) {
		put(to, &into[found - from], 1);
		return true;
	}
	int digits = c == 'u' ? 4 : c == 'U' ? 8 : 0;
	r->at -= !digits;
	return digits ? put_unicode(r, to, digits) : fault(r, "unknown escape");
}

/* The quote that closes a string, or NULL. Up to two of its own may stand before the three of a long one: """a "quote"""". */
static const char *string_end(const struct reader *r, char quote, bool several)
{
	for (const char *at = r->at; at < r->end; at++) {
		if (*at == '\\' && quote == '"') {
			at += r->end - at > 1;
		} else if (*at == '\n' && !several) {
			return NULL;
		} else if (*at == quote) {
			if (several && (r->end - at < 3 || at[1] != quote || at[2] != quote))
				continue;
			for (int i = 0; several && i < 2 && r->end - at > 3 && at[3] == quote; i++)
				at++;
			return at;
		}
	}
	return NULL;
}

/* The string whose opening quote stands at r->at: "basic", 'literal', or one of several lines. */
static bool read_string(struct reader *r, struct ml_span *out, bool lines_allowed)
{
	char quote = *r->at;
	const char three[] = { quote, quote, quote, '\0' };
	bool several = lines_allowed && is_next(r, three);

	r->at += several ? 3 : 1;
	const char *stop = string_end(r, quote, several);
	if (!stop)
		return fault(r, "a string has no end");
	if (several && is_end_of_line(r))
		new_line(r);
	struct decoded to = { ml_arena_alloc(r->arena, (size_t)(stop - r->at) + 1), 0 };
	while (r->at < stop) {
		if (is_end_of_line(r)) {
			new_line(r);
			put(&to, "\n", 1);
		} else if (*r->at == '\\' && quote == '"') {
			r->at++;
			if (!read_escape(r, &to, several))
				return false;
		} else {
			put(&to, r->at++, 1);
		}
	}
	r->at += several ? 3 : 1;
	*out = (struct ml_span){ to.at, to.len };
	return true;
}

/* ---- keys ---- */

static bool is_bare_key(char c)
{
	return ml_is_alnum(c) || c == '_' || c == '-';
}

static bool read_key_part(struct reader *r, struct ml_span *out)
{
	const char *from = r->at;

	if (r->at < r->end && (*r->at == '"' || *r->at == '\''))
		return read_string(r, out, false);
	while (r->at < r->end && is_bare_key(*r->at))
		r->at++;
	*out = (struct ml_span){ from, (size_t)(r->at - from) };
	return out->len || fault(r, "expected a key");
}

/* Reads a.b.c and leads *map to a.b; *last is c. */
static bool read_key(struct reader *r, struct item **map, struct ml_span *last)
{
	for (unsigned parts = 1;; parts++) {
		skip_blanks(r);
		if (!read_key_part(r, last))
			return false;
		skip_blanks(r);
		if (r->at == r->end || *r->at != '.')
			return true;
		if (parts == ML_LIMIT_TOML_DEPTH)
			return fault_of(r, ML_PARSE_LIMIT, "nested too deeply");
		*map = descend(r, *map, *last, r->line);
		r->at++;
		if (!*map || r->out->fault)
			return false;
	}
}

/* ---- values ---- */

static struct item *read_value(struct reader *r);

static bool read_pair(struct reader *r, struct item *map)
{
	struct ml_span key;
	uint32_t line = r->line;

	if (!read_key(r, &map, &key))
		return false;
	if (r->at == r->end || *r->at != '=')
		return fault(r, "expected '=' behind a key");
	r->at++;
	skip_blanks(r);
	struct item *value = read_value(r);
	if (value)
		add_entry(map, value, key, line);
	return value != NULL;
}

/* The values of an array, or the pairs of an inline table, up to the sign that closes them. Lines may end in between, as TOML 1.1 lets them in tables too. */
static bool read_members(struct reader *r, struct item *item, char close)
{
	for (;;) {
		skip_lines(r);
		if (r->at == r->end)
			return fault(r, close == ']' ? "an array has no end" : "an inline table has no end");
		if (*r->at == close)
			break;
		if (close == '}') {
			if (!read_pair(r, item))
				return false;
		} else {
			struct item *value = read_value(r);
			if (!value)
				return false;
			append(item, value);
		}
		skip_lines(r);
		if (r->at < r->end && *r->at == ',')
			r->at++;
		else if (r->at < r->end && *r->at != close)
			return fault(r, "expected ',' between values");
	}
	r->at++;
	return true;
}

static bool read_nested(struct reader *r, struct item *item)
{
	char close = *r->at == '[' ? ']' : '}';

	if (r->depth == ML_LIMIT_TOML_DEPTH)
		return fault_of(r, ML_PARSE_LIMIT, "nested too deeply");
	r->at++;
	r->depth++;
	bool fine = read_members(r, item, close);
	r->depth--;
	return fine;
}

/* A number, a date or a boolean, as written. */
static bool read_bare(struct reader *r, struct item *item)
{
	const char *from = r->at;

	while (r->at < r->end && !is_end_of_line(r) && (ml_is_alnum(*r->at) || memchr("+-_.: ", *r->at, 6)))
		r->at++;
	while (r->at > from && r->at[-1] == ' ')
		r->at--;
	struct ml_span text = { from, (size_t)(r->at - from) };
	item->node.text = (struct ml_span){ ml_arena_dup(r->arena, text), text.len };
	return text.len || fault(r, "expected a value");
}

static struct item *read_value(struct reader *r)
{
	char c = r->at < r->end ? *r->at : '\0';
	enum ml_node_kind kind = c == '[' ? ML_NODE_LIST : c == '{' ? ML_NODE_MAP : ML_NODE_SCALAR;
	struct item *item = new_item(r, kind);
	bool fine;

	item->node.quoted = c == '"' || c == '\'';
	if (r->out->fault)
		return NULL;
	if (kind != ML_NODE_SCALAR)
		fine = read_nested(r, item);
	else if (item->node.quoted)
		fine = read_string(r, &item->node.text, true);
	else
		fine = read_bare(r, item);
	item->node.end_line = r->line;
	item->node.end_column = column(r);
	return fine ? item : NULL;
}

/* ---- tables ---- */

static struct item *open_table(struct reader *r, struct item *map, struct ml_span key, bool several)
{
	struct item *list = entry_of(map, key), *table;

	if (!several)
		return descend(r, map, key, r->line);
	if (!list) {
		list = new_item(r, ML_NODE_LIST);
		list->tables = true;
		add_entry(map, list, key, r->line);
	}
	if (!list->tables) {
		fault(r, "a key that has a value is used as an array of tables");
		return NULL;
	}
	table = new_item(r, ML_NODE_MAP);
	append(list, table);
	return table;
}

/* [table] or [[table of an array]]: what the pairs of the lines below belong to. */
static struct item *read_header(struct reader *r, struct item *root)
{
	struct item *map = root;
	struct ml_span key;
	bool several = is_next(r, "[[");
	const char *close = several ? "]]" : "]";

	r->at += several ? 2 : 1;
	if (!read_key(r, &map, &key))
		return NULL;
	if (!is_next(r, close)) {
		fault(r, "a table's name has no end");
		return NULL;
	}
	map = open_table(r, map, key, several);
	r->at += several ? 2 : 1;
	return map;
}

static void read_lines(struct reader *r, struct item *root)
{
	struct item *table = root;

	for (skip_lines(r); r->at < r->end && !r->out->fault; skip_lines(r)) {
		if (*r->at == '[') {
			table = read_header(r, root);
			if (!table)
				return;
		} else if (!read_pair(r, table)) {
			return;
		}
		if (!expect_end_of_line(r))
			return;
	}
}

/* Recursion is bounded: so many values lie in each other, under keys of so many parts. */
static void add_repeated(struct reader *r, const struct ml_node *node)
{
	if (node->kind == ML_NODE_MAP)
		ml_repeated_add(&r->repeated, r->arena, node);
	ml_node_each(child, node)
		if (child->first)
			add_repeated(r, child);
}

void ml_toml_parse(struct ml_arena *arena, struct ml_span text, struct ml_parsed *out)
{
	*out = (struct ml_parsed){ 0 };
	if (ml_span_starts(text, "\xEF\xBB\xBF"))
		text = ml_span_sub(text, 3, text.len);
	if (!text.at)
		text = (struct ml_span){ "", 0 };
	struct reader r = { .arena = arena, .out = out, .at = text.at, .end = text.at + text.len, .line_at = text.at, .line = 1 };
	struct item *root = new_item(&r, ML_NODE_MAP);
	read_lines(&r, root);
	if (out->fault)
		return;
	out->root = &root->node;
	add_repeated(&r, out->root);
	ml_repeated_finish(&r.repeated, out);
}
