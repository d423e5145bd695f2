#include "lint/source/git_config.h"

#include <string.h>

struct config {
	struct ml_arena *arena;
	struct ml_git_config *out;
	bool extensions, remote; /* which section the line stands in */
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
	c->extensions = ml_span_is_nocase(section, "extensions");
	c->remote = quote < line.len && ml_span_is_nocase(section, "remote");
	c->name = (struct ml_span){ NULL, 0 };
	if (c->remote) {
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

static void take_line(struct config *c, struct ml_span line)
{
	size_t at = ml_span_find(line, "=");
	if (at >= line.len)
		return;
	struct ml_span key = ml_span_trim(ml_span_sub(line, 0, at));
	if (c->remote && ml_span_is_nocase(key, "url"))
		take_url(c, value_of(c->arena, ml_span_sub(line, at + 1, line.len)));
	else if (c->extensions && ml_span_is_nocase(key, "objectformat"))
		c->out->sha256 = ml_span_is_nocase(value_of(c->arena, ml_span_sub(line, at + 1, line.len)), "sha256");
}

void ml_git_config_read(struct ml_git_config *out, struct ml_arena *arena, struct ml_span text)
{
	struct config c = { .arena = arena, .out = out };
	struct ml_span line;
	*out = (struct ml_git_config){ 0 };
	while (next_line(&text, &line)) {
		if (!line.len || line.at[0] == '#' || line.at[0] == ';')
			continue;
		if (line.at[0] == '[')
			take_section(&c, line);
		else
			take_line(&c, line);
	}
	out->remote = c.origin ? c.origin : c.several ? NULL : c.other;
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
