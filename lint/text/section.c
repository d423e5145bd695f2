#include "lint/text/markdown.h"

#include <string.h>

/*
 * A scan of lines that knows just enough of Markdown to tell a heading from a
 * line that looks like one. Where in doubt it does not split: a longer section
 * is only more for md4c to read, which then finds the heading itself.
 */
struct scan {
	char fence;       /* "`" or "~" inside a fence */
	size_t fence_len;
	const char *until; /* what ends the HTML we are in: "-->", an end tag, or "" for an empty line */
};

/* Elements whose content is raw up to their end tag, blank lines and all (CommonMark, HTML block kind 1). */
static const struct {
	const char *start, *end;
} raw[] = {
	{ "<pre", "</pre" }, { "<script", "</script" }, { "<style", "</style" }, { "<textarea", "</textarea" }, { "<!--", "-->" },
};

static struct ml_span without_indent(struct ml_span line)
{
	while (line.len && (line.at[0] == ' ' || line.at[0] == '\t'))
		line = ml_span_sub(line, 1, line.len);
	return line;
}

static size_t run_of(struct ml_span line, char c)
{
	size_t nr = 0;

	while (nr < line.len && line.at[nr] == c)
		nr++;
	return nr;
}

static unsigned heading_level(struct ml_span line)
{
	size_t level = run_of(line, '#');

	return level >= 1 && level <= 6 && (level == line.len || ml_is_space(line.at[level])) ? (unsigned)level : 0;
}

/* A list item's fence is indented, so any indentation will do. */
static void on_fence(struct scan *s, struct ml_span line)
{
	size_t len = run_of(line, line.at[0]);

	if (len < 3)
		return;
	if (!s->fence) {
		/* "```a```" is a code span. */
		if (line.at[0] == '`' && memchr(line.at + len, '`', line.len - len))
			return;
		s->fence = line.at[0];
		s->fence_len = len;
	} else if (line.at[0] == s->fence && len >= s->fence_len && ml_span_trim(line).len == len) {
		s->fence = '\0';
	}
}

static bool ends_html(const struct scan *s, struct ml_span line)
{
	return *s->until ? ml_span_find_nocase(line, s->until) != SIZE_MAX : ml_span_trim(line).len == 0;
}

static void on_html(struct scan *s, struct ml_span line)
{
	s->until = "";
	for (size_t i = 0; i < sizeof raw / sizeof *raw; i++)
		if (ml_span_starts_nocase(line, raw[i].start))
			s->until = raw[i].end;
	if (ends_html(s, line))
		s->until = NULL;
}

/* Takes a line in and returns the level of the heading that it is, or 0. */
static unsigned take_line(struct scan *s, struct ml_span line)
{
	struct ml_span text = without_indent(line);
	char c = text.len ? text.at[0] : '\0';

	if (s->until) {
		if (ends_html(s, line))
			s->until = NULL;
		return 0;
	}
	if ((c == '`' || c == '~') && (!s->fence || s->fence == c)) {
		on_fence(s, text);
		return 0;
	}
	if (s->fence)
		return 0;
	if (c == '<' && text.len > 1 && (ml_is_alpha(text.at[1]) || text.at[1] == '/' || text.at[1] == '!'))
		on_html(s, text);
	return c == '#' && text.at == line.at ? heading_level(line) : 0;
}

static size_t line_end(struct ml_span source, size_t at)
{
	const char *end = memchr(source.at + at, '\n', source.len - at);

	return end ? (size_t)(end - source.at) : source.len;
}

bool ml_section_next(struct ml_span source, size_t *at, struct ml_section *section)
{
	struct scan s = { 0 };
	size_t from = *at, line = from;

	if (from >= source.len)
		return false;
	*section = (struct ml_section){ .from = from, .to = source.len };
	while (line < source.len) {
		size_t end = line_end(source, line);
		unsigned level = take_line(&s, ml_span_sub(source, line, end));
		if (level && line == from) {
			section->level = level;
		} else if (level) {
			section->to = line;
			break;
		}
		line = end + 1;
	}
	*at = section->to;
	return true;
}
