#include "lint/text/markdown.h"

#include <string.h>

/*
 * A scan of lines that knows just enough of Markdown to tell a heading from a
 * line that looks like one. Where it cannot tell, it stops splitting: a longer
 * section is only more for md4c to read, which then finds the headings itself.
 */
struct scan {
	char fence; /* "`" or "~" inside a fence */
	size_t fence_len, fence_indent;
	const char *until; /* what ends the HTML we are in: "-->", an end tag, or "" for an empty line */
	bool maybe;        /* that HTML may as well be a paragraph */
	bool lost;         /* no telling any more */
};

/* Elements whose content is raw up to their end, empty lines and all (CommonMark, HTML blocks of kinds 1 to 5). */
static const struct {
	const char *start, *end;
} raw[] = {
	{ "<pre", "</pre" }, { "<script", "</script" }, { "<style", "</style" }, { "<textarea", "</textarea" }, { "<!--", "-->" },
	{ "<?", "?>" }, { "<![CDATA[", "]]>" }, { "<!", ">" },
};

/* Tags whose HTML block goes to the next empty line and may stand right below a paragraph (kind 6). */
static const char *const block_tags[] = {
	"address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup", "dd",
	"details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame", "frameset",
	"h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu",
	"menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section", "source", "summary", "table", "tbody",
	"td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
};

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

static void open_fence(struct scan *s, struct ml_span text, size_t indent)
{
	size_t len = run_of(text, text.at[0]);

	/* "```a```" is a code span. */
	if (len < 3 || (text.at[0] == '`' && memchr(text.at + len, '`', text.len - len)))
		return;
	/* Indented is a list item's fence, or code that shows one: then its end is indented as well. */
	s->lost = s->maybe;
	s->fence = text.at[0];
	s->fence_len = len;
	s->fence_indent = indent;
}

/* A line of a fence, not empty. */
static void in_fence(struct scan *s, struct ml_span text, size_t indent)
{
	/* Outside its list item the fence is over; without one it is not. */
	s->lost |= indent < s->fence_indent;
	size_t len = run_of(text, s->fence);
	if (len < s->fence_len || ml_span_trim(text).len != len)
		return;
	s->fence = '\0';
	/* Four columns further in it would be no end, but from where to count only the list item knows. */
	s->lost |= indent > 3 && indent != s->fence_indent;
}

static bool is_block_tag(struct ml_span text)
{
	struct ml_span name = ml_span_sub(text, text.len > 1 && text.at[1] == '/' ? 2 : 1, text.len);
	size_t len = 0;

	while (len < name.len && ml_is_alnum(name.at[len]))
		len++;
	if (len < name.len && !ml_is_space(name.at[len]) && name.at[len] != '>' && name.at[len] != '/')
		return false;
	name.len = len;
	for (size_t i = 0; i < sizeof block_tags / sizeof *block_tags; i++)
		if (ml_span_is_nocase(name, block_tags[i]))
			return true;
	return false;
}

static bool ends_html(const struct scan *s, struct ml_span line)
{
	return *s->until ? ml_span_find_nocase(line, s->until) != SIZE_MAX : ml_span_trim(line).len == 0;
}

/* text starts with "<". */
static void on_html(struct scan *s, struct ml_span text, size_t indent)
{
	for (size_t i = 0; i < sizeof raw / sizeof *raw; i++) {
		if (!ml_span_starts_nocase(text, raw[i].start))
			continue;
		s->lost = s->maybe || indent > 3;
		s->until = raw[i].end;
		s->maybe = false;
		if (ends_html(s, text))
			s->until = NULL;
		return;
	}
	if (s->maybe)
		return;
	/* A line that is one tag may begin a block of HTML (kind 7), or go on with a paragraph. */
	s->maybe = indent > 3 || !is_block_tag(text);
	if (!s->maybe || ml_span_ends(ml_span_trim(text), ">"))
		s->until = "";
	else
		s->maybe = false;
}

/* Takes a line in and returns the level of the heading that it is, or 0. */
static unsigned take_line(struct scan *s, struct ml_span line)
{
	size_t indent = 0;

	while (indent < line.len && (line.at[indent] == ' ' || line.at[indent] == '\t'))
		indent++;
	struct ml_span text = ml_span_sub(line, indent, line.len);
	bool empty = ml_span_trim(text).len == 0;
	if (s->until && ends_html(s, line)) {
		s->until = NULL;
		s->maybe = false;
		return 0;
	}
	if (empty || (s->until && !s->maybe))
		return 0;
	if (s->fence) {
		in_fence(s, text, indent);
		return 0;
	}
	if (text.at[0] == '`' || text.at[0] == '~')
		open_fence(s, text, indent);
	if (text.at[0] == '<')
		on_html(s, text, indent);
	return indent == 0 && !s->until ? heading_level(line) : 0;
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
	while (line < source.len && !s.lost) {
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
