#include "lint/knowledge/release_load.h"

#include "lint/knowledge/releases.h"

const char *const release_known_names[] = { "read", "unread", "inferred", NULL };
const char *const release_confidence_names[] = { "high", "medium", "low", NULL };

const char *ml_known_by_name(enum ml_known_by known)
{
	return release_known_names[known];
}

const char *ml_confidence_name(enum ml_confidence confidence)
{
	return release_confidence_names[confidence];
}

int release_cmp(const char *a, const char *b)
{
	for (; *a && ml_lower(*a) == ml_lower(*b); a++, b++)
		continue;
	return (unsigned char)ml_lower(*a) - (unsigned char)ml_lower(*b);
}

int release_cmp_prefix(const char *id, struct ml_span prefix)
{
	for (size_t i = 0; i < prefix.len; i++) {
		int order = (unsigned char)ml_lower(id[i]) - (unsigned char)ml_lower(prefix.at[i]);
		if (order || !id[i])
			return order ? order : -1;
	}
	return 0;
}

static int fail(const struct release_load *load, const struct ml_node *node, const char *what)
{
	return ml_error_set(load->err, ML_ERROR_USAGE, "%s:%u: %s '%.*s'", load->path, node->key_line ? node->key_line : node->line, what,
			    ML_SPAN_ARG(node->key));
}

static int load_names(const struct release_load *load, const struct ml_node *node, char *field)
{
	const char **names = ml_arena_array(load->arena, const char *, node->nr);
	size_t nr = 0;

	if (node->kind != ML_NODE_LIST)
		return fail(load, node, "no list in");
	ml_node_each(child, node) {
		if (child->kind != ML_NODE_SCALAR || !child->text.len)
			return fail(load, node, "not a name in");
		names[nr++] = ml_arena_dup(load->arena, child->text);
	}
	*(const char *const **)(void *)field = names;
	*(size_t *)(void *)(field + sizeof names) = nr;
	return 0;
}

static int load_choice(const struct release_load *load, const struct ml_node *node, const char *const *choice, char *field)
{
	for (int i = 0; choice[i]; i++) {
		if (ml_span_is(node->text, choice[i])) {
			*(int *)(void *)field = i;
			return 0;
		}
	}
	return fail(load, node, "unknown value of");
}

static int load_key(const struct release_load *load, const struct release_key *key, const struct ml_node *node, char *entry)
{
	char *field = entry + key->at;

	if (key->kind == RELEASE_NAMES)
		return load_names(load, node, field);
	if (node->kind != ML_NODE_SCALAR || !node->text.len)
		return fail(load, node, "no value in");
	if (key->kind == RELEASE_CHOICE)
		return load_choice(load, node, key->choice, field);
	if (key->kind == RELEASE_TEXT) {
		*(const char **)(void *)field = ml_arena_dup(load->arena, node->text);
		return 0;
	}
	if (!ml_span_is(node->text, "true") && !ml_span_is(node->text, "false"))
		return fail(load, node, "neither true nor false:");
	*(bool *)(void *)field = ml_span_is(node->text, "true");
	return 0;
}

int release_load_entry(const struct release_load *load, const struct ml_node *node, void *entry)
{
	if (node->kind != ML_NODE_MAP)
		return ml_error_set(load->err, ML_ERROR_USAGE, "%s:%u: not an entry of keys and values", load->path, node->line);
	ml_node_each(child, node) {
		size_t i = 0;
		while (i < load->keys_nr && !ml_span_is(child->key, load->keys[i].key))
			i++;
		if (i == load->keys_nr)
			return fail(load, child, "unknown key");
		if (load_key(load, &load->keys[i], child, entry))
			return -1;
	}
	return 0;
}
