/*
 * One tree for maps, lists and scalars, whatever it was read from: YAML, JSON,
 * or the part of TOML that package files need. Lives in the arena it was parsed into.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/span.h"

enum ml_node_kind {
	ML_NODE_NULL, /* an empty value, null, ~ */
	ML_NODE_SCALAR,
	ML_NODE_LIST,
	ML_NODE_MAP,
};

struct ml_node {
	enum ml_node_kind kind;
	bool quoted;            /* a scalar that stood in quotes: "no" is text, no is a boolean */
	struct ml_span key;     /* of a map's entry, else absent */
	struct ml_span text;    /* of a scalar, escapes resolved, NUL-terminated; else absent */
	uint32_t key_line;      /* 1-based line of the key, 0 without one */
	uint32_t line, column;  /* 1-based place of the value; columns count bytes */
	uint32_t end_line, end_column; /* one past the last byte of a scalar */
	const struct ml_node *first; /* children of lists and maps in the order of the text */
	const struct ml_node *next;  /* sibling */
	size_t nr;              /* children */
};

/* The entry of that key (the last where a key is repeated), or NULL; NULL where node is NULL or no map. */
const struct ml_node *ml_node_get(const struct ml_node *node, const char *key);
/* The scalar text of node, or of its entry of that key; the absent span where it is none, node is NULL, or there is no such entry. */
struct ml_span ml_node_text(const struct ml_node *node);
struct ml_span ml_node_get_text(const struct ml_node *node, const char *key);

/* The line that says what stands there: of its key, where it has one. */
uint32_t ml_node_line(const struct ml_node *node);
/* Whether a switch is on, or a value is given: not NULL, nor null, "", "no" or "false". */
bool ml_node_is_set(const struct ml_node *node);

/* A list or map in the making, and the last of its children so far; {node, NULL} begins one. */
struct ml_growing {
	struct ml_node *node, *tail;
};
/* Hangs child behind the children that are there. child->next is not touched. */
static inline void ml_node_append(struct ml_growing *to, struct ml_node *child)
{
	if (to->tail)
		to->tail->next = child;
	else
		to->node->first = child;
	to->tail = child;
	to->node->nr++;
}

#define ml_node_each(child, parent) \
	for (const struct ml_node *child = (parent) ? (parent)->first : NULL; child; child = child->next)

/* What a parser holds against a text. A fault is a fact about the text (ML002), not an error of mlint. */
enum ml_parse_fault_kind {
	ML_PARSE_OK = 0,
	ML_PARSE_SYNTAX,
	ML_PARSE_LIMIT, /* depth, nodes, aliases: see lint/base/limits.h */
};

struct ml_repeated_key {
	struct ml_span key;
	uint32_t line, first_line;
};

struct ml_parsed {
	const struct ml_node *root; /* NULL where fault is set and nothing could be kept */
	enum ml_parse_fault_kind fault;
	uint32_t line, column; /* of the fault */
	const char *message;   /* of the fault: short, lower case; owned by the arena */
	const struct ml_repeated_key *repeated;
	size_t repeated_nr;
};
/* Sets the fault, of which the first stays; false. message outlives out. */
static inline bool ml_parsed_fault(struct ml_parsed *out, enum ml_parse_fault_kind kind, uint32_t line, uint32_t column, const char *message)
{
	if (!out->fault) {
		out->fault = kind;
		out->line = line;
		out->column = column;
		out->message = message;
	}
	return false;
}
