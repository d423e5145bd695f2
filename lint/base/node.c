#include "lint/base/node.h"

const struct ml_node *ml_node_get(const struct ml_node *node, const char *key)
{
	const struct ml_node *found = NULL;
	struct ml_span wanted = ml_span_of(key);

	if (!node || node->kind != ML_NODE_MAP)
		return NULL;
	ml_node_each(child, node)
		if (ml_span_eq(child->key, wanted))
			found = child;
	return found;
}

struct ml_span ml_node_text(const struct ml_node *node)
{
	return node && node->kind == ML_NODE_SCALAR ? node->text : (struct ml_span){ 0 };
}

struct ml_span ml_node_get_text(const struct ml_node *node, const char *key)
{
	return ml_node_text(ml_node_get(node, key));
}

uint32_t ml_node_line(const struct ml_node *node)
{
	return node->key_line ? node->key_line : node->line;
}

bool ml_node_is_set(const struct ml_node *node)
{
	struct ml_span text = ml_node_text(node);

	if (!node || node->kind == ML_NODE_NULL)
		return false;
	return node->kind != ML_NODE_SCALAR || (text.len && !ml_span_is_nocase(text, "false") && !ml_span_is_nocase(text, "no"));
}
