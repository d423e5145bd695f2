#include "lint/source/git_config.h"

#include <fcntl.h>
#include <string.h>

#include "lint/base/limits.h"
#include "lint/source/tree_p.h"

struct config {
	struct ml_arena *arena;
	struct ml_git_config *out;
	enum { ELSEWHERE, EXTENSIONS, REMOTE, CORE, MLINT } section; /* which one the line stands in */
	struct ml_span name;     /* of the remote */
	struct ml_span first;    /* name of the first remote that has a URL */
	bool several;
	const char *origin, *other;
};

static bool next_line(struct ml_span *rest, struct ml_span *line)
{
	if (!rest->len)
		return false;
	const char *end = memchr(rest->at, '\n', rest->len);
	size_t len = end ? (size_t)(end - rest->at) : rest->len;
	*line = ml_span_trim(ml_span_sub(*rest, 0, len));
	*rest = ml_span_sub(*rest, end ? len + 1 : len, rest->len);
	return true;
}

/* [section], [section "name"]. Escapes in names are left as they are: they only have to be told apart. */
static void take_section(struct config *c, struct ml_span line)
{
	size_t quote = ml_span_find(line, "\"");
	size_t end = quote < line.len ? quote : ml_span_find(line, "]");
	struct ml_span section = ml_span_trim(ml_span_sub(line, 1, end));
	static const char *const names[] = { [EXTENSIONS] = "extensions", [CORE] = "core", [MLINT] = "mlint" };
	c->section = ELSEWHERE;
	c->name = (struct ml_span){ NULL, 0 };
	c->out->includes |= ml_span_is_nocase(section, "include") || ml_span_is_nocase(section, "includeif");
	for (size_t i = 0; quote >= line.len && i < sizeof names / sizeof *names; i++)
		if (names[i] && ml_span_is_nocase(section, names[i]))
			c->section = (int)i;
	if (quote < line.len && ml_span_is_nocase(section, "remote")) {
		c->section = REMOTE;
		struct ml_span rest = ml_span_sub(line, quote + 1, line.len);
		c->name = ml_span_sub(rest, 0, ml_span_find(rest, "\""));
	}
}

/* A value without its quotes, escapes and comment. */
static struct ml_span value_of(struct ml_arena *arena, struct ml_span raw)
{
	char *out = ml_arena_alloc(arena, raw.len + 1);
	size_t len = 0;
	bool quoted = false;
	for (size_t i = 0; i < raw.len; i++) {
		char c = raw.at[i];
		if (c == '"') {
			quoted = !quoted;
			continue;
		}
		if (!quoted && (c == '#' || c == ';'))
			break;
		if (c == '\\' && i + 1 < raw.len)
			c = raw.at[++i];
		out[len++] = c;
	}
	return ml_span_trim((struct ml_span){ out, len });
}

static void take_url(struct config *c, struct ml_span value)
{
	const char *url = ml_git_public_url(c->arena, value);
	if (ml_span_is(c->name, "origin")) {
		if (!c->origin)
			c->origin = url;
	} else if (!c->other) {
		c->other = url;
		c->first = c->name;
	} else if (!ml_span_eq(c->first, c->name)) {
		c->several = true;
	}
}

/* As git reads them: a key without a value is true. */
static bool is_true(struct ml_span value)
{
	return !value.at || ml_span_is_nocase(value, "true") || ml_span_is_nocase(value, "yes") || ml_span_is_nocase(value, "on") ||
	       (value.len && value.at[0] != '0' && ml_is_digit(value.at[0]));
}

static void take_line(struct config *c, struct ml_span line)
{
	size_t at = ml_span_find(line, "=");
	struct ml_span key = ml_span_trim(ml_span_sub(line, 0, at)), value = { NULL, 0 };
	if (at < line.len)
		value = value_of(c->arena, ml_span_sub(line, at + 1, line.len));
	if (c->section == REMOTE && value.at && ml_span_is_nocase(key, "url")) {
		take_url(c, value);
	} else if (c->section == EXTENSIONS && ml_span_is_nocase(key, "objectformat")) {
		c->out->sha256 = ml_span_is_nocase(value, "sha256");
	} else if (c->section == EXTENSIONS && ml_span_is_nocase(key, "refstorage")) {
		c->out->reftable = ml_span_is_nocase(value, "reftable");
	} else if (c->section == CORE && value.at && ml_span_is_nocase(key, "hookspath")) {
		c->out->hooks = ml_arena_dup(c->arena, value);
	} else if (c->section == MLINT && ml_span_is_nocase(key, "strict")) {
		c->out->strict = is_true(value);
		c->out->strict_set = true;
	} else if (c->section == MLINT && value.len && ml_span_is_nocase(key, "config")) {
		c->out->config = ml_arena_dup(c->arena, value);
	} else if (c->section == MLINT && ml_span_is_nocase(key, "repositoryconfig")) {
		c->out->own = is_true(value);
		c->out->own_set = true;
	}
}

/* A key may stand on the line of its section. */
static struct ml_span behind_section(struct ml_span line)
{
	bool quoted = false;

	for (size_t i = 0; i < line.len; i++) {
		if (line.at[i] == '\\' && quoted)
			i++;
		else if (line.at[i] == '"')
			quoted = !quoted;
		else if (line.at[i] == ']' && !quoted)
			return ml_span_trim(ml_span_sub(line, i + 1, line.len));
	}
	return (struct ml_span){ line.at, 0 };
}

void ml_git_config_read(struct ml_git_config *out, struct ml_arena *arena, struct ml_span text)
{
	struct config c = { .arena = arena, .out = out };
	struct ml_span line;
	*out = (struct ml_git_config){ 0 };
	while (next_line(&text, &line)) {
		if (!line.len || line.at[0] == '#' || line.at[0] == ';')
			continue;
		if (line.at[0] == '[') {
			take_section(&c, line);
			line = behind_section(line);
		}
		if (line.len && line.at[0] != '#' && line.at[0] != ';')
			take_line(&c, line);
	}
	out->remote = c.origin ? c.origin : c.several ? NULL : c.other;
}

void ml_git_config_of(struct ml_git_config *out, struct ml_arena *arena, const char *folder)
{
	ml_git_config_file(out, arena, ml_arena_printf(arena, "%s/config", folder));
}

void ml_git_config_file(struct ml_git_config *out, struct ml_arena *arena, const char *path)
{
	struct ml_span text;
	ml_slurp_at(&text, arena, AT_FDCWD, path, ML_LIMIT_GIT_BYTES / 16);
	ml_git_config_read(out, arena, text);
}

const char *ml_git_public_url(struct ml_arena *arena, struct ml_span url)
{
	size_t scheme = ml_span_find(url, "://");
	if (scheme >= url.len)
		return ml_arena_dup(arena, url); /* git@host:org/name and paths hold no password */
	struct ml_span rest = ml_span_sub(url, scheme + 3, url.len);
	size_t end = 0, at = 0;
	while (end < rest.len && rest.at[end] != '/' && rest.at[end] != '?' && rest.at[end] != '#')
		end++;
	for (size_t i = 0; i < end; i++)
		if (rest.at[i] == '@')
			at = i + 1;
	size_t stop = end;
	while (stop < rest.len && rest.at[stop] != '?' && rest.at[stop] != '#')
		stop++;
	struct ml_span shown = ml_span_sub(rest, at, stop);
	return ml_arena_printf(arena, "%.*s://%.*s", (int)scheme, url.at, ML_SPAN_ARG(shown));
}
