#include "lint/base/yaml.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "lint/base/codepoint.h"
#include "lint/base/limits.h"
#include "lint/base/repeated.h"

/* A list or map whose end has not come yet. */
struct frame {
	struct ml_growing of;
	struct ml_span anchor; /* of the node itself, or absent */
	bool has_key;          /* of a map: the next node is the value of key */
	struct ml_span key;
	uint32_t key_line;
	size_t size;           /* nodes below, aliases counted as what they stand for */
	size_t height;         /* levels below */
};

struct anchor {
	struct ml_span name;
	const struct ml_node *node;
	size_t size, height;
};

/* A place in the text. libyaml counts characters and knows more line ends than we do, so it is found anew by walking there. */
struct cursor {
	struct ml_span text;
	size_t offset, chars;
	size_t line_at; /* offset of the first byte of the line */
	uint32_t line;
	uint32_t first_line;
	bool ascii; /* all of it: then characters are bytes, and lines end as libyaml has it */
};

struct reader {
	yaml_parser_t parser;
	struct ml_arena *arena;
	struct ml_parsed *out;
	struct cursor cursor; /* at the last place asked for */
	size_t depth;
	struct anchor *anchors;
	size_t anchors_nr, anchors_cap;
	size_t nodes, aliases;
	struct ml_repeated repeated;
	const struct ml_node *root;
	struct frame frames[ML_LIMIT_YAML_DEPTH]; /* the last, for only what stands before them begins as zeros */
};

struct place {
	uint32_t line, column;
};

static void rewind_to_start(struct cursor *c)
{
	c->offset = c->chars = c->line_at = 0;
	c->line = c->first_line;
}

/* One character on. Not at the end. */
static void step(struct cursor *c)
{
	struct ml_span text = c->text;
	char byte = text.at[c->offset++];

	c->offset = ml_codepoint_end(text.at, c->offset, text.len);
	c->chars++;
	if (byte == '\n' || (byte == '\r' && !(c->offset < text.len && text.at[c->offset] == '\n'))) {
		c->line++;
		c->line_at = c->offset;
	}
}

static struct place cursor_place(const struct cursor *c)
{
	return (struct place){ c->line, (uint32_t)(c->offset - c->line_at) + 1 };
}

/* Events come in the order of the text, so this walks each byte about once, or none. */
static struct place place_of(struct reader *r, const yaml_mark_t *mark)
{
	struct cursor *c = &r->cursor;

	/* At the end libyaml counts a line more than there is. */
	if (c->ascii && mark->index < c->text.len) {
		c->offset = c->chars = mark->index;
		c->line = c->first_line + (uint32_t)mark->line;
		c->line_at = mark->index - mark->column;
		return cursor_place(c);
	}
	if (mark->index < c->chars)
		rewind_to_start(c);
	while (c->chars < mark->index && c->offset < c->text.len)
		step(c);
	return cursor_place(c);
}

/* Walks a copy of a cursor on to an offset. */
static struct place walk_from(struct cursor c, size_t offset)
{
	while (c.offset < offset && c.offset < c.text.len)
		step(&c);
	return cursor_place(&c);
}

static bool fault(struct reader *r, enum ml_parse_fault_kind kind, struct place place, const char *message)
{
	return ml_parsed_fault(r->out, kind, place.line, place.column, message);
}

/* Bytes that are no text are found ahead of the events, and told by their offset. */
static struct place reader_place(const struct reader *r, size_t offset)
{
	struct cursor c = r->cursor;

	rewind_to_start(&c);
	return walk_from(c, offset);
}

static bool syntax_fault(struct reader *r)
{
	const yaml_parser_t *parser = &r->parser;
	struct place place;

	if (parser->error == YAML_MEMORY_ERROR)
		ml_oom();
	if (parser->error == YAML_READER_ERROR)
		place = reader_place(r, parser->problem_offset);
	else
		place = place_of(r, &parser->problem_mark);
	const char *problem = parser->problem ? parser->problem : "not YAML";
	return fault(r, ML_PARSE_SYNTAX, place, ml_arena_dup(r->arena, ml_span_of(problem)));
}

static bool is_null(const yaml_event_t *event)
{
	static const char *const nulls[] = { "", "~", "null", "Null", "NULL" };
	struct ml_span text = { (const char *)event->data.scalar.value, event->data.scalar.length };

	if (event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE || text.len > strlen("null"))
		return false;
	for (size_t i = 0; i < sizeof nulls / sizeof *nulls; i++)
		if (ml_span_is(text, nulls[i]))
			return true;
	return false;
}

static void remember(struct reader *r, struct ml_span name, const struct ml_node *node, size_t size, size_t height)
{
	struct anchor anchor = { name, node, size, height };

	if (name.at)
		ML_PUSH(r->arena, r->anchors, r->anchors_nr, r->anchors_cap, anchor);
}

static struct ml_span anchor_name(struct reader *r, const yaml_char_t *name)
{
	if (!name)
		return (struct ml_span){ NULL, 0 };
	struct ml_span span = ml_span_of((const char *)name);
	return (struct ml_span){ ml_arena_dup(r->arena, span), span.len };
}

/* The node's words where it stands as a key. A list or map as a key has no words: it is called "?". */
static struct ml_span key_text(struct reader *r, const struct ml_node *node, const yaml_event_t *event)
{
	if (node->kind == ML_NODE_SCALAR)
		return node->text;
	if (node->kind == ML_NODE_NULL && event->type == YAML_SCALAR_EVENT) {
		struct ml_span text = { (const char *)event->data.scalar.value, event->data.scalar.length };
		return (struct ml_span){ ml_arena_dup(r->arena, text), text.len };
	}
	return (struct ml_span)ML_SPAN("?");
}

/* Hangs a node where the text has it: root, next in a list, or a map's key or value. Its size and height count for those above. */
static void attach(struct reader *r, struct ml_node *node, const yaml_event_t *event, size_t size, size_t height)
{
	if (r->depth == 0) {
		r->root = node;
		return;
	}
	struct frame *top = &r->frames[r->depth - 1];
	top->size += size;
	if (top->height < height)
		top->height = height;
	if (top->of.node->kind == ML_NODE_MAP && !top->has_key) {
		top->has_key = true;
		top->key = key_text(r, node, event);
		top->key_line = node->line;
		return;
	}
	if (top->of.node->kind == ML_NODE_MAP) {
		node->key = top->key;
		node->key_line = top->key_line;
		top->has_key = false;
	}
	ml_node_append(&top->of, node);
}

static bool count_nodes(struct reader *r, size_t more, struct place place)
{
	r->nodes += more;
	if (r->nodes > ML_LIMIT_YAML_NODES)
		return fault(r, ML_PARSE_LIMIT, place, "too many nodes (aliases count as what they stand for)");
	return true;
}

static struct ml_node *new_node(struct reader *r, enum ml_node_kind kind, struct place place)
{
	struct ml_node *node = ml_arena_alloc(r->arena, sizeof *node);

	node->kind = kind;
	node->line = node->end_line = place.line;
	node->column = node->end_column = place.column;
	return node;
}

/* Called with the cursor at the start. libyaml ends a block scalar behind its last line breaks; here it ends behind its last byte that is not white. */
static struct place scalar_end(struct reader *r, const yaml_event_t *event)
{
	struct cursor start = r->cursor;
	struct place end = place_of(r, &event->end_mark);
	size_t offset = r->cursor.offset;
	yaml_scalar_style_t style = event->data.scalar.style;

	if (style != YAML_LITERAL_SCALAR_STYLE && style != YAML_FOLDED_SCALAR_STYLE)
		return end;
	while (offset > start.offset && ml_is_space(start.text.at[offset - 1]))
		offset--;
	return walk_from(start, offset);
}

static bool on_scalar(struct reader *r, const yaml_event_t *event)
{
	struct place place = place_of(r, &event->start_mark);
	bool null = is_null(event);
	struct ml_node *node = new_node(r, null ? ML_NODE_NULL : ML_NODE_SCALAR, place);
	struct place end = scalar_end(r, event);

	node->end_line = end.line;
	node->end_column = end.column;
	node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
	if (!null) {
		struct ml_span text = { (const char *)event->data.scalar.value, event->data.scalar.length };
		node->text = (struct ml_span){ ml_arena_dup(r->arena, text), text.len };
	}
	remember(r, anchor_name(r, event->data.scalar.anchor), node, 1, 1);
	attach(r, node, event, 1, 1);
	return count_nodes(r, 1, place);
}

static bool on_start(struct reader *r, const yaml_event_t *event, enum ml_node_kind kind, const yaml_char_t *anchor)
{
	struct place place = place_of(r, &event->start_mark);

	if (r->depth == ML_LIMIT_YAML_DEPTH)
		return fault(r, ML_PARSE_LIMIT, place, "nested too deeply");
	r->frames[r->depth++] = (struct frame){
		.of = { new_node(r, kind, place), NULL }, .anchor = anchor_name(r, anchor), .size = 1, .height = 0,
	};
	return count_nodes(r, 1, place);
}

static bool on_end(struct reader *r, const yaml_event_t *event)
{
	struct frame done = r->frames[--r->depth];

	if (done.of.node->kind == ML_NODE_MAP)
		ml_repeated_add(&r->repeated, r->arena, done.of.node);
	remember(r, done.anchor, done.of.node, done.size, done.height + 1);
	attach(r, done.of.node, event, done.size, done.height + 1);
	return true;
}

/*
 * An alias shares the children of its anchor and has a head of its own, so a
 * bomb costs no memory; that its expanded size counts keeps those who walk the
 * tree safe as well. An anchor is known once its node has ended, so no circle can arise.
 */
static bool on_alias(struct reader *r, const yaml_event_t *event)
{
	struct ml_span name = ml_span_of((const char *)event->data.alias.anchor);
	struct place place = place_of(r, &event->start_mark), end = place_of(r, &event->end_mark);
	size_t i = r->anchors_nr;

	while (i > 0 && !ml_span_eq(r->anchors[i - 1].name, name))
		i--;
	if (i == 0)
		return fault(r, ML_PARSE_SYNTAX, place, "found undefined alias");
	if (++r->aliases > ML_LIMIT_YAML_ALIASES)
		return fault(r, ML_PARSE_LIMIT, place, "too many aliases");
	const struct anchor *anchor = &r->anchors[i - 1];
	if (r->depth + anchor->height > ML_LIMIT_YAML_DEPTH + 1)
		return fault(r, ML_PARSE_LIMIT, place, "nested too deeply");
	if (!count_nodes(r, anchor->size, place))
		return false;
	struct ml_node *node = new_node(r, anchor->node->kind, place);
	node->end_line = end.line;
	node->end_column = end.column;
	node->quoted = anchor->node->quoted;
	node->text = anchor->node->text;
	node->first = anchor->node->first;
	node->nr = anchor->node->nr;
	attach(r, node, event, anchor->size, anchor->height);
	return true;
}

/* Returns false at the end of the document and on a fault. */
static bool on_event(struct reader *r, const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_SCALAR_EVENT:
		return on_scalar(r, event);
	case YAML_SEQUENCE_START_EVENT:
		return on_start(r, event, ML_NODE_LIST, event->data.sequence_start.anchor);
	case YAML_MAPPING_START_EVENT:
		return on_start(r, event, ML_NODE_MAP, event->data.mapping_start.anchor);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		return on_end(r, event);
	case YAML_ALIAS_EVENT:
		return on_alias(r, event);
	case YAML_DOCUMENT_END_EVENT:
	case YAML_STREAM_END_EVENT:
		return false;
	default:
		return true;
	}
}

/* What follows the first document is not read, but for its first event: that tells "{a: b} c" from a second document. */
static void read_events(struct reader *r)
{
	yaml_event_t event;
	bool more = true;

	while (more) {
		if (!yaml_parser_parse(&r->parser, &event)) {
			syntax_fault(r);
			return;
		}
		more = on_event(r, &event);
		if (!more && event.type == YAML_DOCUMENT_END_EVENT) {
			yaml_event_delete(&event);
			if (!yaml_parser_parse(&r->parser, &event)) {
				syntax_fault(r);
				return;
			}
		}
		yaml_event_delete(&event);
	}
}

void ml_yaml_parse(struct ml_arena *arena, struct ml_span text, uint32_t first_line, struct ml_parsed *out)
{
	struct reader *r = malloc(sizeof *r);

	*out = (struct ml_parsed){ 0 };
	if (!r)
		ml_oom();
	memset(r, 0, offsetof(struct reader, frames));
	if (!yaml_parser_initialize(&r->parser))
		ml_oom();
	r->arena = arena;
	r->out = out;
	r->cursor = (struct cursor){ .text = text, .line = first_line, .first_line = first_line, .ascii = ml_span_ascii(text) == text.len };
	yaml_parser_set_encoding(&r->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r->parser, (const unsigned char *)(text.at ? text.at : ""), text.len);
	read_events(r);
	if (!out->fault)
		out->root = r->root ? r->root : new_node(r, ML_NODE_NULL, (struct place){ first_line, 1 });
	ml_repeated_finish(&r->repeated, out);
	yaml_parser_delete(&r->parser);
	free(r);
}
