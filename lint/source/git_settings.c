#include "lint/source/git.h"

#include <stdlib.h>
#include <string.h>

#include "lint/source/git_p.h"

/* What a later file says weighs more. */
static void take(struct ml_git_settings *out, struct ml_arena *arena, const char *file, enum ml_git_said by)
{
	struct ml_git_config config;
	ml_git_config_file(&config, arena, file);
	out->includes |= config.includes;
	if (config.strict_set)
		out->strict = config.strict;
	if (config.own_set)
		out->own = config.own;
	if (config.config)
		out->config = config.config;
	if (config.hooks) {
		out->hooks = config.hooks;
		out->hooks_by = by;
	}
}

static void take_user(struct ml_git_settings *out, struct ml_arena *arena)
{
	const char *home = ml_git_variable("HOME"), *xdg = ml_git_variable("XDG_CONFIG_HOME"), *only = getenv("GIT_CONFIG_GLOBAL");
	if (only) {
		take(out, arena, only, ML_GIT_USER);
		return;
	}
	if (xdg)
		take(out, arena, ml_arena_printf(arena, "%s/git/config", xdg), ML_GIT_USER);
	else if (home)
		take(out, arena, ml_arena_printf(arena, "%s/.config/git/config", home), ML_GIT_USER);
	if (home)
		take(out, arena, ml_arena_printf(arena, "%s/.gitconfig", home), ML_GIT_USER);
}

void ml_git_settings_read(struct ml_git_settings *out, struct ml_git *git)
{
	const char *system = ml_git_variable("GIT_CONFIG_SYSTEM");
	*out = (struct ml_git_settings){ .hooks_by = ML_GIT_NOBODY };
	if (!ml_git_variable("GIT_CONFIG_NOSYSTEM"))
		take(out, git->arena, system ? system : "/etc/gitconfig", ML_GIT_SYSTEM);
	take_user(out, git->arena);
	take(out, git->arena, ml_arena_printf(git->arena, "%s/config", git->place.common), ML_GIT_REPOSITORY);
	take(out, git->arena, ml_arena_printf(git->arena, "%s/config.worktree", git->place.git), ML_GIT_REPOSITORY);
}
