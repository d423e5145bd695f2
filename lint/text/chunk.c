#include "lint/text/markdown.h"

#include <stdint.h>
#include <string.h>

/*
 * A scan of lines that knows just enough of Markdown to tell where one thing is
 * surely over and the next begins. Where it cannot tell, it stops cutting: a
 * longer chunk is only more for md4c to read, which then sees for itself.
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
	const char *start, *end; /* end: NULL where versions of md4c differ */
} raw[] = {
	{ "<pre", "</pre" }, { "<script", "</script" }, { "<style", "</style" }, { "<textarea", NULL }, { "<!--", "-->" },
	{ "<?", "?>" }, { "<![CDATA[", "]]>" }, { "<!", NULL },
};

/*
 * Tags whose HTML block goes to the next empty line and may stand right below a paragraph (kind 6). h2 to h6 are left
 * out: CommonMark has them, md4c 0.4.8 does not, so that nothing is said of them here.
 */
static const char *const block_tags[] = {
	"address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup", "dd",
	"details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame", "frameset",
	"h1", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu",
	"menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section", "source", "summary", "table", "tbody",
	"td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
};

/* Elements that change what all that stands in them is; Markdown between empty lines stands in them too. */
enum { TABLE, QUOTE, ORDERED, UNORDERED, HOLDING_NR, HEADING };
static const char *const holding_tags[HOLDING_NR] = { [TABLE] = "table", [QUOTE] = "blockquote", [ORDERED] = "ol", [UNORDERED] = "ul" };

static size_t run_of(struct ml_span line, char c)
{
	size_t nr = 0;

	while (nr < line.len && line.at[nr] == c)
		nr++;
	return nr;
}

static bool is_heading(struct ml_span line)
{
	size_t level = run_of(line, '#');

	return level >= 1 && level <= 6 && (level == line.len || ml_is_space(line.at[level]));
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

/* The name of the tag that text ("<...") begins with, an end tag's too; empty where it is none. */
static struct ml_span tag_name(struct ml_span text)
{
	struct ml_span name = ml_span_sub(text, text.len > 1 && text.at[1] == '/' ? 2 : 1, text.len);
	size_t len = 0;

	while (len < name.len && ml_is_alnum(name.at[len]))
		len++;
	if (len < name.len && !ml_is_space(name.at[len]) && name.at[len] != '>' && name.at[len] != '/')
		len = 0;
	name.len = len;
	return name;
}

/* The place of a name in a list, or nr. */
static size_t find_name(struct ml_span name, const char *const *names, size_t nr)
{
	char first = name.len ? ml_lower(name.at[0]) : '\0';
	size_t i = 0;

	while (i < nr && (names[i][0] != first || !ml_span_is_nocase(name, names[i])))
		i++;
	return i;
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
		s->lost = s->maybe || indent > 3 || !raw[i].end;
		s->until = s->lost ? NULL : raw[i].end;
		s->maybe = false;
		if (s->until && ends_html(s, text))
			s->until = NULL;
		return;
	}
	if (s->maybe)
		return;
	/* A line that is one tag may begin a block of HTML (kind 7), or go on with a paragraph. */
	size_t nr = sizeof block_tags / sizeof *block_tags;
	s->maybe = indent > 3 || find_name(tag_name(text), block_tags, nr) == nr;
	if (!s->maybe || ml_span_ends(ml_span_trim(text), ">"))
		s->until = "";
	else
		s->maybe = false;
}

/* One line without its end. */
struct line {
	struct ml_span whole, text; /* text: behind the indentation */
	size_t indent;
	bool empty;
};

static struct line line_at(struct ml_span source, size_t at, size_t end)
{
	struct line line = { .whole = { source.at + at, end - at } };

	while (line.indent < line.whole.len && (line.whole.at[line.indent] == ' ' || line.whole.at[line.indent] == '\t'))
		line.indent++;
	line.text = (struct ml_span){ line.whole.at + line.indent, line.whole.len - line.indent };
	line.empty = line.text.len == 0 || (ml_is_space(line.text.at[0]) && ml_span_trim(line.text).len == 0);
	return line;
}

static void take_line(struct scan *s, const struct line *line)
{
	if (s->until && ends_html(s, line->whole)) {
		s->until = NULL;
		s->maybe = false;
		return;
	}
	if (line->empty || (s->until && !s->maybe))
		return;
	if (s->fence) {
		in_fence(s, line->text, line->indent);
		return;
	}
	char first = line->text.at[0];
	if (first == '`' || first == '~')
		open_fence(s, line->text, line->indent);
	else if (first == '<')
		on_html(s, line->text, line->indent);
}

/* What quotes and list items are marked with, and what stands between such marks. */
static const bool is_mark[256] = {
	['\0'] = true, [' '] = true, ['\t'] = true, ['>'] = true, ['-'] = true, ['+'] = true, ['*'] = true, ['.'] = true, [')'] = true,
	['0' ... '9'] = true,
};

/* What a line holds behind the marks of quotes and list items. */
static struct ml_span behind_marks(struct ml_span text)
{
	size_t at = 0;

	while (at < text.len && is_mark[(unsigned char)text.at[at]])
		at++;
	return ml_span_sub(text, at, text.len);
}

/* Whether the line may be a heading that is no "# ..." at the margin, or define links: what stands elsewhere depends on it. */
static bool may_bear(struct ml_span text, bool below)
{
	char first = text.at[0];

	if (first == '-' && ml_span_trim(text).len == run_of(text, '-'))
		return below;
	if (is_mark[(unsigned char)first] && first != '.' && first != ')') {
		text = behind_marks(text);
		below = true;
	}
	if (!text.len)
		return false;
	return text.at[0] == '#' || (text.at[0] == '=' && below) || (text.at[0] == '[' && ml_span_find(text, "]:") != SIZE_MAX);
}

/* A chunk that is being read. */
struct reading {
	struct scan scan;
	struct ml_span source;
	struct ml_chunk *chunk;
	size_t counted;          /* tags were looked for up to here */
	size_t open[HOLDING_NR]; /* elements that hold others and are not closed yet */
	bool below;              /* the line before is not empty */
};

static bool is_held(const struct reading *r)
{
	return r->open[TABLE] || r->open[QUOTE] || r->open[ORDERED] || r->open[UNORDERED];
}

/* The next "<" of [at, end), or end. */
static const char *next_tag(const char *at, const char *end)
{
	const char *tag = memchr(at, '<', (size_t)(end - at));

	return tag ? tag : end;
}

/* Which of the elements that hold others a tag is of, by its first two letters; HEADING for h1 to h6, HOLDING_NR for others. */
static size_t holding_of(struct ml_span tag)
{
	static const char starts[HOLDING_NR][2] = { [TABLE] = "ta", [QUOTE] = "bl", [ORDERED] = "ol", [UNORDERED] = "ul" };
	size_t from = tag.len > 1 && tag.at[1] == '/' ? 2 : 1;

	if (tag.len < from + 2)
		return HOLDING_NR;
	char first = ml_lower(tag.at[from]), second = ml_lower(tag.at[from + 1]);
	if (first == 'h' && second >= '1' && second <= '6')
		return tag_name(tag).len == 2 ? HEADING : HOLDING_NR;
	for (size_t i = 0; i < HOLDING_NR; i++)
		if (first == starts[i][0] && second == starts[i][1])
			return ml_span_is_nocase(tag_name(tag), holding_tags[i]) ? i : HOLDING_NR;
	return HOLDING_NR;
}

static void count_tags(struct reading *r, size_t to)
{
	const char *end = r->source.at + to, *at = next_tag(r->source.at + r->counted, end), *next;

	for (; at < end; at = next) {
		struct ml_span tag = { at, (size_t)(end - at) };
		next = next_tag(at + 1, end);
		size_t holding = holding_of(tag);
		bool over = tag.len > 1 && at[1] == '/';
		r->chunk->bearing |= holding == HEADING;
		if (holding < HOLDING_NR && !over)
			r->open[holding]++;
		/* A tag that is not closed may swallow an end tag. */
		r->scan.lost |= is_held(r) && !memchr(at, '>', (size_t)(next - at));
		if (holding < HOLDING_NR && over && r->open[holding])
			r->open[holding]--;
	}
	r->counted = to;
}

static size_t line_end(struct ml_span source, size_t at)
{
	const char *end = memchr(source.at + at, '\n', source.len - at);

	return end ? (size_t)(end - source.at) : source.len;
}

/* Whether a line that is not empty can begin a fence at the margin. */
static bool opens_fence(const struct line *line)
{
	struct scan s = { 0 };

	if (line->indent || (line->text.at[0] != '`' && line->text.at[0] != '~'))
		return false;
	open_fence(&s, line->text, 0);
	return s.fence;
}

/* Whether a line that is not the chunk's first begins another one. */
static bool begins_chunk(struct reading *r, const struct line *line, size_t at)
{
	if (line->empty || r->scan.fence || r->scan.until)
		return false;
	if (r->chunk->kind == ML_CHUNK_HEADING)
		return true;
	bool heading = line->text.at[0] == '#' && is_heading(line->whole);
	bool apart = !line->indent && (!r->below || r->chunk->kind == ML_CHUNK_CODE);
	if (!heading && !apart && !opens_fence(line))
		return false;
	count_tags(r, at);
	/* A heading ends lists and quotes that were left open, but no table. */
	return !r->scan.lost && (heading ? !r->open[TABLE] : !is_held(r));
}

/* First bytes of lines that are nothing but more of a paragraph, or of a table. */
static const bool is_plain[256] = {
	['!' ... '\"'] = true, ['$' ... '('] = true, [','] = true, ['/'] = true, [':' ... ';'] = true, ['?' ... 'Z'] = true,
	['\\' ... '_'] = true, ['a' ... '}'] = true, [0x80 ... 0xFF] = true,
};

/* Whether a line of a fence at the margin is none that may end it. */
static bool stays_fenced(const struct reading *r, size_t from)
{
	while (from < r->source.len && (r->source.at[from] == ' ' || r->source.at[from] == '\t'))
		from++;
	return from == r->source.len || r->source.at[from] != r->scan.fence;
}

/* Most lines: in the middle of text, of a fence, or of HTML that goes to the next empty line. */
static bool goes_on(const struct reading *r, size_t from)
{
	const struct scan *s = &r->scan;
	char first = r->source.at[from];

	if (s->fence)
		return !s->fence_indent && stays_fenced(r, from);
	if (!r->below || r->chunk->kind != ML_CHUNK_TEXT || (s->until && *s->until))
		return false;
	return is_plain[(unsigned char)first] || (first == '<' && s->until && !s->maybe);
}

static enum ml_chunk_kind kind_of(const struct line *line, const struct scan *behind)
{
	if (!line->indent && !line->empty && line->text.at[0] == '#' && is_heading(line->whole))
		return ML_CHUNK_HEADING;
	return behind->fence && !line->indent ? ML_CHUNK_CODE : ML_CHUNK_TEXT;
}

bool ml_chunk_next(struct ml_span source, size_t *at, struct ml_chunk *chunk)
{
	struct reading r = { .source = source, .chunk = chunk, .counted = *at };
	size_t from = *at;

	if (from >= source.len)
		return false;
	*chunk = (struct ml_chunk){ .from = from, .to = source.len };
	for (size_t to; from < source.len && !r.scan.lost; from = to + 1) {
		to = line_end(source, from);
		if (goes_on(&r, from))
			continue;
		if (to == from && !r.scan.fence && !r.scan.until) {
			r.below = false;
			continue;
		}
		struct line line = line_at(source, from, to);
		if (from > chunk->from && begins_chunk(&r, &line, from)) {
			chunk->to = from;
			break;
		}
		bool code = r.scan.fence;
		take_line(&r.scan, &line);
		if (from == chunk->from)
			chunk->kind = kind_of(&line, &r.scan);
		else if (!code && !line.empty)
			chunk->kind = ML_CHUNK_TEXT;
		if (!code && !line.empty && chunk->kind == ML_CHUNK_TEXT)
			chunk->bearing |= may_bear(line.text, r.below);
		r.below = !line.empty;
	}
	if (chunk->kind == ML_CHUNK_TEXT && r.counted < chunk->to)
		count_tags(&r, chunk->to);
	chunk->bearing |= r.scan.lost;
	*at = chunk->to;
	return true;
}
