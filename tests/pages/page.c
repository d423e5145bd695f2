#include "tests/pages/page.h"

#include <string.h>

enum section { SECTION_OTHER, SECTION_BAD, SECTION_GOOD };

struct reader {
	struct page *page;
	struct ml_arena *arena;
	struct ml_span text;
	size_t at, line;
	enum section section;
	struct ml_span name; /* of the open example */
	bool open;           /* the last example takes further fences */
};

static bool next_line(struct reader *r, struct ml_span *line)
{
	if (r->at >= r->text.len)
		return false;
	const char *from = r->text.at + r->at;
	const char *end = memchr(from, '\n', r->text.len - r->at);
	line->at = from;
	line->len = end ? (size_t)(end - from) : r->text.len - r->at;
	r->at += line->len + (end ? 1 : 0);
	r->line++;
	return true;
}

/* Backticks at the start of a line, or 0 where they make no fence. */
static size_t fence_of(struct ml_span line)
{
	size_t nr = 0;
	while (nr < line.len && line.at[nr] == '`')
		nr++;
	return nr >= 3 ? nr : 0;
}

static bool path_stays(struct ml_span path)
{
	if (!path.len || path.at[0] == '/')
		return false;
	for (size_t from = 0; from <= path.len;) {
		const char *slash = memchr(path.at + from, '/', path.len - from);
		size_t to = slash ? (size_t)(slash - path.at) : path.len;
		if (ml_span_is(ml_span_sub(path, from, to), ".."))
			return false;
		from = to + 1;
	}
	return true;
}

static struct page_example *example_of(struct reader *r)
{
	struct page *page = r->page;
	if (!r->open) {
		struct page_example fresh = { .bad = r->section == SECTION_BAD, .name = r->name };
		ML_PUSH(r->arena, page->examples, page->examples_nr, page->examples_cap, fresh);
		r->open = true;
	}
	return &page->examples[page->examples_nr - 1];
}

static void said(struct reader *r)
{
	if (r->section == SECTION_BAD)
		r->page->bad_said = true;
	else if (r->section == SECTION_GOOD)
		r->page->good_said = true;
}

static int read_fence(struct reader *r, struct ml_span first, size_t ticks, struct ml_error *err)
{
	struct page_file file = { .path = ml_span_trim(ml_span_sub(first, ticks, first.len)), .line = r->line };
	size_t from = r->at, end = r->at;
	struct ml_span line;
	for (;; end = r->at) {
		if (!next_line(r, &line))
			return ml_error_set(err, ML_ERROR_UNJUDGED, "line %zu: a fence is not closed", file.line);
		size_t found = fence_of(line);
		if (found >= ticks && ml_span_trim(ml_span_sub(line, found, line.len)).len == 0)
			break;
	}
	if (r->section == SECTION_OTHER)
		return 0;
	if (!path_stays(file.path))
		return ml_error_set(err, ML_ERROR_UNJUDGED, "line %zu: a fence of an example names its file", file.line);
	file.text = ml_span_sub(r->text, from, end);
	struct page_example *example = example_of(r);
	ML_PUSH(r->arena, example->files, example->files_nr, example->files_cap, file);
	said(r);
	return 0;
}

static void read_heading(struct reader *r, struct ml_span line)
{
	r->open = false;
	if (ml_span_starts(line, "### ")) {
		r->name = ml_span_trim(ml_span_sub(line, 4, line.len));
		return;
	}
	struct ml_span title = ml_span_trim(ml_span_sub(line, 3, line.len));
	r->name = (struct ml_span){ NULL, 0 };
	r->section = ml_span_is(title, "Bad") ? SECTION_BAD : ml_span_is(title, "Good") ? SECTION_GOOD : SECTION_OTHER;
}

static int read_line(struct reader *r, struct ml_span line, struct ml_error *err)
{
	size_t ticks = fence_of(line);
	if (ticks)
		return read_fence(r, line, ticks, err);
	if (ml_span_starts(line, "## ") || ml_span_starts(line, "### "))
		read_heading(r, line);
	else if (ml_span_trim(line).len)
		said(r);
	if (r->section == SECTION_OTHER && !r->page->code.at && ml_span_starts(line, "code:"))
		r->page->code = ml_span_trim(ml_span_sub(line, 5, line.len));
	if (r->section == SECTION_OTHER && ml_span_is(ml_span_trim(line), "default: off"))
		r->page->off = true;
	return 0;
}

int page_read(struct page *out, struct ml_arena *arena, struct ml_span text, struct ml_error *err)
{
	struct page page = { 0 };
	struct reader r = { .page = &page, .arena = arena, .text = text };
	struct ml_span line;
	while (next_line(&r, &line))
		if (read_line(&r, line, err))
			return -1;
	*out = page;
	return 0;
}
