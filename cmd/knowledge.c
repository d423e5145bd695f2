#include "cmd/knowledge.h"

#include "cmd/single.h"
#include "lint/knowledge/user.h"
#include "rules/registry.h"

int cli_knowledge(const struct ml_knowledge **out, struct ml_arena *arena, const struct opt_list *files, struct ml_error *err)
{
	struct ml_knowledge_file *read;
	struct ml_knowledge *joined;

	*out = &ml_builtin_knowledge;
	if (!files->nr)
		return 0;
	read = ml_arena_array(arena, struct ml_knowledge_file, files->nr);
	for (size_t i = 0; i < files->nr; i++) {
		struct ml_tree *tree;
		if (single_read(&tree, arena, files->at[i], ML_ROLE_NONE, err))
			return -1;
		read[i] = (struct ml_knowledge_file){ files->at[i], tree->files->text };
	}
	joined = ml_arena_alloc(arena, sizeof *joined);
	if (ml_knowledge_add(joined, arena, &ml_builtin_knowledge, read, files->nr, err))
		return -1;
	*out = joined;
	return 0;
}
