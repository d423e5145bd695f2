#include "lint/knowledge/licenses_p.h"

#include "lint/base/near.h"

int license_fail(const struct license_loader *l, const struct ml_node *node, const char *what)
{
	struct ml_span text = node->text.at ? node->text : node->key;

	return ml_error_set(l->err, ML_ERROR_USAGE, "%s:%u: %s '%.*s'", l->path, node->line ? node->line : node->key_line, what,
			    ML_SPAN_ARG(text));
}

int license_unknown(const struct license_loader *l, uint32_t line, const char *what, struct ml_span word, const char *const *known)
{
	struct ml_near near = { .typed = word };

	for (size_t i = 0; known[i]; i++)
		ml_near_offer(&near, known[i]);
	if (near.best)
		return ml_error_set(l->err, ML_ERROR_USAGE, "%s:%u: %s '%.*s'; did you mean '%s'?", l->path, line, what, ML_SPAN_ARG(word),
				    near.best);
	return ml_error_set(l->err, ML_ERROR_USAGE, "%s:%u: %s '%.*s'", l->path, line, what, ML_SPAN_ARG(word));
}

int license_unknown_key(const struct license_loader *l, const struct ml_node *node, const char *const *known)
{
	return license_unknown(l, node->key_line, "unknown key", node->key, known);
}

int license_load_enum(const struct license_loader *l, const struct ml_node *node, const char *const *names, int *out)
{
	for (int i = 0; names[i]; i++)
		if (ml_span_is(node->text, names[i])) {
			*out = i;
			return 0;
		}
	if (node->kind != ML_NODE_SCALAR)
		return license_fail(l, node, "not one word:");
	return license_unknown(l, node->line, "unknown value", node->text, names);
}

int license_load_list(const struct license_loader *l, const struct ml_node *node, const char *const **out, size_t *nr)
{
	const char **list = ml_arena_array(l->arena, const char *, node->nr);

	if (node->kind != ML_NODE_LIST)
		return license_fail(l, node, "not a list:");
	*nr = 0;
	ml_node_each(child, node)
		if (license_load_string(l, child, &list[(*nr)++]))
			return -1;
	*out = list;
	return 0;
}

int license_load_term_id(const struct license_loader *l, const struct ml_node *name, enum ml_term_id *out)
{
	const char *names[ML_TERM_NR + 1] = { NULL };

	*out = ml_term_of(name->text);
	if (*out != ML_TERM_NR)
		return 0;
	for (int i = 0; i < ML_TERM_NR; i++)
		names[i] = ml_term_name((enum ml_term_id)i);
	return license_unknown(l, name->line, "unknown term", name->text, names);
}

int license_load_string(const struct license_loader *l, const struct ml_node *node, const char **out)
{
	if (node->kind != ML_NODE_SCALAR || node->text.len == 0)
		return license_fail(l, node, node->key.at ? "no text for" : "not a name:");
	*out = ml_arena_dup(l->arena, node->text);
	return 0;
}
