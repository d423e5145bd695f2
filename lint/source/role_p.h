/* Roles of many paths. For lint/source alone. */
#pragma once

#include "lint/source/name_ext.h"
#include "lint/source/role.h"

/* What the folder and the extension of a path say: most often the same as of the path before. */
struct ml_role_memo {
	struct ml_span folder;     /* of the last path, with "/" at its end; must stay where it is, as that path. Start with {0} */
	bool named, placed;        /* its name was read, and where it lies */
	bool outside;
	uint32_t says;             /* words of its name: a set of enum ml_name_says (name.h) */
	enum ml_role text, other;  /* role of a text in it that says nothing by itself, and of another file */
	struct ml_name_ext ext;
};
/* The same for many paths, those of one folder one after the other; *outside: it has a role, and ml_role_outside. */
enum ml_role ml_role_in(struct ml_role_memo *memo, struct ml_span path, bool *outside);
