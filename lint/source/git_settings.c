#include "lint/source/git.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/buf.h"
#include "lint/base/limits.h"
#include "lint/source/git_p.h"

#define PAIRS_MAX 1000 /* of GIT_CONFIG_COUNT */

/* What comes later weighs more. */
static void take_config(struct ml_git_settings *out, const struct ml_git_config *config, enum ml_git_said by)
{
	out->includes |= config->includes;
	if (config->strict_set)
		out->strict = config->strict;
	if (config->own_set)
		out->own = config->own;
	if (config->config)
		out->config = config->config;
	if (config->hooks) {
		out->hooks = config->hooks;
		out->hooks_by = by;
	}
}

static void take(struct ml_git_settings *out, struct ml_arena *arena, const char *file, enum ml_git_said by)
{
	struct ml_git_config config;

	ml_git_config_file(&config, arena, file);
	take_config(out, &config, by);
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

/* "core.hooksPath" and its value as lines of a file; a key without a section, or of a named one, is nobody's here. value absent: a bare key. */
static void add_pair(struct ml_buf *out, struct ml_span key, struct ml_span value)
{
	size_t dot = ml_span_find(key, ".");

	if (dot == SIZE_MAX || ml_span_find(ml_span_sub(key, dot + 1, key.len), ".") != SIZE_MAX || ml_span_find(key, "\n") != SIZE_MAX)
		return;
	ml_buf_addf(out, "[%.*s]\n%.*s", ML_SPAN_ARG(ml_span_sub(key, 0, dot)), ML_SPAN_ARG(ml_span_sub(key, dot + 1, key.len)));
	if (value.at) {
		ml_buf_adds(out, " = \"");
		for (size_t i = 0; i < value.len; i++) {
			if (value.at[i] == '"' || value.at[i] == '\\')
				ml_buf_addc(out, '\\');
			ml_buf_addc(out, value.at[i] == '\n' ? ' ' : value.at[i]);
		}
		ml_buf_addc(out, '"');
	}
	ml_buf_addc(out, '\n');
}

/* The next string in single quotes, as sh reads them ('it'\''s'). false: none begins here. */
static bool next_quoted(const char **at, struct ml_buf *out)
{
	ml_buf_clear(out);
	if (**at != '\'')
		return false;
	while (**at == '\'') {
		size_t len = strcspn(++*at, "'");
		ml_buf_add(out, *at, len);
		*at += len + ((*at)[len] != '\0');
		if (**at == '\\' && (*at)[1] && (*at)[2] == '\'') {
			ml_buf_addc(out, (*at)[1]);
			*at += 2;
		}
	}
	return true;
}

/* What "git -c key=value" hands down: 'key'='value', a bare 'key', and of older versions 'key=value', with blanks between. */
static void add_parameters(struct ml_buf *out, const char *at)
{
	struct ml_buf key, value;

	ml_buf_init(&key, ML_LIMIT_MESSAGE_BYTES);
	ml_buf_init(&value, ML_LIMIT_MESSAGE_BYTES);
	while (at += strspn(at, " "), next_quoted(&at, &key)) {
		struct ml_span all = ml_buf_span(&key);
		size_t equal = ml_span_find(all, "=");
		if (*at == '=') {
			at++;
			next_quoted(&at, &value);
			add_pair(out, all, ml_span_of(value.at));
		} else {
			add_pair(out, ml_span_sub(all, 0, equal), equal == SIZE_MAX ? (struct ml_span){ 0 } : ml_span_sub(all, equal + 1, all.len));
		}
	}
	ml_buf_release(&key);
	ml_buf_release(&value);
}

/* git-config(1), ENVIRONMENT. */
static void take_environment(struct ml_git_settings *out, struct ml_arena *arena)
{
	const char *count = ml_git_variable("GIT_CONFIG_COUNT"), *parameters = ml_git_variable("GIT_CONFIG_PARAMETERS");
	unsigned long nr = count ? strtoul(count, NULL, 10) : 0;
	struct ml_git_config config;
	struct ml_buf text;
	char name[64];

	ml_buf_init(&text, ML_LIMIT_GIT_BYTES / 16);
	for (unsigned long i = 0; i < nr && i < PAIRS_MAX; i++) {
		snprintf(name, sizeof name, "GIT_CONFIG_KEY_%lu", i);
		const char *key = getenv(name);
		snprintf(name, sizeof name, "GIT_CONFIG_VALUE_%lu", i);
		const char *value = getenv(name);
		if (key && value)
			add_pair(&text, ml_span_of(key), ml_span_of(value));
	}
	if (parameters)
		add_parameters(&text, parameters);
	ml_git_config_read(&config, arena, ml_buf_span(&text));
	take_config(out, &config, ML_GIT_ENVIRONMENT);
	ml_buf_release(&text);
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
	take_environment(out, git->arena);
}
