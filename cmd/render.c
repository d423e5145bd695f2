#include "cmd/render.h"

#include <string.h>

#include "lint/report/cell.h"

#define COLUMNS 80
#define CODE_INDENT 4

struct renderer {
	struct ml_buf *out;
	bool color;
	struct ml_buf words;  /* the paragraph or item being gathered, inline marks resolved */
	size_t indent, hang;  /* of its first and further lines */
	const char *bullet;   /* stands in the indent of the first line, or NULL */
	struct ml_span fence; /* the marks that opened the fence, or absent */
};

/* Escape sequences stand between words as the bytes 1 (on) and 2 (off) until the lines are made: they take no cells. */
#define ON '\001'
#define OFF '\002'

static void add_word(struct renderer *r, struct ml_span word)
{
	for (size_t i = 0; i < word.len; i++) {
		if (word.at[i] == ON || word.at[i] == OFF)
			ml_buf_adds(r->out, !r->color ? "" : word.at[i] == ON ? "\033[1m" : "\033[0m");
		else
			ml_buf_addc(r->out, word.at[i]);
	}
}

static size_t cells_of(struct ml_span word)
{
	struct ml_buf scratch;
	size_t cells = 0, at = 0;

	ml_buf_init(&scratch, 8 * word.len + 16);
	while (at < word.len) {
		if (word.at[at] == ON || word.at[at] == OFF)
			at++;
		else
			cells += ml_add_cell(&scratch, word, &at);
	}
	ml_buf_release(&scratch);
	return cells;
}

static void flush(struct renderer *r)
{
	struct ml_span rest = ml_span_trim(ml_buf_span(&r->words));
	size_t column = r->indent;

	if (!rest.len)
		return;
	ml_buf_addf(r->out, "%*s", (int)r->indent, r->bullet ? r->bullet : "");
	for (bool first = true; rest.len; first = false) {
		size_t len = 0;
		while (len < rest.len && rest.at[len] != ' ')
			len++;
		struct ml_span word = ml_span_sub(rest, 0, len);
		size_t cells = cells_of(word);
		if (!first && column + 1 + cells > COLUMNS) {
			ml_buf_addf(r->out, "\n%*s", (int)r->hang, "");
			column = r->hang;
		} else if (!first) {
			ml_buf_addc(r->out, ' ');
			column++;
		}
		add_word(r, word);
		column += cells;
		rest = ml_span_trim(ml_span_sub(rest, len, rest.len));
	}
	ml_buf_addc(r->out, '\n');
	ml_buf_clear(&r->words);
	r->indent = r->hang = 0;
	r->bullet = NULL;
}

/* "[text](address)" at the start of s: text and address; returns its length or 0. */
static size_t link_at(struct ml_span s, struct ml_span *text, struct ml_span *address)
{
	size_t middle = ml_span_find(s, "](");

	if (s.at[0] != '[' || middle == SIZE_MAX || memchr(s.at + 1, '[', middle - 1))
		return 0;
	size_t end = ml_span_find(ml_span_sub(s, middle, s.len), ")");
	if (end == SIZE_MAX)
		return 0;
	*text = ml_span_sub(s, 1, middle);
	*address = ml_span_sub(s, middle + 2, middle + end);
	return middle + end + 1;
}

static void add_inline(struct renderer *r, struct ml_span s)
{
	bool strong = false, code = false;

	while (s.len) {
		struct ml_span text, address;
		size_t len = 1, link = code ? 0 : link_at(s, &text, &address);
		if (link) {
			ml_buf_add_span(&r->words, text);
			ml_buf_addf(&r->words, " (%.*s)", ML_SPAN_ARG(address));
			len = link;
		} else if (s.at[0] == '`') {
			code = !code;
			ml_buf_addc(&r->words, '`');
		} else if (!code && ml_span_starts(s, "**")) {
			strong = !strong;
			ml_buf_addc(&r->words, strong ? ON : OFF);
			len = 2;
		} else {
			ml_buf_addc(&r->words, s.at[0]);
		}
		s = ml_span_sub(s, len, s.len);
	}
	if (strong)
		ml_buf_addc(&r->words, OFF);
	ml_buf_addc(&r->words, ' ');
}

static void add_heading(struct renderer *r, struct ml_span line)
{
	size_t level = 0;

	while (level < line.len && line.at[level] == '#')
		level++;
	ml_buf_adds(r->out, r->color ? (level < 3 ? "\033[1;4m" : "\033[1m") : "");
	ml_buf_add_span(r->out, ml_span_trim(ml_span_sub(line, level, line.len)));
	ml_buf_adds(r->out, r->color ? "\033[0m\n" : "\n");
}

static size_t fence_of(struct ml_span line)
{
	size_t len = 0;

	while (len < line.len && (line.at[len] == '`' || line.at[len] == '~') && line.at[len] == line.at[0])
		len++;
	return len >= 3 ? len : 0;
}

static void add_fence(struct renderer *r, struct ml_span line, size_t marks)
{
	struct ml_span name = ml_span_trim(ml_span_sub(line, marks, line.len));

	r->fence = ml_span_sub(line, 0, marks);
	if (name.len)
		ml_buf_addf(r->out, "  %s%.*s:%s\n", r->color ? "\033[36m" : "", ML_SPAN_ARG(name),
			    r->color ? "\033[0m" : "");
}

static bool ends_fence(const struct renderer *r, struct ml_span line)
{
	return ml_span_trim(line).len == fence_of(line) && fence_of(line) >= r->fence.len &&
	       line.at[0] == r->fence.at[0];
}

/* A line of a fence as it is; one that is wider than the terminal goes on in the next, further in. */
static void add_code(struct renderer *r, struct ml_span line)
{
	size_t spaces = 0;

	if (CODE_INDENT + cells_of(line) <= COLUMNS) {
		ml_buf_addf(r->out, "%*s%.*s\n", line.len ? CODE_INDENT : 0, "", ML_SPAN_ARG(line));
		return;
	}
	while (line.at[spaces] == ' ')
		spaces++;
	r->indent = CODE_INDENT + spaces;
	r->hang = r->indent + 2;
	ml_buf_add_span(&r->words, line);
	flush(r);
}

static void add_line(struct renderer *r, struct ml_span line)
{
	size_t marks = fence_of(line);

	if (r->fence.at) {
		if (marks && ends_fence(r, line))
			r->fence = (struct ml_span){ 0 };
		else
			add_code(r, line);
		return;
	}
	if (marks) {
		flush(r);
		add_fence(r, line, marks);
	} else if (ml_span_starts(line, "#")) {
		flush(r);
		add_heading(r, line);
	} else if (!ml_span_trim(line).len) {
		flush(r);
		ml_buf_addc(r->out, '\n');
	} else if (ml_span_starts(line, "    ") && !r->words.len) {
		ml_buf_addf(r->out, "%.*s\n", ML_SPAN_ARG(line));
	} else if (ml_span_starts(line, "- ")) {
		flush(r);
		r->indent = r->hang = 4;
		r->bullet = "- ";
		add_inline(r, ml_span_sub(line, 2, line.len));
	} else {
		add_inline(r, ml_span_trim(line));
	}
}

void render_markdown(struct ml_buf *out, struct ml_span page, bool color)
{
	struct renderer r = { .out = out, .color = color };

	ml_buf_init(&r.words, 1u << 20);
	page = ml_span_trim(page);
	while (page.len) {
		size_t end = ml_span_find(page, "\n");
		add_line(&r, ml_span_sub(page, 0, end));
		page = end == SIZE_MAX ? (struct ml_span){ 0 } : ml_span_sub(page, end + 1, page.len);
	}
	flush(&r);
	ml_buf_release(&r.words);
}
