#include "lint/base/json.h"

#include <jansson.h>
#include <string.h>

#include "lint/base/codepoint.h"
#include "lint/base/json_outline.h"
#include "lint/base/limits.h"
#include "lint/base/repeated.h"
#include "lint/base/sixteen.h"

/* An object or array whose end has not come yet. */
struct frame {
	struct ml_growing of;
	struct ml_span key; /* of an object: the key that waits for its value, or absent */
	uint32_t key_line;
};

/* Walks a text that jansson has found valid; bounds are kept all the same. */
struct walk {
	struct ml_arena *arena;
	struct ml_parsed *out;
	const char *at, *end;
	const char *line_at; /* first byte of the line */
	uint32_t line;
	struct frame frames[ML_LIMIT_JSON_DEPTH];
	size_t depth, nodes;
	struct ml_node *root;
	struct ml_repeated repeated;
	struct ml_json_strings strings; /* those that are read already, and room for the others */
	size_t taken;                   /* of those that are read already */
};

static uint32_t column(const struct walk *w)
{
	return (uint32_t)(w->at - w->line_at) + 1;
}

/* Where the text is valid, commas and colons tell nothing that the values do not. */
static void skip_between(struct walk *w)
{
	for (; w->at < w->end; w->at++) {
		char c = *w->at;
		if (c == '\n' || (c == '\r' && !(w->at + 1 < w->end && w->at[1] == '\n'))) {
			w->line++;
			w->line_at = w->at + 1;
		} else if (c != ' ' && c != '\t' && c != '\r' && c != ',' && c != ':') {
			return;
		}
	}
}

static bool limit(struct walk *w, const char *message)
{
	return ml_parsed_fault(w->out, ML_PARSE_LIMIT, w->line, column(w), message);
}

static unsigned hex4(const char *at)
{
	unsigned value = 0;

	for (int i = 0; i < 4; i++) {
		char c = ml_lower(at[i]);
		value = value << 4 | (unsigned)(ml_is_digit(c) ? c - '0' : c - 'a' + 10);
	}
	return value;
}

/* Reads the four digits of a \u escape at *at, and of the escape behind it where the two are a surrogate pair. */
static uint32_t read_unicode(const char **at, const char *end)
{
	if (end - *at < 4) {
		*at = end;
		return ML_CODEPOINT_BAD;
	}
	uint32_t code = hex4(*at);
	*at += 4;
	if (code >= 0xD800 && code < 0xDC00 && end - *at >= 6 && (*at)[0] == '\\' && (*at)[1] == 'u') {
		code = 0x10000 + ((code - 0xD800) << 10) + (hex4(*at + 2) - 0xDC00);
		*at += 6;
	}
	return code;
}

/* Reads the escape at *at, and writes what it stands for. */
static char *read_escape(char *to, const char **at, const char *end)
{
	if (end - *at < 2) {
		*at = end;
		return to;
	}
	char c = (*at)[1];
	*at += 2;
	if (c == 'u')
		return to + ml_codepoint_put(to, read_unicode(at, end));
	*to = ml_json_unescape(c);
	return to + 1;
}

/* Copies up to the next quote or escape at *at, and moves it there; behind to is as much room as there is text behind *at. */
static char *copy_written(char *to, const char **at, const char *end)
{
	const char *from = *at;
	unsigned nr = ML_SIXTEEN;

	for (; nr == ML_SIXTEEN && end - from >= (ptrdiff_t)ML_SIXTEEN; from += nr, to += nr) {
		nr = ml_sixteen_written(from);
		memcpy(to, from, ML_SIXTEEN); /* what is too much is written over */
	}
	while (from < end && *from != '"' && *from != '\\')
		*to++ = *from++;
	*at = from;
	return to;
}

/* Reads the string whose opening quote stands at w->at. What it says is never longer than how it is written, so all fit into one room. */
static struct ml_span read_string(struct walk *w)
{
	struct ml_json_strings *strings = &w->strings;
	const char *at = w->at + 1;
	char *text = strings->room, *to = text;

	if (w->taken < strings->nr && strings->at[w->taken].open == w->at) {
		w->at = strings->at[w->taken].behind;
		return strings->at[w->taken++].text;
	}
	for (;;) {
		to = copy_written(to, &at, w->end);
		if (at == w->end || *at == '"')
			break;
		to = read_escape(to, &at, w->end);
	}
	*to = '\0';
	strings->room = to + 1;
	w->at = at + (at < w->end);
	return (struct ml_span){ text, (size_t)(to - text) };
}

static struct ml_span read_bare(struct walk *w)
{
	const char *from = w->at;

	while (w->at < w->end && !ml_is_space(*w->at) && !strchr(",:]}[{\"", *w->at))
		w->at++;
	return (struct ml_span){ from, (size_t)(w->at - from) };
}

static struct ml_node *new_node(struct walk *w, enum ml_node_kind kind)
{
	struct ml_node *node = ml_arena_alloc(w->arena, sizeof *node);
	struct frame *top = w->depth ? &w->frames[w->depth - 1] : NULL;

	*node = (struct ml_node){ .kind = kind, .line = w->line, .column = column(w) };
	if (!top) {
		w->root = node;
		return node;
	}
	if (top->of.node->kind == ML_NODE_MAP) {
		node->key = top->key;
		node->key_line = top->key_line;
		top->key = (struct ml_span){ NULL, 0 };
	}
	ml_node_append(&top->of, node);
	return node;
}

static bool wants_key(const struct walk *w)
{
	return w->depth && w->frames[w->depth - 1].of.node->kind == ML_NODE_MAP && !w->frames[w->depth - 1].key.at;
}

static void on_string(struct walk *w)
{
	if (wants_key(w)) {
		struct frame *top = &w->frames[w->depth - 1];
		top->key_line = w->line;
		top->key = read_string(w);
		return;
	}
	struct ml_node *node = new_node(w, ML_NODE_SCALAR);
	node->quoted = true;
	node->text = read_string(w);
	node->end_line = w->line;
	node->end_column = column(w);
}

static void on_bare(struct walk *w)
{
	struct ml_node *node = new_node(w, ML_NODE_SCALAR);
	struct ml_span text = read_bare(w);

	node->end_line = w->line;
	node->end_column = column(w);
	if (ml_span_is(text, "null"))
		node->kind = ML_NODE_NULL;
	else
		node->text = (struct ml_span){ ml_arena_dup(w->arena, text), text.len };
}

static bool on_start(struct walk *w, enum ml_node_kind kind)
{
	if (w->depth == ML_LIMIT_JSON_DEPTH)
		return limit(w, "nested too deeply");
	struct ml_node *node = new_node(w, kind);
	w->frames[w->depth++] = (struct frame){ .of = { node, NULL } };
	w->at++;
	return true;
}

static void on_end(struct walk *w)
{
	w->at++;
	if (w->depth == 0)
		return;
	struct ml_node *node = w->frames[--w->depth].of.node;
	node->end_line = w->line;
	node->end_column = column(w);
	if (node->kind == ML_NODE_MAP)
		ml_repeated_add(&w->repeated, w->arena, node);
}

static bool walk_text(struct walk *w)
{
	for (skip_between(w); w->at < w->end; skip_between(w)) {
		char c = *w->at;
		const char *before = w->at;
		if (c == '{' || c == '[') {
			if (!on_start(w, c == '{' ? ML_NODE_MAP : ML_NODE_LIST))
				return false;
		} else if (c == '}' || c == ']') {
			on_end(w);
		} else if (c == '"') {
			on_string(w);
		} else {
			on_bare(w);
		}
		if (++w->nodes > ML_LIMIT_JSON_NODES)
			return limit(w, "too many values");
		if (w->at == before)
			return limit(w, "not readable"); /* only an invalid text could come here */
	}
	return true;
}

/* jansson's message without the words of the text ("unexpected token near 'x'"). */
static const char *short_message(struct ml_arena *arena, const char *message)
{
	struct ml_span text = ml_span_of(message);
	size_t near = ml_span_find(text, " near ");

	return ml_arena_dup(arena, ml_span_sub(text, 0, near));
}

static void set_fault(struct ml_parsed *out, struct ml_arena *arena, struct ml_span text, const json_error_t *error)
{
	struct walk w = { .at = text.at, .line_at = text.at, .line = 1 };
	size_t offset = error->position > 0 ? (size_t)error->position : 0;
	enum json_error_code code = json_error_code(error);

	if (code == json_error_out_of_memory)
		ml_oom();
	for (w.end = text.at + (offset < text.len ? offset : text.len); w.at < w.end; w.at++)
		skip_between(&w);
	w.at = w.end;
	out->fault = code == json_error_stack_overflow ? ML_PARSE_LIMIT : ML_PARSE_SYNTAX;
	out->line = w.line;
	out->column = column(&w);
	out->message = out->fault == ML_PARSE_LIMIT ? "nested too deeply" : short_message(arena, error->text);
}

static json_t *load(struct ml_span text, json_error_t *error)
{
	/* Integers of any size are JSON: tokenizers' configurations hold 10^30. */
	return json_loadb(text.at ? text.at : "", text.len, JSON_DECODE_ANY | JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, error);
}

/* Where the outline is no JSON, jansson is asked for the text as well: it knows the place. */
static bool is_json(struct ml_span text, struct ml_json_strings *strings, json_error_t *error)
{
	struct ml_buf outline;
	json_t *tree = NULL;

	ml_buf_init(&outline, text.len);
	if (ml_json_outline(&outline, text, strings))
		tree = load((struct ml_span){ outline.at, outline.len }, error);
	ml_buf_release(&outline);
	if (!tree)
		tree = load(text, error);
	json_decref(tree);
	return tree != NULL;
}

void ml_json_parse(struct ml_arena *arena, struct ml_span text, struct ml_parsed *out)
{
	json_error_t error;

	*out = (struct ml_parsed){ 0 };
	struct walk w = { .arena = arena, .out = out, .line = 1, .line_at = text.at, .strings = { .arena = arena } };
	if (ml_span_starts(text, "\xEF\xBB\xBF"))
		text = ml_span_sub(text, 3, text.len);
	if (!is_json(text, &w.strings, &error)) {
		set_fault(out, arena, text, &error);
		return;
	}
	w.at = text.at;
	w.end = text.at + text.len;
	if (walk_text(&w))
		out->root = w.root;
	ml_repeated_finish(&w.repeated, out);
}
