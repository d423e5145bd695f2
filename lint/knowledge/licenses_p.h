/* The loader of licenses by its parts. Private to lint/knowledge. */
#pragma once

#include "lint/knowledge/licenses.h"

struct license_loader {
	struct ml_arena *arena;
	const char *path;
	struct ml_error *err;
	struct ml_license *license; /* being filled */
};

/* Each fails with file and line: what is wrong, then the node's text or key in quotes. */
int license_fail(const struct license_loader *l, const struct ml_node *node, const char *what);
/* The same for a word that is none of known (NULL at the end), with the nearest one. */
int license_unknown(const struct license_loader *l, uint32_t line, const char *what, struct ml_span word, const char *const *known);
int license_unknown_key(const struct license_loader *l, const struct ml_node *node, const char *const *known);

/* names: of the values of an enum in its order, NULL at the end. */
int license_load_enum(const struct license_loader *l, const struct ml_node *node, const char *const *names, int *out);
/* Texts of a list, each not empty. */
int license_load_list(const struct license_loader *l, const struct ml_node *node, const char *const **out, size_t *nr);
/* The id of a term that is known. */
int license_load_term_id(const struct license_loader *l, const struct ml_node *name, enum ml_term_id *out);
/* A scalar that is not empty. */
int license_load_string(const struct license_loader *l, const struct ml_node *node, const char **out);

/* license_duties.c: the map "duties"; known_text_yaml.c: the map "text". */
int license_load_duties(const struct license_loader *l, const struct ml_node *node);
int license_load_text(const struct license_loader *l, const struct ml_node *node);
